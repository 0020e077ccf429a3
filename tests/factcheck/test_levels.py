"""A piece is checked as far as it says itself, else as its credit, its section, its publication."""

from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.article.article import Credit
from deskeditor.article.claims import CheckLevel
from deskeditor.factcheck.levels import level_of
from deskeditor.profile import load_profile
from tests.factcheck.pieces import piece

_PROFILE = """
[checking]
level = "none"
[checking.sections]
Investigations = "line_by_line"
[checking.credits]
"Hill Press" = "key_facts"
"""


@pytest.mark.parametrize(
    ("section", "credit", "own", "level"),
    [
        ("News", "", None, CheckLevel.NONE),
        ("INVESTIGATIONS", "", None, CheckLevel.LINE_BY_LINE),
        ("Investigations", "hill press", None, CheckLevel.KEY_FACTS),
        ("Investigations", "Hill Press", CheckLevel.NONE, CheckLevel.NONE),
    ],
)
def test_the_level_of_a_piece(
    tmp_path: Path, section: str, credit: str, own: CheckLevel | None, level: CheckLevel
) -> None:
    (tmp_path / "profile.toml").write_text(_PROFILE, encoding="utf-8")
    article = replace(piece(), section=section, credit=Credit(name=credit), check_level=own)
    assert level_of(article, load_profile(tmp_path)) is level


def test_unless_told_otherwise_key_facts_are_checked() -> None:
    assert level_of(piece(), load_profile(None)) is CheckLevel.KEY_FACTS
