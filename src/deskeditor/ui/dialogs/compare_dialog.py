"""Shows what changed in an article between two of its states, inline and read only."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskeditor.compare.bodies import Compared
from deskeditor.ui.choice_edit import ChoiceEdit
from deskeditor.ui.compare_view import CompareView
from deskeditor.ui.labelled_field import LabelledField
from deskeditor.ui.theme import set_variant

NOW: Final = "Now"


class CompareDialog(QDialog):
    """`asked` carries the ids of the earlier and the later state, None for the article as it is now.

    N and P, or F3 and Shift+F3, lead from change to change.
    """

    asked = Signal(object, object)

    def __init__(
        self,
        states: Sequence[tuple[str, UUID]],
        *,
        since: Sequence[tuple[str, UUID]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`states` are the kept ones with their labels, newest first; `since` those that are asked for by name."""
        super().__init__(parent)
        self.setWindowTitle("Compare")
        self._compared: tuple[Compared, ...] = ()
        self._before: UUID | None = None
        self._after: UUID | None = None
        self._named: list[tuple[QPushButton, UUID]] = []
        self._view = CompareView()
        self._from = ChoiceEdit("Earlier state")
        self._from.show_choices(states)
        self._from.chosen.connect(lambda state: self.ask(state, self._after))
        self._to = ChoiceEdit("Later state")
        self._to.show_choices([(NOW, None), *states])
        self._to.chosen.connect(lambda state: self.ask(self._before, state))
        self._count = QLabel()
        set_variant(self._count, "small")
        self._only = QCheckBox("Changes only")
        self._only.toggled.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(self._names_row(since))
        chosen = QHBoxLayout()
        chosen.setSpacing(12)
        chosen.addWidget(LabelledField("From", self._from), 1)
        chosen.addWidget(LabelledField("To", self._to), 1)
        layout.addLayout(chosen)
        layout.addWidget(self._view, 1)
        layout.addLayout(self._steps_row())
        self.resize(880, 760)
        for keys, by in (("N", 1), ("F3", 1), ("P", -1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self._step(by))
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, before: UUID | None, after: UUID | None = None) -> None:
        """Ask for what changed between two states; None for `after` is the article as it is now."""
        if before is None:
            return
        self._before, self._after = before, after
        self._from.show_value(before)
        self._to.show_value(after)
        for button, state in self._named:
            button.setChecked(state == before and after is None)
        self.asked.emit(before, after)

    def show_compared(self, compared: tuple[Compared, ...]) -> None:
        """Show what changed."""
        self._compared = compared
        self._show()

    def _names_row(self, since: Sequence[tuple[str, UUID]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for label, state in since:
            button = QPushButton(f"Since {label}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda checked=False, state=state: self.ask(state))
            row.addWidget(button)
            self._named.append((button, state))
        row.addStretch(1)
        return row

    def _steps_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for label, by, keys in (("Previous change", -1, "P"), ("Next change", 1, "N")):
            button = QPushButton(label)
            button.setAutoDefault(False)
            button.setToolTip(f"{label} ({keys})")
            button.clicked.connect(lambda checked=False, by=by: self._step(by))
            row.addWidget(button)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._only)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row.addWidget(close)
        return row

    def _show(self) -> None:
        self._view.show_compared(self._compared, only_changes=self._only.isChecked())
        changes = self._view.changes
        self._count.setText("No change" if not changes else f"{changes} {'change' if changes == 1 else 'changes'}")

    def _step(self, by: int) -> None:
        number = self._view.step(by)
        if number:
            self._count.setText(f"Change {number} of {self._view.changes}")
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
