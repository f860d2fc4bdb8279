"""Lines of a batch for the eyes: who, what came out."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from apex_cli.envelope.verdict import Verdict
from apex_cli.render.brief import BETWEEN
from apex_cli.render.brief import brief as brief_of
from apex_cli.render.text import number, one_line

_LONGEST = max(map(len, get_args(Verdict)))


def render(rows: Sequence[Sequence[Any]]) -> str:
    """One line a row of the summary: verdict, place, headline numbers or the error's code."""
    return "\n".join(map(_line, rows))


def brief(lines: bytes) -> str:
    """The line of each envelope of a stream, whose it is after the verdict."""
    return "\n".join(_brief(json.loads(text)) for text in lines.splitlines())


def _brief(envelope: Mapping[str, Any]) -> str:
    meta = envelope["meta"]
    where = meta["source"] if meta["line"] is None else f"{meta['source']}:{meta['line']}"
    first, _, rest = brief_of(envelope).partition("  ")
    return f"{first:<{_LONGEST}}  {one_line(where)}{BETWEEN}{rest}".rstrip()


def _line(row: Sequence[Any]) -> str:
    source, line, name, *_, error, _, failed, verdict = row[: -len(NUMBERS)]
    where = f"{source}:{line}" if line is not None else str(source)
    told = [str(error)] if error else [f"{failed} failed checks"] if failed else []
    told += [
        f"{words} {number(value)}"
        for words, value in zip(NUMBERS.values(), row[-len(NUMBERS) :], strict=True)
        if value is not None
    ]
    return one_line(f"{verdict:<{_LONGEST}}  {where}  {name or ''}  {', '.join(told)}")


NUMBERS = {
    "velocity_pressure_psf": "q psf",
    "shear_lbf": "V lbf",
    "moment_kipft": "M kip-ft",
    "width_ft": "width ft",
    "depth_ft": "depth ft",
    "concrete_yd3": "concrete yd³",
    "steel_ratio": "steel",
    "pole_lbf": "poles lbf",
    "total_usd": "USD",
    "outward_lbf": "off the wall lbf",
    "along_lbf": "along the wall lbf",
    "turn_kipft": "turn kip-ft",
    "roof_shear_lbf": "roof V lbf",
    "roof_moment_kipft": "roof M kip-ft",
    "uplift_lbf": "uplift lbf",
    "anchor_tension_lbf": "anchor T lbf",
    "anchor_shear_lbf": "anchor V lbf",
}
"""What the numbers of a row are called on a line, in the order of its last columns."""
