"""The workspace on a real store: what is typed is stored, what is stored is found again."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.article.change import Change
from deskeditor.article.line import plain_line
from deskeditor.article.workflow import Stage
from deskeditor.store.opening import open_store
from deskeditor.store.values import ArticleQuery, RevisionReason
from deskeditor.workspace.notices import Notice
from deskeditor.workspace.session import read_session
from tests.workspace.writing import Start, save, stored, type_into, written


def test_what_is_typed_is_stored_without_being_asked(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    open_article = workspace.new_article()
    with qtbot.waitSignal(workspace.saver.saved):
        type_into(open_article.body_document, "A word.")
    assert stored(home, open_article.id).body == open_article.article.body
    assert not open_article.unsaved


def test_typing_without_a_pause_is_stored_all_the_same(
    qtbot: QtBot, start: Start, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskeditor.workspace.saver.AUTOSAVE_AFTER", 60_000)
    monkeypatch.setattr("deskeditor.workspace.saver.LATEST_AFTER", 50)
    workspace = start()
    open_article = workspace.new_article()
    with qtbot.waitSignal(workspace.saver.saved):
        type_into(open_article.body_document, "A word.")
    assert stored(home, open_article.id).body == open_article.article.body


def test_closing_stores_the_last_word_and_keeps_a_revision(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    type_into(open_article.body_document, "The last word.")
    assert workspace.close() == []
    store = open_store(home)
    revision = store.revisions(open_article.id)[0]
    assert revision.reason is RevisionReason.CLOSED
    assert store.revision_article(revision.id).body == open_article.article.body
    store.close()


def test_closing_while_a_save_is_under_way_stores_both(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    type_into(open_article.body_document, "One.")
    workspace.save_current()
    type_into(open_article.body_document, " Two.")
    assert workspace.close() == []
    assert stored(home, open_article.id).body == open_article.article.body


def test_the_next_start_shows_what_was_open_before_the_store_answers(qtbot: QtBot, start: Start, home: Path) -> None:
    first = start()
    open_article = written(qtbot, first)
    with qtbot.waitSignal(first.list_model.counted):
        first.refresh()
    first.close()
    session = read_session(home)
    assert session.opened is not None
    assert session.opened.article == open_article.article
    assert [head.headline for head in session.heads] == ["Talks lean west"]


def test_an_article_nothing_was_written_in_leaves_no_trace(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    workspace.new_article()
    workspace.new_article()
    workspace.close()
    store = open_store(home)
    assert store.count(ArticleQuery()) == 0
    store.close()


def test_undo_outlives_turning_to_another_article(qtbot: QtBot, start: Start) -> None:
    workspace = start()
    first = written(qtbot, workspace, "One")
    second = written(qtbot, workspace, "Two")
    workspace.open(first.id)
    assert workspace.current is first
    first.undo()
    assert first.article.headline.text == ""
    assert second.article.headline.text == "Two"


def test_a_named_save_keeps_a_revision(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    save(qtbot, workspace, RevisionReason.NAMED_SAVE)
    store = open_store(home)
    assert [revision.reason for revision in store.revisions(open_article.id)] == [RevisionReason.NAMED_SAVE]
    assert store.revisions(open_article.id)[0].person.name == "Ada Byte"
    store.close()


def test_a_change_made_by_another_program_is_shown_and_can_be_undone(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    qtbot.waitUntil(lambda: workspace.jobs.idle)
    store = open_store(home)
    theirs = store.load(open_article.id)
    store.save(replace(theirs.article, section="World"), expected=theirs.counter)
    store.close()
    with qtbot.waitSignal(workspace.noticed):
        pass
    assert open_article.article.section == "World"
    open_article.undo()
    assert open_article.article.section == ""


def test_turning_back_to_an_article_that_changed_meanwhile_shows_its_new_text(
    qtbot: QtBot, start: Start, home: Path
) -> None:
    workspace = start()
    first = written(qtbot, workspace, "One")
    written(qtbot, workspace, "Two")
    store = open_store(home)
    theirs = store.load(first.id)
    store.save(replace(theirs.article, section="World"), expected=theirs.counter)
    store.close()
    with qtbot.waitSignal(workspace.noticed):
        workspace.open(first.id)
    assert first.article.section == "World"


@pytest.mark.parametrize("mine", [True, False])
def test_of_two_texts_changed_at_once_neither_is_lost(qtbot: QtBot, start: Start, home: Path, mine: bool) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    open_article.set_line(Change.STANDFIRST, plain_line("Mine"))
    store = open_store(home)
    theirs = store.load(open_article.id)
    store.save(replace(theirs.article, standfirst=plain_line("Theirs")), expected=theirs.counter)
    with qtbot.waitSignal(workspace.noticed) as noticed:
        workspace.save_current()
    notice: Notice = noticed.args[0]
    assert notice.lasting
    notice.offers[0 if mine else 1].take()
    kept = "Mine" if mine else "Theirs"
    qtbot.waitUntil(lambda: workspace.jobs.idle and not open_article.unsaved)
    assert open_article.article.standfirst.text == kept
    assert stored(home, open_article.id).standfirst.text == kept
    other = store.revision_article(store.revisions(open_article.id)[0].id)
    assert other.standfirst.text == ("Theirs" if mine else "Mine")
    store.close()


def test_a_tag_new_to_the_desk_is_known_once_the_article_is_stored(qtbot: QtBot, start: Start) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    open_article.add_tag(workspace.tag_labelled("budget"))
    assert workspace.tag_labelled("BUDGET") == workspace.tag_labelled("budget")
    save(qtbot, workspace)
    with qtbot.waitSignal(workspace.tags_known) as known:
        workspace.refresh()
    assert known.args[0] == open_article.article.tags


def test_the_list_follows_the_query(qtbot: QtBot, start: Start) -> None:
    workspace = start()
    written(qtbot, workspace, "Budget vote")
    spiked = written(qtbot, workspace, "Peace talks")
    spiked.move_to_stage(Stage.SPIKED)
    save(qtbot, workspace, RevisionReason.STAGE)
    model = workspace.list_model
    for query, found in [
        (ArticleQuery(), {"Budget vote", "Peace talks"}),
        (ArticleQuery(text="peace"), {"Peace talks"}),
        (ArticleQuery(stages=frozenset({Stage.DRAFT})), {"Budget vote"}),
    ]:
        with qtbot.waitSignal(model.counted):
            model.show_query(query)
        assert {head.headline for head in model.heads()} == found
