"""Results of any calculation as facts and tables."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apex_cli.render.report import eurocode, records
from apex_cli.render.report.answers import ReportedAnswers
from apex_cli.render.report.figures import Figures
from apex_cli.render.report.model import Block, Table
from apex_cli.render.text import NOT_CHECKED
from apex_cli.vocabulary import JsonObject

LONGEST_NAME = 28
"""A cabinet of a longer name is called by its number in the tables of the calculation."""


def result_of(
    kind: str, answers: ReportedAnswers, figures: Figures, *, full: bool
) -> Iterator[Block]:
    """What was found for one calculation; in full also what stands elsewhere, and plots.

    Args:
        kind: Which calculation.
        answers: What was found.
        figures: What there is to draw.
        full: Whether nothing is left out.
    """
    result = answers.results[kind]
    if kind == "pricing":
        yield from _price(result)
        return
    names = short_names(answers.inputs)
    left = () if full else ELSEWHERE.get(kind, ())
    shown = {
        key: _short(_unitful(_without(result[key], f"{key}/", left), key), names)
        for key in result
        if key not in {NOT_CHECKED, *left}
    }
    yield from records.blocks(eurocode.named(shown) if answers.units.metric else shown)
    if full:
        yield from figures.plots(kind)


ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "exposure": ("combinations", "seismic/line"),
    "support": (
        "profile", "alternatives", "plate/alternatives",
        *(f"{part}/{key}" for part in ("pier", "slab")
          for key in ("schedule", "moments", "shears", "least_steel", "alternatives")),
    ),
}  # fmt: skip
"""Parts of a result that stand on the first page, with the drawings, or only in full: readings."""

UNITFUL: Mapping[str, Mapping[str, str]] = {
    "deflection": {"inches": "deflection_in", "ratio": "height_over_deflection"},
    "dowels": {"moments": "moments_kipft", "strengths": "strengths_kipft"},
}
"""Fields whose names say no unit, or not what they are, by the part of the result."""


def _without(value: Any, place: str, left: Sequence[str]) -> Any:
    """A part of a result without what stands elsewhere."""
    if not isinstance(value, Mapping):
        return value
    return {key: item for key, item in value.items() if f"{place}{key}" not in left}


def _unitful(value: Any, part: str) -> Any:
    """A part of a result with names that say the unit."""
    if isinstance(value, list):
        return [_unitful(item, part) for item in value]
    if not isinstance(value, Mapping):
        return value
    names = UNITFUL.get(part, {})
    return {names.get(key, key): _unitful(item, key) for key, item in value.items()}


def _price(result: Mapping[str, Any]) -> Iterator[Block]:
    """The lines with their sum, then where each comes from."""
    money = [{key: item[key] for key in item if key != "source"} for item in result["line_items"]]
    (table,) = records.tables(money, "Lines") if money else (None,)
    if table:
        total = (
            "",
            "Total",
            *([""] * (len(table.columns) - 3)),
            records.cell("total_usd", result["total_usd"]),
        )
        yield Table("Lines", table.columns, (*table.rows, total), sum=True)
    yield from records.blocks({key: result[key] for key in result if key != "line_items"})
    sources = [{"code": item["code"], "source": item["source"]} for item in result["line_items"]]
    if sources:
        yield from records.tables(sources, "Sources of the lines")


def short_names(inputs: JsonObject) -> dict[str, str]:
    """The cabinets' names that are too long for tables, the longest first, each with its number."""
    faces = (inputs.get("sign") or {}).get("elements") or []
    names = {
        face["name"]: f"cabinet {n}"
        for n, face in enumerate(faces, 1)
        if len(face.get("name") or "") > LONGEST_NAME
    }
    return dict(sorted(names.items(), key=lambda item: -len(item[0])))


def _short(value: Any, names: Mapping[str, str]) -> Any:
    """A result in which long names stand as numbers."""
    if isinstance(value, Mapping):
        return {key: _short(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [_short(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value
