"""The numbers one looks for first in a result, and where they stand in it."""

from collections.abc import Mapping
from typing import Any

_PLACES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "exposure": {
        "velocity_pressure_psf": ("velocity_pressure_psf",),
        "shear_lbf": ("base", "shear_lbf"),
        "moment_kipft": ("base", "moment_kipft"),
    },
    "footing": {
        "width_ft": ("width_ft",),
        "depth_ft": ("depth_ft",),
        "concrete_yd3": ("concrete_yd3",),
    },
    "support": {"steel_ratio": ("ratio",), "pole_lbf": ("quantities", "pole_lbf")},
    "pricing": {"total_usd": ("total_usd",)},
}

HEADLINES = tuple(name for places in _PLACES.values() for name in places)
"""Names of the headline numbers."""


def headline(kind: str, result: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers one looks for first; None where the calculation gives none.

    Args:
        kind: The calculation.
        result: Its result, as an envelope holds it; for ``all`` also as solvers give it.

    >>> headline("footing", {"depth_ft": 7.5})["depth_ft"]
    7.5
    """
    found = dict.fromkeys(HEADLINES)
    for part, value in result.items() if kind == "all" else ((kind, result),):
        for name, place in _PLACES.get(part, {}).items():
            found[name] = _at(value, place)
    return found


def _at(value: Any, place: tuple[str, ...]) -> Any:
    for part in place:
        value = value.get(part) if isinstance(value, dict) else getattr(value, part, None)
    return value
