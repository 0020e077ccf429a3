"""Writing files so that a reader finds the old one or the new one, never half of one."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from deskeditor.errors import DeskError


def write_files(folder: Path, files: Mapping[str, bytes]) -> dict[str, Path]:
    """Write files under `folder`, by their paths in it, and return where each lies: all of them, or none.

    Each is written whole under another name and then renamed. Folders are made. Raises DeskError.
    """
    folder = folder.expanduser().absolute()
    made: list[Path] = []
    written: dict[Path, Path] = {}
    done: list[str] = []
    try:
        for name, data in files.items():
            target = folder / name
            _make_folder(target.parent, made)
            if target.is_dir():
                raise DeskError(f"{target} is a folder: move it away, or choose another place.")
            partial = target.with_name(f".{uuid4().hex}.partial")
            written[partial] = target
            _write(partial, data)
        for partial, target in written.items():
            os.replace(partial, target)
            done.append(target.name)
    except OSError as error:
        _tidy(made, list(written))
        said = f"Only {', '.join(done)} could be written" if done else "Nothing was written"
        raise DeskError(f"{said}: {folder} can't take it ({error.strerror or error}). Choose another place.") from error
    except BaseException:
        _tidy(made, list(written))
        raise
    return {name: folder / name for name in files}


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing: list[Path] = []
    there = folder
    while not there.exists():
        missing.append(there)
        there = there.parent
    if not there.is_dir():
        raise DeskError(f"{there} is a file: choose a folder to write to.")
    for path in reversed(missing):
        path.mkdir()
        made.append(path)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _tidy(folders: list[Path], partials: list[Path]) -> None:
    for partial in partials:
        partial.unlink(missing_ok=True)
    for folder in reversed(folders):
        # A folder that somebody else wrote to meanwhile is theirs too.
        with suppress(OSError):
            folder.rmdir()
