"""In which forms answers are written: a literal table, each row loading what it writes with."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from apex_cli.render.text import ascii_only as to_ascii
from apex_cli.version import __version__


class Sheet(NamedTuple):
    """What a table is written on.

    Args:
        width: Columns to fill.
        color: Whether to colour it.
        ascii_only: Whether its reader knows nothing but ASCII.
        explain: Whether there is room for every step.
        where: Whether steps and terms are told in words too.
        verbose: Whether there is room for all but the steps.
        screen: Whether it is a terminal, which breaks longer lines anywhere.
        si: Whether numbers are shown in SI.
    """

    width: int = 100
    color: bool = False
    ascii_only: bool = False
    explain: bool = False
    where: bool = False
    verbose: bool = False
    screen: bool = False
    si: bool = False


Form = Callable[[Any, Sheet], str | bytes]
"""Makes text of a result, or of an envelope."""


def _in(module: str) -> Any:
    return import_module(f"apex_cli.render.{module}")


def _line(text: str, sheet: Sheet) -> str:
    """Lines of verdicts; they are broken where a terminal would, but in no number."""
    width = sheet.width if sheet.screen else 0
    return str(
        _in("brief").written(text, width=width, color=sheet.color, ascii_only=sheet.ascii_only)
    )


def _on(sheet: Sheet) -> dict[str, Any]:
    """What a table of many answers asks of its sheet."""
    return {"width": sheet.width, "color": sheet.color, "ascii_only": sheet.ascii_only,
            "si": sheet.si}  # fmt: skip


ENVELOPE: Mapping[str, Form] = {
    "json": lambda envelope, _: _in("json").pretty(envelope),
    "table": lambda envelope, sheet: _in("table").render(envelope, sheet),
    "brief": lambda envelope, sheet: _line(_in("brief").brief(envelope, si=sheet.si), sheet),
}
"""The forms of every envelope."""

RESULTS: Mapping[str, Mapping[str, Form]] = {
    "check": {
        "table": lambda result, sheet: _in("check").render(
            result["rows"], verbose=sheet.verbose, ascii_only=sheet.ascii_only
        ),
        "jsonl": lambda result, _: b"".join(map(_in("json").line, result["rows"])),
        "junit": lambda result, _: _in("junit").render(result["rows"]),
        "sarif": lambda result, _: _in("json").pretty(
            _in("sarif").render(result["rows"], __version__)
        ),
        "github": lambda result, _: _in("github").render(result["rows"]),
    },
    "diff": {
        "table": lambda result, sheet: _in("difference").render(
            result, width=sheet.width, ascii_only=sheet.ascii_only, verbose=sheet.verbose
        )
    },
    "review": {
        "table": lambda result, sheet: _in("review").render(
            result, width=sheet.width, ascii_only=sheet.ascii_only, verbose=sheet.verbose
        ),
        "brief": lambda result, sheet: _line(_in("review").brief(result), sheet),
    },
    "selftest": {
        "table": lambda result, sheet: _in("audit").agreed(
            result, verbose=sheet.verbose, ascii_only=sheet.ascii_only
        )
    },
    "impact": {
        "table": lambda result, sheet: _in("audit").effects(result["impact"], verbose=sheet.verbose)
    },
    "verify": {"table": lambda result, _: _in("audit").verdicts(result["envelopes"])},
    "doctor": {"table": lambda result, _: _in("audit").examined(result["examined"])},
    "proofs": {
        "table": lambda result, _: _in("audit").examined(
            {"what": row["name"], "healthy": row["passed"], "detail": row["detail"]}
            for row in result["packs"]
        )
    },
    "pack": {"table": lambda result, sheet: _in("packs").render(result["pack"], width=sheet.width)},
    "sections": {"table": lambda result, sheet: _in("sections").render(result, width=sheet.width)},
    "keys": {"table": lambda result, sheet: _in("keys").render(result["keys"], width=sheet.width)},
    "topic": {"table": lambda result, sheet: _in("manual").topic(result["topic"], sheet.width)},
    "codes": {"table": lambda result, sheet: _in("codes").listed(result["codes"], sheet.width)},
    "sweep": {
        "table": lambda result, sheet: _in("sweep").table(result, **_on(sheet)),
        "csv": lambda result, _: _in("csv").points(result),
        "brief": lambda result, sheet: _line(_in("sweep").brief(result, si=sheet.si), sheet),
    },
    "compare": {
        "table": lambda result, sheet: _in("cases").render(result, **_on(sheet)),
        "brief": lambda result, sheet: _line(_in("cases").brief(result, si=sheet.si), sheet),
    },
    "bom": {
        "table": lambda result, sheet: _in("bom").render(
            result,
            width=sheet.width,
            color=sheet.color,
            ascii_only=sheet.ascii_only,
            verbose=sheet.verbose,
        ),
        "csv": lambda result, _: _in("bom").csv(result),
        "brief": lambda result, sheet: _line(_in("bom").brief(result), sheet),
    },
    "cheapest": {
        "table": lambda result, sheet: _in("cheapest").render(
            result, width=sheet.width, color=sheet.color, ascii_only=sheet.ascii_only
        ),
        "brief": lambda result, sheet: _line(_in("cheapest").brief(result), sheet),
    },
    "limits": {
        "table": lambda result, sheet: _in("limits").render(result, **_on(sheet)),
        "brief": lambda result, sheet: _line(_in("limits").brief(result, si=sheet.si), sheet),
    },
    "batch": {
        "table": lambda chunk, sheet: _line(_in("batch").render(chunk.rows), sheet),
        "json": lambda chunk, _: chunk.lines,
        "brief": lambda chunk, sheet: _line(_in("batch").brief(chunk.lines), sheet),
    },
}
"""The forms that a kind of result has of its own; in any other it is written as an envelope."""


def written(form: Form, result: Any, sheet: Sheet) -> bytes:
    """A result in a form, as bytes; what is not Unicode in it (a file's name) is replaced."""
    text = form(result, sheet)
    if isinstance(text, bytes):
        return text
    return (to_ascii(text) if sheet.ascii_only else text).encode("utf-8", "replace")
