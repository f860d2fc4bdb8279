"""The pole in its pier: whether it fits with cover, and the concrete that it displaces."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.solvers.footing import pier_equations as eq
from apex_cli.solvers.footing.case import Case, Plan
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.poles import Stage, StageShape, stages_of

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack

_CORNERS: Mapping[StageShape, Callable[..., float]] = {
    "square": eq.corners_of_square,
    "square_diagonal": eq.corners_of_square,
    "hexagonal": eq.corners_of_hexagon,
    "octagonal": eq.corners_of_octagon,
}
_AREAS: Mapping[StageShape, Callable[..., float]] = {
    "round": eq.area_of_round_pole,
    "square": eq.area_of_square_pole,
    "square_diagonal": eq.area_of_square_pole,
    "hexagonal": eq.area_of_hexagonal_pole,
    "octagonal": eq.area_of_octagonal_pole,
}


def pole_of(inputs: FootingInputs, sections: "SectionsPack | None", trace: Bare) -> Stage | None:
    """The stage of the poles that stands on the foundations, if the project has poles.

    Raises:
        InvalidInput: A section or a stage is refused.
    """
    sign = inputs.sign
    if sign is None or sign.poles is None:
        return None
    return stages_of(sign.poles, sections, sign.poles.top_ft or sign.top_ft, trace)[0]


def across_corners(pole: Stage, trace: Bare) -> float:
    """What a pole measures across its corners, in."""
    if pole.shape == "rectangular":
        return trace(eq.corners_of_rectangle, D_p=pole.width, D_l=pole.depth)
    corners = _CORNERS.get(pole.shape)
    return pole.width if corners is None else trace(corners, D_p=pole.width)


def check_pole(case: Case, plan: Plan, pole: Stage | None, trace: Bare) -> None:
    """Hold the pole's largest dimension at grade, with cover, against the pier."""
    if pole is None:
        return
    cover = case.pack.construction.concrete_cover
    across = across_corners(pole, trace)
    trace.hold(
        "pier.holds_pole", "The pier holds its pole, whichever way it is turned, with cover.",
        demand=trace(eq.width_for_pole, D_c=across, c_c=cover.number),
        capacity=min(plan.w, plan.length), unit="ft", clause=cover.clause,
    )  # fmt: skip


def around_pole(case: Case, pole: Stage | None, volume: float, height: float, trace: Bare) -> float:
    """Concrete of one pier, yd3, without the pole that stands in it.

    Raises:
        InvalidInput: The pole goes deeper than the pier.
    """
    length = case.footing.pole_embedment_ft
    if not length:
        return volume
    if pole is None:
        trace.assume("footing.pole_embedment_ft is not used: the project has no poles.")
        return volume
    if length > height:
        detail = f"the pole would go {length:g} ft into a pier of {height:g} ft"
        hint = "shorten it, or give footing.depth_ft"
        raise InvalidInput.at(Fault("/footing/pole_embedment_ft", detail, length, hint))
    trace.assume(
        f"The pole goes {length:g} ft into the pier; the concrete is that around it, and the pole "
        "within the pier weighs nothing."
    )
    if pole.shape == "rectangular":
        area = trace(eq.area_of_rectangular_pole, D_p=pole.width, D_l=pole.depth)
    else:
        area = trace(_AREAS[pole.shape], D_p=pole.width)
    return trace(eq.volume_without_pole, V=volume, A_p=area, l_e=length)
