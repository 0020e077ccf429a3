"""Evidence of any kind lies under the hash of its bytes, apart from pictures, and only harmless kinds are opened."""

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.errors import DeskError, InputError
from deskeditor.media import evidence_store
from deskeditor.media.evidence_kinds import evidence_extension, opens_safely
from deskeditor.media.evidence_store import EvidenceStore
from deskeditor.media.hashed_files import is_hashed_name
from tests.media.pictures import png

PDF = b"%PDF-1.7\n%%EOF"


def zipped(*names: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "file_name", "extension"),
    [
        (PDF, "minutes.pdf", "pdf"),
        (PDF, "minutes.exe", "pdf"),
        (png(), "scan.JPG", "png"),
        (zipped("word/document.xml"), "notes.docx", "docx"),
        (zipped("word/document.xml", "word/vbaProject.bin"), "notes.docm", "docm"),
        (zipped("a.txt"), "all.zip", "zip"),
        (b"ID3\x04\x00talk", "talk.mp3", "mp3"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "talk.wav", "wav"),
        (b"\x00\x00\x00\x18ftypM4A \x00", "memo", "m4a"),
        (b"OggS\x00", "talk.opus", "opus"),
        (b"OggS\x00", "talk.exe", "ogg"),
        ("Мы сказали".encode(), "notes", "txt"),
        (b"From: a@b.example\n", "mail.eml", "eml"),
        (b"MZ\x90\x00", "setup.exe", "exe"),
        (b"MZ\x90\x00", "minutes.pdf", "bin"),
        (b"\x00\x01", "a.b c", "bin"),
        (b"\x00\x01", "", "bin"),
    ],
)
def test_the_kind_is_what_the_bytes_say_else_the_name(data: bytes, file_name: str, extension: str) -> None:
    assert evidence_extension(data, file_name) == extension


@given(data=st.binary(min_size=1, max_size=64), file_name=st.text(max_size=24))
def test_whatever_comes_gets_a_name_that_leads_nowhere_else(data: bytes, file_name: str) -> None:
    assert is_hashed_name(f"{'0' * 64}.{evidence_extension(data, file_name)}")


@given(data=st.binary(min_size=1, max_size=64), file_name=st.text(max_size=24))
def test_what_is_handed_on_under_its_name_keeps_that_name(data: bytes, file_name: str) -> None:
    extension = evidence_extension(data, file_name)
    assert evidence_extension(data, f"{'0' * 64}.{extension}") == extension


def test_the_same_bytes_are_kept_once_and_come_back(tmp_path: Path) -> None:
    evidence = EvidenceStore(tmp_path / "evidence")
    minutes = tmp_path / "minutes.pdf"
    minutes.write_bytes(PDF)
    name = evidence.adopt_file(minutes)
    digest = hashlib.sha256(PDF).hexdigest()
    assert name == f"{digest}.pdf" == evidence.adopt(PDF, "other name.pdf")
    assert evidence.path(name) == tmp_path / "evidence" / digest[:2] / name
    assert evidence.has(name)
    assert evidence.read(name) == PDF
    assert [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()] == [evidence.path(name)]


def test_what_runs_something_is_kept_and_never_opened() -> None:
    digest = "0" * 64
    assert opens_safely(f"{digest}.pdf")
    assert [
        kind
        for kind in ("exe", "bat", "lnk", "desktop", "js", "html", "docm", "bin", "zip")
        if opens_safely(f"{digest}.{kind}")
    ] == []


def test_what_cannot_be_kept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evidence = EvidenceStore(tmp_path / "evidence")
    with pytest.raises(InputError, match="“a.txt” is empty"):
        evidence.adopt(b"", "a.txt")
    with pytest.raises(InputError, match="“gone.pdf” can’t be read"):
        evidence.adopt_file(tmp_path / "gone.pdf")
    with pytest.raises(InputError, match="can’t be read"):
        evidence.adopt_file(tmp_path)
    monkeypatch.setattr(evidence_store, "MAX_EVIDENCE", 4)
    (tmp_path / "long.txt").write_text("too long", encoding="utf-8")
    for keep in (lambda: evidence.adopt(b"too long", "long.txt"), lambda: evidence.adopt_file(tmp_path / "long.txt")):
        with pytest.raises(InputError, match="“long.txt” has 0 MB"):
            keep()
    assert not (tmp_path / "evidence").exists()
    (tmp_path / "evidence").write_text("in the way", encoding="utf-8")
    with pytest.raises(DeskError, match="can't be kept"):
        evidence.adopt(b"abc", "a")


@pytest.mark.parametrize("name", ["../desk.db", "/etc/passwd", "a.pdf", "", "A" * 64 + ".pdf", "0" * 64 + "./x"])
def test_no_name_leads_elsewhere(tmp_path: Path, name: str) -> None:
    evidence = EvidenceStore(tmp_path)
    assert not evidence.has(name)
    with pytest.raises(DeskError, match="does not name"):
        evidence.read(name)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="missing from the store"):
        EvidenceStore(tmp_path).read("0" * 64 + ".pdf")
