"""A fact-check report as an HTML page for print: the copy in numbered lines of one width."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from deskeditor.export.report_copy import NumberedLine, PassageKind, Piece, numbered
from deskeditor.export.report_view import Cited, ClaimView, Look, ReportView
from deskeditor.export.templates import render_template
from deskeditor.profile import Profile

_PAGE: Final = "report.html.j2"

_WIDTH: Final = 72
"""Columns of a line. Lines are broken here and not by the browser: so “line 43” is the same line on each
screen and paper, and on the phone."""

_WORST: Final = (Look.AGAIN, Look.OUT, Look.OPEN, Look.SETTLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words drawn alike: `look` is empty where no claim lies; `cited` are the sources of claims that end here."""

    text: str
    look: str
    begun: tuple[ClaimView, ...]
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A line of the copy, and the claims that begin in it."""

    number: int
    segments: tuple[Segment, ...]
    begun: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A passage in lines; `changed` where its words are others than at sign-off."""

    kind: PassageKind
    changed: bool
    lines: tuple[LineView, ...]


def write_page(report: ReportView, profile: Profile) -> bytes:
    """Return the report as an HTML page in UTF-8. Raises DeskError for a faulty template of the newsroom's own."""
    copy = tuple(_copy(report))
    lines = {claim.name: line.number for passage in copy for line in passage.lines for claim in line.begun}
    values = {"report": report, "copy": copy, "lines": MappingProxyType(lines), "accent": profile.accent}
    # Half a character, from a broken clipboard, becomes a question mark.
    return render_template(profile.templates, _PAGE, values).encode("utf-8", errors="replace")


def segment(piece: Piece, report: ReportView) -> Segment:
    """Return a piece of the copy as it is drawn; claims that nobody has any more are not."""
    claims = report.claims
    looks = {claims[claim].look for claim in piece.claims if claim in claims}
    ended = [claims[claim] for claim in piece.ended if claim in claims]
    cited = {cited.number: cited for claim in ended for cited in claim.cited if cited.name}
    return Segment(
        text=piece.text,
        look=next((look.value for look in _WORST if look in looks), ""),
        begun=tuple(claims[claim] for claim in piece.begun if claim in claims),
        cited=tuple(cited.values()),
    )


def _copy(report: ReportView) -> Iterator[PassageView]:
    first = 1
    for place, passage in enumerate(report.passages):
        lines = tuple(_line(line, report) for line in numbered(passage, first, _WIDTH))
        first += len(lines)
        yield PassageView(kind=passage.kind, changed=place in report.changed, lines=lines)


def _line(line: NumberedLine, report: ReportView) -> LineView:
    segments = tuple(segment(piece, report) for piece in line.pieces)
    return LineView(
        number=line.number, segments=segments, begun=tuple(claim for one in segments for claim in one.begun)
    )
