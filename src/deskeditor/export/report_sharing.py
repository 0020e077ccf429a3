"""What of an article's checking may leave the desk: no contact, no note, nobody who asked not to be named."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.claims import Claim
from deskeditor.article.sources import Source, Terms, shareable
from deskeditor.article.withholding import CALENDAR, Hide, hiding
from deskeditor.export.addresses import web_address

_UNNAMED: Final = frozenset({Terms.OFF_RECORD, Terms.BACKGROUND})


def for_sharing(article: Article) -> Article:
    """Return the article with what a shareable report may say of it, its copy as it is.

    Threads, logs, notes and contacts are gone. Of who spoke off the record or on background nothing tells
    who it was: where the desk's own words name such a person, or give a contact, they are withheld.
    """
    hide = hiding(words for source in article.sources for words in _telling(source))
    unnamed = {source.number for source in article.sources if source.terms in _UNNAMED}
    return replace(
        article,
        sources=tuple(_outward(source) for source in article.sources),
        claims=tuple(_claim(claim, hide, unnamed) for claim in article.claims),
        claim_log=(),
        notes=(),
        desk_note="",
        hold=None,
        legal_read=None,
        assignee=None,
    )


def _outward(source: Source) -> Source:
    if source.terms is Terms.BACKGROUND:
        # What was said may be used, but not with a name; titles, addresses and files would give it away.
        return Source(
            number=source.number,
            title="On background",
            kind=source.kind,
            date=source.date,
            terms=source.terms,
            primary=source.primary,
        )
    outward = shareable(source)
    # An address that is not of the web tells of the desk's own machines, and leads nobody else anywhere.
    return replace(outward, url=web_address(outward.url), archived_url=web_address(outward.archived_url), remark="")


def _claim(claim: Claim, hide: Hide, unnamed: set[int]) -> Claim:
    query, stet = claim.query, claim.stet
    return replace(
        claim,
        query=query and replace(query, question=hide(query.question), wording=hide(query.wording)),
        stet=stet and replace(stet, why=hide(stet.why)),
        evidence=tuple(
            replace(one, locator="" if one.source in unnamed else hide(one.locator)) for one in claim.evidence
        ),
        thread=(),
    )


def _telling(source: Source) -> Iterator[str]:
    yield from _whole_and_parts(source.contact, r"[^\s,;]{5,}")
    if source.terms in _UNNAMED:
        yield from _whole_and_parts(source.person, r"\w[\w’'-]+", is_name=True)
        # A title such as "call w/ Klaar 17 July" names who it was, whatever it begins with.
        yield from (word for word in _whole_and_parts(source.title, r"(?<=\s)\w[\w’'-]+", is_name=True))
        yield from filter(None, (source.url, source.archived_url, source.file_name))


def _whole_and_parts(text: str, part: str, *, is_name: bool = False) -> Iterator[str]:
    whole = text.strip()
    if whole:
        yield whole
    for word in re.findall(part, whole):
        if not is_name or (not word[0].islower() and not word[0].isdigit() and word not in CALENDAR):
            yield word
