"""One undo order over several text documents and the fields beside them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument, QUndoCommand, QUndoStack

LONGEST_TYPED_STEP = 40
"""Characters after which typing without a pause begins another step."""


class UndoHistory(QObject):
    """Keeps text steps and field steps of one article on one `QUndoStack`, in the order they happened.

    Qt merges typing into a document's last command while the document counts as modified. So
    `isModified` of a followed document belongs to this class alone: clearing it is how a step ends.
    """

    changed = Signal()
    """Something was pushed, undone or redone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._documents: list[QTextDocument] = []
        self._travelling = False
        self._typed = 0
        self.stack.indexChanged.connect(self.changed)

    def follow(self, document: QTextDocument) -> None:
        """Take the document's undo steps into the one order. What was done to it before is history."""
        document.documentLayout()  # without a layout a document never tells what was typed
        document.clearUndoRedoStacks(QTextDocument.Stacks.UndoAndRedoStacks)
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        self._documents.append(document)
        document.undoCommandAdded.connect(lambda: self._push_text(document))
        document.contentsChange.connect(lambda at, removed, added: self._note_typing(document, at, removed, added))

    def push_field(self, text: str, apply: Callable[[bool], None]) -> None:
        """Add a field step and carry it out: `apply(True)` does it, `apply(False)` takes it back."""
        self._end_steps()
        for document in self._documents:
            document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        self.stack.push(_FieldStep(text, apply))

    @contextmanager
    def one_step(self, text: str) -> Iterator[None]:
        """Everything done inside is one step to the person, in whatever documents and fields."""
        self._end_steps()
        self.stack.beginMacro(text)
        try:
            yield
        finally:
            self.stack.endMacro()
            self._end_steps()

    def end_typed_step(self) -> None:
        """Let what is typed next be a step of its own: after a pause, or when the caret was moved."""
        self._end_steps()

    def undo(self) -> None:
        """Take back the last step."""
        self._travel(self.stack.undo)

    def redo(self) -> None:
        """Do the last undone step again."""
        self._travel(self.stack.redo)

    def _travel(self, go: Callable[[], None]) -> None:
        self._end_steps()
        self._travelling = True
        try:
            go()
        finally:
            self._travelling = False
            self._end_steps()

    def _push_text(self, document: QTextDocument) -> None:
        if self._travelling:
            return
        for other in self._documents:
            if other is not document:
                other.setModified(False)
                other.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        self._typed = 0
        self.stack.push(_TextStep(document))

    def _note_typing(self, document: QTextDocument, at: int, removed: int, added: int) -> None:
        if self._travelling or removed or not 0 < added <= 2:
            return
        self._typed += added
        typed = document.characterAt(at + added - 1)
        if self._typed >= LONGEST_TYPED_STEP or typed in ".,;:!?…":
            # The character belongs to the step; the one after it begins the next.
            document.setModified(False)
            self._typed = 0

    def _end_steps(self) -> None:
        self._typed = 0
        for document in self._documents:
            document.setModified(False)


class _TextStep(QUndoCommand):
    """A step that the document itself remembers."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__()
        self._document = document
        self._pushed = False

    def undo(self) -> None:
        self._document.undo()

    def redo(self) -> None:
        if self._pushed:
            self._document.redo()
        self._pushed = True


class _FieldStep(QUndoCommand):
    """A step that changes a field."""

    def __init__(self, text: str, apply: Callable[[bool], None]) -> None:
        super().__init__(text)
        self._apply = apply

    def undo(self) -> None:
        self._apply(False)

    def redo(self) -> None:
        self._apply(True)
