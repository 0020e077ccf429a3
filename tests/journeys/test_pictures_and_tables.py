"""A picture with its caption, alt text and credit, a table and an embedded page: by keys and menus, and taken back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Embed, Figure, Paragraph, Table
from deskeditor.article.line import plain_line
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.embed_bubble import EmbedBubble
from deskeditor.ui.editor.picture_bubble import PictureBubble
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, settled

Key = Qt.Key


def write_body(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.keyClick(window, Key.Key_N, CONTROL)
    qtbot.keyClick(window, Key.Key_3, ALT)
    qtbot.keyClicks(window.page.body, words)


def test_a_picture_gets_its_caption_alt_text_and_credit(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(tmp_path / "ferry.png"))
    window = open_window()
    write_body(qtbot, window, "The ferry left.")
    body = window.page.body
    body.choose_pictures_by(lambda: [tmp_path / "ferry.png"])
    assert not window.actions_[Act.PICTURE_DETAILS].isEnabled()
    qtbot.keyClick(body, Key.Key_G, CONTROL | SHIFT)
    qtbot.keyClicks(body, "The night ferry")
    assert window.actions_[Act.PICTURE_DETAILS].isEnabled()
    qtbot.keyClick(body, Key.Key_F2)
    bubble = window.findChild(PictureBubble)
    assert bubble is not None
    qtbot.keyClicks(bubble.alt_field, "A ferry at the pier")
    qtbot.keyClicks(bubble.credit_field, "Mira Aldous")
    qtbot.keyClick(bubble.credit_field, Key.Key_Return)
    assert body.hasFocus()
    settled(qtbot, window)
    figure = article_of(window).body.leaves[1]
    assert isinstance(figure, Figure)
    assert window.workspace.media.has(figure.media)
    assert (figure.caption, figure.alt) == (plain_line("The night ferry"), "A ferry at the pier")
    assert figure.credit == "Mira Aldous"
    qtbot.keyClick(body, Key.Key_Z, CONTROL)
    taken_back = article_of(window).body.leaves[1]
    assert taken_back == Figure(media=figure.media, caption=figure.caption)


def test_a_table_grows_by_the_menu_and_a_page_is_embedded(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    write_body(qtbot, window, "Fares")
    body = window.page.body
    assert not window.actions_[Act.ROW_BELOW].isEnabled()
    qtbot.keyClick(body, Key.Key_T, CONTROL | SHIFT)
    qtbot.keyClicks(body, "Route")
    assert not window.actions_[Act.HEADING_2].isEnabled()
    assert window.actions_[Act.TABLE_HEAD].isChecked()
    window.actions_[Act.ROW_BELOW].trigger()
    window.actions_[Act.ALIGN_RIGHT].trigger()
    assert window.actions_[Act.ALIGN_RIGHT].isChecked()
    assert not window.actions_[Act.ALIGN_START].isChecked()
    settled(qtbot, window)
    table = article_of(window).body.leaves[1]
    assert isinstance(table, Table)
    assert len(table.rows) == 4
    assert table.alignments[0].value == "right"
    qtbot.keyClick(body, Key.Key_End, CONTROL)
    qtbot.keyClick(body, Key.Key_Y, CONTROL | SHIFT)
    bubble = window.findChild(EmbedBubble)
    assert bubble is not None
    qtbot.keyClicks(bubble.address_field, "example.org/timetable")
    qtbot.keyClick(bubble.address_field, Key.Key_Return)
    settled(qtbot, window)
    leaves = article_of(window).body.leaves
    assert leaves[-1] == Embed(url="https://example.org/timetable")
    assert leaves[0] == Paragraph(line=plain_line("Fares"))
