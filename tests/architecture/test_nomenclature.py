"""docs/NOMENCLATURE.md knows every symbol of every equation, with its unit."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from apex_cli.equations import Card

ROOT = Path(__file__).parents[2]
SECTIONS = {"exposure": "Wind", "footing": "Foundation", "takeoff": "Takeoff and price"}


def cards(part: str) -> list[Card]:
    """The card of every equation of this part."""
    found = []
    for path in sorted((ROOT / "apex_cli" / "solvers").rglob("*.py")):
        name = path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
        if name.split(".")[2] == part:
            module = import_module(name)
            found += [item.card for item in vars(module).values() if hasattr(item, "card")]
    return found


@pytest.mark.parametrize("part", SECTIONS)
def test_every_symbol_is_told_with_its_unit(part: str) -> None:
    text = (ROOT / "docs" / "NOMENCLATURE.md").read_text("utf-8")
    section = text.partition(f"\n## {SECTIONS[part]}\n")[2].partition("\n## ")[0]
    known: dict[str, set[str]] = {}
    for row in re.findall(r"^\| (`.*) \|.*\| (.*) \|$", section, re.MULTILINE):
        for symbol in re.findall("`([^`]+)`", row[0]):
            known.setdefault(symbol, set()).update(row[1].split(", "))
    used = {(card.symbol, card.unit) for card in cards(part)}
    used |= {item for card in cards(part) for item in card.units.items()}
    missing = sorted(f"{symbol} ({unit})" for symbol, unit in used
                     if unit not in known.get(symbol, set()))  # fmt: skip
    assert not missing, f"docs/NOMENCLATURE.md, section {SECTIONS[part]}, lacks {missing}"
    assert not sorted(known.keys() - {symbol for symbol, _ in used})
