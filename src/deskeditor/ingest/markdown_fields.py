"""The fields of a Markdown file's front matter as the article's fields, under the names that sites give them.

What the article has no place for goes to the desk note in readable lines: a date of the source is
not a publication by this desk, and a site's own switches may matter to nobody or to somebody.
"""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from deskeditor.article.article import Access, Article, BylineName, Credit, Related, SummaryBullet
from deskeditor.article.body import Figure
from deskeditor.article.line import HARD_BREAK, Line, MarkKind, clean_text
from deskeditor.article.links import safe_href
from deskeditor.article.tags import Tag, with_tag
from deskeditor.ingest.front_matter import Value, flat
from deskeditor.ingest.people import read_people
from deskeditor.ingest.wire_text_embargo import read_embargo
from deskeditor.markup.markdown_reader import read_markdown_line
from deskeditor.markup.reading import MediaFinder

_HEADLINE: Final = ("title", "headline")
_STANDFIRST: Final = ("standfirst", "deck", "dek", "subtitle", "subheadline", "subheading", "subhead", "tagline")
_DESCRIPTION: Final = ("description", "excerpt", "summary", "abstract", "meta_description")
_BULLETS: Final = ("summary", "bullets", "key_points", "highlights", "takeaways")
_BYLINE: Final = ("byline", "authors", "author", "writers", "writer", "by")
_TAGS: Final = ("tags", "topics", "categories", "keywords", "tag", "topic", "category")
_CREDIT: Final = ("credit", "source", "agency")
_CREDIT_URL: Final = ("source_url", "credit_url", "canonical", "canonical_url", "original_url")
_PICTURE: Final = (
    "image",
    "lead_image",
    "featured_image",
    "primary_image",
    "cover",
    "cover_image",
    "hero_image",
    "images",
    "thumbnail",
)
_PICTURE_ALT: Final = ("image_alt", "alt", "featured_image_alt", "cover_alt")
_PICTURE_CAPTION: Final = ("image_caption", "image_figcaption", "caption", "featured_image_caption")
_PICTURE_CREDIT: Final = ("image_credit", "photo_credit", "featured_image_credit")
_ADDRESS_KEYS: Final = ("src", "url", "path", "file", "image", "uid", "relative", "href")
_OURS: Final = frozenset({"language", "access"})
"""Our own writer never leaves these out, and few other sites have both."""
_WRITTEN: Final = _OURS | frozenset(
    "title standfirst summary tags byline credit section dateline slugline slug date url image related"
    " search_headline social_headline description usage_terms editors_note".split()
)
"""All that our own writer writes."""
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PREMIUM: Final = frozenset({"premium", "paid", "subscribers", "subscriber", "members", "plus"})
_FREE: Final = frozenset({"free", "open", "public", "all"})
_PLAIN: Final = (
    ("section", ("section", "kicker")),
    ("dateline", ("dateline",)),
    ("slugline", ("slugline",)),
    ("url_slug", ("slug", "url_slug")),
    ("search_headline", ("search_headline", "seo_title", "meta_title", "search_title")),
    ("social_headline", ("social_headline", "og_title", "twitter_title", "social_title")),
    ("usage_terms", ("usage_terms", "rights", "license", "licence", "copyright")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsRead:
    """The article with its fields, lines for the desk note, sentences of warning, and pictures not found.

    `language` is what the fields say, empty where they are silent.
    """

    article: Article
    language: str
    notes: tuple[str, ...]
    warnings: tuple[str, ...]
    missing_images: tuple[str, ...]


def read_fields(
    fields: Sequence[tuple[str, Value]],
    *,
    base: Article,
    tag_named: Callable[[str], Tag],
    new_id: Callable[[], UUID],
    known_tags: Sequence[str] = (),
    media: MediaFinder,
) -> FieldsRead:
    """Return `base` with what the fields say; each field is used, or told in `notes`."""
    reader = _Reader(fields, base, media)
    reader.read_lines(new_id)
    reader.read_people_and_credit()
    reader.read_tags(tag_named, known_tags)
    reader.read_details()
    reader.read_picture()
    return FieldsRead(
        article=reader.article,
        language=reader.language,
        notes=(*reader.notes, *reader.rest()),
        warnings=tuple(reader.warnings),
        missing_images=tuple(reader.missing_images),
    )


class _Reader:
    """Takes one field after another; what is never taken is the rest."""

    def __init__(self, fields: Sequence[tuple[str, Value]], base: Article, media: MediaFinder) -> None:
        self.article = base
        self.language = ""
        self.notes: list[str] = []
        self.warnings: list[str] = []
        self.missing_images: list[str] = []
        self._fields = [(key, _folded(key), value) for key, value in fields if flat(value)]
        self._taken: set[int] = set()
        # What we wrote ourselves is taken to the letter; sites put entities and markup into plain fields.
        keys = {folded for _, folded, _ in self._fields}
        self._ours = keys >= _OURS
        self._media = media
        if self._ours and keys <= _WRITTEN:
            # Where and when the piece went live: the desk that published it keeps that, and no file makes it so.
            self._taken.update(at for at, (_, folded, _) in enumerate(self._fields) if folded in ("date", "url"))

    def read_lines(self, new_id: Callable[[], UUID]) -> None:
        if title := self._first(_HEADLINE):
            self.article = replace(self.article, headline=self._line(title))
        if standfirst := self._first(_STANDFIRST):
            self.article = replace(self.article, standfirst=self._line(standfirst))
        points = self._first(_BULLETS, fit=_is_list)
        if isinstance(points, list):
            lines = filter(None, (self._line(point) for point in points))
            self.article = replace(self.article, summary=tuple(SummaryBullet(id=new_id(), line=line) for line in lines))
        if description := self._first(_DESCRIPTION, fit=lambda value: not _is_list(value)):
            self.article = replace(self.article, description=self._without_markup(description))
        if note := self._first(("editors_note", "editor_note", "correction")):
            self.article = replace(self.article, editors_note=self._line(note))

    def read_people_and_credit(self) -> None:
        own = flat(self._peek("byline"))
        if value := self._first(_BYLINE):
            people = read_people(value, as_written=bool(own) and flat(value) == own)
            names = tuple(BylineName(name=name) for name in people.names)
            self.article = replace(self.article, byline=names or self.article.byline)
            self.notes.extend(f"Author: {said}" for said in people.more)
            if people.guessed:
                listed = ", ".join(people.guessed)
                self.warnings.append(f"The file gives short names for people: {listed}. Check how they are spelled.")
        credit = self._first(_CREDIT)
        parts = {_folded(key): self._exact(value) for key, value in credit.items()} if isinstance(credit, dict) else {}
        name = parts.pop("name", "") or parts.pop("title", "") or ("" if parts else flat(credit))
        url = parts.pop("url", "") or flat(self._first(_CREDIT_URL, fit=lambda value: bool(safe_href(flat(value)))))
        if url and safe_href(url) != url:
            parts["url"], url = url, safe_href(url) or ""
        about = parts.pop("about", "")
        self.notes.extend(f"Credit {key}: {said}" for key, said in parts.items() if said)
        if name or url or about:
            self.article = replace(self.article, credit=Credit(name=name, url=url, about=about))

    def read_tags(self, tag_named: Callable[[str], Tag], known_tags: Sequence[str]) -> None:
        known = {_short(label): label for label in known_tags}
        for name in _TAGS:
            for label in self._labels(self._first((name,))):
                tag = tag_named(known.get(_short(label), label) if _short(label) else label)
                self.article = replace(self.article, tags=with_tag(self.article.tags, tag))

    def read_details(self) -> None:
        for name, keys in _PLAIN:
            if value := self._first(keys):
                changed: dict[str, Any] = {name: self._exact(value)}
                self.article = replace(self.article, **changed)
        language = self._first(("language", "lang", "locale"), fit=lambda value: bool(_language(value)))
        if language:
            self.language = _language(language)
            self.article = replace(self.article, language=self.language)
        access = self._first(("access",), fit=lambda value: flat(value).casefold() in _PREMIUM | _FREE)
        if access:
            premium = flat(access).casefold() in _PREMIUM
            self.article = replace(self.article, access=Access.PREMIUM if premium else Access.FREE)
        related = self._first(("related", "related_reads"), fit=_is_list)
        if isinstance(related, list):
            self.article = replace(self.article, related=tuple(filter(None, map(self._related, related))))
        self._read_embargo()

    def read_picture(self) -> None:
        value, name = self._find_picture()
        if not name:
            if missing := flat(self._peek(*_PICTURE)):
                self.missing_images.append(missing)
                self.warnings.append(
                    f"The file names a lead picture that is not here: {missing}. Its particulars are in the desk note."
                )
            return
        own: dict[str, Value] = {_folded(key): said for key, said in value.items()} if isinstance(value, dict) else {}
        alt = self._exact(own.get("alt") or self._first(_PICTURE_ALT))
        caption = own.get("caption") or self._first(_PICTURE_CAPTION)
        width = flat(own.get("width"))
        figure = Figure(
            media=name,
            alt=alt,
            decorative=not alt and flat(own.get("decorative")).casefold() in ("true", "yes", "on"),
            caption=self._line(caption),
            credit=self._exact(own.get("credit") or self._first(_PICTURE_CREDIT)),
            width=int(width) if re.fullmatch(r"[1-9]\d{0,5}", width) else None,
        )
        self.article = replace(self.article, lead_image=figure)

    def rest(self) -> list[str]:
        """The fields that nothing took, as lines for people."""
        return [_told(key, value) for at, (key, _, value) in enumerate(self._fields) if at not in self._taken]

    def _exact(self, value: Value) -> str:
        if self._ours and isinstance(value, str):
            return value
        return html.unescape(flat(value))

    def _line(self, value: Value) -> Line:
        # A newline that we wrote is a hard break; in other files it is where the field was wrapped.
        return read_markdown_line(value if self._ours and isinstance(value, str) else flat(value))

    def _without_markup(self, value: Value) -> str:
        if self._ours:
            return self._exact(value)
        line = read_markdown_line(flat(value))
        links = dict.fromkeys(run.value(MarkKind.LINK) for run in line if run.has(MarkKind.LINK))
        self.notes.extend(f"Link in the description: {link}" for link in links)
        return line.text.replace(HARD_BREAK, " ")

    def _peek(self, *names: str) -> Value:
        return next((value for name in names for _, folded, value in self._fields if folded == name), None)

    def _first(self, names: Sequence[str], fit: Callable[[Value], bool] = bool) -> Value:
        """Take the first field of these names that fits, and with it those that only say the same again."""
        found: Value = None
        for name in names:
            for at, (_, folded, value) in enumerate(self._fields):
                if folded != name or at in self._taken or not fit(value):
                    continue
                if not flat(found) or flat(value) == flat(found):
                    found = found if flat(found) else value
                    self._taken.add(at)
        return found

    def _find_picture(self) -> tuple[Value, str]:
        for name in _PICTURE:
            for at, (_, folded, value) in enumerate(self._fields):
                if folded != name or at in self._taken:
                    continue
                found = next((stored for address in _addresses(value) if (stored := self._media(address))), None)
                if found:
                    self._taken.add(at)
                    return value, found
        return None, ""

    def _related(self, value: Value) -> Related | None:
        if not isinstance(value, dict):
            return Related(title=self._exact(value)) if flat(value) else None
        said = {_folded(key): self._exact(inner) for key, inner in value.items()}
        title = said.pop("title", "") or said.pop("name", "")
        url = said.pop("url", "") or said.pop("link", "") or said.pop("href", "")
        if url and safe_href(url) != url:
            said["url"], url = url, safe_href(url) or ""
        self.notes.extend(f"Related {key}: {more}" for key, more in said.items() if more)
        return Related(title=title or url, url=url) if title or url else None

    def _labels(self, value: Value) -> list[str]:
        if isinstance(value, list):
            return [label for item in value if (label := self._label(item))]
        return [label for piece in html.unescape(flat(value)).split(",") if (label := piece.strip())]

    def _label(self, item: Value) -> str:
        if isinstance(item, dict):
            return next((flat(item[key]) for key in ("name", "label", "title") if flat(item.get(key))), flat(item))
        return clean_text(self._exact(item)) if flat(item) else ""

    def _read_embargo(self) -> None:
        said = flat(self._peek("embargo", "embargo_until", "embargoed_until"))
        if not said:
            return
        until = _instant(said) or read_embargo(f"embargo {said}")
        if until is None:
            self.warnings.append(f"The embargo “{said}” can't be read to the minute: set it by hand before exporting.")
        else:
            self._first(("embargo", "embargo_until", "embargoed_until"))
            self.article = replace(self.article, embargo=until)


def _folded(key: str) -> str:
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key.strip())
    return re.sub(r"[\s\-]+", "_", snake).lower()


def _is_list(value: Value) -> bool:
    return isinstance(value, list)


def _short(label: str) -> str:
    return re.sub(r"[\W_]+", "-", label.casefold()).strip("-")


def _language(value: Value) -> str:
    tag = flat(value).replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else ""


def _addresses(value: Value) -> list[str]:
    if isinstance(value, list):
        return [address for item in value for address in _addresses(item)]
    if isinstance(value, dict):
        said = {_folded(key): inner for key, inner in value.items()}
        return [flat(said[key]) for key in _ADDRESS_KEYS if flat(said.get(key))]
    return [flat(value)] if flat(value) else []


def _instant(text: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read.astimezone(UTC) if read.tzinfo is not None else None


def _told(key: str, value: Value) -> str:
    name = key.replace("_", " ").replace("-", " ").strip()
    return f"{name[:1].upper()}{name[1:]}: {html.unescape(flat(value))}"
