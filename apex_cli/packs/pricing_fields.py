"""The fields of a price book's rows: money, codes, expressions, intervals; and how it refuses."""

from itertools import pairwise
from keyword import iskeyword
from typing import Annotated, Any

from msgspec import Meta

from apex_cli.packs.pricing_expression import ExpressionError, in_unit, parse
from apex_cli.packs.pricing_quantities import UNITS
from apex_cli.records.fields import Checked, Place, Refused, field, refuse, whole
from apex_cli.records.model import Model

RESERVED = frozenset({"min", "max", "sqrt", "exp", "log", "ceil", "floor", "pi"}) | {
    "above",
    "subtotal",
    "total",
}


def _cents(amount: float) -> float:
    if round(amount, 2) != amount:
        raise Refused(
            "must be in whole cents; for less than a cent choose a larger unit (cwt, ton)"
        )
    return amount


def _thousandths(amount: float) -> float:
    if round(amount, 3) != amount:
        raise Refused("must have at most 3 decimals")
    return amount


def _expression(text: str) -> str:
    try:
        parse(text)
    except ExpressionError as error:
        raise Refused(str(error)) from error
    return text


def _unit(unit: str) -> str:
    if unit not in UNITS:
        raise Refused(f"unknown unit {unit!r}; the units are {', '.join(UNITS)}")
    return unit


def code_faults(code: str) -> list[str]:
    """What is wrong with a code that is spelled like one."""
    if iskeyword(code) or code in RESERVED or code.rpartition("_")[2].isdigit():
        return [f"{code!r} cannot be a code: reserved, or ends in _ and a number"]
    return []


def _code(code: str) -> str:
    if faults := code_faults(code):
        raise Refused(*faults)
    return code


Key = Annotated[str, Meta(pattern=whole(r"^[a-z][a-z0-9_]*$"), max_length=64)]
Code = Annotated[Key, Checked(_code)]
Usd = Annotated[float, Meta(ge=0, le=1e7), Checked(_cents)]
Thousandths = Annotated[float, Meta(gt=0, le=1e6), Checked(_thousandths)]
Percentage = Annotated[float, Meta(gt=0, le=1000), Checked(_thousandths)]
Share = Annotated[float, Meta(gt=0, le=100), Checked(_thousandths)]
Factor = Annotated[float, Meta(gt=0, le=100), Checked(_thousandths)]
Text = Annotated[str, Meta(max_length=1000), Checked(_expression)]
UnitName = Annotated[str, Checked(_unit)]
Edge = Annotated[float, Meta(ge=0, le=1e9), Checked(_thousandths)]


class Interval(Model):
    """An interval, open below and closed above: `above` is outside, `up_to` inside."""

    above: Edge
    up_to: Edge | None = field(default=None, description="Absent or null: without end.")

    def words(self, unit: str) -> str:
        """The interval in words.

        >>> Interval(above=25.0, up_to=None).words("ft")
        'above 25 ft'
        """
        until = "" if self.up_to is None else f"up to and including {self.up_to:g} {unit}"
        since = f"above {self.above:g} {unit}" if self.above or not until else ""
        return " ".join(filter(None, [since, until]))


class Band(Interval):
    """An interval with its price."""

    amount_usd: Usd


class Break(Interval):
    """An interval with what is taken off within it, 0 for nothing."""

    rate_pct: Annotated[float, Meta(ge=0, le=100), Checked(_thousandths)]


class Pace(Interval):
    """An interval with the hours that a crew takes for each unit of the work."""

    hours: Annotated[float, Meta(ge=0, le=1e4), Checked(_thousandths)]


def _without_gaps(bands: list[Any]) -> list[Any]:
    faults: list[tuple[Place, str]] = []
    if bands[0].above != 0:
        faults.append(((0, "above"), "the first interval must begin above 0"))
    for number, band in enumerate(bands):
        if band.up_to is not None and band.up_to <= band.above:
            faults.append(((number, "up_to"), "must be more than above"))
    for number, (one, other) in enumerate(pairwise(bands), 1):
        if one.up_to is None:
            faults.append(((number - 1, "up_to"), "only the last interval may be without end"))
        elif one.up_to != other.above:
            what = "gap" if one.up_to < other.above else "overlap"
            detail = f"{what}: this begins above {other.above:g}, after one up to {one.up_to:g}"
            faults.append(((number, "above"), detail))
    refuse(faults)
    return bands


Bands = Annotated[list[Band], Meta(min_length=1, max_length=100), Checked(_without_gaps)]
Breaks = Annotated[list[Break], Meta(min_length=1, max_length=100), Checked(_without_gaps)]
Paces = Annotated[list[Pace], Meta(min_length=1, max_length=100), Checked(_without_gaps)]


def unit_faults(field: str, text: str, unit: str) -> list[tuple[Place, str]]:
    """What is wrong with an expression in this unit, at this field."""
    try:
        in_unit(text, unit)
    except ExpressionError as error:
        return [((field,), str(error))]
    return []
