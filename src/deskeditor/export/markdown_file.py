"""Markdown with front matter: every published field, so that reading it back gives the same article."""

from typing import Any

import yaml

from deskeditor.article.article import Article
from deskeditor.article.body import Figure
from deskeditor.export.media_urls import beside_the_page
from deskeditor.markup.markdown_writer import write_markdown, write_markdown_line


def write_markdown_file(article: Article) -> bytes:
    """Return the article as Markdown (UTF-8) under a YAML front matter; what is empty is left out.

    Headline, standfirst, bullets, editor's note and captions are inline Markdown. Pictures lie in `media/`.
    """
    fields = {key: value for key, value in _fields(article).items() if value not in ("", None, [], {})}
    matter = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, default_flow_style=False, width=1_000_000)
    body = write_markdown(article.body, media_url=beside_the_page)
    return f"---\n{matter}---\n\n{body.strip(chr(10))}\n".encode()


def _fields(article: Article) -> dict[str, Any]:
    published = article.publication
    return {
        "title": write_markdown_line(article.headline),
        "standfirst": write_markdown_line(article.standfirst),
        "summary": [write_markdown_line(bullet.line) for bullet in article.summary],
        "tags": [tag.label for tag in article.tags],
        "byline": [person.name for person in article.byline],
        "credit": _filled({"name": article.credit.name, "url": article.credit.url, "about": article.credit.about}),
        "section": article.section,
        "dateline": article.dateline,
        "slugline": article.slugline,
        "slug": article.url_slug,
        "language": article.language,
        "access": article.access.value,
        "date": published.at.isoformat(timespec="seconds") if published else "",
        "url": published.url if published else "",
        "image": _picture(article.lead_image) if article.lead_image else {},
        "related": [_filled({"title": read.title, "url": read.url}) for read in article.related],
        "search_headline": article.search_headline,
        "social_headline": article.social_headline,
        "description": article.description,
        "usage_terms": article.usage_terms,
        "editors_note": write_markdown_line(article.editors_note),
    }


def _picture(figure: Figure) -> dict[str, Any]:
    return _filled(
        {
            "src": beside_the_page(figure.media),
            "alt": figure.alt,
            "decorative": figure.decorative,
            "caption": write_markdown_line(figure.caption),
            "credit": figure.credit,
            "width": figure.width,
        }
    )


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}
