"""Open signs, trussed towers, and the wind on poles."""

import math
from collections.abc import Callable
from typing import Any

import pytest

from apex_cli.errors import InvalidInput

Ask = Callable[..., Any]
OPEN = {"width_ft": 10, "height_ft": 6, "bottom_ft": 18, "solidity": 0.5}
POLE = {"shape": "round", "width_in": 12, "surface": "smooth", "top_ft": 24, "weight_plf": 40}


@pytest.mark.parametrize(
    ("solidity", "cf"), [(0.05, 2.0), (0.1, 1.8), (0.29, 1.8), (0.3, 1.6), (0.7, 1.6)]
)
def test_bands_of_flat_members(ask: Ask, solidity: float, cf: float) -> None:
    result, trace = ask(OPEN | {"solidity": solidity})
    wind = result.elements[0]
    assert (wind.kind, wind.cf) == ("open_sign", cf)
    assert wind.area_ft2 == pytest.approx(60 * solidity)
    assert any("flat-sided" in sentence for sentence in trace.assumptions)


def test_open_sign_by_hand(ask: Ask) -> None:
    """Pressure at the centroid, solid area, no eccentricity: only Case A."""
    result, _ = ask(OPEN | {"members": "flat", "frame": "single_plane"})
    q = 0.00256 * 2.01 * (21 / 900) ** (2 / 9.5) * 0.85 * 115**2
    assert result.elements[0].force_lbf == pytest.approx(q * 0.85 * 1.6 * 30)
    assert [case.case for case in result.cases] == ["A"]
    assert result.base.torsion_kipft == 0
    assert result.velocity_pressure_psf > q


@pytest.mark.parametrize(("diameter", "cf"), [(2.0, 1.5), (12.0, 1.1)])
def test_round_members_by_their_regime(ask: Ask, diameter: float, cf: float) -> None:
    result, _ = ask(OPEN | {"members": "round", "member_diameter_in": diameter})
    assert result.elements[0].cf == cf


def test_round_members_need_a_diameter(ask: Ask) -> None:
    with pytest.raises(InvalidInput) as caught:
        ask(OPEN | {"members": "round"})
    assert caught.value.faults[0].pointer == "/sign/elements/0/member_diameter_in"


@pytest.mark.parametrize(
    ("frame", "members", "cf"),
    [
        ("trussed_square", "flat", (4 * 0.16 - 5.9 * 0.4 + 4) * 1.2),
        ("trussed_square", "round", (4 * 0.16 - 5.9 * 0.4 + 4) * (0.51 * 0.16 + 0.57) * 1.2),
        ("trussed_triangular", "flat", 3.4 * 0.16 - 4.7 * 0.4 + 3.4),
    ],
)
def test_trussed_towers(ask: Ask, frame: str, members: str, cf: float) -> None:
    result, _ = ask(OPEN | {"solidity": 0.4, "frame": frame, "members": members})
    assert result.elements[0].kind == "trussed_frame"
    assert result.elements[0].cf == pytest.approx(cf)


def test_pole_by_hand(ask: Ask) -> None:
    """18 ft of a 12-in round pole: q at 9 ft (as at 15), h/D 24, smooth and above the threshold."""
    result, trace = ask((10, 6, 18), poles=POLE, edition="7-22")
    pole = result.elements[1]
    q = 0.00256 * 2.41 * (15 / 2460) ** (2 / 9.8) * 115**2
    cf = 0.6 + 0.1 * 17 / 18
    assert (pole.kind, pole.centroid_ft, pole.kd, pole.clearance_ratio) == ("pole", 9, 1.0, None)
    assert pole.velocity_pressure_psf == pytest.approx(q)
    assert pole.cf == pytest.approx(cf)
    assert pole.force_lbf == pytest.approx(q * 0.85 * cf * 18)
    assert result.base.shear_lbf == pytest.approx(sum(e.force_lbf for e in result.elements))
    assert any("shielding" in sentence for sentence in trace.assumptions)


@pytest.mark.parametrize(
    ("shape", "width", "surface", "low", "high"),
    [
        ("round", 2, "smooth", 1.2, 1.2),
        ("round", 36, "smooth", 0.6, 0.7),
        ("round", 36, "rough", 0.8, 0.9),
        ("round", 36, "very_rough", 1.0, 1.2),
        ("square", 36, "smooth", 1.4, 2.0),
        ("square_diagonal", 36, "smooth", 1.1, 1.5),
        ("hexagonal", 36, "smooth", 1.2, 1.4),
        ("octagonal", 36, "smooth", 1.2, 1.4),
    ],
)
def test_shapes_of_poles(
    ask: Ask, *, shape: str, width: float, surface: str, low: float, high: float
) -> None:
    poles = {"shape": shape, "width_in": width, "surface": surface, "top_ft": 24}
    result, _ = ask((10, 6, 18), poles=poles)
    slender = min(24 / (width / 12), 25)
    assert result.elements[1].cf == pytest.approx(low + (high - low) * (slender - 7) / 18)


def test_stub_of_a_pole_is_at_the_bound(ask: Ask) -> None:
    poles = {"shape": "square", "width_in": 120, "top_ft": 6}
    result, _ = ask((20, 4, 2), poles=poles)
    assert result.elements[1].aspect_ratio == pytest.approx(0.6)
    assert result.elements[1].cf == pytest.approx(1.3)


def test_lengths_between_and_above_cabinets(ask: Ask) -> None:
    result, _ = ask((10, 6, 24), (10, 4, 14), poles=POLE | {"top_ft": 33})
    lengths = [(e.name, e.area_ft2, e.centroid_ft) for e in result.elements[2:]]
    assert lengths == [
        ("pole, length 1", 14, 7),
        ("pole, length 2", 6, 21),
        ("pole, length 3", 3, 31.5),
    ]


def test_cabinets_that_meet_or_overlap_leave_no_gap(ask: Ask) -> None:
    result, trace = ask((10, 6, 18), (10, 4, 14), (8, 3, 19), (8, 2, 24), poles=POLE)
    assert [e.area_ft2 for e in result.elements if e.kind == "pole"] == [14]
    assert [c.code for c in trace.cautions if c.code.startswith("sign")] == [
        "sign.faces_touch",
        "sign.cabinets_overlap",
    ]


def test_cabinet_on_the_ground_hides_its_pole(ask: Ask) -> None:
    result, _ = ask((10, 6, 0), poles=POLE | {"top_ft": 6})
    assert [e.kind for e in result.elements] == ["solid_sign"]


def test_what_does_not_hide_the_pole(ask: Ask) -> None:
    """An open face, and a cabinet hung to the side, leave the whole pole to the wind."""
    through, _ = ask(OPEN, poles=POLE)
    aside, _ = ask(OPEN | {"solidity": 1, "offset_ft": 5.5}, poles=POLE)
    assert through.elements[1].area_ft2 == aside.elements[1].area_ft2 == 24


def test_two_poles_are_hidden_only_together(ask: Ask) -> None:
    near, _ = ask((10, 6, 18), poles=POLE | {"count": 2, "spacing_ft": 9})
    wide, _ = ask((10, 6, 18), poles=POLE | {"count": 2, "spacing_ft": 11})
    assert near.elements[1].area_ft2 == 36
    assert wide.elements[1].area_ft2 == 48


def test_tapered_pole_has_its_width_at_the_middle(ask: Ask) -> None:
    result, _ = ask((10, 6, 18), poles=POLE | {"width_in": 16, "top_width_in": 8})
    assert result.elements[1].area_ft2 == pytest.approx(18 * (16 - 8 * 9 / 24) / 12)


def test_defaults_of_poles_are_told(ask: Ask) -> None:
    result, trace = ask((10, 6, 18), poles={"shape": "round", "width_in": 12})
    assert result.elements[1].area_ft2 == 18
    told = " ".join(trace.assumptions)
    assert "reach to the top" in told
    assert "smooth" in told
    _, trace = ask((10, 6, 18), poles={"shape": "square", "width_in": 12})
    assert "smooth" not in " ".join(trace.assumptions)


def test_roundness_number_uses_the_pressure_of_the_edition(ask: Ask) -> None:
    _, trace = ask((10, 6, 18), poles=POLE, edition="7-10")
    step = next(s for s in trace.steps if s.card.name == "roundness_number")
    assert step.value == pytest.approx(math.sqrt(step.terms["q_z"]))
    assert step.clause == "ASCE/SEI 7-10 Figure 29.5-1"
