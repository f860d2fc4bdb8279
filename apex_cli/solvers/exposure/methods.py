"""Which equations a pack's `method` means: where directionality and elevation stand."""

from collections.abc import Callable

from msgspec import Struct

from apex_cli.packs.exposure import Method
from apex_cli.solvers.exposure.equations import pressure, roofs, signs, walls


class Algebra(Struct, frozen=True):
    """The equations of an edition; pressure or forces carry K_d, as their cards say.

    Args:
        pressure: The velocity pressure.
        sign_force: Force on a solid sign.
        structure_force: Force on an open sign, frame or pole.
        wall_pressure: Pressure on a sign on a wall.
        rooftop_force: Lateral force on a rooftop structure.
        rooftop_uplift: Uplift on one.
    """

    pressure: Callable[..., float]
    sign_force: Callable[..., float]
    structure_force: Callable[..., float]
    wall_pressure: Callable[..., float]
    rooftop_force: Callable[..., float]
    rooftop_uplift: Callable[..., float]


METHODS: dict[Method, Algebra] = {
    "kd_in_pressure_without_ke": Algebra(
        pressure.velocity_pressure_without_ke,
        signs.sign_force,
        signs.structure_force,
        walls.wall_pressure,
        roofs.rooftop_force,
        roofs.rooftop_uplift,
    ),
    "kd_in_pressure": Algebra(
        pressure.velocity_pressure_with_kd,
        signs.sign_force,
        signs.structure_force,
        walls.wall_pressure,
        roofs.rooftop_force,
        roofs.rooftop_uplift,
    ),
    "kd_in_force": Algebra(
        pressure.velocity_pressure,
        signs.sign_force_with_kd,
        signs.structure_force_with_kd,
        walls.wall_pressure_with_kd,
        roofs.rooftop_force_with_kd,
        roofs.rooftop_uplift_with_kd,
    ),
}
