"""A step of an envelope leads back to what it is for and to what its terms mean."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from apex_cli.equations import Trace, card_of
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.explain import steps
from apex_cli.render.where import EQUATIONS, told
from apex_cli.run.chain import solve
from apex_cli.run.prepare import prepare
from apex_cli.solvers import sums
from apex_cli.solvers.pricing import amounts
from apex_cli.solvers.pricing import equations as prices
from apex_cli.solvers.support.equations import pier_layers
from apex_cli.vocabulary import CalculationKind

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))


def step(symbol: str, text: str, unit: str, terms: dict[str, str]) -> dict[str, Any]:
    """A step as an envelope has it."""
    return {
        "n": 1, "symbol": symbol, "text": text, "value": 1, "unit": unit, "clause": "",
        "terms": {name: {"value": 1, "unit": of, "origin": "/a"} for name, of in terms.items()},
    }  # fmt: skip


def of(function: Any) -> dict[str, Any]:
    card = card_of(function)
    return step(card.symbol, card.text, card.unit, dict(card.units))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_step_of_every_example_has_words(path: Path) -> None:
    document = json.loads(path.read_bytes())
    trace = Trace()
    kind: CalculationKind = (
        "all" if "pricing" in document else "footing" if "footing" in document else "exposure"
    )
    solve(prepare(kind, document, Catalogue()), trace)
    assert trace.steps
    for one in trace.steps:
        card = one.card
        found = told(step(card.symbol, card.text, card.unit, dict(card.units)))
        assert found is not None
        assert found.words == card.words
        lines = card.name == "total"
        assert found.terms.keys() == (set() if lines else card.units.keys())
        assert all(found.terms.values())


def test_equations_of_one_text_and_symbol_say_the_same() -> None:
    said: dict[tuple[str, str], set[str]] = {}
    for _, modules in EQUATIONS:
        for module in modules:
            for card in (item.card for item in vars(module).values() if hasattr(item, "card")):
                said.setdefault((card.symbol, card.text), set()).add(card.words)
    assert all(len(words) == 1 for words in said.values())


@pytest.mark.parametrize("count", [1, 2, 7])
@pytest.mark.parametrize("kind", sums.ALL, ids=lambda kind: kind.name)
def test_a_sum_of_any_number_of_items(kind: sums.Series, count: int) -> None:
    found = told(of(sums.series(kind, count)))
    assert found is not None
    assert (found.words, len(found.terms)) == (kind.words, count * len(kind.hints))


def families() -> Iterator[tuple[Any, Any]]:
    for cents in ("half_up", "up"):
        yield prices.measured_line("a", "ft", cents), prices.measured_line
        yield prices.indexed("a", "ft", cents), prices.indexed
        yield prices.at_cost("a", cents), prices.at_cost
        for basis in ("markup", "margin"):
            yield prices.share("a", basis, cents), prices.share
    for mode in ("up", "nearest"):
        yield prices.rounding("a", mode), prices.rounding
    for one in (True, False):
        yield amounts.within("a", "ft", closed=one), amounts.within
        for two in (True, False):
            yield amounts.billed("a", "h", minimum=one, increment=two), amounts.billed
    yield prices.whole_line("a", "each"), prices.whole_line
    yield prices.shortfall("a"), prices.shortfall
    yield prices.total("subtotal", ("a", "b")), prices.total
    yield amounts.amount("a", "1.1 * footing.concrete_yd3", "yd3"), amounts.amount


@pytest.mark.parametrize(("made", "family"), [*families()])
def test_every_family_of_a_price(made: Any, family: Any) -> None:
    found = told(of(made))
    assert found is not None
    assert found.words == family.__doc__.partition("\n")[0] == card_of(made).words


def test_what_this_version_does_not_know_keeps_its_origins() -> None:
    strange = step("Z", "a * b", "ft", {"a": "ft", "b": "1"})
    assert told(strange) is None
    assert told(step("V", "F_9", "lbf", {"F_9": "lbf"})) is None
    assert told(step("M", "7", "kip-ft", {})) is None
    shown = [line.plain for line in steps([strange], where=True)]
    assert shown[-2:] == ["     a: /a", "     b: /a"]


def test_words_stand_under_the_value() -> None:
    shown = [line.plain for line in steps([of(sums.series(sums.SHEAR, 1))], where=True)]
    assert shown[-2:] == [
        "     Shear at grade: the sum of the forces.",
        "     F_1: force; /a",
    ]
    plain = [line.plain for line in steps([of(sums.series(sums.SHEAR, 1))])]
    assert plain == [*shown[:-2], "     F_1: /a"]


@pytest.mark.parametrize("made", [pier_layers.axial_sum, pier_layers.moment_sum])
@pytest.mark.parametrize("count", [1, 5])
def test_a_sum_over_the_bars_of_a_pier(made: Any, count: int) -> None:
    card = card_of(made(count))
    found = told(step(card.symbol, card.text, card.unit, dict(card.units)))
    assert found is not None
    assert found.words == card.words
    assert found.terms[f"R_{count}"] == "force of the bars at one height"
    assert told(step(card.symbol, card.text + " + 0", card.unit, dict(card.units))) is None
