"""The natural frequency of the sign on its poles: given, estimated, or not known."""

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.exposure import Frequency
from apex_cli.project.sign import Gust
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.equations import frequency as eq
from apex_cli.solvers.exposure.equations import signs
from apex_cli.solvers.exposure.supports import Support, width_of
from apex_cli.solvers.exposure.weights import Weights
from apex_cli.solvers.poles import Stage, outside

_NEARLY_PRISMATIC = 1e-3


def natural_frequency(
    gust: Gust, support: Support | None, weights: Weights, pack: Frequency | None, trace: Bare
) -> float | None:
    """The natural frequency in Hz: as given, or estimated when wall and weights are known.

    Args:
        gust: May give it.
        support: The poles, cantilevers fixed at grade.
        weights: Of cabinets and poles.
        pack: Constants of the estimate; None: nothing is estimated.
        trace: Calls the equations.

    Raises:
        InvalidInput: A wall thicker than half the pole.
    """
    if gust.natural_frequency_hz is not None:
        return gust.natural_frequency_hz
    if pack is None or support is None or any(stage.wall is None for stage in support.stages):
        return None
    _refuse_thick_walls(support.stages)
    if not (weights.complete and weights.all_attached and weights.cabinets):
        return None
    trace.subject = "natural frequency"
    items = [weight for _, weight in weights.cabinets]
    heights = [
        trace(signs.height_of_resultant, z_b=face.bottom, s=face.height)
        if face.centroid_z is None
        else face.centroid_z
        for face, _ in weights.cabinets
    ]
    items += [one.weight for one in weights.attached]
    heights += [one.bottom for one in weights.attached]
    if not sum(items):
        trace.subject = ""
        return None
    weight = sums.summed(trace, sums.CABINET_WEIGHT, items)
    centre = trace(
        eq.centre_of_weight, S_W=sums.summed(trace, sums.WEIGHT_MOMENT, items, heights), W=weight
    )
    if centre > support.top:
        trace.subject = ""
        return None
    trace.assume(
        "The natural frequency is estimated: poles of steel, fixed at grade, swaying out of the "
        "plane of the sign; a footing that yields lowers it."
    )
    moving = _moving(support, weight, centre, pack, trace)
    stiffness = _stiffness(support, centre, pack, trace)
    n_1 = trace(eq.natural_frequency, k=stiffness, g=pack.gravity.number, W_e=moving)
    trace.subject = ""
    return n_1


def _moving(support: Support, weight: float, at: float, pack: Frequency, trace: Bare) -> float:
    """The weight that moves with the sign, whose own has its centre at this height (ft)."""
    number, share = support.number, pack.pole_mass_share.number
    if len(support.stages) == 1:
        stage = support.stages[0]
        return trace(
            eq.moving_weight, W=weight, N=number, w=_given(stage.weight), k_m=share, L=at,
            H=stage.top,
        )  # fmt: skip
    items = [weight]
    for stage in support.stages:
        trace.subject = f"natural frequency, {stage.name}"
        below = trace(eq.moving_below, z=stage.bottom, L=at)
        within = trace(eq.moving_below, z=stage.top, L=at)
        items.append(
            trace(
                eq.moving_stage, N=number, w=_given(stage.weight), k_m=share, L=at, psi_1=below,
                psi_2=within, z_1=stage.bottom, z_2=stage.top,
            )
        )  # fmt: skip
    trace.subject = "natural frequency"
    return sums.summed(trace, sums.MOVING_WEIGHT, items)


def _given(value: float | None) -> float:
    """What is there, as the caller has seen."""
    return value  # type: ignore[return-value] # - the frequency is not estimated without it


def _stiffness(support: Support, at: float, pack: Frequency, trace: Bare) -> float:
    if len(support.stages) > 1:
        return _of_stages(support, at, pack, trace)
    stage, modulus = support.stages[0], pack.modulus.number
    foot, t = stage.width, _given(stage.wall)
    width = width_of(stage, at, trace)
    if abs(width - foot) <= _NEARLY_PRISMATIC * foot:
        inertia = _inertia(stage, width, pack, trace)
        return trace(eq.prismatic_stiffness, N=support.number, E=modulus, I=inertia, L=at)
    k_i = pack.inertia.numbers[stage.shape]
    return trace(
        eq.tapered_stiffness,
        N=support.number, k_I=k_i, E=modulus, t=t, D_0=foot, D_t=width, L=at,
    )  # fmt: skip


def _of_stages(support: Support, at: float, pack: Frequency, trace: Bare) -> float:
    """Stiffness of stepped poles: where two stages overlap, the outer one alone bends."""
    trace.assume(
        "The stiffness of a stepped pole is that of the outer stage where two overlap; its stages "
        "move as a pole of one section would."
    )
    parts = []
    for stage in outside(support.stages):
        if stage.bottom >= at:
            break
        trace.subject = f"natural frequency, {stage.name}"
        inertia = _inertia(stage, stage.width, pack, trace)
        end = min(stage.top, at)
        parts.append(
            trace(
                eq.stage_flexibility, L=at, z_1=stage.bottom, z_2=end, E=pack.modulus.number,
                I=inertia,
            )
        )  # fmt: skip
    trace.subject = "natural frequency"
    flexibility = sums.summed(trace, sums.FLEXIBILITY, parts)
    return trace(eq.stepped_stiffness, N=support.number, f=flexibility)


def _inertia(stage: Stage, width: float, pack: Frequency, trace: Bare) -> float:
    t = _given(stage.wall)
    if stage.shape == "rectangular":
        return trace(eq.rectangular_inertia, D=width, D_l=stage.depth, t=t)
    return trace(eq.hollow_inertia, k_I=pack.inertia.numbers[stage.shape], D=width, t=t)


def _refuse_thick_walls(stages: tuple[Stage, ...]) -> None:
    faults = []
    for stage in stages:
        least = min(stage.least, stage.top_width or stage.least)
        if 2 * _given(stage.wall) > least:
            detail = f"is more than half of the width of {least:g} in"
            hint = "a solid pole has a wall of half its width"
            faults.append(Fault(f"{stage.where}/wall_in", detail, stage.wall, hint))
    if faults:
        raise InvalidInput("the wall of the pole is thicker than half its width", faults=faults)
