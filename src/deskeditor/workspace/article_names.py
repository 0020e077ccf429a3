"""The names that an article tells by itself: in its fields, and by capitals inside its sentences."""

import re
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from deskeditor.article.article import Article
from deskeditor.article.change import Change
from deskeditor.language.spelling import stands_inside
from deskeditor.workspace.open_article import OpenArticle

_FIELDS: Final = frozenset({Change.TAGS, Change.BYLINE, Change.CREDIT, Change.SECTION, Change.DATELINE})
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_AGAIN_AFTER: Final = 500
_SLICE: Final = 0.004
"""Seconds that are spent at once on looking whether names still stand where they stood."""


class ArticleNames(QObject):
    """Answers for the article at hand which of its words are names."""

    changed = Signal()
    """Another answer is given now than before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: OpenArticle | None = None
        self._text: str | None = None
        self._answers: dict[str, bool] = {}
        self._unsure: list[str] = []
        self._is_other = False
        self.listed: frozenset[str] = frozenset()
        """The words of the fields."""
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._look_again)

    def show_open_article(self, open_article: OpenArticle | None) -> None:
        """Answer for this article from now on, which is no change to tell of."""
        self._shown = open_article
        self._text = None
        self._answers.clear()
        self._unsure.clear()
        self._again.stop()
        self.listed = frozenset()
        if open_article is not None:
            self.listed = words_of_fields(open_article.article)
            open_article.changed.connect(self._note_change, Qt.ConnectionType.UniqueConnection)

    def is_inside(self, word: str) -> bool:
        """Whether the word, which begins with a capital, stands inside a sentence of the body."""
        answer = self._answers.get(word)
        if answer is None:
            answer = self._answers[word] = stands_inside(self._body_text(), word)
        return answer

    def _body_text(self) -> str:
        if self._text is None:
            self._text = self._shown.body_document.toRawText() if self._shown is not None else ""
        return self._text

    def _note_change(self, change: Change) -> None:
        if self._shown is None:
            return
        if change in _FIELDS:
            listed = words_of_fields(self._shown.article)
            if listed != self.listed:
                self.listed = listed
                self.changed.emit()
        elif change is Change.BODY:
            self._text = None
            self._unsure = list(self._answers)
            if self._unsure:
                self._again.start(_AGAIN_AFTER)

    def _look_again(self) -> None:
        text = self._body_text()
        until = perf_counter() + _SLICE
        while self._unsure and perf_counter() < until:
            word = self._unsure.pop()
            answer = stands_inside(text, word)
            self._is_other |= answer is not self._answers[word]
            self._answers[word] = answer
        if self._unsure:
            self._again.start(0)
        elif self._is_other:
            self._is_other = False
            self.changed.emit()


def words_of_fields(article: Article) -> frozenset[str]:
    """The words of an article's tags, byline, credit, section and dateline."""
    named = (
        *(tag.label for tag in article.tags),
        *(name.name for name in article.byline),
        article.credit.name,
        article.section,
        article.dateline,
    )
    return frozenset(word for text in named for word in _WORD.findall(text))
