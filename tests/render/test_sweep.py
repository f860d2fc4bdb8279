"""A sweep for the eyes: no number is cut, and the line says what came of it."""

from typing import Any

import pytest

from apex_cli.envelope.headline import HEADLINES
from apex_cli.render.sweep import brief, table

PATH = "sign.poles.section"


def row(value: str, passes: bool | None, **numbers: float) -> dict[str, Any]:
    told = dict.fromkeys(HEADLINES) | {"velocity_pressure_psf": 27.521, **numbers}
    failed = ["steel.interaction"] if passes is False else []
    error = "project.invalid" if passes is None else None
    return {"values": {PATH: value}, "passes": passes, "failed_checks": failed, "error": error,
            **told}  # fmt: skip


ROWS = [
    row("PIPE8STD", False, shear_lbf=2354.47, pole_lbf=686.4),
    row("PIPE10STD", True, shear_lbf=12405.471, pole_lbf=972),
    row("PIPE12STD", None),
]


def swept(rows: list[dict[str, Any]]) -> dict[str, Any]:
    passing = [n for n, one in enumerate(rows) if one["passes"]]
    return {
        "axes": [{"path": PATH}], "rows": rows, "passing": len(passing),
        "failed": sum(one["passes"] is None for one in rows),
        "cheapest": passing[0] if passing else None, "cheapest_by": "pole_lbf",
    }  # fmt: skip


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("width", [24, 40, 60, 80, 120, 200])
def test_no_digit_is_cut_at_any_width(width: int, ascii_only: bool) -> None:
    text = table(swept(ROWS), width=width, ascii_only=ascii_only)
    for whole in ("2,354.47", "686.4", "12,405.471", "972", "27.521", "PIPE12STD", "project"):
        assert whole in text
    assert max(map(len, text.splitlines())) <= max(width, 40)
    assert ("#" if ascii_only else "█") in text or width < 80
    assert text.isascii() is ascii_only


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (ROWS, (f"PASS  cheapest {PATH} = PIPE10STD · pole 972 lbf · 1 of 3 pass · "
                "1 without an answer")),
        (ROWS[1:2], f"PASS  cheapest {PATH} = PIPE10STD · 1 of 1 pass"),
        (ROWS[:1], "FAIL  0 of 1 pass"),
        (ROWS[2:], "NO ANSWER  0 of 1 pass · 1 without an answer"),
    ],
)  # fmt: skip
def test_the_line_of_a_sweep(rows: list[dict[str, Any]], line: str) -> None:
    assert brief(swept(rows)) == line
    lines = table(swept(rows), width=200, ascii_only=False).splitlines()
    assert lines[0] == lines[-1] == line


@pytest.mark.parametrize("si", [False, True])
def test_each_number_is_told_once(*, si: bool) -> None:
    text = table(swept([{**row, "total_usd": 235} for row in ROWS]), width=200, si=si)
    assert text.count("total 235.00 USD") == 1


def test_a_sweep_in_si() -> None:
    rows = swept(ROWS)
    text = table(rows, width=120, si=True)
    assert brief(rows, si=True).startswith(f"PASS  cheapest {PATH} = PIPE10STD · pole 4.324 kN · ")
    assert "pressure 1.318 kPa" in text
    assert "972" not in text
