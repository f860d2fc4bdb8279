"""Earthquake held beside the wind at grade: which of the two asks for more, and by what factor.

It compares and designs nothing: wind and earthquake do not act together, and where the wind asks
for more of shear and moment at grade, it is the wind that sizes pole and foundation.
"""

from collections.abc import Iterator
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.hazards import HazardsPack, Level
from apex_cli.project.hazards import Seismic
from apex_cli.quantities import Known
from apex_cli.solvers import sums
from apex_cli.solvers.exposure.equations import poles as geometry
from apex_cli.solvers.exposure.equations import seismic as eq
from apex_cli.solvers.exposure.equations import signs
from apex_cli.solvers.exposure.hazard_results import LevelRow, SeismicResult
from apex_cli.solvers.exposure.response import Shaken, coefficient, shaken_by
from apex_cli.solvers.exposure.result import Base
from apex_cli.solvers.exposure.weights import Weights
from apex_cli.solvers.limits import beyond, most
from apex_cli.vocabulary import RiskCategory


class Struck(NamedTuple):
    """Shear (lbf) and moment (kip-ft) of the earthquake at grade, and the weight that brings it."""

    V: float
    M: float
    W: float


class Quake(NamedTuple):
    """An earthquake to hold beside the wind.

    Args:
        given: The earthquake.
        category: Risk category; None: not told.
        pack: The edition's constants.
    """

    given: Seismic
    category: RiskCategory | None
    pack: HazardsPack


def compare(
    quake: Quake, weights: Weights, base: Base, *, n_1: float | None, top: float, trace: Bare
) -> SeismicResult:
    """Earthquake beside the wind at grade.

    Args:
        quake: The earthquake.
        weights: What the project weighs.
        base: What the wind brings to grade.
        n_1: Natural frequency, Hz; None: not known.
        top: Top of the sign, ft.
        trace: Calls the equations.

    Raises:
        InvalidInput: Nothing has a weight.
    """
    given, category, pack = quake
    trace.cite(pack.citations)
    trace.subject = "earthquake"
    shaken = shaken_by(given, category, pack.seismic, trace, n_1=n_1, top=top)
    cs, by = coefficient(shaken, trace)
    items = list(_items(weights, trace))
    if not sum(weight for weight, _ in items):
        hint = "give weight_psf of the cabinets and weight_plf of the poles"
        detail = "cannot be held against the wind: no weight of the sign is known"
        raise InvalidInput.at(Fault("/site/seismic", detail, hint=hint))
    trace.subject = "earthquake"
    W = sums.summed(trace, sums.SEISMIC_WEIGHT, [weight for weight, _ in items])
    V = trace(eq.seismic_shear, C_s=cs, W_E=W)
    k = _exponent(shaken, trace)
    height = _height(items, top, k, trace)
    M = trace(eq.seismic_moment, V_E=V, h_E=height)
    levels = [
        _level(row, shaken, Struck(V, M, W), base, trace) for row in pack.seismic.levels.numbers
    ]
    trace.subject = ""
    ratio, said = most(_ratios(levels), lambda one: one[0])
    governs = beyond(ratio, 1)
    factor = ratio if governs else 1 / ratio if ratio else None
    line = _line(factor, said, governs=governs)
    _tell(line, weights, shaken, pack, governs=governs, trace=trace)
    return SeismicResult(
        pack.standard, shaken.S_DS, shaken.S_D1, given.s1, shaken.I_e, shaken.R, shaken.T, cs, by,
        W, k, height, V, M, levels, governs, factor, line,
    )  # fmt: skip


def _items(weights: Weights, trace: Bare) -> Iterator[tuple[float, float]]:
    """Each weight (lbf) with the height of its middle (ft); ice is not shaken."""
    for face, weight in weights.cabinets:
        trace.subject = face.name
        z = face.centroid_z
        if z is None:
            z = trace(signs.height_of_resultant, z_b=face.bottom, s=face.height)
        yield weight, z
    trace.subject = "poles"
    for stage in weights.stages:
        if stage.bottom:
            z = trace(geometry.middle_height, z_1=stage.bottom, z_2=stage.top)
        else:
            z = trace(geometry.middle_of_lowest, L=stage.top)
        yield stage.weight, z
    for one in weights.attached:
        yield one.weight, one.bottom


def _exponent(shaken: Shaken, trace: Bare) -> float:
    periods, exponents = shaken.rules.exponent.numbers
    if shaken.T is None:
        trace.assume("The weights are spread by the exponent of long periods, which is the most.")
        return exponents[-1]
    return trace(
        eq.exponent,
        T=shaken.T, T_1=periods[0], T_2=periods[-1], k_a=exponents[0], k_b=exponents[-1],
    )  # fmt: skip


def _height(items: list[tuple[float, float]], top: float, k: float, trace: Bare) -> float:
    """Height of the seismic force, ft: each weight at the height of its middle."""
    counted = [trace(eq.weighted, W_i=weight, h_i=z, h_n=top, k_E=k) for weight, z in items]
    S_w = sums.summed(trace, sums.WEIGHTED, counted)
    if not S_w:  # all that weighs stands on the ground
        return 0.0
    S_wh = sums.summed(trace, sums.WEIGHTED_MOMENT, counted, [z for _, z in items])
    return trace(eq.seismic_height, S_wh=S_wh, S_w=S_w)


def _level(
    numbers: tuple[Level, Known, Known, Known],
    shaken: Shaken,
    struck: Struck,
    base: Base,
    trace: Bare,
) -> LevelRow:
    (row, f_E, f_W, f_D), (V, M, W) = numbers, struck
    trace.subject = f"earthquake, {row.name}"
    wind, bending = base.largest_shear_lbf, base.moment_kipft
    axial = trace(
        eq.least_axial, f_D=f_D, f_E=f_E, k_v=shaken.rules.vertical.number, S_DS=shaken.S_DS, W_E=W
    )
    return LevelRow(
        row.name,
        row.level,
        f_E * V,
        f_W * wind,
        trace(eq.shear_ratio, f_E=f_E, V_E=V, f_W=f_W, V=wind),
        f_E * M,
        f_W * bending,
        trace(eq.moment_ratio, f_E=f_E, M_E=M, f_W=f_W, M=bending),
        axial,
    )


def _ratios(levels: list[LevelRow]) -> list[tuple[float, str]]:
    """Every ratio of earthquake to wind, and what it is of."""
    return [
        pair
        for row in levels
        for pair in (
            (row.shear_ratio, f"shear, {row.level}"), (row.moment_ratio, f"moment, {row.level}"),
        )
    ]  # fmt: skip


def _line(factor: float | None, said: str, *, governs: bool) -> str:
    """Which of the two governs, by what factor, and where it is nearest."""
    if factor is None:
        return "The seismic load is nothing beside the wind."
    words = "governs" if governs else "does not govern"
    return f"The seismic load {words} at grade, by a factor of {factor:.3g} ({said})."


def _tell(
    line: str, weights: Weights, shaken: Shaken, pack: HazardsPack, *, governs: bool, trace: Bare
) -> None:
    clause = pack.seismic.levels.clause
    R = shaken.R.real
    if governs:
        trace.warn(
            "seismic.governs",
            "review",
            f"{line} Pole and foundation are found for the wind: design them for the earthquake "
            "too, by the numbers under seismic, with the details that R asks for.",
            clause,
        )
    else:
        trace.assume(line)
    trace.assume(
        f"The earthquake is a comparison at grade, equivalent lateral force with R = {R:g}, each "
        "weight at the height of its middle (spread over its height, that of a wall on the ground "
        "would turn up to half more), and no design: neither detailing, overstrength and drift nor "
        "the weight of the foundation are looked at. R, the floors and what is rigid are from "
        "memory."
    )
    if not (weights.complete and weights.all_attached):
        trace.warn(
            "seismic.weight_missing",
            "review",
            "Not everything has a weight: the earthquake is that of what has one, and may be more.",
            clause,
        )
