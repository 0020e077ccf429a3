"""Pictures as they go out: without place, camera, names and thumbnails, every pixel as it was."""

import struct
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final

from deskeditor.errors import DeskError
from deskeditor.media.headers import ImageKind, exif_orientation, read_picture

# JFIF, colour profile and Adobe's colour transform say how to show the picture; all else is about it.
_JPEG_KEPT: Final = frozenset({0xE0, 0xE2, 0xEE})
_PNG_KEPT: Final = frozenset(
    {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs", b"bKGD", b"acTL", b"fcTL", b"fdAT"}
)
_GIF_APPLICATIONS: Final = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})
_WEBP_DROPPED: Final = frozenset({b"EXIF", b"XMP "})
_WEBP_FLAGS: Final = 0x08 | 0x04
_EMPTY_EXIF: Final = b"\x00\x00\x00\x00" + b"MM\x00\x2a\x00\x00\x00\x08" + b"\x00\x00" + b"\x00\x00\x00\x00"


def without_private_data(data: bytes) -> bytes:
    """Return the picture without what cameras and programs wrote beside its pixels; its rotation stays.

    Raises DeskError for a picture that is too damaged to take apart, and for what is no picture.
    """
    kind = read_picture(data).kind
    try:
        return _CLEANERS[kind](data)
    except (struct.error, IndexError, ValueError) as error:
        raise DeskError(
            "A picture is damaged, so that no one can tell what it gives away: export it again where it comes from."
        ) from error


def _clean_jpeg(data: bytes) -> bytes:
    parts = [b"\xff\xd8"]
    at, orientation = 2, 1
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in (0xD9, 0xDA):
            break
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        is_about_it = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not is_about_it or marker in _JPEG_KEPT:
            parts.append(data[at:end])
        elif marker == 0xE1:
            orientation = max(orientation, exif_orientation(data[at + 4 : end]))
        at = end
    if orientation > 1:
        # JFIF wants to be first where it is present.
        place = 2 if len(parts) > 1 and parts[1][1] == 0xE0 else 1
        parts.insert(place, _exif_of(orientation))
    return b"".join((*parts, data[at : _jpeg_end(data, at)]))


def _exif_of(orientation: int) -> bytes:
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    payload = b"Exif\x00\x00MM\x00\x2a" + struct.pack(">IH", 8, 1) + entry + b"\x00\x00\x00\x00"
    return b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload


def _jpeg_end(data: bytes, at: int) -> int:
    """Return where the picture ends: phones hang films and second pictures behind it."""
    while (at := data.find(b"\xff", at)) != -1 and at + 1 < len(data):
        marker = data[at + 1]
        if marker == 0xD9:
            return at + 2
        is_data = marker in (0x00, 0xFF, 0x01) or 0xD0 <= marker <= 0xD8
        at += 1 if marker == 0xFF else 2 if is_data else 2 + struct.unpack_from(">H", data, at + 2)[0]
    return len(data)


def _clean_png(data: bytes) -> bytes:
    parts = [data[:8]]
    at = 8
    while at + 12 <= len(data):
        length = struct.unpack_from(">I", data, at)[0]
        kind = data[at + 4 : at + 8]
        end = at + 12 + length
        if kind[:1].isupper() or kind in _PNG_KEPT:
            parts.append(data[at:end])
        at = end
        if kind == b"IEND":
            break
    return b"".join(parts)


def _clean_gif(data: bytes) -> bytes:
    at = 13 + _gif_colours(data[10])
    parts = [data[:at]]
    while at < len(data):
        start, sign = at, data[at]
        if sign == 0x3B:
            parts.append(b";")
            break
        if sign == 0x2C:
            at = _after_sub_blocks(data, at + 11 + _gif_colours(data[at + 9]))
            parts.append(data[start:at])
        elif sign == 0x21:
            label, at = data[at + 1], _after_sub_blocks(data, at + 2)
            is_known = label == 0xFF and data[start + 3 : start + 14] in _GIF_APPLICATIONS
            if label == 0xF9 or is_known:
                parts.append(data[start:at])
        else:
            raise ValueError("no block where one must stand")
    return b"".join(parts)


def _gif_colours(flags: int) -> int:
    return int(3 << ((flags & 7) + 1)) if flags & 0x80 else 0


def _after_sub_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += 1 + data[at]
    return at + 1


def _clean_webp(data: bytes) -> bytes:
    chunks: list[bytes] = []
    for kind, chunk in _webp_chunks(data):
        if kind == b"VP8X":
            chunks.append(chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS]) + chunk[9:])
        elif kind not in _WEBP_DROPPED:
            chunks.append(chunk)
    payload = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(payload)) + payload


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, end = 12, min(len(data), 8 + struct.unpack_from("<I", data, 4)[0])
    while at + 8 <= end:
        length = struct.unpack_from("<I", data, at + 4)[0]
        after = at + 8 + length + length % 2
        yield data[at : at + 4], data[at:after]
        at = after


def _clean_avif(data: bytes) -> bytes:
    """Overwrite what the items of camera data hold: nothing moves, so no offset changes."""
    cleaned = bytearray(data)
    meta = _box(data, 0, len(data), b"meta")
    kinds = dict(
        _item_kind(data, start)
        for start, _ in _boxes(data, *_box(data, meta[0] + 4, meta[1], b"iinf", after=6), b"infe")
    )
    about_it = {item for item, kind in kinds.items() if kind in (b"Exif", b"mime")}
    for item, start, length in _extents(data, *_box(data, meta[0] + 4, meta[1], b"iloc"), about_it):
        room = min(length, len(cleaned) - start)
        # Decoders refuse a picture whose camera data can't be read, but take data that says nothing.
        nothing = _EMPTY_EXIF if kinds[item] == b"Exif" and room >= len(_EMPTY_EXIF) else b""
        cleaned[start : start + room] = nothing.ljust(room, b"\x00")
    return bytes(cleaned)


def _boxes(data: bytes, start: int, end: int, wanted: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the payload of each box of that kind starts and ends."""
    while start + 8 <= end:
        length, header = struct.unpack_from(">I", data, start)[0], 8
        if length == 1:
            length, header = struct.unpack_from(">Q", data, start + 8)[0], 16
        length = length or end - start
        if length < header:
            raise ValueError("a box shorter than its head")
        if data[start + 4 : start + 8] == wanted:
            yield start + header, min(start + length, end)
        start += length


def _box(data: bytes, start: int, end: int, wanted: bytes, *, after: int = 0) -> tuple[int, int]:
    found = next(_boxes(data, start, end, wanted), None)
    if found is None:
        return end, end
    return found[0] + after, found[1]


def _item_kind(data: bytes, start: int) -> tuple[int, bytes]:
    version = data[start]
    item, width = struct.unpack_from(">I" if version >= 3 else ">H", data, start + 4)[0], 4 if version >= 3 else 2
    return item, data[start + 4 + width + 2 : start + 4 + width + 6]


def _extents(data: bytes, start: int, end: int, items: set[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the number, start and length of each stretch of bytes that those items consist of."""
    if not items or start >= end:
        return
    version = data[start]
    sizes = struct.unpack_from(">H", data, start + 4)[0]
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version in (1, 2) else 0
    wide = 4 if version == 2 else 2
    at = start + 6

    def take(width: int) -> int:
        nonlocal at
        if at + width > end:
            raise ValueError("the table of items runs past its box")
        at += width
        return int.from_bytes(data[at - width : at], "big")

    for _ in range(take(wide)):
        item = take(wide)
        method = take(2) & 15 if version in (1, 2) else 0
        take(2)
        base = take(base_size)
        for _ in range(take(2)):
            take(index_size)
            offset, length = take(offset_size), take(length_size)
            if item in items:
                if method:
                    raise ValueError("camera data where it can't be reached")
                yield item, base + offset, length


_CLEANERS: Final = MappingProxyType[ImageKind, Callable[[bytes], bytes]](
    {
        ImageKind.JPEG: _clean_jpeg,
        ImageKind.PNG: _clean_png,
        ImageKind.GIF: _clean_gif,
        ImageKind.WEBP: _clean_webp,
        ImageKind.AVIF: _clean_avif,
    }
)
