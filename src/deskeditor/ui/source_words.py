"""What is said of sources: kinds, terms and counts, in an editor's words."""

from types import MappingProxyType
from typing import Final

from deskeditor.article.sources import Source, SourceKind, Terms

KIND_LABELS: Final = MappingProxyType(
    {
        SourceKind.PAGE: "Page",
        SourceKind.DOCUMENT: "Document",
        SourceKind.CALL: "Call",
        SourceKind.INTERVIEW: "Interview",
        SourceKind.MESSAGE: "Message",
        SourceKind.RECORDING: "Recording",
        SourceKind.EVENT: "Event",
        SourceKind.OTHER: "Other",
    }
)
TERMS_LABELS: Final = MappingProxyType(
    {
        Terms.ON_RECORD: "On the record",
        Terms.BACKGROUND: "Background",
        Terms.OFF_RECORD: "Off the record",
    }
)
OFF_RECORD: Final = "OFF RECORD"
OFF_RECORD_ADVICE: Final = (
    "Who this is never leaves the desk: pages, reports and hand-offs say “Off the record”, and no more."
)


def source_facts(source: Source, supports: int, contradicts: int) -> str:
    """Return what is known of a source in a row: what it is, when, who, and how many claims stand on it."""
    facts = (
        KIND_LABELS[source.kind] if source.kind is not SourceKind.OTHER else "",
        source.date,
        source.person,
        TERMS_LABELS[source.terms].lower() if source.terms is Terms.BACKGROUND else "",
        {True: "primary", False: "secondary", None: ""}[source.primary],
        stood_on(supports, contradicts),
    )
    return " · ".join(filter(None, facts))


def stood_on(supports: int, contradicts: int) -> str:
    """Return how many claims a source bears out, and how many it speaks against."""
    told = [f"{supports}\u00a0claim{'' if supports == 1 else 's'}"] if supports or not contradicts else []
    return ", ".join((*told, f"against\u00a0{contradicts}") if contradicts else told)
