"""Quantity expressions of a price book: numbers, named quantities, + - * / ( ) min max ceil.

A number may carry its unit (``ceil(poles.length_ft / 40 ft)`` is a count); without one it suits
every unit. A parser of its own for a grammar of its own: nothing in a book is ever run as Python.
"""

import re
from functools import lru_cache
from typing import NoReturn

from apex_cli.errors import suggestion
from apex_cli.packs.pricing_quantities import QUANTITIES, UNITS, Dimension
from apex_cli.packs.pricing_terms import (
    Expression,
    ceiling,
    joined,
    plain_name,
    scaled,
    shown,
)

MAX_LENGTH = 200
MAX_DEPTH = 16
FUNCTIONS = ("min", "max", "ceil")

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?(?![\w.]))|(?P<name>[A-Za-z_][\w.]*)|(?P<sign>[-+*/(),]))",
    re.ASCII,
)


class ExpressionError(Exception):
    """The text is not of this grammar, or mixes units."""


@lru_cache(maxsize=1024)
def parse(text: str) -> Expression:
    """The expression in this text.

    Raises:
        ExpressionError: What is wrong, and at which column.

    >>> parse("1.1 * footing.concrete_yd3").evaluate({"footing.concrete_yd3": 2.0})
    2.2
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"longer than {MAX_LENGTH} characters")
    parser = _Parser(text)
    whole = parser.sum()
    if parser.kind:
        parser.refuse(f"did not expect {parser.word!r}")
    return whole._replace(names=tuple(parser.names))


@lru_cache(maxsize=1024)
def in_unit(text: str, unit: str) -> Expression:
    """The expression in this text, counted in this unit.

    Raises:
        ExpressionError: The text is no expression, or of another dimension.

    >>> in_unit("poles.weight_lb", "cwt").text
    '(poles_weight_lb) / 100'
    """
    made = parse(text)
    dimension, factor = UNITS[unit]
    if made.dimension is not None and made.dimension != dimension:
        raise ExpressionError(f"gives {shown(made.dimension)}, but the unit is {unit}")
    if factor == 1.0 or made.dimension is None:
        return made
    inner = made.evaluate
    return made._replace(
        text=f"({made.text}) / {factor:g}", evaluate=lambda values: inner(values) / factor
    )


class _Parser:
    """Recursive descent over one text; `kind` and `word` are the token under the eye."""

    def __init__(self, text: str) -> None:
        self.names: dict[str, None] = {}
        self.kind: str | None = None
        self.word = ""
        self._text = text
        self._start = self._end = 0
        self._depth = 0
        self._advance()

    def refuse(self, detail: str) -> NoReturn:
        raise ExpressionError(f"{detail} at column {self._start + 1}")

    def _advance(self) -> None:
        match = _TOKEN.match(self._text, self._end)
        if match is None:
            rest = self._text[self._end :]
            self._start = len(self._text) - len(rest.lstrip())
            if rest.strip():
                self.refuse(f"{rest.lstrip()[0]!r} is not allowed")
            self.kind, self.word = None, ""
            return
        self.kind = match.lastgroup
        self.word = match[match.lastgroup or 0]
        self._end = match.end()
        self._start = self._end - len(self.word)

    def _take(self, word: str) -> None:
        if self.word != word:
            self.refuse(f"expected {word!r}")
        self._advance()

    def sum(self) -> Expression:
        left = self._product()
        while self.word in {"+", "-"}:
            sign = self.word
            self._advance()
            left = self._joined(f" {sign} ", left, self._product())
        return left

    def _product(self) -> Expression:
        left = self._atom()
        while self.word in {"*", "/"}:
            sign = self.word
            self._advance()
            left = scaled(sign, left, self._atom())
        return left

    def _atom(self) -> Expression:
        kind, word = self.kind, self.word
        if kind == "number":
            self._advance()
            number = float(word)
            return Expression(word, self._unit(), lambda _: number)
        if kind == "name":
            return self._call(word) if word in FUNCTIONS else self._quantity(word)
        if word != "(":
            self.refuse("expected a number, a quantity or '('")
        inner = self._arguments(most=1)[0]
        return inner._replace(text=f"({inner.text})")

    def _unit(self) -> Dimension | None:
        """The dimension of a unit that follows a number, as in ``40 ft``."""
        if self.kind != "name" or self.word not in UNITS:
            return None
        dimension, factor = UNITS[self.word]
        if factor != 1.0:
            self.refuse(f"{self.word} cannot stand in an expression")
        self._advance()
        return dimension

    def _quantity(self, word: str) -> Expression:
        if word not in QUANTITIES:
            hint = suggestion(word, [*QUANTITIES, *FUNCTIONS])
            self.refuse(f"unknown quantity {word!r}" + (f" ({hint})" if hint else ""))
        self._advance()
        self.names[word] = None
        unit = QUANTITIES[word].unit
        dimension = UNITS[unit][0] if unit else None
        return Expression(plain_name(word), dimension, lambda values: values[word])

    def _arguments(self, most: int) -> list[Expression]:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self.refuse(f"nested deeper than {MAX_DEPTH} levels")
        self._take("(")
        parts = [self.sum()]
        while self.word == "," and len(parts) < most:
            self._advance()
            parts.append(self.sum())
        self._take(")")
        self._depth -= 1
        return parts

    def _call(self, word: str) -> Expression:
        self._advance()
        if word == "ceil":
            return ceiling(self._arguments(most=1)[0])
        parts = self._arguments(most=MAX_DEPTH)
        if len(parts) == 1:
            self.refuse(f"{word} needs two values or more")
        whole = parts[0]
        for part in parts[1:]:
            whole = self._joined(", ", whole, part, word)
        return whole._replace(text=f"{word}({', '.join(part.text for part in parts)})")

    def _joined(self, sign: str, left: Expression, right: Expression, word: str = "") -> Expression:
        one, other = left.dimension, right.dimension
        if one is not None and other is not None and one != other:
            what = "compared" if word else "added"
            self.refuse(f"{shown(one)} and {shown(other)} cannot be {what}")
        return joined(sign, left, right, word)
