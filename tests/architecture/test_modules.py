"""What every module keeps to: its size, its name, no hidden state, no swallowed faults."""

import ast
import re
from collections.abc import Iterator
from typing import Final

from tests.architecture.source import PACKAGE, Module, imports, modules

MOST_LINES: Final = 600
VAGUE_NAMES: Final = {"utils", "util", "common", "helpers", "helper", "misc", "manager", "managers", "core", "base"}
MUTABLE_TYPES: Final = {
    "list",
    "dict",
    "set",
    "bytearray",
    "defaultdict",
    "deque",
    "Counter",
    "OrderedDict",
    "ChainMap",
    "SimpleNamespace",
    "WeakKeyDictionary",
    "WeakValueDictionary",
    "WeakSet",
    "Lock",
    "RLock",
    "Queue",
    "Environment",
    "SandboxedEnvironment",
}
QT_VALUES: Final = {"QModelIndex"}


def test_no_module_is_too_long() -> None:
    long = {str(module): lines for module in modules() if (lines := len(module.text.splitlines())) > MOST_LINES}
    assert long == {}


def test_names_say_what_is_inside() -> None:
    vague = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*")
        if path.stem in VAGUE_NAMES and (path.is_dir() or path.suffix == ".py")
    ]
    assert vague == []


def _called(node: ast.expr | None) -> str:
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_mutable(value: ast.expr | None) -> bool:
    literals = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    called = _called(value)
    is_qt = re.match(r"Q[A-Z]", called) is not None and called not in QT_VALUES
    return isinstance(value, literals) or called in MUTABLE_TYPES or is_qt


def _top_level(tree: ast.Module) -> Iterator[ast.stmt]:
    for statement in tree.body:
        yield statement
        if isinstance(statement, ast.If | ast.Try):
            yield from (inner for inner in ast.walk(statement) if isinstance(inner, ast.Assign | ast.AnnAssign))


def _mutable_names(module: Module) -> Iterator[str]:
    for statement in _top_level(module.tree):
        if isinstance(statement, ast.Assign | ast.AnnAssign) and _is_mutable(statement.value):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names = [ast.unparse(target) for target in targets]
            yield from (f"{module}:{statement.lineno} {name}" for name in names if name != "__all__")


def test_no_module_holds_state() -> None:
    # A table that is only read is a MappingProxyType, a frozenset or a tuple.
    assert [name for module in modules() for name in _mutable_names(module)] == []


def test_no_function_reaches_for_a_global() -> None:
    reaching = [
        f"{module}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Global)
    ]
    assert reaching == []


def _swallows(handler: ast.ExceptHandler) -> bool:
    caught = ast.unparse(handler.type) if handler.type else "everything"
    is_wide = any(name in caught for name in ("everything", "BaseException")) or re.search(r"\bException\b", caught)
    does_nothing = all(
        isinstance(inner, ast.Pass | ast.Continue)
        or (isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Constant))
        for inner in handler.body
    )
    return bool(is_wide) and does_nothing


def test_no_fault_is_swallowed() -> None:
    swallowing = [
        f"{module}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and (_swallows(node) or node.type is None)
    ]
    assert swallowing == []


def test_no_nested_event_loop_stands_in_for_a_signal() -> None:
    calling = [f"{module}" for module in modules() if "processEvents" in module.text]
    assert calling == []


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
    assert [f"{module}" for module in modules() if marks.search(module.text)] == []


def test_every_module_says_its_place() -> None:
    silent = [
        str(module)
        for module in modules()
        if module.tree.body and not ast.get_docstring(module.tree) and "migrations/" not in module.path
    ]
    assert silent == []


def _widget_classes() -> dict[str, list[str]]:
    """The widget classes of each module of ui, own base classes followed by name."""
    from PySide6 import QtWidgets

    found: dict[str, list[str]] = {}
    known: set[str] = {"QWebEngineView"}
    for module in modules():
        for _, name in imports(module):
            last = name.rpartition(".")[2]
            candidate = getattr(QtWidgets, last, None)
            if isinstance(candidate, type) and issubclass(candidate, QtWidgets.QWidget):
                known.add(last)
    classes = [
        (module, node)
        for module in modules()
        if module.part == "ui"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    ]
    grew = True
    while grew:
        grew = False
        for module, node in classes:
            bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
            if bases & known and node.name not in found.get(str(module), []):
                found.setdefault(str(module), []).append(node.name)
                known.add(node.name)
                grew = True
    return found


def test_a_module_holds_one_widget() -> None:
    crowded = {module: names for module, names in _widget_classes().items() if len(names) > 1}
    assert crowded == {}
