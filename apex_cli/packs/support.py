"""The support pack: what an edition of AISC 360 says of the steel between sign and ground."""

from functools import cached_property
from typing import Annotated, Literal, get_args

from msgspec import Meta

from apex_cli.packs.combinations import Combinations
from apex_cli.packs.model import Constant, Pack, Share
from apex_cli.packs.sections import Family
from apex_cli.packs.support_base import Plates, Rods
from apex_cli.packs.support_joints import Resistance, Threads, Welds
from apex_cli.records.fields import Refused, field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

TubeShape = Literal["round", "rectangular"]
MaterialName = Literal["a53b", "a500b", "a500c", "a1085"]
MATERIALS: tuple[MaterialName, ...] = get_args(MaterialName)
A500Edition = Literal["before_21", "21"]
DesignMethod = Literal["lrfd", "asd"]
WindLoad = Literal["1.0W", "0.7W", "0.6W", "0.42W"]
WIND_LOADS: tuple[WindLoad, ...] = get_args(WindLoad)
FlangeMethod = Literal["f7_2016", "f7_2022"]
TorsionMethod = Literal["uniaxial", "biaxial"]
ThreadMethod = Literal["nominal_area", "nominal_or_stress_area"]
WeldMethod = Literal["directional", "directional_not_at_hss_ends"]

Plain = Constant[Literal["1"]]
Ksi = Constant[Literal["ksi"]]
Inches = Constant[Literal["in"]]
Feet = Constant[Literal["ft"]]


class Methods(Model):
    """Which equations the pack feeds, where editions differ in them."""

    flange: FlangeMethod = field(description="Walls of rectangular HSS in flexure (F7).")
    torsion_interaction: TorsionMethod = field(description="Bending in H3-6.")
    threads: ThreadMethod = field(description="Area in tension of threaded parts (J3).")
    weld: WeldMethod = field(description="Where a fillet weld may gain by its direction (J2.4).")


TUBES: dict[Family, TubeShape] = {
    "pipe": "round",
    "round_hss": "round",
    "square_hss": "rectangular",
    "rectangular_hss": "rectangular",
}
"""The tube that a section of each family is."""


class Strength(Model):
    """Strengths of a material in one shape, under one edition of its standard."""

    shape: TubeShape
    edition: A500Edition | None = field(default=None, description="Edition of ASTM A500.")
    yield_strength: Ksi
    tensile_strength: Ksi


class Material(Model):
    """A listed material of tubes."""

    name: MaterialName
    title: ShortText
    design_wall: Share = field(description="Design wall over nominal wall.")
    families: Annotated[list[Family], Meta(min_length=1)] = field(
        description="Families of sections that are made of it: what a selection looks through."
    )
    strengths: Annotated[list[Strength], Meta(min_length=1)]

    @property
    def shapes(self) -> tuple[TubeShape, ...]:
        """The shapes that it is made in."""
        return tuple(dict.fromkeys(row.shape for row in self.strengths))

    def consistent(self) -> None:
        """A shape stands once, or once for each edition of A500; families have strengths."""
        for shape in self.shapes:
            found = [row.edition for row in self.strengths if row.shape == shape]
            if set(found) != {None} and sorted(map(str, found)) != sorted(get_args(A500Edition)):
                raise Refused(f"{shape}: one row for each edition of A500, or one for all")
            if len(set(found)) != len(found):
                raise Refused(f"{shape}: stands twice")
        for family in self.families:
            if TUBES[family] not in self.shapes:
                raise Refused(f"{family}: has no strengths as {TUBES[family]} tube")

    def strength(self, shape: TubeShape, edition: A500Edition) -> Strength | None:
        """Its strengths in this shape; None if it is not made so."""
        for row in self.strengths:
            if row.shape == shape and row.edition in {None, edition}:
                return row
        return None


class Resistances(Model):
    """Factors of each kind of strength."""

    flexure: Resistance
    shear: Resistance
    compression: Resistance
    torsion: Resistance
    weld: Resistance
    threads: Resistance
    bearing: Resistance = field(description="On concrete.")


class Slenderness(Model):
    """Limits of Table B4.1 and of what stands on it.

    Those of round walls are multiples of E/Fy, those of flat walls of its root.
    """

    round_compact: Plain
    round_noncompact: Plain
    round_limit: Plain
    round_compression: Plain
    flange_compact: Plain
    flange_noncompact: Plain
    web_compact: Plain
    web_noncompact: Plain
    wall_compression: Plain
    effective_width_1: Plain = field(description="c1 of effective widths in compression.")
    effective_width_2: Plain = field(description="c2 of effective widths in compression.")
    shear_buckling: Plain = field(description="k_v of the walls of rectangular HSS.")


class Stability(Model):
    """Second-order effects, by the direct analysis method."""

    alpha_lrfd: Plain
    alpha_asd: Plain
    stiffness: Share = field(description="Share of the stiffness that counts.")
    notional_load: Share = field(description="Notional lateral load over the gravity load.")
    notional_drift: Plain = field(description="Drift ratio up to which it may stand aside.")
    review_drift: Plain = field(description="Amplification above which an engineer looks.")
    direct_length: Plain = field(description="K of a pole in the direct analysis method.")
    effective_length: Plain = field(description="K of a pole by the method of effective lengths.")
    cantilever_moment: Plain = field(description="C_b of a cantilever.")
    torsion_neglected: Share = field(description="Tr/Tc up to which torsion is neglected.")
    axial_boundary: Share = field(description="Pr/Pc that parts H1-1a and H1-1b.")


class Splices(Model):
    """Stages that stand in one another."""

    lap_walls: Plain = field(description="Least lap over the thinner wall.")
    least_lap: Inches
    snug_gap: Inches = field(description="Gap up to which a fillet is made as drawn.")
    most_gap: Inches = field(description="Gap beyond which a fillet needs rings or shims.")
    fatigue_height: Feet = field(description="Above it welded sleeves need a fatigue review.")


class Deflection(Model):
    """A share of the strength-level wind under which deflection is told."""

    name: WindLoad
    factor: Plain


class SupportPack(Pack):
    """What an edition of AISC 360 says of tubes, their welds and their stability."""

    kind: Literal["support"]
    adopted_by: list[ShortText] = field(description="Building codes that adopt this edition.")
    methods: Methods
    elastic_modulus: Ksi
    default_a500_edition: A500Edition = field(
        description="Edition of ASTM A500 unless the project names one."
    )
    design_wall: Share = field(description="Design over nominal wall of any other welded tube.")
    materials: list[Material]
    resistances: Resistances
    slenderness: Slenderness
    stability: Stability
    welds: Welds
    threads: Threads
    rods: Rods
    plates: Plates
    splices: Splices
    deflection: list[Deflection]
    combinations: Combinations = field(
        description="Of loads that are given; the wind's answer has its own."
    )
    dead_alone: Combinations = field(description="Dead load without wind, beside either.")

    @cached_property
    def material(self) -> dict[str, Material]:
        """The materials by name."""
        return {row.name: row for row in self.materials}

    @cached_property
    def wind_factors(self) -> dict[WindLoad, Plain]:
        """The shares of the wind by name."""
        return {row.name: row.factor for row in self.deflection}

    def consistent(self) -> None:
        """Each material and each load stands once."""
        names = [row.name for row in self.materials]
        loads = [row.name for row in self.deflection]
        known: tuple[tuple[str, list[str], list[str]], ...] = (
            ("materials", [*names], sorted(MATERIALS)),
            ("deflection", [*loads], sorted(WIND_LOADS)),
        )
        refuse(
            ((name,), f"must be {', '.join(asked)}, each once")
            for name, found, asked in known
            if sorted(found) != asked
        )
