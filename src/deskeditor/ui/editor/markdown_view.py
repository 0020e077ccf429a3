"""The body as Markdown: a text of its own, which becomes the article's body after a pause and on leaving."""

from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from time import perf_counter
from typing import Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from deskeditor.article.body import Body, leaf_text
from deskeditor.article.change import Change
from deskeditor.article.line import Line
from deskeditor.article.place import Field, Place
from deskeditor.errors import InputError
from deskeditor.richtext.body_document import MARGIN
from deskeditor.richtext.clipboard import read_clipboard
from deskeditor.richtext.look import TextLook
from deskeditor.richtext.positions import for_qt, to_code_point, to_utf16
from deskeditor.ui.acts import Act, Needs
from deskeditor.ui.editor.markdown_colours import MarkdownColours
from deskeditor.ui.editor.markdown_edits import EDITED, Edit, edit_of, press_enter, press_tab
from deskeditor.ui.editor.markdown_signs import Sign, row_of, spans_of
from deskeditor.ui.editor.markdown_texts import MarkdownTexts, differing
from deskeditor.ui.editor.text_look import text_look
from deskeditor.ui.editor.typed_text import is_foreign, is_redo, is_undo
from deskeditor.ui.theme import tokens_of
from deskeditor.workspace.open_article import OpenArticle

_PAUSE: Final = 400
"""Milliseconds without a key after which the text becomes the body."""

_PATIENCE: Final = 16
"""How many times as long as reading takes typing is let run on."""

_SCALE: Final = 0.85
_LINE_HEIGHT: Final = 140
_SAMPLE: Final = "An hour before noon the desk had the first words of the speech."

_SIGN_ACTS: Final = (
    (Sign.STRONG, Act.BOLD),
    (Sign.EMPHASIS, Act.ITALIC),
    (Sign.STRIKE, Act.STRIKE),
    (Sign.CODE, Act.CODE),
)


class MarkdownView(QTextEdit):
    """Edits the body of the open article as Markdown. Undo is the article's own."""

    undo_requested = Signal()
    redo_requested = Signal()
    format_changed = Signal()
    refused = Signal(str)
    focused = Signal()
    left = Signal()

    marks_lost = Signal(object)
    """A frozenset of `Mark`: claims, notes and passages whose words are gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_article: OpenArticle | None = None
        self._texts: WeakKeyDictionary[OpenArticle, MarkdownTexts] = WeakKeyDictionary()
        self._body = Body()
        self._known = ""
        self._is_showing = False
        self._size: int | None = None
        self._look: TextLook | None = None
        self._reading_took = 0.0
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.commit)
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(MARGIN)
        self._colours = MarkdownColours(document, text_look(tokens_of(self.palette())))
        self.setAccessibleName("Body as Markdown")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        document.contentsChanged.connect(self._note_typing)
        self.cursorPositionChanged.connect(self.format_changed)
        self.selectionChanged.connect(self.format_changed)
        self._renew_look()

    # What is shown

    @property
    def shows_article(self) -> bool:
        """Whether an article's body is edited here."""
        return self._open_article is not None

    def show_article(self, open_article: OpenArticle | None) -> None:
        """Edit the body of `open_article`; what was typed for another one is given to that one first."""
        self.commit()
        left, self._open_article = self._open_article, None
        if left is not None:
            left.changed.disconnect(self._follow)
            left.read_body_by(None)
        self.setReadOnly(open_article is None)
        if open_article is None:
            self._show_text("")
            return
        self._body = open_article.article.body
        self._open_article = open_article
        self._show_text(self._texts_of(open_article).text_of(self._body))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        open_article.read_body_by(self._typed_body)
        open_article.changed.connect(self._follow)
        self.verticalScrollBar().setValue(0)

    def show_size(self, size: int | None) -> None:
        """Show the text beside a body of `size` pixels; None is the look's own size."""
        self._size = size
        self._renew_look()

    def text(self) -> str:
        """The text as it stands: a non-breaking space is one."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def commit(self) -> None:
        """Make the text the article's body now."""
        self._pause.stop()
        if self._open_article is not None:
            _ = self._open_article.article

    def place(self) -> Place:
        """The place in the body that the selection, or the caret, stands for, within the leaf that it begins in."""
        first, last = self.ends()
        ends_here = last.leaf == first.leaf
        return replace(first, end=last.start if ends_here else len(leaf_text(self._body.leaves[first.leaf])))

    def ends(self) -> tuple[Place, Place]:
        """The places in the body that the selection's beginning and end stand for."""
        # Imported where they are used: what compares texts is not needed for the first frame.
        from deskeditor.article.word_pairs import carried_offsets

        self.commit()
        text, cursor = self.text(), self.textCursor()
        ends = (to_code_point(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        texts = [leaf_text(leaf) for leaf in self._body]
        start, end = carried_offsets(text, "\n".join(texts), ends)
        starts = [0, *accumulate(len(words) + 1 for words in texts)]

        def place_of(at: int) -> Place:
            leaf = max((number for number in range(len(texts)) if starts[number] <= at), default=0)
            within = min(max(at - starts[leaf], 0), len(texts[leaf]) if texts else 0)
            return Place(field=Field.BODY, leaf=leaf, start=within, end=within)

        return place_of(start), place_of(max(start, end))

    def caret_in_window(self) -> QRect:
        """Where the caret is, in the coordinates of the window."""
        caret = self.cursorRect()
        caret.moveTopLeft(self.viewport().mapTo(self.window(), caret.topLeft()))
        return caret

    def show_place(self, place: Place) -> None:
        """Select the words that stand at a place of the body, and scroll to them."""
        from deskeditor.article.word_pairs import carried_offsets

        texts = [leaf_text(leaf) for leaf in self._body]
        above = sum(len(words) + 1 for words in texts[: place.leaf])
        text = self.text()
        start, end = carried_offsets("\n".join(texts), text, (above + place.start, above + place.end))
        self._select(text, start, max(start, end))
        self.ensureCursorVisible()

    def _texts_of(self, open_article: OpenArticle) -> MarkdownTexts:
        if open_article not in self._texts:
            self._texts[open_article] = MarkdownTexts()
        return self._texts[open_article]

    def _follow(self, change: Change) -> None:
        """Show the body that undo, or another part of the window, made."""
        if change is not Change.BODY or self._open_article is None:
            return
        body = self._open_article.article.body
        if body != self._body:
            self._body = body
            self._show_text(self._texts_of(self._open_article).text_of(body))

    def _show_text(self, text: str) -> None:
        """Change the text where it differs: elsewhere the caret and what is seen stay."""
        old = self.text()
        if old == text:
            return
        start, end = differing(old, text)
        scrolled = self.verticalScrollBar().value()
        self._is_showing = True
        self._replace(old, start, len(old) - end, text[start : len(text) - end])
        self._is_showing = False
        self._known = self.text()
        self.verticalScrollBar().setValue(scrolled)
        self._select(text, len(text) - end, len(text) - end)
        if self.hasFocus():
            self.ensureCursorVisible()

    def _replace(self, old: str, start: int, end: int, words: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(to_utf16(old, start))
        cursor.setPosition(to_utf16(old, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(for_qt(words))
        cursor.endEditBlock()

    def _select(self, text: str, anchor: int, caret: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(to_utf16(text, anchor), self.document().characterCount() - 1))
        cursor.setPosition(
            min(to_utf16(text, caret), self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor
        )
        self.setTextCursor(cursor)

    # What is typed

    def _note_typing(self) -> None:
        # A new colour changes the contents too, for Qt: the words decide.
        if self._open_article is None or self._is_showing:
            return
        text = self.text()
        if text == self._known:
            return
        self._known = text
        self._open_article.note_typed_body()
        self._pause.start(max(_PAUSE, int(self._reading_took * 1000 * _PATIENCE)))

    def _typed_body(self, before: Body) -> Body:
        """The body that the text makes of the one before it."""
        assert self._open_article is not None
        self._pause.stop()
        began = perf_counter()
        body, lost = self._texts_of(self._open_article).body_of(self.text(), before)
        self._body = body
        self._reading_took = perf_counter() - began
        if lost:
            self.marks_lost.emit(lost)
        return body

    # Acts

    def run(self, act: Act) -> bool:
        """Carry out an act on the signs or of the Edit menu; False where it is none of these."""
        plain: dict[Act, Callable[[], object]] = {
            Act.UNDO: self.undo_requested.emit,
            Act.REDO: self.redo_requested.emit,
            Act.CUT: self.cut,
            Act.COPY: self.copy,
            Act.PASTE: self.paste,
            Act.PASTE_PLAIN: self._paste_plain,
            Act.SELECT_ALL: self.selectAll,
        }
        if act in EDITED:
            address = QGuiApplication.clipboard().text().strip() if act is Act.LINK else ""
            self._edit(lambda text, start, end: edit_of(act, text, start, end, address=address))
        elif act in plain:
            plain[act]()
        else:
            return False
        return True

    def checked_acts(self) -> dict[Act, bool]:
        """Which acts hold at the caret."""
        block = self.textCursor().block()
        row, at = row_of(block.text()), to_code_point(block.text(), self.textCursor().position() - block.position())
        signs = {span.sign for span in spans_of(block.text(), row.words) if span.start < at < span.end}
        return {
            **{act: sign in signs for sign, act in _SIGN_ACTS},
            **{act: row.heading == level for act, level in _LEVELS},
            Act.LINK: Sign.LINK in signs,
            Act.UNDERLINE: False,
            Act.SUPERSCRIPT: False,
            Act.SUBSCRIPT: False,
            Act.PARAGRAPH: not (row.heading or row.sign),
            Act.QUOTE: bool(row.quote),
            Act.ATTRIBUTION: False,
            Act.CODE_BLOCK: False,
            Act.BULLETED_LIST: bool(row.sign) and row.number is None,
            Act.NUMBERED_LIST: row.number is not None,
        }

    def met_needs(self) -> frozenset[Needs]:
        """What acts may need and the text has."""
        return frozenset({Needs.BODY, Needs.LEAVES})

    def selected_line(self) -> Line:
        """The selected words as one line."""
        from deskeditor.markup.markdown_reader import read_markdown_line

        text, cursor = self.text(), self.textCursor()
        start, end = (to_code_point(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return read_markdown_line(text[start:end])

    def insert_line(self, line: Line) -> None:
        """Put a line in place of the selection."""
        from deskeditor.markup.markdown_writer import write_markdown_line

        self.textCursor().insertText(for_qt(write_markdown_line(line)))

    def _edit(self, made: Callable[[str, int, int], Edit | None]) -> bool:
        text, cursor = self.text(), self.textCursor()
        edit = made(text, *(to_code_point(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd())))
        if edit is None or self.isReadOnly():
            return False
        self._replace(text, edit.start, edit.end, edit.text)
        self._select(self.text(), edit.anchor, edit.caret)
        self.ensureCursorVisible()
        return True

    def _paste_plain(self) -> None:
        self.insertPlainText(QGuiApplication.clipboard().text())

    # Look

    def _renew_look(self) -> None:
        tokens = tokens_of(self.palette())
        look = text_look(tokens, size=round((self._size or tokens.size_body) * _SCALE))
        font = QFont()
        font.setFamilies(list(look.mono))
        font.setPixelSize(look.size)
        # Qt gives the document the widget's own font with each new style.
        if look == self._look and self.document().defaultFont() == font:
            return
        self._look = look
        self.document().setDefaultFont(font)
        self._colours.show_look(look)
        tall = QTextBlockFormat()
        tall.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(tall)
        self._centre()

    def _centre(self) -> None:
        """Stand in the same column as the body does."""
        tokens = tokens_of(self.palette())
        font = QFont()
        font.setFamilies(list(tokens.serif))
        font.setPixelSize(self._size or tokens.size_body)
        column = round(QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * tokens.measure) + 2 * MARGIN
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max((room - column) // 2, 0)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    # Qt's own

    def event(self, event: QEvent) -> bool:
        # Qt would take Ctrl+Z for itself: left unaccepted, it reaches the window's action.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (is_undo(event) or is_redo(event))
        ):
            event.ignore()
            return False
        if isinstance(event, QWheelEvent):
            return QApplication.sendEvent(self.viewport(), event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event) or is_redo(event):
            (self.undo_requested if is_undo(event) else self.redo_requested).emit()
            event.accept()
        elif is_foreign(event):
            event.ignore()
        elif not self._press(event):
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key means to Markdown; False leaves it to Qt."""
        held = event.modifiers() & (
            Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier | Qt.KeyboardModifier.ControlModifier
        )
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not held and shift:
                self.textCursor().insertText("  \n")
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not held:
                self._edit(press_enter)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab if not held:
                back = shift or event.key() == Qt.Key.Key_Backtab
                if not self._edit(lambda text, start, end: press_tab(text, start, end, back=back)):
                    QWidget.focusNextPrevChild(self, not back)
            case _:
                return False
        event.accept()
        self.ensureCursorVisible()
        return True

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files are for the window to import: their paths are no words.
        return (source.hasText() or source.hasHtml()) and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasHtml():
            from deskeditor.markup.markdown_writer import write_markdown

            try:
                pasted = read_clipboard(source)
            except InputError as error:
                self.refused.emit(str(error))
                return
            if pasted is not None:
                self.insertPlainText(write_markdown(pasted.body))
                return
        self.insertPlainText(source.text())

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toRawText().replace("\u2029", "\n").replace("\u2028", "\n"))
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._centre()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._renew_look()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()
        self.left.emit()


_LEVELS: Final = ((Act.HEADING_2, 2), (Act.HEADING_3, 3), (Act.HEADING_4, 4))
