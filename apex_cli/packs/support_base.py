"""The parts of a support pack that stand at the foot: anchor rods and base plates."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, NamedTuple, get_args

from msgspec import Meta

from apex_cli.packs.model import Constant, Share, Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Place, Positive, Refused, field, refuse
from apex_cli.records.model import Model

RodGrade = Literal[36, 55, 105]
RodColumn = Literal["diameter", "threads", "nut", "edge"]


class RodSize(NamedTuple):
    """A rod: its diameter, in, with what the table has of it.

    Args:
        diameter: in.
        threads: Threads in an inch (UNC).
        nut: Width of the heavy hex nut across its flats, in.
        edge: Least distance from its middle to the plate's edge, in.
    """

    diameter: Known
    threads: Known
    nut: Known
    edge: Known


class RodUnits(Model):
    """Units of the columns."""

    diameter: Literal["in"]
    threads: Literal["1/in"]
    nut: Literal["in"]
    edge: Literal["in"]


class RodTable(Sourced):
    """The rods that there are."""

    units: RodUnits
    columns: list[RodColumn]
    rows: Annotated[list[list[Positive]], Meta(min_length=1)]

    def consistent(self) -> None:
        """Each row has the four numbers, and the diameters rise."""
        refuse(self._faults())

    def _faults(self) -> Iterator[tuple[Place, str]]:
        names = get_args(RodColumn)
        if self.columns != [*names]:
            yield ("columns",), f"must be {', '.join(names)}"
        short = [n for n, row in enumerate(self.rows) if len(row) != len(names)]
        yield from ((("rows", n), f"must have {len(names)} numbers") for n in short)
        found = self.diameters if not short else []
        if found != sorted(set(found)):
            yield ("rows",), "the diameters must rise"

    @cached_property
    def diameters(self) -> list[float]:
        """The diameters, in."""
        return [row[0] for row in self.rows]

    def size(self, diameter: float) -> RodSize | None:
        """The rod of this diameter; None if there is none."""
        if diameter not in self.diameters:
            return None
        at = self.diameters.index(diameter)
        row = self.rows[at]
        return RodSize(*(self.at("rows", at, n, value=row[n]) for n in range(len(row))))


class RodStock(Sourced):
    """The anchor rods that a selection tries."""

    units: Literal["in"]
    counts: list[Annotated[int, Meta(ge=3, le=64)]]
    diameters: list[Positive]
    circles: list[Positive]
    embedments: list[Positive]


class PlateStock(Sourced):
    """The base plates that a selection tries."""

    units: Literal["in"]
    widths: list[Positive]
    thicknesses: list[Positive]


class RodSteel(Model):
    """Strengths of a grade of ASTM F1554."""

    grade: RodGrade
    yield_strength: Constant[Literal["ksi"]]
    tensile_strength: Constant[Literal["ksi"]]


class Rods(Model):
    """Anchor rods."""

    sizes: RodTable
    grades: list[RodSteel]
    spacing: Constant[Literal["1"]] = field(description="Least spacing over the diameter.")
    bending: Constant[Literal["1"]] = field(
        description="Greatest plastic over elastic moment of a round bar."
    )
    top: Constant[Literal["1"]] = field(
        description="Length above the plate over the diameter, for weights."
    )
    stock: RodStock

    def consistent(self) -> None:
        """Each grade stands once; the rods in stock are rows of the table."""
        if sorted(row.grade for row in self.grades) != sorted(get_args(RodGrade)):
            raise Refused((("grades",), "must be 36, 55, 105, each once"))
        if not {*self.stock.diameters} <= {*self.sizes.diameters}:
            raise Refused((("stock", "diameters"), "must be diameters of the table of sizes"))

    def steel(self, grade: float) -> RodSteel:
        """The grade."""
        return next(row for row in self.grades if row.grade == grade)


class Plates(Model):
    """Base plates on rods or on grout."""

    face: Share = field(description="The pole's face over its width.")
    round_line: Share = field(
        description="Where a plate bends beside a round pole, over the pole's width."
    )
    flat_line: Share = field(
        description="Where it bends beside a rectangular one, over the pole's width."
    )
    bearing: Share = field(description="Stress on concrete over its strength.")
    bearing_most: Constant[Literal["1"]] = field(description="The greatest, on a wider support.")
    base_metal: Share = field(
        description="Shear strength of the metal beside a weld over its tensile strength."
    )
    weight: Constant[Literal["pcf"]] = field(description="Weight of steel.")
    stock: PlateStock
