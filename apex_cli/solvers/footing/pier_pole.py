"""The pole in its pier: whether it fits with cover, and the concrete that it displaces."""

from collections.abc import Callable, Mapping

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.sign import Poles, PoleShape
from apex_cli.solvers.footing import pier_equations as eq
from apex_cli.solvers.footing.case import Case, Plan
from apex_cli.solvers.footing.inputs import FootingInputs

_CORNERS: Mapping[PoleShape, Callable[..., float]] = {
    "square": eq.corners_of_square,
    "square_diagonal": eq.corners_of_square,
    "hexagonal": eq.corners_of_hexagon,
    "octagonal": eq.corners_of_octagon,
}
_AREAS: Mapping[PoleShape, Callable[..., float]] = {
    "round": eq.area_of_round_pole,
    "square": eq.area_of_square_pole,
    "square_diagonal": eq.area_of_square_pole,
    "hexagonal": eq.area_of_hexagonal_pole,
    "octagonal": eq.area_of_octagonal_pole,
}


def poles_of(inputs: FootingInputs) -> Poles | None:
    """The poles that stand in the piers, if the project has them."""
    return None if inputs.sign is None else inputs.sign.poles


def across_corners(shape: PoleShape, width: float, trace: Bare) -> float:
    """What a pole of this width measures across its corners, in the unit of the width."""
    corners = _CORNERS.get(shape)
    return width if corners is None else trace(corners, D_p=width)


def check_pole(case: Case, plan: Plan, poles: Poles | None, trace: Bare) -> None:
    """Hold the pole's largest dimension at grade, with cover, against the pier."""
    if poles is None:
        return
    cover = case.pack.construction.concrete_cover
    across = across_corners(poles.shape, poles.width_in, trace)
    trace.hold(
        "pier.holds_pole", "The pier holds its pole, whichever way it is turned, with cover.",
        demand=trace(eq.width_for_pole, D_c=across, c_c=cover.number),
        capacity=min(plan.w, plan.length), unit="ft", clause=cover.clause,
    )  # fmt: skip


def around_pole(
    case: Case, poles: Poles | None, volume: float, height: float, trace: Bare
) -> float:
    """Concrete of one pier, yd3, without the pole that stands in it.

    Raises:
        InvalidInput: The pole goes deeper than the pier.
    """
    length = case.footing.pole_embedment_ft
    if not length:
        return volume
    if poles is None:
        trace.assume("footing.pole_embedment_ft is not used: the project has no poles.")
        return volume
    if length > height:
        detail = f"the pole would go {length:g} ft into a pier of {height:g} ft"
        hint = "shorten it, or give footing.depth_ft"
        where = "/footing/pole_embedment_ft"
        raise InvalidInput(
            f"{where}: {detail}", hint=hint, faults=[Fault(where, detail, length, hint)]
        )
    trace.assume(
        f"The pole goes {length:g} ft into the pier; the concrete is that around it, and the pole "
        "within the pier weighs nothing."
    )
    area = trace(_AREAS[poles.shape], D_p=poles.width_in)
    return trace(eq.volume_without_pole, V=volume, A_p=area, l_e=length)
