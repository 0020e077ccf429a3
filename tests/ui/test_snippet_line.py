"""Search hits in a line of words."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from deskeditor.ui.snippet_line import draw_snippet, near_match
from deskeditor.ui.theme_tokens import LIGHT


def test_a_late_match_is_brought_near_the_beginning() -> None:
    text = "Ferry operators say the berths would cost them two sailings a day"
    start = text.index("sailings")
    shown, ((first, last),) = near_match(text, ((start, start + 8),))
    assert shown == "…cost them two sailings a day"
    assert shown[first:last] == "sailings"


def test_an_early_match_leaves_the_text_whole() -> None:
    assert near_match("Ferry operators", ((0, 5),)) == ("Ferry operators", ((0, 5),))
    assert near_match("Ferry operators", ()) == ("Ferry operators", ())


@given(st.text(max_size=80), st.data())
def test_matches_name_the_same_words_after_the_cut(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown, ((first, last),) = near_match(text, ((start, end),))
    assert shown[first:last] == text[start:end]


def test_matches_stand_out_in_any_script(qtbot: QtBot) -> None:
    for text, match in (("🦊 the quay vote 🦊", (6, 10)), ("تصويت على الرصيف", (6, 9)), ("x" * 300, (0, 4))):
        drawn = []
        for matches in ((match,), ()):
            image = QImage(200, 20, QImage.Format.Format_ARGB32)
            image.fill(QColor("white"))
            painter = QPainter(image)
            draw_snippet(painter, QRect(0, 0, 200, 20), text, matches, font=QFont(), look=LIGHT)
            painter.end()
            drawn.append(image)
        assert drawn[0] != drawn[1]
