"""The wind at a site without a sign: nothing but a profile."""

from apex_cli.equations import Bare, card_of
from apex_cli.packs.exposure import ExposurePack
from apex_cli.solvers.exposure.by_code import SiteWind
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.methods import METHODS
from apex_cli.solvers.exposure.result import ExposureResult
from apex_cli.solvers.exposure.wind import Air

NOWHERE = Air()
"""The air of a standard that has no factors which stand by themselves."""


def by_asce7(
    inputs: ExposureInputs, source: SiteWind, pack: ExposurePack, trace: Bare
) -> ExposureResult:
    """The answer without a sign by ASCE 7, which says whether the pressures carry K_d."""
    k_d = pack.kd.numbers["solid_sign"]
    inside = "K_d" in card_of(METHODS[pack.method].pressure).units
    trace.assume(
        f"The pressures carry the directionality factor of a solid sign, Kd = {k_d.real:g}."
        if inside
        else "The pressures are without Kd, which stands in the force in this edition."
    )
    return profile_alone(source, inputs.heights_ft, Air(ke=source.pressures.ke, kd=k_d))


def profile_alone(
    source: SiteWind, heights: list[float] | None, air: Air = NOWHERE
) -> ExposureResult:
    """The answer without a sign: the profile, and what of the air does not depend on one."""
    return ExposureResult(
        standard=source.standard,
        height_ft=None,
        kz=None,
        kzt=None,
        ke=air.ke,
        kd=air.kd,
        velocity_pressure_psf=None,
        gust_factor=None,
        gust_method=None,
        natural_frequency_hz=None,
        profile=source.profile(heights or [], []),
        elements=[],
        cases=[],
        base=None,
        asd=None,
        combinations=[],
        per_pole=None,
        not_checked=[],
        alternatives=[],
    )
