"""Sorted lines and the article they make."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.article import Access, Article, BylineName, Credit, new_article
from deskeditor.article.body import Heading, Paragraph
from deskeditor.article.line import plain_line
from deskeditor.article.tags import Tag
from deskeditor.ingest.sorting import MOVED_BY_HAND, Slot, SortedLine, Sorting, assemble, move_line

BASE = new_article(UUID(int=1), datetime(2024, 5, 1, tzinfo=UTC), language="fr")
LINES = st.builds(SortedLine, text=st.text(max_size=40), slot=st.sampled_from(Slot))
SORTINGS = st.builds(Sorting, lines=st.lists(LINES, max_size=12).map(tuple), format=st.just("any"))


def sorting(*pieces: tuple[Slot, str]) -> Sorting:
    return Sorting(lines=tuple(SortedLine(text=text, slot=slot) for slot, text in pieces), format="ours")


def assembled(given_lines: Sorting, base: Article = BASE) -> Article:
    ids = iter(UUID(int=number) for number in range(100, 10_000))
    return assemble(
        given_lines,
        base=base,
        tag_named=lambda label: Tag(id=UUID(int=hash(label.casefold()) % 2**100), label=label),
        new_id=lambda: next(ids),
    )


def test_each_slot_fills_its_field() -> None:
    article = assembled(
        sorting(
            (Slot.HEADLINE, "Two harbours"),
            (Slot.HEADLINE, "one plan"),
            (Slot.STANDFIRST, "Why both want the same ferry"),
            (Slot.BULLET, "• First point"),
            (Slot.BULLET, "- Second point"),
            (Slot.TAGS, "Ferries, Ports"),
            (Slot.BYLINE, "By Ann Lee and Tom Berg"),
            (Slot.CREDIT, "Source: Coastwire"),
            (Slot.CREDIT_ABOUT, "Coastwire is an agency."),
            (Slot.SECTION, "World"),
            (Slot.DATELINE, "BERGEN —"),
            (Slot.SLUGLINE, "FERRIES-PLAN"),
            (Slot.ACCESS, "Premium Content"),
            (Slot.RELATED, "Read more: An older plan"),
            (Slot.HEADING, "The money"),
            (Slot.BODY, "A first\nparagraph."),
            (Slot.DESK_NOTE, "Call the board"),
            (Slot.DROPPED, "Share"),
        )
    )
    assert article.headline.text == "Two harbours one plan"
    assert article.standfirst.text == "Why both want the same ferry"
    assert [bullet.line.text for bullet in article.summary] == ["First point", "Second point"]
    assert len({bullet.id for bullet in article.summary}) == 2
    assert [tag.label for tag in article.tags] == ["Ferries", "Ports"]
    assert article.byline == (BylineName(name="Ann Lee"), BylineName(name="Tom Berg"))
    assert article.credit == Credit(name="Coastwire", about="Coastwire is an agency.")
    assert (article.section, article.dateline, article.slugline) == ("World", "BERGEN", "FERRIES-PLAN")
    assert article.access is Access.PREMIUM
    assert [read.title for read in article.related] == ["An older plan"]
    assert article.body.leaves == (
        Heading(level=2, line=plain_line("The money")),
        Paragraph(line=plain_line("A first paragraph.")),
    )
    assert article.desk_note == "Call the board"


def test_what_the_sorting_does_not_speak_of_stays() -> None:
    base = replace(BASE, headline=plain_line("Kept"), section="Kept", credit=Credit(url="https://kept.example"))
    article = assembled(sorting((Slot.CREDIT, "(AP) —")), base)
    assert (article.headline.text, article.section) == ("Kept", "Kept")
    assert article.credit == Credit(name="AP", url="https://kept.example")


def test_nothing_sorted_changes_nothing() -> None:
    assert assembled(sorting((Slot.DROPPED, "Share"), (Slot.BODY, " "))).headline == BASE.headline
    assert assembled(sorting()) == BASE


def test_the_byline_names_the_credit_where_no_line_does() -> None:
    article = assembled(sorting((Slot.BYLINE, "By Ann Lee via\u00a0Coastwire.no\u00a0")))
    assert article.credit.name == "Coastwire.no"


def test_free_access() -> None:
    base = replace(BASE, access=Access.PREMIUM)
    assert assembled(sorting((Slot.ACCESS, "Free to read")), base).access is Access.FREE


def test_hard_spaces_inside_stay() -> None:
    article = assembled(sorting((Slot.BODY, "\u00a0Kilometre\u00a05 is here.\u00a0")))
    assert article.body.leaves == (Paragraph(line=plain_line("Kilometre\u00a05 is here.")),)


@given(SORTINGS)
def test_any_sorting_becomes_an_article(given_lines: Sorting) -> None:
    assembled(given_lines)


@given(SORTINGS.filter(lambda given_lines: bool(given_lines.lines)), st.sampled_from(Slot), st.data())
def test_moving_touches_one_line(given_lines: Sorting, slot: Slot, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(given_lines.lines) - 1))
    moved = move_line(given_lines, at, slot)
    assert moved.lines[at] == SortedLine(text=given_lines.lines[at].text, slot=slot, why=MOVED_BY_HAND)
    assert moved.lines[:at] == given_lines.lines[:at]
    assert moved.lines[at + 1 :] == given_lines.lines[at + 1 :]


@pytest.mark.parametrize("index", [-1, 1])
def test_a_line_that_is_not_there_cannot_be_moved(index: int) -> None:
    with pytest.raises(IndexError):
        move_line(sorting((Slot.BODY, "x")), index, Slot.DROPPED)
