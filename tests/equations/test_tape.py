"""A tape writes down what is done with its numbers, or stops: nothing is done unseen."""

import operator
from collections.abc import Callable
from functools import partial
from math import hypot, inf, sqrt
from typing import Any

import pytest

from apex_cli.equations import Bare, tape
from apex_cli.equations.player import player
from apex_cli.equations.tape import Number, Tape, Untaped


def taped(solve: Callable[..., Any], *values: float) -> Callable[..., Any]:
    """What does again what a function of a trace and numbers does with these."""
    one = Tape()
    result = solve(one, *(one.given(place, value) for place, value in enumerate(values)))
    assert not one.written.broken
    return player(one, len(one.written.lines), len(values), result)


@pytest.mark.parametrize(
    "solve",
    [
        lambda _, x, y: [x + y, x - y, x * y, x / y, x**y, -x, abs(-x), round(x)],
        lambda _, x, y: [2 + x, 2 - x, 2 * x, 2 / x, 2**x, x + 2, x - 0.1, y * 3, y / 7, y**0.5],
        lambda _, x, y: [sum([x, y]), max(x, y, 0.1), min([x, y]), sorted([y, x]), x + inf],
        lambda trace, x, y: [trace(hypot, x, y), trace(sqrt, y), trace(sqrt, 2.0)],
        lambda trace, x, y: trace.aside()(lambda *, p, q: p / q, p=x, q=y),
        lambda trace, x, y: trace(lambda many, by: [one * by for one in many], [x, 2.0], y),
        lambda trace, x, y: trace(partial(operator.add, x), y),
    ],
)
def test_what_is_done_is_done_again(solve: Any) -> None:
    again = taped(solve, 2.5, 1.7)
    for x, y in ((2.5, 1.7), (3.6, 1.1), (9.0, 0.3)):
        assert repr(again(x, y)) == repr(solve(Bare(), x, y))


@pytest.mark.parametrize(
    "holds",
    [
        lambda x, y: x < y, lambda x, y: x <= y, lambda x, y: x > y, lambda x, y: x >= y,
        lambda x, y: x == y, lambda x, y: x != y, lambda x, y: x - y, lambda x, y: x - y < 1.0,
        lambda x, y: x in (y, 9.0), lambda x, y: not x - y,
    ],
)  # fmt: skip
def test_a_condition_that_comes_out_otherwise_has_no_answer(holds: Any) -> None:
    def solve(_: Any, x: Any, y: Any) -> str:
        return "yes" if holds(x, y) else "no"

    pairs = [(1.0, 2.0), (2.0, 1.0), (2.0, 2.0)]
    for first in pairs:
        again = taped(solve, *first)
        for pair in pairs:
            same = solve(None, *pair) == solve(None, *first)
            assert again(*pair) == (solve(None, *pair) if same else None)


def test_whether_a_check_passes_is_no_condition_unless_it_is_asked() -> None:
    def held(trace: Any, x: Any) -> Any:
        trace.hold("a", "A.", demand=x, capacity=2.0, unit="ft", clause="")
        trace.hold("b", "B.", demand=1.0, capacity=2.0, unit="lbf", clause="")
        return trace.checks

    again = taped(held, 1.0)
    for x in (1.0, 2.0, 2.000001, 2.1):
        trace = Bare()
        assert again(x) == held(trace, x)
    asked = taped(lambda trace, x: held(trace, x)[0].passed and "passes", 1.0)
    assert (asked(1.5), asked(3.0)) == ("passes", None)


@pytest.mark.parametrize(
    "solve",
    [
        sqrt, float, int, range, lambda x: {x: 1}, lambda x: {x}, lambda x: [1, 2][x],
        lambda x: "a" * x, lambda x: x.real, lambda x: x.origin, lambda x: x + Tape().given(0, 1.0),
        lambda x: x**-400.0,
    ],
)  # fmt: skip
def test_what_cannot_be_written_down_stops_the_tape(solve: Any) -> None:
    one = Tape()
    with pytest.raises((Untaped, TypeError, ArithmeticError)):
        solve(one.given(0, 1e-5))
    assert one.written.broken


def test_whoever_goes_on_after_a_failure_is_found_out() -> None:
    def careless(number: Any, fails: Callable[[Any], Any]) -> float:
        try:
            return float(fails(number))
        except (ArithmeticError, Untaped):
            return 0.0

    for fails in (lambda x: 1 / x, lambda x: Tape(x.written)(operator.truediv, 1.0, x), sqrt):
        one = Tape()
        assert careless(one.given(0, 0.0), fails) == 0.0
        assert one.written.broken


def test_a_step_and_a_condition_are_written_once() -> None:
    one = Tape()
    x = one.given(0, 4.0)
    assert all((x * 2).name == "v0" and x > 2 for _ in range(3))
    assert len(one.written.lines) == 2


def test_a_tape_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tape, "LONGEST", 3)
    one = Tape()
    x = one.given(0, 4.0)
    steps = [x + count for count in range(3)]
    with pytest.raises(Untaped):
        sum(steps)
    assert one.written.broken


def test_a_number_in_a_text_is_no_number() -> None:
    x = Tape().given(0, 4.0)
    assert {str(x), repr(x), f"{x:.2f}", f"{x}"} == {tape.IN_TEXT}
    assert isinstance(x, Number)
