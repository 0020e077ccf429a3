"""Every block made, changed and removed by keys alone: lists, quotes, tables, pictures, footnotes, code, links."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from deskeditor.article.body import (
    Align,
    Attribution,
    Code,
    Figure,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    Table,
)
from deskeditor.article.line import OBJECT, Mark, MarkKind, plain_line
from deskeditor.markup.html_writer import write_html
from deskeditor.ui.editor.code_bubble import CodeBubble
from deskeditor.ui.editor.link_bubble import LinkBubble
from deskeditor.ui.editor.number_bubble import NumberBubble
from deskeditor.ui.editor.picture_bubble import PictureBubble
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of

Key = Qt.Key
BULLET = ListLevel(kind=ListKind.BULLET)
NUMBER = ListLevel(kind=ListKind.NUMBER)


class Writer:
    """A person at the keys of a new article's body."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window, self.body = qtbot, window, window.page.body
        qtbot.keyClick(window, Key.Key_N, CONTROL)
        qtbot.keyClick(window, Key.Key_3, ALT)

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(self.body, words)

    def press(self, *keys: Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(self.body, key, with_)

    def run(self, act: str) -> None:
        """Carry out an action by its name, from the command palette."""
        self.press(Key.Key_P, with_=CONTROL | SHIFT)
        asked = self.window.palette_.findChild(QLineEdit)
        assert asked is not None
        self.qtbot.keyClicks(asked, act)
        self.qtbot.keyClick(asked, Key.Key_Return)
        self.qtbot.waitUntil(self.body.hasFocus)

    def leaves(self) -> tuple[Leaf, ...]:
        return article_of(self.window).body.leaves

    def items(self) -> list[tuple[str, tuple[ListLevel, ...]]]:
        return [(leaf.line.text, leaf.path) for leaf in self.leaves() if isinstance(leaf, ListItem)]


def paragraph(text: str) -> Paragraph:
    return Paragraph(line=plain_line(text))


def test_lists_are_made_nested_renumbered_and_left(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    writer = Writer(qtbot, open_window())
    writer.press(Key.Key_L, with_=CONTROL | SHIFT)
    writer.write("Fares")
    writer.press(Key.Key_Return, Key.Key_Tab)
    writer.write("children free")
    writer.press(Key.Key_Return)
    writer.press(Key.Key_Tab, with_=SHIFT)
    writer.write("Boats")
    assert writer.items() == [("Fares", (BULLET,)), ("children free", (BULLET, BULLET)), ("Boats", (BULLET,))]
    writer.press(Key.Key_Return, Key.Key_Return)
    writer.write("After the list.")
    assert writer.leaves()[3:] == (paragraph("After the list."),)
    # The whole of it, paragraph and bullets, becomes one numbered list.
    writer.press(Key.Key_A, with_=CONTROL)
    writer.press(Key.Key_O, with_=CONTROL | SHIFT)
    assert [path[-1].kind for _, path in writer.items()] == [ListKind.NUMBER] * 4
    writer.press(Key.Key_Home, with_=CONTROL)
    writer.press(Key.Key_R, with_=CONTROL | SHIFT)
    bubble = writer.window.findChild(NumberBubble)
    assert bubble is not None
    writer.qtbot.keyClicks(bubble.number_field, "7")
    writer.qtbot.keyClick(bubble.number_field, Key.Key_Return)
    assert writer.items()[0] == ("Fares", (ListLevel(kind=ListKind.NUMBER, start=7),))
    writer.press(Key.Key_Home)
    writer.press(Key.Key_Backspace)
    assert writer.leaves()[0] == paragraph("Fares")
    writer.press(Key.Key_Z, with_=CONTROL)
    assert writer.items()[0][1][0].start == 7


def test_a_quote_names_its_source_and_is_taken_apart(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    writer = Writer(qtbot, open_window())
    writer.press(Key.Key_B, with_=CONTROL | SHIFT)
    writer.write("We have talked for years.")
    writer.press(Key.Key_Return)
    writer.write("Mira Aldous")
    writer.press(Key.Key_A, with_=CONTROL | SHIFT)
    writer.press(Key.Key_Return)
    writer.write("The vote was close.")
    writer.press(Key.Key_2, with_=CONTROL)
    quote = Paragraph(line=plain_line("We have talked for years."), quoted=True)
    assert writer.leaves() == (
        quote,
        Attribution(line=plain_line("Mira Aldous")),
        Heading(level=2, line=plain_line("The vote was close.")),
    )
    writer.press(Key.Key_0, with_=CONTROL)
    writer.press(Key.Key_A, with_=CONTROL)
    writer.press(Key.Key_B, with_=CONTROL | SHIFT)
    writer.press(Key.Key_B, with_=CONTROL | SHIFT)
    assert writer.leaves() == tuple(map(paragraph, (quote.line.text, "Mira Aldous", "The vote was close.")))


def test_a_table_is_filled_by_tab_shaped_and_removed(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    writer = Writer(qtbot, open_window())
    writer.write("Fares")
    writer.press(Key.Key_T, with_=CONTROL | SHIFT)
    cells = ("Route", "Price", "Marlow", "4.20", "Osk", "3.10", "Hull", "9.00")
    for number, cell in enumerate(cells):
        if number:
            writer.press(Key.Key_Tab)
        writer.write(cell)
    writer.run("Align column right")
    writer.run("Column before")
    writer.write("x")
    table = writer.leaves()[1]
    assert isinstance(table, Table)
    assert table.header
    assert table.alignments == (Align.START, Align.START, Align.RIGHT)
    assert [tuple(cell.text for cell in row) for row in table.rows] == [
        ("Route", "", "Price"),
        ("Marlow", "", "4.20"),
        ("Osk", "", "3.10"),
        ("Hull", "x", "9.00"),
    ]
    writer.run("Remove columns")
    writer.run("Remove rows")
    writer.run("First row is the head")
    table = writer.leaves()[1]
    assert isinstance(table, Table)
    assert (len(table.rows), len(table.alignments), table.header) == (3, 2, False)
    writer.run("Remove table")
    assert writer.leaves() == (paragraph("Fares"),)
    writer.press(Key.Key_Z, with_=CONTROL)
    assert writer.leaves()[1] == table


def test_a_pasted_screenshot_gets_its_alt_text_and_width_and_goes(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    writer = Writer(qtbot, open_window())
    writer.write("The ferry left.")
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    writer.press(Key.Key_V, with_=CONTROL)
    writer.press(Key.Key_Left, with_=SHIFT)
    writer.press(Key.Key_Left, with_=ALT)
    writer.press(Key.Key_Right)
    writer.write("The night ferry")
    writer.press(Key.Key_F2)
    bubble = writer.window.findChild(PictureBubble)
    assert bubble is not None
    qtbot.keyClicks(bubble.alt_field, "A ferry at the pier")
    qtbot.keyClick(bubble.alt_field, Key.Key_Return)
    figure = writer.leaves()[1]
    assert isinstance(figure, Figure)
    assert (figure.alt, figure.caption.text) == ("A ferry at the pier", "The night ferry")
    assert figure.width is not None
    assert figure.width < 640
    writer.press(Key.Key_F2)
    qtbot.keyClick(bubble.alt_field, Key.Key_Tab)
    while not bubble.decorative_box.hasFocus():
        focused = writer.window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Key.Key_Tab)
    qtbot.keyClick(bubble.decorative_box, Key.Key_Space)
    qtbot.keyClick(bubble.decorative_box, Key.Key_Return)
    decorative = writer.leaves()[1]
    assert isinstance(decorative, Figure)
    assert decorative.decorative
    assert not decorative.alt
    writer.press(Key.Key_A, with_=CONTROL)
    writer.press(Key.Key_Delete)
    assert not any(isinstance(leaf, Figure) for leaf in writer.leaves())


def test_a_footnote_is_written_and_goes_with_its_reference(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    writer = Writer(qtbot, open_window())
    writer.write("It costs 3.1 million")
    writer.press(Key.Key_J, with_=CONTROL | SHIFT)
    writer.write("The treasurer says so.")
    leaves = writer.leaves()
    assert isinstance(leaves[0], Paragraph)
    assert leaves[0].line.text == f"It costs 3.1 million{OBJECT}"
    assert leaves[1] == Footnote(label="1", line=plain_line("The treasurer says so."))
    writer.press(Key.Key_Home, with_=CONTROL)
    writer.press(Key.Key_End)
    writer.press(Key.Key_Backspace)
    assert writer.leaves() == (paragraph("It costs 3.1 million"),)


def test_lines_become_code_and_words_again(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    writer = Writer(qtbot, open_window())
    writer.write("make run")
    writer.press(Key.Key_Return)
    writer.write("make test")
    writer.press(Key.Key_A, with_=CONTROL)
    writer.press(Key.Key_K, with_=CONTROL | SHIFT)
    assert writer.leaves() == (Code(text="make run\nmake test"),)
    writer.press(Key.Key_E, with_=CONTROL | SHIFT)
    bubble = writer.window.findChild(CodeBubble)
    assert bubble is not None
    writer.qtbot.keyClicks(bubble.language_field, "sh")
    writer.qtbot.keyClick(bubble.language_field, Key.Key_Return)
    assert writer.leaves() == (Code(text="make run\nmake test", language="sh"),)
    assert '<code class="language-sh">' in write_html(article_of(writer.window).body)
    writer.press(Key.Key_F5)
    assert writer.window.page.markdown.text().startswith("```sh\n")
    writer.qtbot.keyClick(writer.window.page.markdown, Key.Key_F5)
    assert writer.leaves() == (Code(text="make run\nmake test", language="sh"),)
    writer.press(Key.Key_A, with_=CONTROL)
    writer.press(Key.Key_K, with_=CONTROL | SHIFT)
    assert writer.leaves() == (paragraph("make run"), paragraph("make test"))


def test_a_link_is_refused_made_changed_and_taken_off(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    writer = Writer(qtbot, open_window())
    writer.write("the timetable")
    writer.press(Key.Key_A, with_=CONTROL)
    writer.press(Key.Key_K, with_=CONTROL)
    bubble = writer.window.findChild(LinkBubble)
    assert bubble is not None
    qtbot.keyClicks(bubble.address_field, "javascript:alert(1)")
    qtbot.keyClick(bubble.address_field, Key.Key_Return)
    assert bubble.isVisible(), "what may not be linked is refused where it was given"
    bubble.address_field.selectAll()
    qtbot.keyClicks(bubble.address_field, "example.org/times")
    qtbot.keyClick(bubble.address_field, Key.Key_Return)
    assert links(writer) == {"https://example.org/times"}
    QGuiApplication.clipboard().setText("https://example.org/new")
    writer.press(Key.Key_A, with_=CONTROL)
    writer.press(Key.Key_V, with_=CONTROL)
    assert links(writer) == {"https://example.org/new"}
    writer.body.moveCursor(QTextCursor.MoveOperation.End)
    writer.press(Key.Key_K, with_=CONTROL)
    qtbot.keyClick(bubble.address_field, Key.Key_Delete)
    qtbot.keyClick(bubble.address_field, Key.Key_Return)
    assert links(writer) == set()
    assert writer.leaves() == (paragraph("the timetable"),)


def links(writer: Writer) -> set[str]:
    """The addresses that the words of the first paragraph lead to."""
    first = writer.leaves()[0]
    assert isinstance(first, Paragraph)
    marks: set[Mark] = {mark for run in first.line for mark in run.marks}
    return {mark.value for mark in marks if mark.kind is MarkKind.LINK}
