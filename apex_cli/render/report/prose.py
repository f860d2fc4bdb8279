"""Sentences of an answer as paper spells them: more signs than a keyboard has, no field's name."""

import re

from apex_cli.render.formula import GREEK
from apex_cli.render.text import label, printable

_POWER = re.compile(r"(\b(?:in|ft|yd|mm|cm|m|cos|sin)|\^)([234])\b")
_POWERS = str.maketrans("234", "²³⁴", "^")
_GREEK = re.compile(rf"\b(?:({'|'.join(GREEK)})(?=_\w{{1,4}}\b|')|pi\b)")
_LEVEL = re.compile(r"(?<![\w.'])(asd|lrfd)\b")
_SIGNS = {
    r" ?<= ?": " ≤ ",
    r" ?>= ?": " ≥ ",
    r"(?<=\w) - (?=\w)": " − ",
    r"(?<=[φL])'(?!\w)": "′",
    r"\bGC_pi\b": "GCpi",
    r"\bcscd\b": "c_s c_d",
}
"""What is typed, and what is printed for it."""
_PATH = re.compile(
    r"(?<![\w/.])(?:site|sign|soil|footing|support|gust|loads|local|pricing)(?:\.[a-z][a-z0-9_]*)+(?![\w/(])"
)
"""A field of the project by its path."""
_FIELD = re.compile(r"\b[a-z]{3,}(?:_[a-z0-9]+)+\b")
"""What may be the name of a field alone: its ending is a unit."""


def prose(text: str) -> str:
    """A text with powers, signs and letters as they are set.

    >>> prose("at least 2.88 in2 where d/3<=12, over phi_w (asd)")
    'at least 2.88 in² where d/3 ≤ 12, over φ_w (ASD)'
    >>> prose("0.1 G D P^3, 7 kN/m3, perimeter pi w")
    '0.1 G D P³, 7 kN/m³, perimeter π w'
    """
    words = _POWER.sub(lambda found: found[0].translate(_POWERS), printable(text))
    words = _GREEK.sub(lambda found: GREEK[found[0]], words)
    for typed, sign in _SIGNS.items():
        words = re.sub(typed, sign, words)
    return _LEVEL.sub(lambda found: found[0].upper(), words)


def sentence(text: str) -> str:
    """What a solver says, in words: who corrects the project finds the fields in the answer.

    >>> sentence("footing.pressure_increase is not given: no increase.")
    'Footing pressure increase is not given: no increase.'
    >>> sentence("on the sides of cabinets without thickness_ft")
    'on the sides of cabinets without thickness'
    """
    return prose(_FIELD.sub(_of_field, _PATH.sub(_of_path, text)))


def _of_path(found: re.Match[str]) -> str:
    words = " ".join(label(part)[0] for part in found[0].split("."))
    return words if found.start() else words[:1].upper() + words[1:]


def _of_field(found: re.Match[str]) -> str:
    words, unit = label(found[0])
    return words if unit else found[0]


def phrase(text: str) -> str:
    """A sentence as one of a list: no capital, if it begins with a word, and no full stop.

    >>> phrase("Seismic detailing (14.1.4)."), phrase("R of Table 15.4-2")
    ('seismic detailing (14.1.4)', 'R of Table 15.4-2')
    """
    return decapitalised(sentence(text).removesuffix("."))


def decapitalised(words: str) -> str:
    """Words that go on where others end.

    >>> decapitalised("The pier holds."), decapitalised("A pier."), decapitalised("H1-1b")
    ('the pier holds.', 'a pier.', 'H1-1b')
    """
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[:2] == "A " else words
