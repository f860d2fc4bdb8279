"""The support end to end: one pole worked by hand, several poles, stages, given loads, readings."""

from collections.abc import Callable
from math import hypot, pi, sqrt
from typing import Any

import pytest

from apex_cli.errors import InvalidInput, NoAnswer

E = 29_000.0


def test_a_pole_by_hand(pole: Any) -> None:
    """Standard 10 in pipe, 24 ft, a cabinet of 60 ft2 at 8 psf: every number from formulas.

    Only the forces of the pole.wind are taken from its answer.
    """
    cabinet, mast = pole.wind().elements[:2]
    D, t, F_y, H = 10.75, 0.93 * 0.365, 35.0, 24.0
    d = D - 2 * t
    A, inertia = pi / 4 * (D**2 - d**2), pi / 64 * (D**4 - d**4)
    Z, C = (D**3 - d**3) / 6, 4 * inertia / D
    dead = 8 * 60 + 40.5 * H
    P_e = pi**2 * 0.8 * E * inertia / (4 * (12 * H) ** 2)
    P_r = 1.2 * dead / 1000
    B_2 = 1 / (1 - P_r / P_e)
    V = (cabinet.force_lbf + mast.force_lbf) / 1000
    M = B_2 * (cabinet.force_lbf * 21 + mast.force_lbf * 9) / 1000
    T = cabinet.force_lbf * 0.2 * 10 / 1000
    F_e = pi**2 * E / (12 * H / sqrt(inertia / A)) ** 2
    strengths = {
        "steel.flexure": (M, 0.9 * F_y * Z / 12),
        "steel.shear": (V, 0.9 * 0.6 * F_y * A / 2),
        "steel.compression": (1.4 * dead / 1000, 0.9 * 0.658 ** (F_y / F_e) * F_y * A),
        "steel.torsion": (T, 0.9 * 0.6 * F_y * C / 12),
    }
    result, trace = pole.checked({"support.deflection": pole.GONE})
    for name, (demand, capacity) in strengths.items():
        check = pole.by_id(trace, name)
        assert check.demand == pytest.approx(demand, rel=1e-9), name
        assert check.capacity == pytest.approx(capacity, rel=1e-9), name
    flexure, compression = strengths["steel.flexure"], strengths["steel.compression"]
    ratio = P_r / (2 * compression[1]) + M / flexure[1]  # H1-1b: the torsion is small
    assert pole.by_id(trace, "steel.interaction").demand == pytest.approx(ratio, rel=1e-9)
    assert result.ratio == pytest.approx(ratio, rel=1e-9)
    assert result.governed_by == "steel.interaction, grade"
    assert result.second_order == pytest.approx(B_2, rel=1e-9)
    assert round(B_2, 3) == 1.017
    slender = pole.by_id(trace, "steel.slenderness")
    assert (slender.demand, slender.capacity) == pytest.approx((D / t, 0.45 * E / F_y))
    heavy = result.reactions[0]
    assert (heavy.combination, heavy.axial_lbf) == ("1.2D+1.0W", pytest.approx(1.2 * dead))
    assert heavy.shear_lbf == pytest.approx(1000 * V)
    assert (heavy.moment_kipft, heavy.torsion_kipft) == pytest.approx((M, T))
    (stage,) = result.stages
    assert (stage.name, stage.section, stage.weight_lbf) == ("stage 1", "PIPE10STD", 972)
    assert result.quantities.pole_lbf == 972
    assert (result.pole, result.poles) == (None, [])


def test_dead_load_alone_by_hand(pole: Any) -> None:
    """A heavy cabinet far off the axis in little wind: 1.4D bends the pole more than 1.2D+1.0W.

    Its B2 is that of 1.4D, and it is told for it.
    """
    off = {
        "sign.elements.0": {
            "width_ft": 6, "height_ft": 3, "bottom_ft": 21, "offset_ft": 8, "weight_psf": 250,
        },
        "site.wind_speed_mph": 85,
        "sign.poles.section": "PIPE8STD",
        "support.deflection": pole.GONE,
    }  # fmt: skip
    D, t, H = 8.625, 0.93 * 0.322, 24.0
    inertia = pi / 64 * (D**4 - (D - 2 * t) ** 4)
    P = 1.4 * (250 * 18 + 28.6 * H) / 1000
    B_2 = 1 / (1 - P / (pi**2 * 0.8 * E * inertia / (4 * (12 * H) ** 2)))
    M = B_2 * 1.4 * 250 * 18 * 8 / 1000
    result, trace = pole.checked(off)
    assert result.second_order == pytest.approx(B_2)
    (alone,) = [row for row in result.reactions if row.combination == "1.4D"]
    assert (alone.moment_kipft, alone.axial_lbf) == pytest.approx((M, 1000 * P))
    assert (alone.shear_lbf, alone.torsion_kipft) == (0, 0)
    joint = pole.by_id(trace, "steel.interaction")
    assert "1.4D alone" in joint.description
    asd, _ = pole.checked({**off, "support.method": "asd"})
    (alone,) = [row for row in asd.reactions if row.combination == "D"]
    assert alone.axial_lbf == pytest.approx(1000 * P / 1.4)


def test_a_pole_that_buckles_under_its_dead_load_alone(pole: Any) -> None:
    """P_e between 1.2 D and 1.4 D: with wind there would be an answer."""
    D, t, H = 8.625, 0.93 * 0.322, 24.0
    inertia = pi / 64 * (D**4 - (D - 2 * t) ** 4)
    P_e = pi**2 * 0.8 * E * inertia / (4 * (12 * H) ** 2)
    weight = (1000 * P_e / 1.3 - 28.6 * H) / 60
    with pytest.raises(NoAnswer, match="buckles"):
        pole.checked({"sign.poles.section": "PIPE8STD", "sign.elements.0.weight_psf": weight})


def test_deflection_by_hand(pole: Any) -> None:
    """A force spread from 18 to 24 ft and one from grade to 18 ft, each by its own cantilever."""
    cabinet, mast = pole.wind().elements[:2]
    D, t = 10.75, 0.93 * 0.365
    EI = E * pi / 64 * (D**4 - (D - 2 * t) ** 4) / 144  # kip-ft2

    def tip(F: float, a: float, b: float, z: float) -> float:
        """By fine summation of point forces, each F x**2 (3 z - x)/(6 EI)."""
        n = 4000
        total = 0.0
        for k in range(n):
            x = a + (b - a) * (k + 0.5) / n
            low, high = min(x, z), max(x, z)
            total += F / n * low**2 * (3 * high - low) / (6 * EI)
        return 12 * total

    result, trace = pole.checked({"support.deflection": {"load": "0.7W", "limit": 80, "at": "top"}})
    rows = {(row.height_ft, row.load): row for row in result.deflection}
    for z in (24.0, 21.0):
        whole = tip(cabinet.force_lbf / 1000, 18, 24, z) + tip(mast.force_lbf / 1000, 0, 18, z)
        for load, share in (("1.0W", 1.0), ("0.6W", 0.6), ("0.42W", 0.42), ("0.7W", 0.7)):
            row = rows[z, load]
            assert row.inches == pytest.approx(share * whole, rel=1e-6)
            assert row.ratio == pytest.approx(12 * z / row.inches)
    check = pole.by_id(trace, "steel.deflection")
    assert (check.demand, check.capacity) == (rows[24.0, "0.7W"].inches, pytest.approx(3.6))


def test_the_limit_is_held_where_it_is_asked(pole: Any) -> None:
    asked = {"load": "0.42W", "limit": 100, "at": "cabinet"}
    _, trace = pole.checked({"support.deflection": asked})
    check = pole.by_id(trace, "steel.deflection")
    assert "middle at 21 ft" in check.description
    assert check.capacity == pytest.approx(12 * 21 / 100)
    result, trace = pole.checked({"support.deflection": {"load": "0.6W"}})
    assert not [check for check in trace.checks if check.id == "steel.deflection"]
    assert any("deflection against a limit" in limit for limit in result.not_checked)


def test_the_ratio_is_that_of_every_check(pole: Any) -> None:
    """Strict deflection governs, of each pole and under each reading."""
    strict = {"support.deflection": {"load": "1.0W", "limit": 400, "at": "top"}}
    result, trace = pole.checked(strict)
    check = pole.by_id(trace, "steel.deflection")
    assert result.ratio == pytest.approx(check.demand / check.capacity)
    assert result.ratio > 1
    assert result.governed_by == "steel.deflection, top"
    assert {row.ratio for row in result.alternatives} == {result.ratio}
    assert result.stages[0].ratio < 1
    two, _ = pole.checked({**strict, **TWO})
    assert max(row.ratio for row in two.poles) == two.ratio


def test_a_fillet_too_small_for_the_wall_is_in_the_ratio(pole: Any) -> None:
    splice = {"type": "sleeve", "weld_in": 0.125}
    result, trace = pole.checked({**pole.STAGES, "support.splice": splice})
    leg = pole.by_id(trace, "splice.weld", "too small")
    assert not leg.passed
    assert result.ratio == max(one.demand / one.capacity for one in trace.checks)
    assert (result.ratio > 1) == any(not one.passed for one in trace.checks)
    assert result.governed_by.startswith("splice.weld")


@pytest.mark.parametrize("stage", [0, 1])
def test_of_walls_too_slender_no_strength_is_told(pole: Any, stage: int) -> None:
    """D/t beyond 0.45 E/F_y: F8 ends there, so the other checks of that piece are not made."""
    thin = {"shape": "round", "width_in": 30, "wall_in": 0.08, "weight_plf": 40}
    thick = {**thin, "width_in": 32 if stage else 29, "wall_in": 0.5}
    rows = [thick, thin] if stage else [thin, thick]
    ends = [{"bottom_ft": 0, "top_ft": 12}, {"bottom_ft": 10, "top_ft": 24}]
    result, trace = pole.checked(
        {
            "sign.poles": {"stages": [{**row, **end} for row, end in zip(rows, ends, strict=True)]},
            "support.splice": {"type": "sleeve", "weld_in": 0.25},
            "support.opening": {"width_in": 2, "height_in": 4, "height_ft": 20 if stage else 2},
        }
    )
    name = f"stage {stage + 1}"
    assert result.stages[stage].governed_by == "steel.slenderness"
    assert result.stages[stage].ratio > 1
    assert result.ratio == result.stages[stage].ratio
    assert any("too slender" in limit and limit.endswith(name) for limit in result.not_checked)
    held = {one.id for one in trace.checks}
    assert not held & {"splice.couple", "splice.weld"}
    assert not [one for one in trace.checks if one.description.startswith("Opening")]
    strong = [one for one in trace.checks if one.id == "steel.flexure"]
    assert len(strong) == 1
    assert strong[0].description.startswith("Grade" if stage else "Stage 2")


def test_asd_and_lrfd_rank_alike(pole: Any) -> None:
    """Wind counts 0.6 in ASD, and of the strength 1/1.67 instead of 0.9."""
    free = {"support.deflection": pole.GONE}
    lrfd, _ = pole.checked(free)
    asd, trace = pole.checked({**free, "support.method": "asd"})
    assert asd.ratio / lrfd.ratio == pytest.approx(0.6 * 0.9 * 1.67, rel=0.03)
    assert {row.combination for row in asd.reactions} == {"D+0.6W", "0.6D+0.6W", "D"}
    dead = 480 + 972
    D, t = 10.75, 0.93 * 0.365
    P_e = pi**2 * 0.8 * E * pi / 64 * (D**4 - (D - 2 * t) ** 4) / (4 * 288**2)
    assert asd.second_order == pytest.approx(1 / (1 - 1.6 * dead / 1000 / P_e))
    assert pole.by_id(trace, "steel.flexure").capacity == pytest.approx(
        pole.by_id(pole.checked()[1], "steel.flexure").capacity / 0.9 / 1.67
    )


def test_a_cabinet_off_the_axis_bends_both_ways(pole: Any) -> None:
    off = {"sign.elements.0.offset_ft": 3}
    result, trace = pole.checked(off)
    found = pole.wind(off)
    assert {row.combination for row in result.reactions} >= {"1.4D"}
    B_2 = pole.lesser(result.second_order)
    across = B_2 * sum(one.force_lbf * one.centroid_ft for one in found.elements[:2]) / 1000
    along = B_2 * 1.2 * 480 * 3 / 1000
    assert result.reactions[0].moment_kipft == pytest.approx(hypot(across, along))
    assert pole.by_id(trace, "steel.flexure").demand == pytest.approx(hypot(across, along))
    torsion = found.elements[0].force_lbf * (3 + 2) / 1000
    assert result.reactions[0].torsion_kipft == pytest.approx(torsion)


TWO = {"sign.poles.count": 2, "sign.poles.spacing_ft": 6}


@pytest.mark.parametrize("offset", [0, 1])
def test_two_poles_take_what_the_wind_says(pole: Any, offset: float) -> None:
    changes = {**TWO, "sign.elements.0.offset_ft": offset}
    result, trace = pole.checked(changes)
    rows = pole.wind(changes).per_pole
    most = max(rows, key=lambda row: row.moment_kipft)
    named = next(row for row in rows if row.name == result.pole)
    assert named.moment_kipft == pytest.approx(most.moment_kipft)
    heavy = result.reactions[0]
    assert heavy.moment_kipft / result.second_order == pytest.approx(named.moment_kipft)
    assert heavy.shear_lbf == pytest.approx(named.shear_lbf)
    assert heavy.axial_lbf == pytest.approx(1.2 * named.axial_lbf)
    assert heavy.torsion_kipft == 0
    assert not [check for check in trace.checks if check.id == "steel.torsion"]
    assert [row.name for row in result.poles] == ["pole 1", "pole 2"]
    assert max(row.ratio for row in result.poles) == result.ratio
    assert result.quantities.pole_lbf == 2 * 972


def test_a_pole_of_a_row_bends_by_forces_with_their_sign(pole: Any) -> None:
    """A board low on one side, one high on the other: of the first pole the moment changes sign.

    Each part of it is summed finely with its sign; the eccentricities bend it either way.
    """
    boards = [
        {"name": "low", "width_ft": 6, "height_ft": 6, "bottom_ft": 4, "offset_ft": -9},
        {"name": "high", "width_ft": 6, "height_ft": 6, "bottom_ft": 18, "offset_ft": 5},
    ]
    changes = {**TWO, "sign.elements": boards, "support.deflection": pole.GONE}
    D, t = 10.75, 0.93 * 0.365
    EI = E * pi / 64 * (D**4 - (D - 2 * t) ** 4) / 144  # kip-ft2
    result, _ = pole.checked(changes)
    x = -3.0 if result.pole == "pole 1" else 3.0
    most, n, turned = 0.0, 600, False

    def sway(points: list[tuple[float, ...]], share: Callable[[float, float], float]) -> float:
        """At the top, 24 ft."""
        parts = [12 * F * share(o, e) * h**2 * (72 - h) / (6 * EI) for h, F, o, e in points]
        return sum(parts)

    for blow in pole.wind(changes).acting.blows:
        points: list[tuple[float, ...]] = []
        for load in blow.loads:
            half = min(load.height - load.bottom, load.top - load.height)
            for k in range(n):
                at = load.height + half * (2 * (k + 0.5) / n - 1)
                points.append((at, load.force / n / 1000, load.offset or 0.0, load.arm or 0.0))
        forces = sway(points, lambda o, _: 1 / 2 + o * x / 18)
        arms = sway(points, lambda _, e: e * abs(x) / 18)
        sizes = sway(points, lambda o, _: abs(1 / 2 + o * x / 18))
        turned |= sizes > 1.02 * abs(forces)
        most = max(most, abs(forces) + arms)
    assert turned
    assert result.deflection[0].inches == pytest.approx(most, rel=1e-4)


def test_poles_share_at_every_height(pole: Any) -> None:
    """At half the height each pole has its share of the forces above, not of those at grade."""
    changes = {**TWO, "support.opening": {"width_in": 3, "height_in": 6, "height_ft": 20.25}}
    result, trace = pole.checked(changes)
    found = pole.wind(changes)
    cabinet = found.elements[0]
    subjects = {step.subject for step in trace.steps}
    assert any(subject.startswith("opening, ") for subject in subjects)
    above = cabinet.force_lbf * (24 - 20) / 6 / 1000
    shear = above / 2 + above * 2 / 6  # B: an arm of 2 ft on a row of 6 ft
    moment = 2 * shear
    step = next(
        step
        for step in trace.steps
        if step.subject.startswith("opening") and step.card.symbol == "M_r"
    )
    assert step.value / result.second_order == pytest.approx(moment)


def test_a_lighter_pole_that_is_lifted_is_held_as_well(pole: Any) -> None:
    """Cabinets far outside the poles lift one of them."""
    off = {"sign.elements.0.offset_ft": 20, "sign.elements.0.weight_psf": 60}
    result, trace = pole.checked({**TWO, **off})
    assert any(caution.code == "poles.uplift" for caution in trace.cautions)
    assert len(result.poles) == 2
    shares = {row.name: row for row in pole.wind({**TWO, **off}).per_pole}
    rows = [row for row in result.reactions if row.combination == "1.2D+1.0W"]
    assert rows[0].pole == result.pole
    assert {row.pole for row in rows} == shares.keys()
    for row in rows:
        assert row.axial_lbf == pytest.approx(1.2 * shares[row.pole].axial_lbf)
        assert row.shear_lbf == pytest.approx(shares[row.pole].shear_lbf)
    (lifted,) = [row for row in rows if row.axial_lbf < 0]
    assert any(f"Uplift of {lifted.pole} is held" in one for one in trace.assumptions)


def test_one_pole_has_no_name_in_its_reactions(pole: Any) -> None:
    result, trace = pole.checked()
    assert {row.pole for row in result.reactions} == {None}
    assert not any("Uplift" in one for one in trace.assumptions)


def test_uplift_is_held_safely(pole: Any) -> None:
    """What a lifted pole may take is more in tension, F_y A (D2), than by compression (E3)."""
    off = {"sign.elements.0.offset_ft": 20, "sign.elements.0.weight_psf": 60}
    _, trace = pole.checked({**TWO, **off, "support.deflection": pole.GONE})
    P_c = pole.by_id(trace, "steel.compression").capacity
    A = pi / 4 * (10.75**2 - (10.75 - 2 * 0.93 * 0.365) ** 2)
    assert P_c < 0.9 * 35 * A


def test_stages(pole: Any) -> None:
    splice = {"type": "sleeve", "lap_in": 24, "weld_in": 0.25}
    result, trace = pole.checked({**pole.STAGES, "support.splice": splice})
    assert [row.section for row in result.stages] == ["PIPE12STD", "PIPE10STD"]
    assert [row.weight_lbf for row in result.stages] == pytest.approx([12 * 49.6, 14 * 40.5])
    places = [c.description for c in trace.checks if c.id == "steel.interaction"]
    assert [place.partition(",")[0] for place in places] == ["Grade", "Stage 1", "Stage 2"]
    found = pole.wind(pole.STAGES)
    above = [one for one in found.elements if one.name != "pole, stage 1"]
    own = {one.name: one for one in above}
    M = sum(one.force_lbf * (one.centroid_ft - 12) for one in own.values()) / 1000
    check = pole.by_id(trace, "steel.flexure", "Stage 2")
    assert check.demand / result.second_order == pytest.approx(M, rel=1e-4)
    assert any("the outer stage alone" in sentence for sentence in trace.assumptions)


def test_two_equal_stages_are_one(pole: Any) -> None:
    stages = [
        {"section": "PIPE10STD", "bottom_ft": 0, "top_ft": 10},
        {"section": "PIPE10STD", "bottom_ft": 10, "top_ft": 24},
    ]
    one, told = pole.checked()
    two, trace = pole.checked(
        {"sign.poles": {"stages": stages}, "support.splice": {"type": "butt"}}
    )
    assert two.second_order == pytest.approx(one.second_order, rel=1e-9)
    assert two.ratio == pytest.approx(
        one.ratio, rel=1e-3
    )  # the pole.wind's h/D is of shorter lengths
    assert pole.by_id(trace, "steel.compression", "Grade").capacity == pytest.approx(
        pole.by_id(told, "steel.compression").capacity
    )
    for mine, his in zip(two.deflection, one.deflection, strict=True):
        assert mine.inches == pytest.approx(his.inches, rel=2e-3)
    assert any("complete penetration" in sentence for sentence in trace.assumptions)
    assert "the weld of butt splices" in two.not_checked


LOADS: dict[str, Any] = {"lateral_lbf": 1500, "axial_lbf": 1400, "replaces_wind": True}


def test_given_loads(pole: Any) -> None:
    asd = {**LOADS, "height_ft": 21, "torsion_lbft": 2400, "level": "asd"}
    result, trace = checked_loads(pole, asd)
    heavy = result.reactions[0]
    assert (heavy.axial_lbf, heavy.shear_lbf) == pytest.approx((1.2 * 1400, 2500))
    assert heavy.moment_kipft == pytest.approx(result.second_order * 2.5 * 21)
    assert heavy.torsion_kipft == pytest.approx(4.0)
    assert "given loads" in pole.by_id(trace, "steel.flexure").description
    strength = {**LOADS, "lateral_lbf": 2500, "moment_lbft": 52_500, "level": "strength"}
    same, _ = checked_loads(pole, strength)
    assert same.reactions[0].moment_kipft == pytest.approx(heavy.moment_kipft)
    assert same.reactions[0].torsion_kipft == 0


def checked_loads(pole: Any, loads: dict[str, Any]) -> Any:
    return pole.checked({"loads": loads, "packs.exposure": pole.GONE})


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, None),
        ({"support.opening": {"width_in": 2, "height_in": 4, "height_ft": 2}}, "the opening"),
        ({"stages": True}, "the stages"),
        ({"stages": True, "support.splice": {"type": "sleeve"}}, "the stages and the splices"),
    ],
)
def test_one_force_is_right_at_grade_only(
    pole: Any, changes: dict[str, Any], words: str | None
) -> None:
    stages = pole.STAGES if "stages" in changes else {}
    changes = {**stages, **{at: value for at, value in changes.items() if at != "stages"}}
    _, trace = pole.checked({**changes, "loads": {**LOADS, "height_ft": 21, "level": "asd"}})
    found = [one for one in trace.cautions if one.code == "support.lumped_loads"]
    assert len(found) == (words is not None)
    assert not found or (f"for {words}:" in found[0].message and found[0].severity == "review")


def test_nothing_is_held_above_the_one_force(pole: Any) -> None:
    hole = {"width_in": 2, "height_in": 4, "height_ft": 20}
    loads = {**LOADS, "height_ft": 11, "level": "asd"}
    with pytest.raises(InvalidInput, match="1 more") as refused:
        pole.checked({**pole.STAGES, "support.opening": hole, "loads": loads})
    assert [fault.pointer for fault in refused.value.faults] == [
        "/sign/poles/stages/1/bottom_ft", "/support/opening/height_ft",
    ]  # fmt: skip
    with pytest.raises(InvalidInput, match="foot of stage 2"):
        pole.checked({**pole.STAGES, "loads": {**loads, "height_ft": 12}})


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, False),
        ({"sign.elements.0.offset_ft": 2}, True),
        ({"sign.poles": {"section": "HSS12x8x1/4", "axis": "strong"}}, True),
    ],
)
def test_given_loads_have_one_direction(pole: Any, changes: dict[str, Any], told: bool) -> None:
    loads = {**LOADS, "height_ft": 21, "level": "asd"}
    result, _ = pole.checked({**changes, "support.steel.material": "a500c", "loads": loads})
    assert any("one direction" in limit for limit in result.not_checked) == told


def test_weightless_loads_ask_for_no_second_order(pole: Any) -> None:
    result, trace = checked_loads(pole, {**LOADS, "axial_lbf": 0, "height_ft": 21, "level": "asd"})
    assert result.second_order == 1
    assert not [check for check in trace.checks if check.id == "steel.compression"]


def test_the_other_readings_stand_beside(pole: Any) -> None:
    result, _ = pole.checked()
    assert [row.reading for row in result.alternatives] == ["stability: effective_length"]
    other, _ = pole.checked({"support.readings": {"stability": "effective_length"}})
    assert other.ratio == pytest.approx(result.alternatives[0].ratio, rel=1e-12)
    assert other.alternatives[0].reading == "stability: direct"
    assert other.alternatives[0].ratio == pytest.approx(result.ratio, rel=1e-12)


def test_the_edition_of_a500_is_a_reading(pole: Any) -> None:
    hss = {
        "sign.poles.section": "HSS10.750x0.365",
        "support.steel.material": "a500c",
        "support.deflection": pole.GONE,
    }
    result, _ = pole.checked(hss)
    other, _ = pole.checked({**hss, "support.readings": {"a500_edition": "before_21"}})
    beside = {row.reading: row.ratio for row in result.alternatives}
    assert beside["a500_edition: before_21"] == pytest.approx(other.ratio, rel=1e-12)
    assert other.ratio > result.ratio


def test_a_reading_without_an_answer_is_left_out(pole: Any) -> None:
    """By the effective length the pole is stiff enough; by direct analysis it buckles."""
    heavy, trace = pole.checked(
        {
            "sign.poles.section": "PIPE8STD",
            "sign.elements.0.weight_psf": 620,
            "support.readings": {"stability": "effective_length"},
        }
    )
    assert heavy.alternatives == []
    (caution,) = [one for one in trace.cautions if one.code == "support.second_order"]
    assert caution.severity == "review"


@pytest.mark.parametrize(("weight", "offered"), [(430, True), (640, False)])
def test_effective_lengths_are_no_reading_for_limber_poles(
    pole: Any, weight: float, offered: bool
) -> None:
    """Beyond B2 of 1.5 of its own, Appendix 7 does not let the method be used."""
    heavy = {"sign.elements.0.weight_psf": weight}
    other, _ = pole.checked({**heavy, "support.readings": {"stability": "effective_length"}})
    assert (other.second_order <= 1.5) == offered
    result, _ = pole.checked(heavy)
    assert [row.reading for row in result.alternatives] == (
        ["stability: effective_length"] if offered else []
    )


def test_a_pole_that_buckles_has_no_answer(pole: Any) -> None:
    with pytest.raises(NoAnswer, match="buckles"):
        pole.checked({"sign.poles.section": "PIPE8STD", "sign.elements.0.weight_psf": 1000})


NARROW = {
    "sign.poles": {"section": "HSS12x4x5/8", "axis": "strong", "top_ft": 44},
    "support.steel.material": "a500c",
    "sign.elements.0.bottom_ft": 38,
    "sign.elements.0.width_ft": 8,
    "sign.elements.0.weight_psf": 30,
}


@pytest.mark.parametrize("depth", [1.0, None])
def test_a_pole_sways_about_its_weak_axis_whatever_winds_are_looked_at(
    pole: Any, depth: float | None
) -> None:
    """P_e of HSS12x4x5/8 about its weak axis, from its print: I_y = 40.4 in4."""
    deep = {"sign.elements.0.thickness_ft": depth or pole.GONE}
    result, trace = pole.checked({**NARROW, **deep})
    weight = result.stages[0].weight_lbf
    P_r = 1.2 * (30 * 48 + weight) / 1000
    P_e = pi**2 * 0.8 * E * 40.4 / (4 * (12 * 44) ** 2)
    assert result.second_order == pytest.approx(1 / (1 - P_r / P_e), rel=0.02)
    assert "support.second_order" in {one.code for one in trace.cautions}
    with pytest.raises(NoAnswer, match="buckles"):
        pole.checked({**NARROW, **deep, "sign.elements.0.weight_psf": 90})


def test_given_loads_do_not_hide_the_weak_axis(pole: Any) -> None:
    loads = {**LOADS, "axial_lbf": 8000, "height_ft": 40, "level": "strength"}
    given = {**NARROW, "loads": loads, "packs.exposure": pole.GONE}
    with pytest.raises(NoAnswer, match="buckles"):
        pole.checked(given)


@pytest.mark.parametrize(
    ("weight", "reading", "severity", "words"),
    [
        (470, "direct", "warning", "strained"),
        (640, "effective_length", "review", "not for sway"),
        (600, "direct", "review", "notional"),
    ],
)
def test_limber_poles_are_told(
    pole: Any, weight: float, reading: str, severity: str, words: str
) -> None:
    result, trace = pole.checked(
        {"sign.elements.0.weight_psf": weight, "support.readings": {"stability": reading}}
    )
    (caution,) = [one for one in trace.cautions if one.code == "support.second_order"]
    assert (caution.severity, words in caution.message) == (severity, True), result.second_order


def test_what_is_not_checked_is_told(pole: Any) -> None:
    result, _ = pole.checked()
    assert "the base plate, its weld and the anchor rods" in result.not_checked
    blocks = {
        "support.base": {"type": "embedded", "depth_ft": 5},
        "support.pier": {"fc_psi": 4000, "fy_ksi": 60},
        "packs.concrete": "aci318-19_v1",
        "footing": pole.GONE,
        "support.opening": {"width_in": 2, "height_in": 4, "height_ft": 2},
    }
    more, _ = pole.checked({**blocks, "sign.elements.0.thickness_ft": pole.GONE})
    given = [limit for limit in more.not_checked if "the project has no pier; give" in limit]
    assert [limit.partition(":")[0] for limit in given] == [
        "the embedment of the pole in the concrete",
        "reinforcement and strength of the pier's concrete",
    ]
    assert {"torsion and local buckling at the opening"} < set(more.not_checked)
    assert any("wind along the sign" in limit for limit in more.not_checked)
    stepped, _ = pole.checked(pole.STAGES)
    assert any("splices of the pole" in limit for limit in stepped.not_checked)
    bare, _ = pole.checked({**pole.STAGES, "support.splice": {"type": "sleeve"}})
    assert any("weld of the sleeve" in limit for limit in bare.not_checked)


def test_a_splice_of_one_piece_is_idle(pole: Any) -> None:
    _, trace = pole.checked({"support.splice": {"type": "butt"}})
    assert "support.splice is not used: the pole is of one piece." in trace.assumptions


def test_tall_sleeves_are_reviewed_for_fatigue(pole: Any) -> None:
    stages = [
        {"section": "PIPE24XS", "bottom_ft": 0, "top_ft": 40},
        {"section": "PIPE20XS", "bottom_ft": 36, "top_ft": 60},
    ]
    tall = {
        "sign.poles": {"stages": stages},
        "sign.elements.0.bottom_ft": 54,
        "support.splice": {"type": "sleeve"},
    }
    _, trace = pole.checked(tall)
    assert "support.fatigue" in {one.code for one in trace.cautions}
    low = {**pole.STAGES, "support.splice": {"type": "sleeve"}}
    assert "support.fatigue" not in {one.code for one in pole.checked(low)[1].cautions}


@pytest.mark.parametrize(
    ("section", "material", "odd"),
    [
        ("PIPE10STD", "a53b", False),
        ("PIPE10STD", "a500b", True),
        ("HSS10.750x0.365", "a53b", True),
        ("HSS10.750x0.365", "a500c", False),
        ("HSS10.750x0.365", "a1085", False),
        ("HSS10x10x3/8", "a1085", False),
        ("PIPE10STD", "custom", False),
    ],
)
def test_a_section_is_made_of_its_own_materials(
    pole: Any, section: str, material: str, odd: bool
) -> None:
    own = {"fy_ksi": 35, "fu_ksi": 60} if material == "custom" else {}
    steel = {"material": material, **own}
    _, trace = pole.checked({"sign.poles.section": section, "support.steel": steel})
    codes = {one.code: one.severity for one in trace.cautions}
    assert codes.get("support.material_of_section") == ("review" if odd else None)


@pytest.mark.parametrize(("wall", "odd"), [(0.93, False), (1, True)])
def test_a_wall_that_is_not_the_material_s_is_reviewed(pole: Any, wall: float, odd: bool) -> None:
    _, trace = pole.checked({"support.steel.design_wall": wall})
    codes = {one.code: one.severity for one in trace.cautions}
    assert codes.get("support.design_wall") == ("review" if odd else None)


HAND = {"shape": "round", "width_in": 10.75, "wall_in": 0.365}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sign.elements.0.weight_psf": None}, "of cabinet"),
        ({"sign.elements.0.weight_psf": None, "sign.elements.0.name": None}, "of cabinet 1"),
        ({"sign.poles": HAND}, "of stage 1"),
        ({"sign.poles": HAND, "sign.elements.0.weight_psf": None}, "of cabinet, stage 1"),
        ({"loads": {**LOADS, "axial_lbf": 0, "height_ft": 21, "level": "asd"}}, "axial_lbf"),
    ],
)
def test_what_weighs_nothing_is_reviewed(pole: Any, changes: dict[str, Any], words: str) -> None:
    changes = {at: pole.GONE if value is None else value for at, value in changes.items()}
    _, trace = pole.checked(changes)
    (caution,) = [one for one in trace.cautions if one.code == "support.weight_missing"]
    assert caution.severity == "review"
    assert words in caution.message


@pytest.mark.parametrize(
    "changes",
    [{}, {"loads": {**LOADS, "height_ft": 21, "level": "asd"}}, {"sign.elements.0.weight_psf": 0}],
)
def test_what_is_known_to_weigh_is_not_doubted(pole: Any, changes: dict[str, Any]) -> None:
    _, trace = pole.checked(changes)
    assert "support.weight_missing" not in {one.code for one in trace.cautions}


def test_packs_that_do_not_bind_together_are_told(pole: Any) -> None:
    pair = {"packs.footing": "ibc-2021_v1"}
    _, trace = pole.checked(pair)
    assert "support.edition_mismatch" in {one.code for one in trace.cautions}
    for fine in ({}, {"packs.footing": pole.GONE}, {"packs.footing": "broms-clay_v1"}):
        assert "support.edition_mismatch" not in {
            one.code for one in pole.checked(fine)[1].cautions
        }


@pytest.mark.parametrize(
    ("poles", "place"),
    [
        ({"shape": "hexagonal", "width_in": 10, "wall_in": 0.25}, "/sign/poles/shape"),
        (
            {"shape": "round", "width_in": 10, "top_width_in": 6, "wall_in": 0.25},
            "/sign/poles/top_width_in",
        ),
        ({"shape": "round", "width_in": 10, "wall_in": 5}, "/sign/poles/wall_in"),
        (
            {"stages": [
                {"shape": "octagonal", "width_in": 9, "bottom_ft": 0, "top_ft": 12, "wall_in": 1},
                {"shape": "round", "width_in": 9, "bottom_ft": 12, "top_ft": 24},
            ]},
            "/sign/poles/stages/1/wall_in",
        ),
    ],
)  # fmt: skip
def test_what_is_no_tube_is_refused(pole: Any, poles: dict[str, Any], place: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        pole.checked({"sign.poles": poles})
    assert place in {fault.pointer for fault in refused.value.faults}


def test_a_pole_told_by_hand_is_named_by_its_size(pole: Any) -> None:
    poles = {"shape": "round", "width_in": 10.75, "wall_in": 0.365, "weight_plf": 40.5}
    result, trace = pole.checked({"sign.poles": poles})
    assert result.stages[0].section == "round 10.75x0.365"
    nominal = "0.365 in, is its nominal wall; the design wall is 0.3395 in (B4.2)."
    assert f"wall_in of stage 1, {nominal}" in trace.assumptions
    assert not any("nominal wall;" in one for one in pole.checked()[1].assumptions)
    assert result.ratio == pytest.approx(pole.checked()[0].ratio, rel=1e-12)


def test_a_custom_steel(pole: Any) -> None:
    own = {"material": "custom", "fy_ksi": 35, "fu_ksi": 60, "design_wall": 0.93}
    result, trace = pole.checked({"support.steel": own})
    assert result.ratio == pytest.approx(pole.checked()[0].ratio, rel=1e-12)
    assert "support.material_not_listed" in {one.code for one in trace.cautions}
    assert len(result.alternatives) == 1


def test_nothing_to_check_says_what_to_write(pole: Any) -> None:
    with pytest.raises(InvalidInput) as refused:
        pole.checked({"support": pole.GONE, "packs.support": pole.GONE})
    hints = {fault.pointer: fault.hint for fault in refused.value.faults}
    assert {"/support", "/packs/support"} <= hints.keys()
    assert "sign.poles.section" in hints["/support"]
    with pytest.raises(InvalidInput) as refused:
        pole.checked({"sign.poles": {"shape": "round", "width_in": 10}, "support.steel": pole.GONE})
    hints = {fault.pointer: fault.hint for fault in refused.value.faults}
    assert {"/support/steel", "/sign/poles/section"} <= hints.keys()


def test_a_taller_sign_than_its_poles(pole: Any) -> None:
    """The top that sways is the sign's; above the poles nothing bends."""
    result, _ = pole.checked({"sign.poles.top_ft": 20})
    D, t = 10.75, 0.93 * 0.365
    P_e = pi**2 * 0.8 * E * pi / 64 * (D**4 - (D - 2 * t) ** 4) / (4 * 288**2)
    assert result.second_order == pytest.approx(1 / (1 - 1.2 * (480 + 810) / 1000 / P_e))
    rows = {(row.height_ft, row.load): row.inches for row in result.deflection}
    assert rows[24.0, "1.0W"] > rows[21.0, "1.0W"]
