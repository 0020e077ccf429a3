"""What typing makes of itself: typographic signs, and lists, headings and marks by their Markdown signs."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor

from deskeditor.article.body import ListKind, ListLevel, Rule
from deskeditor.article.line import HARD_BREAK, OBJECT, Mark, MarkKind, Marks
from deskeditor.language.typography import Replacement, ordinal_or_fraction, typographic
from deskeditor.richtext.marks import char_format, marks_of
from deskeditor.richtext.objects import object_format
from deskeditor.richtext.pieces import leading_object, table_of
from deskeditor.richtext.positions import to_code_point, utf16_length
from deskeditor.richtext.selection import change_marks, is_code
from deskeditor.richtext.shapes import PLAIN, Kind, Shape, object_block_format, shape_of
from deskeditor.ui.editor.block_commands import set_shape
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.list_commands import path_of
from deskeditor.ui.editor.rich_editor import RichEditor

_NUMBER: Final = re.compile(r"([0-9]{1,6})[.)] ")
_HEADING: Final = re.compile(r"(#{1,4}) ")
_MARKED: Final = (
    (re.compile(r"(?<![\w*\\])\*\*(?![\s*])([^*]*[^\s*])\*\*$"), 2, MarkKind.STRONG),
    (re.compile(r"(?<![\w_\\])__(?![\s_])([^_]*[^\s_])__$"), 2, MarkKind.STRONG),
    (re.compile(r"(?<![\w~\\])~~(?![\s~])([^~]*[^\s~])~~$"), 2, MarkKind.STRIKE),
    (re.compile(r"(?<![\w*\\])\*(?![\s*])([^*]*[^\s*])\*$"), 1, MarkKind.EMPHASIS),
    (re.compile(r"(?<![\w_\\])_(?![\s_])([^_]*[^\s_])_$"), 1, MarkKind.EMPHASIS),
    (re.compile(r"(?<![\w`\\])`(?![\s`])([^`]*[^\s`])`$"), 1, MarkKind.CODE),
)
_CLOSES: Final = frozenset("*_~`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What a person wants of their typing."""

    smart: bool = True
    formats: bool = True
    ordinals: bool = False


class Autoformat(QObject):
    """Follows the typing in one editor. What it does is a step of its own: one undo gives back what was typed."""

    def __init__(
        self,
        editor: RichEditor,
        habits: Callable[[], Habits],
        language: Callable[[], str],
        end_step: Callable[[], None] | None = None,
    ) -> None:
        """`end_step` lets what is typed next be a step of undo of its own."""
        super().__init__(editor)
        self._end_step = end_step
        self._editor = editor
        self._habits = habits
        self._language = language
        self._done: tuple[int, str] | None = None
        """Where something was typed that was changed last, and what."""
        self._done_at: tuple[int, int] | None = None
        """The document's revision and the caret right after it."""
        self._taken_back: tuple[int, str] | None = None
        """The same of what a person took back: typed again there, it is meant."""
        editor.typed.connect(self._note_typing)
        editor.line_ended.connect(self._note_line)
        editor.shown_anew.connect(self._follow_document)
        editor.installEventFilter(self)
        self._follow_document()

    def _follow_document(self) -> None:
        self._done = self._done_at = self._taken_back = None
        self._editor.document().redoAvailable.connect(self._note_undone, Qt.ConnectionType.UniqueConnection)

    def _note_undone(self, available: bool) -> None:
        if available and self._done is not None:
            self._taken_back, self._done = self._done, None

    def _note_typing(self, text: str) -> None:
        typed = (self._editor.textCursor().position(), text)
        if typed == self._taken_back:
            return
        revision = self._editor.document().revision()
        self._format(text)
        if self._editor.document().revision() != revision:
            self._note_done(typed)

    def _note_done(self, typed: tuple[int, str] | None) -> None:
        if self._end_step is not None:
            # Qt would let what is typed behind it go into the same step.
            self._end_step()
        self._done = typed
        self._done_at = (self._editor.document().revision(), self._editor.textCursor().position())

    def _note_line(self) -> None:
        if self._habits().formats and makes_rule(self._editor.textCursor()):
            self._editor.edit(make_rule)
            self._note_done(None)

    def _format(self, text: str) -> None:
        cursor = self._editor.textCursor()
        # An input method may give several characters at once: its person chose them as they are.
        if len(text) != 1 or cursor.hasSelection() or is_code(cursor):
            return
        habits = self._habits()
        before = text_before(cursor)
        if habits.formats and (self._begin_block(cursor, before) or self._put_mark(before)):
            return
        found = typographic(before, self._language()) if habits.smart else None
        if found is None and habits.ordinals:
            found = ordinal_or_fraction(before)
        if found is not None:
            self._editor.edit(partial(put, found=found))

    def _begin_block(self, cursor: QTextCursor, before: str) -> bool:
        if not isinstance(self._editor, BodyEditor) or leading_object(cursor.block()) is not None:
            return False
        shape = shape_of(cursor.blockFormat())
        if shape.kind is not Kind.PARAGRAPH or table_of(cursor.block()) is not None:
            return False
        wanted = shape_begun_by(before, shape)
        if wanted is None:
            return False
        wanted = _going_on(wanted, cursor)

        def begin(at: QTextCursor) -> None:
            block = at.block()
            at.beginEditBlock()
            at.setPosition(block.position(), QTextCursor.MoveMode.KeepAnchor)
            at.removeSelectedText()
            set_shape(block, wanted)
            at.endEditBlock()

        self._editor.edit(begin)
        return True

    def _put_mark(self, before: str) -> bool:
        if before[-1:] not in _CLOSES:
            return False
        for pattern, signs, kind in _MARKED:
            found = pattern.search(before)
            if found is None:
                continue
            marks: Marks = marks_of(self._editor.textCursor().charFormat())
            inside = utf16_length(found.group(1))
            self._editor.edit(partial(mark_inside, signs=signs, inside=inside, mark=Mark(kind)))
            # What is typed behind it is as it was before.
            self._editor.setCurrentCharFormat(char_format(marks - {Mark(kind)}))
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Backspace right after it gives back what was typed, as Ctrl+Z does.
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            cursor = self._editor.textCursor()
            at = (self._editor.document().revision(), cursor.position())
            is_plain = not event.modifiers() and not cursor.hasSelection()
            if is_plain and at == self._done_at:
                match event.key():
                    case Qt.Key.Key_Backspace:
                        self._done_at = None
                        self._editor.undo_requested.emit()
                        return True
                    case Qt.Key.Key_Return | Qt.Key.Key_Enter if _is_new_code(cursor):
                        # The Enter that ends a line of ``` in Markdown: the code has begun already, and stays.
                        self._done_at = None
                        return True
        elif event.type() is QEvent.Type.FocusOut:
            self._done_at = None
        return super().eventFilter(watched, event)


def _is_new_code(cursor: QTextCursor) -> bool:
    return cursor.block().length() == 1 and shape_of(cursor.blockFormat()).kind is Kind.CODE


def _going_on(shape: Shape, cursor: QTextCursor) -> Shape:
    """The shape of an item, in the numbered list right above where there is one."""
    above = cursor.block().previous()
    path = path_of(above)
    goes_on = bool(path) and bool(shape.path) and path[0].kind is ListKind.NUMBER is shape.path[0].kind
    if not goes_on or shape_of(above.blockFormat()).quoted != shape.quoted:
        return shape
    return replace(shape, path=path[:1])


def makes_rule(cursor: QTextCursor) -> bool:
    """Whether Enter has just ended a paragraph of three hyphens, asterisks or low lines."""
    above = cursor.block().previous()
    return (
        above.isValid()
        and cursor.block().length() == 1
        and above.text() in ("---", "***", "___")
        and shape_of(above.blockFormat()) == shape_of(cursor.blockFormat()) == PLAIN
        and table_of(above) is None
    )


def make_rule(cursor: QTextCursor) -> None:
    """Make a rule of the paragraph above, as one step."""
    line = QTextCursor(cursor.block().previous())
    line.beginEditBlock()
    line.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    line.insertText(OBJECT, object_format(Rule()))
    line.setBlockFormat(object_block_format())
    line.setBlockCharFormat(QTextCharFormat())
    line.endEditBlock()


def text_before(cursor: QTextCursor) -> str:
    """The text from the beginning of the caret's line, which a hard break begins too, to the caret."""
    text = cursor.block().text()
    return text[: to_code_point(text, cursor.positionInBlock())].rpartition(HARD_BREAK)[2]


def shape_begun_by(before: str, shape: Shape) -> Shape | None:
    """What a paragraph of `shape` becomes by the Markdown signs that stand before the caret alone; None for nothing."""
    if before in ("* ", "- ", "+ ", "• "):
        return Shape(kind=Kind.ITEM, path=(ListLevel(kind=ListKind.BULLET),), quoted=shape.quoted)
    if found := _NUMBER.fullmatch(before):
        return Shape(
            kind=Kind.ITEM, path=(ListLevel(kind=ListKind.NUMBER, start=int(found.group(1))),), quoted=shape.quoted
        )
    if found := _HEADING.fullmatch(before):
        return Shape(kind=Kind.HEADING, level=max(len(found.group(1)), 2), quoted=shape.quoted)
    if before == "> " and not shape.quoted:
        return Shape(quoted=True)
    if before == "```" and shape == PLAIN:
        return Shape(kind=Kind.CODE)
    return None


def put(cursor: QTextCursor, found: Replacement) -> None:
    """Put a replacement before the caret, as one step; it has the marks of what it takes the place of."""
    cursor.beginEditBlock()
    end = cursor.position()
    text = cursor.block().text()
    typed = text[: to_code_point(text, cursor.positionInBlock())][-found.removed :]
    start = end - utf16_length(typed)
    # From the end on, so that what is counted before it stands where it stood; what stays is not touched.
    for tag, first, last, here, there in reversed(SequenceMatcher(None, typed, found.text, False).get_opcodes()):
        if tag != "equal":
            at = start + utf16_length(typed[:first])
            _put_at(cursor, at, at + utf16_length(typed[first:last]), found.text[here:there])
    cursor.setPosition(start + utf16_length(found.text))
    if found.raised:
        behind = cursor.position()
        cursor.setPosition(behind - found.kept)
        cursor.setPosition(behind - found.kept - found.raised, QTextCursor.MoveMode.KeepAnchor)
        change_marks(cursor, lambda marks: _without_scripts(marks) | {Mark(MarkKind.SUPERSCRIPT)})
        cursor.setPosition(behind)
    cursor.endEditBlock()


def _put_at(cursor: QTextCursor, start: int, end: int, text: str) -> None:
    """Put `text` between two positions, with the marks of the first sign it takes the place of."""
    cursor.setPosition(start + 1 if end > start else start)
    its_format = cursor.charFormat()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.insertText(text, its_format)


def _without_scripts(marks: Marks) -> Marks:
    return marks - {Mark(MarkKind.SUBSCRIPT)}


def mark_inside(cursor: QTextCursor, signs: int, inside: int, mark: Mark) -> None:
    """Take the signs around the words before the caret out and put a mark on those, as one step.

    `signs` stand on each side, `inside` are the UTF-16 units between them.
    """
    cursor.beginEditBlock()
    end = cursor.position()
    cursor.setPosition(end - signs, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    start = end - 2 * signs - inside
    cursor.setPosition(start)
    cursor.setPosition(start + signs, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setPosition(start + inside, QTextCursor.MoveMode.KeepAnchor)
    change_marks(cursor, lambda marks: marks | {mark})
    cursor.setPosition(start + inside)
    cursor.endEditBlock()
