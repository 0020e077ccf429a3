"""Plain lines as leaves: lists only where they clearly are."""

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.body import Heading, ListItem, ListKind, Paragraph
from deskeditor.ingest.body_lines import body_from_lines, without_sign, without_signs


def told(*lines: str) -> list[str]:
    names: list[str] = []
    for leaf in body_from_lines((line, False) for line in lines):
        if isinstance(leaf, ListItem):
            level = leaf.path[0]
            names.append(f"{level.kind}{level.start if level.kind is ListKind.NUMBER else ''}: {leaf.line.text}")
        else:
            assert isinstance(leaf, Paragraph)
            names.append(leaf.line.text)
    return names


def test_a_round_sign_makes_an_item() -> None:
    assert told("• One") == ["bullet: One"]


def test_dashes_make_items_in_company_only() -> None:
    assert told("- One", "- Two") == ["bullet: One", "bullet: Two"]
    assert told("- Go away, she said.") == ["- Go away, she said."]
    assert told("* One", "- Two") == ["* One", "- Two"]


def test_numbers_make_items_where_they_count_on() -> None:
    assert told("3. Three", "4. Four", "6. Six") == ["number3: Three", "number3: Four", "6. Six"]
    assert told("1914. It began.") == ["1914. It began."]


def test_headings_part_lists() -> None:
    body = body_from_lines([("- One", False), ("Head", True), ("- Two", False)])
    assert [type(leaf) for leaf in body] == [Paragraph, Heading, Paragraph]


def test_signs_come_off() -> None:
    assert without_sign("• One") == without_sign("- One") == without_sign("– One") == "One"
    assert without_sign("One - two") == "One - two"


@given(st.lists(st.tuples(st.text(max_size=30), st.booleans()), max_size=10))
def test_any_lines_become_a_body(lines: list[tuple[str, bool]]) -> None:
    assert len(body_from_lines(lines)) <= len(lines)


def test_numbers_are_signs_where_they_count() -> None:
    assert without_signs(["1. One", "2. Two"]) == ("One", "Two")
    assert without_signs(["7. Mai ist Feiertag", "8. Mai nicht"]) == ("7. Mai ist Feiertag", "8. Mai nicht")
    assert without_signs(["1. Mai ist Feiertag"]) == ("1. Mai ist Feiertag",)
