"""How each kind of row becomes lines."""

import math
from collections.abc import Callable
from typing import Any

from apex_cli.errors import Fault, NoAnswer, PackError
from apex_cli.packs.pricing_expression import in_unit
from apex_cli.packs.pricing_fields import Band
from apex_cli.packs.pricing_rows import (
    AtCost,
    Brackets,
    Flat,
    Measured,
    MinimumCharge,
    Percent,
    PerUnit,
    PricedRow,
    Rounding,
    Row,
    Steps,
    Tax,
)  # fmt: skip
from apex_cli.packs.pricing_terms import NOISE, plain_name
from apex_cli.quantities import Known
from apex_cli.solvers.pricing import amounts
from apex_cli.solvers.pricing import equations as eq
from apex_cli.solvers.pricing.sheet import Line, Sheet, part_name


def _flat(sheet: Sheet, row: Flat) -> None:
    _whole(sheet, row, sheet.unit_price(row, row.amount_usd, "amount_usd"), row.label)


def _whole(sheet: Sheet, row: PricedRow, price: float, label: str) -> None:
    times = sheet.times(row)
    value = sheet.trace(eq.whole_line(row.code, row.unit), unit_amount=price, quantity=times)
    sheet.add_priced(row, value, quantity=times, price=price, label=label)


def _brackets(sheet: Sheet, row: Brackets) -> None:
    by = _amount(sheet, row, "by", row.by, row.by_unit)
    at = _band(row, row.brackets, by, row.by_unit)
    band = row.brackets[at]
    price = sheet.unit_price(row, band.amount_usd, "brackets", at, "amount_usd")
    _whole(sheet, row, price, f"{row.label}, {band.words(row.by_unit)}")


def _per_unit(sheet: Sheet, row: PerUnit) -> None:
    quantity = _billed(sheet, row, sheet.times(row))
    price = sheet.unit_price(row, row.amount_usd, "amount_usd")
    _measured(sheet, row, quantity=quantity, price=price, label=row.label)


def _measured(
    sheet: Sheet, row: Measured, *, quantity: float, price: float, label: str, part: int = 0
) -> None:
    equation = eq.measured_line(part_name(row, part), row.unit, sheet.pack.cents)
    value = sheet.trace(equation, unit_amount=price, quantity=quantity)
    sheet.add_priced(row, value, quantity=quantity, price=price, label=label, part=part)


def _steps(sheet: Sheet, row: Steps) -> None:
    one = _billed(sheet, row, row.at("per", value=1.0))
    last = _band(row, row.steps, one, row.unit)
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
    label = f"{row.label}, {step.words(row.unit)}"
    _measured(sheet, row, quantity=quantity, price=price, label=label, part=part)


def _at_cost(sheet: Sheet, row: AtCost) -> None:
    equation = eq.at_cost(row.code, sheet.pack.cents)
    sheet.add(row, sheet.trace(equation, cost=sheet.term("input", row)), row.label)


def _percent(sheet: Sheet, row: Percent) -> None:
    lines = [line for line in sheet.lines if row.of == ["above"] or line.row.code in row.of]
    words = "of the lines" if row.basis == "markup" else "of the price"
    _share(sheet, row, lines, row.basis, f"{row.label}, {row.rate_pct:g} % {words}")


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


def _billed(sheet: Sheet, row: Measured, times: Known) -> float:
    """The quantity that is charged."""
    terms = {"amount": _amount(sheet, row, "quantity", row.quantity, row.unit), "n": times}
    if row.minimum is not None:
        terms["minimum"] = row.at("minimum", value=row.minimum)
    if row.increment is not None:
        terms["increment"] = row.at("increment", value=row.increment)
    equation = amounts.billed(
        row.code, row.unit, minimum="minimum" in terms, increment="increment" in terms
    )
    return sheet.trace(equation, **terms)


def _amount(sheet: Sheet, row: PricedRow, field: str, text: str, unit: str) -> float:
    """The value of an expression: a step, unless it is one name or one number.

    Raises:
        PackError: It has no value for these amounts, or a negative one.
    """
    made = in_unit(text, unit)
    terms = {plain_name(name): sheet.term(name, row) for name in made.names}
    try:
        if made.text in terms:
            value = terms[made.text]
        elif terms:
            value = sheet.trace(amounts.amount(f"{row.code}_amount", text, unit), **terms)
        else:
            value = row.at(field, value=made.evaluate({}))
    except (ArithmeticError, ValueError) as error:
        raise _no_value(sheet, field, text, f"has no value here: {error}") from error
    if not 0 <= value < math.inf:
        raise _no_value(sheet, field, text, f"gives {float(value):g} here; write max(0, …)")
    return value


def _no_value(sheet: Sheet, field: str, text: str, why: str) -> PackError:
    where = f"/rows/{sheet.number}/{field}"
    detail = f"the price book {sheet.pack.ref}: {where}: {text!r} {why}"
    return PackError(detail, code="pack.expression", faults=[Fault(where, why, text)])


def _band(row: PricedRow, bands: list[Band], value: float, unit: str) -> int:
    """Which interval the value lies in; what binary noise adds at an edge is ignored.

    Raises:
        NoAnswer: It lies beyond the last one.
    """
    for at, band in enumerate(bands):
        if band.up_to is None or value <= band.up_to + NOISE:
            return at
    raise NoAnswer(
        f"{row.label}: the price book ends at {bands[-1].up_to:g} {unit}, not at {value:g}",
        code="pricing.beyond_book",
        hint="ask for a quotation and enter it in a row at cost",
    )


PRICERS: dict[type[Row], Callable[[Sheet, Any], None]] = {
    Flat: _flat,
    Brackets: _brackets,
    PerUnit: _per_unit,
    Steps: _steps,
    AtCost: _at_cost,
    Percent: _percent,
    Tax: _tax,
    MinimumCharge: _minimum_charge,
    Rounding: _rounding,
}
"""How each kind of row is priced."""
