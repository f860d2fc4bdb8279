"""The wind at a site without a sign: nothing but a profile."""

from apex_cli.equations import Bare, card_of
from apex_cli.packs.exposure import ExposurePack
from apex_cli.solvers.exposure.by_code import SiteWind
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.methods import METHODS
from apex_cli.solvers.exposure.result import ExposureResult


def profile_alone(
    inputs: ExposureInputs, source: SiteWind, pack: ExposurePack, trace: Bare
) -> ExposureResult:
    """The answer without a sign: the profile, and what does not depend on one."""
    k_d = pack.kd.numbers["solid_sign"]
    inside = "K_d" in card_of(METHODS[pack.method].pressure).units
    trace.assume(
        f"The pressures carry the directionality factor of a solid sign, Kd = {k_d.real:g}."
        if inside
        else "The pressures are without Kd, which stands in the force in this edition."
    )
    return ExposureResult(
        standard=pack.standard,
        height_ft=None,
        kz=None,
        kzt=None,
        ke=source.pressures.ke,
        kd=k_d,
        velocity_pressure_psf=None,
        gust_factor=None,
        gust_method=None,
        natural_frequency_hz=None,
        profile=source.profile(inputs.heights_ft or [], []),
        elements=[],
        cases=[],
        base=None,
        asd=None,
        combinations=[],
        per_pole=None,
        not_checked=[],
        alternatives=[],
    )
