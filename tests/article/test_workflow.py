from itertools import product

import pytest

from deskeditor.article.workflow import LINE_OF_WORK, Stage, moves_from, next_stage


def test_one_key_leads_forward_to_published() -> None:
    walked = [Stage.DRAFT]
    while following := next_stage(walked[-1]):
        walked.append(following)
    assert tuple(walked) == LINE_OF_WORK


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.EDITING, Stage.CHECKING, Stage.READY])
def test_checking_may_be_skipped_and_work_goes_back(stage: Stage) -> None:
    others = {Stage.DRAFT, Stage.EDITING, Stage.CHECKING, Stage.READY} - {stage}
    assert others | {Stage.SPIKED} <= set(moves_from(stage))


def test_only_ready_copy_is_published() -> None:
    assert [stage for stage in Stage if Stage.PUBLISHED in moves_from(stage)] == [Stage.READY, Stage.WITHDRAWN]


def test_published_copy_is_withdrawn_not_spiked() -> None:
    assert moves_from(Stage.PUBLISHED) == (Stage.WITHDRAWN,)


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.CHECKING])
def test_a_spiked_piece_goes_back_to_where_it_was(stage: Stage) -> None:
    assert moves_from(Stage.SPIKED, spiked_from=stage) == (stage,)


def test_a_forbidden_move_is_offered_nowhere() -> None:
    for move in product(Stage, Stage):
        forbidden = frozenset({move})
        assert move[1] not in moves_from(move[0], spiked_from=move[1], forbidden=forbidden)
        assert next_stage(move[0], forbidden) != move[1]
