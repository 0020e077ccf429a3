"""The words and amounts of a body, in which those of the headline and the bullets are looked up."""

import re
from types import MappingProxyType
from typing import Final

from deskeditor.factcheck.amounts import amounts_in
from deskeditor.language.folding import fold

WORD: Final = re.compile(r"[^\W_]+(?:[.'’][^\W\d_]+)*\.?")
_ROUGHLY: Final = 0.1
_ROUNDED: Final = 0.005
_INITIALS: Final = re.compile(
    r"(?:\b[^\W\d_][\w-]*\s(?:(?:of|the|and|for|de|der|die|und|и|о|в|և)\s)*){1,6}[^\W\d_][\w-]*"
)
_OTHER_NAMES: Final = MappingProxyType(
    {
        "us": ("united states", "america", "american", "usa", "washington"),
        "usa": ("united states", "america", "us"),
        "uk": ("united kingdom", "britain", "british"),
        "un": ("united nations",),
        "eu": ("european union",),
        "сша": ("соединенные штаты", "соединенных штатов", "америк"),
        "america": ("united states", "us"),
        "britain": ("uk", "united kingdom"),
    }
)
_SPELLED: Final = MappingProxyType(
    {
        1: "one ein eine einen einem un une uno una один одна одного մեկ",
        2: "two zwei deux dos due два две двух երկու երկուս",
        3: "three drei trois tres tre три трех трое երեք",
        4: "four vier quatre cuatro quattro четыре четырех չորս",
        5: "five fünf cinq cinco cinque пять пяти հինգ",
        6: "six sechs seis sei шесть шести վեց",
        7: "seven sieben sept siete sette семь семи յոթ",
        8: "eight acht huit ocho otto восемь восьми ութ",
        9: "nine neun neuf nueve nove девять девяти ինը ինն",
        10: "ten zehn dix diez dieci десять десяти տասը",
        11: "eleven elf onze once undici одиннадцать տասնմեկ",
        12: "twelve zwölf douze doce dodici двенадцать տասներկու",
    }
)
_STEM: Final = 4


class BodyWords:
    """What the body says, folded."""

    def __init__(self, text: str) -> None:
        self.words = frozenset(fold(word).replace(".", "") for word in WORD.findall(text))
        self._text = f" {fold(text)} "
        spelled = {
            float(value) for value, words in _SPELLED.items() if any(fold(word) in self.words for word in words.split())
        }
        self._amounts = frozenset(amount for _, _, amount in amounts_in(text)) | spelled
        self._initials = frozenset(_initials_in(text))

    def has_amount(self, amount: float, *, roughly: bool) -> bool:
        """Whether the body has the amount, or one near to it where it is called rough."""
        if amount in self._amounts:
            return True
        # 230 million stands for 230.6 million; a year or a day is never rounded.
        share = _ROUGHLY if roughly else _ROUNDED if amount >= 100_000 or amount != int(amount) else 0.0
        return any(abs(amount - other) <= share * amount for other in self._amounts)

    def has_name(self, words: str) -> bool:
        """Whether each word of a name stands in the body in some form, or its initials do."""
        parts = [fold(part).replace(".", "") for part in re.split(r"[\s\-/]+", words) if part[:1].isupper()]
        if all(self._has_word(part) for part in parts):
            return True
        return len(parts) > 1 and "".join(part[0] for part in parts) in self.words

    def _has_word(self, word: str) -> bool:
        if word in self.words or word in self._initials or word.removesuffix("s") in self.words:
            return True
        if any(f" {other}" in self._text for other in _OTHER_NAMES.get(word, ())):
            return True
        # Another form of it: `Armenians` for `Armenia`, `Москвы` for `Москва`.
        stem = word[: max(_STEM, len(word) - 3)]
        return len(word) > _STEM and any(other.startswith(stem) for other in self.words)


def _initials_in(text: str) -> set[str]:
    found: set[str] = set()
    for group in _INITIALS.findall(text):
        words = [word for word in group.split() if word[0].isupper()]
        letters = fold("".join(word[0] for word in words))
        found.update(letters[at:end] for at in range(len(letters)) for end in range(at + 2, len(letters) + 1))
    return found
