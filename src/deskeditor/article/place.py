"""Where something stands in an article: the one address of findings, claims, search hits and carets."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Field(StrEnum):
    """The parts of an article that a place can lie in."""

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
    DESK_NOTE = "desk_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A field (with the bullet's id in the summary), a leaf of the body and a range of code points.

    `start` and `end` count in `leaf_text` of the leaf, or in the line of any other field.
    """

    field: Field
    bullet: UUID | None = None
    leaf: int = 0
    start: int = 0
    end: int = 0
