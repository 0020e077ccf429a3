"""All that is said of a piece before it goes out: of its fields and words, its facts and contradictions."""

from datetime import datetime
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.finding import Finding
from deskeditor.factcheck.consistency import CONSISTENCY, consistency
from deskeditor.factcheck.gate import GATE, gate
from deskeditor.factcheck.levels import level_of
from deskeditor.media import MediaReader
from deskeditor.preflight import CHECKS, blocking, preflight
from deskeditor.profile import Profile
from deskeditor.profile.severities import as_set

__all__ = ["CODES", "blocking", "findings"]

CODES: Final = (*(check.code for check in CHECKS), *GATE, *CONSISTENCY)
"""The code of every check that the profile may set."""


def findings(
    article: Article, profile: Profile, *, now: datetime, media: MediaReader | None = None
) -> tuple[Finding, ...]:
    """Return what would go wrong if the article went out at the aware instant `now`, the worst first.

    The profile sets how severe each finding is, or switches it off. Without `media` pictures are not looked
    up. Raises DeskError where the profile names a check that does not exist.
    """
    level = level_of(article, profile)
    said = (*preflight(article, profile, now=now, media=media), *gate(article, level, now), *consistency(article))
    return as_set(said, profile, CODES)
