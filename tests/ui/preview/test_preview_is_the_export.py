"""What the preview shows is what is exported: the same bytes, and the same page after a change of its body."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Body, Paragraph
from deskeditor.article.line import plain_line
from deskeditor.export import render_page
from deskeditor.media import MediaStore
from deskeditor.profile import Profile
from deskeditor.ui.preview import PreviewPane
from tests.export.hostile import hostile_piece
from tests.export.pieces import ferry_piece, harbour_profile


@pytest.fixture
def media(tmp_path: Path) -> MediaStore:
    return MediaStore(tmp_path / "media")


@pytest.fixture
def harbour(tmp_path: Path) -> Profile:
    return harbour_profile(tmp_path)


@pytest.fixture
def pane(qtbot: QtBot, media: MediaStore) -> Iterator[PreviewPane]:
    made = PreviewPane(lambda name: media.read(name) if media.has(name) else None)
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    yield made
    made.release()
    # No event loop ends here that would do it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _show(qtbot: QtBot, pane: PreviewPane, html: bytes) -> None:
    with qtbot.waitSignal(pane.page_shown, timeout=30_000):
        pane.show_page(html)


def _ask(qtbot: QtBot, pane: PreviewPane, script: str) -> Any:
    assert pane.view is not None
    answers: list[Any] = []
    pane.view.page().runJavaScript(script, 1, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_the_exported_bytes_are_shown(qtbot: QtBot, pane: PreviewPane, media: MediaStore, harbour: Profile) -> None:
    html = render_page(ferry_piece(media), harbour, media, inline=False)
    _show(qtbot, pane, html)
    assert pane.view is not None
    assert pane.view.served == html
    assert _ask(qtbot, pane, "document.compatMode") == "CSS1Compat"
    assert _ask(qtbot, pane, "document.querySelector('h1').innerText") == "Harbour town keeps Solveig, its ferry"
    qtbot.waitUntil(
        lambda: _ask(qtbot, pane, "Array.from(document.images, image => image.naturalWidth).join()") == "12,6",
        timeout=20_000,
    )


def test_a_changed_body_is_the_page_that_would_be_loaded(
    qtbot: QtBot, pane: PreviewPane, media: MediaStore, harbour: Profile
) -> None:
    first = ferry_piece(media)
    body = Body(
        (*first.body.leaves[:3], Paragraph(line=plain_line("<One> more & “paragraph”.")), *first.body.leaves[3:])
    )
    second = replace(first, body=body, headline=plain_line("A new headline"))
    html = render_page(second, harbour, media, inline=False)
    _show(qtbot, pane, render_page(first, harbour, media, inline=False))
    _ask(qtbot, pane, "window.mark = 'not loaded again'")
    _show(qtbot, pane, html)
    swapped = _ask(qtbot, pane, "document.body.innerHTML")
    assert _ask(qtbot, pane, "window.mark") == "not loaded again"
    fresh = PreviewPane(lambda name: media.read(name) if media.has(name) else None)
    qtbot.addWidget(fresh)
    fresh.show()
    _show(qtbot, fresh, html)
    loaded = _ask(qtbot, fresh, "document.body.innerHTML")
    fresh.release()
    assert swapped.strip() == loaded.strip()
    assert "&lt;One&gt; more &amp; “paragraph”." in swapped


def test_a_footnote_is_jumped_to_and_the_page_stays(
    qtbot: QtBot, pane: PreviewPane, media: MediaStore, harbour: Profile
) -> None:
    pane.resize(400, 300)
    _show(qtbot, pane, render_page(ferry_piece(media), harbour, media, inline=False))
    with qtbot.assertNotEmitted(pane.link_activated):
        _ask(qtbot, pane, "document.querySelector('.footnote-ref').click()")
        qtbot.waitUntil(lambda: _ask(qtbot, pane, "scrollY") > 300)
    assert _ask(qtbot, pane, "location.href") == "desk://page/#fn-1"


def test_a_hostile_piece_does_nothing_here(qtbot: QtBot, pane: PreviewPane, harbour: Profile) -> None:
    _show(qtbot, pane, render_page(hostile_piece(), harbour, inline=False))
    assert _ask(qtbot, pane, "document.querySelectorAll('script:not([type]), iframe, [onerror], [onload]').length") == 0
    assert _ask(qtbot, pane, "document.querySelectorAll('img').length") == 2
