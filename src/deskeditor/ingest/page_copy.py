"""Page copy, the plain text of a published page with all its furniture, sorted line by line."""

from collections.abc import Sequence
from typing import Final

from deskeditor.ingest.page_copy_body import find_body
from deskeditor.ingest.page_copy_fields import PageSorter
from deskeditor.ingest.page_copy_lines import page_lines
from deskeditor.ingest.sorting import Sorting

FORMAT: Final = "page copy"


def sort_page_copy(text: str, *, known_tags: Sequence[str] = ()) -> Sorting:
    """Sort the lines of a pasted page; any text is taken, and no line of it is lost.

    `known_tags` are labels of the desk by which a line of tags is recognised.
    """
    lines = page_lines(text)
    sorter = PageSorter(lines, find_body(lines), known_tags)
    return Sorting(lines=sorter.sorted_lines(), format=FORMAT)
