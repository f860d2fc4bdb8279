"""What the design stands on: codes, wind, ground; and the sign in one sentence."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apex_cli.render import measures, si
from apex_cli.render.drawing.view import top_of
from apex_cli.render.report.answers import ReportedAnswers
from apex_cli.render.report.ground import ground
from apex_cli.render.report.mounted import building_words, mounted, wall_pressures
from apex_cli.render.report.prose import prose
from apex_cli.render.text import number, printable
from apex_cli.vocabulary import JsonObject

FEATURES: Mapping[str, str] = {
    "ridge_2d": "two-dimensional ridge",
    "escarpment_2d": "two-dimensional escarpment",
    "hill_3d": "three-dimensional axisymmetric hill",
}
"""The features of Figure 26.8-1 in words."""


MOST_SIZES = 6
"""Of more cabinets the sizes stand with the drawings alone."""


def criteria(answers: ReportedAnswers) -> Iterator[tuple[str, str]]:
    """Each criterion in words, with its number."""
    inputs, results = answers.inputs, answers.results
    packs = [pack for kind, pack in answers.packs.items() if kind != "pricing"]
    yield "Codes", ", ".join(dict.fromkeys(pack["standard"] for pack in packs))
    site = inputs.get("site") or {}
    yield from _wind(site, results.get("exposure"))
    yield from _return_period(site, answers.steps)
    if building := (inputs.get("sign") or {}).get("building"):
        yield "Building", building_words(building, results.get("exposure"))
    if local := inputs.get("local"):
        yield "Local ordinance", _ordinance(local)
    if site.get("frost_depth_in") is not None:
        deep = site["frost_depth_in"]
        metric = answers.units.metric
        yield "Frost depth", measures.SI.inches(deep) if metric else f"{number(deep)} in"
    if soil := inputs.get("soil"):
        yield "Soil", ground(soil, answers)


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


def _return_period(site: JsonObject, steps: Sequence[JsonObject]) -> Iterator[tuple[str, str]]:
    """Another return period than that of the map, and the wind velocity that it leaves."""
    if years := site.get("return_period_years"):
        found = {step["symbol"]: step["value"] for step in reversed(steps)}
        told = [f"{name} = {found[name]:.4g}" for name in ("c_prob", "v_b") if name in found]
        speed = " m/s" if "v_b" in found else ""
        yield "Return period", f"{number(years)} years: {', '.join(told)}{speed}"


def _wind(site: JsonObject, wind: JsonObject | None) -> Iterator[tuple[str, str]]:
    if given := site.get("given_pressure"):
        yield "Wind pressure", pressure_words(given) + _at_strength(given, wind)
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
        yield "Earthquake", f"{_quake(quake)} {prose(quake['line'])}"
    if ice := site.get("ice"):
        yield "Ice", _ice(ice, wind)
    yield from _place(site)
    if wind is None:
        return
    factors = [("Kzt", "kzt"), ("Ke", "ke"), ("Kd", "kd"), ("G", "gust_factor")]
    shown = [f"{name} = {number(wind[key])}" for name, key in factors if wind.get(key) is not None]
    yield "Factors", ", ".join(shown)
    pressure = wind.get("velocity_pressure_psf")
    if pressure is not None:
        yield "Velocity pressure", f"{number(pressure)} psf at {number(wind['height_ft'])} ft"
    yield from wall_pressures(wind)


def _place(site: JsonObject) -> Iterator[tuple[str, str]]:
    """Categories, and the hill that the sign stands on."""
    told = [
        f"{words} {site[key]}"
        for words, key in (("risk category", "risk_category"), ("exposure", "exposure"))
        if site.get(key)
    ]
    yield "Category", ", ".join(told)
    if hill := site.get("topography"):
        yield "Topography", _topography(hill)


def _topography(hill: JsonObject) -> str:
    """The hill that makes Kzt, and where the sign stands on it."""
    words = FEATURES.get(hill["feature"], hill["feature"].replace("_", " "))
    where = f"{number(hill['distance_ft'])} ft {hill['side']} of the crest"
    sizes = f"H = {number(hill['height_ft'])} ft, Lh = {number(hill['half_length_ft'])} ft"
    return f"{words}, {sizes}, {where}"


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
    places = (("latitude_deg", "NS"), ("longitude_deg", "EW"))
    told += [
        f"{number(abs(record[key]))}° {ways[record[key] < 0]}"
        for key, ways in places
        if key in record
    ]
    if (elevation := record.get("elevation_ft")) is not None:
        told.append(f"{number(elevation)} ft")
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


def _ice(ice: JsonObject, wind: JsonObject | None) -> str:
    """How thick it is and what it weighs."""
    words = f"{number(ice['thickness_in'])} in"
    if parts := ((wind or {}).get("ice") or {}).get("parts"):
        weight = round(sum(part["weight_lbf"] for part in parts), 3)
        words += f", {number(weight)} lbf, in the dead load where it adds"
    return f"{words}; wind on ice is not checked"


def _at_strength(given: JsonObject, wind: JsonObject | None) -> str:
    """What a pressure at allowable-stress level is at strength level, as the drawings have it."""
    rows = [row for row in (wind or {}).get("elements") or [] if row["kind"] != "pole"]
    found = {row["pressure_psf"] for row in rows}
    if given["level"] != "asd" or len(found) != 1:
        return ""
    return f"; {number(*found)} psf at strength level"


def _ordinance(local: JsonObject) -> str:
    told = []
    if (least := local.get("min_pressure_psf")) is not None:
        told.append(prose(f"at least {number(least)} psf ({local.get('level', 'asd')})"))
    if rows := local.get("min_pressures"):
        told += [
            f"at least {number(row['pressure_psf'])} psf to {number(row['to_ft'])} ft"
            for row in rows
        ]
    if (ratio := local.get("overturning_ratio")) is not None:
        told.append(f"overturning at most {number(ratio)} of the dead load's moment")
    return f"{', '.join(told)} ({_short(printable(local['source']), 60)})"


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def described(results: Mapping[str, Any], inputs: JsonObject) -> str:
    """The sign in one sentence; nothing where there is none."""
    sign = inputs.get("sign")
    if not sign:
        return ""
    told = measures.of(*results.values())
    faces, poles = sign.get("elements") or [], sign.get("poles") or {}
    sizes = [
        f"{told.length(face['width_ft'])} × {told.length(face['height_ft'])}" for face in faces
    ]
    if len(faces) == 1:
        words = f"One cabinet, {sizes[0]}"
    elif faces:
        listed = f" ({', '.join(sizes)})" if len(faces) <= MOST_SIZES else ""
        words = f"{len(faces)} cabinets{listed}"
    else:
        words = "No cabinet"
    words += f", top {told.length(top_of(sign))} above grade{mounted(sign)}"
    if poles:
        count = poles.get("count", 1)
        words += f", on {'one pole' if count == 1 else f'{count} poles'}"
        rows = (results.get("exposure") or {}).get("stages") or []
        names = ", ".join(filter(None, (row.get("section") for row in rows)))
        words += f" ({names})" if names else ""
    if more := len(sign.get("attachments") or []):
        words += f", with {more} attachment{'s' * (more > 1)}"
    return printable(words) + "."
