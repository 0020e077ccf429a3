"""Comments and tracked changes met while a page is read: told at their words, and taken out of them."""

from collections.abc import Iterable

from deskeditor.article.body import Footnote, Leaf, leaf_lines, with_lines
from deskeditor.article.line import HARD_BREAK, Line, Marks, join_lines, remarked, slice_line
from deskeditor.article.notes import Note, NoteKind
from deskeditor.markup.elements import Outline, Tag
from deskeditor.markup.gatherer import End, Gatherer
from deskeditor.markup.line_builder import is_blank, with_mark
from deskeditor.markup.notes_read import Edit, NotesRead, author_of, instant_of


class NoteGatherer(Gatherer):
    """Gathers leaves, and beside them the notes of the page."""

    def __init__(self, ahead: Outline, *, notes: Iterable[Note] = (), one_line: bool = False) -> None:
        super().__init__(ahead, one_line=one_line)
        self.notes = NotesRead(notes)
        self._edits = 0
        self._awaiting: Marks = frozenset()

    def finished(self) -> list[Leaf]:
        """Return the leaves; what still waits for a word behind it is told at the last one of the text."""
        leaves = super().finished()
        at = next((at for at in reversed(range(len(leaves))) if _takes_marks(leaves[at])), None)
        if self._awaiting and at is not None:
            *before, last = leaf_lines(leaves[at])
            leaves[at] = with_lines(leaves[at], (*before, _marked_at_end(last, self._awaiting)))
            self.notes.put_behind(self._awaiting)
        return leaves

    def _start_comment(self, tag: Tag) -> None:
        """Words under a comment; a mere point is told at the word before it."""
        mark = self.notes.mark_of(tag.data["comment"])
        if mark is None:
            return
        if "point" not in tag.data:
            self._marks = with_mark(self._marks, mark)
        elif not self._frames[-1].words.mark_last_word(mark):
            self._awaiting |= {mark}

    def _start_edit(self, tag: Tag) -> End:
        """A tracked change: what was put in stays and is marked, what was taken out is told beside it."""
        by, at = author_of(tag.data["by"]), instant_of(tag.data.get("at", ""))
        self._edits += 1
        if tag.name == "span":
            mark = self.notes.edit(Edit(NoteKind.INSERTED, by, at))
            self._marks = with_mark(self._marks, mark) if mark is not None else self._marks
            return self._end_edit

        def done(line: Line) -> None:
            self._end_edit()
            mark = (
                self.notes.edit(Edit(NoteKind.DELETED, by, at), line.text.replace(HARD_BREAK, "\n")) if line else None
            )
            if mark is None:
                return
            # To the very point where the words stood that were taken out.
            if self._frames[-1].words.mark_last_word(mark, to_the_end=True):
                self.notes.place()
            elif self.notes.put_ahead():
                self._awaiting |= {mark}

        return self._capture(done)

    def _end_edit(self) -> None:
        self._edits -= 1

    def _text(self, text: str) -> None:
        if is_blank(text):
            super()._text(text)
            return
        if not self._edits:
            self.notes.pass_words()
            if self._awaiting and self._code is None:
                text = self._mark_first_word(text)
        super()._text(text)

    def _mark_first_word(self, text: str) -> str:
        """Put what waits for a word on the first one of `text`, and return the rest."""
        space = text[: len(text) - len(text.lstrip())]
        word = text[len(space) :].split(maxsplit=1)[0]
        marks, self._marks, self._awaiting = self._marks, self._marks | self._awaiting, frozenset()
        super()._text(space + word)
        self._marks = marks
        return text[len(space) + len(word) :]


def _takes_marks(leaf: Leaf) -> bool:
    lines = leaf_lines(leaf)
    return not isinstance(leaf, Footnote) and bool(lines) and bool(lines[-1].text.strip())


def _marked_at_end(line: Line, marks: Marks) -> Line:
    """The line, its last word under `marks` too."""
    start = len(line.text.rstrip()) - len(line.text.split()[-1])
    return join_lines((slice_line(line, 0, start), remarked(slice_line(line, start), lambda own: own | marks)))
