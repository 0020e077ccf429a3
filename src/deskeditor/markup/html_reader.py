"""HTML of any origin into a body or a line: the one reader that all that comes in goes through."""

from deskeditor.article.body import body_of
from deskeditor.article.line import Line
from deskeditor.article.published import published, published_line
from deskeditor.markup.body_reader import BodyReader
from deskeditor.markup.elements import elements, outline
from deskeditor.markup.reading import MarkupReading, MediaFinder, stored_media
from deskeditor.markup.sanitise import sanitise


def read_html(html: str, *, media: MediaFinder = stored_media) -> MarkupReading:
    """Return the body that `html` holds, in the form in which it would be published.

    `media` finds the stored name of a picture by its address; a picture that it does not know
    becomes a labelled link. Raises InputError where the input is far too long.
    """
    clean = sanitise(html)
    page = list(elements(clean.html))
    reader = BodyReader(outline(page), media)
    reader.read(page)
    return MarkupReading(
        body=published(body_of(reader.finished())),
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
