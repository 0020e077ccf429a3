"""What the checker reads of a claim or a fact: what it is, what was said of it, what it stands on."""

from collections.abc import Iterable
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.claim_log import ADDRESSEE_WORDS
from deskeditor.article.claim_progress import OUT, Checked, Difference, Progress
from deskeditor.article.claims import Evidence, Standing
from deskeditor.article.passages import passages_of
from deskeditor.article.sources import Source, source_numbered
from deskeditor.article.sourcing import source_at, title_of
from deskeditor.factcheck.walk import Stop
from deskeditor.ui.claim_looks import KIND_WORDS, standing_words

_LONGEST_LINK: Final = 40
"""Characters of an address on a button."""


def bar_words(stop: Stop, article: Article, left: int | None) -> tuple[str, str, str]:
    """Return where a walk stands, the words at hand and what is known of them; `left` stops are still to come."""
    one = stop.checked
    kind = KIND_WORDS[stop.kind]
    number = f"Number {one.claim.number} · " if one is not None else ""
    standing = f" · {standing_words(one)}" if one is not None else f" · {stop.reason}" if stop.reason else ""
    where = f"{number}{kind}{standing}" + (f" · {left} to go" if left is not None else "")
    told = claim_words(one, article) if one is not None else ()
    return where, f"“{stop.words}”", "\n".join((*told, *passage_words(stop, article)))


def passage_words(stop: Stop, article: Article) -> tuple[str, ...]:
    """The passage that the bullet at hand sums up, to be read below it."""
    if stop.place.bullet is None:
        return ()
    passage = passages_of(article).get(str(stop.place.bullet))
    return (f"Its passage: “{passage}”",) if passage else ("This point has no passage yet.",)


def claim_words(one: Checked, article: Article) -> tuple[str, ...]:
    """Rows about a claim: what changed, the query, the verdict and its sources, the answers."""
    claim = one.claim
    rows: list[str] = []
    judged = claim.stet.words if claim.stet is not None else claim.judgement.words if claim.judgement else None
    if claim.reworded:
        rows.append(f"It was reworded: before, it read “{claim.reworded}”.")
    elif one.changed is Difference.WORDS and judged is not None:
        rows.append(f"It was judged as “{judged}”.")
    elif one.changed is Difference.PUNCTUATION and judged is not None:
        rows.append(f"Only signs changed since it was judged as “{judged}”.")
    if claim.standing is Standing.UNSURE:
        rows.append(f"The text was changed elsewhere; it stood on “{claim.anchor.quote}”.")
    if claim.query is not None:
        rows.append(f"{claim.query.by} asks {ADDRESSEE_WORDS[claim.query.to]}: {claim.query.question or '—'}")
        if claim.query.wording:
            rows.append(f"Suggested: “{claim.query.wording}”")
    if claim.stet is not None:
        rows.append(f"Stet by {claim.stet.by}: {claim.stet.why}")
    elif claim.judgement is not None:
        rows.append(f"Judged by {claim.judgement.by}")
    rows.extend(evidence_words(evidence, article.sources) for evidence in claim.evidence)
    rows.extend(f"{remark.author}: {remark.text}" for remark in claim.thread)
    return tuple(rows)


def evidence_words(evidence: Evidence, sources: Iterable[Source]) -> str:
    """A source as a row: its number, its title, and where in it."""
    source = source_numbered(sources, evidence.source)
    title = source.title if source is not None else "is no longer listed"
    where = f", {evidence.locator}" if evidence.locator else ""
    return f"Source {evidence.source}: {title}{where}" + (" (speaks against it)" if evidence.contradicts else "")


def link_words(link: str, article: Article) -> str:
    """What the key does that takes the link of a sentence as its source."""
    known = source_at(article.sources, link)
    if known is not None:
        return f"OK, linked source {known.number}"
    title = title_of(link)
    return f"OK, link {title if len(title) <= _LONGEST_LINK else f'{title[: _LONGEST_LINK - 1]}…'}"


def counts_text(found: Iterable[Checked], unclaimed: int) -> str:
    """How far the checking has come, in a row: nothing is said of what there is none of."""
    standing = [one.progress for one in found]
    parts = (
        (sum(progress is Progress.SETTLED for progress in standing), "settled"),
        (sum(progress in OUT for progress in standing), "out"),
        (sum(progress is Progress.RECHECK for progress in standing), "recheck"),
        (sum(progress is Progress.UNSURE for progress in standing), "unsure"),
        (sum(progress is Progress.UNCHECKED for progress in standing) + unclaimed, "unchecked"),
    )
    return " · ".join(f"{count} {word}" for count, word in parts if count) or "Nothing to check"
