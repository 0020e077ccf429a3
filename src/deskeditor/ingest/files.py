"""The way in from disk: one file's bytes and text, or a sentence about why it can't be read."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from deskeditor.errors import InputError
from deskeditor.ingest.text_encoding import TextEncoding, decoded

LARGEST: Final = 20_000_000
"""The most bytes a text may have: far above any article, far below what would stop the window."""

LARGEST_WORD: Final = 60_000_000
"""The most bytes a Word file may have: it holds its pictures."""

PACKED: Final = b"PK\x03\x04"
"""What a Word file begins with, and every other box of files."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: Final = (
    (b"%PDF-", "a PDF"),
    (PACKED, "a Word file or another archive"),
    (_OLE, "an old Word file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\x00", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
# These begin with letters that a text may begin with too, so they need a NUL or a control further on.
_LETTERS_ONLY: Final = frozenset({b"BM", b"BZh", b"ID3", b"OggS", b"Rar!"})
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_TEXT: Final = "Save it as plain text or Markdown and import that file."
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
"""What Word calls the part of a protected file that holds the real one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file as it was read: its name without folders, its bytes untouched, and its text without a byte order mark.

    A Word file's text is read later, with its structure: `text` is empty then.
    """

    name: str
    data: bytes
    text: str
    encoding: TextEncoding
    is_word: bool = False


def read_file(path: Path | str) -> SourceFile:
    """Read the file at `path`. Nothing on disk is changed.

    Raises InputError where it is missing, not an ordinary file, not permitted, larger than `LARGEST`
    bytes, empty, neither text nor a Word file, or in an encoding that can't be told.
    """
    place = Path(path)
    data, named = _bytes_of(place), f"“{place.name}”"
    if data.startswith(PACKED):
        return _word_file(data, place.name, named)
    if data.startswith(_OLE):
        raise InputError(_told_of_old_file(data, named))
    return source_of(data, place.name, named)


def _word_file(data: bytes, name: str, named: str) -> SourceFile:
    # Only who opens a Word file waits for what reads one.
    from deskeditor.ingest.docx_package import Package

    if len(data) > LARGEST_WORD:
        raise InputError(
            f"{named} is larger than {LARGEST_WORD // 1_000_000} MB, too large for an article. "
            "Make its pictures smaller in Word, or copy the text that is wanted."
        )
    Package(data, named)
    return SourceFile(name=name, data=data, text="", encoding=TextEncoding(codec="utf-8"), is_word=True)


def _told_of_old_file(data: bytes, named: str) -> str:
    if _ENCRYPTED in data:
        return f"{named} is protected by a password. Open it in Word, save it without one and import that file."
    return f"{named} is an old Word file. Open it in Word, save it as “Word document (.docx)” and import that file."


def source_of(data: bytes, name: str, named: str) -> SourceFile:
    """Return what was read of a file or a pipe, under `name`; `named` stands for it in an error's sentence.

    Raises InputError as `read_file` does.
    """
    if len(data) > LARGEST:
        raise InputError(
            f"{named} is larger than {LARGEST // 1_000_000} MB, too large for an article. "
            "Split it, or copy the text that is wanted."
        )
    kind = binary_kind(data)
    if kind:
        raise InputError(f"{named} is {kind}, not text. {_SAVE_AS_TEXT}")
    if not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        raise InputError(f"{named} is empty. Choose a file with text in it.")
    text, encoding = decoded(data, named)
    return SourceFile(name=name, data=data, text=text, encoding=encoding)


def binary_kind(data: bytes) -> str:
    """Say what `data` is where it is no text, such as "a picture"; an empty string for text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (magic not in _LETTERS_ONLY or _has_controls(data)):
            return kind
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a picture, sound or film"
    if data[4:8] == b"ftyp":
        return "a film, sound or picture"
    return ""


def _bytes_of(place: Path) -> bytes:
    try:
        found = os.stat(place)
        if stat.S_ISDIR(found.st_mode):
            raise InputError(f"“{place.name or place}” is a folder. Choose the files in it.")
        if not stat.S_ISREG(found.st_mode):
            raise InputError(f"“{place.name}” is not an ordinary file. Choose a text file.")
        with place.open("rb") as stream:
            # One byte more than allowed, and not the whole: a file may grow while it is read.
            head = stream.read(LARGEST + 1)
            return head + stream.read(LARGEST_WORD - LARGEST) if head.startswith(PACKED) else head
    except FileNotFoundError:
        raise InputError(f"There is no file “{place}”. Check the name and the folder.") from None
    except PermissionError:
        raise InputError(f"“{place.name}” may not be read. Ask its owner for the right to read it.") from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "its name can't be used"
        raise InputError(f"“{place.name}” can't be read ({reason}). Copy it to another place and try again.") from None


def _has_controls(data: bytes) -> bool:
    head = data[:4096]
    return b"\x00" in head or sum(byte < 9 or 13 < byte < 32 for byte in head) > len(head) // 20
