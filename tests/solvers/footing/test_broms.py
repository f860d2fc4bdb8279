"""Broms' method: the closed forms are the statics they stand for."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apex_cli.errors import InvalidInput
from apex_cli.solvers.footing import broms_equations as eq

Ask = Callable[..., Any]

CLAY = {"undrained_shear_strength_psf": 1000}
SAND = {"unit_weight_pcf": 110, "friction_angle_deg": 30}
LOADS = {"lateral_lbf": 2500, "height_ft": 20}
PIER = {"width_ft": 3}


@given(V=st.floats(100, 1e6), H=st.floats(0.5, 100), D=st.floats(0.5, 10), c=st.floats(200, 5000))
def test_clay_is_broms_construction(V: float, H: float, D: float, c: float) -> None:
    """L = 1.5 D + f + g, with g from the greatest moment, 2.25 c D g^2."""
    f = V / (9 * c * D)
    M = V * (H + 1.5 * D + 0.5 * f)
    g = math.sqrt(M / (2.25 * c * D))
    L = eq.length_clay(D=D, q=eq.shear_length(V_F=V, c=c, D=D), H=H)
    assert pytest.approx(1.5 * D + f + g) == L
    back = eq.shear_length_of(H=H, D=D, L=L)
    assert eq.load_clay(c=c, D=D, f=back, phi_s=1, lf=1) == pytest.approx(V, rel=1e-6)


def test_a_square_pier_bears_with_its_face(ask: Ask) -> None:
    """The diagonal is the building code's rule for its own equations."""
    for ref, soil in (("broms-clay_v1", CLAY), ("broms-sand_v1", SAND)):
        square = ask({**PIER, "shape": "square"}, LOADS, soil, ref=ref)
        assert (
            square.result.required_depth_ft
            == ask(PIER, LOADS, soil, ref=ref).result.required_depth_ft
        )
        assert square.says("is its face")


def test_clay(ask: Ask) -> None:
    answer = ask(PIER, LOADS, CLAY, ref="broms-clay_v1")
    V = 2500 * 2 / 0.7
    q = V / (9 * 1000 * 3)
    expected = 4.5 + q * (1 + math.sqrt(2 + (80 + 18) / q))
    assert answer.result.required_depth_ft == pytest.approx(expected)
    assert answer.result.lateral_capacity_lbf >= 2500
    assert answer.result.method == "Broms, clay, free head"
    assert answer.result.alternatives == []
    assert answer.codes["footing.broms_factors"] == "review"
    assert not any("AASHTO LTS 1809" in step.clause for step in answer.trace.steps)


def test_sand_overturns_about_its_toe(ask: Ask) -> None:
    """P (e + L) = gamma D L^3 Kp / 2: the passive wedge, three times Rankine, about the toe."""
    answer = ask(PIER, LOADS, SAND, ref="broms-sand_v1")
    L = answer.result.required_depth_ft
    V = 2500 * 2 / 0.7
    assert pytest.approx(0.5 * 110 * 3 * L**3 * 3) == V * (20 + L)
    assert answer.result.lateral_pressure_psf == pytest.approx(3 * 3 * 110 * L)
    depth = answer.result.depth_ft
    again = ask(
        PIER,
        {**LOADS, "lateral_lbf": answer.result.lateral_capacity_lbf},
        SAND,
        ref="broms-sand_v1",
    )
    assert again.result.required_depth_ft == pytest.approx(depth)


@pytest.mark.parametrize(
    ("ref", "soil", "pointer"),
    [
        ("broms-clay_v1", {"class": 5}, "/soil/undrained_shear_strength_psf"),
        ("broms-sand_v1", {"friction_angle_deg": 30}, "/soil/unit_weight_pcf"),
        ("broms-sand_v1", {"unit_weight_pcf": 110}, "/soil/friction_angle_deg"),
    ],
)
def test_soil_is_never_assumed(ask: Ask, ref: str, soil: dict[str, float], pointer: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        ask(PIER, LOADS, soil, ref=ref)
    (fault,) = caught.value.faults
    assert fault.pointer == pointer
    assert "geotechnical report" in fault.hint


def test_options_of_the_code_are_not_used_and_said(ask: Ask) -> None:
    plain = ask(PIER, LOADS, CLAY, ref="broms-clay_v1")
    options = {"isolated_pole": True, "constraint": "constrained", "depth_limit": "d<=12"}
    loaded = ask({**PIER, **options}, LOADS, CLAY, ref="broms-clay_v1")
    assert loaded.result == plain.result
    assert loaded.says("footing.isolated_pole is not used")
    assert loaded.says("footing.depth_limit is not used")
    assert loaded.says("free at its head")
    assert ask(PIER, LOADS, {**CLAY, "class": 5}, ref="broms-clay_v1").says("class is not used")


def test_monotone(ask: Ask) -> None:
    for ref, soil in (("broms-clay_v1", CLAY), ("broms-sand_v1", SAND)):
        base = ask(PIER, LOADS, soil, ref=ref).result.required_depth_ft
        more = {**LOADS, "lateral_lbf": 3000}
        assert ask(PIER, more, soil, ref=ref).result.required_depth_ft > base
        assert ask(PIER, {**LOADS, "height_ft": 25}, soil, ref=ref).result.required_depth_ft > base
        wider = ask({"width_ft": 4}, LOADS, soil, ref=ref).result.required_depth_ft
        # In stiff clay the upper 1.5 diameters, which resist nothing, grow faster than the rest
        # shrinks: the method itself asks a wider pier to go deeper.
        assert (wider < base) == (ref == "broms-sand_v1")


def test_what_belongs_to_european_methods_is_said(ask: Ask) -> None:
    foreign = {"approach": "DA1", "planting": {"wind_factor": 1.5, "model_factor": 1.25}}
    for ref, soil in (("broms-clay_v1", CLAY), ("ibc-2021_v1", {"class": 4})):
        given_too = {**soil, "ground_factor_psf_per_ft": 2500.0}
        answer = ask({**PIER, **foreign}, LOADS, given_too, ref=ref)
        for place in ("footing.approach", "footing.planting", "soil.ground_factor_psf_per_ft"):
            assert answer.says(f"{place} is not used")


def test_factors_that_were_read_take_the_place_of_the_packs(ask: Ask) -> None:
    read = {"overload": 3.0, "undercapacity": 0.6, "source": "LTS-6, C13.6.1.1"}
    for ref, soil in (("broms-clay_v1", CLAY), ("broms-sand_v1", SAND)):
        answer = ask({**PIER, "broms_factors": read, "depth_ft": 12}, LOADS, soil, ref=ref)
        more = {**LOADS, "lateral_lbf": LOADS["lateral_lbf"] * (3 / 0.6) / (2 / 0.7)}
        same = ask({**PIER, "depth_ft": 12}, more, soil, ref=ref)
        assert answer.result.required_depth_ft == pytest.approx(same.result.required_depth_ft)
        capacity = same.result.lateral_capacity_lbf * (2 / 0.7) / (3 / 0.6)
        assert answer.result.lateral_capacity_lbf == pytest.approx(capacity)
        assert "footing.broms_factors" not in answer.codes
        assert answer.says("the project's own: LTS-6, C13.6.1.1")
    other = ask({**PIER, "broms_factors": read}, LOADS, {"class": 4}, ref="ibc-2021_v1")
    assert other.says("footing.broms_factors is not used")
