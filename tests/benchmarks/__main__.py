"""How fast it is: python -m tests.benchmarks prints a table of ratios and rates.

Times are processor time, the least of several alternating runs, so that a busy machine disturbs
them little. Nothing here is a test; docs/performance.md holds a table and how it was made.
"""

import contextlib
import filecmp
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from apex_cli.audit.limits import limits
from apex_cli.batch.axes import axis
from apex_cli.batch.sweep import sweep
from apex_cli.equations import Bare, Trace
from apex_cli.errors import ApexError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.candidates import candidates, fields_of
from apex_cli.run.chain import solve
from apex_cli.run.prepare import Prepared, prepare
from apex_cli.run.repeat import Repeated
from apex_cli.run.select import Search, choose_section
from apex_cli.run.table import judged

ROOT = Path(__file__).parents[2]
FOUR = "import typer, rich.console, pydantic, yaml"
FOOTING = "examples/bare-footing.json"
POLE = "examples/pole-sign.json"
SUPPORT = "examples/pole-sign-support.json"
STARTS = {
    "python -c pass": ["-c", "pass"],
    "four imports": ["-c", FOUR],
    "apex --version": ["-m", "apex_cli", "--version"],
    "apex --help": ["-m", "apex_cli", "--help"],
    "calc footing": ["-m", "apex_cli", "calc", "footing", FOOTING, "--format", "json"],
    "calc all": ["-m", "apex_cli", "calc", "all", POLE, "--format", "json"],
}


def environment() -> dict[str, str]:
    """Byte code is kept, as it is for an installed program."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    folder = Path(tempfile.gettempdir()) / "apex-benchmark"
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder)}


def processor_seconds(*args: str) -> float:
    """Processor time of one process and its children, s."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *args], cwd=ROOT, env=environment(), check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def starts(rounds: int) -> Iterator[tuple[str, str]]:
    """Cold starts, alternating."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, args in STARTS.items():
            best[name] = min(best.get(name, 9e9), processor_seconds(*args))
    for name, seconds in best.items():
        ratio, bare = seconds / best["four imports"], seconds / best["python -c pass"]
        yield name, f"{seconds * 1e3:6.1f} ms  {ratio:5.2f} x four imports  {bare:5.1f} x bare"


def batches(lines: int, folder: Path) -> Iterator[tuple[str, str]]:
    """Envelopes a second, of lines that all differ and of lines that ask the same again."""
    for name, speeds in (("different", lines), ("90 different", 90)):
        for told, text in _batch(lines, speeds, folder):
            yield f"{told}, {name}", text
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield "largest process", f"{peak:.0f} MB"


def _batch(lines: int, speeds: int, folder: Path) -> Iterator[tuple[str, str]]:
    """A batch of so many lines with so many wind speeds, by one process and by two."""
    document = json.loads((ROOT / POLE).read_bytes())
    for field in ("etag", "revision", "updated_at", "lock"):
        document.pop(field, None)
    source = folder / "sites.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for number in range(lines):
            document["site"]["wind_speed_mph"] = 90 + number % speeds * 90 / speeds
            file.write(json.dumps(document) + "\n")
    clocks = {}
    for jobs in (1, 2):
        out = folder / f"out-{jobs}.jsonl"
        started = time.perf_counter()
        spent = processor_seconds(
            "-m", "apex_cli", "batch", "all", str(source), "-o", str(out), "-j", str(jobs)
        )
        clocks[jobs] = time.perf_counter() - started
        rates = f"{lines / spent:6.0f} a second of a core, {lines / clocks[jobs]:6.0f} by the clock"
        yield f"batch all -j {jobs}", rates
    same = filecmp.cmp(folder / "out-1.jsonl", folder / "out-2.jsonl", shallow=False)
    yield (
        "-j 2 against -j 1",
        f"{clocks[1] / clocks[2]:.2f} x, bytes {'equal' if same else 'DIFFER'}",
    )


def sweeps() -> Iterator[tuple[str, str]]:
    """Points of a sweep, validated and rounded, a second of a core."""
    catalogue = Catalogue()
    axes = (axis("footing.width_ft=2:5:0.03"), axis("loads.lateral_lbf=1000:4000:50"))
    document = json.loads((ROOT / FOOTING).read_bytes())
    spent = 9e9
    for _ in range(3):
        started = time.process_time()
        points = len(sweep("footing", document, axes, catalogue).rows)
        spent = min(spent, time.process_time() - started)
    yield f"sweep footing, {points} points", f"{points / spent:6.0f} a second"


def moved() -> Iterator[tuple[str, str]]:
    """Limits of all that a pole sign reads, packs among it, in a process that has just started."""
    document = json.loads((ROOT / POLE).read_bytes())
    spent = []
    for _ in range(3):
        started = time.process_time()
        rows = len(limits(document, Catalogue()).result["limits"])
        spent.append(time.process_time() - started)
    yield f"limits, {rows} numbers", f"{spent[0] * 1e3:6.0f} ms, again {min(spent) * 1e3:.0f} ms"


def solutions() -> Iterator[tuple[str, str]]:
    """Solutions of a footing, and of a wind and the footing for it, a second of a core.

    `repeated` solves as many projects as a sweep has, that differ in one number and whose records
    are made before: the width of the footing, or the speed of the wind. Making tapes is in it.
    """
    catalogue = Catalogue()
    for name, file, path in (
        ("footing", FOOTING, "footing.width_ft"), ("wind to footing", POLE, "site.wind_speed_mph")
    ):  # fmt: skip
        document = json.loads((ROOT / file).read_bytes())
        prepared = prepare("footing", document, catalogue)
        project: Any = prepared.project
        block, field = path.split(".")
        old = getattr(getattr(project, block), field)
        others = [
            project.replace(**{block: getattr(project, block).replace(**{field: old + n / 10000})})
            for n in range(3000)
        ]

        def bare(prepared: Prepared = prepared) -> None:
            for _ in range(300):
                solve(prepared, Bare())

        def traced(prepared: Prepared = prepared) -> None:
            for _ in range(300):
                solve(prepared, Trace())

        def repeated(
            prepared: Prepared = prepared, document: Any = document, others: Any = others
        ) -> None:
            again = Repeated(prepared, document)
            for one in others:
                again(one)

        for work, count in ((bare, 300), (traced, 300), (repeated, len(others))):
            best = 9e9
            for _ in range(10):
                started = time.process_time()
                work()
                best = min(best, time.process_time() - started)
            yield f"{name}, {work.__name__}", f"{count / best:6.0f} a second"


def selections() -> Iterator[tuple[str, str]]:
    """Candidates of a selection judged, against the calculation that `calc` does of each."""
    document = json.loads((ROOT / SUPPORT).read_bytes())
    document["support"]["steel"] = {"material": "custom", "fy_ksi": 46, "fu_ksi": 62}
    prepared = prepare("support", document, Catalogue(), select="section")
    sections: Any = prepared.packs["sections"][0]
    pack: Any = prepared.packs["support"][0]
    (field,) = fields_of(prepared.project, pack)
    each = [
        one for family in field.families
        for one in candidates(family, field, prepared.project, sections)
    ]  # fmt: skip

    def judge_all() -> None:
        search = Search(prepared.project, prepared.packs, field)
        for one in each:
            with contextlib.suppress(ApexError):
                judged(search.chain(one))

    def solve_all() -> None:
        for one in each:
            project: Any = one.project
            with contextlib.suppress(ApexError):
                solve(prepared._replace(project=project, select=None), Bare())

    def choose_some() -> None:
        choose_section(prepared)

    spent = {}
    for work in (judge_all, solve_all, choose_some):
        best = 9e9
        for _ in range(3):
            started = time.process_time()
            work()
            best = min(best, time.process_time() - started)
        spent[work] = best
    rate, times = len(each) / spent[judge_all], spent[solve_all] / spent[judge_all]
    yield f"select, {len(each)} candidates", f"{rate:6.0f} a second, {times:.1f} x as solved"
    share = spent[solve_all] / spent[choose_some]
    yield "select, as asked", f"{spent[choose_some] * 1e3:6.0f} ms, {share:.0f} x as all solved"


def main() -> None:
    """Print the table; arguments: rounds of cold starts, lines of the batch."""
    rounds, lines = (*map(int, sys.argv[1:]), *(7, 4000)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder:
        for rows in (
            starts(rounds),
            batches(lines, Path(folder)),
            sweeps(),
            moved(),
            solutions(),
            selections(),
        ):
            for name, text in rows:
                sys.stdout.write(f"{name:36} {text}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
