"""From the start of the program to its first painted window, beside a bare PySide6 text window.

Both run in processes of their own, turn about, under the platform that QT_QPA_PLATFORM names (offscreen where it names
none). The clock runs from before the process starts until its word that the window was painted arrives.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.measure import CannotMeasureError, Measurement

ROUNDS: Final = 9
_PAINTED: Final = "painted"

_BARE_WINDOW: Final = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

def painted():
    print("{_PAINTED}", flush=True)
    app.quit()

app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QPlainTextEdit())
window.resize(1280, 800)
window.show()
app.exec()
"""

_DESK: Final = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from deskeditor.app import run
from deskeditor.article.article import Person

def painted():
    print("{_PAINTED}", flush=True)
    QTimer.singleShot(0, QApplication.closeAllWindows)

run(person=Person(name="Ada Newton", initials="AN"), on_first_paint=painted)
"""


def run() -> Sequence[Measurement]:
    """Start both windows several times; the first start of each, which fills the disk's cache, is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "DESKEDITOR_HOME": str(Path(folder, "desk"))}
        bare, desk = [], []
        for _ in range(ROUNDS + 1):
            bare.append(_milliseconds_to_paint(_BARE_WINDOW, environment))
            desk.append(_milliseconds_to_paint(_DESK, environment))
    return [
        Measurement(
            name="start to first painted window",
            value=statistics.median(desk[1:]),
            unit="ms",
            reference="bare PySide6 text window",
            reference_value=statistics.median(bare[1:]),
            n=ROUNDS,
        )
    ]


def _milliseconds_to_paint(program: str, environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        took = (time.perf_counter() - start) * 1000
        if line.strip() != _PAINTED:
            process.kill()
            raise CannotMeasureError(f"the window was not painted: {process.stderr.read().strip()[-500:]}")
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            raise CannotMeasureError("the window did not close within 30 seconds") from None
    return took
