"""Claims of one whole state of a piece on the words of another."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.article.article import Article
from deskeditor.article.body import Align, Paragraph, Table, body_of, leaf_text
from deskeditor.article.claim_marks import with_claims_at, without_claims
from deskeditor.article.claim_words import claimed_words, copy_texts, text_at
from deskeditor.article.claims import Standing
from deskeditor.article.line import plain_line
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source
from deskeditor.factcheck.placing import with_claims_of, with_claims_placed
from tests.factcheck.anchored import BEFORE, claim_on, claims_on, piece
from tests.strategies import FEW, MANY, articles


def words_of(article: Article) -> list[str]:
    return [text for _, text in copy_texts(article)]


def marked(article: Article) -> Article:
    """The article, its second and third word of each text claimed."""
    return with_claims_placed(article, claims_on(article))


@settings(max_examples=FEW)
@given(articles(), articles())
def test_whatever_the_states_no_word_changes_and_every_claim_is_somewhere(now: Any, then: Any) -> None:
    result = with_claims_of(then, now)
    assert words_of(result) == words_of(then)
    assert without_claims(replace(result, claims=then.claims, sources=then.sources)) == without_claims(then)
    ids = {claim.id for claim in result.claims}
    assert ids == {claim.id for claim in (*now.claims, *then.claims)}
    assert len(ids) == len(result.claims)
    assert set(claimed_words(result)) <= ids
    numbers = {source.number for source in (*now.sources, *then.sources)}
    assert [source.number for source in result.sources] == sorted(numbers)


@settings(max_examples=FEW)
@given(articles())
def test_the_same_state_gives_itself(article: Any) -> None:
    known = {claim.id for claim in article.claims}
    clean = without_claims(article, lambda claim_id: claim_id not in known)
    result = with_claims_of(clean, clean)
    assert claimed_words(result) == claimed_words(clean)


def test_present_sources_win_and_removed_ones_are_back() -> None:
    then = replace(BEFORE, sources=(Source(number=1, title="Minutes"), Source(number=2, title="Call")))
    now = replace(BEFORE, sources=(Source(number=1, title="Minutes, signed"), Source(number=3, title="Page")))
    assert [one.title for one in with_claims_of(then, now).sources] == ["Minutes, signed", "Call", "Page"]


def test_a_claim_goes_with_its_words_through_a_rewritten_text() -> None:
    now = marked(BEFORE)
    then = replace(
        BEFORE,
        claims=(),
        headline=plain_line("The harbour of Hallin is to close"),
        body=body_of(
            [
                Paragraph(line=plain_line("The last ship, they say, sailed on 3 May 1974.")),
                Paragraph(line=plain_line("The council voted 15 to 8 for a night ferry.")),
            ]
        ),
    )
    result = with_claims_of(then, now)
    lying = claimed_words(result)
    found = {claim.anchor.quote: lying[claim.id].words for claim in now.claims}
    assert found == {words: words for words in ("of Hallin", "stop in", "voted against", "council voted", "last ship")}
    assert {claim.standing for claim in result.claims} == {Standing.PLACED}


def test_marks_are_laid_on_cells_and_split_runs() -> None:
    cells = [plain_line(text) for text in ("Ship", "Year", "Orre", "1974")]
    table = Table(alignments=(Align.START, Align.START), rows=(tuple(cells[:2]), tuple(cells[2:])))
    article = replace(piece("Ferries"), body=body_of([table]))
    text = leaf_text(table)
    start = text.index("1974")
    claim = claim_on(article, Place(field=Field.BODY, start=start, end=start + 4), 1)
    laid = with_claims_placed(article, [claim])
    (one,) = claimed_words(laid).values()
    assert (one.words, text_at(laid, one.places[0])) == ("1974", "1974")


@settings(max_examples=MANY)
@given(articles(), st.data())
def test_a_mark_lies_on_just_the_words_of_its_place(article: Any, data: st.DataObject) -> None:
    bare = without_claims(article)
    spots = [(place, text) for place, text in copy_texts(bare) if text]
    if not spots:
        return
    place, text = data.draw(st.sampled_from(spots))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    laid = with_claims_at(bare, {"zz": [replace(place, start=start, end=end)]})
    assert words_of(laid) == words_of(bare)
    assert without_claims(laid) == bare
    lying = claimed_words(laid)
    covered = {at for one in lying["zz"].places for at in range(one.start, one.end)} if lying else set()
    # Between two cells no mark lies.
    assert set(range(start, end)) - covered <= {at for at in range(start, end) if text[at] in "\t\n"}
    assert covered <= set(range(start, end))
