"""The house stands as docs/ARCHITECTURE.md draws it: data flows one way, pure rooms stay pure."""

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "apex_cli"

FLOORS: dict[str, int] = {
    "canonical": 0, "quantities": 0, "errors": -1, "clock": 0, "pipes": 0, "links": 0, "marks": 0,
    "unread": 0, "version": 0, "pointer": 0, "atomic": 0, "exits": -2, "codes": 1,
    "units": 0, "changes": 1, "records": 1, "files": 1, "yaml_reader": 1, "vocabulary": 2,
    "equations": 3,
    "project": 4, "packs": 4,
    "solvers": 5, "config": 5,
    "envelope": 6,
    "render": 7,

    "answer": 8, "run": 9,
    "selftest": 10, "json_schemas": 10, "audit": 10,
    "doctor": 11, "batch": 11, "material": 11, "package": 11, "interview": 11,
    "api": 12, "cli": 12, "__main__": 13, "": 0,
}  # fmt: skip
"""Which floor a room stands on; a room opens doors only to its own floor's own room, or below."""

MAY_NOT_KNOW = {"project": {"packs"}, "packs": {"project"}}
CIRCLES = [
    ("records.model", "records.twin"),  # who reads asks the twin only when in doubt: no Pydantic
]
"""Modules that import each other. What is not a circle any more is taken off the list."""
READERS = {"apex_cli.project.store", "apex_cli.packs.loader", "apex_cli.packs.catalogue"}
IMPURE = {
    "os",
    "pathlib",
    "io",
    "time",
    "random",
    "subprocess",
    "yaml",
    "typer",
    "tempfile",
    "shutil",
}
PURE = ("solvers/", "envelope/", "equations/", "canonical.py", "quantities.py", "errors.py",
        "exits.py", "codes/",
        "render/json.py", "render/text.py", "render/explain.py", "render/where.py",
        "render/formula.py",
        "render/formula_text.py", "render/drawing/", "render/report/",
        "pointer.py", "changes.py")  # fmt: skip

FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@cache
def imports(name: str) -> list[str]:
    """Every module that a file imports, wherever in the file it does so."""
    found = []
    for node in ast.walk(ast.parse((PACKAGE / name).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: imports are absolute"
            module = node.module or ""
            inside = PACKAGE.parent / module.replace(".", "/")
            for alias in node.names:
                is_module = (inside / f"{alias.name}.py").exists() or (inside / alias.name).is_dir()
                found.append(f"{module}.{alias.name}" if is_module else module)
    return found


def module_of_file(name: str) -> str:
    return f"apex_cli/{name}".removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def circles(graph: dict[str, set[str]]) -> list[set[str]]:
    """Nodes that lead back to themselves, grouped by who leads to whom.

    >>> circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a", "d"}}) == [{"b", "c"}, {"d"}]
    True
    """
    reached: dict[str, set[str]] = {}
    for start in graph:
        todo, reached[start] = [start], set()
        while todo:
            new = graph[todo.pop()] - reached[start]
            reached[start] |= new
            todo += new
    closed = [node for node in graph if node in reached[node]]
    found = [{other for other in closed if other in reached[node] and node in reached[other]}
             for node in closed]  # fmt: skip
    return [circle for at, circle in enumerate(found) if circle not in found[:at]]


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def room_of_file(name: str) -> str:
    return name.split("/", maxsplit=1)[0].removesuffix(".py").replace("__init__", "")


def is_due(own: str, module: str) -> bool:
    """Whether a room may import a module of apex: solvers see models only."""
    other = room(module)
    down = other == own or FLOORS[other] < FLOORS[own]
    known = other in MAY_NOT_KNOW.get(own, set()) or (own == "solvers" and module in READERS)
    return down and not known


def test_imports_go_down() -> None:
    assert [
        f"{name} opens a door to {module}"
        for name in FILES
        if (own := room_of_file(name))  # apex_cli/__init__.py imports the API only when asked
        for module in imports(name)
        if module.split(".")[0] == "apex_cli" and not is_due(own, module)
    ] == []


def test_a_door_up_or_to_a_stranger_is_not_due() -> None:
    assert is_due("cli", "apex_cli.run.chain")
    assert not is_due("run", "apex_cli.cli.app")
    assert not is_due("project", "apex_cli.packs.model")
    assert not is_due("solvers", "apex_cli.packs.loader")
    assert is_due("solvers", "apex_cli.packs.model")


def test_no_file_imports_itself_by_way_of_others() -> None:
    """Imports within functions and for type checkers count: they are arrows all the same."""
    graph = {module_of_file(name): set(imports(name)) for name in FILES}
    inside = {module: arrows & graph.keys() for module, arrows in graph.items()}
    assert circles(inside) == [{f"apex_cli.{module}" for module in pair} for pair in CIRCLES]


def outside(name: str) -> set[str]:
    """The packages that a file imports from."""
    return {module.split(".")[0] for module in imports(name)}


def test_pure_rooms_touch_no_world() -> None:
    pure = [name for name in FILES if name.startswith(PURE)]
    assert len(pure) > 100
    assert {name: outside(name) & IMPURE for name in pure if outside(name) & IMPURE} == {}


def test_one_calculation_never_calls_another() -> None:
    called = [
        (name, module.split("."))
        for name in FILES
        if name.startswith("solvers/")
        for module in imports(name)
        if module.startswith("apex_cli.solvers.")
    ]
    assert len(called) > 100
    assert [
        (name, parts) for name, parts in called if len(parts) > 3 and parts[2] != name.split("/")[1]
    ] == []


def test_files_are_small() -> None:
    lines = {name: len((PACKAGE / name).read_text("utf-8").splitlines()) for name in FILES}
    assert {name: count for name, count in lines.items() if count > 250} == {}


def test_nobody_imports_click() -> None:
    assert [name for name in FILES if "click" in outside(name)] == []
