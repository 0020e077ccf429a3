"""Open articles on their way out: saved first, then written to files."""

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.desk.copies import duplicate
from deskeditor.desk.exporting import Exported, export_articles
from deskeditor.export.formats import Format
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


def open_duplicate(workspace: Workspace, open_article: OpenArticle) -> None:
    """Turn to a copy of the article, a draft of its own, and store it."""
    workspace.turn_to(duplicate(open_article.article, new_id=workspace.new_id, at=workspace.now()), None)
    workspace.save_current()
