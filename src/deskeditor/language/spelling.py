"""Spelling: which words of a text are looked up, and what is right of them."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final, Protocol

from deskeditor.language.folding import fold

MOST_SUGGESTED: Final = 7
_LONGEST_WORD: Final = 60
_APOSTROPHES: Final = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u00ad": None, "\u200b": None})
_ENDS: Final = frozenset(".!?:…\u2028\u0964؟۔。！？")
_UNSEEN_BEFORE: Final = "\"'“”„‘’«»‹›([{*)]}—–- \u00a0\u2009\u202f\t\ufffc"


_SCRIPTS: Final = MappingProxyType(
    {
        **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "CYRILLIC"),
        **dict.fromkeys(("ar", "ckb", "fa", "ps", "ur"), "ARABIC"),
        **dict.fromkeys(("he", "yi"), "HEBREW"),
        **dict.fromkeys(("hi", "mr", "ne"), "DEVANAGARI"),
        **{"el": "GREEK", "hy": "ARMENIAN", "ka": "GEORGIAN", "bn": "BENGALI", "ta": "TAMIL", "te": "TELUGU"},
    }
)
"""The script that each language is written in, where it is not the Latin one."""


class Dictionary(Protocol):
    """What a dictionary of one language answers."""

    def spell(self, word: str) -> bool:
        """Whether the word is right."""
        ...

    def suggest(self, word: str) -> Sequence[str]:
        """What may be meant by it, the best first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that is looked up: its place in the text, in code points; `begins` says that it begins a sentence."""

    text: str
    start: int
    end: int
    begins: bool


def words_to_check(text: str) -> Iterator[Word]:
    """Yield the words of a text that a dictionary may know.

    Addresses, handles, words with digits, words all in capitals and scripts without spaces are left out.
    """
    for found in _pattern().finditer(text):
        word = found.group("word")
        if word and 1 < len(word) <= _LONGEST_WORD and not word.isupper():
            yield Word(text=word, start=found.start("word"), end=found.end("word"), begins=_begins(text, found.start()))


@cache
def _pattern() -> Any:
    # Imported here: it knows the marks that belong to letters, which `re` does not, and few texts need it at start.
    import regex

    return regex.compile(
        # Each run is tried at its beginning and once: a row of ten thousand dots must not take a minute.
        r"(?:(?<![a-z0-9+.\-])[a-z][a-z0-9+.\-]*+://|www\.)\S++|(?<![\w.+\-])[\w.+\-]++@[\w\-]++(?:\.[\w\-]++)++"
        r"|[@#][\w\-]++|(?<![\w.\-])(?:[\w\-]++\.(?=[\w\-]))++"
        r"(?:com|org|net|edu|gov|int|info|io|eu|uk|de|fr|es|it|news)\b(?:/\S*+)?"
        r"|(?<![\w\-])(?:[^\W\d]|-)*+\d[\w\-]*+|(?<!\w)[^\W_]*+_\w*+"
        r"|[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}]++"
        r"|(?P<word>\p{L}[\p{L}\p{M}\u00ad\u200c\u200d]*+(?:['\u2019\u02bc]\p{L}[\p{L}\p{M}\u00ad]*+)*+)",
        regex.IGNORECASE,
    )


def _begins(text: str, start: int) -> bool:
    before = text[max(start - 12, 0) : start].rstrip(_UNSEEN_BEFORE)
    return (not before and start <= 12) or (bool(before) and before[-1] in _ENDS)


def plain_word(word: str) -> str:
    """The word as dictionaries write it: composed, its apostrophes straight, without what nobody sees."""
    return unicodedata.normalize("NFC", word.translate(_APOSTROPHES))


class Speller:
    """Looks words up in several dictionaries and word lists at once: right is what one of them knows.

    What was looked up is remembered; a speller of other lists is another one.
    """

    def __init__(
        self, dictionaries: Sequence[Dictionary], known: Collection[str] = (), languages: Iterable[str] = ()
    ) -> None:
        """`known` are words of the desk, right in any case of their letters if they are written small.

        `languages` are those of the dictionaries: words in the letters of another script are left alone.
        """
        self._scripts = frozenset(_SCRIPTS.get(language.split("-")[0].lower(), "LATIN") for language in languages)
        self._dictionaries = tuple(dictionaries)
        self._known = frozenset(plain_word(word) for word in known)
        self._right: dict[tuple[str, bool], bool] = {}

    def is_right(self, word: Word) -> bool:
        """Whether nothing is to be said of the word: a capital inside a sentence is taken for a name's."""
        key = (word.text, word.begins)
        answer = self._right.get(key)
        if answer is None:
            answer = self._right[key] = (
                not self._dictionaries
                or self._is_of_another_script(word.text)
                or self._look_up(plain_word(word.text), word.begins)
            )
        return answer

    def _is_of_another_script(self, word: str) -> bool:
        return bool(self._scripts) and unicodedata.name(word[0], "").split(" ")[0] not in self._scripts

    def _look_up(self, word: str, begins: bool) -> bool:
        if self._knows(word):
            return True
        stem = word.removesuffix("'s").removesuffix("'")
        if stem != word and self._knows(stem):
            return True
        return _is_formed_like_a_name(stem) or (word[:1].isupper() and not begins)

    def _knows(self, word: str) -> bool:
        if word in self._known or word.lower() in self._known:
            return True
        return any(_spell(dictionary, word) for dictionary in self._dictionaries)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may be meant by a word: few, the best first, with the word's own kind of apostrophe."""
        plain = plain_word(word)
        near = {fold(one): one for one in self._known if fold(one) == fold(plain)}
        found: dict[str, None] = dict.fromkeys(near.values())
        for dictionary in self._dictionaries:
            for one in _suggest(dictionary, plain):
                found.setdefault(one if "'" not in one or "\u2019" not in word else one.replace("'", "\u2019"))
        return tuple(found)[:MOST_SUGGESTED]


def _is_formed_like_a_name(word: str) -> bool:
    """Whether letters alone tell: `iPhone`, `McAlister`, `d'Artagnan`, `OSCE` before an s, `NGOs`."""
    if any(a.islower() and b.isupper() for a, b in pairwise(word)):
        return True
    capitals = word.removesuffix("s")
    return (len(capitals) > 1 and capitals.isupper()) or any(part[:1].isupper() for part in word.split("'")[1:])


def _spell(dictionary: Dictionary, word: str) -> bool:
    try:
        return dictionary.spell(word)
    except UnicodeEncodeError:
        # A word with letters that the dictionary's encoding lacks is of another language.
        return False


def _suggest(dictionary: Dictionary, word: str) -> Sequence[str]:
    try:
        return dictionary.suggest(word)
    except UnicodeEncodeError:
        return ()


def misspelled(text: str, is_right: Callable[[Word], bool]) -> list[Word]:
    """The words of a text that are not right."""
    return [word for word in words_to_check(text) if not is_right(word)]
