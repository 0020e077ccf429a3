"""The folder of pictures, each under the hash of its bytes: `ab/<sha256>.<ext>`."""

import re
from pathlib import Path
from typing import Final

from deskeditor.errors import DeskError, InputError
from deskeditor.media.hashed_files import HashedFiles
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
        self._files = HashedFiles(folder, what="picture")

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
        return self._files.keep(data, picture.kind.value)

    def path(self, name: str) -> Path:
        """Return where the picture of that name lies, whether or not it is there.

        Raises DeskError for anything but a name that `adopt` could have given, so that no name leads elsewhere.
        """
        if not is_media_name(name):
            raise DeskError(f"“{name}” does not name a picture of the store.")
        return self._files.path(name)

    def has(self, name: str) -> bool:
        """Whether a picture of that name is there."""
        return is_media_name(name) and self.path(name).is_file()

    def read(self, name: str) -> bytes:
        """Return the picture's bytes; raises DeskError where it is missing."""
        self.path(name)
        try:
            return self._files.read(name)
        except FileNotFoundError as error:
            raise missing_picture(name) from error

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
