"""Which way a language is written."""

from typing import Final

_RIGHT_TO_LEFT: Final = frozenset(
    {
        "ar",
        "arc",
        "arz",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "iw",
        "ji",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    }
)
_RIGHT_TO_LEFT_SCRIPTS: Final = frozenset(
    {"adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"}
)


def is_right_to_left(language: str) -> bool:
    """Whether text in `language` (BCP 47) runs from right to left: its script subtag decides, else the language."""
    subtags = language.lower().split("-")
    script = next((subtag for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()), None)
    return script in _RIGHT_TO_LEFT_SCRIPTS if script else subtags[0] in _RIGHT_TO_LEFT
