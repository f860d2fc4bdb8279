"""A site of a quote: its project, its price, the book; and the lines that the customer sees."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_rows import Tax
from apex_cli.render.quote.model import Line
from apex_cli.render.quote.words import counted, dollars
from apex_cli.render.text import number

SINGLE = frozenset({"each", "sign", "set"})
"""One of these needs no quantity beside it."""


class Site(NamedTuple):
    """What a quote knows of a site.

    Args:
        document: The project.
        result: The price of its envelope.
        book: The price book.
    """

    document: Mapping[str, Any]
    result: Mapping[str, Any]
    book: PricingPack

    @property
    def total(self) -> Decimal:
        """The envelope's total."""
        return exact(self.result["total_usd"])

    @property
    def signs(self) -> int:
        """How many signs are priced."""
        return int((self.document.get("pricing") or {}).get("quantity") or 1)

    @property
    def place(self) -> str:
        """What the site is called."""
        told = self.document
        named = told.get("site_name") or told.get("street") or self.address or told.get("name")
        return str(named or told.get("project_id") or "Site")

    @property
    def address(self) -> str:
        """Where it is, if the project tells an address."""
        return str((self.document.get("site") or {}).get("address") or "")

    @property
    def shown(self) -> list[Mapping[str, Any]]:
        """The lines as the customer sees them; all of them, of a book that hides none."""
        if "shown" in self.result:
            return list(self.result["shown"])
        taxes = {row.code for row in self.book.rows if isinstance(row, Tax)}
        return [
            {
                "kind": "tax" if item["code"] in taxes else "price",
                "label": item["label"], "group": None, "option": None,
                "quantity": item["quantity"], "unit": item["unit"],
                "amount_usd": item["subtotal_usd"],
            }
            for item in self.result["line_items"]
        ]  # fmt: skip


def exact(amount: float) -> Decimal:
    """The money that a number of an envelope stands for."""
    return Decimal(str(amount)).quantize(Decimal("0.01"))


def lines(site: Site, *, brief: bool = False) -> Iterator[Line]:
    """The lines of a site's price, its total, and what is due of it.

    Args:
        site: The site.
        brief: Without the words of groups and options, and without what is due.
    """
    for one in _lines(site):
        yield replace(one, text="") if brief else one
    if not brief:
        yield from due([site])


def _lines(site: Site) -> Iterator[Line]:
    for option, some in groupby(site.shown, key=lambda one: one["option"]):
        own = list(some)
        if option is None:
            yield from _main(own, site.book)
            continue
        offer = site.book.options[option]
        yield Line("head", f"Option taken: {offer.label}", text=offer.text or "")
        yield from (_line(one, "item") for one in own)
    yield Line("total", "Total", amount=dollars(site.total))


def due(sites: Iterable[Site]) -> Iterator[Line]:
    """What is due with the order and what is left, of all these sites."""
    asked = [site.result["deposit"] for site in sites if site.result.get("deposit")]
    if not asked:
        return
    rates = {one["rate_pct"] for one in asked}
    rate = rates.pop() if len(rates) == 1 else None
    part = f", {number(rate)}\u00a0%" if rate is not None else ""
    deposit = sum((exact(one["amount_usd"]) for one in asked), Decimal(0))
    left = sum((exact(one["balance_usd"]) for one in asked), Decimal(0))
    yield Line("due", f"Due with the order{part}", amount=dollars(deposit))
    yield Line("due", "Balance", amount=dollars(left))


def _main(own: list[Mapping[str, Any]], book: PricingPack) -> Iterator[Line]:
    texts = {group.name: group.text or "" for group in book.groups}
    for name, some in groupby(own, key=lambda one: one["group"]):
        members = list(some)
        if name is not None and members[0]["kind"] != "lump":
            yield Line("head", name, text=texts.get(name, ""))
        for one in members:
            if one["kind"] == "lump":
                amount = dollars(exact(one["amount_usd"]))
                yield Line("lump", one["label"], text=texts.get(name or "", ""), amount=amount)
            else:
                yield _line(one, "plain" if name is None else "item")


def _line(one: Mapping[str, Any], kind: str) -> Line:
    """A line by itself: with its quantity, unless it is one piece."""
    kind = {"discount": "less", "tax": "tax"}.get(one["kind"], kind)
    alone = one["quantity"] is None or (one["quantity"] == 1 and one["unit"] in SINGLE)
    note = "" if alone else counted(one["quantity"], one["unit"])
    label = one["label"].replace(" %", "\u00a0%")
    return Line(kind, label, note, amount=dollars(exact(one["amount_usd"])))
