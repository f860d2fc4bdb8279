"""Equations whose printed form differs from the text that a program evaluates."""

from collections.abc import Mapping

from apex_cli.vocabulary import JsonObject

DUST = " - 0.000001"
"""What keeps a number that is a hair above a step from being rounded up; no part of the rule."""

_SYMBOLS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("V", "f_W * V"): ("V_ASD", "f_W * V"),
    ("M", "f_W * M"): ("M_ASD", "f_W * M"),
    ("T", "f_W * T"): ("T_ASD", "f_W * T"),
    ("x", "x + a"): ("x_next", "x + a"),
}
"""Symbols that stand on both sides of the equals sign, told apart."""


def printed(step: JsonObject) -> tuple[str, str]:
    """Symbol and text as they are printed.

    >>> printed({"symbol": "x", "text": "x + a"})
    ('x_next', 'x + a')
    """
    symbol, text = step["symbol"], step["text"]
    return _SYMBOLS.get((symbol, text), (symbol, text.replace(DUST, "")))
