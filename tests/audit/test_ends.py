"""Where a number passes: every interval, every end to a part in a million, on made-up checks."""

from math import pi, sin

import pytest

from apex_cli.audit.ends import PRECISION, intervals, nearest
from apex_cli.audit.movable import Movable
from apex_cli.audit.neighbours import NO_ANSWER, At, State


def number(value: float, least: float, greatest: float, *, whole: bool = False) -> Movable:
    return Movable(("x",), value, least, greatest, whole)


def where(excess: object) -> At:
    """States by how much is asked too much."""

    def at(value: float) -> State:
        found = excess(value)  # type: ignore[operator] # - a function of a number
        return NO_ANSWER if found is None else State(found <= 0, found)

    return at


@pytest.mark.parametrize("end", [1.0000007, 1.5, 17.3, 114.99999, 150, 299.9])
@pytest.mark.parametrize("power", [0.5, 2, 7])
def test_an_end_is_closed_in_upon(end: float, power: float) -> None:
    at = where(lambda v: (v / end) ** power - 1)
    (found,) = intervals(number(115, 1, 300), at)
    assert (found.least, found.below) == (None, None)
    assert found.greatest is not None
    assert found.above is not None
    assert found.greatest <= end < found.above
    assert found.above - found.greatest <= 1e-6 * end
    assert at(found.greatest).passes


@pytest.mark.parametrize("value", [0.3, 10.0, 700.0])
def test_a_step_is_found_where_it_is(value: float) -> None:
    (found,) = intervals(number(value, 0.01, 2000), where(lambda v: -0.5 if v <= 12 else 0.5))
    assert found.greatest == 12
    (found,) = intervals(number(value, 0.01, 2000), where(lambda v: -0.5 if v < 12 else None))
    assert found.greatest == pytest.approx(12, rel=1e-6)
    assert found.above == 12
    assert nearest([found], value) is found


def test_few_values_are_asked_of_a_check_that_goes_straight() -> None:
    asked: list[float] = []

    def excess(value: float) -> float:
        asked.append(value)
        return value / 130 - 1

    intervals(number(115, 1, 300), where(excess))
    assert len(set(asked)) < 60


def test_a_pocket_between_two_looks_is_found() -> None:
    """A dip of what fails and a peak of what passes, each narrower than the steps there."""
    one = number(1.0, 0.01, 1000)
    dip = where(lambda v: min(abs(v - 200) / 100, 0.5) - 0.02)
    assert [(round(it.least or 0), round(it.greatest or 0)) for it in intervals(one, dip)] == [
        (198, 202)
    ]
    peak = where(lambda v: 0.02 - min(abs(v - 200) / 100, 0.5))
    assert [(it.least and round(it.least), it.greatest and round(it.greatest))
            for it in intervals(one, peak)] == [(None, 198), (202, None)]  # fmt: skip


def test_a_leap_at_a_row_of_a_table_is_found() -> None:
    """As a solidity of 0.1, from which on another row holds, far from what it is."""
    leap = where(lambda v: v / 0.093 - 1 if v < 0.1 else v / 0.1015 - 1)
    assert len(intervals(number(1.0, 0.001, 1), leap)) == 2


def test_several_intervals_on_both_sides_of_zero() -> None:
    first, second = intervals(number(0.0, -500, 500), where(lambda v: sin(v / 100)))
    assert first.least == pytest.approx(-100 * pi, rel=1e-6)
    assert first.greatest == 0
    assert second.least == pytest.approx(100 * pi, rel=1e-6)
    assert second.greatest is None


def test_whole_numbers_end_at_whole_numbers() -> None:
    at = where(lambda v: 7 - v if v < 90 else v - 100)
    (few,) = intervals(number(10, 3, 20, whole=True), at)
    assert (few.least, few.below, few.greatest) == (7, 6, None)
    (many,) = intervals(number(10, 3, 200, whole=True), at)
    assert (many.least, many.below, many.greatest, many.above) == (7, 6, 100, 101)
    assert all(type(it) is int for it in many)


def test_nothing_passes_or_everything() -> None:
    one = number(5.0, 0, 10)
    assert intervals(one, where(lambda _: 0.5)) == []
    assert nearest([], 5) is None
    (whole,) = intervals(one, where(lambda _: -0.5))
    assert whole == (None, None, None, None)


def test_the_nearest_of_several() -> None:
    found = intervals(number(50.0, 1, 100), where(lambda v: 1 if 20 < v < 60 else -1))
    here = nearest(found, 50)
    assert here is not None
    assert here.least == pytest.approx(60, rel=PRECISION)
    assert here.greatest is None
