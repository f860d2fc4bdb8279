"""Shared fixtures, and the coverage that each room owes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import coverage
import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"

COVERAGE_OWED = {
    "apex_cli/solvers/": 100.0,
    "apex_cli/packs/": 100.0,
    "apex_cli/envelope/": 100.0,
    "apex_cli/canonical.py": 100.0,
    "apex_cli/yaml_reader.py": 100.0,
    "apex_cli/": 90.0,
}
"""Branch coverage, in percent, by the beginning of the file's name."""

os.environ["XDG_CONFIG_HOME"] = str(ROOT / "tests")  # nobody's defaults: there is no apex in it
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
"""Every process that the tests start would compile all it loads: two fifths of its time."""

settings.register_profile("apex", deadline=None)
settings.load_profile("apex")
"""A slow machine is no fault of a test."""

SLOW = (
    "tests/architecture/test_quality.py::test_clean[mypy]",
    "tests/architecture/test_recipes.py",
    "tests/audit/test_bytes.py",
    "tests/audit/test_foreign.py",
    "tests/audit/test_limits.py::test_at_each_end_the_full_calculation_flips",
    "tests/batch/test_cluster.py",
    "tests/cli/test_audit.py",
    "tests/cli/test_batch_",
    "tests/cli/test_calc.py",
    "tests/cli/test_check_many.py",
    "tests/cli/test_complete.py",
    "tests/cli/test_defaults.py",
    "tests/cli/test_errors.py",
    "tests/cli/test_getting_started.py",
    "tests/cli/test_health.py",
    "tests/cli/test_hook.py",
    "tests/cli/test_methods_side_by_side.py",
    "tests/cli/test_packs.py",
    "tests/cli/test_project_",
    "tests/cli/test_report.py",
    "tests/cli/test_sweep_command.py",
    "tests/cli/test_watch.py",
    "tests/fuzz/test_share.py",
    "tests/hostile/test_names.py",
    "tests/hostile/test_packs.py::test_a_number_of_any_size",
    "tests/project/test_kills.py",
    "tests/project/test_machine.py",
    "tests/project/test_races.py",
    "tests/project/test_store.py::test_a_read_only_folder_or_file",
    "tests/reliability/test_faults.py",
    "tests/project/test_yaml.py::test_two_thousand_documents",
    "tests/render/test_check_formats.py",
    "tests/render/test_dxf.py::test_the_same_bytes",
    "tests/render/test_package.py",
    "tests/render/test_table.py::test_no_digit",
    "tests/render/test_paper.py",
    "tests/run/test_select_foot.py::test_against_the_whole_grid[rods",
    "tests/run/test_select_foot.py::test_what_is_told_passes_when_it_is_calculated",
    "tests/solvers/exposure/test_any_project.py",
    "tests/solvers/pricing/test_properties.py::test_the_total_is_the_sum_of_its_lines_to_the_cent",
    "tests/solvers/support/pier/test_pier_strength.py::test_five_hundred",
    "tests/solvers/support/pier/test_pier_strength.py::test_more_bars",
    "tests/solvers/support/test_independent.py::test_the_solver_and_the_model_agree[thousands]",
    "tests/test_canonical.py::test_around_a_part_spelled_before",
    "tests/test_canonical.py::test_same_bytes_as_the_library",
    "tests/test_readme.py",
    "tests/test_json_schemas.py::test_what",
    "tests/test_wheel.py",
    "tests/units/test_text.py::test_five_thousand",
)
"""How the names of those tests begin that take longest: `-m "not slow"` leaves them out."""

READ_AT_START = ("LANG", "LC_", "PYTHON")
"""How the variables begin that Python reads while it starts."""

UNTRACED = (
    "tests/architecture/test_rooms.py",
    "tests/audit/test_bytes.py",
    "tests/audit/test_foreign.py",
    "tests/audit/test_limits.py::test_at_each_end_the_full_calculation_flips",
    "tests/cli/test_quick.py::test_as_typer",
    "tests/codes/test_table.py",
    "tests/fuzz/test_share.py",
    "tests/hostile/test_names.py",
    "tests/hostile/test_packs.py::test_a_number_of_any_size",
    "tests/misread/test_continuity.py",
    "tests/misread/test_directions.py",
    "tests/misread/test_faces.py::test_dust",
    "tests/misread/test_least.py",
    "tests/project/test_machine.py",
    "tests/project/test_yaml.py::test_two_thousand",
    "tests/records/test_model.py::test_packs_are",
    "tests/records/test_model.py::test_projects_are",
    "tests/render/test_package.py::test_hostile",
    "tests/render/test_package.py::test_html",
    "tests/render/test_package.py::test_pages",
    "tests/render/test_package.py::test_same_answer",
    "tests/render/test_package.py::test_the_numbers",
    "tests/render/test_quote.py::test_nothing_hidden",
    "tests/run/test_select.py::test_each_is_the_lightest",
    "tests/run/test_select.py::test_the_two_methods",
    "tests/run/test_select_foot.py::test_against_the_whole_grid",
    "tests/run/test_select_foot.py::test_what_is_told_passes",
    "tests/solvers/exposure/test_any_project.py",
    "tests/solvers/pricing/test_by_hand.py",
    "tests/solvers/pricing/test_properties.py::test_the_total",
    "tests/solvers/support/pier/test_pier_strength.py::test_five_hundred",
    "tests/solvers/support/pier/test_pier_strength.py::test_more_bars",
    "tests/solvers/support/slab/test_slab_statics.py::test_three_hundred",
    "tests/solvers/support/test_independent.py::test_the_solver",
    "tests/test_canonical.py::test_same_bytes",
    "tests/test_json_schemas.py::test_what",
)
"""How the names of those tests begin that go the same ways thousands of times.

No coverage is measured in them, which would take most of their time: other tests go these ways.
"""

Apex = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def apex(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apex]:
    """Run the command line as a real process, which counts for the coverage.

    It is forked from one that has loaded the modules (tests/forking.py), unless it gets what
    Python reads while it starts; like every other process of the tests that one is not measured.
    """
    files = [tmp_path_factory.mktemp("apex") / name for name in ("stdin", "stdout", "stderr")]
    command = [sys.executable, str(ROOT / "tests" / "forking.py")]
    measured = coverage.Coverage.current() is not None
    with subprocess.Popen(
        command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        requests, answers = server.stdin, server.stdout
        assert requests is not None
        assert answers is not None

        def run(
            *args: str | os.PathLike[str],
            stdin: bytes = b"",
            env: dict[str, str] | None = None,
            cwd: Path = ROOT,
        ) -> subprocess.CompletedProcess[bytes]:
            words = [os.fspath(arg) for arg in args]
            around = {**os.environ, "COLUMNS": "100", **(env or {})}
            if any(name.startswith(READ_AT_START) for name in env or {}):
                return subprocess.run(
                    [sys.executable, "-m", "apex_cli", *words],
                    input=stdin, capture_output=True, check=False, timeout=200, cwd=cwd, env=around,
                )  # fmt: skip
            for file, data in zip(files, (stdin, b"", b""), strict=True):
                file.write_bytes(data)
            request = {
                "args": words, "cwd": str(cwd), "env": around, "files": [*map(str, files)],
                "measured": measured,
            }  # fmt: skip
            requests.write(f"{json.dumps(request)}\n")
            requests.flush()
            code = int(answers.readline())
            return subprocess.CompletedProcess(
                words, code, files[1].read_bytes(), files[2].read_bytes()
            )

        yield run
        requests.close()


@pytest.fixture
def unmeasured() -> dict[str, str]:
    """The environment of a process that is interrupted: no coverage is measured in it.

    Coverage guards its data by a plain lock; a KeyboardInterrupt that arrives while it is held
    leaves it locked, and the process waits for itself for ever.
    """
    return {name: text for name, text in os.environ.items() if not name.startswith("COVERAGE_")}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow, hold the tables to the files that there are, and set the order.

    Two workers begin at the two halves of the list, and who is done takes from the other's end:
    each half begins with slow files, so that nothing long is left for the end.
    """
    gone = [
        begin for begin in SLOW + UNTRACED if not any(ROOT.glob(begin.partition("::")[0] + "*"))
    ]
    if gone:
        raise pytest.UsageError(f"tests/conftest.py names what is not there: {gone}")
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker("slow")
        files.setdefault(item.path, []).append(item)
    slow_first = sorted(
        files, key=lambda path: not any(item.get_closest_marker("slow") for item in files[path])
    )
    halves = slow_first[0::2] + slow_first[1::2]
    items[:] = [item for path in halves for item in files[path]]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Take the tracer of the coverage away from a test that needs none."""
    if not item.nodeid.startswith(UNTRACED):
        return (yield)
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        _forget()
        sys.settrace(tracer)


def _forget() -> None:
    """Empty the caches: what is kept in them the next test would not be seen to go through."""
    rooms = tuple(room.removesuffix(".py").replace("/", ".") for room in COVERAGE_OWED)[:-1]
    for name in [name for name in sys.modules if name.startswith((*rooms, "apex_cli.equations."))]:
        for value in vars(sys.modules[name]).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    """After the tests: fail the run when a room has less coverage than it owes."""
    outcome = yield
    data = ROOT / ".coverage"
    config = session.config
    whole = (
        not config.option.keyword
        and not config.option.markexpr
        and config.args == ["tests", "apex_cli"]
    )
    worker = hasattr(config, "workerinput")
    if whole and not worker and data.exists() and not config.option.collectonly:
        for line in _owing(data):
            sys.stdout.write(f"\ncoverage owed: {line}")
            session.testsfailed += 1
    return outcome


def _owing(data: Path) -> list[str]:
    measured = coverage.Coverage(data_file=str(data), config_file=str(ROOT / "pyproject.toml"))
    measured.load()
    totals = dict.fromkeys(COVERAGE_OWED, (0, 0))
    missing: dict[str, list[str]] = {room: [] for room in COVERAGE_OWED}
    for name in measured.get_data().measured_files():
        relative = (
            Path(name).relative_to(ROOT).as_posix() if Path(name).is_relative_to(ROOT) else ""
        )
        if not relative.startswith("apex_cli/") or not Path(name).exists():
            continue
        # coverage shows its numbers only as text; they are counted here as its report counts them
        numbers = measured._analyze(name).numbers
        have = numbers.n_executed + numbers.n_executed_branches
        owed = numbers.n_statements + numbers.n_branches
        for room in COVERAGE_OWED:
            if relative.startswith(room):
                totals[room] = (totals[room][0] + have, totals[room][1] + owed)
                if have < owed:
                    missing[room].append(f"{relative} {100 * have / owed:.1f} %")
    return [
        f"{room} has {100 * have / owed:.2f} %, owes {COVERAGE_OWED[room]} %: "
        + ", ".join(missing[room])
        for room, (have, owed) in totals.items()
        if owed and 100 * have / owed < COVERAGE_OWED[room]
    ]
