"""The support end to end: one pole worked by hand, several poles, stages, given loads, readings."""

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
        "steel.compression": (P_r, 0.9 * 0.658 ** (F_y / F_e) * F_y * A),
        "steel.torsion": (T, 0.9 * 0.6 * F_y * C / 12),
    }
    result, trace = pole.checked()
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


def test_asd_and_lrfd_rank_alike(pole: Any) -> None:
    """Wind counts 0.6 in ASD, and of the strength 1/1.67 instead of 0.9."""
    lrfd, _ = pole.checked()
    asd, trace = pole.checked({"support.method": "asd"})
    assert asd.ratio / lrfd.ratio == pytest.approx(0.6 * 0.9 * 1.67, rel=0.03)
    assert {row.combination for row in asd.reactions} == {"D+0.6W", "0.6D+0.6W"}
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
    B_2 = result.second_order
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
    hss = {"sign.poles.section": "HSS10.750x0.365", "support.steel.material": "a500c"}
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
            "sign.elements.0.weight_psf": 730,
            "support.readings": {"stability": "effective_length"},
        }
    )
    assert heavy.alternatives == []
    (caution,) = [one for one in trace.cautions if one.code == "support.second_order"]
    assert caution.severity == "review"


def test_a_pole_that_buckles_has_no_answer(pole: Any) -> None:
    with pytest.raises(NoAnswer, match="buckles"):
        pole.checked({"sign.poles.section": "PIPE8STD", "sign.elements.0.weight_psf": 1000})


@pytest.mark.parametrize(
    ("weight", "reading", "severity", "words"),
    [
        (470, "direct", "warning", "strained"),
        (640, "effective_length", "warning", "not for sway"),
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
        "support.opening": {"width_in": 2, "height_in": 4, "height_ft": 2},
    }
    more, _ = pole.checked({**blocks, "sign.elements.0.thickness_ft": pole.GONE})
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
    result, _ = pole.checked({"sign.poles": poles})
    assert result.stages[0].section == "round 10.75x0.365"
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
