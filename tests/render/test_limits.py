"""The table of limits: nothing shown fails, nothing is cut, the verdict stands first and last."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.limits import limits
from apex_cli.cli import boundary
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.brief import folded
from apex_cli.render.limits import brief, ends, render

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def result() -> dict[str, Any]:
    given = json.loads((EXAMPLES / "pole-sign.json").read_bytes())
    paths = ["site", "footing", "soil", "sign.poles.count", "packs.footing"]
    found: dict[str, Any] = limits(given, Catalogue(), paths).result
    return found


@pytest.mark.parametrize(
    ("value", "least", "greatest", "shown"),
    [
        (109, None, 113.3915, ("", "113.3")),
        (2.5, 2.320501, None, ("2.321", "")),
        (8.5, 8.4999999, 8.50000001, ("8.5", "8.5")),
        (115.2345, 115.2344, 115.23456, ("115.2344", "115.2345")),
        (1000, 12.3, 1056123.2, ("12.3", "1,056,123")),
        (960, -1222.2545, None, ("-1,222", "")),
        (0.0, -0.5123456, 0.0123456, ("-0.5123", "0.01234")),
        (3, 2, 3, ("2", "3")),
        (1.0, 0.99999991234567, 1.0000000000000002, ("1", "1")),
    ],
)
def test_ends_are_rounded_into_what_passes(
    value: float, least: float | None, greatest: float | None, shown: tuple[str, str]
) -> None:
    row = {"value": value, "passes": True, "passes_from": least, "passes_to": greatest}
    assert ends(row) == shown


def test_of_what_fails_the_interval_bounds_what_is_shown() -> None:
    row = {"value": 6, "passes": False, "passes_from": 7.29912, "passes_to": 7.29933}
    assert ends(row) == ("7.2992", "7.2993")
    narrow = {**row, "passes_from": 0.1 + 0.2, "passes_to": 0.1 + 0.2}
    assert ends(narrow) == ("0.30000000000000004", "0.30000000000000004")


@pytest.mark.parametrize("width", [40, 60, 100])
def test_the_verdict_stands_first_and_last(result: dict[str, Any], width: int) -> None:
    text = render(result, width=width)
    first = "PASS  nearest: footing.depth_ft 7.5 ft passes from 7.3 to 42.6 (pier.depth)"
    assert brief(result) == first
    assert text.startswith("\n".join(folded(first, width)) + "\n\n")
    assert text.endswith("\n\n" + "\n".join(folded(first, width)) + "\n")
    assert max(map(len, text.splitlines())) <= width
    assert "site.wind_speed_mph" in text
    assert "113.3" in text
    assert "[C ✓]" in text
    assert "5 ✗" in text
    assert "broms-clay_v1 no answer" in text
    assert "no answer: project.invalid" in " ".join(text.split())


def test_in_si_no_end_that_is_shown_fails(result: dict[str, Any]) -> None:
    text = render(result, width=200, si=True)
    assert "PASS  nearest: footing.depth_ft 2.286 m passes from 2.225 to 12.98 (" in text
    assert "Good up to 50 m/s (" in text
    assert "ground elevation 292.6 m;" in text
    assert "\x1b[1;32mPASS" in render(result, width=200, color=True)


def test_sentences(result: dict[str, Any]) -> None:
    text = " ".join(render(result, width=1000).split())
    assert (
        "Good up to 113 mph (ASCE/SEI 7-22, IBC 2024; Exposure C, Kzt 1, ground elevation 960 ft; "
        "everything else as it stands)." in text
    )
    assert "Held as the answer builds it: footing.depth_ft = 7.5 (--free: solved again" in text
    assert "No value that its field takes makes a check fail: footing.pressure_increase." in text
    assert "Every choice passes: footing.shape, footing.constraint, footing.depth_limit." in text
    assert "Checked: pier.depth, pier.minimum_depth, " in text
    assert "Not checked: strength of the cabinets, " in text
    assert render(result, width=90, ascii_only=True).isascii()


def test_what_no_number_mends() -> None:
    """And several intervals, one of them closed on no side."""
    row = {
        "path": "a.b", "value": 1, "unit": None, "passes": False, "passes_from": None,
        "passes_to": None, "first_to_fail": None, "factor": None, "intervals": [],
        "below": None, "above": None,
    }  # fmt: skip
    result = {
        "verdict": "FAIL", "limits": [row], "categories": [], "checked": ["x.y"],
        "not_checked": [], "held": [],
        "under": {"standards": ["IBC 2024"]},
    }  # fmt: skip
    text = render(result, width=100)
    assert text.startswith("FAIL  no number that was moved alone makes a check pass\n")
    assert "No value of it, alone, makes every check pass: a.b." in text
    several = {**row, "path": "site.wind_speed_mph", "passes_to": 2.55555, "intervals":
               [[None, 2.55555], [3.2, 4.1], [5, None]], "first_to_fail": "x.y",
               "unit": "mph"}  # fmt: skip
    text = render({**result, "limits": [several]}, width=100)
    assert "FAIL  nearest to pass: site.wind_speed_mph 1 mph passes up to 2.555 (x.y)" in text
    assert "in more than one interval: up to 2.555; from 3.2 to 4.1; from 5 up." in text
    assert "Good up to 2 mph (IBC 2024; everything else as it stands)." in text
    text = render({**result, "verdict": "PASS", "limits": []}, width=100)
    assert text.startswith("PASS  no number that was moved alone makes a check fail\n")


def test_the_command(capfd: pytest.CaptureFixture[str]) -> None:
    """Exit 0 where the project passes, 1 where it fails."""
    words = ["limits", str(EXAMPLES / "bare-footing.json"), "loads.height_ft"]
    assert boundary.run([*words, "--format", "json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["kind"], len(told["result"]["limits"])) == ("limits", 1)
    assert told["assumptions"]
    assert boundary.run([*words, "--free", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)["result"]["held"] == []
    assert boundary.run([*words, "--set", "footing.depth_ft=7", "--format", "table"]) == 1
    assert capfd.readouterr().out.startswith("FAIL  nearest to pass: loads.height_ft 15 ft ")
