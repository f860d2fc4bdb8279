"""Lines of a batch for the eyes: who, what came out."""

from collections.abc import Sequence
from typing import Any

from apex_cli.render.text import number, one_line


def render(rows: Sequence[Sequence[Any]]) -> str:
    """One line a row of the summary: verdict, place, headline numbers or the error's code."""
    return "".join(_line(row) for row in rows)


def _line(row: Sequence[Any]) -> str:
    source, line, name, _, _, _, code, error, _, failed, *numbers = row
    verdict = "ok  " if code == 0 else "FAIL"
    where = f"{source}:{line}" if line is not None else str(source)
    told = [str(error)] if error else [f"{failed} failed checks"] if failed else []
    told += [
        f"{label} {number(value)}" for label, value in zip(_NUMBERS, numbers, strict=True)
        if value is not None
    ]  # fmt: skip
    return one_line(f"{verdict}  {where}  {name or ''}  {', '.join(told)}") + "\n"


_NUMBERS = (
    "q psf", "V lbf", "M kip-ft", "width ft", "depth ft", "concrete yd³", "steel ratio", "pole lbf",
    "USD",
)  # fmt: skip
"""Labels of the headline numbers, in the summary's order."""
