"""Writing in a workspace as a person does, and looking up in the store what came of it."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Article
from deskeditor.article.change import Change
from deskeditor.article.line import plain_line
from deskeditor.store.opening import open_store
from deskeditor.store.values import RevisionReason
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

Start = Callable[[], Workspace]


def type_into(document: QTextDocument, text: str) -> None:
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(text)


def written(qtbot: QtBot, workspace: Workspace, headline: str = "Talks lean west") -> OpenArticle:
    open_article = workspace.new_article()
    open_article.set_line(Change.HEADLINE, plain_line(headline))
    save(qtbot, workspace)
    return open_article


def save(qtbot: QtBot, workspace: Workspace, reason: RevisionReason | None = None) -> None:
    workspace.save_current(reason)
    qtbot.waitUntil(lambda: workspace.jobs.idle and workspace.current is not None and not workspace.current.unsaved)


def stored(home: Path, article_id: UUID) -> Article:
    store = open_store(home)
    try:
        return store.load(article_id).article
    finally:
        store.close()
