"""What kind a file of evidence is, by its first bytes, else by its name; and which kinds open without doing harm."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from deskeditor.errors import InputError
from deskeditor.media.headers import read_picture

_HEAD: Final = 4096
_EXTENSION: Final = re.compile(r"[a-z0-9]{1,8}")

_SIGNATURES: Final = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"\x1aE\xdf\xa3", "mkv"),
)
_ZIPPED: Final = MappingProxyType({"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"})
# Signatures that several kinds share: there the name decides, if it is one of these.
_BY_NAME: Final = MappingProxyType({"ogg": frozenset({"ogg", "opus", "oga", "ogv"}), "mkv": frozenset({"mkv", "webm"})})

OPENED: Final = frozenset(
    {"pdf", "doc", "docx", "odt", "rtf", "txt", "md", "csv", "tsv", "xls", "xlsx", "ods", "ppt", "pptx", "odp"}
    | {"png", "jpg", "gif", "webp", "avif", "heic", "tif", "bmp", "json", "eml", "ics", "epub"}
    | {"mp3", "m4a", "wav", "ogg", "oga", "opus", "flac", "aac", "amr", "mp4", "mov", "webm", "mkv", "ogv", "avi"}
)
"""The kinds that are read, looked at or listened to, and run nothing: other files are kept, and never opened."""


def evidence_extension(data: bytes, file_name: str) -> str:
    """Return the extension a file is kept under: that of what its bytes are, else of its name, else `bin`."""
    named = PurePath(file_name).suffix.removeprefix(".").casefold()
    told = _told(data)
    if told is not None:
        return named if named in _BY_NAME.get(told, ()) else told
    # A name that says what the bytes would have shown is not believed.
    if _EXTENSION.fullmatch(named) and named not in _shown_by_bytes():
        return named
    return "txt" if _is_text(data) else "bin"


def opens_safely(name: str) -> bool:
    """Whether a kept file of that name may be handed to the program the system has for it."""
    return PurePath(name).suffix.removeprefix(".") in OPENED


def _told(data: bytes) -> str | None:
    found = next((kind for sign, kind in _SIGNATURES if data.startswith(sign)), None)
    if found is not None:
        return found
    if data[:4] == b"RIFF" and data[8:12] in (b"WAVE", b"AVI "):
        return "wav" if data[8:12] == b"WAVE" else "avi"
    if data[4:8] == b"ftyp" and data[8:12] in (b"M4A ", b"M4B ", b"qt  ", b"mp42", b"isom", b"heic", b"iso2"):
        return {b"M4A ": "m4a", b"M4B ": "m4a", b"qt  ": "mov", b"heic": "heic"}.get(data[8:12], "mp4")
    if data[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"):
        return "mp3"
    if data[:4] == b"PK\x03\x04":
        return _zipped(data)
    try:
        return read_picture(data).kind.value
    except InputError:
        return None


def _zipped(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    # Office files with macros tell of them by this part; they keep their name's extension, which is not opened.
    if any(name.endswith("vbaProject.bin") for name in names):
        return None
    return next((kind for part, kind in _ZIPPED.items() if any(name.startswith(part) for name in names)), None)


def _shown_by_bytes() -> frozenset[str]:
    return frozenset({"pdf", "docx", "xlsx", "pptx", "png", "jpg", "jpeg", "gif", "webp", "flac"})


def _is_text(data: bytes) -> bool:
    head = data[:_HEAD]
    if b"\x00" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # A character that the end of the head cut in two is no fault.
        return error.start > len(head) - 4 and len(data) > _HEAD
    return True
