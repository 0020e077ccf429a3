"""The folder of the files that sources are kept in: documents, recordings, pages, of any kind."""

from pathlib import Path
from typing import Final

from deskeditor.errors import DeskError, InputError
from deskeditor.media.evidence_kinds import evidence_extension
from deskeditor.media.hashed_files import HashedFiles

MAX_EVIDENCE: Final = 200 * 1024 * 1024
"""Bytes: some hours of a recorded talk."""


class EvidenceStore:
    """Keeps evidence in `folder`, apart from pictures, so that no page can name any of it."""

    def __init__(self, folder: Path) -> None:
        self._files = HashedFiles(folder, what="source’s file")

    def adopt(self, data: bytes, file_name: str = "") -> str:
        """Keep the bytes and return their name, `<sha256>.<ext>`; the same bytes are kept once.

        Raises InputError for a file that is empty or has more than 200 MB.
        """
        if not data:
            raise InputError(f"{_called(file_name)} is empty.")
        if len(data) > MAX_EVIDENCE:
            raise InputError(_too_large(file_name, len(data)))
        return self._files.keep(data, evidence_extension(data, file_name))

    def adopt_file(self, path: Path) -> str:
        """Keep a copy of a file and return its name, as `adopt`. Raises InputError for one that can't be read."""
        try:
            size = path.stat().st_size
            if size > MAX_EVIDENCE:
                raise InputError(_too_large(path.name, size))
            data = path.read_bytes()
        except OSError as error:
            raise InputError(f"{_called(path.name)} can’t be read: {error.strerror or error}.") from error
        return self.adopt(data, path.name)

    def path(self, name: str) -> Path:
        """Return where the file of that name lies; raises DeskError for a name that `adopt` could not have given."""
        return self._files.path(name)

    def has(self, name: str) -> bool:
        """Whether a file of that name is there."""
        return self._files.has(name)

    def read(self, name: str) -> bytes:
        """Return the file's bytes; raises DeskError where it is missing."""
        try:
            return self._files.read(name)
        except FileNotFoundError as error:
            raise DeskError("The source’s file is missing from the store: add it once more.") from error


def _called(file_name: str) -> str:
    return f"“{file_name}”" if file_name else "The file"


def _too_large(file_name: str, size: int) -> str:
    return (
        f"{_called(file_name)} has {size // 1_048_576} MB, and up to 200 MB are kept: "
        "type where it lies as the source instead."
    )
