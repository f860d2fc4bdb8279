"""What acts above a height, where something is not there or cancels."""

from typing import Any

import pytest

from apex_cli.errors import InvalidInput

BOARD = {
    "name": "reader board", "width_ft": 8, "height_ft": 3, "bottom_ft": 8, "thickness_ft": 1,
    "weight_psf": 8,
}  # fmt: skip
LOADS = {
    "lateral_lbf": 1500, "height_ft": 20, "axial_lbf": 1400, "level": "asd",
    "replaces_wind": True,
}  # fmt: skip


def test_nothing_is_held_above_the_given_load(pole: Any) -> None:
    hole = {"width_in": 2, "height_in": 4, "height_ft": 22}
    given = {"loads": LOADS, "packs.exposure": pole.GONE, "support.opening": hole}
    with pytest.raises(InvalidInput, match="the hole is not below the given force"):
        pole.checked(given)


def test_a_cabinet_below_does_not_weigh_on_what_is_above(pole: Any) -> None:
    """At 12 ft there is the upper cabinet, and the pole from there up."""
    hole = {"width_in": 2, "height_in": 6, "height_ft": 12.25}
    both = {"sign.elements": [pole.changed({})["sign"]["elements"][0], BOARD]}
    result, trace = pole.checked({**both, "support.opening": hole})
    axial = next(
        step.value
        for step in trace.steps
        if step.subject.startswith("opening") and step.card.symbol == "P_r"
    )
    assert axial == pytest.approx(1.2 * (480 + 12 * 40.5) / 1000)
    assert result.reactions[0].axial_lbf == pytest.approx(1.2 * (480 + 8 * 24 + 972))


def test_cabinets_that_balance_do_not_bend_the_pole(pole: Any) -> None:
    left, right = (
        {
            **BOARD,
            "name": name,
            "offset_ft": offset,
            "bottom_ft": 21,
            "width_ft": 3,
            "weight_psf": w,
        }
        for name, offset, w in (("left", -3.3, 8), ("right", 1.1, 24))
    )
    result, trace = pole.checked({"sign.elements": [left, right]})
    assert not any(step.card.symbol == "M_r" and "M_D" in step.terms for step in trace.steps)
    assert result.reactions[0].axial_lbf == pytest.approx(1.2 * (9 * 32 + 972))


def test_poles_of_weightless_cabinets_carry_themselves(pole: Any) -> None:
    two = {"sign.poles.count": 2, "sign.poles.spacing_ft": 6}
    result, _ = pole.checked({**two, "sign.elements.0.weight_psf": pole.GONE})
    assert result.reactions[0].axial_lbf == pytest.approx(1.2 * 972)
    none, trace = pole.checked({
        "sign.elements.0.weight_psf": pole.GONE,
        "sign.poles": {"shape": "round", "width_in": 10.75, "wall_in": 0.365},
    })  # fmt: skip
    assert none.reactions[0].axial_lbf == 0
    assert none.stages[0].weight_lbf is None
    assert "steel.compression" not in {check.id for check in trace.checks}


def test_without_torsion_the_weld_is_asked_for_most_where_the_couple_is(pole: Any) -> None:
    splice = {"type": "sleeve", "weld_in": 0.25}
    given = {**pole.STAGES, "loads": LOADS, "packs.exposure": pole.GONE, "support.splice": splice}
    _, trace = pole.checked(given)
    told = [step.subject for step in trace.steps if step.card.symbol == "R_t"]
    assert len(told) == 1
    assert pole.by_id(trace, "splice.weld", "ring").demand > 0


def test_poles_of_two_stages_share_weight_and_wind(pole: Any) -> None:
    stages = pole.STAGES["sign.poles"]["stages"]
    two = {"sign.poles": {"count": 2, "spacing_ft": 8, "stages": stages}}
    result, trace = pole.checked({**two, "support.splice": {"type": "sleeve"}})
    own = 12 * 49.6 + 14 * 40.5
    assert result.reactions[0].axial_lbf == pytest.approx(1.2 * (240 + own))
    assert result.quantities.pole_lbf == pytest.approx(2 * own)
    assert pole.by_id(trace, "splice.couple", "shears").passed
