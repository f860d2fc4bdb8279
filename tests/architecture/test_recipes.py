"""Where things are added: each recipe of docs/ARCHITECTURE.md, carried out in a scratch copy.

A recipe may write new files and touch those that its row of the table names, no others; then the
command line of the copy must answer with what was added.
"""

import ast
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
COPIED = ("apex_cli", "packs", "examples", "tests/published", "CHANGELOG.md")
BYTE_CODE = "__pycache__"
HOUSE = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
GUIDE = (ROOT / "docs" / "CONTRIBUTING.md").read_text("utf-8")
FOOTING = "examples/bare-footing.json"


class Scratch:
    """A copy of the tree, in which a recipe is carried out.

    What Python compiled is copied with it, so that only what a recipe touches is compiled again.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in COPIED:
            source, target = ROOT / name, root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copy2(source, target)

    def read(self, name: str) -> str:
        return (self.root / name).read_text("utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a new file, or more of one that is there."""
        path = self.root / name
        before = path.read_text("utf-8") if path.exists() else ""
        path.write_text(before + text, "utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace what a pattern finds; it must find something."""
        text, count = re.subn(old, new, self.read(name))
        assert count, f"{name} has no {old!r}"
        (self.root / name).write_text(text, "utf-8")

    def copy(self, name: str, target: str, *changes: tuple[str, str]) -> None:
        """A new file, written after one that is there."""
        assert not (self.root / target).exists()
        shutil.copy2(self.root / name, self.root / target)
        for old, new in changes:
            self.edit(target, old, new)

    def again(self, name: str, words: str, *changes: tuple[str, str]) -> None:
        """The smallest statement that has these words in it, once more below itself, changed."""
        text = self.read(name)
        lines = text.splitlines(keepends=True)
        found = [
            (node.lineno - 1, node.end_lineno)
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.stmt)
            and words in "".join(lines[node.lineno - 1 : node.end_lineno])
        ]
        start, end = found[-1]  # the walk goes from the outside in
        more = "".join(lines[start:end])
        for old, new in changes:
            more = re.sub(old, new, more)
        assert more != "".join(lines[start:end])
        (self.root / name).write_text("".join([*lines[:end], "\n\n", more, *lines[end:]]), "utf-8")

    def release(self, *packs: str) -> None:
        """Put packs on record, as packs/README.md says."""
        for name in packs:
            digest = hashlib.sha256((self.root / "packs" / name).read_bytes()).hexdigest()
            self.write("packs/SHA256SUMS", f"{digest}  {name}\n")
        self.write("CHANGELOG.md", "\n**Do any answers change?** No.\n")

    def touched(self) -> set[str]:
        """The files that were there and are not as they were."""
        return {
            path.relative_to(ROOT).as_posix()
            for path in _files(ROOT)
            if path.read_bytes() != (self.root / path.relative_to(ROOT)).read_bytes()
        }

    def written(self) -> set[str]:
        """The files that were not there."""
        names = {path.relative_to(self.root).as_posix() for path in _files(self.root)}
        return {name for name in names if not (ROOT / name).exists()}

    def python(self, *args: str) -> subprocess.CompletedProcess[str]:
        outside = {
            name: text
            for name, text in os.environ.items()
            if not name.startswith(("COVERAGE_", "APEX_"))
        }
        return subprocess.run(
            [sys.executable, *args],
            cwd=self.root,
            env={**outside, "PYTHONPATH": str(self.root)},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def apex(self, *args: str) -> Any:
        """The result of a command that must go well."""
        done = self.python("-m", "apex_cli", *args)
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout)["result"]

    def sheets_are_demanded(self) -> bool:
        """Whether the tests of the copy miss a published sheet."""
        chosen = ("-k", "every_pack or every_method", "tests/published")
        options = ("-q", "-p", "no:cacheprovider", "-p", "no:cov", "-p", "no:xdist")
        (self.root / "pytest.ini").write_text("[pytest]\n")
        done = self.python("-m", "pytest", *options, "-c", "pytest.ini", *chosen)
        (self.root / "pytest.ini").unlink()
        assert done.returncode in {0, 1}, done.stdout + done.stderr
        return done.returncode == 1


def _files(root: Path) -> Iterator[Path]:
    for name in COPIED:
        paths = (root / name).rglob("*") if (root / name).is_dir() else [root / name]
        yield from (path for path in paths if path.is_file() and BYTE_CODE not in path.parts)


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch(tmp_path)


def told(scratch: Scratch, what: str, *, written: set[str], touched: set[str]) -> None:
    """The table tells of exactly these files: folders of what is written, names of the rest."""
    (row,) = re.findall(rf"^\| {what} \|.*$", HOUSE, re.MULTILINE)
    assert (scratch.written(), scratch.touched()) == (written, touched)
    for name in touched:
        word = {"CHANGELOG.md": "changelog", "apex_cli/cli/audit.py": "command"}.get(name)
        assert (word or Path(name).name) in row, f"the row of {what} does not name {name}"


def test_a_code_edition_with_the_same_algebra(scratch: Scratch) -> None:
    pack, sheet = "packs/footing_ibc-2027_v1.yaml", "tests/published/FN-90.yaml"
    scratch.copy(
        "packs/footing_ibc-2024_v1.yaml",
        pack,
        ("ibc-2024_v1", "ibc-2027_v1"),
        ("standard: IBC 2024", "standard: IBC 2027"),
    )
    scratch.release("footing_ibc-2027_v1.yaml")
    assert scratch.sheets_are_demanded()
    scratch.copy(
        "tests/published/FN-27.yaml", sheet, ("FN-27", "FN-90"), ("ibc-2024_v1", "ibc-2027_v1")
    )
    assert not scratch.sheets_are_demanded()
    told(
        scratch, "a code edition, same algebra",
        written={pack, sheet}, touched={"packs/SHA256SUMS", "CHANGELOG.md"},
    )  # fmt: skip
    result = scratch.apex("calc", "footing", FOOTING, "--pack", "footing=ibc-2027_v1")
    assert result["standard"] == "IBC 2027"
    assert scratch.apex("packs", "verify")
    assert scratch.apex("selftest", "--format", "json")["failed"] == 0


def test_a_code_edition_with_other_algebra(scratch: Scratch) -> None:
    pack, sheet = "packs/exposure_asce7-28_v1.yaml", "tests/published/EXP-90.yaml"
    scratch.copy(
        "packs/exposure_asce7-22_v1.yaml",
        pack,
        ("asce7-22_v1", "asce7-28_v1"),
        ("method: kd_in_force", "method: half_pressure"),
    )
    scratch.release("exposure_asce7-28_v1.yaml")
    scratch.edit("apex_cli/packs/exposure.py", '"kd_in_force"', '"kd_in_force", "half_pressure"')
    equation = re.findall(r"(?s)```python\n(.*?)```", GUIDE)[0]
    scratch.write(
        "apex_cli/solvers/exposure/equations/pressure.py", f"\n\n{textwrap.dedent(equation)}"
    )
    methods = "apex_cli/solvers/exposure/methods.py"
    scratch.edit(
        methods,
        r'(?s)"kd_in_force": (Algebra\(.*?\),\n)(?=    "|\})',
        r'"kd_in_force": \1    "half_pressure": \1',
    )
    scratch.edit(methods, r'("half_pressure":\s*Algebra\(\s*pressure\.)', r"\1half_")
    assert scratch.sheets_are_demanded()
    scratch.copy(
        "tests/published/EXP-14.yaml",
        sheet,
        ("EXP-14", "EXP-90"),
        ("asce7-16_v1", "asce7-28_v1"),
        ("value: 28.2", "value: 16.6"),  # 0.98 x 0.00256 x 115 mph squared, halved
    )
    assert not scratch.sheets_are_demanded()
    told(
        scratch, "a code edition, other algebra",
        written={pack, sheet},
        touched={
            "packs/SHA256SUMS", "CHANGELOG.md", "apex_cli/packs/exposure.py", methods,
            "apex_cli/solvers/exposure/equations/pressure.py",
        },
    )  # fmt: skip
    profile = ("calc", "exposure", "examples/heights-profile.json", "--set", "kz_method=formula")
    pressures = [
        scratch.apex(*profile, "--pack", f"exposure={ref}_v1")["profile"][0][
            "velocity_pressure_psf"
        ]
        for ref in ("asce7-22", "asce7-28")
    ]
    assert pressures[1] == pytest.approx(pressures[0] / 2, abs=0.001)
    assert scratch.apex("selftest", "--format", "json")["failed"] == 0


METHOD = '''"""A method of a test: Broms in clay, half a foot deeper."""

from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.broms import CLAY
from apex_cli.solvers.footing.case import Case, Lateral


def _deeper(case: Case, demand: Demand, trace: Bare) -> Lateral:
    found = CLAY.lateral(case, demand, trace)
    return replace(found, depth_ft=found.depth_ft + 0.5)


METHOD = replace(CLAY, name="Deeper", lateral=_deeper)
'''


def test_a_footing_method(scratch: Scratch) -> None:
    module = "apex_cli/solvers/footing/deeper.py"
    pack, sheet = "packs/footing_deeper_v1.yaml", "tests/published/BR-90.yaml"
    scratch.write(module, METHOD)
    methods = "apex_cli/solvers/footing/methods.py"
    scratch.edit(methods, r"(from \S+ import )broms,", r"\1broms, deeper,")
    scratch.edit(methods, r"( +)(\"broms-clay\": )", r'\1"deeper": deeper.METHOD,\n\1\2')
    rules = "apex_cli/packs/footing.py"
    scratch.edit(rules, r'(Method = Literal\[.*)"broms-clay"', r'\1"deeper", "broms-clay"')
    scratch.edit(rules, r'( +)"broms-clay"(: .*\n)', r'\1"deeper"\2\g<0>')
    scratch.copy(
        "packs/footing_broms-clay_v1.yaml",
        pack,
        ("broms-clay_v1", "deeper_v1"),
        ("method: broms-clay", "method: deeper"),
    )
    scratch.release("footing_deeper_v1.yaml")
    assert scratch.sheets_are_demanded()
    scratch.copy(
        "tests/published/BR-01.yaml",
        sheet,
        ("BR-01", "BR-90"),
        ("broms-clay_v1", "deeper_v1"),
        ("value: 2.35, tolerance: 0.005", "value: 2.50, tolerance: 0.005"),
    )
    assert not scratch.sheets_are_demanded()
    told(
        scratch, "a footing method",
        written={module, pack, sheet},
        touched={"packs/SHA256SUMS", "CHANGELOG.md", methods, rules},
    )  # fmt: skip
    soil = ("--set", "soil.class=null", "--set", "soil.undrained_shear_strength_psf=1000")
    clay, deeper = (
        scratch.apex("calc", "footing", FOOTING, *soil, "--pack", f"footing={ref}_v1")
        for ref in ("broms-clay", "deeper")
    )
    assert deeper["method"] == "Deeper"
    assert deeper["required_depth_ft"] == pytest.approx(clay["required_depth_ft"] + 0.5)
    assert scratch.apex("selftest", "--format", "json")["failed"] == 0


BOULDERS = '''"""Posts among boulders, as a test has them: planted posts by another name."""

from typing import Literal

from apex_cli.packs.planted_posts import PlantedPostPack


class BoulderPack(PlantedPostPack):
    """Rules for posts among boulders."""

    method: Literal["boulders"]
'''
AMONG_BOULDERS = '''"""Posts among boulders."""

from msgspec.structs import replace

from apex_cli.solvers.footing.eurocode import planted


def solve(*given):
    return replace(planted.solve(*given), method="Boulders")
'''


def test_a_footing_code_of_another_family(scratch: Scratch) -> None:
    model, solver = "apex_cli/packs/boulders.py", "apex_cli/solvers/footing/eurocode/boulders.py"
    pack, sheet = "packs/footing_boulders_v1.yaml", "tests/published/PLT-90.yaml"
    loader, solve = "apex_cli/packs/loader.py", "apex_cli/solvers/footing/eurocode/solve.py"
    scratch.write(model, BOULDERS)
    scratch.write(solver, AMONG_BOULDERS)
    row = '("footing", "boulders"): ("boulders", "BoulderPack"),'
    scratch.edit(loader, r'( +)\("footing", "planted-post"\).*\n', rf"\g<0>\1{row}\n")
    scratch.edit(solve, r"eurocode import planted", "eurocode import boulders, planted")
    scratch.edit(solve, r"planted\.solve\}", 'planted.solve, "boulders": boulders.solve}')
    scratch.copy(
        "packs/footing_planted-post_v1.yaml",
        pack,
        ("planted-post_v1", "boulders_v1"),
        ("method: planted-post", "method: boulders"),
    )
    scratch.release("footing_boulders_v1.yaml")
    scratch.copy(
        "tests/published/PLT-02.yaml", sheet,
        ("PLT-02", "PLT-90"), ("planted-post_v1", "boulders_v1"),
    )  # fmt: skip
    told(
        scratch, "a wind standard or a footing code of another family",
        written={model, solver, pack, sheet},
        touched={"packs/SHA256SUMS", "CHANGELOG.md", loader, solve},
    )  # fmt: skip
    post = ("calc", "footing", "examples/en-planted-posts.json", "--pack", "footing=boulders_v1")
    assert scratch.apex(*post)["method"] == "Boulders"
    assert scratch.apex("selftest", "--format", "json")["failed"] == 0


LIGHT = '''"""What a test says of light."""

from typing import Literal

from apex_cli.packs.exposure_tables import One
from apex_cli.packs.model import Pack


class LightingPack(Pack):
    """Light of signs."""

    kind: Literal["lighting"]
    share: One
'''
LIGHT_PACK = """kind: lighting
ref: town_v1
standard: A town
title: Light of signs in a town
released: "2026-11-30"
refs: ["A town, 1"]
sources: {town: "A test"}
share: {value: 0.5, unit: "1", clause: "1", status: secondary, sources: [town]}
"""
LIGHT_PROBES = '''"""Probes for light."""

from apex_cli.packs.catalogue import Catalogue

PROBES = {
    "lighting.share": lambda given: {
        "share": Catalogue().load("lighting", given["pack"])[0].share.value
    }
}
'''
LIGHT_SHEET = """id: LGT-01
title: Light
topic: light
standard: A town
source: "Derived by hand, for a test"
provenance: derived
probe: lighting.share
given: {pack: town_v1}
expect:
  - {name: share, value: 0.5, tolerance: 0, unit: "1", reason: exact}
"""


def test_a_kind_of_pack(scratch: Scratch) -> None:
    model, probes = "apex_cli/packs/lighting.py", "apex_cli/selftest/probes_lighting.py"
    pack, sheet = "packs/lighting_town_v1.yaml", "tests/published/LGT-01.yaml"
    words, project = "apex_cli/vocabulary.py", "apex_cli/project/model.py"
    used, pages = "apex_cli/project/overrides.py", "apex_cli/cli/topics.py"
    read, selftest = "apex_cli/run/table.py", "apex_cli/selftest/run.py"
    scratch.write(model, LIGHT)
    scratch.write(pack, LIGHT_PACK)
    scratch.release("lighting_town_v1.yaml")
    scratch.edit(words, r'"hazards",', '"hazards", "lighting",')
    scratch.edit(project, r"( +)hazards: PackRef", r"\1lighting: PackRef | None = None\n\g<0>")
    scratch.edit(used, r'( +)"hazards": .*\n', r'\g<0>\1"lighting": ("/sign",),\n')
    scratch.edit(pages, r'( +)"hazards": .*\n', r'\g<0>\1"lighting": "light",\n')
    light = '*(("lighting",) if present(document, "/packs/lighting") else ())'
    scratch.edit(read, r"(return \(.*), \*hazards\)", rf"\1, *hazards, {light})")
    scratch.write(probes, LIGHT_PROBES)
    scratch.write(sheet, LIGHT_SHEET)
    row = '"lighting": "apex_cli.selftest.probes_lighting",'
    scratch.edit(selftest, r'( +)"hazards": .*\n', rf"\g<0>\1{row}\n")
    told(
        scratch, "a kind of pack",
        written={model, pack, sheet, probes},
        touched={"packs/SHA256SUMS", "CHANGELOG.md", words, project, used, pages, read, selftest},
    )  # fmt: skip
    sign = ("calc", "exposure", "examples/pole-sign.json", "--pack", "lighting=town_v1")
    done = scratch.python("-m", "apex_cli", *sign)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["trace"]["pack_metadata"]["lighting"]["ref"] == "town_v1"
    assert scratch.apex("selftest", "--format", "json")["failed"] == 0


HANGING = '''"""Signs that hang below a canopy, as a test has them: like those out of a wall."""

from apex_cli.solvers.exposure.mounted.projecting import solve

__all__ = ["solve"]
'''


def test_a_way_in_which_signs_are_mounted(scratch: Scratch) -> None:
    module = "apex_cli/solvers/exposure/mounted/hanging.py"
    sign, solve = "apex_cli/project/sign.py", "apex_cli/solvers/exposure/solve.py"
    needs, founded = "apex_cli/solvers/exposure/inputs.py", "apex_cli/run/mounted.py"
    scratch.write(module, HANGING)
    scratch.edit(sign, r'"projecting", "parapet"\]', '"projecting", "parapet", "hanging"]')
    scratch.edit(sign, r'(": \(.*)"projecting",', r'\1"projecting", "hanging",')
    scratch.edit(sign, r'(": \(.*)"projecting"\)', r'\1"projecting", "hanging")')
    scratch.edit(
        solve, r'( +"projecting": )_mounted.*\n', r'\g<0>    "hanging": _mounted("hanging"),\n'
    )
    scratch.edit(needs, r'( +)"projecting": \{', r'\1"hanging": {_BUILDING: "give it"},\n\g<0>')
    scratch.edit(founded, r'"projecting", "roof"\)', '"projecting", "roof", "hanging")')
    scratch.write("CHANGELOG.md", "\n**Do any answers change?** No.\n")
    told(
        scratch, "a way in which signs are mounted",
        written={module}, touched={sign, solve, needs, founded, "CHANGELOG.md"},
    )  # fmt: skip
    blade = ("calc", "all", "examples/blade-sign.json", "--pack", "pricing=v1")
    priced = ("--set", 'pricing={"addons": [], "quantity": 1}')
    out, down = (
        scratch.apex(*blade, *priced, "--set", f"sign.mounting={mounting}")
        for mounting in ("projecting", "hanging")
    )
    assert set(down) == {"exposure", "pricing"}
    assert down["exposure"]["at_wall"] == out["exposure"]["at_wall"]


def test_a_check(scratch: Scratch) -> None:
    solver = "apex_cli/solvers/footing/pier_checks.py"
    scratch.again(solver, '"pier.depth"', ("pier.depth", "pier.more"))
    told(scratch, "a check", written=set(), touched={solver})
    done = scratch.python("-m", "apex_cli", "calc", "footing", FOOTING)
    assert done.returncode == 0, done.stderr
    checks = {check["id"]: check for check in json.loads(done.stdout)["checks"]}
    assert checks["pier.more"] == {**checks["pier.depth"], "id": "pier.more"}


def test_a_kind_of_price_row(scratch: Scratch) -> None:
    rows, pricers = "apex_cli/packs/pricing_rows.py", "apex_cli/solvers/pricing/pricers.py"
    scratch.again(rows, "class Flat(", ("Flat", "Gift"), ("flat", "gift"))
    scratch.edit(rows, r"    Flat\n", "    Flat\n    | Gift\n")
    scratch.edit(rows, "one of flat,", "one of flat, gift,")
    scratch.again(
        pricers, "def _flat(",
        ("flat", "gift"), ("Flat", "Gift"), (r"row\.label", 'f"{row.label}, wrapped"'),
    )  # fmt: skip
    scratch.edit(pricers, r"(import \([^)]*)Flat,", r"\1Flat,\n    Gift,")
    scratch.edit(pricers, "    Flat: _flat,", "    Flat: _flat,\n    Gift: _gift,")
    book = "packs/pricing_gifts_v1.yaml"
    scratch.copy(
        "packs/pricing_v1.yaml",
        book,
        ("ref: v1", "ref: gifts_v1"),
        ("type: flat\n    select: addon", "type: gift\n    select: always"),
    )
    scratch.release("pricing_gifts_v1.yaml")
    told(
        scratch, "a kind of price row",
        written={book}, touched={"packs/SHA256SUMS", "CHANGELOG.md", rows, pricers},
    )  # fmt: skip
    result = scratch.apex(
        "calc", "pricing", "examples/pole-sign.json", "--pack", "pricing=gifts_v1",
        "--set", "pricing.addons=[]",
    )  # fmt: skip
    labels = [item["label"] for item in result["line_items"]]
    assert "Calculation packet, wrapped" in labels
    schema = scratch.python("-m", "apex_cli", "schema", "pack-pricing").stdout
    assert '"gift"' in schema


def test_an_output_format(scratch: Scratch) -> None:
    renderer, command = "apex_cli/render/names.py", "apex_cli/cli/audit.py"
    scratch.write(
        renderer,
        '"""Checked files by name alone."""\n\n\n'
        'def render(rows):\n    return "".join(row["path"] + "\\n" for row in rows)\n',
    )
    scratch.edit(command, r'"github"\]', '"github", "names"]')
    table = "apex_cli/render/forms.py"
    scratch.edit(
        table,
        r'( +)"check": \{\n',
        r'\g<0>\1    "names": lambda result, _: _in("names").render(result["rows"]),\n',
    )
    told(scratch, "an output format", written={renderer}, touched={command, table})
    done = scratch.python("-m", "apex_cli", "check", FOOTING, "--format", "names")
    assert (done.returncode, done.stdout) == (0, f"{FOOTING}\n"), done.stderr
