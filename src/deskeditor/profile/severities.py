"""How severe the publication takes each finding: the one place where its profile's `[checks]` are read."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from deskeditor.article.finding import Finding, Severity
from deskeditor.errors import DeskError
from deskeditor.profile.profile import Profile

_ORDER: Final = (Severity.BLOCKING, Severity.WARNING, Severity.ADVICE)


def as_set(findings: Iterable[Finding], profile: Profile, codes: Iterable[str]) -> tuple[Finding, ...]:
    """Return findings as severe as the profile sets them, those it switched off left out, the worst first.

    `codes` are all that any check has. Raises DeskError where the profile names one that does not exist.
    """
    known = set(codes)
    unknown = sorted(set(profile.checks) - known)
    if unknown:
        raise DeskError(
            f"The profile sets a check “{unknown[0]}” that does not exist. The checks are: {', '.join(sorted(known))}."
        )
    kept = [
        replace(finding, severity=severity)
        for finding in findings
        if (severity := profile.checks.get(finding.code, finding.severity)) is not None
    ]
    return tuple(sorted(kept, key=lambda finding: _ORDER.index(finding.severity)))
