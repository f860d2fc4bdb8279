"""Lines of a batch for the eyes: who, what came out."""

from collections.abc import Sequence
from typing import Any

from apex_cli.envelope.headline import HEADLINES
from apex_cli.render.text import number, one_line


def render(rows: Sequence[Sequence[Any]]) -> str:
    """One line a row of the summary: verdict, place, headline numbers or the error's code."""
    return "".join(_line(row) for row in rows)


def _line(row: Sequence[Any]) -> str:
    source, line, name, *_, code, error, _, failed, _ = row[: len(row) - len(HEADLINES)]
    numbers = row[len(row) - len(HEADLINES) :]
    where = f"{source}:{line}" if line is not None else str(source)
    told = [str(error)] if error else [f"{failed} failed checks"] if failed else []
    told += [
        f"{NUMBERS[name]} {number(value)}" for name, value in zip(HEADLINES, numbers, strict=True)
        if value is not None
    ]  # fmt: skip
    mark = "ok  " if code == 0 else "FAIL"
    return one_line(f"{mark}  {where}  {name or ''}  {', '.join(told)}") + "\n"


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
}
"""What the headline numbers are called on a line."""
