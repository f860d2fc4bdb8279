"""Sentences of an answer as a page has them: no field's name, and signs that a keyboard lacks."""

import re

from apex_cli.render.text import label, printable

_PATH = re.compile(
    r"(?<![\w/.])(?:site|sign|soil|footing|support|gust|loads|local)(?:\.[a-z][a-z0-9_]*)+(?![\w/(])"
)
"""A field of the project by its path."""
_FIELD = re.compile(r"\b[a-z]{3,}(?:_[a-z0-9]+)+\b")
"""What may be the name of a field alone: its ending is a unit."""
_POWER = re.compile(r"(\b(?:in|ft|m|cos|sin)|\^)([234])\b")
_POWERS = str.maketrans("234", "²³⁴", "^")
_SIGNS = {
    r"\bphi(?=_|'|\b)": "φ",
    r"(?<=[φL])'(?!\w)": "′",
    r" ?<= ?": " ≤ ",
    r"\bGC_pi\b": "GCpi",
    r"\bcscd\b": "c_s c_d",
    r"\basd\b": "ASD",
}
"""What is typed, and what is printed for it."""


def worded(text: str) -> str:
    """A sentence as it is printed.

    >>> worded("footing.pressure_increase is not given: no increase.")
    'Footing pressure increase is not given: no increase.'
    >>> worded("cabinets without thickness_ft, 0.1 G D P^3, d<=12, phi_k, 7 kN/m3 (shear, asd)")
    'cabinets without thickness, 0.1 G D P³, d ≤ 12, φ_k, 7 kN/m³ (shear, ASD)'
    """
    shown = _FIELD.sub(_of_field, _PATH.sub(_of_path, printable(text)))
    shown = _POWER.sub(lambda found: found[0].translate(_POWERS), shown)
    for typed, sign in _SIGNS.items():
        shown = re.sub(typed, sign, shown)
    return shown


def _of_path(found: re.Match[str]) -> str:
    words = " ".join(label(part)[0] for part in found[0].split("."))
    return words if found.start() else words[:1].upper() + words[1:]


def _of_field(found: re.Match[str]) -> str:
    words, unit = label(found[0])
    return words if unit else found[0]
