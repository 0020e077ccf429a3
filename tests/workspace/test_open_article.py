from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from hypothesis import given, settings
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Article, Credit, SummaryBullet, new_article
from deskeditor.article.body import Body, Paragraph, body_of
from deskeditor.article.change import Change
from deskeditor.article.line import Line, plain_line
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage
from deskeditor.workspace.open_article import OpenArticle
from tests.strategies import articles, bodies, lines

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)


def small_article() -> Article:
    return replace(
        new_article(uuid4(), NOON),
        headline=plain_line("Talks lean west"),
        summary=(SummaryBullet(id=uuid4(), line=plain_line("One")), SummaryBullet(id=uuid4(), line=plain_line("Two"))),
        body=body_of([Paragraph(line=plain_line("First.")), Paragraph(line=plain_line("Second."))]),
    )


def opened(article: Article, counter: int | None = 1) -> OpenArticle:
    return OpenArticle(article, counter=counter, new_id=uuid4)


def type_into(document: QTextDocument, text: str) -> None:
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    for character in text:
        cursor.insertText(character)


@settings(max_examples=20)
@given(articles())
def test_opening_changes_nothing(qapp: object, article: Article) -> None:
    open_article = opened(article)
    assert open_article.article == article
    assert not open_article.unsaved
    assert open_article.for_saving(NOON) is None


@settings(max_examples=30)
@given(bodies(), bodies(), lines(), lines())
def test_taking_over_another_text_is_one_undo(
    qapp: object, body: Body, other_body: Body, line: Line, other_line: Line
) -> None:
    article = replace(small_article(), body=body, headline=line)
    bullets = (SummaryBullet(id=uuid4(), line=line), replace(article.summary[0], line=other_line))
    other = replace(article, body=other_body, headline=other_line, summary=bullets, section="World", due=NOON)
    open_article = opened(article)
    open_article.take_over(other, "other text")
    now = open_article.article
    assert now == other
    open_article.undo()
    assert open_article.article == article
    open_article.redo()
    assert open_article.article == now


def test_text_and_fields_are_undone_in_the_order_they_happened(qtbot: QtBot) -> None:
    open_article = opened(small_article())
    before = open_article.article
    type_into(open_article.body_document, " More")
    open_article.add_tag(Tag(id=uuid4(), label="budget"))
    type_into(open_article.line_document(Change.HEADLINE), "!")
    states = [open_article.article]
    for _ in range(3):
        open_article.undo()
        states.append(open_article.article)
    assert [len(state.tags) for state in states] == [1, 1, 0, 0]
    assert [state.headline.text for state in states] == ["Talks lean west!"] + ["Talks lean west"] * 3
    assert states[-1] == before
    for _ in range(3):
        open_article.redo()
    assert open_article.article == states[0]


def test_typing_becomes_a_value_after_a_pause(qtbot: QtBot) -> None:
    open_article = opened(small_article())
    with qtbot.waitSignal(open_article.changed, check_params_cb=lambda change: change is Change.BODY):
        type_into(open_article.body_document, " More")
    assert open_article.unsaved


def test_bullets_are_added_moved_and_removed_with_their_words(qtbot: QtBot) -> None:
    open_article = opened(small_article())
    first, second = (bullet.id for bullet in open_article.article.summary)
    third = open_article.add_bullet(after=first)
    type_into(open_article.bullet_document(third), "Three")
    assert [bullet.line.text for bullet in open_article.article.summary] == ["One", "Three", "Two"]
    open_article.move_bullet(third, 2)
    open_article.remove_bullet(first)
    assert [bullet.line.text for bullet in open_article.article.summary] == ["Two", "Three"]
    for _ in range(4):
        open_article.undo()
    assert [(bullet.id, bullet.line.text) for bullet in open_article.article.summary] == [
        (first, "One"),
        (second, "Two"),
    ]


def test_a_removed_bullet_comes_back_with_what_was_typed_last(qtbot: QtBot) -> None:
    open_article = opened(small_article())
    first = open_article.article.summary[0].id
    type_into(open_article.bullet_document(first), " more")
    open_article.remove_bullet(first)
    open_article.undo()
    assert open_article.article.summary[0].line.text == "One more"


def test_spiking_and_coming_back_keeps_the_stage(qtbot: QtBot) -> None:
    open_article = opened(replace(small_article(), stage=Stage.CHECKING))
    open_article.move_to_stage(Stage.SPIKED)
    assert open_article.article.spiked_from is Stage.CHECKING
    open_article.undo()
    assert (open_article.article.stage, open_article.article.spiked_from) == (Stage.CHECKING, None)


def test_an_equal_value_is_no_change(qtbot: QtBot) -> None:
    open_article = opened(small_article())
    open_article.set_field(Change.CREDIT, Credit())
    open_article.set_body(open_article.article.body)
    assert not open_article.unsaved
    assert not open_article.history.stack.canUndo()


def test_what_was_typed_while_a_save_was_under_way_stays_unsaved(qtbot: QtBot) -> None:
    open_article = opened(small_article())
    type_into(open_article.body_document, " More")
    edits, saving = open_article.edits, open_article.for_saving(NOON)
    assert saving is not None
    type_into(open_article.body_document, " and more")
    open_article.mark_saved(edits, saving)
    assert open_article.unsaved
    again = open_article.for_saving(NOON)
    assert again is not None
    assert again.body.leaves[1].line.text == "Second. More and more"  # type: ignore[union-attr]


def test_undo_to_what_is_stored_needs_no_save(qtbot: QtBot) -> None:
    open_article = opened(small_article())
    type_into(open_article.body_document, " More")
    open_article.undo()
    assert open_article.for_saving(NOON) is None
    assert not open_article.unsaved
