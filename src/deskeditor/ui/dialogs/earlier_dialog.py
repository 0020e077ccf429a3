"""Have we checked this before? The earlier claims that are like the words at hand, each with what was found then."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deskeditor.article.claim_log import VERDICT_WORDS
from deskeditor.article.claim_words import in_marks
from deskeditor.article.earlier_claims import EarlierClaim
from deskeditor.factcheck.similar import Similar
from deskeditor.ui.check_words import evidence_words
from deskeditor.ui.row_list import RowList
from deskeditor.ui.theme import set_variant
from deskeditor.ui.times import moment_text


class EarlierDialog(QDialog):
    """`article_chosen` carries the id of the article to turn to, `sources_chosen` the claim whose sources serve."""

    article_chosen = Signal(object)
    sources_chosen = Signal(object)

    def __init__(
        self, words: str, found: Sequence[Similar], *, now: datetime, zone: tzinfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Checked before")
        self._found = tuple(one.earlier for one in found)
        asked = QLabel(in_marks(" ".join(words.split())))
        asked.setWordWrap(True)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        set_variant(asked, "heading")
        self.list = RowList("Earlier claims, the likest first")
        for earlier in self._found:
            self.list.addItem(QListWidgetItem(earlier_text(earlier, now, zone)))
        self.list.setCurrentRow(0)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addStretch(1)
        scrolled.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.take_button = buttons.addButton("Use its sources here", QDialogButtonBox.ButtonRole.ActionRole)
        self.take_button.setAutoDefault(False)
        opens = buttons.addButton("Open the article", QDialogButtonBox.ButtonRole.AcceptRole)
        opens.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self.take_button.clicked.connect(self._take)
        self.list.itemActivated.connect(lambda _item: self._choose())
        self.list.currentRowChanged.connect(lambda _row: self._show_buttons())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(asked)
        layout.addWidget(scrolled, 1)
        layout.addWidget(buttons)
        self.resize(620, 460)
        self._show_buttons()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> EarlierClaim | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show_buttons(self) -> None:
        current = self._current()
        self.take_button.setEnabled(current is not None and bool(current.sources))

    def _choose(self) -> None:
        current = self._current()
        if current is not None and self.isVisible():
            self.accept()
            self.article_chosen.emit(current.article)

    def _take(self) -> None:
        current = self._current()
        if current is not None:
            self.accept()
            self.sources_chosen.emit(current)


def earlier_text(earlier: EarlierClaim, now: datetime, zone: tzinfo) -> str:
    """An earlier claim in rows: its words, what was found, on what it stands, in which article."""
    claim, judgement = earlier.claim, earlier.claim.judgement
    rows = [in_marks(" ".join(earlier.words.split()))]
    if claim.stet is not None:
        rows.append(f"Stet by {claim.stet.by}: {claim.stet.why}")
    elif judgement is not None:
        verdict = VERDICT_WORDS[judgement.verdict]
        rows.append(f"{verdict[0].upper()}{verdict[1:]} · {judgement.by}, {moment_text(judgement.at, now, zone)}")
    else:
        rows.append("Not judged")
    if claim.query is not None:
        rows.append(f"Query: {claim.query.question or '—'}")
        rows += [f"Suggested: “{claim.query.wording}”"] if claim.query.wording else []
    rows += [evidence_words(evidence, earlier.sources) for evidence in claim.evidence]
    rows.append(f"In “{earlier.headline or 'No headline'}”, number {claim.number}")
    return "\n".join(rows)
