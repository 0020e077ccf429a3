"""Open articles on their way to another desk and back: saved first, then written to a file or merged with one."""

from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.desk.handoff import Files, HandedOff, Taken, hand_off, read_story_file, take_story
from deskeditor.store.network import told_of_network
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.store.store import Store


def hand_off_open(workspace: Workspace, open_article: OpenArticle, to: Path) -> "Future[HandedOff]":
    """Save the article and write it with all of its checking to a file."""
    files, person, article_id = _files(workspace), workspace.person, open_article.id
    saving = workspace.saver.save(open_article)

    def send(store: "Store") -> HandedOff:
        if saving is not None:
            # The writer has done it just before. Where it could not, an older text would go out: its fault stops this.
            saving.result()
        return hand_off(store, article_id, to=to, files=files, person=person)

    return workspace.write(send)


def take_story_file(workspace: Workspace, path: Path) -> "Future[Taken]":
    """Take in a hand-off: a piece that is not here becomes a check copy, one that is here is merged."""
    files, person = _files(workspace), workspace.person
    saving = workspace.save_current()

    def take(store: "Store") -> Taken:
        if saving is not None:
            saving.result()
        return take_story(store, read_story_file(path), files=files, person=person)

    return workspace.write(take)


def network_warning(workspace: Workspace) -> "Future[str]":
    """A sentence where the store lies on a network share, else an empty one."""
    home = workspace.home
    return workspace.read(lambda store: told_of_network(home))


def _files(workspace: Workspace) -> Files:
    return Files(media=workspace.media, evidence=workspace.evidence)
