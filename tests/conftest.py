"""Shared fixtures, and the coverage that each room owes."""

import os
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path

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

settings.register_profile("apex", deadline=None)
settings.load_profile("apex")
"""A slow machine is no fault of a test."""

SLOW = (
    "tests/architecture/test_quality.py::test_clean[mypy]",
    "tests/architecture/test_recipes.py",
    "tests/audit/test_bytes.py",
    "tests/audit/test_foreign.py",
    "tests/batch/test_cluster.py",
    "tests/cli/test_audit.py",
    "tests/cli/test_batch_",
    "tests/cli/test_calc.py",
    "tests/cli/test_check_many.py",
    "tests/cli/test_complete.py",
    "tests/cli/test_errors.py",
    "tests/cli/test_getting_started.py",
    "tests/cli/test_health.py",
    "tests/cli/test_hook.py",
    "tests/cli/test_methods_side_by_side.py",
    "tests/cli/test_packs.py",
    "tests/cli/test_project_",
    "tests/cli/test_report.py",
    "tests/cli/test_sweep_command.py",
    "tests/project/test_fuzz.py",
    "tests/project/test_kills.py",
    "tests/project/test_machine.py",
    "tests/project/test_races.py",
    "tests/project/test_store.py::test_a_read_only_folder_or_file",
    "tests/project/test_yaml.py::test_two_thousand_documents",
    "tests/render/test_check_formats.py",
    "tests/render/test_package.py",
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
)
"""How the names of those tests begin that take longest: `-m "not slow"` leaves them out."""

Apex = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def apex() -> Apex:
    """Run the command line as a real process."""

    def run(
        *args: str | os.PathLike[str],
        stdin: bytes | None = None,
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "apex_cli", *(os.fspath(arg) for arg in args)],
            input=stdin if stdin is not None else b"",
            capture_output=True,
            check=False,
            timeout=60,
            cwd=cwd or ROOT,
            env={**os.environ, "COLUMNS": "100", **(env or {})},
        )

    return run


@pytest.fixture
def unmeasured() -> dict[str, str]:
    """The environment of a process that is interrupted: no coverage is measured in it.

    Coverage guards its data by a plain lock; a KeyboardInterrupt that arrives while it is held
    leaves it locked, and the process waits for itself for ever.
    """
    return {name: text for name, text in os.environ.items() if not name.startswith("COVERAGE_")}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow, and hold the table to the files that there are."""
    gone = [begin for begin in SLOW if not any(ROOT.glob(begin.partition("::")[0] + "*"))]
    if gone:
        raise pytest.UsageError(f"SLOW in tests/conftest.py names what is not there: {gone}")
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker("slow")


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
    import coverage  # noqa: PLC0415 - only when coverage was measured

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
