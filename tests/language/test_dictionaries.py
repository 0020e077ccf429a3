"""Dictionaries and word lists as they lie on a machine."""

from pathlib import Path

import pytest

from deskeditor.errors import InputError
from deskeditor.language.dictionaries import best_dictionary, dictionary_folders, find_dictionaries, open_dictionary
from deskeditor.language.word_list import read_words, write_words


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


def test_a_word_list_is_kept_whole_and_in_order(tmp_path: Path) -> None:
    file = tmp_path / "new" / "words.txt"
    assert read_words(file) == ()
    write_words(file, ["Okoro", "livestream", "Okoro", " ", "Łódź"])
    assert read_words(file) == ("livestream", "Okoro", "Łódź")
    file.write_text("# ours\nOkoro  # a name\n\n", encoding="utf-8")
    assert read_words(file) == ("Okoro",)


def test_a_damaged_list_is_said_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes(b"\xff\xfe\xff\xff")
    with pytest.raises(InputError, match="UTF-8"):
        read_words(file)
    assert file.read_bytes() == b"\xff\xfe\xff\xff"


def test_a_list_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="can't be written"):
        write_words(tmp_path / "a file" / "words.txt", ["x"])
