"""What sorted lines of plain text take over from the body they came from: marks, links, pictures, tables."""

import re
from collections import defaultdict, deque
from dataclasses import replace
from typing import Final

from deskeditor.article.body import (
    Attribution,
    Body,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    Paragraph,
    body_of,
    leaf_lines,
)
from deskeditor.article.line import HARD_BREAK, MarkKind
from deskeditor.markup.plain_text import body_rows

_SIGN: Final = re.compile(r"(?:[•*–—-]|[0-9]{1,3}[.)])\s+")

_Lined = Paragraph | Heading | Attribution | ListItem


def with_leaves_of(body: Body, earlier: Body) -> Body:
    """Return `body` with the leaves of `earlier` wherever one of the same words stands in it.

    What is no line (a picture, a table, a rule) stays after the leaf that it followed, and is not
    said a second time by its rows. A footnote stays as long as something refers to it.
    """
    old = body_rows(earlier)
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for at, (leaf, text) in enumerate(old):
        rows = [text] if isinstance(leaf, _Lined) else text.split("\n")
        for key in filter(None, map(_key, rows)):
            waiting[key].append(at)
    placed: list[tuple[int, Leaf]] = []
    used: set[int] = set()
    last = -1
    for leaf in body:
        found = waiting.get(_key(leaf_lines(leaf)[0].text)) if isinstance(leaf, _Lined) else None
        if not found:
            placed.append((last, leaf))
            continue
        last = found.popleft()
        if last not in used:
            used.add(last)
            placed.append((last, _dressed(leaf, old[last][0])))
    for at, (leaf, _) in enumerate(old):
        if at not in used and not isinstance(leaf, _Lined):
            after = max((place for place, (came_from, _) in enumerate(placed) if came_from < at), default=-1)
            placed.insert(after + 1, (at, leaf))
    return body_of(_referred_to([leaf for _, leaf in placed]))


def _dressed(leaf: Leaf, old: Leaf) -> Leaf:
    if isinstance(leaf, Heading) and isinstance(old, _Lined) and not isinstance(old, Heading):
        return replace(leaf, line=old.line)
    return old


def _key(text: str) -> str:
    words = " ".join(text.replace(HARD_BREAK, " ").split())
    return _SIGN.sub("", words, count=1) if _SIGN.match(words) else words


def _referred_to(leaves: list[Leaf]) -> list[Leaf]:
    labels = {run.value(MarkKind.FOOTNOTE) for leaf in leaves for line in leaf_lines(leaf) for run in line}
    return [leaf for leaf in leaves if not isinstance(leaf, Footnote) or leaf.label in labels]
