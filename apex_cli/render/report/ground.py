"""The ground in words: its class, what it bears, and what holds a footing from sliding."""

from collections.abc import Iterator, Mapping, Sequence

from apex_cli.render.drawing.built import term_of
from apex_cli.render.drawing.foundation import KN_M3
from apex_cli.render.measures import SI, US
from apex_cli.render.report.answers import ReportedAnswers
from apex_cli.render.text import number, printable
from apex_cli.vocabulary import JsonObject

SOILS: Mapping[int, str] = {
    1: "crystalline bedrock",
    2: "sedimentary and foliated rock",
    3: "sandy gravel, gravel (GW, GP)",
    4: "sand, silty or clayey sand or gravel (SW, SP, SM, SC, GM, GC)",
    5: "clay, sandy or silty clay, clayey silt, silt (CL, ML, MH, CH)",
}
"""The classes of IBC Table 1806.2 in words."""

GIVEN = frozenset({"lateral_psf_per_ft", "vertical_psf", "source"})
"""What of a soil is told by the project where it is not presumed."""


def ground(soil: JsonObject, answers: ReportedAnswers) -> str:
    """The soil with every value that the foundation stands on."""
    return "; ".join(_told(soil, answers))


def _told(soil: JsonObject, answers: ReportedAnswers) -> Iterator[str]:
    given = answers.inputs.get("footing") or {}
    if (kind := soil.get("class")) is not None:
        yield f"class {kind}, {SOILS.get(kind, '')}".rstrip(", ")
    if "approach" in given:
        yield from _eurocode(soil)
    else:
        yield from _presumed(soil, answers)
    if source := soil.get("source"):
        yield printable(source)
    elif kind is not None and not GIVEN & {*soil}:
        yield "presumptive values, no geotechnical report"


def _presumed(soil: JsonObject, answers: ReportedAnswers) -> Iterator[str]:
    """Lateral and vertical bearing with what multiplies them, friction or cohesion."""
    steps = answers.steps
    increased = _increased(steps)
    more = f" × {number(increased['i_p']['value'])} (increase)" if increased else ""
    lateral = soil.get("lateral_psf_per_ft")
    if lateral is None:
        lateral = term_of(steps, "footing:/presumptive/", "/lateral")
    if lateral is not None:
        words = f"lateral {number(lateral)} psf/ft"
        factor = term_of(steps, "footing:/lateral/isolated_pole_factor")
        words += "" if factor is None else f" × {number(factor)} (isolated pole)"
        yield f"{words}{more}" if "S_t" in increased else words
    if (growth := soil.get("ground_factor_psf_per_ft")) is not None:
        yield f"ground factor G = {growth * KN_M3:.4g} kN/m³"
    vertical = soil.get("vertical_psf")
    if vertical is None:
        bearing = (answers.results.get("footing") or {}).get("bearing") or {}
        vertical = bearing.get("allowable_psf")
    if "q_t" in increased:
        yield f"bearing {number(increased['q_t']['value'])} psf{more}"
    elif vertical is not None:
        yield f"bearing {number(vertical)} psf"
    for name, key, unit in (("friction", "friction", ""), ("cohesion", "cohesion", " psf")):
        value = term_of(steps, "footing:/presumptive/", f"/{key}")
        if value is not None:
            yield f"{name} {number(value)}{unit}"


def _increased(steps: Sequence[JsonObject]) -> Mapping[str, JsonObject]:
    """The terms of the step that increases a bearing, S_t lateral or q_t vertical; often none."""
    return next((step["terms"] for step in steps if "i_p" in step["terms"]), {})


def _eurocode(soil: JsonObject) -> Iterator[str]:
    """What EN 1997-1 asks of the ground, in SI with the units of the project file beside."""
    if (angle := soil.get("friction_angle_deg")) is not None:
        yield f"φ′ = {number(angle)}°"
    if (cohesion := soil.get("cohesion_psf")) is not None:
        yield f"c′ = {SI.pressure(cohesion)} ({US.pressure(round(cohesion, 1))})"
    if (strength := soil.get("undrained_shear_strength_psf")) is not None:
        yield f"c_u = {SI.pressure(strength)} ({US.pressure(round(strength, 1))})"
    if (weight := soil.get("unit_weight_pcf")) is not None:
        yield f"weight {SI.density(weight)} ({US.density(round(weight, 1))})"
