"""Alembic, driven from the program: the scripts lie in the package and there is no ini file."""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

SCRIPTS: Final = Path(__file__).parent / "migrations"


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration; the scripts run on `connection`, inside its transaction."""
    config = Config()
    # Alembic's options know percent interpolation.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def run_upgrade(connection: Connection, revision: str) -> None:
    """Bring the schema up to `revision`."""
    command.upgrade(configuration(connection), revision)


def run_downgrade(connection: Connection, revision: str) -> None:
    """Take the schema down to `revision`; `base` is the empty database."""
    command.downgrade(configuration(connection), revision)
