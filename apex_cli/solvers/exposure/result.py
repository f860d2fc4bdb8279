"""The answer of the wind calculation, strength level (1.0W) unless it says ASD."""

from typing import ClassVar

from msgspec import Struct

from apex_cli.solvers.acting import Actions, Case, Direction

__all__ = ["Case", "Direction"]


class ProfileRow(Struct, frozen=True):
    """The velocity pressure at one height."""

    height_ft: float
    kz: float | None
    kzt: float | None
    velocity_pressure_psf: float


class Region(Struct, frozen=True):
    """A strip of Case C, measured from the windward edge."""

    from_ft: float
    to_ft: float
    cf: float
    force_lbf: float


class ElementWind(Struct, frozen=True):
    """The wind on one cabinet or one exposed length of pole.

    `offset_ft` is where the middle of a face stands, from the support's axis, and `width_ft` how
    wide it is, both across the wind on the faces; a pole and the side of a cabinet have neither. A
    sign on a wall has pressures of its zones, and neither `cf` nor `aspect_ratio`; under a given
    pressure nothing has shape ratios, K_d or a velocity pressure.
    """

    name: str
    kind: str
    area_ft2: float
    centroid_ft: float
    aspect_ratio: float | None
    clearance_ratio: float | None
    cf: float | None
    kd: float | None
    velocity_pressure_psf: float | None
    pressure_psf: float
    force_lbf: float
    minimum_governs: bool
    case_c: list[Region]
    offset_ft: float | None = None
    width_ft: float | None = None


class CaseTotal(Struct, frozen=True):
    """What one case of the figure brings to grade."""

    case: Case
    direction: Direction
    shear_lbf: float
    moment_kipft: float
    torsion_kipft: float


class Base(Struct, frozen=True):
    """The governing case: the largest moment, and among equals the largest torsion."""

    case: Case
    direction: Direction
    shear_lbf: float
    moment_kipft: float
    torsion_kipft: float
    load_height_ft: float
    dead_load_lbf: float
    dead_moment_kipft: float
    largest_shear_case: Case
    largest_shear_lbf: float
    largest_torsion_case: Case
    largest_torsion_kipft: float


class Push(Struct, frozen=True):
    """What the wind from one direction brings, allowable-stress level.

    `load_height_ft` is that at which the shear gives the moment of D + 0.6W: that of an offset dead
    load is across the wind on the faces, and in line with wind along the sign.
    """

    direction: Direction
    shear_lbf: float
    moment_kipft: float
    load_height_ft: float


class Asd(Struct, frozen=True):
    """The governing case with the wind's factor of allowable-stress design.

    `load_height_ft` is that at which the largest shear of any case gives the resultant moment of
    D + 0.6W, an offset dead load included. `directions` has both, where the side is known.
    """

    factor: float
    shear_lbf: float
    moment_kipft: float
    torsion_kipft: float
    load_height_ft: float
    largest_shear_lbf: float
    largest_torsion_kipft: float
    directions: list[Push]


class CombinationRow(Struct, frozen=True):
    """A load combination at grade, and what it governs."""

    name: str
    level: str
    axial_lbf: float
    shear_lbf: float
    moment_kipft: float
    torsion_kipft: float
    governs: list[str]


class PoleRow(Struct, frozen=True):
    """What one of several poles takes in the case that is worst for it."""

    name: str
    case: Case
    direction: Direction
    share: float
    shear_lbf: float
    moment_kipft: float
    torsion_kipft: float
    axial_lbf: float
    asd: Asd


class Alternative(Struct, frozen=True):
    """Another reading of which cabinets are one face: the most of its cases, wind on the faces."""

    reading: str
    shear_lbf: float
    moment_kipft: float
    torsion_kipft: float


class ExposureResult(Struct, frozen=True):
    """From wind speed to what reaches the base of the sign.

    `acting` is for the calculations that come after: an envelope does not report it.
    """

    unreported: ClassVar[tuple[str, ...]] = ("acting",)

    standard: str
    height_ft: float | None
    kz: float | None
    kzt: float | None
    ke: float | None
    kd: float | None
    velocity_pressure_psf: float | None
    gust_factor: float | None
    gust_method: str | None
    natural_frequency_hz: float | None
    profile: list[ProfileRow]
    elements: list[ElementWind]
    cases: list[CaseTotal]
    base: Base | None
    asd: Asd | None
    combinations: list[CombinationRow]
    per_pole: list[PoleRow] | None
    not_checked: list[str]
    alternatives: list[Alternative]
    acting: Actions | None = None


class StageRow(Struct, frozen=True):
    """A stage of the poles, as its section or the project has it; `depth_in` is along the wind."""

    name: str
    section: str | None
    shape: str
    width_in: float
    depth_in: float
    wall_in: float | None
    weight_plf: float | None
    bottom_ft: float
    top_ft: float


class StagedResult(ExposureResult, frozen=True):
    """The answer for poles of named sections or of stages, with what these are."""

    stages: list[StageRow] = []


class GivenRow(Struct, frozen=True):
    """A pressure that was given, and what was made of it.

    `on_faces_psf` is what presses on the faces at strength level, any force coefficient included,
    `on_poles_psf` the same on the poles.
    """

    pressure_psf: float
    level: str
    on_faces_psf: float
    on_poles_psf: float
    eccentricity: float
    source: str


class GivenResult(StagedResult, frozen=True, kw_only=True):
    """The answer for a given pressure, with its citation."""

    given: GivenRow
