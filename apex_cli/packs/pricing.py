"""A price book: dated rows, each with its source."""

from collections.abc import Collection, Iterator, Sequence
from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.packs.model import Pack, Sourced
from apex_cli.packs.pricing_fields import Factor
from apex_cli.packs.pricing_quantities import OWN
from apex_cli.packs.pricing_rows import AnyRow, Percent, PricedRow, Rounding, Row, Tax, names_of
from apex_cli.records.fields import Place, field, refuse, whole
from apex_cli.vocabulary import IsoDate, ShortText


class Region(Sourced):
    """Regional indices: what the book's prices are multiplied by."""

    material: Factor
    installation: Factor


class PricingPack(Pack):
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
            faults += [((*where, *at), detail) for at, detail in _order(row, self.rows[:number])]
            faults += self._unknown_sources(where, row)
            if isinstance(row, PricedRow) and row.index and not self.regions:
                faults.append(((*where, "index"), "the book has no regions"))
            if taxed and row.taxable is None and not isinstance(row, Tax):
                faults.append(((*where, "taxable"), "is missing: the book has a tax"))
        refuse(faults)

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

    def quantities_for(self, addons: Collection[str]) -> frozenset[str]:
        """The named quantities that are asked for when these add-ons are chosen."""
        chosen = (row for row in self.rows if row.select == "always" or row.code in addons)
        return frozenset(name for row in chosen for name in names_of(row)) - OWN


def _order(row: Row, before: Sequence[Row]) -> Iterator[tuple[Place, str]]:
    """What is wrong with a row after the rows before it."""
    codes = [other.code for other in before]
    if row.code in codes:
        yield ("code",), f"row {codes.index(row.code)} has the code {row.code!r} already"
    if isinstance(row, Percent) and row.of != ["above"]:
        for at, code in enumerate(row.of):
            if code not in codes:
                yield ("of", at), f"{code!r} is not the code of a row above"
    if not isinstance(row, Tax):
        if any(isinstance(other, Tax) for other in before):
            yield (), "only another tax may follow a tax"
        elif any(isinstance(other, Rounding) for other in before):
            yield (), "only a tax may follow the rounding"
