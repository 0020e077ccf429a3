"""An article's facts in lines of plain text, for a terminal."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from deskeditor.article.claim_log import VERDICT_WORDS
from deskeditor.article.claim_words import in_marks
from deskeditor.article.claims import Verdict
from deskeditor.desk.facts import Facts


def told_imports(facts: Sequence[Facts]) -> Iterator[str]:
    """Say what came in, and what was left out of it."""
    for fact in facts:
        yield f"{fact['id']}  {fact['headline'] or '(no headline)'}  [{fact['format']}]"
        yield from (f"    warning: {warning}" for warning in fact["warnings"])
        if fact["dropped"]:
            yield f"    left out: {len(fact['dropped'])} pieces; the original is kept"


def told_heads(facts: Sequence[Facts]) -> Iterator[str]:
    """Say a line for each article of a list."""
    for fact in facts:
        tags = f"  ({', '.join(fact['tags'])})" if fact["tags"] else ""
        headline = fact["headline"] or "(no headline)"
        updated = datetime.fromisoformat(fact["updated"]).astimezone(UTC)
        yield f"{fact['id'][:8]}  {updated:%Y-%m-%dT%H:%MZ}  {fact['stage']:<9}  {headline}{tags}"


def told_article(facts: Facts) -> Iterator[str]:
    """Say what an article holds."""
    yield facts["headline"] or "(no headline)"
    yield from filter(None, (facts["standfirst"],))
    byline = ", ".join(person["name"] for person in facts["byline"])
    credit = facts["credit"]["name"]
    yield " · ".join(filter(None, (byline, credit, facts["stage"], facts["access"], f"{facts['word_count']} words")))
    yield from (f"• {bullet}" for bullet in facts["summary"])
    if facts["tags"]:
        yield f"Tags: {', '.join(facts['tags'])}"
    yield ""
    yield facts["body_text"]
    if facts["desk_note"]:
        yield f"\nDesk note: {facts['desk_note']}"


def told_claims(facts: Sequence[Facts]) -> Iterator[str]:
    """Say each claim: its number and words, where it stands, and what is asked or was decided."""
    for fact in facts:
        words = " ".join(fact["words"].split())
        said = " · ".join(filter(None, (_progress(fact), _sources(fact), fact["by"])))
        yield f"{fact['number']:>4}  {in_marks(words)}  {said}"
        if (query := fact["query"]) is not None:
            wording = f" Suggested: {in_marks(query['wording'])}" if query["wording"] else ""
            yield f"      {query['by']} asks: {query['question'] or '—'}{wording}"
        yield from (f"      {answer['author']}: {answer['text']}" for answer in fact["answers"])
        if (stet := fact["stet"]) is not None:
            yield f"      stet, {stet['by']}: {stet['why']}"


def _progress(fact: Facts) -> str:
    progress = fact["progress"].replace("_", " ")
    verdict = VERDICT_WORDS[Verdict(fact["verdict"])] if fact["verdict"] else ""
    return f"{progress}: {verdict}" if verdict else progress


def _sources(fact: Facts) -> str:
    named = [
        f"{one['number']}{', ' if one['locator'] else ''}{one['locator']}{' (against)' if one['contradicts'] else ''}"
        for one in fact["sources"]
    ]
    return f"source {'; '.join(named)}" if named else ""


def told_findings(facts: Sequence[Facts]) -> Iterator[str]:
    """Say a line for each finding."""
    yield from (f"{fact['severity']}: {fact['text']} [{fact['place']['field']}: {fact['code']}]" for fact in facts)
