"""The inputs of metadata: when a value is meant, and whose undo it is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Flag, Related
from deskeditor.ui.choice_edit import ChoiceEdit
from deskeditor.ui.collapsible import Collapsible
from deskeditor.ui.flag_edit import FlagEdit, FlagWords
from deskeditor.ui.icons import Icon
from deskeditor.ui.labelled_field import LabelledField
from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.metadata_text import MetadataText
from deskeditor.ui.moment_edit import MomentEdit
from deskeditor.ui.related_edit import RelatedEdit
from deskeditor.ui.suggestion_list import SuggestionList

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 11, 3, 12, 31, 40, tzinfo=UTC)


class Host(QWidget):
    """A window with a field, another thing to focus and an undo of its own."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.other = QPushButton("Other")
        layout = QVBoxLayout(self)
        layout.addWidget(field)
        layout.addWidget(self.other)
        undo = QAction("Undo", self)
        undo.setShortcut("Ctrl+Z")
        self.addAction(undo)


Shown = Callable[[QWidget], Host]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Puts a field into an active window, with the focus on it."""
    hosts: list[Host] = []

    def show(field: QWidget) -> Host:
        host = Host(field)
        hosts.append(host)
        qtbot.addWidget(host)
        with qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        field.setFocus()
        return host

    return show


def spoken(field: MetadataEdit | MetadataText | ChoiceEdit) -> list[str]:
    said: list[str] = []
    signal = field.chosen if isinstance(field, ChoiceEdit) else field.committed
    signal.connect(said.append)
    return said


@pytest.mark.parametrize("kind", [MetadataEdit, MetadataText])
def test_leaving_says_what_was_typed_once(
    qtbot: QtBot, shown: Shown, kind: type[MetadataEdit] | type[MetadataText]
) -> None:
    field = kind("Slugline")
    host = shown(field)
    said = spoken(field)
    qtbot.keyClicks(field, "QUAY")
    assert said == []
    host.other.setFocus()
    assert said == ["QUAY"]
    field.setFocus()
    host.other.setFocus()
    assert said == ["QUAY"]


@pytest.mark.parametrize("kind", [MetadataEdit, MetadataText])
def test_a_pause_says_what_was_typed(qtbot: QtBot, shown: Shown, kind: type[MetadataEdit] | type[MetadataText]) -> None:
    field = kind("Slugline")
    shown(field)
    with qtbot.waitSignal(field.committed) as caught:
        qtbot.keyClicks(field, "QUAY")
    assert caught.args == ["QUAY"]


@pytest.mark.parametrize("kind", [MetadataEdit, MetadataText])
def test_undo_is_the_windows(qtbot: QtBot, shown: Shown, kind: type[MetadataEdit] | type[MetadataText]) -> None:
    field = kind("Slugline")
    host = shown(field)
    at_undo: list[list[str]] = []
    said = spoken(field)
    host.actions()[0].triggered.connect(lambda: at_undo.append(list(said)))
    qtbot.keyClicks(field, "QUAY")
    qtbot.keyClick(field, Key.Key_Z, CTRL)
    assert at_undo == [["QUAY"]], "what was typed is a step before the window undoes"
    assert (field.text() if isinstance(field, MetadataEdit) else field.toPlainText()) == "QUAY"


@pytest.mark.parametrize("kind", [MetadataEdit, MetadataText])
def test_a_shown_value_is_no_news(qtbot: QtBot, shown: Shown, kind: type[MetadataEdit] | type[MetadataText]) -> None:
    field = kind("Slugline")
    shown(field)
    with qtbot.assertNotEmitted(field.committed, wait=0):
        field.show_text("QUAY")
        field.commit()


def test_enter_says_what_was_typed(qtbot: QtBot, shown: Shown) -> None:
    field = MetadataEdit("Slugline")
    shown(field)
    said = spoken(field)
    qtbot.keyClicks(field, "QUAY")
    qtbot.keyClick(field, Key.Key_Return)
    assert said == ["QUAY"]


def test_a_text_grows_with_its_lines(qtbot: QtBot, shown: Shown) -> None:
    field = MetadataText("Note", most_lines=4)
    shown(field)
    heights = []
    for lines in (1, 3, 4, 9):
        field.show_text("\n".join("line" for _ in range(lines)))
        heights.append(field.sizeHint().height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_a_free_choice_takes_any_text_and_completes_known_ones(qtbot: QtBot, shown: Shown) -> None:
    field = ChoiceEdit("Section", free=True)
    field.show_choices([("News", "News"), ("World", "World")])
    field.show_value("News")
    host = shown(field)
    said = spoken(field)
    line = field.lineEdit()
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "Harbour")
    host.other.setFocus()
    assert said == ["Harbour"]
    field.show_value("World")
    assert field.currentText() == "World"
    assert said == ["Harbour"]


def test_a_free_choice_offers_known_values_by_any_part(qtbot: QtBot, shown: Shown) -> None:
    field = ChoiceEdit("Section", free=True)
    field.show_choices([("News", "News"), ("World news", "World news"), ("Sport", "Sport")])
    shown(field)
    said = spoken(field)
    qtbot.keyClicks(field, "new")
    offered = field.window().findChild(SuggestionList)
    assert [offered.item(row).text() for row in range(offered.count())] == ["News", "World news"]
    qtbot.keyClick(field, Key.Key_Down)
    qtbot.keyClick(field, Key.Key_Down)
    qtbot.keyClick(field, Key.Key_Return)
    assert said == ["World news"]
    assert offered.isHidden()


def test_a_bound_choice_is_made_by_key_and_never_by_the_wheel(qtbot: QtBot, shown: Shown) -> None:
    field = ChoiceEdit("Access")
    field.show_choices([("Free", 1), ("Premium", 2)])
    field.show_value(1)
    shown(field)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.currentText() == "Free"
    with qtbot.waitSignal(field.chosen) as caught:
        qtbot.keyClick(field, Key.Key_Down)
    assert caught.args == [2]


def test_a_choice_that_is_not_offered_is_shown(qtbot: QtBot) -> None:
    field = ChoiceEdit("Language")
    qtbot.addWidget(field)
    field.show_choices([("English (en)", "en")])
    field.show_value("tlh", "Klingon (tlh)")
    assert field.currentText() == "Klingon (tlh)"


def moment(shown: Shown) -> tuple[MomentEdit, list[datetime | None]]:
    field = MomentEdit("Embargo", now=lambda: NOW, zone=ZoneInfo("Asia/Tokyo"), icon=Icon.DUE)
    shown(field)
    said: list[datetime | None] = []
    field.committed.connect(said.append)
    return field, said


def test_a_moment_is_set_in_the_desks_zone_and_removed(qtbot: QtBot, shown: Shown) -> None:
    field, said = moment(shown)
    qtbot.mouseClick(field.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert said[-1] == datetime(2026, 11, 3, 22, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    edit = field.findChild(QDateTimeEdit)
    edit.setCurrentSection(QDateTimeEdit.Section.HourSection)
    qtbot.keyClick(edit, Key.Key_Up)
    field.commit()
    assert said[-1] == datetime(2026, 11, 3, 23, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    field.show_moment(said[-1])
    qtbot.mouseClick(field.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert said[-1] is None
    assert field.findChild(QPushButton).isVisible()
    assert field.findChild(QPushButton).hasFocus()


def test_a_moment_is_read_whole_in_the_narrowest_panel(qtbot: QtBot, shown: Shown) -> None:
    field, _ = moment(shown)
    field.show_moment(NOW)
    field.setFixedWidth(216)
    edit = field.findChild(QDateTimeEdit)
    line = edit.findChild(QLineEdit)
    qtbot.waitUntil(lambda: line.width() >= line.fontMetrics().horizontalAdvance(edit.text()))


def test_a_moment_that_is_only_looked_at_keeps_its_seconds(qtbot: QtBot, shown: Shown) -> None:
    field, said = moment(shown)
    field.show_moment(NOW)
    field.commit()
    assert said == []
    assert field.findChild(QDateTimeEdit).text().endswith("21:31")


HOLD = FlagWords(raise_it="Put on hold", raised="On hold", lift_it="Lift hold", lifted="Lifted", icon=Icon.HOLD)


def button(field: QWidget, text: str) -> QPushButton:
    return next(found for found in field.findChildren(QPushButton) if found.text() == text)


def said_by(field: QWidget) -> str:
    return " ".join(label.text() for label in field.findChildren(QLabel) if label.isVisible())


def test_a_flag_is_raised_with_a_reason_only(qtbot: QtBot, shown: Shown) -> None:
    field = FlagEdit(HOLD, zone=UTC)
    shown(field)
    reasons: list[str] = []
    field.raised.connect(reasons.append)
    qtbot.mouseClick(button(field, "Put on hold…"), Qt.MouseButton.LeftButton)
    why = field.findChild(MetadataEdit)
    assert why.hasFocus()
    qtbot.keyClick(why, Key.Key_Return)
    qtbot.keyClicks(why, " court ")
    field.raised.connect(lambda why: field.show_flag(Flag(by="Mara Lind", why=why, at=NOW)))
    qtbot.keyClick(why, Key.Key_Return)
    assert reasons == ["court"]
    assert button(field, "Lift hold").hasFocus()
    field.lifted.connect(lambda: field.show_flag(None))
    qtbot.keyClick(button(field, "Lift hold"), Key.Key_Space)
    assert button(field, "Put on hold…").hasFocus()


def test_escape_gives_up_raising_a_flag(qtbot: QtBot, shown: Shown) -> None:
    field = FlagEdit(HOLD, zone=UTC)
    shown(field)
    qtbot.mouseClick(button(field, "Put on hold…"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(field.findChild(MetadataEdit), Key.Key_Escape)
    assert button(field, "Put on hold…").hasFocus()


def test_a_flag_says_by_whom_and_why_and_is_lifted(qtbot: QtBot, shown: Shown) -> None:
    field = FlagEdit(HOLD, zone=UTC)
    shown(field)
    flag = Flag(by="Mara Lind", why="Court at four", at=NOW)
    field.show_flag(flag)
    assert "On hold" in said_by(field)
    assert "Court at four" in said_by(field)
    assert "Mara Lind" in said_by(field)
    with qtbot.waitSignal(field.lifted):
        qtbot.mouseClick(button(field, "Lift hold"), Qt.MouseButton.LeftButton)
    field.show_flag(Flag(by="Mara Lind", why="Court at four", at=NOW, cleared_by="Ada Brandt"))
    assert "Lifted by Ada Brandt" in said_by(field)
    assert "On hold" not in said_by(field)


def test_related_reads_are_added_typed_and_removed(qtbot: QtBot, shown: Shown) -> None:
    field = RelatedEdit()
    host = shown(field)
    said: list[tuple[Related, ...]] = []
    field.committed.connect(said.append)
    qtbot.mouseClick(button(field, "Add related read"), Qt.MouseButton.LeftButton)
    title, url = field.findChildren(MetadataEdit)
    assert title.hasFocus()
    qtbot.keyClicks(url, "https://example.org/a")
    host.other.setFocus()
    assert said == []
    qtbot.keyClicks(title, "First plan")
    title.commit()
    assert said[-1] == (Related(title="First plan", url="https://example.org/a"),)
    field.show_related(said[-1])
    qtbot.mouseClick(field.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert said[-1] == ()


def test_a_group_opens_by_key_and_says_what_it_holds(qtbot: QtBot, shown: Shown) -> None:
    group = Collapsible("Filing")
    group.content.addWidget(LabelledField("Slugline", MetadataEdit("Slugline")))
    shown(group)
    group.show_summary("QUAY")
    head = group.findChild(QToolButton)
    assert not group.findChild(MetadataEdit).isVisible()
    assert "QUAY" in said_by(group)
    head.setFocus()
    qtbot.keyClick(head, Key.Key_Space)
    assert group.findChild(MetadataEdit).isVisible()
    assert "QUAY" not in said_by(group)


def test_a_length_is_counted_where_one_is_advised(qtbot: QtBot, shown: Shown) -> None:
    field = MetadataEdit("Search headline")
    labelled = LabelledField("Search headline", field, longest=5)
    shown(labelled)
    assert "of 5" not in said_by(labelled)
    field.show_text("123456")
    assert "6 of 5" in said_by(labelled)


def test_moments_near_a_change_of_clocks_come_back(qtbot: QtBot) -> None:
    zone = ZoneInfo("Europe/Paris")
    field = MomentEdit("Due time", now=lambda: NOW, zone=zone, icon=Icon.DUE)
    qtbot.addWidget(field)
    for hours in range(0, 48, 3):
        at = datetime(2026, 3, 28, 12, 0, tzinfo=UTC) + timedelta(hours=hours)
        field.show_moment(at)
        assert field.findChild(QDateTimeEdit).text().endswith(f"{at.astimezone(zone):%H:%M}")


def test_every_part_has_a_name(qtbot: QtBot) -> None:
    for part in (ChoiceEdit("Section", free=True), MetadataText("Section"), MetadataEdit("Section")):
        qtbot.addWidget(part)
        assert part.accessibleName() == "Section"
