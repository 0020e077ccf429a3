"""Paints a row of the article list: the headline first, then where the article stands."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Final, Protocol, cast
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskeditor.article.article import Person
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage
from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.ui.snippet_line import draw_snippet
from deskeditor.ui.theme import current_look
from deskeditor.ui.theme_tokens import Tokens
from deskeditor.ui.times import due_text, moment_text

_MARGIN: Final = 12
_GAP: Final = 4


class Head(Protocol):
    """What the list shows of an article; the store's article heads are such."""

    @property
    def id(self) -> UUID: ...
    @property
    def headline(self) -> str: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def tags(self) -> tuple[Tag, ...]: ...
    @property
    def modified(self) -> datetime: ...
    @property
    def due(self) -> datetime | None: ...
    @property
    def assignee(self) -> Person | None: ...
    @property
    def on_hold(self) -> bool: ...
    @property
    def snippet(self) -> str: ...
    @property
    def snippet_matches(self) -> tuple[tuple[int, int], ...]: ...


class ArticleListDelegate(QStyledItemDelegate):
    """Draws the row's `Qt.UserRole` value, a `Head`, or a placeholder while there is none."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        stage_label: Callable[[Stage], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._zone = zone
        self._stage_label = stage_label
        self.unsaved: frozenset[UUID] = frozenset()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = current_look()
        rect = QRect(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, rect, state, look)
        inner = rect.adjusted(_MARGIN + 4, 9, -_MARGIN, -9)
        head = cast(Head | None, index.data(Qt.ItemDataRole.UserRole))
        if head is None:
            _paint_placeholder(painter, inner, look)
        else:
            self._paint_head(painter, inner, head, look)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = QFontMetrics(option.font)
        return QSize(200, 3 * metrics.lineSpacing() + 2 * 9 + _GAP)

    def _paint_head(self, painter: QPainter, inner: QRect, head: Head, look: Tokens) -> None:
        title, small = _fonts(painter.font(), look)
        metrics = QFontMetrics(title)
        spacing = metrics.lineSpacing()
        words = inner
        if head.id in self.unsaved:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent))
            painter.drawEllipse(inner.left() - 11, inner.top() + spacing // 2 - 3, 7, 7)

        headline = head.headline or "Untitled"
        first, second = two_lines(headline, title, words.width())
        if head.snippet_matches and second:
            # What was searched for matters more than the headline's second line.
            first, second = metrics.elidedText(headline, Qt.TextElideMode.ElideRight, words.width()), ""
        painter.setFont(title)
        painter.setPen(QColor(look.text if head.headline else look.text_soft))
        along = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(words.left(), words.top(), words.width(), spacing), along, first)
        below = QRect(words.left(), words.top() + spacing, words.width(), spacing)
        if second:
            painter.drawText(below, along, second)
        elif head.snippet:
            draw_snippet(painter, below, head.snippet, head.snippet_matches, font=small, look=look)
        self._paint_state(
            painter, QRect(inner.left(), inner.bottom() - spacing + 1, inner.width(), spacing), head, look
        )

    def _paint_state(self, painter: QPainter, line: QRect, head: Head, look: Tokens) -> None:
        _, small = _fonts(painter.font(), look)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        now = self._now()
        right = moment_text(head.modified, now, self._zone)
        colour = look.text_soft
        icon: QIcon | None = None
        at_work = head.stage not in (Stage.PUBLISHED, Stage.WITHDRAWN, Stage.SPIKED)
        if head.due is not None and at_work:
            right = due_text(head.due, now, self._zone)
            overdue = head.due < now
            colour = look.danger if overdue else look.text_soft
            icon = icon_of(Icon.OVERDUE, Tone.DANGER) if overdue else icon_of(Icon.DUE, Tone.SOFT)
        along = Qt.AlignmentFlag.AlignVCenter
        width = metrics.horizontalAdvance(right) + 2
        painter.setPen(QColor(colour))
        at = QRect(line.right() - width + 1, line.top(), width, line.height())
        painter.drawText(at, int(along | Qt.AlignmentFlag.AlignRight), right)
        if icon is not None:
            at = QRect(at.left() - 18, at.top() + (line.height() - 14) // 2, 14, 14)
            icon.paint(painter, at)
        left = line.left()
        if head.on_hold:
            icon_of(Icon.HOLD, Tone.DANGER).paint(painter, QRect(left, line.top() + (line.height() - 14) // 2, 14, 14))
            left += 18
        stage = self._stage_label(head.stage)
        small.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(QColor(_stage_colour(head.stage, look)))
        room = at.left() - 10 - left
        shown = QFontMetrics(small).elidedText(stage, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, line.top(), room, line.height()), int(along), shown)
        left += QFontMetrics(small).horizontalAdvance(shown) + 6
        small.setWeight(QFont.Weight.Normal)
        painter.setFont(small)
        painter.setPen(QColor(look.text_soft))
        rest = " · ".join(filter(None, (_who(head.assignee), ", ".join(tag.label for tag in head.tags))))
        room = at.left() - 10 - left
        if rest and room > 24:
            shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, line.top(), room, line.height()), int(along), shown)


def two_lines(text: str, font: QFont, width: int) -> tuple[str, str]:
    """Break `text` at a word into a line that fits `width` pixels and a second one that is elided to it."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 1))
    layout.endLayout()
    # Qt counts UTF-16 units.
    encoded = text.encode("utf-16-le")
    cut = 2 * line.textLength()
    first, rest = encoded[:cut].decode("utf-16-le").rstrip(), encoded[cut:].decode("utf-16-le").strip()
    return first, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width) if rest else ""


def _fonts(base: QFont, look: Tokens) -> tuple[QFont, QFont]:
    title, small = QFont(base), QFont(base)
    title.setPixelSize(look.size_ui)
    title.setWeight(QFont.Weight.DemiBold)
    small.setPixelSize(look.size_small)
    small.setWeight(QFont.Weight.Normal)
    return title, small


def _who(person: Person | None) -> str:
    return (person.initials or person.name) if person is not None else ""


def _stage_colour(stage: Stage, look: Tokens) -> str:
    match stage:
        case Stage.READY | Stage.PUBLISHED:
            return look.success
        case Stage.CHECKING:
            return look.accent
        case Stage.SPIKED | Stage.WITHDRAWN:
            return look.danger
        case _:
            return look.text_soft


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, look: Tokens) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(look.accent_soft))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(look.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(look.hover))
    painter.setPen(QPen(QColor(look.line), 1))
    painter.drawLine(rect.left() + _MARGIN + 4, rect.bottom(), rect.right() - _MARGIN, rect.bottom())
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(look.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -2))


def _paint_placeholder(painter: QPainter, inner: QRect, look: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.hover))
    for top, share in ((4, 0.9), (22, 0.6)):
        painter.drawRoundedRect(QRect(inner.left(), inner.top() + top, int(inner.width() * share), 10), 3, 3)
