"""The base plate in the answer of the support: what reaches it, what it stands in, what is told."""

from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from apex_cli.solvers.support.at_grade_tell import BASE, EMBEDMENT

FOOT: dict[str, Any] = {
    "type": "plate",
    "plate": {"shape": "square", "width_in": 20, "thickness_in": 1.5, "fy_ksi": 36},
    "rods": {
        "count": 4, "diameter_in": 1.25, "grade": 55, "circle_in": 18, "embedment_in": 36,
    },
    "bearing": "double_nut",
    "standoff_in": 1.25,
    "weld": {"type": "fillet", "leg_in": 0.3125},
}  # fmt: skip
PIER: dict[str, Any] = {
    "fc_psi": 4000, "fy_ksi": 60, "bars": {"count": 8, "size": 6},
    "ties": {"size": 3, "spacing_in": 12}, "cover_in": 3, "top_ties": 3,
}  # fmt: skip
ON_PLATE = {"support.base": FOOT, "support.pier": PIER, "packs.concrete": "aci318-19_v1"}


def tension(found: Any) -> float:
    """Tension of the worst of four rods on their circle, lbf, by the reactions of the answer.

    Those at the level of the method come first.
    """
    steel = found.reactions[:2]
    return float(max(1000 * 12 * one.moment_kipft / 18 - one.axial_lbf / 4 for one in steel))


def test_a_pole_on_a_plate_in_its_pier(pole: Any) -> None:
    found, trace = pole.checked(ON_PLATE)
    assert found.plate.rod_tension_lbf == pytest.approx(tension(found))
    heads = pole.by_id(trace, "anchor.pullout")
    assert 1000 * heads.demand == pytest.approx(tension(found))
    assert {one.id for one in trace.checks} >= {
        "plate.bending", "plate.weld", "plate.geometry", "rod.tension", "rod.shear",
        "rod.combined", "rod.standoff", "anchor.pullout", "anchor.side_face",
        "anchor.reinforcement",
    }  # fmt: skip
    assert not {BASE, EMBEDMENT} & {*found.not_checked}
    assert not any("development length" in one for one in found.not_checked)
    assert found.quantities.plate_lbf == pytest.approx(400 * 1.5 * 490 / 1728)
    assert found.quantities.rods_lbf > 0
    assert found.plate.alternatives


def test_the_depth_of_the_pier_is_that_of_the_foundation(pole: Any) -> None:
    _, trace = pole.checked(ON_PLATE)
    below = [step.terms for step in trace.steps if "w_c" in step.terms and "D_r" in step.terms]
    assert below[0]["w_c"] == 30
    with pytest.raises(InvalidInput, match="beyond the side of the concrete"):
        pole.checked(ON_PLATE | {"footing.width_ft": 1.5})


def test_steel_at_its_own_level_concrete_at_strength(pole: Any) -> None:
    lrfd, strong = pole.checked(ON_PLATE)
    asd, trace = pole.checked(ON_PLATE | {"support.method": "asd"})
    assert asd.plate.rod_tension_lbf == pytest.approx(tension(asd))
    assert asd.plate.rod_tension_lbf < 0.8 * lrfd.plate.rod_tension_lbf
    for name in ("anchor.pullout", "anchor.side_face"):
        assert pole.by_id(trace, name).demand == pytest.approx(pole.by_id(strong, name).demand)


def test_without_a_plate_it_is_told(pole: Any) -> None:
    plain, _ = pole.checked()
    assert plain.plate is None
    assert plain.quantities.plate_lbf is None
    assert BASE in plain.not_checked
    deep, _ = pole.checked({"support.base": {"type": "embedded", "depth_ft": 5}})
    assert deep.ratio == plain.ratio
    assert BASE not in deep.not_checked


def test_steel_alone_where_no_concrete_is_named(pole: Any) -> None:
    alone = {"support.base": FOOT}
    found, trace = pole.checked(alone)
    assert not any("ACI 318-" in one.clause for one in trace.checks)
    assert any("packs.concrete" in one for one in found.not_checked)
    part = FOOT | {"plate": None, "rods": None}
    found, _ = pole.checked({"support.base": {k: v for k, v in part.items() if v is not None}})
    assert (found.quantities.plate_lbf, found.quantities.rods_lbf) == (None, None)


@pytest.mark.parametrize(
    ("changes", "held"),
    [
        ({"footing.shape": "square"}, True),
        ({"footing.shape": "square", "footing.length_ft": 2.5}, True),
        ({"footing.shape": "square", "footing.length_ft": 4}, False),
    ],
)
def test_piers_of_other_shapes(changes: dict[str, Any], *, held: bool, pole: Any) -> None:
    found, trace = pole.checked(ON_PLATE | changes)
    assert ("anchor.pullout" in {one.id for one in trace.checks}) == held
    assert any("need a pier" in one for one in found.not_checked) != held


def test_no_foundation_is_asked_for(pole: Any) -> None:
    found, trace = pole.checked(ON_PLATE | {"footing": pole.GONE})
    assert "anchor.pullout" not in {one.id for one in trace.checks}
    assert any("need a pier" in one for one in found.not_checked)


def test_a_spread_footing_is_no_pier(pole: Any) -> None:
    footing = {"type": "spread", "shape": "square", "width_ft": 8, "thickness_ft": 2, "depth_ft": 4}
    found, trace = pole.checked(ON_PLATE | {"footing": footing})
    assert "anchor.pullout" not in {one.id for one in trace.checks}
    assert any("need a pier" in one for one in found.not_checked)


def test_every_pole_has_its_plate(pole: Any) -> None:
    one, _ = pole.checked(ON_PLATE)
    two, _ = pole.checked(ON_PLATE | {"sign.poles.count": 2, "sign.poles.spacing_ft": 8})
    assert two.quantities.plate_lbf == pytest.approx(2 * one.quantities.plate_lbf)
    assert two.quantities.rods_lbf == pytest.approx(2 * one.quantities.rods_lbf)


def test_loads_that_are_given(pole: Any) -> None:
    loads = {
        "lateral_lbf": 1500, "height_ft": 20, "axial_lbf": 3000, "level": "strength",
        "replaces_wind": True,
    }  # fmt: skip
    given = {"loads": loads, "packs.exposure": pole.GONE}
    found, trace = pole.checked(ON_PLATE | given)
    assert found.plate.rod_tension_lbf == pytest.approx(tension(found))
    assert "anchor.pullout" in {one.id for one in trace.checks}
