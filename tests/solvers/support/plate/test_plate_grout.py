"""Plates on grout: the block holds what comes, by statics; the published block; what is told."""

from math import cos, pi, sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.equations import Bare
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate import grout
from apex_cli.solvers.support.plate.rods import rod_of
from tests.solvers.support.plate.conftest import flat_pole

GROUTED: dict[str, Any] = {"bearing": "grouted", "standoff_in": None}


def bed_of(bench: Any, **changes: Any) -> tuple[Any, grout.Bed]:
    foot = bench.foot(base=GROUTED | changes)
    plate = foot.base.plate
    return plate, grout.bed_of(plate, rod_of(foot.base.rods, foot, Bare()), foot, foot.f_c, Bare())


@settings(max_examples=100, deadline=None)
@given(P=st.floats(-20_000, 400_000), M=st.floats(0.1, 300))
def test_the_block_is_in_equilibrium(P: float, M: float, bench: Any) -> None:
    plate, bed = bed_of(bench)
    block = grout.block_of(plate, bed, Reaction("", P, 0, M, 0), Bare())
    if not 0 < block.asked < bed.f_pm * (1 - 1e-9):
        return  # no block holds it, or nothing presses
    pressed = block.f_p * plate.width_in * block.Y
    pulled = max(pressed - P / 1000, 0.0) if block.large else 0.0
    about = pulled * bed.f_d + pressed * (plate.width_in / 2 - block.Y / 2)
    assert pressed - pulled == pytest.approx(P / 1000, rel=1e-6, abs=1e-6)
    assert about == pytest.approx(12 * M, rel=1e-6)
    if block.large:
        assert grout.tension_of(plate, bed, Reaction("", P, 0, M, 0)) == pytest.approx(pulled)


@settings(max_examples=100, deadline=None)
@given(P=st.floats(-20_000, 100_000), M=st.floats(5, 150))
def test_the_triangle_is_in_equilibrium(P: float, M: float, bench: Any) -> None:
    plate, bed = bed_of(bench)
    load = Reaction("", P, 0, M, 0)
    if not grout.block_of(plate, bed, load, Bare()).large:
        return
    if grout.triangle_thickness(plate, bed, bench.foot(base=GROUTED), [load]) is None:
        return  # nothing presses, or too much
    length = grout.triangle_of(plate, bed, load)
    pressed = bed.q_m * length / 2
    about = (pressed - P / 1000) * bed.f_d + pressed * (plate.width_in / 2 - length / 3)
    assert about == pytest.approx(12 * M, rel=1e-6)


def test_rods_of_four_pull_in_rows(bench: Any) -> None:
    _, bed = bed_of(bench)
    assert bed.f_d == pytest.approx(18 / sqrt(2) / 2)
    assert bed.share == pytest.approx(0.5)
    assert bed.m_c == pytest.approx((20 - 0.8 * 10.75) / 2)
    _, six = bed_of(bench, rods={"count": 6, "diameter_in": 1.0})
    levers = [cos(0), cos(pi / 3), cos(pi / 3)]
    assert six.f_d == pytest.approx(9 * sum(x * x for x in levers) / sum(levers))


def test_wider_concrete_bears_more_up_to_twice(bench: Any) -> None:
    bearing = 0.65 * 0.85 * 4
    for shape, width, root in (
        ("round", 30.0, sqrt(450) / 20),
        ("round", 26.0, 1.0),
        ("square", 30.0, 1.5),
        ("square", 60.0, 2.0),
    ):
        foot = bench.foot(base=GROUTED, below={"shape": shape, "width": width})
        (held,) = bench.checks(foot)["plate.bearing"]
        assert held.capacity == pytest.approx(bearing * root)
    asd = bench.foot(base=GROUTED, below={"width": 26.0}, method="asd")
    assert bench.checks(asd)["plate.bearing"][0].capacity == pytest.approx(0.85 * 4 / 2.31)


def test_both_sides_bend_the_plate(bench: Any) -> None:
    rods, pressed = bench.checks(bench.foot(base=GROUTED))["plate.bending"]
    assert rods.demand == pytest.approx((44.8 * 12 / 18 - 4.5 / 4) / 2)  # tension alone
    plate, bed = bed_of(bench)
    block = grout.block_of(plate, bed, bench.loads[0], Bare())
    assert bed.m_c > block.Y
    assert pressed.demand == pytest.approx(block.f_p * block.Y * (bed.m_c - block.Y / 2))


def test_a_small_moment_presses_the_whole_cantilever(bench: Any) -> None:
    load = (Reaction("D", 100_000, 0, 10, 0),)
    found, trace = bench.run(bench.foot(base=GROUTED), load)
    Y = 20 - 2 * 12 * 10 / 100
    held = {check.id: check for check in trace.checks}
    assert held["plate.bearing"].demand == pytest.approx(100 / 20 / Y)
    assert held["plate.bending"].demand == pytest.approx(100 / 20 / Y * 5.7**2 / 2)
    assert not [row for row in found.plate.alternatives if "triangle" in row.reading]


def test_a_plate_that_is_too_small_fails_in_bearing(bench: Any) -> None:
    load = (Reaction("W", 5000, 0, 900, 0),)
    found, trace = bench.run(bench.foot(base=GROUTED), load)
    (held,) = [check for check in trace.checks if check.id == "plate.bearing"]
    assert not held.passed
    assert not [row for row in found.plate.alternatives if "triangle" in row.reading]


def test_a_rectangular_pole_bends_at_its_own_line(bench: Any) -> None:
    foot = bench.foot(base=GROUTED, tube=flat_pole(8, 8))
    bed = grout.bed_of(foot.base.plate, rod_of(foot.base.rods, foot, Bare()), foot, 4000, Bare())
    assert bed.m_c == pytest.approx((20 - 0.95 * 8) / 2)


def test_other_numbers_are_told(bench: Any) -> None:
    found, trace = bench.run(bench.foot(base=GROUTED))
    told = {row.reading: row.value for row in found.plate.alternatives}
    plate, bed = bed_of(bench)
    pulled = max(grout.tension_of(plate, bed, one) for one in bench.loads)
    assert told["rods and a block of pressure (Design Guide 1)"] == pytest.approx(500 * pulled)
    (triangle,) = [value for name, value in told.items() if "triangle" in name]
    assert triangle == pytest.approx(
        max(grout.thickness_by(plate, bed, bench.foot(base=GROUTED), one) for one in bench.loads)
    )
    assert any("about its diagonal" in one for one in found.not_checked)
    assert any("block of pressure" in one for one in trace.assumptions)


def test_long_triangles(bench: Any) -> None:
    plate, bed = bed_of(bench)
    load = Reaction("", 0, 0, 250, 0)
    assert grout.triangle_of(plate, bed, load) > bed.m_c
    assert grout.triangle_thickness(plate, bed, bench.foot(base=GROUTED), [load]) == pytest.approx(
        grout.thickness_by(plate, bed, bench.foot(base=GROUTED), load)
    )


def test_round_plates_and_unknown_concrete_are_told(bench: Any) -> None:
    round_plate = {"plate": {"shape": "round", "width_in": 24}}
    found, trace = bench.run(bench.foot(base=GROUTED | round_plate))
    assert "plate.bearing" not in {check.id for check in trace.checks}
    assert any("round plate on its grout" in one for one in found.not_checked)
    bare = bench.foot(base=GROUTED, below={"pier": None})
    found, trace = bench.run(bare)
    assert "plate.bearing" not in {check.id for check in trace.checks}
    assert any("support.pier.fc_psi" in one for one in found.not_checked)
    found, _ = bench.run(bench.foot(base=GROUTED)._replace(below=None))
    assert any("these need a pier" in one for one in found.not_checked)


def test_a_lifted_plate_presses_nothing(bench: Any) -> None:
    load = (Reaction("W", -20_000, 0, 5, 0),)
    found, trace = bench.run(bench.foot(base=GROUTED), load)
    held = {check.id: check for check in trace.checks if "pressure" in check.description}
    assert held["plate.bearing"].demand == held["plate.bending"].demand == 0
    assert not [row for row in found.plate.alternatives if "triangle" in row.reading]
    pulled = [row.value for row in found.plate.alternatives if "block" in row.reading]
    assert pulled == [pytest.approx(10_000)]


@pytest.mark.parametrize(("shape", "across"), [("round", sqrt(2) * 20), ("square", 20)])
def test_the_plate_lies_on_the_concrete(bench: Any, shape: str, across: float) -> None:
    """A pier that is narrower carries no pressure where the corners hang over it."""
    words = "lies on the concrete"
    for width, passes in ((across + 0.01, True), (across - 0.01, False)):
        below = {"shape": shape, "width": width}
        checks = bench.checks(bench.foot(base=GROUTED, below=below))["plate.geometry"]
        (held,) = [one for one in checks if words in one.description]
        assert held.demand == pytest.approx(across)
        assert held.passed is passes
    alone = bench.checks(bench.foot(below={"shape": shape, "width": across - 0.01}))
    assert not any(words in one.description for one in alone["plate.geometry"])
