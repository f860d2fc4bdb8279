"""Every code in the sources stands in the table, with the class and the severity it has there."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from apex_cli import errors, exits
from apex_cli.codes.markdown import codes_markdown
from apex_cli.codes.problems import PROBLEMS
from apex_cli.codes.row import Row
from apex_cli.codes.table import CODES
from apex_cli.codes.warnings import WARNINGS
from apex_cli.errors import ApexError

ROOT = Path(__file__).parents[2]
CLASSES = {
    name: item
    for name, item in vars(errors).items()
    if isinstance(item, type) and issubclass(item, ApexError)
}


@cache
def trees() -> dict[str, ast.Module]:
    """Every source of apex but the table's own."""
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8"))
        for path in sorted((ROOT / "apex_cli").rglob("*.py"))
        if path.parent.name != "codes"
    }


class Use(NamedTuple):
    """A code as a source has it: where, in which call, and the severities given with it."""

    code: str
    where: str
    call: str
    severities: frozenset[str] = frozenset()


def texts(node: ast.expr) -> set[str]:
    """The texts that an expression can be, when it is one or a choice of two."""
    if isinstance(node, ast.IfExp):
        return texts(node.body) | texts(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def places(tree: ast.Module) -> dict[str, int]:
    """The functions and records of a source that take a `code`, and at which place."""
    found = {}
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.FunctionDef):
            names = [item.arg for item in node.args.args if item.arg != "self"]
        elif isinstance(node, ast.ClassDef) and node.name not in CLASSES:
            fields = [item.target for item in node.body if isinstance(item, ast.AnnAssign)]
            names = [item.id for item in fields if isinstance(item, ast.Name)]
        if "code" in names and isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] = names.index("code")
    return found


def of_call(node: ast.Call, where: str, taking: dict[str, int]) -> Iterator[Use]:
    name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
    if name == "warn" and len(node.args) > 2:  # code, severity, message
        codes, severities = texts(node.args[0]), texts(node.args[1])
        assert codes, f"{where}: the code of a warning is written where it is raised"
        assert severities, f"{where}: so is its severity"
        yield from (Use(code, where, name, frozenset(severities)) for code in codes)
        return
    given = [word.value for word in node.keywords if word.arg == "code"]
    if name in taking:
        given += node.args[taking[name] : taking[name] + 1]
    yield from (Use(code, where, name) for item in given for code in texts(item))


def uses_in(tree: ast.Module, name: str) -> Iterator[Use]:
    """Every code that a source brings into an answer."""
    taking = places(tree)
    for node in ast.walk(tree):
        where = f"{name}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Call):
            yield from of_call(node, where, taking)
        elif isinstance(node, ast.FunctionDef):
            named = node.args.args[len(node.args.args) - len(node.args.defaults) :]
            for item, default in zip(named, node.args.defaults, strict=True):
                if item.arg == "code":
                    yield from (Use(code, where, node.name) for code in texts(default))
        elif isinstance(node, ast.ClassDef) and node.name in CLASSES:
            for line in node.body:
                if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "code":
                    yield from (Use(code, where, node.name) for code in texts(line.value))


@cache
def uses() -> list[Use]:
    return [use for name, tree in trees().items() for use in uses_in(tree, name)]


def test_the_search_looks_wherever_a_code_can_stand() -> None:
    source = """
def _refuse(detail, code="a.default"): ...
class Finding(NamedTuple):
    code: str
_refuse("x", "a.second")
Finding("a.first", "error")
Conflict("x", code="a.keyword" if x else "a.other")
trace.warn("a.warning", "notice" if x else "review", "message")
class UsageError(ApexError):
    code = "a.class"
"""
    found = {use.code: use.severities for use in uses_in(ast.parse(source), "here")}
    names = {"default", "second", "first", "keyword", "other", "warning", "class"}
    assert found.keys() == {f"a.{name}" for name in names}
    assert found["a.warning"] == {"notice", "review"}


def test_every_code_in_the_sources_stands_in_the_table_and_no_other() -> None:
    assert not [f"{use.where}: {use.code}" for use in uses() if use.code not in CODES]
    assert not CODES.keys() - {use.code for use in uses()}


def test_a_code_has_the_class_and_the_severity_of_its_row() -> None:
    for use in uses():
        row = CODES[use.code]
        if use.call == "warn":
            assert row.kind == "warning", use
            assert use.severities == set(row.severity), use
        elif use.call in CLASSES:
            family = CLASSES[use.call]
            assert row.kind == "problem", use
            assert family.exit_code in row.exit, use
            assert row.status == errors.STATUS_OF.get(use.code, family.status), use


def test_an_error_whose_class_has_no_code_brings_one() -> None:
    bare = {name for name, item in CLASSES.items() if not hasattr(item, "code")}
    assert bare == {"ApexError", "Conflict", "VerificationFailed"}
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in bare:
                given = {word.arg for word in node.keywords}
                assert "code" in given, f"{name}:{node.lineno}"


@pytest.mark.parametrize("rows", [PROBLEMS, WARNINGS], ids=["problems", "warnings"])
def test_rows_are_in_order_and_say_something(rows: tuple[Row, ...]) -> None:
    assert [row.code for row in rows] == sorted({row.code for row in rows})
    for row in rows:
        assert bool(row.severity) == (row.kind == "warning"), row.code
        assert bool(row.exit) == bool(row.status) == (row.kind == "problem"), row.code
        assert set(row.exit) <= exits.MEANING.keys(), row.code
        assert row.means.endswith("."), row.code
        assert row.remedy.endswith((".", "?")), row.code
    assert len(PROBLEMS) + len(WARNINGS) == len(CODES)


def test_the_page_is_current() -> None:
    page = (ROOT / "docs" / "codes.md").read_text("utf-8")
    assert page == codes_markdown(), (
        "docs/codes.md is stale: python -c "
        '"from apex_cli.codes.markdown import codes_markdown as v; '
        "print(v(), end='')\" > docs/codes.md"
    )


def test_the_readme_says_the_same_exit_codes() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.partition("| exit | meaning |\n|--:|---|\n")[2].partition("\n\n")[0]
    assert table.splitlines() == [f"| {code} | {words} |" for code, words in exits.MEANING.items()]


@pytest.mark.parametrize("name", sorted(CLASSES.keys() - {"ApexError"}))
def test_the_tree_of_errors_is_drawn_with_the_numbers_of_its_classes(name: str) -> None:
    (line,) = (line for line in str(errors.__doc__).splitlines() if f" {name} " in line)
    numbers = line.partition(f" {name} ")[2].split()[:2]
    assert numbers == [str(CLASSES[name].exit_code), str(CLASSES[name].status)]
