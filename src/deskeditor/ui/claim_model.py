"""The claims of an article as rows, and which of them a filter lets through."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from deskeditor.article.claim_log import numbers_told
from deskeditor.article.claim_progress import OUT, Checked, Progress
from deskeditor.article.claims import ClaimKind, Verdict
from deskeditor.ui.claim_looks import KIND_WORDS, standing_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ClaimsShown(StrEnum):
    """What of the claims is listed; the value is what the panel calls it."""

    ALL = "All"
    UNCHECKED = "Unchecked"
    OUT = "Out"
    RECHECK = "Recheck"
    UNSURE = "Unsure"
    SETTLED = "Settled"
    MINE = "Mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims are wanted; `mine` are those of the person of that name. None is any kind, any verdict."""

    shown: ClaimsShown = ClaimsShown.ALL
    kind: ClaimKind | None = None
    verdict: Verdict | None = None
    person: str = ""

    def lets(self, one: Checked) -> bool:
        """Whether a claim is wanted."""
        claim = one.claim
        if self.kind is not None and claim.kind is not self.kind:
            return False
        if self.verdict is not None and (claim.judgement is None or claim.judgement.verdict is not self.verdict):
            return False
        match self.shown:
            case ClaimsShown.UNCHECKED:
                return one.progress is Progress.UNCHECKED
            case ClaimsShown.OUT:
                return one.progress in OUT
            case ClaimsShown.RECHECK:
                return one.progress is Progress.RECHECK
            case ClaimsShown.UNSURE:
                return one.progress in (Progress.UNSURE, Progress.LOST)
            case ClaimsShown.SETTLED:
                return one.progress in (Progress.SETTLED, Progress.CUT)
            case ClaimsShown.MINE:
                return self.person in (claim.by, claim.judgement.by if claim.judgement is not None else "")
            case _:
                return True


class ClaimModel(QAbstractListModel):
    """The rows that a filter lets through, in the order of the copy."""

    CLAIM = Qt.ItemDataRole.UserRole + 20
    """The role of the `Checked` of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Checked, ...] = ()
        self._rows: tuple[Checked, ...] = ()
        self._filter = ClaimFilter()

    def show_claims(self, claims: Sequence[Checked]) -> None:
        """Show these, in this order. Rows that are as many as before stay, so that the list keeps its place."""
        self._all = tuple(claims)
        self._show(tuple(filter(self._filter.lets, self._all)))

    def show_filter(self, wanted: ClaimFilter) -> None:
        """Let others through."""
        self._filter = wanted
        self._show(tuple(filter(wanted.lets, self._all)))

    @property
    def rows(self) -> tuple[Checked, ...]:
        """What is listed."""
        return self._rows

    def row_of(self, claim_id: str) -> int:
        """The row of a claim, -1 where it is not listed."""
        return next((row for row, one in enumerate(self._rows) if one.claim.id == claim_id), -1)

    def _show(self, rows: tuple[Checked, ...]) -> None:
        if [one.claim.id for one in rows] == [one.claim.id for one in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        one = self._rows[index.row()]
        if role == self.CLAIM:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"Number {one.claim.number}: {claim_quote(one)}, {claim_subline(one)}"
        return None


def claim_quote(one: Checked) -> str:
    """The words of a claim on one row; those it was made on where they are gone."""
    words = one.words if one.words is not None else one.claim.anchor.quote
    return " ".join(words.split())


def claim_subline(one: Checked) -> str:
    """What is said of a claim below its words."""
    claim = one.claim
    sources = numbers_told(claim.evidence)
    parts = [standing_words(one), KIND_WORDS[claim.kind]]
    if sources:
        parts.append(f"source {sources}")
    if claim.query is not None and claim.query.wording:
        parts.append(f"→ “{claim.query.wording}”")
    elif claim.query is not None:
        parts.append(claim.query.question)
    return " · ".join(parts)
