"""The weld between pole and plate, as a line around the pole."""

from collections.abc import Sequence

from apex_cli.equations import Bare
from apex_cli.project.support import BaseWeld, Plate
from apex_cli.solvers.support.equations import plate_weld as eq
from apex_cli.solvers.support.equations import splice
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate.job import Foot, Held, hold_governing


def _line(foot: Foot, one: Reaction, trace: Bare) -> tuple[float, float]:
    """Normal force and shear on an inch of weld, kip/in."""
    tube = foot.tube
    M_e, P_e, V_e, T_e = one.moment, one.axial, one.shear, one.torsion
    if tube.shape == "round":
        r_w = trace(splice.ring_radius, D=tube.width)
        n = trace(eq.ring_normal, M_e=M_e, r_w=r_w, P_e=P_e)
        return n, trace(eq.ring_tangent, V_e=V_e, r_w=r_w, T_e=T_e)
    B, H = tube.width, tube.height
    S_w1, S_w2 = trace(eq.weld_modulus_1, B=B, H=H), trace(eq.weld_modulus_2, B=B, H=H)
    n = trace(eq.frame_normal, M_e=M_e, S_w1=S_w1, S_w2=S_w2, P_e=P_e, B=B, H=H)
    return n, trace(eq.frame_tangent, V_e=V_e, B=B, H=H, T_e=T_e)


def hold_weld(
    weld: BaseWeld, plate: Plate | None, foot: Foot, reactions: Sequence[Reaction], trace: Bare
) -> None:
    """Hold the weld, or the wall where the weld is as strong as it."""
    pack = foot.pack
    trace.subject = "weld of the base plate"
    if weld.leg_in is None:
        strength = foot.available(
            eq.design_wall_force, eq.allowable_wall_force, pack.resistances.flexure, trace,
            suffix="_b", F_y=foot.steel.F_y, t=foot.tube.t,
        )  # fmt: skip
        _hold(foot, strength, reactions, trace, words="The wall at its penetration weld", cjp=True)
        return
    rules, factor = pack.welds, pack.resistances.weld
    strength = foot.available(
        splice.weld_strength, splice.weld_strength_asd, factor, trace,
        k_w=rules.strength.number, F_EXX=rules.electrode.number, k_a=rules.throat.number,
        w=weld.leg_in,
    )  # fmt: skip
    _hold(foot, strength, reactions, trace, words="The fillet around the pole")
    strength = foot.available(
        eq.design_base_metal, eq.allowable_base_metal, factor, trace,
        k_bm=pack.plates.base_metal.number, F_u=foot.steel.F_u, t=foot.tube.t,
    )  # fmt: skip
    _hold(foot, strength, reactions, trace, words="The wall beside the fillet")
    thin = foot.tube.t if plate is None else min(foot.tube.t, plate.thickness_in)
    least = rules.least_leg(thin)
    trace.hold(
        "plate.weld", "The fillet is not too small for the thinner part.",
        demand=least.number, capacity=weld.leg_in, unit="in",
        clause=pack.citations.cited(least.clause),
    )  # fmt: skip


def _hold(
    foot: Foot,
    strength: float,
    reactions: Sequence[Reaction],
    trace: Bare,
    *,
    words: str,
    cjp: bool = False,
) -> None:
    def of(one: Reaction, to: Bare) -> Held:
        n, q = _line(foot, one, to)
        return Held(to(eq.penetration_stress if cjp else splice.weld_stress, n=n, q=q), strength)

    hold_governing(
        "plate.weld", f"{words} holds", reactions, of, trace, subject="weld of the base plate",
        unit="kip/in", clause=foot.pack.citations.cited("J2.6" if cjp else "J2.4"),
    )  # fmt: skip
    trace.subject = ""
