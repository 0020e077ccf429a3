"""Words put in the place of a claim's: they read as wanted, and what stays keeps all that lies on it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from deskeditor.article.article import new_article
from deskeditor.article.body import (
    Align,
    Body,
    Figure,
    Footnote,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    Table,
    body_of,
)
from deskeditor.article.claim_words import claimed_words, text_at
from deskeditor.article.line import OBJECT, Line, Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.place import Place
from deskeditor.markup.plain_text import body_text
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.richtext.places import place_to_cursor
from deskeditor.richtext.rewording import Written, cut_out, reword
from tests.article.test_claim_progress import NOON

CLAIM = Mark(MarkKind.CLAIM, "c1")
OTHER = Mark(MarkKind.CLAIM, "c2")
BOLD = Mark(MarkKind.STRONG)
WORDS = st.lists(st.sampled_from(["Ada", "voted", "14", "to", "9", "for", "a", "ferry", "“yes”", "🚢"]), max_size=9)


def run(text: str, *marks: Mark) -> Run:
    return Run(text=text, marks=frozenset(marks))


def loaded(*leaves: Leaf) -> QTextDocument:
    document = QTextDocument()
    load_body(document, body_of(leaves))
    document.setUndoRedoEnabled(True)
    return document


def claims_of(body: Body) -> dict[str, tuple[Place, ...]]:
    article = replace(new_article(uuid4(), NOON), body=body)
    return {name: found.places for name, found in claimed_words(article).items()}


def words_of(body: Body, mark: Mark) -> str | None:
    found = claimed_words(replace(new_article(uuid4(), NOON), body=body)).get(mark.value)
    return found.words if found is not None else None


def parts_of(document: QTextDocument) -> Sequence[Written]:
    body = read_body(document)
    article = replace(new_article(uuid4(), NOON), body=body)
    return [
        Written(
            document=document,
            start=place_to_cursor(document, place).selectionStart(),
            text=text_at(article, place),
        )
        for place in claims_of(body)[CLAIM.value]
    ]


@given(
    before=st.lists(WORDS.map(" ".join), min_size=1, max_size=4), wording=WORDS.map(" ".join), looks=st.integers(0, 15)
)
def test_the_words_read_as_wanted_and_one_step_takes_them_back(before: list[str], wording: str, looks: int) -> None:
    assume(wording and any(before))
    runs = [run(text, CLAIM, *((BOLD,) if looks >> at & 1 else ())) for at, text in enumerate(before) if text]
    document = loaded(Paragraph(line=line_of([run("So it is: "), *runs, run(". More.")])))
    was = read_body(document)
    reword(parts_of(document), wording, CLAIM)
    body = read_body(document)
    assert words_of(body, CLAIM) == wording
    assert body_text(body) == f"So it is: {wording}. More."
    if body != was:
        document.undo()
    assert read_body(document) == was
    assert not document.isUndoAvailable()


def test_what_stays_keeps_its_look_its_claims_and_its_footnote() -> None:
    line = line_of(
        [
            run("The ", CLAIM),
            run("council", CLAIM, BOLD),
            run(" voted ", CLAIM),
            run("14 to 9", CLAIM, OTHER),
            run(OBJECT, CLAIM, Mark(MarkKind.FOOTNOTE, "1")),
            run(" for a ferry", CLAIM),
            run("."),
        ]
    )
    document = loaded(Paragraph(line=line), Footnote(label="1", line=plain_line("Minutes")))
    reword(parts_of(document), "The harbour council voted 13 to 9 for one ferry", CLAIM)
    body = read_body(document)
    assert words_of(body, OTHER) == "13 to 9"
    assert (words_of(body, CLAIM) or "").replace(OBJECT, "") == "The harbour council voted 13 to 9 for one ferry"
    assert isinstance(body.leaves[-1], Footnote)
    assert run("council", CLAIM, BOLD) in body.leaves[0].line.runs  # type: ignore[union-attr]


def test_a_claim_of_several_stretches_is_reworded_where_it_stands() -> None:
    line = line_of([run("It "), run("voted 14", CLAIM), run(" loudly "), run("to 9", CLAIM), run(".")])
    document = loaded(Paragraph(line=line))
    reword(parts_of(document), "voted 13\nto 10", CLAIM)
    assert body_text(read_body(document)) == "It voted 13 loudly to 10."


def test_a_stretch_that_a_wording_leaves_out_leaves_no_gap() -> None:
    line = line_of([run("It "), run("voted 14", CLAIM), run(" loudly "), run("to 9", CLAIM), run(".")])
    document = loaded(Paragraph(line=line), Paragraph(line=line_of([run("So it is.", CLAIM)])))
    was = read_body(document)
    reword(parts_of(document), "voted 13", CLAIM)
    assert body_text(read_body(document)) == "It voted 13 loudly."
    assert len(read_body(document)) == 1
    document.undo()
    assert read_body(document) == was


def test_words_that_go_take_the_leaf_along_and_leave_the_others() -> None:
    item = (ListLevel(kind=ListKind.BULLET),)
    document = loaded(
        Paragraph(line=plain_line("One")),
        ListItem(line=line_of([run("Two", CLAIM)]), path=item),
        ListItem(line=plain_line("Three"), path=item),
        Figure(media="a.png", caption=line_of([run("A boat, "), run("in May", CLAIM), run(".")])),
        Table(
            rows=((line_of([run("Four", CLAIM)]), plain_line("five")),),
            header=False,
            alignments=(Align.START, Align.START),
        ),
    )
    was = read_body(document)
    cut_out(parts_of(document))
    body = read_body(document)
    assert [type(leaf) for leaf in body] == [Paragraph, ListItem, Figure, Table]
    assert body.leaves[2].caption == plain_line("A boat.")  # type: ignore[union-attr]
    assert body.leaves[3].rows == ((Line(), plain_line("five")),)  # type: ignore[union-attr]
    document.undo()
    assert read_body(document) == was


def test_a_caption_loses_its_first_words_and_keeps_its_picture() -> None:
    document = loaded(Figure(media="a.png", caption=line_of([run("In May", CLAIM), run(", a boat leaves.")])))
    cut_out(parts_of(document))
    (figure,) = read_body(document)
    assert isinstance(figure, Figure)
    assert (figure.media, figure.caption) == ("a.png", plain_line("a boat leaves."))
