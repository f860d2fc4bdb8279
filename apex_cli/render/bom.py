"""A bill of material as a table, and as a sheet for spreadsheets."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from textwrap import wrap
from typing import Any

from apex_cli.envelope.numbers import as_read
from apex_cli.envelope.verdict import FAIL, NO_ANSWER
from apex_cli.render.brief import folded, line, written
from apex_cli.render.csv import text as sheet
from apex_cli.render.grid import grid
from apex_cli.render.text import number, one_line, short

_BILL = "BILL"
_INDENT = "    "
Row = Mapping[str, Any]


def render(
    result: Mapping[str, Any], *, width: int, color: bool = False, ascii_only: bool = False,
    verbose: bool = False,
) -> str:  # fmt: skip
    """The bill as text: of one project its lines, of many the total and a line for each.

    Args:
        result: As `apex bom` answers it.
        width: Columns to fill.
        color: Whether to colour the verdict.
        ascii_only: Whether its reader knows nothing but ASCII.
        verbose: Whether to show the lines of each project of many.
    """
    projects, verdict = result["projects"], folded(brief(result), width)
    lines = [*verdict, ""]
    if len(projects) == 1:
        lines += _grouped(projects[0]["lines"], width, _cells)
    else:
        lines += [f"TOTAL  {result['signs']} signs", *_grouped(result["total"], width, _added)]
        lines += ["SITES", *grid([*map(_site, projects)], width), ""]
        for row in projects if verbose else ():
            lines += [_name(row), *_grouped(row["lines"], width, _cells)]
    if result["sticks"]:
        lines += [
            "CUT FROM STICKS, the longest pieces first",
            *_sticks(result["sticks"], width),
            "",
        ]
    lines.append("NOT INCLUDED")
    for one in result["not_included"]:
        few = one["projects"] < len(projects)
        of = f", of {one['projects']} of {len(projects)} projects" if few else ""
        words = one_line(f"- {one['what']}{of} ({one['why']})")
        lines += wrap(words, max(width, 40), initial_indent="  ", subsequent_indent=_INDENT)
    assumed = [_name(row) for row in projects if not row["signs_told"] and not row["error"]]
    if assumed:
        words = f"One sign is counted where pricing.quantity is not given: {', '.join(assumed)}."
        lines += ["", *wrap(words, max(width, 40), subsequent_indent=_INDENT)]
    text = "\n".join([*lines, "", *verdict])
    return written(text, color=color, ascii_only=ascii_only)


def brief(result: Mapping[str, Any]) -> str:
    """A bill in one line: how much concrete, steel and bars, or what stands against it."""
    projects, total = result["projects"], result["total"]
    refused = [_name(row) for row in projects if row["error"]]
    failed = [_name(row) for row in projects if row["failed_checks"]]
    bars = sum(one["weight_lbf"] or 0 for one in total if one["group"] == "bars")
    poles = sum(one["weight_lbf"] or 0 for one in total if one["group"] == "poles")
    ordered = sum(one["quantity"] for one in total if one["item"].endswith(", ordered"))
    many = f"{result['signs']} sign{'s' * (result['signs'] != 1)}"
    sites = f"{many} of {len(projects)} projects" if len(projects) > 1 else many
    return line(
        NO_ANSWER if refused else FAIL if failed else _BILL,
        f"left out: {', '.join(refused)}" if refused else "",
        f"checks fail: {', '.join(failed)}" if failed else "",
        sites,
        f"poles {short(poles)} lbf" if poles else "",
        f"bars {short(bars)} lbf" if bars else "",
        f"concrete {number(as_read(ordered))} yd³ ordered" if ordered else "",
    )


def _name(row: Row) -> str:
    return one_line(str(row["name"] or row["id"] or row["path"] or "project"))


def _grouped(
    rows: Iterable[Row], width: int, cells: Callable[[Row], list[str]]
) -> Iterator[str]:  # fmt: skip
    """The lines under the headings of their groups."""
    for group, same in groupby(rows, key=itemgetter("group")):
        yield str(group)
        yield from grid([cells(row) for row in same], width)
    yield ""


def _cells(row: Row) -> list[str]:
    """A line of a project."""
    length = row["length_ft"]
    each = f"{number(length)} ft each" if length is not None else ""
    note = "; ".join(filter(None, [row["part"], each, row["note"]]))
    return [one_line(row["item"]), *_numbers(row), one_line(note)]


def _added(row: Row) -> list[str]:
    """A line of the total."""
    return [one_line(row["item"]), *_numbers(row)]


def _numbers(row: Row) -> list[str]:
    count, weight, unit = row["count"], row["weight_lbf"], row["unit"]
    same = unit == "each"
    return [
        "" if count is None else number(count),
        "" if same else number(row["quantity"]),
        "" if same else unit.replace("2", "²").replace("3", "³"),
        "" if weight is None else number(weight),
        "" if weight is None else "lbf",
    ]


def _site(row: Row) -> list[str]:
    signs = f"{row['signs']} sign{'s' * (row['signs'] != 1)}"
    if row["error"]:
        told = f"left out: {row['error']['detail']}"
    elif row["failed_checks"]:
        told = f"fails: {', '.join(row['failed_checks'])}"
    else:
        told = ""
    return [_name(row), one_line(str(row["site"] or "")), signs, one_line(told)]


def _sticks(rows: Iterable[Row], width: int) -> Iterator[str]:
    table = []
    for row in rows:
        for one in row["cuts"]:
            pieces = " + ".join(
                f"{piece['count']} × {number(piece['length_ft'])}" for piece in one["pieces"]
            )
            drop = f"drop {number(one['drop_ft'])} ft"
            table.append(
                [one_line(row["item"]), number(one["count"]), "of", number(one["stick_ft"]), "ft",
                 f"{pieces} ft, {drop}{' each' * (one['count'] > 1)}"]
            )  # fmt: skip
        table += [
            [one_line(row["item"]), number(one["count"]), "of", number(one["length_ft"]), "ft",
             "longer than a stick: order to length, or splice it"]
            for one in row["longer_than_a_stick"]
        ]  # fmt: skip
    yield from grid(table, width)
    said = dict.fromkeys((row["source"], tuple(row["lengths_ft"]), row["status"]) for row in rows)
    for source, lengths, status in said:
        words = f"Sticks of {' and '.join(map(number, lengths))} ft: {source} ({status})."
        yield from wrap(words, max(width, 40), initial_indent="  ", subsequent_indent=_INDENT)


HEADS = (
    "scope", "project", "site", "group", "item", "part", "count", "length_ft", "quantity", "unit",
    "weight_lbf", "note", "source",
)  # fmt: skip


def csv(result: Mapping[str, Any]) -> str:
    """The bill as CSV: the lines of each project, the total, the sticks, what is not included."""
    return sheet([HEADS, *_table(result)])


def _table(result: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
    lines = HEADS[3:]
    for row in result["projects"]:
        who = [row["id"] or row["name"] or row["path"], row["site"]]
        for one in row["lines"]:
            yield ["site", *who, *(one[name] for name in lines)]
        if row["error"]:
            yield _words("left out", row["error"]["detail"], row["error"]["code"], who)
        for name in row["failed_checks"]:
            yield _words("fails", name, "", who)
    for one in result["total"]:
        yield ["total", "", "", *(one.get(name, "") for name in lines)]
    for row in result["sticks"]:
        weight = row["bought_lbf"] / row["bought_ft"] if row["bought_ft"] else 0
        for one in row["bought"]:
            feet = one["stick_ft"] * one["count"]
            yield [
                "sticks", "", "", "poles", row["item"], "stick", one["count"], one["stick_ft"],
                feet, "ft", round(feet * weight, 3), row["status"], row["source"],
            ]  # fmt: skip
        yield ["drop", "", "", "poles", row["item"], "", "", "", row["drop_ft"], "ft", "", "", ""]
        for one in row["longer_than_a_stick"]:
            yield [
                "longer than a stick", "", "", "poles", row["item"], "", one["count"],
                one["length_ft"], "", "ft", "", "", "",
            ]  # fmt: skip
    for one in result["not_included"]:
        yield _words("not included", one["what"], one["why"], ["", ""])


def _words(scope: str, item: str, note: str, who: Sequence[Any]) -> Sequence[Any]:
    return [scope, *who, "", item, "", "", "", "", "", "", note, ""]
