"""Least steel, detailing, development and the schedule of bars."""

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack, MinReinforcement
from apex_cli.packs.concrete_rules import Plain
from apex_cli.solvers.support.equations import pier_bars, pier_shear
from apex_cli.solvers.support.pier.cage import Cage
from apex_cli.solvers.support.pier.concrete import Concrete
from apex_cli.solvers.support.pier.flexure import Demand, modulus
from apex_cli.solvers.support.pier.methods import Body
from apex_cli.solvers.support.pier.place import Place
from apex_cli.solvers.support.pier.result import Bars, LeastSteel
from apex_cli.solvers.support.pier.shear import Sheared, Ties

WORDS: dict[MinReinforcement, str] = {
    "one_percent": "1 % of the gross area, as a column",
    "half_percent": "0.5 % of the gross area, as a column larger than its load asks for",
    "cracking": "bars that carry the moment at which the concrete cracks",
    "as_given": "the bars as they are given",
}


def hold_least(
    cage: Cage,
    body: Body,
    worst: Demand,
    pack: ConcretePack,
    trace: Bare,
    *,
    strength: float,
    reading: MinReinforcement,
) -> list[LeastSteel]:
    """Hold the bars against the least steel by this reading; what every reading asks for."""
    rules = pack.minimum_steel
    M_cr = cracking(cage, body.concrete, pack, trace if reading == "cracking" else Bare())
    needed = worst.action.moment > M_cr or worst.reaction.axial < 0
    rows = [LeastSteel("cracking", None, needed)]
    ratios: dict[MinReinforcement, Plain] = {
        "one_percent": rules.one_percent,
        "half_percent": rules.half_percent,
    }
    for name, ratio in ratios.items():
        told = trace if reading == name else Bare()
        least = told(pier_bars.least_steel, rho_min=ratio.number, A_g=body.A_g)
        rows.append(LeastSteel(name, least, needed=True))
        if reading == name:
            trace.hold(
                "pier.minimum_steel", f"The pier has its least steel: {WORDS[reading]}.",
                demand=least, capacity=body.A_st, unit="in2",
                clause=pack.citations.cited(ratio.clause),
            )  # fmt: skip
    if reading == "cracking":
        trace.hold(
            "pier.minimum_steel",
            "The bars carry the moment at which the concrete cracks, where the pier's moment is "
            "beyond it or the pier is lifted.",
            demand=M_cr if needed else 0.0, capacity=strength, unit="kip-ft",
            clause=rules.cracking.clause,
        )  # fmt: skip
    return rows


def cracking(cage: Cage, concrete: Concrete, pack: ConcretePack, trace: Bare) -> float:
    """Design moment at which the concrete cracks, kip-ft."""
    return trace(
        pier_shear.cracking_moment, k_cr=pack.minimum_steel.cracking.number,
        lambda_l=concrete.lambda_l, r_c=concrete.r_c, S_m=modulus(concrete, cage.shape, trace),
    )  # fmt: skip


def hold_detailing(
    cage: Cage,
    body: Body,
    ties: Ties | None,
    pack: ConcretePack,
    trace: Bare,
    *,
    sheared: Sheared | None,
) -> float:
    """Hold bars and ties against the rules of detailing; the spacing of the bars, in."""
    rules, least = pack.detailing, pack.minimum_steel
    _hold(
        trace,
        "There are enough vertical bars.",
        least.least_bars.value,
        cage.number,
        unit="1",
        clause=pack.citations.cited(least.least_bars.clause),
    )
    A_max = trace(pier_bars.most_steel, rho_max=least.most.number, A_g=body.A_g)
    _hold(
        trace,
        "The bars are not more than concrete can surround.",
        body.A_st,
        A_max,
        unit="in2",
        clause=pack.citations.cited(least.most.clause),
    )
    spacings = {"round": pier_bars.round_bar_spacing, "square": pier_bars.square_bar_spacing}
    s_b = trace(spacings[cage.shape], r_s=cage.radius, n_b=cage.number)
    s_cm = trace(
        pier_bars.least_clear_spacing, s_0=rules.clear_spacing.number,
        k_sc=rules.clear_spacing_bars.number, d_b=cage.bar.diameter,
    )  # fmt: skip
    s_c = trace(pier_bars.clear_spacing, s_b=s_b, d_b=cage.bar.diameter)
    _hold(
        trace,
        "Concrete passes between the vertical bars.",
        s_cm,
        max(s_c, 0.0),
        unit="in",
        clause=pack.citations.cited(rules.clear_spacing.clause),
    )
    _hold(
        trace,
        "The cover holds against earth.",
        rules.cover.value,
        cage.cover,
        unit="in",
        clause=pack.citations.cited(rules.cover.clause),
    )
    if ties is not None:
        _hold_ties(cage, body, ties, pack, trace, sheared=sheared)
    return s_b


def _hold_ties(
    cage: Cage, body: Body, ties: Ties, pack: ConcretePack, trace: Bare, *, sheared: Sheared | None
) -> None:
    rules, tie = pack.ties, cage.tie
    assert tie is not None
    small = cage.bar.size <= rules.small_to.value
    size = rules.small if small else rules.large
    _hold(
        trace,
        "The ties are thick enough for the bars.",
        size.value,
        tie.size,
        unit="1",
        clause=pack.citations.cited(size.clause),
    )
    terms = {
        "k_sb": rules.spacing_bars.number, "d_b": cage.bar.diameter,
        "k_st": rules.spacing_ties.number, "d_t": tie.diameter, "w_c": body.concrete.w_c,
    }  # fmt: skip
    clause = rules.spacing_bars.clause
    if sheared is not None and sheared.shear > sheared.concrete:
        depth = rules.spacing_depth
        closest, clause = (
            trace(pier_bars.tie_spacing_in_shear, **terms, k_sd=depth.number, d_v=body.d_v),
            f"{clause}, {depth.clause}",
        )
    else:
        closest = trace(pier_bars.tie_spacing, **terms)
    _hold(
        trace,
        "The ties stand close enough.",
        ties.s,
        closest,
        unit="in",
        clause=pack.citations.cited(clause),
    )
    if sheared is not None and sheared.shear > rules.needed_above.value * sheared.concrete:
        _hold(
            trace,
            "The ties are not less than the least that shear asks for.",
            ties.least,
            ties.A_v,
            unit="in2",
            clause=pack.citations.cited(rules.least_root.clause),
        )


def hold_strength(concrete: Concrete, pack: ConcretePack, trace: Bare) -> None:
    """Hold the strength of the concrete against the least that is allowed."""
    rule = pack.material.least_strength
    _hold(
        trace,
        "The concrete is strong enough for a foundation.",
        rule.value,
        concrete.f_c,
        unit="psi",
        clause=pack.citations.cited(rule.clause),
    )


def _hold(
    trace: Bare, what: str, demand: float, capacity: float, *, unit: str, clause: str
) -> None:
    trace.hold("pier.detailing", what, demand=demand, capacity=capacity, unit=unit, clause=clause)


def development(
    cage: Cage, concrete: Concrete, s_b: float, pack: ConcretePack, trace: Bare
) -> float:
    """Development length of the vertical bars, straight and in tension, in."""
    rules = pack.development
    d_t = trace.known(0.0, "no ties") if cage.tie is None else cage.tie.diameter
    c_b = trace(pier_bars.bar_cover, c_c=cage.cover, d_t=d_t, d_b=cage.bar.diameter, s_b=s_b)
    small = cage.bar.size <= rules.small_bars_to.value
    psi_s = rules.small_bars.number if small else trace.known(1.0, "larger bars")
    return trace(
        pier_bars.development_length, k_ld=rules.factor.number, f_y=cage.f_y, psi_s=psi_s,
        psi_g=rules.grade(cage.f_y).number, d_b=cage.bar.diameter, lambda_l=concrete.lambda_l,
        r_c=concrete.r_c, c_b=c_b, k_tr=rules.confinement_most.number, l_0=rules.least.number,
    )  # fmt: skip


def schedule(
    cage: Cage, place: Place, ties: Ties | None, pack: ConcretePack, trace: Bare,
    *, top_ties: int | None,
) -> tuple[list[Bars], float]:  # fmt: skip
    """The bars of one pier as they are ordered, and their weight, lbf.

    The ties at the top that hold anchor rods are among the ties, one of them in any case.
    """
    L_k = trace.known(place.ground.depth + place.reveal, "depth of the pier and what stands out")
    l_b = trace(pier_bars.bar_length, L_k=L_k, c_c=cage.cover)
    W_b = trace(pier_bars.bars_weight, n_b=cage.number, l_b=l_b, w_b=cage.bar.weight)
    rows = [Bars("vertical", cage.bar.size, int(cage.number), l_b, None, W_b)]
    if ties is None:
        return rows, W_b
    assert cage.tie is not None
    if top_ties is None:
        n_t = trace(pier_bars.tie_count, l_b=l_b, s=ties.s)
    else:
        n_tt = trace.known(top_ties, "/support/pier/top_ties")
        n_t = trace(pier_bars.tie_count_with_top, l_b=l_b, s=ties.s, n_tt=n_tt)
    lengths = {"round": pier_bars.round_tie_length, "square": pier_bars.square_tie_length}
    l_t = trace(
        lengths[cage.shape], w_c=cage.width, c_c=cage.cover, d_t=cage.tie.diameter,
        l_o=pack.ties.overlap.number,
    )  # fmt: skip
    W_t = trace(pier_bars.bars_weight, n_b=n_t, l_b=l_t, w_b=cage.tie.weight)
    rows.append(Bars("tie", cage.tie.size, int(n_t), l_t, ties.s, W_t))
    return rows, trace(pier_bars.cage_weight, W_b=W_b, W_t=W_t)
