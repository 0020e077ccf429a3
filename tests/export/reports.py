"""A piece in the midst of its check, with secrets in each place where the desk keeps some."""

from dataclasses import replace
from datetime import timedelta
from typing import Final
from uuid import UUID

from deskeditor.article.article import Article, BylineName, Credit, Flag, Person, SummaryBullet
from deskeditor.article.body import (
    Align,
    Attribution,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    Rule,
    Table,
    body_of,
)
from deskeditor.article.claims import Addressee, CheckLevel, ClaimKind, Evidence, LogEntry, Standing, Verdict
from deskeditor.article.line import OBJECT, Mark, MarkKind, Run, join_lines, line_of, plain_line
from deskeditor.article.notes import Note, Remark
from deskeditor.article.sources import Source, SourceKind, Terms
from deskeditor.export.reported import Kept, Reported, SignedOff
from tests.factcheck.pieces import NOON, SOURCED, claim, piece, query, stet, verdict

VOTE: Final = (
    "The council of Vik voted {1:14 to 9} on Tuesday to keep the night ferry, after {2:Mira Aldous, the mayor}, told "
    "the hall that {3:“nobody leaves this island by swimming”}. The vote came {4:eleven years} after the last one."
)
COST: Final = (
    "The ferry carries {5:61,000 passengers} a year and costs {6:4.2 million crowns}, of which the county pays "
    "{7:a third}. {8:Analysts} say that it will not last, and {9:the harbour master agrees}."
)

SECRETS: Final = (
    "quxley",
    "zarbo",
    "vernoff",
    "555-0101",
    "555-0102",
    "secretcontact",
    "deskremark",
    "desknote",
    "deskreply",
    "desklog",
    "notetext",
    "holdwhy",
    "legalwhy",
    "offrecordfile",
    "offrecordlocator",
    "backgroundfile",
    "zarbo.example",
    "bea assignee",
)
"""Words, in lower case, that are never to leave the desk."""


def checked_piece() -> Article:
    """A piece of which each kind of claim and source is a part."""
    claims = (
        claim(1, "14 to 9", judgement=verdict(Verdict.OK, "14 to 9"), evidence=SOURCED),
        claim(
            2,
            "Mira Aldous, the mayor",
            kind=ClaimKind.TITLE,
            judgement=verdict(Verdict.OK, "Mira Aldous, the mayor"),
            evidence=(Evidence(source=1), Evidence(source=2, locator="12:30")),
        ),
        claim(
            3,
            "“nobody leaves this island by swimming”",
            kind=ClaimKind.QUOTATION,
            judgement=verdict(Verdict.CHANGE, "“nobody leaves this island by swimming”"),
            query=query("Is it what Zarbo heard?", wording="“nobody leaves this island by swimming alone”"),
            thread=(Remark(author="Jonas Vik", text="Deskreply: I will ask.", at=NOON),),
        ),
        claim(4, "eleven years", judgement=verdict(Verdict.OK, "ten years"), evidence=SOURCED),
        claim(5, "61,000 passengers", judgement=verdict(Verdict.OK_ON_AUTHOR, "61,000 passengers")),
        claim(6, "4.2 million crowns", priority=True),
        claim(
            7,
            "a third",
            judgement=verdict(Verdict.DISPUTED, "a third"),
            evidence=(Evidence(source=3, locator="offrecordlocator", contradicts=True), Evidence(source=40)),
        ),
        claim(8, "Analysts", kind=ClaimKind.TITLE, stet=stet("Analysts", "VERNOFF allows one.")),
        claim(
            9,
            "the harbour master agrees",
            kind=ClaimKind.PARAPHRASE,
            query=query("Quxley Zarbo says he does not; call 555-0102.", to=Addressee.SOURCE),
            evidence=(Evidence(source=1, locator="said to secretcontact@example.org"),),
        ),
        claim(10, "since 1974", query=query()),
        claim(11, "A battery-powered ferry", judgement=verdict(Verdict.OK, "A ferry"), standing=Standing.LOST),
    )
    sources = (
        Source(
            number=1,
            title="Minutes of the council, 3 March",
            kind=SourceKind.DOCUMENT,
            url="https://example.org/minutes?a=1&b=2",
            media=f"{'ab' * 32}.pdf",
            file_name="minutes.pdf",
            date="3 March 2026",
            primary=True,
        ),
        Source(
            number=2,
            title="Recording of the hall",
            kind=SourceKind.RECORDING,
            person="Mira Aldous",
            contact="555-0101, secretcontact@example.org",
            remark="deskremark",
        ),
        Source(
            number=3,
            title="call w/ Zarbo 17 July",
            kind=SourceKind.CALL,
            url="https://zarbo.example/",
            archived_url="https://archive.example/zarbo.example",
            person="Quxley Zarbo",
            contact="555-0102",
            media=f"{'cd' * 32}.mp3",
            file_name="offrecordfile.mp3",
            terms=Terms.OFF_RECORD,
            remark="deskremark",
        ),
        Source(
            number=4,
            title="Vernoff on the budget",
            person="Ilya Vernoff",
            file_name="backgroundfile.txt",
            terms=Terms.BACKGROUND,
            date="May",
        ),
    )
    copy = piece(VOTE, COST, claims=claims)
    vote, cost = copy.body
    noted = Run(text="quite frank", marks=frozenset({Mark(MarkKind.NOTE, "n1")}))
    footnote = Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, "1")}))
    numbers = (ListLevel(kind=ListKind.NUMBER, start=3),)
    body = body_of(
        [
            vote,
            Heading(level=2, line=plain_line("What it costs")),
            cost,
            ListItem(line=plain_line("two crews"), path=numbers),
            ListItem(line=plain_line("a berth"), path=numbers),
            ListItem(line=plain_line("with an arm"), path=(*numbers, ListLevel(kind=ListKind.BULLET))),
            Paragraph(line=plain_line("A town in summer only."), quoted=True),
            Attribution(line=plain_line("Marta Lind")),
            Table(
                rows=tuple(tuple(plain_line(cell) for cell in row) for row in (("Year", "Lost"), ("2023", "902"))),
                alignments=(Align.START, Align.RIGHT),
            ),
            Figure(media=f"{'0' * 64}.png", alt="The ferry", caption=plain_line("Solveig."), credit="J. Vik"),
            Rule(),
            Code(text="levy = crossings * 4\nprint(levy)"),
            Embed(url="https://video.example/1", title="The count"),
            Paragraph(line=join_lines([plain_line("To be "), line_of([noted, footnote])])),
            Footnote(label="1", line=plain_line("Figures of the county.")),
        ]
    )
    flag = Flag(by="Jonas Vik", why="holdwhy", at=NOON)
    return replace(
        copy,
        headline=plain_line("Vik keeps its ferry"),
        standfirst=plain_line("Islanders chose a small levy over a bridge that no engineer would promise before 2040."),
        summary=(SummaryBullet(id=UUID(int=4), line=plain_line("The council must order a ferry.")),),
        body=body,
        sources=sources,
        byline=(BylineName(name="Jonas Vik"),),
        credit=Credit(name="Coast Press"),
        check_level=CheckLevel.LINE_BY_LINE,
        desk_note="desknote",
        notes=(Note(id="n1", thread=(Remark(author="Jonas Vik", text="notetext"),)),),
        claim_log=(
            LogEntry(claim=9, at=NOON, by="Jonas Vik", text="desklog"),
            LogEntry(claim=10, at=NOON, by="Jonas Vik", text="cut: “since 1974”"),
        ),
        assignee=Person(name="Bea Assignee"),
        hold=replace(flag, cleared_by="Ada Holm"),
        legal_read=replace(flag, why="legalwhy", cleared_by="Ada Holm"),
    )


def kept(number: int, hours: int = 0) -> Kept:
    """A kept state."""
    return Kept(id=UUID(int=number << 120), at=NOON + timedelta(hours=hours), by="Ada Holm")


def reported(article: Article, signed: Article | None = None) -> Reported:
    """The piece for a report; `signed` is how it was when the check was signed off."""
    return Reported(
        article=article,
        kept=kept(0x5E, 3),
        level=article.check_level or CheckLevel.NONE,
        signed_off=None if signed is None else SignedOff(kept=kept(0x51), article=signed),
    )
