"""What the check of a base plate answers; None is what was not checked."""

from msgspec import Struct, field


class OtherReading(Struct):
    """What a number of the answer is by another reading."""

    reading: str
    quantity: str
    value: float


class PlateRow(Struct, kw_only=True):
    """The plate and its rods, at the level of the method.

    `rods_governed_by` is what asks for most of the rods, with the standard and the combination.
    """

    required_thickness_in: float | None = None
    rod_tension_lbf: float | None = None
    rod_shear_lbf: float | None = None
    rods_governed_by: str | None = None
    breakout_lbf: float | None = None
    shear_breakout_lbf: float | None = None
    alternatives: list[OtherReading] = field(default_factory=list)


class BaseResult(Struct, kw_only=True):
    """The foot of one pole; `plate_lbf` and `rods_lbf` are of one pole."""

    plate: PlateRow = field(default_factory=PlateRow)
    plate_lbf: float | None = None
    rods_lbf: float | None = None
    not_checked: list[str] = field(default_factory=list)
