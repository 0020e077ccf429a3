"""Any text finds its reader, and comes out as an article with all its words."""

import dataclasses
import html
import re
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.article import Article, BylineName, Credit
from deskeditor.article.body import leaf_text
from deskeditor.errors import InputError
from deskeditor.ingest import reader
from deskeditor.ingest.files import read_file
from deskeditor.ingest.front_matter import flat, split_front_matter
from deskeditor.ingest.imported import Imported
from deskeditor.ingest.reader import looks_like_markdown, read_article, sort_text
from deskeditor.ingest.sorting import Slot, assemble, move_line
from tests.ingest.desk import AT, BASE, new_ids, tag_named
from tests.ingest.wire_twins import FRAMED, FRENCH, GERMAN, TERMINAL

PAGE = (
    "Home\nNews\nSport\nA bridge for the old town\nBy Ada Brandt\n\n"
    "The council has voted for a bridge that is to join the two halves of the old town before the end of the year.\n\n"
    "It will carry walkers and bicycles, and it will cost as much as the two ferries that it is going to replace.\n\n"
    "Leave a comment\n"
)


def read(text: str, name: str = "", known_tags: tuple[str, ...] = ()) -> Imported:
    return read_article(text, name=name, base=BASE, tag_named=tag_named, new_id=new_ids(), known_tags=known_tags)


@pytest.mark.parametrize(
    ("text", "name", "format_"),
    [
        ("---\ntitle: A\n---\nWords.", "", "markdown"),
        ("+++\ntitle = 'A'\n+++\nWords.", "", "markdown"),
        ("Words alone.", "piece.md", "markdown"),
        ("# A headline\n\nWords with a [link](https://a.example).\n", "", "markdown"),
        ("Words\n\n## Part\n\nA [link](https://a.example) and **strong** ones.\n", "", "markdown"),
        (FRAMED, "", "wire"),
        (TERMINAL, "wire.txt", "wire"),
        (PAGE, "", "page copy"),
        ("Just a sentence.", "", "page copy"),
        ("2 * 3 * 4 = 24 [sic] (see) - # 1", "", "page copy"),
    ],
)
def test_a_text_finds_its_reader(text: str, name: str, format_: str) -> None:
    imported = read(text, name)
    assert imported.format == format_
    assert (imported.sorting is None) == (format_ == "markdown")


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\x00\x00"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(InputError, match="empty"):
        read(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<!DOCTYPE html>\n<html><body>Words</body></html>", "source of a web page"),
        ("<?xml version='1.0'?>\n<html xmlns='x'>", "source of a web page"),
        ("<?xml version='1.0'?>\n<nitf/>", "XML"),
    ],
)
def test_a_page_s_source_is_not_its_text(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read(text, "page.html")


def test_a_text_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST", 10)
    with pytest.raises(InputError, match=r"“long\.txt” is longer"):
        read("more than ten", "long.txt")


def test_a_wire_becomes_an_article() -> None:
    imported = read(FRAMED)
    article = imported.article
    assert article.headline.text == "Harbour council votes to rebuild the old lighthouse"
    assert article.byline == (BylineName(name="Ada Brandt"),)
    assert article.credit == Credit(name="dpa")
    assert (article.dateline, article.slugline, article.language) == ("Kiel", "Harbour/council", "en")
    assert len(article.body) == 2
    assert "not intended for publication" in article.desk_note
    assert imported.warnings == ()
    assert imported.dropped == ("* * * *",)


def test_a_french_wire_is_french() -> None:
    assert read(FRENCH).article.language == "fr"


def test_bullets_above_a_wire_s_copy() -> None:
    lines = [bullet.line.text for bullet in read(TERMINAL).article.summary]
    assert lines == ["Law passes with 61 percent", "Farmers to pay by the cubic metre"]


def test_an_embargo_holds_to_the_minute() -> None:
    article = read(GERMAN).article
    assert article.embargo == datetime(2025, 3, 5, 5, 0, tzinfo=UTC)
    assert article.hold is None


def test_an_embargo_in_doubt_is_a_hold() -> None:
    imported = read(GERMAN.replace("06:00 MEZ", "früh"))
    assert imported.article.embargo is None
    assert imported.article.hold is not None
    assert "Sperrfrist" in imported.article.hold.why
    assert imported.article.hold.at == AT
    assert any("HOLD" in warning for warning in imported.warnings)


def test_a_withdrawn_piece_is_a_hold() -> None:
    imported = read(FRAMED.replace("EXTRA", "KILL"))
    assert imported.article.hold is not None
    assert any("withdraws" in warning for warning in imported.warnings)


def test_a_wire_cut_short_is_told() -> None:
    imported = read(FRAMED.replace(" 57  dpa", " 570  dpa"))
    assert any("570 words" in warning for warning in imported.warnings)


def test_a_line_can_be_moved_after_reading() -> None:
    imported = read(FRAMED)
    assert imported.sorting is not None
    at = next(index for index, line in enumerate(imported.sorting.lines) if line.text == "EXTRA")
    moved = move_line(imported.sorting, at, Slot.SECTION)
    assert assemble(moved, base=BASE, tag_named=tag_named, new_id=new_ids()).section == "EXTRA"


@pytest.mark.parametrize("text", [PAGE, FRAMED, TERMINAL, "A plain paragraph.\n\nAnother one.", "Menu\n* one\n* two"])
def test_ordinary_text_is_not_taken_for_markdown(text: str) -> None:
    assert not looks_like_markdown(text)


def said(imported: Imported) -> str:
    """All the words that an import kept anywhere."""
    article = imported.article
    return " ".join(
        (
            article.headline.text,
            article.standfirst.text,
            *(bullet.line.text for bullet in article.summary),
            *(leaf_text(leaf) for leaf in article.body),
            *(repr(leaf) for leaf in article.body),
            *(tag.label for tag in article.tags),
            *(person.name for person in article.byline),
            article.credit.name,
            article.credit.url,
            article.credit.about,
            article.section,
            article.dateline,
            article.slugline,
            article.description,
            article.url_slug,
            article.desk_note,
            *(f"{read.title} {read.url}" for read in article.related),
            *imported.dropped,
            *imported.warnings,
            *(line.text for line in (imported.sorting.lines if imported.sorting else ())),
        )
    )


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            "---|title: A|# Heading|By Ada Brandt|Tags: one, two|[a](b)|**b**|\x02|\x03|* point|<b>bold</b>|"
            "{{< x >}}|Share|Berlin (dpa) - Words|+++|a = 1|> quote|1. one|| a | b |||---|---||    code|```|"
            "<script>x</script>|&amp;|\ud800|\u2028|\x85|Premium Content|xqa0412 3 i 57  dpa 0188".split("|")
        ),
    ),
    min_size=1,
    max_size=25,
).map("\n".join)


@given(LINES, st.sampled_from(["", "a.md", "a.txt", "a.fr.md"]))
def test_any_text_is_read_or_refused_in_words(text: str, name: str) -> None:
    refused = ""
    try:
        imported = read(text, name, known_tags=("one",))
    except InputError as refusal:
        refused = str(refusal)
    else:
        assert dataclasses.is_dataclass(imported)
    assert not refused or refused.endswith(".")


@pytest.mark.parametrize("name", ["", "a.md"])
@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "<!---->",
        "**a",
        "a-\n",
        "x   ",
        "\n",
        "(",
        "- ",
        "> ",
        "|---",
        "\x02\x03",
        "#",
        "a/",
        "Berlin (",
        "{{",
        "`",
    ],
)
def test_hostile_repetition_is_read_in_time(unit: str, name: str) -> None:
    # The run's own time limit is the judge.
    text = f"A headline\n\n{unit * (20_000 // len(unit))}\n\nxqa0412 3 i 57  dpa 0188"
    assert said(read(text, name)) if name == "" else read(text, name)


@pytest.mark.parametrize("unit", ["a, ", "(a, ", "a-b ", "and "])
def test_hostile_fields_are_read_in_time(unit: str) -> None:
    assert read(f"---\nauthor: x {unit * 20_000}\ntags: [{unit * 5_000}]\n---\nWords").article.body


WORDS = st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=0x24F), min_size=3, max_size=9)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=12))
def test_each_word_of_a_text_is_somewhere(rows: list[str]) -> None:
    text = "\n".join(rows)
    kept = set(re.findall(r"\w+", said(read(text)).casefold()))
    assert set(re.findall(r"\w+", text.casefold())) <= kept


def test_every_real_wire_is_read_as_one(samples: Path) -> None:
    paths = [*(samples / "wire").rglob("*.txt")]
    files = [path for path in paths if "fixtures" in path.parts]
    assert len(files) == 7
    for path in files:
        imported = read(read_file(path).text, path.name)
        assert imported.format == "wire"
        assert imported.warnings == ()
        article: Article = imported.article
        assert article.headline
        assert article.body


def test_every_real_page_is_read_as_one(samples: Path) -> None:
    paths = [*(samples / "page-copy").rglob("*.txt")]
    assert len(paths) >= 90
    taken = {path.name: sort_text(read_file(path).text).format for path in paths[:3]}
    assert set(taken.values()) == {"page copy"}
    assert [path.name for path in paths if looks_like_markdown(read_file(path).text, path.name)] == []


def test_real_markdown_articles_keep_their_fields(samples: Path) -> None:
    seen = 0
    for archive in sorted((samples / "articles").glob("*.tar.xz")):
        with tarfile.open(archive) as files:
            members = [member for member in files if member.isfile() and member.name.endswith(".md")]
            for member in members[::40]:
                stream = files.extractfile(member)
                assert stream is not None
                text = stream.read().decode()
                imported = read(text, Path(member.name).name)
                kept = set(re.findall(r"[^\W_]+", said(imported).casefold()))
                for key, value in split_front_matter(text).fields:
                    words = re.findall(r"[^\W_]+", re.sub(r"<[^>]*>", " ", html.unescape(flat(value))).casefold())
                    assert key == "language" or set(words) <= kept, (member.name, key)
                seen += 1
    assert seen > 60
