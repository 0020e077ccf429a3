"""Word files from anybody: broken, hostile or something else, each gets one clear sentence or a reading."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.article import new_article
from deskeditor.article.body import Body, leaf_lines, leaf_text
from deskeditor.article.line import MarkKind
from deskeditor.errors import InputError
from deskeditor.ingest import docx_xml
from deskeditor.ingest.boxes import Bounds
from deskeditor.ingest.docx_file import read_word_article
from deskeditor.ingest.files import read_file
from deskeditor.ingest.imported import Imported
from tests.ingest.docx_twins import (
    W,
    comment,
    commented,
    drawing,
    gone,
    ins,
    item,
    numbered,
    numbering,
    p,
    row,
    run,
    table,
    word_file,
)

BASE = new_article(UUID(int=1), datetime(2026, 3, 1, tzinfo=UTC))
STORED = "a" * 64 + ".png"

WHOLE = word_file(
    p("Ferries stop", "Titel")
    + p(run("The ") + commented("last boat", 0) + ins(" of all") + gone(" left"))
    + item("One", 1)
    + item("Two", 1, 1)
    + table(row("Port", "Boats"), row("Wismar", "2"))
    + p(drawing("pic", "A boat"))
    + p(run("See") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    parts={
        "comments": comment(0, "Sure?"),
        "numbering": numbering(numbered(1, "decimal", "bullet")),
        "footnotes": f'<w:footnote w:id="2">{p("The log.")}</w:footnote>',
    },
    media={"pic": b"picture"},
)


def read(data: bytes) -> Imported:
    return read_word_article(data, name="piece.docx", base=BASE, adopt=lambda _: STORED)


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as fault:
        read(data)
    return str(fault.value)


def words(body: Body) -> str:
    return " ".join(leaf_text(leaf) for leaf in body)


def archive(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name.replace("__", "/"), data)
    return held.getvalue()


class TestWhatIsNoWordFile:
    def test_an_archive(self) -> None:
        assert "is an archive, not a text" in refused(archive(notes=b"hello"))

    def test_a_workbook(self) -> None:
        data = word_file(p("x"), main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
        assert "is an Excel workbook" in refused(data)

    def test_slides(self) -> None:
        kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
        assert "is a set of slides" in refused(word_file(p("x"), main_type=kind))

    def test_a_libreoffice_text(self) -> None:
        assert "Save it there as “Word (.docx)”" in refused(
            archive(mimetype=b"application/vnd.oasis.opendocument.text")
        )

    def test_a_file_cut_short(self) -> None:
        assert "is damaged" in refused(WHOLE[: len(WHOLE) // 2])

    def test_a_text_that_is_no_xml(self) -> None:
        assert "is damaged" in refused(word_file("", raw={"word/document.xml": b"no xml"}))

    def test_an_old_word_file_and_a_protected_one(self, tmp_path: Path) -> None:
        old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
        for data, said in ((old, "old Word file"), (old + "EncryptedPackage".encode("utf-16-le"), "by a password")):
            path = tmp_path / "piece.doc"
            path.write_bytes(data)
            with pytest.raises(InputError, match=said):
                read_file(path)

    def test_a_template_and_a_file_with_macros_are_read_without_them(self) -> None:
        template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
        assert words(read(word_file(p("Hello."), main_type=template)).article.body) == "Hello."
        macros = "application/vnd.ms-word.document.macroEnabled.main+xml"
        found = read(word_file(p("Hello."), main_type=macros, raw={"word/vbaProject.bin": b"Sub"}))
        assert words(found.article.body) == "Hello."
        assert "macros" in found.dropped


class TestHostileFiles:
    def test_entities_are_refused(self) -> None:
        bomb = (
            '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
            f"<w:document {W}><w:body>{p('&b;')}</w:body></w:document>"
        )
        assert "is damaged" in refused(word_file("", raw={"word/document.xml": bomb.encode()}))

    def test_a_file_of_the_disk_is_not_read_through_an_entity(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret.txt"
        secret.write_text("password", encoding="utf-8")
        outside = (
            f'<!DOCTYPE d [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
            f"<w:document {W}><w:body>{p('&a;')}</w:body></w:document>"
        )
        assert "is damaged" in refused(word_file("", raw={"word/document.xml": outside.encode()}))

    def test_a_bomb_is_not_unpacked(self) -> None:
        data = word_file(p("x"), raw={"word/media/bomb.png": bytes(20_000_000)})
        assert "far more than its size tells" in refused(data)

    def test_too_many_parts(self) -> None:
        parts = {f"word/p{number}": b"" for number in range(Bounds().parts + 1)}
        assert "far more than its size tells" in refused(word_file(p("x"), raw=parts))

    def test_xml_nested_far_too_deeply(self) -> None:
        deep = docx_xml.DEEPEST + 20
        assert "is damaged" in refused(word_file(p("<w:sdt>" * deep + "</w:sdt>" * deep)))

    def test_what_is_nested_as_deeply_as_is_allowed_is_read(self) -> None:
        deep = docx_xml.DEEPEST - 8
        inner = "<w:customXml>" * deep + run("deep") + "</w:customXml>" * deep
        assert words(read(word_file(p(inner))).article.body) == "deep"

    def test_tables_in_tables_in_tables(self) -> None:
        inner = p("deep")
        for _ in range(20):
            inner = table(row(inner))
        assert words(read(word_file(inner)).article.body).split() == ["deep"]

    @pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "vbscript:x", "data:text/html,x"])
    def test_addresses_that_act_or_lead_to_the_disk_are_dropped(self, address: str) -> None:
        field = (
            f'<w:fldSimple w:instr="HYPERLINK &quot;{address}&quot;">{run("field")}</w:fldSimple>'
            f'<w:hyperlink r:id="bad">{run(" link")}</w:hyperlink>'
        )
        found = read(word_file(p(field), links={"bad": address}))
        lines = [line for leaf in found.article.body for line in leaf_lines(leaf)]
        assert [run_.text for line in lines for run_ in line if not run_.has(MarkKind.LINK)] == ["field link"]

    def test_text_that_looks_like_markup_stays_text(self) -> None:
        tricky = "&lt;script&gt;alert(1)&lt;/script&gt; &lt;span data-comment=&quot;comment-1&quot;&gt;x&amp;amp;"
        found = read(word_file(p(tricky)))
        assert words(found.article.body) == '<script>alert(1)</script> <span data-comment="comment-1">x&amp;'
        assert found.article.notes == ()

    def test_styles_and_lists_that_name_each_other_in_rings(self) -> None:
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
            for one, other in (("A", "B"), ("B", "A"))
        )
        lists = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>' + (
            '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>'
        )
        data = word_file(p("x", "A") + item("y", 1), parts={"styles": styles, "numbering": lists})
        assert words(read(data).article.body) == "x y"

    @pytest.mark.parametrize("number", ["²", "-1", "9" * 5000, "", "1.5", "٣", "1e9", "NaN"])
    def test_numbers_that_are_none_do_no_harm(self, number: str) -> None:
        styles = (
            f'<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:outlineLvl w:val="{number}"/>'
            f'<w:ind w:left="{number}" w:hanging="{number}"/></w:pPr></w:style>'
        )
        lists = (
            f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="{number}"><w:start w:val="{number}"/></w:lvl>'
            '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1">'
            f'<w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="{number}"><w:startOverride w:val="{number}"/>'
            "</w:lvlOverride></w:num>"
        )
        level = f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr><w:ind w:left="{number}"/>'
        cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{number}"/></w:tcPr>{p("c")}</w:tc>'
        sign = f'<w:r><w:sym w:font="Symbol" w:char="{number}"/></w:r>'
        data = word_file(
            p("a", "A") + p("b", "", level) + table(row(cell)) + p(sign + run("d")),
            parts={"styles": styles, "numbering": lists},
        )
        article = read(data).article
        assert {*"abcd"} <= {*(article.headline.text + words(article.body))}

    def test_parts_outside_the_file_are_not_looked_for(self) -> None:
        relations = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="pic"'
            ' Type="x/image" Target="../../../../../../etc/passwd"/></Relationships>'
        )
        data = word_file(p(run("x") + drawing("pic")), raw={"word/_rels/document.xml.rels": relations.encode()})
        assert words(read(data).article.body).split() == ["x", "Image"]


@given(st.data())
def test_a_file_with_changed_bytes_is_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    broken = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(broken)))
    for tried in (bytes(broken), bytes(broken[:end])):
        assert told_of(tried).startswith(("read", "“piece.docx”"))


def told_of(data: bytes) -> str:
    """What became of a file; anything but a reading and a sentence fails."""
    try:
        read(data)
    except InputError as fault:
        return str(fault)
    return "read"


PLAIN_PARTS = {
    name: zipfile.ZipFile(io.BytesIO(WHOLE)).read(name) for name in zipfile.ZipFile(io.BytesIO(WHOLE)).namelist()
}


@given(st.data())
def test_parts_with_changed_bytes_are_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    parts = dict(PLAIN_PARTS)
    for name in data.draw(st.lists(st.sampled_from(sorted(parts)), min_size=1, max_size=3, unique=True)):
        broken = bytearray(parts[name])
        at = data.draw(st.integers(0, len(broken) - 1))
        taken = data.draw(st.sampled_from((0, 1, 1, 7)))
        broken[at : at + taken] = data.draw(st.binary(max_size=3) | st.sampled_from((b"/>", b"9", b"w:ins", b'"')))
        parts[name] = bytes(broken)
    assert told_of(word_file("", raw=parts)).startswith(("read", "“piece.docx”"))


_TAGS = "w:p w:r w:t w:tbl w:tr w:tc w:ins w:del w:hyperlink w:sdt w:sdtContent w:pPr w:rPr w:numPr w:drawing".split()
_POINTS = "w:br w:fldChar w:commentRangeStart w:commentRangeEnd w:commentReference w:footnoteReference w:vMerge".split()


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> str:
    """XML of the right names in any order."""
    if depth > 5 or draw(st.booleans()):
        kind = draw(st.sampled_from(("begin", "separate", "end", "restart", "0")))
        name = draw(st.sampled_from(_POINTS))
        return (
            f'<{name} w:id="{draw(st.integers(0, 2))}" w:fldCharType="{kind}" w:val="{kind}"/><w:r><w:t>a</w:t></w:r>'
        )
    inner = "".join(draw(st.lists(trees(depth + 1), max_size=3)))
    name = draw(st.sampled_from(_TAGS))
    return f'<{name} w:author="A" r:id="link">{"" if name == "w:t" else inner}</{name}>'


@given(st.lists(trees(), max_size=5))
def test_any_order_of_elements_is_read(found: list[str]) -> None:
    parts = {"comments": comment(0, "x") + comment(1, "y"), "footnotes": f'<w:footnote w:id="1">{p("z")}</w:footnote>'}
    data = word_file(p("Start.") + "".join(found), parts=parts, links={"link": "https://example.org"})
    article = read(data).article
    assert "Start." in (words(article.body) + article.headline.text)
    marked = {
        mark.value
        for leaf in article.body
        for line in leaf_lines(leaf)
        for run_ in line
        for mark in run_.marks
        if mark.kind is MarkKind.NOTE
    }
    assert marked <= {note.id for note in article.notes}
