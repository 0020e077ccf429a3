"""A piece of our own that uses everything a page can show, and the profile it goes out under."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
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
from deskeditor.article.body import (
    Align,
    Attribution,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    Rule,
    Table,
    body_of,
)
from deskeditor.article.line import HARD_BREAK, OBJECT, Line, Mark, MarkKind, Run, join_lines, line_of, plain_line
from deskeditor.article.notes import Note, Remark
from deskeditor.article.tags import Tag
from deskeditor.media import MediaStore
from deskeditor.profile import Profile, load_profile
from tests.media.pictures import png

AT: Final = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
BULLETED: Final = (ListLevel(kind=ListKind.BULLET),)
NUMBERED: Final = (*BULLETED, ListLevel(kind=ListKind.NUMBER, start=3))


def marked(text: str, *marks: Mark | MarkKind) -> Line:
    """Text under marks."""
    made = frozenset(mark if isinstance(mark, Mark) else Mark(mark) for mark in marks)
    return line_of([Run(text=text, marks=made)])


def bullet(number: int, line: Line) -> SummaryBullet:
    """A summary bullet."""
    return SummaryBullet(id=UUID(int=number), line=line)


def harbour_profile(folder: Path) -> Profile:
    """The profile of a small newspaper, written to `folder`."""
    (folder / "profile.toml").write_text(
        '[publication]\noutlet = "The Harbour Gazette"\nbase_url = "https://gazette.example"\nzone = "Europe/Oslo"\n',
        encoding="utf-8",
    )
    return load_profile(folder)


def ferry_piece(media: MediaStore) -> Article:
    """A published piece with every kind of leaf and mark, and two pictures."""
    lead, chart = media.adopt(png(12, 8)), media.adopt(png(6, 6, text=b"taken at 59.91 N"))
    body = body_of(
        [
            Paragraph(line=plain_line("The result was read out in the old customs hall a little after nine.")),
            Paragraph(
                line=plain_line("“They offered us a drawing,” said Marta Lind, who runs the bakery by the quay.")
            ),
            Heading(level=2, line=plain_line("What the levy pays for")),
            Paragraph(
                line=join_lines(
                    [
                        plain_line("The council must order a "),
                        marked("battery-powered ferry", MarkKind.STRONG),
                        plain_line(", says the "),
                        marked("county’s report", Mark(MarkKind.LINK, "https://example.org/report?a=1&b=2")),
                        plain_line(", "),
                        marked("weather permitting", MarkKind.EMPHASIS),
                        plain_line(", and save 40 kg of CO"),
                        marked("2", MarkKind.SUBSCRIPT),
                        plain_line(" a crossing."),
                        marked(OBJECT, Mark(MarkKind.FOOTNOTE, "1")),
                    ]
                )
            ),
            ListItem(line=plain_line("a berth with a charging arm"), path=BULLETED),
            ListItem(line=plain_line("two crews, from five in the morning"), path=BULLETED),
            ListItem(line=plain_line("a third in summer"), path=NUMBERED),
            Table(
                rows=tuple(
                    tuple(plain_line(cell) for cell in row)
                    for row in (("Crossings", "2023", "2025"), ("Planned", "8,760", "8,112"), ("Lost", "902", "1,377"))
                ),
                alignments=(Align.START, Align.RIGHT, Align.RIGHT),
            ),
            Figure(
                media=chart, alt="Lost crossings by month", caption=plain_line("Winters are worst."), credit="J. Vik"
            ),
            Paragraph(line=plain_line("A town that can’t be reached in winter is a town in summer only."), quoted=True),
            Attribution(line=plain_line("Marta Lind")),
            Heading(level=3, line=plain_line("The bridge stays on paper")),
            Paragraph(
                line=plain_line(f"Its price doubled between two drafts.{HARD_BREAK}The second left out the roads.")
            ),
            Rule(),
            Code(text="levy = crossings * 4", language="python"),
            Embed(url="https://video.example/watch?v=1", title="The count, hour by hour"),
            Footnote(label="1", line=plain_line("Figures of the county.")),
        ]
    )
    return Article(
        id=UUID(int=1),
        created=AT - timedelta(days=3),
        modified=AT + timedelta(hours=3),
        headline=join_lines(
            [plain_line("Harbour town keeps "), marked("Solveig", MarkKind.EMPHASIS), plain_line(", its ferry")]
        ),
        standfirst=plain_line("Islanders chose a small levy over a bridge that no engineer would promise before 2040."),
        summary=(
            bullet(11, plain_line("61 percent voted for four crowns a crossing.")),
            bullet(
                12,
                join_lines(
                    [plain_line("The council must order a "), marked("new", MarkKind.STRONG), plain_line(" ferry.")]
                ),
            ),
            bullet(13, plain_line("A bridge stays on paper.")),
        ),
        body=body,
        tags=(Tag(id=UUID(int=21), label="Ferries"), Tag(id=UUID(int=22), label="Ports & harbours")),
        byline=(BylineName(name="Ada Holm"), BylineName(name="Jonas Vik"), BylineName(name="Per Strand")),
        credit=Credit(
            name="Coast Press",
            url="https://coast.example/",
            about="Coast Press is a cooperative of nine newsrooms.\nIt reports on harbours.",
        ),
        section="Politics",
        dateline="HARBOUR TOWN",
        slugline="FERRY-VOTE",
        language="en-GB",
        access=Access.PREMIUM,
        related=(
            Related(title="Why the bridge became so expensive", url="https://example.org/bridge"),
            Related(title="A winter without a timetable"),
        ),
        lead_image=Figure(
            media=lead, alt="The ferry at the quay", caption=plain_line("Solveig, built in 1974."), credit="J. Vik"
        ),
        search_headline="Ferry vote: harbour town keeps its boat",
        social_headline="They were offered a bridge. They chose the boat.",
        url_slug="harbour-town-keeps-its-ferry",
        editors_note=plain_line("The turnout was corrected after the final count."),
        publication=Publication(at=AT, outlet="web"),
    )


def unpublished_piece(media: MediaStore) -> Article:
    """The same piece before it went out, under embargo."""
    return replace(ferry_piece(media), publication=None, embargo=AT + timedelta(hours=8))


def arabic_piece() -> Article:
    """A short piece in a language that runs from right to left."""
    return Article(
        id=UUID(int=2),
        created=AT,
        modified=AT,
        headline=plain_line("البلدة الساحلية تحتفظ بعبّارتها الأخيرة"),
        summary=(bullet(31, plain_line("صوّت السكان لصالح رسم صغير على كل رحلة.")),),
        body=body_of(
            [
                Paragraph(
                    line=plain_line("أُعلنت النتيجة في قاعة الجمارك القديمة بعد التاسعة بقليل، ولم يصفّق أحد في البداية.")
                )
            ]
        ),
        byline=(BylineName(name="ليلى حداد"), BylineName(name="سامي نصار")),
        tags=(Tag(id=UUID(int=23), label="موانئ"),),
        language="ar",
        publication=Publication(at=AT),
    )


def bare_piece() -> Article:
    """A piece that is a headline and a paragraph."""
    return Article(
        id=UUID(int=3),
        created=AT,
        modified=AT,
        headline=plain_line("Ferry late"),
        body=body_of([Paragraph(line=plain_line("The ferry was late."))]),
    )


CANARY: Final = "zanzibarite"


def canary_piece(media: MediaStore) -> Article:
    """The piece with a word of its own in every field and mark that never leaves the desk."""
    piece = ferry_piece(media)
    flag = Flag(by=f"{CANARY} by", why=f"{CANARY} why", at=AT, cleared_by=f"{CANARY} lawyer")

    def internal(line: Line, name: str) -> Line:
        marks = {Mark(MarkKind.CLAIM, f"{CANARY}-claim-{name}"), Mark(MarkKind.NOTE, f"{CANARY}-note-{name}")}
        marks |= {Mark(MarkKind.BULLET, f"{CANARY}-bullet-{name}")}
        return line_of(Run(text=run.text, marks=run.marks | marks) for run in line)

    leaves: list[Leaf] = []
    for number, leaf in enumerate(piece.body):
        match leaf:
            case Paragraph() | Heading() | ListItem() | Attribution() | Footnote():
                leaves.append(replace(leaf, line=internal(leaf.line, f"leaf{number}")))
            case Figure():
                leaves.append(replace(leaf, caption=internal(leaf.caption, f"caption{number}")))
            case Table():
                rows = tuple(tuple(internal(cell, f"cell{number}") for cell in row) for row in leaf.rows)
                leaves.append(replace(leaf, rows=rows))
            case _:
                leaves.append(leaf)
    lead = piece.lead_image
    assert lead is not None
    return replace(
        piece,
        headline=internal(piece.headline, "headline"),
        standfirst=internal(piece.standfirst, "standfirst"),
        summary=tuple(replace(point, line=internal(point.line, "bullet")) for point in piece.summary),
        editors_note=internal(piece.editors_note, "editors-note"),
        lead_image=replace(lead, caption=internal(lead.caption, "lead")),
        body=body_of(leaves),
        hold=flag,
        legal_read=flag,
        assignee=Person(name=f"{CANARY} assignee", initials=CANARY),
        due=datetime(1987, 6, 5, tzinfo=UTC),
        target_words=198_706,
        desk_note=f"{CANARY} desk note",
        notes=(Note(id=f"{CANARY}-note", thread=(Remark(author=f"{CANARY} author", text=f"{CANARY} remark"),)),),
    )
