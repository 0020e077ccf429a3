"""The bar of formats over the text: buttons of the window's actions, checked as the caret stands."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolBar, QWidget

from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.actions import FORMAT_BAR
from deskeditor.ui.editor.rich_editor import RichEditor


class FormatBar(QToolBar):
    """Shows the formats of the editor that it follows."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__("Format", parent)
        self._actions = actions
        self._editor: RichEditor | None = None
        self.setAccessibleName("Format")
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        actions.fill_bar(self, FORMAT_BAR)

    def follow(self, editor: RichEditor | None) -> None:
        """Show the formats of `editor` from now on; None follows none."""
        if self._editor is editor:
            return
        if self._editor is not None:
            self._editor.format_changed.disconnect(self.show_formats)
        self._editor = editor
        if editor is not None:
            editor.format_changed.connect(self.show_formats)
            self.show_formats()

    def show_formats(self) -> None:
        """Check the actions that hold at the caret of the editor that is followed."""
        if self._editor is not None:
            self._actions.show_checked(self._editor.checked_acts())
