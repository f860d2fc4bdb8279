"""From a text such as ``10'-6"`` to a number in the unit of its field, exact to the last bit.

A text is an exact rational number and so is the size of a unit: the double is the nearest to their
quotient.
"""

import re
from fractions import Fraction

from apex_cli.units.table import EXAMPLES, NAMES, Unit, alike, named

LONGEST = 64
"""No quantity has as many letters; it bounds the numbers that a hostile text can ask for."""

_SPELLED = str.maketrans({
    "′": "'", "’": "'", "‘": "'", "″": '"', "”": '"', "“": '"', "−": "-", "–": "-", "‑": "-",
    "·": "-", "⋅": "-", "²": "2", "³": "3", "°": "deg",
    "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ",
})  # fmt: skip
"""Typeset signs, and the plain ones that mean the same."""

_PLAIN = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?"
_FRACTION = r"(?:(?P<whole>[0-9]+)[ -])?(?P<over>[0-9]+)/(?P<under>[0-9]+)"
_NUMBER = rf"(?:{_FRACTION}|(?P<plain>{_PLAIN}))"
_ONE = re.compile(rf"(?P<sign>[+-]?) ?{_NUMBER} ?(?P<unit>[A-Za-z'\"].*)?")
_INCH = rf"(?:{_FRACTION}|(?P<plain>[0-9]{{1,2}}(?:\.[0-9]*)?|\.[0-9]+))"
_TWO = re.compile(
    rf"(?P<sign>[+-]?) ?(?P<feet>[0-9]+) ?(?:'|ft|foot|feet) ?-? ?{_INCH} ?(?:\"|in|inch|inches)",
    re.IGNORECASE,
)
"""Feet and inches; what else there is has one unit. No more than two digits of inches: 1'000 is
how some write a thousand."""
_INCHES = 12


class NoQuantity(Exception):
    """A text is no quantity that a field may have.

    Args:
        detail: What is wrong, with the field's unit.
        hint: How to write it.
    """

    def __init__(self, detail: str, hint: str) -> None:
        self.detail, self.hint = detail, hint
        super().__init__(detail)


def quantity(text: str, unit: str) -> float:
    r"""The quantity in this text as a number in a unit.

    Args:
        text: A number and a unit, or feet and inches.
        unit: The symbol of the field's unit.

    Raises:
        NoQuantity: It is none, or of another dimension.

    >>> quantity("10'-6\"", "ft"), quantity("6 1/2 in", "in"), quantity("51 m/s", "mph")
    (10.5, 6.5, 114.08375089477451)
    """
    return float(exactly(text, unit))


def exactly(text: str, unit: str) -> Fraction:
    """As `quantity`, before it becomes the nearest double."""
    wanted = named(unit)
    if len(text) > LONGEST:
        raise _refusal(f"is longer than {LONGEST} letters", wanted)
    plain = re.sub(" +", " ", text.translate(_SPELLED).replace("''", '"')).strip(" ")
    if "," in plain:
        raise _refusal(
            "has a comma: a point is for decimals, and nothing stands between thousands", wanted
        )
    if found := _TWO.fullmatch(plain):
        inches = _number(found, wanted)
        if inches >= _INCHES:
            raise _refusal("has a foot or more in inches beside its feet", wanted)
        size, given = int(found["feet"]) * _INCHES + inches, named("in")
    elif plain.isascii() and (found := _ONE.fullmatch(plain)):
        size, given = _number(found, wanted), _unit(found["unit"], plain, wanted)
    else:
        raise _refusal("is not a number with a unit", wanted)
    if given.dimension != wanted.dimension:
        raise _refusal(f"measures {given.dimension}, not {wanted.dimension}", wanted)
    return (-size if found["sign"] == "-" else size) * given.size / wanted.size


def _number(found: re.Match[str], wanted: Unit) -> Fraction:
    if plain := found["plain"]:
        return Fraction(plain)
    under = int(found["under"])
    if under == 0:
        raise _refusal("is divided by 0", wanted)
    whole, part = int(found["whole"] or 0), Fraction(int(found["over"]), under)
    if found["whole"] and part >= 1:
        raise _refusal("has a fraction of 1 or more beside its whole number", wanted)
    return whole + part


def _unit(name: str | None, plain: str, wanted: Unit) -> Unit:
    if name is None:
        hint = f'"{plain} {wanted.symbol}", or the number without quotes'
        raise _refusal("has no unit", wanted, hint)
    key = name.lower()
    given = NAMES.get(key) or NAMES.get(key.replace(" ", "-"))
    if given is None:
        known = f"{wanted.dimension} may be in {', '.join(alike(wanted.dimension))}"
        raise _refusal(f"has the unit {name!r}, which is not known", wanted, known)
    return given


def _refusal(detail: str, wanted: Unit, hint: str = "") -> NoQuantity:
    *some, last = EXAMPLES[wanted.dimension]
    example = f"for example {' or '.join(filter(None, (', '.join(some), last)))}"
    return NoQuantity(f"{detail}; the field's unit is {wanted.symbol}", hint or example)
