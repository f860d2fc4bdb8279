"""Writers killed at random moments: what is there is whole, and nothing that was told is lost."""

import json
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, NoReturn

from apex_cli.cli import boundary
from apex_cli.errors import ApexError
from apex_cli.project import store
from apex_cli.project.templates import template
from tests.reliability.child import quiet, ready

EXAMPLES = Path(__file__).parents[2] / "examples"


class Wrong(Exception):
    """A promise is broken."""


class Writer(NamedTuple):
    """Something that writes, turn after turn.

    Args:
        parts: Of ten kills how many are of it.
        begin: Makes the folder ready.
        act: Does a turn, which has a number.
        look: The turn that the files show, which are whole; of a turn told or later.
    """

    parts: int
    begin: Callable[[Path], object]
    act: Callable[[Path, int], object]
    look: Callable[[Path, int], int]


def command(line: str, *more: str) -> None:
    """Do a command line in this process."""
    code = boundary.run([*line.split(), *more])
    if code not in {0, 1}:
        raise Wrong(f"{line} ends with {code}")


def project(folder: Path) -> None:
    store.create(folder / "pylon.json", template("pole"))


def name(folder: Path, turn: int) -> None:
    store.change(folder / "pylon.json", lambda document: {**document, "name": f"turn {turn}"})


def lock(folder: Path, turn: int) -> None:
    """A lock, and in between a change that the next one must follow."""
    if turn % 2:
        command(f"project set {folder}/pylon.json footing.width_ft={2.5 + turn % 4 / 4}")
    else:
        command(f"lock {folder}/pylon.json")


def revision(folder: Path, _: int) -> int:
    """The project is sealed, and its revision tells how many writes there were."""
    found = store.load(folder / "pylon.json")
    if found.state != "sealed":
        raise Wrong(f"it is {found.state}")
    return int(found.document["revision"]) - 1


def report(folder: Path, turn: int) -> None:
    command(f"report {folder}/pylon.json -o {folder}/package.md --calc-by", f"turn {turn}.")


def package(folder: Path) -> None:
    project(folder)
    report(folder, 0)
    (folder / "package.md").rename(folder / "first.md")
    report(folder, 0)


def turn_of_package(folder: Path, _: int) -> int:
    """The package is whole: but for the turn it is the first one."""
    text = (folder / "package.md").read_text()
    found = re.search(r"turn (\d+)\\?\.", text)
    first = (folder / "first.md").read_text()
    if not found or text != first.replace("turn 0", f"turn {found[1]}"):
        raise Wrong("the package is torn")
    return int(found[1])


def stream(folder: Path) -> None:
    document = json.loads((EXAMPLES / "bare-footing.json").read_bytes())
    loads = [{**document["loads"], "lateral_lbf": 1000 + number} for number in range(12)]
    lines = "".join(json.dumps({**document, "loads": one}) + "\n" for one in loads)
    (folder / "sites.jsonl").write_text(lines)
    batch(folder, 0)
    (folder / "out.jsonl").rename(folder / "whole.jsonl")


def batch(folder: Path, turn: int) -> None:
    """A stream taken up where it was left; every fourth begins anew."""
    out = folder / "out.jsonl"
    if turn % 4 == 0:
        out.unlink(missing_ok=True)
    command(f"batch footing {folder}/sites.jsonl -o {out} -j 1 --resume")
    whole = folder / "whole.jsonl"
    if whole.exists() and out.read_bytes() != whole.read_bytes():
        raise Wrong("a stream that was taken up is another one")


def lines(folder: Path, told: int) -> int:
    """Of a stream every line is whole; the last, where the kill struck, may be cut."""
    out = folder / "out.jsonl"
    found = out.read_bytes().splitlines(keepends=True) if out.exists() else []
    if not set(found[:-1]) <= set((folder / "whole.jsonl").read_bytes().splitlines(keepends=True)):
        raise Wrong("a line is torn")
    return told


WRITERS = {
    "set": Writer(5, project, name, revision),
    "lock": Writer(2, project, lock, revision),
    "report": Writer(1, package, report, turn_of_package),
    "batch": Writer(2, stream, batch, lines),
}


def kills(count: int) -> dict[str, int]:
    """So many kills of all writers, on every core."""
    ready()
    shares = [(what, count * WRITERS[what].parts // 10) for what in WRITERS]
    found: Counter[str] = Counter()
    with get_context("fork").Pool() as pool:
        for one in pool.imap_unordered(partial(_shared, seed=count), shares[::-1], chunksize=1):
            found.update(one)
    return {what: found[what] for what in sorted(found, key=lambda what: "kills" not in what)}


def _shared(share: tuple[str, int], seed: int) -> dict[str, int]:
    what, count = share
    found = killed(what, count, seed)
    return {f"kills_of_{what}": found.pop("kills"), **found}


def killed(what: str, count: int, seed: int) -> dict[str, int]:
    """So many kills of one writer, each within two of its turns."""
    writer, chance, wrong = WRITERS[what], random.Random(seed), list[str]()
    found = Counter(kills=0, torn=0, lost=0, litter=0, turns=0, cut_short=0, unacknowledged=0)
    with tempfile.TemporaryDirectory() as name_, quiet():
        folder = Path(name_)
        writer.begin(folder)
        turn, started = 0, time.monotonic()
        for turn in range(1, 6):
            writer.act(folder, turn)
        pace = (time.monotonic() - started) / 5
        for _ in range(count):
            told = _kill(partial(_write_on, writer, folder, turn), chance.uniform(0, 2 * pace))
            done = int(told.split()[-1]) if told.split() else turn
            found["kills"] += 1
            try:
                turn = writer.look(folder, done)
            except (Wrong, ApexError) as error:
                found["torn"] += 1
                wrong.append(f"{what}: {error}\n")
            found["unacknowledged"] += turn - done
            found["turns"] += told.count(b" ")
            if b"wrong" in told or turn not in {done, done + 1}:
                found["lost"] += 1
                wrong.append(f"{what}: told {told!r}, turn {turn} is there\n")
            found["cut_short"] += len(_aside(folder))
        writer.act(folder, turn + 1)
        found["litter"] += len(_aside(folder))
    sys.stderr.writelines(wrong)
    return dict(found)


def _aside(folder: Path) -> list[str]:
    """What a write that was cut short left beside its file; the next one takes it away."""
    return [name for name in os.listdir(folder) if name.startswith(".apex-") or "before" in name]  # noqa: PTH208 - names


def _kill(action: Callable[[int], NoReturn], after: float) -> bytes:
    """What a child told until it was killed, so long after it began."""
    told, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        action(tell)
    os.close(tell)
    os.read(told, 1)
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with os.fdopen(told, "rb") as rest:
        return rest.read()


def _write_on(writer: Writer, folder: Path, turn: int, tell: int) -> NoReturn:
    os.write(tell, b".")
    try:
        while True:
            turn += 1
            writer.act(folder, turn)
            os.write(tell, f"{turn} ".encode())
    except BaseException as error:  # noqa: BLE001 - the parent tells it
        os.write(tell, f"wrong {error} {turn - 1}".encode())
        os._exit(1)
