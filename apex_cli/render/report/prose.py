"""Sentences of an answer as paper spells them, which has more signs than a keyboard."""

import re

from apex_cli.render.formula import GREEK
from apex_cli.render.text import printable, unit

_POWER = re.compile(r"\b(in|ft|yd|mm|cm|m)[234]\b")
_GREEK = re.compile(rf"\b({'|'.join(GREEK)})(?=_\w{{1,2}}\b)")
_LEVEL = re.compile(r"(?<![\w.'])(asd|lrfd)\b")
_SIGNS = (("<=", "≤"), (">=", "≥"))


def prose(text: str) -> str:
    """A sentence with powers, signs and letters as they are set.

    >>> prose("at least 2.88 in2 where d/3<=12, as beta_1 is (asd)")
    'at least 2.88 in² where d/3 ≤ 12, as β_1 is (ASD)'
    """
    words = _POWER.sub(lambda match: unit(match[0]), printable(text))
    for typed, sign in _SIGNS:
        words = re.sub(f" ?{typed} ?", f" {sign} ", words)
    words = _GREEK.sub(lambda match: GREEK[match[0]], words)
    return _LEVEL.sub(lambda match: match[0].upper(), words)


def phrase(text: str) -> str:
    """A sentence as one of a list: no capital, if it begins with a word, and no full stop.

    >>> phrase("Seismic detailing (14.1.4)."), phrase("R of Table 15.4-2")
    ('seismic detailing (14.1.4)', 'R of Table 15.4-2')
    """
    return decapitalised(prose(text).removesuffix("."))


def decapitalised(words: str) -> str:
    """Words that go on where others end.

    >>> decapitalised("The pier holds."), decapitalised("A pier."), decapitalised("H1-1b")
    ('the pier holds.', 'a pier.', 'H1-1b')
    """
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[:2] == "A " else words
