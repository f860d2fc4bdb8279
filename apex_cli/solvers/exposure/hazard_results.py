"""What an earthquake brings to grade beside the wind, and what ice weighs."""

from typing import ClassVar

from msgspec import Struct

from apex_cli.solvers.acting import Hung


class LevelRow(Struct, frozen=True):
    """Earthquake and wind at grade in the combinations of one level."""

    name: str
    level: str
    shear_lbf: float
    wind_shear_lbf: float
    shear_ratio: float
    moment_kipft: float
    wind_moment_kipft: float
    moment_ratio: float
    least_axial_lbf: float


class SeismicResult(Struct, frozen=True):
    """What an earthquake brings to grade, strength level, beside the wind.

    `factor` is the largest ratio of earthquake to wind where the earthquake governs, and of wind to
    earthquake where it does not.
    """

    standard: str
    sds: float
    sd1: float | None
    s1: float
    importance: float
    response_modification: float
    period_s: float | None
    cs: float
    cs_by: str
    weight_lbf: float
    exponent: float
    load_height_ft: float
    shear_lbf: float
    moment_kipft: float
    levels: list[LevelRow]
    governs: bool
    factor: float | None
    line: str


class IcedRow(Struct, frozen=True):
    """The ice on a cabinet, a stage of the poles or an attachment."""

    name: str
    weight_lbf: float


class IceResult(Struct, frozen=True):
    """The weight of ice, which is within the dead load of combinations that take all of it."""

    unreported: ClassVar[tuple[str, ...]] = ("hung",)

    standard: str
    thickness_in: float
    density_pcf: float
    parts: list[IcedRow]
    hung: tuple[Hung, ...]
