"""How a line of tags is split into labels: at signs, at known tags, at names that the piece speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LABEL: Final = re.compile(
    r"(?:(?:article |story |related )?(?:tags?|topics?|keywords?)|filed (?:under|in)|posted in|schlagw[oö]rter|"
    r"themen|mots[- ]clés|sujets|etiquetas|temas|argomenti|trefwoorden|tagi|теги|метки|темы)\s*:\s*",
    re.IGNORECASE,
)
_SEPARATORS: Final = re.compile(r"\s*[,;|•·\n\t]\s*|\s+/\s+|\s+(?=#)|\s{2,}")
_LONGEST_NAME: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A label cut from a line of tags; not `sure` where the cut was not clear."""

    label: str
    sure: bool = True


def split_tags(text: str, *, known_tags: Sequence[str] = (), running_text: str = "") -> tuple[Chip, ...]:
    """Split a line of tags.

    Commas and other signs always part labels. Without them a line is split only where all of it is
    made of `known_tags` and of names standing in `running_text` (the headline and the body);
    else it is one chip, unsure where it has several words.
    """
    pieces = [piece.lstrip("#").strip() for piece in _SEPARATORS.split(LABEL.sub("", text.strip(), count=1).strip())]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) != 1:
        return tuple(Chip(label=label) for label in dict.fromkeys(pieces))
    words = pieces[0].split()
    known = {tag.casefold() for tag in known_tags}
    if len(words) == 1:
        return (Chip(label=pieces[0]),)
    labels = _cut(words, known, running_text)
    if labels is None:
        return (Chip(label=" ".join(words), sure=False),)
    return tuple(Chip(label=label) for label in dict.fromkeys(labels))


def _cut(words: list[str], known: set[str], running_text: str) -> list[str] | None:
    """Cover the words from the left with the longest known labels; None where a word is left over."""
    labels: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            label = " ".join(words[at : at + length])
            if label.casefold() in known or _is_name(label, running_text):
                labels.append(label)
                at += length
                break
        else:
            return None
    return labels


def _is_name(label: str, running_text: str) -> bool:
    """Whether the text has `label` written so, and never in small letters: headlines capitalise any word."""
    if label[0].islower() or not _stands(label, running_text):
        return False
    return label == label.lower() or not _stands(label.lower(), running_text)


def _stands(label: str, running_text: str) -> bool:
    spaced = r"\s+".join(map(re.escape, label.split()))
    return re.search(rf"(?<!\w){spaced}(?!\w)", running_text) is not None
