"""Where numbers meet exactly, and binary fractions would miss it: limits, and which governs."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

SAME = 1e-9
"""Within this part of itself a ratio is the limit that it was written to meet."""


def snapped(ratio: float) -> float:
    """The ratio, or the whole number that it was written to be.

    >>> 22.8 / 2.28, snapped(22.8 / 2.28), snapped(2.5)
    (10.000000000000002, 10.0, 2.5)
    """
    whole = 1.0 * round(ratio)
    return whole if abs(ratio - whole) <= SAME * whole else ratio


def beyond(value: float, limit: float) -> bool:
    """Whether a number is more than another by more than dust.

    >>> beyond(0.1 + 0.2, 0.3), beyond(0.31, 0.3)
    (False, True)
    """
    return value > limit + SAME * abs(limit)


def most(items: Iterable[T], *criteria: Callable[[T], float]) -> T:
    """What has the most by the first criterion; among equals by the next, then the first of them.

    Args:
        items: One at least.
        criteria: What counts; within `SAME` of the most it is the most.

    >>> most([(1, 5), (1 + 1e-12, 4)], lambda it: it[0], lambda it: it[1])
    (1, 5)
    """
    found = list(items)
    for criterion in criteria:
        if len(found) == 1:
            break
        counts = list(map(criterion, found))
        top = max(counts)  # what it is not beyond, as `beyond` has it
        pairs = zip(found, counts, strict=True)
        found = [it for it, count in pairs if top <= count + SAME * abs(count)]
    return found[0]
