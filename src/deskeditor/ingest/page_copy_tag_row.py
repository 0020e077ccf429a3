"""A row of tags without a label: names that the piece speaks of, one after another."""

import re
from collections.abc import Sequence

from deskeditor.ingest.byline import is_office
from deskeditor.ingest.page_copy_facts import LineFacts
from deskeditor.ingest.page_copy_headings import TERMINAL
from deskeditor.ingest.page_copy_lines import PageLine
from deskeditor.ingest.page_copy_vocabulary import AGENCY
from deskeditor.ingest.tag_line import split_tags


def is_row_of_names(line: PageLine, fact: LineFacts, known_tags: Sequence[str], running_text: str) -> bool:
    """Whether all of the line is made of known tags and of names that stand in the headline or the body."""
    if line.sign or fact.kind or fact.dated or fact.byline or not 2 <= line.size <= 12 or TERMINAL.search(line.text):
        return False
    if is_office(line.text) or AGENCY.search(line.text) or re.search(r"[@()\d]", line.text):
        return False
    chips = split_tags(line.text, known_tags=known_tags, running_text=running_text)
    known = {tag.casefold() for tag in known_tags}
    return len(chips) >= 2 and all(
        chip.sure and len(chip.label.split()) <= 4 and (chip.label.casefold() in known or chip.label in running_text)
        for chip in chips
    )
