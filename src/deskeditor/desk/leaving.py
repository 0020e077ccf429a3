"""An article as it may leave the desk for another one: with all of its checking, and nobody who must not be named."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.claims import Claim
from deskeditor.article.notes import Note, Remark
from deskeditor.article.sources import Source, Terms, shareable
from deskeditor.article.withholding import CALENDAR, Hide, hiding

_SHORTEST: Final = 3


def leaving(article: Article) -> Article:
    """Return the article without contacts, and without anything that tells who spoke off the record.

    The copy stays as it is. What the desk says beside it (claims' threads, queries, notes, the log)
    keeps its words but for those that name such a person or give a contact.
    """
    hide = hiding(words for source in article.sources for words in _telling(source))
    return replace(
        article,
        sources=tuple(_told(source, hide) for source in article.sources),
        claims=tuple(_claim(claim, hide) for claim in article.claims),
        claim_log=tuple(replace(entry, text=hide(entry.text)) for entry in article.claim_log),
        notes=tuple(_note(note, hide) for note in article.notes),
        desk_note=hide(article.desk_note),
        hold=article.hold and replace(article.hold, why=hide(article.hold.why)),
        legal_read=article.legal_read and replace(article.legal_read, why=hide(article.legal_read.why)),
    )


def _told(source: Source, hide: Hide) -> Source:
    told = shareable(source)
    if told.terms is Terms.OFF_RECORD:
        return told
    # Another source's remark may name a person who spoke off the record as well.
    return replace(told, title=hide(told.title), remark=hide(told.remark))


def _claim(claim: Claim, hide: Hide) -> Claim:
    return replace(
        claim,
        query=claim.query
        and replace(claim.query, question=hide(claim.query.question), wording=hide(claim.query.wording)),
        stet=claim.stet and replace(claim.stet, why=hide(claim.stet.why)),
        thread=_thread(claim.thread, hide),
        evidence=tuple(replace(one, locator=hide(one.locator)) for one in claim.evidence),
    )


def _note(note: Note, hide: Hide) -> Note:
    return replace(note, thread=_thread(note.thread, hide))


def _thread(thread: tuple[Remark, ...], hide: Hide) -> tuple[Remark, ...]:
    return tuple(replace(remark, text=hide(remark.text)) for remark in thread)


def _telling(source: Source) -> Iterator[str]:
    for words in filter(None, (source.contact.strip(),)):
        yield words
        yield from (part for part in re.split(r"[\s,;]+", words) if len(part) > _SHORTEST)
    if source.terms is not Terms.OFF_RECORD:
        return
    yield from filter(None, (source.url, source.archived_url, source.file_name, source.title.strip()))
    # A title such as “call w/ Klaar 17 July” names who it was.
    named = re.findall(r"(?<=\s)\w[\w’'-]+", source.title)
    yield from (word for word in named if word[0].isupper() and word not in CALENDAR and len(word) >= _SHORTEST)
    for words in filter(None, (source.person.strip(),)):
        yield words
        # A remark says “Klaar told me” more often than the whole name.
        yield from (part for part in re.findall(r"\w[\w’'-]+", words) if len(part) >= _SHORTEST)
