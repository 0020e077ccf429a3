"""What a Word file can say that python-docx has no words for: frames, bookmarks, line numbers, the same bytes twice."""

import io
import re
import zipfile
from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from deskeditor.article.line import HARD_BREAK

# The order that the standard wants of what a paragraph is like, and of what a section is like.
_PARAGRAPH: Final = tuple(
    """w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers
    w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE
    w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents
    w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr
    w:sectPr w:pPrChange""".split()
)
_SECTION: Final = tuple(
    """w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders
    w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi w:rtlGutter
    w:docGrid w:printerSettings w:sectPrChange""".split()
)
_RUN: Final = tuple(
    """w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss
    w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs
    w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish
    w:oMath""".split()
)
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)


def word_text(text: str) -> str:
    """The text as a run takes it: without what XML can't hold, its breaks as newlines."""
    return _NOT_IN_XML.sub("", text.replace(HARD_BREAK, "\n").replace("\r", ""))


def without_theme(style: Any) -> None:
    """Let a shipped style have the letters and colour it names: those of a theme would win. It gets no rule either."""
    for tag in ("w:rFonts", "w:color"):
        for element in style.element.rPr.findall(qn(tag)):
            for key in [key for key in element.attrib if "heme" in key]:
                del element.attrib[key]
    properties = style.element.get_or_add_pPr()
    for borders in properties.findall(qn("w:pBdr")):
        properties.remove(borders)


def number_lines(section: Section) -> None:
    """Let Word number the lines of a section, from 1."""
    _put(section._sectPr, _SECTION, "w:lnNumType", countBy="1", restart="newSection", distance="280")


def plain_lines(section: Section) -> None:
    """Let no line of a section have a number: a new section is like the one before it."""
    for numbering in section._sectPr.findall(qn("w:lnNumType")):
        section._sectPr.remove(numbering)


def in_frame(paragraph: Paragraph, *, x: int, width: int) -> None:
    """Set a paragraph beside the next one, `x` twentieths of a point from the page's edge; its lines have no number."""
    properties = paragraph._p.get_or_add_pPr()
    _put(
        properties,
        _PARAGRAPH,
        "w:framePr",
        w=str(width),
        hSpace="0",
        wrap="around",
        vAnchor="text",
        hAnchor="page",
        x=str(x),
        y="1",
    )
    without_numbers(paragraph)


def without_numbers(paragraph: Paragraph) -> None:
    """Let no line of a paragraph have a number."""
    _put(paragraph._p.get_or_add_pPr(), _PARAGRAPH, "w:suppressLineNumbers")


def right_to_left(paragraph: Paragraph) -> None:
    """Let a paragraph and the words in it run from right to left."""
    _put(paragraph._p.get_or_add_pPr(), _PARAGRAPH, "w:bidi")
    for run in paragraph.runs:
        run.font.rtl = True


def bar_beside(paragraph: Paragraph, colour: str, *, right: bool) -> None:
    """Draw a double bar before a paragraph, on its right side where that is its beginning; `colour` is `rrggbb`."""
    borders = _put(paragraph._p.get_or_add_pPr(), _PARAGRAPH, "w:pBdr")
    borders.append(_element("w:right" if right else "w:left", val="double", sz="6", space="6", color=colour))


def boxed(run: Run, dashed: bool) -> None:
    """Draw a thin box around a run."""
    _put(run._r.get_or_add_rPr(), _RUN, "w:bdr", val="dashed" if dashed else "single", sz="4", space="0", color="auto")


def in_language(run: Run, language: str) -> None:
    """Say in which language (BCP 47) a run is."""
    _put(run._r.get_or_add_rPr(), _RUN, "w:lang", val=language, eastAsia=language, bidi=language)


def page_number(paragraph: Paragraph) -> None:
    """Put the number of the page into a paragraph of its foot."""
    field = _element("w:fldSimple", instr="PAGE")
    paragraph._p.append(field)
    field.append(paragraph.add_run("1")._r)


def repeated(row: Row) -> None:
    """Let a table's row stand again at the head of each page."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Let links lead to a paragraph by a name; `number` tells bookmarks of a file apart."""
    paragraph._p.insert(
        1 if paragraph._p.pPr is not None else 0, _element("w:bookmarkStart", id=str(number), name=_bookmark(name))
    )
    paragraph._p.append(_element("w:bookmarkEnd", id=str(number)))


def link_to(paragraph: Paragraph, name: str, words: str) -> Run:
    """Add words that lead to a bookmark."""
    run = paragraph.add_run(word_text(words))
    link = _element("w:hyperlink", anchor=_bookmark(name))
    run._r.getparent().replace(run._r, link)
    link.append(run._r)
    return run


def same_bytes(data: bytes) -> bytes:
    """Return a zip file with the same members under one old date, so that equal files are equal bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as given,
        zipfile.ZipFile(out, "w", compression=zipfile.ZIP_DEFLATED) as made,
    ):
        for name in given.namelist():
            member = zipfile.ZipInfo(name, _LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(member, given.read(name))
    return out.getvalue()


def _bookmark(name: str) -> str:
    return name.replace("-", "_")


def _element(tag: str, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _put(parent: Any, order: tuple[str, ...], tag: str, **attributes: str) -> Any:
    """Put an element where the standard wants it, in place of one that is there."""
    made = _element(tag, **attributes)
    for old in parent.findall(qn(tag)):
        parent.remove(old)
    later = {qn(name) for name in order[order.index(tag) + 1 :]}
    place = next((at for at, child in enumerate(parent) if child.tag in later), len(parent))
    parent.insert(place, made)
    return made
