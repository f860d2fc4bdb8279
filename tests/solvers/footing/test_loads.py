"""Given loads: their level cannot be forgotten, and a moment is a height."""

from collections.abc import Callable
from typing import Any

import pytest

from apex_cli.project.foundation import Footing, Loads, Soil
from apex_cli.records.model import Faulty

Ask = Callable[..., Any]


def test_level_has_no_default() -> None:
    with pytest.raises(Faulty, match="level"):
        Loads.read({"lateral_lbf": 1, "height_ft": 1})


@pytest.mark.parametrize("given", [{}, {"height_ft": 10, "moment_lbft": 10}])
def test_height_or_moment(given: dict[str, float]) -> None:
    with pytest.raises(Faulty, match="either height_ft or moment_lbft"):
        Loads.read({"lateral_lbf": 1, "level": "asd"} | given)


def test_class_or_values() -> None:
    with pytest.raises(Faulty, match="either a class"):
        Soil.read({"class": 4, "lateral_psf_per_ft": 150})
    assert Footing.read({"type": "pier"}).shape == "round"


def test_strength_becomes_allowable_by_a_shown_step(ask: Ask) -> None:
    strength = ask(loads={"lateral_lbf": 1000, "level": "strength", "torsion_lbft": 100})
    allowable = ask(loads={"lateral_lbf": 600, "level": "asd"})
    assert strength.result.lateral_load_lbf == 600
    assert strength.result.torsion_lbft == 60
    assert strength.result.required_depth_ft == allowable.result.required_depth_ft
    first = strength.trace.steps[0]
    assert (first.card.text, float(first.terms["omega"])) == ("omega * P_u", 0.6)
    assert first.terms["omega"].origin == "footing:/combinations/wind"
    assert strength.says("strength-level")
    assert allowable.says("taken as given")


def test_forgetting_the_factor_would_deepen_by_a_fifth(ask: Ask) -> None:
    loads = {"lateral_lbf": 2500, "height_ft": 20}
    forgotten = ask({"width_ft": 3}, {**loads, "level": "asd"}).result.required_depth_ft
    told = ask({"width_ft": 3}, {**loads, "level": "strength"}).result.required_depth_ft
    assert forgotten / told == pytest.approx(1.2, abs=0.02)


@pytest.mark.parametrize("level", ["asd", "strength"])
@pytest.mark.parametrize("constraint", ["nonconstrained", "constrained"])
def test_a_moment_at_grade_is_a_height(ask: Ask, level: str, constraint: str) -> None:
    footing = {"constraint": constraint}
    moment = ask(footing, {"height_ft": None, "moment_lbft": 15_000, "level": level})
    height = ask(footing, {"level": level})
    assert moment.result.load_height_ft == pytest.approx(15)
    assert moment.result.required_depth_ft == pytest.approx(height.result.required_depth_ft)
    clauses = [step.clause for step in moment.trace.steps]
    assert any("18-3" in clause for clause in clauses) == (constraint == "constrained")
    assert not any("18-3" in step.clause for step in height.trace.steps)
