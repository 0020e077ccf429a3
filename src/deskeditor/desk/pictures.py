"""Pictures that come along with a file: those beside it, taken into the store."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from deskeditor.errors import DeskError
from deskeditor.markup.reading import MediaFinder, stored_media
from deskeditor.media import MediaStore


def pictures_beside(folder: Path | None, media: MediaStore) -> MediaFinder:
    """Return what finds the pictures that a text names: stored ones, and files in `folder` or below it.

    A picture elsewhere on the disk is not taken: a text from outside must not choose what is published.
    """

    def find(address: str) -> str | None:
        stored = stored_media(address)
        if stored is not None and media.has(stored):
            return stored
        path = None if folder is None else _inside(folder, address)
        if path is None:
            return None
        try:
            return media.adopt(path.read_bytes())
        except (DeskError, OSError):
            # Not a picture, too large or not to be read: told as a missing one, under its address.
            return None

    return find


def _inside(folder: Path, address: str) -> Path | None:
    try:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = (folder / unquote(parts.path)).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError):
        return None
