"""What to take out of a text along with words that went: the space too many, the comma without its words."""

import re
from typing import Final

_SPACES: Final = " \t\u00a0\u2009\u202f"
_STOPS: Final = ".!?"
_PAUSES: Final = ",;:"
_DASHES: Final = "–—"
_PAIRS: Final = frozenset({"()", "[]", "“”", "„“", "„”", "‘’", "«»", "»«", "‹›", '""', "''"})
_OPEN: Final = "([“„«‹‘¿¡"
_CLOSED: Final = ")]”»›"
_ROUNDS: Final = 4
_POSSESSIVE: Final = re.compile(r"^['’]s\b")


def mended(before: str, after: str, gone: str) -> tuple[str, str]:
    """Return what should be left of a line `before` and `after` the words `gone`, which are out of it already.

    Only spaces, signs of punctuation, empty pairs of marks and an English possessive beside the gap are taken out.
    """
    if gone[-1:].isalnum():
        # Nobody is left to own anything.
        after = _POSSESSIVE.sub("", after)
    for _ in range(_ROUNDS):
        now = _once(before, after, gone)
        if now == (before, after):
            break
        before, after = now
    return before, after


def _once(before: str, after: str, gone: str) -> tuple[str, str]:
    head, tail = before.rstrip(_SPACES), after.lstrip(_SPACES)
    last, next_ = _end(head), _start(tail)
    if last and next_ and last + next_ in _PAIRS:
        return head[:-1], tail[1:]
    if next_ and next_ in _PAUSES + _STOPS and not tail.startswith("..."):
        return _at_sign(before, after, gone)
    if not last:
        return head, tail
    if not next_:
        return (head.rstrip(_PAUSES + _SPACES) if not tail else head), tail
    if last in _DASHES and next_ in _DASHES:
        return head[:-1].rstrip(_SPACES), after
    if last in _OPEN:
        return before, tail
    if next_ in _CLOSED or (len(head) < len(before) and len(tail) < len(after)):
        return head, after
    return before, after


def _at_sign(before: str, after: str, gone: str) -> tuple[str, str]:
    """A sign of punctuation follows: it needs words before it, and stands close to them."""
    head, tail = before.rstrip(_SPACES), after.lstrip(_SPACES)
    last, sign = _end(head), tail[0]
    if not last or last in _OPEN:
        return head, tail[1:].lstrip(_SPACES)
    if last in _PAUSES:
        return head[:-1].rstrip(_SPACES), after
    ended = last in _STOPS or (last in _CLOSED and head[-2:-1] in (*_STOPS, "…"))
    if ended and (sign in _STOPS or _begins_sentence(gone)):
        return head, tail[1:]
    # Where a language puts a space before the sign, it came with the sign, and stays.
    return head, after


def _begins_sentence(words: str) -> bool:
    """Whether words look like a sentence's first: after "U.S." they go on in small letters."""
    letter = next((sign for sign in words if sign.isalnum()), "")
    return not letter.islower()


def _end(text: str) -> str:
    """The last sign of a line, "" at its start."""
    return "" if text[-1:] in ("", "\u2028") else text[-1]


def _start(text: str) -> str:
    return "" if text[:1] in ("", "\u2028") else text[0]
