"""What a check reports."""

from dataclasses import dataclass
from enum import StrEnum

from deskeditor.article.place import Place


class Severity(StrEnum):
    """How much a finding matters; a blocking one stops an export."""

    BLOCKING = "blocking"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A severity, a code that never changes, plain words and the place they speak of."""

    severity: Severity
    code: str
    text: str
    place: Place
