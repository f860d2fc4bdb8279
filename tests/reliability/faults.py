"""Every call to the operating system fails: are files whole, envelopes clear, nothing blocked?"""

import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.reliability.child import Arm, Said, ask, ready, surround, warm
from tests.reliability.points import ERRORS, Points

EXAMPLES = Path(__file__).parents[2] / "examples"
Files = dict[str, bytes]


class Case(NamedTuple):
    """A command, what is there before it, and what is asked of it after a fault.

    Args:
        words: Of the command line.
        before: Command lines that prepare its folder.
        again: The command line that must find its way after a fault, if not the same one.
        after: One more, which writes whatever became of it.
        keeps: How many bytes stay of the output of an earlier run, of which part is lost.
        slow: Whether it takes so long that only some of its calls fail, spread, with one error.
    """

    words: str
    before: tuple[str, ...] = ("project new pylon.json --template pole",)
    again: str = ""
    after: str = "project set pylon.json description=after"
    keeps: int | None = None
    slow: bool = False


SPREAD = 60
"""How many calls of a slow command fail."""
NEW = "project new pylon.json --template pole"
BATCH = "batch footing sites.jsonl -o out.jsonl -j 1"
CASES: dict[str, Case] = {
    "set": Case("project set pylon.json name=new"),
    "set yaml": Case(
        "project set pylon.yaml name=new", ("project new pylon.yaml --template pole",),
        after="project set pylon.yaml description=after",
    ),
    "new": Case("project new made.json --template pole", (), again="project show made.json",
                after="project set made.json description=after"),
    "seal": Case("project seal pylon.json", ("project new pylon.json --template pole", "edit")),
    "lock": Case("lock pylon.json"),
    "merge": Case(
        "project merge base.json pylon.json theirs.json",
        ("project new pylon.json --template pole", "copy pylon.json base.json",
         "copy pylon.json theirs.json", "project set theirs.json customer=theirs",
         "project set pylon.json name=ours"),
    ),
    "calc -o": Case("calc all pylon.json --format table -o answer.txt", after=""),
    "report": Case(
        "report pylon.json -o package.md -o package.html --bundle package.zip", after=""
    ),
    "report pdf": Case("report pylon.json -o package.pdf", after="", slow=True),
    "report --sign": Case(
        "report pylon.json -o a.md --bundle package.zip --sign key", (NEW, "key"), after=""
    ),
    "report --dxf": Case("report pylon.json --dxf pylon.dxf", after=""),
    "quote": Case("quote pylon.json -o quote.html", after=""),
    "quote pdf": Case("quote pylon.json -o quote.pdf", after="", slow=True),
    "bom": Case("bom pylon.json -o material.csv", after=""),
    "cheapest": Case("cheapest pylon.json --diameters 3,4 -o cheapest.json", after=""),
    "review": Case(
        "review pylon.json --since older.json -o review.json",
        (NEW, "copy pylon.json older.json", "project set pylon.json site.wind_speed_mph=110"),
        after="",
    ),
    "import-wind": Case("project import-wind pylon.json reply.json", (NEW, "reply")),
    "status": Case("project status pylon.json estimating"),
    "batch -j 2": Case(
        "batch footing sites.jsonl -o out.jsonl -j 2", ("crowd",), after="", slow=True
    ),
    "batch -o": Case(BATCH, ("sites",), again=f"{BATCH} --resume", after=""),
    "batch --resume": Case(
        f"{BATCH} --resume", ("sites", BATCH), again=f"{BATCH} --resume", after="", keeps=20_000
    ),
}  # fmt: skip


def sites(folder: Path, many: int = 6) -> None:
    """A stream of projects, of which every two are alike."""
    document = json.loads((EXAMPLES / "bare-footing.json").read_bytes())
    lines = []
    for number in range(many):
        document["loads"]["lateral_lbf"] = 1000 + number // 2
        lines.append(json.dumps(document) + "\n")
    (folder / "sites.jsonl").write_text("".join(lines))


def edit(folder: Path) -> None:
    """A change by hand."""
    file = folder / "pylon.json"
    file.write_text(file.read_text().replace("New pole sign", "By hand"))


def reply(folder: Path) -> None:
    """What a hazard tool answered."""
    said = {
        "source": "a tool", "date": "2026-11-20", "edition": "7-22", "risk_category": "II",
        "speeds_mph": {"700": 117}, "latitude_deg": 30.2, "longitude_deg": -97.7,
    }  # fmt: skip
    (folder / "reply.json").write_text(json.dumps(said))


def key(folder: Path) -> None:
    """A key of OpenSSH, its owner's alone."""
    private = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    how = (Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    (folder / "key").touch(mode=0o600)
    (folder / "key").write_bytes(private.private_bytes(*how))


MADE: dict[str, Callable[[Path], None]] = {
    "edit": edit, "sites": sites, "crowd": partial(sites, many=130), "reply": reply, "key": key,
}  # fmt: skip


def prepared(case: Case, folder: Path) -> Files:
    """What is there before the command."""
    for line in case.before:
        word, *names = line.split()
        if word == "copy":
            shutil.copy(*(folder / name for name in names))
        elif word in MADE:
            MADE[word](folder)
        else:
            said = ask(line.split(), folder)
            if said.code:
                raise SystemExit(f"{line}: {said.err}")
    if case.keeps is not None:
        os.truncate(folder / "out.jsonl", case.keeps)
    return files_in(folder)


def files_in(folder: Path) -> Files:
    """Every file with its bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def restore(folder: Path, files: Files) -> None:
    """Make the folder what it was."""
    now = files_in(folder)
    for name in now.keys() - files.keys():
        (folder / name).unlink()
    for name, data in files.items():
        if now.get(name) != data:
            (folder / name).write_bytes(data)


def python_points(number: int, error: int, onward: bool) -> Arm:
    """A child's fault points in Python."""
    points = Points(number, error, onward=onward)

    def end() -> dict[str, Any]:
        points.resting = True
        return {"calls": points.calls, "failed": points.failed}

    return Arm(points.install, end)


Arming = Callable[[int, int, bool], Arm]
Way = Callable[[list[str], Path, int, int, bool], Said]
"""How a command line is run in a folder while a call fails: which, with what, all that follow."""


def forked(arming: Arming) -> Way:
    """In a child that has loaded all of apex."""
    return lambda words, folder, *fault: ask(words, folder, arming(*fault))


class Trial(NamedTuple):
    """A command, one fault, and what was found after it.

    Args:
        old: The files before.
        new: The files as the command without a fault leaves them.
        now: The files as they are.
        said: What the command said.
        onward: Whether all calls failed from the one on.
    """

    case: Case
    old: Files
    new: Files
    now: Files
    said: Said
    onward: bool

    @property
    def streams(self) -> bool:
        """Whether it writes line after line, of which those before a fault stay."""
        return "sites.jsonl" in self.old


def torn(trial: Trial) -> Iterator[str]:
    """Files that are neither the old nor the new one, whole; of a stream, not whole lines."""
    for name in trial.old.keys() | trial.new.keys() | trial.now.keys():
        data, ends = trial.now.get(name), (trial.old.get(name), trial.new.get(name))
        if data in ends or temporary(name) or name.endswith(".before"):
            continue
        lines = (data or b"").splitlines(keepends=True)
        known = set((trial.new.get(name) or b"").splitlines(keepends=True))
        if name != "out.jsonl" or any(not whole(line, known) for line in lines):
            yield f"{name} is torn"


def whole(line: bytes, known: set[bytes]) -> bool:
    """Whether a line is what it should be, or says that something could not be read."""
    return line in known or (line.endswith(b"}\n") and b'"error":{' in line)


def temporary(name: str) -> bool:
    return name.startswith(".apex-")


def name_of(name: str, _: bytes) -> str:
    """The name of a file; of a temporary one, that it is one."""
    return ".apex-" if temporary(name) else name


def unclear(trial: Trial) -> Iterator[str]:
    """What the command said that is not so, or does not say what is."""
    said, error = trial.said, trial.said.error
    written = any(trial.now.get(name) != trial.old.get(name) for name in trial.new)
    if said.code not in {0, 4, 8} or "Traceback" in said.err:
        yield f"ends with {said.code}"
    elif said.code == 0 and {name: trial.now.get(name) for name in trial.new} != trial.new:
        yield "ends with 0, and the file is not new"
    elif said.code and not error and "apex: " not in said.err:
        wordless = trial.onward or said.failed.startswith(("write 2", "dup2"))
        if not wordless:
            yield "says nothing of what failed"
    elif said.code == 4 and error and error["code"] != "pack.unreadable":
        yield f"says {error['code']}"
    elif error and written and not tells(error) and not trial.streams:
        yield f"says {error['code']}, and a file is new"


def tells(error: dict[str, Any]) -> bool:
    """Whether a problem says that a file is written all the same."""
    return bool(error.get("written") or error.get("already_written"))


def littered(trial: Trial) -> Iterator[str]:
    """Temporary files that stayed though the system let them be removed."""
    removing = trial.said.failed.startswith("unlink")
    if not trial.onward and not removing and any(map(temporary, trial.now)):
        yield "left a temporary file"


def blocked(case: Case, folder: Path, new: Files) -> Iterator[str]:
    """What a fault left that the commands after it cannot overcome."""
    again = case.again or case.words
    said = ask(again.split(), folder)
    if said.code and case.words.startswith("project new") and not (folder / "made.json").exists():
        said = ask(case.words.split(), folder)
    now = files_in(folder)
    if said.code or {name: now.get(name) for name in new} != new:
        yield f"{again} ends with {said.code}: {said.err[-300:]}"
    if case.after:
        said = ask(case.after.split(), folder)
        if said.code:
            yield f"{case.after} ends with {said.code}: {said.err[-300:]}"
    left = files_in(folder).keys() - new.keys()
    if left:
        yield f"the next write leaves {sorted(left)}"


def every(case: Case, folder: Path, most: int, way: Way, errors: tuple[int, ...]) -> Counter[str]:
    """Every call of a command fails with each error, then once with all that follow."""
    found, words = Counter[str](), case.words.split()
    old = prepared(case, folder)
    if not case.slow:  # the threads of a PDF's maker would be missing in a child
        warm(words, folder)
    restore(folder, old)
    said = way(words, folder, 0, 0, False)
    if said.code:
        raise SystemExit(f"{case.words}: {said.out} {said.err}")
    new, calls = files_in(folder), said.told["calls"]
    found["calls"] = calls
    if case.slow:
        most, errors = min(most, SPREAD), errors[:1]
    overcome: dict[Any, list[str]] = {}
    onwards = [(error, False) for error in errors] + [(errors[0], True)]
    for error, onward in onwards:
        for number in spread(calls, most):
            restore(folder, old)
            said = way(words, folder, number, error, onward)
            trial = Trial(case, old, new, files_in(folder), said, onward)
            found["faults"] += 1
            found["told" if said.code else "overcome"] += 1
            checks = {"torn": torn, "unclear": unclear, "littered": littered}
            wrong = [(kind, what) for kind, check in checks.items() for what in check(trial)]
            left = frozenset((name_of(*one), one[1]) for one in trial.now.items())
            if left not in overcome:  # equal files are overcome equally
                overcome[left] = list(blocked(case, folder, new))
            wrong += [("blocked", what) for what in overcome[left]]
            found.update(kind for kind, _ in wrong)
            for _, what in wrong:
                tell(f"{case.words}, {number} of {calls}, {os.strerror(error)}, "
                     f"{'onward, ' if onward else ''}{said.failed}: {what}\n"
                     f"    {said.code} {said.error} {said.err[-1500:]}")  # fmt: skip
    return found


def spread(calls: int, most: int) -> list[int]:
    """So many of the calls, as evenly as can be.

    >>> spread(10, 3), spread(3, 10)
    ([4, 7, 10], [1, 2, 3])
    """
    return sorted({-(-calls * part // most) for part in range(1, most + 1)} - {0})


def tell(text: str) -> None:
    sys.stderr.write(text + "\n")


def faults(
    most: int, names: tuple[str, ...] = tuple(CASES), arming: Arming = python_points
) -> dict[str, int]:
    """Faults in so many calls of each command at most, the longest first, on every core."""
    ready()
    return summed(partial(faults_of, most, arming), names[::-1])


def summed(of: Callable[[Any], Counter[str]], cases: Sequence[Any]) -> dict[str, int]:
    """What is found of each case, added up; each in a process, one a core."""
    found: Counter[str] = Counter(dict.fromkeys(("torn", "unclear", "littered", "blocked"), 0))
    with get_context("fork").Pool(maxtasksperchild=1) as pool:
        for one in pool.imap_unordered(of, cases, chunksize=1):
            found.update(one)
    return {"commands": len(cases), **found}


def faults_of(
    most: int, arming: Arming, name: str, errors: tuple[int, ...] = ERRORS
) -> Counter[str]:
    """The same of one command, in a folder of its own."""
    surround()
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        return every(CASES[name], Path(folder), most, forked(arming), errors)


def memory() -> str | None:
    """Where files are fast."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
