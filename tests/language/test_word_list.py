"""A list of words stays as people wrote it, whoever adds to it."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.errors import InputError
from deskeditor.language.word_list import add_words, change_rows, read_rows, read_words

ROWS = st.lists(st.text(alphabet="abŁ# '\t", max_size=6), max_size=8)
DAMAGED = (b"\xff\xfe\xff\xff", "Okoro\n".encode("utf-16-le"))


def test_words_are_read_without_remarks_and_each_once(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    assert read_words(file) == ()
    file.write_text("\ufeff# ours\nOkoro  # a name\n\nlivestream\nOkoro\n", encoding="utf-8")
    assert read_words(file) == ("Okoro", "livestream")


def test_words_are_added_at_the_end_and_nothing_else_changes(tmp_path: Path) -> None:
    file = tmp_path / "new" / "words.txt"
    add_words(file, ["Okoro", "livestream", "Okoro", " "])
    assert file.read_bytes() == b"Okoro\nlivestream\n"
    before = "\ufeff# ours\r\nzebra  # a remark\r\n\r\nApple".encode()
    file.write_bytes(before)
    add_words(file, ["Łódź", "zebra"])
    assert file.read_bytes() == before + "\r\nŁódź\r\n".encode()


def test_rows_are_what_a_person_made_of_them(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes("\ufeff# ours\r\nzebra  # a remark\r\nApple\r\n".encode())
    shown = read_rows(file)
    assert shown == ("# ours", "zebra  # a remark", "Apple")
    change_rows(file, shown=shown, wanted=["# ours", "Okoro", "zebra  # a remark"])
    assert file.read_bytes() == "\ufeff# ours\r\nOkoro\r\nzebra  # a remark\r\n".encode()


def test_what_came_in_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    add_words(file, ["Apple", "zebra"])
    shown = read_rows(file)
    add_words(file, ["Okoro"])
    change_rows(file, shown=shown, wanted=["zebra", "livestream"])
    assert read_words(file) == ("zebra", "Okoro", "livestream")


@given(rows=ROWS, words=st.lists(st.text(alphabet="abŁ'", max_size=4), max_size=4), end=st.sampled_from(["\n", "\r\n"]))
def test_adding_loses_no_row(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str], words: list[str], end: str
) -> None:
    file = tmp_path_factory.mktemp("list") / "words.txt"
    before = end.join(rows).encode()
    file.write_bytes(before)
    known = read_words(file)
    add_words(file, words)
    assert file.read_bytes().startswith(before)
    assert read_words(file) == tuple(dict.fromkeys([*known, *filter(None, words)]))


@pytest.mark.parametrize("damaged", DAMAGED)
def test_a_damaged_list_is_said_and_stays(tmp_path: Path, damaged: bytes) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes(damaged)
    with pytest.raises(InputError, match="UTF-8"):
        read_words(file)
    with pytest.raises(InputError, match="left as it is"):
        add_words(file, ["Okoro"])
    with pytest.raises(InputError, match="left as it is"):
        change_rows(file, shown=[], wanted=["Okoro"])
    assert file.read_bytes() == damaged


def test_a_list_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="can't be"):
        add_words(tmp_path / "a file" / "words.txt", ["x"])
    with pytest.raises(InputError, match="can't be"):
        change_rows(tmp_path / "a file" / "words.txt", shown=[], wanted=["x"])


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_behind_a_link_the_list_itself_is_changed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "words.txt"
    real.write_text("Okoro\n", encoding="utf-8")
    link.symlink_to(real)
    change_rows(link, shown=["Okoro"], wanted=["Okoro", "zebra"])
    assert link.is_symlink()
    assert read_words(real) == ("Okoro", "zebra")
