"""The stage beside the headline: what it is, and where the article may go from there."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from deskeditor.article.workflow import Stage, moves_from, next_stage
from deskeditor.profile.profile import Profile
from deskeditor.ui.theme import set_variant


class StageButton(QToolButton):
    """Shows the stage; its menu offers the moves that the profile allows, the next one first."""

    stage_chosen = Signal(object)

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName("Stage")
        self.setMenu(QMenu(self))
        set_variant(self, "pill")

    def show_stage(self, stage: Stage, spiked_from: Stage | None) -> None:
        """Show the stage and its moves."""
        label = self._profile.stage_label(stage)
        self.setText(f"{label} ▾")
        self.setAccessibleDescription(label)
        self.setToolTip(f"Stage: {label}. Ctrl+Return moves to the next one.")
        menu = self.menu()
        menu.clear()
        forbidden = self._profile.forbidden_moves
        following = next_stage(stage, forbidden)
        for move in moves_from(stage, spiked_from=spiked_from, forbidden=forbidden):
            if move is Stage.SPIKED:
                menu.addSeparator()
            to = "Restore to" if stage is Stage.SPIKED else "Move to"
            verb = "Spike" if move is Stage.SPIKED else f"{to} {self._profile.stage_label(move)}"
            action = menu.addAction(verb, self._chooser(move))
            if move is following:
                font = QFont(action.font())
                font.setBold(True)
                action.setFont(font)

    def _chooser(self, stage: Stage) -> Callable[[], None]:
        return lambda: self.stage_chosen.emit(stage)
