"""How a size of a spread footing stands under each combination of a design approach."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.solvers.footing.eurocode import annex_d_equations as ground
from apex_cli.solvers.footing.eurocode import metric_equations as si
from apex_cli.solvers.footing.eurocode import standing_equations as eq
from apex_cli.solvers.footing.eurocode.bearing import Pressed, drained, undrained
from apex_cli.solvers.footing.eurocode.case import HOPELESS, Blow, Held, Place, State
from apex_cli.solvers.limits import most


class Sides(NamedTuple):
    """Sides along and across the wind on the faces, m, and the permanent load, kN."""

    B: float
    L: float
    G: float


class Under(NamedTuple):
    """A combination: its name, its factors, which of them is on the weight, and the wind."""

    name: str
    factors: dict[str, float]
    weight: str
    blow: Blow


class Loaded(NamedTuple):
    """The design load: V and H in kN, what it presses on, and how far off the middle it stands.

    `e` is the greater eccentricity over its side, `off` the greater one itself, m.
    """

    V: float
    H: float
    e: float
    pressed: Pressed | None
    off: float = 0.0


def combinations(place: Place, blows: list[Blow]) -> Iterator[Under]:
    """Every set of factors, with the weight against and for it, from every direction."""
    for name, factors in place.factors:
        for weight in ("permanent", "permanent_favourable"):
            for blow in blows:
                told = f"{name}, {factors[weight]:g} G + {factors['variable']:g} W"
                yield Under(f"{told}, {blow.name}", factors, weight, blow)


def loaded(sides: Sides, under: Under, trace: Bare) -> Loaded:
    """The design load of a combination on a base."""
    factors, blow = under.factors, under.blow
    gamma_G, gamma_Q = factors[under.weight], factors["variable"]
    V = trace(eq.design_vertical, gamma_G=gamma_G, G_k=sides.G)
    H = trace(si.design_horizontal, gamma_Q=gamma_Q, F_k=blow.F)
    if V <= 0:  # what hangs beside the other poles lifts this one
        return Loaded(V, H, HOPELESS, None)
    B_e, e_B = _side(sides.B, blow.on_b, under, V, trace, offset=0.0)
    L_e, e_L = _side(sides.L, blow.on_l, under, V, trace, offset=blow.M_L)
    e = max(e_B / sides.B, e_L / sides.L)
    if not (B_e > 0 and L_e > 0):
        return Loaded(V, H, e, None)
    A_e = trace(eq.effective_area, B_e=B_e, L_e=L_e)
    share = blow.on_b**2 if B_e <= L_e else blow.on_l**2
    short, long = (B_e, L_e) if B_e <= L_e else (L_e, B_e)
    r_B = trace.known(share, "direction of the wind")
    return Loaded(V, H, e, Pressed(V, H, short, long, A_e, r_B), max(e_B, e_L))


def _side(
    b: float, share: float, under: Under, V: float, trace: Bare, *, offset: float
) -> tuple[float, float]:
    """The effective side, and the eccentricity along it; the whole side where nothing turns it."""
    if not share and not offset:
        return b, 0.0
    factors = under.factors
    M = trace(
        eq.design_moment,
        gamma_Q=factors["variable"],
        M_k=under.blow.M,
        r_M=trace.known(share, "direction of the wind"),
        gamma_G=factors[under.weight],
        M_G=offset or trace.known(0.0, "no dead load off this axis"),
    )
    e = trace(eq.eccentricity_of_design, M_d=M, V_d=V)
    return trace(eq.effective_side, b=b, e=e), e


Condition = Callable[[Place, Sides, Under, Bare], Held]


def _bearing_drained(place: Place, sides: Sides, under: Under, trace: Bare) -> Held:
    load = loaded(sides, under, trace)
    if load.pressed is None:
        return Held(f"{under.name}, drained", load.V, 0.0, load.e)
    resistance = drained(load.pressed, place.soil, place.d, under.factors, trace)
    return Held(f"{under.name}, drained", load.V, resistance, load.e, load.pressed.A, load.off)


def _bearing_undrained(place: Place, sides: Sides, under: Under, trace: Bare) -> Held:
    load = loaded(sides, under, trace)
    if load.pressed is None:
        return Held(f"{under.name}, undrained", load.V, 0.0, load.e)
    resistance = undrained(load.pressed, place.soil, place.d, under.factors, trace)
    return Held(f"{under.name}, undrained", load.V, resistance, load.e, load.pressed.A, load.off)


def _sliding_drained(place: Place, sides: Sides, under: Under, trace: Bare) -> Held:
    load, soil, factors = loaded(sides, under, trace), place.soil, under.factors
    if soil.mu is None:
        mu = trace(eq.design_friction, phi_k=soil.phi, gamma_phi=factors["friction"])  # type: ignore[arg-type] # - the caller has seen it
    else:
        mu = trace(eq.given_friction, mu=soil.mu, gamma_phi=factors["friction"])
    R = trace(eq.drained_sliding, V_d=load.V, mu_d=mu, gamma_R=factors["sliding"])
    return Held(f"{under.name}, drained", load.H, R, load.e)


def _sliding_undrained(place: Place, sides: Sides, under: Under, trace: Bare) -> Held:
    load, factors = loaded(sides, under, trace), under.factors
    if load.pressed is None:
        return Held(f"{under.name}, undrained", load.H, 0.0, load.e)
    c_ud = trace(ground.design_strength, s_k=place.soil.c_u, gamma_M=factors["undrained"])  # type: ignore[arg-type] # - the caller has seen it
    R = trace(
        eq.undrained_sliding,
        A_e=load.pressed.A, c_ud=c_ud, k_u=place.pack.undrained_sliding.number, V_d=load.V,
        gamma_R=factors["sliding"],
    )  # fmt: skip
    return Held(f"{under.name}, undrained", load.H, R, load.e)


def _turning(place: Place, sides: Sides, blow: Blow, axis: str, trace: Bare) -> Held:
    """Equilibrium about an edge along one of the sides."""
    factors = place.pack.equilibrium.numbers
    b, share = (sides.B, blow.on_b) if axis == "B" else (sides.L, blow.on_l)
    offset = 0.0 if axis == "B" else blow.M_L
    M = trace(
        eq.design_moment,
        gamma_Q=factors["variable"],
        M_k=blow.M,
        r_M=trace.known(share, "direction of the wind"),
        gamma_G=factors["destabilising"],
        M_G=offset or trace.known(0.0, "no dead load off this axis"),
    )
    R = trace(eq.stabilising, gamma_G=factors["stabilising"], G_k=sides.G, b=b)
    return Held(f"EQU, {blow.name}", M, R)


def sides_of(place: Place, D: float, B: float, L: float, trace: Bare) -> Sides:
    """The sides of a base with the permanent load at it, under a dead load D, kN."""
    G = trace(
        eq.permanent,
        D_k=D, B=B, L=L, t=place.t, gamma_c=place.pack.concrete_unit_weight.number, d=place.d,
        gamma=place.soil.gamma,
    )  # fmt: skip
    return Sides(B, L, G)


def examine(place: Place, sides: Sides, blows: list[Blow], trace: Bare) -> State:
    """The worst of each under all combinations; only that is written down."""
    silent, soil = trace.aside(), place.soil
    bearings: list[Condition] = []
    slidings: list[Condition] = []
    if soil.phi is not None:
        bearings.append(_bearing_drained)
        slidings.append(_sliding_drained)
    if soil.c_u is not None:
        bearings.append(_bearing_undrained)
        slidings.append(_sliding_undrained)
    unders = list(combinations(place, blows))

    def worst(conditions: list[Condition]) -> tuple[Held, float]:
        found = [
            (condition(place, sides, under, silent), condition, under)
            for condition in conditions
            for under in unders
        ]
        _, condition, under = most(found, lambda it: it[0].ratio)
        trace.subject = under.name
        return condition(place, sides, under, trace), max(held.e for held, *_ in found)

    bearing, e = worst(bearings)
    sliding, _ = worst(slidings)
    turns = [(blow, axis) for blow in blows for axis in ("B", "L")]
    blow, axis = most(turns, lambda it: _turning(place, sides, *it, silent).ratio)
    trace.subject = "equilibrium"
    turning = _turning(place, sides, blow, axis, trace)
    trace.subject = ""
    return State(bearing, sliding, turning, (e, place.pack.eccentricity.value))
