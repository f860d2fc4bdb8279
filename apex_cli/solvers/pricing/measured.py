"""How much of a row is charged: its expression, its interval, what is rounded up."""

import math
from collections.abc import Sequence

from apex_cli.errors import Fault, NoAnswer, PackError
from apex_cli.packs.pricing_expression import in_unit
from apex_cli.packs.pricing_fields import Interval
from apex_cli.packs.pricing_rows import Labour, Measured, Row
from apex_cli.packs.pricing_terms import NOISE, plain_name
from apex_cli.quantities import Known
from apex_cli.solvers.pricing import amounts
from apex_cli.solvers.pricing.sheet import Sheet


def billed(sheet: Sheet, row: Measured, times: Known) -> float:
    """The quantity of a row that is charged."""
    return charged(sheet, row, amount_of(sheet, row, "quantity", row.quantity, row.unit), times)


def charged(
    sheet: Sheet, row: Measured | Labour, amount: float, times: Known | None = None
) -> float:
    """An amount as it is charged: rounded up, at least the minimum, so many times."""
    terms = {"amount": amount, "n": sheet.times(row) if times is None else times}
    if row.minimum is not None:
        terms["minimum"] = row.at("minimum", value=row.minimum)
    if row.increment is not None:
        terms["increment"] = row.at("increment", value=row.increment)
    equation = amounts.billed(
        row.code, row.unit, minimum="minimum" in terms, increment="increment" in terms
    )
    return sheet.trace(equation, **terms)


def amount_of(sheet: Sheet, row: Row, field: str, text: str, unit: str) -> float:
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


def band_at(row: Row, bands: Sequence[Interval], value: float, unit: str) -> int:
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
