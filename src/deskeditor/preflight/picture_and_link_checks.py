"""Checks of what a page shows or points to beside its words."""

import ipaddress
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from deskeditor.article.article import Article
from deskeditor.article.body import Embed, Figure, leaf_lines
from deskeditor.article.finding import Severity
from deskeditor.article.line import MarkKind
from deskeditor.article.links import safe_href
from deskeditor.article.place import Field, Place
from deskeditor.preflight.check import Check, Circumstances, Remark, at

_SMALLEST_WIDTH: Final = 600
_LOCAL_NAMES: Final = re.compile(
    r"localhost|.*\.(?:local|localhost|internal|lan|home|test|invalid)|[^.]+", re.IGNORECASE
)


def _pictures(article: Article) -> Iterator[tuple[Figure, Place]]:
    if article.lead_image:
        yield article.lead_image, at(Field.LEAD_IMAGE)
    for number, leaf in enumerate(article.body):
        if isinstance(leaf, Figure):
            yield leaf, Place(field=Field.BODY, leaf=number)


def _missing_pictures(seen: Circumstances) -> Iterator[Remark]:
    for figure, place in _pictures(seen.article):
        if seen.media is not None and not seen.media.has(figure.media):
            yield Remark(text="A picture is missing from the store: put it in again or take it out.", place=place)


def _pictures_without_alt(seen: Circumstances) -> Iterator[Remark]:
    for figure, place in _pictures(seen.article):
        if not figure.decorative and not figure.alt.strip():
            yield Remark(
                text="A picture has no text for readers who can't see it: describe it, or mark it as decorative.",
                place=place,
            )


def _pictures_without_credit(seen: Circumstances) -> Iterator[Remark]:
    for figure, place in _pictures(seen.article):
        if not figure.credit.strip():
            yield Remark(text="A picture has no credit.", place=place)


def _small_pictures(seen: Circumstances) -> Iterator[Remark]:
    for figure, place in _pictures(seen.article):
        if seen.media is not None and seen.media.has(figure.media):
            width = seen.media.size(figure.media).width
            if width < _SMALLEST_WIDTH:
                yield Remark(
                    text=f"A picture is {width} pixels wide; from {_SMALLEST_WIDTH} on it looks sharp.", place=place
                )


def _links(article: Article) -> Iterator[tuple[str, Place]]:
    for number, leaf in enumerate(article.body):
        if isinstance(leaf, Embed):
            yield leaf.url, Place(field=Field.BODY, leaf=number)
        for line in leaf_lines(leaf):
            start = 0
            for run in line:
                end = start + len(run.text)
                if run.has(MarkKind.LINK):
                    # In a table places count over all its cells: the whole table is shown instead.
                    span = (start, end) if len(leaf_lines(leaf)) == 1 else (0, 0)
                    place = Place(field=Field.BODY, leaf=number, start=span[0], end=span[1])
                    yield run.value(MarkKind.LINK), place
                start = end
    if article.credit.url.strip():
        yield article.credit.url.strip(), at(Field.CREDIT)
    for read in article.related:
        if read.url.strip():
            yield read.url.strip(), at(Field.RELATED)


def _broken_links(seen: Circumstances) -> Iterator[Remark]:
    for address, place in _links(seen.article):
        if _is_broken(address):
            yield Remark(text=f"The link “{address}” is not a whole web address.", place=place)


def _is_broken(address: str) -> bool:
    if safe_href(address) is None:
        return True
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return True
    if parts.scheme in ("mailto", "tel"):
        return not parts.path
    return parts.scheme not in ("http", "https") or not host


def _private_links(seen: Circumstances) -> Iterator[Remark]:
    for address, place in _links(seen.article):
        if not _is_broken(address) and _is_private(urlsplit(address).hostname or ""):
            yield Remark(text=f"The link “{address}” leads into a private network.", place=place)


def _is_private(host: str) -> bool:
    if not host:
        return False
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return _LOCAL_NAMES.fullmatch(host) is not None


PICTURE_AND_LINK_CHECKS: Final = (
    Check(code="pictures.missing", severity=Severity.BLOCKING, find=_missing_pictures),
    Check(code="pictures.alt", severity=Severity.WARNING, find=_pictures_without_alt),
    Check(code="links.broken", severity=Severity.WARNING, find=_broken_links),
    Check(code="links.private", severity=Severity.WARNING, find=_private_links),
    Check(code="pictures.credit", severity=Severity.ADVICE, find=_pictures_without_credit),
    Check(code="pictures.small", severity=Severity.ADVICE, find=_small_pictures),
)
