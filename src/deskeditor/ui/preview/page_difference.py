"""Whether a page can take another's place by its body alone."""

import re
from dataclasses import dataclass
from typing import Final

_ROOT: Final = re.compile(r"<html\b[^>]*>", re.IGNORECASE)
_STYLE: Final = re.compile(r"<style\b.*?</style>|<link\b[^>]*stylesheet[^>]*>", re.IGNORECASE | re.DOTALL)
_BODY: Final = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_END: Final = re.compile(r"</body\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageParts:
    """A page in two: `look` is all before the body that shows on screen, `body` what the body holds."""

    look: tuple[str, ...]
    body: str


def page_parts(html: bytes) -> PageParts | None:
    """Return the parts of a page in UTF-8, or None where no body can be told.

    Of the head only the root's attributes and the styles are seen by a reader: title, meta tags and
    structured data may change without the page being loaded anew.
    """
    text = html.decode("utf-8", errors="replace")
    opening = _BODY.search(text)
    closings = list(_END.finditer(text))
    if opening is None or not closings or closings[-1].start() < opening.end():
        return None
    head = text[: opening.end()]
    look = (*_ROOT.findall(head)[:1], *_STYLE.findall(head), opening.group())
    return PageParts(look=look, body=text[opening.end() : closings[-1].start()])
