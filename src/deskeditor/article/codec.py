"""An article as versioned JSON: what the store keeps and a revision compresses."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from deskeditor.article.article import (
    Access,
    Article,
    BylineName,
    Credit,
    Flag,
    Person,
    Publication,
    Related,
    SummaryBullet,
)
from deskeditor.article.claims import (
    Addressee,
    Anchor,
    CheckLevel,
    Claim,
    ClaimKind,
    Evidence,
    Judgement,
    LogEntry,
    Query,
    Standing,
    Stet,
    Verdict,
)
from deskeditor.article.notes import Note, NoteKind, Remark
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source, SourceKind, Terms
from deskeditor.article.tags import Tag
from deskeditor.article.text_codec import (
    Json,
    body_from_json,
    body_to_json,
    figure_from_json,
    figure_to_json,
    line_from_json,
    line_to_json,
)
from deskeditor.article.workflow import Stage

VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class _Form:
    """How the value of one field is written and read."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def _optional(form: _Form) -> _Form:
    return _Form(
        lambda value: None if value is None else form.write(value),
        lambda value: None if value is None else form.read(value),
    )


def _several(form: _Form) -> _Form:
    return _Form(
        lambda values: [form.write(value) for value in values],
        lambda values: tuple(form.read(value) for value in values),
    )


def _record(cls: type[Any], forms: dict[str, _Form] | None = None) -> _Form:
    """A frozen value of plain fields; `forms` names those that are not strings."""
    named = forms or {}

    def write(value: Any) -> Json:
        return {spec.name: named.get(spec.name, _PLAIN).write(getattr(value, spec.name)) for spec in fields(cls)}

    def read(value: Json) -> Any:
        return cls(**{name: named.get(name, _PLAIN).read(part) for name, part in value.items()})

    return _Form(write, read)


_PLAIN: Final = _Form(_same, _same)
_LINE: Final = _Form(line_to_json, line_from_json)
_INSTANT: Final = _Form(datetime.isoformat, datetime.fromisoformat)
_UUID: Final = _Form(str, UUID)
_FLAG: Final = _optional(_record(Flag, {"at": _INSTANT}))
_THREAD: Final = _several(_record(Remark, {"at": _optional(_INSTANT)}))
_PLACE: Final = _record(Place, {"field": _Form(str, Field), "bullet": _optional(_UUID)})
_CLAIMS: Final = _several(
    _record(
        Claim,
        {
            "kind": _Form(str, ClaimKind),
            "anchor": _record(Anchor, {"place": _PLACE}),
            "judgement": _optional(_record(Judgement, {"verdict": _Form(str, Verdict), "at": _INSTANT})),
            "query": _optional(_record(Query, {"to": _Form(str, Addressee), "at": _INSTANT})),
            "stet": _optional(_record(Stet, {"at": _INSTANT})),
            "thread": _THREAD,
            "evidence": _several(_record(Evidence)),
            "standing": _Form(str, Standing),
        },
    )
)
_SOURCES: Final = _several(_record(Source, {"kind": _Form(str, SourceKind), "terms": _Form(str, Terms)}))
_NOTES: Final = _several(
    _record(
        Note,
        {
            "thread": _THREAD,
            "kind": _Form(str, NoteKind),
            "resolved": _PLAIN,
            "ahead": _PLAIN,
            "whole": _PLAIN,
        },
    )
)
_FORMS: Final[Mapping[str, _Form]] = MappingProxyType(
    {
        "id": _UUID,
        "created": _INSTANT,
        "modified": _INSTANT,
        "headline": _LINE,
        "standfirst": _LINE,
        "editors_note": _LINE,
        "summary": _several(_record(SummaryBullet, {"id": _UUID, "line": _LINE})),
        "body": _Form(body_to_json, body_from_json),
        "tags": _several(_record(Tag, {"id": _UUID})),
        "byline": _several(_record(BylineName)),
        "credit": _record(Credit),
        "related": _several(_record(Related)),
        "access": _Form(str, Access),
        "lead_image": _optional(_Form(figure_to_json, figure_from_json)),
        "embargo": _optional(_INSTANT),
        "hold": _FLAG,
        "legal_read": _FLAG,
        "assignee": _optional(_record(Person)),
        "due": _optional(_INSTANT),
        "notes": _NOTES,
        "claims": _CLAIMS,
        "sources": _SOURCES,
        "check_level": _optional(_Form(str, CheckLevel)),
        "claim_log": _several(_record(LogEntry, {"at": _INSTANT})),
        "stage": _Form(str, Stage),
        "spiked_from": _optional(_Form(str, Stage)),
        "publication": _optional(_record(Publication, {"at": _INSTANT, "revision": _optional(_UUID)})),
    }
)


def article_to_json(article: Article) -> Json:
    """The article as a JSON object; fields that hold their default are left out."""
    written: Json = {"v": VERSION}
    for spec in fields(Article):
        value = getattr(article, spec.name)
        if spec.default is MISSING or value != spec.default:
            written[spec.name] = _FORMS.get(spec.name, _PLAIN).write(value)
    return written


def article_from_json(written: Json) -> Article:
    """The article that `article_to_json` wrote.

    Raises ValueError for a version this program does not know; KeyError, TypeError or ValueError
    where the object is damaged.
    """
    if written.get("v") != VERSION:
        raise ValueError(f"article JSON of version {written.get('v')!r}; this program reads {VERSION}")
    return Article(**{name: _FORMS.get(name, _PLAIN).read(value) for name, value in written.items() if name != "v"})


def notes_to_json(notes: Iterable[Note]) -> list[Json]:
    """Notes as JSON objects: for what carries them without their article."""
    written: list[Json] = _NOTES.write(notes)
    return written


def notes_from_json(written: list[Json]) -> tuple[Note, ...]:
    """The notes that `notes_to_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    notes: tuple[Note, ...] = _NOTES.read(written)
    return notes
