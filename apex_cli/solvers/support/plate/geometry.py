"""Where rods, nuts, pole and edges stand, and what cannot stand so."""

from collections.abc import Iterator

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.support import Plate
from apex_cli.solvers.support.equations import plate_layout as eq
from apex_cli.solvers.support.plate.bending import corners
from apex_cli.solvers.support.plate.job import Foot
from apex_cli.solvers.support.plate.rods import RODS, Rod

_PLATE = "/support/base/plate"


def _edge(plate: Plate, rod: Rod, trace: Bare) -> float:
    equation = eq.plate_corner_edge if corners(plate, rod) else eq.plate_edge
    return trace(equation, W_p=plate.width_in, D_r=rod.circle)


def _outside(foot: Foot, trace: Bare) -> float:
    """Diameter of the circle around the pole, in."""
    tube = foot.tube
    if tube.shape == "round":
        return tube.width
    return trace(eq.pole_diagonal, B=tube.width, H=tube.height)


def require(plate: Plate | None, rod: Rod | None, foot: Foot) -> None:
    """Refuse a plate that is smaller than the pole, and rods that are not outside it or in it.

    Raises:
        InvalidInput: With a fault for each place that is wrong.
    """
    if faults := list(_faults(plate, rod, foot)):
        raise InvalidInput.at(*faults)


def _faults(plate: Plate | None, rod: Rod | None, foot: Foot) -> Iterator[Fault]:
    silent, tube = Bare(), foot.tube
    outside = _outside(foot, silent)
    if plate is not None:
        least = outside if plate.shape == "round" else max(tube.width, tube.height)
        if plate.width_in <= least:
            detail = f"does not go around the pole, which needs more than {least:.4g} in"
            yield Fault(f"{_PLATE}/width_in", detail, plate.width_in)
    if rod is not None and rod.circle <= outside:
        detail = f"is within the pole, which goes out to {outside:.4g} in"
        yield Fault(f"{RODS}/circle_in", detail, rod.circle)
    if plate is not None and rod is not None and _edge(plate, rod, silent) <= 0:
        yield Fault(f"{RODS}/circle_in", "is beyond the edge of the plate", rod.circle)
    if rod is not None and foot.below is not None:
        if rod.circle >= foot.below.width:
            detail = f"is beyond the side of the concrete, which is {foot.below.width:g} in wide"
            yield Fault(f"{RODS}/circle_in", detail, rod.circle)
        if rod.embedment >= foot.below.depth:
            detail = f"is deeper than the concrete, which is {foot.below.depth:g} in deep"
            yield Fault(f"{RODS}/embedment_in", detail, rod.embedment)


def hold_geometry(plate: Plate, rod: Rod, foot: Foot, trace: Bare) -> None:
    """Hold spacing and edge distance of the rods, and the room of their nuts."""
    pack, weld = foot.pack, foot.base.weld
    trace.subject = "base plate"
    s_r = trace(eq.rod_spacing, D_r=rod.circle, n_r=rod.number)
    spacing = pack.rods.spacing
    s_rm = trace(eq.least_rod_spacing, k_rs=spacing.number, d_r=rod.diameter)
    room = trace(eq.pole_room, D_r=rod.circle, D_o=_outside(foot, trace))
    leg = 0.0 if weld is None or weld.leg_in is None else weld.leg_in
    w = leg or trace.known(0.0, "no fillet")
    rows = (
        ("The rods fit on their circle", s_rm, s_r, pack.citations.cited(spacing.clause)),
        (
            "The rods are far enough from the edge of the plate",
            rod.edge,
            _edge(plate, rod, trace),
            pack.citations.cited("Table J3.4"),
        ),
        (
            "The nuts have room beside the pole",
            trace(eq.nut_room, F_h=rod.nut, w=w),
            room,
            "geometry",
        ),
    )
    for words, demand, capacity, clause in rows:
        trace.hold(
            "plate.geometry", f"{words}.", demand=demand, capacity=capacity, unit="in",
            clause=clause,
        )  # fmt: skip
    if plate.thickness_in < rod.diameter:
        trace.assume(
            f"The plate is thinner ({plate.thickness_in:g} in) than its rods ({rod.diameter:g} "
            "in): practice for highway poles asks for as much at least; it is not held."
        )
    trace.subject = ""


def hold_on_concrete(plate: Plate, foot: Foot, trace: Bare) -> None:
    """Hold a square plate that presses on its grout within the concrete below.

    A plate on a square pier stands along its sides; on a round one its corners reach farthest.
    """
    below = foot.below
    assert below is not None
    trace.subject = "base plate"
    across = plate.width_in
    if below.shape == "round":
        across = trace(eq.plate_diagonal, W_p=plate.width_in)
    trace.hold(
        "plate.geometry", "The plate lies on the concrete, corners and all.",
        demand=across, capacity=below.width, unit="in", clause="geometry",
    )  # fmt: skip
    trace.subject = ""


def weights(plate: Plate, foot: Foot, trace: Bare) -> float:
    """Weight of the plate, lbf."""
    equations = {"square": eq.square_plate_weight, "round": eq.round_plate_weight}
    return trace(
        equations[plate.shape], W_p=plate.width_in, t_p=plate.thickness_in,
        gamma_s=foot.pack.plates.weight.number,
    )  # fmt: skip
