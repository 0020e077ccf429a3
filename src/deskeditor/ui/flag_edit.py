"""A flag on an article, such as HOLD: raised with a reason, shown loudly, lifted by a person."""

from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskeditor.article.article import Flag
from deskeditor.ui.icon_label import IconLabel
from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.theme import set_variant
from deskeditor.ui.times import exact_text


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagWords:
    """What a flag is called: the offer to raise it, its state, the act of lifting it and the state after."""

    raise_it: str
    raised: str
    lift_it: str
    lifted: str
    icon: Icon


class FlagEdit(QWidget):
    """`raised` carries the reason a person gave; `lifted` says that one lifted the flag."""

    raised = Signal(str)
    lifted = Signal()

    def __init__(self, words: FlagWords, *, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._zone = zone
        self._offer = QPushButton(f"{words.raise_it}…")
        self._offer.setIcon(icon_of(words.icon, Tone.ACCENT))
        set_variant(self._offer, "flat")
        self._past = QLabel()
        self._past.setWordWrap(True)
        set_variant(self._past, "small")

        self._asking = QWidget()
        self._reason = MetadataEdit(f"{words.raise_it}: reason")
        self._reason.setPlaceholderText("Why?")
        self._reason.installEventFilter(self)
        self._confirm = QPushButton(words.raise_it)
        self._confirm.setEnabled(False)
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self._reason, 1)
        asking.addWidget(self._confirm)

        self._card = QFrame()
        self._card.setProperty("look", "alert")
        icon = IconLabel(words.icon, Tone.DANGER)
        self._state = QLabel(words.raised)
        self._state.setWordWrap(True)
        set_variant(self._state, "alert-title")
        self._why = QLabel()
        self._why.setWordWrap(True)
        self._lift = QPushButton(words.lift_it)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._state, 1)
        head.addWidget(self._lift)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(10, 8, 8, 8)
        card.setSpacing(4)
        card.addLayout(head)
        card.addWidget(self._why)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._past)
        layout.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._asking)
        layout.addWidget(self._card)
        self._offer.clicked.connect(self._ask)
        self._reason.textChanged.connect(lambda text: self._confirm.setEnabled(bool(text.strip())))
        self._reason.returnPressed.connect(self._raise)
        self._confirm.clicked.connect(self._raise)
        self._lift.clicked.connect(self._lower)
        self.show_flag(None)

    def show_flag(self, flag: Flag | None) -> None:
        """Show a flag, raised or lifted, or that there is none."""
        stands = flag is not None and not flag.cleared_by
        if flag is not None:
            self._why.setText(f"{flag.why}\n{flag.by}, {exact_text(flag.at, self._zone)}")
            self._past.setText(f"{self._words.lifted} by {flag.cleared_by} ({flag.why})")
        self._card.setVisible(stands)
        self._past.setVisible(flag is not None and not stands)
        self._asking.hide()
        self._offer.setVisible(not stands)
        self.setFocusProxy(self._lift if stands else self._offer)

    def _ask(self) -> None:
        self._offer.hide()
        self._asking.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _raise(self) -> None:
        reason = self._reason.text().strip()
        if reason:
            self._reason.show_text("")
            self._stop_asking()
            self.raised.emit(reason)
            # The input is gone, and where Qt would send the focus next nobody can guess.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lower(self) -> None:
        self.lifted.emit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_asking(self) -> None:
        self._asking.hide()
        self._offer.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = watched is self._reason and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self._stop_asking()
            self._offer.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)
