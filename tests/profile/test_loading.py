"""A profile folder says what it changes; the shipped default says the rest; slips are named with their line."""

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from deskeditor.article.claims import CheckLevel
from deskeditor.article.finding import Severity
from deskeditor.article.workflow import Stage
from deskeditor.errors import DeskError
from deskeditor.profile import Profile, load_profile
from deskeditor.resources import resource_path


def _load(folder: Path, text: str) -> Profile:
    (folder / "profile.toml").write_text(text, encoding="utf-8")
    return load_profile(folder)


def test_the_default_stands_alone() -> None:
    profile = load_profile(None)
    assert profile.stage_label(Stage.CHECKING) == "Checking"
    assert profile.field_label("standfirst") == "Standfirst"
    assert profile.forbidden_moves == frozenset()
    assert {"page.html.j2", "fragment.html.j2"} <= {template.name for template in profile.templates}


def test_an_empty_folder_is_the_default(tmp_path: Path) -> None:
    assert load_profile(tmp_path) == load_profile(None)


def test_a_profile_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    profile = _load(
        tmp_path,
        """
        [publication]
        outlet = "The Gazette"
        zone = "Asia/Baku"
        [workflow]
        forbidden_moves = [["editing", "ready"]]
        [fields]
        standfirst = "Dek"
        [summary]
        max = 4
        [checks]
        "summary.too-long" = "blocking"
        "summary.missing" = "off"
        [checking.sections]
        Investigations = "line_by_line"
        """,
    )
    default = load_profile(None)
    assert (profile.outlet, profile.zone) == ("The Gazette", "Asia/Baku")
    assert profile.forbidden_moves == {(Stage.EDITING, Stage.READY)}
    assert profile.field_label("standfirst") == "Dek"
    assert (profile.summary.min, profile.summary.max) == (default.summary.min, 4)
    assert profile.checks == {"summary.too-long": Severity.BLOCKING, "summary.missing": None}
    assert profile.checking.level is default.checking.level is CheckLevel.KEY_FACTS
    assert profile.checking.sections == {"investigations": CheckLevel.LINE_BY_LINE}
    assert profile.words == default.words
    assert profile.templates == default.templates


def test_a_template_of_the_folder_replaces_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "fragment.html.j2").write_text("mine", encoding="utf-8")
    texts = {template.name: template.text for template in load_profile(tmp_path).templates}
    assert texts["fragment.html.j2"] == "mine"
    assert texts["page.html.j2"].startswith("<!DOCTYPE html>")


def test_words_of_a_new_language_are_completed_from_english(tmp_path: Path) -> None:
    profile = _load(tmp_path, '[words.az]\nsummary = "Əsas məqamlar"\n')
    assert profile.words_for("az").summary == "Əsas məqamlar"
    assert profile.words_for("az").tags == profile.words_for("en").tags


@pytest.mark.parametrize(
    ("language", "found"), [("de", "de"), ("de-AT", "de"), ("en-GB", "en"), ("is", "fr"), ("AR-eg", "ar")]
)
def test_words_follow_the_article_then_the_publication(tmp_path: Path, language: str, found: str) -> None:
    assert _load(tmp_path, '[publication]\nlanguage = "fr-CA"\n').words_for(language).language == found


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('[publication]\nname = "a\n', 2, "not valid TOML"),
        ("[publication\n", 1, "not valid TOML"),
        ('[publication]\n\nzone = "Mars/Base"\n', 3, "not a time zone"),
        ('[publication]\naccent = "red"\n', 2, "a colour"),
        ('[publication]\nbase_url = "javascript:alert(1)"\n', 2, "a web address"),
        ('[publication]\nurl_pattern = "/{slug}/{year}"\n', 2, "{section}"),
        ('[publication]\noutlet = "A"\ncolour = "#000000"\n', 3, "no setting “publication.colour”"),
        ('[summary]\nmin = "three"\n', 2, "a whole number"),
        ("[summary]\nmin = true\n", 2, "a whole number"),
        ('[workflow.labels]\nidea = "Idea"\n', 2, "no setting"),
        ('[workflow]\nforbidden_moves = [["editing", "done"]]\n', None, "“done” is not a stage"),
        ('[workflow]\nforbidden_moves = ["editing"]\n', 2, "a list of pairs"),
        ('[checks]\n"summary.missing" = "loud"\n', 2, "off, advice, warning or blocking"),
        ('[checking]\nlevel = "all"\n', 2, "none, key_facts, line_by_line"),
        ('[checking.credits]\n"A Press" = "some"\n', 2, "“A Press” must be"),
        ('[words.en]\nby = "By {name}"\n', 2, "{names}"),
        ('[words.en]\nby = "By {names.__class__}"\n', 2, "{names}"),
        ('[words.en]\nby = "By {names"\n', 2, "{names}"),
        ('[words.en]\nmonths = ["January"]\n', 2, "twelve"),
        ('[embeds]\nframes = ["example"]\n', 2, "no player of “example”"),
        ('summary = "many"\n', 1, "must be a table"),
    ],
)
def test_slips_are_told_with_file_and_line(tmp_path: Path, text: str, line: int | None, told: str) -> None:
    with pytest.raises(DeskError) as caught:
        _load(tmp_path, text)
    message = str(caught.value)
    assert str(tmp_path / "profile.toml") in message
    assert told in message
    if line is not None:
        assert f"line {line}:" in message


def settings_of(table: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in table.items():
        yield (*above, key)
        if isinstance(value, dict):
            yield from settings_of(value, (*above, key))


@pytest.mark.parametrize("value", ["3", "-1", '""', '"{x"', "true", "[]", "[3]", "[[]]", "{}", "{x = 1}", "1979-05-27"])
def test_whatever_stands_in_a_setting_is_taken_or_told(tmp_path: Path, value: str) -> None:
    shipped = tomllib.loads((resource_path("profile") / "profile.toml").read_text(encoding="utf-8"))
    for path in settings_of(shipped):
        (tmp_path / "profile.toml").write_text(f"{'.'.join(path)} = {value}\n", encoding="utf-8")
        with suppress(DeskError):
            load_profile(tmp_path)


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "profile.toml").write_bytes('[publication]\nname = "é"\n'.encode("latin-1"))
    with pytest.raises(DeskError, match="not UTF-8"):
        load_profile(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="no profile folder"):
        load_profile(tmp_path / "nowhere")
