"""Plates under their rods: each reading by hand, the thickness that carries, laws."""

from math import cos, pi, sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.solvers.support.foot import Reaction
from tests.solvers.support.plate.conftest import flat_pole, round_pole

T_M, P_1 = 45 * 12 / 18, 6 / 4


def needed(bench: Any, **changes: Any) -> float:
    found, _ = bench.run(bench.foot(**changes))
    assert found.plate.required_thickness_in is not None
    return float(found.plate.required_thickness_in)


def test_spread_by_45_degrees(bench: Any) -> None:
    (bent,) = bench.checks(bench.foot())["plate.bending"]
    assert bent.demand == pytest.approx((T_M + P_1) / 2)  # the arm over twice the arm
    assert bent.capacity == pytest.approx(0.9 * 36 * 1.25**2 / 4)
    (asd,) = bench.checks(bench.foot(method="asd"))["plate.bending"]
    assert asd.capacity == pytest.approx(36 * 1.25**2 / 4 / 1.67)


def test_rods_near_one_another_share_the_width(bench: Any) -> None:
    (bent,) = bench.checks(bench.foot(base={"rods": {"count": 12, "diameter_in": 1}}))[
        "plate.bending"
    ]
    force, arm = 48 * 45 / (12 * 18) + 6 / 12, (18 - 10.75) / 2
    assert bent.demand == pytest.approx(force * arm / (pi * 18 / 12))


def test_the_plate_ends_before_the_rods_have_spread(bench: Any) -> None:
    base = {"plate": {"shape": "round", "width_in": 21}, "rods": {"count": 3, "circle_in": 18}}
    (bent,) = bench.checks(bench.foot(base=base, below={"width": 40.0}, tube=round_pole(9)))[
        "plate.bending"
    ]
    force, arm = 48 * 45 / (3 * 18) + 6 / 3, (18 - 9) / 2
    assert bent.demand == pytest.approx(force * arm / min(9, sqrt(21**2 - 9**2), 6 * pi))
    tall = {"plate": {"shape": "round", "width_in": 20.5}, "rods": {"count": 3, "circle_in": 18.5}}
    (bent,) = bench.checks(bench.foot(base=tall, below={"width": 40.0}, tube=round_pole(2)))[
        "plate.bending"
    ]
    force = 48 * 45 / (3 * 18.5) + 6 / 3
    assert bent.demand == pytest.approx(force * 8.25 / 16.5)


def by_line(k: float, width: float = 10.75) -> float:
    """Moment of the plate of four rods about a line: a side, or the diagonal, whichever is more."""
    line = k * width / 2
    face = 2 * (T_M * cos(pi / 4) + P_1) * (9 * cos(pi / 4) - line) / 20
    diagonal = (T_M + P_1) * (9 - line) / (20 * sqrt(2) - 2 * line)
    return max(face, diagonal)


@pytest.mark.parametrize(("reading", "k"), [("dg1_cantilever", 0.8), ("full_width", 1.0)])
def test_the_whole_width_carries_all_rods(reading: str, k: float, bench: Any) -> None:
    (bent,) = bench.checks(bench.foot(plate_bending=reading))["plate.bending"]
    assert bent.demand == pytest.approx(by_line(k))


def test_the_whole_width_of_a_round_plate(bench: Any) -> None:
    base = {"plate": {"shape": "round", "width_in": 24}, "rods": {"count": 6, "circle_in": 18}}
    (bent,) = bench.checks(bench.foot(base=base, plate_bending="full_width"))["plate.bending"]
    T_m, share, line = 48 * 45 / (6 * 18), 1.0, 10.75 / 2
    width = sqrt(24**2 - 10.75**2)
    turned = []
    for turn in (0, pi / 6):
        levers = [9 * cos(turn + k * pi / 3) for k in range(6)]
        turned.append(
            sum((T_m * y / 9 + share) * (y - line) for y in levers if y > line + 1e-9) / width
        )
    assert bent.demand == pytest.approx(max(turned))


def test_every_answer_tells_the_other_readings(bench: Any) -> None:
    found = {
        reading: bench.run(bench.foot(plate_bending=reading))[0]
        for reading in ("45deg", "dg1_cantilever", "full_width")
    }
    for reading, one in found.items():
        told = {
            row.reading.removeprefix("plate_bending: "): row.value
            for row in one.plate.alternatives
            if row.quantity == "required_thickness_in"
        }
        assert told == {
            name: pytest.approx(other.plate.required_thickness_in)
            for name, other in found.items()
            if name != reading
        }


@pytest.mark.parametrize("method", ["lrfd", "asd"])
@pytest.mark.parametrize("bearing", ["double_nut", "grouted"])
@pytest.mark.parametrize("reading", ["45deg", "dg1_cantilever", "full_width"])
def test_the_thickness_that_is_needed_just_carries(
    method: str, bearing: str, reading: str, bench: Any
) -> None:
    changes = {"method": method, "plate_bending": reading}
    thick = needed(bench, base={"bearing": bearing}, **changes)
    foot = bench.foot(base={"bearing": bearing, "plate": {"thickness_in": thick}}, **changes)
    assert bench.ratio("plate.bending", foot) == pytest.approx(1)


def test_a_rectangular_pole_bends_the_plate_at_its_nearer_faces(bench: Any) -> None:
    tube = flat_pole(8, 6)
    foot = bench.foot(tube=tube, plate_bending="dg1_cantilever")
    (bent,) = bench.checks(foot)["plate.bending"]
    assert bent.demand == pytest.approx(by_line(0.95, 6))
    assert any("nearer faces" in one for one in bench.run(foot)[1].assumptions)


def test_no_bearing_is_told(bench: Any) -> None:
    found, trace = bench.run(bench.foot(base={"bearing": None, "standoff_in": None}))
    assert found.plate.required_thickness_in is None
    assert "plate.bending" not in {check.id for check in trace.checks}
    assert any("support.base.bearing" in one for one in found.not_checked)


loads = st.builds(
    lambda P, V, M, T: (Reaction("W", P, V, M, T),),
    st.floats(-5000, 40_000), st.floats(0, 8000), st.floats(1, 120), st.floats(0, 20),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    load=loads,
    thick=st.floats(0.5, 3),
    more=st.floats(1, 2),
    bearing=st.sampled_from(["double_nut", "grouted"]),
)
def test_a_thicker_plate_never_carries_less(
    load: Any, thick: float, more: float, bearing: str, bench: Any
) -> None:
    ratios = [
        bench.ratio(
            "plate.bending",
            bench.foot(base={"bearing": bearing, "plate": {"thickness_in": t}}, code=None), load,
        )
        for t in (thick, thick * more)
    ]  # fmt: skip
    assert ratios[1] <= ratios[0] * (1 + 1e-12)


RODS = ("rod.tension", "rod.shear", "rod.combined", "rod.standoff")


@settings(max_examples=40, deadline=None)
@given(
    load=loads,
    count=st.integers(3, 10),
    more=st.integers(1, 3),
    circle=st.floats(15, 22),
    wider=st.floats(1, 1.2),
    method=st.sampled_from(["lrfd", "asd"]),
)
def test_more_rods_and_a_larger_circle_never_ask_for_more(
    *, load: Any, count: int, more: int, circle: float, wider: float, method: str, bench: Any
) -> None:
    def ratios(n: int, D: float) -> dict[str, float]:
        rods = {"count": n, "circle_in": D, "diameter_in": 1}
        base = {"plate": {"shape": "round", "width_in": 36}, "rods": rods}
        foot = bench.foot(base=base, below={"width": 60.0}, method=method)
        found = bench.checks(foot, load)
        return {
            f"{name} {check.clause[:3]}": check.ratio
            for name in RODS
            for check in found[name]
            if check.ratio is not None
        }

    before = ratios(count, circle)
    for found in (ratios(count + more, circle), ratios(count, circle * wider)):
        for name, ratio in before.items():
            assert found[name] <= ratio * (1 + 1e-12), name
