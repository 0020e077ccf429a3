"""What is told after a paste from elsewhere: what was kept and dropped, and the ways to have it otherwise."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from deskeditor.markup.dress import dress_of
from deskeditor.markup.kept import said_of_line_paste, said_of_paste
from deskeditor.markup.markdown_guess import looks_like_markdown
from deskeditor.markup.markdown_reader import read_markdown
from deskeditor.markup.plain_text import body_text
from deskeditor.richtext.clipboard import Pasted, pasted_text
from deskeditor.store.values import Original
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.workspace.intake import keep_page
from deskeditor.workspace.notices import Notice, Offer
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

_SUBJECT: Final = "paste"
_WARNINGS: Final = 2
_CHANGED: Final = "The text was changed since it was pasted: undo until the paste is gone, then paste anew."


class PasteReport(QObject):
    """Tells of a paste in one notice, where there is anything to tell, and keeps the page that was pasted."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        sorting_for: Callable[[OpenArticle, Pasted], Offer | None],
        show_texts: Callable[[Sequence[Original]], None],
        parent: QObject,
    ) -> None:
        """`sorting_for` offers to sort a whole page into fields; `show_texts` shows texts as they came."""
        super().__init__(parent)
        self._workspace = workspace
        self._sorting_for = sorting_for
        self._show_texts = show_texts
        self._edits_then: int | None = None

    @property
    def is_settled(self) -> bool:
        """Whether all that belongs to the last paste has been done: what changes from now on is other work."""
        return self._edits_then is not None

    def tell(self, editor: RichEditor, pasted: Pasted) -> None:
        """Tell of a paste into a text of the open article."""
        current = self._workspace.current
        if current is None or pasted.is_own:
            return
        said, offers = list[str](), list[Offer]()
        is_body = isinstance(editor, BodyEditor)
        if is_body and (sorting := self._sorting_for(current, pasted)) is not None:
            said.append("This looks like a whole page.")
            offers.append(sorting)
        if pasted.source:
            self._tell_of_page(current, editor, pasted, said, offers)
        elif is_body and looks_like_markdown(pasted.text):
            said.append("This looks like Markdown.")
            offers.append(Offer(label="Read as Markdown", take=lambda: self._paste_markdown(current, editor, pasted)))
        if said:
            self._edits_then = None
            # Whoever else hears of the paste may have something to add to the article.
            QTimer.singleShot(0, self, lambda: self._note_edits(current))
            self._workspace.noticed.emit(Notice(text=" ".join(said), offers=tuple(offers), subject=_SUBJECT))

    def _tell_of_page(
        self, current: OpenArticle, editor: RichEditor, pasted: Pasted, said: list[str], offers: list[Offer]
    ) -> None:
        told = _told_of_page(pasted) if isinstance(editor, BodyEditor) else _told_of_line(pasted)
        if not told:
            return
        said += told
        original = keep_page(self._workspace, current, pasted.source)
        offers.append(Offer(label="Paste as plain text", take=lambda: self._paste_plain(current, editor, pasted)))
        offers.append(Offer(label="Show what was pasted", take=lambda: self._show_texts((original,))))

    def _note_edits(self, current: OpenArticle) -> None:
        current.history.end_typed_step()
        self._edits_then = current.edits

    def _paste_plain(self, current: OpenArticle, editor: RichEditor, pasted: Pasted) -> None:
        # Some programs put a page on the clipboard without its plain text.
        text = pasted.text if pasted.text.strip() else body_text(pasted.body)
        self._paste_anew(current, editor, pasted, pasted_text(text))

    def _paste_markdown(self, current: OpenArticle, editor: RichEditor, pasted: Pasted) -> None:
        reading = read_markdown(pasted.text)
        anew = Pasted(body=reading.body, warnings=reading.warnings, dropped=reading.dropped, notes=reading.notes)
        self._paste_anew(current, editor, pasted, anew)

    def _paste_anew(self, current: OpenArticle, editor: RichEditor, pasted: Pasted, anew: Pasted) -> None:
        """Take the paste back and paste `anew` in its place: one step, and one undo leads to before either."""
        is_there = self._workspace.current is current and isValid(editor) and not editor.isReadOnly()
        if not is_there or (self._edits_then is not None and current.edits != self._edits_then):
            self._workspace.noticed.emit(Notice(text=_CHANGED, subject=_SUBJECT))
            return
        current.undo()
        editor.paste_at(anew, pasted.at)
        editor.setFocus()


def _told_of_page(pasted: Pasted) -> list[str]:
    counted = said_of_paste(pasted.body, notes=pasted.notes, dropped=pasted.dropped, dress=dress_of(pasted.source))
    return [*([counted] if counted else ()), *pasted.warnings[:_WARNINGS]]


def _told_of_line(pasted: Pasted) -> list[str]:
    # What is said of tables and lists in a body does not hold here: all of it is words now.
    counted = said_of_line_paste(pasted.body, notes=pasted.notes, dropped=pasted.dropped)
    return [counted] if counted else []
