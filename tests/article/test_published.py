"""What leaves the desk: no internal mark, no idle space, nothing that a page can't say."""

from itertools import groupby

from hypothesis import given, settings

from deskeditor.article.body import (
    Attribution,
    Body,
    Code,
    Embed,
    Footnote,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    body_of,
    leaf_lines,
)
from deskeditor.article.line import HARD_BREAK, INTERNAL, OBJECT, Line, Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.published import (
    published,
    published_code,
    published_line,
    published_text,
    published_with_places,
)
from tests.strategies import MANY, bodies, lines


def slowly(line: Line) -> list[tuple[str, frozenset[Mark]]]:
    """White space as HTML keeps it, told character by character."""
    kept: list[tuple[str, frozenset[Mark]]] = []
    for run in line:
        marks = frozenset(mark for mark in run.marks if mark.kind not in INTERNAL)
        if run.text == OBJECT:
            marks = frozenset(mark for mark in marks if mark.kind is not MarkKind.LINK)
        for character in run.text:
            last = kept[-1][0] if kept else HARD_BREAK
            if character in " \t":
                if last not in (" ", HARD_BREAK):
                    kept.append((" ", marks))
                continue
            if character == HARD_BREAK:
                while kept and kept[-1][0] == " ":
                    kept.pop()
                if not kept:
                    continue
            kept.append((character, marks))
    while kept and kept[-1][0] in (" ", HARD_BREAK):
        kept.pop()
    return kept


@settings(max_examples=MANY)
@given(lines(footnotes=("1", "a")))
def test_white_space_is_what_html_keeps(line: Line) -> None:
    assert [(c, run.marks) for run in published_line(line) for c in run.text] == slowly(line)


@settings(max_examples=MANY)
@given(bodies())
def test_publishing_twice_is_publishing_once(body: Body) -> None:
    once = published(body)
    assert published(once) == once
    assert body_of(once) == once


@settings(max_examples=MANY)
@given(bodies())
def test_no_note_and_no_claim_is_left(body: Body) -> None:
    runs = [run for leaf in published(body) for line in leaf_lines(leaf) for run in line]
    assert not any(run.has(kind) for run in runs for kind in INTERNAL)


@settings(max_examples=MANY)
@given(bodies())
def test_places_lead_back_to_the_leaf_it_was(body: Body) -> None:
    placed = published_with_places(body)
    indexes = [index for index, _ in placed]
    assert indexes == sorted(set(indexes))
    for index, leaf in placed:
        was = body.leaves[index]
        if isinstance(was, Paragraph | ListItem | Footnote) and isinstance(leaf, type(was)):
            words = [text for text, _ in groupby(published_line(was.line).text) if text != OBJECT]
            assert set(leaf_lines(leaf)[0].text) - {OBJECT} <= set(words)


def test_a_reference_to_an_empty_note_goes_with_it() -> None:
    reference = Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, "1")}))
    body = body_of(
        [
            Paragraph(line=line_of([Run(text="a "), reference, Run(text=" b")])),
            Footnote(label="1", line=plain_line("  ")),
        ]
    )
    assert published(body) == body_of([Paragraph(line=plain_line("a b"))])


def test_a_reference_is_a_link_of_its_own() -> None:
    link = Mark(MarkKind.LINK, "https://example.org/")
    reference = Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, "1"), link, Mark(MarkKind.STRONG)}))
    (run,) = published_line(Line((reference,)))
    assert run.marks == {Mark(MarkKind.FOOTNOTE, "1"), Mark(MarkKind.STRONG)}


def test_what_an_empty_leaf_held_together_is_mended() -> None:
    bullet = ListLevel(kind=ListKind.BULLET)
    body = body_of(
        [
            ListItem(line=plain_line(" "), path=(bullet,)),
            ListItem(line=plain_line("inner"), path=(bullet, bullet)),
            Paragraph(line=plain_line(""), quoted=True),
            Attribution(line=plain_line("Somebody")),
        ]
    )
    assert published(body) == body_of(
        [
            ListItem(line=plain_line("inner"), path=(bullet,)),
            Paragraph(line=plain_line("Somebody"), quoted=True),
        ]
    )


def test_an_embed_without_a_safe_address_is_its_words() -> None:
    body = body_of([Embed(url="javascript:alert(1)", title="A video"), Embed(url=" https://example.org/a b ")])
    assert published(body) == body_of([Paragraph(line=plain_line("A video")), Embed(url="https://example.org/a%20b")])


def test_plain_fields_and_code_lose_only_what_no_file_can_carry() -> None:
    assert published_text(" a\u2028b\n\tc\x00\u00a0 ") == "a b c\u00a0"
    assert published_code("\n\n  a\r\nb\u2028c\x00\n \n\n") == "  a\nb\nc\n "
    assert published(body_of([Code(text="\n \n")])) == body_of([])
