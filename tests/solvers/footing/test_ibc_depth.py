"""Eq. 18-1 and 18-2: a true fixed point, unique, monotone, and right on known numbers."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apex_cli.solvers.footing import equations as eq
from apex_cli.solvers.footing.ibc_depth import constrained, limited
from apex_cli.solvers.footing.ibc_depth import nonconstrained as free_depth
from apex_cli.solvers.footing.roots import positive_root

loads = st.floats(1, 1e6)
heights = st.floats(0.1, 200)
widths = st.floats(0.25, 20)
bearings = st.floats(20, 3000)
limits = st.sampled_from([12.0, 36.0, math.inf])


def nonconstrained(*, P: float, h: float, b: float, S: float, limit_ft: float = math.inf) -> float:
    """The depth as the solver finds it: free, then held at the limit."""
    free = free_depth(P=P, h=h, b=b, S=S)
    return limited(free, P=P, h=h, b=b, S=S, limit_ft=limit_ft)


def right_hand_side(d: float, P: float, h: float, b: float, *rest: float) -> float:
    """Eq. 18-1 as the code prints it."""
    S, limit = rest
    A = 2.34 * P / (S * min(d, limit) / 3 * b)
    return 0.5 * A * (1 + math.sqrt(1 + 4.36 * h / A))


def bisected(P: float, h: float, b: float, S: float, limit: float) -> float:
    """The crossing of d and the right-hand side, found the slow way."""
    low, high = 1e-9, 1.0
    while right_hand_side(high, P, h, b, S, limit) > high:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if right_hand_side(middle, P, h, b, S, limit) > middle:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@pytest.mark.parametrize(
    ("solver", "S", "depth"),
    [
        (nonconstrained, 150, 8.33),
        (nonconstrained, 300, 6.44),
        (constrained, 150, 5.97),
        (constrained, 300, 4.74),
    ],
)
def test_known_depths(solver: object, S: float, depth: float) -> None:
    assert callable(solver)
    assert solver(P=1000, h=15, b=2, S=S, limit_ft=12) == pytest.approx(depth, abs=0.005)


def test_two_readings_of_the_limit() -> None:
    case = {"P": 20_000.0, "h": 40.0, "b": 4.0, "S": 150.0}
    assert nonconstrained(**case, limit_ft=12) == pytest.approx(40.5, abs=0.05)
    assert nonconstrained(**case, limit_ft=36) == pytest.approx(25.3, abs=0.05)


def test_residual_of_a_hundred_thousand() -> None:
    draw = random.Random(18_1)
    worst = 0.0
    for _ in range(100_000):
        P, h = 10 ** draw.uniform(1, 5.3), 10 ** draw.uniform(-0.5, 2)
        b, S = 10 ** draw.uniform(-0.5, 1), 10 ** draw.uniform(1.7, 3.4)
        limit = draw.choice([12.0, 36.0, math.inf])
        d = nonconstrained(P=P, h=h, b=b, S=S, limit_ft=limit)
        worst = max(worst, abs(d - right_hand_side(d, P, h, b, S, limit)))
    assert worst < 1e-9


@given(P=loads, h=heights, b=widths, S=bearings, limit=limits)
def test_the_root_is_the_only_crossing(
    P: float, h: float, b: float, S: float, limit: float
) -> None:
    found = nonconstrained(P=P, h=h, b=b, S=S, limit_ft=limit)
    assert found == pytest.approx(bisected(P, h, b, S, limit), rel=1e-9)
    for part in (0.5, 0.9, 1.1, 2.0):
        d = part * found
        assert (right_hand_side(d, P, h, b, S, limit) > d) == (part < 1)


@given(
    case=st.fixed_dictionaries({"P": loads, "h": heights, "b": widths, "S": bearings}),
    limit=limits,
    more=st.floats(1.001, 3),
)
def test_monotone(case: dict[str, float], limit: float, more: float) -> None:
    for solver in (nonconstrained, constrained):
        d = solver(**case, limit_ft=limit)
        for name, sign in {"P": 1, "h": 1, "b": -1, "S": -1}.items():
            changed = solver(**{**case, name: case[name] * more}, limit_ft=limit)
            assert sign * (changed - d) > 0, name


@given(P=loads, h=heights, b=widths, S=bearings)
def test_restraint_never_asks_for_more_at_the_default_limit(
    P: float, h: float, b: float, S: float
) -> None:
    free = nonconstrained(P=P, h=h, b=b, S=S, limit_ft=12)
    assert constrained(P=P, h=h, b=b, S=S, limit_ft=12) < free


@given(P=loads, h=heights, b=widths, S=bearings, limit=st.floats(4, 40))
def test_a_limit_only_deepens_and_below_it_nothing_changes(
    P: float, h: float, b: float, S: float, limit: float
) -> None:
    free = nonconstrained(P=P, h=h, b=b, S=S)
    held = nonconstrained(P=P, h=h, b=b, S=S, limit_ft=limit)
    assert held == free if free <= limit else held > free


@given(P=loads, h=heights, b=widths, S=bearings, d=st.floats(1, 60))
def test_load_is_the_depth_equation_solved_for_it(
    P: float, h: float, b: float, S: float, d: float
) -> None:
    S_1 = eq.pressure_depth_capped(S=S, d=d, d_max=12, g_max=15)
    P = eq.load_nonconstrained(d=d, S_1=S_1, b=b, h=h)
    assert nonconstrained(P=P, h=h, b=b, S=S, limit_ft=12) == pytest.approx(d, rel=1e-9)
    S_3 = eq.pressure_full_depth(S=S, d=d, d_max=12, g_max=15)
    P = eq.load_constrained(d=d, S_3=S_3, b=b, h=h)
    assert constrained(P=P, h=h, b=b, S=S, limit_ft=12) == pytest.approx(d, rel=1e-9)


@given(p=st.floats(1e-9, 1e9), q=st.floats(0, 1e12))
def test_root_of_the_cubic(p: float, q: float) -> None:
    d = positive_root(p, q)
    assert d >= math.sqrt(p) * (1 - 1e-12)
    assert abs(d**3 - p * d - q) <= 1e-11 * max(d**3, q)


def test_root_beyond_doubles_is_not_sought_forever() -> None:
    assert positive_root(1e308, 1e308) > 1e100
    assert positive_root(math.inf, math.inf) == math.inf
