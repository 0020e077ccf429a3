"""The dialog in which a person says which languages and words are right."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskeditor.errors import DeskError
from deskeditor.ui.languages import language_label
from deskeditor.ui.theme import set_variant
from deskeditor.workspace.spelling import Spelling


class SpellingDialog(QDialog):
    """Shows the dictionaries found and the two word lists, and keeps what is changed in them."""

    languages_chosen = Signal(list)

    def __init__(self, spelling: Spelling, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Languages and word lists")
        self._spelling = spelling
        spelling.look_again()
        self.languages = QListWidget()
        self.languages.setProperty("look", "field")
        self.languages.setAccessibleName("Languages checked beside the article’s own")
        served = spelling.dictionary_for(language)
        for tag in sorted(spelling.found, key=language_label):
            item = QListWidgetItem(f"{language_label(tag)} ({tag})")
            item.setData(Qt.ItemDataRole.UserRole, tag)
            if tag == served:
                item.setText(f"{item.text()} — this article’s")
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                item.setCheckState(Qt.CheckState.Checked)
            else:
                chosen = tag in spelling.more_languages
                item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            self.languages.addItem(item)
        self.personal, self.newsroom = _field("My words"), _field("The newsroom’s words")
        self._shown: dict[Path, tuple[str, ...]] = {}
        self._fault = QLabel()
        self._fault.setWordWrap(True)
        set_variant(self._fault, "alert-title")
        self._fault.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        self._lay_out(_said_of(language, served), buttons)
        self.resize(640, 520)
        self._show_list(spelling.personal_file, self.personal)
        self._show_list(spelling.newsroom_file, self.newsroom)

    def _lay_out(self, said: str, buttons: QDialogButtonBox) -> None:
        told = QLabel(said)
        told.setWordWrap(True)
        place = QLabel(
            "More languages: put the .dic and .aff file of a Hunspell dictionary, such as those that come with "
            f"LibreOffice and Firefox, into {self._spelling.dictionary_folder} and open this again."
        )
        place.setWordWrap(True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_variant(place, "small")
        folder = QPushButton("Open the folder")
        folder.setAutoDefault(False)
        folder.clicked.connect(self._open_folder)
        more = QHBoxLayout()
        more.setSpacing(12)
        more.addWidget(place, 1)
        more.addWidget(folder, 0, Qt.AlignmentFlag.AlignTop)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        for title, tip, words in (
            ("My words", "One a line, remarks behind #. Kept on this machine.", self.personal),
            ("The newsroom’s words", "The same. Kept with the profile.", self.newsroom),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            label, hint = QLabel(title), QLabel(tip)
            label.setBuddy(words)
            set_variant(hint, "small")
            column.addWidget(label)
            column.addWidget(words, 1)
            column.addWidget(hint)
            lists.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(told)
        layout.addWidget(self.languages, 1)
        layout.addLayout(more)
        layout.addSpacing(8)
        layout.addLayout(lists, 2)
        layout.addWidget(self._fault)
        layout.addWidget(buttons)

    def _open_folder(self) -> None:
        folder = self._spelling.dictionary_folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            self._say(f"{folder} can’t be made: {fault.strerror or fault}.")
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _keep(self) -> None:
        spelling = self._spelling
        try:
            self._keep_list(spelling.personal_file, self.personal)
            self._keep_list(spelling.newsroom_file, self.newsroom)
        except DeskError as fault:
            self._say(str(fault))
            return
        items = (self.languages.item(row) for row in range(self.languages.count()))
        chosen = [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked and item.flags() & Qt.ItemFlag.ItemIsUserCheckable
        ]
        self.languages_chosen.emit(chosen)
        self.accept()

    def _show_list(self, file: Path, field: QPlainTextEdit) -> None:
        try:
            self._shown[file] = self._spelling.rows(file)
        except DeskError as fault:
            # Nothing can be written over what could not be shown.
            field.setEnabled(False)
            field.setPlaceholderText("This list can’t be read.")
            self._say(str(fault))
        else:
            field.setPlainText("\n".join(self._shown[file]))

    def _keep_list(self, file: Path, field: QPlainTextEdit) -> None:
        if file in self._shown and field.document().isModified():
            text = field.toPlainText()
            wanted = tuple(text.split("\n")) if text else ()
            self._spelling.change_rows(file, shown=self._shown[file], wanted=wanted)
            self._shown[file] = wanted
            field.document().setModified(False)

    def _say(self, fault: str) -> None:
        earlier = self._fault.text() if self._fault.isVisibleTo(self) else ""
        self._fault.setText("\n".join(dict.fromkeys(filter(None, [earlier, fault]))))
        self._fault.show()


def _field(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    return field


def _said_of(language: str, served: str | None) -> str:
    name = language_label(language)
    if served is None:
        return f"There is no dictionary for {name}, the language of this article: its spelling is not checked."
    if served.lower() == language.lower() or "-" not in language:
        return f"This article is checked in {language_label(served)}. Words of the languages ticked here are right too:"
    return (
        f"There is no dictionary for {name}: that for {language_label(served)} is used, and may mark what is right. "
        "Words of the languages ticked here are right too:"
    )
