"""Available strengths of a tube, by LRFD or ASD."""

from functools import partial
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
from apex_cli.solvers.support.methods import available
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
    factors, by_method = pack.resistances, partial(available, method, trace)
    flexure = partial(
        by_method, eq.design_moment, eq.allowable_moment, factors.flexure, suffix="_b"
    )
    shear = partial(by_method, eq.design_shear, eq.allowable_shear, factors.shear, suffix="_v")
    compression = partial(
        by_method, eq.design_compression, eq.allowable_compression, factors.compression, suffix="_c"
    )
    torsion = partial(
        by_method, eq.design_torsion, eq.allowable_torsion, factors.torsion, suffix="_T"
    )
    flexure_x, shear_x = flexure(M_n=found.flexure_x.value), shear(V_n=found.shear_x.value)
    same = found.flexure_y is found.flexure_x
    return Strengths(
        tube.shape,
        flexure_x,
        flexure_x if same else flexure(M_n=found.flexure_y.value),
        shear_x,
        shear_x if same else shear(V_n=found.shear_y.value),
        compression(P_n=found.compression.value),
        torsion(T_n=found.torsion.value),
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
