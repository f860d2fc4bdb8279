"""A wall on a strip footing: each region of Case C stands on its own part of the strip.

A strip does not carry torsion along its length, so the wind on a wall may not be averaged over it.
Joints and the ends of cabinets part the regions further: a cut cannot help a wall.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from msgspec.structs import replace

from apex_cli.equations import SLACK, Bare
from apex_cli.packs.footing import SpreadRules
from apex_cli.project.sign import Element
from apex_cli.quantities import Known
from apex_cli.solvers.demand import Demand, Gust
from apex_cli.solvers.footing import spread_equations as spread
from apex_cli.solvers.footing import strip_equations as eq
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.spread_case import Site
from apex_cli.solvers.footing.strip_hung import refuse_hung
from apex_cli.solvers.footing.weights import floated
from apex_cli.solvers.outlines import outlined

FOOT = Known(1.0, "a foot of the strip")
_START = Known(0.0, "start of the sum")
_PLACED = "places along the sign"

Edge = Literal["left", "right"]
"""The end of the sign that the wind of Case C comes from."""


class Part(NamedTuple):
    """A part of a face under one case of wind: places along the sign (ft), force at strength."""

    start: float
    end: float
    force: float
    height: float


class Piece(NamedTuple):
    """A stretch of the strip under one case of wind.

    Args:
        name: What it is called.
        start: Where it begins, ft from the left end of the sign.
        end: Where it ends.
        parts: The wind that lies on it.
        tied: The cabinet whose return wall holds it.
    """

    name: str
    start: float
    end: float
    parts: list[Part]
    tied: Element | None


class Cabinet(NamedTuple):
    """A cabinet in its place: where it begins and ends, ft from the left end of the sign."""

    element: Element
    left: float
    right: float

    def on(self, start: float, end: float) -> float:
        """The width of it that lies between two places, ft."""
        return max(min(self.right, end) - max(self.left, start), 0.0)


class Wall(NamedTuple):
    """A sign that stands along a strip.

    Args:
        cabinets: What stands on it.
        gusts: The wind on its faces, their places measured from the left end of the sign.
        length: From end to end, ft.
        omega: Factor that brings the wind to allowable-stress level.
        beyond: How far it stands beyond an end of the strip, whose middle is the axis, ft.
    """

    cabinets: list[Cabinet]
    gusts: list[Gust]
    length: float
    omega: float
    beyond: float


def wall_of(inputs: FootingInputs, rules: SpreadRules, demand: Demand) -> Wall | None:
    """The wall on its strip, or None: Case C is not due, or the footing is no strip."""
    sign, footing, gusts = inputs.sign, inputs.footing, demand.gusts
    if sign is None or sign.poles is not None or footing.length_ft is None:
        return None
    if not any(gust.regions for gust in gusts):
        return None
    lefts = [one.offset_ft - one.width_ft / 2 for one in sign.elements]
    zero = min(lefts)
    cabinets = [
        Cabinet(one, left - zero, left - zero + one.width_ft)
        for left, one in zip(lefts, sign.elements, strict=True)
    ]
    length = max(one.right for one in cabinets)
    if footing.length_ft < rules.least_strip.value * length - SLACK:
        return None
    refuse_hung(sign)
    placed = [
        replace(gust, left_ft=gust.left_ft - zero, right_ft=gust.right_ft - zero) for gust in gusts
    ]
    beyond = max(-zero, zero + length) - footing.length_ft / 2
    spare = (1 - rules.least_strip.value) / 2 * length + SLACK
    return Wall(cabinets, placed, length, demand.omega, beyond if beyond > spare else 0.0)


def _area(element: Element) -> float:
    """Gross area of a cabinet, which its weight is spread over, ft2."""
    if element.area_ft2 is not None:
        return element.area_ft2
    shape = outlined(element, Bare())
    area = element.width_ft * element.height_ft if shape is None else shape.area
    return Known(area, "geometry of the cabinet")


def pieces(wall: Wall) -> list[Piece]:
    """Every stretch of the strip under every case: the regions, parted where the wall is."""
    joints = sorted(
        one.left + joint for one in wall.cabinets for joint in one.element.joints_ft or ()
    )
    edges: list[Edge] = ["left"]
    if joints or len(wall.cabinets) > 1:
        edges.append("right")  # else it is the same, seen in a mirror
    return [piece for edge in (*edges, None) for piece in _stretched(wall, joints, edge)]


def _stretched(wall: Wall, joints: list[float], edge: Edge | None) -> Iterator[Piece]:
    """The stretches under Case C from one windward edge, or under Case A."""
    parts = [part for gust in wall.gusts for part in _parts(gust, edge)]
    cuts = {place for part in parts for place in (part.start, part.end)}
    cuts |= {*joints, *(place for one in wall.cabinets for place in (one.left, one.right))}
    both = joints or len(wall.cabinets) > 1
    whence = f", wind from the {edge} end" if both else ""
    for start, end in pairwise(sorted(cuts)):
        lying = [part for part in parts if min(part.end, end) - max(part.start, start) > SLACK]
        if end - start <= SLACK or not lying:
            continue
        place = f"region {start:.4g} to {end:.4g} ft"
        name = f"Case C, {place}{whence}" if edge else f"Case A, {place}"
        yield Piece(name, start, end, lying, _tied(wall, start, end, edge))


def _parts(gust: Gust, edge: Edge | None) -> Iterator[Part]:
    """The wind on one face: in regions from the windward edge, or alike all over."""
    start, end = gust.left_ft, gust.right_ft
    if edge is None or not gust.regions:
        yield Part(start, end, gust.force_lbf, gust.height_ft)
        return
    for near, far, force in gust.regions:
        if edge == "left":
            yield Part(start + near, start + far, force, gust.height_ft)
        else:
            yield Part(end - far, end - near, force, gust.height_ft)


def _tied(wall: Wall, start: float, end: float, edge: Edge | None) -> Element | None:
    """The cabinet whose return wall stands at the windward end of this stretch and is tied in."""
    for one in wall.cabinets:
        off = one.left - start if edge == "left" else one.right - end
        if edge is not None and one.element.return_tied and abs(off) <= SLACK:
            return one.element
    return None


def demand_on(wall: Wall, piece: Piece, trace: Bare) -> Demand:
    """What one foot of the strip carries under a stretch of the wall."""
    w = trace.known(piece.end - piece.start, _PLACED)
    p: float = _START
    m: float = _START
    h = piece.parts[0].height
    for part in piece.parts:
        each = trace.known(part.end - part.start, _PLACED)
        p_i = trace(eq.line_load, omega=wall.omega, F_r=part.force, w_r=each)
        if len(piece.parts) == 1:  # stretches end where parts do: it lies on all of it
            p = p_i
            break
        lies = trace.known(min(part.end, piece.end) - max(part.start, piece.start), _PLACED)
        p = trace(eq.line_load_with, p_0=p, p_i=p_i, w_i=lies, w=w)
        m = trace(eq.line_moment_with, m_0=m, p_i=p_i, h_i=part.height, w_i=lies, w=w)
        h = trace(eq.line_height, m=m, p=p)
    g = _weight(wall, piece, w, trace)
    return Demand(
        trace(eq.lateral_on, p=p, L=FOOT), h, trace(eq.dead_on, g=g, L=FOOT), 0.0, piece.name
    )


def _weight(wall: Wall, piece: Piece, w: float, trace: Bare) -> float:
    """Weight of the cabinets on a foot of the strip, lbf/ft; what has none counts as weightless."""
    g: float = _START
    for cabinet in wall.cabinets:
        one, lies = cabinet.element, cabinet.on(piece.start, piece.end)
        if lies <= SLACK or one.weight_psf is None:
            continue
        g_i = trace(eq.line_weight, w_e=one.weight_psf, A_f=_area(one), B_f=one.width_ft)
        if lies >= w - SLACK and g == 0:
            g = g_i
        else:
            g = trace(eq.line_weight_with, g_0=g, g_i=g_i, w_i=trace.known(lies, _PLACED), w=w)
    return g


def with_return(site: Site, piece: Piece, B: float, demand: Demand, trace: Bare) -> Demand:
    """The demand with the weight of a return wall that is tied in; without one it is unchanged.

    The return's own strip begins where the wall's ends; its stem and soil are left out.
    """
    one = piece.tied
    if one is None or one.weight_psf is None:
        return demand
    f_D, L_r = site.pack.combinations.dead.number, one.return_corner_ft
    own = trace(eq.return_wall, w_e=one.weight_psf, s=one.height_ft, L_r=L_r)
    A_b = trace(eq.return_strip_area, L_r=L_r, B=B)
    gamma_c = site.pack.materials.concrete_unit_weight.number
    W = trace(spread.weight, D=own, A_b=A_b, t=site.t, gamma_c=gamma_c)
    W = floated(site, W, [(A_b, site.depth, site.t)], trace)
    w = trace.known(piece.end - piece.start, _PLACED)
    D = trace(eq.dead_with_return, D_0=demand.axial_lbf, W=W, L=FOOT, w=w)
    h = trace(
        eq.height_with_return,
        h_0=demand.height_ft,
        omega_D=f_D,
        W=W,
        L_r=L_r,
        L=FOOT,
        w=w,
        P=demand.lateral_lbf,
        d_b=site.depth,
    )
    return replace(demand, height_ft=h, axial_lbf=D)
