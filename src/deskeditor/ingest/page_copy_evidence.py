"""Whether a pasted text is a published page with its furniture, or clean copy in which each word was written."""

import re
from collections.abc import Sequence
from typing import Final

from deskeditor.ingest.page_copy_facts import LineFacts
from deskeditor.ingest.page_copy_lines import PageLine

_FEWEST_KINDS: Final = 3
_STUBS: Final = 0.5
_FURNITURE: Final = 0.08
_SHORT_FURNITURE: Final = 12
_SENTENCE: Final = 12
_LIST_PAGE: Final = 40
_LIST_STUBS: Final = 0.8
_LIST_FURNITURE: Final = 2
_LIST_PROSE: Final = 0.6
_LEAST_PROSE: Final = 0.2
_LONGEST_CALL: Final = 14
_LABEL: Final = 3
_CALL: Final = re.compile(
    r"^\W*(?:advertisement|sponsored content|(?:(?:please )?share|tweet|print|e-?mail) (?:this|on|via)\b.*|"
    r"(?:share|tweet)\W+(?:tweet|share|e-?mail|print|pin|facebook|twitter)\b.*|"
    r"(?:leave|post|add|write) a (?:comment|reply)|\d+ comments?|(?:show|view|load|read|hide)(?: all| more)? comments?|"
    r"join the (?:conversation|discussion)|sign up (?:for|to) (?:our|the|my)\b.*|"
    r"subscribe to (?:our|the|my)\b.*|back to (?:the )?(?:top|home ?page)|click here\b.*|read more|"
    r"continue reading|(?:©|\(c\)|copyright)\W.*\d{4}.*|all rights reserved.*|skip to (?:main )?content|"
    r"download (?:the|our)\b.*\bapp\b.*|related (?:articles|stories|posts)|follow us on\b.*|we use cookies\b.*|"
    r"anzeige|werbung|(?:diesen )?artikel teilen|zur startseite|newsletter abonnieren|alle rechte vorbehalten|"
    r"publicité|partager cet article|laisser un commentaire|tous droits réservés|publicidad|publicidade|"
    r"deja un comentario|deixe um comentário|pubblicità|lascia un commento|реклама|поделиться|"
    r"оставить комментарий|yorum yaz(?:ın)?|スポンサードリンク|إعلان)\W*$",
    re.IGNORECASE,
)
"""Lines that only a page says, whatever stands around them."""


def is_page(facts: Sequence[LineFacts]) -> bool:
    """Whether so much furniture stands among the lines that others may be dropped for standing beside it.

    Many kinds of it in many short lines make a page, or some of it in a long text of little but short lines.
    """
    if not facts:
        return False
    kinds = [fact.kind for fact in facts if _is_furniture(fact)]
    stubs = sum(fact.size < _SENTENCE and not fact.ends for fact in facts) / len(facts)
    if len(set(kinds)) >= _FEWEST_KINDS and (stubs >= _STUBS or len(kinds) >= _FURNITURE * len(facts)):
        return True
    spoken = sum(fact.size for fact in facts if fact.prose >= _LEAST_PROSE) / max(sum(fact.size for fact in facts), 1)
    return len(kinds) >= _LIST_FURNITURE and len(facts) >= _LIST_PAGE and stubs >= _LIST_STUBS and spoken < _LIST_PROSE


def calls_of_a_page(lines: Sequence[PageLine], facts: Sequence[LineFacts]) -> frozenset[int]:
    """Which lines of clean copy are furniture without doubt, and the single words of furniture beside them."""
    calls = {
        at
        for at, line in enumerate(lines)
        if not line.sign and line.size <= _LONGEST_CALL and _CALL.match(" ".join(line.text.split())) is not None
    }
    reach = list(calls)
    while reach:
        at = reach.pop()
        for near in (at - 1, at + 1):
            is_new = 0 <= near < len(lines) and near not in calls
            if is_new and facts[near].kind and facts[near].size <= _LABEL and not facts[near].ends:
                calls.add(near)
                reach.append(near)
    return frozenset(calls)


def _is_furniture(fact: LineFacts) -> bool:
    """A short line of the vocabulary, but for what reporters write too: captions, addresses, sentences in a list."""
    is_written = fact.kind == "picture" or (fact.kind == "author" and fact.address) or (fact.sign and fact.ends)
    return bool(fact.kind) and fact.size <= _SHORT_FURNITURE and not is_written
