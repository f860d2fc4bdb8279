"""An answer in one line."""

from typing import Any

import pytest

from apex_cli.render.brief import brief


def check(name: str, ratio: float | None, *, passed: bool = True) -> dict[str, Any]:
    return {"id": name, "ratio": ratio, "passed": passed}


def envelope(kind: str, result: Any, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "result": result, "error": None, "checks": [], "warnings": [], **more}


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (envelope("exposure", {}), "PASS"),
        (
            envelope("exposure", {"base": {"shear_lbf": 3210.5, "moment_kipft": 80}}),
            "PASS  shear 3,210.5 lbf, moment 80 kip-ft",
        ),
        (
            envelope("footing", {"depth_ft": 4}, checks=[check("a", 0.5), check("b", 0.973)]),
            "PASS  b 97.3 %, 4 ft deep",
        ),
        (
            envelope(
                "pricing", {"total_usd": 235},
                checks=[check("a", 0.5), check("b", 2.0, passed=False),
                        check("c\n", None, passed=False)],
            ),
            "FAIL  b 200.0 %, c , 235.00 USD",
        ),
        (
            envelope("footing", {}, warnings=[{"severity": "review", "penalty": 0.3}]),
            "REVIEW  1 warning",
        ),
        (
            envelope("footing", {}, warnings=[{"severity": "review", "penalty": 0},
                                              {"severity": "warning", "penalty": 0.1},
                                              {"severity": "warning", "penalty": 0.1}]),
            "PASS  2 warnings",
        ),
        ({"error": {"detail": "no\nsoil", "code": "x.y"}}, "NO ANSWER  no soil [x.y]"),
    ],
)  # fmt: skip
def test_verdict_and_numbers(made: dict[str, Any], line: str) -> None:
    assert brief(made) == line
