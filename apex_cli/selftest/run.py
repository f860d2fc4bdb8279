"""Runs the published cases and holds what is computed against what is printed."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, Literal, NamedTuple

from apex_cli.envelope.numbers import SMALLEST_PLAIN, as_read
from apex_cli.errors import ApexError, InternalFault
from apex_cli.selftest.sheets import Expectation, Sheet, sheets

Probe = Callable[[Mapping[str, Any]], dict[str, float]]

PROBES_OF: dict[str, str] = {
    "exposure": "apex_cli.selftest.probes_exposure",
    "building": "apex_cli.selftest.probes_building",
    "footing": "apex_cli.selftest.probes_footing",
    "roof": "apex_cli.selftest.probes_roof",
    "sections": "apex_cli.selftest.probes_support",
    "support": "apex_cli.selftest.probes_support",
    "concrete": "apex_cli.selftest.probes_concrete",
    "base": "apex_cli.selftest.probes_base",
    "anchor": "apex_cli.selftest.probes_base",
}
"""Where the probes of each family stand; a family is loaded when a sheet asks for it."""


class Row(NamedTuple):
    """One number of one sheet.

    Args:
        id: The sheet.
        title: Its title.
        source: Document and address.
        standard: What the document follows.
        quantity: Which number.
        unit: Its unit.
        origin: Whether the document prints it, or it was recomputed beside it.
        printed: The number of the sheet.
        computed: What the program makes of it; None if it gives no answer.
        difference: Computed less printed.
        tolerance: How far the two may differ.
        reason: Why the tolerance is what it is.
        verdict: Whether they agree within the tolerance.
    """

    id: str
    title: str
    source: str
    standard: str
    quantity: str
    unit: str
    origin: str
    printed: float
    computed: float | None
    difference: float | None
    tolerance: float
    reason: str
    verdict: Literal["pass", "fail"]


def run(chosen: Iterable[Sheet] | None = None) -> list[Row]:
    """A row for every number of every sheet.

    Args:
        chosen: The sheets; all that ship with the program if none are given.
    """
    return [row for sheet in (sheets() if chosen is None else chosen) for row in rows_of(sheet)]


def told() -> dict[str, Any]:
    """Every number of every sheet as JSON, counted."""
    rows = [_spelled(row._asdict()) for row in run()]
    return {
        "cases": len({row["id"] for row in rows}),
        "sources": len({row["source"] for row in rows}),
        "values": len(rows),
        "failed": sum(row["verdict"] != "pass" for row in rows),
        "rows": as_read(rows),
    }


def _spelled(row: dict[str, Any]) -> dict[str, Any]:
    """A row in numbers that everybody spells alike: a tolerance too small for that is a text."""
    tolerance = row["tolerance"]
    small = 0 < tolerance < SMALLEST_PLAIN
    return {
        **row,
        "computed": None if row["computed"] is None else round(row["computed"], 10),
        "difference": None if row["difference"] is None else round(row["difference"], 4) + 0.0,
        "tolerance": f"{tolerance:g}" if small else tolerance,
    }


def rows_of(sheet: Sheet) -> list[Row]:
    """A row for every number of a sheet."""
    try:
        found = probe(sheet.probe)(sheet.given)
    except ApexError as error:
        if isinstance(error, InternalFault):
            raise
        found = {}
    return [_row(sheet, expected, found.get(expected.name)) for expected in sheet.expect]


def probe(name: str) -> Probe:
    """The probe of this name: a function that runs the program on a sheet's inputs.

    Raises:
        InternalFault: A sheet asks for a probe that does not exist.
    """
    family = name.partition(".")[0]
    if family not in PROBES_OF:
        raise InternalFault(f"there is no family of probes {family!r}")
    probes: dict[str, Probe] = import_module(PROBES_OF[family]).PROBES
    if name not in probes:
        raise InternalFault(f"there is no probe {name!r}")
    return probes[name]


def _row(sheet: Sheet, expected: Expectation, computed: float | None) -> Row:
    difference = None if computed is None else float(computed) - expected.value
    # The slack is for a difference that is the tolerance itself, but for the last bit.
    agrees = difference is not None and abs(difference) <= expected.tolerance + 1e-12
    return Row(
        id=sheet.id,
        title=sheet.title,
        source=sheet.source,
        standard=sheet.standard,
        quantity=expected.name,
        unit=expected.unit,
        origin=expected.origin,
        printed=expected.value,
        computed=None if computed is None else float(computed),
        difference=difference,
        tolerance=expected.tolerance,
        reason=expected.reason,
        verdict="pass" if agrees else "fail",
    )


class Summary(NamedTuple):
    """How many cases, sources and numbers there are, and how many numbers agree."""

    cases: int
    sources: int
    numbers: int
    passed: int


def summary(rows: Iterable[Row]) -> Summary:
    """The rows, counted.

    >>> summary([])
    Summary(cases=0, sources=0, numbers=0, passed=0)
    """
    rows = list(rows)
    return Summary(
        cases=len({row.id for row in rows}),
        sources=len({row.source for row in rows}),
        numbers=len(rows),
        passed=sum(row.verdict == "pass" for row in rows),
    )
