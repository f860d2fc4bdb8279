"""Packs as tables: every number of every pack is shown, and nothing is wider than the terminal."""

from collections.abc import Iterator
from typing import Any

import pytest

from apex_cli.packs.catalogue import Catalogue, Entry
from apex_cli.render.grid import grid
from apex_cli.render.packs import render

CATALOGUE = Catalogue()
ENTRIES = [entry for entry in CATALOGUE.entries() if entry.kind != "sections"]


def constants(part: Any) -> Iterator[tuple[float, str]]:
    if isinstance(part, dict):
        if {"value", "unit", "clause"} <= part.keys():
            yield part["value"], part["clause"]
        for one in part.values():
            yield from constants(one)
    elif isinstance(part, list):
        for one in part:
            yield from constants(one)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.kind}_{entry.ref}")
def test_every_constant_and_its_clause_is_shown(entry: Entry) -> None:
    pack = CATALOGUE.load(entry.kind, entry.ref)[0].as_json()
    shown = render(pack, width=80)
    assert max(map(len, shown.splitlines())) <= 80
    words = " ".join(shown.split())
    for value, clause in constants(pack):
        assert f" {int(value) if value == int(value) else value:,}" in words
        assert clause in words or len(clause) > 40


def test_a_price_book_is_its_rows() -> None:
    shown = render(CATALOGUE.load("pricing", "v1")[0].as_json(), width=80)
    assert shown.splitlines()[-9:] == [
        "      per sign; unit each; by sign.height_ft; by unit ft; above 0, up to 25,",
        "      amount 200.00 USD; above 25, amount 300.00 USD",
        "      [row engineering, secondary]",
        "  calc_packet  Calculation packet (addon, flat)",
        "      per sign; unit each; amount 35.00 USD",
        "      [row calc_packet, secondary]",
        "  hard_copies  Hard copies (addon, flat)",
        "      per sign; unit each; amount 30.00 USD",
        "      [row hard_copies, secondary]",
    ]


def test_a_wide_table_is_turned() -> None:
    pack = CATALOGUE.load("exposure", "asce7-22_v1")[0].as_json()
    assert "s over h across, b over s down" in render(pack, width=80)
    assert "b over s across, s over h down" in render(pack, width=120)


def test_a_long_last_cell_is_wrapped_or_goes_below() -> None:
    rows = [["a", "word " * 9 + "end"]]
    assert list(grid([], 20)) == []
    assert list(grid(rows, 40)) == [
        "  a  word word word word word word word", "     word word end",
    ]  # fmt: skip
    assert next(grid(rows, 20)) == "  a"
