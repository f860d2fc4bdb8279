"""The numbers one looks for first in a result, and where they stand in it."""

from collections.abc import Iterable, Mapping
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

AT_BUILDINGS: Mapping[str, tuple[str, ...]] = {
    "outward_lbf": ("at_wall", "outward_lbf"),
    "along_lbf": ("at_wall", "along_lbf"),
    "turn_kipft": ("at_wall", "turn_kipft"),
    "roof_shear_lbf": ("at_roof", "shear_lbf"),
    "roof_moment_kipft": ("at_roof", "overturning_kipft"),
    "uplift_lbf": ("at_roof", "uplift_lbf"),
    "anchor_tension_lbf": ("anchors", "tension_lbf"),
    "anchor_shear_lbf": ("anchors", "shear_lbf"),
}
"""Those of a sign at a building, and where they stand in the wind's result; others have none."""


def headline(kind: str, result: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers one looks for first; None where the calculation gives none.

    Those of signs at buildings are there only where there are some.

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
        if part == "exposure":
            told = {name: _at(value, place) for name, place in AT_BUILDINGS.items()}
            found |= {name: number for name, number in told.items() if number is not None}
    return found


def names(rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The headline numbers that rows have: those of signs at buildings where one has them.

    >>> names([{"outward_lbf": 900}])[-1]
    'outward_lbf'
    """
    rows = list(rows)
    more = [name for name in AT_BUILDINGS if any(row.get(name) is not None for row in rows)]
    return (*HEADLINES, *more)


def _at(value: Any, place: tuple[str, ...]) -> Any:
    for part in place:
        value = value.get(part) if isinstance(value, dict) else getattr(value, part, None)
    return value
