"""The numbers of the claims, beside the rows that they begin in."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from deskeditor.ui.editor.claim_paint import claim_spans, visible_blocks
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.theme import tokens_of

WIDTH: Final = 56
_GAP: Final = 4


class ClaimGutter(QWidget):
    """Stands in the margin of an editor, on the side where its rows begin."""

    def __init__(self, editor: RichEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        editor.viewport().installEventFilter(self)
        editor.verticalScrollBar().valueChanged.connect(self.update)
        editor.claims_shown.connect(self.update)
        editor.textChanged.connect(self.update)
        editor.shown_anew.connect(self.update)
        self._place()

    def _place(self) -> None:
        """Stand beside the rows, as wide as there is room."""
        viewport = self._editor.viewport().geometry()
        width = min(WIDTH, viewport.left())
        self.setVisible(width >= WIDTH // 2)
        right = self._editor.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = viewport.right() + 1 if right else viewport.left() - width
        self.setGeometry(left, viewport.top(), width, viewport.height())

    def numbers_beside(self) -> dict[float, list[str]]:
        """The claims that begin in each row in view, by the height of the row's foot, as the document counts."""
        editor = self._editor
        top = editor.verticalScrollBar().value()
        visible = QRectF(0, top, editor.viewport().width(), editor.viewport().height())
        found: dict[float, list[str]] = {}
        for block in visible_blocks(editor.document(), visible):
            for span in claim_spans(block):
                look = editor.claims.get(span.claim)
                if look is not None and span.begins:
                    numbers = found.setdefault(_foot_of(block, span.start), [])
                    if span.claim not in numbers:
                        numbers.append(span.claim)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._editor.claims:
            return
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(tokens.size_small - 1)
        down = self._editor.verticalScrollBar().value()
        right = self._editor.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for foot, claims in self.numbers_beside().items():
            x = float(_GAP) if right else float(self.width() - _GAP)
            for claim in claims if right else reversed(claims):
                look = self._editor.claims[claim]
                font.setBold(look.is_open)
                painter.setFont(font)
                text = str(look.number)
                width = painter.fontMetrics().horizontalAdvance(text)
                if not 0 <= (x if right else x - width) <= self.width() - (width if right else 0):
                    # The row holds more than the margin: the panel and the card tell the rest.
                    painter.setPen(QColor(tokens.text_faint))
                    painter.drawText(round(x if right else x - 8), round(foot - down), "…")
                    break
                painter.setPen(QColor(look.colour))
                painter.drawText(round(x if right else x - width), round(foot - down), text)
                x += (width + _GAP) if right else -(width + _GAP)
        painter.end()


def _foot_of(block: QTextBlock, offset: int) -> float:
    layout = block.layout()
    line = layout.lineForTextPosition(offset)
    return layout.position().y() + (line.y() + line.ascent() if line.isValid() else 0)
