"""Least steel and detailing of the bars."""

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack, MinReinforcement
from apex_cli.packs.concrete_rules import Plain
from apex_cli.solvers.support.equations import anchor_bars, pier_bars, pier_shear
from apex_cli.solvers.support.pier.cage import Cage
from apex_cli.solvers.support.pier.concrete import Concrete
from apex_cli.solvers.support.pier.flexure import Demand, modulus
from apex_cli.solvers.support.pier.methods import Body
from apex_cli.solvers.support.pier.place import Pole
from apex_cli.solvers.support.pier.result import LeastSteel
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
    A_max = trace(pier_bars.most_steel, rho_max=least.most.number, A_g=body.A_g)
    spacings = {"round": pier_bars.round_bar_spacing, "square": pier_bars.square_bar_spacing}
    s_b = trace(spacings[cage.shape], r_s=cage.radius, n_b=cage.number)
    s_cm = trace(
        pier_bars.least_clear_spacing, s_0=rules.clear_spacing.number,
        k_sc=rules.clear_spacing_bars.number, d_b=cage.bar.diameter,
    )  # fmt: skip
    s_c = trace(pier_bars.clear_spacing, s_b=s_b, d_b=cage.bar.diameter)
    for what, demand, capacity, unit, rule in (
        ("There are enough vertical bars.",
         least.least_bars.value, cage.number, "1", least.least_bars),
        ("The bars are not more than concrete can surround.", body.A_st, A_max, "in2", least.most),
        ("Concrete passes between the vertical bars.",
         s_cm, max(s_c, 0.0), "in", rules.clear_spacing),
        ("The cover holds against earth.", rules.cover.value, cage.cover, "in", rules.cover),
    ):  # fmt: skip
        _hold(trace, what, demand, capacity, unit=unit, clause=pack.citations.cited(rule.clause))
    if ties is not None:
        _hold_ties(cage, body, ties, pack, trace, sheared=sheared)
    return s_b


def hold_around(cage: Cage, pole: Pole, trace: Bare) -> None:
    """Hold an embedded pole within the bars of the cage, whichever way it is turned."""
    room = trace(anchor_bars.cage_inside, r_s=cage.radius, d_b=cage.bar.diameter)
    across = trace.known(pole.across, "across the pole's corners")
    _hold(
        trace, "The bars of the pier stand around the pole.", across, max(room, 0.0), unit="in",
        clause="geometry",
    )  # fmt: skip


def _hold_ties(
    cage: Cage, body: Body, ties: Ties, pack: ConcretePack, trace: Bare, *, sheared: Sheared | None
) -> None:
    rules, tie = pack.ties, cage.tie
    assert tie is not None
    small = cage.bar.size <= rules.small_to.value
    size = rules.small if small else rules.large
    _hold(
        trace, "The ties are thick enough for the bars.", size.value, tie.size, unit="1",
        clause=pack.citations.cited(size.clause),
    )  # fmt: skip
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
        trace, "The ties stand close enough.", ties.s, closest, unit="in",
        clause=pack.citations.cited(clause),
    )  # fmt: skip
    if sheared is not None and sheared.shear > rules.needed_above.value * sheared.concrete:
        _hold(
            trace, "The ties are not less than the least that shear asks for.", ties.least,
            ties.A_v, unit="in2", clause=pack.citations.cited(rules.least_root.clause),
        )  # fmt: skip


def hold_strength(concrete: Concrete, pack: ConcretePack, trace: Bare) -> None:
    """Hold the strength of the concrete against the least that is allowed."""
    rule = pack.material.least_strength
    _hold(
        trace, "The concrete is strong enough for a foundation.", rule.value, concrete.f_c,
        unit="psi", clause=pack.citations.cited(rule.clause),
    )  # fmt: skip


def _hold(
    trace: Bare, what: str, demand: float, capacity: float, *, unit: str, clause: str
) -> None:
    trace.hold("pier.detailing", what, demand=demand, capacity=capacity, unit=unit, clause=clause)
