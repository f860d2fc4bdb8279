"""The answer for a sign on a roof, strength level (1.0W) unless it says ASD."""

from msgspec import Struct

from apex_cli.solvers.exposure.result import Case, ElementWind, ExposureResult


class ReadingRow(Struct, frozen=True):
    """What a case of a reading brings to the roof: its shear, and its moments there."""

    reading: str
    case: Case
    cf: float | None
    shear_lbf: float
    moment_kipft: float
    torsion_kipft: float


class AtRoof(Struct, frozen=True):
    """What reaches the roof by the reading that is taken, and the larger torsion of both.

    `overturning_kipft` is about a level line in the roof below the sign, `torsion_kipft` about the
    vertical through its axis.
    """

    shear_lbf: float
    overturning_kipft: float
    torsion_kipft: float
    uplift_lbf: float
    dead_load_lbf: float


class FrameRow(Struct, frozen=True):
    """What one of the outermost frames takes: the most of any case, and at its feet.

    `couple_lbf` is what each of two feet takes of the moment; None of a single one. `press_lbf` and
    `pull_lbf` are the most that a foot presses on the roof and pulls at it in the combinations at
    strength level, those with `asd_` of the ones with allowable stresses; 0: it does not pull.
    """

    name: str
    case: Case
    shear_lbf: float
    moment_kipft: float
    dead_lbf: float
    uplift_lbf: float
    couple_lbf: float | None
    press_lbf: float
    pull_lbf: float
    asd_press_lbf: float
    asd_pull_lbf: float


class RoofResult(ExposureResult, frozen=True, kw_only=True):
    """What reaches the roof instead of grade.

    `height_ft` is the height of the velocity pressure of `elements`, which are those of the reading
    `taken`; `other_elements` are those of the other one.
    """

    mounting: str
    taken: str
    roof_ft: float
    gc_lateral: float
    gc_uplift: float
    plan_area_ft2: float
    readings: list[ReadingRow]
    at_roof: AtRoof
    frames: list[FrameRow]
    other_elements: list[ElementWind]
