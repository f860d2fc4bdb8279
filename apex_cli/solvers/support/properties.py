"""What a tube is worth: the properties of its cross-section, from its dimensions."""

from typing import Literal, NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers.support.equations import round_sections as rd
from apex_cli.solvers.support.equations import sections as eq

Shape = Literal["round", "rectangular", "box"]
"""A rectangular tube has rounded corners, a box has sharp ones."""


class Properties(NamedTuple):
    """Properties of a tube, in inches and their powers.

    x is the axis across the height: bending about it puts the height in depth.

    Args:
        A: Area.
        I_x: Second moment of area about x.
        I_y: The same about y.
        S_x: Elastic section modulus about x.
        S_y: The same about y.
        Z_x: Plastic section modulus about x.
        Z_y: The same about y.
        r_x: Radius of gyration about x.
        r_y: The same about y.
        J: Torsion constant.
        C: Torsional modulus of H3.1.
    """

    A: float
    I_x: float
    I_y: float
    S_x: float
    S_y: float
    Z_x: float
    Z_y: float
    r_x: float
    r_y: float
    J: float
    C: float


def properties(shape: Shape, width: float, height: float, t: float, trace: Bare) -> Properties:
    """The properties of a tube.

    Args:
        shape: Round, rectangular with corners of twice the wall outside, or a box.
        width: Outside diameter or width, in.
        height: Outside height, in; of a round tube it is not looked at.
        t: Wall to calculate with, in; at most half the smaller outside dimension.
        trace: Calls the equations.
    """
    if shape == "round":
        return _round(width, t, trace)
    if shape == "box":
        sharp = trace.known(0.0, "box with sharp corners")
        return _rectangular(width, height, t, (sharp, sharp), trace)
    outside = trace(eq.outside_radius, t=t, B=width, H=height)
    inside = trace(eq.inside_radius, R_o=outside, t=t)
    return _rectangular(width, height, t, (outside, inside), trace)


def _round(D: float, t: float, trace: Bare) -> Properties:
    A = trace(rd.round_area, D=D, t=t)
    inertia = trace(rd.round_inertia, D=D, t=t)
    S = trace(rd.round_modulus, I=inertia, D=D)
    Z = trace(rd.round_plastic_modulus, D=D, t=t)
    r = trace(rd.round_gyration, I=inertia, A=A)
    J = trace(rd.round_torsion_inertia, I=inertia)
    C = trace(rd.round_torsion_modulus, S=S)
    return Properties(A, inertia, inertia, S, S, Z, Z, r, r, J, C)


def _rectangular(
    B: float, H: float, t: float, radii: tuple[float, float], trace: Bare
) -> Properties:
    R_o, R_i = radii
    A = trace(eq.area, B=B, H=H, t=t, R_o=R_o, R_i=R_i)
    I_x = trace(eq.inertia_x, B=B, H=H, t=t, R_o=R_o, R_i=R_i)
    I_y = trace(eq.inertia_y, B=B, H=H, t=t, R_o=R_o, R_i=R_i)
    S_x = trace(eq.modulus_x, I_x=I_x, H=H)
    S_y = trace(eq.modulus_y, I_y=I_y, B=B)
    Z_x = trace(eq.plastic_modulus_x, B=B, H=H, t=t, R_o=R_o, R_i=R_i)
    Z_y = trace(eq.plastic_modulus_y, B=B, H=H, t=t, R_o=R_o, R_i=R_i)
    r_x = trace(eq.gyration_x, I_x=I_x, A=A)
    r_y = trace(eq.gyration_y, I_y=I_y, A=A)
    R_m = trace(eq.middle_radius, R_o=R_o, R_i=R_i)
    A_m = trace(eq.enclosed_area, B=B, H=H, t=t, R_m=R_m)
    p_m = trace(eq.middle_perimeter, B=B, H=H, t=t, R_m=R_m)
    J = trace(eq.torsion_inertia, A_m=A_m, t=t, p_m=p_m)
    C = trace(eq.torsion_modulus, B=B, H=H, t=t)
    return Properties(A, I_x, I_y, S_x, S_y, Z_x, Z_y, r_x, r_y, J, C)
