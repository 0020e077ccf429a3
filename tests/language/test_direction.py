"""Which way a language runs: its script decides, else the language."""

import pytest

from deskeditor.language.direction import is_right_to_left


@pytest.mark.parametrize("language", ["ar", "ar-EG", "he", "fa-IR", "ur", "ckb", "az-Arab", "pa-Arab-PK", "HE-il"])
def test_right_to_left(language: str) -> None:
    assert is_right_to_left(language)


@pytest.mark.parametrize("language", ["en", "az", "az-Latn", "ja", "tr", "ar-Latn", "und"])
def test_left_to_right(language: str) -> None:
    assert not is_right_to_left(language)
