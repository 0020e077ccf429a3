"""What the README says is so."""

import re
from pathlib import Path

from typer.core import TyperGroup
from typer.main import get_command

from deskeditor.cli import app
from deskeditor.ui.actions import ACTIONS
from tests.architecture.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _section(title: str) -> str:
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_its_keys_are_those_of_the_actions() -> None:
    rows = re.findall(r"^\| ([^|*]+?) \| (`[^|]+`) \|$", _section("Keys"), re.MULTILINE)
    told = {text: tuple(re.findall(r"`([^`]+)`", keys)) for text, keys in rows}
    true = {spec.text: spec.shortcuts for spec in ACTIONS}
    assert len(told) > 30
    assert told == {text: true.get(text) for text in told}


def test_its_commands_exist() -> None:
    calls = [line.partition("#")[0].split() for line in _section("The command line").splitlines()]
    told = {call[1] for call in calls if call[:1] == ["deskeditor"] and len(call) > 1}
    commands = get_command(app)
    assert isinstance(commands, TyperGroup)
    assert told == set(commands.commands)


def test_its_links_lead_somewhere() -> None:
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        targets = re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
        assert [target for target in targets if not (Path(document.parent) / target).exists()] == []
