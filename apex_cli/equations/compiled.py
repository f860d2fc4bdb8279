"""Equations that are their own text: the function is made from what is printed of it."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from apex_cli.equations.card import equation

NAMES: dict[str, Any] = {
    "min": min, "max": max, "sqrt": math.sqrt, "exp": math.exp, "log": math.log,
    "sin": math.sin, "cos": math.cos, "tan": math.tan, "asin": math.asin,
    "ceil": math.ceil, "floor": math.floor, "pi": math.pi,
}  # fmt: skip
"""What a printed text may name beside its terms."""


def compiled(
    name: str, symbol: str, text: str, hints: Mapping[str, Any], *, words: str, clause: str
) -> Callable[..., float]:
    """The equation with this text, which must be the package's own: it is run.

    Args:
        name: Its name.
        symbol: Symbol of its value.
        text: The right-hand side, in terms of its parameters and of `NAMES`.
        hints: Annotation of each parameter, and of ``return``.
        words: What it is for.
        clause: Where it stands.

    >>> from apex_cli.quantities import Feet, SquareFeet
    >>> hints = {"a": Feet, "return": SquareFeet}
    >>> area = compiled("area", "A", "a ** 2", hints, words="Area of a square.", clause="")
    >>> area(a=3.0), area.card.units
    (9.0, {'a': 'ft'})
    """
    terms = ", ".join([term for term in hints if term != "return"])
    function: Callable[..., float] = eval(f"lambda *, {terms}: {text}", {**NAMES})  # noqa: S307 - the package's own text
    function.__name__, function.__doc__, function.__annotations__ = name, words, dict(hints)
    return equation(symbol, text, clause=clause)(function)
