"""Findings of a long piece wait until nobody types; those of a short one, and of a piece just opened, do not."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.change import Change
from deskeditor.article.line import plain_line
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.open_article_view import LONG
from tests.factcheck.pieces import piece


def has_headline_finding(window: MainWindow) -> bool:
    rows = window.findings.findChild(QListWidget)
    return any("headline is missing" in rows.item(row).text() for row in range(rows.count()))


def opened(window: MainWindow, qtbot: QtBot, text: str) -> None:
    article = replace(piece(), id=uuid4(), body=body_of([Paragraph(line=plain_line(text))]))
    window.workspace.turn_to(article, None)
    qtbot.waitUntil(lambda: has_headline_finding(window))


def waits(window: MainWindow, qtbot: QtBot) -> bool:
    """Whether findings are still the old ones when the page is the new one."""
    window.workspace.current.set_line(Change.HEADLINE, plain_line("Vik keeps its ferry"))
    qtbot.waitUntil(lambda: b"Vik keeps its ferry" in (window.preview.page or b""))
    return has_headline_finding(window)


def test_findings_of_a_long_piece_come_once_nobody_types(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    opened(window, qtbot, "Short.")
    assert not waits(window, qtbot)
    opened(window, qtbot, "A boat came. " * (LONG // 12))
    assert waits(window, qtbot)
    qtbot.waitUntil(lambda: not has_headline_finding(window))


def test_each_key_puts_the_findings_of_a_long_piece_off(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    opened(window, qtbot, "A boat came. " * (LONG // 12))
    assert waits(window, qtbot)
    due = window.view._findings_due
    qtbot.waitUntil(lambda: due.isActive() and due.remainingTime() < due.interval() // 2)
    qtbot.keyClick(window.page.body, "x")
    assert due.remainingTime() > due.interval() // 2
    assert has_headline_finding(window)
    qtbot.waitUntil(lambda: not has_headline_finding(window))
