"""A fact-check report for programs: a table of its claims, and all of it as JSON."""

import csv
import io
import json
from typing import Final

from deskeditor.article.claim_progress import checked, tally
from deskeditor.article.claims import LogEntry
from deskeditor.export.claim_data import Data, claim_data, source_data
from deskeditor.export.report_sharing import for_sharing
from deskeditor.export.reported import Kept, Reported, words_changed

_COLUMNS: Final = (
    "number",
    "kind",
    "words",
    "progress",
    "verdict",
    "by",
    "at",
    "sources",
    "question",
    "suggested",
    "to",
    "stet",
    "answers",
    "field",
    "leaf",
    "start",
    "end",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_json(reported: Reported, *, shareable: bool) -> bytes:
    """Return all of the report as JSON in UTF-8; a shareable one holds nothing that is the desk's own business."""
    article = for_sharing(reported.article) if shareable else reported.article
    signed = reported.signed_off
    counts = tally(checked(article))
    data: Data = {
        "article": {"id": str(article.id), "headline": article.headline.text, "language": article.language},
        "shareable": shareable,
        "revision": _kept(reported.kept),
        "signed_off": None
        if signed is None
        else {**_kept(signed.kept), "words_changed_since": words_changed(reported)},
        "check_level": reported.level.value,
        "progress": {
            "total": counts.total,
            "settled": counts.settled,
            "out": counts.out,
            "recheck": counts.recheck,
        },
        "claims": claim_data(article),
        "sources": [source_data(source) for source in article.sources],
    }
    if not shareable:
        data["desk_note"] = article.desk_note
        data["log"] = [_entry(entry) for entry in article.claim_log]
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode(errors="replace")


def write_table(reported: Reported, *, shareable: bool) -> bytes:
    """Return the claims as CSV, a row each in copy order, in UTF-8 with the mark that spreadsheets look for."""
    article = for_sharing(reported.article) if shareable else reported.article
    columns = [column for column in _COLUMNS if column != "answers" or not shareable]
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for claim in claim_data(article):
        writer.writerow({column: _cell(value) for column, value in _row(claim).items()})
    return file.getvalue().encode("utf-8-sig", errors="replace")


def _row(claim: Data) -> Data:
    query, stet, place = claim["query"] or {}, claim["stet"], claim["place"] or {}
    return {
        **claim,
        "sources": "; ".join(
            ", ".join(filter(None, (str(one["number"]), one["locator"], "against" if one["contradicts"] else "")))
            for one in claim["sources"]
        ),
        "question": query.get("question", ""),
        "suggested": query.get("wording", ""),
        "to": query.get("to", ""),
        "stet": "" if stet is None else f"{stet['by']}: {stet['why']}",
        "answers": "\n".join(f"{answer['author']}: {answer['text']}" for answer in claim["answers"]),
        **{key: place.get(key, "") for key in ("field", "leaf", "start", "end")},
    }


def _cell(value: object) -> object:
    """The value as a spreadsheet may have it: none of these words is a formula."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return "" if value is None else value


def _kept(kept: Kept) -> Data:
    return {"id": str(kept.id), "at": kept.at.isoformat(), "by": kept.by}


def _entry(entry: LogEntry) -> Data:
    return {"claim": entry.claim, "at": entry.at.isoformat(), "by": entry.by, "text": entry.text}
