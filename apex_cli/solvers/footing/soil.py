"""The ground as the methods see it: the project's values, else its class in the pack's table."""

from functools import lru_cache
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.footing import Column, FootingPack
from apex_cli.project.foundation import Soil

_OWN = ("lateral_psf_per_ft", "vertical_psf", "friction", "cohesion_psf")


class Ground(NamedTuple):
    """What is known of the ground; None where nothing is.

    Args:
        lateral: Allowable lateral bearing per foot of depth, psf/ft.
        vertical: Allowable vertical bearing, psf.
        friction: Coefficient of sliding friction.
        cohesion: Cohesion for sliding, psf.
        unit_weight: Unit weight, pcf.
        strength: Undrained shear strength, psf.
        angle: Angle of internal friction, degrees.
    """

    lateral: float | None
    vertical: float | None
    friction: float | None
    cohesion: float | None
    unit_weight: float | None
    strength: float | None
    angle: float | None


def ground(soil: Soil, pack: FootingPack, trace: Bare) -> Ground:
    """The ground of the project.

    Raises:
        InvalidInput: The table has no such class.
    """
    if trace.told:
        _tell(soil, pack, trace)
    return _ground(soil, pack)


@lru_cache(maxsize=8)  # a sweep asks for the same ground again and again
def _ground(soil: Soil, pack: FootingPack) -> Ground:
    return Ground(
        _value(soil.lateral_psf_per_ft, soil, pack, "lateral"),
        _value(soil.vertical_psf, soil, pack, "vertical"),
        _value(soil.friction, soil, pack, "friction"),
        _value(soil.cohesion_psf, soil, pack, "cohesion"),
        soil.unit_weight_pcf,
        soil.undrained_shear_strength_psf,
        soil.friction_angle_deg,
    )


def missing(pointer: str, detail: str, pack: FootingPack) -> InvalidInput:
    """The error for a value of the soil that the method cannot do without."""
    table = pack.presumptive
    hint = "give it from the geotechnical report"
    if table is not None:
        hint = (
            f"give soil.class, a row of {pack.standard} {table.clause} ({table.words}), or values"
        )
    return InvalidInput(
        f"{pointer}: {detail}", hint=hint, faults=[Fault(pointer, detail, hint=hint)]
    )


def _value(given: float | None, soil: Soil, pack: FootingPack, column: Column) -> float | None:
    if given is not None:
        return given
    if soil.soil_class is None or pack.presumptive is None:
        return None
    if soil.soil_class > len(pack.presumptive.rows):
        raise missing("/soil/class", f"there is no class {soil.soil_class} in the table", pack)
    return pack.presumptive.cells[soil.soil_class, column]


def _tell(soil: Soil, pack: FootingPack, trace: Bare) -> None:
    if soil.soil_class is not None and pack.presumptive is not None:
        trace.assume(
            f"The soil is class {soil.soil_class} of {pack.standard} {pack.presumptive.clause}: "
            "presumptive values, not a geotechnical report."
        )
        own = [name for name in _OWN if getattr(soil, name) is not None]
        if own:
            trace.assume(
                f"The project's own {', '.join(own)} stand in the place of the table's"
                + ("." if soil.source else ", and no report is named as their source.")
            )
    elif soil.soil_class is not None:
        trace.assume(f"The soil class is not used: {pack.ref} has no table of presumptive values.")
    elif soil.source is None:
        trace.assume("The soil values are the project's own; no report is named as their source.")
