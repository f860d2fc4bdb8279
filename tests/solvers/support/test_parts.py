"""Openings, splices, rectangular poles and those on their diagonal, by hand and by laws."""

from math import asin, cos, pi, sin, sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.errors import InvalidInput
from apex_cli.quantities import Known

HOLE = {"width_in": 4, "height_in": 6, "height_ft": 1.5}


def strips(D: float, t: float, w: float, angle: float, n: int = 20_000) -> float:
    """Elastic modulus of a thin ring with a hole at `angle` from the moment's axis, by strips."""
    theta, r = asin(w / D), (D - t) / 2
    points = [
        (r * cos(a), r * sin(a))
        for a in (2 * pi * (k + 0.5) / n for k in range(n))
        if abs((a - angle + pi) % (2 * pi) - pi) > theta
    ]
    dA = 2 * pi * r * t / n
    cx, cy = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    xx = sum((y - cy) ** 2 for _, y in points) * dA
    yy = sum((x - cx) ** 2 for x, _ in points) * dA
    xy = sum((x - cx) * (y - cy) for x, y in points) * dA
    det = xx * yy - xy * xy

    def stress(x: float, y: float) -> float:  # a unit moment about x
        return (yy * (y - cy) - xy * (x - cx)) / det

    edge = [(D / 2 / r * x, D / 2 / r * y) for x, y in points]
    return 1 / max(abs(stress(x, y)) for x, y in edge)


def test_a_hole_in_a_round_pole_turned_the_worst_way(pole: Any) -> None:
    """The section beside it by twenty thousand strips, at every angle."""
    D, t = 10.75, 0.93 * 0.365
    result, trace = pole.checked({"support.opening": HOLE})
    check = pole.by_id(trace, "steel.interaction", "Opening")
    least = min(strips(D, t, 4, pi / 2 + turn * pi / 36) for turn in range(19))
    (S_h,) = [step.value for step in trace.steps if step.card.symbol == "S_h"]
    assert pytest.approx(least, rel=2e-3) == S_h
    M = next(
        step.value
        for step in trace.steps
        if step.subject.startswith("opening") and step.card.symbol == "M_r"
    )
    A_h = pi / 4 * (D**2 - (D - 2 * t) ** 2) - 2 * asin(4 / D) * (D - t) / 2 * t
    P = 1.2 * (480 + 40.5 * 22.75) / 1000
    assert check.demand == pytest.approx(P / (0.9 * 35 * A_h) + 12 * M / (0.9 * 35 * S_h), rel=1e-9)
    assert result.governed_by == "steel.interaction, opening"


def test_a_hole_by_asd_and_off_the_axis(pole: Any) -> None:
    asd = {"support.opening": HOLE, "support.method": "asd", "sign.elements.0.offset_ft": 2}
    _, trace = pole.checked(asd)
    first = next(step for step in trace.steps if step.card.symbol == "M_h")
    assert "Omega" in first.terms
    assert any(step.card.symbol == "M_r" and "M_1" in step.terms for step in trace.steps)


BOX = {"sign.poles.section": "HSS12x8x1/4", "sign.poles.axis": "strong"}


@pytest.mark.parametrize("offset", [0, 3])
def test_a_hole_in_a_rectangular_pole(pole: Any, offset: float) -> None:
    changes = {**BOX, "support.steel.material": "a500c", "support.opening": HOLE}
    _, trace = pole.checked({**changes, "sign.elements.0.offset_ft": offset})
    check = pole.by_id(trace, "steel.interaction", "Opening")
    t = 0.93 * 0.25
    told = {step.card.symbol: step.value for step in reversed(trace.steps)}
    A, I_x = told["A"], told["I_x"]
    A_h = A - 4 * t
    e = 4 * t * (12 - t) / 2 / A_h
    S_h = (I_x - 4 * t * ((12 - t) / 2) ** 2 - A_h * e**2) / (6 + e)
    values = [step.value for step in trace.steps if step.card.symbol == "S_h"]
    assert values[0] == pytest.approx(S_h)
    assert ("M_2" in trace.steps[-1].terms) is False
    assert check.demand > pole.by_id(trace, "steel.interaction", "Grade").demand


def test_wind_along_a_narrow_pole_can_govern_a_hole(pole: Any) -> None:
    """A deep cabinet on a pole of little width along the sign: the side pole.wind bends it most."""
    weak = {
        "sign.poles.section": "HSS12x4x1/4",
        "sign.poles.axis": "strong",
        "support.steel.material": "a500c",
        "sign.elements.0.thickness_ft": 10,
        "support.opening": {"width_in": 2, "height_in": 4, "height_ft": 1},
    }
    result, trace = pole.checked(weak)
    assert "side" in pole.by_id(trace, "steel.interaction", "Opening").description
    assert "side" in pole.by_id(trace, "steel.interaction", "Grade").description
    y = pole.by_id(trace, "steel.flexure", "about y")
    assert y.demand / y.capacity > pole.by_id(trace, "steel.flexure", "about x").ratio
    assert result.deflection[0].inches > 0


def test_the_weak_axis_is_asked_for_more(pole: Any) -> None:
    strong, weak = (
        pole.checked({**BOX, "sign.poles.axis": axis, "support.steel.material": "a500c"})[0]
        for axis in ("strong", "weak")
    )
    assert weak.ratio > strong.ratio


def test_a_square_on_its_diagonal_is_bent_about_both_sides(pole: Any) -> None:
    square = {"sign.poles.section": "HSS10x10x1/4", "support.steel.material": "a500b"}
    diagonal = {**square, "sign.poles.shape": "square_diagonal", "sign.elements.0.offset_ft": 3}
    result, trace = pole.checked(diagonal)
    found = pole.wind(diagonal)
    b2 = result.second_order
    front = b2 * sum(one.force_lbf * one.centroid_ft for one in found.elements[:2]) / 1000
    dead = b2 * 1.2 * 480 * 3 / 1000
    x = pole.by_id(trace, "steel.flexure", "about x")
    assert x.demand == pytest.approx((front + dead) / sqrt(2))
    V = sum(one.force_lbf for one in found.elements[:2]) / 1000
    assert pole.by_id(trace, "steel.shear", "about y").demand == pytest.approx(V / sqrt(2))
    straight, _ = pole.checked({**diagonal, "sign.elements.0.offset_ft": 0})
    assert straight.reactions[0].moment_kipft == pytest.approx(
        straight.second_order * pole.wind(diagonal).base.moment_kipft
    )


@pytest.mark.parametrize(
    ("hole", "place", "words"),
    [
        ({**HOLE, "height_ft": 30}, "/support/opening/height_ft", "above the poles"),
        ({**HOLE, "width_in": 10.5}, "/support/opening/width_in", "too wide"),
    ],
)
def test_a_hole_that_does_not_fit(pole: Any, hole: dict[str, Any], place: str, words: str) -> None:
    with pytest.raises(InvalidInput, match=words) as refused:
        pole.checked({"support.opening": hole})
    assert refused.value.faults[0].pointer == place
    box = {**BOX, "support.steel.material": "a500c"}
    with pytest.raises(InvalidInput, match=words):
        pole.checked({**box, "support.opening": hole})


def test_a_hole_at_grade(pole: Any) -> None:
    low = {"width_in": 3, "height_in": 24, "height_ft": 0.5}
    _, trace = pole.checked({"support.opening": low})
    assert pole.by_id(trace, "steel.interaction", "Opening").demand > 0


SLEEVE = {"type": "sleeve", "lap_in": 24, "weld_in": 0.25}


@pytest.mark.parametrize(("method", "factor"), [("lrfd", 0.75), ("asd", 1 / 2)])
def test_a_sleeve_by_hand(pole: Any, method: str, factor: float) -> None:
    """The couple over two feet, and a ring of weld around the inner pipe."""
    result, trace = pole.checked(
        {**pole.STAGES, "support.splice": SLEEVE, "support.method": method}
    )
    b2, share = result.second_order, 1.0 if method == "lrfd" else 0.6
    above = [
        one for one in pole.wind(pole.STAGES).elements if one.name in {"cabinet", "pole, stage 2"}
    ]
    V = share * sum(one.force_lbf for one in above) / 1000
    M = share * b2 * sum(one.force_lbf * (one.centroid_ft - 12) for one in above) / 1000
    shears = [one for one in trace.checks if one.id == "splice.couple" and one.unit == "kip"]
    assert shears[0].demand == pytest.approx(12 * M / 24 + V)
    assert "stage 1" in shears[0].description
    F_y, D, t = 35.0, 12.75, 0.93 * 0.375
    V_n = 0.6 * F_y * pi / 8 * (D**2 - (D - 2 * t) ** 2)
    assert shears[0].capacity == pytest.approx(V_n * 0.9 if method == "lrfd" else V_n / 1.67)
    T = share * 2 * pole.wind(pole.STAGES).elements[0].force_lbf / 1000
    P = {"lrfd": 1.2, "asd": 1.0}[method] * (480 + 12 * 40.5) / 1000
    r = 10.75 / 2
    n, q = P / (2 * pi * r), shears[0].demand / (pi * r) + 12 * T / (2 * pi * r**2)
    weld = pole.by_id(trace, "splice.weld", "ring")
    assert weld.demand == pytest.approx(sqrt(n**2 + q**2))
    assert weld.capacity == pytest.approx(factor * 0.6 * 70 * 0.707 * 0.25)
    lap = pole.by_id(trace, "splice.couple", "long enough")
    assert (lap.demand, lap.capacity) == pytest.approx((5 * 0.93 * 0.365, 24))
    leg = pole.by_id(trace, "splice.weld", "too small")
    assert (leg.demand, leg.capacity) == (0.1875, 0.25)


def test_a_sleeve_without_its_weld(pole: Any) -> None:
    _, trace = pole.checked({**pole.STAGES, "support.splice": {"type": "sleeve"}})
    assert {check.id for check in trace.checks} & {"splice.couple", "splice.weld"} == {
        "splice.couple"
    }


def test_a_sleeve_of_square_tubes_with_all_that_acts(pole: Any) -> None:
    """Moments and shears of both directions, in two tubes of which the upper one is outside."""
    stages = [
        {"section": "HSS8x8x1/2", "bottom_ft": 0, "top_ft": 12},
        {"section": "HSS10x10x1/4", "bottom_ft": 10, "top_ft": 24},
    ]
    changes = {
        "sign.poles": {"stages": stages},
        "support.steel.material": "a500c",
        "support.splice": SLEEVE,
        "sign.elements.0.offset_ft": 4,
    }
    result, trace = pole.checked(changes)
    weld = pole.by_id(trace, "splice.weld", "ring")
    above = [one for one in pole.wind(changes).elements if one.name in {"cabinet", "pole, stage 2"}]
    b2 = result.second_order
    M_x = b2 * sum(one.force_lbf * (one.centroid_ft - 12) for one in above) / 1000
    M_y = b2 * 1.2 * 480 * 4 / 1000
    V = sum(one.force_lbf for one in above) / 1000
    T = (4 + 2) * above[0].force_lbf / 1000
    R = 12 * sqrt(M_x**2 + M_y**2) / 24 + V
    J, c = 16**3 / 6, sqrt(32)
    n = 1.2 * (480 + 12 * 32.6) / 1000 / 32
    q = R / 16 + 12 * T * c / J
    assert weld.demand == pytest.approx(sqrt(n**2 + q**2), rel=2e-3)


def test_a_sleeve_on_the_diagonal(pole: Any) -> None:
    stages = [
        {"section": "HSS10x10x1/4", "shape": "square_diagonal", "bottom_ft": 0, "top_ft": 12},
        {"section": "HSS8x8x1/4", "shape": "square_diagonal", "bottom_ft": 10, "top_ft": 24},
    ]
    changes = {"sign.poles": {"stages": stages}, "support.steel.material": "a500c"}
    _, trace = pole.checked({**changes, "support.splice": SLEEVE})
    couple = pole.by_id(trace, "splice.couple", "shears")
    straight = pole.checked({
        "sign.poles": {"stages": [{**stage, "shape": "square"} for stage in stages]},
        "support.steel.material": "a500c", "support.splice": SLEEVE,
    })[1]  # fmt: skip
    assert couple.demand > pole.by_id(straight, "splice.couple", "shears").demand


@pytest.mark.parametrize(
    ("splice", "bottom", "place"),
    [
        ({"type": "butt"}, 10, "/sign/poles/stages/1/bottom_ft"),
        ({"type": "sleeve"}, 12, "/sign/poles/stages/1/bottom_ft"),
        ({"type": "sleeve", "lap_in": 30}, 10, "/support/splice/lap_in"),
    ],
)
def test_splices_must_be_as_the_stages_stand(
    pole: Any, splice: dict[str, Any], bottom: float, place: str
) -> None:
    changes = {**pole.STAGES, "sign.poles.stages.1.bottom_ft": bottom, "support.splice": splice}
    with pytest.raises(InvalidInput) as refused:
        pole.checked(changes)
    assert [fault.pointer for fault in refused.value.faults] == [place]


def test_every_splice_that_does_not_stand_so_is_told(pole: Any) -> None:
    stages = [
        {"section": "PIPE12STD", "bottom_ft": 0, "top_ft": 8},
        {"section": "PIPE10STD", "bottom_ft": 7, "top_ft": 16},
        {"section": "PIPE8STD", "bottom_ft": 15, "top_ft": 24},
    ]
    with pytest.raises(InvalidInput, match="1 more") as refused:
        pole.checked({"sign.poles": {"stages": stages}, "support.splice": {"type": "butt"}})
    assert len(refused.value.faults) == 2


SPEEDS = st.floats(95, 200)


@settings(max_examples=12, deadline=None)
@given(slow=SPEEDS, fast=SPEEDS)
def test_more_wind_asks_for_more(pole: Any, slow: float, fast: float) -> None:
    slow, fast = sorted((slow, fast))
    ratios = [pole.checked({"site.wind_speed_mph": speed})[0].ratio for speed in (slow, fast)]
    assert ratios[0] <= ratios[1]


@settings(max_examples=10, deadline=None)
@given(offset=st.floats(0.5, 8))
def test_which_side_a_cabinet_hangs_on_changes_nothing(pole: Any, offset: float) -> None:
    right, left = (pole.checked({"sign.elements.0.offset_ft": o})[0] for o in (offset, -offset))
    assert right.ratio == pytest.approx(left.ratio, rel=1e-12)
    assert right.reactions[0].torsion_kipft == pytest.approx(left.reactions[0].torsion_kipft)


def test_a_load_from_any_side_of_a_round_pole_is_the_same(pole: Any) -> None:
    """Square on the faces or along the sign: a cabinet as deep as it is wide."""
    cube = {
        "sign.elements.0": {
            "width_ft": 6, "height_ft": 6, "bottom_ft": 18, "thickness_ft": 6, "weight_psf": 8,
        },
    }  # fmt: skip
    result, trace = pole.checked(cube)
    found = pole.wind(cube)
    assert len({round(case.moment_kipft, 9) for case in found.cases}) == 1
    assert result.reactions[0].moment_kipft == pytest.approx(
        result.second_order * found.base.moment_kipft
    )
    assert "side" not in pole.by_id(trace, "steel.interaction").description


def test_numbers_know_where_they_come_from(pole: Any) -> None:
    _, trace = pole.checked({**pole.STAGES, "support.splice": SLEEVE, "support.opening": HOLE})
    mine = [
        step for step in trace.steps if step.subject.startswith(("Stage 2", "opening", "grade"))
    ]
    assert mine
    for step in mine:
        for name, term in step.terms.items():
            assert isinstance(term, Known), f"{step.card.name}: {name}"


def test_a_wall_without_a_sign_on_it_is_refused(pole: Any) -> None:
    with pytest.raises(InvalidInput):
        pole.checked({"sign": pole.GONE})
