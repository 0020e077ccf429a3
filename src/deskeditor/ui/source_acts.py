"""Acts on the sources of the open article: added, changed, removed, and opened where a person asks."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from deskeditor.article.change import Change
from deskeditor.article.claims import Claim
from deskeditor.article.sources import Source
from deskeditor.errors import DeskError
from deskeditor.media.evidence_kinds import opens_safely
from deskeditor.ui.given_sources import GivenSources
from deskeditor.ui.panels.sources_panel import SourcesPanel
from deskeditor.workspace.notices import Notice, Offer
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.sourcing import KeptFiles, Sourcing, source_of
from deskeditor.workspace.workspace import Workspace


class SourceActs(QObject):
    """Keeps the sources panel at the open article."""

    def __init__(
        self,
        workspace: Workspace,
        panel: SourcesPanel,
        *,
        show_count: Callable[[int], None],
        window: QWidget,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._sourcing = Sourcing(workspace)
        self._panel = panel
        self._show_count = show_count
        self.open_url = open_url
        """Hands an address to the system's browser, a file to the program for its kind."""
        self._copies: QTemporaryDir | None = None
        self._shown: OpenArticle | None = None
        workspace.opened.connect(self._follow_article)
        panel.given.connect(self._add)
        panel.edited.connect(self._change)
        panel.removal_asked.connect(self._remove)
        panel.page_asked.connect(lambda number: self._act(number, lambda source: self._open_page(source.url)))
        panel.archived_asked.connect(
            lambda number: self._act(number, lambda source: self._open_page(source.archived_url))
        )
        panel.file_asked.connect(lambda number: self._act(number, self._open_file))

    # What is shown

    def _follow_article(self, open_article: OpenArticle | None) -> None:
        if self._shown is not None and isValid(self._shown):
            self._panel.commit()
            self._shown.changed.disconnect(self._note_change)
        self._shown = open_article
        if open_article is not None:
            open_article.changed.connect(self._note_change)
        self._show()

    def _note_change(self, change: Change) -> None:
        if change in (Change.SOURCES, Change.CLAIMS):
            self._show()

    def _show(self) -> None:
        article = self._shown.article if self._shown is not None else None
        sources = article.sources if article is not None else ()
        self._panel.show_sources(sources, _counts(article.claims) if article is not None else {})
        self._show_count(len(sources))

    # What a person wants

    def _add(self, given: GivenSources) -> None:
        """Add what was typed, pasted or dropped to the article that was at hand then."""
        open_article = self._shown
        if open_article is None:
            return
        if given.lines:
            before = open_article.article.last_source
            self._tell_added(open_article, self._sourcing.add_lines(open_article, given.lines), before)
        if given.paths:
            self._workspace.jobs.follow(
                self._sourcing.keep_files([Path(path) for path in given.paths]),
                lambda files: self._add_files(open_article, files),
            )

    def _add_files(self, open_article: OpenArticle, files: KeptFiles) -> None:
        if isValid(open_article):
            before = open_article.article.last_source
            self._tell_added(open_article, self._sourcing.add_files(open_article, files.kept), before)
        if files.faults:
            self._workspace.tell(" ".join(files.faults))

    def _tell_added(self, open_article: OpenArticle, numbers: tuple[int, ...], before: int) -> None:
        known = [number for number in numbers if number <= before]
        if known and open_article is self._shown:
            self._workspace.tell(f"That is source {known[0]} already.")

    def _change(self, number: int, name: str, value: object) -> None:
        if self._shown is not None:
            self._sourcing.change(self._shown, number, **{name: value})

    def _remove(self, number: int) -> None:
        shown = self._shown
        if shown is None:
            return
        supports, contradicts = _counts(shown.article.claims).get(number, (0, 0))
        claims = supports + contradicts
        self._sourcing.remove(shown, number)
        lost = f" {claims} claim{' no longer stands' if claims == 1 else 's no longer stand'} on it." if claims else ""
        self._workspace.tell(f"Source {number} was removed.{lost}", undo=shown.undo)

    # Opening

    def _act(self, number: int, act: Callable[[Source], None]) -> None:
        source = source_of(self._shown, number) if self._shown is not None else None
        if source is not None:
            act(source)

    def _open_page(self, address: str) -> None:
        url = QUrl(address if "://" in address else f"https://{address}")
        if url.scheme() not in ("http", "https") or not url.isValid() or not url.host():
            self._workspace.tell(f"“{address}” is no address of a page.")
        elif not self.open_url(url):
            self._workspace.tell("The system has no browser for this address.")

    def _open_file(self, source: Source) -> None:
        if self._copies is None:
            self._copies = QTemporaryDir()
        folder = Path(self._copies.path()) / str(source.number)
        try:
            copy = self._sourcing.copy_file(source, folder)
        except DeskError as fault:
            self._workspace.tell(str(fault))
            return
        if not opens_safely(source.media):
            self._offer_folder(copy)
        elif not self.open_url(QUrl.fromLocalFile(str(copy))):
            self._workspace.tell(f"The system has no program for “{copy.name}”.")

    def _offer_folder(self, copy: Path) -> None:
        """Of a file that may run something only the folder is opened, with a copy in it."""

        def show() -> None:
            self.open_url(QUrl.fromLocalFile(str(copy.parent)))

        text = f"Files of the kind {copy.suffix} are kept, and not opened from here: they may run something."
        self._workspace.noticed.emit(Notice(text=text, offers=(Offer(label="Show in folder", take=show),)))


def _counts(claims: tuple[Claim, ...]) -> dict[int, tuple[int, int]]:
    """How many claims each source bears out, and how many it speaks against."""
    supports = Counter(one.source for claim in claims for one in claim.evidence if not one.contradicts)
    contradicts = Counter(one.source for claim in claims for one in claim.evidence if one.contradicts)
    return {number: (supports[number], contradicts[number]) for number in {*supports, *contradicts}}
