"""What every editor of words shares: marks while typing, undo left to the window, nothing loaded from outside."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from deskeditor.article.line import Line, Mark, MarkKind
from deskeditor.article.notes import Note
from deskeditor.article.noting import note_ids
from deskeditor.errors import InputError
from deskeditor.richtext.clipboard import (
    Pasted,
    can_read,
    lone_address,
    read_clipboard,
    read_clipboard_text,
    without_breaks,
    without_doubles,
    write_clipboard,
)
from deskeditor.richtext.drawing import Pictures, draw_objects
from deskeditor.richtext.dresser import dress
from deskeditor.richtext.erasing import erase_selected, notes_together
from deskeditor.richtext.insertion import insert_line
from deskeditor.richtext.look import TextLook
from deskeditor.richtext.selection import line_of_body, selected_body, selected_line
from deskeditor.richtext.typing_over import selected_marks, type_over
from deskeditor.ui.acts import Act, Needs
from deskeditor.ui.editor.change_follower import ChangeFollower
from deskeditor.ui.editor.claim_paint import ClaimLook, paint_claims, paint_facts
from deskeditor.ui.editor.context_menu import MenuOffer, context_menu
from deskeditor.ui.editor.highlights import Highlights
from deskeditor.ui.editor.hint import paint_hint
from deskeditor.ui.editor.link_question import LinkQuestion
from deskeditor.ui.editor.mark_commands import clear_marks, link_at, set_link, toggle_mark
from deskeditor.ui.editor.text_look import text_look
from deskeditor.ui.editor.typed_text import is_foreign, is_redo, is_typing, is_undo, typing_format
from deskeditor.ui.theme import tokens_of

MARK_ACTS: Final = MappingProxyType(
    {
        Act.BOLD: MarkKind.STRONG,
        Act.ITALIC: MarkKind.EMPHASIS,
        Act.UNDERLINE: MarkKind.UNDERLINE,
        Act.STRIKE: MarkKind.STRIKE,
        Act.SUPERSCRIPT: MarkKind.SUPERSCRIPT,
        Act.SUBSCRIPT: MarkKind.SUBSCRIPT,
        Act.CODE: MarkKind.CODE,
    }
)


class NoteKeeper(Protocol):
    """Knows the threads behind the note marks of a text."""

    def welcomed(self, pasted: Pasted) -> Pasted:
        """What is pasted, its notes under ids that none of this article has."""

    def paste(self, pasted: Pasted, put: Callable[[Pasted], None]) -> None:
        """Let `put` paste, and take in the notes that came along, as one step."""

    def step(self) -> AbstractContextManager[None]:
        """Make all that is done inside one step, notes and words."""

    def notes_of(self, ids: frozenset[str]) -> tuple[Note, ...]:
        """The notes of these ids."""


def no_picture(name: str) -> QImage:
    """The picture where no files are: a null image."""
    return QImage()


def nowhere(mark: Mark) -> bool:
    """Say of any mark that it lies on no other words."""
    return False


class RichEditor(QTextEdit):
    """A QTextEdit whose document is the workspace's: it edits it, and never owns its undo."""

    undo_requested = Signal()
    redo_requested = Signal()
    format_changed = Signal()
    """What `checked_acts` says may be another."""

    pasted = Signal(object)
    """A `Pasted`: what came in, and what was said of it."""

    refused = Signal(str)
    """A sentence: why nothing was pasted."""

    focused = Signal()
    left = Signal()
    typed = Signal(str)
    """What was just typed, by a key or an input method: it stands before the caret."""

    line_ended = Signal()
    """Enter has just ended a leaf: the caret stands in the next one."""

    claims_shown = Signal()
    """Claims are drawn otherwise."""

    shown_anew = Signal()
    """Another document is shown, or the same in another look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size: int | None = None
        self._bold = False
        self._pictures: Pictures = no_picture
        self._offers: list[MenuOffer] = []
        self._keeper: NoteKeeper | None = None
        self._is_elsewhere: Callable[[Mark], bool] = nowhere
        self._look = text_look(tokens_of(self.palette()))
        self._hint = ""
        self._claims: Mapping[str, ClaimLook] = MappingProxyType({})
        self._facts: Sequence[QTextCursor] = ()
        self.highlights = Highlights(self)
        self._link_question = LinkQuestion(self)
        self._follower = ChangeFollower(self._show_position, self)
        self.setAcceptRichText(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.cursorPositionChanged.connect(self.format_changed)
        self.currentCharFormatChanged.connect(lambda _format: self.format_changed.emit())
        self.selectionChanged.connect(self.format_changed)
        self.show_document(None)

    # What is shown

    @property
    def look(self) -> TextLook:
        """The look in force."""
        return self._look

    def show_document(self, document: QTextDocument | None) -> None:
        """Edit `document`, which somebody else owns; None leaves the editor empty and shut."""
        shut = document is None
        if document is None:
            document = QTextDocument(self)
            document.setUndoRedoEnabled(False)
        self.setDocument(document)
        self.setReadOnly(shut)

    def show_size(self, size: int | None, *, bold: bool = False) -> None:
        """Show the text `size` pixels high; None is the look's own size."""
        self._size, self._bold = size, bold
        self._renew_look()

    def show_pictures(self, pictures: Pictures) -> None:
        """Show the pictures of stored files through `pictures`."""
        self._pictures = pictures
        draw_objects(self.document(), self._look, pictures)
        with self._follower.own_edit():
            # They may be of other sizes.
            self.document().markContentsDirty(0, self.document().characterCount())

    def show_claims(self, looks: Mapping[str, ClaimLook]) -> None:
        """Draw claims below their words, each by its id as said here; those that are not named show as no claim."""
        if looks != self._claims:
            self._claims = looks
            self.viewport().update()
            self.claims_shown.emit()

    def show_facts(self, facts: Sequence[QTextCursor]) -> None:
        """Draw a faint line below words that are to be checked and are no claim yet."""
        if facts or self._facts:
            self._facts = facts
            self.viewport().update()

    @property
    def claims(self) -> Mapping[str, ClaimLook]:
        """How the claims are drawn now, by their ids."""
        return self._claims

    def _renew_look(self) -> None:
        self._look = text_look(tokens_of(self.palette()), size=self._size, bold=self._bold)
        with self._follower.own_edit():
            self._dress_document(self.document())
        self.viewport().update()
        self.shown_anew.emit()

    def _dress_document(self, document: QTextDocument) -> None:
        """Give the document its fonts and colours: before it is laid out, where it has not been yet."""
        font = QFont()
        font.setFamilies(list(self._look.families))
        font.setPixelSize(self._look.size)
        if self._look.bold:
            font.setWeight(QFont.Weight.DemiBold)
        if document.defaultFont() != font:
            document.setDefaultFont(font)
        dress(document, self._look)
        draw_objects(document, self._look, self._pictures)

    # Commands

    def run(self, act: Act) -> bool:
        """Carry out an action of the format or edit menus; returns whether it is one of this editor's."""
        match act:
            case _ if kind := MARK_ACTS.get(act):
                self.edit(partial(toggle_mark, kind=kind))
            case Act.CLEAR_MARKS:
                self.edit(clear_marks)
            case Act.LINK:
                self._link_question.ask()
            case Act.UNDO:
                self.undo_requested.emit()
            case Act.REDO:
                self.redo_requested.emit()
            case Act.CUT:
                self._cut()
            case Act.COPY:
                self.copy()
            case Act.PASTE:
                self.paste()
            case Act.PASTE_PLAIN:
                self.paste_plain()
            case Act.SELECT_ALL:
                self.selectAll()
            case _:
                return False
        return True

    def edit(self, command: Callable[[QTextCursor], object]) -> None:
        """Run a command on the caret, and put the caret where it left it."""
        if self.isReadOnly():
            return
        self.edit_at(self.textCursor(), command)

    def edit_at(self, cursor: QTextCursor, command: Callable[[QTextCursor], object]) -> None:
        """Run a command on a cursor of the document, and put the caret where it left it."""
        with self._follower.own_edit():
            command(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.format_changed.emit()

    def caret_in_window(self) -> QRect:
        """Where the caret is, in the coordinates of the window."""
        caret = self.cursorRect()
        caret.moveTopLeft(self.viewport().mapTo(self.window(), caret.topLeft()))
        return caret

    def checked_acts(self) -> dict[Act, bool]:
        """Which actions hold at the caret or over the whole selection."""
        marks = {mark.kind for mark in selected_marks(self.textCursor())}
        checked = {act: kind in marks for act, kind in MARK_ACTS.items()}
        checked[Act.LINK] = bool(link_at(self.textCursor()))
        return checked

    def met_needs(self) -> frozenset[Needs]:
        """What acts may need and the caret's place has, beside text and selection: in a line, nothing."""
        return frozenset()

    def selected_line(self) -> Line:
        """The selected words as one line."""
        return selected_line(self.textCursor())

    def insert_line(self, line: Line) -> None:
        """Put a line in place of the selection."""
        self.edit(lambda cursor: insert_line(cursor, line))

    def paste_plain(self) -> None:
        """Paste the words of the clipboard without their dress."""
        data = QGuiApplication.clipboard().mimeData()
        # A clipboard that nothing was ever put on has none.
        pasted = read_clipboard_text(data) if isinstance(data, QMimeData) else None
        if pasted is not None:
            self._paste(pasted)

    def paste_at(self, pasted: Pasted, at: tuple[int, int]) -> None:
        """Paste in place of what lies between two positions, as Qt counts them: once a paste was taken back."""
        cursor = self.textCursor()
        end = self.document().characterCount() - 1
        cursor.setPosition(min(at[0], end))
        cursor.setPosition(min(at[1], end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._paste(pasted)

    def offer_in_menu(self, offer: MenuOffer) -> None:
        """Let `offer` put what it has for the words at the caret at the head of the menu of a right click."""
        self._offers.append(offer)

    def keep_notes_by(self, keeper: NoteKeeper) -> None:
        """Let `keeper` take in the notes that come with what is pasted, and give those that go with what is copied."""
        self._keeper = keeper

    def keep_marks_by(self, is_elsewhere: Callable[[Mark], bool]) -> None:
        """Ask `is_elsewhere`, before a claim or a note is pasted, whether it lies on words of another text."""
        self._is_elsewhere = is_elsewhere

    def _cut(self) -> None:
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self.edit(self._erase)

    def _erase(self, cursor: QTextCursor) -> None:
        """Take out what is selected."""
        erase_selected(cursor)

    def _paste(self, pasted: Pasted) -> None:
        cursor = self.textCursor()
        place = replace(pasted, into_nothing=self.document().isEmpty(), at=(cursor.anchor(), cursor.position()))
        welcomed = self._keeper.welcomed(pasted) if self._keeper is not None else pasted
        words = without_doubles(welcomed, cursor, self._is_elsewhere)
        if self._keeper is not None:
            self._keeper.paste(words, self._put)
        else:
            self._put(words)
        self.pasted.emit(place)

    def _put(self, pasted: Pasted) -> None:
        """Put what was pasted in place of the selection: here as a line."""
        line = without_breaks(line_of_body(pasted.body))
        self.edit(lambda cursor: insert_line(cursor, line))

    def _turn_to_point(self, point: QPoint) -> None:
        """Let a menu be about what it was asked at: the caret goes there, unless the point lies in the selection."""
        at, cursor = self.cursorForPosition(point), self.textCursor()
        if not cursor.selectionStart() <= at.position() <= cursor.selectionEnd():
            self.setTextCursor(at)

    def _show_position(self, position: int) -> None:
        """Go to what was changed elsewhere."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # Typing

    def _prepare_typing(self) -> None:
        """Let what is typed next look as it should; where it does already, typing goes on in one step of undo."""
        cursor = self.textCursor()
        wanted = typing_format(cursor)
        if wanted != cursor.charFormat():
            self.setCurrentCharFormat(wanted)

    # Qt's own

    def setPlaceholderText(self, text: str) -> None:
        # Qt would paint it in the widget's small font, not in that of the words to come.
        self._hint = text
        self.viewport().update()

    def placeholderText(self) -> str:
        return self._hint

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._claims or self._facts:
            across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            visible = QRectF(event.rect()).translated(across, down)
            painter = QPainter(self.viewport())
            painter.translate(-across, -down)
            paint_claims(painter, self.document(), visible, self._claims)
            paint_facts(painter, self._facts, visible, self._look.faint)
            painter.end()
        if self._hint:
            paint_hint(self, self._hint)

    def event(self, event: QEvent) -> bool:
        # Qt would take Ctrl+Z for itself: left unaccepted, it reaches the window's action.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (is_undo(event) or is_redo(event))
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event) or is_redo(event):
            (self.undo_requested if is_undo(event) else self.redo_requested).emit()
            event.accept()
        elif is_foreign(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self._cut()
            event.accept()
        elif is_typing(event) and not self.isReadOnly() and self.textCursor().hasSelection():
            self.edit(partial(type_over, text=event.text()))
            event.accept()
            self.typed.emit(event.text())
        else:
            types = is_typing(event) and not self.isReadOnly()
            if types:
                self._prepare_typing()
            with self._follower.own_edit():
                super().keyPressEvent(event)
            if types:
                self.typed.emit(event.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if (event.commitString() or event.preeditString()) and not self.isReadOnly():
            if self.textCursor().hasSelection():
                self.edit(partial(type_over, text=""))
            self._prepare_typing()
        with self._follower.own_edit():
            super().inputMethodEvent(event)
        if event.commitString() and not self.isReadOnly():
            self.typed.emit(event.commitString())

    def dropEvent(self, event: QDropEvent) -> None:
        # Words that are moved are gone for a moment; the notes that they bring come in the same step.
        step = self._keeper.step() if self._keeper is not None else nullcontext()
        with self._follower.own_edit(), step, notes_together(self.document()):
            super().dropEvent(event)

    def setDocument(self, document: QTextDocument) -> None:
        self.highlights.clear()
        self._facts = ()
        # Dressed first, it is laid out once: a long article opens in half the time.
        self._dress_document(document)
        document.setTextWidth(self.viewport().width())
        super().setDocument(document)
        self._follower.watch(document)
        self.shown_anew.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._renew_look()

    def loadResource(self, type: int, name: QUrl | str) -> object:
        # Pictures are drawn from stored files alone: whatever else asks gets nothing.
        return None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self._turn_to_point(self.viewport().mapFromGlobal(event.globalPos()))
        menu = context_menu(self, self._offers)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        body = selected_body(self.textCursor())
        return write_clipboard(body, self._keeper.notes_of(note_ids(body)) if self._keeper is not None else ())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_read(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly():
            return
        try:
            pasted = read_clipboard(source)
        except InputError as error:
            self.refused.emit(str(error))
            return
        if pasted is None:
            return
        address = lone_address(pasted.body)
        if address and self.textCursor().hasSelection():
            self.edit(partial(set_link, address=address))
        else:
            self._paste(pasted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
