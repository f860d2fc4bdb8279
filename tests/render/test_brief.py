"""An answer in one line."""

from typing import Any

import pytest

from apex_cli.render.brief import brief, folded


def check(name: str, ratio: float | None, *, passed: bool = True) -> dict[str, Any]:
    return {"id": name, "ratio": ratio, "passed": passed}


POLES: dict[str, Any] = {"sign": {"poles": {"count": 1}}}


def review(code: str, penalty: float = 0.3) -> dict[str, Any]:
    return {"severity": "review", "code": code, "penalty": penalty}


def envelope(kind: str, result: Any, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "result": result, "error": None, "checks": [], "warnings": [],
            "trace": {"inputs": POLES}, **more}  # fmt: skip


PIER = {
    "type": "pier", "count": 1, "width_ft": 2.5, "length_ft": None, "depth_ft": 7.5,
    "required_depth_ft": 7.299, "governed_by": "lateral bearing",
}  # fmt: skip
SLAB = {
    "type": "spread", "count": 2, "width_ft": 5, "length_ft": 6, "depth_ft": 3.5,
    "required_depth_ft": 3, "governed_by": "sliding", "sliding": {"ratio": 0.686},
}  # fmt: skip
BASE = {"base": {"shear_lbf": 2405.47, "moment_kipft": 47.419}, "velocity_pressure_psf": 27.521}
STEEL = {"ratio": 0.824, "governed_by": "steel.interaction, opening"}


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (envelope("project", {"path": "a"}), "PASS"),
        (envelope("exposure", BASE), "PASS  shear 2,405 lbf · moment 47.4 kip-ft"),
        (
            envelope("exposure", {"base": None, "profile": [{"velocity_pressure_psf": 23.625}]}),
            "PASS  velocity pressure 23.6 psf",
        ),
        (
            envelope("exposure", {"base": None, "profile": [{"velocity_pressure_psf": 35.021},
                                                            {"velocity_pressure_psf": 23.625}]}),
            "PASS  velocity pressure 23.6 to 35 psf",
        ),
        (
            envelope("footing", PIER, checks=[check("a", 0.5)]),
            "PASS  pier 2.5 ft × 7.5 ft deep (needs 7.299) · 1 check",
        ),
        (envelope("footing", SLAB), "PASS  2 footings 5 × 6 ft, 3.5 ft deep (sliding 0.686)"),
        (
            envelope("all", {"exposure": BASE, "footing": PIER, "support": STEEL,
                             "pricing": {"total_usd": 235}},
                     checks=[check("a", 0.5)] * 5, warnings=[{"severity": "notice"}]),
            ("PASS  pier 2.5 ft × 7.5 ft deep (needs 7.299) · shear 2,405 lbf · moment 47.4 kip-ft "
             "· steel 0.824 (interaction at opening) · 235.00 USD · 5 checks · 1 remark"),
        ),
        (
            envelope("all", {"exposure": BASE}, checks=[check("a", 0.5)]),
            "PASS  poles not checked · shear 2,405 lbf · moment 47.4 kip-ft · 1 check",
        ),
        (envelope("all", {"exposure": BASE}),
         "PASS  loads only · shear 2,405 lbf · moment 47.4 kip-ft"),
        (
            envelope(
                "pricing", {"total_usd": 1235},
                checks=[check("a", 0.5), check("b", 1.2, passed=False),
                        check("b", 2.0, passed=False), check("c\n", None, passed=False)],
            ),
            "FAIL  b 200.0 %, c  · 1,235.00 USD · 3 of 4 checks fail",
        ),
        (
            envelope("footing", {}, checks=[check(name, 1.1, passed=False) for name in "abcde"]),
            "FAIL  a 110.0 %, b 110.0 %, c 110.0 %, 2 more · 5 of 5 checks fail",
        ),
        (
            envelope("footing", {}, warnings=[review("soil.soft")]),
            "REVIEW  1 remark to review, soil.soft · 1 remark",
        ),
        (
            envelope("footing", {}, warnings=[review("a.b"), review("c.d"), review("e.f", 0)]),
            "REVIEW  2 remarks to review, first a.b · 3 remarks",
        ),
        (
            envelope("footing", {}, warnings=[{**review("a.b", 0), "accepted": {"by": "J"}}]),
            "PASS  1 remark accepted",
        ),
        ({"error": {"detail": "no\nsoil", "code": "x.y"}}, "NO ANSWER  no soil [x.y]"),
    ],
)  # fmt: skip
def test_verdict_and_numbers(made: dict[str, Any], line: str) -> None:
    assert brief(made) == line


def test_a_line_is_broken_between_numbers_and_never_in_one() -> None:
    line = "FAIL  steel.interaction 158.6 % · pier 2.5 ft × 7.5 ft deep (needs 7.299) · 2 of 8"
    for width in range(20, 100):
        lines = folded(line, width)
        assert " ".join(part.strip() for part in lines) == line
        assert all(len(part) <= max(width, 33) for part in lines)
        for whole in ("158.6 %", "2.5 ft", "7.5 ft", "(needs 7.299)", "2 of 8"):
            assert any(whole in part for part in lines)
