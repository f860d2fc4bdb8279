"""The nomenclature knows every symbol of every equation, and docs/NOMENCLATURE.md prints it."""

from importlib import import_module
from pathlib import Path

import pytest

from apex_cli.equations import Card, card_of
from apex_cli.render.where import EQUATIONS, Meanings
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.nomenclature import NOMENCLATURE as WIND
from apex_cli.solvers.footing.nomenclature import NOMENCLATURE as FOUNDATION
from apex_cli.solvers.outlines import OUTLINE
from apex_cli.solvers.pricing.nomenclature import PRICE, TAKEOFF
from apex_cli.solvers.support.nomenclature import NOMENCLATURE as SUPPORT

ROOT = Path(__file__).parents[2]
PARTS: dict[str, Meanings] = {
    "exposure": WIND,
    "footing": FOUNDATION,
    "support": SUPPORT,
    "takeoff": TAKEOFF,
    "outlines": OUTLINE,
}
SHARED = {"exposure": ("shares",)}
"""Equations of a part that others use too."""
SECTIONS: dict[str, Meanings] = {
    "Wind": WIND, "Foundation": FOUNDATION, "Support": SUPPORT, "Takeoff": TAKEOFF,
    "Outline": OUTLINE, "Price": PRICE,
}  # fmt: skip


def cards(part: str) -> list[Card]:
    """The card of every equation of this part."""
    found = []
    for path in sorted((ROOT / "apex_cli" / "solvers").rglob("*.py")):
        name = path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
        if name.split(".")[2] in {part, *SHARED.get(part, ())}:
            module = import_module(name)
            found += [item.card for item in vars(module).values() if hasattr(item, "card")]
    return found


@pytest.mark.parametrize("part", PARTS)
def test_every_symbol_has_a_meaning_and_no_other_has(part: str) -> None:
    used = {(card.symbol, card.unit) for card in cards(part)}
    used |= {item for card in cards(part) for item in card.units.items()}
    if part == "exposure":
        for kind in sums.ALL:
            card = card_of(sums.series(kind, 1))
            used |= {(card.symbol, card.unit)}
            used |= {(name.removesuffix("_1"), unit) for name, unit in card.units.items()}
    assert used == set(PARTS[part])


@pytest.mark.parametrize("part", PARTS)
def test_every_equation_is_found_again(part: str) -> None:
    modules = next(modules for meanings, modules in EQUATIONS if meanings is PARTS[part])
    items = [item for module in modules for item in vars(module).values()]
    assert {item.card for item in items if hasattr(item, "card")} == set(cards(part))


@pytest.mark.parametrize("section", SECTIONS)
def test_the_document_prints_the_nomenclature(section: str) -> None:
    text = (ROOT / "docs" / "NOMENCLATURE.md").read_text("utf-8")
    printed = text.partition(f"\n## {section}\n")[2].partition("\n## ")[0].strip().splitlines()
    rows = [f"| `{name}` | {words} | {unit} |" for (name, unit), words in SECTIONS[section].items()]
    assert printed[-len(rows) - 2 :] == ["| symbol | meaning | unit |", "|---|---|---|", *rows]
