"""A sign on a base plate and one embedded in its pier, from the wind to the bars, by hand.

Only the forces of the wind and the depth of the pier are taken from the program.
"""

from math import pi, sqrt
from typing import Any

import pytest

from tests.solvers.support.signs_at_grade import (
    block_embedment,
    blocks,
    flexural_strength,
    greatest,
)

E = 29_000.0
D, T_WALL = 10.75, 0.93 * 0.365
INERTIA = pi / 64 * (D**4 - (D - 2 * T_WALL) ** 4)
HEIGHT = 24.0


def at_grade(wind: Any, weight_plf: float, f_D: float, f_W: float, alpha: float) -> dict[str, Any]:
    """What a combination brings to grade: kip and kip-ft."""
    cabinet, mast = wind.elements[:2]
    dead = (8 * 60 + weight_plf * HEIGHT) / 1000
    P_e = pi**2 * 0.8 * E * INERTIA / (4 * (12 * HEIGHT) ** 2)
    B_2 = 1 / (1 - alpha * f_D * dead / P_e)
    return {
        "N": f_D * dead,
        "V": f_W * (cabinet.force_lbf + mast.force_lbf) / 1000,
        "M": B_2 * f_W * (cabinet.force_lbf * 21 + mast.force_lbf * 9) / 1000,
        "T": f_W * cabinet.force_lbf * 0.2 * 10 / 1000,
    }


def alike(row: Any, name: str, hand: dict[str, float]) -> None:
    """A reaction of the answer beside its numbers by hand."""
    assert row.combination == name
    found = (row.axial_lbf / 1000, row.shear_lbf / 1000, row.moment_kipft, row.torsion_kipft)
    assert found == pytest.approx(tuple(hand[key] for key in "NVMT"), rel=1e-9)


def test_a_sign_on_a_plate(pole: Any) -> None:
    sign = blocks("plate")
    wind = pole.wind(sign)
    result, trace = pole.checked(sign)
    heavy = at_grade(wind, 40.52, 1.2, 1.0, 1.0)
    light = at_grade(wind, 40.52, 0.9, 1.0, 1.0)
    alike(result.reactions[0], "1.2D+1.0W", heavy)
    alike(result.reactions[1], "0.9D+1.0W", light)
    N, V, M, T = (heavy[key] for key in "NVMT")

    # Rods: four on a circle of 17 in, F1554 grade 55, 1 1/4 in, nuts below the plate.
    share = 4 * 12 * M / (4 * 17)
    pulled = max(4 * 12 * one["M"] / (4 * 17) - one["N"] / 4 for one in (heavy, light))
    assert result.plate.rod_tension_lbf == pytest.approx(1000 * pulled)
    sheared = V / 4 + 12 * T / (4 * 17 / 2)
    assert result.plate.rod_shear_lbf == pytest.approx(1000 * sheared)
    area = pi * 1.25**2 / 4
    shear = pole.by_id(trace, "rod.shear", "threads in its plane")
    assert (shear.demand, shear.capacity) == pytest.approx((sheared, 0.75 * 0.45 * 75 * area))

    # Plate: 1 1/2 in of A36, the rods 3 1/8 in from the pole, each on twice that of its width.
    arm = (17 - D) / 2
    m = (share + N / 4) * arm / (2 * arm)
    bent = pole.by_id(trace, "plate.bending")
    assert (bent.demand, bent.capacity) == pytest.approx((m, 0.9 * 36 * 1.5**2 / 4))
    assert result.plate.required_thickness_in == pytest.approx(sqrt(4 * m / (0.9 * 36)))
    assert result.quantities.plate_lbf == pytest.approx(18 * 18 * 1.5 * 490 / 1728, rel=2e-3)

    # Pier: 3 ft, 300 psf/ft (class 4, doubled), 10 No. 7 and No. 4 ties in 3 in of cover.
    depth, e = 7.0, M / V
    z_0 = sqrt(2 * 0.6 * 1000 * V / (300 * 3))
    allowed = V * (e + 2 * z_0 / 3)
    pressed, rigid, where = greatest(1000 * V, 1000 * M, depth)
    rows = {row.reading: row for row in result.pier.moments}
    assert (rows["ibc_limit"].moment_kipft, rows["ibc_limit"].depth_ft) == pytest.approx(
        (allowed, z_0)
    )
    assert rows["rigid"].moment_kipft == pytest.approx(rigid / 1000, rel=1e-6)
    assert rows["rigid"].depth_ft == pytest.approx(where, abs=1e-3)
    assert result.pier.moment_kipft == pytest.approx(max(allowed, rigid / 1000), rel=1e-6)
    assert result.pier.shear_lbf == pytest.approx(pressed, rel=1e-6)
    assert pressed > 5 * 1000 * V  # the pier's shear is not the pole's
    radius = 18 - 3 - 0.5 - 0.875 / 2
    strength = flexural_strength(1000 * N, D=36, fc=4000, fy=60, bars=10, area=0.60, radius=radius)
    assert result.pier.flexural_strength_kipft == pytest.approx(strength, rel=2e-3)
    assert result.pier.steel_ratio == pytest.approx(6.0 / (pi * 36**2 / 4))
    vertical, ties = result.pier.schedule
    assert (vertical.count, vertical.length_ft) == (10, pytest.approx(depth - 6 / 12))
    assert vertical.weight_lbf == pytest.approx(10 * 6.5 * 2.044)
    # Ties 12 in apart over 6.5 ft; three, for the rods, in the place of the uppermost.
    assert ties.weight_lbf == pytest.approx((7 + 3) * (pi * (36 - 6 - 0.5) + 18) / 12 * 0.668)
    assert result.quantities.rebar_lbf == pytest.approx(vertical.weight_lbf + ties.weight_lbf)

    # Anchorage: half the bars' strength beside the moment on the pier's own bars.
    pullout = pole.by_id(trace, "anchor.pullout")
    bearing = 0.866025 * 2.0**2 - area  # heavy hex, 2 in across flats
    assert pullout.capacity == pytest.approx(0.70 * 8 * bearing * 4.0, rel=1e-3)
    assert pullout.demand == pytest.approx(result.plate.rod_tension_lbf / 1000)
    assert all(check.passed for check in trace.checks)


def test_an_embedded_sign(pole: Any) -> None:
    """Its steel under D + 0.6W, the concrete around it under 1.2D + 1.0W."""
    sign = blocks("embedded")
    wind = pole.wind(sign)
    result, trace = pole.checked(sign)
    weak = at_grade(wind, 40.5, 1.0, 0.6, 1.6)
    strong = at_grade(wind, 40.5, 1.2, 1.0, 1.0)
    rows = {row.combination: row for row in result.reactions}
    assert list(rows) == ["D+0.6W", "0.6D+0.6W", "D", "1.2D+1.0W", "0.9D+1.0W", "1.4D"]
    alike(rows["D+0.6W"], "D+0.6W", weak)
    alike(rows["1.2D+1.0W"], "1.2D+1.0W", strong)
    flexure = pole.by_id(trace, "steel.flexure")
    Z = (D**3 - (D - 2 * T_WALL) ** 3) / 6
    assert (flexure.demand, flexure.capacity) == pytest.approx((weak["M"], 35 * Z / 12 / 1.67))

    N, V, M = (strong[key] for key in "NVM")
    q = 0.65 * 0.85 * 4000 * D * 12
    needed = block_embedment(1000 * V, 1000 * M, q)
    assert result.embedded.required_depth_ft == pytest.approx(needed, rel=1e-6)
    assert result.embedded.depth_ft == 5
    assert [row.reading for row in result.embedded.readings] == ["plastic", "elastic", "pci"]
    held = pole.by_id(trace, "embedded.bearing")
    assert (held.demand, held.capacity) == pytest.approx((needed, 5))

    # The pole carries the moment down to its end, 5 ft below grade; there the pier begins.
    pressed, rigid, where = greatest(1000 * V, 1000 * M, 7.5, start=5.0)
    assert result.pier.moment_kipft == pytest.approx(rigid / 1000, rel=1e-6)
    assert (result.pier.moment_depth_ft, where) == (5, 5)
    assert result.pier.shear_lbf == pytest.approx(pressed, rel=1e-6)
    radius = 15 - 3 - 0.5 - 0.875 / 2
    strength = flexural_strength(1000 * N, D=30, fc=4000, fy=60, bars=8, area=0.6, radius=radius)
    assert result.pier.flexural_strength_kipft == pytest.approx(strength, rel=2e-3)
    assert result.plate is None
    assert (result.quantities.plate_lbf, result.quantities.rods_lbf) == (None, None)
    assert all(check.passed for check in trace.checks)
