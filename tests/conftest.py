"""What holds for every test: a place of its own for data, no display, warnings and stray logs fail."""

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Before anything imports Qt: a test run opens no window, wherever it is started.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no fault of the code: examples are counted, not timed.
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("ci", deadline=None, max_examples=100, suppress_health_check=_SLOW, print_blob=True)
settings.register_profile("quick", parent=settings.get_profile("ci"), max_examples=15)
settings.register_profile("thorough", parent=settings.get_profile("ci"), max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


PATIENCE: Final = 20_000
"""Milliseconds that a test waits for what should come at once: on a machine with other work it may not."""


class PatientBot(QtBot):
    """Waits `PATIENCE` where a test names no time."""

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **options: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, **options: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **options)

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: "QApplication", request: pytest.FixtureRequest) -> QtBot:
    """The robot of pytest-qt, with more patience."""
    return PatientBot(request)


def pytest_sessionfinish() -> None:
    """Leave nothing on the clipboard: the offscreen platform outlives Python, and crashes with what Python made."""
    qt = sys.modules.get("PySide6.QtGui")
    if qt is not None and qt.QGuiApplication.instance() is not None:
        qt.QGuiApplication.clipboard().clear()


class _Kept(logging.Handler):
    """Keeps the records of warning or worse that a test gives off."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_stray_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it says that it looks at the records itself."""
    kept = _Kept()
    root = logging.getLogger()
    root.addHandler(kept)
    yield
    root.removeHandler(kept)
    if kept.records and request.node.get_closest_marker("expects_logs") is None:
        told = "\n".join(f"{record.levelname} {record.name}: {record.getMessage()}" for record in kept.records)
        pytest.fail(f"stray log records:\n{told}", pytrace=False)


@pytest.fixture(autouse=True)
def desk_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of the person's own data, for each test anew."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("DESKEDITOR_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real material; the test is skipped where DESKEDITOR_SAMPLES is not set."""
    given = os.environ.get("DESKEDITOR_SAMPLES")
    if not given:
        pytest.skip("DESKEDITOR_SAMPLES is not set")
    folder = Path(given)
    if not folder.is_dir():
        pytest.skip(f"DESKEDITOR_SAMPLES names {folder}, which is no folder")
    return folder


@pytest.fixture(scope="session")
def samples_or_none() -> Path | None:
    """The folder of real material, or None: for a test that has a twin of it."""
    given = os.environ.get("DESKEDITOR_SAMPLES")
    return Path(given) if given else None


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What has to happen before pytest-qt makes the application, and the arguments it gets."""
    from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt

    QStandardPaths.setTestModeEnabled(True)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    return ["deskeditor"]
