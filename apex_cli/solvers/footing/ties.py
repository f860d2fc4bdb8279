"""Which of several governs: by what is greater, never by what rounding leaves of equals."""

from collections.abc import Sequence

DUST = 1e-9
"""What is smaller than this part of what it is compared with is rounding."""


def exceeds(one: float, other: float) -> bool:
    """Whether a number is greater than another, and by more than rounding.

    >>> exceeds(1 + 1e-12, 1.0), exceeds(1.1, 1.0)
    (False, True)
    """
    return one > other + DUST * abs(other)


def governing(keys: Sequence[tuple[float, ...]]) -> int:
    """The place of the greatest key; among equals the next number of the key decides, then order.

    >>> governing([(5.0, 0.0), (5.0 + 1e-12, 0.0), (4.0, 9.0)]), governing([(5.0, 1.0), (5.0, 2.0)])
    (0, 1)
    """
    left = list(range(len(keys)))
    for numbers in zip(*keys, strict=True):
        most = max(numbers[place] for place in left)
        left = [place for place in left if not exceeds(most, numbers[place])]
    return left[0]
