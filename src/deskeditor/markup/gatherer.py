"""Leaves in the making: where words go while a page is read, and what parts them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from deskeditor.article.body import Footnote, Leaf, ListItem, ListKind, ListLevel, Paragraph, Rule
from deskeditor.article.line import HARD_BREAK, NO_MARKS, Line, Marks, slice_line
from deskeditor.article.published import tidied_line
from deskeditor.markup.elements import Outline, Tag, holds_notes
from deskeditor.markup.line_builder import LineBuilder

MOST_COUNTED = 999_999

End = Callable[[], None]
"""What to do where an element ends."""


class Kind(Enum):
    """What words become: paragraphs, a heading, a list item, or one line whatever comes."""

    FLOW = auto()
    HEADING = auto()
    ITEM = auto()
    LINE = auto()


@dataclass(slots=True)
class Frame:
    """Where words go at the moment: into paragraphs, a heading, a list item or a line of some other kind."""

    kind: Kind
    words: LineBuilder = field(default_factory=LineBuilder)
    path: tuple[ListLevel, ...] = ()
    later: list[Leaf] = field(default_factory=list)
    is_put: bool = False
    """The item stands among the leaves already: what comes now stood behind a list inside it."""
    is_note: bool = False
    is_caption: bool = False


@dataclass(slots=True)
class ListState:
    """An open list; `items` counts those that have ended since it last began to count."""

    level: ListLevel
    items: int = 0


class Gatherer:
    """Gathers leaves; what the grammar does not allow where it stands is put as near as it can be."""

    def __init__(self, ahead: Outline, *, one_line: bool = False) -> None:
        self.warnings: dict[str, None] = {}
        self._outline = ahead
        self._leaves: list[Leaf] = []
        self._notes: list[Footnote] = []
        self._frames = [Frame(Kind.LINE if one_line else Kind.FLOW)]
        self._marks: Marks = NO_MARKS
        self._code: list[str] | None = None
        self._quotes = 0
        self._lists: list[ListState] = []
        self._notes_depth = 0
        self._in_paragraph = False
        self._link_words: list[str] | None = None

    def finished(self) -> list[Leaf]:
        """Return the leaves of the page read, footnotes last."""
        self._flush()
        return [*self._leaves, *self._notes]

    def finished_line(self) -> Line:
        """Return the line of the page read, where it was read as one."""
        return self._frames[0].words.take()

    def _text(self, text: str) -> None:
        if self._link_words is not None:
            self._link_words.append(text)
        if self._code is not None:
            self._code.append(text)
        else:
            self._frames[-1].words.add(text, self._marks)

    def _break(self) -> None:
        if self._link_words is not None:
            self._link_words.append("\n")
        if self._code is not None:
            self._code.append("\n")
        else:
            self._frames[-1].words.add_break(self._marks)

    def _part(self) -> None:
        """A block begins or ends: words before and behind it must not meet."""
        if self._frames[-1].kind is Kind.FLOW:
            self._flush()
        else:
            self._frames[-1].words.part()

    def _flush(self) -> None:
        """End the paragraph of the outermost frame."""
        line = self._frames[-1].words.take()
        if not line:
            return
        quoted = self._quotes > 0
        pieces = [line]
        if not self._in_paragraph and HARD_BREAK in line.text:
            pieces = _split_at_double_breaks(tidied_line(line))
        self._leaves.extend(Paragraph(line=piece, quoted=quoted) for piece in pieces)

    def _push(self, frame: Frame) -> Frame:
        self._frames.append(frame)
        return frame

    def _capture(self, done: Callable[[Line], None]) -> End:
        """Send the words of an element into a line that is handed to `done` at its end."""
        self._push(Frame(Kind.LINE))
        return lambda: done(self._frames.pop().words.take())

    def _is_flow(self) -> bool:
        return self._frames[-1].kind is Kind.FLOW

    def _finish_item(self, item: Frame) -> None:
        """Put what the item holds so far among the leaves; words that come behind a table in it are a paragraph.

        So are those behind a list in it, where another item would take the next one's number.
        """
        line = item.words.take()
        if not line:
            return
        quoted = self._quotes > 0
        if item.path and item.is_put and item.path[-1].kind is ListKind.NUMBER:
            self._warn("Words behind a list inside an item now stand between two lists.")
            self._count_on_behind()
        item.is_put = True
        if item.path:
            self._leaves.append(ListItem(line=line, path=item.path, quoted=quoted))
        else:
            self._leaves.append(Paragraph(line=line, quoted=quoted))

    def _interrupt_lists(self, item: Frame) -> None:
        """Something that no list holds comes: the open lists end here and go on counting behind it."""
        self._finish_item(item)
        self._warn("A table, picture or code in a list now stands between two lists.")
        self._count_on_behind()

    def _count_on_behind(self) -> None:
        """End the open lists; behind what comes now they go on counting."""
        for each in self._lists:
            if each.level.kind is ListKind.NUMBER:
                following = min(each.level.start + each.items + 1, MOST_COUNTED)
                each.level = ListLevel(kind=ListKind.NUMBER, start=following)
                each.items = -1
        for frame in self._frames:
            frame.path = ()

    def _put(self, leaf: Leaf) -> None:
        """Put a leaf that is not a line where it stands, or as near as the grammar allows."""
        frame = self._frames[-1]
        if frame.kind is Kind.HEADING:
            frame.later.append(leaf)
            return
        if frame.kind is Kind.ITEM:
            self._interrupt_lists(frame)
        else:
            self._flush()
        self._leaves.append(leaf)

    def _rule(self) -> None:
        if self._frames[-1].kind in (Kind.FLOW, Kind.ITEM) and not self._notes_depth:
            self._put(Rule())
        else:
            self._part()

    def _start_list(self, tag: Tag) -> End | None:
        if holds_notes(tag):
            return self._start_notes()
        frame = self._frames[-1]
        if frame.kind not in (Kind.FLOW, Kind.ITEM) or (self._notes_depth and not self._lists):
            self._part()
            return self._part
        if frame.kind is Kind.ITEM:
            self._finish_item(frame)
        else:
            self._flush()
        number = tag.name == "ol"
        start = tag.data.get("start", "1") if number else "1"
        begin = int(start) if start.isascii() and start.isdigit() and len(start) <= 6 else 1
        self._lists.append(ListState(ListLevel(kind=ListKind.NUMBER if number else ListKind.BULLET, start=begin)))

        def end() -> None:
            self._part()
            self._lists.pop()

        return end

    def _start_item(self, tag: Tag) -> End:
        frame = self._frames[-1]
        if self._notes_depth and frame.kind is Kind.FLOW and not self._lists:
            return self._start_note(tag)
        if frame.kind not in (Kind.FLOW, Kind.ITEM):
            self._part()
            self._warn("A list inside a table, caption or footnote became lines of its own.")
            return self._part
        if frame.kind is Kind.ITEM:
            self._finish_item(frame)
        else:
            self._flush()
        alone = not self._lists
        if alone:
            self._lists.append(ListState(ListLevel(kind=ListKind.BULLET)))
        item = self._push(Frame(Kind.ITEM, path=tuple(each.level for each in self._lists)))

        def end() -> None:
            self._finish_item(item)
            self._frames.pop()
            self._lists[-1].items += 1
            if alone:
                self._lists.pop()

        return end

    def _start_notes(self) -> End:
        self._part()
        self._notes_depth += 1

        def end() -> None:
            self._part()
            self._notes_depth -= 1

        return end

    def _start_note(self, tag: Tag) -> End:
        self._flush()
        label = self._outline.note_labels.get(tag.data.get("id", ""), "") or f"note-{len(self._notes) + 1}"
        self._push(Frame(Kind.LINE, is_note=True))

        def end() -> None:
            line = self._frames.pop().words.take()
            if line:
                self._notes.append(Footnote(label=label, line=line))

        return end

    def _warn(self, sentence: str) -> None:
        self.warnings[sentence] = None


def _split_at_double_breaks(line: Line) -> list[Line]:
    pieces: list[Line] = []
    at = 0
    while (found := line.text.find(HARD_BREAK * 2, at)) >= 0:
        pieces.append(slice_line(line, at, found))
        at = found + 2
    return [*pieces, slice_line(line, at)]
