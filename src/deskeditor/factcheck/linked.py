"""The link that is offered as the source of words: one that lies on them, else the nearest one in their sentence."""

from dataclasses import replace

from deskeditor.article.article import Article
from deskeditor.article.line import Line, MarkKind
from deskeditor.article.place import Place
from deskeditor.article.placed_lines import placed_lines
from deskeditor.language.sentences import sentences


def link_of(article: Article, place: Place) -> str:
    """Return the address of the page that the sentence of the words at a place links to, "" where it links to none."""
    for begun, line in placed_lines(article):
        length = len(line)
        is_same = replace(begun, start=0, end=0) == replace(place, start=0, end=0)
        if is_same and begun.start <= place.start <= begun.start + length:
            return _nearest(line, place.start - begun.start, place.end - begun.start, article.language)
    return ""


def _nearest(line: Line, start: int, end: int, language: str) -> str:
    first, last = next(
        ((first, last) for first, last in sentences(line.text, language) if first <= start < last), (start, end)
    )
    last = max(last, end)
    found: list[tuple[int, int, str]] = []
    at = 0
    for run in line:
        address = next((mark.value for mark in run.marks if mark.kind is MarkKind.LINK), "")
        begins, ends = max(at, first), min(at + len(run.text), last)
        at += len(run.text)
        if begins < ends and address.casefold().startswith(("https://", "http://")):
            found.append((max(begins - end, start - ends, -1), begins, address))
    return min(found)[2] if found else ""
