"""Fields at the top of a file: read whole, read in part, or kept as they stand, but never lost and never fatal."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ingest.front_matter import FrontMatter, flat, split_front_matter


def fields(text: str) -> dict[str, object]:
    return dict(split_front_matter(text).fields)


def test_yaml() -> None:
    matter = split_front_matter(
        "---\ntitle: 'It''s a start'\ndate: 2024-03-05 14:00:00 -0500\nnumber: 007\nempty: ~\nflag: No\n"
        "tags:\n  - one\n  - two words\nsource: {name: A, url: 'https://a.example'}\n"
        "folded: >\n  over two\n  lines\n---\n\nBody.\n"
    )
    assert dict(matter.fields) == {
        "title": "It's a start",
        "date": "2024-03-05 14:00:00 -0500",
        "number": "007",
        "empty": None,
        "flag": "No",
        "tags": ["one", "two words"],
        "source": {"name": "A", "url": "https://a.example"},
        "folded": "over two lines\n",
    }
    assert matter.body == "\nBody.\n"
    assert matter.found
    assert not matter.fault


def test_toml() -> None:
    matter = split_front_matter(
        '+++\ntitle = "A start"\ndate = 2024-03-05T14:00:00Z\ndraft = true\n[params]\nn = 7\n+++\nB'
    )
    assert dict(matter.fields) == {
        "title": "A start",
        "date": "2024-03-05 14:00:00+00:00",
        "draft": "true",
        "params": {"n": "7"},
    }
    assert matter.body == "B"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_marks_and_blank_lines_before_the_fence(end: str) -> None:
    text = "\ufeff\n\n---\ntitle: A\n---\nBody".replace("\n", end)
    assert split_front_matter(text) == FrontMatter(fields=(("title", "A"),), body="Body", found=True)


@pytest.mark.parametrize(
    "text",
    [
        "No fields at all.",
        "",
        "---\n\nA rule above a paragraph.\n\n---\n\nAnd below it.",
        "---\ntitle: never closed\n\nBody",
        "Words first.\n---\ntitle: too late\n---\n",
    ],
)
def test_a_text_without_fields_is_all_body(text: str) -> None:
    assert split_front_matter(text) == FrontMatter(body=text)


def test_an_empty_block_is_a_block() -> None:
    assert split_front_matter("---\n---\nBody").body == "Body"


def test_comments_are_told_apart_from_words() -> None:
    matter = split_front_matter("---\n# For editors\ntitle: 'Not # one'\nweight: 1 # hidden\n---\n")
    assert matter.comments == ("For editors", "hidden")


def test_a_stray_colon_spoils_nothing() -> None:
    matter = split_front_matter("---\ntitle: First: a colon\nauthor: A. Person\nlist: [open\n---\nBody")
    assert ("title", "First: a colon") in matter.fields
    assert ("author", "A. Person") in matter.fields
    assert matter.fault
    assert matter.body == "Body"


def test_what_cannot_be_read_is_kept_as_it_stands() -> None:
    matter = split_front_matter("---\ntitle: Good\nbad: [one,\n  two: {\n---\nBody")
    assert dict(matter.fields) == {"title": "Good"}
    assert matter.unread == ("bad: [one,", "two: {")
    assert "desk note" in matter.fault


def test_damaged_toml_is_kept_as_it_stands() -> None:
    matter = split_front_matter("+++\ntitle = unquoted words\n+++\nBody")
    assert (matter.fields, matter.unread) == ((), ("title = unquoted words",))
    assert matter.fault


def test_a_tab_after_a_word() -> None:
    assert fields("---\nauthors:\n- melody\t\t\ntags:\n- a\n---\n") == {"authors": ["melody"], "tags": ["a"]}


def test_a_key_twice_loses_neither() -> None:
    assert split_front_matter("---\ntag: a\ntag: b\n---\n").fields == (("tag", "a"), ("tag", "b"))
    assert fields("---\nx: {a: 1, a: 2}\n---\n") == {"x": {"a": "1", "a+": "2"}}


def test_a_tag_of_a_program_is_words() -> None:
    assert fields("---\na: !!python/object/apply:os.system ['true']\nb: !ruby/x y\n---\n") == {"a": ["true"], "b": "y"}


def bomb() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefghi", "bcdefghij", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    return "---\n" + "\n".join(lines) + "\n---\nBody\n"


@pytest.mark.parametrize(
    "text",
    [
        bomb(),
        "---\na: &a [*a]\n---\nBody\n",
        "---\na: " + "[" * 100_000 + "\n---\nBody\n",
        "---\na: " + "{a: " * 5_000 + "\n---\nBody\n",
        "---\na:\n" + "- " * 50_000 + "x\n---\nBody\n",
        "---\n" + "".join(" " * depth + "a:\n" for depth in range(300)) + "---\nBody\n",
        "---\na: " + "x" * 300_000 + "\n---\nBody\n",
        "+++\na = " + "[" * 100_000 + "\n+++\nBody\n",
    ],
    ids=["aliases", "loop", "brackets", "braces", "dashes", "steps", "size", "toml"],
)
def test_what_no_person_writes_is_refused_and_kept(text: str) -> None:
    matter = split_front_matter(text)
    assert matter.fault
    assert matter.unread
    assert matter.body == "Body\n"


def test_values_on_one_line() -> None:
    assert flat({"a": ["b", None, "c\nd"], "e": None}) == "a: b, c d; e"


PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\u2028\u2029"), max_size=40
)
KEYS = st.from_regex(r"[a-z][a-z_]{0,10}", fullmatch=True)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=3))


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=6))
def test_what_yaml_writes_is_read_back(written: dict[str, object]) -> None:
    text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False)
    matter = split_front_matter(f"---\n{text}---\nBody")
    assert not matter.fault
    assert [key for key, _ in matter.fields] == list(written)
    assert [flat(value) for _, value in matter.fields] == [flat(value) for value in written.values()]  # type: ignore[arg-type]


@given(st.text(max_size=300) | st.text(alphabet="abc:-[]{}&*#|>'\"\n\t !%@`,?", max_size=200))
def test_no_letter_of_any_block_is_lost(inner: str) -> None:
    matter = split_front_matter(f"---\nkey: value\n{inner}\n---\nBody")
    said = " ".join(
        (*(f"{key} {flat(value)}" for key, value in matter.fields), *matter.unread, *matter.comments, matter.body)
    )
    letters = {letter for letter in inner if letter.isalpha() and letter.isascii()}
    escapes = "\\" in inner or "%" in inner or "!" in inner or "&" in inner or "*" in inner
    assert escapes or re.search(r"[|>~]|null|Null|NULL", inner) or letters <= set(said)
