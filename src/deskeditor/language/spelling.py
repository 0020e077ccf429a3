"""Spelling: which words of a text are looked up, and what is right of them."""

import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest
from types import MappingProxyType
from typing import Any, Final, Protocol
from unicodedata import combining

from deskeditor.language.folding import fold

MOST_SUGGESTED: Final = 7
MOST_NEAR: Final = 2
_NEAR: Final = 0.75
_LONGEST_WORD: Final = 60
_SIGNS: Final = str.maketrans(
    {"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None, "\u200b": None}
)
_CAPITAL_NOUNS: Final = frozenset({"de", "lb"})
_ENDS: Final = frozenset(".!?:…\u2029\ufdd0\ufdd1\u2028\u0964؟۔。！？")
_HYPHENS: Final = frozenset("-\u2010\u2011")
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

_FORMS: Final = frozenset(
    "afro agri agro all anglo ante anti arch astro austro auto bi bio by cardio centi co contra counter cross cyber de "
    "deca demi di dis eco electro em en equi euro ever ex extra franco geo germano graeco greco hemi hetero hispano "
    "homo hydro hyper hypo ibero immuno indo infra inter intra intro iso italo judeo juxta kilo latino macro mal mega "
    "meta micro mid milli mini mis mono multi nano neo neuro non oft omni over pan para per peri petro philo photo "
    "pico poly post pre pro proto pseudo psycho quadri quasi re retro russo self semi serbo sino socio step sub super "
    "supra sur techno tele thermo trans tri turbo turco turko ultra un under uni vice".split()
)
"""What goes before a hyphen without being a word by itself, folded: languages of the Latin script share most."""


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
    """A word that is looked up: its place in the text, in code points; `begins` says that it begins a sentence.

    `before` and `after` are what hyphens join to it: `co-` and `-in` where it is *sign* of *co-sign-in*.
    """

    text: str
    start: int
    end: int
    begins: bool
    before: str = ""
    after: str = ""


def words_to_check(text: str) -> Iterator[Word]:
    """Yield the words of a text that a dictionary may know.

    Addresses, handles, words with digits, words all in capitals and scripts without spaces are left out.
    """
    for found in _pattern().finditer(text):
        word = found.group("word")
        if word and 1 < len(word) <= _LONGEST_WORD and not word.isupper():
            start, end = found.span("word")
            yield Word(
                text=word,
                start=start,
                end=end,
                begins=_begins(text, start),
                before=_joined_before(text, start) if text[start - 1 : start] in _HYPHENS else "",
                after=_joined_after(text, end) if text[end : end + 1] in _HYPHENS else "",
            )


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


@cache
def _joined_pattern() -> Any:
    import regex

    joined = r"[\p{L}\p{M}'\u2019\u00ad\-\u2010\u2011]"
    return regex.compile(rf"(?<!{joined}){joined}++")


def _joined_before(text: str, end: int) -> str:
    near = text[max(end - _LONGEST_WORD, 0) : end]
    *_, last = _joined_pattern().findall(near)
    return str(last)


def _joined_after(text: str, start: int) -> str:
    return str(_joined_pattern().match(text[start : start + _LONGEST_WORD])[0])


def _begins(text: str, start: int) -> bool:
    before = text[max(start - 12, 0) : start].rstrip(_UNSEEN_BEFORE)
    return (not before and start <= 12) or (bool(before) and before[-1] in _ENDS)


def stands_inside(text: str, word: str) -> bool:
    """Whether a word stands in a text, as it is written, anywhere but where a sentence begins."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        after = text[end : end + 1]
        is_whole = not (text[at - 1 : at].isalnum() or after.isalnum() or (after and combining(after)))
        if is_whole and not _begins(text, at):
            return True
        at = text.find(word, end)
    return False


def plain_word(word: str) -> str:
    """The word as dictionaries write it: composed, its signs straight, without what nobody sees."""
    return unicodedata.normalize("NFC", word.translate(_SIGNS))


def without_accents(word: str) -> str:
    """`naive` for `naïve`, in the same case."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not combining(letter))


class Speller:
    """Looks words up in several dictionaries and word lists at once: right is what one of them knows.

    What was looked up is remembered; a speller of other lists is another one.
    """

    def __init__(
        self,
        dictionaries: Sequence[Dictionary],
        known: Collection[str] = (),
        languages: Sequence[str] = (),
        *,
        is_name: Callable[[str], bool] = lambda _word: False,
    ) -> None:
        """`known` are words of the desk, right in any case of their letters if they are written small.

        `languages` are those of the dictionaries, in their order, the text's own first: words in the letters of
        another script are left alone. `is_name` is asked of a word with a capital that begins a sentence.
        """
        mains = [language.split("-")[0].lower() for language in languages]
        self._scripts = frozenset(_SCRIPTS.get(main, "LATIN") for main in mains)
        self._dictionaries = tuple(dictionaries)
        self._english = tuple(one for one, main in zip(dictionaries, mains, strict=False) if main == "en")
        self._capitals_tell = not mains or mains[0] not in _CAPITAL_NOUNS
        self._is_name = is_name
        self._known = frozenset(plain_word(word) for word in known)
        self._right: dict[tuple[str, bool, str, str], bool] = {}

    def is_right(self, word: Word) -> bool:
        """Whether nothing is to be said of the word: a capital inside a sentence is taken for a name's."""
        key = (word.text, word.begins, word.before, word.after)
        answer = self._right.get(key)
        if answer is None:
            answer = self._right[key] = (
                not self._dictionaries or self._is_of_another_script(word.text) or self._look_up(word)
            )
        return answer

    def _is_of_another_script(self, word: str) -> bool:
        return bool(self._scripts) and unicodedata.name(word[0], "").split(" ")[0] not in self._scripts

    def _look_up(self, word: Word) -> bool:
        plain = plain_word(word.text)
        if self._knows(plain):
            return True
        stem = _stem_of(plain)
        if stem != plain and self._knows(stem):
            return True
        if _is_formed_like_a_name(stem):
            return True
        if plain[:1].isupper() and self._capitals_tell and (not word.begins or self._is_name(_stem_of(word.text))):
            return True
        return bool(word.before or word.after) and self._is_part(plain, word.before, word.after)

    def _is_part(self, plain: str, before: str, after: str) -> bool:
        """Whether a word is right in what hyphens join: `pre-war`, `al-Azraq`, `Jong-un`, `vis-à-vis`."""
        if after and (fold(plain) in _FORMS or (len(plain) < 4 and after[1:2].isupper())):
            return True
        whole = plain_word(before + plain + after)
        first = whole.split("-")[0]
        # A name that no dictionary knows goes on behind its hyphen.
        is_in_a_name = bool(before) and first[:1].isupper() and not self._knows(first) and fold(first) not in _FORMS
        return is_in_a_name or self._knows(whole)

    def _knows(self, word: str) -> bool:
        if word in self._known or word.lower() in self._known:
            return True
        if any(_spell(dictionary, word) for dictionary in self._dictionaries):
            return True
        # English leaves one free to write the accents of words that came from elsewhere.
        bare = word if word.isascii() else without_accents(word)
        return bare != word and any(_spell(dictionary, bare) for dictionary in self._english)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may be meant by a word: few, the best first, with the word's own kind of apostrophe.

        Words of the desk go first; of several languages each has its turn.
        """
        plain = plain_word(word)
        found = dict.fromkeys(_near(plain, self._known))
        by_language = [_suggest(dictionary, plain) for dictionary in self._dictionaries]
        for turn in zip_longest(*by_language):
            found.update(dict.fromkeys(one for one in turn if one))
        found.pop(plain, None)
        is_curly = "\u2019" in word
        return tuple(one.replace("'", "\u2019") if is_curly else one for one in found)[:MOST_SUGGESTED]


def _stem_of(word: str) -> str:
    """The word without the s of a genitive."""
    return word.removesuffix("s").rstrip("'\u2019") if word.endswith(("'s", "\u2019s")) else word.rstrip("'\u2019")


def _is_formed_like_a_name(word: str) -> bool:
    """Whether letters alone tell: `iPhone`, `McAlister`, `d'Artagnan`, `OSCE` before an s, `NGOs`."""
    if any(a.islower() and b.isupper() for a, b in pairwise(word)):
        return True
    capitals = word.removesuffix("s")
    return (len(capitals) > 1 and capitals.isupper()) or any(part[:1].isupper() for part in word.split("'")[1:])


def _near(word: str, known: Collection[str]) -> list[str]:
    """The few words of a list that are nearly the word, the nearest first."""
    from difflib import SequenceMatcher, get_close_matches

    folded = fold(word)
    # Comparing costs: of a long list only those are compared that begin like it and are about as long.
    of_its_kind = {}
    for one in known:
        if abs(len(one) - len(word)) <= 2 and fold(one[:1]) == folded[:1]:
            of_its_kind[one] = fold(one)
    near = set(get_close_matches(folded, set(of_its_kind.values()), n=MOST_NEAR, cutoff=_NEAR))
    alike = [(-SequenceMatcher(a=folded, b=plain).ratio(), one) for one, plain in of_its_kind.items() if plain in near]
    return [one for _, one in sorted(alike)[:MOST_NEAR]]


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
