"""Asks where the fact-check report is to go, in which format, and whether it is for others."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from deskeditor.export.report import ReportFormat
from deskeditor.ui.labelled_field import LabelledField
from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.theme import set_variant

_FORMATS: Final = (
    (ReportFormat.HTML, "For print", "the copy in numbered lines, with its claims (.html)"),
    (ReportFormat.DOCX, "For Word", "the same to work on, lines numbered by Word (.docx)"),
    (ReportFormat.CSV, "Table", "a row for each claim (.csv)"),
    (ReportFormat.JSON, "Data", "everything, for programs (.json)"),
)
_FOR_ALL: Final = "Leave out contacts, the desk’s notes, and who spoke off the record or on background"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """The file to write, whose suffix names the format, and whether it is for others than the desk."""

    path: Path
    shareable: bool = False


class ReportDialog(QDialog):
    """`requested` carries a `ReportRequest`."""

    requested = Signal(object)

    def __init__(
        self,
        path: Path,
        *,
        shareable: bool = False,
        choose_file: Callable[[Path], Path | None],
        is_taken: Callable[[Path], bool],
        parent: QWidget | None = None,
    ) -> None:
        """`path` is offered; `choose_file` asks the person for another, `is_taken` says whether there is a file."""
        super().__init__(parent)
        self.setWindowTitle("Save check report")
        self._choose_file = choose_file
        self._is_taken = is_taken
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        self._formats = QButtonGroup(self)
        column = QVBoxLayout()
        column.setSpacing(4)
        for place, (fmt, label, what) in enumerate(_FORMATS):
            button = QRadioButton(label)
            button.setAccessibleName(f"{label}: {what}")
            button.setMinimumWidth(110)
            button.setChecked(fmt == path.suffix.lower())
            hint = QLabel(what)
            set_variant(hint, "small")
            row = QHBoxLayout()
            row.addWidget(button)
            row.addWidget(hint, 1)
            column.addLayout(row)
            self._formats.addButton(button, place)
        layout.addLayout(column)
        self._shareable = QCheckBox("For others than the desk")
        self._shareable.setAccessibleName(f"For others than the desk: {_FOR_ALL}")
        self._shareable.setChecked(shareable)
        said = QLabel(_FOR_ALL)
        said.setWordWrap(True)
        said.setIndent(24)
        set_variant(said, "small")
        for_all = QVBoxLayout()
        for_all.setSpacing(2)
        for_all.addWidget(self._shareable)
        for_all.addWidget(said)
        layout.addLayout(for_all)
        self._file = MetadataEdit("File")
        browse = QPushButton("Choose…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place_row = QHBoxLayout()
        place_row.setSpacing(8)
        place_row.addWidget(LabelledField("File", self._file), 1)
        below = QVBoxLayout()
        below.addStretch(1)
        below.addWidget(browse)
        place_row.addLayout(below)
        layout.addLayout(place_row)
        self._taken = QLabel("There is such a file already: it will be replaced.")
        set_variant(self._taken, "small")
        layout.addWidget(self._taken)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = buttons.addButton("Save report", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addStretch(1)
        layout.addWidget(buttons)
        # Only a button that is in the dialog can be what Return stands for.
        self._save.setDefault(True)
        self.setMinimumWidth(520)
        self._formats.idToggled.connect(self._rename)
        self._file.textChanged.connect(self._check)
        self._show(path)

    @property
    def request(self) -> ReportRequest:
        """What is asked for now."""
        return ReportRequest(path=Path(self._file.text().strip()).expanduser(), shareable=self._shareable.isChecked())

    def _show(self, path: Path) -> None:
        self._file.show_text(str(path))
        self._file.setCursorPosition(len(str(path)))
        self._check()

    def _rename(self, place: int, checked: bool) -> None:
        """Let the file's name end as its format does."""
        if checked and self._file.text().strip():
            self._show(self.request.path.with_suffix(_FORMATS[place][0].value))

    def _browse(self) -> None:
        chosen = self._choose_file(self.request.path)
        if chosen is not None:
            suffix = _FORMATS[max(self._formats.checkedId(), 0)][0].value
            self._show(chosen if chosen.suffix else chosen.with_suffix(suffix))

    def _check(self) -> None:
        """A name that ends otherwise chooses that format, where there is one."""
        text = self._file.text().strip()
        suffix = Path(text).suffix.lower()
        known = [place for place, (fmt, _, _) in enumerate(_FORMATS) if fmt == suffix]
        if known:
            self._formats.blockSignals(True)
            self._formats.button(known[0]).setChecked(True)
            self._formats.blockSignals(False)
        self._save.setEnabled(bool(known))
        self._taken.setVisible(bool(known) and self._is_taken(self.request.path))

    def accept(self) -> None:
        if self._save.isEnabled():
            self.requested.emit(self.request)
            super().accept()
