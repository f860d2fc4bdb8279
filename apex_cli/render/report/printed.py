"""Equations whose printed form differs from the text that a program evaluates."""

import re
from collections.abc import Mapping

from apex_cli.vocabulary import JsonObject

DUST = " - 0.000001"
"""What keeps a number that is a hair above a step from being rounded up; no part of the rule."""

_SYMBOLS: Mapping[tuple[str, str], str] = {
    ("V", "f_W * V"): "V_comb",
    ("M", "f_W * M"): "M_comb",
    ("T", "f_W * T"): "T_comb",
    ("x", "x + a"): "x_next",
}
"""What is called in a way of its own; any other symbol that stands on both sides is called new."""


def printed(step: JsonObject) -> tuple[str, str]:
    """Symbol and text as they are printed.

    >>> printed({"symbol": "d", "text": "max(d, d_z)"})
    ('d_new', 'max(d, d_z)')
    >>> printed({"symbol": "d_b", "text": "ceil(d / i - 0.000001) * i"})
    ('d_b', 'ceil(d / i) * i')
    """
    symbol, text = step["symbol"], step["text"].replace(DUST, "")
    if (symbol, text) in _SYMBOLS:
        return _SYMBOLS[symbol, text], text
    twice = symbol.isidentifier() and re.search(rf"\b{symbol}\b", text)
    return f"{symbol}_new" if twice else symbol, text
