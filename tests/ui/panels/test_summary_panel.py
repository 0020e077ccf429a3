"""The summary panel, wired to a tiny article as the window would."""

from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.article.article import SummaryBullet
from deskeditor.article.line import plain_line
from deskeditor.richtext.line_document import load_line
from deskeditor.ui.bullet_row import BulletRow
from deskeditor.ui.editor.line_editor import LineEditor
from deskeditor.ui.panels.summary_panel import SummaryPanel

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


class Desk:
    """Holds bullets and documents, and does what the panel asks for."""

    def __init__(self, *texts: str) -> None:
        self.documents: dict[UUID, QTextDocument] = {}
        self.bullets = tuple(self._bullet(text) for text in texts)
        self.panel = SummaryPanel(self.editor)
        self.panel.bullet_added.connect(self.add)
        self.panel.bullet_removed.connect(self.remove)
        self.panel.bullet_moved.connect(self.move)
        self.panel.show_bullets(self.bullets)

    def _bullet(self, text: str) -> SummaryBullet:
        bullet = SummaryBullet(id=uuid4(), line=plain_line(text))
        self.documents[bullet.id] = QTextDocument()
        load_line(self.documents[bullet.id], bullet.line)
        return bullet

    def editor(self, bullet_id: UUID) -> QWidget:
        editor = LineEditor(size=14)
        editor.show_document(self.documents[bullet_id])
        return editor

    def add(self, after: UUID | None) -> None:
        at = next((n + 1 for n, bullet in enumerate(self.bullets) if bullet.id == after), len(self.bullets))
        self.show((*self.bullets[:at], self._bullet(""), *self.bullets[at:]))

    def remove(self, gone: UUID) -> None:
        self.show(tuple(bullet for bullet in self.bullets if bullet.id != gone))

    def move(self, moved: UUID, to: int) -> None:
        others = [bullet for bullet in self.bullets if bullet.id != moved]
        others.insert(to, next(bullet for bullet in self.bullets if bullet.id == moved))
        self.show(tuple(others))

    def show(self, bullets: tuple[SummaryBullet, ...]) -> None:
        self.bullets = bullets
        self.panel.show_bullets(bullets)

    def texts(self) -> list[str]:
        """The bullets' texts as the panel shows them, from the top."""
        return [editor.document().toPlainText() for editor in self.editors()]

    def editors(self) -> list[LineEditor]:
        return [editor for editor in self.panel.editors() if isinstance(editor, LineEditor)]

    def focused(self) -> int | None:
        return next((at for at, editor in enumerate(self.editors()) if editor.hasFocus()), None)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk("One", "Two", "Three")
    qtbot.addWidget(desk.panel)
    desk.panel.resize(300, 400)
    with qtbot.waitActive(desk.panel):
        desk.panel.show()
        desk.panel.activateWindow()
    return desk


def test_enter_adds_the_next_bullet_and_goes_there(qtbot: QtBot, desk: Desk) -> None:
    desk.editors()[0].setFocus()
    qtbot.keyClick(desk.editors()[0], Key.Key_Return)
    assert desk.focused() == 1
    qtbot.keyClicks(desk.editors()[1], "New")
    assert desk.texts() == ["One", "New", "Two", "Three"]


def test_backspace_removes_an_empty_bullet_only(qtbot: QtBot, desk: Desk) -> None:
    desk.editors()[1].setFocus()
    for _ in range(3):
        qtbot.keyClick(desk.editors()[1], Key.Key_Delete)
    assert desk.texts() == ["One", "", "Three"]
    qtbot.keyClick(desk.editors()[1], Key.Key_Backspace)
    assert desk.texts() == ["One", "Three"]
    assert desk.focused() == 0


def test_alt_arrows_move_a_bullet_with_its_caret(qtbot: QtBot, desk: Desk) -> None:
    desk.editors()[0].setFocus()
    qtbot.keyClick(desk.editors()[0], Key.Key_Down, ALT)
    assert desk.texts() == ["Two", "One", "Three"]
    assert desk.focused() == 1
    qtbot.keyClick(desk.editors()[1], Key.Key_Up, ALT)
    qtbot.keyClick(desk.editors()[0], Key.Key_Up, ALT)
    assert desk.texts() == ["One", "Two", "Three"]


def test_alt_del_removes(qtbot: QtBot, desk: Desk) -> None:
    desk.editors()[2].setFocus()
    qtbot.keyClick(desk.editors()[2], Key.Key_Delete, ALT)
    assert desk.texts() == ["One", "Two"]
    assert desk.focused() == 1


def test_plain_arrows_walk_from_bullet_to_bullet(qtbot: QtBot, desk: Desk) -> None:
    desk.editors()[0].setFocus()
    qtbot.keyClick(desk.editors()[0], Key.Key_Down)
    assert desk.focused() == 1
    qtbot.keyClick(desk.editors()[1], Key.Key_Up)
    assert desk.focused() == 0


def test_a_bullet_is_dragged_by_its_handle(qtbot: QtBot, desk: Desk) -> None:
    rows = sorted(desk.panel.findChildren(BulletRow), key=lambda row: row.y())
    handle = rows[0].findChild(QLabel)
    below = handle.mapFromGlobal(rows[2].mapToGlobal(QPoint(5, rows[2].height() - 2)))
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 8))
    qtbot.mouseMove(handle, below)
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=below)
    assert desk.texts() == ["Two", "Three", "One"]


def test_a_handle_that_is_only_clicked_moves_nothing(qtbot: QtBot, desk: Desk) -> None:
    handle = desk.panel.findChildren(BulletRow)[1].findChild(QLabel)
    with qtbot.assertNotEmitted(desk.panel.bullet_moved):
        qtbot.mouseClick(handle, Qt.MouseButton.LeftButton)


def test_the_button_adds_at_the_end(qtbot: QtBot, desk: Desk) -> None:
    qtbot.mouseClick(desk.panel.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert desk.texts() == ["One", "Two", "Three", ""]
    assert desk.focused() == 3


def test_editors_of_bullets_that_stay_are_kept(desk: Desk) -> None:
    before = desk.editors()
    desk.show(desk.bullets[1:])
    assert desk.editors() == before[1:]


def shown_texts(panel: SummaryPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.text() and not label.isHidden()]


def test_advice_is_given_on_number_and_length(qtbot: QtBot, desk: Desk) -> None:
    desk.panel.show_advice(3, 5, 20)
    assert shown_texts(desk.panel) == ["3 points"]
    qtbot.keyClicks(desk.editors()[0], "A bullet that runs on ")
    desk.show(desk.bullets[:2])
    said = shown_texts(desk.panel)
    assert "2 points · 3–5 read best" in said
    assert "25 of 20 characters" in said


def test_every_editor_has_a_name(desk: Desk) -> None:
    assert [editor.accessibleName() for editor in desk.editors()] == [f"Summary point {n}" for n in (1, 2, 3)]


def test_another_article_gets_editors_of_its_own(desk: Desk) -> None:
    before = desk.editors()
    desk.panel.replace_editors()
    desk.panel.show_bullets(desk.bullets)
    assert not set(before) & set(desk.editors())
    assert desk.texts() == ["One", "Two", "Three"]
