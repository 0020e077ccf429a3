from uuid import uuid4

from deskeditor.article.tags import Tag, with_tag, without_tag


def test_the_same_label_is_one_tag_and_loses_its_doubt() -> None:
    guessed = Tag(id=uuid4(), label="Armenia", unsure=True)
    other = Tag(id=uuid4(), label="Oil")
    tags = with_tag((guessed, other), Tag(id=uuid4(), label="ARMENIA"))
    assert tags == (Tag(id=guessed.id, label="Armenia"), other)


def test_a_tag_is_added_at_the_end_and_taken_off_by_id() -> None:
    first, second = (Tag(id=uuid4(), label=label) for label in ("Oil", "Gas"))
    assert with_tag((first,), second) == (first, second)
    assert without_tag((first, second), first.id) == (second,)
