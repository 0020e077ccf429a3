"""What a benchmark hands back, and how its figures are told: a table for people, JSON for programs."""

import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

RESULTS: Final = Path(__file__).parent / "results"
_COLUMNS: Final = ("what", "value", "unit", "beside", "its value", "ratio", "n")


class CannotMeasureError(Exception):
    """A subject lacks what it measures on: the samples, a display. The text says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One figure, beside a reference that was run in the same process or the same minute.

    `unit` names what `value` and `reference_value` count, `n` how many runs or cases stand behind them.
    """

    name: str
    value: float
    unit: str
    reference: str = ""
    reference_value: float | None = None
    n: int = 1

    @property
    def ratio(self) -> float | None:
        """The value as a multiple of the reference, or None where there is none."""
        return self.value / self.reference_value if self.reference_value else None

    def record(self) -> dict[str, Any]:
        """The figure as a JSON object."""
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "reference": self.reference,
            "reference_value": self.reference_value,
            "ratio": self.ratio,
            "n": self.n,
        }


def samples(*below: str) -> Path:
    """The folder of real material, or a folder below it.

    Raises CannotMeasureError where DESKEDITOR_SAMPLES is unset or the folder is missing.
    """
    given = os.environ.get("DESKEDITOR_SAMPLES")
    if not given:
        raise CannotMeasureError("needs real material: set DESKEDITOR_SAMPLES to the folder that holds it")
    folder = Path(given, *below)
    if not folder.is_dir():
        raise CannotMeasureError(f"needs {folder}, which is not there")
    return folder


def seconds(act: Callable[[], object], *, repeats: int = 5) -> float:
    """The median time of `repeats` runs of `act`, in seconds."""
    return statistics.median(_timed(act, repeats))


def _timed(act: Callable[[], object], repeats: int) -> Iterator[float]:
    for _ in range(repeats):
        start = time.perf_counter()
        act()
        yield time.perf_counter() - start


def machine() -> str:
    """This machine in a line: processor, cores, memory, system, Python."""
    cores = os.cpu_count() or 1
    return (
        f"{_processor()}, {cores} core{'s' * (cores > 1)}{_memory()}, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def table(subject: str, measurements: Sequence[Measurement]) -> str:
    """The figures of one subject as text, the machine named above them."""
    rows = [_COLUMNS, *(_cells(measurement) for measurement in measurements)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    lines = [_aligned(row, widths) for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join([f"{subject} - {machine()}", *lines])


def keep(subject: str, measurements: Sequence[Measurement], folder: Path = RESULTS) -> Path:
    """Write the figures to `folder`/`subject`.json and return that path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{subject}.json"
    records = [measurement.record() for measurement in measurements]
    path.write_text(json.dumps(records, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _cells(measurement: Measurement) -> tuple[str, ...]:
    return (
        measurement.name,
        _number(measurement.value),
        measurement.unit,
        measurement.reference,
        _number(measurement.reference_value),
        _number(measurement.ratio),
        str(measurement.n),
    )


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    is_number = (False, True, False, False, True, True, True)
    cells = zip(row, widths, is_number, strict=True)
    return "  ".join(text.rjust(width) if number else text.ljust(width) for text, width, number in cells).rstrip()


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in told.splitlines() if line.startswith("model name"))
    return next(names, platform.machine())


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return ""
    return f", {size / 2**30:.0f} GB"
