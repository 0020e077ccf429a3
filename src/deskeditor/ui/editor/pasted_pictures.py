"""Files and pictures that are pasted, dropped or chosen: a screenshot, a picture copied elsewhere, a folder's files."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QStandardPaths
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from deskeditor.errors import InputError

PICTURE_SUFFIXES: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
_KEPT_TYPES: Final = ("image/jpeg", "image/webp", "image/gif", "image/png")


def choose_pictures(parent: QWidget) -> list[Path]:
    """Ask the person which picture files to insert; none where she gives up."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    patterns = " ".join(f"*{suffix}" for suffix in sorted(PICTURE_SUFFIXES))
    names, _ = QFileDialog.getOpenFileNames(parent, "Insert pictures", folder, f"Pictures ({patterns})")
    return [Path(name) for name in names]


def has_pictures(data: QMimeData) -> bool:
    """Whether pictures are what there is, and not words with a picture of them, as from a spreadsheet."""
    return bool(_files(data)) or (data.hasImage() and not (data.hasText() and data.text().strip()))


def pictures_in(data: QMimeData) -> list[bytes]:
    """The bytes of the pictures. Raises InputError where a file can't be read."""
    files = _files(data)
    if files:
        return [picture_bytes(file) for file in files]
    for name in _KEPT_TYPES:
        if data.hasFormat(name):
            return [bytes(data.data(name).data())]
    return [_as_png(data.imageData())]


def texts_in(data: QMimeData) -> list[Path]:
    """The files that are meant, where every address is one and they are not all pictures: texts, to be imported."""
    return _local_files(data) if not _files(data) else []


def _files(data: QMimeData) -> list[Path]:
    """The picture files that are meant: only where every address is one."""
    paths = _local_files(data)
    return paths if all(path.suffix.lower() in PICTURE_SUFFIXES for path in paths) else []


def _local_files(data: QMimeData) -> list[Path]:
    urls = data.urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []


def picture_bytes(path: Path) -> bytes:
    """The bytes of a picture file. Raises InputError where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path.name} can't be read: {error.strerror or error}.") from error


def _as_png(image: object) -> bytes:
    if not isinstance(image, QImage) or image.isNull():
        raise InputError("The clipboard says that it holds a picture, but gives none: copy it again.")
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())
