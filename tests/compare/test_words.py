"""Two texts compared word by word."""

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.compare.words import Kind, Part, compared
from tests.compare.states import sentences
from tests.strategies import texts


def _told(before: str, after: str) -> str:
    signs = {Kind.SAME: "{}", Kind.GONE: "[-{}-]", Kind.NEW: "[+{}+]"}
    return "".join(signs[part.kind].format(part.text) for part in compared(before, after))


@given(st.one_of(texts(), sentences(), st.text()), st.one_of(texts(), sentences(), st.text()))
def test_the_parts_rebuild_both_texts(before: str, after: str) -> None:
    parts = compared(before, after)
    assert "".join(part.text for part in parts if part.kind is not Kind.NEW) == before
    assert "".join(part.text for part in parts if part.kind is not Kind.GONE) == after
    assert all(part.text for part in parts)


@given(st.one_of(texts(), sentences()))
def test_a_text_compared_with_itself_is_one_part(text: str) -> None:
    assert compared(text, text) == ((Part(text=text, kind=Kind.SAME),) if text else ())


def test_only_the_words_that_changed_are_told() -> None:
    before = "The council voted 14 to 9 for a night ferry."
    after = "The council voted 15 to 9 late on Tuesday for a ferry."
    told = "The council voted [-14-][+15+] to 9 [+late on Tuesday +]for a [-night -]ferry."
    assert _told(before, after) == told
