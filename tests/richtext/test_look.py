"""What a document looks like, and that nothing of it is in the document."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from deskeditor.article.body import (
    Align,
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
from deskeditor.article.line import OBJECT, Line, Mark, MarkKind, Run, plain_line
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.richtext.drawing import draw_objects
from deskeditor.richtext.dresser import dress
from deskeditor.richtext.grounds import grounds_in, paint_grounds
from deskeditor.richtext.look import TextLook

BULLET = ListLevel(kind=ListKind.BULLET)
NUMBER = ListLevel(kind=ListKind.NUMBER)
SEVEN = ListLevel(kind=ListKind.NUMBER, start=7)
LIGHT = TextLook()
DARK = TextLook(text="#eeeeee", link="#8fbcf0", ground="#000000")
EVERYTHING = QRectF(0, 0, 2000, 100_000)


def shown(*leaves: Leaf) -> QTextDocument:
    document = QTextDocument()
    load_body(document, body_of(leaves))
    dress(document, LIGHT)
    draw_objects(document, LIGHT, lambda name: QImage())
    document.setTextWidth(600)
    return document


def item(text: str, *path: ListLevel, quoted: bool = False) -> ListItem:
    return ListItem(line=plain_line(text), path=path, quoted=quoted)


def signs(document: QTextDocument) -> list[str]:
    return [ground.sign for ground in grounds_in(document, EVERYTHING) if ground.sign]


def test_lists_count_as_the_body_says(qtbot: QtBot) -> None:
    document = shown(
        item("a", NUMBER),
        item("b", NUMBER, BULLET),
        item("c", NUMBER, BULLET, SEVEN),
        item("d", NUMBER, BULLET, SEVEN),
        item("e", NUMBER),
        item("f", NUMBER, BULLET, SEVEN),
        Paragraph(line=plain_line("between")),
        item("g", NUMBER),
        item("h", NUMBER, quoted=True),
        item("i", SEVEN),
        Rule(),
        item("j", SEVEN),
        Paragraph(line=Line((Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, "x")})),))),
        Footnote(label="x", line=plain_line("note")),
    )
    # "f" has no list two above it: the body hangs it one list deep.
    assert signs(document) == ["1.", "◦", "7.", "8.", "2.", "7.", "1.", "1.", "7.", "7.", "x"]


def test_counting_begins_above_what_is_seen(qtbot: QtBot) -> None:
    document = shown(*(item(f"item {number}", NUMBER) for number in range(200)))
    middle = document.documentLayout().blockBoundingRect(document.findBlockByNumber(150))
    seen = [ground.sign for ground in grounds_in(document, middle)]
    assert "151." in seen
    assert len(seen) < 10


def test_the_look_is_laid_over_the_text_and_changes_without_a_step(qtbot: QtBot) -> None:
    link = frozenset({Mark(MarkKind.LINK, "https://example.org/")})
    document = shown(
        Heading(level=2, line=plain_line("head")),
        Paragraph(line=Line((Run(text="a"), Run(text="link", marks=link)))),
        Code(text="code"),
        Table(rows=((plain_line("cell"),),), alignments=(Align.START,)),
    )
    before = read_body(document)
    head, words = document.begin(), document.begin().next()
    assert [part.format.fontWeight() for part in head.layout().formats()] == [700]
    assert [part.start for part in words.layout().formats()] == [1]
    assert words.layout().formats()[0].format.foreground().color().name() == LIGHT.link
    with qtbot.assertNotEmitted(document.undoCommandAdded), qtbot.assertNotEmitted(document.contentsChanged):
        dress(document, DARK)
    assert words.layout().formats()[0].format.foreground().color().name() == DARK.link
    assert read_body(document) == before
    assert not document.isUndoAvailable()


def test_a_heading_looks_like_one_after_undo_and_redo_too(qtbot: QtBot) -> None:
    document = shown(Heading(level=2, line=plain_line("head")), Paragraph(line=plain_line("text")))
    cursor = QTextCursor(document.begin().next())
    cursor.deletePreviousChar()
    assert [(part.start, part.length) for part in document.begin().layout().formats()] == [(0, 8)]
    document.undo()
    assert [(part.start, part.length) for part in document.begin().layout().formats()] == [(0, 4)]
    assert document.begin().next().layout().formats() == []


def test_every_leaf_can_be_painted(qtbot: QtBot) -> None:
    document = shown(
        Paragraph(line=plain_line("quoted"), quoted=True),
        item("in it", BULLET, quoted=True),
        Code(text="code\ncode", quoted=True),
        item("שלום", BULLET),
        Figure(media="a" * 64 + ".jpg", alt="x", width=200, caption=plain_line("caption")),
        Embed(url="https://example.org/", title="x" * 500),
        Rule(),
        Paragraph(line=Line((Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, "1")})),))),
        Footnote(label="1", line=plain_line("note")),
    )
    image = QImage(600, 800, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    blank = image.copy()
    painter = QPainter(image)
    paint_grounds(painter, document, EVERYTHING, LIGHT)
    under = image.copy()
    document.drawContents(painter)
    painter.end()
    assert blank != under
    assert under != image


def test_code_and_what_stands_below_it_are_apart(qtbot: QtBot) -> None:
    below: tuple[Leaf, ...] = (
        Paragraph(line=plain_line("words")),
        Code(text="more"),
        Table(rows=((plain_line("cell"),),), alignments=(Align.START,)),
    )
    for leaf in below:
        document = shown(Code(text="code"), leaf)
        image = QImage(600, 300, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_grounds(painter, document, EVERYTHING, LIGHT)
        document.drawContents(painter)
        painter.end()
        # Down the right edge of the column no words stand: there are the code's ground, paper, and what is below.
        edge = [image.pixelColor(560, y) != Qt.GlobalColor.white for y in range(300)]
        first = edge.index(True)
        gap = edge.index(False, first)
        assert not any(edge[gap : gap + 6]), leaf
