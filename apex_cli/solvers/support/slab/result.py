"""What the check of a slab answers; None is what was not checked."""

from typing import ClassVar

from msgspec import Struct, field

from apex_cli.solvers.support.pier.result import Bars


class DowelRow(Struct, kw_only=True):
    """The dowels into the stem, under the combination that asks for most of them.

    Moments and strengths are along side 1 and side 2; of a round stem the first is in the plane of
    the moment, the second None. `lap_in` is that of class B with the bars of the stem.
    """

    combination: str
    count: int
    ratio: float | None
    axial_lbf: float
    shear_lbf: float
    torsion_kipft: float
    moments_kipft: list[float]
    strengths_kipft: list[float]
    steel_in2: float
    least_steel_in2: float
    development_in: float
    embedment_in: float
    lap_in: float


class SlabResult(Struct, kw_only=True):
    """A slab of one foundation, at strength level; every foundation is built alike.

    Moments, shears and steel are those of the direction with the largest share of its strength.
    `required_steel_in2` is what moment and least steel ask for there, of `steel_in2` that there
    is; schedule and `rebar_lbf` are of one slab. What an envelope tells elsewhere is not reported.
    """

    unreported: ClassVar[tuple[str, ...]] = ("rebar_lbf", "not_checked")

    standard: str
    combination: str | None = None
    pressure_psf: float | None = None
    effective_depth_in: float | None = None
    moment_kipft: float | None = None
    flexural_strength_kipft: float | None = None
    top_moment_kipft: float | None = None
    top_strength_kipft: float | None = None
    one_way_shear_lbf: float | None = None
    one_way_strength_lbf: float | None = None
    two_way_stress_psi: float | None = None
    two_way_strength_psi: float | None = None
    required_steel_in2: float | None = None
    steel_in2: float | None = None
    development_in: float | None = None
    dowels: DowelRow | None = None
    rebar_lbf: float | None = None
    schedule: list[Bars] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)
