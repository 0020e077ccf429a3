"""What is asked for on each system can be had there."""

import tomllib

import pytest
from packaging.requirements import Requirement

from tests.architecture.source import ROOT


def asked_for(system: str, machine: str) -> set[str]:
    """The names of the libraries that are installed there."""
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    place = {"sys_platform": system, "platform_machine": machine}
    wanted = map(Requirement, named)
    return {one.name for one in wanted if one.marker is None or one.marker.evaluate(place)}


@pytest.mark.parametrize(
    ("system", "machine", "has_hunspell"),
    [
        ("linux", "x86_64", True),
        ("linux", "aarch64", True),
        ("darwin", "arm64", True),
        ("darwin", "x86_64", False),
        ("win32", "AMD64", True),
        ("win32", "ARM64", False),
    ],
)
def test_one_hunspell_is_asked_for_and_that_which_has_a_wheel(system: str, machine: str, has_hunspell: bool) -> None:
    assert asked_for(system, machine) & {"chunspell", "spylls"} == {"chunspell" if has_hunspell else "spylls"}
