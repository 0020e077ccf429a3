"""What a search finds in the texts of the open article, in the order of the copy."""

from collections.abc import Sequence
from math import inf
from typing import Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from deskeditor.language.matching import Hit, Matcher
from deskeditor.richtext.hits import DocumentHits, Found
from deskeditor.ui.shown_texts import round_from

_NOWHERE: Final = (0, 0)


class ArticleHits:
    """The hits in texts as they stand, looked for no further than is asked."""

    def __init__(
        self,
        match: Matcher,
        texts: Sequence[QTextEdit],
        known: dict[str, list[Hit]],
        scope: QTextCursor | None,
    ) -> None:
        """Where there is a `scope`, nothing counts but what lies in what it selects."""
        self._texts = tuple(texts)
        self._scope = _key_of(scope)
        self._hits = {text: DocumentHits(text.document(), match, known, _within(scope, text)) for text in self._texts}

    def hold_for(self, texts: Sequence[QTextEdit], scope: QTextCursor | None) -> bool:
        """Whether these are the hits in these texts as they are now."""
        return (
            tuple(texts) == self._texts
            and _key_of(scope) == self._scope
            and all(hits.holds_for(text.document()) for text, hits in self._hits.items())
        )

    def of(self, text: QTextEdit) -> DocumentHits | None:
        """The hits in a text; None where it was not looked through."""
        return self._hits.get(text)

    def look_on(self, until: float) -> bool:
        """Look further up to a time of `perf_counter`; True once all is looked through."""
        return all(hits.look_on(until) for hits in self._hits.values())

    def count(self) -> int:
        """How many hits there are in what was looked through."""
        return sum(hits.count() for hits in self._hits.values())

    def number_of(self, text: QTextEdit, start: int, end: int) -> int | None:
        """Which hit of all lies between two positions of a text, counted from 0; all must be looked through."""
        before = 0
        for one, hits in self._hits.items():
            if one is text:
                number = hits.number_of(start, end)
                return None if number is None else before + number
            before += hits.count()
        return None

    def nearest(
        self, text: QTextEdit, position: int, *, back: bool, until: float = inf
    ) -> tuple[QTextEdit, Found, bool] | None:
        """The nearest hit from a position of `text` on, in it or in the texts behind it, round the article.

        True where the way led over the article's end. Raises TimeoutError where it is not found `until` then.
        """
        if not self._texts:
            return None
        own = self._texts.index(text) if text in self._texts else 0
        first = self._hits[self._texts[own]]
        one = first.previous_from(position, until=until) if back else first.next_from(position, until=until)
        if one is not None:
            return self._texts[own], one, False
        for at in [*round_from(own, len(self._texts), back=back)[1:], own]:
            hits, end = self._hits[self._texts[at]], self._texts[at].document().characterCount() - 1
            one = hits.previous_from(end, until=until) if back else hits.next_from(0, until=until)
            if one is not None:
                return self._texts[at], one, at >= own if back else at <= own
        return None


def _key_of(scope: QTextCursor | None) -> tuple[object, int, int] | None:
    return None if scope is None else (scope.document(), scope.selectionStart(), scope.selectionEnd())


def _within(scope: QTextCursor | None, text: QTextEdit) -> tuple[int, int] | None:
    if scope is None:
        return None
    is_in = scope.document() is text.document()
    return (scope.selectionStart(), scope.selectionEnd()) if is_in else _NOWHERE
