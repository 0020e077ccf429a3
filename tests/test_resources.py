"""The shipped files are found, and a missing one is told."""

import pytest

from deskeditor.resources import read_resource, resource_path


def test_the_default_profile_is_found() -> None:
    assert resource_path("profile", "profile.toml").is_file()
    assert "[publication]" in read_resource("profile", "profile.toml")


def test_what_was_not_shipped_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-file"):
        resource_path("no-such-file")
