"""The look of calendars that drop down from an input of a date."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from deskeditor.ui.icons import Icon, icon_of


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Take off what a calendar brings of its own look: red weekends, week numbers, black arrows."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    plain = QTextCharFormat()
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)
    for name, icon in (("qt_calendar_prevmonth", Icon.BACK), ("qt_calendar_nextmonth", Icon.COLLAPSED)):
        if (button := calendar.findChild(QToolButton, name)) is not None:
            button.setIcon(icon_of(icon))
