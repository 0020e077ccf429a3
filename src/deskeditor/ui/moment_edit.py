"""An input of a moment that may be left out: a time of the desk's zone, an aware instant as a value."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QDateTime, QEvent, QObject, QSize, Qt, QTimer, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QPushButton, QToolButton, QWidget

from deskeditor.ui.calendar_look import dress_calendar
from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.ui.metadata_edit import COMMIT_PAUSE, is_undo_or_redo
from deskeditor.ui.theme import set_variant


class MomentEdit(QWidget):
    """`committed` carries an aware instant, or None once it is taken away."""

    committed = Signal(object)

    def __init__(
        self, name: str, *, now: Callable[[], datetime], zone: tzinfo, icon: Icon, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._zone = zone
        self._known: datetime | None = None
        self._touched = False
        self._set = QPushButton("Set…")
        self._set.setAccessibleName(f"Set {name.lower()}")
        self._set.setIcon(icon_of(icon, Tone.ACCENT))
        set_variant(self._set, "flat")
        self._edit = QDateTimeEdit()
        self._edit.setAccessibleName(name)
        self._edit.setCalendarPopup(True)
        self._edit.setDisplayFormat("d MMM yyyy  HH:mm")
        self._edit.setTimeZone(QTimeZone.utc())
        self._edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._edit.setMinimumWidth(120)
        self._edit.setMaximumWidth(220)
        self._edit.installEventFilter(self)
        dress_calendar(self._edit.calendarWidget())
        self._clear = QToolButton()
        self._clear.setIcon(icon_of(Icon.REMOVE))
        self._clear.setIconSize(QSize(14, 14))
        self._clear.setAccessibleName(f"Remove {name.lower()}")
        self._clear.setToolTip(f"Remove {name.lower()}")
        self._pause = QTimer(self, singleShot=True, interval=COMMIT_PAUSE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._set)
        layout.addWidget(self._edit, 1)
        layout.addWidget(self._clear)
        layout.addStretch(0)
        self._set.clicked.connect(self._begin)
        self._clear.clicked.connect(self._take_away)
        self._edit.dateTimeChanged.connect(self._note_change)
        self._edit.editingFinished.connect(self.commit)
        self._pause.timeout.connect(self.commit)
        self.show_moment(None)

    def show_moment(self, at: datetime | None) -> None:
        """Show an aware instant in the desk's zone, or that there is none."""
        self._known = at
        if at is not None and at != self._instant():
            wall = at.astimezone(self._zone).replace(tzinfo=UTC)
            moment = QDateTime.fromSecsSinceEpoch(int(wall.timestamp()), QTimeZone.utc())
            self._edit.blockSignals(True)
            self._edit.setDateTime(moment)
            self._edit.blockSignals(False)
        self._touched = False
        self._pause.stop()
        self._set.setVisible(at is None)
        self._edit.setVisible(at is not None)
        self._clear.setVisible(at is not None)
        self.setFocusProxy(self._set if at is None else self._edit)

    def commit(self) -> None:
        """Say what is shown, if that is news."""
        self._pause.stop()
        if self._known is not None and self._touched:
            self._touched = False
            self._say(self._instant())

    def _note_change(self) -> None:
        self._touched = True
        self._pause.start()

    def _instant(self) -> datetime:
        seconds = self._edit.dateTime().toSecsSinceEpoch()
        # What Qt holds as UTC is the wall clock of the desk's zone; past seconds are not shown.
        wall = datetime.fromtimestamp(seconds - seconds % 60, UTC)
        return wall.replace(tzinfo=self._zone)

    def _begin(self) -> None:
        start = self._now().astimezone(self._zone).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        self._say(start)
        self.show_moment(start)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self) -> None:
        self._say(None)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, at: datetime | None) -> None:
        if at != self._known:
            self._known = at
            self.committed.emit(at)
            self.show_moment(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Scrolling the panel must not change a time that happens to lie under the pointer.
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and is_undo_or_redo(event):
            # Undo is the window's: what was typed becomes a step first, which it then takes back.
            self.commit()
            event.ignore()
            return True
        return super().eventFilter(watched, event)
