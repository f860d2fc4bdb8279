"""Answers in the words of the Eurocodes: all answers share the names that ASCE 7 has for them."""

from collections.abc import Iterable, Mapping
from typing import Any

FIELDS: Mapping[str, str] = {
    "asd": "characteristic",
    "kz": "c_e",
    "kzt": "c_o",
    "cf": "c_f",
    "gust_factor": "c_s_c_d",
    "gust_method": "c_s_c_d_method",
    "velocity_pressure_psf": "peak_velocity_pressure_psf",
    "aspect_ratio": "side_ratio",
    "clearance_ratio": "gap_ratio",
}
"""Names of fields, and what the Eurocodes call them."""

LEVELS: Mapping[str, str] = {"strength": "design", "asd": "characteristic"}
"""The levels of loads: design values of the ultimate limit states, and characteristic ones."""

_UNSAID = (
    "'asd' repeats them with the factor 1.0, for EN has no allowable stress; d",
    "Under the names that all answers share, ",
)
"""What only those read who have an answer's own names before them: a clause, a sentence's start."""


def named(value: Any) -> Any:
    """A result, or a part of it, with the Eurocodes' names of fields and levels.

    >>> named({"kz": 1.868, "combinations": [{"name": "Gk+Wk", "level": "asd"}]})
    {'c_e': 1.868, 'combinations': [{'name': 'Gk+Wk', 'level': 'characteristic'}]}
    """
    if isinstance(value, Mapping):
        return {
            FIELDS.get(key, key): LEVELS.get(item, item) if key == "level" else named(item)
            for key, item in value.items()
        }
    return [named(item) for item in value] if isinstance(value, list) else value


def said(sentences: Iterable[str]) -> list[str]:
    """Assumptions without what tells of names that do not stand on paper."""
    clause, start = _UNSAID
    return [one.replace(clause, "D") for one in sentences if not one.startswith(start)]
