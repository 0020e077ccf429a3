"""Open articles on their way out: saved first, then written to files."""

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.desk.copies import duplicate
from deskeditor.desk.exporting import Exported, export_articles
from deskeditor.desk.reporting import write_report
from deskeditor.export.file_names import file_stem
from deskeditor.export.formats import Format
from deskeditor.export.report import ReportFormat
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.store.store import Store


def export_open(
    workspace: Workspace, open_article: OpenArticle, *, folder: Path, formats: Sequence[Format], override: str = ""
) -> "Future[tuple[Exported, ...]]":
    """Save the article and write it into `folder`; `override` is the reason for passing blocking findings."""
    profile, media, person = workspace.profile, workspace.media, workspace.person
    article_id = open_article.id
    saving = workspace.saver.save(open_article)

    def export(store: "Store") -> tuple[Exported, ...]:
        if saving is not None:
            # The writer has done it just before. Where it could not, an older text would go out: its fault stops this.
            saving.result()
        return export_articles(
            store,
            [article_id],
            folder=folder,
            formats=formats,
            profile=profile,
            media=media,
            person=person,
            override=override,
        )

    return workspace.write(export)


def report_open(
    workspace: Workspace, open_article: OpenArticle, *, path: Path, shareable: bool = False
) -> "Future[Path]":
    """Save the article and write its fact-check report to `path`, whose suffix names the format."""
    profile, person, article_id = workspace.profile, workspace.person, open_article.id
    saving = workspace.saver.save(open_article)

    def report(store: "Store") -> Path:
        if saving is not None:
            saving.result()
        return write_report(store, article_id, path, profile=profile, person=person, shareable=shareable)

    return workspace.write(report)


def report_name(open_article: OpenArticle, fmt: ReportFormat) -> str:
    """What the file of an article's report is called unless a person says otherwise."""
    return f"{file_stem(open_article.article)}-check{fmt.value}"


def is_taken(path: Path) -> bool:
    """Whether there is a file already."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        # A name that no file can have is told when it is written.
        return False


def open_duplicate(workspace: Workspace, open_article: OpenArticle) -> None:
    """Turn to a copy of the article, a draft of its own, and store it."""
    workspace.turn_to(duplicate(open_article.article, new_id=workspace.new_id, at=workspace.now()), None)
    workspace.save_current()
