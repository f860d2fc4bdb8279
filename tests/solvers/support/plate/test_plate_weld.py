"""The weld between pole and plate: as a line, by integration, by both methods."""

from math import cos, hypot, pi, sin, sqrt
from typing import Any

import pytest

from apex_cli.solvers.support.foot import Reaction
from tests.solvers.support.plate.conftest import flat_pole

LOAD = (Reaction("W", 6000, 3000, 45, 6),)


def line(points: list[tuple[float, float]], ds: float, M: tuple[float, float]) -> float:
    """Greatest normal force on a line of weld by a moment about x and y, summed over its points."""
    I_x, I_y = sum(y * y for _, y in points) * ds, sum(x * x for x, _ in points) * ds
    return max(abs(M[0] * y / I_x) + abs(M[1] * x / I_y) for x, y in points)


def test_a_ring_by_sums(bench: Any) -> None:
    fillet, wall, least = bench.checks(bench.foot(), LOAD)["plate.weld"]
    r, count = 10.75 / 2, 7200
    ring = [(r * cos(2 * pi * k / count), r * sin(2 * pi * k / count)) for k in range(count)]
    n = line(ring, 2 * pi * r / count, (540, 0)) + 6 / (2 * pi * r)
    q = 3 / (pi * r) + 72 / (2 * pi * r**2)
    assert fillet.demand == wall.demand == pytest.approx(hypot(n, q), rel=1e-5)
    assert fillet.capacity == pytest.approx(1.392 * 5, rel=1e-3)
    assert wall.capacity == pytest.approx(0.75 * 0.6 * 62 * 0.34)
    assert (least.demand, least.capacity) == (0.1875, 0.3125)


def test_a_rectangle_by_sums(bench: Any) -> None:
    B, H, count = 8.0, 6.0, 4000
    foot = bench.foot(tube=flat_pole(B, H), method="asd")
    fillet, wall, _ = bench.checks(foot, LOAD)["plate.weld"]
    edge = [((k + 0.5) / count - 0.5) for k in range(count)]
    around = [(B * x, s * H / 2) for x in edge for s in (-1, 1)]
    upright = [(s * B / 2, H * y) for y in edge for s in (-1, 1)]
    I_x = sum(y * y for _, y in around) * B / count + sum(y * y for _, y in upright) * H / count
    I_y = sum(x * x for x, _ in around) * B / count + sum(x * x for x, _ in upright) * H / count
    turned = max(
        540 * (abs(cos(a)) * H / 2 / I_x + abs(sin(a)) * B / 2 / I_y)
        for a in (k * pi / 7200 for k in range(3600))
    )
    n = turned + 6 / (2 * (B + H))
    polar = I_x + I_y
    assert polar == pytest.approx((B + H) ** 3 / 6, rel=1e-6)
    q = 3 / (2 * H) + 72 * hypot(B, H) / 2 / polar
    assert fillet.demand == pytest.approx(sqrt(n**2 + q**2), rel=1e-5)
    assert fillet.capacity == pytest.approx(0.928 * 5, rel=1e-3)
    assert wall.capacity == pytest.approx(0.6 * 62 * 0.349 / 2)


@pytest.mark.parametrize(("method", "factor"), [("lrfd", 0.9), ("asd", 1 / 1.67)])
def test_full_penetration_is_as_strong_as_the_wall(method: str, factor: float, bench: Any) -> None:
    foot = bench.foot(base={"weld": {"type": "cjp", "leg_in": None}}, method=method)
    (held,) = bench.checks(foot, LOAD)["plate.weld"]
    r = 10.75 / 2
    n = 540 / (pi * r**2) + 6 / (2 * pi * r)
    q = 3 / (pi * r) + 72 / (2 * pi * r**2)
    assert held.demand == pytest.approx(sqrt(n**2 + 3 * q**2))
    assert held.capacity == pytest.approx(factor * 50 * 0.34)


def test_the_least_leg_is_by_the_thinner_part(bench: Any) -> None:
    thin = bench.foot(base={"plate": {"thickness_in": 0.25}})
    assert bench.checks(thin, LOAD)["plate.weld"][2].demand == 0.125
    found, trace = bench.run(bench.foot(base={"plate": None}), LOAD)
    welds = [check for check in trace.checks if check.id == "plate.weld"]
    assert welds[2].demand == 0.1875
    assert any("support.base.plate" in one for one in found.not_checked)
    assert found.plate_lbf is None


def test_no_weld_is_told(bench: Any) -> None:
    found, trace = bench.run(bench.foot(base={"weld": None}))
    assert "plate.weld" not in {check.id for check in trace.checks}
    assert any("support.base.weld" in one for one in found.not_checked)
