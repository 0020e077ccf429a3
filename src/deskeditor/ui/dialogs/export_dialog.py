"""Asks what to export and where, and shows what stands in the way."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deskeditor.article.finding import Finding, Severity
from deskeditor.article.place import Place
from deskeditor.export.formats import Format
from deskeditor.ui.labelled_field import LabelledField
from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.panels.findings_panel import FindingsPanel
from deskeditor.ui.theme import set_variant

_LABELS: Final = (
    (Format.HTML, "Page", "a whole page, ready to publish"),
    (Format.FRAGMENT, "Fragment", "the article alone, for another system’s page"),
    (Format.MARKDOWN, "Markdown", "text with its fields at the head"),
)

_ROW_HEIGHT: Final = 36
_MOST_OF_FINDINGS: Final = 260
"""Pixels: more findings than that are scrolled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What to write and where; `override` is the reason given for passing blocking findings, or empty."""

    formats: tuple[Format, ...]
    folder: Path
    override: str = ""


class ExportDialog(QDialog):
    """`requested` carries an `ExportRequest`; `place_chosen` the place of a finding that was clicked."""

    requested = Signal(object)
    place_chosen = Signal(object)

    def __init__(
        self,
        findings: tuple[Finding, ...],
        *,
        folder: Path,
        formats: tuple[Format, ...] = (Format.HTML,),
        choose_folder: Callable[[Path], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        """`choose_folder` asks the person for a folder, beginning at the one given; None where she gives up."""
        super().__init__(parent)
        self.setWindowTitle("Export")
        self._choose_folder = choose_folder
        self._blocked = any(finding.severity is Severity.BLOCKING for finding in findings)
        self._formats: dict[Format, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._choices(formats))
        self._folder = MetadataEdit("Folder")
        self._folder.show_text(str(folder))
        self._folder.setCursorPosition(len(str(folder)))
        browse = QPushButton("Choose…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(LabelledField("Folder", self._folder), 1)
        below = QVBoxLayout()
        below.addStretch(1)
        below.addWidget(browse)
        place.addLayout(below)
        layout.addLayout(place)
        panel = FindingsPanel()
        panel.show_findings(findings)
        panel.place_chosen.connect(self._go_to)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_variant(panel, "panel")
        scrolled.setWidget(panel)
        scrolled.setMinimumHeight(min(28 + _ROW_HEIGHT * len(findings), _MOST_OF_FINDINGS))
        layout.addWidget(scrolled, 1)
        self._reason = MetadataEdit("Reason for exporting all the same")
        self._reason.setPlaceholderText("Why export all the same? It is recorded.")
        self._reason.setVisible(self._blocked)
        layout.addWidget(self._reason)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        label = "Export all the same" if self._blocked else "Export"
        self._export = buttons.addButton(label, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addSpacing(4)
        layout.addWidget(buttons)
        # Only a button that is in the dialog can be what Return stands for.
        self._export.setDefault(True)
        self.setMinimumWidth(480)
        for box in self._formats.values():
            box.toggled.connect(self._check)
        self._folder.textChanged.connect(self._check)
        self._reason.textChanged.connect(self._check)
        self._check()

    @property
    def request(self) -> ExportRequest:
        """What is asked for now."""
        return ExportRequest(
            formats=tuple(fmt for fmt, box in self._formats.items() if box.isChecked()),
            folder=Path(self._folder.text().strip()).expanduser(),
            override=self._reason.text().strip() if self._blocked else "",
        )

    def _choices(self, formats: tuple[Format, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        title = QLabel("Write")
        set_variant(title, "small")
        column.addWidget(title)
        for fmt, label, what in _LABELS:
            box = QCheckBox(label)
            box.setAccessibleName(f"{label}: {what}")
            box.setChecked(fmt in formats)
            box.setMinimumWidth(110)
            hint = QLabel(what)
            set_variant(hint, "small")
            row = QHBoxLayout()
            row.addWidget(box)
            row.addWidget(hint, 1)
            column.addLayout(row)
            self._formats[fmt] = box
        return column

    def _browse(self) -> None:
        chosen = self._choose_folder(Path(self._folder.text()))
        if chosen is not None:
            self._folder.show_text(str(chosen))

    def _go_to(self, place: Place) -> None:
        self.place_chosen.emit(place)
        self.reject()

    def _check(self) -> None:
        wanted = self.request
        is_reasoned = bool(wanted.override) or not self._blocked
        self._export.setEnabled(bool(wanted.formats and self._folder.text().strip() and is_reasoned))

    def accept(self) -> None:
        if self._export.isEnabled():
            self.requested.emit(self.request)
            super().accept()
