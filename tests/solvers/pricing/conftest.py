"""A price book made of the rows that a test is about."""

import json
from collections.abc import Callable
from typing import Any, cast

import pytest

from apex_cli.equations import Bare
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.loader import load
from apex_cli.packs.pricing import PricingPack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.pricing.inputs import PricingInputs
from apex_cli.solvers.pricing.result import PricingResult
from apex_cli.solvers.pricing.solve import solve

HEAD: dict[str, Any] = {
    "kind": "pricing", "ref": "test_v1", "standard": "Test book", "title": "A book of a test",
    "released": "2026-11-23", "refs": [], "sources": {"me": "made up for a test"},
    "currency": "USD", "valid_from": "2026-01-01", "valid_to": None, "example": False,
    "cents": "half_up",
}  # fmt: skip
EVERY_ROW: dict[str, Any] = {
    "select": "always", "clause": "row", "status": "secondary", "sources": ["me"],
}  # fmt: skip
PRICED = {"flat", "brackets", "per_unit", "steps"}

Book = Callable[..., PricingPack]
Price = Callable[..., PricingResult]


def make_book(*rows: dict[str, Any], **head: Any) -> PricingPack:
    full = []
    for row in rows:
        priced = {"per": "sign"} if row["type"] in PRICED else {}
        full.append({"label": row["code"].title(), **EVERY_ROW, **priced, **row})
    document = {**HEAD, **head, "rows": full}
    pack = load(json.dumps(document).encode(), "pricing_test_v1.yaml", "pricing", "test_v1")
    return cast("PricingPack", pack)


def make_price(
    pack: PricingPack,
    amounts: dict[str, float] | None = None,
    trace: Bare | None = None,
    **pricing: Any,
) -> PricingResult:
    project = located(Inputs.read({"pricing": {"quantity": 1, **pricing}}))
    inputs = PricingInputs.of(project)
    return solve(inputs, pack, amounts or {}, trace or Bare())


@pytest.fixture(scope="session")
def book() -> Book:
    """Makes a book of these rows, by the real loader."""
    return make_book


@pytest.fixture(scope="session")
def price() -> Price:
    """Prices a project by a book."""
    return make_price


@pytest.fixture(scope="session")
def v1() -> PricingPack:
    return cast("PricingPack", Catalogue().load("pricing", "v1")[0])


@pytest.fixture(scope="session")
def shop() -> PricingPack:
    return cast("PricingPack", Catalogue().load("pricing", "example-shop_v1")[0])
