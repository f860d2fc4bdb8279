"""How equations come to their cards."""

from collections.abc import Callable

import pytest

from apex_cli.equations import card_of, compiled, equation, family, taken
from apex_cli.quantities import Feet, Ratio, SquareFeet


@family
def rectangles(count: int) -> Callable[..., float]:
    """Area of some rectangles.

    All of them are alike.
    """

    @equation("A", f"{count} * a * b", clause="1.1")
    def area(*, a: Feet, b: Feet) -> SquareFeet:
        return count * a * b

    return area


def test_a_family_makes_each_equation_once_and_speaks_for_it() -> None:
    two, three = rectangles(2), rectangles(3)
    assert rectangles(2) is two
    card = card_of(two)
    assert (card.name, card.symbol, card.text, card.clause) == ("area", "A", "2 * a * b", "1.1")
    assert (card.unit, card.units) == ("ft2", {"a": "ft", "b": "ft"})
    assert card.words == card_of(three).words == "Area of some rectangles."
    assert (two(a=1.0, b=2.0), three(a=1.0, b=2.0)) == (4, 6)


def test_where_the_parameters_say_nothing_the_terms_are_given() -> None:
    @equation("n", "a + b", clause="", terms={"a": "1", "b": "1"})
    def count(**terms: float) -> Ratio:
        """Sum of two counts."""
        return sum(terms.values())

    assert card_of(count).units == {"a": "1", "b": "1"}
    assert card_of(count).unit == "1"


def test_a_compiled_equation_is_its_text() -> None:
    hints = {"x": Ratio, "y": Feet, "return": Feet}
    made = compiled("f", "r", "max(x * y, floor(pi) / x)", hints, words="A length.", clause="2.2")
    card = card_of(made)
    assert (card.name, card.symbol, card.text) == ("f", "r", "max(x * y, floor(pi) / x)")
    assert (card.words, card.clause, card.unit) == ("A length.", "2.2", "ft")
    assert card.units == {"x": "1", "y": "ft"}
    assert made(x=2.0, y=5.0) == 10
    assert made(x=1.0, y=0.5) == 3
    with pytest.raises(TypeError):
        made(2.0, 5.0)


def test_an_equation_takes_of_what_is_offered_what_it_has() -> None:
    assert list(taken(rectangles(2), c=3.0, b=2.0, a=1.0).items()) == [("b", 2.0), ("a", 1.0)]
