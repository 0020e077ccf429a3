"""The sources of an open article: each act is one step of undo, and what claims stand on goes along."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from deskeditor.article.change import Change
from deskeditor.article.sources import Source, source_numbered
from deskeditor.article.sourcing import (
    Sources,
    source_at,
    source_from_file,
    source_from_line,
    source_kept_as,
    with_values,
    without_source,
)
from deskeditor.errors import DeskError
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file that is kept with the desk: the name it is kept under, and what it was called."""

    media: str
    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFiles:
    """The files that are kept, and of each other one a sentence that says why it is not."""

    kept: tuple[KeptFile, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What may be done with sources. An act that leaves nothing to do changes nothing and is no step."""

    workspace: Workspace

    def add_lines(self, open_article: OpenArticle, lines: Iterable[str]) -> tuple[int, ...]:
        """Add a source for each line that was typed or pasted, as one step.

        Returns their numbers; a line whose address is a source already gives that one's.
        """
        made: list[Source] = []
        for line in lines:
            read = source_from_line(line, 1, date_in=lambda words: _date_in(words, open_article.language))
            if read is not None:
                made.append(read)
        return self._add(open_article, made, lambda known, one: source_at(known, one.url))

    def for_link(self, open_article: OpenArticle, url: str) -> int | None:
        """The number of the source with the address of a link, added where there is none; None for no address."""
        return next(iter(self.add_lines(open_article, [url])), None)

    def take_over(self, open_article: OpenArticle, sources: Iterable[Source]) -> tuple[int, ...]:
        """Make another article's sources sources of this one, as one step; returns their numbers here."""
        return self._add(open_article, sources, _same_source)

    def keep_files(self, paths: Sequence[Path]) -> "Future[KeptFiles]":
        """Keep copies of files, off the window's thread; each that can't be is told, and the others are kept."""
        evidence = self.workspace.evidence

        def keep(_store: object) -> KeptFiles:
            kept: list[KeptFile] = []
            faults: list[str] = []
            for path in paths:
                try:
                    kept.append(KeptFile(media=evidence.adopt_file(path), file_name=path.name))
                except DeskError as fault:
                    faults.append(str(fault))
            return KeptFiles(kept=tuple(kept), faults=tuple(faults))

        return self.workspace.read(keep)

    def add_files(self, open_article: OpenArticle, files: Iterable[KeptFile]) -> tuple[int, ...]:
        """Add a source for each kept file, as one step; one that is a source already gives that one's number."""
        made = [source_from_file(file.media, file.file_name, 1) for file in files]
        return self._add(open_article, made, lambda known, one: source_kept_as(known, one.media))

    def change(self, open_article: OpenArticle, number: int, **values: Any) -> None:
        """Give a source other values, named as the fields of `Source`."""
        self._set(open_article, with_values(open_article.article.sources, number, **values))

    def remove(self, open_article: OpenArticle, number: int) -> None:
        """Take a source away, and from the claims that stand on it, as one step; its number is not given again."""
        article = open_article.article
        if source_numbered(article.sources, number) is None:
            return
        sources, claims = without_source(article.sources, article.claims, number)
        with open_article.one_step("removal of a source"):
            open_article.set_field(Change.CLAIMS, claims)
            self._set(open_article, sources)

    def copy_file(self, source: Source, folder: Path) -> Path:
        """Write a copy of a source's file into `folder`, under the name it had, and return its path.

        What is opened is a copy: no other program can change the file that is kept. Raises DeskError.
        """
        name = Path(source.file_name).stem if source.file_name else f"source {source.number}"
        safe = "".join("_" if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in name).strip(" .")
        target = folder / f"{safe or 'source'}{Path(source.media).suffix}"
        data = self.workspace.evidence.read(source.media)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not target.exists() or target.read_bytes() != data:
                target.unlink(missing_ok=True)
                target.write_bytes(data)
        except OSError as error:
            raise DeskError(f"The source’s file can’t be opened: {error.strerror or error}.") from error
        return target

    def _add(
        self,
        open_article: OpenArticle,
        made: Iterable[Source],
        known_as: Callable[[Sources, Source], Source | None],
    ) -> tuple[int, ...]:
        sources, numbers = open_article.article.sources, []
        for one in made:
            known = known_as(sources, one)
            if known is None:
                known = replace(one, number=open_article.next_source_number())
                sources = (*sources, known)
            numbers.append(known.number)
        self._set(open_article, sources)
        return tuple(numbers)

    def _set(self, open_article: OpenArticle, sources: Sources) -> None:
        open_article.set_field(Change.SOURCES, sources)


def source_of(open_article: OpenArticle, number: int) -> Source | None:
    """The source of that number, or None."""
    return source_numbered(open_article.article.sources, number)


def _same_source(known: Sources, one: Source) -> Source | None:
    """What a source of another article is here, by its address, its file, or all that is said of it."""
    return (
        source_at(known, one.url)
        or source_kept_as(known, one.media)
        or next((source for source in known if replace(source, number=one.number) == one), None)
    )


def _date_in(words: str, language: str) -> str:
    """The first date in words, as it stands there."""
    from deskeditor.factcheck.dates import dates_in

    spans = dates_in(words, language.partition("-")[0].casefold())
    return words[slice(*spans[0])] if spans else ""
