"""Nothing internal leaves: not with a page, and not with a report that is for others."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings

from deskeditor.article.article import Article
from deskeditor.article.claims import Verdict
from deskeditor.article.sources import Source, Terms
from deskeditor.article.withholding import WITHHELD
from deskeditor.export import Format, render
from deskeditor.export.report import ReportFormat, render_report
from deskeditor.export.report_sharing import for_sharing
from deskeditor.profile import load_profile
from tests.export.reports import SECRETS, checked_piece, reported
from tests.factcheck.pieces import claim, piece, query, verdict
from tests.strategies import FEW, articles

PROFILE = load_profile(None)


def every_text(data: bytes, fmt: ReportFormat) -> list[str]:
    """All that a file holds, in lower case: of a Word file each of its members, and what they are called."""
    if fmt is not ReportFormat.DOCX:
        return [data.decode("utf-8").lower()]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = [package.read(name).decode("latin-1").lower() for name in package.namelist()]
        return [*members, data.decode("latin-1").lower(), *package.namelist()]


@pytest.mark.parametrize("fmt", ReportFormat)
def test_a_shareable_report_holds_no_secret(fmt: ReportFormat) -> None:
    article = checked_piece()
    data = render_report(reported(article, article), fmt, PROFILE, shareable=True)
    found = {secret for text in every_text(data, fmt) for secret in SECRETS if secret in text}
    assert found == set()


@pytest.mark.parametrize("fmt", ReportFormat)
def test_the_desks_own_report_holds_them(fmt: ReportFormat) -> None:
    """Else the test above would look for what is nowhere."""
    article = checked_piece()
    text = "".join(every_text(render_report(reported(article), fmt, PROFILE), fmt))
    expected = {"zarbo", "vernoff", "555-0102", "deskreply"}
    if fmt is not ReportFormat.CSV:
        expected |= {"quxley", "555-0101", "deskremark", "desknote", "offrecordfile", "offrecordlocator"}
    assert {secret for secret in expected if secret not in text} == set()


@pytest.mark.parametrize("fmt", Format)
def test_no_page_holds_anything_of_the_check(fmt: Format) -> None:
    rendered = render(checked_piece(), fmt, PROFILE)
    checkers = ("ada holm", "minutes.pdf", "recording of the hall", "swimming alone")
    text = "".join(data.decode("latin-1").lower() for data in (rendered.data, *(file.data for file in rendered.files)))
    assert [secret for secret in (*SECRETS, *checkers) if secret in text] == []
    assert "14 to 9" in text


@settings(max_examples=FEW)
@given(articles())
def test_any_page_is_the_same_without_its_check(article: Article) -> None:
    """Whatever is said of claims and sources, no byte of a page hangs on it."""
    bare = replace(
        article,
        claims=(),
        sources=(),
        claim_log=(),
        check_level=None,
        last_claim=0,
        last_source=0,
        notes=(),
        desk_note="",
        assignee=None,
        hold=None,
        legal_read=None,
    )
    for fmt in Format:
        assert render(article, fmt, PROFILE) == render(bare, fmt, PROFILE)


def test_whoever_spoke_off_the_record_is_withheld_by_each_part_of_the_name() -> None:
    source = Source(
        number=1,
        title="Coffee with Edda July",
        person="Edda van Klaar-Ohm",
        contact="edda@example.org",
        terms=Terms.OFF_RECORD,
    )
    asked = "klaar-ohm, EDDA KLAAR-OHM or edda@example.org? Van? Klaarheit in July, with coffee."
    article = piece("{1:14 boats}", claims=(claim(1, query=query(asked, wording="Edda’s 14 boats")),))
    (shared,) = for_sharing(replace(article, sources=(source,))).claims
    assert shared.query is not None
    gone = f"{WITHHELD}, {WITHHELD} {WITHHELD} or {WITHHELD}? Van? Klaarheit in July, with coffee."
    assert (shared.query.question, shared.query.wording) == (gone, f"{WITHHELD}’s 14 boats")


def test_what_was_said_on_the_record_stays() -> None:
    source = Source(number=1, title="call w/ Klaar", person="Edda Klaar", contact="555 0101", remark="shy")
    article = piece("{1:14 boats}", claims=(claim(1, query=query("Klaar says?"), judgement=verdict(Verdict.OK)),))
    shared = for_sharing(replace(article, sources=(source,)))
    assert shared.sources == (replace(source, contact="", remark=""),)
    assert shared.claims[0] == article.claims[0]
    assert shared.body == article.body


def test_addresses_of_our_own_machines_stay_behind() -> None:
    source = Source(number=1, title="Minutes", url="file:///srv/desk/minutes.pdf", archived_url="https://example.org/a")
    (shared,) = for_sharing(replace(piece("x"), sources=(source,))).sources
    assert (shared.url, shared.archived_url) == ("", "https://example.org/a")


@settings(max_examples=FEW)
@given(articles())
def test_what_is_shared_can_be_shared_again(article: Article) -> None:
    shared = for_sharing(article)
    assert for_sharing(shared) == shared
    assert all(source.contact == source.remark == "" for source in shared.sources)
