"""What the last session left for the next one's first frame: who, how it looked, what was open."""

import json
import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from deskeditor.article.article import Article, Person
from deskeditor.article.codec import article_from_json, article_to_json
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage
from deskeditor.store.values import ArticleHead

SESSION_FILE: Final = "session.json"
VERSION: Final = 1
HEADS_KEPT: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedArticle:
    """The article that was open and the counter it was stored under."""

    article: Article
    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """`layout` holds what the window wants back: its geometry, sizes and choices, as JSON values."""

    person: Person | None = None
    layout: tuple[tuple[str, Any], ...] = ()
    heads: tuple[ArticleHead, ...] = ()
    opened: OpenedArticle | None = None

    def choice(self, name: str, otherwise: Any = None) -> Any:
        """A value of the layout."""
        return dict(self.layout).get(name, otherwise)

    def with_choice(self, name: str, value: Any) -> "Session":
        """The session with one value of the layout changed."""
        return replace(self, layout=tuple((dict(self.layout) | {name: value}).items()))


def read_session(folder: Path) -> Session:
    """The session left in `folder`; an empty one where there is none or it is damaged.

    Nothing is lost with a damaged one: articles lie in the store, this only repeats them.
    """
    try:
        written = json.loads((folder / SESSION_FILE).read_text(encoding="utf-8"))
        return _session_from_json(written) if written.get("v") == VERSION else Session()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Session()


def write_session(folder: Path, session: Session) -> None:
    """Leave `session` in `folder`, replacing the one before in a single step. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f"{SESSION_FILE}.partial"
    partial.write_text(json.dumps(_session_to_json(session), ensure_ascii=False), encoding="utf-8")
    os.replace(partial, folder / SESSION_FILE)


def _session_to_json(session: Session) -> dict[str, Any]:
    opened = session.opened
    return {
        "v": VERSION,
        "person": session.person and {"name": session.person.name, "initials": session.person.initials},
        "layout": dict(session.layout),
        "heads": [_head_to_json(head) for head in session.heads[:HEADS_KEPT]],
        "opened": opened and {"article": article_to_json(opened.article), "counter": opened.counter},
    }


def _session_from_json(written: dict[str, Any]) -> Session:
    opened = written["opened"]
    return Session(
        person=Person(**written["person"]) if written["person"] else None,
        layout=tuple(written["layout"].items()),
        heads=tuple(_head_from_json(head) for head in written["heads"]),
        opened=opened and OpenedArticle(article=article_from_json(opened["article"]), counter=opened["counter"]),
    )


def _head_to_json(head: ArticleHead) -> dict[str, Any]:
    return {
        "id": str(head.id),
        "counter": head.counter,
        "headline": head.headline,
        "stage": head.stage.value,
        "tags": [[str(tag.id), tag.label] for tag in head.tags],
        "modified": head.modified.isoformat(),
        "created": head.created.isoformat(),
        "due": head.due and head.due.isoformat(),
        "assignee": head.assignee and [head.assignee.name, head.assignee.initials],
        "word_count": head.word_count,
        "language": head.language,
        "section": head.section,
        "slugline": head.slugline,
        "on_hold": head.on_hold,
        "snippet": head.snippet,
        "checked": list(head.checked),
    }


def _head_from_json(written: dict[str, Any]) -> ArticleHead:
    assignee = written["assignee"]
    return ArticleHead(
        **written
        | {
            "id": UUID(written["id"]),
            "stage": Stage(written["stage"]),
            "tags": tuple(Tag(id=UUID(tag_id), label=label) for tag_id, label in written["tags"]),
            "modified": datetime.fromisoformat(written["modified"]),
            "created": datetime.fromisoformat(written["created"]),
            "due": written["due"] and datetime.fromisoformat(written["due"]),
            "assignee": assignee and Person(name=assignee[0], initials=assignee[1]),
            "checked": tuple(written.get("checked", (0, 0))),
        }
    )
