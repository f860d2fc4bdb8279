"""Results and inputs of any shape as facts and tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from apex_cli.render.report.model import Block, Column, Fact, Facts, Table
from apex_cli.render.report.prose import prose
from apex_cli.render.text import label, money, number, unit
from apex_cli.vocabulary import JsonObject

HEADINGS = {
    "aspect_ratio": "B/s or h/D",
    "clearance_ratio": "s/h",
    "cf": "C_f",
    "fy_ksi": "F_y",
    "fu_ksi": "F_u",
    "kd": "K_d",
    "kz": "K_z",
    "c_e": "c_e",
    "c_o": "c_o",
    "c_f": "c_f, c_pnet",
    "kzt": "K_zt",
    "ke": "K_e",
    "velocity_pressure_psf": "q",
    "pressure_psf": "p",
    "force_lbf": "F",
    "minimum_governs": "minimum",
    "inches": "deflection, in",
    "c_s_c_d": "c_s c_d",
    "peak_velocity_pressure_psf": "q_p",
    "gap_ratio": "z_g/h",
    "unit_amount_usd": "each",
    "subtotal_usd": "subtotal",
    "total_usd": "total",
    "gcp_inward": "GCp inward",
    "gcp_outward": "GCp outward",
    "epa_ft2": "EPA",
    "turn_kipft": "moment about the vertical",
    "lean_kipft": "moment of the weight",
}
"""Short names over columns, where the field's own words would be too long."""

WORDS = {
    "asd": "ASD", "kz": "K_z", "kzt": "K_zt", "ke": "K_e", "kd": "K_d", "cf": "C_f",
    "kz_method": "K_z method", "case_c": "Case C", "fc_psi": "f'c", "fy_ksi": "Fy", "fu_ksi": "Fu",
    "c_e": "c_e", "c_o": "c_o", "c_f": "c_f", "c_s_c_d": "c_s c_d",
    "c_s_c_d_method": "c_s c_d method",
    "turn_kipft": "Moment about the vertical", "lean_kipft": "Moment of the weight",
    "gc_lateral": "GCr lateral", "gc_uplift": "GCr uplift",
    "return_period_years": "Return period in years", "interval_years": "Interval in years",
    "sds": "S_DS", "sd1": "S_D1", "s1": "S_1", "cs": "C_s", "cs_by": "C_s by",
}  # fmt: skip
"""Fields whose name is not made of words."""

VALUES = {
    "escarpment_2d": "escarpment, 2D", "ridge_2d": "ridge, 2D", "hill_3d": "hill, 3D",
    "pci": "PCI", "a53b": "A53 Grade B", "a500b": "A500 Grade B", "a500c": "A500 Grade C",
    "a1085": "A1085",
}  # fmt: skip
"""Values that are not made of words alone."""

WIDE_TEXT = 22
"""A column of longer texts takes the room that the others leave."""


def blocks(record: JsonObject, title: str = "") -> Iterator[Block]:
    """Plain values as facts, then every nested record and list under its own heading."""
    plain = [(key, value) for key, value in record.items() if not nested(value)]
    shown = tuple(fact(key, value) for key, value in plain if value not in (None, []))
    if "demand" in record and "unit" in record:
        shown = tuple(_in_unit(one, unit(record["unit"])) for one in shown if one.name != "Unit")
    if shown:
        yield Facts(shown, title)
    for key, value in record.items():
        if isinstance(value, Mapping):
            yield from blocks(value, _within(title, key))
        elif nested(value):
            yield from tables(value, _within(title, key))


def _in_unit(told: Fact, of: str) -> Fact:
    """A fact with the unit that stands beside it in the result."""
    return replace(told, unit=of) if told.name in {"Demand", "Resistance"} else told


def _within(title: str, key: str) -> str:
    """The title of a part of what has a title."""
    name = named(key)
    return f"{title}: {name if key in WORDS else name.lower()}" if title else name


def nested(value: Any) -> bool:
    """Whether a value is a record, or a list that holds records."""
    return isinstance(value, Mapping) or (
        isinstance(value, list) and any(isinstance(item, Mapping) for item in value)
    )


def fact(key: str, value: Any) -> Fact:
    """One named value; a list with its unit behind the last."""
    shown, unit = cell(key, value), label(key)[1]
    if isinstance(value, list):
        shown, unit = f"{shown} {unit}".rstrip(), ""
    return Fact(named(key), shown, unit, _is_number(value))


def named(key: str) -> str:
    """A field's name as words that begin with a capital.

    >>> named("asd"), named("load_height_ft")
    ('ASD', 'Load height')
    """
    words = prose(label(key)[0])
    return WORDS.get(key) or words[:1].upper() + words[1:]


def cell(key: str, value: Any) -> str:
    """A value as it stands in a cell."""
    if value is None or (isinstance(value, list) and not value):
        return ""
    if isinstance(value, list):
        return ", ".join(cell(key, item) for item in value)
    if key.endswith("_usd") and _is_number(value):
        return money(value)
    shown = prose(number(value))
    if key.endswith("governed_by"):  # a check by its id
        return shown.replace(".", ": ", 1).replace("_", " ") if _CHECK.match(shown) else shown
    if key != "name" and (told := VALUES.get(shown)):
        return told
    return shown.replace("_", " ") if _WORDS.fullmatch(shown) else shown


_WORDS = re.compile(r"[a-z]+(_[a-z]+)+")
"""A value of several words, as projects and packs spell it."""

_CHECK = re.compile(r"[a-z]+\.[a-z]")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def tables(records: Sequence[JsonObject], title: str) -> Iterator[Table]:
    """A table of records; lists of records inside them become tables of their own."""
    keys = list(dict.fromkeys(key for record in records for key in record))
    flat = [
        key
        for key in keys
        if not any(nested(record.get(key)) for record in records)
        and any(record.get(key) not in (None, []) for record in records)
    ]
    yield Table(
        title,
        tuple(_column(key, records) for key in flat),
        tuple(tuple(cell(key, record.get(key)) for key in flat) for record in records),
    )
    for key in keys:
        if key in flat:
            continue
        inner = [
            {"of": record.get("name") or record.get("code") or n + 1, **item}
            for n, record in enumerate(records)
            for item in _list(record.get(key))
        ]
        if inner:
            yield from tables(inner, _within(title, key))


def _list(value: Any) -> list[JsonObject]:
    return [value] if isinstance(value, Mapping) else list(value or [])


def _column(key: str, records: Sequence[JsonObject]) -> Column:
    words, unit = label(key)
    values = [record.get(key) for record in records]
    numeric = any(_is_number(value) for value in values)
    longest = max(len(cell(key, value)) for value in values)
    name = prose(HEADINGS.get(key, words))
    return Column(name, unit, numeric, wide=not numeric and longest > WIDE_TEXT)
