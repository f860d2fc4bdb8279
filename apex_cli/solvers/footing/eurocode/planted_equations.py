"""A post planted in the ground: the moment at its fulcrum, and what the ground holds.

The ground presses with G z against a post that turns about a fulcrum; at it the pressure changes
its side, and the two sides balance where it lies 0.707 of the depth down.
"""

from math import ceil

from apex_cli.equations import equation
from apex_cli.quantities import (
    CubicYards,
    KiloNewtonMetres,
    KiloNewtons,
    KiloNewtonsPerCubicMetre,
    Metres,
    PsfPerFoot,
    Ratio,
)

CLAUSE = "11.4"


@equation("G", "4.4482216152605 * G_u / 0.3048 ** 3 / 1000", clause="")
def ground_factor(*, G_u: PsfPerFoot) -> KiloNewtonsPerCubicMetre:
    """The ground factor in kN/m2 per m.

    >>> round(ground_factor(G_u=2482.7))
    390
    """
    return 4.4482216152605 * G_u / 0.3048**3 / 1000


@equation("M_f", "H_d * (h + k_f * P)", clause=CLAUSE)
def moment_at_fulcrum(*, H_d: KiloNewtons, h: Metres, k_f: Ratio, P: Metres) -> KiloNewtonMetres:
    """Design moment of the wind about the fulcrum.

    >>> moment_at_fulcrum(H_d=10, h=3, k_f=0.707, P=2)
    44.14
    """
    return H_d * (h + k_f * P)


@equation("M_s", "k_G * G * D * P ** 3", clause=CLAUSE)
def resisting_moment_of_ground(
    *, k_G: Ratio, G: KiloNewtonsPerCubicMetre, D: Metres, P: Metres
) -> KiloNewtonMetres:
    """Moment that the ground resists about the fulcrum.

    >>> round(resisting_moment_of_ground(k_G=0.1, G=390, D=0.6, P=2), 6)
    187.2
    """
    return k_G * G * D * P**3


@equation("M_a", "M_s / gamma_m", clause=CLAUSE)
def design_resistance(*, M_s: KiloNewtonMetres, gamma_m: Ratio) -> KiloNewtonMetres:
    """That moment over the model factor.

    >>> design_resistance(M_s=187.5, gamma_m=1.25)
    150.0
    """
    return M_s / gamma_m


@equation("P", "(gamma_m * H_d * (h + k_f * P_0) / (k_G * G * D)) ** (1 / 3)", clause=CLAUSE)
def planting_depth(
    *,
    gamma_m: Ratio,
    H_d: KiloNewtons,
    h: Metres,
    k_f: Ratio,
    P_0: Metres,
    k_G: Ratio,
    G: KiloNewtonsPerCubicMetre,
    D: Metres,
) -> Metres:
    """Planting depth that the wind asks for; the depth found, P_0, gives itself."""
    depth: float = (gamma_m * H_d * (h + k_f * P_0) / (k_G * G * D)) ** (1 / 3)
    return depth


@equation("P_b", "ceil(max(P, f) / i - 0.000001) * i", clause="")
def depth_to_dig(*, P: Metres, f: Metres, i: Metres) -> Metres:
    """Depth to dig, also below frost, rounded up to the increment.

    >>> round(depth_to_dig(P=1.23, f=0.8, i=0.1), 9)
    1.3
    """
    return ceil(max(P, f) / i - 0.000001) * i


@equation("F_a", "M_s / (gamma_m * gamma_Q * (h + k_f * P))", clause=CLAUSE)
def characteristic_capacity(
    *, M_s: KiloNewtonMetres, gamma_m: Ratio, gamma_Q: Ratio, h: Metres, k_f: Ratio, P: Metres
) -> KiloNewtons:
    """Characteristic force of the wind, at its height, that the post may be asked to bear.

    >>> characteristic_capacity(M_s=150, gamma_m=1.25, gamma_Q=1.5, h=3, k_f=0.5, P=2)
    20.0
    """
    return M_s / (gamma_m * gamma_Q * (h + k_f * P))


@equation("W_c", "gamma_c * 0.9144 ** 3 * V", clause="")
def weight_of_concrete(*, gamma_c: KiloNewtonsPerCubicMetre, V: CubicYards) -> KiloNewtons:
    """Weight of the concrete around the posts.

    >>> round(weight_of_concrete(gamma_c=24, V=1), 3)
    18.349
    """
    return gamma_c * 0.9144**3 * V
