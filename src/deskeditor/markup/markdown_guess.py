"""Whether plain text is Markdown that somebody wrote as such: only then it is worth asking."""

import re
from typing import Final

_JUDGED: Final = 20_000
"""Characters that are enough to tell."""

_SIGNS: Final = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"^> ?\S", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"\*\*[^\s*](?:[^*\n]{0,200}[^\s*])?\*\*"),
    re.compile(r"^\|? *:?-{3,}:? *\|", re.MULTILINE),
)
_BULLET: Final = re.compile(r"^ {0,3}[-*+] +\S", re.MULTILINE)
_LINK: Final = re.compile(r"!?\[[^\]\n]{1,200}\]\((?:https?:|mailto:|/)[^\s)]+")


def looks_like_markdown(text: str) -> bool:
    """Whether the text has a link written as Markdown has it, or signs of at least two other kinds.

    One kind alone proves nothing: agencies begin lines with `-`, and people quote mail with `>`.
    """
    judged = text[:_JUDGED].replace("\r\n", "\n")
    if _LINK.search(judged) is not None:
        return True
    has_bullets = len(_BULLET.findall(judged)) > 1
    return has_bullets + sum(sign.search(judged) is not None for sign in _SIGNS) > 1
