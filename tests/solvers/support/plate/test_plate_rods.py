"""Forces and strengths of rods: by statics, by hand, in both editions, by both methods."""

from math import cos, pi, sin
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.equations import Bare
from apex_cli.errors import InvalidInput
from apex_cli.solvers.support.equations.rods import rod_compression
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate import rods


def springs(
    count: int, D: float, M: float, P: float, along: float
) -> tuple[list[float], list[tuple[float, float]]]:
    """Tension of rods as springs under a stiff plate, the moment in a direction; where they are."""
    places = [
        (D / 2 * cos(2 * pi * k / count), D / 2 * sin(2 * pi * k / count)) for k in range(count)
    ]
    inertia_x, inertia_y = sum(y * y for _, y in places), sum(x * x for x, _ in places)
    product = sum(x * y for x, y in places)
    # T = a x + b y + c; sum T x = M cos, sum T y = M sin, sum T = -P
    det = inertia_y * inertia_x - product**2
    mx, my = M * cos(along), M * sin(along)
    a = (mx * inertia_x - my * product) / det
    b = (my * inertia_y - mx * product) / det
    return [a * x + b * y - P / count for x, y in places], places


@settings(max_examples=60, deadline=None)
@given(
    count=st.integers(3, 24), D=st.floats(6, 60), M=st.floats(1, 500), P=st.floats(-40, 40),
    along=st.floats(0, 6.3),
)  # fmt: skip
def test_springs_are_in_equilibrium(count: int, D: float, M: float, P: float, along: float) -> None:
    tensions, places = springs(count, D, M, P, along)
    scale = M + abs(P) * D
    assert sum(tensions) == pytest.approx(-P, abs=1e-9 * scale)
    for got, asked in (
        (sum(t * x for t, (x, _) in zip(tensions, places, strict=True)), M * cos(along)),
        (sum(t * y for t, (_, y) in zip(tensions, places, strict=True)), M * sin(along)),
    ):
        assert got == pytest.approx(asked, abs=1e-9 * scale)


@pytest.mark.parametrize("count", [3, 4, 5, 6, 8, 12, 20])
def test_the_formula_is_the_worst_of_all_directions(count: int, bench: Any) -> None:
    rod, load, silent = rod_of(bench, count=count), Reaction("", 6000, 3000, 45, 6), Bare()
    turned = [springs(count, 18, 45 * 12, 6, pi * degree / 180)[0] for degree in range(360)]
    assert max(map(max, turned)) == pytest.approx(rods.tension(rod, load, silent), rel=1e-9)
    T_m = rods.moment_force(rod, load, silent)
    pressed = silent(rod_compression, T_m=T_m, P_e=6000, n_r=count)
    assert -min(map(min, turned)) == pytest.approx(pressed, rel=1e-9)


def rod_of(bench: Any, **changes: Any) -> rods.Rod:
    foot = bench.foot(base={"rods": changes})
    return rods.rod_of(foot.base.rods, foot, Bare())


def test_four_rods_carry_most_on_the_diagonal(bench: Any) -> None:
    found, _ = bench.run(bench.foot())
    s = 18 / 2**0.5
    others = found.plate.alternatives
    (face,) = [row for row in others if row.reading.startswith("moment about a side")]
    pulled = 1000 * 44.8 * 12 / (s * 2**0.5) - 4500 / 4
    assert found.plate.rod_tension_lbf == pytest.approx(pulled)
    assert face.value == pytest.approx(1000 * 44.8 * 12 / (2 * s) - 4500 / 4)
    assert found.plate.rod_shear_lbf == pytest.approx(3000 / 4 + 2 * 6000 * 12 / (4 * 18))


def test_other_counts_have_no_square(bench: Any) -> None:
    found, _ = bench.run(bench.foot(base={"rods": {"count": 6}}))
    assert not [
        row for row in found.plate.alternatives if "square" in row.reading and "rods" in row.reading
    ]


A_R, A_SE = pi / 4 * 1.25**2, pi / 4 * (1.25 - 0.9743 / 7) ** 2


@pytest.mark.parametrize(
    ("edition", "method", "tension", "shear"),
    [
        ("16", "lrfd", 0.75 * 0.75 * 75 * A_R, 0.75 * 0.45 * 75 * A_R),
        ("16", "asd", 0.75 * 75 * A_R / 2, 0.45 * 75 * A_R / 2),
        ("22", "lrfd", 0.75 * 75 * A_SE, 0.75 * 0.45 * 75 * A_R),
        ("22", "asd", 75 * A_SE / 2, 0.45 * 75 * A_R / 2),
    ],
)
def test_strengths_by_hand(
    edition: str, method: str, tension: float, shear: float, bench: Any
) -> None:
    found = bench.checks(bench.foot(edition=edition, method=method, code=None))
    (pulled,), (sheared,), (both,) = (
        found[name] for name in ("rod.tension", "rod.shear", "rod.combined")
    )
    assert pulled.capacity == pytest.approx(tension)
    assert sheared.capacity == pytest.approx(shear)
    whole = 0.75 * 75 * A_R * (0.75 if method == "lrfd" else 0.5)
    assert both.capacity == pytest.approx(whole)  # the shear is below 30 %
    assert pulled.demand == both.demand == pytest.approx(28.74166667)


def test_much_shear_takes_tension_away(bench: Any) -> None:
    loads = (Reaction("W", 0, 80_000, 30, 0),)
    found = bench.checks(bench.foot(code=None), loads)
    (both,) = found["rod.combined"]
    R_t, R_v = 0.75 * 75 * A_R, 0.75 * 0.45 * 75 * A_R
    assert both.capacity == pytest.approx(0.75 * (1.3 * R_t - R_t * 20 / R_v))
    none = bench.checks(bench.foot(code=None), (Reaction("W", 0, 800_000, 30, 0),))
    assert none["rod.combined"][0].capacity == 0
    assert not none["rod.combined"][0].passed


@pytest.mark.parametrize("method", ["lrfd", "asd"])
def test_bending_over_the_gap_by_hand(method: str, bench: Any) -> None:
    (bent,) = bench.checks(bench.foot(method=method, code=None))["rod.standoff"]
    d_n = 1.25 - 0.9743 / 7
    M, M_n = 2.75 * 2 / 2, 1.6 * 55 * pi * d_n**3 / 32
    factor = 0.9 if method == "lrfd" else 1 / 1.67
    pulled = (44.8 * 12 / 18 - 4.5 / 4) / ((0.75 if method == "lrfd" else 0.5) * 75 * A_SE)
    pressed = (45 * 12 / 18 + 6 / 4) / (factor * 55 * A_SE)
    # 1.2D + 1.0W presses more than 0.9D + 1.0W pulls
    assert bent.demand == pytest.approx(max(pulled, pressed) + M / (factor * M_n))


@pytest.mark.parametrize(
    ("reading", "gap", "held"),
    [
        ("always", 0.5, True), ("ignore_to_1d", 1.25, False), ("ignore_to_1d", 1.3, True),
        ("ignore_to_2d", 2.5, False), ("ignore_to_2d", 2.6, True),
    ],
)  # fmt: skip
def test_readings_of_the_gap(reading: str, gap: float, *, held: bool, bench: Any) -> None:
    foot = bench.foot(base={"standoff_in": gap}, standoff=reading)
    found, trace = bench.run(foot)
    assert ("rod.standoff" in {check.id for check in trace.checks}) == held
    told = {row.reading for row in found.plate.alternatives if row.quantity == "rod.standoff"}
    assert f"standoff: {reading}" not in told
    if not held:
        assert "standoff: always" in told
        assert any("do not bend over the gap" in one for one in trace.assumptions)


def test_no_gap_is_told(bench: Any) -> None:
    found, trace = bench.run(bench.foot(base={"standoff_in": None}))
    assert "rod.standoff" not in {check.id for check in trace.checks}
    assert any("standoff_in" in one for one in found.not_checked)


def test_no_such_rod(bench: Any) -> None:
    with pytest.raises(InvalidInput, match="there is no such rod") as caught:
        bench.run(bench.foot(base={"rods": {"diameter_in": 1.2}}))
    assert "1.25" in (caught.value.hint or "")


def test_the_worst_is_named_with_its_standard(bench: Any) -> None:
    found, trace = bench.run(bench.foot())
    worst = max(
        (check for check in trace.checks if check.id.startswith("rod.")),
        key=lambda check: check.ratio or 0,
    )
    assert found.plate.rods_governed_by == f"{worst.id}, AISC 360-22, 1.2D + 1.0W"
