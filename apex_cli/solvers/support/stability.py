"""What the sway of a pole makes of its moments (AISC 360 C2 and Appendix 8)."""

from apex_cli.equations import Bare
from apex_cli.errors import NoAnswer
from apex_cli.packs.support import DesignMethod, SupportPack
from apex_cli.solvers.support.equations import stability as eq
from apex_cli.solvers.support.material import Steel
from apex_cli.solvers.support.tube import Tube

LITTLE = 0.5
"""Share of the section's axial strength up to which its stiffness is not reduced further (C2.3)."""


def amplification(
    tube: Tube,
    steel: Steel,
    pack: SupportPack,
    *,
    inertia: float,
    axial: float,
    method: DesignMethod,
    length: float,
    reduced: bool,
    trace: Bare,
) -> float:
    """B2 of a pole that is fixed at its foot and free at its top.

    Args:
        tube: Its cross-section at the foot.
        steel: Its material.
        pack: The edition.
        inertia: Second moment of area about the axis of bending, in4: the least along a pole of
            stages is safe.
        axial: Compression, kip.
        method: LRFD or ASD.
        length: Height of the pole, ft.
        reduced: Whether the stiffness is reduced: in the direct analysis method it is (C2.3), in
            that of effective lengths not.
        trace: Calls the equations.

    Raises:
        NoAnswer: The pole buckles under its weight alone.
    """
    stability, E = pack.stability, pack.elastic_modulus.number
    alpha = (stability.alpha_lrfd if method == "lrfd" else stability.alpha_asd).number
    if reduced:
        tau_b = _reduction(tube, steel, alpha, axial, trace)
        k_E = stability.stiffness.number
        P_e = trace(eq.pole_buckling, k_E=k_E, tau_b=tau_b, E=E, I=inertia, L=length)
    else:
        P_e = trace(eq.pole_buckling_unreduced, E=E, I=inertia, L=length)
    if alpha * axial >= P_e:
        raise NoAnswer(
            f"the pole buckles under its own load: {alpha * axial:.1f} kip against {P_e:.1f} kip",
            hint="choose a stiffer section",
        )
    return trace(eq.amplification, alpha=alpha, P_r=axial, P_e=P_e)


def _reduction(tube: Tube, steel: Steel, alpha: float, axial: float, trace: Bare) -> float:
    """What axial force leaves of the stiffness (C2.3)."""
    P_ns = trace(eq.section_strength, F_y=steel.F_y, A=tube.p.A)
    x = trace(eq.section_use, alpha=alpha, P_r=axial, P_ns=P_ns)
    if x > LITTLE:
        return trace(eq.stiffness_reduction, x=x)
    return trace.known(1.0, "stiffness not reduced further (C2-2a)")
