"""The fact-check report: the whole copy with its claims, open queries first, the same bytes each time."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings

from deskeditor.article.article import Article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claim_words import copy_texts
from deskeditor.article.claims import Standing, Verdict
from deskeditor.article.line import HARD_BREAK, OBJECT, plain_line
from deskeditor.errors import DeskError
from deskeditor.export.report import ReportFormat, render_report, report_format
from deskeditor.export.report_copy import numbered, passages
from deskeditor.export.report_view import report_view
from deskeditor.export.reported import Reported
from deskeditor.profile import load_profile
from tests.export.nu_checker import complaints, jar
from tests.export.pieces import arabic_piece
from tests.export.reports import checked_piece, reported
from tests.factcheck.pieces import NOON, claim, claimed_line, piece, query, verdict
from tests.strategies import FEW, articles

PROFILE = load_profile(None)


def html(report: Reported, *, shareable: bool = False) -> str:
    return render_report(report, ReportFormat.HTML, PROFILE, shareable=shareable).decode("utf-8")


def word(report: Reported) -> docx.document.Document:
    return docx.Document(io.BytesIO(render_report(report, ReportFormat.DOCX, PROFILE)))


def rows(report: Reported) -> list[dict[str, str]]:
    data = render_report(report, ReportFormat.CSV, PROFILE)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def later(article: Article) -> Article:
    """The piece with a word of its second paragraph changed."""
    (leaf,) = (leaf for leaf in article.body if isinstance(leaf, Paragraph) and "a year" in leaf.line.text)
    other = Paragraph(line=plain_line("The ferry carries fewer each year."))
    return replace(article, body=body_of(other if one is leaf else one for one in article.body))


@pytest.mark.parametrize("fmt", ReportFormat)
@pytest.mark.parametrize("shareable", [False, True])
def test_a_report_is_the_same_bytes_twice(fmt: ReportFormat, shareable: bool) -> None:
    made = [render_report(reported(checked_piece()), fmt, PROFILE, shareable=shareable) for _ in range(2)]
    assert made[0] == made[1]


@settings(max_examples=FEW, deadline=None)
@given(articles())
def test_any_article_has_a_report_in_any_format(article: Article) -> None:
    for fmt in ReportFormat:
        assert render_report(reported(article, article), fmt, PROFILE, shareable=fmt is ReportFormat.CSV)
    table = rows(reported(article))
    assert sorted(int(row["number"]) for row in table) == sorted(one.number for one in article.claims)


@settings(max_examples=FEW)
@given(articles())
def test_no_word_of_the_copy_is_left_out(article: Article) -> None:
    shown = passages(article)
    text = re.sub(r"\s|\|", "", "".join(passage.text for passage in shown))
    at = 0
    for _, words in copy_texts(article):
        wanted = re.sub(r"\s|\|", "", words.replace(HARD_BREAK, " ").split(OBJECT)[0])
        at = text.find(wanted, at)
        assert at >= 0, wanted
    first = 1
    for passage in shown:
        lines = numbered(passage, first, 40)
        assert [line.number for line in lines] == list(range(first, first + len(lines)))
        first += len(lines)
        written = "".join(piece.text for line in lines for piece in line.pieces)
        assert re.sub(r"\s", "", written) == re.sub(r"\s", "", passage.text)
        begun = [claim for line in lines for claim in line.begun]
        assert [one for one in begun if one in passage.begun] == begun


def test_open_queries_come_first_then_the_copy_then_claims_and_sources() -> None:
    page = html(reported(checked_piece()))
    heads = re.findall(r"<h2[^>]*>([^<]+?)\s*(?:<span|</h2>)", page)
    assert heads == ["Open queries", "To be looked at again", "Copy", "Claims", "Sources", "Desk note"]
    queries = page[: page.index("To be looked at again")]
    assert re.findall(r'class="chip out"[^>]*>(\d+)<', queries) == ["3", "9"]
    assert "Ada Holm asks the writer, 4 March 2026, 12:00 UTC: Is it what Zarbo heard?" in queries
    assert "Suggested: “nobody leaves this island by swimming alone”" in queries


def test_claim_numbers_stand_in_the_margin_of_the_line_they_begin_in() -> None:
    page = html(reported(checked_piece()))
    lines = re.findall(r'id="line-(\d+)"><span class="number">\1</span>(.*?)</span></span>\n', page, re.DOTALL)
    assert [int(number) for number, _ in lines] == list(range(1, len(lines) + 1))
    margin = {int(number): re.findall(r">(\d+)<", line.partition('<span class="margin"')[2]) for number, line in lines}
    assert [claim for claims in margin.values() for claim in claims] == [str(number) for number in range(1, 10)]
    (vote,) = (line for _, line in lines if "14 to 9" in line)
    assert re.search(r'data-number="1"></a><span class="claim settled">14 to 9</span><sup><a href="#source-1">1<', vote)


def test_what_changed_since_the_sign_off_is_told_and_shown() -> None:
    signed = checked_piece()
    assert ">not yet<" in html(reported(signed))
    same = html(reported(signed, signed))
    assert "4 March 2026, 12:00 UTC by Ada Holm. No words have changed since." in same
    assert "passage text changed" not in same
    changed = html(reported(later(signed), signed))
    assert "Words have changed since: 1 of the passages below." in changed
    assert changed.count("passage text changed") == 1
    fewer = html(reported(replace(signed, body=body_of(list(signed.body)[2:])), signed))
    assert "Words have changed since: 2 that are gone." in fewer


def test_the_revision_and_the_tally_are_told() -> None:
    page = html(reported(checked_piece()))
    assert "5e000000, kept 4 March 2026, 15:00 UTC by Ada Holm" in page
    assert "10: 1 unchecked, 1 with writer, 1 waiting on source, 5 settled, 1 recheck, 1 words lost; 1 more cut" in page
    assert "2 OK, 1 OK on author, 1 disputed, 1 stet" in page
    assert "Cut by Jonas Vik, 4 March 2026, 12:00 UTC" in page


def test_a_query_is_open_wherever_its_words_went_but_not_once_they_are_cut() -> None:
    lost = claim(1, query=query(), standing=Standing.LOST)
    cut = claim(2, query=query())
    view = report_view(reported(piece("Nothing.", claims=(lost, cut))), PROFILE, shareable=False)
    assert ([one.number for one in view.queries], view.again) == ([1], ())


def test_a_table_has_a_row_for_each_claim() -> None:
    table = rows(reported(checked_piece()))
    assert [row["number"] for row in table] == [str(number) for number in range(1, 12)]
    third = table[2]
    assert (third["verdict"], third["progress"], third["to"]) == ("change", "with_writer", "writer")
    assert third["answers"] == "Jonas Vik: Deskreply: I will ask."
    assert table[1]["sources"] == "1; 2, 12:30"


def test_no_cell_of_a_table_is_a_formula() -> None:
    words = '=HYPERLINK("https://example.org")'
    article = piece(f"{{1:{words}}} {{2:-5 percent}}", claims=(claim(1, words), claim(2, "-5 percent")))
    assert [row["words"] for row in rows(reported(article))] == [f"'{words}", "'-5 percent"]


def test_the_data_hold_everything() -> None:
    article = checked_piece()
    told = json.loads(render_report(reported(later(article), article), ReportFormat.JSON, PROFILE))
    assert (told["signed_off"]["words_changed_since"], told["check_level"]) == (True, "line_by_line")
    assert told["revision"]["id"].startswith("5e000000")
    assert [len(told[key]) for key in ("claims", "sources", "log")] == [11, 4, 2]
    shared = render_report(reported(article), ReportFormat.JSON, PROFILE, shareable=True)
    assert {"log", "desk_note"} & set(json.loads(shared)) == set()


def test_words_lines_are_numbered_by_word_in_the_copy_alone() -> None:
    document = word(reported(checked_piece()))
    numberings = [section._sectPr.xpath("w:lnNumType/@w:restart") for section in document.sections]
    assert numberings == [[], ["newSection"], []]
    (vote,) = (one for one in document.paragraphs if "14 to 9" in one.text)
    assert vote.paragraph_format.line_spacing == 2.0
    assert vote._p.getprevious().xpath("w:pPr/w:framePr")
    assert "".join(vote._p.getprevious().xpath("w:r/w:t/text()")).split() == ["1", "2", "3", "4"]
    assert not vote._p.xpath("w:pPr/w:suppressLineNumbers")
    assert not vote._p.xpath("w:pPr/w:pBdr")


def test_a_word_file_tells_the_same_as_the_page() -> None:
    article = checked_piece()
    document = word(reported(later(article), article))
    heads = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert heads == ["Open queries (1)", "To be looked at again (2)", "Copy", "Claims", "Sources", "Desk note"]
    facts, claims = document.tables
    assert {row.cells[0].text: row.cells[1].text for row in facts.rows}["Revision"].startswith("5e000000")
    assert [row.cells[0].text.strip() for row in claims.rows][:3] == ["No.", "1", "2"]
    (changed,) = (one for one in document.paragraphs if "fewer each year" in one.text)
    assert changed._p.xpath("w:pPr/w:pBdr/w:left")
    anchors = set(document.element.xpath("//w:hyperlink/@w:anchor"))
    assert anchors <= set(document.element.xpath("//w:bookmarkStart/@w:name"))
    assert "source_1" in anchors


def test_a_word_file_says_nothing_of_its_making() -> None:
    data = render_report(reported(checked_piece()), ReportFormat.DOCX, PROFILE)
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.comments, properties.last_modified_by) == ("", "", "")
    assert properties.created == NOON + timedelta(hours=3)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in package.namelist()


def test_a_language_from_right_to_left_has_its_margins_mirrored() -> None:
    arabic = arabic_piece()
    text = next(text for place, text in copy_texts(arabic) if place.field.value == "body")
    article = replace(
        arabic,
        body=body_of([Paragraph(line=claimed_line(f"{{1:{text}}}"))]),
        claims=(claim(1, text, judgement=verdict(Verdict.OK, text)),),
    )
    document = word(reported(article))
    assert document.sections[1].left_margin > document.sections[1].right_margin
    (shown,) = (one for one in document.paragraphs if text in one.text)
    assert shown._p.xpath("w:pPr/w:bidi")
    assert shown._p.xpath("w:r/w:rPr/w:rtl")
    assert '<div class="text" lang="ar" dir="rtl">' in html(reported(article))


@pytest.mark.parametrize(("suffix", "fmt"), [(".HTM", ReportFormat.HTML), (".docx", ReportFormat.DOCX)])
def test_a_file_is_named_after_its_format(suffix: str, fmt: ReportFormat) -> None:
    assert report_format(suffix) is fmt


@pytest.mark.parametrize("suffix", ["", ".pdf"])
def test_other_files_are_refused(suffix: str) -> None:
    with pytest.raises(DeskError, match=r"\.html, \.docx, \.csv, \.json"):
        report_format(suffix)


def test_the_page_is_valid(tmp_path: Path) -> None:
    checker = jar()
    if checker is None:
        pytest.skip("the Nu HTML checker (npm install vnu-jar) or a Java runtime is not on this machine")
    article = checked_piece()
    pages = {
        f"{name}-{shareable}.html": render_report(report, ReportFormat.HTML, PROFILE, shareable=shareable)
        for shareable in (False, True)
        for name, report in {
            "signed": reported(later(article), article),
            "bare": reported(piece("")),
            "arabic": reported(arabic_piece()),
        }.items()
    }

    @settings(max_examples=20, derandomize=True, database=None)
    @given(articles())
    def collect(any_article: Article) -> None:
        pages[f"{len(pages)}.html"] = render_report(reported(any_article), ReportFormat.HTML, PROFILE)

    collect()
    told = complaints(pages, tmp_path, checker)
    # What stands in the copy itself is not the page's to change.
    copy = re.compile(r"Private Use Area|composing character|Normalization Form C|Invalid host")
    assert [one for one in told if not copy.search(one)] == []


def test_times_are_the_desks() -> None:
    profile = replace(PROFILE, zone="Asia/Baku")
    page = render_report(reported(checked_piece()), ReportFormat.HTML, profile).decode("utf-8")
    assert "kept 4 March 2026, 19:00 UTC+04 by Ada Holm" in page


@pytest.mark.parametrize("fmt", ReportFormat)
def test_what_no_file_can_hold_is_left_out(fmt: ReportFormat) -> None:
    asked = query("Half a \ud83d character, a \x07 bell and\r\na new line?")
    article = piece("It has {1:14 boats}.", claims=(claim(1, query=asked),))
    data = render_report(reported(article), fmt, PROFILE)
    assert data
    if fmt is not ReportFormat.DOCX:
        assert "new line?" in data.decode("utf-8")
