"""The pressure under a spread footing: about one axis, about two, with the wind turned."""

from collections.abc import Callable, Sequence
from math import cos, radians, sin

from apex_cli.equations import Bare
from apex_cli.quantities import SEARCHED
from apex_cli.solvers.contact import Contact, half_angle, on_rectangle
from apex_cli.solvers.footing import bearing_equations as eq
from apex_cli.solvers.footing import spread_equations as side
from apex_cli.solvers.footing.result import Corner
from apex_cli.solvers.footing.spread_case import Load, Site, Size
from apex_cli.solvers.limits import SAME, beyond

_PER_DEGREE = 100
_STEPS = (250, 125, 63, 32, 16, 8, 4, 2, 1)


def along_side(
    site: Site, size: Size, W: float, e: float, trace: Bare
) -> tuple[float | None, float]:
    """Greatest and least pressure with the load off one axis; no greatest one if it misses."""
    if site.shape == "round":
        return _on_circle(size.B, W, e, trace)
    B, L = size
    if e <= B / 6:
        least = trace(side.least_pressure_in_kern, W=W, B=B, L=L, e=e)
        return trace(side.pressure_in_kern, W=W, B=B, L=L, e=e), least
    if e < B / 2:
        return trace(side.pressure_outside_kern, W=W, L=L, B=B, e=e), 0.0
    return None, 0.0


def _on_circle(B: float, W: float, e: float, trace: Bare) -> tuple[float | None, float]:
    if e <= B / 8:
        least = trace(eq.round_least_in_kern, W=W, B=B, e=e)
        return trace(eq.round_in_kern, W=W, B=B, e=e), least
    found = half_angle(2 * e / B)
    if found is None:
        return None, 0.0
    alpha = trace.known(found, SEARCHED)
    if trace.told:
        trace(eq.segment_stands, B=B, alpha=alpha)
    return trace(eq.round_outside_kern, W=W, B=B, alpha=alpha), 0.0


def on_corner(site: Site, size: Size, loads: Sequence[Load], trace: Bare) -> Corner | None:
    """The corner that presses most under any of the loads; None if one of them misses the base."""
    found: list[tuple[Load, float, Contact]] = []
    for load in loads:
        theta = direction(size, load, _most) if site.turning else 0.0
        contact = contact_of(size, load, theta)
        if contact is None:
            return None
        found.append((load, theta, contact))
    load, theta, contact = found[0]
    for one in found[1:]:
        if beyond(one[0].W * one[2].most, load.W * contact.most):
            load, theta, contact = one
    stands = stand(site, load, theta, trace)
    q = _pressure(size, load.W, stands, contact, trace)
    return Corner(q, q / site.allowable_psf, load.name, theta, *stands)


def stand(site: Site, load: Load, theta: float, trace: Bare) -> tuple[float, float]:
    """Where the load stands off the middle, along B and along L, with the wind turned by θ."""
    if not site.turning:
        along = trace(side.eccentricity, M_b=load.M_b, W=load.W)
        return along, trace(eq.eccentricity_across, M_y=load.M_y, W=load.W)
    turned = trace.known(theta, SEARCHED)
    return (
        trace(eq.eccentricity_turned, M_b=load.M_b, theta=turned, W=load.W),
        trace(eq.eccentricity_turned_across, M_b=load.M_b, theta=turned, W=load.W),
    )


def direction(size: Size, load: Load, what: Callable[[Contact | None], float]) -> float:
    """The wind's direction that makes something of the contact greatest, degrees off side B.

    Searched in whole hundredths of a degree from 0 to 90, of a square to 45; among equals the
    smallest.
    """
    last = 45 if size.B == size.L else 90

    def at(hundredths: int) -> float:
        return what(contact_of(size, load, hundredths / _PER_DEGREE))

    best, most = 0, at(0)
    for tried in range(500, last * _PER_DEGREE + 1, 500):
        value = at(tried)
        if beyond(value, most):
            best, most = tried, value
    for step in _STEPS:
        for tried in (best - step, best + step):
            if 0 <= tried <= last * _PER_DEGREE and beyond(value := at(tried), most):
                best, most = tried, value
                break
    return best / _PER_DEGREE


def _most(contact: Contact | None) -> float:
    return float("inf") if contact is None else contact.most


def contact_of(size: Size, load: Load, theta: float) -> Contact | None:
    """The contact with the wind turned by theta degrees; None if the load misses the base."""
    e, turned = load.M_b / load.W, radians(theta)
    e_y = e * sin(turned) + load.M_y / load.W
    return on_rectangle(e * cos(turned) / size.B, e_y / size.L)


def _pressure(
    size: Size, W: float, stands: tuple[float, float], contact: Contact, trace: Bare
) -> float:
    """The pressure of the corner, of a contact that was found, from equations."""
    (B, L), (e_x, e_y) = size, stands
    if 6 * (e_x / B + e_y / L) <= 1:
        return trace(eq.corner_in_kern, W=W, B=B, L=L, e_x=e_x, e_y=e_y)
    if e_y <= SAME * L:
        return trace(side.pressure_outside_kern, W=W, L=L, B=B, e=e_x)
    if e_x <= SAME * B:
        return trace(side.pressure_outside_kern, W=W, L=B, B=L, e=e_y)
    if 4 * (B / 2 - e_x) <= B and 4 * (L / 2 - e_y) <= L:
        return trace(eq.corner_of_triangle, W=W, B=B, L=L, e_x=e_x, e_y=e_y)
    X, Y = reach(size, contact, trace)
    if trace.told:
        trace(eq.pressure_stands, B=B, L=L, X=X, Y=Y)
        trace(eq.load_stands, B=B, e_x=e_x)
        trace(eq.pressure_stands_across, B=B, L=L, X=X, Y=Y)
        trace(eq.load_stands_across, L=L, e_y=e_y)
    return trace(eq.corner_of_part, W=W, B=B, L=L, X=X, Y=Y)


def reach(size: Size, contact: Contact, trace: Bare) -> tuple[float, float]:
    """How far the pressure reaches from the corner along B and along L, were the sides as long."""
    x, y = contact.intercepts
    return trace.known(x * size.B, SEARCHED), trace.known(y * size.L, SEARCHED)
