"""The line under the standfirst: who wrote it, whence it comes, what holds it back; a click leads to the fields."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from deskeditor.article.article import Access, Article, Flag
from deskeditor.ui.theme import set_variant


class BylineButton(QPushButton):
    """Takes the room that is there and ends in dots where that is too little."""

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_article(self, article: Article) -> None:
        """Show what holds of an article."""
        self._words = byline_text(article, self._zone)
        held = _stands(article.hold) or _stands(article.legal_read)
        set_variant(self, "byline-held" if held else "byline")
        self.setAccessibleName(self._words)
        self.setToolTip(f"{self._words}\nClick to edit byline and credit")
        self._show_words()

    def _show_words(self) -> None:
        room = self.width() - 12
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        # An ampersand alone would underline the letter behind it.
        self.setText(shown.replace("&", "&&"))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()


def byline_text(article: Article, zone: tzinfo) -> str:
    """Say byline, credit, access, hold, legal read and embargo of an article, each where there is one."""
    names = [name.name for name in article.byline if name.name.strip()]
    parts = (
        f"By {_listed(names)}" if names else "No byline",
        article.credit.name,
        "Premium" if article.access is Access.PREMIUM else "",
        "On hold" if _stands(article.hold) else "",
        "Legal read asked for" if _stands(article.legal_read) else "",
        f"Embargo until {_moment(article.embargo, zone)}" if article.embargo is not None else "",
    )
    return " · ".join(filter(None, parts))


def _moment(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return f"{local.day} {local:%b} {local.year}, {local:%H:%M}"


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _stands(flag: Flag | None) -> bool:
    return flag is not None and not flag.cleared_by
