"""Pictures lie under the hash of their bytes, once, and no name leads out of their folder."""

import hashlib
from pathlib import Path

import pytest

from deskeditor.errors import DeskError, InputError
from deskeditor.media import MediaStore, NoMedia
from deskeditor.media.media_store import MAX_BYTES
from tests.media.pictures import jpeg, png


def test_a_picture_is_kept_under_its_hash_and_its_own_kind(tmp_path: Path) -> None:
    media = MediaStore(tmp_path / "media")
    name = media.adopt(jpeg())
    digest = hashlib.sha256(jpeg()).hexdigest()
    assert name == f"{digest}.jpg"
    assert media.path(name) == tmp_path / "media" / digest[:2] / name
    assert media.read(name) == jpeg()
    assert (media.size(name).width, media.size(name).height) == (3, 2)


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    media = MediaStore(tmp_path)
    assert media.adopt(png()) == media.adopt(png())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [media.path(media.adopt(png()))]


def test_nothing_is_kept_of_what_is_refused(tmp_path: Path) -> None:
    media = MediaStore(tmp_path / "media")
    for data in (b"<svg/>", b"text", png(20_000, 1)[:40].replace(b"\x00\x00N ", b"\x7f\xff\xff\xff"), b"\x89PNG"):
        with pytest.raises(InputError):
            media.adopt(data)
    with pytest.raises(InputError, match="40 MB"):
        media.adopt(png() + b"\x00" * MAX_BYTES)
    assert not (tmp_path / "media").exists()


def test_too_many_pixels_are_refused_by_the_header_alone(tmp_path: Path) -> None:
    head = bytearray(png())
    head[16:24] = (50_000).to_bytes(4, "big") * 2
    with pytest.raises(InputError, match="50000 × 50000"):
        MediaStore(tmp_path).adopt(bytes(head))


@pytest.mark.parametrize("name", ["../desk.db", "/etc/passwd", "a.png", "", "A" * 64 + ".png", "0" * 64 + ".svg"])
def test_no_name_leads_elsewhere(tmp_path: Path, name: str) -> None:
    media = MediaStore(tmp_path)
    assert not media.has(name)
    with pytest.raises(DeskError, match="does not name a picture"):
        media.read(name)


def test_a_size_that_stands_late_in_a_picture_is_found(tmp_path: Path) -> None:
    media = MediaStore(tmp_path)
    segment = b"\xff\xe2\xff\xff" + b"p" * 65_533
    name = media.adopt(b"\xff\xd8" + segment * 3 + jpeg(40, 30)[2:])
    assert (media.size(name).width, media.size(name).height) == (40, 30)


def test_a_missing_picture_is_told(tmp_path: Path) -> None:
    name = "0" * 64 + ".png"
    for media in (MediaStore(tmp_path), NoMedia()):
        assert not media.has(name)
        with pytest.raises(DeskError, match="missing from the store"):
            media.read(name)
        with pytest.raises(DeskError, match="missing from the store"):
            media.size(name)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "media").write_text("in the way", encoding="utf-8")
    with pytest.raises(DeskError, match="can't be kept"):
        MediaStore(tmp_path / "media").adopt(png())
