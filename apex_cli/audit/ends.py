"""Where a number passes: the intervals of it, their ends found to a part in a million.

The whole range is looked over in steps that grow with the distance from the value, once more where
the worst check comes near to turning in between, and each turn is then closed in upon.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import ceil, copysign, isfinite, log2
from typing import NamedTuple

from apex_cli.audit.movable import Movable
from apex_cli.audit.neighbours import At

PRECISION = 4e-7
"""How near, as a part of it, an end is closed in upon."""
ROUNDING = 2e-7
"""By which part of it an end is then rounded into the interval."""
FIRST, GROWTH = 0.01, 1.5
"""The first step from the value, as a part of it, and by what each further one is larger."""
FURTHEST = 1000.0
"""By this factor a number is made smaller before 0 itself is looked at."""
FEW = 40
"""So many whole numbers are looked at one by one."""
TENTHS = tuple(n / 10 * part for n in range(1, 10) for part in (1 - PRECISION, 1))
"""Just before and where tables have the rows of a share, as of the solidity: a check may leap."""
NEAR = 0.6
"""A worst check this near to its limit, at a peak or in a dip, may turn beside it."""
ROUNDS = 4
"""How often what lies beside a peak or dip is halved."""


class Interval(NamedTuple):
    """Numbers that pass, all that lie between.

    Args:
        least: The first; None where the range of the field ends first.
        greatest: The last, likewise.
        below: A number just below the first that does not pass; None beside None.
        above: One just above the last.
    """

    least: float | None
    greatest: float | None
    below: float | None
    above: float | None

    def holds(self, value: float) -> bool:
        """Whether a number lies within."""
        return (self.least is None or self.least <= value) and (
            self.greatest is None or value <= self.greatest
        )


def intervals(one: Movable, at: At) -> list[Interval]:
    """Where a number passes, from the least of its range to the greatest.

    Args:
        one: The number, with its range.
        at: What tells the state of each value.
    """
    looked = _with_turns(sorted(set(_grid(one))), at, whole=one.whole)
    found: list[Interval] = []
    least = below = None
    if at(looked[0]).passes:
        found.append(Interval(None, None, None, None))
    for low, high in pairwise(looked):
        if at(low).passes and not at(high).passes:
            greatest, above = _end(low, high, at, whole=one.whole)
            found[-1] = found[-1]._replace(greatest=greatest, above=above)
        elif at(high).passes and not at(low).passes:
            least, below = _end(high, low, at, whole=one.whole)
            found.append(Interval(least, None, below, None))
    return found


def _grid(one: Movable) -> Iterator[float]:
    """The value, the ends of its range, and numbers between that lie the closer the nearer."""
    least, greatest = one.least, one.greatest
    if one.whole and greatest - least <= FEW:
        yield from range(int(least), int(greatest) + 1)
        return
    numbers = [one.value, least, greatest, *_outward(one.value, least, greatest)]
    if one.unit is None and greatest <= 1:
        numbers += TENTHS
    for number in numbers:
        if least <= number <= greatest:
            yield round(number) if one.whole else float(number)


def _outward(value: float, least: float, greatest: float) -> Iterator[float]:
    size = abs(value) or max(abs(least), abs(greatest)) * FIRST**3
    part = FIRST
    while part * size <= greatest - least:
        yield value + part * size
        if value > 0 and least >= 0:
            if part <= FURTHEST:
                yield value / (1 + part)
        else:
            yield value - part * size
        part *= GROWTH
    if least < 0 < greatest:
        yield 0.0


def _with_turns(numbers: list[float], at: At, *, whole: bool) -> list[float]:
    """The numbers, and those between that are found to be otherwise than both beside them."""
    more = [
        turned
        for before, number, after in zip(numbers, numbers[1:], numbers[2:], strict=False)
        if not whole and (turned := _turn(before, number, after, at)) is not None
    ]
    return sorted([*numbers, *more])


def _turn(before: float, number: float, after: float, at: At) -> float | None:
    """What is otherwise beside a peak of the worst check that passes, a dip of one that fails."""
    here = at(number)
    sign = 1 if here.passes else -1

    def height(value: float) -> float:
        return sign * at(value).excess

    beside = height(before), height(after)
    if not (abs(here.excess) < NEAR and max(beside) < height(number)):
        return None
    if at(before).passes != here.passes or at(after).passes != here.passes:
        return None
    for _ in range(ROUNDS):
        for middle in ((before + number) / 2, (number + after) / 2):
            if at(middle).passes != here.passes:
                return middle
        places = (before, (before + number) / 2, number, (number + after) / 2, after)
        top = max(range(1, 4), key=lambda n: height(places[n]))
        before, number, after = places[top - 1 : top + 2]
    return None


def _end(passing: float, failing: float, at: At, *, whole: bool) -> tuple[float, float]:
    """The last number that passes and the first that does not, between two such."""
    if whole:
        while abs(failing - passing) > 1:
            middle = (passing + failing) // 2
            passing, failing = (middle, failing) if at(middle).passes else (passing, middle)
        return passing, failing
    passing, failing = _closed(passing, failing, at)
    short = shortest((passing + failing) / 2, lambda it: _between(it, passing, failing))
    if short is not None:
        passing, failing = (short, failing) if at(short).passes else (passing, short)
    inward = _rounded(passing, up=failing < passing)
    return (inward if at(inward).passes else passing), failing


def _between(number: float, one: float, other: float) -> bool:
    return min(one, other) <= number <= max(one, other)


def shortest(number: float, fits: Callable[[float], bool]) -> float | None:
    """The number to as few digits as fit.

    >>> shortest(119.9998, lambda it: abs(it - 119.9998) < 0.001)
    120.0
    """
    spelled = (float(f"{number:.{digits}g}") for digits in range(1, 16))
    return next(filter(fits, spelled), None)


def _rounded(number: float, *, up: bool) -> float:
    """The number to fewer digits, if anything a little more, or a little less."""
    most = ROUNDING * abs(number) * (1 if up else -1)
    near = shortest(number + most / 2, lambda it: _between(it, number, number + most))
    return number if near is None else near


def _closed(passing: float, failing: float, at: At) -> tuple[float, float]:
    """Both numbers so near that either is the end: by the ITP method.

    Source: Oliveira and Takahashi, "An Enhancement of the Bisection Method Average Performance
    Preserving Minmax Optimality", ACM Trans. Math. Softw. 47 (2020).
    """
    first = abs(failing - passing)

    def enough() -> float:
        return PRECISION * max(abs(passing), abs(failing), first * 1e-6)

    most = ceil(log2(max(first / enough(), 1))) + 1
    for done in range(200):
        width = failing - passing
        if abs(width) <= enough():
            break
        middle = passing + width / 2
        number = _guess(passing, failing, at, first, enough())
        reach = max(enough() * 2.0 ** (most - done) - abs(width), 0.0) / 2
        if abs(number - middle) > reach:
            number = middle + copysign(reach, number - middle)
        if at(number).passes:
            passing = number
        else:
            failing = number
    return passing, failing


def _guess(passing: float, failing: float, at: At, first: float, enough: float) -> float:
    """Where the worst check would turn if it went straight, moved a little towards the middle."""
    width, room, excess = failing - passing, at(passing).excess, at(failing).excess
    middle = passing + width / 2
    if not (isfinite(excess) and isfinite(room) and excess > room):
        return middle
    straight = passing - room * width / (excess - room)
    straight = min(max(straight, min(passing, failing)), max(passing, failing))
    aside = max(0.2 * width * width / first, enough / 2)
    if abs(middle - straight) <= aside:
        return middle
    return straight + copysign(aside, middle - straight)


def nearest(found: Sequence[Interval], value: float) -> Interval | None:
    """The interval that holds the value, else the one with the nearest end."""
    return min(found, key=lambda one: _distance(one, value), default=None)


def _distance(one: Interval, value: float) -> float:
    if one.holds(value):
        return 0.0
    return min(abs(end - value) for end in (one.least, one.greatest) if end is not None)
