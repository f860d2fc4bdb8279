"""The numbers one looks for first in a result, and where they stand in it."""

from collections.abc import Callable, Mapping
from typing import Any

from apex_cli.envelope.numbers import plain

_PLACES: Mapping[str, tuple[str, ...]] = {
    "exposure": ("velocity_pressure_psf", "base.shear_lbf", "base.moment_kipft"),
    "footing": ("width_ft", "depth_ft", "concrete_yd3"),
    "pricing": ("total_usd",),
}
_NAMES = {part: [place.rpartition(".")[2] for place in _PLACES[part]] for part in _PLACES}
_SOLVED: Mapping[str, Callable[[Any], tuple[Any, ...]]] = {
    "exposure": lambda found: (
        found.velocity_pressure_psf,
        *((found.base.shear_lbf, found.base.moment_kipft) if found.base else (None, None)),
    ),
    "footing": lambda found: (found.width_ft, found.depth_ft, found.concrete_yd3),
    "pricing": lambda found: (found.total_usd,),
}
"""The same, of a result as a solver gives it."""

HEADLINES = tuple(name for names in _NAMES.values() for name in names)
"""Names of the headline numbers."""

_NOTHING: dict[str, Any] = dict.fromkeys(HEADLINES)


def headline(kind: str, result: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers one looks for first; None where the calculation gives none.

    Args:
        kind: The calculation.
        result: Its result, as an envelope holds it.

    >>> headline("footing", {"depth_ft": 7.5})["depth_ft"]
    7.5
    """
    found = _NOTHING.copy()
    for part, value in result.items() if kind == "all" else ((kind, result),):
        for name, place in zip(_NAMES.get(part, ()), _PLACES.get(part, ()), strict=True):
            found[name] = _at(value, place)
    return found


def solved(results: Mapping[str, Any]) -> dict[str, Any]:
    """The same of results as solvers give them, rounded.

    Args:
        results: Each part's result by its name.
    """
    found = _NOTHING.copy()
    for part, result in results.items():
        for name, value in zip(_NAMES[part], _SOLVED[part](result), strict=False):
            found[name] = plain(value)
    return found


def _at(value: Any, place: str) -> Any:
    for part in place.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value
