"""Where a ratio meets a limit exactly, and binary fractions would miss it."""

SAME = 1e-9
"""Within this part of itself a ratio is the limit that it was written to meet."""


def snapped(ratio: float) -> float:
    """The ratio, or the whole number that it was written to be.

    >>> 22.8 / 2.28, snapped(22.8 / 2.28), snapped(2.5)
    (10.000000000000002, 10.0, 2.5)
    """
    whole = float(round(ratio))
    return whole if abs(ratio - whole) <= SAME * whole else ratio
