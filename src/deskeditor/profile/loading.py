"""Profile folders as values: the folder's own files first, the shipped default for what it leaves out."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from deskeditor.article.claims import CheckLevel
from deskeditor.article.embeds import Provider
from deskeditor.article.finding import Severity
from deskeditor.article.workflow import Move, Stage
from deskeditor.errors import DeskError
from deskeditor.language.folding import fold
from deskeditor.profile.profile import CheckLevels, Lengths, PageWords, Profile, SummaryAdvice, Template
from deskeditor.resources import resource_path

_SETTINGS: Final = "profile.toml"
_TEMPLATES: Final = "templates"
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_URL: Final = re.compile(r"(https?://[^\s/?#]+[^\s?#]*)?")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_GAPS: Final = MappingProxyType(
    {
        "by": {"names"},
        "published": {"time"},
        "updated": {"time"},
        "intended": {"time"},
        "credit": {"name"},
        "about": {"name"},
        "dateline": {"dateline"},
        "date": {"day", "month", "year", "clock", "zone"},
    }
)
# Tables whose keys a newsroom may add to; everywhere else an unknown key is a slip of the pen.
_OPEN_TABLES: Final = frozenset(
    {("fields",), ("checks",), ("words",), ("checking", "sections"), ("checking", "credits")}
)


def load_profile(folder: Path | None = None) -> Profile:
    """Return the profile in `folder`, completed from the shipped default; the default itself for None.

    Raises DeskError naming the file and, where it can be told, the line.
    """
    default = resource_path("profile")
    settings = _read_settings(default / _SETTINGS)
    source = default / _SETTINGS
    if folder is not None:
        if not folder.is_dir():
            raise DeskError(f"There is no profile folder {folder}: choose one that exists, or leave the setting out.")
        own = folder / _SETTINGS
        if own.is_file():
            settings = _merged(settings, _read_settings(own), own, ())
            source = own
    return replace(_profile(settings, _Complaints(source), _templates(default, folder)), folder=folder)


def _read_settings(path: Path) -> dict[str, Any]:
    text = _read_text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = place.group(1) if place else str(text.count("\n") + 1)
        reason = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise DeskError(
            f"{path}, line {line}: this is not valid TOML ({reason}). Mend the line and try again."
        ) from error


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DeskError(f"{path} is not UTF-8 text: save it as UTF-8.") from error
    except OSError as error:
        raise DeskError(f"{path} can't be read: {error.strerror or error}.") from error


def _merged(default: dict[str, Any], own: Mapping[str, Any], path: Path, table: tuple[str, ...]) -> dict[str, Any]:
    merged = dict(default)
    for key, value in own.items():
        known = default.get(key)
        if known is None and table not in _OPEN_TABLES and table[:1] != ("words",):
            raise _Complaints(path).about(key, f"there is no setting “{'.'.join((*table, key))}”")
        if isinstance(known, dict) and isinstance(value, dict):
            merged[key] = _merged(known, value, path, (*table, key))
        elif table == ("words",) and isinstance(value, dict):
            merged[key] = _merged(default["en"], value, path, (*table, key))
        else:
            merged[key] = value
    return merged


class _Complaints:
    """Where a setting stands, so that an error can say it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def about(self, key: str, what: str) -> DeskError:
        """Return the error that says `what` is wrong with `key`, and on which line it stands."""
        pattern = re.compile(rf"""^\s*(\[.*)?["']?{re.escape(key)}["']?\s*(=|\]|\.)""")
        for number, line in enumerate(_read_text(self._path).splitlines(), start=1):
            if pattern.search(line):
                return DeskError(f"{self._path}, line {number}: {what}.")
        return DeskError(f"{self._path}: {what}.")

    def text(self, table: Mapping[str, Any], key: str) -> str:
        """Return the text at `key`."""
        value = table.get(key)
        if not isinstance(value, str):
            raise self.about(key, f"“{key}” must be text in quotation marks")
        return value

    def number(self, table: Mapping[str, Any], key: str) -> int:
        """Return the whole number at `key`, zero or more."""
        value = table.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.about(key, f"“{key}” must be a whole number")
        return value

    def texts(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        """Return the list of texts at `key`."""
        value = table.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.about(key, f"“{key}” must be a list of texts")
        return tuple(value)

    def matching(self, table: Mapping[str, Any], key: str, pattern: re.Pattern[str], wanted: str) -> str:
        """Return the text at `key`, which must have the shape of `pattern`."""
        value = self.text(table, key)
        if not pattern.fullmatch(value):
            raise self.about(key, f"“{key}” must be {wanted}, not “{value}”")
        return value

    def table(self, table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        """Return the table at `key`."""
        value = table.get(key)
        if not isinstance(value, dict):
            raise self.about(key, f"“{key}” must be a table")
        return value


def _profile(settings: Mapping[str, Any], read: _Complaints, templates: tuple[Template, ...]) -> Profile:
    publication = read.table(settings, "publication")
    workflow = read.table(settings, "workflow")
    summary = read.table(settings, "summary")
    lengths = read.table(settings, "lengths")
    fields = read.table(settings, "fields")
    stages = read.table(workflow, "labels")
    return Profile(
        name=read.text(publication, "name"),
        outlet=read.text(publication, "outlet"),
        base_url=read.matching(publication, "base_url", _URL, "a web address or empty").rstrip("/"),
        url_pattern=_url_pattern(publication, read),
        language=read.matching(publication, "language", _LANGUAGE, "a language tag such as “en” or “pt-BR”"),
        zone=_zone(publication, read),
        accent=read.matching(publication, "accent", _COLOUR, "a colour such as “#1f4e79”"),
        accent_dark=read.matching(publication, "accent_dark", _COLOUR, "a colour such as “#9cc4ea”"),
        field_labels=MappingProxyType({key: read.text(fields, key) for key in fields}),
        stage_labels=MappingProxyType({_stage(key, read): read.text(stages, key) for key in stages}),
        forbidden_moves=_moves(workflow, read),
        summary=SummaryAdvice(
            min=read.number(summary, "min"),
            max=read.number(summary, "max"),
            max_length=read.number(summary, "max_length"),
        ),
        lengths=Lengths(**{key: read.number(lengths, key) for key in Lengths.__dataclass_fields__}),
        sections=read.texts(publication, "sections"),
        frames=_frames(read.table(settings, "embeds"), read),
        checks=MappingProxyType(_checks(read.table(settings, "checks"), read)),
        checking=_checking(read.table(settings, "checking"), read),
        words=MappingProxyType(_words(read.table(settings, "words"), read)),
        templates=templates,
    )


def _zone(publication: Mapping[str, Any], read: _Complaints) -> str:
    zone = read.text(publication, "zone")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise read.about("zone", f"“{zone}” is not a time zone: write one such as “Europe/Paris” or “UTC”") from error
    return zone


def _url_pattern(publication: Mapping[str, Any], read: _Complaints) -> str:
    pattern = read.text(publication, "url_pattern")
    if set(re.findall(r"\{(.*?)\}", pattern)) - {"section", "slug"} or "{slug}" not in pattern:
        raise read.about(
            "url_pattern", "“url_pattern” must hold “{slug}” and may hold “{section}”, nothing else in braces"
        )
    return pattern


def _frames(embeds: Mapping[str, Any], read: _Complaints) -> frozenset[Provider]:
    known = {provider.value: provider for provider in Provider}
    for name in read.texts(embeds, "frames"):
        if name not in known:
            raise read.about("frames", f"no player of “{name}” is known; there are {', '.join(known)}")
    return frozenset(known[name] for name in read.texts(embeds, "frames"))


def _stage(name: Any, read: _Complaints) -> Stage:
    try:
        return Stage(name)
    except ValueError as error:
        stages = ", ".join(Stage)
        raise read.about(str(name), f"“{name}” is not a stage; the stages are {stages}") from error


def _moves(workflow: Mapping[str, Any], read: _Complaints) -> frozenset[Move]:
    pairs = workflow.get("forbidden_moves", [])
    if not isinstance(pairs, list):
        raise _no_moves(read)
    return frozenset(_move(pair, read) for pair in pairs)


def _no_moves(read: _Complaints) -> DeskError:
    return read.about("forbidden_moves", '“forbidden_moves” must be a list of pairs such as ["editing", "ready"]')


def _move(pair: Any, read: _Complaints) -> Move:
    if not isinstance(pair, list) or len(pair) != 2:
        raise _no_moves(read)
    return _stage(pair[0], read), _stage(pair[1], read)


def _checks(table: Mapping[str, Any], read: _Complaints) -> dict[str, Severity | None]:
    checks: dict[str, Severity | None] = {}
    for code in table:
        value = read.text(table, code)
        if value != "off" and value not in set(Severity):
            raise read.about(code, f"“{code}” must be off, advice, warning or blocking, not “{value}”")
        checks[code] = None if value == "off" else Severity(value)
    return checks


def _checking(table: Mapping[str, Any], read: _Complaints) -> CheckLevels:
    return CheckLevels(
        level=_level(table, "level", read),
        sections=_levels(read.table(table, "sections"), read),
        credits=_levels(read.table(table, "credits"), read),
    )


def _levels(table: Mapping[str, Any], read: _Complaints) -> Mapping[str, CheckLevel]:
    return MappingProxyType({fold(name): _level(table, name, read) for name in table})


def _level(table: Mapping[str, Any], key: str, read: _Complaints) -> CheckLevel:
    value = read.text(table, key)
    if value not in set(CheckLevel):
        raise read.about(key, f"“{key}” must be {', '.join(CheckLevel)}, not “{value}”")
    return CheckLevel(value)


def _words(table: Mapping[str, Any], read: _Complaints) -> dict[str, PageWords]:
    words: dict[str, PageWords] = {}
    for language in table:
        entries = read.table(table, language)
        unknown = set(entries) - set(PageWords.__dataclass_fields__)
        if unknown:
            raise read.about(min(unknown), f"there is no word “{min(unknown)}” on the page")
        texts = {
            key: read.text(entries, key) for key in PageWords.__dataclass_fields__ if key not in {"language", "months"}
        }
        for key, text in texts.items():
            _check_gaps(key, text, read)
        months = read.texts(entries, "months")
        if len(months) != 12:
            raise read.about("months", "“months” must be a list of twelve names")
        words[language.lower()] = PageWords(language=language, months=months, **texts)
    return words


def _check_gaps(key: str, text: str, read: _Complaints) -> None:
    allowed = _GAPS.get(key, set())
    try:
        gaps = {gap for _, gap, _, _ in Formatter().parse(text) if gap is not None}
        plain = not re.search(r"\{[^}]*[!:.\[]", text)
    except ValueError:
        gaps, plain = set(), False
    if not plain or not gaps <= allowed:
        can = ", ".join(f"{{{gap}}}" for gap in sorted(allowed))
        raise read.about(key, f"“{key}” may hold {can or 'nothing'} in braces, and no other brace")


def _templates(default: Path, folder: Path | None) -> tuple[Template, ...]:
    """Return every template of the default, each replaced by the folder's own of that name, and the folder's others."""
    paths = {path.name: path for path in sorted((default / _TEMPLATES).glob("*.j2"))}
    if folder is not None:
        paths.update({path.name: path for path in sorted((folder / _TEMPLATES).glob("*.j2"))})
    return tuple(Template(name=name, path=path, text=_read_text(path)) for name, path in sorted(paths.items()))
