"""Tags, and the pure acts on an article's list of them."""

from dataclasses import dataclass, replace
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A desk record's id and label; `unsure` marks one that an import guessed."""

    id: UUID
    label: str
    unsure: bool = False


def with_tag(tags: tuple[Tag, ...], tag: Tag) -> tuple[Tag, ...]:
    """Return `tags` with `tag` at the end; a tag already there only loses its doubt."""
    for at, present in enumerate(tags):
        if present.id == tag.id or present.label.casefold() == tag.label.casefold():
            return (*tags[:at], replace(present, unsure=present.unsure and tag.unsure), *tags[at + 1 :])
    return (*tags, tag)


def without_tag(tags: tuple[Tag, ...], tag_id: UUID) -> tuple[Tag, ...]:
    """Return `tags` without the one of that id."""
    return tuple(tag for tag in tags if tag.id != tag_id)
