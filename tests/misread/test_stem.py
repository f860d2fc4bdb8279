"""What stands between slab and grade, what lies on the slab, ground water, walls on strips."""

from copy import deepcopy
from math import pi
from typing import Any

import pytest

from apex_cli.equations import Bare
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.chain import run, solve
from apex_cli.run.prepare import prepare

PACKS = Catalogue()
SITE: dict[str, Any] = {
    "wind_speed_mph": 109, "wind_speed_source": "ASCE 7-16 Figure 26.5-1B", "risk_category": "II",
    "exposure": "C", "ground_elevation_ft": 720, "kzt": 1.0, "frost_depth_in": 18,
}  # fmt: skip
WALL: dict[str, Any] = {
    "name": "wall", "width_ft": 46, "height_ft": 4, "bottom_ft": 0, "thickness_ft": 1,
    "weight_psf": 80, "return_corner_ft": 4,
}  # fmt: skip
F02: dict[str, Any] = {
    "schema_version": 1,
    "packs": {"exposure": "asce7-16_v1", "footing": "ibc-2021_v1"},
    "site": SITE,
    "sign": {"elements": [WALL]},
    "gust": {"method": "constant"},
    "kz_method": "formula",
    "soil": {"class": 4},
    "footing": {"type": "spread", "shape": "square", "length_ft": 46},
}
G05: dict[str, Any] = {
    "schema_version": 1,
    "packs": {
        "exposure": "asce7-22_v1", "footing": "ibc-2024_v1", "pricing": "example-shop_v1",
    },
    "site": {**SITE, "wind_speed_mph": 107, "exposure": "B", "frost_depth_in": 48},
    "sign": {
        "elements": [
            {"width_ft": 12, "height_ft": 5, "bottom_ft": 0, "thickness_ft": 2, "weight_psf": 45}
        ]
    },
    "gust": {"method": "constant"},
    "kz_method": "formula",
    "soil": {"class": 5},
    "footing": {"type": "spread", "shape": "square"},
    "pricing": {"as_of": "2026-06-01", "quantity": 1},
}  # fmt: skip
G06: dict[str, Any] = {
    "schema_version": 1,
    "packs": {"footing": "ibc-2024_v1"},
    "soil": {"class": 5},
    "site": {"frost_depth_in": 60},
    "loads": {"lateral_lbf": 500, "height_ft": 5, "axial_lbf": 70_000, "level": "asd"},
    "footing": {
        "type": "spread", "shape": "square", "width_ft": 8, "thickness_ft": 1,
        "wind_direction": "normal",
    },
}  # fmt: skip
POLE: dict[str, Any] = {"count": 1, "shape": "square", "width_in": 8, "weight_plf": 40}


def made(base: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The project with other values; a name is a path with two underscores for each dot."""
    project = deepcopy(base)
    for path, value in changes.items():
        *way, last = path.split("__")
        here: Any = project
        for part in way:
            here = here[int(part)] if isinstance(here, list) else here[part]
        if value is None:
            here.pop(last, None)
        else:
            here[last] = value
    return project


def ask(base: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The envelope, whose numbers are those that a sweep finds without a trace."""
    project = made(base, **changes)
    silent = solve(prepare("footing", project, PACKS), Bare())["footing"]
    envelope = run("footing", project, PACKS)
    told = envelope["result"]["concrete_yd3"]
    assert told == pytest.approx(silent.concrete_yd3, abs=0.001)
    return envelope


def codes(envelope: dict[str, Any]) -> dict[str, str]:
    return {one["code"]: one["severity"] for one in envelope["warnings"]}


def passed(envelope: dict[str, Any]) -> dict[str, bool]:
    return {one["id"]: one["passed"] for one in envelope["checks"]}


def says(envelope: dict[str, Any], words: str) -> bool:
    return any(words in sentence for sentence in envelope["assumptions"])


def test_a_wall_is_held_region_by_region() -> None:
    """F02: 169.0 plf at strength level on the first 4 ft, 94.5 on average; 0.6 of it by ASD.

    A strip 2 ft wide without a stem: W_r = 0.6 (320 + 2 x 1 x 150) = 372 lbf a foot,
    M = 101.4 x (2.2 + 1.5) = 375.2 lbf-ft, e = 1.009 ft: beyond the edge.
    """
    narrow = ask(F02, footing__width_ft=2, sign__elements__0__thickness_ft=None)
    first = narrow["result"]["stretches"][0]
    assert first["lateral_plf"] == pytest.approx(0.6 * 169.0, abs=0.05)
    assert narrow["result"]["lateral_load_lbf"] / 46 == pytest.approx(0.6 * 94.5, abs=0.05)
    assert narrow["result"]["overturning"]["demand"] == pytest.approx(375.2, abs=0.1)
    assert narrow["result"]["overturning"]["resistance"] == pytest.approx(372 * 1.0)
    assert passed(narrow)["spread.overturning"] is False
    assert "footing.tips_over" in codes(narrow)
    assert narrow["result"]["governing"] == "Case C, region 0 to 4 ft"
    assert says(narrow, "does not carry torsion along its length")
    assert says(narrow, "The return walls hold nothing")
    assert "footing.torsion_not_checked" not in codes(narrow)


def test_the_strip_of_a_wall_is_solved() -> None:
    """2.5 ft, with a stem as thick as the wall: 0.25 x 0.6 (320 + 375 + 75) = 115.5 > 101.4 lbf."""
    solved = ask(F02)["result"]
    assert (solved["width_ft"], solved["length_ft"], solved["governed_by"]) == (2.5, 46, "sliding")
    assert solved["sliding"]["resistance"] == pytest.approx(115.5)
    assert solved["sliding"]["demand"] == pytest.approx(0.6 * 169.0, abs=0.05)
    assert solved["stem"]["concrete_yd3"] == pytest.approx(46 * 0.5 / 27, abs=0.001)
    assert solved["concrete_yd3"] == pytest.approx((46 * 2.5 + 46 * 0.5) / 27, abs=0.001)
    assert [row["from_ft"] for row in solved["stretches"]] == [0, 4, 8, 12, 16, 20, 40, 0]


def test_a_return_wall_counts_only_where_it_is_tied_in() -> None:
    """4 ft of return: 1,280 lbf, and (4 - 1) x 2 x 150 = 900 of its strip, at 2 ft from the axis.

    Over the 4 ft that it holds: h = 2.2 - 0.6 x 2,180 x 4 / (2 x 4 x 101.41) = -4.25 ft, at most
    down to the base: nothing turns the strip, which carries 320 + 2,180 / 4 = 865 lbf a foot.
    """
    tied = ask(
        F02, sign__elements__0__return_tied=True, footing__width_ft=2,
        sign__elements__0__thickness_ft=None,
    )  # fmt: skip
    first, second = tied["result"]["stretches"][:2]
    assert first["axial_plf"] == 320
    assert tied["result"]["governing"] == "Case C, region 4 to 8 ft"
    assert first["ratio"] == pytest.approx(101.413 / (0.25 * 0.6 * (865 + 300)), abs=0.001)
    e = 88.109 * 3.7 / 372
    q = 2 * 372 / (3 * (1 - e))
    assert second["ratio"] == pytest.approx(q / 2000, abs=0.001)
    assert says(tied, "are tied in")
    with pytest.raises(InvalidInput) as caught:
        ask(F02, sign__elements__0__return_tied=True, sign__elements__0__return_corner_ft=0)
    assert caught.value.faults[0].pointer == "/sign/elements/0/return_tied"
    weightless = ask(
        F02, sign__elements__0__return_tied=True, sign__elements__0__weight_psf=None,
    )  # fmt: skip
    assert weightless["result"]["governing"] == "Case C, region 0 to 4 ft"


def test_a_return_wall_that_governs_is_traced() -> None:
    """A return of 1 ft on a 2-ft strip has no strip of its own beyond the wall's: 320 lbf."""
    tied = ask(
        F02, sign__elements__0__return_tied=True, sign__elements__0__return_corner_ft=1,
        sign__elements__0__thickness_ft=None, footing__width_ft=2,
    )  # fmt: skip
    assert tied["result"]["governing"] == "Case C, region 0 to 4 ft"
    first = tied["result"]["stretches"][0]
    h = first["load_height_ft"] - 0.6 * 320 * 1 / (2 * 4 * first["lateral_plf"])
    moment = first["lateral_plf"] * (h + 1.5)
    assert tied["result"]["overturning"]["demand"] == pytest.approx(moment, rel=1e-4)
    assert tied["result"]["overturning"]["resistance"] == pytest.approx(0.6 * (320 + 80 + 300))


def test_a_joint_parts_a_region_and_helps_no_wall() -> None:
    """A joint at 6 ft parts the region of 4 to 8 ft; a cut cannot make a failing wall pass."""
    whole, parted = ask(F02), ask(F02, sign__elements__0__joints_ft=[6])
    loads = {
        (row["from_ft"], row["to_ft"]): row["lateral_plf"]
        for row in parted["result"]["stretches"]
        if row["name"].endswith("from the left end")
    }
    second = whole["result"]["stretches"][1]["lateral_plf"]
    assert (loads[4, 6], loads[6, 8]) == (second, second)
    assert (4, 8) not in loads
    for joints in ([6], [23], [10, 20, 30]):
        cut = ask(F02, sign__elements__0__joints_ft=joints, footing__width_ft=2)
        one = ask(F02, footing__width_ft=2)
        worst = [max(r["ratio"] for r in each["result"]["stretches"]) for each in (one, cut)]
        assert worst[1] >= worst[0] * (1 - 1e-6)
    for joints, where in (([8, 8], "/1"), ([46], "/0"), ([50], "/0")):
        with pytest.raises(InvalidInput) as caught:
            ask(F02, sign__elements__0__joints_ft=joints)
        assert caught.value.faults[0].pointer == f"/sign/elements/0/joints_ft{where}"


def test_a_sign_of_two_parts_on_a_strip() -> None:
    """A base and a narrower cabinet on it: a foot in the middle carries the wind of both."""
    upper = {"width_ft": 8, "height_ft": 2, "bottom_ft": 3, "weight_psf": 20}
    base = {"width_ft": 12, "height_ft": 3, "bottom_ft": 0, "thickness_ft": 1, "weight_psf": 80}
    told = ask(F02, sign__elements=[base, upper], sign__stacking="separate", footing__length_ft=12)
    rows = told["result"]["stretches"]
    alone = ask(F02, sign__elements=[base], footing__length_ft=12)["result"]["stretches"]
    assert rows[0]["lateral_plf"] == pytest.approx(alone[0]["lateral_plf"], rel=0.2)
    middle = next(row for row in rows if row["from_ft"] < 6 < row["to_ft"])
    assert middle["load_height_ft"] > 1.7
    assert middle["axial_plf"] == 3 * 80 + 2 * 20
    assert told["result"]["stem"]["length_ft"] == 12
    assert rows[0]["axial_plf"] == 3 * 80
    joined = ask(
        F02, sign__elements=[base, upper], sign__stacking="combined", footing__length_ft=12
    )
    assert joined["result"]["stretches"][0]["axial_plf"] <= 280


def test_two_walls_side_by_side_on_a_strip() -> None:
    """Between them nothing stands on the strip; the stem is as long as both."""
    half = {**WALL, "width_ft": 20, "return_corner_ft": 0}
    walls = [{**half, "offset_ft": -13}, {**half, "offset_ft": 13, "thickness_ft": 1.5}]
    found = ask(F02, sign__elements=walls)["result"]
    assert not any(row["from_ft"] < 23 < row["to_ft"] for row in found["stretches"])
    assert (found["stem"]["width_ft"], found["stem"]["length_ft"]) == (1.5, 40)


def test_faces_that_join_cabinets_weigh_as_their_cabinets() -> None:
    """Two cabinets as one face: its regions carry both, by the area that one of them gives."""
    base = {"width_ft": 12, "height_ft": 2, "bottom_ft": 0, "weight_psf": 80}
    upper = {**base, "bottom_ft": 2, "area_ft2": 20, "weight_psf": 30}
    found = ask(F02, sign__elements=[base, upper], sign__stacking="combined", footing__length_ft=12)
    rows = found["result"]["stretches"]
    assert rows[0]["axial_plf"] == pytest.approx(2 * 80 + 20 * 30 / 12)


def test_wind_acts_across_a_strip() -> None:
    assert says(ask(F02, footing__wind_direction="any"), "footing.wind_direction is not used")


def test_a_pier_in_ground_water() -> None:
    pier = {"type": "pier", "width_ft": 3}
    told = ask(G06, footing=pier, site__water_depth_ft=2, soil={"class": 4})
    assert says(told, "Ground water stands 2 ft below grade")


@pytest.mark.parametrize(
    "changes",
    [
        {"footing__length_ft": 41},  # 0.89 of the wall: no strip, and the overhang is told
        {"footing__length_ft": None, "footing__width_ft": 12},
        {"sign__elements__0__height_ft": 24},  # B/s < 2: no Case C
        {"sign__poles": POLE},
        {"footing__shape": "round"},
    ],
)
def test_what_is_no_wall_on_a_strip(changes: dict[str, Any]) -> None:
    assert ask(F02, **changes)["result"]["stretches"] == []


def test_the_stem_is_a_part() -> None:
    """G05: 3 ft between the slab and grade; 1 x 12.25 + 3 x 2 x 3.5 ft3 of concrete."""
    found = ask(G05)
    size = found["result"]["width_ft"]
    assert found["result"]["stem"] == {
        "shape": "rectangle", "width_ft": 2, "length_ft": size, "height_ft": 3,
        "concrete_yd3": pytest.approx(2 * size * 3 / 27, abs=0.001),
    }  # fmt: skip
    concrete = (size * size + 2 * size * 3) / 27
    assert found["result"]["concrete_yd3"] == pytest.approx(concrete, abs=0.001)
    assert found["result"]["concrete_weight_lbf"] == pytest.approx(4050 * concrete, abs=5)
    W_r = 0.6 * (2700 + 150 * 27 * concrete)
    resistance = found["result"]["overturning"]["resistance"]
    assert resistance == pytest.approx(W_r * size / 2, rel=1e-4)
    assert codes(found)["footing.overhang"] == "warning"
    assert says(found, "a stem of concrete is taken, as thick (2 ft) and as long (12 ft)")


def test_the_price_counts_the_stem() -> None:
    priced = run("all", made(G05, footing__width_ft=6), PACKS)["result"]
    bare = run("all", made(G05, footing__thickness_ft=4, footing__width_ft=3.5), PACKS)["result"]
    assert priced["footing"]["stem"]["concrete_yd3"] > 0
    assert bare["footing"]["stem"] is None
    rows = {one["code"]: one["quantity"] for one in priced["pricing"]["line_items"]}
    assert rows["concrete"] >= 1.05 * priced["footing"]["concrete_yd3"] > 2  # 1.4 of slab alone


def test_the_overhang_is_told_end_by_end() -> None:
    long = ask(G05, footing__length_ft=12)
    assert "footing.overhang" not in codes(long)
    off = ask(
        G05, footing__length_ft=10, footing__width_ft=6, sign__elements__0__offset_ft=1,
    )  # fmt: skip
    told = next(one for one in off["warnings"] if one["code"] == "footing.overhang")
    assert "0 ft at one end and 2 ft at the other" in told["message"]


def test_a_stem_that_is_given() -> None:
    stem = {"width_ft": 1.5, "length_ft": 3}
    given = ask(G05, footing__stem=stem)["result"]["stem"]
    assert (given["width_ft"], given["length_ft"]) == (1.5, 3)
    circle = ask(G05, footing__stem={"shape": "round", "width_ft": 2})["result"]["stem"]
    assert circle["concrete_yd3"] == pytest.approx(3.14159 * 3 / 27, abs=0.001)
    assert (circle["width_ft"], circle["length_ft"]) == (2, 2)
    square = ask(G05, footing__stem={"width_ft": 5})
    assert square["result"]["width_ft"] == 5  # no smaller slab carries it
    none = ask(G05, footing__stem=stem, footing__thickness_ft=4)
    assert none["result"]["stem"] is None
    assert says(none, "footing.stem is not used")


@pytest.mark.parametrize(
    ("base", "changes"),
    [
        (G05, {"footing__width_ft": 4, "footing__stem": {"width_ft": 2, "length_ft": 4.1}}),
        (
            G05,
            {"footing__width_ft": 4, "footing__shape": "round", "footing__stem": {"width_ft": 3}},
        ),
        (G05, {"footing__length_ft": 8, "footing__stem": {"width_ft": 2, "length_ft": 12}}),
        (F02, {"footing__stem": {"width_ft": 1, "length_ft": 47}}),
        (F02, {"footing__width_ft": 2, "footing__stem": {"width_ft": 2.5, "length_ft": 46}}),
        (G05, {"footing__width_ft": 4, "footing__stem": {"shape": "round", "width_ft": 4.5}}),
    ],
)
def test_a_stem_larger_than_its_slab_is_refused(
    base: dict[str, Any], changes: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInput, match="larger than the slab") as caught:
        ask(base, **changes)
    assert caught.value.faults[0].pointer == "/footing/stem"


def test_a_stem_that_is_taken_is_no_larger_than_a_round_pad() -> None:
    """A thick monument on a small round pad: what the pad is beside the stem is never negative."""
    thick = {**G05["sign"]["elements"][0], "thickness_ft": 4.5}
    changes = {"footing__shape": "round", "sign__elements": [thick]}
    for width in (4, 5, 6, 9):
        found = ask(G05, footing__width_ft=width, **changes)
        areas = [step["value"] for step in found["trace"]["steps"] if step["symbol"] == "A_e"]
        assert areas
        assert min(areas) >= 0
        stem, pad = found["result"]["stem"], pi * width**2 / 4
        assert stem["concrete_yd3"] * 27 / stem["height_ft"] <= pad * 1.001


def test_a_round_stem_has_one_diameter() -> None:
    with pytest.raises(InvalidInput) as caught:
        ask(G05, footing__stem={"shape": "round", "width_ft": 2, "length_ft": 3})
    assert caught.value.faults[0].pointer == "/footing/stem/length_ft"


@pytest.mark.parametrize(
    ("shape", "width", "side"),
    [("round", 12, 1.5), ("round", 12.1, 2.0), ("square", 8, 1.5), ("octagonal", 16, 2.0),
     ("hexagonal", 10, 1.5), ("square_diagonal", 13, 2.5)],
)  # fmt: skip
def test_a_pedestal_around_each_pole(shape: str, width: float, side: float) -> None:
    """Across its corners and 3 in of cover on both sides, up to the next half foot."""
    poles = {**POLE, "count": 2, "shape": shape, "width_in": width, "spacing_ft": 8}
    found = ask(
        G05, sign__poles=poles, sign__elements__0__bottom_ft=8, footing__width_ft=5,
    )  # fmt: skip
    stem = found["result"]["stem"]
    assert (stem["width_ft"], stem["length_ft"]) == (side, side)
    assert stem["concrete_yd3"] == pytest.approx(2 * side * side * 3 / 27, abs=0.001)
    assert "footing.overhang" not in codes(found)
    assert says(found, "a square pedestal")


@pytest.mark.parametrize(
    ("base", "changes"),
    [
        (G06, {}),
        (G05, {"sign__elements__0__thickness_ft": None}),
        (G05, {"sign__elements__0__bottom_ft": 0.5}),
    ],
)
def test_a_stem_of_which_nothing_is_known_is_a_review(
    base: dict[str, Any], changes: dict[str, Any]
) -> None:
    found = ask(base, **changes)
    assert codes(found)["footing.stem_not_given"] == "review"
    assert found["result"]["stem"] is None


def test_soil_on_the_slab_bears_on_the_ground() -> None:
    """G06: (70,000 + 64 (150 + 4 x 110)) / 64 = 1,683.75 psf, and 6 x 5,000 / 512 = 58.6."""
    found = ask(G06)["result"]
    assert found["bearing_max_psf"] == pytest.approx(1742.3, abs=0.1)
    assert passed(ask(G06))["spread.bearing"] is False
    assert found["overturning"]["resistance"] == pytest.approx(0.6 * (70_000 + 9600) * 4)
    assert says(ask(G06), "110 pcf for bearing, and not at all for overturning")
    given = ask(G06, soil__unit_weight_pcf=110)
    assert given["result"]["bearing_max_psf"] == found["bearing_max_psf"]
    assert given["result"]["overturning"]["resistance"] == pytest.approx(
        0.6 * (70_000 + 9600 + 64 * 4 * 110) * 4
    )
    assert says(given, "counts by soil.unit_weight_pcf")


def test_soil_lies_beside_the_stem() -> None:
    given = ask(G06, footing__stem={"width_ft": 4})["result"]
    W = 70_000 + 64 * 150 + 16 * 4 * 150 + 48 * 4 * 110
    assert given["bearing_max_psf"] == pytest.approx(W / 64 + 6 * 5000 / 512, abs=0.1)


def test_soil_that_is_not_counted_on_need_not_press() -> None:
    """Tall and light, near the edge: 0.6 of a weight without soil gives the greatest pressure.

    W_r = 5,760, e = 20,000 / 5,760 = 3.472 ft: 2 x 5,760 / (24 x 0.528) = 909 psf; with soil and
    D + 0.6W (9,600 + 28,160) / 64 + 6 x 20,000 / 512 = 824 psf.
    """
    loads = {"lateral_lbf": 500, "height_ft": 35, "axial_lbf": 0, "level": "asd"}
    bare = ask(G06, loads=loads)["result"]
    given = ask(G06, loads=loads, soil__unit_weight_pcf=110)["result"]
    assert bare["bearing"]["combination"] == "0.6D + 0.6W"
    assert bare["bearing_max_psf"] == pytest.approx(909.5, abs=0.5)
    assert given["bearing"]["combination"] == "D + 0.6W"
    assert given["bearing_max_psf"] == pytest.approx(824.4, abs=0.5)


def test_ground_water_lifts() -> None:
    """Water 2 ft down: 64 x 1 of slab and 16 x 2 of stem weigh 62.4 pcf less, and 48 x 2 of soil.

    The bearing is held without water too, which governs here.
    """
    changes = {"footing__stem": {"width_ft": 4}, "site__water_depth_ft": 2}
    dry, wet = ask(G06, footing__stem={"width_ft": 4})["result"], ask(G06, **changes)
    W_r = 0.6 * (70_000 + 9600 + 9600) - 62.4 * (64 + 32)
    assert wet["result"]["overturning"]["resistance"] == pytest.approx(4 * W_r)
    assert wet["result"]["bearing_max_psf"] == dry["bearing_max_psf"]
    counted = ask(G06, **changes, soil__unit_weight_pcf=110)["result"]
    W_r = 0.6 * (70_000 + 9600 + 9600 + 48 * 4 * 110) - 62.4 * (64 + 32 + 96)
    assert counted["overturning"]["resistance"] == pytest.approx(4 * W_r)
    assert says(wet, "Ground water stands 2 ft below grade")
    assert "ground water and buoyancy" not in wet["result"]["not_checked"]
    assert "ground water and buoyancy" in ask(G06)["result"]["not_checked"]


def test_water_below_the_base_changes_nothing() -> None:
    deep, none = ask(G06, site__water_depth_ft=5)["result"], ask(G06)["result"]
    del deep["not_checked"], none["not_checked"]
    assert deep == none


def test_water_in_the_slab_alone() -> None:
    """4.5 ft down: half the slab."""
    wet = ask(G06, site__water_depth_ft=4.5, footing__stem={"width_ft": 4})["result"]
    W_r = 0.6 * (70_000 + 9600 + 9600) - 62.4 * 32
    assert wet["overturning"]["resistance"] == pytest.approx(4 * W_r)


def test_a_footing_that_floats_does_not_stand() -> None:
    loads = {"lateral_lbf": 500, "height_ft": 5, "axial_lbf": -6000, "level": "asd"}
    with pytest.raises(InvalidInput):
        ask(G06, loads=loads)  # an uplift is no dead load
    light = {**loads, "axial_lbf": 0}
    wet = ask(G06, loads=light, site__water_depth_ft=0)
    assert wet["result"]["overturning"]["resistance"] == pytest.approx(64 * (0.6 * 150 - 62.4) * 4)


@pytest.mark.parametrize(
    ("path", "start", "stop"),
    [
        ("site__water_depth_ft", 0.0, 6.0),
        ("sign__elements__0__return_corner_ft", 2.0, 8.0),
        ("footing__width_ft", 2.5, 5.0),
    ],
)
def test_no_jump(path: str, start: float, stop: float) -> None:
    """A thousandth of a foot moves no ratio by more than 2 %, at 15 places of the range."""
    base = made(F02, footing__width_ft=3, sign__elements__0__return_tied=True)
    for k in range(15):
        place = start + (stop - start) * k / 14
        one, two = (ask(base, **{path: place + step})["result"] for step in (0.0, 0.001))
        for name in ("overturning", "sliding", "bearing"):
            assert two[name]["ratio"] == pytest.approx(one[name]["ratio"], rel=0.02), (place, name)


def test_nothing_wide_enough() -> None:
    with pytest.raises(NoAnswer) as caught:
        ask(F02, site__wind_speed_mph=300, soil={"class": 5, "cohesion_psf": 0.1})
    assert caught.value.problem_code == "footing.no_size"


@pytest.mark.parametrize(
    ("shape", "torsion", "severity"),
    [("square", 500, "notice"), ("square", 200_000, "review"), ("round", 200_000, "review")],
)
def test_torsion_that_a_pad_cannot_hold_by_friction(
    shape: str, torsion: float, severity: str
) -> None:
    loads = {"lateral_lbf": 500, "height_ft": 5, "axial_lbf": 9000, "level": "asd"}
    soil = {"class": 4}
    pad = {"type": "spread", "shape": shape, "width_ft": 8, "thickness_ft": 2}
    found = ask(G06, soil=soil, footing=pad, loads={**loads, "torsion_lbft": torsion})
    assert codes(found)["footing.torsion_not_checked"] == severity
    unknown = ask(
        G06, soil={"vertical_psf": 2000}, footing=pad, loads={**loads, "torsion_lbft": torsion}
    )
    assert codes(unknown)["footing.torsion_not_checked"] == "review"
