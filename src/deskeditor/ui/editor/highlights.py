"""What is laid over the words without being in the document: misspellings, hits of a search. One layer each."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit


class Layer(IntEnum):
    """Who lays something over the words; a later one is painted over an earlier one.

    A ground would hide the wave of one painted before it.
    """

    SCOPE = 1
    FOUND = 2
    SPELLING = 3


def laid_over(cursor: QTextCursor, dress: QTextCharFormat) -> QTextEdit.ExtraSelection:
    """What lays `dress` over the selected words."""
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = dress
    return selection


class Highlights:
    """Keeps an editor's layers apart: Qt knows one list of extra selections only."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._layers: dict[Layer, Sequence[QTextEdit.ExtraSelection]] = {}

    def show(self, layer: Layer, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Show these in a layer, in place of what it held. A selection's cursor moves with the words."""
        if not selections and not self._layers.get(layer):
            return
        self._layers[layer] = selections
        self._editor.setExtraSelections([one for name in sorted(self._layers) for one in self._layers[name]])

    def clear(self) -> None:
        """Forget every layer: another document is coming.

        Qt looks at the old selections whenever it is given new ones, and crashes where the document they lie in
        is gone by then.
        """
        self._layers.clear()
        self._editor.setExtraSelections([])
