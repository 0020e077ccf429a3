"""The folder of pictures, each under the hash of its bytes: `ab/<sha256>.<ext>`."""

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final

from deskeditor.errors import DeskError, InputError
from deskeditor.media.headers import ImageSize, read_picture
from deskeditor.media.reader import missing_picture

MAX_BYTES: Final = 40 * 1024 * 1024
MAX_PIXELS: Final = 100_000_000
_HEAD: Final = 128 * 1024
_NAME: Final = re.compile(r"[0-9a-f]{64}\.(?:png|jpg|gif|webp|avif)")


def is_media_name(name: str) -> bool:
    """Whether `name` is one that the store gives: a SHA-256 in hexadecimal and an extension."""
    return _NAME.fullmatch(name) is not None


class MediaStore:
    """Keeps pictures in `folder`, which is made when the first one comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def adopt(self, data: bytes) -> str:
        """Keep the picture and return its name; the same bytes always give the same name.

        Raises InputError for what is not a picture, or one of more than 40 MB or 100 million pixels.
        """
        if len(data) > MAX_BYTES:
            raise InputError(f"This picture has {len(data) // 1_048_576} MB; up to 40 MB are taken: save it smaller.")
        picture = read_picture(data)
        if picture.size.width * picture.size.height > MAX_PIXELS:
            raise InputError(
                f"This picture has {picture.size.width} × {picture.size.height} pixels, more than can be shown: "
                "save it smaller."
            )
        name = f"{hashlib.sha256(data).hexdigest()}.{picture.kind.value}"
        target = self.path(name)
        if not target.exists():
            self._write(target, data)
        return name

    def path(self, name: str) -> Path:
        """Return where the picture of that name lies, whether or not it is there.

        Raises DeskError for anything but a name that `adopt` could have given, so that no name leads elsewhere.
        """
        if not is_media_name(name):
            raise DeskError(f"“{name}” does not name a picture of the store.")
        return self._folder / name[:2] / name

    def has(self, name: str) -> bool:
        """Whether a picture of that name is there."""
        return is_media_name(name) and self.path(name).is_file()

    def read(self, name: str) -> bytes:
        """Return the picture's bytes; raises DeskError where it is missing."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError as error:
            raise missing_picture(name) from error
        except OSError as error:
            raise DeskError(f"The picture {name} can't be read: {error.strerror or error}.") from error

    def size(self, name: str) -> ImageSize:
        """Return the picture's size in pixels; raises DeskError where it is missing."""
        path = self.path(name)
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD)
        except OSError:
            return read_picture(self.read(name)).size
        try:
            return read_picture(head).size
        except InputError:
            # Profiles and previews can stand before the size.
            return read_picture(self.read(name)).size

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
            raise DeskError(f"The picture can't be kept in {self._folder}: {error.strerror or error}.") from error
