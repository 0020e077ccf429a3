"""The panel of an article's claims, in the order of the copy, as far as a filter lets them through."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QToolButton, QVBoxLayout, QWidget

from deskeditor.article.claim_log import VERDICT_WORDS
from deskeditor.article.claim_progress import Checked
from deskeditor.article.claims import ClaimKind, Verdict
from deskeditor.ui.claim_list import ClaimList
from deskeditor.ui.claim_looks import KIND_WORDS
from deskeditor.ui.claim_model import ClaimFilter, ClaimsShown
from deskeditor.ui.flow_layout import FlowLayout
from deskeditor.ui.theme import set_variant


class ClaimsPanel(QWidget):
    """`claim_chosen` leads to a claim's words."""

    claim_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = ""
        self._all: Sequence[Checked] = ()
        self._empty = QLabel("Select words and press F9, or walk through all facts with Shift+F9.")
        self._empty.setWordWrap(True)
        set_variant(self._empty, "small")
        self.list = ClaimList("Claims in the order of the copy")
        self._pills = {shown: self._pill(shown) for shown in ClaimsShown}
        self._group = QButtonGroup(self)
        for pill in self._pills.values():
            self._group.addButton(pill)
        self._pills[ClaimsShown.ALL].setChecked(True)
        self._group.buttonClicked.connect(lambda _pill: self._filter())
        self.kind_box = QComboBox()
        self.kind_box.setAccessibleName("Kind of claim")
        self.kind_box.addItem("Any kind", None)
        for kind in ClaimKind:
            self.kind_box.addItem(KIND_WORDS[kind], kind)
        self.verdict_box = QComboBox()
        self.verdict_box.setAccessibleName("Verdict")
        self.verdict_box.addItem("Any verdict", None)
        for verdict in Verdict:
            words = VERDICT_WORDS[verdict]
            self.verdict_box.addItem(words[0].upper() + words[1:], verdict)
        for box in (self.kind_box, self.verdict_box):
            set_variant(box, "flat")
            box.currentIndexChanged.connect(self._filter)
        self._filters = QWidget()
        self._flow = FlowLayout(self._filters)
        for widget in (*self._pills.values(), self.kind_box, self.verdict_box):
            self._flow.addWidget(widget)
        self._none = QLabel("No claim is like that.")
        set_variant(self._none, "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._empty, self._filters, self._none, self.list):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self.claim_chosen)
        self._show_counts()

    def show_claims(self, claims: Sequence[Checked], *, person: str) -> None:
        """Show claims in this order; `person` is whose *mine* are."""
        self._all, self._person = claims, person
        self.list.claims.show_claims(claims)
        self._filter()
        self._show_counts()

    def _filter(self) -> None:
        shown = next(shown for shown, pill in self._pills.items() if pill.isChecked())
        # A combo box gives the value of an enum of strings back as a plain string.
        kind, verdict = self.kind_box.currentData(), self.verdict_box.currentData()
        wanted = ClaimFilter(
            shown=shown,
            kind=ClaimKind(kind) if kind else None,
            verdict=Verdict(verdict) if verdict else None,
            person=self._person,
        )
        self.list.claims.show_filter(wanted)
        self._none.setVisible(bool(self._all) and not self.list.claims.rows)

    def _show_counts(self) -> None:
        self._empty.setVisible(not self._all)
        self._filters.setVisible(bool(self._all))
        for shown, pill in self._pills.items():
            count = sum(ClaimFilter(shown=shown, person=self._person).lets(one) for one in self._all)
            pill.setText(f"{shown.value} {count:n}")
            pill.setAccessibleName(f"{shown.value}, {count} claims")
            pill.setVisible(count > 0 or pill.isChecked() or shown is ClaimsShown.ALL)
        self._flow.invalidate()
        self._none.setVisible(bool(self._all) and not self.list.claims.rows)

    def _pill(self, shown: ClaimsShown) -> QToolButton:
        pill = QToolButton()
        pill.setCheckable(True)
        set_variant(pill, "pill")
        return pill
