"""Pointers to other pages: a label with a title behind it, or one over a list of titles."""

import re
from typing import Final

from deskeditor.ingest.page_copy_vocabulary import AGO, furniture

RELATED_WITH_TITLE: Final = re.compile(
    r"^\W?(?:related(?: (?:articles?|story|stories|post|reads?|reading|coverage|news))?|read (?:more|also|next|"
    r"on)|see (?:also|more)|also (?:read|see|on)|more (?:on this|here)|don'?t miss|lesen sie auch|"
    r"lesen sie mehr|auch interessant|mehr zum thema|lire aussi|à lire aussi|lea también|lee también|"
    r"leggi anche(?: su)?|leia (?:mais|também)|veja também|lees ook|читайте также|on [\w.]+\.(?:com|org|"
    r"net))\s*[:：]\s*(?P<title>\S.*?)[\])]?$",
    re.IGNORECASE,
)
RELATED_LABEL: Final = re.compile(
    r"^\W*(?:related(?: (?:articles?|story|stories|posts?|reads?|reading|coverage|news|links?|content))?|"
    r"read (?:more|also|next)|see also|also read|more top reads.*|more (?:on this|from \S+)|mehr zum thema|"
    r"lire aussi|lea también|leggi anche|leia (?:mais|também)|veja também|lees ook|artigos relacionados|"
    r"articoli correlati|artículos relacionados|関連記事|материалы по теме|читайте также)\s*[:：]?$",
    re.IGNORECASE,
)


def is_title(text: str) -> bool:
    """Whether `text` could be the title of another piece."""
    size = len(text.split())
    return 3 <= size <= 25 and furniture(text, size) is None and not AGO.search(text)
