"""A hole through the wall of a pole: the section beside it, by statics."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault
from apex_cli.project.support import Opening
from apex_cli.solvers.limits import beyond, most
from apex_cli.solvers.support.demand import Forces, Situation, every, size_of, told
from apex_cli.solvers.support.equations import opening as eq
from apex_cli.solvers.support.equations.splice import resultant
from apex_cli.solvers.support.member_checks import Held, Members
from apex_cli.solvers.support.methods import available
from apex_cli.solvers.support.pieces import Piece

NOT_CHECKED = "torsion and local buckling at the opening"
_WHERE = "/support/opening"


class Net(NamedTuple):
    """What is left beside the hole: axial strength (kip), moments about x and y (kip-ft)."""

    axial: float
    moment_x: float
    moment_y: float


def hold_opening(members: Members, opening: Opening, trace: Bare) -> list[Held]:
    """Hold the net section of each piece that the hole is in, whichever way the hole looks.

    It is held at the hole's lower edge, or where the piece begins within the hole.

    Args:
        members: The pieces of the pole under its loads.
        opening: The hole; it fits the pole (`opening_faults`).
        trace: Calls the equations.
    """
    bottom, top = _ends(opening)
    cut = [
        piece
        for piece in members.pieces
        if beyond(piece.stage.top, bottom) and beyond(top, piece.stage.bottom)
    ]
    found = []
    for piece in cut:
        where = f"opening, {piece.stage.name}" if len(cut) > 1 else "opening"
        z = max(bottom, piece.stage.bottom)
        if members.has_strength(piece):
            found.append(_hold(members.situation, piece, opening, (where, z), trace))
    trace.assume(
        "At the opening the section without the hole is held elastically (statics), the hole "
        "turned the worst way, with what acts at its lower edge."
    )
    trace.subject = ""
    return found


def _hold(
    situation: Situation, piece: Piece, opening: Opening, place: tuple[str, float], trace: Bare
) -> Held:
    """Hold what is left of one piece at a place: what it is called, and its height, ft."""
    (where, z), silent = place, Bare()
    net = _net(situation, piece, opening, silent)
    met = most(
        every(situation, z, diagonal=piece.diagonal),
        lambda one: _ratio(piece, one.forces, net, silent),
    )
    case = met.case
    trace.subject = f"{where}, {situation.words(case)}"
    net = _net(situation, piece, opening, trace)
    forces = told(situation, met, z, trace, diagonal=piece.diagonal)
    check = trace.hold(
        "steel.interaction",
        f"Opening, {piece.section}: the edge of the hole does not yield, {situation.words(case)}.",
        demand=_ratio(piece, forces, net, trace), capacity=1.0, unit="1", clause="statics",
    )  # fmt: skip
    return Held(check.id, check.demand, piece.stage.name, "opening", case.combination.name, z)


def _ends(opening: Opening) -> tuple[float, float]:
    """From and to which height the hole is, ft."""
    half = opening.height_in / 24
    return opening.height_ft - half, opening.height_ft + half


def opening_faults(opening: Opening | None, pieces: Sequence[Piece]) -> Iterator[Fault]:
    """Every place at which a hole is not in the pole, is in a lap, or is wider than the wall."""
    if opening is None:
        return
    bottom, top = _ends(opening)
    end, height = pieces[-1].stage.top, opening.height_ft
    where = f"{_WHERE}/height_ft"
    if beyond(top, end):
        detail = f"puts the top of the hole at {top:g} ft, above the poles, which end at {end:g} ft"
        yield Fault(where, detail, height, "let it be in a pole")
    if bottom < 0 and beyond(-bottom, 0.0):
        detail = f"puts the bottom of the hole {-bottom:g} ft below grade"
        yield Fault(where, detail, height, "let it be above grade")
    for below, above in pairwise(pieces):
        low, high = above.stage.bottom, below.stage.top
        if beyond(high, low) and beyond(top, low) and beyond(high, bottom):
            detail = (
                f"puts the hole into the lap of {below.stage.name} and {above.stage.name}, from "
                f"{low:g} to {high:g} ft, whose couple a cut wall is not held for"
            )
            yield Fault(where, detail, height, "let it be above the lap or below it")
    for piece in pieces:
        room = _room(piece)
        cut = beyond(piece.stage.top, bottom) and beyond(top, piece.stage.bottom)
        if cut and opening.width_in >= room:
            detail = f"is too wide for {piece.section}, whose wall has room for {room:.4g} in"
            yield Fault(f"{_WHERE}/width_in", detail, opening.width_in, "make it narrower")


def _room(piece: Piece) -> float:
    """How wide a hole may be, in: the wall's flat, or the tube's inside."""
    tube = piece.tube
    if tube.shape == "round":
        return tube.width - 2 * tube.t
    return min(tube.width, tube.height) - 3 * tube.t


def _net(situation: Situation, piece: Piece, opening: Opening, trace: Bare) -> Net:
    """What is left, at the level of the method."""
    tube, w = piece.tube, opening.width_in
    p, D, t = tube.p, tube.width, tube.t
    if tube.shape == "round":
        theta = trace(eq.half_angle, w=w, D=D)
        A_h = trace(eq.round_net_area, A=p.A, theta=theta, D=D, t=t)
        e_h = trace(eq.round_shift, D=D, t=t, theta=theta, A_h=A_h)
        I_1 = trace(eq.round_inertia_1, I=p.I_x, t=t, D=D, theta=theta, A_h=A_h, e_h=e_h)
        I_2 = trace(eq.round_inertia_2, I=p.I_x, t=t, D=D, theta=theta)
        S_h = trace(eq.round_net_modulus, D=D, theta=theta, e_h=e_h, I_1=I_1, I_2=I_2)
        M_h = _moment(situation, piece, S_h, trace)
        return Net(_axial(situation, piece, A_h, trace), M_h, M_h)
    A_h = trace(eq.flat_net_area, A=p.A, w=w, t=t)
    moments = []
    for inertia, d in ((p.I_x, tube.height), (p.I_y, tube.width)):
        e_h = trace(eq.flat_shift, w=w, t=t, d=d, A_h=A_h)
        I_1 = trace(eq.flat_inertia, I=inertia, w=w, t=t, d=d, A_h=A_h, e_h=e_h)
        S_h = trace(eq.flat_net_modulus, I_1=I_1, d=d, e_h=e_h)
        moments.append(_moment(situation, piece, S_h, trace))
    return Net(_axial(situation, piece, A_h, trace), *moments)


def _axial(situation: Situation, piece: Piece, A_h: float, trace: Bare) -> float:
    return available(
        situation.method, trace, eq.net_axial, eq.net_axial_asd,
        situation.pack.resistances.compression, F_y=piece.steel.F_y, A_h=A_h,
    )  # fmt: skip


def _moment(situation: Situation, piece: Piece, S_h: float, trace: Bare) -> float:
    return available(
        situation.method, trace, eq.net_moment, eq.net_moment_asd,
        situation.pack.resistances.flexure, F_y=piece.steel.F_y, S_h=S_h,
    )  # fmt: skip


def _ratio(piece: Piece, forces: Forces, net: Net, trace: Bare) -> float:
    M_1, M_2 = forces.moment_x, forces.moment_y
    if piece.tube.shape == "round" and M_1 and M_2:
        M_1, M_2 = trace(resultant, M_1=M_1, M_2=M_2), 0.0
    if not M_2 or not M_1:
        along = bool(M_2)
        return trace(
            eq.net_ratio,
            P_r=size_of(forces.axial, trace), P_h=net.axial, M_1=M_2 if along else M_1,
            M_h1=net.moment_y if along else net.moment_x,
        )  # fmt: skip
    return trace(
        eq.net_ratio_biaxial,
        P_r=size_of(forces.axial, trace), P_h=net.axial,
        M_1=M_1, M_h1=net.moment_x, M_2=M_2, M_h2=net.moment_y,
    )  # fmt: skip
