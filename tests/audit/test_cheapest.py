"""The cheapest foundation: each row is what calc answers with its overrides."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli import cheapest as from_api
from apex_cli.audit.cheapest import Wish, cheapest, exit_code
from apex_cli.audit.foundations import DIAMETERS_FT, THICKNESSES_FT, lengths
from apex_cli.errors import InvalidInput, UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import apply, assignment, spelled
from apex_cli.render import cheapest as shown
from apex_cli.run.chain import run

EXAMPLES = Path(__file__).parents[2] / "examples"
CATALOGUE = Catalogue()
SHOP = "packs.pricing=example-shop_v1"


def document(name: str, *settings: str) -> dict[str, Any]:
    read = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    return apply(read, map(assignment, settings))


def found(
    project: dict[str, Any],
    diameters: tuple[float, ...] = (2, 3),
    thicknesses: tuple[float, ...] = (1.5,),
    two_poles: float | None = None,
) -> dict[str, Any]:
    wish = Wish(diameters, thicknesses, two_poles)
    return cheapest(project, CATALOGUE, wish, "2026-11-30")


def test_a_pier_half_a_foot_narrower_by_hand() -> None:
    """By hand, of examples/pole-sign-plate.json in pricing_example-shop_v1.

    The pier of 2.5 ft is 7.5 ft deep: pi/4 2.5^2 x 7.5 / 27 = 1.3635 yd3. Engineering 220, packet
    40; drilling 8 ft (the least) x 46 = 368; rig 480; concrete 1.05 x 1.3635 in quarters, 1.5 x 260
    = 390; spoil 1.364 x 38 = 51.83; the four: 1,289.83. Overhead 12 % 154.78; contingency 5 % of
    758, 37.90; margin 15/85 of 1,482.51, 261.62. All: 2,004.13, up to 2,005. Tax 7.25 % of 390,
    28.28 (half up). Price 2,033.28. The pier of 3 ft, 7 ft deep, 1.8326 yd3, in the same way: 368 +
    480 + 520 + 69.65 = 1,437.65; 172.52; 44.40; 291.98; 2,206.55, up to 2,207; tax 37.70; 2,244.70.
    """
    result = found(document("pole-sign-plate", SHOP), DIAMETERS_FT, THICKNESSES_FT)
    first, second = result["candidates"]
    assert (result["own"]["total_usd"], result["own"]["depth_ft"]) == (2244.70, 7)
    assert (first["name"], first["depth_ft"], first["total_usd"]) == (
        "round pier 2.5 ft",
        7.5,
        2033.28,
    )
    assert (first["saves_usd"], second["saves_usd"], second["overrides"]) == (211.42, 0, {})
    assert (first["verdict"], result["ties"], result["price_depends"]) == ("PASS", 1, True)
    unchecked = [one["name"] for one in result["left_out"] if "not checked" in one["why"]]
    assert unchecked == [f"square footing {one:g} ft thick" for one in THICKNESSES_FT]


@pytest.mark.parametrize(
    ("name", "two_poles"),
    [
        ("pole-sign", 6.0),
        ("two-pole-pylon", None),
        ("monument-sign", None),
        ("pole-sign-plate", None),
    ],
)
def test_each_row_is_what_calc_answers_with_its_overrides(
    name: str, two_poles: float | None
) -> None:
    project = document(name, SHOP)
    result = found(project, (1.5, 2, 3), (1, 2), two_poles)
    prices = [row["total_usd"] for row in result["candidates"]]
    assert prices == sorted(prices)
    for row in result["candidates"]:
        changed = apply(json.loads(json.dumps(project)), map(assignment, spelled(row["overrides"])))
        price = run("pricing", changed, CATALOGUE, today="2026-11-30")["result"]
        assert row["total_usd"] == price["total_usd"]
        whole = run("all", changed, CATALOGUE, today="2026-11-30")
        assert all(check["passed"] for check in whole["checks"])
        assert row["depth_ft"] == whole["result"]["footing"]["depth_ft"]
        assert row["saves_usd"] == pytest.approx(result["own"]["total_usd"] - row["total_usd"])
    tried = {row["name"] for row in (*result["candidates"], *result["left_out"])}
    assert any("two poles" in one for one in tried) == (two_poles is not None)
    assert any("pier" in one for one in tried) == (name != "monument-sign")


def test_those_that_fail_are_left_out_with_the_reason() -> None:
    result = found(document("two-pole-pylon", SHOP), (0.01, 1.5, 3, 0.02))
    why = {row["name"]: row["why"] for row in result["left_out"]}
    assert "greater than or equal to 0.1" in why["2 round piers 0.01 ft"]
    assert why["2 round piers 0.02 ft"] == "the project refuses such a footing"
    assert [row["name"] for row in result["candidates"]] == ["2 round piers 3 ft"]
    assert why["2 round piers 1.5 ft"] == "fails pier.holds_pole, pier.bearing"
    deep = found(document("pole-sign-embedded", SHOP), (2.5,))
    assert "/support/base/depth_ft" in deep["left_out"][0]["why"]


def test_a_book_without_a_row_for_the_foundation_says_so() -> None:
    result = found(document("pole-sign"))
    assert (result["price_depends"], result["ties"]) == (False, len(result["candidates"]))
    volumes = [row["concrete_yd3"] for row in result["candidates"]]
    assert volumes == sorted(volumes)
    assert "the price does not depend on the foundation" in shown.brief(result)
    assert "pricing_v1 asks for nothing of it" in shown.render(result, width=1000)


def test_nothing_is_saved_against_what_fails_or_has_no_answer() -> None:
    fails = found(document("pole-sign", SHOP, "footing.depth_ft=3"))
    assert (fails["own"]["verdict"], fails["candidates"][0]["saves_usd"]) == ("FAIL", None)
    assert "As it stands the project fails" in shown.render(fails, width=120)
    narrow = ("soil.class=null", "soil.lateral_psf_per_ft=3", "soil.vertical_psf=2000")
    nothing = found(document("pole-sign", SHOP, *narrow, "footing.width_ft=0.1"), (3, 8))
    assert nothing["own"]["error"]["code"] == "footing.no_depth"
    assert (nothing["own"]["total_usd"], nothing["candidates"][0]["saves_usd"]) == (None, None)
    assert "has no answer" in shown.render(nothing, width=60)


def test_exit_codes_and_the_line_where_none_passes() -> None:
    result = found(document("pole-sign", SHOP))
    assert exit_code(result) == 0
    none = found(document("two-pole-pylon", SHOP), (1.5,))
    assert (exit_code(none), shown.brief(none)) == (1, "FAIL  0 of 2 pass")
    never = {**none, "left_out": [{"name": "x", "why": "y", "failed_checks": []}]}
    assert (exit_code(never), shown.brief(never)) == (6, "NO ANSWER  0 of 1 pass")


def test_equal_prices_are_told() -> None:
    result = found(document("pole-sign", SHOP), (2, 2.0))
    assert len([row for row in result["candidates"] if row["width_ft"] == 2]) == 1
    tied = {**result, "ties": 2}
    assert "2 foundations cost the same" in shown.render(tied, width=120)


def test_a_remark_that_asks_for_an_engineer_is_told_unless_accepted() -> None:
    rows = found(document("pole-sign", SHOP), (6,))["candidates"]
    assert {row["name"]: row["verdict"] for row in rows}["round pier 6 ft"] == "REVIEW"
    reason = [{"code": "footing.squat_pier", "reason": "seen"}]
    project = {**document("pole-sign", SHOP), "accepted": reason}
    rows = found(project, (6,))["candidates"]
    assert {row["name"]: row["verdict"] for row in rows}["round pier 6 ft"] == "PASS"


@pytest.mark.parametrize(
    ("name", "given", "word"),
    [
        ("two-pole-pylon", {"two_poles": 6}, "--two-poles"),
        ("monument-sign", {"two_poles": 6}, "--two-poles"),
        ("pole-sign", {"two_poles": float("nan")}, "--two-poles"),
        ("pole-sign", {"two_poles": 0}, "--two-poles"),
        ("pole-sign", {"diameters": (0,)}, "--diameters"),
        ("pole-sign", {"thicknesses": (float("nan"),)}, "--thickness"),
        ("pole-sign", {"diameters": ()}, "--diameters"),
    ],
)
def test_what_cannot_be_wished(name: str, given: dict[str, Any], word: str) -> None:
    with pytest.raises(UsageError, match=word):
        found(document(name, SHOP), **given)


def test_lengths_and_what_are_none() -> None:
    assert lengths("--diameters", "2, 2.5") == (2, 2.5)
    with pytest.raises(UsageError, match="lengths in ft"):
        lengths("--diameters", "2;3")


@pytest.mark.parametrize("gone", ["footing", "pricing"])
def test_a_project_without_a_foundation_or_a_price(gone: str) -> None:
    with pytest.raises(InvalidInput, match=gone) as refused:
        found(document("pole-sign", f"{gone}=null"))
    assert refused.value.problem_code == "cheapest.nothing"


def test_no_number_is_cut_where_there_is_little_room() -> None:
    result = found(document("pole-sign", SHOP), two_poles=6)
    text = shown.render(result, width=60)
    assert max(map(len, text.splitlines())) <= 60
    for row in result["candidates"]:
        assert f"{row['total_usd']:,.2f} USD" in text.replace("\n    ", " ")


def test_as_the_api_has_it() -> None:
    answer = from_api(
        EXAMPLES / "pole-sign.json", diameters=[2], packs={"pricing": "example-shop_v1"}
    )
    assert answer.kind == "cheapest"
    assert answer.rows()[0]["name"] == "round pier 2 ft"
