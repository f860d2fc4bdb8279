"""Foundations by price, as a table: those that pass, what each saves, what was left out."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from apex_cli.envelope.numbers import as_read
from apex_cli.envelope.verdict import FAIL, NO_ANSWER
from apex_cli.render.brief import folded, line, written
from apex_cli.render.text import aligned, money, number, one_line

_GAP = "  "
_INDENT = "    "
_HEADINGS = (
    "",
    "",
    "wide ft",
    "deep ft",
    "yd³",
    "price USD",
    "saves USD",
    "verdict",
    "governed by",
)
_RIGHT = range(2, 7)
Row = Mapping[str, Any]


def render(
    result: Mapping[str, Any], *, width: int, color: bool = False, ascii_only: bool = False
) -> str:
    """The foundations as text; no number is cut.

    Args:
        result: As `apex cheapest` answers it.
        width: Columns to fill.
        color: Whether to colour the verdict.
        ascii_only: Whether its reader knows nothing but ASCII.
    """
    verdict, rows = folded(brief(result), width), [result["own"], *result["candidates"]]
    table = next(
        (made for made in (_table(rows), _table(rows, governed=False)) if len(made[1]) <= width),
        [text for row in rows for text in _block(row, width)],
    )
    lines = [*verdict, "", *table, ""]
    for words in _sentences(result):
        lines += wrap(one_line(words), max(width, 40), subsequent_indent=_INDENT)
    return written("\n".join([*lines, "", *verdict]), color=color, ascii_only=ascii_only)


def brief(result: Mapping[str, Any]) -> str:
    """The cheapest in one line: its sizes, its price, what it saves."""
    rows, left_out = result["candidates"], result["left_out"]
    many = f"{len(rows)} of {len(rows) + len(left_out)} pass"
    if not rows:
        return line(FAIL if any(one["failed_checks"] for one in left_out) else NO_ANSWER, many)
    first = rows[0]
    depends = "" if result["price_depends"] else "the price does not depend on the foundation"
    saves = first["saves_usd"]
    return line(
        first["verdict"],
        f"cheapest {first['name']}, {_size(first)}",
        f"{money(first['total_usd'])} USD",
        depends or ("" if saves is None else _saved(saves)),
        many,
    )


def _size(row: Row) -> str:
    side = "" if row["length_ft"] is None else f"{number(row['width_ft'])} ft wide, "
    return f"{side}{number(row['depth_ft'])} ft deep"


def _saved(saves: float) -> str:
    """What is saved against the project's own foundation.

    >>> _saved(12.5), _saved(0), _saved(-3)
    ('saves 12.50 USD', 'saves nothing', 'costs 3.00 USD more')
    """
    if not saves:
        return "saves nothing"
    return f"saves {money(saves)} USD" if saves > 0 else f"costs {money(-saves)} USD more"


def _table(rows: Sequence[Row], *, governed: bool = True) -> list[str]:
    columns = [
        ["→" if at == 1 else "" for at in range(len(rows))],
        [one_line(row["name"]) for row in rows],
        *(aligned([_number(row[name]) for row in rows])
          for name in ("width_ft", "depth_ft", "concrete_yd3")),
        *([_money(row.get(name)) for row in rows] for name in ("total_usd", "saves_usd")),
        [row["verdict"] for row in rows],
        *([[_governed(row) for row in rows]] if governed else []),
    ]  # fmt: skip
    columns = [[head, *cells] for head, cells in zip(_HEADINGS, columns, strict=False)]
    widths = [max(map(len, column)) for column in columns]
    lines = [
        _GAP.join(
            f"{cell:>{wide}}" if at in _RIGHT else f"{cell:<{wide}}"
            for at, (cell, wide) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in zip(*columns, strict=True)
    ]
    return [lines[0], "─" * max(map(len, lines)), *lines[1:]]


def _governed(row: Row) -> str:
    """What governs a candidate; of the project as it stands, what fails."""
    if "overrides" not in row:
        return one_line(", ".join(row["failed_checks"]))
    ratio = row["ratio"]
    return "" if ratio is None else one_line(f"{row['governed_by']} {number(ratio)}")


def _number(value: float | None) -> str:
    return "" if value is None else number(value)


def _money(value: float | None) -> str:
    return "" if value is None else money(value)


def _sentences(result: Mapping[str, Any]) -> Iterator[str]:
    rows, own = result["candidates"], result["own"]
    book = result["pricing_ref"]
    if not result["price_depends"]:
        yield (
            f"The price does not depend on the foundation: pricing_{book} asks for nothing of it. "
            "The order is that of the concrete; choose the shop's book with --pack pricing=REF."
        )
    elif result["ties"] > 1:
        many = f"{result['ties']} foundations cost the same"
        yield f"{many}: the first has the least concrete."
    if own["error"]:
        yield f"As it stands the project has no answer: {own['error']['detail']}."
    elif own["failed_checks"]:
        yield "As it stands the project fails, so that nothing is saved against it."
    if rows:
        yield f"The first is the project with {_settings(rows[0])}."
    why: dict[str, list[str]] = {}
    for row in result["left_out"]:
        why.setdefault(row["why"], []).append(row["name"])
    for words, names in why.items():
        yield f"Left out, {words}: {', '.join(names)}."
    yield f"Prices of pricing_{book}, of the whole project; all else as it stands."


def _settings(row: Row) -> str:
    """What sets a candidate on a command line."""
    changes = (
        f"--set {path}={'null' if value is None else one_line(str(value))}"
        for path, value in as_read(row["overrides"]).items()
    )
    return " ".join(changes) or "nothing changed"


def _block(row: Row, width: int) -> list[str]:
    """A foundation in lines, where there is no room for a table."""
    words = [f"{_size(row)}"] if row["depth_ft"] is not None else []
    words += [f"{number(row['concrete_yd3'])} yd³"] if row["concrete_yd3"] is not None else []
    words += [f"{_money(row['total_usd'])} USD"] if row["total_usd"] is not None else []
    words += [_saved(row["saves_usd"])] if row.get("saves_usd") is not None else []
    told = ", ".join([*words, row["verdict"], *filter(None, [_governed(row)])])
    return [
        one_line(row["name"]),
        *wrap(told, max(width, 40), initial_indent=_INDENT, subsequent_indent=_INDENT),
    ]
