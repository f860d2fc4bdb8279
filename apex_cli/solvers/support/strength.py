"""Available strengths of a tube, by LRFD or ASD."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.support import DesignMethod, SupportPack, TubeShape
from apex_cli.solvers.support.equations import available as eq
from apex_cli.solvers.support.flexure import bendings, flat_flexure, round_flexure
from apex_cli.solvers.support.force import (
    flat_compression,
    flat_shear,
    flat_torsion,
    round_compression,
    round_shear,
    round_torsion,
)
from apex_cli.solvers.support.material import Steel
from apex_cli.solvers.support.member import Member, Nominal
from apex_cli.solvers.support.tube import Tube, flat_walls, round_wall


class States(NamedTuple):
    """The limit state that governs each strength, in words."""

    flexure_x: str
    flexure_y: str
    shear_x: str
    shear_y: str
    compression: str
    torsion: str


class Strengths(NamedTuple):
    """What a tube may be asked for: phi R_n, or R_n over Omega.

    Args:
        shape: Round tubes are bent and sheared along one line, whatever the load's direction.
        flexure_x: About x, which puts the height in depth, kip-ft.
        flexure_y: About y, kip-ft.
        shear_x: Shear that goes with bending about x: along the height, kip.
        shear_y: Along the width, kip.
        compression: Axial, kip.
        torsion: About the tube's own axis, kip-ft.
        states: The limit states that govern.
    """

    shape: TubeShape
    flexure_x: float
    flexure_y: float
    shear_x: float
    shear_y: float
    compression: float
    torsion: float
    states: States


class _Nominals(NamedTuple):
    """The nominal strengths, in the order of `States`."""

    flexure_x: Nominal
    flexure_y: Nominal
    shear_x: Nominal
    shear_y: Nominal
    compression: Nominal
    torsion: Nominal


def strengths(
    tube: Tube, steel: Steel, pack: SupportPack, *, method: DesignMethod, length: float, trace: Bare
) -> Strengths:
    """The available strengths of a tube.

    That its wall is not too slender for any strength (`slenderness_of`) is held by the caller.

    Args:
        tube: Its cross-section, with the design wall.
        steel: Its material.
        pack: The edition.
        method: LRFD or ASD.
        length: Effective length of E3, unbraced length of F7, length of G5 and H3, ft; over 0.
        trace: Calls the equations.

    Raises:
        NoAnswer: It is rectangular, and a web is slender, or it has no flat walls.
    """
    member = Member(tube, steel, pack, length, trace)
    found = _round(member) if tube.shape == "round" else _rectangular(member)
    flexure_x = _flexure(found.flexure_x, pack, method, trace)
    shear_x = _shear(found.shear_x, pack, method, trace)
    same = found.flexure_y is found.flexure_x
    return Strengths(
        tube.shape,
        flexure_x,
        flexure_x if same else _flexure(found.flexure_y, pack, method, trace),
        shear_x,
        shear_x if same else _shear(found.shear_y, pack, method, trace),
        _compression(found.compression, pack, method, trace),
        _torsion(found.torsion, pack, method, trace),
        States(*(nominal.state for nominal in found)),
    )


def _round(member: Member) -> _Nominals:
    wall = round_wall(member.tube, member.trace)
    flexure = round_flexure(member, wall)
    shear = round_shear(member, wall)
    compression = round_compression(member, wall)
    return _Nominals(flexure, flexure, shear, shear, compression, round_torsion(member, wall))


def _rectangular(member: Member) -> _Nominals:
    """Strengths about both axes; a square tube has the same about both."""
    walls = flat_walls(member.tube, member.trace)
    square = member.tube.width == member.tube.height
    x, y = bendings(member, walls)
    flexure_x = flat_flexure(member, x)
    flexure_y = flexure_x if square else flat_flexure(member, y)
    shear_x = flat_shear(member, walls.along)
    shear_y = shear_x if square else flat_shear(member, walls.across)
    compression = flat_compression(member, walls)
    torsion = flat_torsion(member, walls.longer.slenderness)
    return _Nominals(flexure_x, flexure_y, shear_x, shear_y, compression, torsion)


def _flexure(found: Nominal, pack: SupportPack, method: DesignMethod, trace: Bare) -> float:
    factor = pack.resistances.flexure
    if method == "lrfd":
        return trace(eq.design_moment, phi_b=factor.phi.number, M_n=found.value)
    return trace(eq.allowable_moment, M_n=found.value, Omega_b=factor.omega.number)


def _shear(found: Nominal, pack: SupportPack, method: DesignMethod, trace: Bare) -> float:
    factor = pack.resistances.shear
    if method == "lrfd":
        return trace(eq.design_shear, phi_v=factor.phi.number, V_n=found.value)
    return trace(eq.allowable_shear, V_n=found.value, Omega_v=factor.omega.number)


def _compression(found: Nominal, pack: SupportPack, method: DesignMethod, trace: Bare) -> float:
    factor = pack.resistances.compression
    if method == "lrfd":
        return trace(eq.design_compression, phi_c=factor.phi.number, P_n=found.value)
    return trace(eq.allowable_compression, P_n=found.value, Omega_c=factor.omega.number)


def _torsion(found: Nominal, pack: SupportPack, method: DesignMethod, trace: Bare) -> float:
    factor = pack.resistances.torsion
    if method == "lrfd":
        return trace(eq.design_torsion, phi_T=factor.phi.number, T_n=found.value)
    return trace(eq.allowable_torsion, T_n=found.value, Omega_T=factor.omega.number)
