"""Kind and size come from the bytes; whatever else they are is refused in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.errors import InputError
from deskeditor.media import ImageKind, ImageSize, read_picture
from tests.media.pictures import avif, gif, jpeg, png, webp


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(640, 480), ImageKind.PNG),
        (gif(640, 480), ImageKind.GIF),
        (jpeg(640, 480), ImageKind.JPEG),
        (jpeg(640, 480, orientation=3), ImageKind.JPEG),
        (jpeg(480, 640, orientation=6), ImageKind.JPEG),
        (webp(640, 480), ImageKind.WEBP),
        (webp(640, 480, form=b"VP8L"), ImageKind.WEBP),
        (webp(640, 480, form=b"VP8 "), ImageKind.WEBP),
        (avif(640, 480), ImageKind.AVIF),
    ],
)
def test_kind_and_size_are_read(data: bytes, kind: ImageKind) -> None:
    picture = read_picture(data)
    assert picture.kind is kind
    assert picture.size == ImageSize(width=640, height=480)


@pytest.mark.parametrize(
    "data",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn -->\n<svg></svg>',
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"> <svg:svg></svg:svg>',
    ],
)
def test_svg_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(InputError, match="SVG"):
        read_picture(data)


@pytest.mark.parametrize("data", [b"", b"GIF", b"hello", b"<html></html>", b"%PDF-1.7", b"BM" + b"\x00" * 60])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not a picture"):
        read_picture(data)


@pytest.mark.parametrize("whole", [png(), jpeg(), webp(), avif()])
def test_a_picture_cut_off_before_its_size_is_refused(whole: bytes) -> None:
    with pytest.raises(InputError):
        read_picture(whole[:14])


def test_a_picture_without_extent_is_refused() -> None:
    with pytest.raises(InputError):
        read_picture(gif(0, 2))


@given(st.sampled_from([png(), gif(), jpeg(orientation=6), webp(), avif()]), st.binary(max_size=40), st.integers(0, 80))
def test_damaged_bytes_are_read_or_refused_and_nothing_else(whole: bytes, noise: bytes, at: int) -> None:
    try:
        picture = read_picture(whole[:at] + noise + whole[at + len(noise) :])
    except InputError:
        return
    assert picture.size.width > 0
    assert picture.size.height > 0
