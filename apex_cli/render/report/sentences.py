"""Sentences of answers and equations on paper: words for fields, signs for letters."""

import re

from apex_cli.render.text import label, printable

_FIELD = re.compile(r"\b(?:footing|gust|local|pricing|sign|site|soil|support)(?:\.[a-z][a-z0-9_]*)+")
_SQUARE = re.compile(r"(?<=\d )(in|ft)2\b")


def sentence(words: str) -> str:
    """A remark or an assumption; who corrects the project finds the field's name in the answer.

    >>> sentence("5.09 in2 (support.readings.min_steel); soil.unit_weight_pcf is not given.")
    '5.09 in² (support readings min steel); soil unit weight is not given.'
    """
    told = _FIELD.sub(lambda found: label(found[0])[0].replace(".", " "), printable(words))
    return _SQUARE.sub(r"\1²", told).replace("<=", "≤")


def meaning(words: str) -> str:
    """What an equation is for, or a term of it.

    >>> meaning("perimeter pi w; the least beta_1")
    'perimeter π w; the least β_1'
    """
    told = re.sub(r"\bpi\b", "π", printable(words))
    return told.replace("beta_", "β_").replace(" - ", " − ")
