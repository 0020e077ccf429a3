"""All checks in one table, and the function that runs them."""

from datetime import datetime
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.finding import Finding, Severity
from deskeditor.errors import DeskError
from deskeditor.media import MediaReader
from deskeditor.preflight.check import Check, Circumstances
from deskeditor.preflight.field_checks import FIELD_CHECKS
from deskeditor.preflight.picture_and_link_checks import PICTURE_AND_LINK_CHECKS
from deskeditor.preflight.release_checks import RELEASE_CHECKS
from deskeditor.preflight.text_checks import TEXT_CHECKS
from deskeditor.profile import Profile

CHECKS: Final[tuple[Check, ...]] = (*RELEASE_CHECKS, *FIELD_CHECKS, *TEXT_CHECKS, *PICTURE_AND_LINK_CHECKS)
_ORDER: Final = (Severity.BLOCKING, Severity.WARNING, Severity.ADVICE)


def preflight(
    article: Article, profile: Profile, *, now: datetime, media: MediaReader | None = None
) -> tuple[Finding, ...]:
    """Return what would go wrong if the article went out at the aware instant `now`, the worst first.

    The profile sets how severe each check is, or switches it off. Without `media` pictures are not
    looked up. Raises DeskError where the profile names a check that does not exist.
    """
    unknown = sorted(set(profile.checks) - {check.code for check in CHECKS})
    if unknown:
        known = ", ".join(sorted(check.code for check in CHECKS))
        raise DeskError(f"The profile sets a check “{unknown[0]}” that does not exist. The checks are: {known}.")
    seen = Circumstances(article=article, profile=profile, now=now, media=media)
    findings = [
        Finding(severity=severity, code=check.code, text=remark.text, place=remark.place)
        for check in CHECKS
        if (severity := profile.checks.get(check.code, check.severity)) is not None
        for remark in check.find(seen)
    ]
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that stop an export."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCKING)
