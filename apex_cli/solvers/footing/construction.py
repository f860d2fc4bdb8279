"""From the depth that is required to the foundation that is built."""

from apex_cli.equations import FREE, Bare
from apex_cli.packs.footing import FootingPack
from apex_cli.quantities import Known
from apex_cli.solvers.footing import equations as eq
from apex_cli.solvers.footing import volume_equations as volumes
from apex_cli.solvers.footing.clauses import cited
from apex_cli.solvers.footing.inputs import FootingInputs


def frost(inputs: FootingInputs, trace: Bare) -> float | None:
    """Depth of frost in inches, if the project gives one."""
    if inputs.frost_depth_in is None:
        trace.warn(
            "footing.frost_not_given",
            "review",
            "site.frost_depth_in is not given, and the bottom of the footing is not held against "
            "frost: give the depth that the jurisdiction asks for; 0 where it asks for none.",
            "IBC 1809.5",
        )
    return inputs.frost_depth_in


def depth_to_build(d: float, frost_in: float | None, pack: FootingPack, trace: Bare) -> float:
    """The required depth, the frost depth or the minimum, rounded up to the increment, ft."""
    rules = pack.construction
    d_min, i = rules.minimum_depth.number, rules.depth_increment.number
    if frost_in is None:
        return trace(eq.depth_to_build, d=d, d_min=d_min, i=i)
    return trace(eq.depth_below_frost, d=d, d_min=d_min, f=frost_in, i=i)


def governs(d: float, frost_in: float | None, minimum_ft: float, otherwise: str) -> str:
    """What asks for the depth."""
    frost_ft = (frost_in or 0.0) / 12
    if d >= max(frost_ft, minimum_ft):
        return otherwise
    return "frost" if frost_ft >= minimum_ft else "minimum"


def check_depth(
    name: str, frost_in: float | None, depth_ft: float, pack: FootingPack, trace: Bare
) -> None:
    """Hold the built depth against frost and the minimum."""
    low = pack.construction.minimum_depth
    trace.hold(
        f"{name}.minimum_depth", "The bottom is at least the minimum below grade.",
        demand=low.value, capacity=depth_ft, unit="ft", clause=cited(pack, low.clause),
    )  # fmt: skip
    if frost_in is not None:
        trace.hold(
            f"{name}.frost", "The bottom is below frost.",
            demand=frost_in / 12, capacity=depth_ft, unit="ft", clause=cited(pack, "1809.5"),
        )  # fmt: skip


def check_spacing(name: str, across: float, count: int, inputs: FootingInputs, trace: Bare) -> None:
    """Hold what several foundations measure along the sign against the spacing of the poles."""
    if count > 1 and inputs.sign is not None and inputs.sign.poles is not None:
        trace.hold(
            f"{name}.spacing", "The foundations do not overlap.",
            demand=across, capacity=inputs.sign.poles.spacing_ft, unit="ft", clause=FREE,
        )  # fmt: skip


def area(shape: str, w: float, length: float, trace: Bare) -> float:
    """Plan area, ft2."""
    if shape == "round":
        return trace(volumes.area_round, w=w)
    return trace(volumes.area_rectangle, w=w, l=length)


def total(volume_yd3: float, count: int, trace: Bare) -> float:
    """Volume of all foundations, yd3."""
    if count == 1:
        return volume_yd3
    return trace(volumes.total_volume, N=Known(count, "/sign/poles/count"), V=volume_yd3)
