"""Whether a spread footing slides: friction on its weight, or cohesion where the base presses."""

from math import pi

from apex_cli.equations import Bare
from apex_cli.quantities import SEARCHED
from apex_cli.solvers.contact import Contact, half_angle
from apex_cli.solvers.footing import bearing_equations as eq
from apex_cli.solvers.footing import spread_equations as side
from apex_cli.solvers.footing.bearing import contact_of, direction, reach, stand
from apex_cli.solvers.footing.result import Stability
from apex_cli.solvers.footing.spread_case import (
    HOPELESS,
    UPLIFT,
    Load,
    Site,
    Size,
)
from apex_cli.solvers.limits import SAME, beyond


def sliding(
    site: Site, size: Size, P: float, resisting: tuple[Load, float], trace: Bare
) -> Stability | None:
    """The lateral load against the smaller of friction and cohesion; None if neither is known.

    Args:
        site: Supplies the ground.
        size: Sides.
        P: Lateral load, lbf.
        resisting: The load under 0.6D + 0.6W, and where it stands off the middle along B, ft.
        trace: Calls the equations.
    """
    load, e = resisting
    soil = site.soil
    resistances: list[float] = []
    if soil.friction is not None:
        resistances.append(trace(side.sliding_friction, mu=soil.friction, W_r=load.W))
    if soil.cohesion is not None:
        f_c = site.rules.cohesion_fraction.number
        area = _contact(site, size, load, e, trace)
        if area is None:
            B, L = size
            resisted = trace(
                side.sliding_cohesion, c=soil.cohesion, L=L, B=B, e=e, f_c=f_c, W_r=load.W
            )
        else:
            resisted = trace(eq.sliding_on_contact, c=soil.cohesion, A_c=area, f_c=f_c, W_r=load.W)
        resistances.append(resisted)
    if not resistances:
        return None
    R_s = min(resistances)
    return Stability(P, R_s, "lbf", P / R_s if R_s else HOPELESS, UPLIFT)


def _contact(site: Site, size: Size, load: Load, e: float, trace: Bare) -> float | None:
    """The area that presses, ft2; None where it is a strip along one side, or nothing presses."""
    if site.shape == "round":
        part = (pi if e <= size.B / 8 else half_angle(2 * e / size.B)) if load.W else None
        return trace(eq.segment_area, B=size.B, alpha=trace.known(part or 0.0, SEARCHED))
    if not load.W or not (site.turning or load.M_y):
        return None
    theta = direction(size, load, _missing) if site.turning else 0.0
    contact, strip = contact_of(size, load, theta), contact_of(size, load._replace(M_y=0.0), 0.0)
    if (
        contact is None
        or strip is None
        or e <= SAME * size.B
        or not beyond(strip.area, contact.area)
    ):
        return None
    stand(site, load, theta, trace)
    X, Y = reach(size, contact, trace)
    return trace(eq.contact_area, B=size.B, L=size.L, X=X, Y=Y)


def _missing(contact: Contact | None) -> float:
    """The part of the base that does not press."""
    return 1.0 if contact is None else 1.0 - contact.area
