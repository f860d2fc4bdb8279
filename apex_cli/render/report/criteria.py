"""What the design stands on: codes, wind, ground; and the sign in one sentence."""

from collections.abc import Iterator, Mapping
from typing import Any

from apex_cli.render import si
from apex_cli.render.drawing.built import term_of
from apex_cli.render.drawing.foundation import KN_M3
from apex_cli.render.drawing.view import top_of
from apex_cli.render.lengths import feet_inches
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

MOUNTED: Mapping[str, str] = {
    "wall": ", on a wall",
    "projecting": ", projecting from a wall",
    "roof": ", on a roof",
}
"""How a sign at a building is mounted, in words."""


def criteria(answers: ReportedAnswers) -> Iterator[tuple[str, str]]:
    """Each criterion in words, with its number."""
    inputs, results = answers.inputs, answers.results
    packs = [pack for kind, pack in answers.packs.items() if kind != "pricing"]
    yield "Codes", ", ".join(dict.fromkeys(pack["standard"] for pack in packs))
    site = inputs.get("site") or {}
    yield from _wind(site, results.get("exposure"))
    if local := inputs.get("local"):
        yield "Local ordinance", _ordinance(local)
    if site.get("frost_depth_in") is not None:
        yield "Frost depth", f"{number(site['frost_depth_in'])} in"
    if soil := inputs.get("soil"):
        yield "Soil", _soil(soil, answers)


def _eurocode(site: JsonObject, wind: JsonObject | None) -> Iterator[tuple[str, str]]:
    """The wind by EN 1991-1-4, in its own units."""
    source = f" ({_short(printable(site['wind_speed_source']), 60)})" if (
        site.get("wind_speed_source")
    ) else ""  # fmt: skip
    if "peak_pressure_pa" in site:
        yield "Peak pressure", f"q_p = {number(site['peak_pressure_pa'])} Pa{source}"
    if "basic_wind_speed_mps" in site:
        speed = f"v_b0 = {number(site['basic_wind_speed_mps'])} m/s, 10-minute mean{source}"
        yield "Wind velocity", speed
        yield "Terrain", f"category {site['terrain']}"
    if wind is not None and (q := wind.get("velocity_pressure_psf")) is not None:
        factors = (("c_e", "kz"), ("c_o", "kzt"), ("c_s c_d", "gust_factor"))
        told = [f"{name} = {number(wind[key])}" for name, key in factors if wind[key] is not None]
        yield "Factors", ", ".join(told)
        kilopascals = si.field("q_psf", q)[1]
        yield "Peak pressure at top", f"{number(kilopascals)} kPa, characteristic"


def _wind(site: JsonObject, wind: JsonObject | None) -> Iterator[tuple[str, str]]:
    if given := site.get("given_pressure"):
        yield "Wind pressure", pressure_words(given)
    if "basic_wind_speed_mps" in site or "peak_pressure_pa" in site:
        yield from _eurocode(site, wind)
    if "wind_speed_mph" not in site:
        return
    speed = f"V = {number(site['wind_speed_mph'])} mph"
    if source := site.get("wind_speed_source"):
        speed += f" ({_short(printable(source), 60)})"
    yield "Wind speed", speed
    if record := site.get("wind_speed"):
        yield "Wind speed record", _record(record)
    if quake := (wind or {}).get("seismic"):
        yield "Earthquake", f"{_quake(quake)} {printable(quake['line'])}"
    if ice := site.get("ice"):
        yield "Ice", f"{number(ice['thickness_in'])} in; wind on ice is not checked"
    told = [
        f"{words} {site[key]}"
        for words, key in (("risk category", "risk_category"), ("exposure", "exposure"))
        if site.get(key)
    ]
    yield "Category", ", ".join(told)
    if wind is None:
        return
    factors = [("Kzt", "kzt"), ("Ke", "ke"), ("Kd", "kd"), ("G", "gust_factor")]
    shown = [f"{name} = {number(wind[key])}" for name, key in factors if wind.get(key) is not None]
    yield "Factors", ", ".join(shown)
    pressure = wind.get("velocity_pressure_psf")
    if pressure is not None:
        yield "Velocity pressure", f"{number(pressure)} psf at {number(wind['height_ft'])} ft"


def _record(record: JsonObject) -> str:
    """Where the wind speed comes from, in one line."""
    told = [_short(printable(record["source"]), 60)]
    if date := record.get("date"):
        told.append(f"read {printable(date)}")
    if edition := record.get("edition"):
        told.append(f"ASCE {edition}")
    if category := record.get("risk_category"):
        told.append(f"risk category {category}")
    if years := record.get("interval_years"):
        told.append(f"{number(years)} years")
    places = (("latitude_deg", "°N"), ("longitude_deg", "°E"), ("elevation_ft", "ft"))
    told += [f"{number(record[key])} {unit}" for key, unit in places if key in record]
    if sha256 := record.get("file_sha256"):
        told.append(f"file {sha256[:16]}…")
    return ", ".join(told)


def _quake(quake: JsonObject) -> str:
    """The earthquake in numbers."""
    names = (("SDS", "sds"), ("SD1", "sd1"), ("S1", "s1"), ("R", "response_modification"))
    told = [f"{name} = {number(quake[key])}" for name, key in names if quake.get(key) is not None]
    return f"{', '.join(told)}, Ie = {number(quake['importance'])}, Cs = {number(quake['cs'])}."


def pressure_words(given: JsonObject) -> str:
    """A given pressure with its level and its source."""
    words = f"p = {number(given['pressure_psf'])} psf"
    if given.get("force_coefficient") is not None:
        words += f", C = {number(given['force_coefficient'])}"
    level = "ASD" if given["level"] == "asd" else given["level"]
    return f"{words}, {level} level ({_short(printable(given['source']), 60)})"


def _ordinance(local: JsonObject) -> str:
    told = []
    if (least := local.get("min_pressure_psf")) is not None:
        told.append(f"at least {number(least)} psf ({local.get('level', 'asd')})")
    if rows := local.get("min_pressures"):
        told += [
            f"at least {number(row['pressure_psf'])} psf to {number(row['to_ft'])} ft"
            for row in rows
        ]
    if (ratio := local.get("overturning_ratio")) is not None:
        told.append(f"overturning at most {number(ratio)} of the dead load's moment")
    return f"{', '.join(told)} ({_short(printable(local['source']), 60)})"


def _soil(soil: JsonObject, answers: ReportedAnswers) -> str:
    told = []
    if (kind := soil.get("class")) is not None:
        told.append(f"class {kind}, {SOILS.get(kind, '')}".rstrip(", "))
    lateral = soil.get("lateral_psf_per_ft")
    if lateral is None:
        lateral = term_of(answers.steps, "footing:/presumptive/", "/lateral")
    if lateral is not None:
        told.append(f"lateral {number(lateral)} psf/ft")
    if (factor := soil.get("ground_factor_psf_per_ft")) is not None:
        told.append(f"ground factor G = {number(round(factor * KN_M3, 1))} kN/m3")
    vertical = soil.get("vertical_psf")
    eurocode = "approach" in (answers.inputs.get("footing") or {})
    if eurocode and (angle := soil.get("friction_angle_deg")) is not None:
        told.append(f"phi' = {number(angle)}°")
    if vertical is None and not eurocode:
        bearing = (answers.results.get("footing") or {}).get("bearing") or {}
        vertical = bearing.get("allowable_psf")
    if vertical is not None:
        told.append(f"bearing {number(vertical)} psf")
    if source := soil.get("source"):
        told.append(_short(printable(source), 60))
    return "; ".join(told)


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def described(results: Mapping[str, Any], inputs: JsonObject) -> str:
    """The sign in one sentence; nothing where there is none."""
    sign = inputs.get("sign")
    if not sign:
        return ""
    faces, poles = sign.get("elements") or [], sign.get("poles") or {}
    top = top_of(sign)
    if not faces:
        words = "No cabinet"
    elif len(faces) == 1:
        face = faces[0]
        size = f"{feet_inches(face['width_ft'])} × {feet_inches(face['height_ft'])}"
        words = f"One cabinet, {size}"
    else:
        words = f"{len(faces)} cabinets"
    words += f", top {feet_inches(top)} above grade{MOUNTED.get(sign.get('mounting', ''), '')}"
    if poles:
        count = poles.get("count", 1)
        words += f", on {'one pole' if count == 1 else f'{count} poles'}"
        rows = (results.get("exposure") or {}).get("stages") or []
        names = ", ".join(filter(None, (row.get("section") for row in rows)))
        words += f" ({names})" if names else ""
    if more := len(sign.get("attachments") or []):
        words += f", with {more} attachment{'s' * (more > 1)}"
    return printable(words) + "."
