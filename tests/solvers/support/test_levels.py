"""Concrete is held at strength level whatever the method, steel at the level of the method.

Every check and every step of every example that has a support, by either method.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.chain import solve
from apex_cli.run.prepare import prepare

EXAMPLES = Path(__file__).parents[3] / "examples"
SUPPORTED = sorted(
    path.stem for path in EXAMPLES.glob("*.json") if "support" in json.loads(path.read_bytes())
)
LEVELS = {
    "lrfd": {"1.2D+1.0W", "0.9D+1.0W", "1.4D"},
    "asd": {"D+0.6W", "0.6D+0.6W", "D"},
}
NAME = re.compile(r"(?:[\d.]+)?D\+[\d.]+W")


def document(name: str, method: str, code: str = "19") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    found["support"]["method"] = method
    if "concrete" in found["packs"]:
        found["packs"]["concrete"] = f"aci318-{code}_v1"
    return found


def blocks_of(name: str) -> dict[str, Any]:
    support: dict[str, Any] = document(name, "lrfd")["support"]
    return support


def answered(name: str, method: str, code: str = "19") -> tuple[Any, Trace]:
    prepared = prepare("support", document(name, method, code), Catalogue())
    trace, silent = Trace(), Bare()
    found = solve(prepared, trace)["support"]
    assert solve(prepared, silent)["support"] == found
    assert silent.checks == trace.checks
    return found, trace


def is_concrete(clause: str) -> bool:
    """Whether a clause is of ACI 318."""
    return clause.startswith("ACI")


@pytest.mark.parametrize("code", ["14", "19"])
@pytest.mark.parametrize("method", ["lrfd", "asd"])
@pytest.mark.parametrize("name", SUPPORTED)
def test_each_check_is_at_its_level(name: str, method: str, code: str) -> None:
    _, trace = answered(name, method, code)
    met = {"steel": set[str](), "concrete": set[str]()}
    for check in trace.checks:
        named = set(NAME.findall(check.description))
        if is_concrete(check.clause) or check.id == "embedded.ties":  # statics of concrete
            assert named <= LEVELS["lrfd"], check
            met["concrete"] |= named
        elif check.id != "steel.deflection":
            assert named <= LEVELS[method], check
            met["steel"] |= named
    assert met["steel"]
    assert bool(met["concrete"]) == bool({"base", "slab"} & set(blocks_of(name)))


@pytest.mark.parametrize("method", ["lrfd", "asd"])
@pytest.mark.parametrize("name", SUPPORTED)
def test_each_step_is_at_its_level(name: str, method: str) -> None:
    """No phi of AISC on allowable loads, no Omega on factored ones, no Omega in concrete."""
    _, trace = answered(name, method)
    other = {"lrfd": "Omega", "asd": "phi"}[method]
    factors = 0
    for step in trace.steps:
        named = set(NAME.findall(step.subject)) | {
            found
            for value in step.terms.values()
            for found in NAME.findall(getattr(value, "origin", ""))
        }
        used = {term for term in step.terms if re.match(r"(phi|Omega)(_|$)", term)}
        if is_concrete(step.clause):
            assert named <= LEVELS["lrfd"], step
            assert not any(term.startswith("Omega") for term in used), step
        elif step.clause.startswith("AISC"):
            assert named <= LEVELS[method], step
            assert not any(term.startswith(other) for term in used), step
            factors += len(used)
    assert factors


@pytest.mark.parametrize("name", [name for name in SUPPORTED if "base" in blocks_of(name)])
def test_the_method_changes_nothing_in_the_concrete(name: str) -> None:
    """Every check by ACI 318 is the same to the last bit; the answer for the pier too."""
    lrfd, factored = answered(name, "lrfd")
    asd, allowable = answered(name, "asd")
    concrete = [[one for one in trace.checks if is_concrete(one.clause)]
                for trace in (factored, allowable)]  # fmt: skip
    assert concrete[0] == concrete[1]
    assert len(concrete[0]) > 5
    assert (lrfd.pier, lrfd.embedded) == (asd.pier, asd.embedded)
    strength = [row for row in asd.reactions if row.combination in LEVELS["lrfd"]]
    assert strength == lrfd.reactions


def test_allowable_strengths_of_the_foot_are_those_of_the_standard() -> None:
    """Of one nominal strength: phi R over R/Omega is phi Omega, which AISC sets near 1.5."""
    _, factored = answered("pole-sign-plate", "lrfd")
    _, allowable = answered("pole-sign-plate", "asd")
    both = zip(factored.checks, allowable.checks, strict=True)
    seen = set()
    for strong, weak in both:
        assert (strong.id, strong.clause) == (weak.id, weak.clause)
        if strong.unit in {"kip", "kip/in", "kip-in/in"} and strong.clause.startswith("AISC"):
            if strong.id in {"rod.combined", "steel.compression"}:
                continue  # strength beside the shear; dead load, of which ASD has no 0.6
            assert strong.capacity / weak.capacity == pytest.approx(1.5, rel=0.005), strong
            assert weak.demand / strong.demand == pytest.approx(0.6, rel=0.02), strong
            seen.add(strong.id)
    assert seen >= {"plate.bending", "plate.weld", "rod.tension", "rod.shear"}
