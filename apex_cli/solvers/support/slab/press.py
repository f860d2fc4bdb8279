"""How a slab stands under a load at strength level, and what its sections must carry."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.quantities import SEARCHED
from apex_cli.solvers.contact import EDGE, Contact, on_rectangle
from apex_cli.solvers.support.equations import slab_press as eq
from apex_cli.solvers.support.slab.place import Loading, Place

STEP = 5
"""Degrees by which a wind that may come from anywhere is turned."""

ACROSS = 90
"""Degrees between both sides."""


class Load(NamedTuple):
    """A combination with a direction of the wind, degrees off side 1."""

    loading: Loading
    theta: float


class Stand(NamedTuple):
    """How the slab stands under a load.

    Args:
        load: The load.
        W: Factored weight on the ground, lbf.
        w_u: Factored weight of slab and soil, psf.
        e: How far the load stands off the middle along both sides, ft.
        contact: The pressure on the ground; None if the load misses the slab.
    """

    load: Load
    W: float
    w_u: float
    e: tuple[float, float]
    contact: Contact | None

    @property
    def words(self) -> str:
        """The load in words."""
        loading, theta = self.load
        side = ", side" if loading.along else f", wind at {theta:g} degrees" if theta else ""
        return f"{loading.reaction.name}{side}"


class Section(NamedTuple):
    """A section through the whole slab across one of its sides.

    Args:
        axis: Which side the bars through it run along: 0 or 1.
        rising: Whether it is on the side that the wind presses down.
        c: Between the critical sections on both sides of the column, in.
        d: From there to the section, in: none of flexure, the effective depth of one-way shear.
    """

    axis: int
    rising: bool
    c: float
    d: float = 0.0


def loads(place: Place, loadings: tuple[Loading, ...]) -> list[Load]:
    """Every combination in every direction that its wind may come from."""
    found = []
    for one in loadings:
        if place.turning:
            found += [Load(one, float(theta)) for theta in range(0, ACROSS + 1, STEP)]
        else:
            found.append(Load(one, float(ACROSS) if one.along else 0.0))
    return found


def stand(place: Place, load: Load, trace: Bare) -> Stand:
    """The slab under a load."""
    loading, reaction = load.loading, load.loading.reaction
    f_D = trace.known(loading.dead, f"factor of the dead load in {reaction.name}")
    light = loading.dead < 1
    w_e = place.soil_psf if place.sure_psf is None or not light else place.sure_psf
    w_u = trace(
        eq.slab_weight, f_D=f_D, gamma_c=place.concrete_pcf, t_s=place.thickness, w_e=w_e,
        u_w=place.lift_psf if light else trace.known(0.0, "ground water may fall"),
    )  # fmt: skip
    D_1, D_2 = place.sides
    W = trace(
        eq.weight_on_ground, P_u=reaction.axial, w_u=w_u, D_1=D_1, D_2=D_2, f_D=f_D,
        W_k=place.stem_lbf, w_e=w_e, A_k=place.stem_ft2,
    )  # fmt: skip
    e = _off(place, load, W, trace) if W > 0 else (0.0, 0.0)
    contact = on_rectangle(e[0] / D_1, e[1] / D_2) if W > 0 else None
    return Stand(load, W, w_u, e, contact)


def _off(place: Place, load: Load, W: float, trace: Bare) -> tuple[float, float]:
    """How far the load stands off the middle along both sides, ft."""
    (reaction, _, _, M_d), theta = load
    terms = {"M_u": reaction.moment, "V_u": reaction.shear, "d_b": place.depth}
    if M_d and place.turning:
        M_b = trace(eq.moment_turned_in_line, M_d=M_d, **terms)
    else:
        M_b = trace(eq.moment_at_bottom, **terms)
    turned = trace.known(theta, "direction of the wind")
    e_1 = trace(eq.stands_along, M_b=M_b, theta_w=turned, W_g=W) if theta != ACROSS else 0.0
    e_2 = trace(eq.stands_across, M_b=M_b, theta_w=turned, W_g=W) if theta else 0.0
    if M_d and not place.turning:
        e_2 = trace(eq.weights_stand, M_d=M_d, W_g=W)
    return e_1, e_2


def pressure(place: Place, W: float, contact: Contact, trace: Bare) -> float:
    """Greatest pressure on the ground, psf."""
    m_q = trace.known(contact.most, SEARCHED)
    D_1, D_2 = place.sides
    return trace(eq.corner_pressure, m_q=m_q, W_g=W, D_1=D_1, D_2=D_2)


def cantilever(place: Place, section: Section, trace: Bare) -> float:
    """Length of the slab beyond the critical section, ft; nothing where the column covers it."""
    l_c = trace(eq.cantilever, D_s=place.sides[section.axis], c_s=section.c)
    return max(l_c, 0.0)


def moment(place: Place, under: Stand, section: Section, trace: Bare) -> float:
    """Moment at the section, kip-ft: it pulls the bottom on the rising side, else the top."""
    l_c = cantilever(place, section, trace)
    n, r = _beyond(place, under, section, l_c)
    terms = {
        "n_q": trace.known(n, SEARCHED), "r_q": trace.known(r, SEARCHED), "W_g": under.W,
        "w_u": under.w_u, "b_s": place.sides[1 - section.axis], "l_c": l_c,
    }  # fmt: skip
    return trace(eq.moment_up if section.rising else eq.moment_down, **terms)


def shear(place: Place, under: Stand, section: Section, trace: Bare) -> float:
    """Shear beyond the section, lbf, upward on the rising side, else downward."""
    l_c = cantilever(place, section, trace)
    l_v = trace(eq.beyond_shear, l_c=l_c, d_s=section.d)
    if l_v <= 0:
        return 0.0
    n, _ = _beyond(place, under, section, l_v)
    terms = {
        "n_q": trace.known(n, SEARCHED), "W_g": under.W, "w_u": under.w_u,
        "b_s": place.sides[1 - section.axis], "l_v": l_v,
    }  # fmt: skip
    return trace(eq.shear_up if section.rising else eq.shear_down, **terms)


def _beyond(place: Place, under: Stand, section: Section, length: float) -> tuple[float, float]:
    """Share of the ground's pressure beyond a section, and its lever arm about it, ft."""
    assert under.contact is not None
    side = place.sides[section.axis]
    cut = EDGE - length / side
    low, high = [-EDGE, -EDGE], [EDGE, EDGE]
    if section.rising:
        low[section.axis] = cut
    else:
        high[section.axis] = -cut
    found = under.contact.within((low[0], low[1]), (high[0], high[1]))
    share, off = found[0], found[1 + section.axis]
    if share <= 0:
        return 0.0, 0.0
    return share, abs(off / share - (cut if section.rising else -cut)) * side


class Punch(NamedTuple):
    """The section of two-way shear: its sides, perimeter and effective depth, in."""

    b_1: float
    b_2: float
    b_o: float
    d: float


def punch(place: Place, widths: tuple[float, float], d: float, trace: Bare) -> Punch | None:
    """The section of two-way shear; None where it would leave the slab."""
    b_1 = trace(eq.critical_side, c_s=widths[0], d_s=d)
    b_2 = trace(eq.critical_side_across, c_s=widths[1], d_s=d)
    if b_1 >= 12 * place.sides[0] or b_2 >= 12 * place.sides[1]:
        return None
    return Punch(b_1, b_2, trace(eq.critical_perimeter, b_1=b_1, b_2=b_2), d)


def punching(place: Place, under: Stand, at: Punch, k_g: float, trace: Bare) -> float:
    """Greatest stress of two-way shear, psi."""
    assert under.contact is not None
    (D_1, D_2), (b_1, b_2, b_o, d) = place.sides, at
    x, y = b_1 / 24 / D_1, b_2 / 24 / D_2
    n_o, m_1, m_2 = under.contact.within((-x, -y), (x, y))
    V_o = trace(
        eq.punching_force, n_o=trace.known(n_o, SEARCHED), W_g=under.W, w_u=under.w_u,
        D_1=D_1, D_2=D_2, b_1=b_1, b_2=b_2,
    )  # fmt: skip
    e_1, e_2 = under.e
    none = trace.known(0.0, "no moment in this direction")
    M_o1 = M_o2 = none
    if e_1:
        M_o1 = trace(eq.transferred, W_g=under.W, e_1=e_1, m_o=trace.known(m_1 * D_1, SEARCHED))
    if e_2:
        M_o2 = trace(
            eq.transferred_across, W_g=under.W, e_2=e_2, m_o=trace.known(m_2 * D_2, SEARCHED)
        )
    sides = {"b_1": b_1, "b_2": b_2}
    return trace(
        eq.punching_stress, V_o=V_o, b_o=b_o, d_s=d, M_o1=M_o1, M_o2=M_o2, **sides,
        g_1=trace(eq.punching_share, k_g=k_g, **sides),
        g_2=trace(eq.punching_share_across, k_g=k_g, **sides),
        J_1=trace(eq.polar_moment, d_s=d, **sides),
        J_2=trace(eq.polar_moment_across, d_s=d, **sides),
    )  # fmt: skip
