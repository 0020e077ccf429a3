"""Each check finds what it is for, at its place, and leaves a sound piece alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from deskeditor.article.article import (
    Article,
    BylineName,
    Credit,
    Flag,
    Related,
    SummaryBullet,
    new_article,
)
from deskeditor.article.body import Align, Body, Figure, Heading, Paragraph, Table, body_of
from deskeditor.article.finding import Finding, Severity
from deskeditor.article.line import EMPTY_LINE, Line, Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.notes import Note, NoteKind
from deskeditor.article.notes import Remark as NoteRemark
from deskeditor.article.place import Field, Place
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage
from deskeditor.media import MediaStore
from deskeditor.preflight import CHECKS, blocking, preflight
from deskeditor.profile import load_profile
from tests.media.pictures import png

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
DEFAULT = load_profile(None)
BULLET = UUID(int=7)
Change = Callable[[Article], Article]


def _bullet(text: str, number: int = 7) -> SummaryBullet:
    return SummaryBullet(id=UUID(int=number), line=plain_line(text))


def _body(*texts: str) -> Body:
    return body_of(Paragraph(line=plain_line(text)) for text in texts)


def _linked(address: str) -> Body:
    run = Run(text="here", marks=frozenset({Mark(MarkKind.LINK, address)}))
    return body_of([Paragraph(line=line_of([Run(text="Look "), run]))])


def _noted_line(name: str) -> Line:
    return line_of([Run(text="Lee "), Run(text="Who?", marks=frozenset({Mark(MarkKind.NOTE, name)}))])


def _note(name: str, kind: NoteKind = NoteKind.REMARK, *, resolved: bool = False) -> Note:
    return Note(id=name, thread=(NoteRemark(author="Ada", text="?"),), kind=kind, resolved=resolved)


SOUND = replace(
    new_article(UUID(int=1), NOW - timedelta(days=1)),
    headline=plain_line("Town keeps its ferry"),
    standfirst=plain_line("A levy pays for the boat."),
    summary=tuple(_bullet(f"Point {number}.", number) for number in (7, 8, 9)),
    body=_body("The result was read out at nine.", "Nobody clapped."),
    tags=(Tag(id=UUID(int=3), label="Ferries"),),
    byline=(BylineName(name="Ada Holm"),),
    section="News",
    stage=Stage.READY,
)
FLAG = Flag(by="Jonas", why="two sources missing.", at=NOW)
FIGURE = Figure(media="0" * 64 + ".png", alt="A ferry", credit="J. Vik")


def _findings(article: Article, code: str) -> list[Finding]:
    return [finding for finding in preflight(article, DEFAULT, now=NOW) if finding.code == code]


def test_a_sound_piece_has_no_finding() -> None:
    assert preflight(SOUND, DEFAULT, now=NOW) == ()


def test_an_empty_article_is_blocked() -> None:
    findings = preflight(new_article(UUID(int=1), NOW), DEFAULT, now=NOW)
    assert [finding.code for finding in blocking(findings)] == ["headline.missing", "body.missing"]


@pytest.mark.parametrize(
    ("code", "severity", "changes", "place"),
    [
        ("hold.standing", Severity.BLOCKING, {"hold": FLAG}, Place(field=Field.HOLD)),
        ("legal-read.open", Severity.BLOCKING, {"legal_read": FLAG}, Place(field=Field.LEGAL_READ)),
        ("stage.stopped", Severity.BLOCKING, {"stage": Stage.SPIKED}, Place(field=Field.HEADLINE)),
        ("stage.stopped", Severity.BLOCKING, {"stage": Stage.WITHDRAWN}, Place(field=Field.HEADLINE)),
        ("stage.unready", Severity.ADVICE, {"stage": Stage.CHECKING}, Place(field=Field.HEADLINE)),
        ("embargo.future", Severity.WARNING, {"embargo": NOW + timedelta(hours=1)}, Place(field=Field.EMBARGO)),
        ("headline.missing", Severity.BLOCKING, {"headline": plain_line(" ")}, Place(field=Field.HEADLINE)),
        ("standfirst.missing", Severity.ADVICE, {"standfirst": EMPTY_LINE}, Place(field=Field.STANDFIRST)),
        ("byline.missing", Severity.WARNING, {"byline": ()}, Place(field=Field.BYLINE)),
        ("tags.missing", Severity.WARNING, {"tags": ()}, Place(field=Field.TAGS)),
        (
            "tags.unsure",
            Severity.WARNING,
            {"tags": (Tag(id=UUID(int=3), label="Azerbaijan Armenia", unsure=True),)},
            Place(field=Field.TAGS),
        ),
        ("section.missing", Severity.ADVICE, {"section": ""}, Place(field=Field.SECTION)),
        ("section.unknown", Severity.ADVICE, {"section": "Gossip"}, Place(field=Field.SECTION)),
        ("summary.missing", Severity.WARNING, {"summary": ()}, Place(field=Field.SUMMARY)),
        ("summary.count", Severity.ADVICE, {"summary": (_bullet("One."),)}, Place(field=Field.SUMMARY)),
        (
            "summary.count",
            Severity.ADVICE,
            {"summary": tuple(_bullet("One.", number) for number in range(6))},
            Place(field=Field.SUMMARY),
        ),
        (
            "summary.too-long",
            Severity.ADVICE,
            {"summary": (*SOUND.summary[1:], _bullet("x" * 150))},
            Place(field=Field.SUMMARY, bullet=BULLET, start=140, end=150),
        ),
        (
            "summary.empty",
            Severity.WARNING,
            {"summary": (*SOUND.summary, _bullet(""))},
            Place(field=Field.SUMMARY, bullet=BULLET),
        ),
        (
            "length.too-long",
            Severity.ADVICE,
            {"search_headline": "x" * 70},
            Place(field=Field.SEARCH_HEADLINE, start=65, end=70),
        ),
        ("usage-terms.present", Severity.ADVICE, {"usage_terms": "Not in print."}, Place(field=Field.USAGE_TERMS)),
        ("body.missing", Severity.BLOCKING, {"body": _body(" ")}, Place(field=Field.BODY)),
        (
            "text.placeholder",
            Severity.BLOCKING,
            {"body": _body("It is so.", "The levy is TK crowns.")},
            Place(field=Field.BODY, leaf=1, start=12, end=14),
        ),
        (
            "text.placeholder",
            Severity.BLOCKING,
            {"headline": plain_line("Town keeps ???")},
            Place(field=Field.HEADLINE, start=11, end=14),
        ),
        (
            "text.placeholder",
            Severity.BLOCKING,
            {"summary": (*SOUND.summary[1:], _bullet("XX percent"))},
            Place(field=Field.SUMMARY, bullet=BULLET, start=0, end=2),
        ),
        (
            "text.desk-mark",
            Severity.ADVICE,
            {"body": _body("Marta Lind (CQ) said.")},
            Place(field=Field.BODY, leaf=0, start=12, end=14),
        ),
        (
            "text.cut-off",
            Severity.WARNING,
            {"credit": Credit(name="A", about="Read more...")},
            Place(field=Field.CREDIT, start=9, end=12),
        ),
        (
            "headings.gap",
            Severity.BLOCKING,
            {"body": body_of([*SOUND.body, Heading(level=3, line=plain_line("Later"))])},
            Place(field=Field.BODY, leaf=2, end=5),
        ),
        (
            "headings.empty",
            Severity.WARNING,
            {"body": body_of([*SOUND.body, Heading(level=2, line=EMPTY_LINE)])},
            Place(field=Field.BODY, leaf=2),
        ),
        (
            "text.quotation-marks",
            Severity.WARNING,
            {"body": _body("“We asked, she said.")},
            Place(field=Field.BODY, leaf=0, start=0, end=1),
        ),
        (
            "text.quotation-marks",
            Severity.WARNING,
            {"body": _body('She said: "Never.')},
            Place(field=Field.BODY, leaf=0, start=10, end=11),
        ),
        (
            "notes.open",
            Severity.ADVICE,
            {"headline": _noted_line("n1"), "notes": (_note("n1"), _note("n2", resolved=True))},
            Place(field=Field.HEADLINE, start=4, end=8),
        ),
        (
            "edits.undecided",
            Severity.WARNING,
            {
                "standfirst": _noted_line("e1"),
                "notes": (_note("e2", NoteKind.DELETED), _note("e1", NoteKind.INSERTED), _note("n1", resolved=True)),
            },
            Place(field=Field.STANDFIRST, start=4, end=8),
        ),
        (
            "pictures.alt",
            Severity.WARNING,
            {"lead_image": replace(FIGURE, alt="")},
            Place(field=Field.LEAD_IMAGE),
        ),
        (
            "pictures.credit",
            Severity.ADVICE,
            {"body": body_of([*SOUND.body, replace(FIGURE, credit="")])},
            Place(field=Field.BODY, leaf=2),
        ),
        ("links.broken", Severity.WARNING, {"body": _linked("example.org")}, Place(field=Field.BODY, start=5, end=9)),
        ("links.broken", Severity.WARNING, {"body": _linked("mailto:")}, Place(field=Field.BODY, start=5, end=9)),
        ("links.broken", Severity.WARNING, {"credit": Credit(name="A", url="javascript:x")}, Place(field=Field.CREDIT)),
        (
            "links.private",
            Severity.WARNING,
            {"body": _linked("http://192.168.1.4/draft")},
            Place(field=Field.BODY, start=5, end=9),
        ),
        (
            "links.private",
            Severity.WARNING,
            {"related": (Related(title="Staging", url="https://cms.internal/1"),)},
            Place(field=Field.RELATED),
        ),
    ],
)
def test_a_check_finds_what_it_is_for(code: str, severity: Severity, changes: dict[str, object], place: Place) -> None:
    found = _findings(replace(SOUND, **changes), code)  # type: ignore[arg-type]
    assert [(finding.severity, finding.place) for finding in found] == [(severity, place)]
    assert found[0].text.strip()


@pytest.mark.parametrize(
    "changes",
    [
        {"hold": replace(FLAG, cleared_by="Ada"), "legal_read": replace(FLAG, cleared_by="Ada")},
        {"embargo": NOW - timedelta(hours=1)},
        {"byline": (), "credit": Credit(name="Coast Press", url="https://coast.example.com")},
        {"section": "news"},
        {"headline": _noted_line("n1"), "notes": (_note("n1", resolved=True),)},
        {"body": _body("“We asked for a boat.", "“They gave us a drawing,” she said.")},
        {"body": _body('The plank is 6" wide.', "„So ist es“, sagte sie.", "« Oui », dit-elle.", 'A "word".')},
        {"body": _body("TKO in round two.", "Max XXL", "Really??")},
        {"body": _linked("https://example.org/a?b=c#d"), "lead_image": replace(FIGURE, decorative=True, alt="")},
        {"body": _linked("mailto:desk@example.org")},
    ],
)
def test_what_is_sound_is_left_alone(changes: dict[str, object]) -> None:
    assert preflight(replace(SOUND, **changes), DEFAULT, now=NOW) == ()  # type: ignore[arg-type]


def test_open_notes_and_undecided_edits_are_counted_apart() -> None:
    kinds = (NoteKind.REMARK, NoteKind.INSERTED, NoteKind.REMARK, NoteKind.DELETED, NoteKind.DELETED)
    notes = tuple(_note(f"n{number}", kind) for number, kind in enumerate(kinds))
    told = {finding.code: finding.text for finding in preflight(replace(SOUND, notes=notes), DEFAULT, now=NOW)}
    assert told["notes.open"].startswith("2 notes are ")
    assert told["edits.undecided"].startswith("3 edits of the copy are ")


def test_a_link_in_a_table_is_told_at_the_table() -> None:
    cell = line_of([Run(text="x", marks=frozenset({Mark(MarkKind.LINK, "relative")}))])
    table = Table(rows=((plain_line("a"), cell),), alignments=(Align.START, Align.START))
    (found,) = _findings(replace(SOUND, body=body_of([*SOUND.body, table])), "links.broken")
    assert found.place == Place(field=Field.BODY, leaf=2)


def test_pictures_are_looked_up_where_a_store_is_given(tmp_path: Path) -> None:
    media = MediaStore(tmp_path)
    small = Figure(media=media.adopt(png(300, 2)), alt="A ferry", credit="J. Vik")
    article = replace(SOUND, lead_image=FIGURE, body=body_of([*SOUND.body, small]))
    found = {finding.code: finding.place for finding in preflight(article, DEFAULT, now=NOW, media=media)}
    assert found == {
        "pictures.missing": Place(field=Field.LEAD_IMAGE),
        "pictures.small": Place(field=Field.BODY, leaf=2),
    }


def test_embargo_times_are_told_in_the_desks_zone() -> None:
    article = replace(SOUND, embargo=datetime(2026, 7, 1, 12, tzinfo=UTC))
    (found,) = preflight(article, replace(DEFAULT, zone="Asia/Baku"), now=NOW)
    assert "2026-07-01 16:00 (Asia/Baku)" in found.text


def test_every_code_is_used_once() -> None:
    codes = [check.code for check in CHECKS]
    assert len(codes) == len(set(codes))
