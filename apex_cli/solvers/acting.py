"""Forces along the height: the link from wind to what stands between sign and ground."""

from typing import Literal

from msgspec import Struct

Case = Literal["A", "B", "C"]
Direction = Literal["front", "side"]
"""Wind on the faces, or along the sign on its sides."""


class Load(Struct, frozen=True):
    """A force in one case, strength level.

    Args:
        force: lbf.
        height: Where its resultant acts, ft above grade.
        offset: From the support's axis, ft; None: a pole's.
        arm: Eccentricity, ft; None: none.
        bottom: Where what takes the wind begins, ft above grade.
        top: Where it ends.
    """

    force: float
    height: float
    offset: float | None
    arm: float | None
    bottom: float
    top: float


class Blow(Struct, frozen=True):
    """The forces of one case of the wind from one direction."""

    case: Case
    direction: Direction
    loads: tuple[Load, ...]


class Hung(Struct, frozen=True):
    """The weight of a cabinet: lbf, from and to which height, and how far off the axis, ft."""

    weight: float
    bottom: float
    top: float
    offset: float


class Actions(Struct, frozen=True):
    """What acts along the height of a sign.

    Args:
        blows: Every case of either direction, also of that which asks for less.
        hung: The weights of the cabinets and of what hangs beside them.
        iced: The weights of ice, which is not there where it would help.
    """

    blows: tuple[Blow, ...]
    hung: tuple[Hung, ...]
    iced: tuple[Hung, ...] = ()
