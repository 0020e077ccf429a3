"""A document is looked through block by block: what is found is what a search of each block's text finds."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from deskeditor.language.matching import Hit, Query, matcher
from deskeditor.richtext.hits import DocumentHits
from deskeditor.richtext.positions import to_utf16

PARTS = st.lists(st.sampled_from(["a", "b", "A", "é", "e\u0301", "😀", " ", "“"]), max_size=8).map("".join)
WORDS = st.sampled_from(["a", "b", "ab", "e", "😀", "a b", "x", ""])


def document_of(texts: list[str]) -> QTextDocument:
    document = QTextDocument()
    document.setPlainText("\n".join(texts))
    return document


def all_ends(texts: list[str], words: str) -> list[tuple[int, int]]:
    """Where the words lie, as Qt counts."""
    match, ends, origin = matcher(Query(text=words)), [], 0
    for text in texts:
        ends.extend((origin + to_utf16(text, hit.start), origin + to_utf16(text, hit.end)) for hit in match(text))
        origin += to_utf16(text, len(text)) + 1
    return ends


@given(st.lists(PARTS, min_size=1, max_size=100), WORDS, st.data())
def test_every_hit_is_found_from_everywhere(texts: list[str], words: str, data: st.DataObject) -> None:
    document, ends = document_of(texts), all_ends(texts, words)
    hits = DocumentHits(document, matcher(Query(text=words)), {})
    at = data.draw(st.integers(0, document.characterCount() - 1))
    after, before = hits.next_from(at), hits.previous_from(at)
    assert (after and (after.start, after.end)) == next((one for one in ends if one[0] >= at), None)
    assert (before and (before.start, before.end)) == next((one for one in reversed(ends) if one[1] <= at), None)
    assert hits.look_on(inf)
    assert hits.count() == len(ends)
    assert [(one.start, one.end) for one in hits.all()] == ends
    assert [hits.number_of(*one) for one in ends] == list(range(len(ends)))
    assert all(hits.at(*one) is not None for one in ends)
    assert hits.number_of(at, at) is None


@given(st.lists(PARTS, min_size=1, max_size=10), WORDS, st.data())
def test_within_a_part_no_other_hit_counts(texts: list[str], words: str, data: st.DataObject) -> None:
    document, known = document_of(texts), dict[str, list[Hit]]()
    first = data.draw(st.integers(0, document.characterCount() - 1))
    last = data.draw(st.integers(first, document.characterCount() - 1))
    hits = DocumentHits(document, matcher(Query(text=words)), known, within=(first, last))
    expected = [one for one in all_ends(texts, words) if first <= one[0] and one[1] <= last]
    assert [(one.start, one.end) for one in hits.all()] == expected
    # What is known of a text is known for every part of the document.
    whole = DocumentHits(document, matcher(Query(text=words)), known)
    assert [(one.start, one.end) for one in whole.all()] == all_ends(texts, words)


@pytest.mark.parametrize("keeps_undo", [True, False])
def test_hits_hold_until_the_words_are_changed(keeps_undo: bool) -> None:
    document = document_of(["a", "b"])
    document.setUndoRedoEnabled(keeps_undo)
    hits = DocumentHits(document, matcher(Query(text="a")), {})
    assert hits.holds_for(document)
    assert not hits.holds_for(document_of(["a", "b"]))
    QTextCursor(document).insertText("a")
    assert not hits.holds_for(document)
    again = DocumentHits(document, matcher(Query(text="a")), {})
    assert again.holds_for(document)
    if keeps_undo:
        document.undo()
        assert not again.holds_for(document)


def test_a_long_text_is_looked_through_in_parts() -> None:
    document = document_of(["a"] * 500 + ["b"])
    hits = DocumentHits(document, matcher(Query(text="b")), {})
    turns = 1
    while not hits.look_on(0):
        turns += 1
        assert hits.count() == 0
    assert turns > 3
    assert hits.count() == 1
    late = DocumentHits(document, matcher(Query(text="b")), {})
    with pytest.raises(TimeoutError):
        late.next_from(0, until=0)
    assert late.next_from(0) is not None
