"""The named amounts of a sign that a price book may ask for, and the units it may sell by."""

from typing import NamedTuple

Dimension = dict[str, int]
"""Powers of the base units: ft2 is ``{"ft": 2}``, a plain count is empty."""


class Quantity(NamedTuple):
    """A named amount.

    Args:
        unit: Its unit.
        words: What it is.
        needs: Where in the project it comes from, as a JSON Pointer.
    """

    unit: str
    words: str
    needs: str


QUANTITIES: dict[str, Quantity] = {
    "sign.height_ft": Quantity("ft", "top of the sign above grade", "/sign/elements"),
    "sign.area_ft2": Quantity("ft2", "gross area of all cabinets of a sign", "/sign/elements"),
    "sign.count": Quantity("each", "number of cabinets of a sign", "/sign/elements"),
    "poles.count": Quantity("each", "number of poles of a sign", "/sign/poles"),
    "poles.length_ft": Quantity("ft", "length above grade of all poles of a sign", "/sign/poles"),
    "poles.weight_lb": Quantity("lb", "weight above grade of all poles of a sign", "/sign/poles"),
    "footing.count": Quantity("each", "number of foundations of a sign", "/footing"),
    "footing.width_ft": Quantity("ft", "diameter or width of a foundation", "/footing"),
    "footing.depth_ft": Quantity("ft", "depth of a foundation, as built", "/footing"),
    "footing.concrete_yd3": Quantity("yd3", "concrete of all foundations of a sign", "/footing"),
    "footing.spoil_yd3": Quantity("yd3", "spoil of all foundations of a sign", "/footing"),
    "support.pole_lbf": Quantity("lb", "steel of all poles of a sign, as checked", "/support"),
    "support.plate_lbf": Quantity("lb", "base plates of all poles of a sign", "/support"),
    "support.rods_lbf": Quantity("lb", "anchor rods of all poles of a sign", "/support"),
    "support.rebar_lbf": Quantity("lb", "bars in all foundations of a sign", "/support"),
    "pricing.quantity": Quantity("each", "number of signs", "/pricing/quantity"),
    "input": Quantity("", "what the project enters for the row", "/pricing/inputs"),
}

ON_THE_GROUND = frozenset(
    name for name in QUANTITIES if name.startswith(("poles.", "footing.", "support."))
)
"""Amounts of what stands on the ground: a sign at a building has none of them."""

OWN = frozenset({"pricing.quantity", "input"})
"""Names the price calculation answers by itself, from the project's `pricing` block."""

UNITS: dict[str, tuple[Dimension, float]] = {
    "each": ({}, 1.0),
    "sign": ({}, 1.0),
    "set": ({}, 1.0),
    "trip": ({}, 1.0),
    "h": ({"h": 1}, 1.0),
    "day": ({"day": 1}, 1.0),
    "mi": ({"mi": 1}, 1.0),
    "ft": ({"ft": 1}, 1.0),
    "ft2": ({"ft": 2}, 1.0),
    "yd3": ({"yd": 3}, 1.0),
    "lb": ({"lb": 1}, 1.0),
    "cwt": ({"lb": 1}, 100.0),
    "ton": ({"lb": 1}, 2000.0),
}
"""Units that a row may be sold by: dimension, and how many of its base units make one."""
