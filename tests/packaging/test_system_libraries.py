"""The script that sees to system libraries, run against stand-ins for the system's own commands."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a POSIX shell script")


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder of commands that stand in for the system's, and the log of what was run with rights."""

    commands: Path
    log: Path

    def run(self) -> subprocess.CompletedProcess[str]:
        """Run the script there."""
        shell = shutil.which("sh")
        assert shell is not None
        return subprocess.run(
            [shell, str(ROOT / "packaging" / "system_libraries.sh"), sys.executable],
            env={"PATH": f"{self.commands}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )

    def ran(self) -> str:
        """What apt-get was asked to do."""
        return self.log.read_text() if self.log.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Callable[..., Machine]:
    """Build a Linux: which packages it lacks, who asks, and whether sudo lets in without a password."""

    def build(*, lacks: str = "", system: str = "Linux", user: int = 1000, sudo: bool = False) -> Machine:
        log = tmp_path / "log"
        has_installed = f"grep -q ' install ' {log} 2>/dev/null"
        installed = f'for name; do :; done; case " {lacks} " in *" $name "*) {has_installed};; esac && echo installed'
        stand_ins = {
            "uname": f"echo {system}",
            "id": f"echo {user}",
            "dpkg-query": installed,
            "apt-cache": "true",
            "apt-get": f'echo "apt-get $*" >> {log}',
            "sudo": '[ "$1" = -n ] && shift; "$@"' if sudo else "exit 1",
        }
        for name, does in stand_ins.items():
            path = tmp_path / "bin" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"#!/bin/sh\n{does}\n")
            path.chmod(0o755)
        return Machine(tmp_path / "bin", log)

    return build


def test_a_whole_machine_is_left_alone(machine: Callable[..., Machine]) -> None:
    whole = machine()
    done = whole.run()
    assert (done.returncode, done.stdout, done.stderr, whole.ran()) == (0, "", "", "")


def test_another_system_is_left_alone(machine: Callable[..., Machine]) -> None:
    mac = machine(system="Darwin", lacks="libegl1")
    done = mac.run()
    assert (done.returncode, done.stdout, mac.ran()) == (0, "", "")


def test_without_rights_the_command_is_told(machine: Callable[..., Machine]) -> None:
    bare = machine(lacks="libegl1 libxcb-cursor0")
    done = bare.run()
    assert done.returncode == 1
    assert (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0" in done.stderr
    )
    assert bare.ran() == ""


@pytest.mark.parametrize("rights", [{"user": 0}, {"sudo": True}])
def test_with_rights_what_is_missing_is_installed(machine: Callable[..., Machine], rights: dict[str, int]) -> None:
    bare = machine(lacks="libegl1 libnss3", **rights)
    done = bare.run()
    assert done.returncode == 0, done.stderr
    updated, installed = bare.ran().splitlines()
    assert updated.startswith("apt-get update")
    assert installed.split()[-3:] == ["--no-install-recommends", "libegl1", "libnss3"]


def test_either_name_of_a_renamed_library_will_do(machine: Callable[..., Machine]) -> None:
    newer = machine(lacks="libasound2 libglib2.0-0")
    older = machine(lacks="libasound2t64 libglib2.0-0t64")
    assert newer.run().returncode == 0
    assert older.run().returncode == 0
