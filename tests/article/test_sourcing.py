"""Sources from what people type, paste and drop; one that goes takes along what claims stood on in it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.claims import Anchor, Claim, ClaimKind, Evidence
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source, SourceKind, Terms, shareable
from deskeditor.article.sourcing import (
    kind_of_words,
    source_at,
    source_from_file,
    source_from_line,
    source_kept_as,
    title_of,
    with_values,
    without_source,
)


def day_in(words: str) -> str:
    return "17 July" if "17 July" in words else ""


def read(line: str) -> Source | None:
    return source_from_line(line, 1, date_in=day_in)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        (
            "https://www.example.org/news/a%20vote/?id=3",
            Source(
                number=1,
                title="example.org/news/a vote",
                kind=SourceKind.PAGE,
                url="https://www.example.org/news/a%20vote/?id=3",
            ),
        ),
        (
            "  example.org/vote ",
            Source(number=1, title="example.org/vote", kind=SourceKind.PAGE, url="https://example.org/vote"),
        ),
        (
            "Minutes of 17 July: https://example.org/minutes.",
            Source(
                number=1,
                title="Minutes of 17 July",
                kind=SourceKind.PAGE,
                url="https://example.org/minutes",
                date="17 July",
            ),
        ),
        (
            "call w/ Klaar 17 July",
            Source(number=1, title="call w/ Klaar 17 July", kind=SourceKind.CALL, person="Klaar", date="17 July"),
        ),
        (
            "Interview with Mira Aldous, 17 July",
            Source(
                number=1,
                title="Interview with Mira Aldous, 17 July",
                kind=SourceKind.INTERVIEW,
                person="Mira Aldous",
                date="17 July",
            ),
        ),
        ("minutes.pdf", Source(number=1, title="minutes.pdf", kind=SourceKind.DOCUMENT)),
        ("Klaar", Source(number=1, title="Klaar")),
        ("javascript:alert(1)", Source(number=1, title="javascript:alert(1)")),
        ("   ", None),
    ],
)
def test_a_line_is_read_as_people_mean_it(line: str, source: Source | None) -> None:
    assert read(line) == source


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Phoned the ministry", SourceKind.CALL),
        ("call about the report", SourceKind.CALL),
        ("email from the treasurer", SourceKind.MESSAGE),
        ("WhatsApp, Reed", SourceKind.MESSAGE),
        ("tape of the talk", SourceKind.RECORDING),
        ("press briefing", SourceKind.EVENT),
        ("annual report", SourceKind.DOCUMENT),
        ("звонок Клаару", SourceKind.CALL),
        ("հարցազրույց", SourceKind.INTERVIEW),
        ("my own notebook", SourceKind.OTHER),
    ],
)
def test_the_kind_is_told_by_the_words(words: str, kind: SourceKind) -> None:
    assert kind_of_words(words) is kind


@given(line=st.text(max_size=60))
def test_any_line_with_words_is_a_source(line: str) -> None:
    source = read(line)
    assert (source is None) == (not line.split())
    if source is not None:
        assert source.title.strip()
        assert source.url == "" or source.url.startswith(("http://", "https://", "HTTP", "Http"))


@pytest.mark.parametrize(
    ("media", "file_name", "title", "kind"),
    [
        ("minutes_of_may.pdf", "minutes_of_may.pdf", "minutes of may", SourceKind.DOCUMENT),
        ("a.m4a", "Klaar talk.m4a", "Klaar talk", SourceKind.RECORDING),
        ("a.eml", "Re: fares.eml", "Re: fares", SourceKind.MESSAGE),
        ("a.bin", "", "File", SourceKind.DOCUMENT),
    ],
)
def test_a_file_is_titled_by_its_name(media: str, file_name: str, title: str, kind: SourceKind) -> None:
    source = source_from_file(media, file_name, 4)
    assert (source.number, source.title, source.kind, source.media, source.file_name) == (
        4,
        title,
        kind,
        media,
        file_name,
    )


def test_a_long_address_has_a_short_title() -> None:
    words = "-".join(["word"] * 30)
    assert title_of(f"https://www.example.org/{words}/{words}/last?x=1") == "example.org/…/last"
    assert title_of("http://[broken") == "http://[broken"
    for url in (f"https://example.org/{words}", f"https://example.org/a/b/{words}/"):
        assert len(title_of(url)) <= 72
        assert title_of(url).startswith("example.org/")


def test_a_page_or_file_is_known_again() -> None:
    page = Source(number=1, title="a", url="https://www.Example.org/a/?b=1")
    file = Source(number=2, title="b", media="12ab.txt")
    known = (page, file)
    assert source_at(known, "http://example.org/a?b=1#part") is page
    assert source_at(known, "https://example.org/a") is None
    assert source_at(known, "") is None
    assert source_kept_as(known, "12ab.md") is file
    assert source_kept_as(known, "12ac.txt") is None


def test_one_that_goes_takes_its_evidence_along() -> None:
    claim = Claim(
        id="a",
        number=1,
        kind=ClaimKind.NAME,
        anchor=Anchor(quote="x", place=Place(field=Field.BODY, start=0, end=1)),
        evidence=(Evidence(source=1), Evidence(source=2, locator="p. 3")),
    )
    other = replace(claim, id="b", number=2, evidence=(Evidence(source=2),))
    sources = (Source(number=1, title="a"), Source(number=2, title="b"))
    assert without_source(sources, (claim, other), 1) == (
        sources[1:],
        (replace(claim, evidence=(Evidence(source=2, locator="p. 3"),)), other),
    )


def test_a_title_is_never_emptied() -> None:
    sources = (Source(number=1, title="a"), Source(number=2, title="b"))
    assert with_values(sources, 2, title=" ", person="Klaar") == (sources[0], replace(sources[1], person="Klaar"))
    assert with_values(sources, 2, title="c") == (sources[0], replace(sources[1], title="c"))


def test_nothing_of_one_off_the_record_may_leave() -> None:
    secret = Source(
        number=3,
        title="Deep Throat",
        kind=SourceKind.CALL,
        url="https://secret.example/x",
        archived_url="https://secret.example/y",
        media="s.pdf",
        file_name="secret.pdf",
        date="secret day",
        person="secret person",
        contact="secret contact",
        terms=Terms.OFF_RECORD,
        primary=True,
        remark="secret remark",
    )
    shown = str(shareable(secret))
    assert "secret" not in shown
    assert "Throat" not in shown
    assert shareable(replace(secret, terms=Terms.BACKGROUND)).contact == ""
