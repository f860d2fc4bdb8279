"""What the concrete alone would hold: told beside the bars that are relied on."""

from collections.abc import Sequence

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.project.support_readings import PierEdge
from apex_cli.solvers.support.equations import breakout as eq
from apex_cli.solvers.support.equations import plate_layout
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.pier.cage import gross_area
from apex_cli.solvers.support.plate.anchors import edge_of
from apex_cli.solvers.support.plate.job import IN_CONCRETE, Foot, Held, hold_governing
from apex_cli.solvers.support.plate.rods import Rod, shear


def breakout(foot: Foot, rod: Rod, pack: ConcretePack, reading: PierEdge) -> float:
    """Nominal concrete breakout of all rods, kip: the lower of two ways to read the near edges.

    The depth that counts beside near edges (hef'), or the whole depth with the area of the pier.
    """
    trace, below = Bare(), foot.below
    assert below is not None
    c_a = edge_of(below, rod, reading, trace).distance
    s_r = trace(plate_layout.rod_spacing, D_r=rod.circle, n_r=rod.number)
    shallow = min(trace(eq.near_depth, c_a=c_a, s_o=s_r), rod.embedment)
    return min(_at(foot, rod, pack, c_a=c_a, depth=h) for h in (shallow, rod.embedment))


def _at(foot: Foot, rod: Rod, pack: ConcretePack, *, c_a: float, depth: float) -> float:
    trace, rules, below, f_c = Bare(), pack.anchorage, foot.below, foot.f_c
    assert below is not None
    assert f_c is not None
    lightweight = pack.material.lightweight.number
    deep = rules.deep.value <= depth <= rules.deepest.value
    equation, k = (
        (eq.deep_breakout, rules.breakout_deep) if deep else (eq.basic_breakout, rules.breakout)
    )
    alone = trace(equation, k_N0=k.number, lambda_l=lightweight, f_c=f_c, h_s=depth)
    whole = min(gross_area(below.shape, below.width, trace), 9 * depth**2 * rod.number)
    psi_ed = trace(eq.edge_effect, c_a=c_a, h_s=depth)
    return trace(eq.pier_breakout, A_gc=whole, h_s=depth, psi_ed=psi_ed, N_cb0=alone)


def shear_breakout(foot: Foot, rod: Rod, pack: ConcretePack) -> float:
    """Nominal breakout of one rod towards the side of the pier by shear, kip."""
    rules, below, f_c = pack.anchorage, foot.below, foot.f_c
    assert below is not None
    assert f_c is not None
    c_a = edge_of(below, rod, foot.taken.pier_edge, Bare()).distance
    return Bare()(
        eq.edge_breakout, k_V0=rules.shear_breakout.number, h_ef=rod.embedment,
        d_r=rod.diameter, k_V1=rules.shear_breakout_most.number,
        lambda_l=pack.material.lightweight.number, f_c=f_c, c_a=c_a,
    )  # fmt: skip


def hold_pryout(
    foot: Foot, rod: Rod, pack: ConcretePack, reactions: Sequence[Reaction], trace: Bare
) -> None:
    """Hold the shear against what pries the rods out backwards: no bars stand in its way."""
    rules = pack.anchorage
    trace.subject = IN_CONCRETE
    alone = breakout(foot, rod, pack, foot.taken.pier_edge)
    N_cbg = trace.known(alone, "the lower of two readings of the edges")
    strength = trace(
        eq.pryout, phi_K=rules.phi_concrete.number, k_cp=rules.pryout.number, N_cbg=N_cbg
    )

    def of(one: Reaction, to: Bare) -> Held:
        return Held(to(eq.pried, n_r=rod.number, Q_r=shear(rod, one, to)), strength)

    hold_governing(
        "anchor.pryout", "The shear does not pry the rods out of the concrete", reactions, of,
        trace, subject=IN_CONCRETE, clause=pack.citations.cited(rules.pryout.clause),
    )  # fmt: skip
    trace.subject = ""
