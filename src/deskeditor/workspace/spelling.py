"""The desk's spelling: dictionaries and word lists, opened once and beside the work."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from deskeditor.errors import DeskError
from deskeditor.language.dictionaries import (
    best_dictionary,
    dictionary_folders,
    find_dictionaries,
    open_dictionary,
)
from deskeditor.language.spelling import Dictionary, Speller, plain_word
from deskeditor.language.word_list import add_words, change_rows, read_rows, read_words
from deskeditor.workspace.article_names import ArticleNames
from deskeditor.workspace.jobs import Jobs

WORDS_FILE: Final = "words.txt"


def _main(language: str) -> str:
    return language.split("-")[0].lower()


class Spelling(QObject):
    """Gives the speller of a language, as soon as its dictionaries are open."""

    changed = Signal()
    """Other words are right now: a dictionary was opened, or a list has changed."""

    failed = Signal(str)

    def __init__(self, jobs: Jobs, *, own_folder: Path, newsroom_words: Path, parent: QObject | None = None) -> None:
        """`own_folder` holds the person's word list and, in `dictionaries/`, dictionaries of their own."""
        super().__init__(parent)
        self._jobs = jobs
        self.dictionary_folder = own_folder / "dictionaries"
        self.personal_file = own_folder / WORDS_FILE
        self.newsroom_file = newsroom_words
        self._found: dict[str, Path] | None = None
        self._opened: dict[str, Dictionary] = {}
        self._asked: set[str] = set()
        self._lists: dict[Path, tuple[str, ...]] = {}
        self._ignored: set[str] = set()
        self._more: tuple[str, ...] = ()
        self._names: ArticleNames | None = None
        self._spellers: dict[str, Speller] = {}
        self._pool: ThreadPoolExecutor | None = None
        self._is_closed = False
        jobs.stopped.connect(self.close)

    # Languages

    @property
    def found(self) -> dict[str, Path]:
        """The dictionaries of this machine by language tag."""
        if self._found is None:
            self._found = find_dictionaries(dictionary_folders(self.dictionary_folder))
        return self._found

    @property
    def more_languages(self) -> tuple[str, ...]:
        """Languages that are right beside the article's own."""
        return self._more

    def check_also(self, languages: Iterable[str]) -> None:
        """Take words of these languages for right too, whatever the article's is."""
        self._more = tuple(languages)
        self._renew()

    def dictionary_for(self, language: str) -> str | None:
        """The tag of the dictionary that serves a language, or None."""
        return best_dictionary(language, self.found)

    def serves(self, language: str) -> bool:
        """Whether a language is checked by a dictionary of its own, and not by that of another region."""
        served = self.dictionary_for(language)
        return served is not None and ("-" not in language or served.lower() in (language.lower(), _main(language)))

    def look_again(self) -> None:
        """Look for dictionaries anew: a person may have put some into their folder."""
        before, self._found = self._found, None
        self._asked &= set(self._opened)
        if self.found != before:
            self._spellers.clear()
            self.changed.emit()

    def speller(self, language: str) -> Speller | None:
        """The speller for a text; None where there is no dictionary for it, and as long as one is being opened."""
        own = self.dictionary_for(language)
        if own is None:
            return None
        if language not in self._spellers:
            tags = list(dict.fromkeys([own, *filter(None, map(self.dictionary_for, self._more))]))
            for tag in tags:
                self._open(tag)
            if not all(tag in self._opened for tag in tags):
                return None
            self._spellers[language] = self._speller_of(tags)
        return self._spellers[language]

    def _speller_of(self, tags: list[str]) -> Speller:
        opened = [self._opened[tag] for tag in tags]
        known = {*self.words(self.personal_file), *self.words(self.newsroom_file), *self._ignored}
        if self._names is None:
            return Speller(opened, known, tags)
        return Speller(opened, known | self._names.listed, tags, is_name=self._names.is_inside)

    def _open(self, tag: str) -> None:
        if tag in self._asked or self._is_closed:
            return
        self._asked.add(tag)
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="dictionaries")
        opening: Future[Dictionary] = self._pool.submit(open_dictionary, self.found[tag])
        self._jobs.follow(opening, lambda opened: self._take(tag, opened), lambda fault: self.failed.emit(str(fault)))

    def _take(self, tag: str, dictionary: Dictionary) -> None:
        self._opened[tag] = dictionary
        self._renew()

    def close(self) -> None:
        """Wait for the dictionary that is being opened, and open none any more; the end of the workspace does it."""
        self._is_closed = True
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    # Words

    def words(self, file: Path) -> tuple[str, ...]:
        """The words of one of the two lists."""
        if file not in self._lists:
            try:
                self._lists[file] = read_words(file)
            except DeskError as fault:
                self._lists[file] = ()
                self.failed.emit(str(fault))
        return self._lists[file]

    def rows(self, file: Path) -> tuple[str, ...]:
        """The rows of a list as it is now, with its remarks. Raises DeskError where it can't be read."""
        rows = read_rows(file)
        self._take_anew(file)
        return rows

    def add_word(self, word: str, file: Path) -> str:
        """Add a word to a list, and return it as it stands there.

        Raises DeskError where the list can't be read or written, and then leaves it alone.
        """
        # Without the s of a genitive: what is right with it is right without, and not the other way round.
        added = plain_word(word).removesuffix("'s")
        add_words(file, [added])
        self._take_anew(file)
        return added

    def change_rows(self, file: Path, *, shown: Sequence[str], wanted: Sequence[str]) -> None:
        """Give a list the rows that a person made of those shown. Raises DeskError like `add_word`."""
        change_rows(file, shown=shown, wanted=wanted)
        self._take_anew(file)

    def _take_anew(self, file: Path) -> None:
        words = read_words(file)
        if words != self._lists.get(file):
            self._lists[file] = words
            self._renew()

    def know_names(self, names: ArticleNames) -> None:
        """Take for right what `names` answers from now on."""
        self._names = names
        self._renew()

    def ignore(self, word: str) -> None:
        """Take a word for right until the program ends."""
        self._ignored.add(word)
        self._renew()

    def _renew(self) -> None:
        self._spellers.clear()
        self.changed.emit()
