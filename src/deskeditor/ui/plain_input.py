"""The plain inputs of the window, such as the search box: the acts of the Edit menu work in them too."""

from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from deskeditor.ui.acts import Act, Needs

PlainInput = QLineEdit | QPlainTextEdit


def plain_input_of(widget: QWidget) -> PlainInput | None:
    """The input that a widget is or edits in; None where a person can't type in it."""
    found: QWidget | None = widget
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        found = widget.findChild(QLineEdit)
    return found if isinstance(found, QLineEdit | QPlainTextEdit) and not found.isReadOnly() else None


def needs_met_by(input_: PlainInput) -> frozenset[Needs]:
    """What the acts of the Edit menu need and the input has."""
    chosen = input_.hasSelectedText() if isinstance(input_, QLineEdit) else input_.textCursor().hasSelection()
    return frozenset({Needs.WORDS, Needs.CHOSEN_WORDS} if chosen else {Needs.WORDS})


def run_in_input(input_: PlainInput, act: Act) -> bool:
    """Carry out an act of the Edit menu in the input; False where it is none."""
    match act:
        case Act.CUT:
            input_.cut()
        case Act.COPY:
            input_.copy()
        case Act.PASTE | Act.PASTE_PLAIN:
            input_.paste()
        case Act.SELECT_ALL:
            input_.selectAll()
        case _:
            return False
    return True
