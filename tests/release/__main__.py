"""What a release needs beside its tests: python -m tests.release sbom|wheel|pythons [PYTHON...].

``sbom`` prints a bill of materials (CycloneDX 1.5) made from constraints.txt; ``wheel`` builds the
wheel twice and compares the bytes; ``pythons`` tries each supported Python that is found
(`pythons.py`), those given first, and tells which are not here. Envelopes of every tag are kept by
tests/audit/test_releases.py.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from apex_cli.version import __version__
from tests.release.pythons import pythons

ROOT = Path(__file__).parents[2]
TIMESTAMP = "1764460800"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


_NAME = re.compile(r"[A-Za-z0-9._-]+")


def bill(constraints: str, asked: Iterable[str] = ()) -> dict[str, Any]:
    """A bill of materials of pinned libraries, the same for the same pins.

    Args:
        constraints: The pins, with the digests of their files.
        asked: What the program itself asks for, as pyproject.toml has it.

    >>> made = bill("six==1.17.0 --hash=sha256:" + "ab" * 32, ["Six[all]>=1"])
    >>> made["components"][0]["purl"], made["dependencies"][0]["dependsOn"]
    ('pkg:pypi/six@1.17.0', ['pkg:pypi/six@1.17.0'])
    """
    components: list[dict[str, Any]] = []
    for line in constraints.splitlines():
        if found := _PIN.match(line):
            name, version = found[1].lower().replace("_", "-"), found[2]
            purl = f"pkg:pypi/{name}@{version}"
            components.append({
                "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
                "properties": [],
            })  # fmt: skip
        if components:
            components[-1]["properties"] += [
                {"name": "apex:file:sha256", "value": digest} for digest in _HASH.findall(line)
            ]
    names = {found[0].lower().replace("_", "-") for one in asked if (found := _NAME.match(one))}
    program = f"pkg:pypi/apex-sign-calculator@{__version__}"
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": program, "name": "apex-sign-calculator",
                "version": __version__, "purl": program,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": components,
        "dependencies": [
            {"ref": program,
             "dependsOn": [one["purl"] for one in components if one["name"] in names]}
        ],
    }  # fmt: skip


def sbom() -> int:
    """Print the bill of materials."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    asked = [one for group in groups for one in group]
    made = bill((ROOT / "constraints.txt").read_text("utf-8"), asked)
    sys.stdout.write(json.dumps(made, indent=2) + "\n")
    return 0


def built(folder: Path) -> bytes:
    """The wheel, built there at a fixed time."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": TIMESTAMP}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=env)
    return next(folder.glob("*.whl")).read_bytes()


def wheel() -> int:
    """Build the wheel twice; 1 where the bytes differ."""
    digests = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            digests.append(sha256(built(Path(folder))).hexdigest())
    same = digests[0] == digests[1]
    sys.stdout.write(f"{digests[0]}  {'same bytes twice' if same else f'differs: {digests[1]}'}\n")
    return 0 if same else 1


COMMANDS: dict[str, Callable[..., int]] = {
    "sbom": lambda *_: sbom(),
    "wheel": lambda *_: wheel(),
    "pythons": lambda *given: pythons(given),
}

if __name__ == "__main__":
    if sys.argv[1:2] == [] or sys.argv[1] not in COMMANDS:
        sys.exit(f"python -m tests.release {'|'.join(COMMANDS)}")
    sys.exit(COMMANDS[sys.argv[1]](*sys.argv[2:]))
