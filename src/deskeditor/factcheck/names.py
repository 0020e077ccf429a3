"""Names in scripts that have capitals: what stands in the middle of a sentence with one, and is no common word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from deskeditor.factcheck.bodies import goes_on_small
from deskeditor.factcheck.german_names import german_runs
from deskeditor.factcheck.name_words import CALENDAR, DEMONYMS, SAYING, links, never_names
from deskeditor.factcheck.places import is_place
from deskeditor.factcheck.roles import is_role
from deskeditor.factcheck.words import Word, are_joined, words_in
from deskeditor.language.folding import fold

Span = tuple[int, int]
Run = tuple[Word, ...]

_TITLE_CASE: Final = 0.6
_FEW_WORDS: Final = 4
_RU_COMMON_ENDING: Final = re.compile(r"\w+(?:ость|ение|ание|ция|ство|тель|тели|ник|ники|щик|ист|исты|ы|ии|ние|ики)$")
_HY_COMMON_ENDING: Final = re.compile(r"\w+(?:ությունը?|ություններ\w*|ները|ներն|ներ|ումը|իչը?|որդը?|ությունից)$")
_DESCRIBED: Final = re.compile(r", (?:who|whose|which|whom|\d{1,2}),? ")
_PART_OF_DAY: Final = re.compile(r"(?<=tag)(?:abend|morgen|vormittag|mittag|nachmittag|nacht)s?$|(?<=tag)s$")
_COMMON_OPENERS: Final = frozenset(
    "полиция компания движение акции ученые учёные суд газета партия власти группа команда клуб завод фирма банк "
    "сборная город поселок село деревня река озеро паром корабль фильм книга журнал агентство министерство прокуратура "
    "правительство парламент совет администрация мэрия больница школа университет статья "
    "ընկերություն շարժում ոստիկանություն կառավարություն դատարան խորհուրդ թերթ թիմ ակումբ քաղաք գյուղ գետ լիճ".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of one text: those that are sure, those that only the rest of the piece can tell, its small words."""

    sure: tuple[Run, ...]
    doubtful: tuple[Run, ...]
    later: frozenset[str]
    """Words of doubtful runs that are of a name all the same: the second and later ones, outside headings."""
    small: frozenset[str]


def names_in(text: str, sentences: tuple[Span, ...], language: str) -> Names:
    """The runs of words with capitals in a text whose sentences are given."""
    sure: list[Run] = []
    doubtful: list[Run] = []
    later: set[str] = set()
    small: set[str] = set()
    for start, end in sentences:
        words = list(words_in(text, start, end))
        small.update(word.text for word in words if word.text[:1].islower())
        is_heading = language != "de" and _has_titles_case(words)
        for run, is_sure in _runs_of(text, words, language):
            (sure if is_sure and not is_heading else doubtful).append(run)
            if not is_sure and not is_heading:
                later.update(word.text for word in run[1:] if word.text[:1].isupper())
    return Names(sure=tuple(sure), doubtful=tuple(doubtful), later=frozenset(later), small=frozenset(small))


def decided(text: str, names: Names, known: frozenset[str], small: frozenset[str], language: str) -> tuple[Span, ...]:
    """The ranges of the names of a text, with `known` (words of sure names of the piece) and its `small` words."""
    found = [(run[0].start, run[-1].end) for run in names.sure]
    for run in names.doubtful:
        rest = _without_opener(text, run, known, small, language)
        if rest:
            found.append((rest[0].start, rest[-1].end))
    return tuple(sorted(found))


def known_words(names: Iterable[Names]) -> frozenset[str]:
    """The words of the sure names, folded, in the forms in which they may come again."""
    return frozenset(
        form
        for one in names
        for word in (*one.later, *(word.text for run in one.sure for word in run))
        for form in _forms(word)
    )


def _forms(word: str) -> tuple[str, ...]:
    """A word, and in scripts that inflect names also without its last letters."""
    folded = fold(word)
    if not "\u0370" <= folded[:1] <= "\u10ff":
        return (folded,)
    return tuple(folded[: len(folded) - cut] for cut in range(3) if len(folded) - cut >= _FEW_WORDS)


def is_in_title_case(text: str) -> bool:
    """Whether nearly every word of a text has a capital, as in a heading: there they tell nothing."""
    return _has_titles_case(list(words_in(text, 0, len(text))))


def _has_titles_case(words: Sequence[Word]) -> bool:
    cased = [word for word in words if word.text[:1].isupper() or word.text[:1].islower()]
    return len(cased) >= _FEW_WORDS and sum(word.is_capital for word in cased) > _TITLE_CASE * len(cased)


def _runs_of(text: str, words: Sequence[Word], language: str) -> Iterator[tuple[Run, bool]]:
    common = never_names(language)
    if language == "de":
        yield from german_runs(text, words, lambda word: _named_part(word, common))
        return
    for run in _runs(text, words, common, language):
        yield run, not run[0].begins


def _named_part(word: Word, common: frozenset[str]) -> Word | None:
    """The part of a word that may be of a name: of `Baku-based` `Baku`, of `pro-Kremlin` `Kremlin`."""
    text = word.text
    if word.is_capital:
        end = len(text)
        if "-" in text:
            pieces = text.split("-")
            while len(pieces) > 1 and pieces[-1][:1].islower():
                end -= len(pieces.pop()) + 1
        kept = text[:end]
        folded = _PART_OF_DAY.sub("", kept.casefold())
        if folded in CALENDAR or (folded in common and not (kept.isupper() and len(kept) > 1)):
            return None
        return Word(start=word.start, end=word.start + end, text=kept, begins=word.begins)
    if "-" in text and text[:1].islower():
        at = next((at + 1 for at, sign in enumerate(text) if sign == "-" and text[at + 1 : at + 2].isupper()), None)
        if at is not None and text[at:].casefold() not in DEMONYMS:
            return _named_part(Word(start=word.start + at, end=word.end, text=text[at:]), common)
    return None


def _runs(text: str, words: Sequence[Word], common: frozenset[str], language: str) -> Iterator[Run]:
    run: list[Word] = []
    small = links(language)
    skip = 0
    for at, word in enumerate(words):
        if skip:
            skip -= 1
            continue
        part = _named_part(word, common)
        if part is not None and (not run or are_joined(text, run[-1], part)):
            run.append(part)
        elif run and word.folded in small and _links(text, words, at, run, common, small):
            run.append(word)
            continue
        else:
            yield from _trimmed(run)
            run = [part] if part is not None else []
        if run and run[-1] is part:
            skip = goes_on_small(run[-1], words[at + 1 : at + 4], language)
            if skip and all(are_joined(text, words[at + step], words[at + step + 1]) for step in range(skip)):
                # The noun of a body ends its name: what has a capital after it is another.
                yield from _trimmed([*run, *words[at + 1 : at + 1 + skip]])
                run = []
            else:
                skip = 0
    yield from _trimmed(run)


def _links(
    text: str, words: Sequence[Word], at: int, run: Sequence[Word], common: frozenset[str], small: frozenset[str]
) -> bool:
    """Whether the small word at `at` goes on with the run to another capital."""
    if not are_joined(text, run[-1], words[at]):
        return False
    for step in (1, 2):
        if at + step >= len(words) or not are_joined(text, words[at + step - 1], words[at + step]):
            return False
        if _named_part(words[at + step], common) is not None:
            return True
        if words[at + step].folded not in small:
            return False
    return False


def _trimmed(run: Sequence[Word]) -> Iterator[Run]:
    """The run without nationalities at its ends; none where nothing else is in it."""
    kept = list(run)
    while kept and (kept[-1].folded in DEMONYMS and (len(kept) == 1 or kept[-1].folded.endswith("s"))):
        kept.pop()
    while len(kept) > 1 and kept[0].folded in DEMONYMS and kept[1].text[:1].islower():
        # `Armenians of Karabakh`
        kept = kept[2:]
    if kept and any(word.folded.split("-")[0] not in DEMONYMS and word.text[:1].isupper() for word in kept):
        yield tuple(kept)


def _without_opener(text: str, run: Run, known: frozenset[str], small: frozenset[str], language: str) -> Run | None:
    """The words of a doubtful run that are a name, after all."""
    first = run[0]
    if any(form in known for form in _forms(first.text)) or _is_striking(first.text):
        return run
    if len(run) > 1 and language != "de":
        is_common = first.text.casefold() in small or (language != "en" and _is_common_opener(first.text, language))
        return run[1:] if is_common and run[1].text[:1].isupper() else run
    if is_place(first.text) or len(run) > 1:
        return run
    if first.folded in small or language == "de" or not first.begins:
        return None
    # An ending after an apostrophe only names have, in Turkish as in English.
    possessive = text[first.end : first.end + 2] in ("'s", "’s") or (
        language in ("tr", "az") and text[first.end : first.end + 1] in ("'", "’")
    )
    following = re.match(r"\s(\w+)", text[first.end :])
    says = following is not None and following.group(1) in SAYING and not first.text.endswith("s")
    described = language == "en" and _DESCRIBED.match(text, first.end) is not None
    return run if possessive or says or described else None


def _is_common_opener(word: str, language: str) -> bool:
    """Whether the first word of a sentence says what the name after it is of: `Капитан`, `Полиция`."""
    folded = word.casefold()
    return (
        is_role(word, language)
        or any(folded[: len(folded) - cut] in _COMMON_OPENERS for cut in range(3))
        or _RU_COMMON_ENDING.fullmatch(folded) is not None
        or _HY_COMMON_ENDING.fullmatch(folded) is not None
    )


def _is_striking(word: str) -> bool:
    """Whether a word is written as only names are: `NATO`, `McKay`, `Nagorno-Karabakh`, `U.S.`."""
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and any(sign.isupper() for sign in letters[1:])
