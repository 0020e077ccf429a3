"""Going out, a picture keeps its pixels and its rotation and loses what it says about people and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.errors import DeskError, InputError
from deskeditor.media import read_picture, without_private_data
from deskeditor.media.headers import exif_orientation, jpeg_segments
from tests.media.pictures import avif, gif, jpeg, png, webp

SECRET = b"59.911 N 10.752 E"


@pytest.mark.parametrize(
    "data",
    [
        jpeg(orientation=1, place=SECRET),
        jpeg(orientation=6, place=SECRET),
        jpeg() + b"a film hangs behind it: " + SECRET,
        png(text=SECRET),
        png() + SECRET,
        webp(exif=SECRET),
        webp(exif=SECRET + b"!"),
        avif(exif=SECRET),
        avif(exif=SECRET * 2),
        gif(comment=SECRET),
    ],
)
def test_what_is_not_the_picture_goes(data: bytes) -> None:
    cleaned = without_private_data(data)
    assert SECRET in data
    assert SECRET not in cleaned
    assert read_picture(cleaned) == read_picture(data)
    assert without_private_data(cleaned) == cleaned


@pytest.mark.parametrize("data", [jpeg(), png(), gif(), webp(), webp(form=b"VP8L"), webp(form=b"VP8 "), avif()])
def test_a_picture_that_says_nothing_stays_as_it_is(data: bytes) -> None:
    assert without_private_data(data) == data


@pytest.mark.parametrize("orientation", [2, 3, 6, 8])
def test_the_rotation_of_a_camera_stays(orientation: int) -> None:
    cleaned = without_private_data(jpeg(orientation=orientation, place=SECRET))
    (exif,) = [cleaned[start:end] for marker, start, end in jpeg_segments(cleaned) if marker == 0xE1]
    assert exif_orientation(exif) == orientation


def test_a_loop_of_pictures_goes_on_looping() -> None:
    data = gif(comment=SECRET, loops=True)
    assert b"NETSCAPE2.0\x03\x01\x00\x00\x00" in without_private_data(data)


def test_an_avif_decoder_finds_camera_data_that_says_nothing() -> None:
    cleaned = without_private_data(avif(exif=SECRET * 2))
    assert b"\x00\x00\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x00" in cleaned


@pytest.mark.parametrize("data", [gif(damaged=True), jpeg()[:-20]])
def test_what_cannot_be_taken_apart_does_not_go_out(data: bytes) -> None:
    with pytest.raises(DeskError):
        without_private_data(data)


@given(
    st.sampled_from([png(text=SECRET), gif(comment=SECRET), jpeg(orientation=6), webp(exif=SECRET), avif(exif=SECRET)]),
    st.binary(max_size=30),
    st.integers(0, 200),
)
def test_damaged_pictures_are_cleaned_or_refused_and_nothing_else(whole: bytes, noise: bytes, at: int) -> None:
    try:
        without_private_data(whole[:at] + noise + whole[at + len(noise) :])
    except (DeskError, InputError):
        return
