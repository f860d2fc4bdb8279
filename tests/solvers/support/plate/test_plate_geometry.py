"""Where rods, nuts, pole and edges stand; what cannot stand so; weights."""

from math import pi, sqrt
from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from tests.solvers.support.plate.conftest import flat_pole


def rooms(bench: Any, **changes: Any) -> list[tuple[float, float]]:
    found = bench.checks(bench.foot(**changes))["plate.geometry"]
    return [(check.demand, check.capacity) for check in found]


def test_by_hand(bench: Any) -> None:
    spacing, edge, room = rooms(bench)
    assert spacing == pytest.approx((8 / 3 * 1.25, 18 / sqrt(2)))
    assert edge == pytest.approx((1.625, 10 - 9 / sqrt(2)))
    assert room == pytest.approx((2 / sqrt(3) + 0.3125, (18 - 10.75) / 2))


def test_without_a_fillet_and_beside_a_rectangle(bench: Any) -> None:
    foot = {"base": {"weld": None}, "tube": flat_pole(8, 6)}
    _, _, room = rooms(bench, **foot)
    assert room == pytest.approx((2 / sqrt(3), 4))
    cjp = {"base": {"weld": {"type": "cjp", "leg_in": None}}}
    assert rooms(bench, **cjp)[2][0] == pytest.approx(2 / sqrt(3))


@pytest.mark.parametrize(
    "changes",
    [
        {"plate": {"shape": "round", "width_in": 22}},
        {"plate": {"width_in": 22}, "rods": {"count": 6}},
    ],
)
def test_rods_that_are_not_in_corners(changes: dict[str, Any], bench: Any) -> None:
    assert rooms(bench, base=changes)[1] == pytest.approx((1.625, 2))


def test_a_thin_plate_is_told(bench: Any) -> None:
    thin = bench.run(bench.foot(base={"plate": {"thickness_in": 1.0}}))[1]
    thick = bench.run(bench.foot())[1]
    assert any("thinner" in one for one in thin.assumptions)
    assert not any("thinner" in one for one in thick.assumptions)


WIDTH, CIRCLE, DEPTH = "plate/width_in", "rods/circle_in", "rods/embedment_in"
ROUND = {"shape": "round", "width_in": 10.75}
SHALLOW = {"width": 18.0, "depth": 30.0}
FLAT = flat_pole(8, 6)


@pytest.mark.parametrize(
    ("changes", "pointers"),
    [
        ({"base": {"plate": {"width_in": 10}}}, [WIDTH, CIRCLE]),
        ({"base": {"plate": ROUND}}, [WIDTH, CIRCLE]),
        ({"base": {"rods": {"circle_in": 10.75}}}, [CIRCLE]),
        ({"base": {"plate": {"width_in": 12}}}, [CIRCLE]),
        ({"below": {"width": 18.0}}, [CIRCLE]),
        ({"below": {"depth": 36.0}}, [DEPTH]),
        ({"tube": FLAT, "base": {"plate": {"shape": "round", "width_in": 10}}}, [WIDTH, CIRCLE]),
        ({"below": SHALLOW, "base": {"plate": None}}, [CIRCLE, DEPTH]),
    ],
)
def test_what_cannot_stand_so(changes: dict[str, Any], pointers: list[str], bench: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        bench.run(bench.foot(**changes))
    assert [fault.pointer for fault in caught.value.faults] == [
        f"/support/base/{one}" for one in pointers
    ]
    assert (", and 1 more" in str(caught.value)) == (len(pointers) > 1)


def test_a_square_plate_goes_around_the_sides_of_a_rectangle(bench: Any) -> None:
    bench.run(bench.foot(tube=flat_pole(8, 6), base={"plate": {"width_in": 10}, "rods": None}))


def test_without_concrete_below_nothing_is_beside_it(bench: Any) -> None:
    bench.run(bench.foot(below={"width": 30.0})._replace(below=None))


def test_weights(bench: Any) -> None:
    found, _ = bench.run(bench.foot())
    assert found.plate_lbf == pytest.approx(400 * 1.25 * 490 / 1728)
    length = 36 + 2 + 1.25 + 3 * 1.25
    assert found.rods_lbf == pytest.approx(4 * pi / 4 * 1.25**2 * length * 490 / 1728)
    base = {"plate": {"shape": "round", "width_in": 24}, "standoff_in": None}
    found, _ = bench.run(bench.foot(base=base))
    assert found.plate_lbf == pytest.approx(pi / 4 * 576 * 1.25 * 490 / 1728)
    assert found.rods_lbf == pytest.approx(4 * pi / 4 * 1.25**2 * (length - 2) * 490 / 1728)
