"""Shear of the pier, and the torsion that may be neglected."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack, ShearModel
from apex_cli.project.support import PierSteel
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.equations import pier_section, pier_shear
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.pier.cage import Cage, Shape, gross_area
from apex_cli.solvers.support.pier.concrete import Concrete
from apex_cli.solvers.support.pier.flexure import Demand
from apex_cli.solvers.support.pier.ground import rigid
from apex_cli.solvers.support.pier.methods import CONCRETE_SHEARS, Body
from apex_cli.solvers.support.pier.result import PierShear


class Ties(NamedTuple):
    """Ties of a pier: area within a spacing (in2), the least (in2), spacing (in), yield (ksi)."""

    A_v: float
    least: float
    s: float
    f_yt: float


class Sheared(NamedTuple):
    """The worst combination in shear: what it asks, and what the concrete gives alone, lbf."""

    reaction: Reaction
    shear: float
    strength: float
    concrete: float


def ties_of(
    pier: PierSteel, cage: Cage, concrete: Concrete, pack: ConcretePack, trace: Bare
) -> Ties | None:
    """The ties as shear counts them; None if none are given."""
    if cage.tie is None:
        return None
    assert pier.ties is not None
    rules, limit = pack.ties, pack.material.tie_yield_limit.number
    f_yt = trace(pier_shear.yield_counted, f_yb=pier.fy_ksi, f_lim=limit)
    least = trace(
        pier_shear.least_tie_area, k_vm=rules.least_root.number, r_c=concrete.r_c,
        f_vm=rules.least_stress.number, w_c=concrete.w_c, s=pier.ties.spacing_in, f_yt=f_yt,
    )  # fmt: skip
    A_v = trace(pier_shear.tie_area, A_t=cage.tie.area)
    return Ties(A_v, least, pier.ties.spacing_in, f_yt)


def body_of(
    cage: Cage, concrete: Concrete, ties: Ties | None, pack: ConcretePack, trace: Bare
) -> Body:
    """The pier in shear."""
    A_g = gross_area(cage.shape, concrete.w_c, trace)
    A_st = trace(pier_section.steel_area, n_b=cage.number, A_b=cage.bar.area)
    k_d, w_c = pack.shear.effective_depth.number, concrete.w_c
    if cage.shape == "round":
        d_v = trace(pier_shear.effective_depth, k_d=k_d, w_c=w_c)
    else:
        d_v = trace(pier_shear.effective_depth_of_square, k_d=k_d, w_c=w_c, r_s=cage.radius)
    return Body(concrete, A_g, A_st, d_v, ties is not None and ties.A_v >= ties.least)


def hold_shear(
    body: Body,
    ties: Ties | None,
    demands: Sequence[Demand],
    pack: ConcretePack,
    trace: Bare,
    *,
    model: ShearModel,
) -> Sheared:
    """Hold the worst combination in shear."""
    bare = Bare()
    found = [(one, _strength(body, ties, one.reaction.axial, pack, bare)) for one in demands]
    worst, _ = most(found, lambda it: _asked(it[0], model) / it[1][0])
    trace.subject = f"pier, {worst.reaction.name}"
    strength, alone = _strength(body, ties, worst.reaction.axial, pack, trace)
    shear = _shown(worst, model, trace)
    _hold(worst, shear, strength, pack.citations.cited("22.5"), trace)
    return Sheared(worst.reaction, shear, strength, alone)


def hold_plain_shear(
    concrete: Concrete,
    shape: Shape,
    demands: Sequence[Demand],
    pack: ConcretePack,
    trace: Bare,
    *,
    model: ShearModel,
) -> float:
    """Hold the worst combination in shear against concrete without bars; its shear, lbf."""
    worst = most(demands, lambda one: _asked(one, model))
    trace.subject = f"pier, {worst.reaction.name}"
    strength = trace(
        pier_shear.plain_shear, phi_p=pack.plain.phi.number, k_vp=pack.plain.shear.number,
        lambda_l=concrete.lambda_l, r_c=concrete.r_c, A_g=gross_area(shape, concrete.w_c, trace),
    )  # fmt: skip
    shear = _shown(worst, model, trace)
    _hold(worst, shear, strength, pack.citations.cited("14.5.5.1"), trace)
    return shear


def readings(demands: Sequence[Demand]) -> list[PierShear]:
    """The largest shear by each reading; none where nothing is asked."""
    models: tuple[ShearModel, ...] = ("rigid", "applied") if demands else ()
    return [PierShear(model, max(_asked(one, model) for one in demands)) for model in models]


def _asked(one: Demand, model: ShearModel) -> float:
    return one.pier.shear if model == "rigid" else one.reaction.shear


def _shown(one: Demand, model: ShearModel, trace: Bare) -> float:
    """The shear, with the steps that lead to it."""
    if model == "applied":
        return one.reaction.shear
    return rigid(one.asked.ground, one.reaction.shear, one.reaction.moment, trace).shear


def _strength(
    body: Body, ties: Ties | None, N_u: float, pack: ConcretePack, trace: Bare
) -> tuple[float, float]:
    """Design strength in shear, and that of the concrete alone, lbf."""
    V_c = CONCRETE_SHEARS[pack.methods.shear](body, N_u, pack, trace)
    phi = pack.shear.phi.number
    V_s = trace.known(0.0, "no ties")
    if ties is not None:
        close = ties.s <= body.d_v / 4
        limit = pack.shear.ties_most if close else pack.shear.ties_wide
        V_s = trace(
            pier_shear.tie_shear, A_v=ties.A_v, f_yt=ties.f_yt, d_v=body.d_v, s=ties.s,
            k_vs=limit.number, r_c=body.concrete.r_c, w_c=body.concrete.w_c,
        )  # fmt: skip
    return trace(pier_shear.shear_strength, phi_v=phi, V_c=V_c, V_s=V_s), phi * V_c


def _hold(worst: Demand, shear: float, strength: float, clause: str, trace: Bare) -> None:
    trace.hold(
        "pier.shear", f"The pier carries its largest shear, {worst.reaction.name}.",
        demand=shear, capacity=strength, unit="lbf", clause=clause,
    )  # fmt: skip
    trace.subject = ""


def hold_torsion(
    concrete: Concrete, shape: Shape, reactions: Sequence[Reaction], pack: ConcretePack,
    trace: Bare,
) -> float:  # fmt: skip
    """Hold the largest torsion against what is neglected; the torsion, kip-ft."""
    worst = most(reactions, lambda one: one.torsion)
    trace.subject = f"pier, {worst.name}"
    shapes = {"round": pier_shear.round_torsion_shape, "square": pier_shear.square_torsion_shape}
    Q_T = trace(shapes[shape], w_c=concrete.w_c)
    neglected = trace(
        pier_shear.torsion_threshold, phi_v=pack.shear.phi.number,
        k_T=pack.torsion_threshold.number, lambda_l=concrete.lambda_l, r_c=concrete.r_c, Q_T=Q_T,
    )  # fmt: skip
    trace.hold(
        "pier.torsion",
        f"The torsion is small enough to be neglected in the concrete, {worst.name}; beyond it "
        "ties and bars would have to be designed for it.",
        demand=worst.torsion, capacity=neglected, unit="kip-ft",
        clause=pack.citations.cited("22.7.4.1"),
    )  # fmt: skip
    trace.subject = ""
    return worst.torsion
