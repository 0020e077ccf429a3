"""How long a key press, a pause, the opening and the preview of a long article take in the real window.

The window runs in a process of its own, list, panels and preview open, spelling on, claims on the words, autosave at
work. Beside it, in the same process and turn about, a bare QTextEdit with the same words.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.measure import CannotMeasureError, Measurement

_BARE: Final = "bare QTextEdit, the same words"
_LONG: Final = 10_000
_BOOK: Final = 100_000
_SECONDS: Final = 60
_PATIENCE: Final = 600


def run() -> Sequence[Measurement]:
    """Type into an article of 10,000 words with 500 claims, and into one of 100,000."""
    long, book = _typed(_LONG, seconds=_SECONDS), _typed(_BOOK, seconds=0)
    keys = long["keys"]
    return [
        _beside("key press, median, 10,000 words", long, "key_median", keys),
        _beside("key press, 99th percentile, 10,000 words", long, "key_p99", keys),
        _beside("key press, median, 100,000 words", book, "key_median", book["keys"]),
        _beside("key press, 99th percentile, 100,000 words", book, "key_p99", book["keys"]),
        Measurement(
            name=f"longest pause in {_SECONDS} s of typing", value=long["longest"], unit="ms", n=long["slices"]
        ),
        Measurement(name="pauses over 50 ms", value=long["over"], unit="pauses", n=long["slices"]),
        _beside("opening an article of 10,000 words", long, "opening", long["openings"]),
        Measurement(
            name="worst key in the find field, 100,000 words", value=book["find_key"], unit="ms", n=book["finds"]
        ),
        _beside("hits of the first letter counted, 100,000 words", book, "find_count", book["finds"]),
        Measurement(name="page shown after the last key", value=long["shown_after_key"], unit="ms", n=long["shows"]),
        Measurement(name="page shown after the pause", value=long["shown_after_pause"], unit="ms", n=long["shows"]),
        Measurement(name="loads of the page while typing", value=long["loads"], unit="loads", n=long["shows"]),
        Measurement(name="windows that checked spelling", value=long["spelling"] + book["spelling"], unit="of 2"),
        Measurement(name="load average", value=os.getloadavg()[0], unit="processes"),
    ]


def _beside(name: str, figures: dict[str, Any], key: str, n: int) -> Measurement:
    return Measurement(
        name=name, value=figures[key], unit="ms", reference=_BARE, reference_value=figures[f"bare_{key}"], n=n
    )


def _typed(words: int, *, seconds: int) -> dict[str, Any]:
    """The figures of one window, by name, times in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "DESKEDITOR_HOME": str(Path(folder, "desk"))}
        command = [sys.executable, "-m", "benchmarks._typing_window", str(words), str(seconds)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    told = done.stdout.strip().splitlines()
    if done.returncode or not told:
        raise CannotMeasureError(f"the window could not be typed into: {done.stderr.strip()[-800:]}")
    figures: dict[str, Any] = json.loads(told[-1])
    return figures
