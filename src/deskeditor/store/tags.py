"""The desk's tags: found by label whatever its case and accents, merged without losing who carried which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from deskeditor.article.tags import Tag
from deskeditor.errors import InputError, StoreError
from deskeditor.language.folding import fold
from deskeditor.store.content import storable
from deskeditor.store.models import ArticleTagRow, TagRow


def known_tags(session: Session) -> tuple[Tag, ...]:
    """Return the tags in use or once named, most carried first, each label once."""
    carried = func.count(ArticleTagRow.article_pk)
    rows = session.execute(
        select(TagRow.id, TagRow.label, TagRow.folded)
        .outerjoin(ArticleTagRow)
        .where(TagRow.merged_into.is_(None))
        .group_by(TagRow.pk)
        .order_by(carried.desc(), TagRow.folded, TagRow.pk)
    )
    by_label: dict[str, Tag] = {}
    for tag_id, label, folded in rows:
        by_label.setdefault(folded, Tag(id=tag_id, label=label))
    return tuple(by_label.values())


def tag_named(session: Session, label: str) -> Tag:
    """Return the tag of that label, made where there is none. Raises InputError for an empty label."""
    shown = storable(" ".join(label.split()))
    if not shown:
        raise InputError("A tag needs a name: type one.")
    row = session.scalar(
        select(TagRow).where(TagRow.folded == fold(shown)).order_by(TagRow.merged_into.is_not(None), TagRow.pk).limit(1)
    )
    if row is None:
        row = TagRow(id=uuid4(), label=shown, folded=fold(shown))
        session.add(row)
        session.flush()
    kept = _end_of_redirects(session, row)
    return Tag(id=kept.id, label=kept.label)


def merge_tags(session: Session, tag_id: UUID, into: UUID) -> None:
    """Make one tag of two: who carried the first carries the second, and the first leads to it."""
    found = {row.id: row for row in session.scalars(select(TagRow).where(TagRow.id.in_((tag_id, into))))}
    if tag_id not in found or into not in found:
        raise StoreError("That tag is no longer there: look at the list of tags again.")
    gone, kept = found[tag_id], _end_of_redirects(session, found[into])
    if gone.pk == kept.pk:
        raise InputError("A tag can't be merged into itself: choose another one.")
    both = select(ArticleTagRow.article_pk).where(ArticleTagRow.tag_pk == kept.pk)
    carried = ArticleTagRow.tag_pk == gone.pk
    session.execute(delete(ArticleTagRow).where(carried, ArticleTagRow.article_pk.in_(both)))
    session.execute(update(ArticleTagRow).where(carried).values(tag_pk=kept.pk))
    gone.merged_into = kept.pk


def _end_of_redirects(session: Session, row: TagRow) -> TagRow:
    # No circle: a merge always leads to a tag that leads nowhere.
    while row.merged_into is not None:
        row = session.get_one(TagRow, row.merged_into)
    return row


def keep_tags(session: Session, article_pk: int, tags: Sequence[Tag], *, is_new: bool) -> None:
    """Record which tags an article carries; a tag from elsewhere becomes known to the desk."""
    if not is_new:
        present = session.scalars(
            select(TagRow.id)
            .join(ArticleTagRow, ArticleTagRow.tag_pk == TagRow.pk)
            .where(ArticleTagRow.article_pk == article_pk)
            .order_by(ArticleTagRow.position)
        )
        if list(present) == [tag.id for tag in tags]:
            return
        session.execute(delete(ArticleTagRow).where(ArticleTagRow.article_pk == article_pk))
    if not tags:
        return
    rows = {row.id: row for row in session.scalars(select(TagRow).where(TagRow.id.in_({tag.id for tag in tags})))}
    carried: dict[int, None] = {}
    for tag in tags:
        row = rows.get(tag.id)
        if row is None:
            row = rows[tag.id] = _learnt(session, tag)
        carried[_end_of_redirects(session, row).pk] = None
    session.add_all(
        ArticleTagRow(article_pk=article_pk, tag_pk=tag_pk, position=at) for at, tag_pk in enumerate(carried)
    )


def _learnt(session: Session, tag: Tag) -> TagRow:
    """Make a row of a tag from elsewhere; under the label of a merged one it leads where that one leads."""
    folded = storable(fold(tag.label))
    same = (
        select(TagRow.merged_into).where(TagRow.folded == folded).order_by(TagRow.merged_into.is_not(None), TagRow.pk)
    )
    row = TagRow(id=tag.id, label=storable(tag.label), folded=folded, merged_into=session.scalar(same.limit(1)))
    session.add(row)
    session.flush()
    return row


def without_redirects(session: Session, tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """Return the tags of an article's snapshot, merged ones as what they became, each once."""
    if not tags:
        return tags
    merged = session.scalars(
        select(TagRow).where(TagRow.id.in_({tag.id for tag in tags}), TagRow.merged_into.is_not(None))
    ).all()
    if not merged:
        return tags
    became = {row.id: _end_of_redirects(session, row) for row in merged}
    kept: dict[UUID, Tag] = {}
    for tag in tags:
        end = became.get(tag.id)
        now = tag if end is None else replace(tag, id=end.id, label=end.label)
        kept.setdefault(now.id, now)
    return tuple(kept.values())


def tags_of(session: Session, article_pks: Iterable[int]) -> Mapping[int, tuple[Tag, ...]]:
    """Return the tags of several articles, by the keys of their rows."""
    rows = session.execute(
        select(ArticleTagRow.article_pk, TagRow.id, TagRow.label)
        .join(TagRow, TagRow.pk == ArticleTagRow.tag_pk)
        .where(ArticleTagRow.article_pk.in_(tuple(article_pks)))
        .order_by(ArticleTagRow.article_pk, ArticleTagRow.position)
    )
    carried: dict[int, tuple[Tag, ...]] = {}
    for article_pk, tag_id, label in rows:
        carried[article_pk] = (*carried.get(article_pk, ()), Tag(id=tag_id, label=label))
    return carried
