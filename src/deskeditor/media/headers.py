"""What a picture is, by its first bytes: kind and size without decoding a pixel."""

import re
import struct
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from deskeditor.errors import InputError


class ImageKind(StrEnum):
    """The kinds of picture a page may carry; the value is the file extension."""

    PNG = "png"
    JPEG = "jpg"
    GIF = "gif"
    WEBP = "webp"
    AVIF = "avif"

    @property
    def media_type(self) -> str:
        """The MIME type, such as `image/jpeg`."""
        return "image/jpeg" if self is ImageKind.JPEG else f"image/{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSize:
    """Width and height in pixels, as shown (a camera's rotation applied)."""

    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture's kind and size."""

    kind: ImageKind
    size: ImageSize


_SVG: Final = re.compile(
    rb"^\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg[\s>]", re.DOTALL | re.IGNORECASE
)


def read_picture(data: bytes) -> Picture:
    """Return the kind and size of the picture in `data`.

    Raises InputError for whatever is not a PNG, JPEG, GIF, WebP or AVIF, and for one that is cut off
    before its size. SVG is refused: it is a document that can carry scripts.
    """
    try:
        kind = _kind(data)
        if kind is not None:
            size = _SIZES[kind](data)
            if size.width > 0 and size.height > 0:
                return Picture(kind=kind, size=size)
    except (struct.error, IndexError, ValueError) as error:
        raise InputError(
            "This picture is damaged: its size can't be read. Export it again from where it comes from."
        ) from error
    if _SVG.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        raise InputError("SVG drawings can carry scripts and are not taken: save the drawing as PNG or WebP.")
    raise InputError("This is not a picture that a page can show: use PNG, JPEG, GIF, WebP or AVIF.")


def _kind(data: bytes) -> ImageKind | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ImageKind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return ImageKind.JPEG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return ImageKind.GIF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ImageKind.WEBP
    if data[4:8] == b"ftyp" and b"avif" in _brands(data):
        return ImageKind.AVIF
    return None


def _brands(data: bytes) -> tuple[bytes, ...]:
    length = min(struct.unpack_from(">I", data)[0], 256)
    return (data[8:12], *(data[at : at + 4] for at in range(16, length, 4)))


def _png_size(data: bytes) -> ImageSize:
    if data[12:16] != b"IHDR":
        raise ValueError("no IHDR")
    width, height = struct.unpack_from(">II", data, 16)
    return ImageSize(width=width, height=height)


def _gif_size(data: bytes) -> ImageSize:
    width, height = struct.unpack_from("<HH", data, 6)
    return ImageSize(width=width, height=height)


def _jpeg_size(data: bytes) -> ImageSize:
    turned = False
    for marker, start, end in jpeg_segments(data):
        if marker == 0xE1:
            turned = exif_orientation(data[start:end]) in (5, 6, 7, 8)
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, start + 1)
            return ImageSize(width=height, height=width) if turned else ImageSize(width=width, height=height)
    raise ValueError("no frame")


def jpeg_segments(data: bytes) -> list[tuple[int, int, int]]:
    """Return the marker, payload start and payload end of each JPEG segment before the scan."""
    segments: list[tuple[int, int, int]] = []
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("no marker where one must stand")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in (0xDA, 0xD9):
            break
        length = struct.unpack_from(">H", data, at + 2)[0]
        if length < 2 or at + 2 + length > len(data):
            raise ValueError("a segment runs past the end")
        segments.append((marker, at + 4, at + 2 + length))
        at += 2 + length
    return segments


def exif_orientation(segment: bytes) -> int:
    """Return the orientation (1 to 8) that an APP1 segment's payload tells, 1 where it tells none."""
    if not segment.startswith(b"Exif\x00\x00"):
        return 1
    tiff = segment[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (offset,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, offset)
        for entry in range(min(count, 512)):
            tag, kind, _, value = struct.unpack_from(order + "HHIH", tiff, offset + 2 + 12 * entry)
            if tag == 0x0112 and kind == 3 and 1 <= value <= 8:
                return int(value)
    except struct.error:
        return 1
    return 1


def _webp_size(data: bytes) -> ImageSize:
    form = data[12:16]
    if form == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        height = int.from_bytes(data[27:30], "little") + 1
        return ImageSize(width=width, height=height)
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return ImageSize(width=(bits & 0x3FFF) + 1, height=((bits >> 14) & 0x3FFF) + 1)
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return ImageSize(width=width & 0x3FFF, height=height & 0x3FFF)
    raise ValueError("no frame")


def _avif_size(data: bytes) -> ImageSize:
    # The first `ispe` property within `meta` belongs to the picture itself in what encoders write;
    # of several (thumbnails, tiles, an alpha plane) the largest is the one shown.
    sizes = [
        struct.unpack_from(">II", data, found.end() + 4)
        for found in re.finditer(rb"ispe", data[: 1 << 16])
        if len(data) >= found.end() + 12
    ]
    if not sizes:
        raise ValueError("no ispe")
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    turn = re.search(rb"irot(.)", data[: 1 << 16], re.DOTALL)
    is_turned = turn is not None and turn.group(1)[0] & 1
    return ImageSize(width=height, height=width) if is_turned else ImageSize(width=width, height=height)


_SIZES: Final = MappingProxyType(
    {
        ImageKind.PNG: _png_size,
        ImageKind.JPEG: _jpeg_size,
        ImageKind.GIF: _gif_size,
        ImageKind.WEBP: _webp_size,
        ImageKind.AVIF: _avif_size,
    }
)
