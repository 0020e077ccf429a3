"""The copy to read that lies in a hand-off: the piece, its claims and its sources as one plain page."""

from collections.abc import Iterator

from deskeditor.article.article import Article
from deskeditor.article.claim_log import ADDRESSEE_WORDS, VERDICT_WORDS
from deskeditor.article.claim_progress import Checked, checked
from deskeditor.article.published import published, published_line
from deskeditor.article.sources import Source
from deskeditor.markup.html_writer import escaped, write_html, write_html_line

_STYLE = (
    "body{font:1.1rem/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;"
    "background:#fff}h1{line-height:1.2}table{border-collapse:collapse}td,th{padding:.2rem .6rem;"
    "border:1px solid #bbb;text-align:start;vertical-align:top}.small{font-size:.9rem;color:#444}"
)


def readable_copy(article: Article, *, sender: str) -> bytes:
    """Return the page as UTF-8; `article` holds only what may leave the desk."""
    return "".join(_page(article, sender)).encode("utf-8", "replace")


def _page(article: Article, sender: str) -> Iterator[str]:
    title = escaped(article.headline.text or "No headline")
    yield f'<!DOCTYPE html>\n<html lang="{escaped(article.language)}">\n<head>\n<meta charset="utf-8">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<article>\n<h1>{title}</h1>\n"
    if article.standfirst:
        yield f"<p><em>{write_html_line(published_line(article.standfirst))}</em></p>\n"
    if article.byline:
        yield f"<p>By {escaped(', '.join(person.name for person in article.byline))}</p>\n"
    if article.summary:
        points = "".join(f"<li>{write_html_line(published_line(bullet.line))}</li>" for bullet in article.summary)
        yield f"<ul>{points}</ul>\n"
    yield write_html(published(article.body))
    yield "\n</article>\n"
    if article.claims:
        yield "<h2>Claims</h2>\n<table><tr><th>Number</th><th>Words</th><th>So far</th></tr>\n"
        yield from map(_row, checked(article))
        yield "</table>\n"
    if article.sources:
        yield "<h2>Sources</h2>\n<ol>\n"
        yield from (f'<li value="{source.number}">{escaped(_told(source))}</li>\n' for source in article.sources)
        yield "</ol>\n"
    at = f"{article.modified:%Y-%m-%d %H:%M %Z}".strip()
    yield f'<p class="small">Handed off by {escaped(sender)}, as of {at}. Open the file in Deskeditor to check it.</p>'
    yield "\n</body>\n</html>\n"


def _row(one: Checked) -> str:
    words = one.words if one.words is not None else one.claim.anchor.quote
    return f"<tr><td>{one.claim.number}</td><td>{escaped(words)}</td><td>{escaped(_so_far(one))}</td></tr>\n"


def _so_far(one: Checked) -> str:
    claim = one.claim
    told: list[str] = []
    if claim.judgement is not None:
        told.append(f"{VERDICT_WORDS[claim.judgement.verdict]} ({claim.judgement.by})")
    if claim.query is not None:
        wording = f" Suggested: “{claim.query.wording}”." if claim.query.wording else ""
        told.append(f"Query to {ADDRESSEE_WORDS[claim.query.to]}: {claim.query.question}{wording}")
    if claim.stet is not None:
        told.append(f"Stet: {claim.stet.why}")
    told += [f"{remark.author}: {remark.text}" for remark in claim.thread]
    told += [
        f"Source {evidence.source}{', ' if evidence.locator else ''}{evidence.locator}" for evidence in claim.evidence
    ]
    return " · ".join(told) or "unchecked"


def _told(source: Source) -> str:
    return ", ".join(filter(None, (source.title, source.person, source.url, source.date, source.remark)))
