"""The pane shows the bytes it is given, asks no one for anything, runs nothing, and goes quietly."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from deskeditor.ui.preview import PreviewPane, PreviewWidth
from tests.media.pictures import png

NAME = "0" * 64 + ".png"


def _page(body: str, *, style: str = "body{margin:0}", title: str = "A") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head><body>{body}</body></html>"
    ).encode()


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[PreviewPane]:
    made = PreviewPane(lambda name: png() if name == NAME else None)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    yield made
    made.release()
    # No event loop ends here that would do it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[[PreviewPane, str], Any]:
    """Asks the shown page a question in the world its own scripts have no part in."""

    def asking(pane: PreviewPane, script: str) -> Any:
        view = pane.view
        assert view is not None
        answers: list[Any] = []
        view.page().runJavaScript(script, 1, answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    return asking


def _show(qtbot: QtBot, pane: PreviewPane, html: bytes) -> None:
    with qtbot.waitSignal(pane.page_shown, timeout=30_000):
        pane.show_page(html)


def test_nothing_is_loaded_before_there_is_a_page(pane: PreviewPane) -> None:
    assert pane.view is None


def test_a_hidden_pane_waits(qtbot: QtBot, pane: PreviewPane) -> None:
    pane.hide()
    pane.show_page(_page("<p>Later</p>"))
    assert pane.view is None
    with qtbot.waitSignal(pane.page_shown, timeout=30_000):
        pane.show()


def test_the_very_bytes_are_served(qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any]) -> None:
    html = _page("<p>Ünïcode — “quotes”, 京都</p>\n")
    _show(qtbot, pane, html)
    assert ask(pane, "document.body.innerText.trim()") == "Ünïcode — “quotes”, 京都"
    assert pane.view is not None
    assert pane.view.served == html


def test_a_new_body_is_swapped_without_loading_or_scrolling(
    qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any]
) -> None:
    tall = "<p style='height:3000px'>One</p>"
    _show(qtbot, pane, _page(tall))
    ask(pane, "window.mark = 'still here'; scrollTo(0, 700)")
    _show(qtbot, pane, _page(tall.replace("One", "Two"), title="B"))
    assert ask(pane, "[document.body.innerText.trim(), window.mark, scrollY].join()") == "Two,still here,700"


def test_a_new_look_is_loaded_and_stays_where_it_was(qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any]) -> None:
    tall = "<p style='height:3000px'>One</p>"
    _show(qtbot, pane, _page(tall))
    ask(pane, "window.mark = 'gone'; scrollTo(0, 700)")
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.page().scrollPosition().y() > 0)
    _show(qtbot, pane, _page(tall, style="body{margin:0;color:rgb(1,2,3)}"))
    assert ask(pane, "[getComputedStyle(document.body).color, window.mark ?? 'new'].join()") == "rgb(1, 2, 3),new"
    assert ask(pane, "Math.round(scrollY)") > 0


def test_of_pages_that_come_while_one_loads_the_last_is_shown(
    qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any]
) -> None:
    for number in range(5):
        pane.show_page(_page(f"<p>{number}</p>", style=f"p{{z-index:{number}}}"))
    qtbot.waitUntil(lambda: ask(pane, "document.body.innerText.trim()") == "4", timeout=30_000)


def test_pictures_come_from_the_store(qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any]) -> None:
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' data:\">"
    html = _page(f'<img src="media/{NAME}" alt=""><img src="media/none.png" alt="">').replace(
        b"<title>", policy.encode() + b"<title>"
    )
    _show(qtbot, pane, html)
    assert ask(pane, "Array.from(document.images, image => image.naturalWidth).join()") == "3,0"


def test_no_script_of_the_page_runs(qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any]) -> None:
    hostile = (
        "<script>document.title = 'taken'</script><img src='data:x' onerror=\"document.title = 'taken'\">"
        "<svg onload=\"document.title = 'taken'\"></svg><p>x</p>"
    )
    _show(qtbot, pane, _page("<p>before</p>" + hostile))
    _show(qtbot, pane, _page("<p>after</p>" + hostile))
    assert ask(pane, "document.title") == "A"


def test_nothing_is_asked_for_outside(qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any]) -> None:
    _show(qtbot, pane, _page('<img src="http://127.0.0.1:9/a.png" alt=""><iframe src="file:///etc/passwd"></iframe>'))
    assert ask(pane, "document.images[0].naturalWidth") == 0
    assert ask(pane, "frames.length && document.querySelector('iframe').contentDocument === null || true")
    assert pane.view is not None
    assert pane.view.page().url().toString() == "desk://page/"


def test_a_link_is_told_and_not_followed(qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any]) -> None:
    _show(qtbot, pane, _page('<a href="https://example.org/x" style="display:block;height:300px">go</a>'))
    view = pane.view
    assert view is not None
    with qtbot.waitSignal(pane.link_activated) as told:
        ask(pane, "document.links[0].click()")
    assert told.args == ["https://example.org/x"]
    assert view.page().url().toString() == "desk://page/"


def test_a_dark_screen_can_be_tried_and_left_again(qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any]) -> None:
    style = "p{color:rgb(1,1,1)} @media (prefers-color-scheme: dark){p{color:rgb(2,2,2)}}"
    colour = "getComputedStyle(document.querySelector('p')).color"
    _show(qtbot, pane, _page("<p>x</p>", style=style))
    seen = [ask(pane, colour)]
    button = next(button for button in pane.findChildren(QToolButton) if "dark" in button.accessibleName())
    for _ in range(3):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        seen.append(ask(pane, colour))
    assert seen == ["rgb(1, 1, 1)", "rgb(2, 2, 2)", "rgb(1, 1, 1)", "rgb(2, 2, 2)"]
    _show(qtbot, pane, _page("<p>y</p>", style=style + "p{margin:0}"))
    assert ask(pane, colour) == "rgb(2, 2, 2)"


@pytest.mark.parametrize("width", PreviewWidth)
def test_a_page_has_the_width_of_the_screen_it_is_tried_on(
    qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any], width: PreviewWidth
) -> None:
    _show(qtbot, pane, _page("<p>x</p>"))
    button = next(button for button in pane.findChildren(QToolButton) if button.accessibleName() == width.label)
    with qtbot.waitSignal(pane.width_chosen) as chosen:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == [width]
    assert pane.width_shown is width
    qtbot.waitUntil(lambda: abs(ask(pane, "innerWidth") - width.pixels) <= 3)


def test_a_page_comes_back_after_the_engine_died(qtbot: QtBot, pane: PreviewPane, ask: Callable[..., Any]) -> None:
    _show(qtbot, pane, _page("<p>before</p>"))
    assert pane.view is not None
    page = pane.view.page()
    with qtbot.waitSignal(page.renderProcessTerminated):
        os.kill(page.renderProcessPid(), signal.SIGKILL)
    _show(qtbot, pane, _page("<p>after</p>"))
    assert ask(pane, "document.body.innerText.trim()") == "after"


def test_the_desk_goes_on_without_the_web_engine(pane: PreviewPane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "deskeditor.ui.preview.page_view", None)
    pane.show_page(_page("<p>x</p>"))
    assert pane.view is None
    assert any("missing" in label.text() for label in pane.findChildren(QLabel))


def test_every_button_has_a_name(pane: PreviewPane) -> None:
    assert all(button.accessibleName() for button in pane.findChildren(QToolButton) if button.icon())


@pytest.mark.parametrize("end", ["app.quit", "pane.close", "lambda: QTimer.singleShot(100, pane.close)"])
def test_the_application_ends_well_with_a_page_open(end: str) -> None:
    program = f"""
        import sys
        from PySide6.QtCore import QCoreApplication, QTimer, Qt
        from PySide6.QtWidgets import QApplication
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
        app = QApplication([])
        from deskeditor.ui.preview import PreviewPane
        pane = PreviewPane()
        pane.page_shown.connect({end})
        pane.show()
        pane.show_page(b"<!DOCTYPE html><html><head><title>x</title></head><body><p>x</p></body></html>")
        QTimer.singleShot(40000, lambda: app.exit(9))
        sys.exit(app.exec())
        """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert "still not deleted" not in done.stderr
