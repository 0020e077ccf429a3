"""What keys and acts make of Markdown; `|` is the caret, `‹` and `›` hold a selection."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.ui.acts import Act
from deskeditor.ui.editor.markdown_edits import EDITED, Edit, edit_of, press_enter, press_tab
from deskeditor.ui.editor.markdown_signs import spans_of
from tests.strategies import MANY, NASTY_TEXTS


def given_text(shown: str) -> tuple[str, int, int]:
    if "|" in shown:
        return shown.replace("|", ""), shown.index("|"), shown.index("|")
    text = shown.replace("‹", "").replace("›", "")
    return text, shown.index("‹"), shown.index("›") - 1


def shown_text(text: str, edit: Edit | None) -> str:
    assert edit is not None
    made = text[: edit.start] + edit.text + text[edit.end :]
    if edit.anchor == edit.caret:
        return f"{made[: edit.caret]}|{made[edit.caret :]}"
    return f"{made[: edit.anchor]}‹{made[edit.anchor : edit.caret]}›{made[edit.caret :]}"


@pytest.mark.parametrize(
    ("act", "before", "after"),
    [
        (Act.BOLD, "a ‹word› b", "a **‹word›** b"),
        (Act.BOLD, "a **‹word›** b", "a ‹word› b"),
        (Act.BOLD, "a ‹**word**› b", "a ‹word› b"),
        (Act.BOLD, "a wo|rd b", "a **wo|rd** b"),
        (Act.BOLD, "a **wo|rd** b", "a wo|rd b"),
        (Act.BOLD, "a | b", "a **|** b"),
        (Act.BOLD, "‹one\n\n- two›", "‹**one**\n\n- **two**›"),
        (Act.ITALIC, "‹word›", "*‹word›*"),
        (Act.ITALIC, "*‹word›*", "‹word›"),
        (Act.ITALIC, "**‹word›**", "***‹word›***"),
        (Act.SUPERSCRIPT, "m‹2›", "m<sup>‹2›</sup>"),
        (Act.SUPERSCRIPT, "m<sup>2|</sup>", "m2|"),
        (Act.CODE, "‹x = 1›", "`‹x = 1›`"),
        (Act.LINK, "‹word›", "[word](|)"),
        (Act.LINK, "a |", "a [|]()"),
        (Act.LINK, "‹https://example.org/›", "[|](https://example.org/)"),
        (Act.HEADING_2, "Wo|rds", "## Wo|rds"),
        (Act.HEADING_3, "## Wo|rds", "### Wo|rds"),
        (Act.HEADING_3, "### Wo|rds", "Wo|rds"),
        (Act.HEADING_2, "- Wo|rds", "## Wo|rds"),
        (Act.HEADING_2, "|", "## |"),
        (Act.PARAGRAPH, "## Wo|rds", "Wo|rds"),
        (Act.QUOTE, "Wo|rds", "> Wo|rds"),
        (Act.QUOTE, "> Wo|rds", "Wo|rds"),
        (Act.BULLETED_LIST, "‹one\ntwo›", "- ‹one\n- two›"),
        (Act.BULLETED_LIST, "- ‹one\n- two›", "‹one\ntwo›"),
        (Act.NUMBERED_LIST, "- ‹one\n- two›", "1. ‹one\n2. two›"),
        (Act.INDENT, "- on|e", "    - on|e"),
        (Act.OUTDENT, "    - on|e", "- on|e"),
        (Act.CODE_BLOCK, "on|e", "```\non|e\n```"),
        (Act.CLEAR_MARKS, "‹a **b** *c* <u>d</u>›", "‹a b c d›"),
        (Act.INSERT_RULE, "on|e\n\ntwo", "one\n\n* * *|\n\ntwo"),
        (Act.INSERT_FOOTNOTE, "one| two[^1]\n\n[^1]: n", "one[^2] two[^1]\n\n[^1]: n\n\n[^2]: |"),
    ],
)
def test_acts_set_and_take_away_signs(act: Act, before: str, after: str) -> None:
    text, start, end = given_text(before)
    assert shown_text(text, edit_of(act, text, start, end)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one|", "one\n|"),
        ("- one|", "- one\n- |"),
        ("- one| two", "- one\n- | two"),
        ("2. one|", "2. one\n3. |"),
        ("    - one|", "    - one\n    - |"),
        ("- one\n- |", "- one\n|"),
        ("> one|", "> one\n> |"),
        ("> one\n> |", "> one\n|"),
        ("> - one|", "> - one\n> - |"),
        ("> - |", "> |"),
        ("|- one", "\n|- one"),
        ("```\n  a|", "```\n  a\n  |"),
        ("- - -|", "- - -\n|"),
        ("**one|**", "**one\n|**"),
    ],
)
def test_enter_goes_on_with_a_list_and_ends_it(before: str, after: str) -> None:
    text, start, end = given_text(before)
    assert shown_text(text, press_enter(text, start, end)) == after


def test_tab_nests_items_and_moves_on_from_words() -> None:
    assert press_tab("words", 2, 2, back=False) is None
    assert shown_text("- one", press_tab("- one", 5, 5, back=False)) == "    - one|"
    assert shown_text("    - one", press_tab("    - one", 9, 9, back=True)) == "- one|"
    assert shown_text("```\na", press_tab("```\na", 4, 4, back=False)) == "```\n    |a"


@settings(max_examples=MANY)
@given(
    st.sampled_from(sorted(EDITED)),
    st.lists(st.sampled_from((*NASTY_TEXTS, "\n", "\n\n", "\n- ", "\n> ", "\n1. ", "words")), max_size=8).map("".join),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_no_act_loses_a_word(act: Act, text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    edit = edit_of(act, text, start, end)
    made = text[: edit.start] + edit.text + text[edit.end :]
    assert 0 <= edit.anchor <= edit.caret <= len(made)
    # Signs, tags and the numbers of lists come and go.
    letters = iter(made)
    kept = "".join(sign for sign in text if sign.isalpha()) if act is not Act.CLEAR_MARKS else ""
    assert all(sign in letters for sign in kept) or "<" in text


@given(st.sampled_from(NASTY_TEXTS), st.sampled_from(NASTY_TEXTS))
def test_spans_lie_in_their_row(one: str, other: str) -> None:
    row = f"{one}a{other}"
    for span in spans_of(row):
        assert 0 <= span.start <= span.inner_start <= span.inner_end <= span.end <= len(row)
