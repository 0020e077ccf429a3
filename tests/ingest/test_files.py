"""Files that can be read, and one clear sentence for each that can't."""

import os
from pathlib import Path

import pytest

from deskeditor.errors import InputError
from deskeditor.ingest.files import LARGEST, read_file


def test_a_file_comes_with_its_bytes_its_text_and_its_name(tmp_path: Path) -> None:
    path = tmp_path / "piece.txt"
    path.write_bytes("\ufeffKöln\r\n".encode())
    source = read_file(path)
    assert (source.name, source.text, source.data) == ("piece.txt", "Köln\r\n", path.read_bytes())


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no file .*nothing\.txt"):
        read_file(tmp_path / "nothing.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_file(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe\n\x00"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "empty.md"
    path.write_bytes(data)
    with pytest.raises(InputError, match="is empty"):
        read_file(path)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\x14\x00", "is damaged"),
        (b"\x89PNG\r\n\x1a\n\x00", "a picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"SQLite format 3\x00", "a database"),
        (b"\x00\x00\x00\x20ftypisom", "a film"),
        (b"anything\x00\x00 with \x00\x01\x00", "not text"),
    ],
)
def test_a_file_that_is_no_text(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "thing.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=kind):
        read_file(path)


def test_words_that_begin_like_a_format_are_words(tmp_path: Path) -> None:
    path = tmp_path / "cars.txt"
    path.write_text("BMW builds cars. Rar! OggS.", encoding="utf-8")
    assert read_file(path).text.startswith("BMW")


def test_a_file_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    with pytest.raises(InputError, match="larger than 20 MB"):
        read_file(path)


def test_an_encoding_that_cant_be_told(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(bytes(range(128, 256)) * 3)
    with pytest.raises(InputError, match=r"encoding of “odd\.txt” can't be told"):
        read_file(path)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(InputError, match="not an ordinary file"):
        read_file(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("words")
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read_file(path)


def test_a_name_no_disk_has() -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_file("a\x00b.txt")


def test_a_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_file(tmp_path / ("a" * 5000))


def test_reading_changes_nothing_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "piece.txt"
    path.write_bytes(b"words")
    before = os.stat(path)
    read_file(path)
    after = os.stat(path)
    assert (before.st_mtime_ns, before.st_size, before.st_mode) == (after.st_mtime_ns, after.st_size, after.st_mode)
    assert [entry.name for entry in tmp_path.iterdir()] == ["piece.txt"]
