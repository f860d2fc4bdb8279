"""The pole embedded in its pier: how deep it must go, and the ties that hold its couple."""

from collections.abc import Callable, Sequence

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack, EmbedmentReading
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.equations import pier_embedded as eq
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.pier.place import Pole
from apex_cli.solvers.support.pier.result import Embedment
from apex_cli.solvers.support.pier.shear import Ties


def _plastic(M_u: float, V_u: float, q_u: float, trace: Bare) -> float:
    v = trace(eq.shear_block, V_u=V_u, q_u=q_u)
    return trace(eq.embedment_plastic, v=v, M_u=M_u, q_u=q_u)


def _elastic(M_u: float, _V_u: float, q_u: float, trace: Bare) -> float:
    return trace(eq.embedment_elastic, M_u=M_u, q_u=q_u)


def _haunch(M_u: float, V_u: float, q_u: float, trace: Bare) -> float:
    v = trace(eq.shear_block, V_u=V_u, q_u=q_u)
    return trace(eq.embedment_haunch, v=v, M_u=M_u, q_u=q_u)


READINGS: dict[EmbedmentReading, Callable[[float, float, float, Bare], float]] = {
    "plastic": _plastic,
    "elastic": _elastic,
    "pci": _haunch,
}
"""Embedment that moment (kip-ft) and shear (lbf) at the top of the concrete ask for, ft."""


def bearing_line(pole: Pole, f_c: float, pack: ConcretePack, trace: Bare) -> float:
    """Force with which the pole may press along its length, lbf/ft."""
    rules = pack.embedment
    return trace(
        eq.bearing_line, phi_B=rules.phi.number, c_B=rules.stress.number, f_c=f_c, b_q=pole.width
    )


def hold_bearing(
    pole: Pole,
    f_c: float,
    reactions: Sequence[Reaction],
    pack: ConcretePack,
    trace: Bare,
    *,
    reading: EmbedmentReading,
) -> list[Embedment]:
    """Hold the embedment that the worst combination asks for; what each reading asks for."""
    bare = Bare()
    q_u = bearing_line(pole, f_c, pack, bare)
    needed = READINGS[reading]
    worst = most(reactions, lambda one: needed(one.moment, one.shear, q_u, bare))
    rows = [
        Embedment(name, max(found(one.moment, one.shear, q_u, bare) for one in reactions))
        for name, found in READINGS.items()
    ]
    trace.subject = f"embedded pole, {worst.name}"
    q_u = bearing_line(pole, f_c, pack, trace)
    trace.hold(
        "embedded.bearing",
        f"The pole goes deep enough for the concrete to bear its moment and shear, {worst.name}.",
        demand=needed(worst.moment, worst.shear, q_u, trace), capacity=pole.depth, unit="ft",
        clause=pack.citations.cited(pack.embedment.stress.clause),
    )  # fmt: skip
    trace.subject = ""
    return rows


def hold_ties(
    pole: Pole, ties: Ties, reactions: Sequence[Reaction], pack: ConcretePack, trace: Bare
) -> None:
    """Hold the force of the upper block, which would split the concrete, against the ties."""
    bare = Bare()
    worst = most(reactions, lambda one: _block(pole, one, bare)[0])
    trace.subject = f"embedded pole, {worst.name}"
    force, x_1 = _block(pole, worst, trace)
    held = trace(
        eq.ties_force, phi_v=pack.shear.phi.number, A_v=ties.A_v, f_yt=ties.f_yt, x_1=x_1, s=ties.s
    )
    trace.hold(
        "embedded.ties",
        f"Ties in the upper {x_1:.2f} ft hold the force with which the pole would split the "
        f"concrete, {worst.name}.",
        demand=force, capacity=held, unit="lbf", clause="statics",
    )  # fmt: skip
    trace.subject = ""


def _block(pole: Pole, reaction: Reaction, trace: Bare) -> tuple[float, float]:
    """Force (lbf) and length (ft) of the upper block over the whole embedment."""
    q_e = trace(eq.bearing_used, M_u=reaction.moment, V_u=reaction.shear, L_e=pole.depth)
    x_1 = trace(eq.upper_block, L_e=pole.depth, V_u=reaction.shear, q_e=q_e)
    return trace(eq.upper_force, q_e=q_e, x_1=x_1), x_1
