"""Who may import what, beyond the layers that import-linter watches."""

import subprocess
import sys
import textwrap
from typing import Final

import pytest

from tests.architecture.source import PACKAGE, imports, modules

# Each library, and the parts of the house that may know it.
HOMES: Final = {
    "PySide6": {"ui", "workspace", "richtext", "app"},
    "shiboken6": {"ui", "workspace", "richtext", "app"},
    "PySide6.QtWidgets": {"ui", "app"},
    "PySide6.QtWebEngineCore": {"ui", "app"},
    "PySide6.QtWebEngineWidgets": {"ui", "app"},
    "qtawesome": {"ui"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "sqlite3": {"store"},
    "markdown": {"markup"},
    "html.parser": {"markup"},
    "nh3": {"markup"},
    "typer": {"cli"},
    "jinja2": {"export"},
    "docx": {"export"},
}


def _is_below(name: str, library: str) -> bool:
    return name == library or name.startswith(library + ".")


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_known_at_its_home_only(library: str) -> None:
    strays = [
        f"{module}:{line} imports {name}"
        for module in modules()
        for line, name in imports(module)
        if _is_below(name, library) and module.part not in HOMES[library]
    ]
    assert strays == []


def test_the_article_is_made_of_the_standard_library() -> None:
    strays = [
        f"{module}:{line} imports {name}"
        for module in modules()
        if module.part in {"article", "errors", "paths"}
        for line, name in imports(module)
        if name.partition(".")[0] not in sys.stdlib_module_names | {"deskeditor", "platformdirs"}
        or (module.part == "article" and _is_below(name, "platformdirs"))
    ]
    assert strays == []


def test_every_import_is_absolute() -> None:
    strays = [f"{module}:{line}" for module in modules() for line, name in imports(module) if name.startswith("None.")]
    assert strays == []


def _in_a_fresh_python(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr


def test_the_command_line_needs_no_qt() -> None:
    _in_a_fresh_python(
        """
        import sys

        for name in ("PySide6", "shiboken6", "qtawesome"):
            sys.modules[name] = None
        import deskeditor.__main__
        import deskeditor.cli
        import deskeditor.desk
        """
    )


@pytest.mark.parametrize("module", ["deskeditor.ui.preview", "deskeditor.ui.main_window", "deskeditor.app"])
def test_the_web_engine_waits_for_its_first_use(module: str) -> None:
    _in_a_fresh_python(
        f"""
        import sys

        import {module}

        early = sorted(name for name in sys.modules if name.startswith("PySide6.QtWebEngine"))
        assert not early, early
        """
    )


@pytest.mark.parametrize(
    "library",
    [
        "sqlalchemy",
        "alembic",
        "typer",
        "jinja2",
        "markdown",
        "nh3",
        "yaml",
        "qtawesome",
        "docx",
        "lxml",
        "deskeditor.ingest.docx_file",
        "deskeditor.factcheck.facts",
        "deskeditor.factcheck.placing",
    ],
)
def test_the_window_is_drawn_before_this_is_loaded(library: str) -> None:
    _in_a_fresh_python(
        f"""
        import sys

        import deskeditor.app

        assert "{library}" not in sys.modules
        """
    )


def test_every_package_has_its_mirror_in_the_tests() -> None:
    packages = {path.parent.relative_to(PACKAGE) for path in PACKAGE.rglob("__init__.py")} - {
        PACKAGE.relative_to(PACKAGE)
    }
    tests = PACKAGE.parents[1] / "tests"
    untested = {
        package.as_posix()
        for package in packages
        if "migrations" not in package.parts and not any((tests / package).glob("test_*.py"))
    }
    assert untested == set()


def test_every_folder_of_tests_is_a_package() -> None:
    tests = PACKAGE.parents[1] / "tests"
    bare = {path.parent for path in tests.rglob("*.py") if not (path.parent / "__init__.py").exists()}
    assert bare == set()
