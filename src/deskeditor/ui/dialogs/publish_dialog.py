"""Asks when and where a piece went live: the one act that stamps it as published."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from deskeditor.article.article import Publication
from deskeditor.ui.calendar_look import dress_calendar
from deskeditor.ui.labelled_field import LabelledField
from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.theme import set_variant


class PublishDialog(QDialog):
    """`published` carries a `Publication`."""

    published = Signal(object)

    def __init__(self, *, at: datetime, zone: tzinfo, outlet: str, parent: QWidget | None = None) -> None:
        """`at` is offered as the time, shown in the desk's `zone`."""
        super().__init__(parent)
        self.setWindowTitle("Mark as published")
        self._zone = zone
        local = at.astimezone(zone)
        why = QLabel("Say when the page went live, and where. Exporting does not publish; this does.")
        why.setWordWrap(True)
        set_variant(why, "soft")
        self._at = QDateTimeEdit(QDateTime(local.year, local.month, local.day, local.hour, local.minute, 0))
        self._at.setDisplayFormat("d MMMM yyyy  HH:mm")
        self._at.setCalendarPopup(True)
        dress_calendar(self._at.calendarWidget())
        self._at.setAccessibleName("Time")
        self._url = MetadataEdit("Live address")
        self._url.setPlaceholderText("https://…")
        self._outlet = MetadataEdit("Outlet")
        self._outlet.show_text(outlet)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        publish = buttons.addButton("Mark as published", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(why)
        layout.addWidget(LabelledField(f"Time ({local.tzname()})", self._at))
        layout.addWidget(LabelledField("Live address", self._url))
        layout.addWidget(LabelledField("Outlet", self._outlet))
        layout.addSpacing(4)
        layout.addWidget(buttons)
        # Only a button that is in the dialog can be what Return stands for.
        publish.setDefault(True)
        self.setMinimumWidth(420)

    @property
    def publication(self) -> Publication:
        """What stands in the inputs."""
        date, time = self._at.date(), self._at.time()
        at = datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=self._zone)
        return Publication(at=at, url=self._url.text().strip(), outlet=self._outlet.text().strip())

    def accept(self) -> None:
        self.published.emit(self.publication)
        super().accept()
