"""A planted post: by hand and by statics, what it asks for, and what is refused."""

from math import sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.eurocode.solve import FootingInputs, loads_demand, solve
from apex_cli.solvers.footing.result import PlantedResult
from tests.solvers.footing.eurocode.given import KN, SITE, M, inputs_over

PACK: Any = Catalogue().load("footing", "planted-post_v1")[0]
SOIL = {"ground_factor_psf_per_ft": 375 * KN / M**3, "source": "a report"}
PLANTING = {"wind_factor": 1.5, "model_factor": 1.25}
FOOTING = {"type": "pier", "width_ft": 0.5 * M, "planting": PLANTING}
LOADS = {"lateral_lbf": 20 * KN, "height_ft": 2.586 * M, "level": "characteristic"}
"""Asks for 2 m exactly: 1.25 x 1.5 x 20 (2.586 + 1.414) = 150 = 0.1 x 375 x 0.5 x 8."""


def inputs_of(**blocks: Any) -> FootingInputs:
    return inputs_over({"soil": SOIL, "footing": FOOTING, "loads": LOADS, "site": SITE}, blocks)


def answer(
    trace: Bare | None = None, demands: tuple[Demand, ...] | None = None, **blocks: Any
) -> PlantedResult:
    inputs, trace = inputs_of(**blocks), trace or Bare()
    assert inputs.loads is not None
    found = solve(inputs, PACK, demands or loads_demand(inputs.loads, PACK, trace), trace)
    assert isinstance(found, PlantedResult)
    return found


def told(**blocks: Any) -> Trace:
    trace = Trace()
    answer(trace, **blocks)
    return trace


def test_a_post_by_hand() -> None:
    trace = Trace()
    found = answer(trace)
    assert found.required_depth_ft == pytest.approx(2 * M)
    assert found.depth_ft == pytest.approx(2 * M)
    assert found.fulcrum_depth_ft == pytest.approx(1.414 * M)
    assert found.resisting_moment_kipft == pytest.approx(150 * KN * M / 1000)
    assert found.lateral_capacity_lbf == pytest.approx(20 * KN)
    check, frost = trace.checks
    assert (frost.id, frost.passed) == ("pier.frost", True)
    assert (check.demand, check.capacity) == pytest.approx((120, 120))
    assert found.concrete_weight_lbf == pytest.approx(24 * 3.14159265 / 16 * 2 * KN)
    assert answer() == found


def test_the_shares_follow_from_a_pressure_that_turns_without_shear() -> None:
    """Pressure G z above the fulcrum and against it below: no net force, moment about the fulcrum.

    The pack's tenth lies 2.4 % above the exact number, which its note tells.
    """
    deep = 1 / sqrt(2)
    assert 2 * deep**2 == pytest.approx(1)
    exact = deep * deep**2 / 2 - deep**3 / 3 + (1 - deep**3) / 3 - deep * (1 - deep**2) / 2
    assert exact == pytest.approx(1 / 3 - 1 / (2 * sqrt(2)) + 1 / (6 * sqrt(2)))
    assert PACK.fulcrum.value == pytest.approx(deep, abs=0.0005)
    assert PACK.resistance.value == pytest.approx(exact, abs=0.003)


positive = st.floats(0.2, 5)


@settings(max_examples=25)
@given(positive, positive, positive)
def test_what_it_bears_is_what_asks_for_its_depth(load: float, width: float, height: float) -> None:
    asked = {"lateral_lbf": 5 * load * KN, "height_ft": height * M}
    footing = {"width_ft": width * M}
    found = answer(loads=asked, footing=footing)
    given_depth = {**footing, "depth_ft": found.required_depth_ft}
    capacity = answer(loads=asked, footing=given_depth).lateral_capacity_lbf
    assert capacity == pytest.approx(5 * load * KN)
    assert found.depth_ft >= found.required_depth_ft - 1e-5
    for worse in (
        {"loads": asked | {"lateral_lbf": 5.5 * load * KN}, "footing": footing},
        {"loads": asked | {"height_ft": 1.1 * height * M}, "footing": footing},
        {"loads": asked, "footing": footing, "soil": {"ground_factor_psf_per_ft": 340 * KN / M**3}},
        {"loads": asked, "footing": {"width_ft": 0.9 * width * M}},
        {"loads": asked, "footing": {**footing, "planting": PLANTING | {"model_factor": 1.4}}},
        {"loads": asked, "footing": {**footing, "planting": PLANTING | {"wind_factor": 1.6}}},
    ):
        assert answer(**worse).required_depth_ft > found.required_depth_ft


def test_a_given_depth_is_examined() -> None:
    checks = told(footing={"depth_ft": 1.0 * M}, site={"frost_depth_in": 60.0}).checks
    assert {check.id: check.passed for check in checks} == {
        "pier.planting": False,
        "pier.frost": False,
    }


def test_frost_and_reveal_make_it_longer() -> None:
    found = answer(site={"frost_depth_in": 2.55 * M * 12}, footing={"reveal_ft": 0.3 * M})
    assert found.depth_ft == pytest.approx(2.6 * M)
    assert found.governed_by == "frost"
    assert found.concrete_yd3 == pytest.approx(found.spoil_yd3 * 2.9 / 2.6)


def test_a_square_hole_bears_on_its_side() -> None:
    found = answer(footing={"shape": "square", "length_ft": 0.5 * M})
    assert found.required_depth_ft == pytest.approx(2 * M)
    assert found.length_ft == pytest.approx(0.5 * M)


def test_every_post_is_planted_as_the_governing_one() -> None:
    demands = (
        Demand(1e-4, 0.0, 100, 0, name="pole 1"),
        Demand(20 * KN, 2.586 * M, 100, 0, name="pole 2"),
    )
    found = answer(demands=demands)
    assert (found.count, found.governing) == (2, "pole 2")
    assert [row.required_depth_ft for row in found.foundations] == [0, pytest.approx(2 * M)]


def test_what_an_engineer_has_to_look_at_is_told() -> None:
    plain = told(site={"frost_depth_in": 18.0})
    assert [one.code for one in plain.cautions] == ["footing.planted_method"]
    all_of_it = told(
        footing={"width_ft": 2.0 * M},
        loads={"torsion_lbft": 100.0},
        site={"water_depth_ft": 3.0, "frost_depth_in": None},
        soil={"source": None},
    )
    assert {one.code for one in all_of_it.cautions} == {
        "footing.planted_method", "footing.shallow_planting", "footing.torsion_not_checked",
        "footing.water_not_in_method", "footing.frost_not_given",
    }  # fmt: skip
    assert any("no report is named" in one for one in all_of_it.assumptions)


@pytest.mark.parametrize(
    ("blocks", "where"),
    [
        ({"footing": {"width_ft": None}}, "/footing/width_ft"),
        ({"footing": {"planting": None}}, "/footing/planting"),
        ({"soil": {"ground_factor_psf_per_ft": None}}, "/soil/ground_factor_psf_per_ft"),
        ({"soil": {"class": 4}}, "/soil/class"),
        ({"soil": {"lateral_psf_per_ft": 150.0}}, "/soil/lateral_psf_per_ft"),
        ({"soil": {"ignore_top_ft": 1.0}}, "/soil/ignore_top_ft"),
        ({"footing": {"approach": "DA1"}}, "/footing/approach"),
        ({"footing": {"constraint": "constrained"}}, "/footing/constraint"),
        ({"footing": {"length_ft": 2.0}}, "/footing/length_ft"),
        ({"local": {"source": "a code", "overturning_ratio": 0.5}}, "/local"),
    ],
)
def test_what_is_missing_or_unread_is_named(blocks: dict[str, Any], where: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        answer(**blocks)
    assert [fault.pointer for fault in caught.value.faults] == [where]


def test_what_is_not_covered_is_refused_by_name() -> None:
    with pytest.raises(NoAnswer, match="no spread footings"):
        answer(footing={"type": "spread"})
    with pytest.raises(NoAnswer, match="lifts one of the posts"):
        answer(demands=(Demand(100, 5, -1, 0),))
    with pytest.raises(NoAnswer, match="no planting depth up to 10 m"):
        answer(loads={"lateral_lbf": 1e6})


def test_the_hole_holds_its_post() -> None:
    """A square post of 400 mm measures 566 mm across its corners, more than the hole."""
    sign = {
        "elements": [{"width_ft": 6.0, "height_ft": 4.0, "bottom_ft": 8.0}],
        "poles": {"shape": "square", "width_in": 0.4 * M * 12, "wall_in": 0.25},
    }
    trace = told(sign=sign, loads={"replaces_wind": True})
    held = next(check for check in trace.checks if check.id == "pier.holds_pole")
    assert not held.passed
    assert held.demand / held.capacity == pytest.approx(0.4 * sqrt(2) / 0.5)


@pytest.mark.parametrize(("factor", "is_told"), [(390, False), (114, True), (1261, True)])
def test_a_ground_factor_like_that_of_no_ground_is_looked_at(factor: float, is_told: bool) -> None:
    trace = told(soil={"ground_factor_psf_per_ft": factor * KN / M**3}, loads={"lateral_lbf": 900})
    assert ("footing.ground_factor" in {one.code for one in trace.cautions}) == is_told


def test_what_it_does_not_read_is_said() -> None:
    trace = told(soil={"friction_angle_deg": 30.0}, footing={"isolated_pole": True})
    for place in ("soil.friction_angle_deg", "footing.isolated_pole"):
        assert any(one.startswith(f"{place} is not used") for one in trace.assumptions)
