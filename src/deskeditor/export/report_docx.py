"""A fact-check report as a Word file: the copy double-spaced, its lines numbered by Word itself."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_UNDERLINE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.section import Section
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from deskeditor.export import docx_parts as parts
from deskeditor.export.report_copy import Passage, PassageKind
from deskeditor.export.report_page import segment
from deskeditor.export.report_view import ClaimView, Look, ReportView

_INK: Final = RGBColor(0x1D, 0x1B, 0x19)
_QUIET: Final = RGBColor(0x5F, 0x5A, 0x54)
_LOUD: Final = RGBColor(0x8A, 0x1C, 0x2B)
_UNDER: Final = MappingProxyType(
    {
        Look.SETTLED.value: WD_UNDERLINE.SINGLE,
        Look.OPEN.value: WD_UNDERLINE.DOTTED_HEAVY,
        Look.OUT.value: WD_UNDERLINE.DASH_HEAVY,
        Look.AGAIN.value: WD_UNDERLINE.WAVY,
    }
)
_SAID_OF: Final = MappingProxyType(
    {Look.SETTLED: "settled", Look.OPEN: "unchecked", Look.OUT: "query out", Look.AGAIN: "look again"}
)
_TITLES: Final = ("No.", "Words", "Finding", "Sources")
_WIDTHS: Final = (Cm(1.3), Cm(5.6), Cm(6.2), Cm(3.4))
_PAGE: Final = (Cm(21), Cm(29.7))
_SIDE: Final = Cm(2.2)
_CLAIM_MARGIN: Final = Cm(4)
"""Beside the copy, for the numbers of its claims."""


def write_docx(report: ReportView, at: datetime) -> bytes:
    """Return the report as a Word file dated `at`, an aware instant; equal arguments give equal bytes.

    Word numbers the lines of the copy, as they stand in the copy at hand: it is there to be worked on.
    """
    document = Document()
    _dress(document, report, at)
    _head(document, report)
    _to_do(document, "Open queries", report.queries)
    _to_do(document, "To be looked at again", report.again)
    # Sections of their own, since Word numbers the lines of whole sections.
    copy = document.add_section(WD_SECTION.CONTINUOUS)
    parts.number_lines(copy)
    _copy(document, report)
    after = document.add_section(WD_SECTION.CONTINUOUS)
    parts.plain_lines(after)
    _set_margins(after, _SIDE)
    _claims(document, report)
    _sources(document, report)
    if report.desk_note:
        document.add_heading("Desk note", 1)
        document.add_paragraph(parts.word_text(report.desk_note))
    file = io.BytesIO()
    document.save(file)
    return parts.same_bytes(file.getvalue())


def _dress(document: WordDocument, report: ReportView, at: datetime) -> None:
    """Set the paper, the look of the words, and what the file says of itself."""
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE
    section.top_margin = section.bottom_margin = Cm(2)
    _set_margins(section, _SIDE)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(4), 1.1
    for name, size in (("Title", 20), ("Heading 1", 13)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), _INK
        parts.without_theme(style)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14), Pt(5)
    parts.page_number(section.footer.paragraphs[0])
    kept = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    about = document.core_properties
    about.title = parts.word_text(f"Fact check: {report.headline}")[:255]
    about.author, about.comments, about.language = "", "", report.language
    about.created = about.modified = kept
    package = document.part.package
    for key in [key for key, one in package.rels.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        # A picture of an empty page.
        del package.rels[key]


def _set_margins(section: Section, claim_side: Length, *, is_rtl: bool = False) -> None:
    section.left_margin, section.right_margin = (claim_side, _SIDE) if is_rtl else (_SIDE, claim_side)


def _head(document: WordDocument, report: ReportView) -> None:
    kind = document.add_paragraph().add_run(
        "Fact-check report · shareable" if report.shareable else "Fact-check report · for the desk alone"
    )
    kind.bold, kind.font.color.rgb = True, _LOUD
    title = document.add_paragraph(style="Title")
    _copy_run(title, report.headline, report)
    _turn(title, report)
    facts = document.add_table(rows=0, cols=2)
    for label, words in report.facts:
        name, said = facts.add_row().cells
        _quiet(name.paragraphs[0], label)
        said.paragraphs[0].add_run(parts.word_text(words))
    _set_widths(facts, (Cm(3), Cm(13.5)))
    if report.shareable:
        _quiet(
            document.add_paragraph(),
            "Contacts and the desk’s notes are left out. Who spoke off the record or on background is not named.",
        )


def _to_do(document: WordDocument, title: str, claims: Sequence[ClaimView]) -> None:
    if not claims:
        return
    document.add_heading(f"{title} ({len(claims)})", 1)
    for claim in claims:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = bool(claim.said)
        _chip(paragraph, claim)
        paragraph.add_run(f" {parts.word_text(claim.words)}  ").italic = True
        _quiet(paragraph, claim.progress)
        for place, said in enumerate(claim.said, start=1):
            line = document.add_paragraph(parts.word_text(said))
            line.paragraph_format.left_indent = Cm(0.8)
            line.paragraph_format.keep_with_next = place < len(claim.said)


def _copy(document: WordDocument, report: ReportView) -> None:
    is_rtl = report.direction == "rtl"
    _set_margins(document.sections[-1], _CLAIM_MARGIN, is_rtl=is_rtl)
    # A heading and a legend are no lines of the copy.
    heading = document.add_heading("Copy", 1)
    parts.without_numbers(heading)
    legend = document.add_paragraph()
    parts.without_numbers(legend)
    _quiet(
        legend,
        "Boxed numbers are claims, before their first word and in the margin; raised numbers are sources, listed "
        "at the end.",
    )
    for look, said in _SAID_OF.items():
        _quiet(legend, "  ")
        _draw(_quiet(legend, said), look.value)
    if report.changed:
        _quiet(legend, "  A double bar: words changed since sign-off.")
    for place, passage in enumerate(report.passages):
        _margin_numbers(document, passage, report)
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.line_spacing = 2.0
        if passage.kind is PassageKind.QUOTE:
            paragraph.paragraph_format.left_indent = Cm(0.8)
        _words(paragraph, passage, report)
        if place in report.changed:
            parts.bar_beside(paragraph, str(_LOUD), right=is_rtl)
        _turn(paragraph, report)


def _margin_numbers(document: WordDocument, passage: Passage, report: ReportView) -> None:
    """The numbers of the claims that begin in a passage, beside it."""
    begun = [report.claims[claim] for claim in passage.begun if claim in report.claims]
    if not begun:
        return
    frame = document.add_paragraph()
    gap, width = Cm(0.5), _CLAIM_MARGIN - Cm(1)
    edge = gap if report.direction == "rtl" else _PAGE[0] - _CLAIM_MARGIN + gap
    parts.in_frame(frame, x=Length(edge).twips, width=Length(width).twips)
    frame.paragraph_format.space_before = Pt(6)
    for place, claim in enumerate(begun):
        if place:
            frame.add_run(" ")
        _chip(frame, claim)


def _words(paragraph: Paragraph, passage: Passage, report: ReportView) -> None:
    for piece in passage.pieces:
        drawn = segment(piece, report)
        for claim in drawn.begun:
            number = _chip(paragraph, claim)
            number.font.superscript, number.font.size = True, Pt(9)
        run = _copy_run(paragraph, drawn.text, report)
        run.font.name, run.font.size = "Consolas" if passage.kind is PassageKind.CODE else "Cambria", Pt(12)
        run.bold = passage.kind in (PassageKind.HEADLINE, PassageKind.HEADING) or None
        run.italic = passage.kind in (PassageKind.STANDFIRST, PassageKind.CAPTION) or None
        _draw(run, drawn.look)
        for place, cited in enumerate(drawn.cited):
            if place:
                paragraph.add_run(",").font.superscript = True
            parts.link_to(paragraph, cited.name, str(cited.number)).font.superscript = True


def _claims(document: WordDocument, report: ReportView) -> None:
    if not report.claims:
        return
    document.add_heading("Claims", 1)
    table = document.add_table(rows=1, cols=len(_TITLES), style="Table Grid")
    for cell, title in zip(table.rows[0].cells, _TITLES, strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    parts.repeated(table.rows[0])
    for place, claim in enumerate(report.claims.values(), start=1):
        row = table.add_row()
        number, words, finding, sources = row.cells
        parts.bookmark(number.paragraphs[0], claim.name, place)
        _chip(number.paragraphs[0], claim)
        _copy_run(words.paragraphs[0], claim.words, report)
        _turn(words.paragraphs[0], report)
        _quiet(words.add_paragraph(), claim.kind)
        finding.paragraphs[0].add_run(claim.progress).bold = True
        for said in filter(None, (claim.finding, *claim.said)):
            finding.add_paragraph(parts.word_text(said))
        for at, cited in enumerate(claim.cited):
            paragraph = sources.add_paragraph() if at else sources.paragraphs[0]
            if cited.name:
                parts.link_to(paragraph, cited.name, str(cited.number))
            else:
                paragraph.add_run(f"{cited.number} (gone)")
            paragraph.add_run(parts.word_text(f": {cited.words}" if cited.words else ""))
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(1)
    _set_widths(table, _WIDTHS)


def _set_widths(table: Table, widths: Sequence[Length]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _sources(document: WordDocument, report: ReportView) -> None:
    if not report.sources:
        return
    document.add_heading("Sources", 1)
    for place, source in enumerate(report.sources, start=len(report.claims) + 1):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.8)
        parts.bookmark(paragraph, source.name, place)
        paragraph.add_run(f"{source.number}.\t").bold = True
        paragraph.add_run(parts.word_text(f"{source.title}  "))
        _quiet(paragraph, " · ".join((*source.facts, *source.urls)))


def _copy_run(paragraph: Paragraph, text: str, report: ReportView) -> Run:
    """Words in the language of the copy."""
    run = paragraph.add_run(parts.word_text(text))
    parts.in_language(run, report.language)
    return run


def _turn(paragraph: Paragraph, report: ReportView) -> None:
    if report.direction == "rtl":
        parts.right_to_left(paragraph)


def _chip(paragraph: Paragraph, claim: ClaimView) -> Run:
    run = paragraph.add_run(f"\u00a0{claim.number}\u00a0")
    run.bold, run.font.size = True, Pt(8.5)
    if claim.look is Look.AGAIN:
        run.font.color.rgb = _LOUD
    parts.boxed(run, claim.look is not Look.SETTLED)
    return run


def _draw(run: Run, look: str) -> None:
    if look:
        run.font.underline = _UNDER[look]


def _quiet(paragraph: Paragraph, text: str) -> Run:
    run = paragraph.add_run(parts.word_text(text))
    run.font.color.rgb, run.font.size = _QUIET, Pt(9.5)
    return run
