"""What a person drops or pastes as sources: files, addresses, lines of text."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSources:
    """Files to keep, and lines to read as sources."""

    paths: tuple[Path, ...] = ()
    lines: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paths or self.lines)


def given_in(data: QMimeData) -> GivenSources:
    """Return what there is in a drop or on the clipboard: the files and addresses named, else its lines of text."""
    urls = data.urls() if data.hasUrls() else []
    if urls:
        return GivenSources(
            paths=tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile()),
            lines=tuple(url.toString() for url in urls if url.scheme() in ("http", "https")),
        )
    return GivenSources(lines=tuple(line.strip() for line in data.text().splitlines() if line.strip()))
