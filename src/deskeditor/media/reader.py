"""How other layers ask for a picture: by its name, without knowing where pictures lie."""

from typing import Protocol

from deskeditor.errors import DeskError
from deskeditor.media.headers import ImageSize


class MediaReader(Protocol):
    """Reads pictures by name, `<sha256>.<ext>`."""

    def has(self, name: str) -> bool:
        """Whether a picture of that name is there."""
        ...

    def read(self, name: str) -> bytes:
        """Return the picture's bytes; raises DeskError where it is missing."""
        ...

    def size(self, name: str) -> ImageSize:
        """Return the picture's size; raises DeskError where it is missing."""
        ...


class NoMedia:
    """A reader without pictures, for pieces that have none."""

    def has(self, name: str) -> bool:
        """No picture is there."""
        return False

    def read(self, name: str) -> bytes:
        """Raise DeskError."""
        raise missing_picture(name)

    def size(self, name: str) -> ImageSize:
        """Raise DeskError."""
        raise missing_picture(name)


def missing_picture(name: str) -> DeskError:
    """The error for a picture that is named but not there."""
    return DeskError(f"The picture {name} is missing from the store: put it into the article again.")
