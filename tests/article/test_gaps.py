"""What goes along with words that are taken out: spaces, signs and empty marks, and nothing else."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deskeditor.article.gaps import mended

TEXT = st.text(alphabet="aB 9.,;:!?“”()—\u00a0\u2028é", max_size=12)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The council voted [14 to 9] for a ferry.", "The council voted for a ferry."),
        ("It voted for a ferry[ last night].", "It voted for a ferry."),
        ("It voted for a ferry [last night].", "It voted for a ferry."),
        ("[Last night] it voted.", "it voted."),
        ("[However], it voted.", "it voted."),
        ("Yes. [However], it voted.", "Yes. it voted."),
        ("Mira Aldous, [the leader], said so.", "Mira Aldous, said so."),
        ("Mira Aldous, [the leader].", "Mira Aldous."),
        ("Mira Aldous, [the leader]", "Mira Aldous"),
        ("In the U.S. [military], it is so.", "In the U.S., it is so."),
        ("One. [Two]. Three.", "One. Three."),
        ("One. [Two.] Three.", "One. Three."),
        ("“One.” [Two]. Three.", "“One.” Three."),
        ("She said “[never]” to it.", "She said to it."),
        ("The ferry (120 [small] seats) left.", "The ferry (120 seats) left."),
        ("The ferry ([120 seats]) left.", "The ferry left."),
        ("The ferry — [a new one] — left.", "The ferry — left."),
        ("Il a dit [oui] : jamais.", "Il a dit : jamais."),
        ("One\u2028[two]\u2028three", "One\u2028\u2028three"),
        ("“[Well], never,” she said.", "“never,” she said."),
        ("[All of it.]", ""),
        ("[All of it].", ""),
        ("So[...] it", "So it"),
        ("It told of [Osk]’s support.", "It told of support."),
        ("“[Osk]’s support”", "“support”"),
    ],
)
def test_words_that_go_leave_no_gap(text: str, left: str) -> None:
    before, _, rest = text.partition("[")
    gone, _, after = rest.partition("]")
    assert "".join(mended(before, after, gone)) == left


@given(before=TEXT, after=TEXT, gone=TEXT)
def test_no_letter_and_no_digit_goes_along(before: str, after: str, gone: str) -> None:
    left, right = mended(before, after, gone)
    assert before.startswith(left)
    assert after.endswith(right)
    assert not any(sign.isalnum() for sign in before[len(left) :] + after[: len(after) - len(right)])


@given(before=TEXT, after=TEXT, gone=TEXT)
def test_no_two_spaces_meet_and_none_stands_before_a_full_stop(before: str, after: str, gone: str) -> None:
    assume("..." not in after)
    left, right = mended(before.rstrip("\u00a0"), after.lstrip("\u00a0"), gone)
    assert not (left.endswith(" ") and right[:1] in (" ", ".", ",", ";"))
