"""The numbers one looks for first in a result, and where they stand in it."""

from collections.abc import Mapping
from typing import Any

HEADLINES: Mapping[str, tuple[str, ...]] = {
    "velocity_pressure_psf": ("exposure", "velocity_pressure_psf"),
    "shear_lbf": ("exposure", "base", "shear_lbf"),
    "moment_kipft": ("exposure", "base", "moment_kipft"),
    "width_ft": ("footing", "width_ft"),
    "depth_ft": ("footing", "depth_ft"),
    "concrete_yd3": ("footing", "concrete_yd3"),
    "total_usd": ("pricing", "total_usd"),
}
"""Names of headline numbers and their places in the result of `all`."""


def headline(kind: str, result: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers one looks for first; None where the calculation gives none.

    Args:
        kind: The calculation.
        result: Its result, as an envelope holds it; for ``all`` also as solvers give it.

    >>> headline("footing", {"depth_ft": 7.5})["depth_ft"]
    7.5
    """
    parts = result if kind == "all" else {kind: result}
    return {
        name: _at(parts, place) if place[0] in parts else None for name, place in HEADLINES.items()
    }


def _at(value: Any, place: tuple[str, ...]) -> Any:
    for part in place:
        value = value.get(part) if isinstance(value, dict) else getattr(value, part, None)
    return value
