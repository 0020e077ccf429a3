"""What typed signs become, by language and by what stands before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.language.typography import NARROW, ordinal_or_fraction, signs_of, typographic
from tests.strategies import texts


def typed(text: str, language: str = "en") -> str:
    """The text as it stands once each character was typed, with smart signs on."""
    now = ""
    for character in text:
        now += character
        found = typographic(now, language)
        if found is not None:
            now = now[: len(now) - found.removed] + found.text
    return now


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("en", '"Yes," he said.', "“Yes,” he said."),
        ("en", "\"'Yes,' she said.\"", "“‘Yes,’ she said.”"),
        ("en", 'He--"ah"--went (the "old" one)', "He—“ah”—went (the “old” one)"),
        ("en", "don't, the boys' boat", "don’t, the boys’ boat"),
        ("en", "in the '90s, 'tis so, rock 'n' roll", "in the ’90s, ’tis so, rock ’n’ roll"),
        ("en", "wait... no -- yes", "wait… no — yes"),
        ("en-GB", "no -- yes", "no – yes"),
        ("en", "6' 2\" tall", "6' 2\" tall"),
        ("en", 'in "1984"', "in “1984”"),
        ("en", '"a" "b"', "“a” “b”"),
        ("en", "see https://example.org/o'a--b", "see https://example.org/o'a--b"),
        ("en", 'the page "https://example.org/" says', "the page “https://example.org/” says"),
        ("en", '"I never--" he began', "“I never—” he began"),
        ("en", "run it --force now", "run it --force now"),
        ("en", 'type `print("x")` or "y"', 'type `print("x")` or “y”'),
        ("en", 'a note\ufffc" and "a note\ufffc"', "a note\ufffc” and “a note\ufffc”"),
        ("en", "the 1990's boom", "the 1990’s boom"),
        ("en", '"He is 5\'10" tall"', "“He is 5'10\" tall”"),
        ("de", "'Wie geht's'", "‚Wie geht’s‘"),
        ("ja", '彼は"はい"と言った', "彼は「はい」と言った"),
        ("zh", '他说"是"了', "他说“是”了"),
        ("zh-Hant", '他說"是"了', "他說「是」了"),
        ("ar", 'قال "نعم" ثم', "قال ”نعم“ ثم"),
        ("he", 'הוא אמר "כן" אז', "הוא אמר ”כן” אז"),
        ("es", '"Sí"', "“Sí”"),
        ("nl", '"Ja"', "“Ja”"),
        ("hy", '"Այո"', "«Այո»"),
        ("az", '"hə" və', "“hə” və"),
        ("fr-CH", '"Oui"', "«Oui»"),
        ("en", "--", "--"),
        ("en", "a --- b", "a --- b"),
        ("de", '"Ja", sagte er, "das \'alte\' Boot -- so"', "„Ja“, sagte er, „das ‚alte‘ Boot – so“"),
        ("fr", '"Oui"', f"«{NARROW}Oui{NARROW}»"),
        ("fr", "l'eau", "l’eau"),
        ("ru", "\"Да\" -- 'нет'", "«Да» — „нет“"),
        ("sv", '"Ja"', "”Ja”"),
        ("pl", '"Tak"', "„Tak”"),
        ("ja", '"はい"', "「はい」"),
        ("xx", '"a"', "“a”"),
        ("de-AT", '"a"', "„a“"),
    ],
)
def test_signs_as_a_language_writes_them(language: str, text: str, written: str) -> None:
    assert typed(text, language) == written


def with_ordinals(text: str) -> str:
    now = ""
    for character in text:
        now += character
        found = ordinal_or_fraction(now)
        if found is not None:
            now = now[: len(now) - found.removed] + found.text
    return now


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1/2 a cup, 3/4.", "½ a cup, ¾."),
        ("11/12 and 1/2/3 ", "11/12 and 1/2/3 "),
        ("4.1/2 ", "4.1/2 "),
    ],
)
def test_fractions(text: str, written: str) -> None:
    assert with_ordinals(text) == written


@pytest.mark.parametrize("text", ["1st ", "22nd,", "3rd.", "4th ", "11th ", "112th ", "20th)"])
def test_ordinals_are_raised(text: str) -> None:
    found = ordinal_or_fraction(text)
    assert found is not None
    assert (found.text, found.raised, found.kept) == (text[-3:], 2, 1)


@pytest.mark.parametrize("text", ["2st ", "11st ", "12nd ", "a1st ", "1st", "21th ", "first "])
def test_what_is_no_ordinal_stays(text: str) -> None:
    assert ordinal_or_fraction(text) is None


@given(texts(), st.sampled_from(("en", "de", "fr", "ja", "ar")))
def test_a_replacement_takes_what_is_there_and_no_more(text: str, language: str) -> None:
    found = typographic(text, language)
    if found is not None:
        assert 0 < found.removed <= len(text)
        assert found.text


@given(st.text(alphabet="ab \"'(", max_size=20), st.sampled_from(("en", "de", "fr", "ru")))
def test_no_straight_quotation_mark_is_left_beside_letters(text: str, language: str) -> None:
    assert '"' not in typed(text, language)
    assert signs_of(language).outer[0]
