"""Dictionaries as they lie on a machine."""

from pathlib import Path

import pytest

from deskeditor.language.dictionaries import best_dictionary, dictionary_folders, find_dictionaries, open_dictionary


def test_a_dictionary_came_along(tmp_path: Path) -> None:
    found = find_dictionaries(dictionary_folders(tmp_path))
    english = open_dictionary(found["en-US"])
    assert english.spell("harbor")
    assert english.spell("don't")
    assert not english.spell("harborr")
    assert "harbor" in english.suggest("harborr")


def test_ones_own_folder_goes_first_and_names_say_the_language(tmp_path: Path) -> None:
    for name in ("en_US", "de_DE_frami", "pt-BR", "eo"):
        (tmp_path / f"{name}.dic").write_text("1\nword\n", encoding="utf-8")
        (tmp_path / f"{name}.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (tmp_path / "fr.dic").write_text("1\nmot\n", encoding="utf-8")
    found = find_dictionaries([tmp_path, tmp_path / "missing"])
    assert set(found) == {"en-US", "de-DE", "pt-BR", "eo"}
    assert open_dictionary(found["eo"]).spell("word")


@pytest.mark.parametrize(
    ("language", "served"),
    [
        ("en-GB", "en-GB"),
        ("en", "en-US"),
        ("en-ZA", "en-US"),
        ("DE", "de-DE"),
        ("de-AT", "de-DE"),
        ("pt", "pt-BR"),
        ("az", None),
    ],
)
def test_the_nearest_dictionary_serves(language: str, served: str | None) -> None:
    found = dict.fromkeys(("en-GB", "en-US", "de-DE", "pt-BR"), Path())
    assert best_dictionary(language, found) == served
