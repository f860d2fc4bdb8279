"""Bills of material: against numbers by hand, and nothing invented."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli import bom
from apex_cli.errors import ApexError, InvalidInput, UsageError
from apex_cli.material.bill import Wish, bill, exit_code
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import apply, assignment
from apex_cli.render import bom as shown

EXAMPLES = Path(__file__).parents[2] / "examples"
CATALOGUE = Catalogue()


def document(name: str, *settings: str) -> dict[str, Any]:
    read = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    return apply(read, map(assignment, settings))


def found(*documents: dict[str, Any], sticks: tuple[str, ...] = (), waste: float = 0) -> Any:
    readings = [(f"{n}.json", lambda one=one: one) for n, one in enumerate(documents)]
    return bill(readings, CATALOGUE, Wish(sticks, waste))


def lines(name: str, *settings: str, waste: float = 0) -> dict[str, dict[str, Any]]:
    """The lines of one project, by what they are for."""
    result, _ = found(document(name, *settings), waste=waste)
    return {row["part"]: row for row in result["projects"][0]["lines"]}


def lacks(name: str, *settings: str) -> dict[str, str]:
    result, _ = found(document(name, *settings))
    return {row["what"]: row["why"] for row in result["not_included"][:-4]}


def test_a_sign_on_a_plate_by_hand() -> None:
    """By hand, of examples/pole-sign-plate.json, two signs of it.

    Pole: 24 ft of 40.52 lbf/ft, 972.48 lbf. Plate: 18 x 18 x 1.5 = 486 in3 of 490 pcf, 137.81 lbf.
    Rods: 36 in embedded + 1.25 standoff + 1.5 plate + 3 x 1.25 above = 42.5 in; pi/4 1.25^2 =
    1.2272 in2; 4 x 1.2272 x 42.5 / 1728 x 490 = 59.16 lbf; nuts above and below the plate, 8.
    Pier: pi/4 3^2 x 7 / 27 = 1.8326 yd3; with 5 % 1.924, in quarters 2.00; two signs 4.00 (were
    they ordered together, 3.849 would be 4.00 too). Bars: 10 of #7, 7 ft less 2 x 3 in = 6.5 ft,
    65 ft of 2.044, 132.86 lbf. Ties: ten of #4, on a circle of 36 - 6 - 0.5 = 29.5 in, pi x 29.5 +
    18 in of overlap = 110.68 in = 9.223 ft. Cabinet: 10 x 6 = 60 ft2 of 8 psf, 480 lbf.
    """
    row = lines("pole-sign-plate", "pricing.quantity=2", waste=5)
    told = {
        part: [one[name] for name in ("count", "length_ft", "quantity", "unit", "weight_lbf")]
        for part, one in row.items()
    }
    assert told == {
        "pole": [2, 24, 48, "ft", 1944.96],
        "base plate": [2, None, 2, "each", 275.625],
        "rod": [8, 3.542, 8, "each", pytest.approx(118.316, abs=2e-3)],
        "nut": [16, None, 16, "each", None],
        "in place": [2, None, 3.665, "yd3", pytest.approx(2 * 7422.013, abs=2e-3)],
        "to order": [None, None, 4, "yd3", None],
        "vertical": [20, 6.5, 130, "ft", 265.72],
        "tie": [20, 9.223, pytest.approx(184.46, abs=5e-3), "ft", pytest.approx(123.22, abs=5e-3)],
        "cabinet": [2, None, 120, "ft2", 960],
    }
    assert row["rod"]["item"] == "rod 1.25 in, ASTM F1554 grade 55, 42.5 in long"
    assert lacks("pole-sign-plate") == {
        "washers, and heads at the lower end of the rods": "the project does not say which"
    }


def test_a_pipe_whose_foot_nobody_told_by_hand() -> None:
    """By hand, of examples/pole-sign-support.json.

    Pole: 24 ft of 40.5 lbf/ft, 972 lbf, longer than a single random length of pipe, so from one of
    42 ft with 18 left. Pier: pi/4 2.5^2 x 7.5 / 27 = 1.3635 yd3, ordered 1.50.
    """
    result, _ = found(document("pole-sign-support"))
    row = {one["part"]: one for one in result["projects"][0]["lines"]}
    assert [row["pole"][name] for name in ("length_ft", "weight_lbf")] == [24, 972]
    assert [row[name]["quantity"] for name in ("in place", "to order")] == [1.364, 1.5]
    (stick,) = result["sticks"]
    assert stick["cuts"] == [
        {"stick_ft": 42, "count": 1, "pieces": [{"length_ft": 24, "count": 1}], "drop_ft": 18}
    ]
    assert (stick["bought_lbf"], stick["status"]) == (42 * 40.5, "memory")
    assert lacks("pole-sign-support").keys() == {
        "what of the poles stands below grade", "base plates and anchor rods",
        "strength of the concrete", "reinforcement of the foundation",
    }  # fmt: skip


def test_a_pole_in_concrete_and_what_the_pier_stands_above_grade() -> None:
    embedded = lines("pole-sign-embedded")["pole"]
    assert (embedded["length_ft"], embedded["weight_lbf"]) == (24 + 5, 29 * 40.5)
    high = lines("pole-sign-embedded", "footing.reveal_ft=0.5")["pole"]
    assert (high["length_ft"], "0.5 ft of it above grade" in high["note"]) == (28.5, True)
    given = lines("pole-sign-support", "footing.pole_embedment_ft=4")["pole"]
    assert given["length_ft"] == 28


def test_laps_are_in_both_pieces() -> None:
    row = lines("stepped-pylon")
    assert [row[f"stage {n}"]["length_ft"] for n in (1, 2)] == [16, 17]  # 30 ft and 3 ft of lap
    assert row["stage 1"]["note"].endswith("stage 2 goes 3 ft into it")


@pytest.mark.parametrize(
    ("name", "setting", "what", "why"),
    [
        ("pole-sign-plate", "support.base.bearing=grouted", "grout", "its thickness"),
        ("pole-sign-plate", "support.base.plate=null", "base plates", "support.base.plate"),
        ("pole-sign-plate", "support.base.plate=null", "length of the anchor rods", "thickness_in"),
        ("pole-sign-plate", "support.base.rods=null", "anchor rods", "support.base.rods"),
        ("pole-sign-plate", "support.base.bearing=null", "nuts of the anchor rods", "bearing"),
        ("pole-sign-plate", "support.pier.bars=null", "reinforcement of the foundation", "pier"),
        ("pole-sign-embedded", "support.pier.ties=null", "ties of the pier", "support.pier.ties"),
        ("pole-sign", "sign.poles.weight_plf=null",
         "weight of pole (round 10.75 in, wall 0.365 in)", "sign.poles.weight_plf"),
        ("pole-sign", "sign.elements.0.weight_psf=null", "weight of cabinet",
         "sign.elements.0.weight_psf"),
        ("pole-sign", "sign.poles=null", "poles", "sign.poles"),
        ("pole-sign", "packs.footing=null", "concrete", "packs.footing"),
        ("bare-footing", "name=x", "cabinets", "no sign"),
    ],
)  # fmt: skip
def test_what_a_project_does_not_say_is_named(name: str, setting: str, what: str, why: str) -> None:
    assert what not in lacks("pole-sign-plate")
    assert why in lacks(name, setting)[what]


def test_a_project_that_asks_for_no_answer_still_has_poles_and_cabinets() -> None:
    bare = {key: item for key, item in document("pole-sign-support").items() if key != "packs"}
    result, errors = found({**bare, "packs": {"sections": "us_v1"}})
    parts = [one["part"] for one in result["projects"][0]["lines"]]
    assert (parts, errors) == (["pole", "cabinet"], [])


def test_a_rollout_shares_its_sticks_and_adds_up_by_item() -> None:
    signs = [document("pole-sign-support", f"pricing.quantity={n}") for n in (3, 4)]
    result, _ = found(*signs, document("stepped-pylon"), sticks=("pipe=60",))
    assert (result["signs"], [row["signs"] for row in result["projects"]]) == (8, [3, 4, 1])
    first = result["sticks"][0]
    assert [(one["count"], one["pieces"], one["drop_ft"]) for one in first["cuts"]] == [
        (3, [{"length_ft": 24, "count": 2}], 12),
        (1, [{"length_ft": 24, "count": 1}], 36),
    ]
    totals = {row["item"]: row for row in result["total"]}
    assert totals["PIPE10STD, ASTM A53 Grade B, pipe"]["quantity"] == 7 * 24
    assert totals["concrete, ordered"]["quantity"] == 7 * 1.5 + 2.25
    assert totals["concrete, ordered"]["weight_lbf"] is None
    for name in ("quantity", "count", "weight_lbf"):
        for item, row in totals.items():
            parts = [
                one[name] for each in result["projects"] for one in each["lines"]
                if one["item"] == item
            ]  # fmt: skip
            if row[name] is not None:
                assert row[name] == pytest.approx(sum(parts), abs=5e-3)


def test_a_piece_longer_than_every_stick() -> None:
    result, _ = found(document("pole-sign-support"), sticks=("pipe=21",))
    assert result["sticks"][0]["longer_than_a_stick"] == [{"length_ft": 24, "count": 1}]
    assert "longer than a stick" in shown.render(result, width=100)
    assert "longer than a stick,,,poles" in shown.csv(result)


def test_one_of_many_without_an_answer_is_left_out_and_told() -> None:
    wrong = document("pole-sign", "soil.class=9", "name=Wrong")
    result, errors = found(document("pole-sign"), wrong, document("pole-sign"))
    assert (result["signs"], exit_code(result, errors)) == (2, InvalidInput.exit_code)
    assert result["projects"][1]["error"]["code"] == "project.invalid"
    assert shown.brief(result).startswith("NO ANSWER  left out: Wrong")
    assert "left out: /soil/class" in shown.render(result, width=100)
    assert "left out,pole-sign" in shown.csv(result)
    with pytest.raises(ApexError):
        found(wrong)


def test_a_bill_of_what_fails_says_so() -> None:
    result, errors = found(document("pole-sign", "footing.depth_ft=3"))
    assert exit_code(result, errors) == 1
    assert shown.brief(result).startswith("FAIL  checks fail: ")
    assert "fails,pole-sign" in shown.csv(result)
    many, _ = found(document("pole-sign", "footing.depth_ft=3"), document("pole-sign"))
    assert "fails: pier.depth" in shown.render(many, width=100, verbose=True)


@pytest.mark.parametrize("waste", [-1, 101, float("nan")])
def test_no_waste_like_that(waste: float) -> None:
    with pytest.raises(UsageError, match="--waste"):
        found(document("pole-sign"), waste=waste)


def test_a_spreadsheet_runs_nothing() -> None:
    hostile = ["=cmd|' /C calc'!A0", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1+1", "\r=1"]
    said = map(json.dumps, hostile)
    signs = [
        document("pole-sign", f"sign.elements.0.name={one}", f"site_name={one}") for one in said
    ]
    result, _ = found(*signs)
    rows = list(csv.reader(io.StringIO(shown.csv(result))))
    assert {len(row) for row in rows} == {len(shown.HEADS)}
    cells = [cell for row in rows for cell in row]
    assert not [one for one in cells if one[:1] in "=+-@\t\r" and one]
    assert [one for one in cells if one.startswith("'=cmd")]


def test_as_the_api_has_it() -> None:
    path = EXAMPLES / "pole-sign-plate.json"
    answer = bom([path, json.loads(path.read_bytes())], sticks={"hss": [48]}, waste_pct=10)
    assert answer.kind == "bom"
    assert answer.result["sticks"][0]["lengths_ft"] == [48]
    assert answer.rows() == answer.result["total"]
    assert bom(path).result["projects"][0]["path"] == str(path)
