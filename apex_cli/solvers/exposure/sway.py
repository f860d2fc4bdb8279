"""The natural frequency of the sign on its poles: given, estimated, or not known."""

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.exposure import Frequency
from apex_cli.project.sign import Gust, Poles
from apex_cli.solvers.exposure.equations import frequency as eq
from apex_cli.solvers.exposure.equations import signs, sums
from apex_cli.solvers.exposure.supports import Support, width_of
from apex_cli.solvers.exposure.weights import Weights

_WHERE = "/sign/poles"
_NEARLY_PRISMATIC = 1e-3


def natural_frequency(
    gust: Gust, support: Support | None, weights: Weights, pack: Frequency, trace: Bare
) -> float | None:
    """The natural frequency in Hz: as given, or estimated when wall and weights are known.

    Args:
        gust: May give it.
        support: The poles, cantilevers fixed at grade.
        weights: Of cabinets and poles.
        pack: Constants of the estimate.
        trace: Calls the equations.

    Raises:
        InvalidInput: A wall thicker than half the pole.
    """
    if gust.natural_frequency_hz is not None:
        return gust.natural_frequency_hz
    if support is None or support.poles.wall_in is None:
        return None
    wall, pole_weight = support.poles.wall_in, support.poles.weight_plf
    _refuse_thick_wall(support.poles, wall)
    if pole_weight is None or not weights.complete or not weights.cabinets:
        return None
    trace.subject = "natural frequency"
    items = [weight for _, weight in weights.cabinets]
    heights = [
        trace(signs.height_of_resultant, z_b=face.bottom, s=face.height)
        if face.centroid_z is None
        else face.centroid_z
        for face, _ in weights.cabinets
    ]
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
    moving = trace(
        eq.moving_weight,
        W=weight,
        N=support.number,
        w=pole_weight,
        k_m=pack.pole_mass_share.number,
        L=centre,
        H=support.top,
    )
    stiffness = _stiffness(support, wall, centre, pack, trace)
    n_1 = trace(eq.natural_frequency, k=stiffness, g=pack.gravity.number, W_e=moving)
    trace.subject = ""
    return n_1


def _stiffness(support: Support, t: float, at: float, pack: Frequency, trace: Bare) -> float:
    poles = support.poles
    k_i = pack.inertia.numbers[poles.shape]
    foot = poles.width_in
    width = width_of(poles, at, support.top, trace)
    if abs(width - foot) <= _NEARLY_PRISMATIC * foot:
        inertia = trace(eq.hollow_inertia, k_I=k_i, D=width, t=t)
        return trace(
            eq.prismatic_stiffness, N=support.number, E=pack.modulus.number, I=inertia, L=at
        )
    return trace(
        eq.tapered_stiffness,
        N=support.number, k_I=k_i, E=pack.modulus.number, t=t, D_0=foot, D_t=width, L=at,
    )  # fmt: skip


def _refuse_thick_wall(poles: Poles, wall: float) -> None:
    least = min(poles.width_in, poles.top_width_in or poles.width_in)
    if 2 * wall > least:
        raise InvalidInput(
            "the wall of the pole is thicker than half its width",
            faults=[
                Fault(
                    f"{_WHERE}/wall_in",
                    f"is more than half of the width of {least:g} in",
                    wall,
                    "a solid pole has a wall of half its width",
                )
            ],
        )
