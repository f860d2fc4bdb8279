"""apex project add: pieces of a project told by options, written as project set writes."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.cli import boundary
from apex_cli.project import store
from apex_cli.project.file import etag_of


@pytest.fixture(autouse=True)
def pylon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    boundary.run(["project", "new", "p.json", "--template", "two-pole", "-o", "answer.json"])
    return tmp_path / "p.json"


def read() -> dict[str, Any]:
    found = store.load("p.json")
    assert found.state == "sealed"
    return found.document


def add(*words: str) -> int:
    return boundary.run(["project", "add", words[0], "p.json", *words[1:], "--format", "table"])


CABINET = ("element", "--name", "Main ID", "--width", "12 ft", "--height", "5'-6\"", "--bottom",
           "4ft", "--thickness", "12in", "--weight", "600lb")  # fmt: skip


def test_a_cabinet_is_added_and_taken_away_again() -> None:
    before = read()["sign"]
    assert add(*CABINET) == 0
    assert read()["sign"]["elements"][1] == {
        "name": "Main ID", "width_ft": "12 ft", "height_ft": "5'-6\"", "bottom_ft": "4ft",
        "thickness_ft": "12in", "weight_psf": 600 / 66,
    }  # fmt: skip
    assert boundary.run(["project", "set", "p.json", "sign.elements.1=null"]) == 0
    assert read()["sign"] == before


def test_heights_and_addons() -> None:
    assert add("heights", "15", "9 m") == 0
    assert add("heights", "30ft") == 0
    assert read()["site"]["heights_ft"] == [15, "9 m", "30ft"]
    assert add("addon", "hard_copies") == 0
    boundary.run(["project", "set", "p.json", "packs.pricing=example-shop_v1",
                  "pricing.addons=[]"])  # fmt: skip
    assert add("addon", "crane", "--quantity", "6") == 0
    assert read()["pricing"] == {"addons": ["crane"], "quantity": 1, "inputs": {"crane": 6}}


def test_poles_layers_and_stages(capfd: pytest.CaptureFixture[str]) -> None:
    boundary.run(["project", "set", "p.json", "sign.poles=null", "soil=null"])
    assert add("layer", "--to", "4ft", "--class", "5") == 3
    assert "the last layer reaches down" in capfd.readouterr().err
    assert add("layer", "--class", "5") == 0
    assert add("layer", "--to", "4ft", "--class", "4") == 0
    assert read()["soil"]["layers"] == [{"to_ft": "4ft", "class": 4}, {"class": 5}]
    boundary.run(["project", "set", "p.json", "packs.sections=us_v1"])
    assert add("poles", "--count", "2", "--section", "PIPE9STD") == 3
    assert "did you mean" in capfd.readouterr().err
    assert add("poles", "--count", "2", "--section", "PIPE8STD", "--spacing", "8ft") == 0
    assert read()["sign"]["poles"]["spacing_ft"] == "8ft"
    assert add("poles", "--count", "2", "--section", "PIPE8STD") == 3


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("element", "--width", "3"), 2, "Missing option '--height'"),
        (("element", "--width", "3kg", "--height", "1", "--bottom", "0"), 3, "has the unit 'kg'"),
        ((*CABINET, "--outline", "odd"), 2, "'odd' is not one of"),
        (("addon", "crane"), 3, "unknown add-on"),
        (("addon", "calc_packet"), 3, "names 'calc_packet' twice"),
        (("addon", "hard_copies", "--quantity", "2"), 3, "asks for no such entry"),
        ((*CABINET, "--if-match", "0" * 64), 5, "etag"),
    ],
)  # fmt: skip
def test_what_is_refused_leaves_the_file(
    capfd: pytest.CaptureFixture[str], pylon: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    before = pylon.read_bytes()
    assert add(*words) == code
    assert said in capfd.readouterr().err
    assert pylon.read_bytes() == before


def test_an_amount_that_the_book_asks_for(capfd: pytest.CaptureFixture[str]) -> None:
    boundary.run(["project", "set", "p.json", "packs.pricing=null", "pricing=null"])
    assert add("addon", "crane") == 3
    assert "names no price book" in capfd.readouterr().err
    boundary.run(["project", "set", "p.json", "packs.pricing=example-shop_v1"])
    assert add("addon", "crane") == 3
    assert "Crane and crew: the project must say how much" in capfd.readouterr().err


def test_a_dry_run_writes_nothing(capfd: pytest.CaptureFixture[str], pylon: Path) -> None:
    before = pylon.read_bytes()
    assert add(*CABINET, "--dry-run") == 0
    assert '+        "name": "Main ID",' in capfd.readouterr().out
    assert pylon.read_bytes() == before


def test_a_frozen_project_stays(capfd: pytest.CaptureFixture[str], pylon: Path) -> None:
    document = json.loads(pylon.read_text("utf-8")) | {"status": "submitted"}
    pylon.write_text(json.dumps({**document, "etag": etag_of(document)}), "utf-8")
    assert add(*CABINET) == 5
    assert "submitted" in capfd.readouterr().err


def test_help_of_the_group_within_the_group(capfd: pytest.CaptureFixture[str]) -> None:
    assert boundary.run(["project", "add"]) == 0
    assert "  element     Add a cabinet to the sign.\n" in capfd.readouterr().out
    assert boundary.run(["project", "add", "element", "-h"]) == 0
    assert "Weight: the whole (600 lb), or per area (8 psf)." in capfd.readouterr().out
