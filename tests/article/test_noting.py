"""Where notes stand, and what makes them fit for another article."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from deskeditor.article.article import Article, copy_lines
from deskeditor.article.body import (
    Align,
    Body,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    Table,
    body_of,
    leaf_text,
)
from deskeditor.article.line import OBJECT, Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.notes import Note, NoteKind, Remark
from deskeditor.article.noting import (
    note_ids,
    noted,
    strangers,
    under_other_ids,
    with_paragraphs_back,
    with_remark,
    with_resolved,
    without_note,
)
from deskeditor.article.place import Field
from tests.strategies import FEW, MANY, articles, bodies

REMARK = Remark(author="Ada", text="Which one?")


def all_notes(article: Article) -> tuple[Note, ...]:
    ids = sorted(
        {mark.value for line in copy_lines(article) for run in line for mark in run.marks if mark.kind is MarkKind.NOTE}
    )
    return tuple(Note(id=one, thread=(REMARK,)) for one in (*ids, "zz-gone"))


@settings(max_examples=FEW)
@given(articles())
def test_each_note_is_found_at_its_words(article: Article) -> None:
    article = replace(article, notes=all_notes(article))
    found = noted(article)
    assert {one.note for one in found} == set(article.notes)
    orders = []
    for one in found:
        if one.place is None:
            continue
        place = one.place
        if place.field is Field.BODY:
            text = leaf_text(article.body.leaves[place.leaf])
        elif place.field is Field.SUMMARY:
            text = next(bullet.line.text for bullet in article.summary if bullet.id == place.bullet)
        else:
            text = getattr(article, place.field.value).text
        words = text[place.start : place.end]
        assert words
        assert OBJECT not in one.quote
        quote = " ".join(one.quote.rstrip("…").split())
        assert quote.startswith(" ".join(words.replace("\u2028", " ").replace(OBJECT, "").split())[: len(quote)])
        orders.append((place.field is Field.BODY, place.leaf if place.field is Field.BODY else 0))
    assert orders == sorted(orders)
    assert [one.place is None for one in found] == sorted(one.place is None for one in found)


@settings(max_examples=MANY // 3)
@given(bodies())
def test_renaming_changes_names_and_nothing_else(body: Body) -> None:
    names = {one: f"new-{number}" for number, one in enumerate(sorted(note_ids(body)))}
    back = {new: old for old, new in names.items()}
    there = under_other_ids(body, names)
    assert note_ids(there) == frozenset(back)
    assert under_other_ids(there, back) == body


def test_a_thread_is_answered_settled_and_removed() -> None:
    notes = (Note(id="a", thread=(REMARK,)), Note(id="b", thread=(REMARK,), resolved=True))
    answered = with_remark(notes, "b", Remark(author="Bo", text="The old one."))
    assert [remark.text for remark in answered[1].thread] == ["Which one?", "The old one."]
    assert not answered[1].resolved
    assert with_resolved(notes, "a", True)[0].resolved
    assert without_note(notes, "a") == notes[1:]


def test_a_note_of_the_same_id_but_another_beginning_is_a_stranger() -> None:
    own = (Note(id="comment-1", thread=(REMARK,)),)
    grown = Note(id="comment-1", thread=(REMARK, Remark(author="Bo", text="Yes.")))
    other = Note(id="comment-1", thread=(Remark(author="Cy", text="Other"),))
    assert strangers([grown, other], own) == (other,)


MARKED = line_of([Run(text="it ", marks=frozenset({Mark(MarkKind.NOTE, "e1")})), Run(text="froze")])
PATH = (ListLevel(kind=ListKind.BULLET),)


def paragraph(text: str, *, quoted: bool = False) -> Paragraph:
    return Paragraph(line=plain_line(text), quoted=quoted)


def item(text: str) -> ListItem:
    return ListItem(line=plain_line(text), path=PATH)


@pytest.mark.parametrize(
    ("leaves", "ahead", "back"),
    [
        ([paragraph("a"), Paragraph(line=MARKED)], True, [paragraph("b"), paragraph("c")]),
        ([Paragraph(line=MARKED)], False, [paragraph("b"), paragraph("c")]),
        ([item("a"), ListItem(line=MARKED, path=PATH)], True, [item("b"), item("c")]),
        ([paragraph("a"), ListItem(line=MARKED, path=PATH)], True, [paragraph("b"), paragraph("c")]),
        (
            [paragraph("a", quoted=True), Paragraph(line=MARKED, quoted=True)],
            True,
            [paragraph("b", quoted=True), paragraph("c", quoted=True)],
        ),
    ],
)
def test_paragraphs_come_back_as_they_stood(leaves: list[Leaf], ahead: bool, back: list[Leaf]) -> None:
    note = Note(id="e1", thread=(Remark(author="Ada", text="b\nc"),), kind=NoteKind.DELETED, ahead=ahead, whole=True)
    at = len(leaves) - 1 if ahead else len(leaves)
    body = with_paragraphs_back(body_of(leaves), note)
    assert body == body_of([*leaves[:at], *back, *leaves[at:]])


def test_no_paragraph_comes_back_into_a_cell_or_where_nothing_tells_of_it() -> None:
    note = Note(id="e1", thread=(Remark(author="Ada", text="b"),), kind=NoteKind.DELETED, whole=True)
    assert with_paragraphs_back(body_of([Table(rows=((MARKED,),), alignments=(Align.START,))]), note) is None
    assert with_paragraphs_back(body_of([paragraph("a")]), note) is None
