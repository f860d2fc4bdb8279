"""Dowels from the slab into its stem: flexure at the joint, least steel, development, lap."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.project.support import Dowels, SlabSteel
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.equations import pier_bars, slab_bars
from apex_cli.solvers.support.equations import slab_dowels as eq
from apex_cli.solvers.support.pier.result import Bars
from apex_cli.solvers.support.slab import dowel_lengths as lengths
from apex_cli.solvers.support.slab.body import Body
from apex_cli.solvers.support.slab.dowel_section import Doweled, doweled
from apex_cli.solvers.support.slab.place import Loading, Place
from apex_cli.solvers.support.slab.press import ACROSS, Load, loads
from apex_cli.solvers.support.slab.result import DowelRow, SlabResult

NO_STEM = "How the pole is held in the slab: its rods, or its embedment."
IDLE = (
    "The dowels of the slab (support.slab.dowels): footing.stem is not given, so that none stands."
)
STEM = (
    "The stem above its dowels: its own bars and ties, its shear, and how the pole is held in it "
    "(16.3, chapter 10)."
)


DEVELOPED, HOOK = "25.4.2.3", "25.4.3.1"


class Joint(NamedTuple):
    """What a load brings to the joint: axial load (lbf), moments along both sides (kip-ft)."""

    load: Load
    axial: float
    moments: tuple[float, float]

    @property
    def words(self) -> str:
        """The load in words."""
        loading, theta = self.load
        return loading.reaction.name + (f", wind at {theta:g} degrees" if theta else "")


def check(
    slab: SlabSteel, loadings: Sequence[Loading], body: Body, place: Place, trace: Bare,
    *, result: SlabResult,
) -> None:  # fmt: skip
    """Hold the dowels, or tell that none are known of."""
    if not place.stem_ft2:
        result.not_checked.append(NO_STEM if slab.dowels is None else IDLE)
        return
    trace.subject = "dowels"
    rule = body.pack.slab.dowels
    least = trace(slab_bars.dowel_area, rho_d=rule.number, A_k=place.stem_ft2)
    if slab.dowels is None:
        result.not_checked.append(
            "Bars of the stem and dowels into it (slab.dowels): support.slab.dowels is not given; "
            f"at least {least:.2f} in2 ({rule.clause}), developed in the slab."
        )
        return
    bars = doweled(slab.dowels, slab, body, place.column, trace)
    _hold_strength(bars, loadings, place, trace, result)
    A_s = trace(slab_bars.bars_area, n_b=bars.number, A_b=bars.bar.area)
    trace.hold(
        "slab.minimum_steel", "The stem has its least dowels.", demand=least, capacity=A_s,
        unit="in2", clause=body.pack.citations.cited(rule.clause),
    )  # fmt: skip
    assert result.dowels is not None
    result.dowels.steel_in2, result.dowels.least_steel_in2 = A_s, least
    _hold_lengths(bars, slab.dowels, place, trace, result)
    _tell(result.dowels, slab.dowels, body, trace, result)


def _joint(load: Load, place: Place, trace: Bare) -> Joint:
    """What a load brings to the top of the slab."""
    (reaction, dead, _, M_d), theta = load
    f_D = trace.known(dead, f"factor of the dead load in {reaction.name}")
    L_j = trace(eq.joint_depth, d_b=place.depth, t_s=place.thickness)
    terms = {"M_u": reaction.moment, "V_u": reaction.shear, "L_j": L_j}
    if M_d and place.turning:
        M_j = trace(eq.moment_at_joint_in_line, M_d=abs(M_d), **terms)
    else:
        M_j = trace(eq.moment_at_joint, **terms)
    N_j = trace(eq.axial_at_joint, P_u=reaction.axial, f_D=f_D, W_k=place.stem_lbf)
    none = trace.known(0.0, "no moment in this direction")
    turned = trace.known(theta, "direction of the wind")
    M_1 = none if theta == ACROSS else trace(eq.joint_moment_along, M_j=M_j, theta_w=turned)
    M_2 = trace(eq.joint_moment_across, M_j=M_j, theta_w=turned) if theta else none
    if M_d and not place.turning:
        M_2 = abs(M_d)
    return Joint(load, N_j, (M_1, M_2))


def _hold_strength(
    bars: Doweled, loadings: Sequence[Loading], place: Place, trace: Bare, result: SlabResult
) -> None:
    """Hold the load that asks for most of the dowels."""
    bare = Bare()
    joints = [_joint(load, place, bare) for load in loads(place, tuple(loadings))]
    found = [(one, *bars.used(one.axial, one.moments)) for one in joints]
    worst, _, strengths = most(found, lambda it: it[1], lambda it: max(it[0].moments))
    trace.subject = f"dowels, {worst.words}"
    worst = _joint(worst.load, place, trace)
    told = bars.show(worst.moments, strengths, trace)
    words = (
        f"The dowels carry the moments at the top of the slab beside the axial load, {worst.words}."
    )
    clause = bars.pack.citations.cited("22.4")
    if told.share is None:
        trace.hold(
            "slab.dowels", words, demand=max(told.moments), capacity=0.0, unit="kip-ft",
            clause=clause,
        )  # fmt: skip
    else:
        full = trace.known(1.0, "the whole strength")
        trace.hold("slab.dowels", words, demand=told.share, capacity=full, unit="1", clause=clause)
    trace.subject = "dowels"
    result.dowels = DowelRow(
        combination=worst.words, count=int(bars.number), ratio=told.share,
        axial_lbf=worst.axial, shear_lbf=max(one.reaction.shear for one in loadings),
        torsion_kipft=max(one.reaction.torsion for one in loadings),
        moments_kipft=list(told.moments), strengths_kipft=list(told.strengths),
        steel_in2=0.0, least_steel_in2=0.0, development_in=0.0, embedment_in=0.0, lap_in=0.0,
    )  # fmt: skip


def _hold_lengths(
    bars: Doweled, asked: Dowels, place: Place, trace: Bare, result: SlabResult
) -> None:
    """Hold the development of the dowels in the slab, and their lap; how long they are."""
    row, cited = result.dowels, bars.pack.citations.cited
    assert row is not None
    developed = bars.pack.clauses.get("development_length", DEVELOPED)
    l_m = lengths.embedded(bars, trace)
    straight = lengths.straight(bars, trace)
    needed = lengths.hooked(bars, place, trace) if asked.hooked else straight
    kind = "hooks of the dowels are" if asked.hooked else "straight dowels are"
    trace.hold(
        "slab.dowels", f"The {kind} developed in the slab.", demand=needed,
        capacity=max(l_m, 0.0), unit="in", clause=cited(HOOK if asked.hooked else developed),
    )  # fmt: skip
    rule = bars.pack.anchorage.lap
    l_s = trace(eq.dowel_splice, k_lap=rule.number, l_d=straight)
    L_j = trace(eq.joint_depth, d_b=place.depth, t_s=place.thickness)
    up = trace(eq.up_the_stem, L_j=L_j, c_c=bars.cover)
    if asked.lap_in is not None:
        trace.hold(
            "slab.dowels", "The dowels lap with the bars of the stem, class B.", demand=l_s,
            capacity=min(asked.lap_in, max(up, 0.0)), unit="in", clause=cited(rule.clause),
        )  # fmt: skip
        up = min(asked.lap_in, up)
    else:
        trace.hold(
            "slab.dowels", "The dowels are developed in the stem.", demand=straight,
            capacity=max(up, 0.0), unit="in",
            clause=cited(developed),
        )  # fmt: skip
    row.development_in, row.embedment_in, row.lap_in = needed, l_m, l_s
    k_hk = bars.pack.hooks.tail.number if asked.hooked else trace.known(0.0, "no hook")
    l_b = trace(eq.dowel_length, l_m=l_m, l_up=max(up, 0.0), k_hk=k_hk, d_b=bars.bar.diameter)
    weight = trace(pier_bars.bars_weight, n_b=bars.number, l_b=l_b, w_b=bars.bar.weight)
    result.schedule.append(Bars("dowels", bars.bar.size, int(bars.number), l_b, None, weight))
    whole = (
        trace.known(0.0, "no bars in the slab") if result.rebar_lbf is None else result.rebar_lbf
    )
    result.rebar_lbf = trace(slab_bars.with_dowels, W_m=whole, W_dw=weight)


def _tell(row: DowelRow, asked: Dowels, body: Body, trace: Bare, result: SlabResult) -> None:
    """Say what the dowels rest on, and what of them is not checked."""
    result.not_checked.append(
        f"Shear across the joint of stem and slab (22.9): {row.shear_lbf:,.0f} lbf at strength "
        f"level, and {row.torsion_kipft:.2f} kip-ft of torsion."
    )
    result.not_checked.append(STEM)
    if asked.lap_in is None:
        trace.assume(
            "The dowels go up to the top of the stem as its bars: support.slab.dowels.lap_in is "
            f"not given. A lap of class B would need {row.lap_in:.1f} in."
        )
    if asked.cover_in is None:
        trace.assume(
            f"The cover of the dowels is {body.pack.detailing.cover.value:g} in, as against earth "
            f"({body.pack.detailing.cover.clause}): support.slab.dowels.cover_in is not given."
        )
    trace.assume(
        "Half of the dowels of a rectangular stem stand at each face that the wind on the sign "
        "meets, one in each corner, those of a round one on a circle. Moments both ways share the "
        "strength by a line. Stem and slab are of the same concrete; what the soil beside the stem "
        "takes is left out."
    )
