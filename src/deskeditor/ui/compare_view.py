"""Shows what changed between two states of a text: what went is struck through, what came is underlined."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from deskeditor.article.body import Code, Embed, Figure, Footnote, Heading, ListItem, Rule, Table, is_quoted
from deskeditor.article.line import OBJECT
from deskeditor.article.place import Field
from deskeditor.compare.bodies import Compared
from deskeditor.compare.words import Kind
from deskeditor.richtext.positions import for_qt
from deskeditor.ui.theme import tokens_of

_SIDE = 20
_SHOWN_AROUND = 1
"""Unchanged paragraphs that stay on each side of a change where only changes are shown."""


class CompareView(QTextEdit):
    """Read only. Colour never says alone what a line under or through words says as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("What changed")
        self.document().setDocumentMargin(_SIDE)
        self._changes: list[tuple[int, int]] = []

    @property
    def changes(self) -> int:
        """How many stretches changed."""
        return len(self._changes)

    def show_compared(self, compared: Sequence[Compared], *, only_changes: bool = False) -> None:
        """Show both states in one text, from its top."""
        self.clear()
        self._changes = []
        cursor = self.textCursor()
        self._is_first = True
        for one in _near_changes(compared) if only_changes else compared:
            if one is None:
                self._begin(cursor, QTextBlockFormat())
                cursor.insertText("· · ·", self._soft())
            else:
                self._write(cursor, one)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        word = "change" if self.changes == 1 else "changes"
        self.setAccessibleDescription(f"{self.changes} {word}; words that went are struck through, new ones underlined")

    def step(self, by: int) -> int:
        """Go to the next change, or the one before; returns its number from 1, 0 where there is none."""
        if not self._changes:
            return 0
        at = self.textCursor().selectionStart() if self.textCursor().hasSelection() else -1
        starts = [start for start, _ in self._changes]
        if by > 0:
            number = next((n for n, start in enumerate(starts) if start > at), 0)
        else:
            number = next((n for n in range(len(starts) - 1, -1, -1) if starts[n] < at), len(starts) - 1)
        start, end = self._changes[number]
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return number + 1

    def _write(self, cursor: QTextCursor, one: Compared) -> None:
        self._begin(cursor, _block_format(one))
        base = self._base_format(one)
        start = cursor.position()
        lead = "• " if one.field is Field.SUMMARY or isinstance(one.after or one.before, ListItem) else ""
        if lead:
            cursor.insertText(lead, base)
        said = _said_of(one)
        if said:
            cursor.insertText(f"{said} ", self._soft())
        for part in one.parts:
            at = cursor.position()
            text = part.text.replace(OBJECT, "*").replace("\n", "\u2028").replace("\t", "  |  ")
            cursor.insertText(for_qt(text), self._format(base, part.kind))
            if part.kind is not Kind.SAME:
                self._note(at, cursor.position())
        if one.is_changed and not any(part.kind is not Kind.SAME for part in one.parts):
            self._note(start, cursor.position())

    def _note(self, start: int, end: int) -> None:
        if self._changes and self._changes[-1][1] == start:
            # Words and what took their place are one change.
            self._changes[-1] = (self._changes[-1][0], end)
        else:
            self._changes.append((start, end))

    def _begin(self, cursor: QTextCursor, form: QTextBlockFormat) -> None:
        form.setBottomMargin(10)
        form.setLineHeight(145, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._is_first:
            cursor.setBlockFormat(form)
            self._is_first = False
        else:
            cursor.insertBlock(form)

    def _base_format(self, one: Compared) -> QTextCharFormat:
        tokens = tokens_of(self.palette())
        form = QTextCharFormat()
        font = QFont(list(tokens.serif))
        sizes = {Field.HEADLINE: tokens.size_headline - 4, Field.STANDFIRST: tokens.size_standfirst}
        size = sizes.get(one.field, tokens.size_body - 1)
        leaf = one.after or one.before
        if isinstance(leaf, Heading):
            size += 8 - 2 * leaf.level
            font.setBold(True)
        elif isinstance(leaf, Code):
            font = QFont(list(tokens.mono))
            size = tokens.size_ui
        elif isinstance(leaf, Figure | Embed | Footnote | Table):
            size = tokens.size_title
        font.setBold(font.bold() or one.field is Field.HEADLINE)
        font.setPixelSize(size)
        form.setFont(font)
        form.setForeground(QColor(tokens.text))
        return form

    def _format(self, base: QTextCharFormat, kind: Kind) -> QTextCharFormat:
        form = QTextCharFormat(base)
        tokens = tokens_of(self.palette())
        if kind is Kind.GONE:
            form.setForeground(QColor(tokens.danger))
            form.setBackground(QColor(tokens.danger_soft))
            form.setFontStrikeOut(True)
        elif kind is Kind.NEW:
            form.setForeground(QColor(tokens.success))
            form.setBackground(QColor(tokens.success_soft))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setFontUnderline(True)
        return form

    def _soft(self) -> QTextCharFormat:
        tokens = tokens_of(self.palette())
        form = QTextCharFormat()
        font = QFont(list(tokens.sans))
        font.setPixelSize(tokens.size_small)
        form.setFont(font)
        form.setForeground(QColor(tokens.text_soft))
        return form


def _block_format(one: Compared) -> QTextBlockFormat:
    form = QTextBlockFormat()
    leaf = one.after or one.before
    if leaf is not None and is_quoted(leaf):
        form.setLeftMargin(28)
    if isinstance(leaf, ListItem):
        form.setLeftMargin(form.leftMargin() + 20 * len(leaf.path))
    if one.field is Field.SUMMARY:
        form.setLeftMargin(20)
    return form


_KINDS = ((Heading, "heading"), (ListItem, "list item"), (Figure, "picture"), (Table, "table"), (Rule, "break"))


def _said_of(one: Compared) -> str:
    """What words alone can't show of a leaf."""
    told: list[str] = []
    leaf = one.after or one.before
    if one.moved:
        told.append("moved here")
    if one.restyled:
        told.append(
            "looks other" if one.after is not None and one.before is not None else "new" if one.after else "gone"
        )
    if isinstance(leaf, Figure | Rule | Table | Embed):
        kind = next((name for cls, name in _KINDS if isinstance(leaf, cls)), "embed")
        told.insert(0, kind)
        if not one.restyled and (one.before is None or one.after is None):
            told.append("new" if one.before is None else "gone")
    return f"[{', '.join(told)}]" if told else ""


def _near_changes(compared: Sequence[Compared]) -> Iterator[Compared | None]:
    """What changed and its neighbours; None for what is left out between them."""
    changed = [at for at, one in enumerate(compared) if one.is_changed]
    near = {at + by for at in changed for by in range(-_SHOWN_AROUND, _SHOWN_AROUND + 1)}
    left_out = False
    for at, one in enumerate(compared):
        if at in near:
            if left_out:
                yield None
            left_out = False
            yield one
        else:
            left_out = True
    if left_out and changed:
        yield None
