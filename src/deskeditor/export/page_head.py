"""The head of a page: what search engines, feeds and social cards read."""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from deskeditor.article.article import Access, Article
from deskeditor.article.body import Paragraph
from deskeditor.article.line import HARD_BREAK, OBJECT, Line
from deskeditor.article.published import published, published_line
from deskeditor.export.addresses import web_address
from deskeditor.export.file_names import file_stem, slug_of
from deskeditor.export.times import encoded_time
from deskeditor.profile import Profile

_LONGEST_DESCRIPTION: Final = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaTag:
    """One `<meta>`: `kind` is `name` or `property`."""

    kind: str
    name: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """Title, address, meta tags and structured data, a JSON text that may stand inside `<script>`.

    `script_hash` lets a content security policy allow that very text between the script's tags.
    """

    title: str
    canonical: str
    meta: tuple[MetaTag, ...]
    structured_data: Markup
    script_hash: str


def page_head(article: Article, profile: Profile) -> PageHead:
    """Return the head of the article's page."""
    headline = words_of(article.headline)
    title = article.search_headline.strip() or headline or profile.words_for(article.language).untitled
    canonical = canonical_address(article, profile)
    data = _script_safe(_structured_data(article, profile, canonical, headline))
    return PageHead(
        title=f"{title} – {profile.outlet}" if profile.outlet else title,
        canonical=canonical,
        meta=tuple(tag for tag in _meta(article, profile, canonical, headline) if tag.content),
        structured_data=data,
        script_hash=f"sha256-{base64.b64encode(hashlib.sha256(data.encode()).digest()).decode('ascii')}",
    )


def words_of(line: Line) -> str:
    """Return the line's published words without any mark, on one line."""
    return published_line(line).text.replace(OBJECT, "").replace(HARD_BREAK, " ").strip()


def canonical_address(article: Article, profile: Profile) -> str:
    """Return the page's address: the live one, else by the profile's pattern, else empty."""
    if article.publication and article.publication.url:
        return web_address(article.publication.url)
    if not profile.base_url or not article.url_slug:
        return ""
    path = profile.url_pattern.format(section=slug_of(article.section), slug=file_stem(article))
    return web_address(f"{profile.base_url}/{re.sub('/{2,}', '/', path).lstrip('/')}")


def description_of(article: Article) -> str:
    """Return the description: the article's own, else its standfirst, else its opening words cut between words."""
    own = " ".join(article.description.split()) or words_of(article.standfirst)
    if own:
        return own
    opening = next((words_of(leaf.line) for leaf in published(article.body) if isinstance(leaf, Paragraph)), "")
    if len(opening) <= _LONGEST_DESCRIPTION:
        return opening
    return opening[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _meta(article: Article, profile: Profile, canonical: str, headline: str) -> list[MetaTag]:
    description = description_of(article)
    social = article.social_headline.strip() or headline

    def named(name: str, content: str) -> MetaTag:
        return MetaTag(kind="name", name=name, content=content)

    def graph(name: str, content: str) -> MetaTag:
        return MetaTag(kind="property", name=name, content=content)

    region = re.fullmatch(r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})", article.language)
    tags = [
        named("description", description),
        *(named("author", person.name) for person in article.byline),
        graph("og:type", "article"),
        graph("og:title", social),
        graph("og:description", description),
        graph("og:url", canonical),
        graph("og:site_name", profile.outlet),
        graph("og:locale", f"{region.group(1)}_{region.group(2)}" if region else ""),
        graph("article:section", article.section.strip()),
        *(graph("article:tag", tag.label) for tag in article.tags),
    ]
    if article.publication:
        tags.append(graph("article:published_time", encoded_time(article.publication.at, profile.tzinfo)))
        if article.modified > article.publication.at:
            tags.append(graph("article:modified_time", encoded_time(article.modified, profile.tzinfo)))
    return [
        *tags,
        named("twitter:card", "summary"),
        named("twitter:title", social),
        named("twitter:description", description),
    ]


def _structured_data(article: Article, profile: Profile, canonical: str, headline: str) -> dict[str, Any]:
    people = [{"@type": "Person", "name": person.name} for person in article.byline if person.name]
    credit = article.credit
    agency = {
        "@type": "Organization",
        "name": credit.name,
        "url": web_address(credit.url),
        "description": credit.about,
    }
    outlet = {"@type": "NewsMediaOrganization", "name": profile.outlet, "url": profile.base_url}
    published = article.publication
    changed = published is not None and article.modified > published.at
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline,
        "description": description_of(article),
        "url": canonical,
        "mainEntityOfPage": canonical,
        "inLanguage": article.language,
        "datePublished": encoded_time(published.at, profile.tzinfo) if published else "",
        "dateModified": encoded_time(article.modified, profile.tzinfo) if changed else "",
        "author": people or ([_filled_in(agency)] if credit.name else []),
        "publisher": _filled_in(outlet) if profile.outlet else None,
        "sourceOrganization": _filled_in(agency) if credit.name else None,
        "articleSection": article.section.strip(),
        "dateline": article.dateline.strip(),
        "keywords": [tag.label for tag in article.tags],
        "abstract": " ".join(filter(None, (words_of(bullet.line) for bullet in article.summary))),
        "isAccessibleForFree": article.access is not Access.PREMIUM,
    }
    if article.access is Access.PREMIUM:
        data["hasPart"] = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".body"}
    return _filled_in(data)


def _filled_in(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is False or value}


def _script_safe(data: dict[str, Any]) -> Markup:
    """Return the data as JSON in which no character can end the script element or start a comment."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)
