"""The article's texts as the window shows them, and which of them had the caret last."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QTextEdit
from shiboken6 import isValid

from deskeditor.ui.editor.markdown_view import MarkdownView
from deskeditor.ui.editor.rich_editor import RichEditor


class ShownTexts:
    """What every act that goes from text to text asks. A text that is gone, such as a bullet's, is none any more."""

    def __init__(self, shown: Callable[[], Sequence[QTextEdit]], reveal: Callable[[QTextEdit], None]) -> None:
        """`shown` gives the texts in the order of the copy; `reveal` shows the part of the window that one is in."""
        self.all = shown
        self.reveal = reveal
        self._last: QTextEdit | None = None

    def follow(self, text: RichEditor | MarkdownView) -> None:
        """Take note when `text` gets the caret."""
        text.focused.connect(lambda: self.turn_to(text))

    def turn_to(self, text: QTextEdit) -> None:
        """Take `text` for the one that is worked in."""
        self._last = text

    @property
    def last(self) -> QTextEdit | None:
        """The text that had the caret last, shown or not."""
        return self._last if self._last is not None and isValid(self._last) else None


def round_from(own: int, count: int, *, back: bool) -> list[int]:
    """The numbers below `count` from `own` on, round to the one before it; or the other way."""
    forward = [*range(own, count), *range(own)]
    return [own, *reversed(forward[1:])] if back else forward
