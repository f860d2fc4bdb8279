"""How much of a tube all forces together use (AISC 360 H1 and H3.2)."""

from typing import Literal, NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.support import SupportPack
from apex_cli.solvers.support.equations import interaction as eq
from apex_cli.solvers.support.methods import TORSION
from apex_cli.solvers.support.strength import Strengths


class Interaction(NamedTuple):
    """How much is used, and by which equation."""

    ratio: float
    equation: Literal["H1-1a", "H1-1b", "H3-6"]


class _Bent(NamedTuple):
    """Bending and shear along one line, with what is there for it."""

    moment: float
    strength: float
    shear: float
    shear_strength: float


class _Load(NamedTuple):
    """All that acts on a tube; a round one is bent along x only."""

    axial: float
    x: _Bent
    y: _Bent
    torsion: float


def interaction(
    s: Strengths,
    *,
    axial: float,
    shear_x: float,
    shear_y: float,
    moment_x: float,
    moment_y: float,
    torsion: float,
    pack: SupportPack,
    trace: Bare,
) -> Interaction:
    """How much of a tube is used.

    A round tube is bent by the resultant of its moments, and sheared by that of its shears. A
    rectangular one that is bent about one axis only has that axis' terms only.

    Args:
        s: The available strengths.
        axial: Compression, kip. All forces are sizes, at least 0, second-order effects in them.
        shear_x: Shear that goes with bending about x, kip.
        shear_y: Shear that goes with bending about y, kip.
        moment_x: Moment about x, kip-ft.
        moment_y: Moment about y, kip-ft.
        torsion: Torsion, kip-ft.
        pack: The edition.
        trace: Calls the equations.
    """
    x = _Bent(moment_x, s.flexure_x, shear_x, s.shear_x)
    y = _Bent(moment_y, s.flexure_y, shear_y, s.shear_y)
    if s.shape == "round":
        x, y = _resultant(x, y, trace), _Bent(0.0, s.flexure_y, 0.0, s.shear_y)
    load = _Load(axial, x, y, torsion)
    if _twisted(s, torsion, pack, trace):
        return Interaction(_with_torsion(s, load, pack, trace), "H3-6")
    much = (
        trace(eq.axial_ratio, P_r=axial, P_c=s.compression) >= pack.stability.axial_boundary.number
    )
    return Interaction(_without_torsion(s, load, much, trace), "H1-1a" if much else "H1-1b")


def _resultant(x: _Bent, y: _Bent, trace: Bare) -> _Bent:
    """Both lines in one; a load along one line only is that line's."""
    moment, shear = x.moment or y.moment, x.shear or y.shear
    if x.moment and y.moment:
        moment = trace(eq.moment_in_line, M_x=x.moment, M_y=y.moment)
    if x.shear and y.shear:
        shear = trace(eq.shear_in_line, V_x=x.shear, V_y=y.shear)
    return _Bent(moment, x.strength, shear, x.shear_strength)


def _twisted(s: Strengths, torsion: float, pack: SupportPack, trace: Bare) -> bool:
    """Whether torsion is too much to be neglected (H3.2)."""
    if not torsion:
        return False
    used = trace(eq.torsion_ratio, T_r=torsion, T_c=s.torsion)
    return used > pack.stability.torsion_neglected.number


def _without_torsion(s: Strengths, load: _Load, much: bool, trace: Bare) -> float:
    """H1-1: axial force and bending."""
    x, y = load.x, load.y
    if x.moment and y.moment:
        equation = eq.much_axial_biaxial if much else eq.little_axial_biaxial
        return trace(
            equation, P_r=load.axial, P_c=s.compression,
            M_x=x.moment, M_cx=x.strength, M_y=y.moment, M_cy=y.strength,
        )  # fmt: skip
    one = y if y.moment else x
    equation_of_one = eq.much_axial if much else eq.little_axial
    return trace(
        equation_of_one, P_r=load.axial, P_c=s.compression, M_r=one.moment, M_c=one.strength
    )


def _with_torsion(s: Strengths, load: _Load, pack: SupportPack, trace: Bare) -> float:
    """H3-6: axial force, bending, shear and torsion."""
    x, y = load.x, load.y
    if not (x.moment or x.shear) or not (y.moment or y.shear):
        one = x if x.moment or x.shear else y
        return trace(
            eq.with_torsion, P_r=load.axial, P_c=s.compression, M_r=one.moment, M_c=one.strength,
            V_r=one.shear, V_c=one.shear_strength, T_r=load.torsion, T_c=s.torsion,
        )  # fmt: skip
    if sentence := TORSION[pack.methods.torsion_interaction]:
        trace.assume(sentence)
    return trace(
        eq.with_torsion_biaxial, P_r=load.axial, P_c=s.compression,
        M_x=x.moment, M_cx=x.strength, M_y=y.moment, M_cy=y.strength,
        V_x=x.shear, V_cx=x.shear_strength, V_y=y.shear, V_cy=y.shear_strength,
        T_r=load.torsion, T_c=s.torsion,
    )  # fmt: skip
