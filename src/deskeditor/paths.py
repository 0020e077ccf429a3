"""Where things lie on this machine and inside a store's folder."""

import os
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

HOME_VARIABLE: Final = "DESKEDITOR_HOME"
DATABASE_NAME: Final = "desk.db"


def data_folder() -> Path:
    """The user's data folder, which is the default store; the variable DESKEDITOR_HOME moves it."""
    moved = os.environ.get(HOME_VARIABLE)
    return Path(moved).expanduser() if moved else user_data_path("deskeditor", appauthor=False)


def media_folder(store: Path) -> Path:
    """The folder of a store's pictures."""
    return store / "media"


def evidence_folder(store: Path) -> Path:
    """The folder of the files that sources of articles are kept in; nothing of it is ever exported."""
    return store / "evidence"


def profile_folder(store: Path) -> Path:
    """The folder of a store's own publication profile."""
    return store / "profile"


def backup_folder(store: Path) -> Path:
    """The folder of a store's safe copies."""
    return store / "backups"
