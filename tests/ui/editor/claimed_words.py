"""Characters that occur once, by which a test sees where a claim, a note or a passage went."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from deskeditor.article.article import Article, copy_lines
from deskeditor.article.body import Body, body_of, leaf_lines, with_lines
from deskeditor.article.line import HARD_BREAK, INTERNAL, NO_MARKS, OBJECT, Line, Marks, Run, line_of
from deskeditor.richtext.marks import marks_of

_BASIC, _ASTRAL = 0x4E00, 0x20000
"""Where two planes of ideographs begin: a character of the one takes one UTF-16 unit, of the other two."""

Carriers = dict[str, list[Marks]]
"""By sentinel, the desk's marks on each place where it stands."""


def sentinels() -> Iterator[str]:
    """Characters one after another, each another one, of one and of two units in turn."""
    for number in range(0x5000):
        yield chr((_ASTRAL if number % 2 else _BASIC) + number)


def is_sentinel(character: str) -> bool:
    return _BASIC <= ord(character) < _BASIC + 0x5000 or _ASTRAL <= ord(character) < _ASTRAL + 0x5000


def of_the_desk(marks: Iterable[object]) -> Marks:
    return frozenset(mark for mark in marks if getattr(mark, "kind", None) in INTERNAL)  # type: ignore[misc]


def with_sentinels(body: Body, fresh: Iterator[str]) -> Body:
    """The body with another sentinel for each character under a mark of the desk, and no sentinel elsewhere."""
    return body_of(
        with_lines(leaf, tuple(line_with_sentinels(line, fresh) for line in leaf_lines(leaf))) for leaf in body
    )


def line_with_sentinels(line: Line, fresh: Iterator[str]) -> Line:
    return line_of(replace(run, text="".join(_replaced(run, fresh))) for run in line)


def _replaced(run: Run, fresh: Iterator[str]) -> Iterator[str]:
    is_marked = bool(of_the_desk(run.marks))
    for character in run.text:
        if character in (OBJECT, HARD_BREAK):
            yield character
        else:
            yield next(fresh) if is_marked or is_sentinel(character) else character


def carriers(article: Article) -> Carriers:
    """Where the sentinels of the article stand; those in code stand nowhere, since code carries no marks."""
    found: Carriers = {}
    for line in copy_lines(article):
        for run in line:
            for character in run.text:
                if is_sentinel(character):
                    found.setdefault(character, []).append(of_the_desk(run.marks))
    return found


def enclosing(cursor: QTextCursor) -> Marks:
    """The marks of the desk that text typed at the caret stands inside, or over the selection: all of it has them."""
    positions = (
        range(cursor.selectionStart(), cursor.selectionEnd())
        if cursor.hasSelection()
        else (cursor.position() - 1, cursor.position())
    )
    around = [_marks_at(cursor, position) for position in positions]
    known = [marks for marks in around if marks is not None]
    if not known or (not cursor.hasSelection() and len(known) < 2):
        return NO_MARKS
    return frozenset.intersection(*known)


def _marks_at(cursor: QTextCursor, position: int) -> Marks | None:
    """The marks of the character behind `position`; None where that is no text of the caret's block or selection."""
    document = cursor.document()
    block = document.findBlock(position)
    is_text = block.isValid() and block.position() <= position < block.position() + block.length() - 1
    if not is_text or (not cursor.hasSelection() and block != cursor.block()):
        return None
    probe = QTextCursor(document)
    probe.setPosition(position + 1)
    if cursor.hasSelection() and document.characterAt(position) == OBJECT:
        return None
    return of_the_desk(marks_of(probe.charFormat()))
