"""Which row of a family is worked in numbers: the one that decides."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.render.report import families
from apex_cli.render.report.families import blocks
from apex_cli.render.report.governing import ranks
from apex_cli.render.report.model_equations import Family

GOLDEN = Path(__file__).parents[1] / "golden"


def step(n: int, symbol: str, value: float, subject: str, **terms: str) -> dict[str, Any]:
    told = {key: {"value": n, "unit": "kip", "origin": origin} for key, origin in terms.items()}
    return {"n": n, "symbol": symbol, "text": " * ".join(terms), "value": value, "unit": "kip",
            "clause": "E3", "subject": subject, "terms": told}  # fmt: skip


STEPS = [
    step(1, "F", 90, "stage 1", A="/site/a"),
    step(2, "F", 50, "stage 2", A="/site/b"),
    step(3, "P", 81, "stage 1", F="step 1", phi="support:/phi"),
    step(4, "P", 45.0004, "stage 2", F="step 2", phi="support:/phi"),
    step(5, "G", 7, "stage 1", A="/site/c"),
    step(6, "G", 6, "stage 2", A="/site/d"),
]


def check(demand: float, capacity: float, name: str = "steel.compression") -> dict[str, Any]:
    return {"id": name, "demand": demand, "capacity": capacity, "unit": "kip", "passed": True,
            "ratio": demand / capacity}  # fmt: skip


def worked(checks: list[dict[str, Any]]) -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(families, "FEW_ROWS", 1)  # else each of so few rows is worked in numbers
        found = list(blocks(STEPS, {}, ranks(STEPS, checks, {})))
    return {block.text[0]: block.worked_step for block in found if isinstance(block, Family)}


def test_the_smaller_strength_governs_and_what_it_comes_from() -> None:
    """Also of what no check depends on: what is about the same stage."""
    checks = [check(40, 81), check(40, 45)]
    assert worked(checks) == {"F": "2", "P": "4", "G": "6"}
    assert worked([*checks, check(81, 81, "pier.detailing")]) == {"F": "2", "P": "4", "G": "6"}
    assert worked([check(80, 81), check(1, 45)]) == {"F": "1", "P": "3", "G": "5"}
    assert worked([]) == {"F": "1", "P": "3", "G": "5"}


def test_without_checks_the_loads_at_grade_decide() -> None:
    told = {"exposure": {"base": {"moment_kipft": 3.0, "torsion_kipft": 0, "shear_lbf": 45}}}
    force = [{**one, "unit": "lbf"} for one in STEPS]
    found = ranks(force, [], told)
    assert found[4][0] < found[3][0]


def test_of_several_that_one_check_needs_the_largest_force_is_worked() -> None:
    envelope = json.loads((GOLDEN / "two-pole-pylon.all.json").read_bytes())
    steps = envelope["trace"]["steps"]
    told = blocks(steps, {}, ranks(steps, envelope["checks"], envelope["result"]))
    found = {block.text: block for block in told if isinstance(block, Family)}
    pressure = found["p = F / A"]
    (row,) = [row for row in pressure.rows if row.steps == pressure.worked_step]
    assert row.about == "anchor tenant"
    assert float(row.value) < max(float(one.value) for one in pressure.rows)
