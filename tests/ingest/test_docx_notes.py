"""Comments and tracked changes of Word files: notes at their words, with who wrote them and when."""

from datetime import UTC, datetime
from uuid import UUID

from deskeditor.article.article import Article, copy_lines, new_article
from deskeditor.article.body import leaf_text
from deskeditor.article.line import MarkKind
from deskeditor.article.notes import Note, NoteKind
from deskeditor.ingest.docx_file import read_word_article
from tests.ingest.docx_twins import (
    comment,
    commented,
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
NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)


def article_of(body: str, **parts: str) -> Article:
    return read_word_article(word_file(body, parts=parts), name="piece.docx", base=BASE).article


def under(article: Article, note: Note) -> list[str]:
    """The stretches of words that carry a note's mark."""
    return [
        run.text
        for line in copy_lines(article)
        for run in line
        if any(mark.kind is MarkKind.NOTE and mark.value == note.id for mark in run.marks)
    ]


def said(note: Note) -> list[tuple[str, str]]:
    return [(remark.author, remark.text) for remark in note.thread]


def texts(article: Article) -> list[str]:
    return [leaf_text(leaf) for leaf in article.body]


class TestComments:
    def test_a_comment_lies_on_its_words_with_author_and_time(self) -> None:
        article = article_of(
            p(run("The ") + commented("last boat", 3) + run(" left.")), comments=comment(3, "Who says so?")
        )
        (note,) = article.notes
        assert said(note) == [("Ben", "Who says so?")]
        assert note.thread[0].at == datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
        assert note.kind is NoteKind.REMARK
        assert under(article, note) == ["last boat"]
        assert texts(article) == ["The last boat left."]

    def test_a_comment_over_several_paragraphs_and_marks(self) -> None:
        article = article_of(
            '<w:commentRangeStart w:id="1"/>'
            + p(run("One "), "", "")
            + p(run("two", "<w:b/>") + run(" three") + '<w:commentRangeEnd w:id="1"/>' + run(" four")),
            comments=comment(1, "Cut?"),
        )
        assert under(article, article.notes[0]) == ["One", "two", " three"]

    def test_comments_that_overlap(self) -> None:
        article = article_of(
            p(
                '<w:commentRangeStart w:id="1"/>'
                + run("a ")
                + '<w:commentRangeStart w:id="2"/>'
                + run("b ")
                + '<w:commentRangeEnd w:id="1"/>'
                + run("c")
                + '<w:commentRangeEnd w:id="2"/>'
            ),
            comments=comment(1, "first") + comment(2, "second"),
        )
        first, second = article.notes
        assert "".join(under(article, first)) == "a b "
        assert "".join(under(article, second)) == "b c"

    def test_a_comment_on_nothing_is_told_at_the_word_before_its_sign(self) -> None:
        article = article_of(
            p(run("The last boat") + '<w:r><w:commentReference w:id="0"/></w:r>' + run(" left.")),
            comments=comment(0, "When?"),
        )
        assert under(article, article.notes[0]) == ["boat"]

    def test_a_range_that_never_ends_does_not_lie_on_all_the_rest(self) -> None:
        article = article_of(
            p('<w:commentRangeStart w:id="0"/>' + run("a b") + '<w:r><w:commentReference w:id="0"/></w:r>') + p("c d"),
            comments=comment(0, "What?"),
        )
        assert under(article, article.notes[0]) == ["b"]

    def test_a_comment_on_words_that_were_deleted_is_told_beside_them(self) -> None:
        inner = '<w:commentRangeStart w:id="0"/>' + gone("boat ") + '<w:commentRangeEnd w:id="0"/>'
        sign = '<w:r><w:commentReference w:id="0"/></w:r>'
        article = article_of(p(run("The last ") + inner + sign + run("left.")), comments=comment(0, "Why?"))
        assert [(note.kind, under(article, note)) for note in article.notes] == [
            (NoteKind.REMARK, ["last"]),
            (NoteKind.DELETED, ["last", " "]),
        ]

    def test_answers_join_their_thread_and_what_is_settled_says_so(self) -> None:
        comments = (
            comment(0, "Sure?", paragraph="0A")
            + comment(1, "Yes, by phone.", who="Ada", paragraph="0B")
            + comment(2, "Another matter.", paragraph="0C")
        )
        extended = (
            '<w15:commentEx w15:paraId="0A" w15:done="1"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
            '<w15:commentEx w15:paraId="0C" w15:done="0"/>'
        )
        article = article_of(
            p(commented(commented("boat", 1), 0) + run(" and ") + commented("quay", 2)),
            comments=comments,
            commentsExtended=extended,
        )
        first, second = article.notes
        assert said(first) == [("Ben", "Sure?"), ("Ada", "Yes, by phone.")]
        assert (first.resolved, second.resolved) == (True, False)
        assert (under(article, first), under(article, second)) == (["boat"], ["quay"])

    def test_threads_that_answer_each_other_come_to_an_end(self) -> None:
        comments = comment(0, "a", paragraph="0A") + comment(1, "b", paragraph="0B")
        extended = "".join(
            f'<w15:commentEx w15:paraId="{one}" w15:paraIdParent="{other}"/>'
            for one, other in (("0A", "0B"), ("0B", "0A"))
        )
        article = article_of(p(commented("x", 0)), comments=comments, commentsExtended=extended)
        assert sorted(text for note in article.notes for _, text in said(note)) == ["a", "b"]

    def test_the_true_time_is_taken_where_the_file_knows_it(self) -> None:
        article = article_of(
            p(commented("x", 0)),
            comments=comment(0, "When?", paragraph="0A"),
            commentsIds='<w16cid:commentId w16cid:paraId="0A" w16cid:durableId="77"/>',
            commentsExtensible=(
                '<w16cex:commentExtensible w16cex:durableId="77" w16cex:dateUtc="2026-03-02T08:30:00Z"/>'
            ),
        )
        assert article.notes[0].thread[0].at == datetime(2026, 3, 2, 8, 30, tzinfo=UTC)

    def test_comments_in_lists_tables_and_footnotes(self) -> None:
        footnote = f'<w:footnote w:id="2">{p(commented("the log", 2))}</w:footnote>'
        article = article_of(
            item("<w:r/>" + commented("an item", 0), 1)
            + table(row(p(commented("a cell", 1)), "b"))
            + p(run("x") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            comments=comment(0, "one") + comment(1, "two") + comment(2, "three"),
            numbering=numbering(numbered(1, "bullet")),
            footnotes=footnote,
        )
        assert [under(article, note) for note in article.notes] == [["an item"], ["a cell"], ["the log"]]

    def test_odd_authors_are_kept_as_they_are(self) -> None:
        article = article_of(
            p(commented("x", 0) + ins(" y", who="http://100% Ada/Ben &quot;B&quot;")),
            comments=comment(0, "?", who="50%20 &lt;Ben&gt;"),
        )
        assert [note.thread[0].author for note in article.notes] == ["50%20 <Ben>", 'http://100% Ada/Ben "B"']


class TestTrackedChanges:
    def test_what_was_put_in_stays_and_is_marked(self) -> None:
        article = article_of(p(run("No ") + ins("more ") + run("boats.")))
        (note,) = article.notes
        assert texts(article) == ["No more boats."]
        assert (note.kind, note.thread[0].author, note.thread[0].at) == (NoteKind.INSERTED, "Ada", NINE)
        assert under(article, note) == ["more "]

    def test_what_was_taken_out_is_told_at_the_word_beside_it(self) -> None:
        article = article_of(p(run("The last ") + gone("and only ") + run("boat.")))
        (note,) = article.notes
        assert texts(article) == ["The last boat."]
        assert note.kind is NoteKind.DELETED
        assert said(note) == [("Ada", "and only ")]
        assert under(article, note) == ["last "]

    def test_a_change_of_a_person_who_is_not_named_is_no_strike_through(self) -> None:
        article = article_of(p(run("a ") + gone("b ", who="") + ins("c", who="")))
        assert texts(article) == ["a c"]
        assert [note.kind for note in article.notes] == [NoteKind.DELETED, NoteKind.INSERTED]
        assert {run.marks for line in copy_lines(article) for run in line if run.has(MarkKind.STRIKE)} == set()

    def test_what_one_put_in_and_another_took_out_is_gone(self) -> None:
        inner = '<w:del w:id="9" w:author="Ben"><w:r><w:delText>never</w:delText></w:r></w:del>'
        article = article_of(p(run("a ") + f'<w:ins w:id="8" w:author="Ada">{inner}</w:ins>' + run("b")))
        assert texts(article) == ["a b"]
        assert [(note.kind, note.thread[0].author) for note in article.notes] == [(NoteKind.DELETED, "Ben")]

    def test_words_that_were_moved_stand_where_they_went(self) -> None:
        moved = run("the quay")
        article = article_of(
            p(f'<w:moveFrom w:id="1" w:author="Ada">{moved}</w:moveFrom>' + run("On "))
            + p(run("at ") + f'<w:moveTo w:id="2" w:author="Ada">{moved}</w:moveTo>')
        )
        assert texts(article) == ["On", "at the quay"]
        kinds = {note.kind: note for note in article.notes}
        assert said(kinds[NoteKind.DELETED]) == [("Ada", "the quay")]
        assert under(article, kinds[NoteKind.INSERTED]) == ["the quay"]

    def test_a_deleted_paragraph_break_joins_two_paragraphs_and_fuses_no_words(self) -> None:
        broken = '<w:rPr><w:del w:id="1" w:author="Ada"/></w:rPr>'
        assert texts(article_of(p("one", "", broken) + p("two"))) == ["one two"]

    def test_a_deletion_over_paragraphs_keeps_its_lines_apart(self) -> None:
        mark = '<w:rPr><w:del w:id="1" w:author="Ada" w:date="2026-03-01T09:00:00Z"/></w:rPr>'
        article = article_of(p(run("stays ") + gone("first"), "", mark) + p(gone("second") + run(" here")))
        (note,) = article.notes
        assert note.thread[0].text == "first\nsecond"
        assert texts(article) == ["stays here"]

    def test_whole_paragraphs_that_were_deleted_are_listed_and_not_fused(self) -> None:
        article = article_of(p("Before.") + p(gone("First line.")) + p(gone("Second line.")) + p("After."))
        assert texts(article) == ["Before.", "After."]
        told = "\n".join(note.thread[0].text for note in article.notes)
        assert told.split() == "First line. Second line.".split()

    def test_a_deleted_row_is_gone_from_its_table_and_listed(self) -> None:
        lost = row(p(gone("old port")), p(gone("9"))).replace("<w:trPr>", '<w:trPr><w:del w:id="1" w:author="Ada"/>', 1)
        article = article_of(table(row("Port", "Boats"), lost, row("Wismar", "2")) + p("After."))
        assert "old port" not in " ".join(texts(article))
        assert any("old port" in note.thread[0].text for note in article.notes)

    def test_changes_of_mere_formatting_are_counted(self) -> None:
        changed = run("boat", '<w:b/><w:rPrChange w:id="1" w:author="Ada"><w:rPr><w:i/></w:rPr></w:rPrChange>')
        found = read_word_article(word_file(p(changed)), name="x.docx", base=BASE)
        assert found.article.notes == ()
        assert [run.has(MarkKind.EMPHASIS) for line in copy_lines(found.article) for run in line] == [False]
        assert found.warnings == ("1 tracked change of formatting or of paragraphs was taken as accepted.",)
