"""Word files as articles: structure, words, notes, pictures, and the fields that open them."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from deskeditor.article.article import Article, new_article
from deskeditor.article.body import (
    Code,
    Figure,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    Paragraph,
    Rule,
    Table,
    is_quoted,
    leaf_lines,
    leaf_text,
)
from deskeditor.article.line import HARD_BREAK, MarkKind
from deskeditor.errors import InputError
from deskeditor.ingest.docx_file import read_word_article
from deskeditor.ingest.docx_words import word_text
from deskeditor.ingest.imported import Imported
from tests.ingest.docx_twins import (
    comment,
    commented,
    drawing,
    item,
    numbered,
    numbering,
    p,
    row,
    run,
    table,
    word_file,
)

BASE = new_article(UUID(int=1), datetime(2026, 3, 1, tzinfo=UTC), language="en-GB")
STORED = "a" * 64 + ".png"


def imported(data: bytes, *, keeps: bool = True) -> Imported:
    return read_word_article(data, name="piece.docx", base=BASE, adopt=(lambda _: STORED) if keeps else None)


def article_of(body: str, **more: object) -> Article:
    return imported(word_file(body, **more)).article  # type: ignore[arg-type]


def leaves(body: str, **more: object) -> list[Leaf]:
    return list(article_of(body, **more).body)


def texts(body: str, **more: object) -> list[str]:
    return [leaf_text(leaf) for leaf in leaves(body, **more)]


def marked(leaf: Leaf) -> list[tuple[str, str]]:
    """The words of a leaf with the kinds of their marks."""
    return [
        (run.text, " ".join(sorted(mark.kind.value for mark in run.marks))) for line in leaf_lines(leaf) for run in line
    ]


def shape(leaf: Leaf) -> str:
    if isinstance(leaf, ListItem):
        path = " ".join(f"{step.kind.value}{step.start if step.start != 1 else ''}" for step in leaf.path)
        return f"{path}: {leaf_text(leaf)}"
    kind = f"h{leaf.level}" if isinstance(leaf, Heading) else type(leaf).__name__.lower()
    return f"{'quoted ' if is_quoted(leaf) else ''}{kind}: {leaf_text(leaf)}"


def shapes(body: str, **more: object) -> list[str]:
    return [shape(leaf) for leaf in leaves(body, **more)]


class TestOpening:
    def test_title_and_subtitle_are_headline_and_standfirst(self) -> None:
        article = article_of(
            p("Ferries stop", "Titel") + p("No boat until spring.", "Untertitel") + p("The quay lies empty.")
        )
        assert article.headline.text == "Ferries stop"
        assert article.standfirst.text == "No boat until spring."
        assert [leaf_text(leaf) for leaf in article.body] == ["The quay lies empty."]

    def test_a_first_heading_is_the_headline_where_no_title_is(self) -> None:
        article = article_of(p("Harbour news") + p("Ferries stop", "berschrift1") + p("The quay lies empty."))
        assert article.headline.text == "Ferries stop"
        assert [leaf_text(leaf) for leaf in article.body] == ["Harbour news", "The quay lies empty."]

    def test_a_heading_further_down_stays_one(self) -> None:
        text = "".join(p(f"Line {number}.") for number in range(6))
        article = article_of(text + p("Later", "berschrift1"))
        assert not article.headline
        assert shape(article.body.leaves[-1]) == "h2: Later"

    def test_the_files_title_is_the_headline_where_the_text_has_none_and_said_once(self) -> None:
        core = "<dc:title>Ferries stop</dc:title><dc:creator>Microsoft Office User</dc:creator>"
        article = article_of(p("Ferries stop") + p("The quay lies empty."), core=core)
        assert article.headline.text == "Ferries stop"
        assert [leaf_text(leaf) for leaf in article.body] == ["The quay lies empty."]
        assert article.byline == ()

    @pytest.mark.parametrize("title", ["Microsoft Word - Draft3.doc", "Document1", "ferry.docx", "Untitled", "."])
    def test_a_title_that_a_program_gave_is_none(self, title: str) -> None:
        assert not article_of(p("The quay lies empty."), core=f"<dc:title>{title}</dc:title>").headline

    def test_a_byline_in_the_text_comes_before_the_files_author(self) -> None:
        core = "<dc:creator>Carol Clerk</dc:creator>"
        article = article_of(p("Ferries stop", "Titel") + p("By Ada Quay") + p("No boat."), core=core)
        assert [name.name for name in article.byline] == ["Ada Quay"]
        assert [leaf_text(leaf) for leaf in article.body] == ["No boat."]

    def test_what_else_a_byline_says_goes_to_the_desk_note(self) -> None:
        article = article_of(p("Ferries stop", "Titel") + p("By Ada Quay, harbour correspondent in Wismar") + p("No."))
        assert [name.name for name in article.byline] == ["Ada Quay"]
        assert "harbour correspondent in Wismar" in article.desk_note

    def test_the_files_author_is_taken_with_a_word_of_warning(self) -> None:
        found = imported(word_file(p("No boat."), core="<dc:creator>Carol Clerk</dc:creator>"))
        assert [name.name for name in found.article.byline] == ["Carol Clerk"]
        assert any("Carol Clerk" in warning for warning in found.warnings)

    def test_bold_all_over_a_headline_is_dress(self) -> None:
        article = article_of(p(run("Ferries ", "<w:b/>") + run("stop", "<w:b/><w:i/>"), "Titel") + p("No boat."))
        assert [(run.text, len(run.marks)) for run in article.headline] == [("Ferries ", 0), ("stop", 1)]

    def test_a_comment_on_the_headline_stays_on_it(self) -> None:
        article = article_of(
            p(run("Ferries ") + commented("stop", 0), "Titel") + p("No boat."), parts={"comments": comment(0, "Which?")}
        )
        assert [run.value(MarkKind.NOTE) for run in article.headline] == ["", article.notes[0].id]


class TestBlocks:
    def test_headings_go_by_the_names_of_their_styles_and_by_what_they_are_based_on(self) -> None:
        found = shapes(p("One") + p("Two", "berschrift2") + p("x") + p("Three", "Zwischenzeile"))
        assert found == ["paragraph: One", "h2: Two", "paragraph: x", "h2: Three"]

    def test_quotes_by_style_and_by_indent(self) -> None:
        indented = '<w:ind w:left="720" w:right="720"/>'
        found = shapes(p("She said:") + p("No boat.", "Zitat") + p("x") + p("None at all.", "", indented) + p("y"))
        assert found == [
            "paragraph: She said:",
            "quoted paragraph: No boat.",
            "paragraph: x",
            "quoted paragraph: None at all.",
            "paragraph: y",
        ]

    def test_an_indent_of_most_of_the_text_quotes_nobody(self) -> None:
        indented = '<w:ind w:left="720"/>'
        found = leaves("".join(p(f"Line {number} of the report.", "", indented) for number in range(12)) + p("End."))
        assert not any(is_quoted(leaf) for leaf in found)

    def test_a_hanging_first_line_and_a_first_line_further_in_are_no_quotes(self) -> None:
        found = leaves(p("A", "", '<w:ind w:left="720" w:hanging="720"/>') + p("B", "", '<w:ind w:firstLine="720"/>'))
        assert not any(is_quoted(leaf) for leaf in found)

    def test_code_keeps_its_lines(self) -> None:
        (leaf,) = leaves(p("if quay:", "Quelltext") + p("    sail()", "Quelltext"))
        assert isinstance(leaf, Code)
        assert leaf.text == "if quay:\n    sail()"

    def test_an_empty_paragraph_with_a_line_under_it_is_a_rule(self) -> None:
        border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
        found = leaves(p("One") + f"<w:p><w:pPr>{border}</w:pPr></w:p>" + p("Two"))
        assert [type(leaf) for leaf in found] == [Paragraph, Rule, Paragraph]

    def test_a_large_initial_joins_its_word(self) -> None:
        initial = '<w:framePr w:dropCap="drop" w:lines="3"/>'
        assert texts(p("F", "", initial) + p("erries stop.")) == ["Ferries stop."]

    def test_a_box_of_text_follows_the_paragraph_it_hangs_on_and_is_read_once(self) -> None:
        box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
        both = (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>' + box + "</wp:anchor>"
            "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        assert texts(p(run("Beside it.") + both) + p("After.")) == ["Beside it.", "In the box.", "After."]


class TestLists:
    def test_nested_lists_of_both_kinds(self) -> None:
        lists = numbering(numbered(1, "decimal", "bullet"), numbered(2, "bullet", "lowerLetter"))
        found = shapes(
            item("a", 1) + item("b", 1) + item("b1", 1, 1) + item("c", 1) + item("x", 2) + item("x1", 2, 1),
            parts={"numbering": lists},
        )
        assert found == [
            "number: a",
            "number: b",
            "number bullet: b1",
            "number: c",
            "bullet: x",
            "bullet number: x1",
        ]

    def test_a_list_goes_on_counting_behind_a_paragraph(self) -> None:
        lists = numbering(numbered(1, "decimal"))
        found = shapes(item("a", 1) + item("b", 1) + p("Between.") + item("c", 1), parts={"numbering": lists})
        assert found == ["number: a", "number: b", "paragraph: Between.", "number3: c"]

    def test_a_list_begins_where_it_says(self) -> None:
        again = (
            numbered(1, "decimal", start=7)[0],
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>',
        )
        found = shapes(item("a", 1) + item("b", 1) + item("c", 2) + item("d", 2), parts={"numbering": numbering(again)})
        assert found == ["number7: a", "number7: b", "number3: c", "number3: d"]

    def test_inner_lists_begin_anew_under_each_item(self) -> None:
        lists = numbering(numbered(1, "decimal", "decimal"))
        body = item("a", 1) + item("a1", 1, 1) + item("b", 1) + item("b1", 1, 1)
        assert shapes(body, parts={"numbering": lists}) == [
            "number: a",
            "number number: a1",
            "number: b",
            "number number: b1",
        ]

    def test_a_list_of_its_own_that_stands_further_in_is_nested(self) -> None:
        deeper = (
            numbered(2, "bullet")[0].replace('w:left="720"', 'w:left="1440"'),
            numbered(2, "bullet")[1],
        )
        lists = numbering(numbered(1, "decimal"), deeper)
        found = shapes(item("a", 1) + item("x", 2) + item("b", 1), parts={"numbering": lists})
        assert found == ["number: a", "number bullet: x", "number: b"]

    def test_levels_that_are_skipped_leave_no_gap(self) -> None:
        lists = numbering(numbered(1, "bullet", "bullet", "bullet"))
        found = shapes(item("a", 1) + item("deep", 1, 2), parts={"numbering": lists})
        assert found == ["bullet: a", "bullet bullet: deep"]

    def test_a_paragraph_without_a_sign_goes_on_in_the_item_above(self) -> None:
        lists = numbering(numbered(1, "bullet"))
        more = p("And more.", "Listenabsatz")
        assert shapes(item("a", 1) + more + item("b", 1), parts={"numbering": lists}) == [
            f"bullet: a{HARD_BREAK}And more.",
            "bullet: b",
        ]

    def test_a_list_without_signs_is_paragraphs(self) -> None:
        plain = (
            '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>'
            "</w:abstractNum>",
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        )
        assert isinstance(leaves(item("a", 1), parts={"numbering": numbering(plain)})[0], Paragraph)


class TestWords:
    def test_marks(self) -> None:
        (leaf,) = leaves(
            p(
                run("a", "<w:b/>")
                + run("b", '<w:i w:val="1"/>')
                + run("c", '<w:b w:val="0"/>')
                + run("d", '<w:u w:val="single"/><w:strike/>')
                + run("e", '<w:vertAlign w:val="superscript"/>')
                + run("f", '<w:rFonts w:ascii="Arial"/><w:color w:val="FF0000"/><w:sz w:val="40"/>')
            )
        )
        assert marked(leaf) == [
            ("a", "strong"),
            ("b", "emphasis"),
            ("c", ""),
            ("d", "strike underline"),
            ("e", "superscript"),
            ("f", ""),
        ]

    def test_words_are_neither_fused_nor_lost_at_tabs_breaks_and_special_signs(self) -> None:
        runs = (
            "<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t>"
            '<w:br w:type="page"/><w:t>five</w:t><w:sym w:font="Wingdings" w:char="F0E0"/>'
            '<w:sym w:font="Odd" w:char="F101"/></w:r>'
        )
        found = imported(word_file(p(runs)))
        assert (
            leaf_text(found.article.body.leaves[0])
            == f"one two{HARD_BREAK}three\N{NON-BREAKING HYPHEN}four five→\ufffd"
        )
        assert any("symbol font" in warning for warning in found.warnings)

    def test_links_of_both_makes(self) -> None:
        field = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("b")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        body = p(f'<w:hyperlink r:id="link">{run("a")}</w:hyperlink>' + run(" and ") + field + run(" end"))
        (leaf,) = leaves(body, links={"link": "https://example.org/a"})
        assert [(r.text, r.value(MarkKind.LINK)) for line in leaf_lines(leaf) for r in line] == [
            ("a", "https://example.org/a"),
            (" and ", ""),
            ("b", "https://example.org/b"),
            (" end", ""),
        ]

    def test_a_link_to_a_place_in_the_file_is_its_words(self) -> None:
        (leaf,) = leaves(p(f'<w:hyperlink w:anchor="there">{run("see there")}</w:hyperlink>'))
        assert marked(leaf) == [("see there", "")]

    def test_fields_that_show_nothing_leave_nothing_and_one_that_never_ends_hides_nothing(self) -> None:
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> XE "boat" </w:instrText></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        assert texts(p(run("a ") + begin + end + run("b"))) == ["a b"]
        assert texts(p(run("a ") + begin + run("b")) + p("c")) == ["a b", "c"]

    def test_words_in_wrappers_are_read(self) -> None:
        body = f"<w:sdt><w:sdtContent>{p('in a control')}</w:sdtContent></w:sdt>" + p(
            f'<w:smartTag w:element="place">{run("Wismar")}</w:smartTag>' + f"<w:customXml>{run(' port')}</w:customXml>"
        )
        assert texts(body) == ["in a control", "Wismar port"]

    def test_a_formula_is_written_in_a_line(self) -> None:
        def part(name: str, words: str) -> str:
            return f"<m:{name}><m:r><m:t>{words}</m:t></m:r></m:{name}>"

        formula = (
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
            f"<m:f>{part('num', '1')}{part('den', '2')}</m:f>"
            f"<m:sSup>{part('e', 'x')}{part('sup', '3')}</m:sSup></m:oMath>"
        )
        (leaf,) = leaves(p(run("So ") + formula))
        assert marked(leaf) == [("So 1/2x", ""), ("3", "superscript")]

    def test_hidden_text_is_left_out_and_said(self) -> None:
        found = imported(word_file(p(run("Seen.") + run("Unseen.", "<w:vanish/>"))))
        assert leaf_text(found.article.body.leaves[0]) == "Seen."
        assert "hidden text" in found.dropped

    def test_right_to_left_words_have_switches_of_their_own(self) -> None:
        (leaf,) = leaves(p(run("سفينة", "<w:rtl/><w:bCs/><w:i/>")))
        assert marked(leaf) == [("سفينة", "strong")]

    def test_page_headers_are_said_and_not_read(self) -> None:
        found = imported(word_file(p("No boat."), parts={"header": p("Draft 3, harbour desk")}))
        assert found.dropped == ("page header “Draft 3, harbour desk”",)


class TestNotesAndTables:
    def test_footnotes_and_endnotes(self) -> None:
        body = p(
            run("One")
            + '<w:r><w:footnoteReference w:id="4"/></w:r>'
            + run(" two")
            + '<w:r><w:endnoteReference w:id="4"/></w:r>'
        )
        parts = {
            "footnotes": f'<w:footnote w:id="0" w:type="separator">{p("-")}</w:footnote>'
            f'<w:footnote w:id="4">{p("<w:r><w:footnoteRef/></w:r>" + run(" From the log.", "<w:i/>"))}</w:footnote>',
            "endnotes": f'<w:endnote w:id="4">{p("By phone.")}{p("Twice.")}</w:endnote>',
        }
        found = leaves(body, parts=parts)
        assert leaf_text(found[0]) == "One\ufffc two\ufffc"
        assert [(leaf.label, leaf.line.text) for leaf in found if isinstance(leaf, Footnote)] == [
            ("1", "From the log."),
            ("2", f"By phone.{HARD_BREAK}Twice."),
        ]

    def test_a_table_with_a_head_and_cells_that_reach_over_others(self) -> None:
        across = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("both")}</w:tc>'
        down = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("down")}</w:tc>'
        goes_on = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('<w:r/>')}</w:tc>"
        (leaf,) = leaves(table(row("Port", "Boats", head=True), row(across), row(down, "2"), row(goes_on, "3")))
        assert isinstance(leaf, Table)
        assert leaf.header
        assert [[cell.text for cell in line] for line in leaf.rows] == [
            ["Port", "Boats"],
            ["both", ""],
            ["down", "2"],
            ["", "3"],
        ]

    def test_a_table_whose_first_row_is_like_the_others_has_no_head(self) -> None:
        (leaf,) = leaves(table(row("a", "b"), row("c", "d")))
        assert isinstance(leaf, Table)
        assert not leaf.header

    def test_words_of_a_cell_stay_apart(self) -> None:
        (leaf,) = leaves(table(row(p("one") + p("two"), "x"), row("y", "z")))
        assert leaf_lines(leaf)[0].text == f"one{HARD_BREAK}two"


class TestPictures:
    def test_a_picture_with_its_caption_and_what_it_shows(self) -> None:
        body = p("Before.") + p(drawing("pic", "A ferry at the quay")) + p("The last boat.", "Bild") + p("After.")
        found = leaves(body, media={"pic": b"a picture"})
        (figure,) = [leaf for leaf in found if isinstance(leaf, Figure)]
        assert (figure.media, figure.alt, figure.caption.text) == (STORED, "A ferry at the quay", "The last boat.")
        assert [leaf_text(leaf) for leaf in found] == ["Before.", "The last boat.", "After."]

    def test_a_picture_amid_a_sentence_comes_after_it(self) -> None:
        found = leaves(p(run("This ") + drawing("pic") + run("boat.")), media={"pic": b"a picture"})
        assert [type(leaf) for leaf in found] == [Paragraph, Figure]
        assert leaf_text(found[0]) == "This boat."

    def test_a_picture_that_cant_be_kept_is_told_and_no_dead_link_is_made(self) -> None:
        found = imported(word_file(p(drawing("pic", "A ferry")), media={"pic": b"a picture"}), keeps=False)
        assert marked(found.article.body.leaves[0]) == [("Image: A ferry", "")]
        assert found.missing_images == ("word/media/pic.png",)

    def test_a_picture_elsewhere_is_never_fetched(self) -> None:
        def refuse(_: bytes) -> str:
            raise AssertionError("nothing may be fetched")

        body = p(drawing("pic").replace("r:embed", "r:link"))
        data = word_file(body, links={"pic": "https://example.org/ferry.png"})
        found = read_word_article(data, name="x.docx", base=BASE, adopt=refuse)
        assert found.missing_images == ("https://example.org/ferry.png",)

    def test_pictures_in_a_table_of_data_come_after_it(self) -> None:
        found = leaves(table(row("a", "b"), row(p(drawing("pic")), "d")), media={"pic": b"a picture"})
        assert [type(leaf) for leaf in found] == [Table, Figure]


class TestTheRest:
    def test_the_language_is_that_of_the_styles_where_the_text_is_short(self) -> None:
        styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>'
        assert article_of(p("Quai"), parts={"styles": styles}).language == "fr"
        assert article_of(p("Quay"), parts={"styles": styles.replace("fr-FR", "en-US")}).language == "en-GB"

    def test_a_file_without_words_is_refused(self) -> None:
        with pytest.raises(InputError, match=r"“piece\.docx” is empty"):
            imported(word_file(p("<w:r/>")))

    def test_parts_that_are_missing_do_no_harm(self) -> None:
        data = word_file(p("No boat."), raw={"word/_rels/document.xml.rels": b"<broken"})
        assert leaf_text(imported(data).article.body.leaves[0]) == "No boat."

    def test_a_damaged_part_is_said(self) -> None:
        found = imported(word_file(p("No boat."), parts={"comments": "x"}, raw={"word/comments.xml": b"<broken"}))
        assert any("word/comments.xml" in warning for warning in found.warnings)

    def test_the_original_reads_as_plain_lines(self) -> None:
        data = word_file(p("No boat.") + p("None."), parts={"comments": comment(0, "Sure?")})
        said = word_text(data, "piece.docx")
        assert "No boat.\nNone." in said
        assert "Ben: Sure?" in said
