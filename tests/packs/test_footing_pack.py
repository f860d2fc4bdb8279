"""The footing packs: complete, sourced, and refused when something is missing."""

from pathlib import Path
from typing import Any

import pytest

from apex_cli.errors import PackError
from apex_cli.packs.catalogue import Catalogue, bundled_dir
from apex_cli.packs.footing import COLUMNS
from apex_cli.packs.loader import load
from apex_cli.packs.model import Constant
from tests.packs.conftest import sourced

REFS = sorted(path.stem.partition("_")[2] for path in bundled_dir().glob("footing_*.yaml"))


def pack(ref: str) -> Any:
    return Catalogue().load("footing", ref)[0]


def text(ref: str) -> str:
    return (bundled_dir() / f"footing_{ref}.yaml").read_text("utf-8")


@pytest.mark.parametrize("ref", REFS)
def test_every_number_has_its_source_in_the_list(ref: str) -> None:
    found = pack(ref)
    used = {key for item in sourced(found) for key in item.sources}
    assert used <= set(found.sources)
    assert all(item.clause for item in sourced(found))
    assert all(
        item.number.origin.startswith("footing:/")
        for item in sourced(found)
        if isinstance(item, Constant)
    )


@pytest.mark.parametrize("ref", REFS)
def test_nothing_from_memory_or_custom_is_called_printed(ref: str) -> None:
    assert all(item.status != "printed" for item in sourced(pack(ref)))


def test_table_1806_2() -> None:
    table = pack("ibc-2021_v1").presumptive
    assert table is not None
    rows = [[table.cells[row.number, column] for column in COLUMNS] for row in table.rows]
    assert rows == [
        [12000, 1200, 0.70, None],
        [4000, 400, 0.35, None],
        [3000, 200, 0.35, None],
        [2000, 150, 0.25, None],
        [1500, 100, None, 130],
    ]
    cell = table.cells[4, "lateral"]
    assert cell is not None
    assert (cell.origin, cell.status) == ("footing:/presumptive/rows/3/lateral", "secondary")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("\nlateral:\n", "\nbroms_:\n", "unknown key"),
        ("method: ibc-1807.3", "method: broms-clay", "needs the block 'broms'"),
        ("{class: 2,", "{class: 3,", "numbered 1, 2, 3"),
        ("lateral: psf/ft", "lateral: psf", "'psf/ft'"),
        ("method: ibc-1807.3", "method: guesswork", "ibc-1807.3"),
        ("vertical: 2000", "vertical: -2000", "greater than 0"),
    ],
)
def test_refused(old: str, new: str, words: str) -> None:
    changed = text("ibc-2021_v1").replace(old, new, 1)
    assert changed != text("ibc-2021_v1")
    with pytest.raises(PackError) as caught:
        load(changed.encode(), "x.yaml", "footing", "ibc-2021_v1")
    assert words in str([fault.detail for fault in caught.value.faults])


def test_sums_name_the_packs() -> None:
    sums = Path(bundled_dir() / "SHA256SUMS").read_text("utf-8")
    assert all(f"footing_{ref}.yaml" in sums for ref in REFS)
