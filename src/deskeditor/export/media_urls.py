"""Where a page finds its pictures: beside it, or inside it."""

import base64
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from deskeditor.media import MediaReader, read_picture, without_private_data

MediaUrl = Callable[[str], str]
FOLDER: Final = "media/"


def beside_the_page(name: str) -> str:
    """Return the address of a picture that lies in the `media` folder beside the page."""
    return FOLDER + quote(name)


def inside_the_page(media: MediaReader) -> MediaUrl:
    """Return a function that gives a picture's bytes as a `data:` address; a missing one stays beside the page."""

    def address(name: str) -> str:
        if not media.has(name):
            return beside_the_page(name)
        data = without_private_data(media.read(name))
        encoded = base64.b64encode(data).decode("ascii")
        return f"data:{read_picture(data).kind.media_type};base64,{encoded}"

    return address
