"""A hand-off as one file: a box of the article, what it was, its evidence, a copy to read, and hashes of all that."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final

from deskeditor.article.article import Article
from deskeditor.article.body import Figure
from deskeditor.article.codec import article_from_json, article_to_json
from deskeditor.errors import InputError
from deskeditor.ingest.boxes import Bounds, Box, BoxFaultError
from deskeditor.markup.plain_text import body_text
from deskeditor.media.evidence_store import MAX_EVIDENCE

SUFFIX: Final = ".deskstory"
STORY_TYPE: Final = "application/x-deskstory+zip"
"""The media type of an original that is a hand-off, its pictures left out."""

LARGEST: Final = 400_000_000
"""The most bytes that a hand-off may have: it holds the evidence."""

VERSION: Final = 1
_MIMETYPE: Final = "mimetype"
_MANIFEST: Final = "manifest.json"
_ARTICLE: Final = "article.json"
_BASE: Final = "base.json"
_COPY: Final = "copy.html"
_MEDIA: Final = "media/"
_EVIDENCE: Final = "evidence/"
_MEDIA_NAME: Final = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{1,8}")
_BOUNDS: Final = Bounds(parts=2_000, part=MAX_EVIDENCE, whole=800_000_000)
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_LATEST: Final = (2107, 12, 31, 23, 59, 58)
"""What a zip can say of time lies between these."""

_HEAD: Final = b"PK\x03\x04"
_DAMAGED: Final = "is damaged: ask for it once more."


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a hand-off holds. `base` is the last state that both desks had, equal to `article` where it goes out first.

    `sender` is the name of who sent it, `media` its pictures and `evidence` the files of its sources, by name.
    """

    article: Article
    base: Article
    sender: str
    media: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    evidence: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))


def write_story(story: Story, *, readable: bytes = b"") -> bytes:
    """Return the bytes of a hand-off: the same for the same story. `readable` is the copy to read, as HTML."""
    parts = {
        _MIMETYPE: STORY_TYPE.encode(),
        _ARTICLE: _dumped(story.article),
        _BASE: _dumped(story.base),
        **({_COPY: readable} if readable else {}),
        **{f"{_MEDIA}{name}": data for name, data in sorted(story.media.items())},
        **{f"{_EVIDENCE}{name}": data for name, data in sorted(story.evidence.items())},
    }
    manifest = {
        "v": VERSION,
        "article": str(story.article.id),
        "headline": story.article.headline.text,
        "sender": story.sender,
        "at": story.article.modified.isoformat(),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()},
    }
    parts[_MANIFEST] = json.dumps(manifest, indent=1, ensure_ascii=True).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as box:
        for name, data in parts.items():
            box.writestr(_info(name, story.article.modified), data, compresslevel=9)
    return packed.getvalue()


def read_story(data: bytes, named: str) -> Story:
    """Return what a hand-off holds; `named` stands for the file in an error's sentence.

    Raises InputError where it is none, is damaged, was changed since it was written, or is of a newer program.
    """
    if len(data) > LARGEST:
        raise InputError(f"{named} is larger than {LARGEST // 1_000_000} MB: a hand-off is not. It was not opened.")
    try:
        box = Box(data, _BOUNDS)
    except BoxFaultError:
        raise InputError(f"{named} can't be opened: it is damaged, or no hand-off.") from None
    manifest = _manifest(box, named)
    names = [name for name in box.names if name != _MANIFEST]
    if sorted(names) != sorted(manifest["files"]) or not all(map(_is_expected, names)):
        raise InputError(f"{named} holds other files than it says: it was changed on its way. Ask for it once more.")
    parts = dict(_checked(box, names, manifest["files"], named))
    try:
        return Story(
            article=_loaded(parts[_ARTICLE]),
            base=_loaded(parts[_BASE]),
            sender=str(manifest["sender"]),
            media=_under(_MEDIA, parts),
            evidence=_under(_EVIDENCE, parts),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise InputError(f"{named} {_DAMAGED}") from error


def is_story(data: bytes) -> bool:
    """Whether bytes begin as a hand-off does; the first hundred are enough."""
    return data.startswith(_HEAD) and STORY_TYPE.encode() in data[:100]


def story_text(data: bytes, named: str) -> str:
    """Return the copy in a hand-off as plain lines: what a person reads of it."""
    article = read_story(data, named).article
    lines = (article.headline.text, article.standfirst.text, *(f"• {bullet.line.text}" for bullet in article.summary))
    return "\n".join((*filter(None, lines), "", body_text(article.body)))


def pictures_named(article: Article) -> tuple[str, ...]:
    """The stored pictures that an article names, each once."""
    figures = [leaf for leaf in article.body if isinstance(leaf, Figure)]
    lead = [article.lead_image] if article.lead_image is not None else []
    return _stored(figure.media for figure in (*lead, *figures))


def evidence_named(article: Article) -> tuple[str, ...]:
    """The stored files of an article's sources, each once."""
    return _stored(source.media for source in article.sources)


def _stored(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if _MEDIA_NAME.fullmatch(name)))


def _under(folder: str, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name.removeprefix(folder): part for name, part in parts.items() if name.startswith(folder)}


def same_state(one: Article, other: Article) -> bool:
    """Whether two states of an article differ at most in their time of change."""
    return _state(one) == _state(other)


def _state(article: Article) -> dict[str, Any]:
    return {name: value for name, value in article_to_json(article).items() if name != "modified"}


def _info(name: str, at: datetime) -> zipfile.ZipInfo:
    moment = at.astimezone(UTC).timetuple()[:6]
    info = zipfile.ZipInfo(name, date_time=min(max(moment, _EARLIEST), _LATEST))
    # The first part stands there plainly, so that the file's first bytes say what it is.
    is_packed = name != _MIMETYPE and not name.startswith((_MEDIA, _EVIDENCE))
    info.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


def _dumped(article: Article) -> bytes:
    # Escaped, since half a character from a broken clipboard can't be written otherwise.
    return json.dumps(article_to_json(article), separators=(",", ":")).encode()


def _loaded(data: bytes) -> Article:
    return article_from_json(json.loads(data))


def _manifest(box: Box, named: str) -> dict[str, Any]:
    data = box.data(_MANIFEST)
    if data is None or (box.data(_MIMETYPE) or b"") != STORY_TYPE.encode():
        raise InputError(f"{named} is no hand-off.")
    try:
        manifest = json.loads(data)
        version, files = manifest["v"], manifest["files"]
        if not isinstance(files, dict) or "sender" not in manifest:
            raise ValueError("a manifest says what is there, and who sent it")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{named} {_DAMAGED}") from error
    if version != VERSION:
        raise InputError(f"{named} was written by a newer Deskeditor: bring this one up to date, then open it.")
    return dict(manifest)


def _is_expected(name: str) -> bool:
    """Whether a part may be in a hand-off: a name that would lead to another folder is none of these."""
    folder, slash, file = name.partition("/")
    is_file = f"{folder}{slash}" in (_MEDIA, _EVIDENCE) and _MEDIA_NAME.fullmatch(file) is not None
    return is_file or name in (_MIMETYPE, _ARTICLE, _BASE, _COPY)


def _checked(box: Box, names: Iterable[str], hashes: Mapping[str, str], named: str) -> Iterator[tuple[str, bytes]]:
    for name in names:
        data = box.data(name)
        if data is None or hashlib.sha256(data).hexdigest() != hashes[name]:
            raise InputError(f"{named} {_DAMAGED}")
        yield name, data
