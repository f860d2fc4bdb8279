"""What the footing calculation answers.

The records are not frozen: to freeze one takes longer than most equations, and a sweep makes a
hundred thousand.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Alternative:
    """The depth under one published reading of a clause."""

    reading: str
    required_depth_ft: float


@dataclass(slots=True)
class Bearing:
    """Vertical bearing under the foundation.

    The pressure is None under a spread footing that tips over, the allowable where none is known.
    """

    pressure_psf: float | None
    allowable_psf: float | None
    ratio: float | None
    combination: str


@dataclass(slots=True)
class Stability:
    """A resistance held against what it resists: overturning (lbf-ft) or sliding (lbf)."""

    demand: float
    resistance: float
    unit: str
    ratio: float
    combination: str


@dataclass(slots=True)
class Foundation:
    """What one of several foundations asks for, were it built alone."""

    name: str
    lateral_load_lbf: float
    load_height_ft: float
    axial_lbf: float
    torsion_lbft: float
    required_depth_ft: float | None


@dataclass(slots=True, kw_only=True)
class FootingResult:
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


@dataclass(slots=True, kw_only=True)
class PierResult(FootingResult):
    """A drilled pier.

    `moment_max_kipft` is the greatest moment in a pier by Broms' method, factored as the method
    factors its load; None for the IBC, which has no diagram of pressure.
    `lateral_capacity_lbf` is the load that the built depth carries at the same height;
    `single_pass_depth_ft` is the depth printed by sheets that fix the lateral pressure at the
    provided depth instead of closing the loop.
    """

    lateral_capacity_lbf: float | None
    single_pass_depth_ft: float | None
    moment_max_kipft: float | None


@dataclass(slots=True, kw_only=True)
class SpreadResult(FootingResult):
    """A spread footing."""

    thickness_ft: float
    eccentricity_ft: float | None
    kern_ft: float
    bearing_max_psf: float | None
    bearing_min_psf: float
    overturning: Stability
    sliding: Stability | None
