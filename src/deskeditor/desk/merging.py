"""An article that came back from another desk, made one with what became of it here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final

from deskeditor.article.article import Article
from deskeditor.article.body import Body, leaf_lines, with_lines
from deskeditor.article.claim_log import log_entries
from deskeditor.article.claim_progress import checked
from deskeditor.article.claim_words import anchor_at, claimed_words
from deskeditor.article.claims import (
    Anchor,
    Claim,
    ClaimKind,
    Judgement,
    LogEntry,
    Query,
    Standing,
    Verdict,
)
from deskeditor.article.line import Line, Mark, MarkKind, remarked
from deskeditor.article.notes import Note
from deskeditor.article.place import Field, Place
from deskeditor.compare.merging import merged_copy, merged_items
from deskeditor.compare.runs import Clash
from deskeditor.desk.claim_merging import merged_claims, merged_log, merged_sources
from deskeditor.factcheck.placing import with_claims_placed

_MINE: Final = frozenset(
    {
        *("id", "created", "modified", "stage", "spiked_from", "publication", "assignee", "due", "last_claim"),
        *("last_source", "claims", "sources", "claim_log", "notes", "headline", "standfirst", "summary", "body"),
    }
)
"""What is merged in a way of its own, or says where the piece stands here, which no other desk changes."""

_SEVERAL: Final = frozenset({"tags", "byline", "related"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """The article that both made, and what came back with it; nothing where `article` is as it was."""

    article: Article
    verdicts: int = 0
    answers: int = 0
    queries: int = 0
    wordings: int = 0
    """Suggested wordings, those among them that came of words which both changed."""
    claims: int = 0
    sources: int = 0
    edits: bool = False
    """Whether the copy was changed."""
    unsure: int = 0
    lost: int = 0
    both: tuple[int, ...] = ()
    """The numbers of claims on which both sides said something."""
    renumbered: Mapping[int, int] | None = None
    """Claims that have other numbers here than there, by those they have there."""


def merged_articles(base: Article, mine: Article, theirs: Article, *, sender: str, now: datetime) -> Merge:
    """Return `mine` with all that `theirs` changed since `base`. Merging the same again changes nothing.

    `base` is the last state that both sides had. Where both changed the same words of the copy, mine
    stay and theirs are suggested. `sender` is who sent `theirs`, `now` an aware instant for the log.
    """
    sides = base, mine, theirs
    needed = frozenset(one.source for claim in (*mine.claims, *theirs.claims) for one in claim.evidence)
    sources = merged_sources(
        base.sources, mine.sources, theirs.sources, last=max(one.last_source for one in sides), needed=needed
    )
    claims = merged_claims(
        base.claims,
        mine.claims,
        theirs.claims,
        sources=sources.numbers,
        last=max(one.last_claim for one in sides),
        author=sender,
    )
    known = {claim.id for claim in mine.claims}
    revived = {claim.id for claim in claims.claims} - known
    copy = merged_copy(_without(base, revived), mine, theirs, known=known)
    made, last = list(claims.claims), claims.last
    for clash in (*copy.clashes, *copy.aside):
        last += 1
        made.append(_suggested(clash, copy.article, theirs, sender=sender, number=last))
    removed = known - {claim.id for claim in claims.claims}
    article = replace(
        _without(copy.article, removed),
        **_fields(base, mine, theirs),
        notes=_merged_notes(base.notes, mine.notes, theirs.notes),
        claims=tuple(made),
        sources=sources.sources,
        last_claim=max([mine.last_claim, theirs.last_claim, *(one.number for one in made if one.id not in known)]),
        last_source=max(sources.last, mine.last_source, theirs.last_source),
        claim_log=merged_log(base.claim_log, mine.claim_log, theirs.claim_log, claims.numbers),
    )
    article = _placed(article, mine, theirs)
    if article == mine:
        return Merge(article=mine)
    article = _logged(article, mine, sender=sender, now=now)
    return _counted(article, mine, theirs, claims.numbers)


def _fields(base: Article, mine: Article, theirs: Article) -> dict[str, Any]:
    """The other fields: what only one side changed is taken; where both did, mine, and of lists the items of both."""
    values: dict[str, Any] = {}
    for spec in fields(Article):
        if spec.name in _MINE:
            continue
        was, ours, other = (getattr(article, spec.name) for article in (base, mine, theirs))
        if spec.name in _SEVERAL:
            values[spec.name] = merged_items(was, ours, other)
        elif spec.name == "desk_note" and ours != was and other not in (was, ours):
            # Two people wrote to the desk: both are read.
            values[spec.name] = ours if other in ours else "\n".join(filter(None, (ours, _added(was, other))))
        else:
            values[spec.name] = other if ours == was else ours
    return values


def _added(before: str, after: str) -> str:
    return after.removeprefix(before).strip("\n")


def _merged_notes(base: tuple[Note, ...], mine: tuple[Note, ...], theirs: tuple[Note, ...]) -> tuple[Note, ...]:
    was = {note.id: note for note in base}
    others = {note.id: note for note in theirs}
    made: list[Note] = []
    for note in mine:
        other, before = others.pop(note.id, None), was.get(note.id)
        if other is None:
            if before != note:
                made.append(note)
            continue
        known = before.thread if before is not None else ()
        said = tuple(one for one in other.thread if one not in known and one not in note.thread)
        is_resolved = other.resolved if before is not None and note.resolved == before.resolved else note.resolved
        made.append(replace(note, thread=(*note.thread, *said), resolved=is_resolved))
    made += [note for note in others.values() if was.get(note.id) != note]
    return tuple(made)


# Claims and their words


def _suggested(clash: Clash, article: Article, theirs: Article, *, sender: str, number: int) -> Claim:
    """The claim that says how the other side words what both changed; without a wording, that it left the words out."""
    words = claimed_words(article).get(clash.claim)
    at = theirs.modified
    place = words.places[0] if words is not None else Place(field=Field.BODY)
    said = words.words if words is not None else ""
    asked = "Both desks changed these words." if clash.wording else "Left out there, and changed here. Is it to stay?"
    judgement = Judgement(verdict=Verdict.CHANGE, words=said, by=sender, at=at)
    return Claim(
        id=clash.claim,
        number=number,
        kind=ClaimKind.PARAPHRASE,
        anchor=anchor_at(article, place) if words is not None else Anchor(quote=clash.wording, place=place),
        by=sender,
        query=Query(question=asked, wording=clash.wording, by=sender, at=at),
        judgement=judgement if clash.wording else None,
        standing=Standing.PLACED if words is not None else Standing.LOST,
    )


def _placed(article: Article, mine: Article, theirs: Article) -> Article:
    """The article with an anchor of today for each claim that came or moved.

    A claim of theirs whose words have no place in what both made is looked for: placed, unsure or lost.
    One that lay on words here which are gone now was cut.
    """
    before = {claim.id: claim for claim in mine.claims}
    found, others = claimed_words(article), claimed_words(theirs)
    sought = [one for one in article.claims if one.id not in (*found, *before) and one.id in others]
    if sought:
        article = with_claims_placed(article, sought)
        found = claimed_words(article)
    ours = claimed_words(mine)

    def placed(claim: Claim) -> Claim:
        is_as_it_was = before.get(claim.id) == claim and found.get(claim.id) == ours.get(claim.id)
        if claim.id not in found or is_as_it_was:
            return claim
        return replace(claim, anchor=anchor_at(article, found[claim.id].places[0]))

    return replace(article, claims=tuple(map(placed, article.claims)))


def _without(article: Article, ids: set[str]) -> Article:
    """The article without the marks of some claims."""
    if not ids:
        return article
    gone = frozenset(Mark(MarkKind.CLAIM, each) for each in ids)

    def bare(line: Line) -> Line:
        return remarked(line, lambda marks: marks - gone)

    return replace(
        article,
        headline=bare(article.headline),
        standfirst=bare(article.standfirst),
        summary=tuple(replace(bullet, line=bare(bullet.line)) for bullet in article.summary),
        body=Body(tuple(with_lines(leaf, tuple(map(bare, leaf_lines(leaf)))) for leaf in article.body)),
    )


def _logged(article: Article, mine: Article, *, sender: str, now: datetime) -> Article:
    """The article, its log saying too what nobody logged on the other side: words that changed, claims that came."""
    said = {(entry.claim, entry.text) for entry in article.claim_log if entry not in set(mine.claim_log)}
    entries = log_entries(checked(mine), checked(article), by=sender, at=now)
    fresh: Sequence[LogEntry] = [entry for entry in entries if (entry.claim, entry.text) not in said]
    return replace(article, claim_log=(*article.claim_log, *fresh)) if fresh else article


def _counted(article: Article, mine: Article, theirs: Article, numbers: Mapping[int, int]) -> Merge:
    before = {claim.id: claim for claim in mine.claims}
    now = {claim.id: claim for claim in article.claims}
    pairs = [(before.get(claim_id), claim) for claim_id, claim in now.items()]
    bare = {claim.id for claim in (*mine.claims, *article.claims)}
    others = {claim.id: claim for claim in theirs.claims}
    return Merge(
        article=article,
        verdicts=sum(
            _differs(was, claim, "judgement")
            and claim.judgement is not None
            and not (claim.query and claim.query.wording)
            for was, claim in pairs
        ),
        answers=sum(len(claim.thread) - (len(was.thread) if was is not None else 0) for was, claim in pairs),
        queries=sum(
            _differs(was, claim, "query") and claim.query is not None and not claim.query.wording
            for was, claim in pairs
        ),
        wordings=sum(
            _differs(was, claim, "query") and claim.query is not None and bool(claim.query.wording)
            for was, claim in pairs
        ),
        claims=sum(was is None and claim.id in others for was, claim in pairs),
        sources=len({source.number for source in article.sources} - {source.number for source in mine.sources}),
        edits=_without(_copy(article), bare) != _without(_copy(mine), bare),
        unsure=sum(
            claim.standing is Standing.UNSURE and (was is None or was.standing is not Standing.UNSURE)
            for was, claim in pairs
        ),
        lost=sum(
            claim.standing is Standing.LOST and (was is None or was.standing is not Standing.LOST)
            for was, claim in pairs
        ),
        both=tuple(
            claim.number
            for was, claim in pairs
            if was is not None and was.judgement is not None and _differs(was, claim, "judgement")
        ),
        renumbered={old: new for old, new in numbers.items() if old != new},
    )


def _copy(article: Article) -> Article:
    blank = Article(id=article.id, created=article.created, modified=article.created)
    return replace(
        blank,
        headline=article.headline,
        standfirst=article.standfirst,
        summary=article.summary,
        body=article.body,
    )


def _differs(was: Claim | None, now: Claim, name: str) -> bool:
    return bool(getattr(was, name, None) != getattr(now, name))
