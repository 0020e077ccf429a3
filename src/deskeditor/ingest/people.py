"""The people that a file's author fields name: lists, sentences, short names, records."""

import re
from dataclasses import dataclass
from typing import Final

from deskeditor.ingest.front_matter import Value, flat

_SHORT_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_BY: Final = re.compile(r"(?:by|von|par|por)\s+", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:;|,|&|\s(?:and|und|et)\s)\s*(?![^()]*\))(?:and\s+|und\s+|et\s+)?")
_AFTER_A_COMMA: Final = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|j\.?d|esq|cpa|cissp)\.?", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_LONGEST_LIST: Final = 3_000
_NAME_KEYS: Final = ("name", "display_name", "full_name", "title", "author")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Names in order; `guessed` are made from short names or are short, `more` what was said beside the names."""

    names: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


def read_people(value: Value, *, as_written: bool = False) -> People:
    """Read an author field. `as_written` takes a list's names as they stand, as our own files give them."""
    if isinstance(value, list):
        read = [
            read_people(item, as_written=as_written) if not isinstance(item, str) else _one(item, as_written=as_written)
            for item in value
        ]
    elif isinstance(value, dict):
        read = [_record(value)]
    else:
        read = [_one(piece, as_written=False) for piece in _pieces(flat(value))]
    names = [name for people in read for name in people.names if name]
    return People(
        names=tuple(names if as_written else dict.fromkeys(names)),
        guessed=tuple(name for people in read for name in people.guessed),
        more=tuple(said for people in read for said in people.more),
    )


def _record(record: dict[str, Value]) -> People:
    name = next((flat(record[key]) for key in _NAME_KEYS if flat(record.get(key))), "")
    rest = {key: value for key, value in record.items() if flat(value) != name}
    if not name:
        return People(more=(flat(record),) if flat(record) else ())
    return People(names=(name,), more=(f"{name}: {flat(rest)}",) if flat(rest) else ())


def _pieces(text: str) -> list[str]:
    if len(text) > _LONGEST_LIST:
        return [text]
    pieces: list[str] = []
    for piece in filter(None, _BETWEEN.split(_BY.sub("", text, count=1) if _BY.match(text) else text)):
        if pieces and _AFTER_A_COMMA.fullmatch(piece.strip()):
            pieces[-1] += f", {piece.strip()}"
        else:
            pieces.append(piece.strip())
    return pieces


def _one(text: str, *, as_written: bool) -> People:
    if as_written:
        return People(names=(text,) if text.strip() else ())
    name = " ".join(_IN_BRACKETS.sub("", text).split())
    more = (text,) if name and name != " ".join(text.split()) else ()
    if _SHORT_NAME.fullmatch(name):
        spelled = " ".join(part.capitalize() for part in name.split("-"))
        return People(names=(spelled,), guessed=(spelled,), more=more)
    is_short = name.isascii() and name.islower() and name.isalnum()
    return People(names=(name or text.strip(),), guessed=(name,) if is_short else (), more=more)
