"""The smallest pictures of each kind, made byte by byte."""

import struct
import zlib


def png(width: int = 3, height: int = 2, *, text: bytes = b"") -> bytes:
    """A red PNG, with a text chunk where one is given."""
    rows = b"".join(b"\x00" + b"\xd0\x20\x30" * width for _ in range(height))
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))]
    if text:
        chunks.append((b"tEXt", b"Comment\x00" + text))
    chunks += [(b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def gif(width: int = 3, height: int = 2, *, comment: bytes = b"", loops: bool = False, damaged: bool = False) -> bytes:
    """A GIF of one picture, with a comment and a loop where they are asked for."""
    blocks = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00" if loops else b""
    if comment:
        blocks += b"!\xfe" + bytes([len(comment)]) + comment + b"\x00"
    picture = b"," + struct.pack("<HHHH", 0, 0, width, height) + b"\x00" + b"\x02\x02\x44\x01\x00"
    end = b"?" if damaged else b";"
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\x00\x00" + b"\x00" * 6 + blocks + picture + end


def jpeg(width: int = 3, height: int = 2, *, orientation: int = 0, place: bytes = b"") -> bytes:
    """The segments of a JPEG up to a scan of four bytes."""
    segments = [(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")]
    if orientation:
        entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
        segments.append(
            (0xE1, b"Exif\x00\x00MM\x00\x2a" + struct.pack(">IH", 8, 1) + entry + b"\x00\x00\x00\x00" + place)
        )
    segments.append((0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"))
    packed = b"".join(b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data for marker, data in segments)
    return b"\xff\xd8" + packed + b"\xff\xda\x00\x02scan\xff\xd9"


def webp(width: int = 3, height: int = 2, *, form: bytes = b"VP8X", exif: bytes = b"") -> bytes:
    """A WebP of one of its three forms."""
    match form:
        case b"VP8X":
            flags = bytes([0x08 if exif else 0, 0, 0, 0])
            payload = flags + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        case b"VP8L":
            payload = b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14)
        case _:
            payload = b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width, height)
    chunks = _riff_chunk(form, payload)
    if exif:
        chunks += _riff_chunk(b"EXIF", exif)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def _riff_chunk(kind: bytes, payload: bytes) -> bytes:
    return kind + struct.pack("<I", len(payload)) + payload + b"\x00" * (len(payload) % 2)


def avif(width: int = 3, height: int = 2, *, exif: bytes = b"") -> bytes:
    """The boxes of an AVIF that tell kind and size, and one item of camera data where it is given."""
    brands = _iso_box(b"ftyp", b"avif\x00\x00\x00\x00mif1avif")
    ispe = _iso_box(b"ispe", b"\x00\x00\x00\x00" + struct.pack(">II", width, height))
    if not exif:
        return brands + _iso_box(b"meta", b"\x00\x00\x00\x00" + ispe)
    infe = _iso_box(b"infe", b"\x02\x00\x00\x00" + struct.pack(">HH", 1, 0) + b"Exif\x00")
    iinf = _iso_box(b"iinf", b"\x00\x00\x00\x00" + struct.pack(">H", 1) + infe)

    def meta(offset: int) -> bytes:
        extent = struct.pack(">HHIHII", 1, 0, 0, 1, offset, len(exif))
        iloc = _iso_box(b"iloc", b"\x00\x00\x00\x00" + b"\x44\x40" + struct.pack(">H", 1) + extent)
        return brands + _iso_box(b"meta", b"\x00\x00\x00\x00" + ispe + iinf + iloc)

    return meta(len(meta(0)) + 8) + _iso_box(b"mdat", exif)


def _iso_box(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload) + 8) + kind + payload
