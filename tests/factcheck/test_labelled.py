"""Of the facts of our own news prose, labelled by a rule that was written first, nearly all are found."""

import pytest

from benchmarks._labelled_facts import KINDS, items, score
from deskeditor.article.claims import ClaimKind

_ITEMS = items()


def test_a_hundred_sentences_of_four_languages_are_labelled() -> None:
    assert {language: sum(len(item.article.body) for item in found) for language, found in _ITEMS.items()} == {
        "de": 25,
        "en": 25,
        "hy": 25,
        "ru": 25,
    }


@pytest.mark.parametrize("language", list(_ITEMS))
def test_facts_are_found_in_each_language(language: str) -> None:
    found = score(_ITEMS[language])
    assert found.recall >= 0.95
    assert found.precision >= 0.9


@pytest.mark.parametrize("kind", list(KINDS.values()))
def test_facts_of_each_kind_are_found(kind: ClaimKind) -> None:
    assert score([item for found in _ITEMS.values() for item in found], kind).recall >= 0.95
