"""Checks of whether the piece may go out at all: holds, legal reads, embargoes, stages."""

from collections.abc import Iterator
from typing import Final

from deskeditor.article.finding import Severity
from deskeditor.article.place import Field
from deskeditor.article.workflow import Stage
from deskeditor.preflight.check import Check, Circumstances, Remark, at


def _standing_hold(seen: Circumstances) -> Iterator[Remark]:
    hold = seen.article.hold
    if hold and not hold.cleared_by:
        yield Remark(text=_sentence(f"{hold.by or 'The desk'} put this piece on HOLD", hold.why), place=at(Field.HOLD))


def _open_legal_read(seen: Circumstances) -> Iterator[Remark]:
    wish = seen.article.legal_read
    if wish and not wish.cleared_by:
        asked = f"{wish.by or 'The desk'} asked for a legal read that no one has cleared"
        yield Remark(text=_sentence(asked, wish.why), place=at(Field.LEGAL_READ))


def _sentence(what: str, why: str) -> str:
    reason = why.strip().rstrip(".")
    return f"{what}: {reason}." if reason else f"{what}."


def _coming_embargo(seen: Circumstances) -> Iterator[Remark]:
    embargo = seen.article.embargo
    if embargo and embargo > seen.now:
        local = embargo.astimezone(seen.profile.tzinfo)
        yield Remark(
            text=f"The piece is under embargo until {local:%Y-%m-%d %H:%M} ({seen.profile.zone}).",
            place=at(Field.EMBARGO),
        )


def _stopped(seen: Circumstances) -> Iterator[Remark]:
    stage = seen.article.stage
    if stage in (Stage.SPIKED, Stage.WITHDRAWN):
        yield Remark(text=f"The piece is {seen.profile.stage_label(stage).lower()}.", place=at(Field.HEADLINE))


def _unready(seen: Circumstances) -> Iterator[Remark]:
    stage = seen.article.stage
    if stage in (Stage.DRAFT, Stage.EDITING, Stage.CHECKING):
        label, ready = seen.profile.stage_label(stage).lower(), seen.profile.stage_label(Stage.READY).lower()
        yield Remark(text=f"The piece is at the stage “{label}”, not “{ready}”.", place=at(Field.HEADLINE))


RELEASE_CHECKS: Final = (
    Check(code="hold.standing", severity=Severity.BLOCKING, find=_standing_hold),
    Check(code="legal-read.open", severity=Severity.BLOCKING, find=_open_legal_read),
    Check(code="stage.stopped", severity=Severity.BLOCKING, find=_stopped),
    Check(code="embargo.future", severity=Severity.WARNING, find=_coming_embargo),
    Check(code="stage.unready", severity=Severity.ADVICE, find=_unready),
)
