"""Wind on a pole by EN 1991-1-4: a circular cylinder (7.9), or a rectangular section (7.6)."""

from bisect import bisect_left

from apex_cli.errors import Fault, NoAnswer
from apex_cli.project.poles import Poles
from apex_cli.solvers.exposure.equations import signs
from apex_cli.solvers.exposure.eurocode import shape_equations as eq
from apex_cli.solvers.exposure.eurocode.force import PeakForces
from apex_cli.solvers.exposure.eurocode.pressure_equations import metres_of
from apex_cli.solvers.exposure.eurocode.pressures import PeakPressures
from apex_cli.solvers.exposure.result import ElementWind
from apex_cli.solvers.exposure.wind import Shown, Wind

_NOT = {
    "square_diagonal": "a square pole with the wind on its diagonal",
    "hexagonal": "a hexagonal pole",
    "octagonal": "an octagonal pole",
}
"""Shapes for which this program has no verified coefficient."""


def pole_wind(
    name: str, shown: Shown, h: float, poles: Poles, wind: tuple[PeakPressures, PeakForces]
) -> Wind:
    """The wind on an exposed length of the poles.

    Args:
        name: What it is called.
        shown: What the wind meets.
        h: Full height of the sign, which gives the slenderness, ft.
        poles: The poles, which may give their roughness.
        wind: Peak velocity pressures at the site, and structural factor, pack and trace.

    Raises:
        NoAnswer: A shape whose coefficient is not known well enough.
    """
    pressures, forces = wind
    trace = forces.trace
    if shown.shape in _NOT:
        detail = f"{_NOT[shown.shape]} has its own table (7.7), which could not be verified"
        hint = "take a round or square pole, or have the wind on it designed by 7.7"
        fault = Fault("/sign/poles", detail, shown.shape, hint)
        raise NoAnswer(detail, code="wind.not_covered", hint=hint, faults=[fault])
    at = pressures.at(shown.length.top)
    b = trace(eq.metres_wide, D=shown.face)
    length = trace(metres_of, z=h)
    if shown.shape == "round":
        cf0 = cylinder(b, at.q_p, poles, pressures.rho, forces)
    else:
        cf0 = _rectangle(shown, forces)
    kind = "circular" if shown.shape == "round" else "rectangular"
    slenderness, psi = slender(kind, length, b, forces)
    cf = trace(eq.member_coefficient, c_f0=cf0, psi=psi)
    force = forces.on(shown.area, cf, at.q_p)
    pressure = forces.pressure(force, shown.area)
    result = ElementWind(
        name, "pole", shown.area, shown.height, slenderness, None, cf, None, at.q, pressure, force,
        minimum_governs=False, case_c=[],
    )  # fmt: skip
    bottom = shown.length.bottom or 0.0
    return Wind(result, force, shown.height, shown.offset, None, None, bottom, shown.length.top)


def cylinder(b: float, q_p: float, poles: Poles, rho: float, forces: PeakForces) -> float:
    """Force coefficient of a circular pole without end effect.

    Args:
        b: Its width, m.
        q_p: Peak velocity pressure, Pa.
        poles: The poles, which may give their roughness.
        rho: Density of the air, kg/m3.
        forces: Pack and trace.
    """
    pack, trace = forces.pack.member, forces.trace
    v = trace(eq.peak_velocity, q_p=q_p, rho=rho)
    reynolds = trace(eq.reynolds_number, b=b, v=v, nu=pack.viscosity.number)
    if reynolds < pack.crisis.value:
        trace.assume(
            f"A round pole at a Reynolds number below {pack.crisis.value:,.0f}: the greatest "
            f"coefficient of the figure, {pack.before_crisis.value:g}, through the drag crisis."
        )
        return pack.before_crisis.number
    k: float = pack.roughness.number
    if poles.roughness_mm is not None:
        k = poles.roughness_mm
    else:
        trace.assume(
            f"sign.poles.roughness_mm is not given: k = {pack.roughness.value:g} mm, galvanised "
            "steel."
        )
    return trace(eq.cylinder_coefficient, k=k, b=b, Re=reynolds)


def _rectangle(shown: Shown, forces: PeakForces) -> float:
    table, trace = forces.pack.member.rectangle, forces.trace
    ratios, values = table.numbers
    trace.assume(
        "The coefficient of a square or rectangular pole is that of one source, for sharp corners "
        "and wind on a face."
    )
    ratio = trace(eq.depth_over_width, d=shown.depth, D=shown.face)
    j = min(max(bisect_left(ratios, ratio), 1), len(ratios) - 1)
    t = trace(signs.fraction, x=ratio, x_1=ratios[j - 1], x_2=ratios[j])
    return trace(eq.rectangle_coefficient, t=t, c_1=values[j - 1], c_2=values[j])


def slender(kind: str, length: float, b: float, forces: PeakForces) -> tuple[float, float]:
    """Effective slenderness and end-effect factor of a pole of this length and width, m."""
    trace, numbers = forces.trace, forces.pack.member.slenderness.numbers
    forces.trace.assume("A pole is as slender as the whole height of the sign is long.")
    at_short, at_long = (
        trace(
            eq.slenderness_at,
            k_l=numbers[f"{kind}_{end}"], l=length, b=b, lambda_m=numbers["most"],
        )
        for end in ("short", "long")
    )  # fmt: skip
    slenderness = trace(
        eq.slenderness_between,
        lambda_s=at_short, lambda_l=at_long, l=length, l_s=numbers["short_m"],
        l_l=numbers["long_m"],
    )  # fmt: skip
    ratios, values = forces.pack.member.end_effect.numbers
    j = min(max(bisect_left(ratios, slenderness), 1), len(ratios) - 1)
    psi = trace(
        eq.end_effect,
        lambda_e=slenderness, lambda_1=ratios[j - 1], lambda_2=ratios[j], psi_1=values[j - 1],
        psi_2=values[j],
    )  # fmt: skip
    return slenderness, psi
