"""Lengths as they are read on a site: feet, inches and sixteenths."""

from math import gcd

from apex_cli.render.text import number

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
    """A length in inches: in sixteenths, or as a decimal number where these do not tell it.

    >>> print(inches(10.75), inches(0.375), inches(12), inches(0.365))
    10 3/4" 3/8" 12" 0.365"
    """
    if not _told(value):
        return f'{number(value)}"'
    shown = _inches(round(value * SIXTEENTHS))
    return f'{shown.removeprefix("0 ")}"'


def size(value: float) -> str:
    """What is given in inches as it is called out: from a foot on in feet and inches.

    >>> print(size(10.75), size(18), size(36.3))
    10 3/4" 1'-6" 36.3"
    """
    return feet_inches(value / 12) if value >= FOOT and _told(value) else inches(value)


def length(feet: float) -> str:
    """What was calculated in feet: in feet and inches, or as it is where sixteenths do not tell it.

    >>> print(length(6.5), length(9.223))
    6'-6" 9.223 ft
    """
    return feet_inches(feet) if _told(12 * feet) else f"{number(feet)} ft"


FOOT = 12


def _told(value: float) -> bool:
    """Whether sixteenths of an inch tell a length."""
    count = value * SIXTEENTHS
    return abs(count - round(count)) < EXACT


EXACT = 1e-6
"""How near to a sixteenth of an inch, in sixteenths."""


def _inches(count: int) -> str:
    whole, part = divmod(count, SIXTEENTHS)
    if not part:
        return str(whole)
    common = gcd(part, SIXTEENTHS)
    return f"{whole} {part // common}/{SIXTEENTHS // common}"
