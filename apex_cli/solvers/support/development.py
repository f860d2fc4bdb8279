"""Development of straight bars in tension, in piers, slabs and stems alike."""

from apex_cli.equations import Bare
from apex_cli.packs.concrete import Bar, ConcretePack
from apex_cli.solvers.support.equations import pier_bars


def straight(
    bar: Bar, pack: ConcretePack, trace: Bare, *, f_y: float, cover: float, tie: Bar | None = None,
    spacing: float, lambda_l: float, r_c: float,
) -> float:  # fmt: skip
    """Development length of bars of this yield strength, cover (of the ties) and spacing, in."""
    rules = pack.development
    d_t = trace.known(0.0, "no ties") if tie is None else tie.diameter
    c_b = trace(pier_bars.bar_cover, c_c=cover, d_t=d_t, d_b=bar.diameter, s_b=spacing)
    small = bar.size <= rules.small_bars_to.value
    return trace(
        pier_bars.development_length, k_ld=rules.factor.number, f_y=f_y,
        psi_s=rules.small_bars.number if small else trace.known(1.0, "larger bars"),
        psi_g=rules.grade(f_y).number, d_b=bar.diameter, lambda_l=lambda_l, r_c=r_c, c_b=c_b,
        k_tr=rules.confinement_most.number, l_0=rules.least.number,
    )  # fmt: skip
