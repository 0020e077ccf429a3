"""What came of a hand-off, as data and in a sentence."""

from collections.abc import Iterator

from deskeditor.desk.facts import Facts
from deskeditor.desk.handoff import FORMAT, HandedOff, Taken
from deskeditor.desk.merging import Merge


def handed_off_facts(sent: HandedOff) -> Facts:
    """Return where a hand-off went as JSON data."""
    return {"id": str(sent.article_id), "path": str(sent.path), "missing": list(sent.missing)}


def taken_facts(taken: Taken) -> Facts:
    """Return what came of a hand-off as JSON data; all counts are 0 where nothing was merged."""
    merge = taken.merge or Merge(article=taken.article)
    return {
        "id": str(taken.article.id),
        "headline": taken.article.headline.text,
        "format": FORMAT,
        "from": taken.sender,
        "new": taken.merge is None and not taken.again,
        "again": taken.again,
        "verdicts": merge.verdicts,
        "answers": merge.answers,
        "queries": merge.queries,
        "wordings": merge.wordings,
        "claims": merge.claims,
        "sources": merge.sources,
        "edits": merge.edits,
        "unsure": merge.unsure,
        "lost": merge.lost,
        "judged_twice": list(merge.both),
        "renumbered": {str(old): new for old, new in (merge.renumbered or {}).items()},
        "warnings": [],
        "dropped": [],
    }


def told_handoff(sent: HandedOff) -> str:
    """Say where a hand-off went."""
    missing = len(sent.missing)
    lack = f" {_counted(missing, 'file', 'files')} that it names could not be found." if missing else ""
    return f"Handed off as {sent.path}.{lack}"


def told_taken(taken: Taken) -> str:
    """Say what came back, and what asks for a look."""
    sender = f" from {taken.sender}" if taken.sender else ""
    if taken.again:
        return f"This hand-off{sender} was taken in before: nothing was changed."
    if taken.merge is None:
        return f"A check copy{sender}. When you are done, send it back."
    return " ".join(_said(taken.merge, sender))


def _said(merge: Merge, sender: str) -> Iterator[str]:
    counts = (
        (merge.verdicts, "verdict", "verdicts"),
        (merge.answers, "answer", "answers"),
        (merge.queries, "query", "queries"),
        (merge.wordings, "suggested wording", "suggested wordings"),
        (merge.claims, "new claim", "new claims"),
        (merge.sources, "source", "sources"),
    )
    parts = [_counted(count, one, many) for count, one, many in counts if count]
    if merge.edits:
        parts.append("edits of the copy")
    if not parts:
        yield f"Nothing new came back{sender}."
        return
    doubts = [
        f"{_counted(count, 'claim is', 'claims are')} {what}"
        for count, what in ((merge.unsure, "unsure"), (merge.lost, "lost"))
        if count
    ]
    told = ", ".join(parts)
    yield f"{told[0].upper()}{told[1:]} came back{sender}{'; ' if doubts else ''}{' and '.join(doubts)}."
    if merge.both:
        numbers = ", ".join(map(str, merge.both))
        yield f"Judged at both desks, the later word holds: number {numbers}."
    if merge.renumbered:
        changed = ", ".join(f"{old} is now {new}" for old, new in merge.renumbered.items())
        yield f"Numbers given at both desks: theirs {changed}."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
