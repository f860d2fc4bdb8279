"""The ground as the methods see it: the project's values, else its class in the pack's table."""

from math import inf

from msgspec import Struct

from apex_cli.equations import SLACK, Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.footing import Column, FootingPack
from apex_cli.project.foundation import Layer, Soil

_OWN = ("lateral_psf_per_ft", "vertical_psf", "friction", "cohesion_psf")


class Stratum(Struct, frozen=True):
    """A layer of the ground.

    Args:
        name: What it is called.
        top: Depth of its top below grade, ft; None for the first.
        bottom: Depth of its bottom, ft; infinite for the last.
        lateral: Allowable lateral bearing per foot of depth, psf/ft.
        vertical: Allowable vertical bearing, psf; None where nothing is known of it.
    """

    name: str
    top: float | None
    bottom: float
    lateral: float
    vertical: float | None


class Ground(Struct, frozen=True):
    """What is known of the ground; None where nothing is.

    Args:
        lateral: Allowable lateral bearing per foot of depth, psf/ft.
        vertical: Allowable vertical bearing, psf.
        friction: Coefficient of sliding friction.
        cohesion: Cohesion for sliding, psf.
        unit_weight: Unit weight, pcf.
        strength: Undrained shear strength, psf.
        angle: Angle of internal friction, degrees.
        strata: The layers from grade down, where the project gives layers.
    """

    lateral: float | None
    vertical: float | None
    friction: float | None
    cohesion: float | None
    unit_weight: float | None
    strength: float | None
    angle: float | None
    strata: tuple[Stratum, ...] = ()

    def vertical_at(self, depth_ft: float) -> float | None:
        """Allowable vertical bearing below this depth; an edge belongs to the layer below, psf."""
        below = (one.vertical for one in self.strata if depth_ft + SLACK < one.bottom)
        return next(below) if self.strata else self.vertical


def ground(soil: Soil, pack: FootingPack, trace: Bare, *, layered: bool = False) -> Ground:
    """The ground of the project.

    Args:
        soil: What the project says of it.
        pack: Supplies the table of presumptive values.
        trace: Where it is told.
        layered: Whether what is calculated can make use of layers.

    Raises:
        InvalidInput: The table has no such class, or there are layers and nothing reads them.
    """
    if soil.layers is not None and not layered:
        detail = "layers are read by the pier equations of the IBC only"
        hint = "give the values that hold for the whole depth, and those of the ground at the base"
        raise InvalidInput.at(Fault("/soil/layers", detail, hint=hint))
    if trace.told:
        _tell(soil, pack, trace)
    return Ground(
        _value(soil.lateral_psf_per_ft, soil, pack, "lateral"),
        _value(soil.vertical_psf, soil, pack, "vertical"),
        _value(soil.friction, soil, pack, "friction"),
        _value(soil.cohesion_psf, soil, pack, "cohesion"),
        soil.unit_weight_pcf,
        soil.undrained_shear_strength_psf,
        soil.friction_angle_deg,
        tuple(_stratum(number, soil, pack) for number in range(len(soil.layers or ()))),
    )


def _stratum(number: int, soil: Soil, pack: FootingPack) -> Stratum:
    layers: list[Layer] = soil.layers or []
    layer, where = layers[number], f"/soil/layers/{number}"
    lateral = _of_layer(layer.lateral_psf_per_ft, layer, where, pack, "lateral")
    vertical = soil.vertical_psf if layer.vertical_psf is None else layer.vertical_psf
    return Stratum(
        layer.name or f"layer {number + 1}",
        layers[number - 1].to_ft if number else None,
        inf if layer.to_ft is None else layer.to_ft,
        lateral or 0.0,
        _of_layer(vertical, layer, where, pack, "vertical"),
    )


def _of_layer(
    given: float | None, layer: Layer, where: str, pack: FootingPack, column: Column
) -> float | None:
    """A value of a layer's own, else of its class in the table."""
    if given is not None or layer.soil_class is None or pack.presumptive is None:
        return given
    if layer.soil_class > len(pack.presumptive.rows):
        detail = f"there is no class {layer.soil_class} in the table"
        raise missing(f"{where}/class", detail, pack)
    return pack.presumptive.cells[layer.soil_class, column]


def missing(pointer: str, detail: str, pack: FootingPack) -> InvalidInput:
    """The error for a value of the soil that the method cannot do without."""
    table = pack.presumptive
    hint = "give it from the geotechnical report"
    if table is not None:
        hint = (
            f"give soil.class, a row of {pack.standard} {table.clause} ({table.words}), or values"
        )
    return InvalidInput.at(Fault(pointer, detail, hint=hint))


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
    elif soil.layers is not None and any(layer.soil_class for layer in soil.layers):
        trace.assume(
            f"Layers with a class have the presumptive values of {pack.standard} Table 1806.2, "
            "which are not a geotechnical report."
        )
    elif soil.source is None:
        trace.assume("The soil values are the project's own; no report is named as their source.")
