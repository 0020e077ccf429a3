"""Plain text that was pasted, a page with all its furniture or a reporter's own copy, sorted line by line."""

from collections.abc import Sequence
from typing import Final

from deskeditor.ingest.page_copy_body import find_body
from deskeditor.ingest.page_copy_clean import sort_clean_copy
from deskeditor.ingest.page_copy_evidence import is_page
from deskeditor.ingest.page_copy_facts import line_facts
from deskeditor.ingest.page_copy_fields import PageSorter
from deskeditor.ingest.page_copy_lines import page_lines
from deskeditor.ingest.sorting import Sorting

FORMAT: Final = "page copy"


def sort_page_copy(text: str, *, known_tags: Sequence[str] = (), weights: Sequence[float] | None = None) -> Sorting:
    """Sort the lines of a pasted text; any text is taken, and no line of it is lost.

    Only a text with much of a page's furniture has lines dropped for what stands around them.
    `known_tags` are labels of the desk by which a line of tags is recognised; `weights` as `find_body` takes them.
    """
    lines = page_lines(text)
    facts = line_facts(lines)
    if is_page(facts):
        sorted_lines = PageSorter(lines, find_body(lines, weights), known_tags).sorted_lines()
    else:
        sorted_lines = sort_clean_copy(lines, facts, known_tags)
    return Sorting(lines=sorted_lines, format=FORMAT)
