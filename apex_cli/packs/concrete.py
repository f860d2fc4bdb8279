"""The concrete pack: what an edition of ACI 318 asks of piers, slabs, and poles in concrete."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from apex_cli.packs.concrete_anchors import Anchorage
from apex_cli.packs.concrete_rules import (
    Detailing,
    Development,
    Embedment,
    Flexure,
    Hooks,
    Material,
    MinimumSteel,
    Plain,
    PlainConcrete,
    Psi,
    ShearRules,
    SizeEffect,
    TieRules,
)
from apex_cli.packs.concrete_slab import Slab
from apex_cli.packs.model import Pack, Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Place, Positive, field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

ShearMethod = Literal["axial_2014", "size_effect_2019"]
HookMethod = Literal["diameter_2014", "power_2019"]
TensionMethod = Literal["fixed_strain", "beyond_yield"]
PierMoment = Literal["larger", "ibc_limit", "rigid", "broms"]
ShearModel = Literal["rigid", "applied"]
MinReinforcement = Literal["one_percent", "half_percent", "cracking", "as_given"]
EmbedmentReading = Literal["plastic", "elastic", "pci"]
Size = Annotated[int, Meta(ge=3, le=18)]


class Methods(Model):
    """Which equations the pack feeds, where editions differ in them."""

    shear: ShearMethod = field(description="Shear that the concrete carries (22.5).")
    tension_controlled: TensionMethod = field(
        description="Strain from which a section counts as controlled by tension (21.2.2)."
    )
    hook: HookMethod = field(description="Development of hooks in tension (25.4.3).")


class Readings(Model):
    """What is taken where a standard leaves a choice and the project makes none."""

    pier_moment: PierMoment = field(description="How the moment grows below grade.")
    shear_model: ShearModel = field(description="The shear of the pier, or that at grade.")
    min_reinforcement: MinReinforcement = field(description="Least steel of a pier.")
    embedment: EmbedmentReading = field(description="How an embedded pole bears.")


class Bar(NamedTuple):
    """A reinforcing bar: its number, diameter (in), area (in2) and weight (lbf/ft)."""

    size: int
    diameter: Known
    area: Known
    weight: Known


class BarUnits(Model):
    """Units of the columns."""

    diameter: Literal["in"]
    area: Literal["in2"]
    weight: Literal["lbf/ft"]


class BarTable(Sourced):
    """Nominal dimensions of reinforcing bars: number of a bar to its row."""

    units: BarUnits
    columns: list[Literal["diameter", "area", "weight"]]
    rows: dict[Annotated[str, Meta(max_length=2)], list[Positive]]

    def consistent(self) -> None:
        """Each row has the three numbers, and bears the number of a bar."""
        refuse(self._faults())

    def _faults(self) -> Iterator[tuple[Place, str]]:
        if self.columns != ["diameter", "area", "weight"]:
            yield ("columns",), "must be diameter, area, weight"
        for name, row in self.rows.items():
            if not (name.isascii() and name.isdigit()):
                yield ("rows", name), "must be the number of a bar"
            if len(row) != len(self.columns):
                yield ("rows", name), f"must have {len(self.columns)} numbers"

    def bar(self, size: int) -> Bar | None:
        """The bar of this number; None if there is none."""
        row = self.rows.get(str(size))
        if row is None:
            return None
        return Bar(size, *(self.at("rows", size, n, value=row[n]) for n in range(3)))


class Cages(Sourced):
    """The reinforcement of a pier that a selection tries; spacings in inches."""

    units: Literal["in"]
    counts: list[Annotated[int, Meta(ge=3, le=200)]]
    sizes: list[Size]
    tie_sizes: list[Size]
    tie_spacings: list[Positive]


class Mats(Sourced):
    """The bars of a slab that a selection tries, at the bottom and at the top."""

    units: Literal["in"]
    sizes: list[Size]
    spacings: list[Positive]


class ConcretePack(Pack):
    """What an edition of ACI 318 says of reinforced piers, and where it leaves a choice."""

    kind: Literal["concrete"]
    adopted_by: list[ShortText] = field(description="Building codes that adopt this edition.")
    methods: Methods
    default_readings: Readings
    material: Material
    flexure: Flexure
    plain: PlainConcrete
    shear: ShearRules
    axial_stress: Psi | None = field(
        default=None, description="Axial stress that adds once the strength (axial_2014)."
    )
    axial_tension: Psi | None = field(
        default=None, description="Axial tension that takes all the strength (axial_2014)."
    )
    size_effect: SizeEffect | None = field(default=None, description="What size_effect_2019 reads.")
    torsion_threshold: Plain = field(description="Torsion that is neglected, over its root of f'c.")
    ties: TieRules
    minimum_steel: MinimumSteel
    detailing: Detailing
    development: Development
    hooks: Hooks
    embedment: Embedment
    anchorage: Anchorage
    slab: Slab
    bars: BarTable
    cages: Cages
    mats: Mats

    def consistent(self) -> None:
        """The method of shear has what it reads, and no other has; what is tried, there is."""
        refuse([*self._methods(), *self._stock()])

    def _stock(self) -> Iterator[tuple[Place, str]]:
        tried: tuple[tuple[Place, list[int]], ...] = (
            (("cages", "sizes"), self.cages.sizes),
            (("cages", "tie_sizes"), self.cages.tie_sizes),
            (("mats", "sizes"), self.mats.sizes),
        )
        for place, sizes in tried:
            if not {*sizes} <= {*self.sizes}:
                yield place, "must be numbers of bars that there are"

    def _methods(self) -> Iterator[tuple[Place, str]]:
        wanted: dict[ShearMethod, tuple[str, ...]] = {
            "axial_2014": ("axial_stress", "axial_tension"),
            "size_effect_2019": ("size_effect",),
        }
        for method, names in wanted.items():
            for name in names:
                if (needed := method == self.methods.shear) == (getattr(self, name) is None):
                    yield (name,), f"is needed for {method}" if needed else f"belongs to {method}"
        if (self.methods.hook == "power_2019") == (self.hooks.factors is None):
            told = "is needed for" if self.hooks.factors is None else "does not belong to"
            yield ("hooks", "factors"), f"{told} {self.methods.hook}"

    @cached_property
    def sizes(self) -> list[int]:
        """The numbers of the bars that there are."""
        return [int(name) for name in self.bars.rows]
