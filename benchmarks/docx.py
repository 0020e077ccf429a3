"""Word files of other makers: words kept, structure as expected, comments and changes told, beside mammoth."""

from collections import Counter
from importlib import import_module
from io import BytesIO
from types import ModuleType

from benchmarks._docx_cases import (
    Case,
    Shape,
    all_cases,
    article_words,
    differing,
    file_words,
    html_words,
    imported,
    our_notes,
    shape,
    twin_notes,
    twin_shape,
    twin_words,
)
from benchmarks.measure import CannotMeasureError, Measurement, seconds
from deskeditor.markup.html_reader import read_html

_STORED = "a" * 64 + ".png"


def run() -> list[Measurement]:
    """Compare each file with its own words and its twin, and time the reading."""
    cases = all_cases()
    if not cases:
        raise CannotMeasureError("finds no Word file")
    twins = [case for case in cases if case.twin]
    peer = _mammoth()
    beside = "mammoth" if peer else ""
    theirs = {case.name: _html(peer, case) for case in cases} if peer else {}
    took = seconds(lambda: [imported(case) for case in cases], repeats=3)
    told, expected = _notes(twins)
    return [
        Measurement(
            name="files that keep every word",
            value=sum(not file_words(case.data) - article_words(imported(case).article) for case in cases),
            unit="files",
            reference=beside,
            reference_value=_kept(cases, theirs),
            n=len(cases),
        ),
        Measurement(
            name="words lost of the expected trees",
            value=sum(_count(twin_words(case) - article_words(imported(case).article)) for case in twins),
            unit="words",
            reference=beside,
            reference_value=float(sum(_count(twin_words(case) - html_words(theirs[case.name])) for case in twins))
            if theirs
            else None,
            n=len(twins),
        ),
        *_structure(twins, theirs, beside),
        Measurement(name="comments and changes told", value=told, unit="notes", reference=beside, n=expected),
        Measurement(
            name="reading a file",
            value=1000 * took / len(cases),
            unit="ms",
            reference=beside,
            reference_value=_time(peer, cases) if peer else None,
            n=len(cases),
        ),
    ]


def _kept(cases: tuple[Case, ...], theirs: dict[str, str]) -> float | None:
    if not theirs:
        return None
    return float(sum(not file_words(case.data) - html_words(theirs[case.name]) for case in cases))


def _structure(twins: list[Case], theirs: dict[str, str], beside: str) -> list[Measurement]:
    """How many files are as expected in each part of their structure, and in all of them."""
    ours: Counter[str] = Counter()
    others: Counter[str] = Counter()
    parts = tuple(Shape.__dataclass_fields__)
    for case in twins:
        article = imported(case).article
        twin = twin_shape(case, article.headline.text)
        _add(ours, differing(shape(article.body), twin))
        if theirs:
            body = read_html(theirs[case.name], media=lambda _: _STORED).body
            # Their first heading is none of their headline: they have no such thing.
            _add(others, differing(shape(body), twin_shape(case, "")))
    return [
        Measurement(
            name=f"files with the {part.replace('_', ' ')} expected" if part != "all" else "files alike in all",
            value=len(twins) - ours[part],
            unit="files",
            reference=beside,
            reference_value=float(len(twins) - others[part]) if theirs else None,
            n=len(twins),
        )
        for part in (*parts, "all")
    ]


def _add(counts: "Counter[str]", differences: tuple[str, ...]) -> None:
    counts.update(differences)
    counts["all"] += bool(differences)


def _notes(twins: list[Case]) -> tuple[int, int]:
    """How many of the expected notes are told with author, day and words, and how many there are."""
    told = expected = 0
    for case in twins:
        wanted = Counter(twin_notes(case))
        told += sum((wanted & Counter(our_notes(imported(case).article))).values())
        expected += sum(wanted.values())
    return told, expected


def _mammoth() -> ModuleType | None:
    try:
        return import_module("mammoth")
    except ImportError:
        return None


def _html(peer: ModuleType, case: Case) -> str:
    try:
        return str(peer.convert_to_html(BytesIO(case.data)).value)
    except Exception as fault:
        # Another program's fault is a figure here: it keeps no word of the file.
        print(f"  mammoth fails on {case.name}: {fault!r}")
        return ""


def _time(peer: ModuleType, cases: tuple[Case, ...]) -> float:
    return 1000 * seconds(lambda: [_html(peer, case) for case in cases], repeats=3) / len(cases)


def _count(found: "Counter[str]") -> int:
    return sum(found.values())
