"""The statics of a slab in strips, apart from the code: no polygons, none of its equations."""

from math import cos, radians, sin, sqrt
from typing import NamedTuple

from apex_cli.solvers.contact import on_rectangle
from apex_cli.solvers.support.slab.place import Loading, Place

STRIPS = 600


class Ground(NamedTuple):
    """Pressure a + b x + c y (psf, psf/ft) from the middle, where it is more than nothing."""

    a: float
    b: float
    c: float
    weight: float
    w_u: float
    e: tuple[float, float]


def ground(place: Place, loading: Loading, theta: float) -> Ground | None:
    """The ground under a load; the plane of pressure is proved by other tests."""
    (B, L), reaction, f = place.sides, loading.reaction, loading.dead
    lift = place.lift_psf if f < 1 else 0.0
    own = f * (150.0 * place.thickness + place.soil_psf) - lift
    W = (
        reaction.axial
        + f
        * (
            150.0 * place.thickness * B * L
            + place.soil_psf * (B * L - place.stem_ft2)
            + place.stem_lbf
        )
        - lift * B * L
    )
    M = reaction.moment * 1000 + reaction.shear * place.depth
    e = M * cos(radians(theta)) / W, M * sin(radians(theta)) / W
    contact = on_rectangle(e[0] / B, e[1] / L)
    if contact is None:
        return None
    a, b, c = (part * W / (B * L) for part in contact)
    return Ground(a, b / B, c / L, W, own, e)


class Sum(NamedTuple):
    """Force (lbf) and moments (lbf-ft) about the middle of the slab."""

    force: float
    x: float
    y: float


def pressed(at: Ground, x: tuple[float, float], y: tuple[float, float]) -> Sum:
    """What the ground does to a rectangle, summed in strips along x, each exact."""
    width = (y[1] - y[0]) / STRIPS
    force = m_x = m_y = 0.0
    for n in range(STRIPS):
        middle = y[0] + (n + 0.5) * width
        edge, low, high = at.a + at.c * middle, *x
        if at.b > 0:
            low = min(max(low, -edge / at.b), high)
        elif edge <= 0:
            continue
        part = (edge * (high - low) + at.b * (high**2 - low**2) / 2) * width
        force += part
        m_x += (edge * (high**2 - low**2) / 2 + at.b * (high**3 - low**3) / 3) * width
        m_y += part * middle
    return Sum(force, m_x, m_y)


class Section(NamedTuple):
    """Beyond a section: what the ground and the weight make of shear (lbf) and moment (kip-ft)."""

    up: float
    down: float
    moment_up: float
    moment_down: float


def beyond(place: Place, at: Ground, axis: int, cut: float, *, rising: bool) -> Section:
    """The slab beyond a section, `cut` ft from the middle."""
    B, L = place.sides
    long, wide = (B, L) if axis == 0 else (L, B)
    span = (cut, long / 2) if rising else (-long / 2, -cut)
    across = (-wide / 2, wide / 2)
    found = pressed(at, span, across) if axis == 0 else pressed(at, across, span)
    moment = found.x if axis == 0 else found.y
    arm = moment - cut * found.force if rising else -moment - cut * found.force
    free = long / 2 - cut
    return Section(found.force, at.w_u * wide * free, arm / 1000, at.w_u * wide * free**2 / 2000)


def punching(place: Place, at: Ground, b: tuple[float, float], d: float) -> float:
    """Greatest stress around a column: the sides of the section and its depth, in."""
    B, L = place.sides
    x, y = b[0] / 24, b[1] / 24
    inside = pressed(at, (-x, x), (-y, y))
    force = at.weight - inside.force - at.w_u * (B * L - 4 * x * y)
    moments = at.weight * at.e[0] - inside.x, at.weight * at.e[1] - inside.y

    def part(moment: float, along: float, across: float) -> float:
        share = 1 - 1 / (1 + 2 / 3 * sqrt(along / across))
        J = along * d**3 / 6 + d * along**3 / 6 + d * across * along**2 / 2
        return share * moment * 12 * (along / 2) / J

    return (
        abs(force) / (2 * (b[0] + b[1]) * d)
        + part(moments[0], b[0], b[1])
        + part(moments[1], b[1], b[0])
    )
