"""What is told of a query on its row: number and words, question and suggestion, who asks whom, the answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from deskeditor.article.claim_log import ADDRESSEE_WORDS
from deskeditor.article.claim_progress import Checked
from deskeditor.article.claims import Query
from deskeditor.article.notes import Remark
from deskeditor.article.waiting_query import WaitingQuery
from deskeditor.ui.times import moment_text

_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Tells queries with times as a person reads them now."""

    now: Callable[[], datetime]
    zone: tzinfo

    def row(self, one: Checked) -> str:
        """A query of the article at hand; its words stand on the first line."""
        claim = one.claim
        words = one.words if one.words is not None else claim.anchor.quote
        query = self._asked(claim.query) if claim.query is not None else ("It must read otherwise.",)
        return "\n".join((f"{claim.number}  {_quoted(words)}", *query, *map(self.remark, claim.thread)))

    def waiting_row(self, one: WaitingQuery) -> str:
        """A query of another article."""
        return "\n".join(
            (
                one.headline.strip() or "Untitled",
                f"{one.number}  {_quoted(one.words)}",
                *self._asked(one.query),
            )
        )

    def remark(self, remark: Remark) -> str:
        """An answer: who, when, what."""
        at = f", {moment_text(remark.at, self.now(), self.zone)}" if remark.at is not None else ""
        return f"{remark.author or 'Somebody'}{at}: {_short(remark.text)}"

    def _asked(self, query: Query) -> tuple[str, ...]:
        when = moment_text(query.at, self.now(), self.zone)
        rows = [_short(query.question)] if query.question.strip() else []
        if query.wording:
            rows.append(f"Suggested: {_quoted(query.wording)}")
        return (*rows, f"{query.by or 'Somebody'} asks {ADDRESSEE_WORDS[query.to]}, {when}")


def _quoted(words: str) -> str:
    return f"“{_short(' '.join(words.replace(chr(0xFFFC), '').split()))}”"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
