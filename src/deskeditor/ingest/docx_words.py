"""A Word file as plain lines, for who asks what an article was imported from."""

from typing import Final

from deskeditor.ingest.docx_comments import plain_words, read_comments
from deskeditor.ingest.docx_package import Package

_NOTES: Final = (("footnotes", "Footnotes"), ("endnotes", "Endnotes"))


def word_text(data: bytes, name: str) -> str:
    """The words of the file, a line a paragraph, deleted ones too, then its notes and comments.

    Raises InputError where it can't be read.
    """
    package = Package(data, f"“{name}”")
    size = f"{max(1, round(len(data) / 1000)):,} KB"
    parts = [
        f"“{name}” is a Word file of {size} and is kept as it came. These are its words, with those that were deleted.",
        plain_words(package.text()),
    ]
    for kind, title in _NOTES:
        root = package.related_part(kind)
        words = plain_words(root).strip() if root is not None else ""
        if words:
            parts.append(f"{title}\n{words}")
    notes = read_comments(package).notes
    if notes:
        said = (f"{remark.author or 'Somebody'}: {remark.text}" for note in notes for remark in note.thread)
        parts.append("\n".join(("Comments", *said)))
    return "\n\n".join(parts)
