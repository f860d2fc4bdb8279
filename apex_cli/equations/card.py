"""An equation as a card: what is printed of it.

An equation is a plain function with keyword-only, unit-annotated parameters named by the code's own
symbols. `@equation` files its card (words, symbol, printed text, clause) and returns it untouched.
Modules of equations must not postpone the evaluation of annotations: the units are read from them.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from apex_cli.quantities import Unit

P = ParamSpec("P")
F = TypeVar("F", bound=Callable[..., float])

FREE = "geometry and statics"
"""What stands in the place of a clause for an equation that needs none."""


class Card(Struct, frozen=True, eq=False):
    """What is printed of an equation; each is one of a kind.

    Args:
        name: The function's name, the key under which a pack may cite another clause.
        symbol: The symbol of its value, as the code writes it.
        text: The right-hand side; evaluated with the step's terms it gives the step's value.
        clause: Where the equation stands, when the pack does not say.
        unit: Unit of the value.
        units: Unit of every term.
        words: What it is for, in one line: the first of the function's docstring.
    """

    name: str
    symbol: str
    text: str
    clause: str
    unit: str
    units: Mapping[str, str]
    words: str


def equation(
    symbol: str, text: str, *, clause: str, terms: Mapping[str, str] | None = None
) -> Callable[[F], F]:
    """File a card for the function below and return the function untouched.

    Args:
        symbol: Symbol of the value.
        text: The printed right-hand side, in terms of the function's parameters and of the names
            in `compiled.NAMES`.
        clause: Where the equation stands.
        terms: The terms and their units, where the parameters do not say them.
    """

    def file(function: F) -> F:
        hints = dict(function.__annotations__)
        unit = _unit(hints.pop("return"))
        units = {name: _unit(hint) for name, hint in hints.items()} if terms is None else terms
        card = Card(function.__name__, symbol, text, clause, unit, units, _words(function))
        function.__dict__["card"] = card
        return function

    return file


def family(factory: Callable[P, F]) -> Callable[P, F]:
    """Make each of a family of equations once; its card's words are the factory's."""

    @lru_cache(maxsize=1024)
    @wraps(factory)
    def made(*args: P.args, **choices: P.kwargs) -> F:
        function = factory(*args, **choices)
        function.__dict__["card"] = replace(card_of(function), words=_words(factory))
        return function

    return cast("Callable[P, F]", made)


def _unit(hint: Any) -> str:
    return next(item.symbol for item in hint.__metadata__ if isinstance(item, Unit))


def _words(function: Callable[..., Any]) -> str:
    """The first line of the docstring; python -OO leaves none."""
    return (function.__doc__ or "").partition("\n")[0]


def card_of(function: Callable[..., float]) -> Card:
    """The card filed for an equation."""
    card: Card = function.__dict__["card"]
    return card


def taken(function: Callable[..., float], /, **offered: float) -> dict[str, float]:
    """Of the terms that are offered those that the equation has: editions differ in them."""
    units = card_of(function).units
    return {name: value for name, value in offered.items() if name in units}
