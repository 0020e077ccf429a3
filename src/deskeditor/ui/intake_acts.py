"""Ways into the store: pasted pages, files, the sample; and sorting what is there into fields."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from deskeditor.article.notes import Note, NoteKind
from deskeditor.desk.importing import PASTED, WORD_TYPE, Read
from deskeditor.desk.story_file import STORY_TYPE, SUFFIX, story_text
from deskeditor.errors import DeskError
from deskeditor.ingest.sorting import Slot, Sorting
from deskeditor.ingest.text_encoding import decoded
from deskeditor.markup.plain_text import body_text
from deskeditor.richtext.clipboard import Pasted
from deskeditor.store.values import Original, Saved
from deskeditor.ui.acts import Act
from deskeditor.ui.dialogs.original_dialog import OriginalDialog
from deskeditor.ui.dialogs.sorting_dialog import SortingDialog
from deskeditor.workspace.intake import (
    PAGE_TYPE,
    PASTED_PAGE,
    keep_original,
    keep_read,
    open_sample,
    read_again,
    read_file,
    read_pasted,
    sort_into,
    sorted_anew,
)
from deskeditor.workspace.notices import Notice, Offer
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.past import originals, save_copy
from deskeditor.workspace.workspace import Workspace

FILE_FILTER: Final = "Texts (*.docx *.dotx *.docm *.txt *.md *.markdown *.mdown *.iptc *.deskstory);;All files (*)"
PAGE_LINES: Final = 6
"""A pasted text of so many lines may be a whole page."""

_TITLES: Final = MappingProxyType({PASTED: "Pasted text", PASTED_PAGE: "Pasted page"})
_FORMATS: Final = MappingProxyType({"word": "a Word file"})
_COUNTED: Final = (
    (Slot.BULLET, "bullet", "bullets"),
    (Slot.TAGS, "tag line", "tag lines"),
    (Slot.BYLINE, "byline", "bylines"),
    (Slot.CREDIT, "credit", "credits"),
    (Slot.BODY, "paragraph", "paragraphs"),
    (Slot.DESK_NOTE, "line for the desk note", "lines for the desk note"),
    (Slot.DROPPED, "line left out", "lines left out"),
)


class IntakeActs(QObject):
    """Carries out the acts that bring text in. A sorting that has doubts is looked over before it is stored."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        window: QWidget,
        commit: Callable[[], None],
        go_to_start: Callable[[], None],
        take_story: Callable[[Path], None],
    ) -> None:
        """`commit` takes what is typed in the panels and not yet said; `go_to_start` leads to the headline.

        `take_story` takes in a hand-off of another desk.
        """
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._commit = commit
        self._go_to_start = go_to_start
        self._take_story = take_story

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        acts: dict[Act, Callable[[], object]] = {
            Act.PASTE_AS_NEW: self.paste_as_new,
            Act.IMPORT_FILES: self._ask_for_files,
            Act.SORT_INTO_FIELDS: self.sort_into_fields,
            Act.SHOW_ORIGINAL: self.show_original,
        }
        if act not in acts:
            return False
        self._commit()
        acts[act]()
        return True

    def paste_as_new(self) -> None:
        """Make an article of the text on the clipboard."""
        text = QApplication.clipboard().text()
        self._workspace.jobs.follow(read_pasted(self._workspace, text), self._look_over, self._say_why)

    def _say_why(self, fault: DeskError) -> None:
        # Nothing was lost and there is nothing to answer: unlike other faults it need not stay.
        self._workspace.noticed.emit(Notice(text=str(fault)))

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Make articles of files: one alone is looked over where it is unsure, several come in as they are read."""
        texts = [path for path in paths if path.suffix.casefold() != SUFFIX]
        for path in paths:
            if path not in texts:
                self._take_story(path)
        for path in texts:
            reading = read_file(self._workspace, path)
            self._workspace.jobs.follow(reading, self._look_over if len(texts) == 1 else self._take_in)

    def open_sample(self) -> None:
        """Turn to the sample article."""
        open_sample(self._workspace)
        self._go_to_start()

    def sort_into_fields(self) -> None:
        """Look over where each line of the open article's original goes, or of its body where it has none."""
        current = self._workspace.current
        if current is None:
            return
        reading = read_again(self._workspace, current.article)
        self._workspace.jobs.follow(
            reading, lambda found: self._sort(current, found[0], keeps=not found[1]), self._say_why
        )

    def sorting_for(self, open_article: OpenArticle, pasted: Pasted) -> Offer | None:
        """The offer to sort what was just pasted into an article that had no words, where it may be a whole page."""
        fresh = pasted.into_nothing and not pasted.is_own
        # Some programs put a page on the clipboard without its plain text.
        text = pasted.text if pasted.text.strip() else body_text(pasted.body)
        if not fresh or len(text.strip().splitlines()) < PAGE_LINES:
            return None
        return Offer(label="Sort into fields…", take=lambda: self._sort_pasted(open_article, text))

    def _sort_pasted(self, open_article: OpenArticle, text: str) -> None:
        reading = read_pasted(self._workspace, text)
        self._workspace.jobs.follow(reading, lambda read: self._sort(open_article, read, keeps=True))

    def show_original(self) -> None:
        """Show what the open article was imported from."""
        current = self._workspace.current
        if current is None:
            return
        self._workspace.jobs.follow(originals(self._workspace, current.id), self._show_originals)

    def _ask_for_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._window, "Open files", _documents(), FILE_FILTER)
        self.import_paths([Path(name) for name in names])

    def _look_over(self, read: Read) -> None:
        sorting = read.imported.sorting
        if sorting is None or all(line.sure for line in sorting.lines):
            self._take_in(read)
            return
        dialog = SortingDialog(sorting, confirm="Make article", parent=self._window)
        dialog.confirmed.connect(lambda sorted_: self._take_in(sorted_anew(self._workspace, read, sorted_)))
        dialog.open()

    def _take_in(self, read: Read) -> None:
        workspace = self._workspace

        def show(saved: Saved) -> None:
            open_article = workspace.turn_to(read.imported.article, saved.counter)
            self._go_to_start()
            workspace.refresh()
            workspace.noticed.emit(Notice(text=said_of(read), offers=self._offers_for(open_article, read)))

        workspace.jobs.follow(keep_read(workspace, read), show)

    def _offers_for(self, open_article: OpenArticle, read: Read) -> tuple[Offer, ...]:
        if read.imported.sorting is None:
            return (Offer(label="Show original", take=lambda: self._show_originals((read.original,))),)
        return (Offer(label="Review…", take=lambda: self._sort(open_article, read)),)

    def _sort(self, open_article: OpenArticle, read: Read, *, keeps: bool = False) -> None:
        """`keeps` the text that was read as the article's original, once its lines are used."""
        sorting = read.imported.sorting
        if sorting is None:
            self._workspace.noticed.emit(
                Notice(text="This text is Markdown: its fields were read, and there are no lines to sort.")
            )
            return

        def use(chosen: Sorting) -> None:
            if keeps:
                keep_original(self._workspace, open_article, read.original)
            sort_into(self._workspace, open_article, chosen, read_as=sorting)
            self._go_to_start()
            self._workspace.tell("The lines went into their fields.", undo=open_article.undo)

        dialog = SortingDialog(sorting, parent=self._window)
        dialog.confirmed.connect(use)
        dialog.open()

    def _show_originals(self, kept: tuple[Original, ...]) -> None:
        if not kept:
            self._workspace.noticed.emit(
                Notice(text="This article was written here: there is no original text beside it.")
            )
            return
        # What it was imported from comes before the pages that were pasted into it.
        self.show_texts(sorted(kept, key=lambda original: original.media_type == PAGE_TYPE))

    def show_texts(self, originals: Sequence[Original]) -> None:
        """Show texts as they came, the first of them first."""
        texts = [(_TITLES.get(one.name, one.name), _text_of(one)) for one in originals]
        OriginalDialog(texts, self._window, save=lambda index: self._save_copy(originals[index])).open()

    def _save_copy(self, original: Original) -> None:
        """Ask where to write an original as it came."""
        name = original.name if Path(original.name).suffix else f"{original.name}{_suffix_of(original)}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, "Save a copy", str(Path(_documents()) / name))
        if chosen:
            writing = save_copy(self._workspace, original, Path(chosen))
            self._workspace.jobs.follow(writing, self._say_saved, self._say_why)

    def _say_saved(self, path: Path) -> None:
        self._workspace.noticed.emit(Notice(text=f"Saved as {path}."))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _suffix_of(original: Original) -> str:
    return ".html" if original.media_type == PAGE_TYPE else ".txt"


def _text_of(original: Original) -> str:
    try:
        if original.media_type == WORD_TYPE:
            # Few articles come from such a file: what reads it is loaded where it is asked for.
            from deskeditor.ingest.docx_words import word_text

            return word_text(original.data, original.name)
        if original.media_type == STORY_TYPE:
            return story_text(original.data, original.name)
        return decoded(original.data)[0]
    except DeskError as fault:
        return str(fault)


def _notes_counted(notes: Sequence[Note]) -> list[str]:
    comments = sum(note.kind is NoteKind.REMARK for note in notes)
    counts = ((comments, "comment", "comments"), (len(notes) - comments, "pending edit", "pending edits"))
    return [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]


def said_of(read: Read) -> str:
    """What an import made of a text, in one line."""
    imported = read.imported
    if imported.sorting is not None:
        counts = ((len(imported.sorting.texts(slot)), one, many) for slot, one, many in _COUNTED)
        parts = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    else:
        parts = [f"{len(imported.article.body)} paragraphs and headings", *_notes_counted(imported.article.notes)]
        if imported.dropped:
            parts.append(f"{len(imported.dropped)} things left out")
    said = f"Read as {_FORMATS.get(imported.format, imported.format.replace('_', ' '))}: {', '.join(parts)}."
    return " ".join((said, *imported.warnings[:2]))
