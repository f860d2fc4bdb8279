"""A hole through the wall of a pole: the section beside it, by statics."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.support import Opening
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.demand import Forces, Situation, every, size_of, told
from apex_cli.solvers.support.equations import opening as eq
from apex_cli.solvers.support.equations.splice import resultant
from apex_cli.solvers.support.member_checks import Held
from apex_cli.solvers.support.pieces import Piece, Run

NOT_CHECKED = "torsion and local buckling at the opening"
_WHERE = "/support/opening"


class Net(NamedTuple):
    """What is left beside the hole: axial strength (kip), moments about x and y (kip-ft)."""

    axial: float
    moment_x: float
    moment_y: float


def hold_opening(
    situation: Situation, opening: Opening, runs: Sequence[Run], top: float, trace: Bare
) -> Held:
    """Hold the net section at the lower edge of the hole, whichever way the hole looks.

    Args:
        situation: The pole under its loads.
        opening: The hole.
        runs: The lengths of the pole.
        top: Where the poles end, ft.
        trace: Calls the equations.

    Raises:
        InvalidInput: The hole is above the poles, or wider than the wall that has it.
    """
    z = max(0.0, opening.height_ft - opening.height_in / 24)
    piece = _piece(opening, runs, top)
    silent = Bare()
    net = _net(situation, piece, opening, silent)
    met = most(every(situation, z), lambda one: _ratio(piece, one.forces, net, silent))
    case = met.case
    trace.subject = f"opening, {situation.words(case)}"
    net = _net(situation, piece, opening, trace)
    forces = told(situation, met, z, trace)
    check = trace.hold(
        "steel.interaction",
        f"Opening, {piece.section}: the edge of the hole does not yield, {situation.words(case)}.",
        demand=_ratio(piece, forces, net, trace), capacity=1.0, unit="1", clause="statics",
    )  # fmt: skip
    trace.assume(
        "At the opening the section without the hole is held elastically (statics), the hole "
        "turned the worst way, with what acts at its lower edge."
    )
    trace.subject = ""
    return Held(check.id, check.demand, piece.stage.name, "opening", case.combination.name, z)


def _piece(opening: Opening, runs: Sequence[Run], top: float) -> Piece:
    """The piece that has the hole."""
    if opening.height_ft >= top:
        detail, value = f"is above the poles, which end at {top:g} ft", opening.height_ft
        fault = Fault(f"{_WHERE}/height_ft", detail, value, "let it be in a pole")
        raise InvalidInput(f"{fault.pointer}: {detail}", faults=[fault], hint=fault.hint)
    piece = next(run.piece for run in reversed(runs) if run.bottom <= opening.height_ft)
    room = _room(piece)
    if opening.width_in >= room:
        detail = f"is too wide for {piece.section}, whose wall has room for {room:.4g} in"
        fault = Fault(f"{_WHERE}/width_in", detail, opening.width_in, "make it narrower")
        raise InvalidInput(f"{fault.pointer}: {detail}", faults=[fault], hint=fault.hint)
    return piece


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
    factor, F_y = situation.pack.resistances.compression, piece.steel.F_y
    if situation.method == "lrfd":
        return trace(eq.net_axial, phi=factor.phi.number, F_y=F_y, A_h=A_h)
    return trace(eq.net_axial_asd, F_y=F_y, A_h=A_h, Omega=factor.omega.number)


def _moment(situation: Situation, piece: Piece, S_h: float, trace: Bare) -> float:
    factor, F_y = situation.pack.resistances.flexure, piece.steel.F_y
    if situation.method == "lrfd":
        return trace(eq.net_moment, phi=factor.phi.number, F_y=F_y, S_h=S_h)
    return trace(eq.net_moment_asd, F_y=F_y, S_h=S_h, Omega=factor.omega.number)


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
