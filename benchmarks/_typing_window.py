"""The window that is typed into, beside a bare text widget: `python -m benchmarks._typing_window WORDS SECONDS`."""

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import cycle
from typing import Any, Final
from uuid import UUID, uuid4

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from deskeditor.article.article import Article, Person, SummaryBullet, new_article
from deskeditor.article.body import Body, Heading, Paragraph, body_of, leaf_text
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.media.media_store import MediaStore
from deskeditor.paths import data_folder, media_folder
from deskeditor.profile.loading import load_profile
from deskeditor.store.worker import StoreWorker
from deskeditor.ui.acts import Act
from deskeditor.ui.icons import load_icons
from deskeditor.ui.long_lived import set_long_lived_apart
from deskeditor.ui.main_window import MainWindow
from deskeditor.workspace.open_article import SHORTEST_PAUSE
from deskeditor.workspace.session import Session
from deskeditor.workspace.workspace import Workspace

KEYS: Final = 400
CLAIMS: Final = 500
PARAGRAPH: Final = 80
OPENINGS: Final = 5
SHOWS: Final = 8
BETWEEN_KEYS: Final = 0.08
"""Seconds: 150 words a minute."""

TOO_LONG: Final = 50.0
_WORDS: Final = (
    "the council voted late on for a night ferry across sound and treasurer said that fares would stay frozen "
    "while harbour captain asked who pays when winter storms close eastern pier"
).split()
_TYPED: Final = "the night ferry will carry bicycles free of charge, said the harbour master. "


def article_of_words(words: int, article_id: UUID) -> Article:
    """An article of our own wording with a claim on the same words in each paragraph's middle and end."""
    chance = random.Random(words)
    leaves: list[Paragraph | Heading] = []
    claims = 0
    for number in range(words // PARAGRAPH):
        if number % 12 == 6:
            leaves.append(Heading(level=2, line=plain_line("What the harbour says")))
        runs: list[Run] = []
        for part in range(4):
            text = " ".join(chance.choices(_WORDS, k=PARAGRAPH // 8)) + " "
            runs.append(Run(text=text))
            text = " ".join(chance.choices(_WORDS, k=PARAGRAPH // 8))
            marks = {Mark(MarkKind.CLAIM, f"c{claims}")} if claims < CLAIMS else set()
            marks |= {Mark(MarkKind.STRONG)} if part == 2 and number % 3 == 0 else set()
            claims += 1
            runs.extend((Run(text=text, marks=frozenset(marks)), Run(text=". ")))
        leaves.append(Paragraph(line=line_of(runs)))
    return replace(
        new_article(article_id, datetime(2026, 1, 1, tzinfo=UTC)),
        headline=plain_line("A night ferry for Osk"),
        standfirst=plain_line("The council pays from next spring."),
        summary=(SummaryBullet(id=uuid4(), line=plain_line("Fares stay frozen for two years.")),),
        body=body_of(leaves),
    )


def wait(until: Callable[[], bool], seconds: float = 30) -> None:
    """Let the window work until something holds. Raises TimeoutError."""
    end = time.perf_counter() + seconds
    while not until():
        QCoreApplication.processEvents()
        time.sleep(0.0005)
        if time.perf_counter() > end:
            raise TimeoutError("the window did not get that far")


def rest(seconds: float) -> Iterator[float]:
    """Let the window work for a while; gives the milliseconds of each stretch in which it could take no key."""
    end = time.perf_counter() + seconds
    while (now := time.perf_counter()) < end:
        QCoreApplication.processEvents()
        yield (time.perf_counter() - now) * 1000
        time.sleep(0.001)


def press(widget: QWidget, sign: str) -> float:
    """Press and release a key; the milliseconds until the widget is done with it."""
    began = time.perf_counter()
    QTest.keyClick(widget, Qt.Key(ord(sign.upper())))
    return (time.perf_counter() - began) * 1000


def typed(widget: QTextEdit, keys: int) -> list[float]:
    """Type into the middle of the text, with the window at work between the keys; the milliseconds of each key."""
    cursor = widget.textCursor()
    cursor.setPosition(widget.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
    widget.setTextCursor(cursor)
    widget.setFocus()
    took = []
    for sign in cycle(_TYPED):
        took.append(press(widget, sign))
        for _ in rest(0.02):
            pass
        if len(took) == keys:
            return took
    return took


def bare_text(body: Body) -> QTextEdit:
    """A QTextEdit with the same words, shown in a window of its own."""
    bare = QTextEdit()
    bare.resize(720, 900)
    bare.setPlainText("\n".join(leaf_text(leaf) for leaf in body))
    bare.show()
    return bare


def key_figures(window: MainWindow, bare: QTextEdit) -> dict[str, float]:
    """Median and 99th percentile of a key in the window and in the bare widget, turn about."""
    own: list[float] = []
    beside: list[float] = []
    for _ in range(4):
        window.activateWindow()
        own.extend(typed(window.page.body, KEYS // 4))
        bare.activateWindow()
        beside.extend(typed(bare, KEYS // 4))
    figures: dict[str, float] = {"keys": KEYS}
    for name, took in (("key", own), ("bare_key", beside)):
        figures[f"{name}_median"] = statistics.median(took)
        figures[f"{name}_p99"] = statistics.quantiles(took, n=100)[98]
    return figures


def pause_figures(window: MainWindow, seconds: int) -> dict[str, float]:
    """Type for a while as a person does, with a breath at each full stop; what keeps the window from taking a key."""
    body = window.page.body
    stretches: list[float] = []
    began = time.perf_counter()
    for sign in cycle(_TYPED):
        if time.perf_counter() - began > seconds:
            break
        stretches.append(press(body, sign))
        stretches.extend(rest(0.6 if sign == "." else BETWEEN_KEYS))
    return {
        "longest": max(stretches),
        "over": sum(took > TOO_LONG for took in stretches),
        "slices": len(stretches),
    }


def opening_figures(window: MainWindow, article: Article) -> dict[str, float]:
    """From turning to the article until it is drawn; beside it, the same words set in a bare widget."""
    workspace = window.workspace
    text = "\n".join(leaf_text(leaf) for leaf in article.body)
    own: list[float] = []
    beside: list[float] = []
    for _ in range(OPENINGS):
        other = replace(article, id=uuid4())
        wait(lambda: workspace.jobs.idle)
        began = time.perf_counter()
        workspace.turn_to(other, None)
        window.page.body.viewport().repaint()
        own.append((time.perf_counter() - began) * 1000)
        for _ in rest(1.0):
            pass
        bare = QTextEdit()
        bare.resize(window.page.body.size())
        bare.show()
        began = time.perf_counter()
        bare.setPlainText(text)
        bare.viewport().repaint()
        beside.append((time.perf_counter() - began) * 1000)
        bare.deleteLater()
    return {"opening": statistics.median(own), "bare_opening": statistics.median(beside), "openings": OPENINGS}


def _has_other(shown: list[tuple[float, bytes | None]], page: bytes | None) -> bool:
    return bool(shown) and shown[-1][1] != page


def preview_figures(window: MainWindow) -> dict[str, float]:
    """From the last key until the engine has put the new words into the page."""
    body = window.page.body
    shown: list[tuple[float, bytes | None]] = []
    loads: list[bool] = []
    window.preview.page_shown.connect(lambda: shown.append((time.perf_counter(), window.preview.page)))
    view = window.preview.view
    if view is not None:
        view.page().loadStarted.connect(lambda: loads.append(True))
    took: list[float] = []
    for sign in "quickest":
        for _ in rest(1.5):
            pass
        before = window.preview.page
        shown.clear()
        press(body, sign)
        last = time.perf_counter()
        wait(partial(_has_other, shown, before))
        took.append((shown[-1][0] - last) * 1000)
    after = statistics.median(took)
    return {
        "shown_after_key": after,
        "shown_after_pause": after - SHORTEST_PAUSE,
        "shows": len(took),
        "loads": len(loads),
    }


def find_figures(window: MainWindow, bare: QTextEdit) -> dict[str, float]:
    """The worst key in the find field, and how long its hits are counted, beside counting them with Qt's own search."""
    window.page.body.setFocus()
    window.actions_[Act.FIND].trigger()
    field = window.page.find_bar.find_field
    keys: list[float] = []
    counts: list[float] = []
    for _ in range(3):
        for sign in "harbour":
            began = time.perf_counter()
            keys.append(press(field, sign))
            wait(lambda: window.page.find_bar.is_counted)
            counts.append((time.perf_counter() - began) * 1000)
        field.clear()
        wait(lambda: window.page.find_bar.is_counted)
    began = time.perf_counter()
    found = bare.document().find("h")
    while not found.isNull():
        found = bare.document().find("h", found)
    bare_count = (time.perf_counter() - began) * 1000
    window.page.find_bar.close_bar()
    return {"find_key": max(keys), "find_count": max(counts), "bare_find_count": bare_count, "finds": len(keys)}


def opened_window() -> MainWindow:
    """The real window on an empty store, list, panels and preview in it."""
    home = data_folder()
    workspace = Workspace(
        StoreWorker(home),
        home=home,
        profile=load_profile(None),
        media=MediaStore(media_folder(home)),
        session=Session(),
        person=Person(name="Ada Newton", initials="AN"),
        now=lambda: datetime.now(UTC),
        new_id=uuid4,
    )
    set_long_lived_apart(workspace.started, workspace)
    window = MainWindow(workspace, asks_for_person=False)
    window.resize(1720, 960)
    window.show()
    wait(lambda: workspace.is_started and workspace.jobs.idle)
    return window


def main(words: int, seconds: int) -> dict[str, Any]:
    """Measure; times in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
    load_icons(app)
    window = opened_window()
    article = article_of_words(words, uuid4())
    figures: dict[str, Any] = opening_figures(window, article)
    figures["spelling"] = int(window.actions_[Act.CHECK_SPELLING].isChecked())
    window.workspace.turn_to(article, None)
    wait(lambda: window.preview.view is not None)
    for _ in rest(3.0):
        pass
    bare = bare_text(article.body)
    figures |= key_figures(window, bare)
    bare.hide()
    window.activateWindow()
    figures |= find_figures(window, bare)
    window.page.body.setFocus()
    figures |= pause_figures(window, seconds) if seconds else {}
    figures |= preview_figures(window)
    wait(lambda: window.workspace.jobs.idle and not (window.workspace.current and window.workspace.current.unsaved))
    window.preview.release()
    window.close()
    return figures


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))), flush=True)
    # What the web engine has to take down takes a while, and is not measured.
    os._exit(0)
