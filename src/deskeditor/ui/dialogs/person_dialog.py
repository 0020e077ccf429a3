"""Asks who is working at this desk: a name and initials, no account."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskeditor.article.article import Person
from deskeditor.ui.labelled_field import LabelledField
from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.theme import set_variant


class PersonDialog(QDialog):
    """`person_chosen` carries a `Person`. Those who worked here before are one click away."""

    person_chosen = Signal(object)

    def __init__(
        self,
        suggested: Person,
        *,
        known: tuple[Person, ...] = (),
        is_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`suggested` fills the inputs; `is_first` greets a person who starts the program for the first time."""
        super().__init__(parent)
        self.setWindowTitle("Welcome to Deskeditor" if is_first else "Who is working?")
        self._own_initials = bool(suggested.initials)
        self._name = MetadataEdit("Name")
        self._initials = MetadataEdit("Initials")
        self._initials.setMaxLength(6)
        title = QLabel("Who is working at this desk?")
        set_variant(title, "heading")
        why = QLabel("Your name stands beside what you save. There is no account, and it can be changed at any time.")
        why.setWordWrap(True)
        set_variant(why, "soft")
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(LabelledField("Name", self._name), 3)
        fields.addWidget(LabelledField("Initials", self._initials), 1)
        buttons = QDialogButtonBox()
        self._start = buttons.addButton("Start" if is_first else "Change", QDialogButtonBox.ButtonRole.AcceptRole)
        if not is_first:
            buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(why)
        others = [person for person in known if person != suggested]
        if others:
            layout.addLayout(self._others(others))
        layout.addLayout(fields)
        layout.addSpacing(8)
        layout.addWidget(buttons)
        # Only a button that is in the dialog can be what Return stands for.
        self._start.setDefault(True)
        self.setMinimumWidth(420)
        self._name.textChanged.connect(self._suggest_initials)
        self._initials.textEdited.connect(self._keep_initials)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._name.show_text(suggested.name)
        if suggested.initials:
            self._initials.show_text(suggested.initials)
        self._start.setEnabled(bool(suggested.name.strip()))
        self._name.selectAll()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def person(self) -> Person:
        """Who stands in the inputs."""
        name = " ".join(self._name.text().split())
        return Person(name=name, initials=self._initials.text().strip() or initials_of(name))

    def _others(self, others: list[Person]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for person in others[:4]:
            button = QPushButton(person.name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda checked=False, chosen=person: self._choose(chosen))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _choose(self, person: Person) -> None:
        self.person_chosen.emit(person)
        super().accept()

    def _suggest_initials(self, name: str) -> None:
        self._start.setEnabled(bool(name.strip()))
        if not self._own_initials:
            self._initials.show_text(initials_of(name))

    def _keep_initials(self, text: str) -> None:
        self._own_initials = bool(text.strip())

    def accept(self) -> None:
        if self.person.name:
            self._choose(self.person)
        else:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)


def initials_of(name: str) -> str:
    """Return the first letters of a name's words in lower case, four at most."""
    return "".join(word[0] for word in name.split()).lower()[:4]
