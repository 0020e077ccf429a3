"""The store: one desk's articles in one database, spoken to by one thread, in values."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from deskeditor.article.article import Article, Person
from deskeditor.article.earlier_claims import EarlierClaim
from deskeditor.article.tags import Tag
from deskeditor.article.waiting_query import WaitingQuery
from deskeditor.article.workflow import Stage
from deskeditor.store import articles, claims, history, leases, listing, queries, settings, sqlite, tags
from deskeditor.store.location import StoreLocation
from deskeditor.store.values import (
    ArticleHead,
    ArticleQuery,
    ExportRecord,
    Lease,
    Original,
    Revision,
    RevisionReason,
    Saved,
    StoredArticle,
)


def system_clock() -> datetime:
    """The aware instant of now."""
    return datetime.now(UTC)


class Store:
    """An open store. `open_store` makes it; it stays in the thread that did, but for `interrupt`.

    Each act is one transaction: done as a whole or not at all. Faults that a person can mend are
    StoreError.
    """

    def __init__(self, engine: Engine, location: StoreLocation, clock: Callable[[], datetime] = system_clock) -> None:
        self._engine = engine
        self._location = location
        self._clock = clock
        self._lease_id = uuid4()
        self._connection = engine.connect()
        self._raw = sqlite.raw_connection(self._connection)

    @property
    def folder(self) -> Path:
        """The store's folder, which media, profile and backups stand in too."""
        return self._location.folder

    def now(self) -> datetime:
        """The aware instant of now, by the store's clock."""
        return self._clock()

    # Articles

    def save(self, article: Article, *, expected: int | None) -> Saved:
        """Write the article. `expected` is the counter of the state that was edited, None for a new article.

        Raises Conflict, which holds the stored article, where the store has another counter.
        """
        with self._writing() as session:
            return articles.save_article(session, article, expected=expected, at=self.now())

    def load(self, article_id: UUID) -> StoredArticle:
        """Return the article and its counter. Raises StoreError where there is none of that id."""
        with self._reading() as session:
            return articles.load_article(session, article_id)

    def ids_starting(self, beginning: str) -> tuple[UUID, ...]:
        """Return up to ten ids of articles that begin with these hexadecimal digits."""
        with self._reading() as session:
            return articles.article_ids_starting(session, beginning)

    def heads(self, query: ArticleQuery) -> tuple[ArticleHead, ...]:
        """Return the heads of the articles that the query asks for."""
        with self._reading() as session:
            return listing.article_heads(session, query)

    def count(self, query: ArticleQuery) -> int:
        """Count the articles that the query asks for, whatever its limit and offset."""
        with self._reading() as session:
            return listing.count_articles(session, query)

    def stage_counts(self) -> Mapping[Stage, int]:
        """Return how many articles stand at each stage, every stage named."""
        with self._reading() as session:
            return listing.stage_counts(session)

    # Claims

    def claims_like(self, words: str, limit: int = 100, *, but_not: UUID | None = None) -> tuple[EarlierClaim, ...]:
        """Return claims that were checked in other articles than `but_not`, and share words with these.

        Those that share the rarest words come first; how like they are is for `factcheck` to say.
        """
        with self._reading() as session:
            return claims.claims_like(session, words, limit=limit, but_not=but_not)

    def queries_waiting(self, person: str) -> tuple[WaitingQuery, ...]:
        """Return the open queries of the articles that are assigned to a person, the oldest first; 500 at most."""
        with self._reading() as session:
            return queries.queries_waiting(session, person)

    # Tags

    def known_tags(self) -> tuple[Tag, ...]:
        """Return the desk's tags, most carried first."""
        with self._reading() as session:
            return tags.known_tags(session)

    def tag_named(self, label: str) -> Tag:
        """Return the tag of that label, whatever its case and accents, made where there is none."""
        with self._writing() as session:
            return tags.tag_named(session, label)

    def merge_tags(self, tag_id: UUID, into: UUID) -> None:
        """Make one tag of two; the first leads to the second from then on."""
        with self._writing() as session:
            tags.merge_tags(session, tag_id, into)

    # What is kept beside an article

    def keep_revision(
        self, article: Article, *, reason: RevisionReason, person: Person, at: datetime | None = None, name: str = ""
    ) -> Revision:
        """Keep the article, unless nothing changed since its last revision; a named save or hand-off always."""
        with self._writing() as session:
            return history.keep_revision(session, article, reason=reason, person=person, at=at or self.now(), name=name)

    def revisions(self, article_id: UUID) -> tuple[Revision, ...]:
        """Return the article's revisions, newest first."""
        with self._reading() as session:
            return history.revisions(session, article_id)

    def revision_article(self, revision_id: UUID) -> Article:
        """Return the article as a revision kept it."""
        with self._reading() as session:
            return history.revision_article(session, revision_id)

    def keep_original(self, article_id: UUID, original: Original) -> None:
        """Keep what the article was imported from."""
        with self._writing() as session:
            history.keep_original(session, article_id, original, self.now())

    def originals(self, article_id: UUID) -> tuple[Original, ...]:
        """Return what the article was imported from, first import first."""
        with self._reading() as session:
            return history.originals(session, article_id)

    def log_export(self, record: ExportRecord) -> None:
        """Add a line to the export log."""
        with self._writing() as session:
            history.log_export(session, record)

    def exports(self, article_id: UUID) -> tuple[ExportRecord, ...]:
        """Return the article's exports, newest first."""
        with self._reading() as session:
            return history.exports(session, article_id)

    def exported_as(self, path: str) -> UUID | None:
        """Return the article that was last exported to `path`, or None."""
        with self._reading() as session:
            return history.exported_as(session, path)

    # The desk itself

    def setting(self, key: str, default: Any = None) -> Any:
        """Return the JSON value kept under `key`, or `default`."""
        with self._reading() as session:
            return settings.setting(session, key, default)

    def keep_setting(self, key: str, value: Any) -> None:
        """Keep a value that JSON can hold under `key`."""
        with self._writing() as session:
            settings.keep_setting(session, key, value)

    def take_lease(self, program: str, person: str = "") -> None:
        """Say that this program works on the store; called again, that it still does."""
        with self._writing() as session:
            leases.take_lease(session, self._lease_id, self.now(), program=program, person=person)

    def drop_lease(self) -> None:
        """Say that this program is done with the store."""
        with self._writing() as session:
            leases.drop_lease(session, self._lease_id)

    def other_leases(self) -> tuple[Lease, ...]:
        """Return the other programs at work on the store."""
        with self._reading() as session:
            return tuple(lease for lease in leases.live_leases(session, self.now()) if lease.id != self._lease_id)

    def data_version(self) -> int:
        """Return a number that changes when someone else wrote to the store: not this Store itself."""
        with sqlite.told(self._location.database):
            return sqlite.data_version(self._raw)

    def interrupt(self) -> None:
        """Break off the statement that runs, from whatever thread; it ends with Superseded."""
        self._raw.interrupt()

    def stop_when(self, unwanted: Callable[[], bool]) -> None:
        """End statements with Superseded once `unwanted` says so: an interrupt between two of them is lost."""
        self._raw.set_progress_handler(unwanted, sqlite.STEPS_BETWEEN_LOOKS)

    def close(self) -> None:
        """Close the database. What was saved is on disk already."""
        self._connection.close()
        self._engine.dispose()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one act of several: all of them are done, or none. Inside another such act it is a part of that."""
        if self._connection.in_transaction():
            yield
            return
        with sqlite.told(self._location.database), _begun(self._connection, writing=True):
            yield

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with self._session(writing=True) as session:
            yield session

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with self._session(writing=False) as session:
            yield session

    @contextmanager
    def _session(self, *, writing: bool) -> Iterator[Session]:
        with sqlite.told(self._location.database):
            if self._connection.in_transaction():
                with Session(self._connection, join_transaction_mode="conditional_savepoint") as session:
                    yield session
                    session.flush()
            else:
                with _begun(self._connection, writing=writing), Session(self._connection) as session:
                    yield session
                    session.flush()


@contextmanager
def _begun(connection: Connection, *, writing: bool) -> Iterator[None]:
    connection.execution_options(**{sqlite.WRITING: writing})
    with connection.begin():
        yield
