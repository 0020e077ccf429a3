"""Markdown files of many sites, and our own: each field in its place, and none lost."""

import dataclasses
import re
from datetime import UTC, datetime

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from deskeditor.article.article import Access, Article, BylineName, Credit, Publication, Related, SummaryBullet
from deskeditor.article.body import Figure, Heading, Paragraph, leaf_text
from deskeditor.article.line import plain_line
from deskeditor.article.published import published, published_line
from deskeditor.export.markdown_file import write_markdown_file
from deskeditor.ingest.imported import Imported
from deskeditor.ingest.markdown_file import has_front_matter, read_markdown_article
from deskeditor.markup.plain_text import body_text
from tests.ingest.desk import BASE, new_ids, tag_named
from tests.strategies import FEW, articles

PICTURE = f"{'ab' * 32}.png"


def read(text: str, **more: object) -> Imported:
    return read_markdown_article(text, base=BASE, tag_named=tag_named, new_id=new_ids(), **more)  # type: ignore[arg-type]


def paragraphs(article: Article) -> list[str]:
    return [leaf_text(leaf) for leaf in article.body]


HARBOUR = """---
title: "The harbour&#39;s *old* lighthouse"
deck: What the vote means
kicker: Coast
date: 2024-03-05 14:00:00 -0500
expirydate: 2030-01-01
# See all topics
topics:
  - harbour-life
  - Kiel
categories: [coast]
authors:
  - ada-brandt
  - blund
summary: The council&#39;s vote, **explained**, with a [map](https://map.example)
slug: old-lighthouse
source: Harbour Desk
source_url: https://harbour.example/vote
image: /assets/tower.png
image_alt: A tower
weight: 1
---

# The harbour's old lighthouse

First paragraph.

## A part

Second.
"""


def test_a_site_s_fields() -> None:
    imported = read(HARBOUR)
    article = imported.article
    assert article.headline.text == "The harbour's old lighthouse"
    assert article.standfirst == plain_line("What the vote means")
    assert article.summary == ()
    assert article.description == "The council's vote, explained, with a map"
    assert [tag.label for tag in article.tags] == ["harbour-life", "Kiel", "coast"]
    assert article.byline == (BylineName(name="Ada Brandt"), BylineName(name="blund"))
    assert article.credit == Credit(name="Harbour Desk", url="https://harbour.example/vote")
    assert (article.section, article.url_slug) == ("Coast", "old-lighthouse")
    assert article.publication is None
    assert article.lead_image is None
    assert article.desk_note.split("\n") == [
        "Link in the description: https://map.example",
        "Date: 2024-03-05 14:00:00 -0500",
        "Expirydate: 2030-01-01",
        "Image: /assets/tower.png",
        "Image alt: A tower",
        "Weight: 1",
    ]
    assert article.body.leaves == (
        Paragraph(line=plain_line("First paragraph.")),
        Heading(level=2, line=plain_line("A part")),
        Paragraph(line=plain_line("Second.")),
    )
    assert imported.format == "markdown"
    assert imported.dropped == ("See all topics",)
    assert imported.missing_images == ("/assets/tower.png",)
    assert len(imported.warnings) == 2


def test_a_picture_that_is_there() -> None:
    imported = read(HARBOUR, media={"/assets/tower.png": PICTURE}.get)
    assert imported.article.lead_image == Figure(media=PICTURE, alt="A tower")
    assert imported.missing_images == ()
    assert "tower" not in imported.article.desk_note


def test_a_picture_in_parts() -> None:
    text = "---\ntitle: A\nfeatured_image:\n  uid: tower.png\n  alt: A tower\n  caption: By *night*\n---\n"
    figure = read(text, media={"tower.png": PICTURE}.get).article.lead_image
    assert figure is not None
    assert (figure.alt, figure.caption.text) == ("A tower", "By night")


def test_a_summary_that_is_a_list_becomes_bullets() -> None:
    article = read("---\ntitle: A\nsummary:\n- First *point*\n- Second\ndescription: Words\n---\n").article
    assert [bullet.line.text for bullet in article.summary] == ["First point", "Second"]
    assert article.description == "Words"


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("author: Ada Brandt and Bo Lund", ["Ada Brandt", "Bo Lund"]),
        ("authors: [{name: Ada Brandt, title: Editor}]", ["Ada Brandt"]),
        ("byline: [ada-brandt]", ["ada-brandt"]),
        ("By: Ada Brandt (Kiel)", ["Ada Brandt"]),
    ],
)
def test_authors(field: str, names: list[str]) -> None:
    assert [person.name for person in read(f"---\n{field}\n---\n").article.byline] == names


def test_what_stands_beside_an_author_is_noted() -> None:
    assert "Kiel" in read("---\nauthor: Ada Brandt (Harbour Desk, Kiel)\n---\n").article.desk_note


def test_a_known_tag_is_found_by_its_short_form() -> None:
    article = read("---\ntags: [harbour-life, new-one]\n---\n", known_tags=["Harbour life"]).article
    assert [tag.label for tag in article.tags] == ["Harbour life", "new-one"]


def test_tags_in_one_line() -> None:
    assert [tag.label for tag in read("---\ntags: one, two words\n---\n").article.tags] == ["one", "two words"]


def test_equal_descriptions_are_one_and_others_are_noted() -> None:
    article = read("---\nexcerpt: The same\ndescription: The same\nsummary: Another\n---\n").article
    assert article.description == "The same"
    assert article.desk_note == "Summary: Another"


def test_an_unsafe_address_is_a_note_and_no_link() -> None:
    article = read("---\nsource: A\nsource_url: javascript:alert(1)\n---\n").article
    assert article.credit == Credit(name="A")
    assert "javascript:alert(1)" in article.desk_note


@pytest.mark.parametrize(
    ("fields", "name", "language"),
    [
        ("lang: fr_CH", "", "fr-CH"),
        ("locale: es-PR", "post.fr.md", "es-PR"),
        ("title: A", "post.ca.md", "ca"),
        ("title: A", "post.md", "en"),
        ("language: neither nor", "", "en"),
    ],
)
def test_language(fields: str, name: str, language: str) -> None:
    assert read(f"---\n{fields}\n---\n", name=name).article.language == language


def test_an_embargo_is_read_or_asked_for() -> None:
    told = read("---\nembargo: 2025-03-05T06:00:00+01:00\n---\n")
    assert told.article.embargo is not None
    assert told.article.embargo.isoformat() == "2025-03-05T05:00:00+00:00"
    doubtful = read("---\nembargo: next week\n---\n")
    assert doubtful.article.embargo is None
    assert doubtful.warnings
    assert doubtful.article.desk_note == "Embargo: next week"


@pytest.mark.parametrize("heading", ["# A *headline* #", "A *headline*\n===", "# A *headline* {#top}"])
def test_the_first_heading_is_the_headline_where_no_field_is(heading: str) -> None:
    article = read(f"\n{heading}\n\nWords.\n").article
    assert article.headline.text == "A headline"
    assert paragraphs(article) == ["Words."]


def test_another_heading_stays_in_the_body() -> None:
    article = read("---\ntitle: A\n---\n# B\n\nWords.\n").article
    assert (article.headline.text, paragraphs(article)) == ("A", ["B", "Words."])


def test_a_damaged_block_goes_to_the_desk_note() -> None:
    imported = read("---\ntitle: Good\nbad: [one,\n  two: {\n---\nWords.")
    assert imported.article.headline.text == "Good"
    assert imported.article.desk_note == "bad: [one,\ntwo: {"
    assert imported.warnings
    assert paragraphs(imported.article) == ["Words."]


def test_the_desk_note_that_is_there_stays() -> None:
    base = dataclasses.replace(BASE, desk_note="Mine")
    imported = read_markdown_article("---\nweight: 1\n---\n", base=base, tag_named=tag_named, new_id=new_ids())
    assert imported.article.desk_note == "Mine\nWeight: 1"


def test_whether_fields_open_a_text() -> None:
    assert has_front_matter(HARBOUR)
    assert not has_front_matter("Words\n---\n")


def as_read_back(article: Article) -> Article:
    """All of an article that a file carries, on the base that `read` reads into."""
    ids = new_ids()
    bullets = [line for bullet in article.summary if (line := published_line(bullet.line))]
    picture = article.lead_image
    return dataclasses.replace(
        BASE,
        headline=published_line(article.headline),
        standfirst=published_line(article.standfirst),
        summary=tuple(SummaryBullet(id=ids(), line=line) for line in bullets),
        body=published(article.body),
        tags=tuple(tag_named(tag.label) for tag in article.tags),
        byline=article.byline,
        credit=article.credit,
        section=article.section,
        dateline=article.dateline,
        slugline=article.slugline,
        language=article.language,
        access=article.access,
        related=article.related,
        lead_image=picture and dataclasses.replace(picture, caption=published_line(picture.caption)),
        search_headline=article.search_headline,
        social_headline=article.social_headline,
        description=article.description,
        url_slug=article.url_slug,
        editors_note=published_line(article.editors_note),
        usage_terms=article.usage_terms,
    )


# Shrinking a whole article takes minutes and says less than the difference does.
@settings(max_examples=2 * FEW, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(articles())
def test_our_own_files_come_back_whole(article: Article) -> None:
    """No field is changed, none is added, and the desk note is left alone; nothing is warned of or dropped."""
    imported = read(write_markdown_file(article).decode())
    assert imported.article == as_read_back(article)
    assert imported.warnings == imported.dropped == imported.missing_images == ()


def test_words_of_our_own_files_are_not_tidied() -> None:
    words = plain_line("10\u00a0% of\u2028all\u2003seats")
    article = dataclasses.replace(
        BASE,
        headline=words,
        standfirst=words,
        summary=(SummaryBullet(id=new_ids()(), line=words),),
        lead_image=Figure(media=PICTURE, caption=words),
        byline=(BylineName(name="Ada Holm"), BylineName(name="Ada Holm")),
    )
    assert read(write_markdown_file(article).decode()).article == article


def test_that_a_file_was_published_elsewhere_publishes_nothing() -> None:
    publication = Publication(at=datetime(2024, 5, 1, tzinfo=UTC), url="https://a.example/piece")
    article = dataclasses.replace(BASE, headline=plain_line("Ferry"), publication=publication)
    file = write_markdown_file(article).decode()
    assert "date: " in file
    assert "url: " in file
    assert read(file).article == dataclasses.replace(article, publication=None)
    # Fields that are not ours make it someone's file again, and a date is told.
    told = read(file.replace("---\n", "---\nweight: 1\n", 1)).article
    assert told.publication is None
    assert "Date: 2024-05-01" in told.desk_note


def test_one_of_our_own_files_in_full() -> None:
    article = dataclasses.replace(
        BASE,
        headline=plain_line("Votes: 5 * 3 < 20 & more"),
        byline=(BylineName(name="ada-brandt"),),
        credit=Credit(name="Desk", url="https://a.example", about="About &amp; <b>more</b>"),
        access=Access.PREMIUM,
        related=(Related(title="One", url="https://a.example/1"), Related(title="Two")),
        description="A *literal* &amp; plain text",
        lead_image=Figure(media=PICTURE, alt="A tower", width=640, credit="Cai Holm"),
    )
    imported = read(write_markdown_file(article).decode()).article
    assert dataclasses.replace(imported, desk_note="") == article


@given(st.text() | st.text(alphabet="#*_-+[]()<>&;:`~|\\{}%\"' \n\tab1é漢", max_size=200))
def test_any_text_is_read(text: str) -> None:
    read(text)


@given(st.text() | st.text(alphabet="#*_-+[]()<>&;:`~|\\{}%\"' \n\tab1é漢", max_size=200))
def test_any_fields_are_read(text: str) -> None:
    read(f"---\ntitle: A\n{text}\n---\n")


WORD = re.compile(r"[^\W_]+")


@given(st.lists(st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8), max_size=30))
def test_no_word_of_plain_paragraphs_is_lost(words: list[str]) -> None:
    text = "\n\n".join(" ".join(words[at : at + 5]) for at in range(0, len(words), 5))
    article = read(text).article
    assert WORD.findall(f"{article.headline.text} {body_text(article.body)}") == WORD.findall(text)
