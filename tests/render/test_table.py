"""An envelope for the eyes: the verdict first and last, no number cut at any width."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from apex_cli.envelope.headline import headline
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.checked import FEW, shown
from apex_cli.render.forms import Sheet
from apex_cli.render.table import render
from apex_cli.render.text import cell, number
from apex_cli.run.chain import run
from apex_cli.vocabulary import CalculationKind

EXAMPLES = Path(__file__).parents[2] / "examples"
PLATE = "pole-sign-plate"
WIDTHS = (20, 30, 40, 80, 120, 200)


@cache
def answered(name: str = PLATE, kind: CalculationKind = "all") -> dict[str, Any]:
    document = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    return run(kind, document, Catalogue())


def numbers(value: Any, name: str = "") -> Iterator[str]:
    """Every number of a result, as a table has it."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from numbers(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from numbers(one, name)
    elif isinstance(value, int | float):
        yield cell(name, value)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_digit_is_cut_at_any_width(width: int) -> None:
    envelope = answered()
    plain = render(envelope, Sheet(width, verbose=True, ascii_only=True))
    assert max(map(len, plain.splitlines())) <= max(width, 33)
    text = render(envelope, Sheet(width, verbose=True))
    for check in envelope["checks"]:
        assert {number(check["demand"]), number(check["capacity"])} <= {*text.split()}
    for one in numbers(envelope["result"]):
        assert one in text
    assert max(map(len, text.splitlines())) <= max(width, 33)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_numbers_are_there_without_asking(width: int) -> None:
    for envelope in (answered(), answered("two-pole-pylon"), answered("monument-sign")):
        text = render(envelope, Sheet(width))
        for name, value in headline(envelope["kind"], envelope["result"]).items():
            assert value is None or cell(name, value) in text.split()
        assert all(one["code"] in "".join(text.split()) for one in envelope["warnings"])


def test_the_verdict_is_the_first_line_and_the_last() -> None:
    lines = render(answered(), Sheet(400)).splitlines()
    assert lines[0] == lines[-1]
    assert lines[0].startswith("PASS  pier 3 ft × 7 ft deep (needs 6.831) · shear 2,405 lbf · ")
    assert render(answered(), Sheet(80, color=True)).startswith("\x1b[1;32mPASS\x1b[0m  pier")
    assert render(answered(), Sheet(80, ascii_only=True)).isascii()


def test_what_fails_is_told_first_and_what_is_not_told_is_counted() -> None:
    checks = [{**one, "n": n} for n, one in enumerate(answered()["checks"])]
    checks[20] = {**checks[20], "passed": False, "ratio": 1.5}
    checks[30] = {**checks[30], "passed": False, "ratio": None}
    told, rest = shown(checks, every=False)
    assert [one["n"] for one in told[:2]] == [30, 20]
    assert len(told) == FEW
    assert len(told) + len(rest) == len(checks)
    failed = [{**one, "passed": False} for one in checks]
    assert shown(failed, every=False) == (sorted(failed, key=lambda one: (
        one["ratio"] is not None, -(one["ratio"] or 0))), [])  # fmt: skip
    envelope = {**answered(), "checks": checks}
    assert f"and {len(rest)} more that pass" in render(envelope, Sheet(80))
    assert "more that pass" not in render(envelope, Sheet(80, verbose=True))
    for width in (30, 80):
        text = render(envelope, Sheet(width))
        assert text.startswith("FAIL  ")
        assert text.index("✗ 150 %") < text.index("✓ ")
    assert "2 of 48 fail" in text


def test_the_end_says_how_to_see_the_rest() -> None:
    for width, row in ((60, "tables     all are tables from"), (200, "confidence 1")):
        assert f"\n  {row}" in render(answered(), Sheet(width, verbose=True))
    assert "\n  tables " not in render(answered(), Sheet(200, verbose=True))
    assert "not checked, tables: -v." in render(answered(), Sheet(100))
    assert "--explain" not in render(answered("pole-sign"), Sheet(100, explain=True))


def test_what_was_asked_for_alone_is_shown_whole() -> None:
    profile = render(answered("heights-profile", "exposure"), Sheet(80))
    assert profile.startswith("PASS  velocity pressure 23.6 to 35 psf\n")
    assert "31.408" in profile
    price = render(answered(kind="pricing"), Sheet(80))
    assert "\nLine items\n" in price
    assert "\nLine items\n" not in render(answered(), Sheet(80))


def test_a_remark_that_is_accepted_comes_last() -> None:
    items = [
        {"code": code, "severity": severity, "message": code.upper(), "clause": "", "penalty": 0,
         "accepted": accepted}
        for code, severity, accepted in (
            ("a.a", "notice", None), ("b.b", "review", {"reason": "seen", "by": "J"}),
            ("c.c", "review", None), ("d.d", "warning", None),
        )
    ]  # fmt: skip
    text = render({**answered(), "warnings": items}, Sheet(80))
    places = [text.index(f"{name}.{name}]") for name in "cdab"]
    assert places == sorted(places)
    assert "Accepted by J: seen" in text
