"""The last resort for words that the store does not take: files beside it, or wherever there is room."""

import tempfile
from contextlib import suppress
from pathlib import Path

from deskeditor.desk.writing import write_files
from deskeditor.errors import DeskError
from deskeditor.workspace.workspace import Workspace


def write_unsaved(workspace: Workspace) -> Path | None:
    """Write each article with unsaved changes as Markdown, which can be imported again.

    Returns the folder that holds the files, or None where nothing is unsaved. Raises DeskError where no place
    takes them.
    """
    # Imported here: exporters come along, and a window is drawn without them.
    from deskeditor.export.formats import Format, render

    files: dict[str, bytes] = {}
    for number, article in enumerate(workspace.unsaved(), start=1):
        page = render(article, Format.MARKDOWN, workspace.profile, media=workspace.media)
        files |= {extra.path: extra.data for extra in page.files} | {f"{number}-{page.name}": page.data}
    if not files:
        return None
    name = f"unsaved-{workspace.now():%Y%m%dT%H%M%S}"
    for place in (workspace.home, Path.home()):
        with suppress(DeskError, OSError):
            write_files(place / name, files)
            return place / name
    write_files(Path(tempfile.gettempdir()) / name, files)
    return Path(tempfile.gettempdir()) / name
