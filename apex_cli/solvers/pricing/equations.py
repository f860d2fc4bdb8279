"""Equations of a price, made for the row that they price: its code, its unit, its rounding."""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Annotated, Literal

from apex_cli.equations import equation, family
from apex_cli.packs.pricing_terms import NOISE
from apex_cli.quantities import Dollars, Percent, Ratio, Unit
from apex_cli.solvers.pricing.money import Cents, exact, in_cents, in_cents_text

Basis = Literal["markup", "margin"]
Function = Callable[..., float]


@family
def whole_line(code: str, unit: str) -> Function:
    """Price of a line sold by the piece: unit price x quantity.

    >>> whole_line("calc_packet", "each")(unit_amount=35.0, quantity=3.0)
    105.0
    """

    @equation(code, "unit_amount * quantity", clause="")
    def line(
        *,
        unit_amount: Annotated[float, Unit(f"USD/{unit}")],
        quantity: Annotated[float, Unit(unit)],
    ) -> Dollars:
        return float(exact(unit_amount) * exact(quantity))

    return line


@family
def measured_line(code: str, unit: str, cents: Cents) -> Function:
    """Price of a line sold by measure: unit price x quantity, in cents.

    >>> measured_line("concrete", "yd3", "half_up")(unit_amount=185.0, quantity=2.618)
    484.33
    """

    @equation(code, in_cents_text("100 * unit_amount * quantity", cents), clause="")
    def line(
        *,
        unit_amount: Annotated[float, Unit(f"USD/{unit}")],
        quantity: Annotated[float, Unit(unit)],
    ) -> Dollars:
        return in_cents(exact(unit_amount) * exact(quantity), cents)

    return line


@family
def indexed(code: str, unit: str, cents: Cents) -> Function:
    """Unit price in a region: the book's price x index, in cents.

    >>> indexed("concrete", "yd3", "half_up")(unit_amount=185.0, index=1.037)
    191.85
    """
    price_unit = Unit(f"USD/{unit}")

    @equation(f"{code}_price", in_cents_text("100 * unit_amount * index", cents), clause="")
    def price(
        *, unit_amount: Annotated[float, price_unit], index: Ratio
    ) -> Annotated[float, price_unit]:
        return in_cents(exact(unit_amount) * exact(index), cents)

    return price


@family
def total(symbol: str, names: tuple[str, ...]) -> Function:
    """Sum of lines.

    >>> total("subtotal", ("engineering", "calc_packet"))(engineering=200.0, calc_packet=35.0)
    235.0
    """
    terms = dict.fromkeys(names, "USD")

    @equation(symbol, " + ".join(names), clause="sum of the lines", terms=terms)
    def total(**lines: float) -> Dollars:
        return float(sum(map(exact, lines.values()), Decimal(0)))

    return total


@family
def at_cost(code: str, cents: Cents) -> Function:
    """What is passed through at cost, in cents.

    >>> at_cost("permit_fee", "half_up")(cost=150.0)
    150.0
    """

    @equation(code, in_cents_text("100 * cost", cents), clause="")
    def line(*, cost: Dollars) -> Dollars:
        return in_cents(exact(cost), cents)

    return line


@family
def share(code: str, basis: Basis, cents: Cents) -> Function:
    """A percentage of other lines, or a margin on the price that results.

    >>> share("overhead", "markup", "half_up")(base=1000.0, rate=20.0)
    200.0
    >>> share("profit", "margin", "half_up")(base=1000.0, rate=20.0)
    250.0
    """
    margin = basis == "margin"
    amount = "100 * base * rate / (100 - rate)" if margin else "base * rate"

    @equation(code, in_cents_text(amount, cents), clause="")
    def line(*, base: Dollars, rate: Percent) -> Dollars:
        rest = 100 - exact(rate) if margin else Decimal(100)
        return in_cents(exact(base) * exact(rate) / rest, cents)

    return line


@family
def shortfall(code: str) -> Function:
    """What is missing to a minimum charge.

    >>> shortfall("minimum")(base=180.0, minimum=250.0)
    70.0
    """

    @equation(code, "max(0, minimum - base)", clause="")
    def line(*, base: Dollars, minimum: Dollars) -> Dollars:
        return float(max(Decimal(0), exact(minimum) - exact(base)))

    return line


@family
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

    @equation(code, f"{whole} * to - base", clause="")
    def line(*, base: Dollars, to: Dollars) -> Dollars:
        step = exact(to)
        return float((exact(base) / step).quantize(Decimal(1), rule) * step - exact(base))

    return line


@family
def taken_off(code: str, cents: Cents) -> Function:
    """A percentage that is taken off, never more than the lines come to.

    >>> taken_off("repeat", "half_up")(base=1000.0, rate=5.0, most=1200.0)
    -50.0
    """
    text = in_cents_text("max(0, base) * rate", cents)

    @equation(code, f"-min({text}, max(0, most))", clause="")
    def line(*, base: Dollars, rate: Percent, most: Dollars) -> Dollars:
        off = in_cents(max(Decimal(0), exact(base)) * exact(rate) / 100, cents)
        return float(0 - min(exact(off), max(Decimal(0), exact(most))))

    return line


@family
def credit(code: str) -> Function:
    """An amount that is taken off, never more than the lines come to.

    >>> credit("old_cabinet")(amount=500.0, most=320.0)
    -320.0
    """

    @equation(code, "-min(amount, max(0, most))", clause="")
    def line(*, amount: Dollars, most: Dollars) -> Dollars:
        return float(0 - min(exact(amount), max(Decimal(0), exact(most))))

    return line


@family
def crew_rate(symbol: str, members: tuple[tuple[str, int], ...]) -> Function:
    """What an hour of a crew costs: the rate of each trade x how many of it.

    >>> crew_rate("setting_rate", (("rigger", 2), ("driver", 1)))(rigger=48.5, driver=40.0)
    137.0
    """
    terms = {trade: "USD/h" for trade, _ in members}
    text = " + ".join(f"{count} * {trade}" for trade, count in members)

    @equation(symbol, text, clause="", terms=terms)
    def rate(**rates: float) -> Annotated[float, Unit("USD/h")]:
        return float(sum((count * exact(rates[trade]) for trade, count in members), Decimal(0)))

    return rate


@family
def deposit(cents: Cents) -> Function:
    """What is due with the order, as a percentage of the total.

    >>> deposit("half_up")(total=999.99, rate=50.0)
    500.0
    """

    @equation("deposit", in_cents_text("total * rate", cents), clause="")
    def due(*, total: Dollars, rate: Percent) -> Dollars:
        return in_cents(exact(total) * exact(rate) / 100, cents)

    return due


@family
def deposit_at_most() -> Function:
    """What is due with the order, as an amount, never more than the total.

    >>> deposit_at_most()(total=300.0, amount=500.0)
    300.0
    """

    @equation("deposit", "min(amount, total)", clause="")
    def due(*, total: Dollars, amount: Dollars) -> Dollars:
        return min(amount, total)

    return due
