"""The answer for a sign at a building, strength level (1.0W) unless it says ASD."""

from msgspec import Struct

from apex_cli.solvers.exposure.result import ElementWind, ExposureResult


class AnchorRow(Struct, frozen=True):
    """What the most loaded anchor of a group takes: from wind and weight, and in combinations.

    `tension_lbf` and `shear_lbf` are the most of the combinations at strength level, those with
    `asd_` of the ones with allowable stresses.
    """

    count: int
    tributary_area_ft2: float | None
    outward_psf: float | None
    wind_tension_lbf: float
    dead_tension_lbf: float
    tension_lbf: float
    shear_lbf: float
    asd_tension_lbf: float
    asd_shear_lbf: float


class ZonePart(Struct, frozen=True):
    """The part of a cabinet in one zone of the wall; the pressures are sizes."""

    zone: int
    area_ft2: float
    gcp_inward: float
    gcp_outward: float
    inward_psf: float
    outward_psf: float


class WallCabinet(ElementWind, frozen=True, kw_only=True):
    """A cabinet on a wall: `pressure_psf` and `force_lbf` are the larger of both directions.

    `zones` has the zones whose pressures are taken; `effective_area_ft2` is that by which the
    coefficients are read.
    """

    effective_area_ft2: float
    inward_lbf: float
    outward_lbf: float
    weight_lbf: float | None
    zones: list[ZonePart]
    anchors: AnchorRow | None


class Reaction(Struct, frozen=True):
    """What a case brings to the wall: off it (minus: towards it), along it, down, and moments.

    `turn_kipft` turns about a vertical line in the wall, `lean_kipft` about a level one.
    """

    case: str
    outward_lbf: float | None
    along_lbf: float
    down_lbf: float
    turn_kipft: float
    lean_kipft: float


class AtWall(Struct, frozen=True):
    """The most that any case brings to the wall; None where this kind of sign brings none."""

    inward_lbf: float | None
    outward_lbf: float | None
    along_lbf: float | None
    turn_kipft: float | None
    down_lbf: float
    lean_kipft: float


class BracketRow(Struct, frozen=True):
    """What the most loaded bracket of a projecting sign takes, strength level (1.0W and 1.0D).

    `turn_lbft` is the moment of the wind about the vertical, `pull_lbf` what the weight pulls at
    the uppermost bracket; with a single bracket that is a moment, `lean_lbft`.
    """

    count: int
    along_lbf: float
    turn_lbft: float
    down_lbf: float
    pull_lbf: float | None
    lean_lbft: float | None


class BuildingResult(ExposureResult, frozen=True, kw_only=True):
    """What reaches the wall instead of grade.

    `height_ft` is the height of the velocity pressure; `anchors` is the group whose anchors take
    most.
    """

    mounting: str
    zone_width_ft: float | None
    reactions: list[Reaction]
    at_wall: AtWall | None
    brackets: BracketRow | None = None
    anchors: AnchorRow | None
