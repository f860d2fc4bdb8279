"""Lengths as they are read on a site: feet, inches and sixteenths."""

from math import gcd

SIXTEENTHS = 16


def feet_inches(feet: float) -> str:
    """A length in feet and inches, to the nearest sixteenth of an inch.

    >>> print(feet_inches(10.5), feet_inches(7), feet_inches(1.396), feet_inches(-0.25))
    10'-6" 7'-0" 1'-4 3/4" -0'-3"
    """
    count = round(abs(feet) * 12 * SIXTEENTHS)
    whole, rest = divmod(count, 12 * SIXTEENTHS)
    sign = "-" if feet < 0 and count else ""
    return f"{sign}{whole}'-{_inches(rest)}\""


def inches(value: float) -> str:
    """A length in inches, to the nearest sixteenth.

    >>> print(inches(10.75), inches(0.375), inches(12))
    10 3/4" 3/8" 12"
    """
    shown = _inches(round(value * SIXTEENTHS))
    return f'{shown.removeprefix("0 ")}"'


def _inches(count: int) -> str:
    whole, part = divmod(count, SIXTEENTHS)
    if not part:
        return str(whole)
    common = gcd(part, SIXTEENTHS)
    return f"{whole} {part // common}/{SIXTEENTHS // common}"
