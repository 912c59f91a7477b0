"""Habits of the code that its syntax shows: time is an argument, actions name their actor and moment, the core is pure."""

import ast
import sys

from tests.repo.support import python_files

TIMELESS = ("core/**/*.py", "*/actions/*.py", "*/queries/*.py", "*/facts.py", "*/models/*.py")
CLOCKS = {"now", "today", "utcnow"}
CLOCKS_WITHOUT_ARGUMENT = {"localtime", "localdate"}  # with one they only convert it
IMPURE = {"os", "socket", "subprocess", "urllib", "http", "random", "secrets", "tempfile", "shutil", "time", "sqlite3"}


def test_nothing_below_the_web_reads_the_clock():
    found = [
        f"{path}:{node.lineno} {node.func.attr}()"
        for path, tree in python_files(*TIMELESS)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in (CLOCKS if node.args else CLOCKS | CLOCKS_WITHOUT_ARGUMENT)
    ]
    assert found == []


def test_nothing_below_the_web_knows_a_request():
    found = [
        f"{path}:{node.lineno}"
        for path, tree in python_files(*TIMELESS)
        for node in ast.walk(tree)
        if (isinstance(node, ast.arg) and node.arg == "request")
        or (isinstance(node, ast.Name) and node.id == "request")
    ]
    assert found == []


def test_the_core_imports_nothing_that_reaches_outside():
    found = [
        f"{path}:{node.lineno} {name}"
        for path, tree in python_files("core/**/*.py")
        for node in ast.walk(tree)
        for name in _imported(node)
        if name in IMPURE
    ]
    assert found == []


def test_the_core_needs_the_standard_library_yaml_and_json_schema_only():
    allowed = {"thidua", "yaml", "jsonschema", *sys.stdlib_module_names}
    found = [
        f"{path}:{node.lineno} {name}"
        for path, tree in python_files("core/**/*.py")
        for node in ast.walk(tree)
        for name in _imported(node)
        if name not in allowed
    ]
    assert found == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module.split(".")[0]]
    return []


def _is_atomic(node: ast.expr) -> bool:
    return "transaction.atomic" in ast.unparse(node)


def write_actions() -> list[tuple[str, ast.FunctionDef]]:
    """Public functions of the action modules that open a transaction; the journal's own is what they all call."""
    return [
        (f"{path}:{node.name}", node)
        for path, tree in python_files("*/actions/*.py")
        if not path.startswith("journal/")
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and any(map(_is_atomic, node.decorator_list))
    ]


def test_there_are_write_actions():
    assert len(write_actions()) > 10


def test_write_actions_take_keywords_only_and_end_with_actor_and_moment():
    odd = [
        name
        for name, node in write_actions()
        if node.args.args or [argument.arg for argument in node.args.kwonlyargs[-2:]] != ["by", "at"]
    ]
    assert odd == []


def test_write_actions_have_docstrings():
    assert [name for name, node in write_actions() if not ast.get_docstring(node)] == []
