"""A folder of files, each under the hash of its bytes, `ab/<sha256>.<ext>`: how pictures and evidence are kept."""

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final

from deskeditor.errors import DeskError

_NAME: Final = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{1,8}")


def is_hashed_name(name: str) -> bool:
    """Whether `name` is a SHA-256 in hexadecimal and an extension, and so leads out of no folder."""
    return _NAME.fullmatch(name) is not None


class HashedFiles:
    """Keeps files in `folder`, which is made when the first one comes. `what` they are is told in errors."""

    def __init__(self, folder: Path, *, what: str) -> None:
        self._folder = folder
        self._what = what

    def keep(self, data: bytes, extension: str) -> str:
        """Keep the bytes and return their name; the same bytes always give the same name."""
        name = f"{hashlib.sha256(data).hexdigest()}.{extension}"
        target = self.path(name)
        if not target.exists():
            self._write(target, data)
        return name

    def path(self, name: str) -> Path:
        """Return where the file of that name lies, whether or not it is there.

        Raises DeskError for anything but a name that `keep` could have given, so that no name leads elsewhere.
        """
        if not is_hashed_name(name):
            raise DeskError(f"“{name}” does not name a {self._what} of the store.")
        return self._folder / name[:2] / name

    def has(self, name: str) -> bool:
        """Whether a file of that name is there."""
        return is_hashed_name(name) and self.path(name).is_file()

    def read(self, name: str) -> bytes:
        """Return the file's bytes; raises FileNotFoundError where it is missing, DeskError where it can't be read."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError:
            raise
        except OSError as error:
            raise DeskError(f"The {self._what} {name} can't be read: {error.strerror or error}.") from error

    def _write(self, target: Path, data: bytes) -> None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".adopting-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(temporary, target)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise DeskError(f"The {self._what} can't be kept in {self._folder}: {error.strerror or error}.") from error
