"""Whole supports: what `calc` says, and what the model says of the wind's forces alone."""

import random
from typing import Any

import pytest

from tests.solvers.support import independent_statics as statics
from tests.solvers.support.independent_signs import (
    TOP,
    draw,
    forces,
    in_a_row,
    lengths,
    made_of,
    ratios,
    sways,
)

SIGNS = 60
EXACTLY = 1e-9


def test_calc_and_the_model_agree(pole: Any) -> None:
    """In every interaction and in how far each height moves."""
    chance = random.Random(15)
    for _ in range(SIGNS):
        changes = draw(chance)
        result, trace = pole.checked(changes)
        made, acting = made_of(changes), pole.wind(changes).acting
        found = [one.demand for one in trace.checks if one.id == "steel.interaction"]
        assert found == pytest.approx(ratios(changes, made, acting), rel=EXACTLY), changes
        for row in result.deflection:
            if row.load == "1.0W":
                whole = sways(made, acting, row.height_ft)
                assert row.inches == pytest.approx(whole, rel=EXACTLY), changes


def test_the_case_that_bends_most_need_not_be_that_of_the_greatest_moment(pole: Any) -> None:
    """Over its stiffness the side wind has more at grade, but more of it is low, on the pole."""
    changes = draw(random.Random(0)) | {
        "sign.poles": {"count": 1, "top_ft": TOP, "section": "HSS14x10x1/2", "axis": "strong"},
        "sign.elements.0.offset_ft": 0.0,
        "sign.elements.0.thickness_ft": 5.1,
    }
    result, _ = pole.checked(changes)
    made, acting = made_of(changes), pole.wind(changes).acting
    x, y = (lengths(made, axis)[0].I for axis in ("x", "y"))
    at_grade = {
        blow.direction: statics.inside(0.0, forces(blow), ()).moment for blow in acting.blows
    }
    assert at_grade["side"] / y > at_grade["front"] / x
    top = result.deflection[0]
    assert (top.height_ft, top.load) == (TOP, "1.0W")
    assert top.inches == pytest.approx(sways(made, acting, TOP), rel=EXACTLY)


def test_each_pole_of_a_row_takes_its_share(pole: Any) -> None:
    """Two or three poles below one sign: the ratio of each, wherever the cabinet is."""
    chance, met = random.Random(16), 0
    for _ in range(SIGNS):
        changes = draw(chance)
        if "stages" in changes["sign.poles"]:
            continue
        row = {"count": chance.choice((2, 3)), "spacing_ft": chance.uniform(3, 12)}
        changes["sign.poles"] |= row
        changes["support.deflection"] = pole.GONE
        result, trace = pole.checked(changes)
        wall = pole.by_id(trace, "steel.slenderness")
        least = wall.demand / wall.capacity  # the wall's slenderness counts in the ratio as well
        found = [one.ratio for one in result.poles]
        mine = in_a_row(changes, pole.wind(changes).acting)
        assert found == pytest.approx([max(one, least) for one in mine], rel=EXACTLY), changes
        met += max(mine) > least
    assert met > SIGNS / 4
