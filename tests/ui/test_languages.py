"""Languages by name."""

import pytest

from deskeditor.ui.languages import OFFERED, language_label


@pytest.mark.parametrize(
    ("tag", "label"),
    [("en", "English"), ("pt-BR", "Portuguese, Brazil"), ("nb", "Norwegian Bokmål"), ("tlh", "tlh"), ("", "")],
)
def test_a_language_has_a_name(tag: str, label: str) -> None:
    assert language_label(tag) == label


def test_no_two_offered_languages_read_alike() -> None:
    assert len({language_label(tag) for tag in OFFERED}) == len(OFFERED)
    assert not any(language_label(tag) == tag for tag in OFFERED)
