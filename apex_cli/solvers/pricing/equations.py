"""Equations of a price, made for the row that they price: its code, its unit, its expression.

Money is reckoned in `Decimal` and given as the float nearest to whole cents. A printed text adds a
millionth of a cent where it rounds, which outweighs binary noise: a tie goes up, as in `Decimal`.
"""

import math
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any, Literal

from apex_cli.equations import Card
from apex_cli.packs.pricing_expression import in_unit
from apex_cli.packs.pricing_quantities import QUANTITIES
from apex_cli.packs.pricing_terms import NOISE, plain_name

Cents = Literal["half_up", "up"]
Basis = Literal["markup", "margin"]
Function = Callable[..., float]

CENT = Decimal("0.01")
_RULES = {"half_up": (Decimal("0.005"), ROUND_FLOOR), "up": (Decimal(0), ROUND_CEILING)}
_TEXTS = {"half_up": "floor({} + 0.500001) / 100", "up": "ceil({} - 0.000001) / 100"}


def exact(value: float) -> Decimal:
    """The decimal number that a float prints as.

    >>> exact(0.1)
    Decimal('0.1')
    """
    return Decimal(float.__repr__(value))


def money(value: float) -> Decimal:
    """An amount that is in whole cents, as money.

    >>> money(265.0)
    Decimal('265.00')
    """
    return exact(value).quantize(CENT)


def _cents(amount: Decimal, rule: Cents) -> float:
    more, rounding = _RULES[rule]
    return float((amount + more).quantize(CENT, rounding))


def _filed(function: Any, card: Card) -> Function:
    """File a card for a function made here."""
    function.card = card
    made: Function = function
    return made


@lru_cache(maxsize=1024)
def whole_line(code: str, unit: str) -> Function:
    """Price of a line sold by the piece: unit price x quantity.

    >>> whole_line("calc_packet", "each")(unit_amount=35.0, quantity=3.0)
    105.0
    """

    def line(*, unit_amount: float, quantity: float) -> float:
        return float(exact(unit_amount) * exact(quantity))

    units = {"unit_amount": f"USD/{unit}", "quantity": unit}
    return _filed(line, Card("line", code, "unit_amount * quantity", "", "USD", units))


@lru_cache(maxsize=1024)
def measured_line(code: str, unit: str, cents: Cents) -> Function:
    """Price of a line sold by measure: unit price x quantity, in cents.

    >>> measured_line("concrete", "yd3", "half_up")(unit_amount=185.0, quantity=2.618)
    484.33
    """

    def line(*, unit_amount: float, quantity: float) -> float:
        return _cents(exact(unit_amount) * exact(quantity), cents)

    units = {"unit_amount": f"USD/{unit}", "quantity": unit}
    text = _TEXTS[cents].format("100 * unit_amount * quantity")
    return _filed(line, Card("line", code, text, "", "USD", units))


@lru_cache(maxsize=1024)
def indexed(code: str, unit: str, cents: Cents) -> Function:
    """Unit price in a region: the book's price x index, in cents.

    >>> indexed("concrete", "yd3", "half_up")(unit_amount=185.0, index=1.037)
    191.85
    """

    def price(*, unit_amount: float, index: float) -> float:
        return _cents(exact(unit_amount) * exact(index), cents)

    units = {"unit_amount": f"USD/{unit}", "index": "1"}
    text = _TEXTS[cents].format("100 * unit_amount * index")
    return _filed(price, Card("price", f"{code}_price", text, "", f"USD/{unit}", units))


@lru_cache(maxsize=1024)
def amount(symbol: str, expression: str, unit: str) -> Function:
    """The book's expression, in a unit.

    >>> amount("steel_quantity", "poles.weight_lb", "cwt")(poles_weight_lb=972.0)
    9.72
    """
    made = in_unit(expression, unit)
    names = [(plain_name(name), name) for name in made.names]

    def evaluate(**terms: float) -> float:
        return made.evaluate({name: terms[plain] for plain, name in names})

    units = {plain: QUANTITIES[name].unit or unit for plain, name in names}
    return _filed(evaluate, Card("amount", symbol, made.text, "", unit, units))


@lru_cache(maxsize=1024)
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

    def quantity(*, amount: float, n: float, minimum: float = 0.0, increment: float = 0.0) -> float:
        if increment:
            amount = increment * math.ceil(amount / increment - NOISE)
        return math.floor(1000 * n * max(minimum, amount) + 0.5 + NOISE) / 1000

    terms = {"amount": True, "minimum": minimum, "increment": increment}
    units = {"n": "1"} | {name: unit for name, there in terms.items() if there}
    text = f"floor(1000 * n * {one} + 0.5 + {NOISE:g}) / 1000"
    return _filed(quantity, Card("quantity", f"{code}_quantity", text, "", unit, units))


@lru_cache(maxsize=1024)
def within(code: str, unit: str, *, closed: bool) -> Function:
    """The part of a quantity that lies within a step, for n signs, in thousandths.

    >>> within("concrete", "yd3", closed=True)(amount=5.5, above=4.0, up_to=10.0, n=1.0)
    1.5
    """

    def part(*, amount: float, above: float, n: float, up_to: float = math.inf) -> float:
        return math.floor(1000 * n * (min(amount, up_to) - above) + 0.5 + NOISE) / 1000

    one = "min(amount, up_to)" if closed else "amount"
    units = {"amount": unit, "above": unit, "n": "1"} | ({"up_to": unit} if closed else {})
    text = f"floor(1000 * n * ({one} - above) + 0.5 + {NOISE:g}) / 1000"
    return _filed(part, Card("quantity", f"{code}_quantity", text, "", unit, units))


@lru_cache(maxsize=1024)
def total(symbol: str, names: tuple[str, ...]) -> Function:
    """Sum of lines.

    >>> total("subtotal", ("engineering", "calc_packet"))(engineering=200.0, calc_packet=35.0)
    235.0
    """

    def add(**lines: float) -> float:
        return float(sum(map(exact, lines.values()), Decimal(0)))

    units = dict.fromkeys(names, "USD")
    return _filed(add, Card("total", symbol, " + ".join(names), "sum of the lines", "USD", units))


@lru_cache(maxsize=256)
def at_cost(code: str, cents: Cents) -> Function:
    """What is passed through at cost, in cents.

    >>> at_cost("permit_fee", "half_up")(cost=150.0)
    150.0
    """

    def line(*, cost: float) -> float:
        return _cents(exact(cost), cents)

    return _filed(
        line, Card("line", code, _TEXTS[cents].format("100 * cost"), "", "USD", {"cost": "USD"})
    )


@lru_cache(maxsize=1024)
def share(code: str, basis: Basis, cents: Cents) -> Function:
    """A percentage of other lines, or a margin on the price that results.

    >>> share("overhead", "markup", "half_up")(base=1000.0, rate=20.0)
    200.0
    >>> share("profit", "margin", "half_up")(base=1000.0, rate=20.0)
    250.0
    """
    margin = basis == "margin"

    def line(*, base: float, rate: float) -> float:
        rest = 100 - exact(rate) if margin else Decimal(100)
        return _cents(exact(base) * exact(rate) / rest, cents)

    text = _TEXTS[cents].format("100 * base * rate / (100 - rate)" if margin else "base * rate")
    return _filed(line, Card("line", code, text, "", "USD", {"base": "USD", "rate": "%"}))


@lru_cache(maxsize=256)
def shortfall(code: str) -> Function:
    """What is missing to a minimum charge.

    >>> shortfall("minimum")(base=180.0, minimum=250.0)
    70.0
    """

    def line(*, base: float, minimum: float) -> float:
        return float(max(Decimal(0), exact(minimum) - exact(base)))

    units = {"base": "USD", "minimum": "USD"}
    return _filed(line, Card("line", code, "max(0, minimum - base)", "", "USD", units))


@lru_cache(maxsize=256)
def rounding(code: str, mode: Literal["up", "nearest"]) -> Function:
    """What brings a sum to a round amount.

    >>> rounding("rounding", "up")(base=262.5, to=5.0)
    2.5
    >>> rounding("rounding", "nearest")(base=262.4, to=5.0)
    -2.4
    """
    rule = ROUND_CEILING if mode == "up" else ROUND_HALF_UP
    whole = (
        f"ceil(base / to - {NOISE:g})" if mode == "up" else f"floor(base / to + 0.5 + {NOISE:g})"
    )

    def line(*, base: float, to: float) -> float:
        step = exact(to)
        return float((exact(base) / step).quantize(Decimal(1), rule) * step - exact(base))

    return _filed(
        line, Card("line", code, f"{whole} * to - base", "", "USD", {"base": "USD", "to": "USD"})
    )
