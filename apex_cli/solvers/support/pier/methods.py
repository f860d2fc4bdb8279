"""Where the editions differ in algebra: the equations by the name that a pack gives."""

from collections.abc import Callable
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack, ShearMethod
from apex_cli.solvers.support.equations import pier_shear
from apex_cli.solvers.support.pier.concrete import Concrete


class Body(NamedTuple):
    """A reinforced pier in shear.

    Args:
        concrete: Its concrete.
        A_g: Gross area, in2.
        A_st: Area of all vertical bars, in2.
        d_v: Effective depth, in.
        tied: Whether there are at least the least ties.
    """

    concrete: Concrete
    A_g: float
    A_st: float
    d_v: float
    tied: bool


def _axial(body: Body, N_u: float, pack: ConcretePack, trace: Bare) -> float:
    stress = pack.axial_stress if N_u >= 0 else pack.axial_tension
    assert stress is not None
    w_c, _, r_c, lambda_l = body.concrete
    return trace(
        pier_shear.concrete_shear_axial, k_c=pack.shear.concrete.number, N_u=N_u,
        f_N=stress.number, A_g=body.A_g, lambda_l=lambda_l, r_c=r_c, w_c=w_c, d_v=body.d_v,
    )  # fmt: skip


def _size_effect(body: Body, N_u: float, pack: ConcretePack, trace: Bare) -> float:
    rules = pack.size_effect
    assert rules is not None
    w_c, f_c, r_c, lambda_l = body.concrete
    terms = {
        "lambda_l": lambda_l, "r_c": r_c, "N_u": N_u, "k_N": rules.axial.number,
        "A_g": body.A_g, "c_N": rules.axial_limit.number, "f_c": f_c,
        "k_vx": rules.most.number, "w_c": w_c, "d_v": body.d_v,
    }  # fmt: skip
    if body.tied:
        return trace(pier_shear.concrete_shear_tied, k_c=pack.shear.concrete.number, **terms)
    lambda_s = trace(pier_shear.size_factor, d_v=body.d_v, d_0=rules.depth.number)
    rho_w = trace(
        pier_shear.tension_ratio, k_s=pack.shear.tension_share.number, A_st=body.A_st, w_c=w_c,
        d_v=body.d_v,
    )  # fmt: skip
    return trace(
        pier_shear.concrete_shear_untied, k_u=rules.untied.number, lambda_s=lambda_s,
        rho_w=rho_w, **terms,
    )  # fmt: skip


CONCRETE_SHEARS: dict[ShearMethod, Callable[[Body, float, ConcretePack, Bare], float]] = {
    "axial_2014": _axial,
    "size_effect_2019": _size_effect,
}
"""Shear that the concrete carries beside an axial load, lbf."""
