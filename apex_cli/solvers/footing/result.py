"""What the footing calculation answers."""

from typing import ClassVar

from msgspec import Struct, field

from apex_cli.solvers.buried import Buried, Laid


class Alternative(Struct, frozen=True):
    """The depth under one published reading of a clause."""

    reading: str
    required_depth_ft: float


class Bearing(Struct, frozen=True):
    """Vertical bearing under the foundation.

    The pressure is None under a spread footing that tips over, the allowable where none is known.
    """

    pressure_psf: float | None
    allowable_psf: float | None
    ratio: float | None
    combination: str


class Stability(Struct, frozen=True):
    """A resistance held against what it resists: overturning (lbf-ft) or sliding (lbf)."""

    demand: float
    resistance: float
    unit: str
    ratio: float
    combination: str


class Corner(Struct, frozen=True):
    """The corner of a spread footing that presses most when the load stands off both axes.

    The direction is that of the wind, in degrees off the side `width_ft`, or off the shorter side
    where the wind may come from any; the eccentricities are along that side and along the other.
    """

    pressure_psf: float
    ratio: float
    combination: str
    wind_direction_deg: float
    eccentricity_ft: float
    eccentricity_across_ft: float


class StemPart(Struct, frozen=True):
    """What fills between the slab and grade; its concrete is that of all foundations."""

    shape: str
    width_ft: float
    length_ft: float
    height_ft: float
    concrete_yd3: float


class Stretch(Struct, frozen=True):
    """A stretch of a wall on its strip footing, all of one foot of it."""

    name: str
    from_ft: float
    to_ft: float
    lateral_plf: float
    load_height_ft: float
    axial_plf: float
    ratio: float
    governed_by: str


class Foundation(Struct, frozen=True):
    """What one of several foundations asks for, were it built alone."""

    name: str
    lateral_load_lbf: float
    load_height_ft: float
    axial_lbf: float
    torsion_lbft: float
    required_depth_ft: float | None


class FootingResult(Struct, frozen=True, kw_only=True):
    """A foundation: what it must carry, how deep it goes, what it is made of.

    Volumes are those of all `count` foundations together, to grade and without waste; every
    foundation is built like the governing one.
    """

    standard: str
    method: str
    type: str
    constraint: str | None
    shape: str
    width_ft: float
    length_ft: float | None
    lateral_load_lbf: float
    load_height_ft: float
    axial_lbf: float
    torsion_lbft: float
    lateral_pressure_psf: float | None
    required_depth_ft: float
    depth_ft: float
    governed_by: str
    alternatives: list[Alternative]
    concrete_yd3: float
    spoil_yd3: float
    concrete_weight_lbf: float
    count: int
    governing: str | None
    bearing: Bearing
    foundations: list[Foundation] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)


class PierResult(FootingResult, frozen=True, kw_only=True):
    """A drilled pier.

    `moment_max_kipft` is the greatest moment in a pier by Broms' method, factored as the method
    factors its load; None for the IBC, which has no diagram of pressure.
    `lateral_capacity_lbf` is the load that the built depth carries at the same height;
    `single_pass_depth_ft` is the depth printed by sheets that fix the lateral pressure at the
    provided depth instead of closing the loop.
    `buried` is for the calculations that come after: an envelope does not report it.
    """

    unreported: ClassVar[tuple[str, ...]] = ("buried",)

    lateral_capacity_lbf: float | None
    single_pass_depth_ft: float | None
    moment_max_kipft: float | None
    buried: Buried


class PlantedResult(PierResult, frozen=True, kw_only=True):
    """A post planted in a hole full of concrete.

    `resisting_moment_kipft` is what the ground resists about the fulcrum, without a factor.
    """

    fulcrum_depth_ft: float
    resisting_moment_kipft: float


class SpreadResult(FootingResult, frozen=True, kw_only=True):
    """A spread footing.

    `bearing_corner` is there where the load may stand off both axes, `overturning_across` where an
    offset dead load turns the footing about its other axis. `stem` is what fills between slab and
    grade, None where the slab reaches grade or nothing is known of it. Where there are `stretches`
    the footing is a strip under a wall, and pressures, overturning and sliding are those of one
    foot of the governing one. `laid` is for the calculations that come after, None of a strip: an
    envelope does not report it.
    """

    unreported: ClassVar[tuple[str, ...]] = ("laid",)

    thickness_ft: float
    eccentricity_ft: float | None
    kern_ft: float
    bearing_max_psf: float | None
    bearing_min_psf: float
    bearing_corner: Corner | None
    overturning: Stability
    overturning_across: Stability | None
    sliding: Stability | None
    stem: StemPart | None
    stretches: list[Stretch] = field(default_factory=list)
    laid: Laid | None = None


class OrdinanceResult(SpreadResult, frozen=True, kw_only=True):
    """A spread footing that a local ordinance holds against overturning too."""

    local_overturning: Stability
