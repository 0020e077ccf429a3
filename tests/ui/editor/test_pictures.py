import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Figure
from deskeditor.errors import InputError
from deskeditor.ui.editor.body_editor import BodyEditor
from tests.ui.editor.editing import body_editor, html, leaves, para, plain, put_caret_behind


def adopted(data: bytes) -> str:
    if not data.startswith((b"\x89PNG", b"GIF")):
        raise InputError("This is no picture: take another file.")
    return f"{hashlib.sha256(data).hexdigest()}.png"


def picture(colour: str = "red") -> QImage:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def taking_editor(qtbot: QtBot) -> BodyEditor:
    editor = body_editor(qtbot, para("one"), para("two"))
    editor.adopt_pictures_by(adopted)
    put_caret_behind(editor, "one")
    return editor


def test_a_pasted_screenshot_is_a_figure(qtbot: QtBot) -> None:
    editor = taking_editor(qtbot)
    data = QMimeData()
    data.setImageData(picture())
    assert editor.canInsertFromMimeData(data)
    editor.insertFromMimeData(data)
    assert [type(leaf) for leaf in leaves(editor)] == [type(para("")), Figure, type(para(""))]
    editor.document().undo()
    assert leaves(editor) == (para("one"), para("two"))


def test_the_bytes_of_a_copied_picture_are_kept_as_they_are(qtbot: QtBot) -> None:
    editor = taking_editor(qtbot)
    data = QMimeData()
    data.setImageData(picture())
    data.setData("image/gif", b"GIF89a and so on")
    editor.insertFromMimeData(data)
    assert leaves(editor)[1] == Figure(media=adopted(b"GIF89a and so on"))


def test_dropped_files_are_figures_and_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    names = [tmp_path / "a.png", tmp_path / "b.PNG"]
    for path, colour in zip(names, ("red", "blue"), strict=True):
        picture(colour).save(str(path))
    editor = taking_editor(qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in names])
    editor.insertFromMimeData(data)
    assert leaves(editor)[1:3] == tuple(Figure(media=adopted(path.read_bytes())) for path in names)
    editor.document().undo()
    assert leaves(editor) == (para("one"), para("two"))


@pytest.mark.parametrize("made", [True, False])
def test_what_is_no_picture_is_refused_in_a_sentence(qtbot: QtBot, tmp_path: Path, made: bool) -> None:
    path = tmp_path / "a.png"
    if made:
        path.write_bytes(b"text")
    editor = taking_editor(qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    with qtbot.waitSignal(editor.refused) as told:
        editor.insertFromMimeData(data)
    assert told.args
    assert str(told.args[0]).endswith(".")
    assert leaves(editor) == (para("one"), para("two"))


def test_words_with_a_picture_of_them_are_words(qtbot: QtBot) -> None:
    editor = taking_editor(qtbot)
    data = html("<b>cells</b>")
    data.setText("cells")
    data.setImageData(picture())
    editor.insertFromMimeData(data)
    assert len(leaves(editor)) == 2


def test_without_a_place_to_keep_them_pictures_are_not_taken(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"))
    data = QMimeData()
    data.setImageData(picture())
    assert not editor.canInsertFromMimeData(data)
    assert editor.canInsertFromMimeData(plain("x"))


def test_a_stored_picture_is_shown_in_its_column_and_a_lost_one_is_named(qtbot: QtBot) -> None:
    asked: list[str] = []

    def stored(name: str) -> QImage:
        asked.append(name)
        return picture() if name.startswith("a") else QImage()

    editor = body_editor(qtbot, Figure(media="a" * 64 + ".png"), Figure(media="b" * 64 + ".png", alt="gone"))
    editor.show_pictures(stored)
    editor.grab()
    editor.grab()
    assert sorted(asked) == ["a" * 64 + ".png", "b" * 64 + ".png"]
