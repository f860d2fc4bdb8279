"""What has no price where what it is measured by has no answer."""

from apex_cli.errors import NoAnswer
from apex_cli.packs.pricing_rows import names_of
from apex_cli.run.prepare import Prepared

_ANSWERED = ("footing.", "support.")
"""How the names of quantities begin that another calculation answers."""


def tell_unpriced(error: NoAnswer, prepared: Prepared) -> None:
    """Tell in an error which lines of the price book it leaves without a price.

    A price that left them out would be too low: their amounts and the total are null. A book that
    measures nothing of the foundation has its price without it, and nothing is told.

    Args:
        error: Of a calculation before the price.
        prepared: The project, its price book among the packs.
    """
    pricing, book = prepared.project.pricing, prepared.packs["pricing"][0]
    addons = [] if pricing is None else pricing.addons
    rows = [
        row
        for row in book.rows  # type: ignore[attr-defined] # - the pack of this kind has rows
        if (row.select == "always" or row.code in addons)
        and any(name.startswith(_ANSWERED) for name in names_of(row))
    ]
    if rows:
        labels = ", ".join(row.label for row in rows)
        error.extra["price"] = {
            "total_usd": None,
            "reason": f"none, for these have no quantity: {labels}",
            "line_items": [
                {"code": row.code, "label": row.label, "subtotal_usd": None} for row in rows
            ],
        }
