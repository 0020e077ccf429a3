"""Documents measure their words by an application's fonts."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Without an application no font has a size."""
    return qapp
