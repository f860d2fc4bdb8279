"""Lines of a batch for the eyes: every headline number has its word."""

from typing import Any

from apex_cli.batch.calculator import Done
from apex_cli.batch.stream import Tally
from apex_cli.batch.summary import COLUMNS, failures, row, with_margin
from apex_cli.batch.summary import NUMBERS as COUNTED
from apex_cli.render.batch import NUMBERS, render


def test_every_headline_number_has_its_word() -> None:
    assert tuple(NUMBERS) == COUNTED


def test_a_sign_at_a_building_has_its_numbers_behind_those_of_others() -> None:
    found = {"at_wall": {"outward_lbf": 900, "along_lbf": None}, "anchors": {"tension_lbf": 210.5}}
    envelope: dict[str, Any] = {
        "kind": "exposure", "result": {"velocity_pressure_psf": 30, **found}, "error": None,
        "confidence": 1, "content_sha256": "ab", "trace": {"inputs_sha256": "cd"}, "warnings": [],
        "checks": [],
        "meta": {
            "source": "a.json", "line": None, "project": dict.fromkeys(("id", "name", "site")),
        },
    }  # fmt: skip
    made = row(envelope, 0)
    assert COLUMNS.index("total_usd") < COLUMNS.index("outward_lbf")
    assert dict(zip(COLUMNS, made, strict=True))["anchor_tension_lbf"] == 210.5
    assert render([made]).endswith("q psf 30, off the wall lbf 900, anchor T lbf 210.5")


def test_a_support_says_how_far_it_is_used_and_what_it_weighs() -> None:
    told = {"source": "a.json", "id": "pole", "exit_code": 1, "failed_checks": 2}
    told |= {"verdict": "FAIL", "steel_ratio": 1.2, "pole_lbf": 1944}
    line = render([tuple(told.get(name) for name in COLUMNS)])
    assert line == "FAIL       a.json  pole  2 failed checks, steel 1.2, poles lbf 1,944"


def test_a_row_names_project_site_and_verdict() -> None:
    project = {"id": "pole", "name": "Pole, “north”", "customer": None, "site": "Main Street"}
    envelope: dict[str, Any] = {
        "kind": "footing", "result": {"depth_ft": 8}, "error": None, "confidence": 1,
        "content_sha256": "ab", "trace": {"inputs_sha256": "cd"}, "warnings": [],
        "checks": [{"passed": False}],
        "meta": {"source": "sites.csv", "line": 3, "project": project},
    }  # fmt: skip
    told = dict(zip(COLUMNS, row(envelope, 1), strict=True))
    assert (told["name"], told["site"]) == ("Pole, “north”", "Main Street")
    assert (told["verdict"], told["exit_code"], told["depth_ft"]) == ("FAIL", 1, 8)
    assert failures(envelope) == ()
    other = {**envelope, "meta": {**envelope["meta"], "project": {**project, "name": "B"}}}
    assert with_margin(row(envelope, 1), other["meta"]) == row(other, 1)


def test_reasons_are_few_then_counted() -> None:
    tally = Tally()
    for n in range(3):
        tally.add(Done(b"", [], [3] * 6, 0, tuple(f"{n}.{m}" for m in range(6))))
    assert tally.reasons() == [
        *(f"0.{m}" for m in range(6)), *(f"1.{m}" for m in range(4)), "and 8 more that failed",
    ]  # fmt: skip
    assert Tally().reasons() == []
