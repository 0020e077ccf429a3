"""The profile as a frozen value: every layer that asks reads it, none writes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from deskeditor.article.claims import CheckLevel
from deskeditor.article.embeds import Provider
from deskeditor.article.finding import Severity
from deskeditor.article.workflow import Move, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryAdvice:
    """How many summary bullets a piece should have, and how many characters one may run to."""

    min: int
    max: int
    max_length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLevels:
    """How much of a piece is to be checked, by the folded name of its credit or section; `level` for all others."""

    level: CheckLevel
    sections: Mapping[str, CheckLevel]
    credits: Mapping[str, CheckLevel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """How many characters each field may run to before it is cut off somewhere."""

    headline: int
    search_headline: int
    social_headline: int
    description: int
    standfirst: int
    slug: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The page's own words in one language; `{name}` and the like are filled in."""

    language: str
    summary: str
    premium: str
    tags: str
    related: str
    untitled: str
    by: str
    list_and: str
    published: str
    updated: str
    intended: str
    credit: str
    about: str
    editors_note: str
    dateline: str
    table: str
    date: str
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A page template: its name in the profile, the file it came from and its text."""

    name: str
    path: Path
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a newsroom decided. `zone` is an IANA name; colours are `#rrggbb`.

    `frames` are the sites whose embeds a page shows in a frame; all others are link cards.
    `checks` names the severity of each preflight check that is not at its default, None for off.
    """

    name: str
    outlet: str
    base_url: str
    url_pattern: str
    language: str
    zone: str
    accent: str
    accent_dark: str
    field_labels: Mapping[str, str]
    stage_labels: Mapping[Stage, str]
    forbidden_moves: frozenset[Move]
    summary: SummaryAdvice
    lengths: Lengths
    sections: tuple[str, ...]
    frames: frozenset[Provider]
    checks: Mapping[str, Severity | None]
    checking: CheckLevels
    words: Mapping[str, PageWords]
    templates: tuple[Template, ...]
    folder: Path | None = field(default=None, compare=False)
    """Where the newsroom's own files of it lie; None for the shipped default alone."""

    @property
    def tzinfo(self) -> ZoneInfo:
        """The desk's time zone."""
        return ZoneInfo(self.zone)

    def field_label(self, field: str) -> str:
        """The newsroom's name of a field, such as `Standfirst` or `Dek`."""
        return self.field_labels.get(field) or field.replace("_", " ").capitalize()

    def stage_label(self, stage: Stage) -> str:
        """The newsroom's name of a stage."""
        return self.stage_labels.get(stage) or stage.value.capitalize()

    def words_for(self, language: str) -> PageWords:
        """The page's words in `language` (BCP 47), else its primary language, else the profile's, else English."""
        wanted = language.lower()
        for tag in (wanted, wanted.split("-")[0], self.language.lower(), self.language.lower().split("-")[0]):
            if tag in self.words:
                return self.words[tag]
        return self.words["en"]
