"""The shipped files are found, and a missing one is told."""

import pytest

from deskeditor.resources import resource_path


def test_the_default_profile_is_found() -> None:
    assert "[publication]" in resource_path("profile", "profile.toml").read_text(encoding="utf-8")


def test_what_was_not_shipped_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-file"):
        resource_path("no-such-file")
