"""The panel of findings: what would go wrong, worst first, each a way to its place."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QVBoxLayout, QWidget

from deskeditor.article.finding import Finding, Severity
from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.ui.row_list import RowList
from deskeditor.ui.theme import set_variant

_ORDER: Final = tuple(Severity)


class FindingsPanel(QWidget):
    """`place_chosen` carries the `Place` of a finding that was clicked or chosen with Enter."""

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = QLabel()
        set_variant(self._said, "small")
        self._list = RowList("Findings")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._said)
        layout.addWidget(self._list)
        layout.addStretch(1)
        self._list.itemClicked.connect(self._choose)
        self._list.installEventFilter(self)
        self.setFocusProxy(self._list)
        self.show_findings(())

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show findings, blocking ones first; the chosen one stays chosen where it is still there."""
        chosen = self._list.currentItem()
        code = chosen.data(Qt.ItemDataRole.UserRole).code if chosen is not None else None
        self._list.clear()
        for finding in sorted(findings, key=lambda finding: _ORDER.index(finding.severity)):
            item = QListWidgetItem(severity_icon(finding.severity), finding.text)
            item.setData(Qt.ItemDataRole.UserRole, finding)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{finding.severity.value}: {finding.text}")
            item.setToolTip(finding.severity.value.capitalize())
            self._list.addItem(item)
            if finding.code == code:
                self._list.setCurrentItem(item)
        self._said.setText(findings_text(findings))
        self._list.setVisible(bool(findings))
        self._list.fit()

    def _choose(self, item: QListWidgetItem) -> None:
        self.place_chosen.emit(item.data(Qt.ItemDataRole.UserRole).place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = watched is self._list and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (item := self._list.currentItem()) is not None:
                self._choose(item)
            return True
        return super().eventFilter(watched, event)


def severity_icon(severity: Severity) -> QIcon:
    """The icon of a severity, in its tone."""
    match severity:
        case Severity.BLOCKING:
            return icon_of(Icon.BLOCKING, Tone.DANGER)
        case Severity.WARNING:
            return icon_of(Icon.WARNING, Tone.WARNING)
        case Severity.ADVICE:
            return icon_of(Icon.ADVICE, Tone.SOFT)


def findings_text(findings: tuple[Finding, ...]) -> str:
    """Say in a few words what was found: `1 blocking · 2 warnings · 1 hint`."""
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    said = []
    if blocking := counts[Severity.BLOCKING]:
        said.append(f"{blocking} blocking")
    if warnings := counts[Severity.WARNING]:
        said.append("1 warning" if warnings == 1 else f"{warnings} warnings")
    if advice := counts[Severity.ADVICE]:
        said.append("1 hint" if advice == 1 else f"{advice} hints")
    return " · ".join(said) or "Nothing stands in the way of publishing."
