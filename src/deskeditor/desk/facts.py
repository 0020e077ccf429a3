"""Facts as plain data that JSON can hold: what the command line prints."""

from typing import Any

from deskeditor.article.article import Article
from deskeditor.article.finding import Finding
from deskeditor.desk.importing import Read
from deskeditor.export.claim_data import claim_data, place_data
from deskeditor.language.words import body_words
from deskeditor.markup.markdown_writer import write_markdown
from deskeditor.markup.plain_text import body_text, line_text
from deskeditor.store import ArticleHead

Facts = dict[str, Any]


def article_facts(article: Article) -> Facts:
    """Return the article as JSON data; lines are plain text, the body plain text and Markdown."""
    return {
        "id": str(article.id),
        "headline": line_text(article.headline),
        "standfirst": line_text(article.standfirst),
        "summary": [line_text(bullet.line) for bullet in article.summary],
        "tags": [tag.label for tag in article.tags],
        "byline": [{"name": person.name} for person in article.byline],
        "credit": {"name": article.credit.name, "url": article.credit.url, "about": article.credit.about},
        "access": article.access.value,
        "section": article.section,
        "dateline": article.dateline,
        "slugline": article.slugline,
        "related": [{"title": related.title, "url": related.url} for related in article.related],
        "stage": article.stage.value,
        "language": article.language,
        "word_count": body_words(article.body),
        "desk_note": article.desk_note,
        "body_text": body_text(article.body),
        "body_markdown": write_markdown(article.body),
        "claims": claim_data(article),
    }


def head_facts(head: ArticleHead) -> Facts:
    """Return a line of an article list as JSON data."""
    return {
        "id": str(head.id),
        "headline": head.headline,
        "stage": head.stage.value,
        "tags": [tag.label for tag in head.tags],
        "updated": head.modified.isoformat(),
        "snippet": head.snippet,
    }


def import_facts(read: Read) -> Facts:
    """Return what came of an import as JSON data."""
    imported = read.imported
    return {
        "id": str(imported.article.id),
        "headline": imported.article.headline.text,
        "format": imported.format,
        "warnings": list(imported.warnings),
        "dropped": list(imported.dropped),
    }


def finding_facts(finding: Finding) -> Facts:
    """Return a finding as JSON data."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "text": finding.text,
        "place": place_data(finding.place),
    }
