"""What a body written anew takes over: nothing but what stood on the same words, and all of that."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.article.body import (
    Body,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    body_of,
    leaf_lines,
)
from deskeditor.article.carrying import carried, desk_marks
from deskeditor.article.line import (
    EMPTY_LINE,
    INTERNAL,
    OBJECT,
    Line,
    Mark,
    MarkKind,
    Run,
    line_of,
    map_marks,
    plain_line,
)
from deskeditor.article.published import published
from deskeditor.article.word_pairs import word_pairs
from deskeditor.markup.html_reader import read_html
from deskeditor.markup.html_writer import write_html
from deskeditor.markup.markdown_reader import read_markdown
from deskeditor.markup.markdown_writer import write_markdown
from tests.strategies import MANY, bodies

CLAIM = Mark(MarkKind.CLAIM, "c1")
OTHER = Mark(MarkKind.CLAIM, "c2")
NOTE = Mark(MarkKind.NOTE, "n1")


def line(text: str, *on: Mark) -> Line:
    """A line in which the words between brackets have the marks."""
    runs: list[Run] = []
    for number, part in enumerate(text.replace("]", "[").split("[")):
        if part:
            runs.append(Run(text=part, marks=frozenset(on) if number % 2 else frozenset()))
    return line_of(runs)


def body(*texts: str, on: tuple[Mark, ...] = (CLAIM,)) -> Body:
    return body_of(Paragraph(line=line(text, *on)) for text in texts)


def shown(given: Body, mark: Mark = CLAIM) -> list[str]:
    """The lines, the words under the mark between brackets."""
    told: list[str] = []
    for leaf in given:
        for each in leaf_lines(leaf):
            text = "".join(f"[{run.text}]" if mark in run.marks else run.text for run in each)
            told.append(text.replace("][", ""))
    return told


def plain(*texts: str) -> Body:
    return body_of(Paragraph(line=plain_line(text)) for text in texts)


@settings(max_examples=MANY)
@given(bodies())
def test_there_and_back_through_markdown_alters_nothing(before: Body) -> None:
    after = read_markdown(write_markdown(before)).body
    assert carried(before, after).body == before
    assert not carried(before, after).lost


@given(bodies())
def test_there_and_back_through_html_alters_nothing(before: Body) -> None:
    assert carried(before, read_html(write_html(before)).body).body == before


@settings(max_examples=MANY)
@given(bodies(), bodies(internal=False))
def test_what_is_said_anew_is_said(before: Body, other: Body) -> None:
    """Whatever was there before, the words are those of the new body."""
    after = published(other)
    assert published(carried(before, after).body) == after


@settings(max_examples=MANY)
@given(bodies(max_leaves=5), st.integers(0, 4), st.sampled_from(("leave out", "other words", "more words", "insert")))
def test_a_change_of_one_leaf_leaves_the_others_as_they_were(before: Body, at: int, how: str) -> None:
    after = list(published(before))
    lines = [number for number, leaf in enumerate(after) if isinstance(leaf, Paragraph) and not leaf.quoted]
    if not lines:
        return
    place = lines[at % len(lines)]
    fresh: Leaf = Paragraph(line=plain_line("zzqq1 zzqq2 zzqq3 zzqq4"))
    kept = after.copy()
    match how:
        case "leave out":
            del kept[place]
        case "other words":
            kept[place] = fresh
        case "more words":
            old = after[place]
            assert isinstance(old, Paragraph)
            kept[place] = replace(old, line=line_of([*old.line, Run(text=" zzqq1")]))
        case _:
            kept.insert(place, fresh)
    new = published(body_of(kept))
    result = carried(before, new)
    assert published(result.body) == new
    _no_mark_on(result.body, "zzqq")
    _within(before, result.body)


def _no_mark_on(body: Body, words: str) -> None:
    for leaf in body:
        for each in leaf_lines(leaf):
            for run in each:
                assert words not in run.text or not any(mark.kind in INTERNAL for mark in run.marks)


def _under(body: Body, mark: Mark) -> str:
    return "".join(
        run.text for leaf in body for each in leaf_lines(leaf) for run in each if mark in run.marks
    ).translate({ord(sign): None for sign in " \u2028"})


def _within(before: Body, after: Body) -> None:
    """No mark lies on words that were not under it: fresh ones were set apart already."""
    for mark in desk_marks(after):
        letters = iter(_under(before, mark))
        assert all(letter in letters for letter in _under(after, mark)), mark


def test_a_word_put_in_inside_a_claim_belongs_to_it_and_one_beside_it_does_not() -> None:
    before = body("The council [voted 14 to 9] on Tuesday.")
    assert shown(carried(before, plain("The council voted by 14 to 9 on Tuesday.")).body) == [
        "The council [voted by 14 to 9] on Tuesday."
    ]
    assert shown(carried(before, plain("The council voted 14 to 9 late on Tuesday.")).body) == [
        "The council [voted 14 to 9] late on Tuesday."
    ]
    assert shown(carried(before, plain("The council has voted 14 to 9 on Tuesday.")).body) == [
        "The council has [voted 14 to 9] on Tuesday."
    ]


def test_a_figure_put_right_keeps_its_claim() -> None:
    before = body("It carries [120] passengers.")
    assert shown(carried(before, plain("It carries 140 passengers.")).body) == ["It carries [140] passengers."]


def test_words_typed_over_the_edge_of_a_claim_are_not_its_own() -> None:
    before = body("The council [voted 14 to 9] on Tuesday.")
    assert shown(carried(before, plain("The council voted 14 to nil, Wednesday.")).body) == [
        "The council [voted 14 to] nil, Wednesday."
    ]


def test_a_claim_whose_words_are_gone_is_lost_and_said() -> None:
    before = body("The council [voted 14 to 9] on Tuesday.", "A second paragraph.")
    result = carried(before, plain("Rain is expected all day.", "A second paragraph."))
    assert result.lost == {CLAIM}
    assert shown(result.body) == ["Rain is expected all day.", "A second paragraph."]


def test_one_word_in_a_new_sentence_is_no_claim() -> None:
    before = body("[The council of Osk voted 14 to 9 on Tuesday].")
    result = carried(before, plain("It rains on weekdays but never on a Tuesday before Lent."))
    assert result.lost == {CLAIM}


def test_a_paragraph_that_was_split_or_joined_keeps_its_claims() -> None:
    before = body("One [claim here]. Two [more words] there.")
    assert shown(carried(before, plain("One claim here.", "Two more words there.")).body) == [
        "One [claim here].",
        "Two [more words] there.",
    ]
    split = body("One [claim here].", "Two [more words] there.")
    assert shown(carried(split, plain("One claim here. Two more words there.")).body) == [
        "One [claim here]. Two [more words] there."
    ]


def test_a_claim_split_over_two_paragraphs_stays_on_both() -> None:
    before = body("He said [it rains and it snows] in Osk.")
    assert shown(carried(before, plain("He said it rains", "and it snows in Osk.")).body) == [
        "He said [it rains]",
        "[and it snows] in Osk.",
    ]


def test_moved_paragraphs_keep_their_claims() -> None:
    before = body("First [words of it].", "Second one.", "Third, and [others of it].")
    after = plain("Third, and others of it.", "First words of it.", "Second one.")
    assert shown(carried(before, after).body) == ["Third, and [others of it].", "First [words of it].", "Second one."]


def test_words_moved_into_another_paragraph_keep_their_claim_where_they_are_the_only_ones() -> None:
    before = body("First. [The boat holds 120 people] now.", "Second, and quite long enough.")
    after = plain("First. now.", "Second, and quite long enough. The boat holds 120 people")
    assert shown(carried(before, after).body)[1] == "Second, and quite long enough. [The boat holds 120 people]"
    twice = plain("First. now.", "The boat holds 120 people, the boat. The boat holds 120 people")
    assert carried(before, twice).lost == {CLAIM} or shown(carried(before, twice).body) != shown(before)


def test_equal_paragraphs_keep_their_own_claims() -> None:
    before = body_of(
        [
            Paragraph(line=plain_line("Yes.")),
            Paragraph(line=plain_line("He paused.")),
            Paragraph(line=line("[Yes.]", CLAIM)),
            Paragraph(line=plain_line("End.")),
        ]
    )
    assert shown(carried(before, plain("He paused.", "Yes.", "End.")).body) == ["He paused.", "[Yes.]", "End."]
    assert carried(before, plain("Yes.", "He paused.", "End.")).lost == {CLAIM}


def test_a_paragraph_made_a_heading_or_an_item_or_bold_keeps_its_marks() -> None:
    before = body("The [boat leaves] at 11.", "Another.", on=(CLAIM, NOTE))
    words = plain_line("The boat leaves at 11.")
    bold = line_of(
        [Run(text="The "), Run(text="boat", marks=frozenset({Mark(MarkKind.STRONG)})), Run(text=words.text[8:])]
    )
    for leaf in (
        Heading(level=2, line=words),
        ListItem(line=words, path=(ListLevel(kind=ListKind.BULLET),)),
        Paragraph(line=bold),
    ):
        after = body_of([leaf, Paragraph(line=plain_line("Another."))])
        result = carried(before, after)
        assert shown(result.body, CLAIM) == shown(result.body, NOTE) == ["The [boat leaves] at 11.", "Another."]
        assert map_marks(leaf_lines(result.body.leaves[0])[0], INTERNAL) == leaf_lines(leaf)[0]


def test_empty_paragraphs_and_idle_space_stay_beside_what_is_unchanged() -> None:
    before = body_of(
        [
            Paragraph(line=EMPTY_LINE),
            Paragraph(line=plain_line("First  with two spaces ")),
            Paragraph(line=EMPTY_LINE),
            Paragraph(line=plain_line("Second.")),
            Paragraph(line=EMPTY_LINE),
        ]
    )
    result = carried(before, plain("First with two spaces", "Second and more.")).body
    assert [leaf_lines(leaf)[0].text for leaf in result] == ["", "First  with two spaces ", "", "Second and more."]


def test_letters_of_a_script_without_spaces_keep_their_claim() -> None:
    before = body("東京で[百二十人]が乗る。")
    assert shown(carried(before, plain("京都で百二十人が乗った。")).body) == ["京都で[百二十人]が乗った。"]


def test_a_hundred_thousand_words_are_carried_without_comparing_each_with_each() -> None:
    words = [f"w{number % 997}" for number in range(100_000)]
    texts = [" ".join(words[at : at + 100]) for at in range(0, len(words), 100)]
    before = body_of(
        Paragraph(line=line(f"Start{number} [claimed {number}] {text}", CLAIM)) for number, text in enumerate(texts)
    )
    # Every paragraph is another: all words are compared.
    after = plain(*(f"Start{number} claimed {number} {text} end." for number, text in enumerate(texts)))
    result = carried(before, after)
    assert not result.lost
    assert all(f"[claimed {number}]" in text for number, text in enumerate(shown(result.body)))


def test_places_grow_on_both_sides() -> None:
    old, new = "a b c d e f a b".split(), "b a c x e a b f".split()
    pairs = word_pairs(old, new)
    assert all(old[first] == new[second] for first, second in pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))


def test_two_claims_keep_apart() -> None:
    before = body_of(
        [
            Paragraph(
                line=line_of([Run(text="Fares ", marks=frozenset({CLAIM})), Run(text="fell", marks=frozenset({OTHER}))])
            )
        ]
    )
    result = carried(before, plain("Fares quickly fell"))
    assert shown(result.body, CLAIM) == ["[Fares ]quickly fell"]
    assert shown(result.body, OTHER) == ["Fares quickly [fell]"]


def test_words_beside_a_marked_footnote_whose_neighbour_is_gone_are_under_no_mark() -> None:
    for kind in INTERNAL:
        empty, told = (Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, label)})) for label in "12")
        marked = replace(told, marks=told.marks | {Mark(kind, "c1")})
        notes = [Footnote(label="1", line=EMPTY_LINE), Footnote(label="2", line=plain_line("As told"))]
        before = body_of([Paragraph(line=line_of([empty, marked])), *notes])
        after = body_of([Paragraph(line=line_of([told, Run(text=" more")])), notes[1]])
        _no_mark_on(carried(before, after).body, "more")
