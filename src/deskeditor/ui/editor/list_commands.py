"""Lists: made, nested and left by functions on a cursor, one step of undo each."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from deskeditor.article.body import ListKind, ListLevel
from deskeditor.richtext.pieces import leading_object
from deskeditor.richtext.selection import text_blocks
from deskeditor.richtext.shapes import Kind, Shape, shape_of
from deskeditor.ui.editor.block_commands import set_shape

Path = tuple[ListLevel, ...]


def path_of(block: QTextBlock) -> Path:
    """The list path of a block; empty where it is no list item."""
    if not block.isValid() or leading_object(block) is not None:
        return ()
    return shape_of(block.blockFormat()).path


def _is_quoted(block: QTextBlock) -> bool:
    return shape_of(block.blockFormat()).quoted


def _items(cursor: QTextCursor) -> list[QTextBlock]:
    return [block for block in text_blocks(cursor) if path_of(block)]


def _path_above(block: QTextBlock) -> Path:
    """The path of the item right above in the same quote, or an empty one."""
    above = block.previous()
    return path_of(above) if above.isValid() and _is_quoted(above) == _is_quoted(block) else ()


def _below(block: QTextBlock) -> list[QTextBlock]:
    """The items that hang on the item `block`: those right below it with a longer path that begins with its own."""
    path = path_of(block)
    found: list[QTextBlock] = []
    below = block.next()
    while below.isValid() and len(path_of(below)) > len(path) and path_of(below)[: len(path)] == path:
        found.append(below)
        below = below.next()
    return found


def toggle_list(cursor: QTextCursor, kind: ListKind) -> None:
    """Make the selected blocks items of a list of `kind`; where all of them are, make them paragraphs.

    Items of the other kind change their list; a mixed selection becomes one list.
    """
    blocks = text_blocks(cursor)
    if not blocks:
        return
    paths = [path_of(block) for block in blocks]
    cursor.beginEditBlock()
    if all(path and path[-1].kind is kind for path in paths):
        for block in blocks:
            set_shape(block, Shape(quoted=_is_quoted(block)))
    else:
        _make_items(blocks, kind)
    mend_lists(blocks[0], blocks[-1])
    cursor.endEditBlock()


def _make_items(blocks: Sequence[QTextBlock], kind: ListKind) -> None:
    depth = min((len(path) for block in blocks if (path := path_of(block))), default=1)
    hanging = _below(blocks[-1]) if path_of(blocks[-1]) else []
    above = _path_above(blocks[0])
    continued = len(above) >= depth and above[depth - 1].kind is kind and not path_of(blocks[0])
    level = above[depth - 1] if continued else ListLevel(kind=kind)
    for block in (*blocks, *hanging):
        path = path_of(block)
        changed = (*path[: depth - 1], *(_of_kind(step, level) for step in path[depth - 1 :])) if path else (level,)
        if block in hanging:
            changed = (*path[: depth - 1], level, *path[depth:])
        set_shape(block, Shape(kind=Kind.ITEM, path=changed, quoted=_is_quoted(block)))


def _of_kind(step: ListLevel, level: ListLevel) -> ListLevel:
    return step if step.kind is level.kind else level


def nest(cursor: QTextCursor) -> bool:
    """Put the selected items one list deeper, what hangs on them too. Returns whether they could be."""
    items = _items(cursor)
    if not items:
        return False
    depth = min(len(path_of(item)) for item in items)
    first = path_of(items[0])
    above = _path_above(items[0])
    if len(first) > depth or len(above) < depth or above[:depth] != first[:depth]:
        return False
    step = above[depth] if len(above) > depth else ListLevel(kind=first[-1].kind)
    _change_paths(cursor, items, lambda path: (*path[:depth], step, *path[depth:]))
    return True


def lift(cursor: QTextCursor) -> bool:
    """Take the selected items one list out, what hangs on them too; out of the last one they are paragraphs."""
    items = _items(cursor)
    if not items:
        return False
    depth = min(len(path_of(item)) for item in items)
    _change_paths(cursor, items, lambda path: (*path[: depth - 1], *path[depth:]))
    return True


def _change_paths(cursor: QTextCursor, items: Sequence[QTextBlock], change: Callable[[Path], Path]) -> None:
    affected = [*items, *(block for block in _below(items[-1]) if block not in items)]
    cursor.beginEditBlock()
    for block in affected:
        path = change(path_of(block))
        quoted = _is_quoted(block)
        set_shape(block, Shape(kind=Kind.ITEM, path=path, quoted=quoted) if path else Shape(quoted=quoted))
    mend_lists(affected[0], affected[-1])
    cursor.endEditBlock()


def set_list_start(cursor: QTextCursor, start: int) -> None:
    """Let the numbered list that the caret is in begin at `start`."""
    path = path_of(cursor.block())
    if not path or path[-1].kind is not ListKind.NUMBER:
        return
    depth = len(path)
    first = cursor.block()
    while path_of(first.previous())[:depth] == path and _is_quoted(first.previous()) == _is_quoted(first):
        first = first.previous()
    cursor.beginEditBlock()
    block = first
    while block.isValid() and path_of(block)[:depth] == path:
        shape = shape_of(block.blockFormat())
        step = replace(path[-1], start=start)
        set_shape(block, replace(shape, path=(*path[:-1], step, *shape.path[depth:])))
        block = block.next()
    cursor.endEditBlock()


def mend_lists(first: QTextBlock, last: QTextBlock) -> None:
    """Let no item from `first` on hang deeper than one list below the item above it: what the body demands too."""
    block = first
    while block.isValid():
        path = path_of(block)
        above = _path_above(block)
        shared = 0
        while shared < min(len(above), len(path)) and above[shared] == path[shared]:
            shared += 1
        if len(path) > shared + 1:
            mended = (*path[:shared], path[-1])
            set_shape(block, Shape(kind=Kind.ITEM, path=mended, quoted=_is_quoted(block)))
        elif block.blockNumber() > last.blockNumber():
            return
        block = block.next()
