"""Estimate of the natural frequency of cantilever poles that carry a sign."""

from math import log, pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    Feet,
    FeetPerSecondSquared,
    Hertz,
    Inches,
    InchesPerKip,
    KipFeet,
    Ksi,
    Plf,
    PoundsForce,
    PoundsPerInch,
    QuarticInches,
    Ratio,
)


@equation("I", "k_I * (D ** 4 - (D - 2 * t) ** 4)", clause="")
def hollow_inertia(*, k_I: Ratio, D: Inches, t: Inches) -> QuarticInches:
    """Second moment of area of a hollow section.

    >>> round(hollow_inertia(k_I=0.04908738521, D=10.75, t=0.365), 1)
    160.7
    """
    return k_I * (D**4 - (D - 2 * t) ** 4)


@equation("I", "(D * D_l ** 3 - (D - 2 * t) * (D_l - 2 * t) ** 3) / 12", clause="")
def rectangular_inertia(*, D: Inches, D_l: Inches, t: Inches) -> QuarticInches:
    """Second moment of area of a hollow rectangle under wind along its depth, corners sharp.

    >>> round(rectangular_inertia(D=4, D_l=8, t=0.25), 2)
    47.62
    """
    return (D * D_l**3 - (D - 2 * t) * (D_l - 2 * t) ** 3) / 12


@equation("f", "1728 * ((L - z_1) ** 3 - (L - z_2) ** 3) / (3 * E * I)", clause="")
def stage_flexibility(
    *,
    L: Feet,
    z_1: Feet,
    z_2: Feet,
    E: Ksi,
    I: QuarticInches,  # noqa: E741 - the code's own symbol
) -> InchesPerKip:
    """What a stage between two heights lets the pole yield under a force at the height L.

    It is the integral of (L - z)² / (E I) over the stage.

    >>> round(1000 / stage_flexibility(L=20, z_1=0, z_2=20, E=29000, I=160.7), 1)
    1011.3
    """
    return 1728 * ((L - z_1) ** 3 - (L - z_2) ** 3) / (3 * E * I)


@equation("k", "1000 * N / f", clause="")
def stepped_stiffness(*, N: Ratio, f: InchesPerKip) -> PoundsPerInch:
    """Stiffness of N stepped cantilevers of this flexibility.

    >>> stepped_stiffness(N=2, f=0.5)
    4000.0
    """
    return 1000 * N / f


@equation("k", "N * 3 * E * 1000 * I / (12 * L) ** 3", clause="")
def prismatic_stiffness(*, N: Ratio, E: Ksi, I: QuarticInches, L: Feet) -> PoundsPerInch:  # noqa: E741 - the code's own symbol
    """Stiffness of N prismatic cantilevers under a force at the height L.

    >>> round(prismatic_stiffness(N=1, E=29000, I=160.7, L=20), 1)
    1011.3
    """
    return N * 3 * E * 1000 * I / (12 * L) ** 3


@equation("D_t", "D_0 - (D_0 - D_1) * L / H", clause="")
def width_at(*, D_0: Inches, D_1: Inches, L: Feet, H: Feet) -> Inches:
    """Width of a tapered pole at the height L.

    >>> width_at(D_0=24, D_1=12, L=30, H=40)
    15.0
    """
    return D_0 - (D_0 - D_1) * L / H


@equation(
    "k",
    "N * 8 * k_I * t * E * 1000 * ((D_0 - D_t) / (12 * L)) ** 3"
    " / (log((D_0 - t) / (D_t - t)) + 2 * ((D_t - t) / (D_0 - t) - 1)"
    " - (((D_t - t) / (D_0 - t)) ** 2 - 1) / 2)",
    clause="",
)
def tapered_stiffness(
    *, N: Ratio, k_I: Ratio, E: Ksi, t: Inches, D_0: Inches, D_t: Inches, L: Feet
) -> PoundsPerInch:
    """Stiffness of N linearly tapered thin-walled cantilevers under a force at the height L.

    The flexibility is the integral of u²/(E I) from the load down, with I = 8 k_I t (D - t)³.

    >>> round(tapered_stiffness(N=1, k_I=0.04908738521, E=29000, t=0.375, D_0=24, D_t=12, L=40), 1)
    924.1
    """
    top = D_t - t
    foot = D_0 - t
    ratio = top / foot
    shape = log(foot / top) + 2 * (ratio - 1) - (ratio**2 - 1) / 2
    return N * 8 * k_I * t * E * 1000 * ((D_0 - D_t) / (12 * L)) ** 3 / shape


@equation("L", "1000 * S_W / W", clause="")
def centre_of_weight(*, S_W: KipFeet, W: PoundsForce) -> Feet:
    """Height of the centre of the cabinets' weight.

    >>> centre_of_weight(S_W=12.6, W=600)
    21.0
    """
    return 1000 * S_W / W


@equation("W_e", "W + N * w * (k_m * L + max(0, H - L))", clause="")
def moving_weight(*, W: PoundsForce, N: Ratio, w: Plf, k_m: Ratio, L: Feet, H: Feet) -> PoundsForce:
    """Weight that moves with the sign: its own, a share of the poles below, the poles above.

    >>> round(moving_weight(W=600, N=1, w=40, k_m=33 / 140, L=21, H=24), 1)
    918.0
    """
    return W + N * w * (k_m * L + max(0, H - L))


@equation(
    "psi",
    "(63 * min(1, z / L) ** 5 - 35 * min(1, z / L) ** 6 + 5 * min(1, z / L) ** 7) / 33",
    clause="",
)
def moving_below(*, z: Feet, L: Feet) -> Ratio:
    """Part of the share of a pole up to the height L that moves below a height.

    It is the integral of the square of the curve of a cantilever under a force at the height L,
    ((3 s² - s³) / 2)² with s = z / L, over its whole, which is 33/140.

    >>> moving_below(z=0, L=20), moving_below(z=24, L=20)
    (0.0, 1.0)
    """
    s = min(1, z / L)
    return (63 * s**5 - 35 * s**6 + 5 * s**7) / 33


@equation("W_m", "N * w * (k_m * L * (psi_2 - psi_1) + max(0, z_2 - max(z_1, L)))", clause="")
def moving_stage(
    *, N: Ratio, w: Plf, k_m: Ratio, L: Feet, psi_1: Ratio, psi_2: Ratio, z_1: Feet, z_2: Feet
) -> PoundsForce:
    """Weight of a stage of the poles that moves with the sign.

    >>> round(moving_stage(N=1, w=40, k_m=33 / 140, L=21, psi_1=0, psi_2=1, z_1=0, z_2=24), 1)
    318.0
    """
    return N * w * (k_m * L * (psi_2 - psi_1) + max(0, z_2 - max(z_1, L)))


@equation("n_1", "sqrt(k * 12 * g / W_e) / (2 * pi)", clause="")
def natural_frequency(*, k: PoundsPerInch, g: FeetPerSecondSquared, W_e: PoundsForce) -> Hertz:
    """Natural frequency of a weight on a spring.

    >>> round(natural_frequency(k=1011.3, g=32.174, W_e=918), 2)
    3.28
    """
    return sqrt(k * 12 * g / W_e) / (2 * pi)
