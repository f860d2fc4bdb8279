"""How the parts of a price book fit together: the order of its rows, and what they name."""

from collections.abc import Iterator, Sequence

from apex_cli.packs.pricing_fields import code_faults
from apex_cli.packs.pricing_rows import (
    AtCost,
    Discount,
    Labour,
    MinimumCharge,
    Percent,
    PricedRow,
    Rounding,
    Row,
    Tax,
)  # fmt: skip
from apex_cli.packs.pricing_shop import ShopBook
from apex_cli.records.fields import Place

_OF_THE_WHOLE = (Tax, Rounding, MinimumCharge)
_GROUPED = (PricedRow, AtCost, Percent)


def order(row: Row, before: Sequence[Row]) -> Iterator[tuple[Place, str]]:
    """What is wrong with a row after the rows before it."""
    codes = [other.code for other in before]
    if row.code in codes:
        yield ("code",), f"row {codes.index(row.code)} has the code {row.code!r} already"
    if isinstance(row, Percent | Discount) and row.of != ["above"]:
        beside = {other.code for other in before if other.option == row.option}
        for at, code in enumerate(row.of):
            if code not in codes:
                yield ("of", at), f"{code!r} is not the code of a row above"
            elif code not in beside:
                yield ("of", at), f"{code!r} is of another option, which has a total of its own"
    if not isinstance(row, Tax):
        if any(isinstance(other, Tax) for other in before):
            yield (), "only another tax may follow a tax"
        elif any(isinstance(other, Rounding) for other in before):
            yield (), "only a tax may follow the rounding"


def kind_of(row: Row) -> str:
    """What kind of row it is, as books spell it."""
    return str(type(row).__struct_config__.tag)


def shop_faults(book: ShopBook, rows: Sequence[Row]) -> Iterator[tuple[Place, str]]:
    """What is wrong with what a book says beside prices: scope, groups, options, crews."""
    if book.scope is None and (told := _told(book, rows)) is not None:
        yield ("scope",), f"is missing: a book with {told} says what its totals contain"
    yield from _option_faults(book, rows)
    yield from _group_faults(book, rows)
    for name in book.trades:
        yield from ((("trades", name), detail) for detail in code_faults(name))
    for name, crew in book.crews.items():
        for trade in crew.members:
            if trade not in book.trades:
                yield ("crews", name, "members", trade), "is not one of the book's trades"
    for at, row in enumerate(rows):
        if row.hidden and isinstance(row, Tax | Discount):
            yield ("rows", at, "hidden"), "the customer is told of every tax and discount"
        if isinstance(row, Labour) and row.crew not in book.crews:
            yield ("rows", at, "crew"), f"{row.crew!r} is not one of the book's crews"


def _told(book: ShopBook, rows: Sequence[Row]) -> str | None:
    """The first part of a book that only a book with a scope has."""
    for name in book.later:
        if name != "scope" and book.says(name):
            return name
    for row in rows:
        if isinstance(row, Labour | Discount):
            return f"a row of the type {kind_of(row)}"
        for name in row.later:
            if row.says(name):
                return f"a row that says {name}"
    return None


def _option_faults(book: ShopBook, rows: Sequence[Row]) -> Iterator[tuple[Place, str]]:
    codes = {row.code for row in rows}
    used = {row.option for row in rows}
    for code in book.options:
        if code in codes:
            yield ("options", code), "is the code of a row already"
        if code not in used:
            yield ("options", code), "no row is part of it"
    for at, row in enumerate(rows):
        if row.option is None:
            continue
        if row.option not in book.options:
            yield ("rows", at, "option"), f"{row.option!r} is not one of the book's options"
        if isinstance(row, _OF_THE_WHOLE):
            yield ("rows", at, "option"), f"a {kind_of(row)} is of the whole, not of an option"


def _group_faults(book: ShopBook, rows: Sequence[Row]) -> Iterator[tuple[Place, str]]:
    names = [group.name for group in book.groups]
    for at, name in enumerate(names):
        if name in names[:at]:
            yield ("groups", at, "name"), f"group {names.index(name)} has the name {name!r} already"
    last: dict[str | None, Row] = {}
    closed: set[tuple[str | None, str]] = set()
    for at, row in enumerate(rows):
        where: Place = ("rows", at, "group")
        if row.group is not None and row.group not in names:
            yield where, f"{row.group!r} is not one of the book's groups"
        elif row.group is not None and not isinstance(row, _GROUPED):
            yield where, f"a {kind_of(row)} stands in no group"
        if row.hidden:
            continue
        before = last.get(row.option)
        if before is not None and before.group not in {None, row.group}:
            closed.add((row.option, str(before.group)))
        if (row.option, row.group) in closed:
            yield where, f"the rows of {row.group!r} that are shown do not stand together"
        last[row.option] = row
