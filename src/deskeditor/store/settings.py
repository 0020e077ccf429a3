"""What the desk remembers of itself, as JSON under a key: window, last open article, person."""

import json
from typing import Any

from sqlalchemy.orm import Session

from deskeditor.store.models import SettingRow


def setting(session: Session, key: str, default: Any = None) -> Any:
    """Return the value kept under `key`, or `default`."""
    row = session.get(SettingRow, key)
    return default if row is None else json.loads(row.value)


def keep_setting(session: Session, key: str, value: Any) -> None:
    """Keep a value that JSON can hold under `key`."""
    session.merge(SettingRow(key=key, value=json.dumps(value)))
