"""The Markdown of a body as a person left it: undo brings back what was typed, not a tidier writing of it."""

from collections import OrderedDict
from typing import Final

from deskeditor.article.body import EMPTY_BODY, Body
from deskeditor.article.line import NO_MARKS, Mark, MarkKind
from deskeditor.article.published import published

_NAMES: Final = (
    (MarkKind.CLAIM, "claim", "claims"),
    (MarkKind.NOTE, "note", "notes"),
    (MarkKind.BULLET, "summary point", "summary points"),
)
_MOST: Final = 200
_MOST_LOSSES: Final = 20


class MarkdownTexts:
    """Remembers, for one article, which text made which body, and where marks were before they were cut."""

    def __init__(self) -> None:
        self._texts: OrderedDict[Body, str] = OrderedDict()
        self._before_losses: list[Body] = []
        self.shown = ""
        """The text that was last read or written."""

        self._written = ""
        self._shown_body = EMPTY_BODY
        self._reading: Body | None = None

    def text_of(self, body: Body) -> str:
        """Return the text that made the body, or its Markdown."""
        # Imported here: the first frame is drawn without writers and readers.
        from deskeditor.markup.markdown_writer import write_markdown

        text = self._texts.get(body)
        if text is None and self._texts and published(body) == published(self._shown_body):
            # A note or a link to a summary point came or went: the words stand as they were typed.
            text = self.shown
        if text is None:
            text = self._written = write_markdown(body)
        self._remember(body, text)
        return text

    def body_of(self, text: str, before: Body) -> tuple[Body, frozenset[Mark]]:
        """Return the body that a text makes of the one before it, and the marks of the desk that found no words.

        Words that were cut and pasted have their marks again: they lie where the words are, if they
        are there once.
        """
        from deskeditor.article.carrying import carried, found_again
        from deskeditor.markup.markdown_whole import reread_markdown

        if text == self._texts.get(before):
            return before, NO_MARKS
        # What the writer wrote is read as what it wrote.
        known = published(self._shown_body) if self._reading is None else self._reading
        reading = reread_markdown(text, self.shown, known, written=self._written)
        result = carried(before, reading)
        body = result.body
        for earlier in reversed(self._before_losses):
            body = found_again(earlier, body)
        if result.lost:
            self._before_losses = [*self._before_losses, before][-_MOST_LOSSES:]
        self._remember(body, text)
        self._reading = reading
        return body, result.lost

    def _remember(self, body: Body, text: str) -> None:
        self.shown, self._shown_body, self._reading = text, body, None
        self._texts[body] = text
        self._texts.move_to_end(body)
        if len(self._texts) > _MOST:
            self._texts.popitem(last=False)


def differing(old: str, new: str) -> tuple[int, int]:
    """Return how many code points two texts share at their beginning, and how many of the rest at their end."""
    start = _shared(old, new)
    shorter = min(len(old), len(new)) - start
    return start, _shared(old[len(old) - shorter :][::-1], new[len(new) - shorter :][::-1])


def _shared(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def losses_said(lost: frozenset[Mark]) -> str:
    """Say in a sentence which claims, notes and passages lost their words."""
    parts: list[str] = []
    for kind, one, many in _NAMES:
        count = sum(mark.kind is kind for mark in lost)
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    its, it = ("its", "it") if len(lost) == 1 else ("their", "them")
    return f"{' and '.join(parts)} lost {its} words. Undo brings {it} back."
