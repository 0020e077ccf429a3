"""What the repository itself keeps to: nothing of one machine in it, and a wheel that is whole."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

_OF_ONE_MACHINE = re.compile(r"/(?:work|root|home/[a-z]\w*|Users/[A-Za-z]\w*|opt/[a-z]\w*)/|pythonhosted|npmjs")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_nothing_names_one_machine_or_a_download_host() -> None:
    naming = []
    for path in _tracked():
        if path == Path(__file__).resolve() or not path.is_file():
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        naming += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in _OF_ONE_MACHINE.finditer(text)]
    assert naming == []


def test_the_versions_are_locked_by_number_alone() -> None:
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._\-]+==[A-Za-z0-9.!+]+", line)] == []


def test_no_file_is_huge() -> None:
    huge = [str(path.relative_to(ROOT)) for path in _tracked() if path.is_file() and path.stat().st_size > 1_000_000]
    assert huge == []


def test_the_wheel_holds_program_and_resources(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = {path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.name != ".gitkeep"}
    modules = set((ROOT / "src").rglob("*.py"))
    expected = {f"deskeditor/resources_data/{path.relative_to(ROOT / 'resources').as_posix()}" for path in resources}
    expected |= {path.relative_to(ROOT / "src").as_posix() for path in modules}
    assert expected - names == set()
