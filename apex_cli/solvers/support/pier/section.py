"""The reinforced section: what it is, and the equilibrium at a depth of the neutral axis."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.solvers.support.block import depth_factor, reduction
from apex_cli.solvers.support.equations import pier_layers, pier_section, slab_dowels

Bending = Literal["round", "square", "corner", "rectangle"]
"""A circle, a square that bends about a side, or about its diagonal; a rectangle about a side."""


class Layer(NamedTuple):
    """Bars at one height above the middle of the section (in); how many."""

    y: float
    number: float


class Section(NamedTuple):
    """A section in one direction of bending.

    Args:
        bending: Its shape as it bends.
        name: What this direction is called.
        h: Depth in the plane of bending, in.
        layers: The bars, from the side in compression down.
        A_b: Area of a bar, in2.
        A_g: Gross area, in2.
        A_st: Area of all bars, in2.
        f_c: Strength of the concrete, psi.
        f_y: Yield strength of the bars that counts, ksi.
        b: Width of a rectangle across the plane of bending, in.
    """

    bending: Bending
    name: str
    h: float
    layers: tuple[Layer, ...]
    A_b: float
    A_g: float
    A_st: float
    f_c: float
    f_y: float
    b: float = 0.0


class State(NamedTuple):
    """Equilibrium: nominal strengths (lbf, kip-ft) and the factor that reduces them."""

    P_n: float
    M_n: float
    phi: float


def squash(section: Section, pack: ConcretePack, trace: Bare) -> float:
    """Greatest design strength in compression, lbf."""
    rules = pack.flexure
    P_o = trace(
        pier_section.axial_squash, c_b=rules.block_stress.number, f_c=section.f_c,
        A_g=section.A_g, A_st=section.A_st, f_y=section.f_y,
    )  # fmt: skip
    return trace(
        pier_section.axial_most,
        phi_c=rules.phi_compression.number, c_P=rules.axial_share.number, P_o=P_o,
    )  # fmt: skip


def state(section: Section, pack: ConcretePack, c: float, trace: Bare) -> State:
    """Forces and moments with the neutral axis at this depth, in."""
    rules = pack.flexure
    beta_1 = depth_factor(section.f_c, pack, trace)
    a = trace(pier_section.block_depth, beta_1=beta_1, c=c, h_c=section.h)
    A_c, Q_c = _BLOCKS[section.bending](a, section, trace)
    block = {"c_b": rules.block_stress.number, "f_c": section.f_c}
    C_c = trace(pier_section.block_force, A_c=A_c, **block)
    M_k = trace(pier_section.block_moment, Q_c=Q_c, **block)
    forces = [_force(section, pack, layer, trace, c=c, a=a) for layer in section.layers]
    axial = {f"R_{k}": force for k, force in enumerate(forces, 1)}
    arms = {f"y_{k}": layer.y for k, layer in enumerate(section.layers, 1)}
    P_n = trace(pier_layers.axial_sum(len(forces)), C_c=C_c, **axial)
    M_n = trace(pier_layers.moment_sum(len(forces)), M_k=M_k, **axial, **arms)
    return State(P_n, M_n, _phi(section, pack, c, trace))


def _phi(section: Section, pack: ConcretePack, c: float, trace: Bare) -> float:
    """The factor by the strain of the bars farthest from the side in compression."""
    eps_t = trace(
        pier_section.extreme_strain, eps_u=pack.flexure.ultimate_strain.number, h_c=section.h,
        y_t=section.layers[-1].y, c=c,
    )  # fmt: skip
    return reduction(eps_t, section.f_y, pack, trace)


def _force(
    section: Section, pack: ConcretePack, layer: Layer, trace: Bare, *, c: float, a: float
) -> float:
    """Force of a layer, less the concrete that it displaces within the block."""
    rules = pack.flexure
    terms = {
        "n_s": layer.number, "A_b": section.A_b, "E_s": pack.material.elastic_modulus.number,
        "eps_u": rules.ultimate_strain.number, "h_c": section.h, "y": layer.y, "c": c,
        "f_y": section.f_y,
    }  # fmt: skip
    if section.h / 2 - layer.y < a:
        c_b = rules.block_stress.number
        return trace(pier_section.bar_force_in_block, **terms, c_b=c_b, f_c=section.f_c)
    return trace(pier_section.bar_force, **terms)


def _segment(a: float, section: Section, trace: Bare) -> tuple[float, float]:
    h = section.h
    theta = trace(pier_section.segment_angle, a=a, h_c=h)
    area = trace(pier_section.segment_area, h_c=h, theta=theta)
    return area, trace(pier_section.segment_moment, h_c=h, theta=theta)


def _strip(a: float, section: Section, trace: Bare) -> tuple[float, float]:
    h = section.h
    return trace(pier_section.strip_area, h_c=h, a=a), trace(pier_section.strip_moment, h_c=h, a=a)


def _corner(a: float, section: Section, trace: Bare) -> tuple[float, float]:
    h = section.h
    area = trace(pier_section.corner_area, a=a, h_c=h)
    return area, trace(pier_section.corner_moment, a=a, h_c=h)


def _wide(a: float, section: Section, trace: Bare) -> tuple[float, float]:
    area = trace(slab_dowels.wide_strip_area, b_c=section.b, a=a)
    return area, trace(slab_dowels.wide_strip_moment, b_c=section.b, h_c=section.h, a=a)


_BLOCKS: dict[Bending, Callable[[float, Section, Bare], tuple[float, float]]] = {
    "round": _segment,
    "square": _strip,
    "corner": _corner,
    "rectangle": _wide,
}
"""Area (in2) and first moment (in3) of the block of stress, by the shape."""
