"""A pole with what acts on it: the forces of every case, the weights, and its share of both."""

from collections.abc import Iterable
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers import shares as shared
from apex_cli.solvers import sums
from apex_cli.solvers.acting import Actions, Blow, Hung
from apex_cli.solvers.limits import SAME
from apex_cli.solvers.poles import Stage
from apex_cli.solvers.support.above import known_height, quiet_sums, told_sums
from apex_cli.solvers.support.equations import acting as eq


class Share(NamedTuple):
    """One of several poles in a row: how many, where it stands (ft), and their spread (ft2)."""

    number: float
    x: float
    spread: float


class Standing(NamedTuple):
    """A pole and what acts on it.

    Args:
        name: ``pole 1``; nothing for a single one.
        share: Its place among several; None for a single one.
        blows: The cases of the wind.
        hung: The weights of the cabinets and of what hangs beside them.
        iced: The weights of ice.
        stages: Its stages.
        weighs: Whether its own weight adds to what it carries.
        memory: What acts at heights that were looked at.
    """

    name: str
    share: Share | None
    blows: tuple[Blow, ...]
    hung: tuple[Hung, ...]
    stages: tuple[Stage, ...]
    weighs: bool
    memory: "dict[float, tuple[Dead, Dead, tuple[Wind, ...]]]"
    iced: tuple[Hung, ...] = ()


class Wind(NamedTuple):
    """What a case brings to a height of a pole: lbf, kip-ft, kip-ft, strength level."""

    shear: float
    moment: float
    torsion: float


class Dead(NamedTuple):
    """What weighs on a height of a pole: lbf, and its moment in the plane of the sign, kip-ft."""

    load: float
    moment: float


NOTHING = Wind(0.0, 0.0, 0.0)


def standings(
    actions: Actions,
    stages: tuple[Stage, ...],
    count: int,
    spacing: float,
    trace: Bare,
    *,
    weighs: bool = True,
) -> list[Standing]:
    """Every pole with what acts on it.

    Args:
        actions: What acts on the sign.
        stages: The stages of each pole.
        count: How many poles.
        spacing: Centre to centre, ft.
        trace: Calls the equations.
        weighs: Whether the poles' own weight adds to what they carry.
    """
    if count == 1:
        return [Standing("", None, actions.blows, actions.hung, stages, weighs, {}, actions.iced)]
    number = trace.known(float(count), "/sign/poles/count")
    trace.subject = "poles"
    spread = trace(shared.spread_of_poles, N=number, a=spacing)
    found, x = [], 0.0
    for k in range(1, count + 1):
        trace.subject = name = f"pole {k}"
        if k == 1:
            x = trace(shared.first_pole, N=number, a=spacing)
        else:
            x = trace(shared.next_pole, x=x, a=spacing)
        share = Share(number, x, spread)
        found.append(
            Standing(name, share, actions.blows, actions.hung, stages, weighs, {}, actions.iced)
        )
    trace.subject = ""
    return found


def quiet(pole: Standing, z: float) -> tuple[Dead, Dead, tuple[Wind, ...]]:
    """What weighs on a height with and without ice, and what each case brings to it.

    It is found in silence and kept.
    """
    if z not in pole.memory:
        silent = Bare()
        winds = tuple([wind_at(pole, blow, z, silent) for blow in pole.blows])
        dry = dead_at(pole, z, silent, ice=False)
        pole.memory[z] = dead_at(pole, z, silent) if pole.iced else dry, dry, winds
    return pole.memory[z]


def has_ice(factor: float) -> bool:
    """Whether a combination that takes so much of the dead load has ice in it."""
    return factor >= 1


def wind_at(pole: Standing, blow: Blow, z: float, trace: Bare) -> Wind:
    """What a case brings to a height of a pole, as the wind's answer shares it.

    Args:
        pole: The pole.
        blow: The case.
        z: Height, ft.
        trace: Calls the equations.
    """
    if trace.told:
        found = told_sums(blow, z, trace, shared=pole.share is not None)
    else:
        found = quiet_sums(blow, z)
    if found is None:
        return NOTHING
    V, M, T_o, T_e, J_o, J_e = found
    if pole.share is None:
        return Wind(V, M, _greatest(T_o, T_e, trace))
    N, x, S_x = pole.share
    none = trace.known(0.0, "no force stands off the axis")
    V_o = trace(shared.pole_shear, V=V, N=N, T_o=none if T_o is None else T_o, x=x, S_x=S_x)
    M_o = trace(shared.pole_moment, M=M, N=N, J_o=none if J_o is None else J_o, x=x, S_x=S_x)
    if T_e is None or J_e is None:
        return Wind(
            trace(shared.size_of_shear, V_o=V_o), trace(shared.size_of_moment, M_o=M_o), 0.0
        )
    V_e = trace(shared.pole_shear_turned, T_e=T_e, x=x, S_x=S_x)
    M_e = trace(shared.pole_moment_turned, J_e=J_e, x=x, S_x=S_x)
    return Wind(
        trace(shared.greatest_shear, V_o=V_o, V_e=V_e),
        trace(shared.greatest_moment, M_o=M_o, M_e=M_e),
        0.0,
    )


def moments_at(pole: Standing, blow: Blow, z: float) -> tuple[float, float]:
    """Moments of a case at a height, in silence, kip-ft.

    That of the forces, with its sign, and that of their eccentricities, which turns either way.
    """
    found = quiet_sums(blow, z)
    if found is None:
        return 0.0, 0.0
    if pole.share is None:
        return found.M, 0.0
    N, x, S_x = pole.share
    M_o = shared.pole_moment(M=found.M, N=N, J_o=found.J_o or 0.0, x=x, S_x=S_x)
    return M_o, shared.pole_moment_turned(J_e=found.J_e or 0.0, x=x, S_x=S_x)


def dead_at(pole: Standing, z: float, trace: Bare, *, ice: bool = True) -> Dead:
    """What weighs on a height of a pole.

    Args:
        pole: The pole.
        z: Height, ft.
        trace: Calls the equations.
        ice: Whether ice, where there is some, is counted.
    """
    every = (*pole.hung, *pole.iced) if ice else pole.hung
    hung = [(part, one.offset) for one in every if (part := _weight_above(one, z, trace))]
    own = list(_own(pole, z, trace))
    carried = [weight for weight, _ in hung]
    off = [(weight, offset) for weight, offset in hung if offset != 0]
    moment = 0.0
    if off:
        moment = sums.summed(trace, sums.DEAD_MOMENT, *map(list, zip(*off, strict=True)))
        if abs(moment) <= SAME * sum(weight * abs(offset) for weight, offset in off) / 1000:
            moment = 0.0
    if pole.share is None:
        items = [*carried, *own]
        return Dead(sums.summed(trace, sums.DEAD, items) if items else 0.0, moment)
    N, x, S_x = pole.share
    load = 0.0
    if carried:
        D = sums.summed(trace, sums.DEAD, carried)
        if moment:
            load = trace(shared.pole_axial, D=D, N=N, M_D=moment, x=x, S_x=S_x)
        else:
            load = trace(shared.equal_axial, D=D, N=N)
    for weight in own:
        load = trace(eq.with_own_weight, P_k=load, W=weight) if load else weight
    return Dead(load, 0.0)


def _own(pole: Standing, z: float, trace: Bare) -> Iterable[float]:
    """The weight of the pole itself above a height, stage by stage."""
    for stage in pole.stages if pole.weighs else ():
        if stage.weight is not None and stage.top > z:
            bottom = max(stage.bottom, z)
            low, high = trace.known(bottom, "height"), trace.known(stage.top, f"{stage.name}, top")
            yield trace(eq.stage_weight, w=stage.weight, z_t=high, z_b=low)


def _weight_above(hung: Hung, z: float, trace: Bare) -> float:
    if z <= hung.bottom:
        return hung.weight
    if z >= hung.top:
        return 0.0
    return trace(
        eq.part_above, F=hung.weight, z_t=hung.top, z_b=hung.bottom, z=known_height(z, trace)
    )


def _greatest(T_o: float | None, T_e: float | None, trace: Bare) -> float:
    """The torsion with the eccentricity on the worse side."""
    if T_o is None:
        return 0.0 if T_e is None else T_e
    if T_e is None:
        return trace(shared.offset_torsion, T_o=T_o)
    return trace(shared.greatest_torsion, T_o=T_o, T_e=T_e)
