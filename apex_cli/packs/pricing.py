"""A price book: dated rows, each with its source."""

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.packs.model import Sourced
from apex_cli.packs.pricing_fields import Factor
from apex_cli.packs.pricing_order import order, shop_faults
from apex_cli.packs.pricing_quantities import OWN
from apex_cli.packs.pricing_rows import AnyRow, PricedRow, Row, Tax, names_of
from apex_cli.packs.pricing_shop import ShopBook
from apex_cli.records.fields import Place, field, refuse, whole
from apex_cli.vocabulary import IsoDate, ShortText


class Region(Sourced):
    """Regional indices: what the book's prices are multiplied by."""

    material: Factor
    installation: Factor


class PricingPack(ShopBook):
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
    """

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
        refuse([*faults, *shop_faults(self, self.rows)])

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

    def charged(self, addons: Collection[str]) -> list[tuple[int, Row]]:
        """The rows that a project with these add-ons is charged, with their places."""
        return [
            (number, row)
            for number, row in enumerate(self.rows)
            if row.select == "always" or (row.select == "addon" and row.code in addons)
        ]

    def offered(
        self, addons: Collection[str], offer: Collection[str] | None = None
    ) -> dict[str, list[tuple[int, Row]]]:
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
