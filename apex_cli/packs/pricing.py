"""A price book: dated rows, each with its source."""

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from apex_cli.packs.model import Pack, Sourced
from apex_cli.packs.pricing_base import Growing
from apex_cli.packs.pricing_fields import Factor, Key
from apex_cli.packs.pricing_order import order, shop_faults
from apex_cli.packs.pricing_quantities import OWN
from apex_cli.packs.pricing_rows import AnyRow, PricedRow, Tax, names_of
from apex_cli.packs.pricing_shop import (
    ENGINEERING,
    Crew,
    Deposit,
    Group,
    Offer,
    Scope,
    Shop,
    Trade,
    scope_of,
)  # fmt: skip
from apex_cli.records.fields import Place, field, refuse, whole
from apex_cli.vocabulary import IsoDate, LongText, ShortText


class Region(Sourced):
    """Regional indices: what the book's prices are multiplied by."""

    material: Factor
    installation: Factor


class PricingPack(Pack, Growing):
    """A price book.

    Args:
        currency: Of every amount.
        valid_from: First day on which the book may be used.
        valid_to: Last day, or null if it never expires.
        example: Whether the prices only illustrate; said in every envelope.
        cents: How a line is brought to cents.
        assumptions: What the book takes for granted; said in every envelope.
        regions: Indices by name of the region.
        rows: The lines, in the order in which they are priced.
        scope: What a total contains: engineering alone, or what a shop sells.
        shop: Who sells.
        includes: What a total contains, in words.
        excludes: What it does not contain.
        groups: How rows stand together on the customer's paper.
        options: What the customer may take or leave.
        trades: Who works by the hour.
        crews: Who works together.
        deposit: What is due with the order.
        valid_days: How long a quote holds.
        terms: What else holds between shop and customer.
    """

    later: ClassVar[tuple[str, ...]] = (
        "scope", "shop", "includes", "excludes", "groups", "options", "trades", "crews", "deposit",
        "valid_days", "terms",
    )  # fmt: skip

    kind: Literal["pricing"]
    currency: Literal["USD"]
    valid_from: IsoDate
    valid_to: IsoDate | None
    example: bool
    cents: Literal["half_up", "up"]
    assumptions: list[ShortText] = field(default_factory=list)
    regions: dict[Annotated[str, Meta(pattern=whole(r"^[a-z0-9][a-z0-9-]*$"))], Region] = field(
        default_factory=dict
    )
    rows: Annotated[list[AnyRow], Meta(min_length=1, max_length=500)]

    scope: Scope | None = None
    shop: Shop | None = None
    includes: list[ShortText] = field(default_factory=list)
    excludes: list[ShortText] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    options: dict[Key, Offer] = field(default_factory=dict)
    trades: dict[Key, Trade] = field(default_factory=dict)
    crews: dict[Key, Crew] = field(default_factory=dict)
    deposit: Deposit | None = None
    valid_days: Annotated[int, Meta(ge=1, le=3650)] | None = None
    terms: list[LongText] = field(default_factory=list)

    def consistent(self) -> None:
        """Rows, regions, sources and dates fit together."""
        faults: list[tuple[Place, str]] = []
        if self.valid_to is not None and self.valid_to < self.valid_from:
            faults.append((("valid_to",), "lies before valid_from"))
        for name, region in self.regions.items():
            faults += self._unknown_sources(("regions", name), region)
        taxed = any(isinstance(row, Tax) for row in self.rows)
        for number, row in enumerate(self.rows):
            where: Place = ("rows", number)
            faults += [((*where, *at), detail) for at, detail in order(row, self.rows[:number])]
            faults += self._unknown_sources(where, row)
            if isinstance(row, PricedRow) and row.index and not self.regions:
                faults.append(((*where, "index"), "the book has no regions"))
            if taxed and row.taxable is None and not isinstance(row, Tax):
                faults.append(((*where, "taxable"), "is missing: the book has a tax"))
        for key, part in self._sourced():
            faults += self._unknown_sources(key, part)
        refuse([*faults, *shop_faults(self)])

    def _sourced(self) -> Iterator[tuple[Place, Sourced]]:
        yield from ((("trades", name), trade) for name, trade in self.trades.items())
        if self.deposit is not None:
            yield ("deposit",), self.deposit

    def _unknown_sources(self, where: Place, part: Sourced) -> list[tuple[Place, str]]:
        return [
            ((*where, "sources", at), f"{key!r} is not one of the pack's sources")
            for at, key in enumerate(part.sources)
            if key not in self.sources
        ]

    @property
    def needs_as_of(self) -> bool:
        """Whether a price depends on the day: the book expires."""
        return self.valid_to is not None

    @property
    def contains(self) -> str:
        """What a total of this book contains, in a sentence.

        >>> from apex_cli.packs.catalogue import Catalogue
        >>> Catalogue().load("pricing", "v1")[0].contains
        'engineering only: no fabrication, no foundation, no installation'
        """
        if scope_of(self.ref, self.scope) == "engineering":
            return ENGINEERING
        told = ", ".join(self.includes) or "the lines named"
        return f"{told}; not: {', '.join(self.excludes)}" if self.excludes else told

    def charged(self, addons: Collection[str]) -> list[tuple[int, AnyRow]]:
        """The rows that a project with these add-ons is charged, with their places."""
        return [
            (number, row)
            for number, row in enumerate(self.rows)
            if row.select == "always" or (row.select == "addon" and row.code in addons)
        ]

    def offered(
        self, addons: Collection[str], offer: Collection[str] | None = None
    ) -> dict[str, list[tuple[int, AnyRow]]]:
        """The rows of each option that is taken or offered, with their places.

        Args:
            addons: The options taken are among them.
            offer: Those to offer beside; None for all of them.
        """
        return {
            code: [(at, row) for at, row in enumerate(self.rows) if row.option == code]
            for code in self.options
            if code in addons or offer is None or code in offer
        }

    def quantities_for(
        self, addons: Collection[str], offer: Collection[str] | None = None
    ) -> frozenset[str]:
        """The named quantities that are asked for when these add-ons and options are chosen."""
        rows = [*self.charged(addons), *chain(*self.offered(addons, offer).values())]
        return frozenset(name for _, row in rows for name in names_of(row)) - OWN
