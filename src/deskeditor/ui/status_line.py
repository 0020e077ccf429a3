"""The line at the window's foot: saved when, how long, in which language, by whom."""

from datetime import datetime

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from deskeditor.article.article import Article, Person
from deskeditor.language.words import Counter, reading_minutes
from deskeditor.ui.theme import set_variant

MESSAGE_MS = 6000
"""How long a passing message stays."""


class StatusLine(QStatusBar):
    """Says what holds of the open article. The person's name is a button: another may sit down."""

    person_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._facts = QLabel()
        self._message = QLabel()
        self._person = QPushButton()
        self._person.setToolTip("Change who is working")
        self._clear = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._saved = ""
        self._words = ""
        self._length = ""
        self._counter = Counter()
        self._selected: tuple[int, int] | None = None
        for label in (self._facts, self._message):
            set_variant(label, "small")
        set_variant(self._person, "flat")
        self._facts.setAccessibleName("Article facts")
        self.addWidget(self._facts)
        self.addWidget(self._message, 1)
        self.addPermanentWidget(self._person)
        self._person.clicked.connect(self.person_clicked)
        self._clear.timeout.connect(self._message.clear)

    def show_person(self, person: Person) -> None:
        """Show who is working."""
        self._person.setText(person.name)
        self._person.setAccessibleName(f"Working: {person.name}. Change person")

    def show_saved(self, at: datetime | None) -> None:
        """Say that all is stored since `at`, an aware instant shown in the machine's zone; None before the first."""
        self._saved = f"Saved {at.astimezone():%H:%M}" if at is not None else ""
        self._show()

    def show_unsaved(self) -> None:
        """Say that a save is due."""
        self._saved = "Saving…"
        self._show()

    def show_article(self, article: Article | None) -> None:
        """Show length and language of the article, or nothing."""
        if article is None:
            self._words = self._length = self._saved = ""
            self._selected = None
        else:
            words, characters = self._counter.count(article.body)
            self._words = f"{words:n}"
            counted = f"{words:n} of {article.target_words:n} words" if article.target_words else _words(words)
            minutes = reading_minutes(words, article.language)
            language = QLocale.languageToString(QLocale(article.language).language())
            self._length = f"{counted} · {_characters(characters)} · {minutes} min · {language}"
        self._show()

    def show_selected(self, selected: tuple[int, int] | None) -> None:
        """Show how many words and characters are selected; None where nothing is."""
        if selected != self._selected:
            self._selected = selected
            self._show()

    def show_message(self, text: str) -> None:
        """Say something that passes."""
        self._message.setText(text)
        self._clear.start()

    def _show(self) -> None:
        length = self._length
        if self._selected is not None and length:
            words, characters = self._selected
            length = f"{words:n} of {self._words} words · {_characters(characters)} selected"
        self._facts.setText(" · ".join(filter(None, (self._saved, length))))


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count:n} words"


def _characters(count: int) -> str:
    return "1 character" if count == 1 else f"{count:n} characters"
