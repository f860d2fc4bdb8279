"""The bars of a pier or a slab as they are ordered: the schedule as a table."""

from collections.abc import Iterator, Mapping
from typing import Any

from apex_cli.render.drawing.dimensions import tidy
from apex_cli.render.report.model import Block, Column, Paragraph, Table
from apex_cli.render.text import number, printable
from apex_cli.vocabulary import JsonObject

COLUMNS = (
    Column("mark"), Column("where", wide=True), Column("size"), Column("count", numeric=True),
    Column("spacing", "in", numeric=True), Column("length", "ft", numeric=True),
    Column("shape", wide=True), Column("weight", "lbf", numeric=True),
)  # fmt: skip


def schedule(results: Mapping[str, Any], inputs: JsonObject) -> Iterator[Block]:
    """The schedule of one foundation, with the weight of its bars.

    Args:
        results: Results by kind.
        inputs: What was read.
    """
    support, footing = results.get("support") or {}, results.get("footing") or {}
    for kind, letter in (("pier", "P"), ("slab", "S")):
        rows = (support.get(kind) or {}).get("schedule") or []
        if not rows:
            continue
        shown = [
            (
                f"{letter}{n}",
                printable(row["mark"]),
                f"#{row['size']}",
                number(row["count"]),
                "" if row["spacing_in"] is None else number(row["spacing_in"]),
                number(row["length_ft"]),
                _shape(row, footing, inputs),
                number(row["weight_lbf"]),
            )
            for n, row in enumerate(rows, 1)
        ]
        count, whole = footing.get("count"), support["quantities"]["rebar_lbf"]
        alone = count == 1 and whole is not None
        each = number(whole if alone else tidy(sum(row["weight_lbf"] for row in rows)))
        total = ("", "Total", *[""] * (len(COLUMNS) - 3), each)
        yield Table(f"Schedule of the bars of one {kind}", COLUMNS, (*shown, total), sum=True)
        if count is not None and count > 1 and whole is not None:
            yield Paragraph(f"Of {count} foundations: {number(whole)} lbf.")


def _shape(row: JsonObject, footing: JsonObject, inputs: JsonObject) -> str:
    """How a bar is bent: of a tie what it measures outside, and what its ends take."""
    if row["mark"] != "tie":
        dowels = ((inputs.get("support") or {}).get("slab") or {}).get("dowels") or {}
        hooked = row["mark"] == "dowels" and dowels.get("hooked")
        return "straight, a standard hook at its foot" if hooked else "straight"
    cover = ((inputs.get("support") or {}).get("pier") or {}).get("cover_in")
    if cover is None or "width_ft" not in footing:
        return "closed tie"
    outside = number(tidy(12 * footing["width_ft"] - 2 * cover))
    if footing["shape"] == "round":
        return f"closed tie, Ø {outside} in outside, ends overlap"
    return f"closed tie, {outside} × {outside} in outside, ends hooked"
