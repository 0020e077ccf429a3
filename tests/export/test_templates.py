"""A newsroom's own templates replace the shipped ones; their slips are told with file and line."""

from pathlib import Path

import pytest

from deskeditor.errors import DeskError
from deskeditor.export import render_fragment, render_page
from deskeditor.profile import Profile, load_profile
from tests.export.hostile import ATTACK, hostile_piece
from tests.export.pieces import bare_piece


def _with_fragment(folder: Path, text: str) -> Profile:
    (folder / "templates").mkdir()
    (folder / "templates" / "fragment.html.j2").write_text(text, encoding="utf-8")
    return load_profile(folder)


def test_a_template_of_ones_own_is_used_beside_the_shipped_ones(tmp_path: Path) -> None:
    profile = _with_fragment(tmp_path, "<h1>{{ page.headline }}</h1>")
    assert render_fragment(bare_piece(), profile) == b"<h1>Ferry late</h1>"
    assert render_page(bare_piece(), profile) == render_page(bare_piece(), load_profile(None))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\n{% if %}\n", 2),
        ("one\ntwo {{ page.headline\n", 2),
        ("\n\n{{ page.desk_note }}", 3),
        ("{{ page.headline }}\n{{ page.tags.__class__.__mro__ }}", 2),
        ("\n{{ 1 / 0 }}", 2),
        ("\n{% for n in range(999999999) %}{% endfor %}", 2),
        ('\n{% include "article.html.j2" %}{{ unknown }}', 2),
    ],
)
def test_a_slip_is_told_with_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    profile = _with_fragment(tmp_path, text)
    with pytest.raises(DeskError) as caught:
        render_fragment(bare_piece(), profile)
    assert f"{tmp_path / 'templates' / 'fragment.html.j2'}, line {line}:" in str(caught.value)


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    profile = _with_fragment(tmp_path, '{% include "sidebar.html.j2" %}')
    with pytest.raises(DeskError, match=r"sidebar\.html\.j2"):
        render_fragment(bare_piece(), profile)


def test_whatever_a_template_prints_is_escaped(tmp_path: Path) -> None:
    profile = _with_fragment(tmp_path, "{{ page.section }}{{ page.tags[0] }}{{ page.credit.name }}{{ page.headline }}")
    assert b"<script" not in render_fragment(hostile_piece(), profile)
    assert ATTACK.encode() not in render_fragment(hostile_piece(), profile)
