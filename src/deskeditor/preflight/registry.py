"""All checks in one table, and the function that runs them."""

from datetime import datetime
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.finding import Finding, Severity
from deskeditor.media import MediaReader
from deskeditor.preflight.check import Check, Circumstances
from deskeditor.preflight.field_checks import FIELD_CHECKS
from deskeditor.preflight.picture_and_link_checks import PICTURE_AND_LINK_CHECKS
from deskeditor.preflight.release_checks import RELEASE_CHECKS
from deskeditor.preflight.text_checks import TEXT_CHECKS
from deskeditor.profile import Profile

CHECKS: Final[tuple[Check, ...]] = (*RELEASE_CHECKS, *FIELD_CHECKS, *TEXT_CHECKS, *PICTURE_AND_LINK_CHECKS)


def preflight(
    article: Article, profile: Profile, *, now: datetime, media: MediaReader | None = None
) -> tuple[Finding, ...]:
    """Return what would go wrong if the article went out at the aware instant `now`, in the order of the checks.

    Each is as severe as its check has it; what the profile sets is applied to all findings together.
    Without `media` pictures are not looked up.
    """
    seen = Circumstances(article=article, profile=profile, now=now, media=media)
    return tuple(
        Finding(severity=check.severity, code=check.code, text=remark.text, place=remark.place)
        for check in CHECKS
        for remark in check.find(seen)
    )


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that stop an export."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCKING)
