"""The card over a claim's words says what is known of it, and nothing that people wrote is taken for markup."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Article, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claim_progress import checked
from deskeditor.article.claim_words import anchor_at
from deskeditor.article.claims import Claim, ClaimKind, Evidence, Query
from deskeditor.article.line import Mark, MarkKind, Run, line_of
from deskeditor.article.notes import Remark
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source
from deskeditor.richtext.body_document import load_body
from deskeditor.ui.claim_card import ClaimCard, cards_html, claims_at
from deskeditor.ui.editor.body_editor import BodyEditor

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)


def article() -> Article:
    runs = [
        Run(text="Marlow voted "),
        Run(text="14 to 9", marks=frozenset({Mark(MarkKind.CLAIM, "c1")})),
        Run(text="."),
    ]
    body = body_of([Paragraph(line=line_of(runs))])
    made = replace(
        new_article(uuid4(), NOON), body=body, sources=(Source(number=2, title="Minutes <b>p. 4</b>"),), last_claim=3
    )
    claim = Claim(
        id="c1",
        number=3,
        kind=ClaimKind.NUMBER,
        anchor=anchor_at(made, Place(field=Field.BODY, start=13, end=20)),
        query=Query(question="<img src=x> 13?", wording="13 & 10", by="Ben", at=NOON),
        thread=(Remark(author="Jonas", text="1 < 2", at=NOON),),
        evidence=(Evidence(source=2, locator="line 3"),),
    )
    return replace(made, claims=(claim,))


def test_the_card_tells_all_and_escapes_it() -> None:
    made = article()
    told = cards_html(checked(made), made)
    for words in (
        "Number 3",
        "Number · With editor",
        "Ben asks the editor: &lt;img src=x&gt; 13?",
        "13 &amp; 10",
        "Jonas: 1 &lt; 2",
        "Source 2: Minutes &lt;b&gt;p. 4&lt;/b&gt;, line 3",
    ):
        assert words in told
    assert "<img" not in told


def test_it_comes_up_over_the_words_and_nowhere_else(qtbot: QtBot) -> None:
    made = article()
    document = QTextDocument()
    load_body(document, made.body)
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.resize(600, 300)
    editor.show_document(document)
    editor.show()
    qtbot.waitExposed(editor)
    card = ClaimCard(lambda: checked(made), lambda: made, editor)
    card.watch(editor)

    def point(position: int) -> QPoint:
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        return editor.cursorRect(cursor).center() + QPoint(2, 0)

    assert [one.claim.number for one in claims_at(editor, point(13), checked(made))] == [3]
    assert [one.claim.number for one in claims_at(editor, point(19), checked(made))] == [3]
    assert claims_at(editor, point(4), checked(made)) == claims_at(editor, point(20), checked(made)) == []
    assert claims_at(editor, point(15) + QPoint(0, 150), checked(made)) == []
    viewport = editor.viewport()
    for at, shown in ((15, True), (3, False)):
        event = QHelpEvent(QEvent.Type.ToolTip, point(at), viewport.mapToGlobal(point(at)))
        QApplication.sendEvent(viewport, event)
        qtbot.waitUntil(lambda shown=shown: bool(QToolTip.text()) is shown)  # type: ignore[misc]
    editor.show_document(None)
