"""HTML of any origin into a body or a line: the one reader that all that comes in goes through."""

from collections.abc import Iterable

from deskeditor.article.body import body_of
from deskeditor.article.line import Line
from deskeditor.article.notes import Note
from deskeditor.article.noting import note_ids
from deskeditor.article.published import published_line, tidied
from deskeditor.markup.body_reader import BodyReader
from deskeditor.markup.elements import elements, outline
from deskeditor.markup.notes_read import usable
from deskeditor.markup.reading import MarkupReading, MediaFinder, stored_media
from deskeditor.markup.sanitise import sanitise


def read_html(html: str, *, media: MediaFinder = stored_media, notes: Iterable[Note] = ()) -> MarkupReading:
    """Return the body that `html` holds, in the form in which it would be published, with its notes.

    `notes` are comments on it: `<span data-comment="ID">` names the one that words stand under. An `ins`
    or `del` whose `cite` names a person is a tracked change: the text is as if it were accepted, and a
    note tells it. `media` finds the stored name of a picture by its address; a picture that it does not know
    becomes a labelled link. Raises InputError where the input is far too long.
    """
    clean = sanitise(html)
    page = list(elements(clean.html))
    reader = BodyReader(outline(page), media, notes=usable((*notes, *clean.notes)))
    reader.read(page)
    body = tidied(body_of(reader.finished()))
    return MarkupReading(
        body=body,
        notes=reader.notes.notes(note_ids(body)),
        warnings=(*clean.warnings, *reader.warnings),
        dropped=(*clean.dropped, *(name for name in reader.dropped if name not in clean.dropped)),
        missing_images=tuple(reader.missing_images),
    )


def read_html_line(html: str) -> Line:
    """Return the words of `html` as one line; its blocks are parted by hard breaks."""
    page = list(elements(sanitise(html).html))
    reader = BodyReader(outline(page), lambda address: None, one_line=True)
    reader.read(page)
    return published_line(reader.finished_line())
