"""The editor of an article's body: a column of text, and what each key means in each leaf."""

from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from deskeditor.article.body import Body, Figure, ListKind
from deskeditor.article.place import Place
from deskeditor.errors import DeskError
from deskeditor.richtext.body_document import MARGIN
from deskeditor.richtext.clipboard import Pasted
from deskeditor.richtext.grounds import INDENT, paint_grounds
from deskeditor.richtext.insertion import insert_body, leave_object
from deskeditor.richtext.pieces import leading_object, table_of
from deskeditor.richtext.places import cursor_to_place, place_to_cursor
from deskeditor.richtext.selection import selected_body
from deskeditor.richtext.shapes import Kind, Shape, shape_of
from deskeditor.ui.actions import Act
from deskeditor.ui.editor.block_commands import set_heading, toggle_quote
from deskeditor.ui.editor.enter_key import insert_break, press_enter
from deskeditor.ui.editor.erase_keys import erase_selection, erase_word, press_backspace, press_delete
from deskeditor.ui.editor.insert_commands import insert_footnote, insert_rule, insert_table
from deskeditor.ui.editor.list_commands import lift, nest, path_of, toggle_list
from deskeditor.ui.editor.pasted_pictures import has_pictures, pictures_in
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.editor.tab_key import press_tab
from deskeditor.ui.editor.typed_text import is_typing
from deskeditor.ui.theme import tokens_of

Adopt = Callable[[bytes], str]
"""Keeps a picture and gives the name it is stored under. Raises DeskError for what is none."""

HEADING_ACTS: Final = MappingProxyType({Act.PARAGRAPH: 0, Act.HEADING_2: 2, Act.HEADING_3: 3, Act.HEADING_4: 4})
_SAMPLE: Final = "An hour before noon the desk had the first words of the speech."
"""Ordinary copy, to tell how wide a letter is."""
_FIRST_TABLE: Final = (3, 2)


class BodyEditor(RichEditor):
    """Edits a body's document. Everything it does to it is one step of undo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Body")
        self.setPlaceholderText("Write, or paste a page…")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self._adopt: Adopt | None = None

    # Commands

    def run(self, act: Act) -> bool:
        match act:
            case _ if (level := HEADING_ACTS.get(act)) is not None:
                self.edit(partial(set_heading, level=level))
            case Act.QUOTE:
                self.edit(toggle_quote)
            case Act.BULLETED_LIST:
                self.edit(lambda cursor: toggle_list(cursor, ListKind.BULLET))
            case Act.NUMBERED_LIST:
                self.edit(lambda cursor: toggle_list(cursor, ListKind.NUMBER))
            case Act.INDENT:
                self.edit(nest)
            case Act.OUTDENT:
                self.edit(lift)
            case Act.INSERT_RULE:
                self.edit(insert_rule)
            case Act.INSERT_TABLE:
                self.edit(lambda cursor: insert_table(cursor, *_FIRST_TABLE))
            case Act.INSERT_FOOTNOTE:
                self.edit(insert_footnote)
            case _:
                return super().run(act)
        return True

    def checked_acts(self) -> dict[Act, bool]:
        block = self.textCursor().block()
        shape = Shape() if leading_object(block) is not None else shape_of(block.blockFormat())
        checked = super().checked_acts()
        is_text = shape.kind in (Kind.PARAGRAPH, Kind.HEADING) and leading_object(block) is None
        for act, level in HEADING_ACTS.items():
            checked[act] = is_text and table_of(block) is None and shape.level == level
        path = path_of(block)
        checked[Act.QUOTE] = shape.quoted
        checked[Act.BULLETED_LIST] = bool(path) and path[-1].kind is ListKind.BULLET
        checked[Act.NUMBERED_LIST] = bool(path) and path[-1].kind is ListKind.NUMBER
        return checked

    def selected_body(self) -> Body:
        """What is selected, as a body."""
        return selected_body(self.textCursor())

    def insert_body(self, body: Body) -> None:
        """Put a body in place of the selection, as one step."""
        self.edit(lambda cursor: insert_body(cursor, body))

    def _put(self, pasted: Pasted) -> None:
        self.edit(lambda cursor: insert_body(cursor, pasted.body))

    def _erase(self, cursor: QTextCursor) -> None:
        erase_selection(cursor)

    def adopt_pictures_by(self, adopt: Adopt) -> None:
        """Take pictures that are pasted or dropped: `adopt` keeps one and gives its name, or raises DeskError."""
        self._adopt = adopt

    def show_place(self, place: Place) -> None:
        """Select a place of the body and scroll to it."""
        self.setTextCursor(place_to_cursor(self.document(), place))
        self.ensureCursorVisible()

    def place(self) -> Place:
        """The place of the selection, or of the caret."""
        return cursor_to_place(self.textCursor())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with self._own_edit():
            done = not self.isReadOnly() and self._press(event)
        if not done:
            super().keyPressEvent(event)
            return
        event.accept()
        self.ensureCursorVisible()
        self.format_changed.emit()

    def _press(self, event: QKeyEvent) -> bool:
        """Do what the key means to the leaf the caret is in; False leaves it to Qt."""
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        cursor = self.textCursor()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not control:
                (insert_break if shift else press_enter)(cursor)
            case Qt.Key.Key_Backspace:
                if not (erase_selection(cursor) or press_backspace(cursor)):
                    if not control:
                        return False
                    erase_word(cursor, back=True)
            case Qt.Key.Key_Delete if not shift:
                if not (erase_selection(cursor) or press_delete(cursor)):
                    if not control:
                        return False
                    erase_word(cursor, back=False)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab if not control:
                back = shift or event.key() == Qt.Key.Key_Backtab
                if not press_tab(cursor, back=back):
                    QWidget.focusNextPrevChild(self, not back)
                    return True
            case _ if is_typing(event) and self._types_beside_object(cursor, event.text()):
                pass
            case _:
                return False
        self.setTextCursor(cursor)
        return True

    def _types_beside_object(self, cursor: QTextCursor, text: str) -> bool:
        """Type beside a rule, an embed or before a figure: into a new paragraph, as one step."""
        if cursor.hasSelection() or leading_object(cursor.block()) is None:
            return False
        cursor.beginEditBlock()
        left = leave_object(cursor)
        if left:
            cursor.insertText(text, QTextCharFormat())
        cursor.endEditBlock()
        return left

    # Qt's own

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return super().canInsertFromMimeData(source) or (self._adopt is not None and has_pictures(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._adopt is None or self.isReadOnly() or not has_pictures(source):
            super().insertFromMimeData(source)
            return
        try:
            names = [self._adopt(data) for data in pictures_in(source)]
        except DeskError as error:
            self.refused.emit(str(error))
            return
        self.insert_body(Body(tuple(Figure(media=name) for name in names)))

    def event(self, event: QEvent) -> bool:
        # Beside the column the mouse works as in it.
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE_EVENTS:
            inside = QMouseEvent(
                event.type(),
                QPointF(self.viewport().mapFrom(self, event.position().toPoint())),
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
            QApplication.sendEvent(self.viewport(), inside)
            return True
        if isinstance(event, QWheelEvent):
            return QApplication.sendEvent(self.viewport(), event)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._centre(self.document().defaultFont())
        super().resizeEvent(event)

    def _dress_document(self, document: QTextDocument) -> None:
        if document.documentMargin() != MARGIN:
            document.setDocumentMargin(MARGIN)
        document.setIndentWidth(INDENT)
        super()._dress_document(document)
        self._centre(document.defaultFont())

    def _centre(self, font: QFont) -> None:
        """Make the column as wide as a line is read well, in the middle."""
        sample = QFontMetricsF(font).horizontalAdvance(_SAMPLE)
        column = round(sample / len(_SAMPLE) * tokens_of(self.palette()).measure) + 2 * MARGIN
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max((room - column) // 2, 0)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-across, -down)
        paint_grounds(painter, self.document(), QRectF(event.rect()).translated(across, down), self.look)
        painter.end()
        super().paintEvent(event)


_MOUSE_EVENTS: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
)
