"""What piers and slabs have in common in flexure: the block of stress, the factor by strain."""

from collections.abc import Callable

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack, TensionMethod
from apex_cli.solvers.support.equations import pier_section

TENSION_STRAINS: dict[TensionMethod, Callable[..., float]] = {
    "fixed_strain": pier_section.tension_strain_fixed,
    "beyond_yield": pier_section.tension_strain_beyond_yield,
}
"""Strain from which tension controls."""


def depth_factor(f_c: float, pack: ConcretePack, trace: Bare) -> float:
    """Depth of the block over that of the neutral axis; the concrete's strength is in psi."""
    rules = pack.flexure
    return trace(
        pier_section.block_depth_factor, beta_m=rules.block_depth.number,
        k_b=rules.block_depth_slope.number, f_c=f_c,
        f_b=rules.block_depth_until.number, beta_l=rules.block_depth_least.number,
    )  # fmt: skip


def reduction(eps_t: float, f_y: float, pack: ConcretePack, trace: Bare) -> float:
    """The factor by the strain of the bars farthest from the side in compression.

    Args:
        eps_t: That strain.
        f_y: Yield strength of the bars, ksi.
        pack: The edition.
        trace: Calls the equations.
    """
    rules = pack.flexure
    E_s = pack.material.elastic_modulus.number
    eps_ty = trace(pier_section.yield_strain, f_y=f_y, E_s=E_s)
    tension = TENSION_STRAINS[pack.methods.tension_controlled]
    eps_tc = trace(tension, eps_d=rules.tension_strain.number, eps_ty=eps_ty)
    return trace(
        pier_section.strength_reduction, phi_c=rules.phi_compression.number,
        phi_t=rules.phi_tension.number, eps_t=eps_t, eps_ty=eps_ty, eps_tc=eps_tc,
    )  # fmt: skip
