"""Every number of every published sheet, held against what the program makes of it."""

import pytest

from apex_cli.packs.catalogue import Catalogue, Entry
from apex_cli.packs.loader import OWN
from apex_cli.selftest.run import rows_of
from apex_cli.selftest.sheets import Sheet, sheets
from apex_cli.solvers.exposure.methods import METHODS as ALGEBRAS
from apex_cli.solvers.footing.methods import METHODS as PIERS
from apex_cli.solvers.support.methods import FLANGE

NO_SHEET = {
    "pricing_v1": "a shop's own prices: nobody publishes what they come to",
    "pricing_example-shop_v1": "made-up prices",
    "pricing_example-shop_v2": "made-up prices",
}
"""Packs without a published sheet, and why; tests/solvers/pricing holds them to sums by hand."""


def proved() -> set[str]:
    """The packs that the sheets run with."""
    return {
        f"{sheet.probe.partition('.')[0]}_{sheet.given['pack']}"
        for sheet in sheets()
        if "pack" in sheet.given
    }


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.id)
def test_sheet(sheet: Sheet) -> None:
    for row in rows_of(sheet):
        assert row.verdict == "pass", (
            f"{row.quantity}: sheet {row.printed}, computed {row.computed}, "
            f"tolerance {row.tolerance} ({row.reason})"
        )


@pytest.mark.parametrize("entry", Catalogue().entries(), ids=lambda entry: entry.path.stem)
def test_every_pack_has_a_sheet_or_says_why_not(entry: Entry) -> None:
    name = f"{entry.kind}_{entry.ref}"
    assert (name in proved()) != (name in NO_SHEET), (
        f"{name} needs a sheet in tests/published whose given.pack is {entry.ref}, "
        "or derived by hand if nothing is published"
    )


def test_every_method_has_a_sheet() -> None:
    catalogue = Catalogue()
    used = [
        catalogue.load(entry.kind, entry.ref)[0].as_json()["method"]
        for entry in catalogue.entries()
        if f"{entry.kind}_{entry.ref}" in proved() and entry.kind in {"exposure", "footing"}
    ]
    assert set(used) == {*ALGEBRAS, *PIERS, *(method for _, method in OWN)}


def test_every_reading_of_flexure_has_a_sheet() -> None:
    catalogue = Catalogue()
    used = [
        catalogue.load(entry.kind, entry.ref)[0].as_json()["methods"]["flange"]
        for entry in catalogue.entries()
        if f"{entry.kind}_{entry.ref}" in proved() and entry.kind == "support"
    ]
    assert set(used) == set(FLANGE)
