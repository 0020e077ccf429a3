"""The comments of a Word file as notes: threads, dates, which ones are settled."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from deskeditor.article.notes import Note, Remark
from deskeditor.ingest.docx_package import Package
from deskeditor.ingest.docx_xml import Node
from deskeditor.markup.notes_read import MOST_NOTES, author_of, bounded, instant_of

_WORDS: Final = frozenset({"w:t", "w:delText", "m:t"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Comments:
    """The notes, and the label of each comment that opens a thread, by the id that the text refers to."""

    notes: tuple[Note, ...] = ()
    labels: dict[str, str]


@dataclass(slots=True)
class _Comment:
    identity: str
    paragraph: str
    remark: Remark
    parent: str = ""
    done: bool = False


def read_comments(package: Package) -> Comments:
    """Read a file's comments: an answer goes to the thread that it answers."""
    root = package.related_part("comments")
    found = [_comment(node) for node in root.children if node.name == "w:comment"] if root is not None else []
    _tell_threads(found, package.related_part("commentsExtended"))
    _tell_times(found, package.related_part("commentsIds"), package.related_part("commentsExtensible"))
    by_paragraph = {comment.paragraph: comment for comment in found if comment.paragraph}
    threads: dict[int, list[_Comment]] = {}
    firsts: list[_Comment] = []
    for comment in found[:MOST_NOTES]:
        first = _first(comment, by_paragraph)
        if id(first) not in threads:
            threads[id(first)] = []
            firsts.append(first)
        if comment is not first:
            threads[id(first)].append(comment)
    notes: list[Note] = []
    labels: dict[str, str] = {}
    for number, first in enumerate(firsts, start=1):
        label = f"comment-{number}"
        labels.setdefault(first.identity, label)
        thread = (first.remark, *(comment.remark for comment in threads[id(first)]))
        notes.append(Note(id=label, thread=thread, resolved=first.done))
    return Comments(notes=tuple(notes), labels=labels)


def plain_words(node: Node) -> str:
    """The words of some paragraphs, a line each."""
    paragraphs = [node] if node.name == "w:p" else list(node.all("w:p"))
    return "\n".join("".join(map(_said, paragraph.all(*_WORDS, "w:tab", "w:br", "w:cr"))) for paragraph in paragraphs)


def _said(node: Node) -> str:
    if node.name in _WORDS:
        return node.text
    return "\n" if node.name in ("w:br", "w:cr") else " "


def _comment(node: Node) -> _Comment:
    paragraphs = [child for child in node.children if child.name == "w:p"]
    return _Comment(
        identity=node.get("w:id"),
        paragraph=paragraphs[-1].get("w14:paraId").upper() if paragraphs else "",
        remark=Remark(
            author=author(node.get("w:author") or node.get("w:initials")),
            text=bounded(plain_words(node).strip()),
            at=instant_of(node.get("w:date")),
        ),
    )


def author(name: str) -> str:
    """A person's name as a note can hold it."""
    return author_of(name.replace("%", "%25"))


def _tell_threads(comments: list[_Comment], root: Node | None) -> None:
    told = {node.get("w15:paraId").upper(): node for node in root.children} if root is not None else {}
    for comment in comments:
        node = told.get(comment.paragraph)
        if node is not None:
            comment.parent = node.get("w15:paraIdParent").upper()
            comment.done = node.get("w15:done") in ("1", "true", "on")


def _tell_times(comments: list[_Comment], ids: Node | None, more: Node | None) -> None:
    """The true instants: Word calls its own clock's time UTC, and says elsewhere what it was in UTC."""
    if ids is None or more is None:
        return
    durable = {node.get("w16cid:paraId").upper(): node.get("w16cid:durableId") for node in ids.children}
    instants = {node.get("w16cex:durableId"): node.get("w16cex:dateUtc") for node in more.children}
    for comment in comments:
        at = instant_of(instants.get(durable.get(comment.paragraph, ""), ""))
        if at is not None:
            comment.remark = _at(comment.remark, at)


def _at(remark: Remark, at: datetime) -> Remark:
    return Remark(author=remark.author, text=remark.text, at=at)


def _first(comment: _Comment, by_paragraph: dict[str, _Comment]) -> _Comment:
    """The comment that opens the thread; one of several that answer each other in a ring opens its own."""
    first, passed = comment, {id(comment)}
    while (above := by_paragraph.get(first.parent)) is not None:
        if id(above) in passed:
            return comment
        passed.add(id(above))
        first = above
    return first
