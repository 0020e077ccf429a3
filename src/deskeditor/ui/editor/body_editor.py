"""The editor of an article's body: a column of text, and what each key means in each leaf."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
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

from deskeditor.article.body import Body, Figure
from deskeditor.article.place import Place
from deskeditor.errors import DeskError
from deskeditor.richtext.body_document import MARGIN
from deskeditor.richtext.clipboard import Pasted
from deskeditor.richtext.grounds import INDENT, paint_grounds, signs_in
from deskeditor.richtext.insertion import insert_body, leave_object
from deskeditor.richtext.object_blocks import object_at, select_object, selected_object
from deskeditor.richtext.pieces import leading_object
from deskeditor.richtext.places import cursor_to_place, place_to_cursor
from deskeditor.richtext.properties import ObjectKind
from deskeditor.richtext.selection import selected_body
from deskeditor.ui.acts import Act, Needs
from deskeditor.ui.editor.body_commands import BODY_COMMANDS, body_checks, body_needs
from deskeditor.ui.editor.body_questions import BodyQuestions
from deskeditor.ui.editor.enter_key import insert_break, press_enter
from deskeditor.ui.editor.erase_keys import erase_selection, erase_word, press_backspace, press_delete
from deskeditor.ui.editor.figure_handle import (
    Picture,
    paint_handles,
    selected_picture,
    set_width,
    takes_handle,
    width_at,
    width_by_key,
)
from deskeditor.ui.editor.insert_commands import insert_figures, takes_leaves
from deskeditor.ui.editor.object_paint import (
    empty_caption_rect,
    is_in_empty_caption,
    paint_caption_caret,
    paint_selection,
)
from deskeditor.ui.editor.pasted_pictures import choose_pictures, has_pictures, picture_bytes, pictures_in, texts_in
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.editor.tab_key import press_tab
from deskeditor.ui.editor.typed_text import is_typing
from deskeditor.ui.editor.veil import paint_veil
from deskeditor.ui.theme import tokens_of

Adopt = Callable[[bytes], str]
"""Keeps a picture and gives the name it is stored under. Raises DeskError for what is none."""

Choose = Callable[[], Sequence[Path]]
"""Asks for picture files; none where the person gives up."""

_CARET: Final = 2
_SAMPLE: Final = "An hour before noon the desk had the first words of the speech."
"""Ordinary copy, to tell how wide a letter is."""


class BodyEditor(RichEditor):
    """Edits a body's document. Everything it does to it is one step of undo."""

    files_pasted = Signal(list)
    """Files on the clipboard, as paths: texts to be imported, not the addresses of them."""

    _least_side = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Body")
        self.setPlaceholderText("Write, or paste a page…")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(_CARET)
        self._adopt: Adopt | None = None
        self._choose: Choose = partial(choose_pictures, self)
        self._questions = BodyQuestions(self)
        self._paints_over = False
        self._is_veiled = False
        self._signs: Mapping[int, tuple[str, bool, bool]] = {}
        self._dragged: Picture | None = None
        self._dragged_width: int | None = None
        self.cursorPositionChanged.connect(self._show_caret)
        self.selectionChanged.connect(self._show_caret)

    # Commands

    def run(self, act: Act) -> bool:
        match act:
            case _ if command := BODY_COMMANDS.get(act):
                self.edit(command)
            case Act.LIST_START:
                self._questions.ask_for_list_start()
            case Act.CODE_LANGUAGE:
                self._questions.ask_for_code_language()
            case Act.INSERT_EMBED:
                self._questions.ask_for_embed()
            case Act.INSERT_PICTURE:
                self._insert_pictures()
            case Act.PICTURE_DETAILS:
                self._questions.ask_for_picture_details()
            case _:
                return super().run(act)
        return True

    def checked_acts(self) -> dict[Act, bool]:
        return super().checked_acts() | body_checks(self.textCursor())

    def met_needs(self) -> frozenset[Needs]:
        return body_needs(self.textCursor())

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

    def choose_pictures_by(self, choose: Choose) -> None:
        """Let `choose` ask the person which picture files to insert."""
        self._choose = choose

    def _insert_pictures(self) -> None:
        if self._adopt is not None and not self.isReadOnly() and self._takes_pictures():
            self._take_pictures(lambda: [picture_bytes(path) for path in self._choose()])

    def _takes_pictures(self) -> bool:
        if takes_leaves(self.textCursor()):
            return True
        self.refused.emit("A picture can’t stand in a table or a footnote: put the caret into the text.")
        return False

    def _take_pictures(self, read: Callable[[], list[bytes]]) -> None:
        """Keep the pictures that `read` gives and insert them, as one step."""
        assert self._adopt is not None
        try:
            figures = [Figure(media=self._adopt(data)) for data in read()]
        except DeskError as error:
            self.refused.emit(str(error))
            return
        if figures:
            self.edit(partial(insert_figures, figures=figures))

    def show_place(self, place: Place) -> None:
        """Select a place of the body and scroll to it."""
        self.setTextCursor(place_to_cursor(self.document(), place))
        self.ensureCursorVisible()

    def show_veil(self, veiled: bool) -> None:
        """Dim every leaf but the one that the caret is in, or those that are selected."""
        self._is_veiled = veiled
        self.viewport().update()

    def leave_beside(self, pixels: int) -> None:
        """Leave at least so much room on either side of the column."""
        if pixels != self._least_side:
            self._least_side = pixels
            self._centre(self.document().defaultFont())

    def place(self) -> Place:
        """The place of the selection, or of the caret."""
        return cursor_to_place(self.textCursor())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with self._follower.own_edit():
            done = not self.isReadOnly() and self._press(event)
        if not done:
            super().keyPressEvent(event)
            return
        event.accept()
        self.ensureCursorVisible()
        self.format_changed.emit()
        if is_typing(event):
            self.typed.emit(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.line_ended.emit()

    def _press(self, event: QKeyEvent) -> bool:
        """Do what the key means to the leaf the caret is in; False leaves it to Qt."""
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return self._widen_picture(event)
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

    # Objects

    def _widen_picture(self, event: QKeyEvent) -> bool:
        """Make the selected picture wider or narrower by Alt and an arrow; False for anything else."""
        keys = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
        is_alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        picture = selected_picture(self.textCursor()) if is_alt and event.key() in keys else None
        if picture is None:
            return False
        width = width_by_key(picture, wider=keys[Qt.Key(event.key())])
        self.edit(partial(set_width, figure=picture.figure, width=width))
        return True

    def _drag_handle(self, point: QPoint) -> bool:
        """Go on dragging a handle of the selected picture, or take one; False where there is none."""
        if self._dragged is None:
            picture = None if self.isReadOnly() else selected_picture(self.textCursor())
            if picture is None or not takes_handle(picture, self._at(point)):
                return False
            self._dragged = picture
        self._dragged_width = width_at(self._dragged, self._at(point)) or round(self._dragged.column.width())
        self.viewport().update()
        return True

    def _drop_handle(self, point: QPoint) -> None:
        picture, self._dragged = self._dragged, None
        if picture is not None:
            self.edit(partial(set_width, figure=picture.figure, width=width_at(picture, self._at(point))))
            self.viewport().update()

    def _at(self, point: QPoint) -> QPointF:
        """A point of the viewport in the document's coordinates."""
        return QPointF(point.x() + self.horizontalScrollBar().value(), point.y() + self.verticalScrollBar().value())

    def _take_object(self, point: QPoint) -> bool:
        """Select the object at a point of the viewport, or go to write its caption; False where there is none."""
        block = object_at(self.document(), self._at(point))
        if block is None:
            return False
        cursor = self.textCursor()
        if empty_caption_rect(block, self.look).contains(self._at(point)):
            cursor.setPosition(block.position() + 1)
        else:
            select_object(cursor, block)
        self.setTextCursor(cursor)
        return True

    def _turn_to_point(self, point: QPoint) -> None:
        if not self._take_object(point):
            super()._turn_to_point(point)

    def _show_caret(self) -> None:
        cursor = self.textCursor()
        in_caption = is_in_empty_caption(cursor)
        self.setCursorWidth(0 if in_caption else _CARET)
        is_painted = in_caption or selected_object(cursor) is not None or self._is_veiled
        if is_painted or self._paints_over:
            # Qt repaints its own caret and selection alone.
            self.viewport().update()
        self._paints_over = is_painted

    def _follow_signs(self, painted: QRect) -> None:
        """Paint all anew where a change has given another number or bar to blocks that Qt doesn't paint for it."""
        view = self.viewport().rect()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        signs = signs_in(self.document(), QRectF(view).translated(across, down))
        known, self._signs = self._signs, signs
        if painted != view and any(known.get(number, sign) != sign for number, sign in signs.items()):
            self.viewport().update()

    # Qt's own

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        point = event.position().toPoint()
        if not (is_plain and (self._drag_handle(point) or self._take_object(point))):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._dragged is not None:
            self._drag_handle(point)
            return
        super().mouseMoveEvent(event)
        picture = None if event.buttons() or self.isReadOnly() else selected_picture(self.textCursor())
        is_at_handle = picture is not None and takes_handle(picture, self._at(point))
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if is_at_handle else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and event.button() is Qt.MouseButton.LeftButton:
            self._drop_handle(event.position().toPoint())
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = object_at(self.document(), self._at(event.position().toPoint()))
        if block is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
            return
        self._take_object(event.position().toPoint())
        match leading_object(block):
            case ObjectKind.FIGURE:
                self._questions.ask_for_picture_details()
            case ObjectKind.EMBED:
                self._questions.ask_for_embed()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return super().canInsertFromMimeData(source) or (self._adopt is not None and has_pictures(source))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # What lies below takes the files: the window imports them.
        event.ignore() if texts_in(event.mimeData()) else super().dragEnterEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if files := texts_in(source):
            self.files_pasted.emit(files)
            return
        if self._adopt is None or self.isReadOnly() or not has_pictures(source):
            super().insertFromMimeData(source)
            return
        if self._takes_pictures():
            self._take_pictures(lambda: pictures_in(source))

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
        if document.indentWidth() != INDENT:
            # Qt lays the whole text out anew, whether it is another width or not.
            document.setIndentWidth(INDENT)
        super()._dress_document(document)
        self._centre(document.defaultFont())

    def _centre(self, font: QFont) -> None:
        """Make the column as wide as a line is read well, in the middle."""
        sample = QFontMetricsF(font).horizontalAdvance(_SAMPLE)
        column = round(sample / len(_SAMPLE) * tokens_of(self.palette()).measure) + 2 * MARGIN
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max((room - column) // 2, self._least_side)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-across, -down)
        paint_grounds(painter, self.document(), QRectF(event.rect()).translated(across, down), self.look)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.translate(-across, -down)
        cursor = self.textCursor()
        if self._is_veiled:
            paint_veil(painter, cursor, QRectF(event.rect()).translated(across, down), self.palette().base().color())
        paint_selection(painter, cursor, self.look)
        picture = None if self.isReadOnly() else selected_picture(cursor)
        if picture is not None:
            paint_handles(painter, picture, self.look, self._dragged_width if self._dragged else None)
        if self.hasFocus() and is_in_empty_caption(cursor):
            paint_caption_caret(painter, cursor, self.look, _CARET)
        painter.end()
        self._follow_signs(event.rect())


_MOUSE_EVENTS: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
)
