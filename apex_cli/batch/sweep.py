"""One project over ranges: a grid of bare answers, the cheapest that passes marked."""

from collections.abc import Iterable, Mapping
from math import inf
from typing import Any, NamedTuple

from apex_cli.batch.axes import Axis, grid
from apex_cli.batch.points import Points
from apex_cli.envelope.verdict import best_code
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.prepare import Prepared
from apex_cli.units.fields import in_units
from apex_cli.vocabulary import CalculationKind, without_nulls

COSTS = ("total_usd", "concrete_yd3", "pole_lbf")
"""What a point costs: the price, of equal prices the concrete, then the steel."""

Point = tuple[int, ...]


class Sweep(NamedTuple):
    """The rows of a grid.

    Args:
        prepared: The project at the first point that can be read.
        rows: ``{values, …headline numbers, passes, failed_checks, error}``, in order of the grid.
        cheapest: Index of the row that passes at the lowest cost; None if none passes.
        cheapest_by: What was compared.
    """

    prepared: Prepared | None
    rows: list[dict[str, Any]]
    cheapest: int | None
    cheapest_by: str | None


def sweep(
    kind: CalculationKind,
    document: Mapping[str, Any],
    axes: tuple[Axis, ...],
    catalogue: Catalogue,
    today: str | None = None,
) -> Sweep:
    """Solve a project at every point of a grid.

    Args:
        kind: The calculation.
        document: The project, overrides applied.
        axes: What is varied.
        catalogue: The packs that can be seen.
        today: The day on which a price book must be valid.

    Raises:
        UsageError: A path leads nowhere, or to what the calculation does not read.
        PackError: A pack is missing, and no axis varies the packs.
        InvalidInput: The project is not valid at any point.
    """
    clean = in_units(without_nulls(dict(document)))
    points = grid(axes)
    grid_of = Points(kind, clean, axes, catalogue, today)
    rows = [grid_of.row(point) for point in points]
    if grid_of.first is None and rows:
        grid_of.prepared(points[0])  # raises what is wrong with it
    grid_of.require_read()
    by = _cheapest_by(rows)
    return Sweep(grid_of.first, rows, _cheapest(rows), by)


def told(kind: CalculationKind, axes: tuple[Axis, ...], found: Sweep) -> dict[str, Any]:
    """What a sweep came to, as JSON."""
    rows = found.rows
    return {
        "kind": kind,
        "axes": [{"path": one.path, "values": list(one.values)} for one in axes],
        "points": len(rows),
        "passing": sum(bool(row["passes"]) for row in rows),
        "failed": sum(row["error"] is not None for row in rows),
        "cheapest": found.cheapest,
        "cheapest_by": found.cheapest_by,
        "rows": rows,
    }


def beside(found: Sweep) -> dict[str, Any]:
    """What the envelope has beside it, as `build` takes it: that of the first point."""
    first = found.prepared
    return {} if first is None else {"inputs": first.inputs, "packs": first.packs}


def exit_code(found: Sweep) -> int:
    """0 when a point passes, 1 when none does, 6 when none has an answer."""
    return best_code(row["passes"] for row in found.rows)


def _cheapest_by(rows: Iterable[Mapping[str, Any]]) -> str | None:
    rows = list(rows)
    known = [name for name in COSTS if any(row[name] is not None for row in rows)]
    return ", then ".join(known) or None


def _cheapest(rows: list[dict[str, Any]]) -> int | None:
    """The first of the rows that pass at the lowest cost."""
    least, at = (inf,) * len(COSTS), None
    for number, row in enumerate(rows):
        costs = [row[name] for name in COSTS]
        if row["passes"] and any(cost is not None for cost in costs):
            cost = tuple(cost or 0 for cost in costs)
            if cost < least:
                least, at = cost, number
    return at
