"""The outline of a body: its headings, and where each stands."""

from dataclasses import dataclass

from deskeditor.article.body import Body, Heading
from deskeditor.article.line import HARD_BREAK, OBJECT
from deskeditor.article.place import Field, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineRow:
    """One heading: its words on one line, its level from 2 to 4, and the place of its beginning."""

    text: str
    level: int
    place: Place


def outline_of(body: Body) -> tuple[OutlineRow, ...]:
    """The headings of a body in their order."""
    return tuple(
        OutlineRow(
            text=" ".join(leaf.line.text.replace(HARD_BREAK, " ").replace(OBJECT, "").split()),
            level=leaf.level,
            place=Place(field=Field.BODY, leaf=number),
        )
        for number, leaf in enumerate(body)
        if isinstance(leaf, Heading)
    )
