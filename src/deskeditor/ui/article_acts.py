"""Acts on whole articles: begin, save, move along, export, duplicate. Questions to the person are asked here."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from deskeditor.article.article import Article, Person, Publication
from deskeditor.article.change import Change
from deskeditor.article.place import Field, Place
from deskeditor.article.workflow import LINE_OF_WORK, Stage, moves_from, next_stage
from deskeditor.desk.checks import findings
from deskeditor.desk.exporting import Exported
from deskeditor.export.formats import Format
from deskeditor.store.values import Revision, RevisionReason
from deskeditor.ui.acts import Act
from deskeditor.ui.dialogs.export_dialog import ExportDialog, ExportRequest
from deskeditor.ui.dialogs.person_dialog import PersonDialog
from deskeditor.ui.dialogs.publish_dialog import PublishDialog
from deskeditor.ui.dialogs.revision_dialog import RevisionDialog
from deskeditor.workspace.notices import Notice, Offer
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.outgoing import export_open, open_duplicate
from deskeditor.workspace.past import restore, revision
from deskeditor.workspace.workspace import Workspace


class ArticleActs(QObject):
    """Carries out the acts of the Article menu that concern the open article."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        window: QWidget,
        commit: Callable[[], None],
        go_to: Callable[[Place], None],
        show_history: Callable[[], None],
    ) -> None:
        """`commit` takes what is typed in the panels and not yet said; `go_to` leads to a place.

        `show_history` shows the kept states anew.
        """
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._commit = commit
        self._go_to = go_to
        self._show_history = show_history

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        acts: dict[Act, Callable[[], object]] = {
            Act.NEW_ARTICLE: self._begin,
            Act.SAVE: self._save,
            Act.EXPORT: self._ask_for_export,
            Act.DUPLICATE: self._duplicate,
            Act.STAGE_FORWARD: self._forward,
            Act.STAGE_BACK: self._back,
            Act.SPIKE: lambda: self.move_to_stage(Stage.SPIKED),
            Act.CHANGE_PERSON: self.change_person,
        }
        if act not in acts:
            return False
        self._commit()
        acts[act]()
        return True

    def _begin(self) -> None:
        self._workspace.new_article()
        self._go_to(Place(field=Field.HEADLINE))

    def _save(self) -> None:
        saving = self._workspace.save_current(RevisionReason.NAMED_SAVE)
        said = Notice(text="Saved, and kept in the history.")
        if saving is not None:
            # Where it fails, the saver says so itself.
            self._workspace.jobs.follow(saving, lambda _saved: self._workspace.noticed.emit(said), lambda _fault: None)

    def _duplicate(self) -> None:
        current = self._workspace.current
        if current is None:
            return
        open_duplicate(self._workspace, current)
        self._workspace.noticed.emit(Notice(text="This is the duplicate."))

    # Along the line of work

    def move_to_stage(self, stage: Stage) -> None:
        """Move the open article to a stage it may go to; publishing asks when and where first."""
        current = self._workspace.current
        if current is None:
            return
        article = current.article
        forbidden = self._workspace.profile.forbidden_moves
        if stage not in moves_from(article.stage, spiked_from=article.spiked_from, forbidden=forbidden):
            label = self._workspace.profile.stage_label
            self._workspace.noticed.emit(
                Notice(text=f"An article at “{label(article.stage)}” can't go to “{label(stage)}”.{_instead(stage)}")
            )
        elif stage is Stage.PUBLISHED and article.publication is None:
            dialog = PublishDialog(
                at=article.embargo or self._workspace.now(),
                zone=self._workspace.profile.tzinfo,
                outlet=self._workspace.profile.outlet,
                parent=self._window,
            )
            dialog.published.connect(lambda publication: self._publish(current, publication))
            dialog.open()
        else:
            self._move(current, stage)

    def _publish(self, open_article: OpenArticle, publication: Publication) -> None:
        with open_article.one_step("publication"):
            open_article.set_field(Change.PUBLICATION, publication)
            open_article.move_to_stage(Stage.PUBLISHED)
        self._workspace.saver.save(open_article, RevisionReason.STAGE)
        self._workspace.tell("Marked as published.", undo=open_article.undo)

    def _move(self, open_article: OpenArticle, stage: Stage) -> None:
        before = open_article.article.stage
        open_article.move_to_stage(stage)
        self._workspace.saver.save(open_article, RevisionReason.STAGE)
        label = self._workspace.profile.stage_label

        def move_back() -> None:
            open_article.move_to_stage(before)
            self._workspace.saver.save(open_article, RevisionReason.STAGE)

        said = "Spiked. It can be found under its stage." if stage is Stage.SPIKED else f"Moved to {label(stage)}."
        self._workspace.tell(said, undo=move_back)

    def _forward(self) -> None:
        current = self._workspace.current
        if current is None:
            return
        stage = next_stage(current.article.stage, self._workspace.profile.forbidden_moves)
        if stage is None:
            self._workspace.noticed.emit(Notice(text="This is the last stage."))
        else:
            self.move_to_stage(stage)

    def _back(self) -> None:
        current = self._workspace.current
        if current is None:
            return
        stage = current.article.stage
        if stage is Stage.SPIKED:
            self.move_to_stage(current.article.spiked_from or Stage.DRAFT)
        elif stage in LINE_OF_WORK[1:-1]:
            self.move_to_stage(LINE_OF_WORK[LINE_OF_WORK.index(stage) - 1])
        else:
            self._workspace.noticed.emit(Notice(text="There is no stage before this one."))

    # Out

    def _ask_for_export(self) -> None:
        current, workspace = self._workspace.current, self._workspace
        if current is None:
            return
        found = findings(current.article, workspace.profile, now=workspace.now(), media=workspace.media)
        folder = workspace.session.choice("export_folder") or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        names = workspace.session.choice("export_formats", [Format.HTML.value])
        dialog = ExportDialog(
            found,
            folder=Path(folder),
            formats=tuple(fmt for fmt in Format if fmt.value in names),
            choose_folder=self._choose_folder,
            parent=self._window,
        )
        dialog.requested.connect(lambda request: self.export(current, request))
        dialog.place_chosen.connect(self._go_to)
        dialog.open()

    def export(self, open_article: OpenArticle, request: ExportRequest) -> None:
        """Save the article, then write it to files, as `request` says."""
        workspace = self._workspace
        workspace.session = workspace.session.with_choice("export_folder", str(request.folder)).with_choice(
            "export_formats", [fmt.value for fmt in request.formats]
        )
        exporting = export_open(
            workspace,
            open_article,
            folder=request.folder,
            formats=request.formats,
            override=request.override,
        )
        workspace.jobs.follow(exporting, self._say_exported)

    def _say_exported(self, exported: tuple[Exported, ...]) -> None:
        self._show_history()
        page = exported[0].paths[0]
        offers = (
            Offer(label="Open", take=lambda: self._open(page)),
            Offer(label="Show folder", take=lambda: self._open(page.parent)),
        )
        more = f" and {len(exported) - 1} more" if len(exported) > 1 else ""
        self._workspace.noticed.emit(Notice(text=f"Exported {page.name}{more} to {page.parent}.", offers=offers))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._workspace.noticed.emit(Notice(text=f"This system opens no {_kind(path)} by itself. It is {path}."))

    def _choose_folder(self, folder: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._window, "Export to", str(folder))
        return Path(chosen) if chosen else None

    # Who, and what was

    def change_person(self) -> None:
        """Ask who is working."""
        workspace = self._workspace
        known = tuple(Person(name=name, initials=initials) for name, initials in workspace.session.choice("people", []))
        dialog = PersonDialog(
            workspace.person, known=known, is_first=workspace.session.person is None, parent=self._window
        )
        dialog.person_chosen.connect(self._seat)
        dialog.open()

    def _seat(self, person: Person) -> None:
        workspace = self._workspace
        people = dict(workspace.session.choice("people", [])) | {person.name: person.initials}
        workspace.session = workspace.session.with_choice("people", [list(item) for item in people.items()])
        workspace.set_person(person)

    def show_revision(self, revision_id: UUID) -> None:
        """Show a kept state of the open article, and let it be restored."""
        current, workspace = self._workspace.current, self._workspace
        if current is None:
            return

        def show(found: tuple[Revision, Article]) -> None:
            dialog = RevisionDialog(found[1], found[0], zone=workspace.profile.tzinfo, parent=self._window)
            dialog.restore_asked.connect(lambda: self._restore(current, found[1]))
            dialog.open()

        workspace.jobs.follow(revision(workspace, current.id, revision_id), show)

    def _restore(self, open_article: OpenArticle, article: Article) -> None:
        restore(self._workspace, open_article, article)
        self._workspace.tell("The earlier text is back; the one before it is in the history.", undo=open_article.undo)


def _instead(stage: Stage) -> str:
    return " What was published is withdrawn instead." if stage is Stage.SPIKED else ""


def _kind(path: Path) -> str:
    return "folder" if path.is_dir() else "page"
