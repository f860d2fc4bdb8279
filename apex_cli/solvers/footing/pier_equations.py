"""Equations of what a pier is beside its depth: the ground that resists, its pole, its torsion.

Symbols: z_0 depth from grade that gives no lateral resistance, r height of the pier's top above
grade, D_p width of the pole, D_l its depth along the wind, w and l sides of the pier.
"""

from math import log, pi, sqrt

from apex_cli.equations import equation
from apex_cli.quantities import (
    CubicYards,
    Feet,
    Inches,
    Pcf,
    PoundFeet,
    PoundsForce,
    Psf,
    Ratio,
    SquareFeet,
)


@equation("h_z", "h + z_0", clause="")
def height_above_resistance(*, h: Feet, z_0: Feet) -> Feet:
    """Height of the load above where the ground begins to resist."""
    return h + z_0


@equation("d_z", "z - z_0", clause="")
def depth_that_resists(*, z: Feet, z_0: Feet) -> Feet:
    """Depth below where the ground begins to resist."""
    return z - z_0


@equation("d_g", "d + z_0", clause="")
def depth_from_grade(*, d: Feet, z_0: Feet) -> Feet:
    """Required depth from grade, with the part of it that resists nothing."""
    return d + z_0


@equation("d", "max(d, 3 * d_z)", clause="1807.3.2.1")
def depth_third_in_layer(*, d: Feet, d_z: Feet) -> Feet:
    """Depth whose third reaches into the layer that carries."""
    return max(d, 3 * d_z)


@equation("d", "max(d, d_z)", clause="1807.3.2.2")
def depth_in_layer(*, d: Feet, d_z: Feet) -> Feet:
    """Depth that reaches into the layer that carries."""
    return max(d, d_z)


@equation("t", "d_b + r", clause="")
def height_of_pier(*, d_b: Feet, r: Feet) -> Feet:
    """Height of the concrete, from the bottom to the top above grade."""
    return d_b + r


@equation("V", "V - A_p * l_e / 27", clause="")
def volume_without_pole(*, V: CubicYards, A_p: SquareFeet, l_e: Feet) -> CubicYards:
    """Volume of the concrete around the pole that stands in it."""
    return V - A_p * l_e / 27


@equation("q_v", "q_v + gamma_c * r", clause="1807.3.2.3")
def bearing_with_reveal(*, q_v: Psf, gamma_c: Pcf, r: Feet) -> Psf:
    """Pressure under a pier whose top stands above grade."""
    return q_v + gamma_c * r


@equation("D_c", "sqrt(2) * D_p", clause="")
def corners_of_square(*, D_p: Inches) -> Inches:
    """Diagonal of a square pole."""
    return sqrt(2) * D_p


@equation("D_c", "sqrt(D_p ** 2 + D_l ** 2)", clause="")
def corners_of_rectangle(*, D_p: Inches, D_l: Inches) -> Inches:
    """Diagonal of a rectangular pole.

    >>> corners_of_rectangle(D_p=6, D_l=8)
    10.0
    """
    return sqrt(D_p**2 + D_l**2)


@equation("D_c", "2 / sqrt(3) * D_p", clause="")
def corners_of_hexagon(*, D_p: Inches) -> Inches:
    """Width of a hexagonal pole across its corners."""
    return 2 / sqrt(3) * D_p


@equation("D_c", "sqrt(4 - 2 * sqrt(2)) * D_p", clause="")
def corners_of_octagon(*, D_p: Inches) -> Inches:
    """Width of an octagonal pole across its corners.

    >>> round(corners_of_octagon(D_p=12.0), 2)
    12.99
    """
    return sqrt(4 - 2 * sqrt(2)) * D_p


@equation("A_p", "pi * D_p ** 2 / 576", clause="")
def area_of_round_pole(*, D_p: Inches) -> SquareFeet:
    """Area within the outline of a round pole."""
    return pi * D_p**2 / 576


@equation("A_p", "D_p ** 2 / 144", clause="")
def area_of_square_pole(*, D_p: Inches) -> SquareFeet:
    """Area within the outline of a square pole."""
    return D_p**2 / 144


@equation("A_p", "D_p * D_l / 144", clause="")
def area_of_rectangular_pole(*, D_p: Inches, D_l: Inches) -> SquareFeet:
    """Area within the outline of a rectangular pole."""
    return D_p * D_l / 144


@equation("A_p", "sqrt(3) * D_p ** 2 / 288", clause="")
def area_of_hexagonal_pole(*, D_p: Inches) -> SquareFeet:
    """Area within the outline of a hexagonal pole, D_p across its flats."""
    return sqrt(3) * D_p**2 / 288


@equation("A_p", "2 * (sqrt(2) - 1) * D_p ** 2 / 144", clause="")
def area_of_octagonal_pole(*, D_p: Inches) -> SquareFeet:
    """Area within the outline of an octagonal pole, D_p across its flats."""
    return 2 * (sqrt(2) - 1) * D_p**2 / 144


@equation("w_p", "(D_c + 2 * c_c) / 12", clause="")
def width_for_pole(*, D_c: Inches, c_c: Inches) -> Feet:
    """Width of pier that the pole needs, with cover on both sides.

    >>> width_for_pole(D_c=24.0, c_c=3.0)
    2.5
    """
    return (D_c + 2 * c_c) / 12


@equation("f_s", "2 * T / (pi * w ** 2 * d_z)", clause="")
def friction_round(*, T: PoundFeet, w: Feet, d_z: Feet) -> Psf:
    """Side friction that holds the torsion: perimeter π w, lever w/2, over the depth.

    >>> round(friction_round(T=51_930, w=2, d_z=13))
    636
    """
    return 2 * T / (pi * w**2 * d_z)


@equation("f_s", "T / (2 * w * l * d_z)", clause="")
def friction_rectangle(*, T: PoundFeet, w: Feet, l: Feet, d_z: Feet) -> Psf:  # noqa: E741 - side l, beside w
    """Side friction that holds the torsion: each side with half the other as its lever."""
    return T / (2 * w * l * d_z)


@equation(
    "r_m",
    "sqrt(B ** 2 + L ** 2) / 6 + B ** 2 / (12 * L) * log((L + sqrt(B ** 2 + L ** 2)) / B)"
    " + L ** 2 / (12 * B) * log((B + sqrt(B ** 2 + L ** 2)) / L)",
    clause="",
)
def mean_radius(*, B: Feet, L: Feet) -> Feet:
    """Mean distance of the points of a rectangle from its middle.

    >>> round(mean_radius(B=1.0, L=1.0), 4)
    0.3826
    """
    d = sqrt(B**2 + L**2)
    return d / 6 + B**2 / (12 * L) * log((L + d) / B) + L**2 / (12 * B) * log((B + d) / L)


@equation("r_m", "B / 3", clause="")
def mean_radius_round(*, B: Feet) -> Feet:
    """Mean distance of the points of a circle from its middle."""
    return B / 3


@equation("u_s", "sqrt((V / R_s) ** 2 + (T / (R_s * r_m)) ** 2)", clause="")
def sliding_used(*, V: PoundsForce, R_s: PoundsForce, T: PoundFeet, r_m: Feet) -> Ratio:
    """Share of the resistance to sliding that shear and torsion use together.

    >>> sliding_used(V=300.0, R_s=1000.0, T=4000.0, r_m=10.0)
    0.5
    """
    return sqrt((V / R_s) ** 2 + (T / (R_s * r_m)) ** 2)
