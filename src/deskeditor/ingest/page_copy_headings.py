"""Which lines of a body are headings over its paragraphs."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from deskeditor.ingest.page_copy_facts import LineFacts
from deskeditor.ingest.page_copy_lines import BULLET_SIGNS, PageLine

HEADING: Final = "a short line over a paragraph"
TERMINAL: Final = re.compile(r"[.!?…。！？։؟۔।](?:[\"”’»')\]」』]|\s)*$")
_ENDS_OTHERWISE: Final = re.compile(r"[.,;:…。、։]$")
_LONGEST: Final = 14
_LONGEST_SURE: Final = 10
_NEIGHBOUR: Final = 12
_NEIGHBOUR_WITHOUT_GAPS: Final = 15


def headings(
    lines: Sequence[PageLine], facts: Sequence[LineFacts], body: Sequence[int], *, clean: bool = False
) -> Iterator[tuple[int, bool]]:
    """The headings among the lines `body`, each with whether it is sure.

    Where no empty line parts the paste, only a short line between long sentences is one. In `clean`
    copy a word that pages have around their articles may be one.
    """
    has_gaps = any(lines[at].gap for at in body[1:])
    for before, at, following in zip([None, *body], body, body[1:], strict=False):
        line, leads = lines[at], lines[following]
        if line.size > _LONGEST or _ENDS_OTHERWISE.search(line.text) or not any(map(str.isalpha, line.text)):
            continue
        spoken = line.text[0] in "\"“„«‘'—–-([@#" or line.sign in BULLET_SIGNS
        if spoken or (facts[at].kind and not clean) or line.text == "___" or "\n" in line.text:
            continue
        if TERMINAL.search(line.text) and not line.text.endswith("?"):
            continue
        if has_gaps:
            least = 8 if line.sign[:1].isdigit() else 13
            fits = (
                line.gap and leads.gap and leads.size >= least and (before is None or lines[before].size >= _NEIGHBOUR)
            )
        else:
            fits = before is not None and all(
                lines[near].size >= _NEIGHBOUR_WITHOUT_GAPS and facts[near].ends for near in (before, following)
            )
        if fits:
            yield at, has_gaps and line.size <= _LONGEST_SURE and not facts[at].kind
