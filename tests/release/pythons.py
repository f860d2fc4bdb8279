"""The supported Pythons, each tried with the pinned libraries in an environment of its own.

One that only stands in the way of a name (a shim of a version that is not chosen) is asked and
passed over; what cannot be found is said not to be here, and is no failure.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
KEPT = (".pyenv/versions/{}*/bin", ".local/share/uv/python/cpython-{}*/bin")
"""Where two managers of Pythons keep theirs, below the home."""
_ASK = (
    "import ctypes, ensurepip, ssl, sys, venv; "
    "print('{}.{}'.format(*sys.version_info), sys.version.split()[0])"
)
_LONGEST_S = 1200
TESTS = ("golden", "records", "units", "test_canonical.py", "test_yaml_reader.py")
"""What depends on a Python's own numbers, texts and classes the most."""


class Tried(NamedTuple):
    """What came of a Python.

    Args:
        passed: How many steps passed, before one failed.
        failed: Where it failed, and what was said; empty where nothing did.
    """

    passed: int
    failed: str = ""

    def __str__(self) -> str:
        """The word for it."""
        return self.failed or f"passed, all {self.passed} steps"


class Python(NamedTuple):
    """An interpreter that answered.

    Args:
        program: Its path.
        version: All of its version, as it says itself.
    """

    program: Path
    version: str


def candidates(version: str, given: Sequence[Path]) -> Iterator[Path]:
    """Where an interpreter of this version may be: those given, the path, the managers' folders."""
    yield from given
    name = f"python{version}"
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        yield Path(folder or ".") / name
    for pattern in KEPT:
        yield from (folder / name for folder in sorted(Path.home().glob(pattern.format(version))))


def found(version: str, given: Sequence[Path] = ()) -> Python | None:
    """The first one that runs, is of this version, and can make an environment with pip."""
    for program in candidates(version, given):
        if not program.is_file():
            continue
        try:
            asked = [str(program), "-I", "-c", _ASK]
            done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)
        except (OSError, subprocess.TimeoutExpired):
            continue
        said, _, whole = done.stdout.strip().partition(" ")
        if done.returncode == 0 and said == version:
            return Python(program.absolute(), whole)
    return None


def steps(python: Path, home: Path) -> Iterator[tuple[str, list[str | Path]]]:
    """What is tried, each with the word for it: an installation as the README says, then its use.

    The golden answers, which are those of every Python, are proved by the page that needs no apex,
    and made anew by the tests; report and drawing show that the libraries do work.
    """
    inside, apex = home / "bin" / "python", home / "bin" / "apex"
    golden = sorted((ROOT / "tests" / "golden").glob("*.json"))
    example = ROOT / "examples" / "pole-sign.json"
    yield "environment", [python, "-m", "venv", home]
    pip: list[str | Path] = [inside, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    pinned = [*pip, "--only-binary", ":all:", "--require-hashes", "-r"]
    yield "pinned libraries", [*pinned, ROOT / "constraints.txt"]
    yield "apex", [*pip, "--no-deps", "--no-build-isolation", ROOT]
    yield "doctor", [apex, "doctor"]
    yield "self-test", [apex, "selftest"]
    prove = ROOT / "apex_cli" / "data" / "prove.py"
    yield "proof without apex", [inside, "-I", "-S", prove, *golden]
    made = [part for name in ("a.pdf", "a.html", "a.json") for part in ("-o", home / name)]
    yield "report", [apex, "report", example, *made, "--dxf", home / "a.dxf", "-q"]
    yield "replay", [apex, "verify", home / "a.json", "-q"]
    yield "bundle", [apex, "report", example, "--bundle", home / "a.zip", "-o", home / "b.md", "-q"]
    yield "proof of the bundle", [apex, "verify", home / "a.zip", "-q"]
    signs = [ROOT / "examples" / f"{name}-sign.json" for name in ("pole", "monument", "wall")]
    yield "stream", [apex, "batch", "all", *signs, "-j", "2", "-o", home / "a.jsonl", "-q"]
    yield "tests", [
        inside, "-m", "pytest", "-n0", "--no-cov", "-p", "no:cacheprovider",
        *(f"tests/{name}" for name in TESTS),
    ]  # fmt: skip


def tried(python: Python) -> Tried:
    """Take the steps, up to the first that fails."""
    with tempfile.TemporaryDirectory() as folder:
        count = 0
        for what, words in steps(python.program, Path(folder) / "venv"):
            done = subprocess.run(
                [str(word) for word in words], capture_output=True, check=False, timeout=_LONGEST_S,
                cwd=ROOT if what == "tests" else folder, stdin=subprocess.DEVNULL,
            )  # fmt: skip
            if done.returncode:
                said = (done.stderr.decode(errors="replace") or done.stdout.decode()).strip()
                return Tried(count, f"FAILED at {what} ({done.returncode}): {said[-600:]}")
            count += 1
    return Tried(count)


def each(
    versions: Iterable[str] = VERSIONS, given: Sequence[Path] = ()
) -> Iterator[tuple[str, Tried | None]]:
    """Each supported Python, and what came of it: nothing where it is not here."""
    for version in versions:
        python = found(version, given)
        yield python.version if python else version, tried(python) if python else None


def pythons(given: Iterable[str] = ()) -> int:
    """Try each supported Python; 1 where one that is here fails, or none is here."""
    results = []
    for version, result in each(given=[Path(one) for one in given]):
        results.append(result)
        sys.stdout.write(f"Python {version}: {result or 'not here'}\n")
        sys.stdout.flush()
    here = [result for result in results if result]
    return 0 if here and not any(result.failed for result in here) else 1
