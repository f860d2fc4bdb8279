"""What apex promises, tried in numbers: python -m tests.reliability NAME [--n COUNT] [--write].

Each run prints its counts as JSON and ends with 1 where a promise was broken; --write puts them
into docs/reliability.md, which is never typed.
"""

import argparse
import json
import re
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from apex_cli.version import __version__

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"


class Run(NamedTuple):
    """A run.

    Args:
        where: The function, as ``module:name`` in this room; it takes a count and gives counts.
        many: How many, unless said otherwise.
        words: What it does and what holds, for the page.
        broken: The counts that must be 0.
        whole: The counts that must be equal.
    """

    where: str
    many: int
    words: str
    broken: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


RUNS: dict[str, Run] = {
    "forgeries": Run(
        "forgeries:forgeries", 10_000,
        "One place of an envelope is changed or taken out, and its digest made anew: `apex verify` "
        "finds it and names the place.",
        whole=("forgeries", "found", "named"),
    ),
    "faults": Run(
        "faults:faults", 100_000,
        "One call to the operating system fails (with EIO, ENOSPC, EINTR, EACCES, EDQUOT), the "
        "first, the second, to the last of a command (of those that take long sixty, spread, with "
        "EIO); then that call with all that follow it. No file is torn, the envelope says what is "
        "so and which files stand (exit 8, never 70), nothing is left that the next write does not "
        "take away, and nothing blocks it.",
        broken=("torn", "unclear", "littered", "blocked"),
    ),
    "syscalls": Run(
        "shim:syscalls", 100_000,
        "The same in the C library, by a shim that stands before it: what Python's own C asks of "
        "the system, too (Linux, with a C compiler).",
        broken=("torn", "unclear", "littered", "blocked"),
    ),
    "starts": Run(
        "starts:starts", 150,
        "The same while the program is being loaded, from a start with nothing in memory: of each "
        "command 150 calls at most, spread evenly, fail with EIO; then all that follow. What "
        "cannot be loaded is said, and exit 8.",
        broken=("torn", "unclear", "littered", "blocked"),
    ),
    "kills": Run(
        "kills:kills", 10_000,
        "A writer is ended by SIGKILL at a random moment: what is there is whole, what was told "
        "is there, and the next write takes away what was left.",
        broken=("torn", "lost", "litter"),
    ),
    "interrupts": Run(
        "interrupts:interrupts", 280,
        "Ctrl-C at a random moment of `project set`, `report` (PDF, signed bundle), `quote`, "
        "`batch -j 2`, `verify --against` and `watch`, from apex's first line on (while Python "
        "itself is being loaded it is Python that answers): it ends with 130 and says so, or came "
        "when all was told; no file is torn, no temporary file and no process is left (Linux).",
        broken=("torn", "unclear", "littered", "orphaned"),
    ),
    "races": Run(
        "races:races", 20_000,
        "Sixteen processes write one project at once; those that were late are refused, and try "
        "again. The revision counts every write.",
        broken=("unsealed", "litter"),
        whole=("writes", "revisions", "counted"),
    ),
    "fuzz": Run(
        "fuzz:fuzz", 1_000_000,
        "Spoilt quantities, settings, axes, tables, sticks, projects (JSON, YAML), merges, replies "
        "of hazard tools, packs, constants, price books, quotes, bills, envelopes, bundles, "
        "signatures and lists of signers: each is answered or refused, in less than 1 s and 300 MB "
        "(`python -m tests.fuzz`).",
        broken=("not_as_they_must", "beyond_300_MB"),
    ),
    "constants": Run(
        "constants:constants", 10_000,
        "One number of a pack is made less than nothing, nothing, very small, very large, a "
        "million times as large, or taken out: the pack is refused where it is read, or an example "
        "is calculated with it to an answer or to none, never to a fault, and in less than 5 s.",
        broken=("not_as_they_must", "slow"),
    ),
    "pythons": Run(
        "pythons:pythons", 4,
        "On each supported Python, in an environment of its own with the pinned libraries: an "
        "installation as the README says, `doctor`, `selftest`, the golden answers proved without "
        "apex, every kind of report, a replay, a bundle and its proof, a stream by two workers, "
        "and the tests that hang on a Python the most (`python -m tests.release pythons`).",
        broken=("failed",),
    ),
}  # fmt: skip


def main(words: list[str]) -> int:
    """Run one, print its counts, write them where that is wanted."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability")
    parser.add_argument("name", choices=RUNS)
    parser.add_argument("--n", type=int)
    parser.add_argument("--write", action="store_true")
    said = parser.parse_args(words)
    run, started = RUNS[said.name], time.monotonic()
    module, _, name = run.where.partition(":")
    function = getattr(import_module(f"tests.reliability.{module}"), name)
    counts: dict[str, int] = function(said.n or run.many)
    sys.stdout.write(json.dumps(counts) + "\n")
    sys.stderr.write(f"{time.monotonic() - started:.0f} s\n")
    held = not any(counts[one] for one in run.broken)
    held = held and len({counts[one] for one in run.whole}) <= 1
    if said.write:
        PAGE.write_text(page(PAGE.read_text("utf-8"), said.name, counts), "utf-8")
    return 0 if held else 1


def page(text: str, name: str, counts: dict[str, Any]) -> str:
    """The page with the counts of a run in it, between the marks of its name."""
    told = ", ".join(f"{count:,} {what.replace('_', ' ')}" for what, count in counts.items())
    block = (
        f"<!-- {name} -->\n{RUNS[name].words}\n\n"
        f"`python -m tests.reliability {name}`, version {__version__}, "
        f"{time.strftime('%Y-%m-%d', time.gmtime())}: **{told}**.\n<!-- /{name} -->"
    )
    found = re.compile(rf"<!-- {name} -->.*?<!-- /{name} -->", re.DOTALL)
    if not found.search(text):
        raise SystemExit(f"{PAGE.name} has no marks for {name}")
    return found.sub(lambda _: block, text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
