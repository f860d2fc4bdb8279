"""Every printed text, evaluated with random terms, gives what its function gives."""

import importlib
import pkgutil
import random
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

import apex_cli.solvers
from apex_cli.equations import NAMES, Card, card_of
from apex_cli.solvers import sums

DRAWS = 60


def _modules() -> Iterator[ModuleType]:
    found = pkgutil.walk_packages(apex_cli.solvers.__path__, "apex_cli.solvers.")
    for module in found:
        yield importlib.import_module(module.name)


def _equations() -> dict[str, Callable[..., float]]:
    found = {}
    for module in _modules():
        for name, value in vars(module).items():
            if callable(value) and "card" in getattr(value, "__dict__", {}):
                found[f"{value.__module__.removeprefix('apex_cli.solvers.')}.{name}"] = value
    for kind in sums.ALL:
        for count in (1, 2, 5):
            made = sums.series(kind, count)
            found[f"exposure.sums.{kind.name}[{count}]"] = made
    return found


EQUATIONS = _equations()


def _draw(card: Card, chance: random.Random) -> dict[str, float]:
    """Terms of many sizes; every other draw in the range of ratios."""
    wide = chance.random() < 0.5
    return {
        name: round(chance.uniform(0.05, 40.0 if wide else 0.95), 4) * chance.choice((1, 1, 1, 10))
        for name in card.units
    }


def _value(function: Callable[[], float]) -> float | None:
    """The value, or None where neither text nor function has a real one."""
    try:
        value = function()
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return None if isinstance(value, complex) else value


@pytest.mark.parametrize("name", sorted(EQUATIONS))
def test_text_gives_the_value(name: str) -> None:
    function = EQUATIONS[name]
    card = card_of(function)
    chance = random.Random(name)
    code = compile(card.text, name, "eval")
    compared = 0
    for _ in range(DRAWS):
        terms = _draw(card, chance)
        called = _value(lambda: function(**terms))  # noqa: B023 - called at once
        printed = _value(lambda: eval(code, {"__builtins__": {}}, NAMES | terms))  # noqa: B023 - called at once
        if called is None or printed is None:
            assert called is printed, f"{card.text} with {terms}: {called} and {printed}"
            continue
        assert printed == pytest.approx(called, rel=1e-9, abs=1e-12), f"{card.text} with {terms}"
        compared += 1
    assert compared >= DRAWS // 10, "the draws hardly ever fit this equation"


def test_texts_use_every_term_and_nothing_else() -> None:
    for name, function in EQUATIONS.items():
        card = card_of(function)
        used = set(compile(card.text, name, "eval").co_names)
        assert used - set(NAMES) == set(card.units), name
        assert card.symbol, name
        assert card.unit, name
        assert card.words.endswith("."), f"a line of what {name} is for"


def test_names_of_equations_are_unique_within_a_kind() -> None:
    seen: dict[tuple[str, str], Callable[..., float]] = {}
    for name, function in EQUATIONS.items():
        kind = name.split(".", 1)[0]
        if not name.startswith("exposure.sums."):
            assert seen.setdefault((kind, card_of(function).name), function) is function
