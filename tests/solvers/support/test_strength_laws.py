"""What holds for the strengths of every tube."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from apex_cli.equations import Bare, Trace
from apex_cli.solvers.support.strength import Strengths
from apex_cli.solvers.support.tube import Tube, slenderness_of

STEP = 0.0045
"""What a strength may fall by at a limit: the lines of F8, G2, H3 and E3 do not all meet there, see
test_strength."""
NAMES = ("flexure_x", "flexure_y", "shear_x", "shear_y", "compression", "torsion")

sides = st.floats(3.0, 24.0)
ratios = st.floats(12.0, 120.0)
yields = st.floats(30.0, 70.0)
lengths = st.floats(5.0, 80.0)
growths = st.floats(1.0, 1.5)
editions = st.sampled_from(("16", "22"))
Make = Callable[[Any, float], Tube]


@st.composite
def shapes(draw: st.DrawFn) -> Make:
    """How to make a round or rectangular tube with a wall of one in so many of its smaller side."""
    B = draw(sides)
    if draw(st.booleans()):
        return lambda bench, ratio: bench.round(B, B / ratio)
    H = B * draw(st.floats(1.0, 3.0))
    return lambda bench, ratio: bench.flat(B, H, B / ratio)


def answered(bench: Any, tube: Tube, F_y: float, edition: str = "16") -> bool:
    """Whether the standard gives this tube its strengths."""
    value, limit = slenderness_of(tube, bench.steel(F_y), bench.packs[edition], Bare())
    return value <= limit


def every(found: Strengths) -> dict[str, float]:
    return {name: getattr(found, name) for name in NAMES}


@settings(max_examples=150, deadline=None)
@given(make=shapes(), ratio=ratios, F_y=yields, length=lengths, more=growths, edition=editions)
def test_a_thicker_wall_never_carries_less(
    *, bench: Any, make: Make, ratio: float, F_y: float, length: float, more: float, edition: str
) -> None:
    thin, thick = make(bench, ratio), make(bench, max(ratio / more, 10.0))
    assume(answered(bench, thin, F_y))
    less = every(bench.strong(thin, F_y, length=length, edition=edition))
    most = every(bench.strong(thick, F_y, length=length, edition=edition))
    for name, value in less.items():
        assert most[name] >= value * (1 - STEP), name


@settings(max_examples=150, deadline=None)
@given(make=shapes(), ratio=ratios, F_y=yields, length=lengths, more=growths, edition=editions)
def test_stronger_steel_never_carries_less(
    *, bench: Any, make: Make, ratio: float, F_y: float, length: float, more: float, edition: str
) -> None:
    """But for slender walls of a slender pole: E7-7 takes area off by F_y, where E3 gave none."""
    tube = make(bench, ratio)
    assume(answered(bench, tube, F_y * more))
    soft = bench.strong(tube, F_y, length=length, edition=edition)
    hard = bench.strong(tube, F_y * more, length=length, edition=edition)
    for name, value in every(soft).items():
        if name != "compression" or "slender walls" not in hard.states.compression:
            assert every(hard)[name] >= value * (1 - STEP), name


@settings(max_examples=100, deadline=None)
@given(make=shapes(), ratio=ratios, F_y=yields, length=lengths, more=growths)
def test_a_longer_pole_never_carries_more(
    *, bench: Any, make: Make, ratio: float, F_y: float, length: float, more: float
) -> None:
    tube = make(bench, ratio)
    assume(answered(bench, tube, F_y))
    short = every(bench.strong(tube, F_y, length=length))
    for name, value in every(bench.strong(tube, F_y, length=length * more)).items():
        assert value <= short[name] * (1 + STEP), name


@settings(max_examples=100, deadline=None)
@given(make=shapes(), ratio=ratios, F_y=yields, length=lengths, edition=editions)
def test_lrfd_over_asd_is_phi_times_omega(
    *, bench: Any, make: Make, ratio: float, F_y: float, length: float, edition: str
) -> None:
    tube = make(bench, ratio)
    assume(answered(bench, tube, F_y))
    lrfd = bench.strong(tube, F_y, length=length, edition=edition)
    asd = bench.strong(tube, F_y, length=length, edition=edition, method="asd")
    assert lrfd.states == asd.states
    for name, value in every(lrfd).items():
        assert value / every(asd)[name] == pytest.approx(0.9 * 1.67)


@settings(max_examples=100, deadline=None)
@given(make=shapes(), ratio=ratios, F_y=yields, length=lengths, edition=editions)
def test_bare_and_traced_are_equal(
    *, bench: Any, make: Make, ratio: float, F_y: float, length: float, edition: str
) -> None:
    tube = make(bench, ratio)
    assume(answered(bench, tube, F_y))
    bare = bench.strong(tube, F_y, length=length, edition=edition)
    assert bench.strong(tube, F_y, length=length, edition=edition, trace=Trace()) == bare
    for value in every(bare).values():
        assert value > 0


@settings(max_examples=100, deadline=None)
@given(B=sides, ratio=ratios, F_y=yields, length=lengths)
def test_a_square_is_the_same_about_both_axes(
    bench: Any, B: float, ratio: float, F_y: float, length: float
) -> None:
    tube = bench.flat(B, B, B / ratio)
    assume(answered(bench, tube, F_y))
    square = bench.strong(tube, F_y, length=length)
    assert square.flexure_x == square.flexure_y
    assert square.shear_x == square.shear_y
    assert "lateral" not in square.states.flexure_x


@settings(max_examples=100, deadline=None)
@given(B=sides, more=st.floats(1.0, 3.0), ratio=ratios, F_y=yields, length=lengths)
def test_a_tube_on_its_side_is_the_same_tube(
    *, bench: Any, B: float, more: float, ratio: float, F_y: float, length: float
) -> None:
    up, laid = bench.flat(B, B * more, B / ratio), bench.flat(B * more, B, B / ratio)
    assume(answered(bench, up, F_y))
    one, other = (bench.strong(tube, F_y, length=length) for tube in (up, laid))
    assert one.flexure_x == pytest.approx(other.flexure_y)
    assert one.flexure_y == pytest.approx(other.flexure_x)
    assert one.shear_x == pytest.approx(other.shear_y)
    assert one.compression == pytest.approx(other.compression)
    assert one.torsion == pytest.approx(other.torsion)


@settings(max_examples=60, deadline=None)
@given(make=shapes(), ratio=st.floats(12.0, 30.0), F_y=st.floats(30.0, 50.0))
def test_without_length_a_stocky_tube_carries_its_yield(
    bench: Any, make: Make, ratio: float, F_y: float
) -> None:
    tube = make(bench, ratio)
    found = bench.strong(tube, F_y, length=1e-4)
    assume("slender walls" not in found.states.compression)
    assert found.compression == pytest.approx(0.9 * F_y * tube.p.A, rel=1e-6)
