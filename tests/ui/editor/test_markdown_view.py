"""The Markdown view: its colours, its column, and that whatever is typed there is the article's."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Article, new_article
from deskeditor.article.body import Body, leaf_lines, leaf_text
from deskeditor.article.carrying import desk_marks
from deskeditor.article.change import Change
from deskeditor.article.line import plain_line
from deskeditor.article.place import Field, Place
from deskeditor.markup.markdown_reader import read_markdown
from deskeditor.profile.loading import load_profile
from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.article_page import ArticlePage
from deskeditor.ui.editor.markdown_colours import MarkdownColours
from deskeditor.ui.editor.markdown_texts import differing
from deskeditor.ui.editor.markdown_view import MarkdownView
from deskeditor.ui.editor.text_look import text_look
from deskeditor.ui.theme import Theme, apply_theme
from deskeditor.ui.theme_tokens import DARK, LIGHT, Tokens, contrast
from deskeditor.workspace.open_article import OpenArticle
from tests.strategies import FEW, bodies

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)
EVERYTHING = """# One
## Two *it* and `code`

Words **bold** [link](https://example.org/) [^1] &nbsp; <b>tag</b> ~~struck~~ \\* star

- item
1. item

> quote

| a | b |
| --- | --- |

```python
code
```

* * *

[^1]: Note.
"""


def opened(body: Body) -> OpenArticle:
    article: Article = replace(new_article(uuid4(), NOON), body=body)
    return OpenArticle(article, counter=1, new_id=uuid4)


def shown(qtbot: QtBot, body: Body) -> tuple[MarkdownView, OpenArticle]:
    view = MarkdownView()
    qtbot.addWidget(view)
    open_article = opened(body)
    view.show_article(open_article)
    view.undo_requested.connect(open_article.undo)
    view.redo_requested.connect(open_article.redo)
    return view, open_article


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_every_colour_can_be_read_on_its_ground(qapp: QApplication, tokens: Tokens) -> None:
    document = QTextDocument(EVERYTHING)
    colours = MarkdownColours(document, text_look(tokens))
    colours.colour_all()
    block = document.begin()
    seen: set[str] = set()
    while block.isValid():
        for span in block.layout().formats():
            colour = span.format.foreground().color().name()
            ground = span.format.background()
            on = ground.color().name() if ground.style() is not Qt.BrushStyle.NoBrush else tokens.surface
            if span.format.foreground().style() is not Qt.BrushStyle.NoBrush:
                seen.add(colour)
                assert contrast(colour, on) >= 4.5, block.text()
        block = block.next()
    assert {QColor(tokens.accent).name(), QColor(tokens.warning).name(), QColor(tokens.text_faint).name()} <= seen


def test_signs_in_code_are_not_coloured_as_signs(qapp: QApplication) -> None:
    document = QTextDocument("```\n**no**\n```\n**yes**")
    MarkdownColours(document, text_look(LIGHT)).colour_all()
    weights = [
        max((span.format.fontWeight() for span in document.findBlockByNumber(row).layout().formats()), default=0)
        for row in (1, 3)
    ]
    assert weights[0] < weights[1]


def test_emoji_before_a_sign_move_no_colour(qapp: QApplication) -> None:
    document = QTextDocument("😀😀 **bold**")
    MarkdownColours(document, text_look(LIGHT)).colour_all()
    bold = [span for span in document.begin().layout().formats() if span.format.fontWeight() > 500]
    assert [(span.start, span.length) for span in bold] == [(7, 4)]


def test_the_text_is_in_one_width_of_letters_in_any_theme(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    view, _ = shown(qtbot, read_markdown("Words").body)
    view.show()
    apply_theme(qapp, Theme.DARK)
    assert view.document().defaultFont().families() == list(DARK.mono)
    apply_theme(qapp, Theme.LIGHT)
    assert view.document().defaultFont().families() == list(LIGHT.mono)


def test_the_head_stands_above_the_column_of_the_markdown(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    page = ArticlePage(ActionSet(), load_profile())
    qtbot.addWidget(page)
    page.resize(1100, 700)
    open_article = opened(read_markdown("Words").body)
    page.show_open_article(open_article)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.headline.x() > 100)
    before = page.headline.x()
    page.show_markdown(True)
    qtbot.waitUntil(lambda: page.headline.x() == before)
    assert page.markdown.viewport().mapTo(page, page.markdown.viewport().rect().topLeft()).x() == (
        page.headline.x() + 4 - 16
    )


@settings(max_examples=FEW)
@given(bodies())
def test_showing_a_body_as_markdown_is_no_change(qapp: QApplication, body: Body) -> None:
    open_article = opened(body)
    view = MarkdownView()
    view.show_article(open_article)
    assert not open_article.unsaved
    view.commit()
    view.show_article(None)
    assert open_article.article.body == body
    assert not open_article.unsaved
    view.deleteLater()


KEYS = st.one_of(
    st.sampled_from(("w", "q", "*", "_", "`", "<", "[", "]", "(", "{", "#", ">", "-", "1", ".", " ", "|", "!", "\\")),
    st.sampled_from((Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down)),
    st.sampled_from(("pause", "undo", "redo", "headline")),
)


@settings(max_examples=2 * FEW)
@given(bodies(max_leaves=3), st.lists(KEYS, max_size=25))
def test_whatever_is_typed_undo_leads_back_and_claims_stay_on_their_words(
    qapp: QApplication, body: Body, keys: list[str | Qt.Key]
) -> None:
    open_article = opened(body)
    view = MarkdownView()
    view.undo_requested.connect(open_article.undo)
    view.redo_requested.connect(open_article.redo)
    view.show_article(open_article)
    view.moveCursor(QTextCursor.MoveOperation.End)
    for key in keys:
        match key:
            case "pause":
                view.commit()
            case "undo":
                QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            case "redo":
                QTest.keyClick(view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
            case "headline":
                open_article.set_line(Change.HEADLINE, plain_line(f"Head {open_article.edits}"))
            case str():
                QTest.keyClicks(view, key)
            case _:
                QTest.keyClick(view, key)
        assert desk_marks(open_article.article.body) <= desk_marks(body)
    view.commit()
    after = open_article.article.body
    text = view.text()
    while open_article.history.stack.canUndo():
        open_article.undo()
    assert open_article.article.body == body
    while open_article.history.stack.canRedo():
        open_article.redo()
    if not {"undo", "redo"} & {key for key in keys if isinstance(key, str)}:
        assert open_article.article.body == after
        assert view.text() == text
    view.show_article(None)
    view.deleteLater()


def test_typing_that_is_not_read_yet_is_part_of_the_article_whoever_asks(qtbot: QtBot) -> None:
    view, open_article = shown(qtbot, read_markdown("First.").body)
    view.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(view, " More")
    assert open_article.unsaved
    stored = open_article.for_saving(NOON)
    assert stored is not None
    assert leaf_text(stored.body.leaves[0]) == "First. More"


def test_a_field_changed_after_typing_is_undone_before_it(qtbot: QtBot) -> None:
    view, open_article = shown(qtbot, read_markdown("First.").body)
    qtbot.keyClicks(view, "More ")
    open_article.set_field(Change.SECTION, "World")
    open_article.undo()
    assert open_article.article.section == ""
    assert leaf_text(open_article.article.body.leaves[0]) == "More First."
    open_article.undo()
    assert view.text() == "First."


def test_a_body_changed_elsewhere_is_shown_and_the_caret_stays(qtbot: QtBot) -> None:
    view, open_article = shown(qtbot, read_markdown("One.\n\nTwo.\n\nThree.").body)
    open_article.set_body(read_markdown("One.\n\nTwo, and more.\n\nThree.").body)
    qtbot.waitUntil(lambda: view.text() == "One.\n\nTwo, and more.\n\nThree.")
    assert view.textCursor().block().text() == "Two, and more."


def test_non_breaking_spaces_and_emoji_come_through(qtbot: QtBot) -> None:
    view, open_article = shown(qtbot, read_markdown("10\u00a0% 😀 here").body)
    view.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(view, "x")
    assert leaf_text(open_article.article.body.leaves[0]) == "10\u00a0% 😀 herex"


def test_what_comes_dressed_is_pasted_as_markdown(qtbot: QtBot) -> None:
    view, open_article = shown(qtbot, read_markdown("").body)
    data = QMimeData()
    data.setHtml("<h2>Head</h2><p>Some <b>bold</b> words</p>")
    data.setText("Head Some bold words")
    view.insertFromMimeData(data)
    assert view.text() == "## Head\n\nSome **bold** words"
    assert leaf_text(open_article.article.body.leaves[0]) == "Head"


def test_places_lead_to_their_words_and_back(qtbot: QtBot) -> None:
    view, open_article = shown(
        qtbot,
        read_markdown(
            "Some **bold** [words](https://example.org/x) here.\n\n| a | b |\n|---|---|\n| cell | last |"
        ).body,
    )
    texts = [leaf_text(leaf) for leaf in open_article.article.body]
    for word, leaf in (("bold", 0), ("words", 0), ("here", 0), ("cell", 1), ("last", 1)):
        at = texts[leaf].index(word)
        view.show_place(Place(field=Field.BODY, leaf=leaf, start=at, end=at + len(word)))
        assert view.textCursor().selectedText() == word
        assert view.place() == Place(field=Field.BODY, leaf=leaf, start=at, end=at + len(word))


@given(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_what_differs_is_found_at_both_ends(head: str, old: str, new: str, tail: str) -> None:
    one, other = head + old + tail, head + new + tail
    start, end = differing(one, other)
    assert one[:start] == other[:start]
    assert one[len(one) - end :] == other[len(other) - end :]
    assert start + end <= min(len(one), len(other))
    assert start >= len(head) or one == other or start + end >= len(head) + len(tail)


def test_lines_of_the_body_keep_their_marks_while_another_is_typed(qtbot: QtBot) -> None:
    view, open_article = shown(qtbot, read_markdown("One  \ntwo.\n\nThree <u>four</u>.").body)
    before = open_article.article.body
    view.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(view, "Zero ")
    after = open_article.article.body
    assert after.leaves[1] == before.leaves[1]
    assert leaf_lines(after.leaves[0])[0].text.startswith("Zero One")


def test_files_are_left_to_the_window(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, read_markdown("Words.").body)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/piece.md")])
    assert not view.canInsertFromMimeData(data)
    data.setUrls([QUrl("https://example.org/")])
    assert view.canInsertFromMimeData(data)
