"""The rods as ACI 318 has them: their steel, the head, the side of the pier, all together."""

from collections.abc import Sequence
from functools import partial
from math import inf
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.project.support_readings import PierEdge
from apex_cli.solvers.support.equations import anchors as eq
from apex_cli.solvers.support.equations import base_plate
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate.job import IN_CONCRETE, Below, Foot, Held, hold_governing
from apex_cli.solvers.support.plate.ring import Side, beyond, counted, turns
from apex_cli.solvers.support.plate.rods import Rod, Used, moment_force, shear, tension


class Anchored(NamedTuple):
    """What a rod may carry by ACI 318, kip: the least in tension, and in shear."""

    tension: float
    shear: float


def hold_steel(
    foot: Foot, rod: Rod, pack: ConcretePack, reactions: Sequence[Reaction], trace: Bare
) -> tuple[Anchored, list[Used]]:
    """Hold the steel of the rods at strength level."""
    rules = pack.anchorage
    trace.subject = IN_CONCRETE
    f_uta = trace(
        eq.anchor_steel, F_ur=rod.F_u, k_ya=rules.strength_yield.number, F_yr=rod.F_y,
        f_am=rules.strength_most.number,
    )  # fmt: skip
    N = trace(eq.anchor_tension, phi_N=rules.phi_tension.number, A_se=rod.A_se, f_uta=f_uta)
    terms = {
        "phi_V": rules.phi_shear.number, "k_V": rules.steel_shear.number, "A_se": rod.A_se,
        "f_uta": f_uta,
    }  # fmt: skip
    if foot.base.bearing == "grouted":
        V = trace(eq.anchor_shear_on_grout, k_gr=rules.grout.number, **terms)
    else:
        V = trace(eq.anchor_shear, **terms)

    def pulled(one: Reaction, to: Bare) -> Held:
        return Held(tension(rod, one, to), N)

    def sheared(one: Reaction, to: Bare) -> Held:
        return Held(shear(rod, one, to), V)

    found = []
    for check, words, rule, of in (
        ("rod.tension", "The steel of the rods holds in tension", rules.strength_yield, pulled),
        ("rod.shear", "The steel of the rods holds in shear", rules.steel_shear, sheared),
    ):
        worst = hold_governing(
            check, words, reactions, of, trace, subject=IN_CONCRETE,
            clause=pack.citations.cited(rule.clause),
        )  # fmt: skip
        found.append(Used(check, pack.standard, worst))
    return Anchored(N, V), found


def hold_pullout(
    foot: Foot, rod: Rod, pack: ConcretePack, reactions: Sequence[Reaction], trace: Bare
) -> float:
    """Hold the concrete under the heads; the strength of one, kip."""
    rules, f_c = pack.anchorage, foot.f_c
    assert f_c is not None
    trace.subject = IN_CONCRETE
    N_pn = trace(eq.head_pullout, k_P=rules.pullout.number, A_brg=rod.A_brg, f_c=f_c)
    strength = trace(eq.design_pullout, phi_K=rules.phi_concrete.number, N_pn=N_pn)

    def pulled(one: Reaction, to: Bare) -> Held:
        return Held(tension(rod, one, to), strength)

    hold_governing(
        "anchor.pullout", "The concrete under the heads of the rods holds", reactions, pulled,
        trace, subject=IN_CONCRETE, clause=pack.citations.cited(rules.pullout.clause),
    )  # fmt: skip
    return strength


class Edge(NamedTuple):
    """From a rod to the side of the concrete, in, and whether another side is as near."""

    distance: float
    corner: bool


def edge_of(below: Below, rod: Rod, reading: PierEdge, trace: Bare) -> Edge:
    """The edge beside a rod: of a square the corner, whichever way the rods are turned."""
    terms = {"w_c": below.width, "D_r": rod.circle}
    if below.shape == "square":
        return Edge(trace(eq.corner_edge, **terms), corner=True)
    if reading == "inscribed_square":
        return Edge(trace(eq.inscribed_edge, **terms), corner=True)
    return Edge(trace(eq.circle_edge, **terms), corner=False)


def pulled_side(rod: Rod, one: Reaction, turn: float) -> Side:
    """The rods in tension, their circle turned so."""
    silent = Bare()
    T_m = moment_force(rod, one, silent)
    P_1 = silent(base_plate.share_tension, P_e=one.axial, n_r=rod.number)
    lifted = -inf if P_1 > 0 else inf
    return beyond(int(rod.number), turn, -P_1 / T_m if T_m > 0 else lifted)


def group_tension(rod: Rod, one: Reaction, side: Side, trace: Bare) -> float:
    """Tension of all rods in tension, kip."""
    T_m = moment_force(rod, one, trace)
    P_1 = trace(base_plate.share_tension, P_e=one.axial, n_r=rod.number)
    return trace(
        eq.group_tension, T_m=T_m, c_g=trace.known(side.lever, counted(side)), P_1=P_1,
        n_g=trace.known(float(side.number), counted(side)),
    )  # fmt: skip


class Beside(NamedTuple):
    """The concrete beside a head: its edge, and its nominal strength, kip."""

    edge: Edge
    N_sb: float

    def alone(self, phi: float, trace: Bare) -> float:
        """Design strength beside one head, kip."""
        equation = eq.design_side_in_corner if self.edge.corner else eq.design_side
        return trace(equation, phi_K=phi, N_sb=self.N_sb)


def _beside(foot: Foot, rod: Rod, pack: ConcretePack, trace: Bare) -> Beside | None:
    """The concrete beside a head; None where the rods are not deep enough for it to matter."""
    rules, below, f_c = pack.anchorage, foot.below, foot.f_c
    assert below is not None
    assert f_c is not None
    edge = edge_of(below, rod, foot.taken.pier_edge, trace)
    if rod.embedment <= rules.side_face_depth.value * edge.distance:
        return None
    N_sb = trace(
        eq.side_blowout, k_S=rules.side_face.number, c_a=edge.distance, A_brg=rod.A_brg,
        lambda_l=pack.material.lightweight.number, f_c=f_c,
    )  # fmt: skip
    return Beside(edge, N_sb)


def _side_held(rod: Rod, pack: ConcretePack, beside: Beside, one: Reaction, trace: Bare) -> Held:
    """One rod, or all rods in tension: what asks for more."""
    phi = pack.anchorage.phi_concrete.number

    def alone(to: Bare) -> Held:
        return Held(tension(rod, one, to), beside.alone(phi, to))

    def together(turn: float, to: Bare) -> Held:
        side = pulled_side(rod, one, turn)
        s_o = to.known(side.spread * rod.circle / 2, counted(side))
        strength = to(
            eq.design_side_of_group, phi_K=phi, s_o=s_o, c_a=beside.edge.distance, N_sb=beside.N_sb
        )
        return Held(group_tension(rod, one, side, to), strength)

    silent = Bare()
    found, worst = alone(silent), None
    for turn in turns(int(rod.number)):
        if pulled_side(rod, one, turn).number > 1:
            held = together(turn, silent)
            if held.ratio > found.ratio:
                found, worst = held, turn
    return alone(trace) if worst is None else together(worst, trace)


def hold_side(
    foot: Foot, rod: Rod, pack: ConcretePack, reactions: Sequence[Reaction], trace: Bare
) -> float | None:
    """Hold the concrete beside the heads; the strength of one, kip, where it is a matter."""
    rules = pack.anchorage
    trace.subject = IN_CONCRETE
    beside = _beside(foot, rod, pack, trace)
    if beside is None:
        return None
    hold_governing(
        "anchor.side_face", "The heads do not burst the side of the pier", reactions,
        partial(_side_held, rod, pack, beside), trace, subject=IN_CONCRETE,
        clause=pack.citations.cited(rules.side_face.clause),
    )  # fmt: skip
    return beside.alone(rules.phi_concrete.number, Bare())


def hold_combined(
    foot: Foot,
    rod: Rod,
    pack: ConcretePack,
    reactions: Sequence[Reaction],
    trace: Bare,
    *,
    anchored: Anchored,
) -> Used:
    """Hold tension and shear of a rod together, by the least strength of each."""
    rules = pack.anchorage
    power = foot.taken.rod_interaction == "power"

    def both(one: Reaction, to: Bare) -> Held:
        u_N = to(eq.tension_share, N_r=tension(rod, one, to), phiN_n=anchored.tension)
        u_V = to(eq.shear_share, Q_r=shear(rod, one, to), phiV_sa=anchored.shear)
        alone = Held(max(u_N, u_V), 1.0)
        if min(u_N, u_V) <= rules.interaction_from.value:
            return alone
        if power:
            together = Held(to(eq.power_interaction, u_N=u_N, u_V=u_V), 1.0)
        else:
            u_a = to(eq.straight_interaction, u_N=u_N, u_V=u_V)
            together = Held(u_a, rules.interaction.number)
        return max(alone, together, key=lambda held: held.ratio)

    worst = hold_governing(
        "rod.combined", "The rods hold tension and shear in the concrete", reactions, both, trace,
        subject=IN_CONCRETE, unit="1", clause=pack.citations.cited(rules.interaction.clause),
    )  # fmt: skip
    trace.subject = ""
    return Used("rod.combined", pack.standard, worst)
