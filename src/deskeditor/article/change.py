"""Which part of an article changed: what signals carry and undo steps name."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Change(StrEnum):
    """One member for each field of `Article` that a person can change; the value is the field's name."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUMMARY = "summary"
    BODY = "body"
    TAGS = "tags"
    BYLINE = "byline"
    CREDIT = "credit"
    SECTION = "section"
    DATELINE = "dateline"
    SLUGLINE = "slugline"
    LANGUAGE = "language"
    ACCESS = "access"
    RELATED = "related"
    LEAD_IMAGE = "lead_image"
    SEARCH_HEADLINE = "search_headline"
    SOCIAL_HEADLINE = "social_headline"
    DESCRIPTION = "description"
    URL_SLUG = "url_slug"
    EMBARGO = "embargo"
    HOLD = "hold"
    LEGAL_READ = "legal_read"
    EDITORS_NOTE = "editors_note"
    USAGE_TERMS = "usage_terms"
    ASSIGNEE = "assignee"
    DUE = "due"
    TARGET_WORDS = "target_words"
    DESK_NOTE = "desk_note"
    NOTES = "notes"
    CLAIMS = "claims"
    SOURCES = "sources"
    CHECK_LEVEL = "check_level"
    STAGE = "stage"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEdit:
    """One field before and after: the undoable step of everything that is not typing."""

    change: Change
    before: Any
    after: Any
