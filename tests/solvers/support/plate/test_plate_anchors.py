"""Rods in concrete by ACI 318: steel, heads, sides, together; both editions and every reading."""

from math import inf, pi, sqrt
from typing import Any

import pytest

from apex_cli.equations import Bare
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate import anchors
from apex_cli.solvers.support.plate.breakout import breakout, shear_breakout
from apex_cli.solvers.support.plate.result import BaseResult
from apex_cli.solvers.support.plate.rods import rod_of

A_SE = pi / 4 * (1.25 - 0.9743 / 7) ** 2
A_BRG = 0.866 * 4 - pi / 4 * 1.25**2


def edges(found: BaseResult) -> dict[str, float]:
    """What the other edge of a pier makes of each number."""
    rows = found.plate.alternatives
    return {row.quantity: row.value for row in rows if "pier_edge" in row.reading}


def aci(bench: Any, check: str, foot: Any, loads: Any = None) -> Any:
    found = bench.checks(foot, loads or bench.loads)[check]
    (one,) = [row for row in found if row.clause.startswith("ACI")]
    return one


@pytest.mark.parametrize(
    ("code", "tension", "shear"), [("14", "17.4.1.2", "17.5.1.2"), ("19", "17.6.1.2", "17.7.1.2")]
)
@pytest.mark.parametrize(("grade", "f_uta"), [(36, min(58, 1.9 * 36, 125)), (55, 75), (105, 125)])
def test_steel_by_hand(
    *, code: str, tension: str, shear: str, grade: int, f_uta: float, bench: Any
) -> None:
    foot = bench.foot(code=code, base={"rods": {"grade": grade}})
    pulled, sheared = aci(bench, "rod.tension", foot), aci(bench, "rod.shear", foot)
    assert pulled.clause == f"ACI 318-{code} {tension}"
    assert sheared.clause == f"ACI 318-{code} {shear}"
    assert pulled.capacity == pytest.approx(0.75 * A_SE * f_uta)
    assert sheared.capacity == pytest.approx(0.65 * 0.6 * A_SE * f_uta)


def test_grout_takes_a_fifth_of_the_shear(bench: Any) -> None:
    grouted = bench.foot(base={"bearing": "grouted", "standoff_in": None})
    assert aci(bench, "rod.shear", grouted).capacity == pytest.approx(
        0.8 * aci(bench, "rod.shear", bench.foot()).capacity
    )


def test_pullout_by_hand(bench: Any) -> None:
    held = aci(bench, "anchor.pullout", bench.foot())
    assert held.capacity == pytest.approx(0.70 * 8 * A_BRG * 4)
    assert held.demand == pytest.approx(44.8 * 12 / 18 - 4.5 / 4)


def test_beside_a_head_in_a_round_pier(bench: Any) -> None:
    held = aci(bench, "anchor.side_face", bench.foot())
    N_sb = 160 * 6 * sqrt(A_BRG) * sqrt(4000) / 1000
    s = 18 / sqrt(2)
    # two rods of four, the moment about a side, ask for more than one alone
    assert held.demand == pytest.approx(2 * (44.8 * 12 / 18 / sqrt(2) - 4.5 / 4))
    assert held.capacity == pytest.approx(0.70 * (1 + s / 36) * N_sb)


def test_one_rod_alone_may_ask_for_more(bench: Any) -> None:
    foot = bench.foot(base={"rods": {"circle_in": 22}, "plate": {"width_in": 22}})
    far = (Reaction("W", 0, 100, 45, 0),)
    held = aci(bench, "anchor.side_face", foot, far)
    s, c_a = 22 / sqrt(2), 4.0
    N_sb = 160 * c_a * sqrt(A_BRG) * sqrt(4000) / 1000
    T = 45 * 12 / 22
    together = 2 * T / sqrt(2) / ((1 + s / (6 * c_a)) * N_sb)
    assert held.ratio == pytest.approx(max(T / N_sb, together) / 0.70)
    assert held.demand == pytest.approx(T)


def test_in_a_corner_of_a_square_pier(bench: Any) -> None:
    held = aci(bench, "anchor.side_face", bench.foot(below={"shape": "square"}))
    c_a = 15 - 9 / sqrt(2)
    N_sb = 160 * c_a * sqrt(A_BRG) * sqrt(4000) / 1000
    alone = (44.8 * 12 / 18 - 4.5 / 4) / (0.70 * N_sb / 2)
    assert held.ratio == pytest.approx(alone)
    found, trace = bench.run(bench.foot(below={"shape": "square"}))
    assert not [row for row in found.plate.alternatives if row.reading.startswith("pier_edge")]
    assert any("With the square as edge" in one for one in trace.assumptions)


def test_the_square_within_a_round_pier(bench: Any) -> None:
    circle, _ = bench.run(bench.foot())
    square, trace = bench.run(bench.foot(pier_edge="inscribed_square"))
    c_a = (30 - 18) / (2 * sqrt(2))
    N_sb = 160 * c_a * sqrt(A_BRG) * sqrt(4000) / 1000
    (held,) = [check for check in trace.checks if check.id == "anchor.side_face"]
    alone = (44.8 * 12 / 18 - 4.5 / 4) / (0.70 * N_sb / 2)
    assert held.ratio == pytest.approx(alone)
    told = edges(circle)
    assert told["anchor.side_face"] == pytest.approx(held.ratio)
    assert told["breakout_lbf"] == pytest.approx(square.plate.breakout_lbf)
    other = edges(square)
    assert other["breakout_lbf"] == pytest.approx(circle.plate.breakout_lbf)
    assert any("the square within as edge" in one for one in trace.assumptions)


def test_shallow_rods_do_not_burst_the_side(bench: Any) -> None:
    foot = bench.foot(base={"rods": {"embedment_in": 15}})
    found, trace = bench.run(foot)
    assert "anchor.side_face" not in {check.id for check in trace.checks}
    # beside the square within they are deep
    assert "anchor.side_face" in {row.quantity for row in found.plate.alternatives}


def test_the_least_strength_counts_in_the_interaction(bench: Any) -> None:
    load = (Reaction("W", 0, 40_000, 45, 0),)
    held = aci(bench, "rod.combined", bench.foot(), load)
    u_N = 30 / min(0.75 * A_SE * 75, 0.70 * 8 * A_BRG * 4)
    u_V = 10 / (0.65 * 0.6 * A_SE * 75)
    assert held.demand == pytest.approx(u_N + u_V)
    assert held.capacity == 1.2
    power = aci(bench, "rod.combined", bench.foot(rod_interaction="power"), load)
    assert power.ratio == pytest.approx(u_N ** (5 / 3) + u_V ** (5 / 3))
    found, _ = bench.run(bench.foot(), load)
    told = {row.reading: row.value for row in found.plate.alternatives}
    assert told["rod_interaction: power"] == pytest.approx(power.ratio)
    found, _ = bench.run(bench.foot(rod_interaction="power"), load)
    told = {row.reading: row.value for row in found.plate.alternatives}
    assert told["rod_interaction: line"] == pytest.approx(held.ratio)


def test_little_shear_stands_aside(bench: Any) -> None:
    held = aci(bench, "rod.combined", bench.foot())
    assert held.capacity == 1.0
    assert held.demand == pytest.approx((44.8 * 12 / 18 - 4.5 / 4) / (0.70 * 8 * A_BRG * 4))


def test_beyond_its_strength_one_share_alone_is_worse(bench: Any) -> None:
    """Twice the tension that is there and little shear: 2.0 against 2.3 / 1.2."""
    load = (Reaction("W", 0, 24_000, 160, 0),)
    held = aci(bench, "rod.combined", bench.foot(), load)
    assert held.capacity == 1.0


def test_a_weak_head_rules_where_the_concrete_is_weak(bench: Any) -> None:
    strong = aci(bench, "rod.combined", bench.foot(pier={"fc_psi": 8000}))
    weak = aci(bench, "rod.combined", bench.foot(pier={"fc_psi": 2500}))
    assert weak.ratio > strong.ratio
    assert strong.demand == pytest.approx((44.8 * 12 / 18 - 4.5 / 4) / (0.75 * A_SE * 75))


def test_breakout_is_told_by_the_lower_reading(bench: Any) -> None:
    foot = bench.foot()
    pack = bench.concrete()
    rod = rod_of(foot.base.rods, foot, Bare())
    h, area = 18 / sqrt(2) / 3, pi / 4 * 900
    near = (
        min(area, 9 * h**2 * 4)
        / (9 * h**2)
        * min(0.7 + 0.3 * 6 / (1.5 * h), 1)
        * 24
        * sqrt(4000)
        * h**1.5
    )
    whole = area / (9 * 36**2) * (0.7 + 0.3 * 6 / 54) * 24 * sqrt(4000) * 36**1.5
    assert breakout(foot, rod, pack, "circle") == pytest.approx(min(near, whole) / 1000)
    found, _ = bench.run(foot)
    assert found.plate.breakout_lbf == pytest.approx(min(near, whole))
    V = min(7 * 8**0.2 * sqrt(1.25), 9) * sqrt(4000) * 6**1.5
    assert found.plate.shear_breakout_lbf == pytest.approx(V)
    assert shear_breakout(foot, rod, pack) == pytest.approx(V / 1000)


def test_breakout_of_deep_rods(bench: Any) -> None:
    foot = bench.foot(base={"rods": {"embedment_in": 20}}, below={"width": 200.0})
    rod = rod_of(foot.base.rods, foot, Bare())
    found = breakout(foot, rod, bench.concrete(), "circle")
    area = min(pi / 4 * 200**2, 9 * 400 * 4)
    assert found == pytest.approx(area / 3600 * 16 * sqrt(4000) * 20 ** (5 / 3) / 1000)


def test_rods_that_only_the_weight_lifts(bench: Any) -> None:
    foot = bench.foot()
    rod = rod_of(foot.base.rods, foot, Bare())
    lifted = anchors.pulled_side(rod, Reaction("", -4000, 0, 0, 0), 0.0)
    assert lifted.number == 4
    assert anchors.pulled_side(rod, Reaction("", 4000, 0, 0, 0), 0.0).number == 0
    assert anchors.pulled_side(rod, Reaction("", 0, 0, 0, 0), 0.0).number == 0
    assert anchors.pulled_side(rod, Reaction("", 0, 0, inf, 0), 0.0).number == 1


def test_without_a_pack_or_a_pier_it_is_told(bench: Any) -> None:
    found, trace = bench.run(bench.foot(code=None))
    assert any("packs.concrete" in one for one in found.not_checked)
    assert not any("ACI" in check.clause for check in trace.checks)
    found, trace = bench.run(bench.foot(below={"pier": None}))
    assert any("need a pier" in one for one in found.not_checked)
    assert {check.id for check in trace.checks if "ACI" in check.clause} == {
        "rod.tension", "rod.shear", "rod.combined",
    }  # fmt: skip
    found, _ = bench.run(bench.foot(base={"rods": None}))
    assert any("support.base.rods" in one for one in found.not_checked)
    assert found.plate.rod_tension_lbf is None
    assert found.plate_lbf is not None
    found, _ = bench.run(bench.foot(base={"plate": None}))
    assert found.rods_lbf is None


@pytest.mark.parametrize(("code", "clause"), [("14", "17.5.3.1"), ("19", "17.7.3.1")])
def test_shear_does_not_pry_the_rods_out(bench: Any, code: str, clause: str) -> None:
    """Twice the breakout of all rods, against V + 2T/D of all: 3 kip and 6 kip-ft over 18 in."""
    found = bench.run(bench.foot(code=code))[0].plate.breakout_lbf
    (held,) = bench.checks(bench.foot(code=code))["anchor.pryout"]
    assert held.demand == pytest.approx(3 + 2 * 6 * 12 / 18)
    assert held.capacity == pytest.approx(0.7 * 2 * found / 1000)
    assert held.clause.endswith(clause)
