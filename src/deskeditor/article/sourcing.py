"""What people do with sources, each as a function from an article's sources and claims to those as they are then."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from deskeditor.article.claims import Claim
from deskeditor.article.links import safe_href
from deskeditor.article.sources import Source, SourceKind

Sources = tuple[Source, ...]

_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_BARE_ADDRESS: Final = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+[a-z]{2,}(?=/))(?::\d+)?(?:/\S*)?", re.IGNORECASE
)
_LONGEST_TITLE: Final = 72
# In the languages that a desk's own notes are likely to be in; whole words, without their endings.
_KINDS: Final = MappingProxyType(
    {
        SourceKind.RECORDING: "recording recorded audio video tape voicemail transcript aufnahme запись ձայնագրություն",
        SourceKind.INTERVIEW: "interview interviewed entretien entrevista интервью հարցազրույց",
        SourceKind.MESSAGE: "email e-mail mail message messaged text texted sms dm whatsapp telegram signal viber "
        "letter письмо сообщение նամակ հաղորդագրություն",
        SourceKind.CALL: "call called phone phoned telephone rang zoom spoke talked talk anruf telefonat appel "
        "llamada звонок разговор զանգ",
        SourceKind.EVENT: "briefing presser conference hearing session meeting speech court visit saw seen attended",
        SourceKind.DOCUMENT: "report document paper filing minutes statement release pdf study survey book contract "
        "budget документ փաստաթուղթ",
    }
)
_WITH: Final = re.compile(r"(?:\b(?:w/|with|to|from|by|mit|von|avec|con)(?=\s)|\bw/)\s*", re.IGNORECASE)
_FILE_KINDS: Final = MappingProxyType(
    {
        SourceKind.RECORDING: frozenset("mp3 m4a wav ogg oga opus flac aac amr mp4 mov webm mkv ogv avi".split()),
        SourceKind.MESSAGE: frozenset({"eml", "msg"}),
        SourceKind.PAGE: frozenset({"html", "htm", "mht", "mhtml"}),
    }
)


def source_from_line(line: str, number: int, *, date_in: Callable[[str], str]) -> Source | None:
    """Return the source that a typed or pasted line names; None for one without words.

    An address makes it a page, titled by host and path where nothing else was typed; else its kind is
    told by the line's words. `date_in` finds the part of words that is a date, "" for none.
    """
    text = " ".join(line.split())
    if not text:
        return None
    url, title = _address_in(text)
    if url:
        return Source(number=number, title=title or title_of(url), kind=SourceKind.PAGE, url=url, date=date_in(title))
    kind, date = kind_of_words(text), date_in(text)
    return Source(number=number, title=text, kind=kind, date=date, person=_person_in(text, kind, date))


def source_from_file(media: str, file_name: str, number: int) -> Source:
    """Return the source that a kept file is; `media` is the name it is kept under."""
    name = PurePath(file_name)
    extension = PurePath(media).suffix.removeprefix(".")
    kind = next((kind for kind, known in _FILE_KINDS.items() if extension in known), SourceKind.DOCUMENT)
    title = " ".join(name.stem.replace("_", " ").split()) or file_name.strip() or "File"
    return Source(number=number, title=title, kind=kind, media=media, file_name=name.name)


def title_of(url: str) -> str:
    """Return a short title of an address: its host and path, without what no reader needs."""
    try:
        parts = urlsplit(url)
        host, path = (parts.hostname or "").removeprefix("www."), parts.path
    except ValueError:
        host, path = "", ""
    title = " ".join((host + unquote(path)).rstrip("/").split()) or url
    if len(title) > _LONGEST_TITLE and title.count("/") > 1:
        title = f"{host}/…/{title.rpartition('/')[2]}"
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def kind_of_words(text: str) -> SourceKind:
    """Guess what a source is by the words it was typed in."""
    words = [word.casefold() for word in re.findall(r"[\w-]+", text)]
    told = {kind: set(known.split()) for kind, known in _KINDS.items()}
    # What stands first says most: "call about the report" is a call.
    return next((kind for word in words for kind, known in told.items() if word in known), SourceKind.OTHER)


def same_address(one: str, other: str) -> bool:
    """Whether two addresses lead to one page: a fragment, a last slash and capitals of the host tell none apart."""
    return _plain_address(one) == _plain_address(other)


def source_at(sources: Iterable[Source], url: str) -> Source | None:
    """The source with that address, or None."""
    return next((source for source in sources if source.url and same_address(source.url, url)), None) if url else None


def source_kept_as(sources: Iterable[Source], media: str) -> Source | None:
    """The source that is that kept file, whatever it was called, or None."""
    digest = media.partition(".")[0]
    return next((source for source in sources if source.media.partition(".")[0] == digest), None) if digest else None


def with_values(sources: Sources, number: int, **values: Any) -> Sources:
    """The sources, some values of one of them changed; a title without words stays as it was."""
    if not str(values.get("title", "-")).strip():
        del values["title"]
    return tuple(replace(source, **values) if source.number == number else source for source in sources)


def without_source(sources: Sources, claims: tuple[Claim, ...], number: int) -> tuple[Sources, tuple[Claim, ...]]:
    """The sources without one, and the claims without what they stood on in it."""
    return (
        tuple(source for source in sources if source.number != number),
        tuple(
            replace(claim, evidence=tuple(one for one in claim.evidence if one.source != number))
            if any(one.source == number for one in claim.evidence)
            else claim
            for claim in claims
        ),
    )


def _address_in(text: str) -> tuple[str, str]:
    """The address in a line, "" for none, and the words beside it."""
    found = _ADDRESS.search(text)
    address = found.group() if found is not None else ""
    if found is None:
        found = _BARE_ADDRESS.fullmatch(text)
        address = f"https://{text}" if found is not None else ""
    url = safe_href(address.rstrip(".,;)>]")) if address else None
    if found is None or not url or not _host_of(url):
        return "", text
    words = f"{text[: found.start()]} {text[found.end() :]}".strip(" \t-–—:,;()<>[]")
    return url, " ".join(words.split())


def _host_of(url: str) -> str:
    """The host of an address, "" for one that has none or can't be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _plain_address(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host = parts.netloc.casefold().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def _person_in(text: str, kind: SourceKind, date: str) -> str:
    """Who a talk or message was with: the words between "with" and the date, or the end."""
    if kind not in (SourceKind.CALL, SourceKind.INTERVIEW, SourceKind.MESSAGE):
        return ""
    begun = _WITH.search(text)
    if begun is None:
        return ""
    rest = text[begun.end() :]
    named = (rest.partition(date)[0] if date and date in rest else rest).strip(" ,;–—-")
    # A name is short: more words are a sentence, and nobody's name.
    return named if len(named.split()) <= 4 else ""
