"""The source tree as the architecture tests read it: modules, their syntax trees, what they import."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = ROOT / "src" / "deskeditor"


@dataclass(frozen=True, slots=True)
class Module:
    """One source file: its path below the package, with slashes, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def part(self) -> str:
        """The part of the house it stands in: `ui`, `store`, … or its own name at the top."""
        return self.path.partition("/")[0].removesuffix(".py")

    def __str__(self) -> str:
        return self.path


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the program."""
    return tuple(_read(path) for path in sorted(PACKAGE.rglob("*.py")))


def _read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path.relative_to(PACKAGE).as_posix(), text, ast.parse(text))


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """What a module imports anywhere in it, with the line: `from a import b` gives `a.b`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
