"""Equations of quantities, made for the row that they are charged by: its code, its unit."""

import math
from collections.abc import Callable
from typing import Annotated

from apex_cli.equations import equation, family
from apex_cli.packs.pricing_expression import in_unit
from apex_cli.packs.pricing_quantities import QUANTITIES
from apex_cli.packs.pricing_terms import NOISE, plain_name
from apex_cli.quantities import Unit

Function = Callable[..., float]


@family
def amount(symbol: str, expression: str, unit: str) -> Function:
    """The book's expression, in a unit.

    >>> amount("steel_quantity", "poles.weight_lb", "cwt")(poles_weight_lb=972.0)
    9.72
    """
    made = in_unit(expression, unit)
    names = [(plain_name(name), name) for name in made.names]
    terms = {plain: QUANTITIES[name].unit or unit for plain, name in names}

    @equation(symbol, made.text, clause="", terms=terms)
    def amount(**terms: float) -> Annotated[float, Unit(unit)]:
        return made.evaluate({name: terms[plain] for plain, name in names})

    return amount


@family
def billed(code: str, unit: str, *, minimum: bool, increment: bool) -> Function:
    """Quantity that is charged: rounded up, at least the minimum, for n signs, in thousandths.

    >>> whole = billed("crane", "h", minimum=True, increment=True)
    >>> whole(amount=2.3, minimum=4.0, increment=0.5, n=2.0)
    8.0
    """
    one = "amount"
    if increment:
        one = f"increment * ceil({one} / increment - {NOISE:g})"
    if minimum:
        one = f"max(minimum, {one})"
    text = f"floor(1000 * n * {one} + 0.5 + {NOISE:g}) / 1000"
    there = {"amount": True, "minimum": minimum, "increment": increment}
    terms = {"n": "1"} | {name: unit for name, given in there.items() if given}

    @equation(f"{code}_quantity", text, clause="", terms=terms)
    def quantity(
        *, amount: float, n: float, minimum: float = 0.0, increment: float = 0.0
    ) -> Annotated[float, Unit(unit)]:
        if increment:
            amount = increment * math.ceil(amount / increment - NOISE)
        return math.floor(1000 * n * max(minimum, amount) + 0.5 + NOISE) / 1000

    return quantity


@family
def within(code: str, unit: str, *, closed: bool) -> Function:
    """The part of a quantity that lies within a step, for n signs, in thousandths.

    >>> within("concrete", "yd3", closed=True)(amount=5.5, above=4.0, up_to=10.0, n=1.0)
    1.5
    """
    one = "min(amount, up_to)" if closed else "amount"
    text = f"floor(1000 * n * ({one} - above) + 0.5 + {NOISE:g}) / 1000"
    terms = {"amount": unit, "above": unit, "n": "1"} | ({"up_to": unit} if closed else {})

    @equation(f"{code}_quantity", text, clause="", terms=terms)
    def quantity(
        *, amount: float, above: float, n: float, up_to: float = math.inf
    ) -> Annotated[float, Unit(unit)]:
        return math.floor(1000 * n * (min(amount, up_to) - above) + 0.5 + NOISE) / 1000

    return quantity


@family
def crew_hours(code: str, unit: str, *, setup: bool) -> Function:
    """Hours of a crew: the work x what a unit of it takes, and the set-up.

    >>> crew_hours("setting", "ft2", setup=True)(work=60.0, hours_per=0.05, setup=1.5)
    4.5
    """
    text = "work * hours_per + setup" if setup else "work * hours_per"
    terms = {"work": unit, "hours_per": f"h/{unit}"} | ({"setup": "h"} if setup else {})

    @equation(f"{code}_hours", text, clause="", terms=terms)
    def hours(*, work: float, hours_per: float, setup: float = 0.0) -> Annotated[float, Unit("h")]:
        return work * hours_per + setup

    return hours
