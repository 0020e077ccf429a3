"""The stages an article goes through, and which moves are open."""

from collections.abc import Container
from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """Where an article stands."""

    DRAFT = "draft"
    EDITING = "editing"
    CHECKING = "checking"
    READY = "ready"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    SPIKED = "spiked"


LINE_OF_WORK: Final = (Stage.DRAFT, Stage.EDITING, Stage.CHECKING, Stage.READY, Stage.PUBLISHED)
_OPEN: Final = LINE_OF_WORK[:-1]
Move = tuple[Stage, Stage]


def moves_from(
    stage: Stage, *, spiked_from: Stage | None = None, forbidden: Container[Move] = frozenset()
) -> tuple[Stage, ...]:
    """Return the stages that can be moved to from `stage`, forward ones first.

    Any stage before *published* leads to any other of them and to *spiked*; *ready* alone leads to
    *published*; *published* leads to *withdrawn* and back to *published* once withdrawn; a spiked
    article goes back to where it was. `forbidden` holds the moves a profile does not allow.
    """
    match stage:
        case Stage.SPIKED:
            moves: tuple[Stage, ...] = (spiked_from or Stage.DRAFT,)
        case Stage.PUBLISHED:
            moves = (Stage.WITHDRAWN,)
        case Stage.WITHDRAWN:
            moves = (Stage.PUBLISHED,)
        case _:
            at = _OPEN.index(stage)
            forward = LINE_OF_WORK[at + 1 :] if stage is Stage.READY else _OPEN[at + 1 :]
            moves = (*forward, *reversed(_OPEN[:at]), Stage.SPIKED)
    return tuple(move for move in moves if (stage, move) not in forbidden)


def next_stage(stage: Stage, forbidden: Container[Move] = frozenset()) -> Stage | None:
    """The stage one step forward from `stage`, or None at the end of the line or where forbidden."""
    if stage not in LINE_OF_WORK[:-1]:
        return None
    following = LINE_OF_WORK[LINE_OF_WORK.index(stage) + 1]
    return None if (stage, following) in forbidden else following
