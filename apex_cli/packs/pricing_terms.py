"""Expressions of a price book put together: of two, their sum, product or the larger one.

An expression knows its text, its dimension, and how its value follows from the quantities.
"""

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

from apex_cli.packs.pricing_quantities import Dimension

NOISE = 1e-9
"""What `ceil` forgives: binary arithmetic may leave a whole number a little too large."""

Evaluate = Callable[[Mapping[str, float]], float]


class Expression(NamedTuple):
    """A parsed expression, or a part of one.

    Args:
        text: The same in terms of plain names (``footing_depth_ft``), as a step prints it.
        dimension: Its dimension; None for a plain number, which suits every unit.
        evaluate: Gives its value from the quantities' values.
        names: The quantities it reads, in order of first appearance.
    """

    text: str
    dimension: Dimension | None
    evaluate: Evaluate
    names: tuple[str, ...] = ()


def joined(sign: str, left: Expression, right: Expression, word: str = "") -> Expression:
    """Sum, difference, smaller or larger of two expressions of one dimension."""
    dimension = right.dimension if left.dimension is None else left.dimension
    first, second = left.evaluate, right.evaluate
    evaluates: dict[str, Evaluate] = {
        " + ": lambda values: first(values) + second(values),
        " - ": lambda values: first(values) - second(values),
        "min": lambda values: min(first(values), second(values)),
        "max": lambda values: max(first(values), second(values)),
    }
    return Expression(left.text + sign + right.text, dimension, evaluates[word or sign])


def scaled(sign: str, left: Expression, right: Expression) -> Expression:
    """Product or quotient of two expressions."""
    first, second = left.evaluate, right.evaluate
    text = f"{left.text} {sign} {right.text}"
    dimension: Dimension | None = None
    if left.dimension is not None or right.dimension is not None:
        dimension = dict(left.dimension or {})
        for base, power in (right.dimension or {}).items():
            dimension[base] = dimension.get(base, 0) + (power if sign == "*" else -power)
        dimension = {base: power for base, power in dimension.items() if power}
    if sign == "*":
        return Expression(text, dimension, lambda values: first(values) * second(values))
    return Expression(text, dimension, lambda values: first(values) / second(values))


def ceiling(inner: Expression) -> Expression:
    """The whole number that is not smaller, noise forgiven."""
    return inner._replace(
        text=f"ceil({inner.text} - {NOISE:g})",
        evaluate=lambda values: math.ceil(inner.evaluate(values) - NOISE),
    )


def shown(dimension: Dimension) -> str:
    """A dimension in words."""
    powers = [base if power == 1 else f"{base}^{power}" for base, power in dimension.items()]
    return " ".join(powers) or "a plain count"


def plain_name(name: str) -> str:
    """The name of a quantity as a term of an equation.

    >>> plain_name("footing.depth_ft")
    'footing_depth_ft'
    """
    return name.replace(".", "_")
