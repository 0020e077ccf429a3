"""Page copy read into fields: real shapes of pages, in our own words."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.article import Access, Article, new_article
from deskeditor.article.body import Paragraph, leaf_text
from deskeditor.article.tags import Tag
from deskeditor.ingest.page_copy import sort_page_copy
from deskeditor.ingest.sorting import Slot, Sorting, assemble, move_line


def page(name: str) -> str:
    """One of our own pages."""
    return (Path(__file__).parent / "pages" / f"{name}.txt").read_text(encoding="utf-8")


HARBOUR = page("agency_piece")
NEWS_SITE = page("newspaper")
GERMAN = page("german")
WRAPPED = page("hard_wrapped")


def assembled(sorting: Sorting, known_tags: tuple[str, ...] = ()) -> Article:
    ids = iter(UUID(int=number) for number in range(1, 100_000))
    return assemble(
        sorting,
        base=new_article(UUID(int=0), datetime(2024, 5, 1, tzinfo=UTC), language="en"),
        tag_named=lambda label: Tag(id=uuid4(), label=label),
        new_id=lambda: next(ids),
        known_tags=known_tags,
    )


def read(text: str, known_tags: tuple[str, ...] = ()) -> Article:
    return assembled(sort_page_copy(text, known_tags=known_tags), known_tags)


def body_texts(article: Article) -> list[str]:
    return [leaf_text(leaf) for leaf in article.body]


def flat(text: str) -> str:
    return " ".join(text.split())


class TestOwnPages:
    def test_agency_piece_with_everything_around_it(self) -> None:
        article = read(HARBOUR)
        assert article.headline.text == "Oslo and Bergen Harbours Turn Toward Battery Ferries"
        assert [bullet.line.text[:12] for bullet in article.summary] == ["Two harbours", "Crews fear t"]
        assert [(tag.label, tag.unsure) for tag in article.tags] == [("Bergen", False), ("Oslo", False)]
        assert [person.name for person in article.byline] == ["Nina Strand"]
        assert article.credit.name == "Coastwire.no"
        assert article.credit.about.startswith("Coastwire is an independent news agency")
        assert article.access is Access.PREMIUM
        assert article.related == ()
        texts = body_texts(article)
        assert len(texts) == 6
        assert texts[0].startswith("The harbour boards")
        assert texts[0].endswith("put off twice.")
        assert texts[-1].endswith("Holm said.")
        assert article.body.leaves[3].__class__.__name__ == "Heading"

    def test_what_is_dropped_says_why(self) -> None:
        why = {flat(line.text): line.why for line in sort_page_copy(HARBOUR).lines if line.slot is Slot.DROPPED}
        assert why["More Info"] == "navigation"
        assert why["Leave a comment"] == "comments"
        assert why["SHIPYARD One -0.35"] == why["BUY 12.15"] == "share prices"
        assert why["• 2 hours Is the new bridge too low?"] == "a list of latest posts or discussions"
        assert all(why.values())

    def test_newspaper_page(self) -> None:
        article = read(NEWS_SITE)
        assert article.headline.text == "Town council keeps its library open after long night"
        assert article.standfirst.text.startswith("Councillors voted nine to four")
        assert [person.name for person in article.byline] == ["Ann Lee", "Tom Berg"]
        assert (article.dateline, article.credit.name) == ("MILLBROOK, May 3", "AP")
        assert [read.title for read in article.related] == [
            "Five libraries that found another way",
            "School roof closes gym for a month",
            "Bus drivers call off strike",
        ]
        assert [text[:12] for text in body_texts(article)] == [
            "The town cou",
            "The decision",
            '"We could no',
            "The money wi",
        ]

    def test_german_page(self) -> None:
        article = read(GERMAN)
        assert article.headline.text == "Die Stadt bekommt ihre alte Straßenbahn zurück"
        assert [person.name for person in article.byline] == ["Eva Klein", "Max Müller"]
        assert article.language == "de"
        assert len(article.body) == 4

    def test_wrapped_paragraphs_are_joined(self) -> None:
        texts = body_texts(read(WRAPPED))
        assert len(texts) == 3
        assert texts[0].endswith("a jar, the judges said on Sunday.")

    def test_lists_in_the_body_become_list_items(self) -> None:
        text = HARBOUR.replace(
            "Where the money comes from\n",
            "The plan names three harbours where the chargers will stand:\n\n"
            "* The old fish market in Bergen, where the cranes stood until last year\n"
            "* The quay below the fortress, if the city's conservators agree to it\n"
            "* The island of Nesøya, which has asked for a charger of its own since May\n",
        )
        kinds = [leaf.__class__.__name__ for leaf in read(text).body]
        assert kinds == ["Paragraph"] * 4 + ["ListItem"] * 3 + ["Paragraph"] * 2

    def test_tags_that_cannot_be_told_apart_stay_one_unsure_chip(self) -> None:
        text = HARBOUR.replace("Bergen Oslo\n", "Tags: shipping reform\n")
        assert [(tag.label, tag.unsure) for tag in read(text).tags] == [("shipping reform", True)]
        known = read(text, ("Shipping", "Reform"))
        assert [(tag.label, tag.unsure) for tag in known.tags] == [("shipping", False), ("reform", False)]

    def test_a_single_paragraph_is_a_body(self) -> None:
        article = read("Nothing but one sentence was pasted here, and it is the whole of the piece.")
        assert len(article.body) == 1

    def test_nothing_is_nothing(self) -> None:
        sorting = sort_page_copy(" \n\n\t\n")
        assert sorting.lines == ()
        assert not assembled(sorting).body

    @pytest.mark.parametrize("blob", ["x" * 300_000, "By " + "a.b-" * 60_000, "• " + "x@" * 60_000, "1. " * 60_000])
    def test_a_line_without_end_is_read_too(self, blob: str) -> None:
        assert len(read(f"{GERMAN}\n{blob}").body) >= 4

    def test_a_long_page_is_read_too(self) -> None:
        assert len(read(GERMAN * 300).body) >= 4

    def test_a_moved_line_changes_field(self) -> None:
        sorting = sort_page_copy(HARBOUR)
        at = next(number for number, line in enumerate(sorting.lines) if line.text.startswith("Back to"))
        article = assembled(move_line(sorting, at, Slot.STANDFIRST))
        assert article.standfirst.text == "Back to homepage"


PIECES = st.sampled_from([line for page in (HARBOUR, NEWS_SITE, GERMAN, WRAPPED) for line in page.split("\n")])
PAGES = st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=40).map("\n".join)


class TestAnyText:
    @given(PAGES)
    def test_no_line_is_lost_and_order_is_kept(self, text: str) -> None:
        source = "".join(text.lstrip("\ufeff").split())
        kept = "".join("".join(line.text.split()) for line in sort_page_copy(text).lines)
        assert kept == source

    @given(PAGES)
    def test_every_line_has_a_reason(self, text: str) -> None:
        assert all(line.text.strip() == line.text and line.why for line in sort_page_copy(text).lines)

    @given(PAGES)
    def test_any_text_becomes_an_article(self, text: str) -> None:
        article = read(text, ("Oslo",))
        assert len(article.headline.text) <= len(text)

    @given(PAGES, st.sampled_from(Slot), st.data())
    def test_any_line_can_be_moved_anywhere(self, text: str, slot: Slot, data: st.DataObject) -> None:
        sorting = sort_page_copy(text)
        if not sorting.lines:
            return
        at = data.draw(st.integers(0, len(sorting.lines) - 1))
        moved = move_line(sorting, at, slot)
        assert moved.lines[at].slot is slot
        assert moved.lines[at].sure
        assert [line.text for line in moved.lines] == [line.text for line in sorting.lines]
        assembled(moved)

    @given(PAGES)
    def test_reading_is_the_same_twice(self, text: str) -> None:
        assert sort_page_copy(text) == sort_page_copy(text)


class TestFirstRealInput:
    @pytest.fixture
    def text(self, samples: Path) -> str:
        return (samples / "page-copy/oilprice-karabakh.txt").read_text(encoding="utf-8")

    def test_fields(self, text: str) -> None:
        article = read(text)
        assert article.headline.text == "Azerbaijan-Armenia Peace Talks Lean West As Russia’s Role Declines"
        assert [bullet.line.text.split()[0] for bullet in article.summary] == ["Azerbaijan", "The", "Analysts"]
        assert article.summary[2].line.text.endswith("'neutrality.’")
        assert [(tag.label, tag.unsure) for tag in article.tags] == [("Azerbaijan", False), ("Armenia", False)]
        assert [person.name for person in article.byline] == ["Heydar Isayev"]
        assert article.credit.name == "Eurasianet.org"
        assert article.credit.about.startswith("Eurasianet is an independent news organization")
        assert article.access is Access.PREMIUM
        assert article.related == ()
        assert article.language == "en"
        assert (article.section, article.dateline, article.standfirst.text) == ("", "", "")

    def test_body(self, text: str) -> None:
        article = read(text)
        assert all(isinstance(leaf, Paragraph) for leaf in article.body)
        texts = body_texts(article)
        assert len(texts) == 23
        assert texts[0].startswith("Azerbaijan's government is sounding")
        assert texts[-1].endswith("Ahmadzada said.")
        blocks = [block.strip() for block in text.split("\n\n")]
        assert all(paragraph in blocks for paragraph in texts)

    def test_dropped(self, text: str) -> None:
        sorting = sort_page_copy(text)
        dropped = [flat(line) for line in sorting.dropped]
        assert sum("minutes" in line or "days" in line or "hours" in line for line in dropped) == 9
        assert dropped[9:] == [
            "More Info",
            "Premium Content",
            "More Top Reads From Oilprice.com:",
            "Download The Free Oilprice App Today",
            "Back to homepage",
            "Leave a comment",
            "Leave a comment",
            "EXXON Mobil -0.35",
            "Open57.81 Trading Vol.6.96M Previous Vol.241.7B",
            "BUY 57.15",
            "Sell 57.00",
            "Oilprice - The No. 1 Source for Oil & Energy News",
        ]

    def test_nothing_is_lost(self, text: str) -> None:
        source = [line.strip() for line in text.splitlines() if line.strip()]
        assert [line.text for line in sort_page_copy(text).lines] == source
