"""The fact-check report: the copy annotated for print or for Word, or its claims as a table or as data."""

from enum import StrEnum

from deskeditor.errors import DeskError
from deskeditor.export.report_data import write_json, write_table
from deskeditor.export.report_view import report_view
from deskeditor.export.reported import Reported
from deskeditor.profile import Profile


class ReportFormat(StrEnum):
    """A format of reports; the value is the suffix of its files."""

    HTML = ".html"
    DOCX = ".docx"
    CSV = ".csv"
    JSON = ".json"


def report_format(suffix: str) -> ReportFormat:
    """Return the format of files with that suffix. Raises DeskError where there is none."""
    wanted = suffix.lower()
    if wanted == ".htm":
        return ReportFormat.HTML
    if wanted not in set(ReportFormat):
        raise DeskError(f"A report is no “{suffix or 'file without a suffix'}”: name it {', '.join(ReportFormat)}.")
    return ReportFormat(wanted)


def render_report(reported: Reported, fmt: ReportFormat, profile: Profile, *, shareable: bool = False) -> bytes:
    """Return the report in the format asked for. Pure: equal arguments give equal bytes.

    A shareable one holds no contacts, no notes of the desk, and nothing that tells who spoke off the record.
    Raises DeskError for a faulty template.
    """
    match fmt:
        case ReportFormat.HTML:
            # Imported here: the templates' engine is loaded where it is used.
            from deskeditor.export.report_page import write_page

            return write_page(report_view(reported, profile, shareable=shareable), profile)
        case ReportFormat.DOCX:
            from deskeditor.export.report_docx import write_docx

            return write_docx(report_view(reported, profile, shareable=shareable), reported.kept.at)
        case ReportFormat.CSV:
            return write_table(reported, shareable=shareable)
        case ReportFormat.JSON:
            return write_json(reported, shareable=shareable)
