"""Which words are looked up, where they stand, and what is right of them."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.language.spelling import Speller, Word, misspelled, plain_word, stands_inside, words_to_check
from tests.strategies import texts


class Known:
    """A dictionary of a few words."""

    def __init__(self, *words: str, suggested: tuple[str, ...] = ()) -> None:
        self._words = set(words)
        self._suggested = suggested

    def spell(self, word: str) -> bool:
        return word in self._words or word.lower() in self._words

    def suggest(self, word: str) -> tuple[str, ...]:
        return self._suggested


def checked(text: str) -> list[str]:
    return [word.text for word in words_to_check(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry sails.", ["The", "ferry", "sails"]),
        ("don’t and don't", ["don’t", "and", "don't"]),
        ("well-known, rock’n’roll", ["well", "known", "rock’n’roll"]),
        ("see https://example.org/a-b?c=d now", ["see", "now"]),
        ("mail ada.berg@example.org, www.example.org", ["mail"]),
        ("on example.org and gov.uk/help", ["on", "and"]),
        ("ask @adaberg about #harbour", ["ask", "about"]),
        ("(mail: ada@example.org). on example.org.", ["mail", "on"]),
        ("at p.m. in the U.S. e.g. here", ["at", "in", "the", "here"]),
        ("NATO, 3rd, covid19, snake_case, 10-km", []),
        ("Straße и корабль", ["Straße", "корабль"]),
        ("東京 harbour 서울", ["harbour"]),
        ("السفينة", ["السفينة"]),
        ("cafe\u0301 co\u00adoperate", ["cafe\u0301", "co\u00adoperate"]),
        ("😀word😀", ["word"]),
        ("'quoted' ’tis", ["quoted", "tis"]),
    ],
)
def test_the_words_that_are_looked_up(text: str, words: list[str]) -> None:
    assert checked(text) == words


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Ferry", True),
        ("the Ferry", False),
        ("Gone. Ferry", True),
        ("“Gone.” Ferry", True),
        ("“Ferry", True),
        ("Gone: “Ferry", True),
        ("Gone, Ferry", False),
        ("Gone.\u2028Ferry", True),
    ],
)
def test_where_a_sentence_begins(text: str, begins: bool) -> None:
    assert next(word for word in words_to_check(text) if word.text == "Ferry").begins is begins


def test_a_capital_inside_a_sentence_is_a_name() -> None:
    speller = Speller([Known("said", "at", "noon")])
    assert misspelled("at noon Okoro said", speller.is_right) == []
    assert [word.text for word in misspelled("Okoro said at nooon", speller.is_right)] == ["Okoro", "nooon"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("at noon Okoro said", True),
        ("Okoro said", False),
        ("Gone. Okoro said\u2029Okoro", False),
        ("the Okoros and the oOkoro and Okoro\u0301", False),
        ("Okoro. Ada Okoro\u2019s ferry", True),
        ("noon\ufdd0Okoro\ufdd1", False),
    ],
)
def test_whether_a_name_stands_inside_a_sentence(text: str, inside: bool) -> None:
    assert stands_inside(text, "Okoro") is inside


def test_a_name_is_one_where_a_sentence_begins_too() -> None:
    speller = Speller([Known("said")], is_name=lambda word: word == "Okoro")
    assert misspelled("Okoro said. Okoro’s said", speller.is_right) == []
    assert [word.text for word in misspelled("Okroo said. okoro", speller.is_right)] == ["Okroo", "okoro"]


def test_words_of_the_desk_and_of_any_language_are_right() -> None:
    speller = Speller([Known("harbour"), Known("hafen")], known=["Okoro", "livestream"])
    text = "Okoro’s livestream: Livestream, harbour, hafen, haven"
    assert [word.text for word in misspelled(text, speller.is_right)] == ["haven"]


def test_words_of_another_script_are_left_alone() -> None:
    speller = Speller([Known("harbour")], languages=["en-GB"])
    assert [word.text for word in misspelled("harbour гавань مرفأ λιμάνι haven", speller.is_right)] == ["haven"]
    speller = Speller([Known("гавань")], languages=["ru"])
    assert [word.text for word in misspelled("гавань гаваннь harbour", speller.is_right)] == ["гаваннь"]


def test_without_a_dictionary_nothing_is_wrong() -> None:
    assert misspelled("xyzzy", Speller([]).is_right) == []


def test_composed_or_not_and_curly_or_not_a_word_is_the_same() -> None:
    speller = Speller([Known("café", "don't", "cooperate")])
    assert misspelled("cafe\u0301 don’t co\u00adoperate café don't", speller.is_right) == []


def test_suggestions_have_the_words_own_apostrophe() -> None:
    speller = Speller([Known(suggested=("don't", "dont"))])
    assert speller.suggestions("don’tt") == ("don’t", "dont")
    assert speller.suggestions("don'tt") == ("don't", "dont")


def test_of_several_languages_each_has_its_turn() -> None:
    speller = Speller([Known(suggested=tuple("abcdefgh")), Known(suggested=("x", "b", "y"))])
    assert speller.suggestions("hh") == ("a", "x", "b", "c", "y", "d", "e")


def test_words_of_the_desk_are_suggested_first() -> None:
    speller = Speller([Known(suggested=("Ochre",))], known=["Okoro", "Okoros", "Marlow", "Łódź", "oak"])
    assert speller.suggestions("Okroo") == ("Okoro", "Ochre")
    assert speller.suggestions("Lodz") == ("Łódź", "Ochre")
    assert speller.suggestions("okoro")[0] == "Okoro"
    assert speller.suggestions("wholly") == ("Ochre",)


@given(st.text(max_size=8), st.sets(st.text(max_size=8), max_size=6))
def test_suggestions_are_few_and_each_another_word(word: str, known: set[str]) -> None:
    found = Speller([Known(suggested=("Ochre", plain_word(word)))], known=known).suggestions(word)
    assert len(found) == len(set(found)) <= 7
    assert word not in found


@given(texts())
def test_words_stand_where_they_say_and_never_overlap(text: str) -> None:
    words = list(words_to_check(text))
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert all(not unicodedata.combining(text[word.end : word.end + 1] or " ") for word in words)


@given(st.text(max_size=12))
def test_a_plain_word_is_plain_already(text: str) -> None:
    assert plain_word(plain_word(text)) == plain_word(text)


@given(st.text(min_size=1, max_size=12), st.booleans())
def test_whatever_a_word_is_something_is_said_of_it(text: str, begins: bool) -> None:
    Speller([Known("a")]).is_right(Word(text=text, start=0, end=len(text), begins=begins))


class Narrow(Known):
    """A dictionary whose encoding lacks most letters, as Hunspell's English one does."""

    def spell(self, word: str) -> bool:
        return super().spell(word.encode("latin-1").decode("latin-1"))

    def suggest(self, word: str) -> tuple[str, ...]:
        word.encode("latin-1")
        return super().suggest(word)


def test_letters_that_a_dictionary_lacks_are_no_fault() -> None:
    speller = Speller([Narrow("harbour", suggested=("harbour",))])
    assert [word.text for word in misspelled("şəhər harbour", speller.is_right)] == ["şəhər"]
    assert speller.suggestions("şəhər") == ()


@pytest.mark.parametrize("word", ["iPhone", "eBay", "McAlister", "O’Neill", "d’Artagnan", "OSCE’s", "NGOs", "MPs"])
def test_letters_tell_a_name_even_where_a_sentence_begins(word: str) -> None:
    assert misspelled(f"{word} harbour", Speller([Known("harbour")]).is_right) == []


@pytest.mark.parametrize("text", ["\ufffcNooon", "Noon.\ufffc Nooon", "(Noon.) Nooon"])
def test_objects_and_brackets_are_no_words_before(text: str) -> None:
    assert [word.text for word in misspelled(text, Speller([Known("noon")]).is_right)] == ["Nooon"]


@pytest.mark.parametrize("part", ["a.", "a-", "ab-", "a+", ".", "a:", "_a", "a'", "a1-"])
def test_a_row_without_end_is_looked_through_once(part: str) -> None:
    # Quadratic, each of these takes minutes, and the test's time runs out.
    assert len(list(words_to_check(part * 200_000))) <= 200_000


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("the pre-war and co‑chair", []),
        ("Pre-war harbour", []),
        ("the néo-war", []),
        ("warr-war, war-warr", ["warr", "warr"]),
        ("the pre war", ["pre"]),
        ("war-pre", ["pre"]),
        ("the al-Azraq war", []),
        ("the alll-Azraq war", ["alll"]),
        ("the al-war", ["al"]),
        ("the Jong-un war", []),
        ("Jong-un", ["Jong"]),
        ("the War-un", ["un"]),
        ("Pre-un", ["un"]),
        ("the ab-cd war", []),
        ("the ab‑cd war", []),
        ("the ab-xx war", ["ab", "xx"]),
        ("-war- pre-", []),
    ],
)
def test_what_hyphens_join(text: str, wrong: list[str]) -> None:
    speller = Speller([Known("the", "and", "chair", "war", "harbour", "ab-cd")])
    assert [word.text for word in misspelled(text, speller.is_right)] == wrong


def test_english_may_leave_accents_away_and_others_may_not() -> None:
    words = Known("naive", "café")
    assert misspelled("naïve Naïve nai\u0308ve café", Speller([words], languages=["en-GB"]).is_right) == []
    in_english = misspelled("cafe", Speller([words], languages=["en-GB"]).is_right)
    in_french = misspelled("naïve", Speller([words], languages=["fr"]).is_right)
    assert [word.text for word in (*in_english, *in_french)] == ["cafe", "naïve"]


def test_where_nouns_have_capitals_a_capital_tells_nothing() -> None:
    text = "das Haus und das Hauss"
    words = Known("das", "und", "haus")
    assert misspelled(text, Speller([words], languages=["fr"]).is_right) == []
    assert [word.text for word in misspelled(text, Speller([words], languages=["de-AT"]).is_right)] == ["Hauss"]


@given(st.text(alphabet="aB-\u2011'. é\u0301", max_size=40))
def test_what_is_joined_stands_beside_the_word(text: str) -> None:
    for word in words_to_check(text):
        assert text[: word.start].endswith(word.before)
        assert text[word.end :].startswith(word.after)
        assert bool(word.before) == (text[word.start - 1 : word.start] in ("-", "\u2011"))
