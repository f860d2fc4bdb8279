"""How each kind of row becomes lines."""

from collections.abc import Callable
from typing import Any

from apex_cli.packs.pricing_quantities import OWN
from apex_cli.packs.pricing_rows import (
    AtCost,
    Brackets,
    Discount,
    Flat,
    Labour,
    Measured,
    MinimumCharge,
    Percent,
    PerUnit,
    PricedRow,
    Rounding,
    Row,
    Steps,
    Tax,
    names_of,
)  # fmt: skip
from apex_cli.solvers.pricing import amounts
from apex_cli.solvers.pricing import equations as eq
from apex_cli.solvers.pricing.measured import amount_of, band_at, billed, charged
from apex_cli.solvers.pricing.sheet import Line, Sheet, part_name

MOST_NAMED = 3
"""A discount that is of more lines does not name them."""


def _flat(sheet: Sheet, row: Flat) -> None:
    _whole(sheet, row, sheet.unit_price(row, row.amount_usd, "amount_usd"), row.label)


def _whole(sheet: Sheet, row: PricedRow, price: float, label: str) -> None:
    times = sheet.times(row)
    value = sheet.trace(eq.whole_line(row.code, row.unit), unit_amount=price, quantity=times)
    sheet.add_priced(row, value, quantity=times, price=price, label=label)


def _brackets(sheet: Sheet, row: Brackets) -> None:
    by = amount_of(sheet, row, "by", row.by, row.by_unit)
    at = band_at(row, row.brackets, by, row.by_unit)
    band = row.brackets[at]
    price = sheet.unit_price(row, band.amount_usd, "brackets", at, "amount_usd")
    _whole(sheet, row, price, _within(sheet, row, band.words(row.by_unit)))


def _within(sheet: Sheet, row: PricedRow, words: str) -> str:
    """The label of a line whose price is that of an interval, in these words.

    Of many signs a book that tells its scope also says whose the interval is, so that it does not
    read as that of the quantity beside it: each sign's, or the job's.
    """
    label, signs = f"{row.label}, {words}", int(sheet.signs)
    if sheet.pack.scope is None or signs == 1:
        return label
    if row.per == "sign":
        return f"{label} each × {signs}"
    names = names_of(row)
    if "pricing.quantity" in names or not {*names} - OWN:
        return f"{label}, all {signs} together"
    return f"{label} each, once for all {signs}"


def _per_unit(sheet: Sheet, row: PerUnit) -> None:
    quantity = billed(sheet, row, sheet.times(row))
    price = sheet.unit_price(row, row.amount_usd, "amount_usd")
    _measured(sheet, row, quantity=quantity, price=price, label=row.label)


def _measured(
    sheet: Sheet,
    row: Measured | Labour,
    *,
    quantity: float,
    price: float,
    label: str,
    part: int = 0,
) -> None:
    equation = eq.measured_line(part_name(row, part), row.unit, sheet.pack.cents)
    value = sheet.trace(equation, unit_amount=price, quantity=quantity)
    sheet.add_priced(row, value, quantity=quantity, price=price, label=label, part=part)


def _steps(sheet: Sheet, row: Steps) -> None:
    one = billed(sheet, row, row.at("per", value=1.0))
    last = band_at(row, row.steps, one, row.unit)
    if row.method == "whole":
        equation = amounts.billed(row.code, row.unit, minimum=False, increment=False)
        quantity = sheet.trace(equation, amount=one, n=sheet.times(row))
        _step(sheet, row, last, quantity)
        return
    for at, step in enumerate(row.steps[: last + 1]):
        terms = {"amount": one, "n": sheet.times(row)}
        terms["above"] = row.at("steps", at, "above", value=step.above)
        if step.up_to is not None:
            terms["up_to"] = row.at("steps", at, "up_to", value=step.up_to)
        equation = amounts.within(part_name(row, at + 1), row.unit, closed=step.up_to is not None)
        _step(sheet, row, at, sheet.trace(equation, **terms), at + 1)


def _step(sheet: Sheet, row: Steps, at: int, quantity: float, part: int = 0) -> None:
    step = row.steps[at]
    price = sheet.unit_price(row, step.amount_usd, "steps", at, "amount_usd")
    label = _within(sheet, row, step.words(row.unit))
    _measured(sheet, row, quantity=quantity, price=price, label=label, part=part)


def _labour(sheet: Sheet, row: Labour) -> None:
    """Hours of a crew at the sum of its trades' rates."""
    work = amount_of(sheet, row, "work", row.work, row.work_unit)
    by, by_unit = work, row.work_unit
    if row.by is not None and row.by_unit is not None:
        by, by_unit = amount_of(sheet, row, "by", row.by, row.by_unit), row.by_unit
    at = band_at(row, row.hours, by, by_unit)
    terms = {"work": work, "hours_per": row.at("hours", at, "hours", value=row.hours[at].hours)}
    if row.setup_h is not None:
        terms["setup"] = row.at("setup_h", value=row.setup_h)
    equation = amounts.crew_hours(row.code, row.work_unit, setup="setup" in terms)
    quantity = charged(sheet, row, sheet.trace(equation, **terms))
    members, trades = sheet.pack.crews[row.crew].members, sheet.pack.trades
    rates = {name: trades[name].at("rate_usd", value=trades[name].rate_usd) for name in members}
    rate = sheet.trace(eq.crew_rate(f"{row.code}_rate", tuple(members.items())), **rates)
    price = sheet.in_region(row, rate)
    _measured(sheet, row, quantity=quantity, price=price, label=row.label)


def _discount(sheet: Sheet, row: Discount) -> None:
    most = sheet.sum(f"{row.code}_most", sheet.lines)
    if row.amount_usd is not None:
        amount = row.at("amount_usd", value=row.amount_usd)
        sheet.add(row, sheet.trace(eq.credit(row.code), amount=amount, most=most), row.label)
        return
    if row.breaks is not None:
        by = amount_of(sheet, row, "by", row.by, row.by_unit)
        at = band_at(row, row.breaks, by, row.by_unit)
        rate = row.at("breaks", at, "rate_pct", value=row.breaks[at].rate_pct)
    else:
        rate = row.at("rate_pct", value=float(row.rate_pct or 0))
    lines = _named(sheet, row.of)
    if lines and rate:
        base = sheet.sum(f"{row.code}_base", lines)
        equation = eq.taken_off(row.code, sheet.pack.cents)
        value = sheet.trace(equation, base=base, rate=rate, most=most)
        sheet.add(row, value, f"{row.label}, {rate:g} %{_of(row, lines)}")


def _of(row: Discount, lines: list[Line]) -> str:
    """Of what a discount is, in words that name nothing hidden."""
    if row.of == ["above"]:
        return " of the lines above"
    named = {line.row.code: line.row for line in lines}.values()
    told = not any(other.hidden for other in named) and len(named) <= MOST_NAMED
    return " of " + ", ".join(other.label for other in named) if told else ""


def _at_cost(sheet: Sheet, row: AtCost) -> None:
    equation = eq.at_cost(row.code, sheet.pack.cents)
    sheet.add(row, sheet.trace(equation, cost=sheet.term("input", row)), row.label)


def _percent(sheet: Sheet, row: Percent) -> None:
    lines = _named(sheet, row.of)
    words = "of the lines" if row.basis == "markup" else "of the price"
    _share(sheet, row, lines, row.basis, f"{row.label}, {row.rate_pct:g} % {words}")


def _named(sheet: Sheet, codes: list[str]) -> list[Line]:
    """The lines above that a percentage names."""
    return [line for line in sheet.lines if codes == ["above"] or line.row.code in codes]


def _tax(sheet: Sheet, row: Tax) -> None:
    lines = [line for line in sheet.lines if line.row.taxable]
    _share(sheet, row, lines, "markup", f"{row.label}, {row.rate_pct:g} %")


def _share(
    sheet: Sheet, row: Percent | Tax, lines: list[Line], basis: eq.Basis, label: str
) -> None:
    if lines:
        base = sheet.sum(f"{row.code}_base", lines)
        rate = row.at("rate_pct", value=row.rate_pct)
        equation = eq.share(row.code, basis, sheet.pack.cents)
        sheet.add(row, sheet.trace(equation, base=base, rate=rate), label)


def _minimum_charge(sheet: Sheet, row: MinimumCharge) -> None:
    base = sheet.sum(f"{row.code}_base", sheet.lines)
    minimum = row.at("amount_usd", value=row.amount_usd)
    sheet.add(row, sheet.trace(eq.shortfall(row.code), base=base, minimum=minimum), row.label)


def _rounding(sheet: Sheet, row: Rounding) -> None:
    base = sheet.sum(f"{row.code}_base", sheet.lines)
    to = row.at("to_usd", value=row.to_usd)
    sheet.add(row, sheet.trace(eq.rounding(row.code, row.mode), base=base, to=to), row.label)


PRICERS: dict[type[Row], Callable[[Sheet, Any], None]] = {
    Flat: _flat,
    Brackets: _brackets,
    PerUnit: _per_unit,
    Steps: _steps,
    Labour: _labour,
    AtCost: _at_cost,
    Percent: _percent,
    Tax: _tax,
    MinimumCharge: _minimum_charge,
    Rounding: _rounding,
    Discount: _discount,
}
"""How each kind of row is priced."""
