from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from deskeditor.article.article import Article, Person, SummaryBullet, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.line import plain_line
from deskeditor.article.workflow import Stage
from deskeditor.errors import InputError, StoreError
from deskeditor.store import (
    ArticleQuery,
    Conflict,
    ExportRecord,
    Order,
    Original,
    RevisionReason,
    Store,
    open_store,
)

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
ADA = Person(name="Ada Person", initials="AP")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "desk", clock=lambda: NOON)
    yield opened
    opened.close()


def written(headline: str, *paragraphs: str, minutes: int = 0) -> Article:
    article = new_article(uuid4(), NOON + timedelta(minutes=minutes))
    body = body_of(Paragraph(line=plain_line(text)) for text in paragraphs)
    return replace(article, headline=plain_line(headline), body=body)


def headlines(store: Store, query: ArticleQuery) -> list[str]:
    return [head.headline for head in store.heads(query)]


def test_what_was_saved_is_there_after_opening_again(tmp_path: Path) -> None:
    article = written("Harbour to close", "The harbour closes on Monday.")
    first = open_store(tmp_path)
    saved = first.save(article, expected=None)
    first.close()

    again = open_store(tmp_path)
    stored = again.load(article.id)
    again.close()

    assert (stored.article, stored.counter) == (article, saved.counter)


def test_a_save_counts_on(store: Store) -> None:
    article = written("One")
    first = store.save(article, expected=None)
    second = store.save(replace(article, section="World"), expected=first.counter)
    assert second.counter == first.counter + 1
    assert second.at == NOON
    assert store.load(article.id).article.section == "World"


def test_a_save_over_another_state_is_a_conflict_that_holds_it(store: Store) -> None:
    article = written("One")
    first = store.save(article, expected=None)
    theirs = replace(article, section="theirs")
    store.save(theirs, expected=first.counter)

    with pytest.raises(Conflict) as raised:
        store.save(replace(article, section="mine"), expected=first.counter)

    assert raised.value.stored.article == theirs
    assert store.load(article.id).article == theirs


def test_a_new_article_never_replaces_one_that_is_there(store: Store) -> None:
    article = written("One")
    store.save(article, expected=None)
    with pytest.raises(Conflict):
        store.save(replace(article, section="x"), expected=None)


def test_an_unknown_article_is_told(store: Store) -> None:
    with pytest.raises(StoreError, match="not in this store"):
        store.load(UUID(int=7))
    with pytest.raises(StoreError, match="not in this store"):
        store.save(written("Lost"), expected=3)


def test_ids_are_found_by_their_beginning(store: Store) -> None:
    article = replace(written("One"), id=UUID("12345678-9abc-4def-8000-000000000001"))
    store.save(article, expected=None)
    store.save(written("Two"), expected=None)
    assert store.ids_starting("12345678-9A") == (article.id,)
    assert store.ids_starting("one") == ()
    assert store.ids_starting("") == ()
    assert store.ids_starting(f"{article.id}0") == ()


def test_the_list_stands_last_changed_first(store: Store) -> None:
    for minutes in (2, 3, 1):
        store.save(written(f"At {minutes}", minutes=minutes), expected=None)
    assert headlines(store, ArticleQuery()) == ["At 3", "At 2", "At 1"]
    assert headlines(store, ArticleQuery(order=Order.CHANGED, limit=1, offset=1)) == ["At 2"]


def test_the_list_by_due_time_has_those_without_one_last(store: Store) -> None:
    store.save(written("Never, older", minutes=1), expected=None)
    store.save(written("Never, newer", minutes=2), expected=None)
    store.save(replace(written("Later"), due=NOON + timedelta(days=2)), expected=None)
    store.save(replace(written("Soon"), due=NOON + timedelta(hours=2)), expected=None)
    store.save(replace(written("Overdue"), due=NOON - timedelta(days=2)), expected=None)
    order = ["Overdue", "Soon", "Later", "Never, newer", "Never, older"]
    assert headlines(store, ArticleQuery(order=Order.DUE)) == order


def test_the_list_is_narrowed_by_stage_tag_and_assignee(store: Store) -> None:
    tag = store.tag_named("Budget")
    tagged = replace(written("Tagged", minutes=1), tags=(tag,))
    mine = replace(written("Mine", minutes=2), assignee=ADA, stage=Stage.READY)
    store.save(tagged, expected=None)
    store.save(mine, expected=None)
    store.save(replace(written("Spiked", minutes=3), stage=Stage.SPIKED), expected=None)

    assert headlines(store, ArticleQuery(tag=tag.id)) == ["Tagged"]
    assert headlines(store, ArticleQuery(assignee="Ada Person")) == ["Mine"]
    assert headlines(store, ArticleQuery(stages=frozenset({Stage.SPIKED}))) == ["Spiked"]
    assert headlines(store, ArticleQuery(stages=frozenset({Stage.DRAFT, Stage.READY}))) == ["Mine", "Tagged"]
    assert store.count(ArticleQuery(stages=frozenset({Stage.DRAFT, Stage.READY}), limit=1)) == 2
    counts = store.stage_counts()
    assert (counts[Stage.DRAFT], counts[Stage.READY], counts[Stage.SPIKED], counts[Stage.PUBLISHED]) == (1, 1, 1, 0)


def test_a_head_says_what_a_list_shows(store: Store) -> None:
    tag = store.tag_named("Ports")
    article = replace(
        written("Harbour to close", "The harbour closes on Monday."),
        standfirst=plain_line("Ferries stop too."),
        tags=(tag,),
        assignee=ADA,
        due=NOON,
    )
    store.save(article, expected=None)
    (head,) = store.heads(ArticleQuery())
    assert (head.id, head.counter, head.tags, head.assignee) == (article.id, 1, (tag,), ADA)
    assert (head.due, head.modified, head.word_count) == (NOON, NOON, 5)
    assert head.snippet == "Ferries stop too. The harbour closes on Monday."


def test_a_tag_is_found_whatever_its_case_and_accents(store: Store) -> None:
    made = store.tag_named("  Łódź ")
    assert made.label == "Łódź"
    assert store.tag_named("LODZ") == made
    assert store.known_tags() == (made,)
    with pytest.raises(InputError):
        store.tag_named("   ")


def test_a_tag_from_elsewhere_becomes_known(tmp_path: Path, store: Store) -> None:
    elsewhere = open_store(tmp_path / "other")
    tag = elsewhere.tag_named("Budget")
    elsewhere.close()
    store.save(replace(written("One"), tags=(tag,)), expected=None)
    assert store.tag_named("budget") == tag


def test_a_merged_tag_leads_to_what_it_became(store: Store) -> None:
    wrong, right = store.tag_named("Azerbaidjan"), store.tag_named("Azerbaijan")
    one = replace(written("One", minutes=1), tags=(wrong,))
    both = replace(written("Both", minutes=2), tags=(wrong, right))
    store.save(one, expected=None)
    store.save(both, expected=None)

    store.merge_tags(wrong.id, right.id)

    assert store.load(one.id).article.tags == (right,)
    assert store.load(both.id).article.tags == (right,)
    assert headlines(store, ArticleQuery(tag=right.id)) == ["Both", "One"]
    assert store.known_tags() == (right,)
    assert store.tag_named("Azerbaidjan") == right
    store.save(replace(one, section="old window"), expected=1)
    assert store.load(one.id).article.tags == (right,)
    with pytest.raises(InputError):
        store.merge_tags(right.id, wrong.id)


def test_known_tags_stand_by_use(store: Store) -> None:
    rare, often = store.tag_named("Aardvarks"), store.tag_named("Zoos")
    store.save(replace(written("One"), tags=(often,)), expected=None)
    assert store.known_tags() == (often, rare)


def test_a_revision_keeps_the_whole_article(store: Store) -> None:
    article = written("One", "First words.")
    store.save(article, expected=None)
    kept = store.keep_revision(article, reason=RevisionReason.STAGE, person=ADA, at=NOON)
    changed = replace(article, summary=(SummaryBullet(id=uuid4(), line=plain_line("A point")),))
    store.save(changed, expected=1)
    later = store.keep_revision(changed, reason=RevisionReason.EXPORT, person=ADA)

    assert store.revision_article(kept.id) == article
    assert store.revision_article(later.id) == changed
    assert store.revisions(article.id) == (later, kept)
    assert (kept.person, kept.reason, kept.headline, kept.word_count) == (ADA, RevisionReason.STAGE, "One", 2)
    with pytest.raises(StoreError):
        store.revision_article(UUID(int=1))


def test_an_unchanged_article_is_kept_once_unless_its_save_is_named(store: Store) -> None:
    article = written("One")
    store.save(article, expected=None)
    first = store.keep_revision(article, reason=RevisionReason.CLOSED, person=ADA)
    touched = replace(article, modified=NOON + timedelta(minutes=5))
    assert store.keep_revision(touched, reason=RevisionReason.CLOSED, person=ADA) == first
    named = store.keep_revision(touched, reason=RevisionReason.NAMED_SAVE, person=ADA, name="before the lawyers")
    assert store.revisions(article.id) == (named, first)
    assert named.name == "before the lawyers"


def test_a_revision_of_an_article_that_was_never_saved_is_refused(store: Store) -> None:
    with pytest.raises(StoreError):
        store.keep_revision(written("One"), reason=RevisionReason.CLOSED, person=ADA)


def test_an_original_is_kept_byte_for_byte(store: Store) -> None:
    article = written("One")
    store.save(article, expected=None)
    original = Original(name="page.txt", media_type="text/plain", data=b"\xff\x00\r\nraw")
    store.keep_original(article.id, original)
    store.keep_original(article.id, original)
    assert store.originals(article.id) == (original,)


def test_an_export_is_logged(store: Store) -> None:
    article = written("One")
    store.save(article, expected=None)
    record = ExportRecord(
        article_id=article.id,
        at=NOON,
        person=ADA,
        format="html",
        path="/out/one.html",
        profile="default",
        override="the editor said so",
    )
    store.log_export(record)
    assert store.exports(article.id) == (record,)


def test_settings_are_kept(store: Store) -> None:
    assert store.setting("window", {}) == {}
    store.keep_setting("window", {"size": [1200, 800]})
    store.keep_setting("window", {"size": [1300, 800]})
    assert store.setting("window") == {"size": [1300, 800]}


def test_the_data_version_tells_of_others_only(tmp_path: Path) -> None:
    mine, theirs = open_store(tmp_path), open_store(tmp_path)
    before = mine.data_version()
    mine.save(written("Mine"), expected=None)
    assert mine.data_version() == before
    theirs.save(written("Theirs"), expected=None)
    assert mine.data_version() != before
    mine.close()
    theirs.close()


def test_acts_taken_together_are_done_or_undone_together(store: Store) -> None:
    article = written("One")

    def fail_after_saving() -> None:
        with store.together():
            store.save(article, expected=None)
            store.keep_setting("key", 1)
            assert store.load(article.id).counter == 1
            raise InputError("no")

    with pytest.raises(InputError):
        fail_after_saving()
    assert store.heads(ArticleQuery()) == ()
    assert store.setting("key") is None

    with store.together():
        store.save(article, expected=None)
        store.keep_setting("key", 1)
    assert store.load(article.id).article == article


def test_half_a_character_is_no_fault(store: Store) -> None:
    article = replace(
        written("One"), desk_note="broken \ud83d clipboard", section="\udc00", assignee=Person(name="\udc00")
    )
    store.save(article, expected=None)
    assert store.load(article.id).article == article
    assert store.count(ArticleQuery(assignee="\udc00", text="\ud83d")) == 1
