"""A command loads what it uses: what each may not load is a table."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOOTING = str(ROOT / "examples" / "bare-footing.json")
POLE = str(ROOT / "examples" / "pole-sign.json")

HEAVY = ["jinja2", "typst", "distributed", "dask", "numpy", "jsonschema", "hypothesis"]
NOT_FOR_JSON = [*HEAVY, "rich", "multiprocessing", "apex_cli.batch", "apex_cli.render.table"]
MAY_NOT_LOAD: dict[tuple[str, ...], list[str]] = {
    ("--version",): [*NOT_FOR_JSON, "typer", "pydantic", "yaml", "orjson", "apex_cli.cli"],
    ("--help",): [*HEAVY, "rich", "yaml", "apex_cli.solvers", "apex_cli.project.model"],
    ("calc", "footing", FOOTING, "--format", "json"): [
        *NOT_FOR_JSON, "typer", "pydantic", "typing_extensions", "apex_cli.cli.app",
        "apex_cli.solvers.exposure", "apex_cli.solvers.pricing",
        "apex_cli.packs.exposure", "apex_cli.packs.pricing", "apex_cli.cli.project",
        "apex_cli.envelope.model", "apex_cli.codes", "apex_cli.units.text", "fractions",
    ],
    ("calc", "exposure", POLE, "--format", "json"): [
        *NOT_FOR_JSON, "typer", "pydantic", "apex_cli.solvers.footing", "apex_cli.solvers.pricing",
    ],
    ("calc", "all", POLE, "--format", "json"): [
        *NOT_FOR_JSON, "typer", "pydantic", "apex_cli.solvers.footing.spread",
        "apex_cli.solvers.footing.strip", "apex_cli.audit", "apex_cli.render.drawing",
    ],
    ("project", "etag", FOOTING, "--format", "json"): [*NOT_FOR_JSON, "yaml", "apex_cli.solvers"],
    ("help", "footing.no_depth", "--format", "json"): [*HEAVY, "rich", "yaml", "apex_cli.solvers"],
    ("batch", "footing", FOOTING, "-j", "1"): [*HEAVY, "rich", "apex_cli.solvers.exposure"],
    ("sweep", "footing", FOOTING, "--vary", "footing.width_ft=2,3"): [*HEAVY, "rich"],
}  # fmt: skip
"""Command lines, and modules that are none of their business."""

LIBRARY = """
import sys
from apex_cli.__main__ import BEFORE_ORJSON
for name in BEFORE_ORJSON:
    __import__(name)
before = set(sys.modules)
import orjson
sys.stdout.write(" ".join(sorted(set(sys.modules) - before)))
"""


def test_orjson_loads_nothing_where_an_interrupt_would_crash_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIBRARY], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "orjson orjson.orjson"


INTERRUPTED = """
import sys
from apex_cli.__main__ import BEFORE_ORJSON, _load_msgspec
for name in BEFORE_ORJSON:
    __import__(name)
class Interrupting:
    def find_spec(name, path=None, target=None):
        if name == sys.argv[1]:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting)
try:
    _load_msgspec()
except KeyboardInterrupt:
    sys.stdout.write("interrupted")
import typing_extensions
"""


@pytest.mark.parametrize("name", ["decimal", "msgspec._core", "msgspec._utils", "msgspec.json"])
def test_msgspec_survives_an_interrupt_while_it_loads(name: str) -> None:
    unmeasured = {key: text for key, text in os.environ.items() if not key.startswith("COV")}
    done = subprocess.run(  # coverage would have loaded some of it before
        [sys.executable, "-c", INTERRUPTED, name],
        capture_output=True, text=True, check=True, cwd=ROOT, env=unmeasured,
    )  # fmt: skip
    assert done.stdout == "interrupted"


PROBE = """
import sys
sys.argv = ["apex", *sys.argv[1:]]
from apex_cli.__main__ import main
try:
    main()
except SystemExit as end:
    code = end.code
sys.stderr.write("\\n".join(["EXIT", str(code), *sorted(sys.modules)]))
"""


@pytest.mark.parametrize("words", MAY_NOT_LOAD, ids=lambda words: " ".join(words[:2]))
def test_loads_only_what_it_uses(words: tuple[str, ...]) -> None:
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *words],
        capture_output=True, text=True, check=False, cwd=ROOT, env=unmeasured,
    )  # fmt: skip
    code, *loaded = done.stderr.rpartition("EXIT\n")[2].splitlines()
    assert code == "0", done.stderr
    found = set(loaded) & set(MAY_NOT_LOAD[words])
    assert not found, f"{' '.join(words[:2])} loads {sorted(found)}"


SEARCHES = """
import gc
import sys
sys.argv = ["apex", *sys.argv[1:]]
from apex_cli.__main__ import main
searches = []
gc.callbacks.append(lambda phase, told: searches.append(phase))
try:
    main()
except SystemExit:
    sys.stderr.write(str(searches.count("start")))
"""


def test_one_answer_is_no_reason_to_search_for_garbage() -> None:
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", SEARCHES, "calc", "all", POLE, "--format", "json"],
        capture_output=True, text=True, check=False, cwd=ROOT, env=unmeasured,
    )  # fmt: skip
    assert int(done.stderr) <= 1, done.stderr
