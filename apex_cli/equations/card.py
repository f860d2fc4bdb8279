"""An equation as a card: what is printed of it.

An equation is a plain function with keyword-only, unit-annotated parameters named by the code's own
symbols. `@equation` files its card (symbol, printed text, clause) and returns it untouched.
Modules of equations must not postpone the evaluation of annotations: the units are read from them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from apex_cli.quantities import Unit

F = TypeVar("F", bound=Callable[..., float])

FREE = "geometry and statics"
"""What stands in the place of a clause for an equation that needs none."""


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """What is printed of an equation; each is one of a kind.

    Args:
        name: The function's name, the key under which a pack may cite another clause.
        symbol: The symbol of its value, as the code writes it.
        text: The right-hand side; evaluated with the step's terms it gives the step's value.
        clause: Where the equation stands, when the pack does not say.
        unit: Unit of the value.
        units: Unit of every term.
    """

    name: str
    symbol: str
    text: str
    clause: str
    unit: str
    units: dict[str, str]


def equation(symbol: str, text: str, *, clause: str) -> Callable[[F], F]:
    """File a card for the function below and return the function untouched.

    Args:
        symbol: Symbol of the value.
        text: The printed right-hand side, in terms of the function's parameters and of
            ``min max sqrt exp log tan ceil floor pi``.
        clause: Where the equation stands.
    """

    def file(function: F) -> F:
        units = {name: _unit(hint) for name, hint in function.__annotations__.items()}
        unit = units.pop("return")
        card = Card(function.__name__, symbol, text, clause, unit, units)
        function.__dict__["card"] = card
        return function

    return file


def _unit(hint: Any) -> str:
    return next(item.symbol for item in hint.__metadata__ if isinstance(item, Unit))


def card_of(function: Callable[..., float]) -> Card:
    """The card filed for an equation."""
    card: Card = function.__dict__["card"]
    return card
