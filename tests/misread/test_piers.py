"""Piers that were answered as something else: now answered rightly, told, or refused."""

import copy
from itertools import pairwise
from math import cos, pi, radians, sqrt
from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.reader import validate
from apex_cli.run.chain import run

PACKS = Catalogue()
SITE = {
    "wind_speed_mph": 115, "risk_category": "II", "exposure": "C", "ground_elevation_ft": 0,
    "kzt": 1, "frost_depth_in": 36,
}  # fmt: skip
CABINET = {"width_ft": 20, "height_ft": 8, "bottom_ft": 12, "thickness_ft": 1.5, "weight_psf": 8}
POLE = {"count": 1, "shape": "square", "width_in": 8, "weight_plf": 37.7, "top_ft": 20}
PIER = {"type": "pier", "width_ft": 2.5, "constraint": "nonconstrained", "isolated_pole": True}
LOADS = {"lateral_lbf": 2500, "height_ft": 20, "axial_lbf": 3000, "level": "asd"}
CLAY = {"undrained_shear_strength_psf": 1000, "source": "r"}
SAND = {"friction_angle_deg": 30, "unit_weight_pcf": 120, "source": "r"}


def of_sign(**changes: Any) -> dict[str, Any]:
    """A pier under a sign; a change is a path with two underscores for each step."""
    document = {
        "schema_version": 1,
        "packs": {"exposure": "asce7-22_v1", "footing": "ibc-2024_v1"},
        "site": SITE,
        "sign": {"elements": [CABINET], "poles": POLE},
        "soil": {"class": 4},
        "footing": PIER,
    }
    return changed(document, changes)


def of_loads(**changes: Any) -> dict[str, Any]:
    """A pier under given loads."""
    document = {
        "schema_version": 1,
        "packs": {"footing": "ibc-2024_v1"},
        "site": {"frost_depth_in": 0},
        "soil": {"class": 4},
        "loads": LOADS,
        "footing": PIER,
    }
    return changed(document, changes)


def changed(document: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    made = copy.deepcopy(document)
    for path, value in changes.items():
        *way, last = path.split("__")
        block: Any = made
        for part in way:
            block = block[int(part)] if isinstance(block, list) else block[part]
        block[last] = value
    return made


def solved(document: dict[str, Any]) -> dict[str, Any]:
    return run("footing", document, PACKS)


def result(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = solved(document)["result"]
    return found


def checks(envelope: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in envelope["checks"]}


def codes(envelope: dict[str, Any]) -> dict[str, str]:
    return {one["code"]: one["severity"] for one in envelope["warnings"]}


def message(envelope: dict[str, Any], code: str) -> str:
    return next(str(one["message"]) for one in envelope["warnings"] if one["code"] == code)


# Loads beside a sign -------------------------------------------------------------------------


BESIDE = {"lateral_lbf": 100, "height_ft": 5, "level": "asd"}


@pytest.mark.parametrize("kind", ["exposure", "footing"])
def test_g01_loads_beside_a_sign_are_refused(kind: Any) -> None:
    document = of_sign(sign__poles__count=2, sign__poles__spacing_ft=12, loads=BESIDE)
    for ask in (lambda: validate(document), lambda: run(kind, document, PACKS)):
        with pytest.raises(InvalidInput) as caught:
            ask()
        (fault,) = caught.value.faults
        assert fault.pointer == "/loads"
        assert "leave out loads" in fault.hint
        assert "loads.replaces_wind" in fault.hint


def test_loads_that_replace_the_wind_stand_under_each_pole() -> None:
    meant = {**BESIDE, "replaces_wind": True}
    two = solved(of_sign(sign__poles__count=2, sign__poles__spacing_ft=12, loads=meant))
    one = solved(of_sign(loads=meant))
    bare = solved(of_sign(sign={"elements": [CABINET]}, loads=meant))
    alone = result(of_loads(loads=BESIDE, site__frost_depth_in=36))
    assert (two["result"]["count"], one["result"]["count"]) == (2, 1)
    assert [row["name"] for row in two["result"]["foundations"]] == ["pole 1", "pole 2"]
    for name in ("concrete_yd3", "spoil_yd3", "concrete_weight_lbf"):
        assert two["result"][name] == pytest.approx(2 * alone[name], rel=2e-3)
        assert one["result"][name] == bare["result"][name] == alone[name]
    assert two["result"]["required_depth_ft"] == alone["required_depth_ft"]
    assert "pier.spacing" in checks(two)
    assert any("under each of 2 poles" in line for line in two["assumptions"])


# Torsion -------------------------------------------------------------------------------------


OFFSET = {"sign__elements__0__offset_ft": 10, "footing__width_ft": 2}


def test_g02_torsion_needs_friction() -> None:
    """T = 51,930 lbf-ft on a 2-ft pier 11.5 ft deep: 2 T / (pi 4 11.5) = 719 psf."""
    found = solved(of_sign(**OFFSET))
    T, d = found["result"]["torsion_lbft"], found["result"]["depth_ft"]
    assert (T, d) == (pytest.approx(51_930, rel=1e-3), 11.5)
    assert 2 * T / (pi * 4 * d) == pytest.approx(719, abs=0.5)
    assert codes(found)["footing.torsion_not_checked"] == "review"
    assert "719 psf" in message(found, "footing.torsion_not_checked")


@pytest.mark.parametrize(("given", "passed"), [(700, False), (720, True)])
def test_friction_that_is_given_is_checked(given: float, passed: bool) -> None:
    found = solved(of_sign(**OFFSET, soil__side_friction_psf=given))
    check = checks(found)["foundation.torsion"]
    assert check["demand"] == pytest.approx(719, abs=0.5)
    assert (check["capacity"], check["passed"], check["unit"]) == (given, passed, "psf")
    assert check["clause"]
    assert "footing.torsion_not_checked" not in codes(found)


def test_a_square_pier_holds_torsion_along_its_perimeter() -> None:
    """T / (2 w l d): the perimeter 2 (w + l), each side with half the other as lever."""
    document = of_loads(
        loads__torsion_lbft=9000, footing__shape="square", footing__length_ft=4,
        footing__depth_ft=10, soil__side_friction_psf=1000,
    )  # fmt: skip
    found = checks(solved(document))["foundation.torsion"]
    assert found["demand"] == pytest.approx(9000 / (2 * 2.5 * 4 * 10))


def test_the_review_begins_at_the_pack_s_friction_and_the_number_does_not_jump() -> None:
    torsion = 100 * pi * 2.5**2 * 10 / 2  # the friction it needs is 100 psf
    for factor, severity in ((0.999999, "notice"), (1.00001, "review")):
        document = of_loads(footing__depth_ft=10, loads__torsion_lbft=torsion * factor)
        found = solved(document)
        assert codes(found)["footing.torsion_not_checked"] == severity
        assert "100 psf" in message(found, "footing.torsion_not_checked")


def test_torsion_under_a_spread_footing_is_told() -> None:
    document = of_loads(
        footing={"type": "spread", "width_ft": 9, "thickness_ft": 2, "reveal_ft": 1},
        soil={"class": 4, "side_friction_psf": 200, "ignore_top_ft": 1},
        loads__torsion_lbft=1000,
    )
    found = solved(document)
    assert codes(found)["footing.torsion_not_checked"] == "notice"
    for name in ("soil.ignore_top_ft", "soil.side_friction_psf", "footing.reveal_ft"):
        assert any(line.startswith(f"{name} is not used") for line in found["assumptions"])
    assert "footing.torsion_not_checked" not in codes(solved(of_loads(
        footing={"type": "spread", "width_ft": 9, "thickness_ft": 2})))  # fmt: skip


# The pole in its pier ------------------------------------------------------------------------


def test_g04_a_pole_that_its_pier_does_not_hold() -> None:
    """A 24-in square: (24 sqrt 2 + 6) / 12 = 3.328 ft of the 1.5 ft there are."""
    found = solved(of_sign(sign__poles__width_in=24, footing__width_ft=1.5))
    check = checks(found)["pier.holds_pole"]
    assert check["demand"] == pytest.approx((24 * sqrt(2) + 6) / 12, abs=5e-4)
    assert (check["capacity"], check["passed"]) == (1.5, False)
    assert check["clause"] == "ACI 318 20.5.1.3"


@pytest.mark.parametrize(
    ("shape", "across"),
    [
        ("round", 1.0),
        ("square", sqrt(2)),
        ("square_diagonal", sqrt(2)),
        ("hexagonal", 1 / cos(radians(30))),
        ("octagonal", 1 / cos(radians(22.5))),
    ],
)
def test_the_largest_dimension_of_a_pole(shape: str, across: float) -> None:
    document = of_sign(sign__poles__shape=shape, sign__poles__width_in=12)
    needed = (12 * across + 6) / 12
    for width, passed in ((needed + 0.001, True), (needed - 0.001, False)):
        check = checks(solved(changed(document, {"footing__width_ft": width})))["pier.holds_pole"]
        assert check["demand"] == pytest.approx(needed, abs=5.1e-4)
        assert check["passed"] is passed
    document["footing"] |= {"shape": "square", "width_ft": 4, "length_ft": 1.2}
    assert checks(solved(document))["pier.holds_pole"]["capacity"] == 1.2


def test_a_tapered_pole_is_held_at_its_foot_and_loads_alone_have_no_pole() -> None:
    document = of_sign(sign__poles__shape="round", sign__poles__width_in=16)
    tapered = changed(document, {"sign__poles__top_width_in": 8})
    assert checks(solved(tapered))["pier.holds_pole"]["demand"] == pytest.approx(22 / 12, abs=5e-4)
    assert "pier.holds_pole" not in checks(solved(of_loads()))


@pytest.mark.parametrize(
    ("shape", "area_in2"),
    [
        ("round", pi * 64 / 4),
        ("square", 64),
        ("square_diagonal", 64),
        ("hexagonal", 6 * 4**2 / sqrt(3)),
        ("octagonal", 8 * 4**2 * (sqrt(2) - 1)),
    ],
)
def test_the_pole_within_the_pier_is_no_concrete(shape: str, area_in2: float) -> None:
    """Areas: a polygon of n sides with the inner radius r has n r^2 tan(pi / n)."""
    plain = result(of_sign(sign__poles__shape=shape))
    found = solved(of_sign(sign__poles__shape=shape, footing__pole_embedment_ft=5))
    less = area_in2 / 144 * 5 / 27
    assert found["result"]["concrete_yd3"] == pytest.approx(plain["concrete_yd3"] - less, abs=2e-3)
    assert found["result"]["spoil_yd3"] == plain["spoil_yd3"]
    assert any("5 ft into the pier" in line for line in found["assumptions"])


def test_a_pole_deeper_than_its_pier_is_refused() -> None:
    depth = result(of_sign())["depth_ft"]
    result(of_sign(footing__pole_embedment_ft=depth))
    result(of_sign(footing__pole_embedment_ft=depth + 1, footing__reveal_ft=1))
    with pytest.raises(InvalidInput) as caught:
        solved(of_sign(footing__pole_embedment_ft=depth + 0.1))
    assert caught.value.faults[0].pointer == "/footing/pole_embedment_ft"
    assert caught.value.hint
    told = solved(of_loads(footing__pole_embedment_ft=2))
    assert any("has no poles" in line for line in told["assumptions"])


def test_a_reveal_is_concrete_and_no_spoil() -> None:
    plain, found = result(of_loads()), result(of_loads(footing__reveal_ft=1.5))
    area = pi * 2.5**2 / 4
    assert found["required_depth_ft"] == plain["required_depth_ft"]
    assert found["spoil_yd3"] == plain["spoil_yd3"]
    assert found["concrete_yd3"] - plain["concrete_yd3"] == pytest.approx(area * 1.5 / 27, abs=2e-3)
    assert found["bearing"]["pressure_psf"] - plain["bearing"]["pressure_psf"] == pytest.approx(
        150 * 1.5, abs=0.1
    )
    assert result(of_loads(footing__reveal_ft=0)) == plain


# Squat and long ------------------------------------------------------------------------------


def test_g07_a_pier_less_deep_than_wide() -> None:
    found = solved(of_loads(footing__width_ft=30))
    assert found["result"]["depth_ft"] / 30 == pytest.approx(0.13, abs=0.005)
    assert codes(found)["footing.squat_pier"] == "review"


@pytest.mark.parametrize(("depth", "warned"), [(9.999, True), (10, False), (10.001, False)])
def test_squat_begins_at_one_width(depth: float, warned: bool) -> None:
    found = solved(of_loads(footing__width_ft=10, footing__depth_ft=depth))
    assert ("footing.squat_pier" in codes(found)) is warned


def test_g09_a_long_pier_in_clay() -> None:
    """V_F = 2 2500 / 0.7 = 7142.9 lbf, q = 7142.9 / (9 1000 0.5) = 1.587 ft,
    Mmax = 7142.9 (20 + 0.75 + 0.794) = 153.9 kip-ft."""
    found = solved(of_loads(packs__footing="broms-clay_v1", soil=CLAY, footing__width_ft=0.5))
    force = 2 * 2500 / 0.7
    moment = force * (20 + 1.5 * 0.5 + 0.5 * force / (9 * 1000 * 0.5)) / 1000
    assert moment == pytest.approx(153.9, abs=0.05)
    assert found["result"]["moment_max_kipft"] == pytest.approx(moment, abs=5e-3)
    assert codes(found)["footing.long_pier"] == "review"
    assert f"{moment:.2f} kip-ft" in message(found, "footing.long_pier")


def test_the_greatest_moment_in_sand() -> None:
    """f = 0.816 sqrt(V_F / (gamma D Kp)), Mmax = V_F (e + 2 f / 3)."""
    found = result(of_loads(packs__footing="broms-sand_v1", soil=SAND))
    force = 2 * 2500 / 0.7
    f = 0.816 * sqrt(force / (120 * 2.5 * 3))
    assert found["moment_max_kipft"] == pytest.approx(force * (20 + 2 * f / 3) / 1000, rel=1e-3)


@pytest.mark.parametrize("packs", ["ibc-2024_v1", "broms-sand_v1"])
@pytest.mark.parametrize(("depth", "warned"), [(20, False), (20.001, True)])
def test_long_begins_beyond_ten_widths(packs: str, depth: float, warned: bool) -> None:
    """The IBC's equation turns a rigid pier too, but has no diagram of pressure for a moment."""
    soil = {"class": 4} if packs.startswith("ibc") else SAND
    document = of_loads(packs__footing=packs, soil=soil, footing__width_ft=2)
    found = solved(changed(document, {"footing__depth_ft": depth}))
    assert ("footing.long_pier" in codes(found)) is warned
    assert (found["result"]["moment_max_kipft"] is None) is packs.startswith("ibc")


# Frost ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("footing", [PIER, {"type": "spread", "thickness_ft": 2}])
def test_g08_frost_must_be_said(footing: dict[str, Any]) -> None:
    silent = solved(of_loads(footing=footing, site={}))
    assert codes(silent)["footing.frost_not_given"] == "review"
    said = solved(of_loads(footing=footing, site={"frost_depth_in": 0}))
    assert "footing.frost_not_given" not in codes(said)
    assert silent["result"]["depth_ft"] == said["result"]["depth_ft"]
    assert result(of_loads(footing=footing, site={"frost_depth_in": 60}))["depth_ft"] >= 5


# Ground that resists nothing -----------------------------------------------------------------


METHODS = [
    ("ibc-2024_v1", {"class": 4}, {}),
    ("ibc-2024_v1", {"class": 4}, {"constraint": "constrained"}),
    ("ibc-2024_v1", {"class": 4}, {"depth_ft": 9}),
    ("broms-clay_v1", CLAY, {}),
    ("broms-sand_v1", SAND, {}),
]


@pytest.mark.parametrize(("pack", "soil", "footing"), METHODS)
def test_the_load_stands_higher_over_ground_that_resists_nothing(
    pack: str, soil: dict[str, Any], footing: dict[str, Any]
) -> None:
    document = of_loads(packs__footing=pack, soil=soil, footing={**PIER, **footing})
    found = result(changed(document, {"soil__ignore_top_ft": 2}))
    higher = {"loads__height_ft": 22}
    if "depth_ft" in footing:
        higher["footing__depth_ft"] = footing["depth_ft"] - 2
    expected = result(changed(document, higher))
    assert found["required_depth_ft"] == pytest.approx(expected["required_depth_ft"] + 2)
    assert found["load_height_ft"] == 20
    if "depth_ft" in footing:
        for name, more in (("lateral_capacity_lbf", 0), ("single_pass_depth_ft", 2)):
            assert found[name] == pytest.approx(expected[name] + more)
    assert [one["required_depth_ft"] for one in found["alternatives"]] == pytest.approx(
        [one["required_depth_ft"] + 2 for one in expected["alternatives"]]
    )


def test_no_ground_to_ignore_changes_nothing_and_a_little_changes_little() -> None:
    plain = result(of_loads())
    assert result(of_loads(soil__ignore_top_ft=0)) == plain
    little = result(of_loads(soil__ignore_top_ft=0.001))
    assert little["required_depth_ft"] == pytest.approx(plain["required_depth_ft"], abs=0.002)


def test_a_pier_that_ends_in_ground_that_resists_nothing_carries_nothing() -> None:
    found = solved(
        of_loads(footing__depth_ft=3, soil__ignore_top_ft=3, loads__torsion_lbft=1000,
                 soil__side_friction_psf=500)
    )  # fmt: skip
    assert found["result"]["lateral_capacity_lbf"] == 0
    assert not checks(found)["pier.lateral"]["passed"]
    assert not checks(found)["pier.depth"]["passed"]
    assert codes(found)["footing.torsion_not_checked"] == "review"


# Layers --------------------------------------------------------------------------------------


def in_layers(*layers: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return of_loads(**{"soil": {"layers": list(layers)}, **changes})


@pytest.mark.parametrize("footing", [{}, {"constraint": "constrained"}, {"depth_ft": 9}])
@pytest.mark.parametrize("idle", [0, 2.5])
def test_layers_that_are_alike_are_one_ground(footing: dict[str, Any], idle: float) -> None:
    alike = [{"to_ft": 1, "class": 4}, {"to_ft": 3, "class": 4}, {"class": 4}]
    document = in_layers(*alike, footing={**PIER, **footing}, soil__ignore_top_ft=idle)
    expected = result(of_loads(footing={**PIER, **footing}, soil__ignore_top_ft=idle))
    found = result(document)
    weakest = found["alternatives"].pop()
    assert weakest["reading"] == "weakest layer"
    assert weakest["required_depth_ft"] == pytest.approx(expected["required_depth_ft"])
    assert found == {
        name: pytest.approx(value) if isinstance(value, float) else value
        for name, value in expected.items()
    }


def depth_by_hand(S: float, h: float = 20) -> float:
    """Eq. 18-1 for 2,500 lbf at h on 2.5 ft by halving, isolated: S is doubled."""
    low, high = 0.01, 12.0
    while high - low > 1e-9:
        d = (low + high) / 2
        A = 2.34 * 2500 / (2 * S * d / 3 * 2.5)
        low, high = (d, high) if A / 2 * (1 + sqrt(1 + 4.36 * h / A)) > d else (low, d)
    return high


def test_the_layer_at_a_third_of_the_depth_gives_the_bearing() -> None:
    """8.96 ft in sand (150) alone: its third, 2.99 ft, decides which layer is asked about."""
    sand, clay, gravel = depth_by_hand(150), depth_by_hand(100), depth_by_hand(200)
    assert gravel < sand < clay
    shallow = solved(in_layers({"to_ft": 1, "class": 5}, {"class": 4}))
    assert shallow["result"]["required_depth_ft"] == pytest.approx(sand, abs=5e-3)
    weakest = shallow["result"]["alternatives"][-1]
    assert weakest["required_depth_ft"] == pytest.approx(clay, abs=5e-3)
    assert codes(shallow)["footing.weaker_layer"] == "review"
    assert any("a third of the depth" in line for line in shallow["assumptions"])
    # The third of the depth stays in clay: nothing of the gravel below 3.5 ft is asked about.
    deep = solved(in_layers({"to_ft": 3.5, "class": 5}, {"class": 3}))
    assert deep["result"]["required_depth_ft"] == pytest.approx(clay, abs=5e-3)
    assert "footing.weaker_layer" not in codes(deep)


@pytest.mark.parametrize("idle", [0.0, 1.0])
def test_between_two_layers_the_edge_decides(idle: float) -> None:
    """Clay asks for 10.4 ft, gravel for 8.0: with the edge at 3 ft a third of 9 reaches it."""
    soil = {"layers": [{"to_ft": 3 + idle, "class": 5}, {"class": 3}], "ignore_top_ft": idle}
    found = solved(of_loads(soil=soil))
    assert found["result"]["required_depth_ft"] == pytest.approx(3 * 3 + idle)
    assert found["result"]["lateral_capacity_lbf"] >= 2500
    assert checks(found)["pier.lateral"]["passed"]


def test_the_required_depth_follows_the_edge_without_a_jump() -> None:
    depths = [
        result(in_layers({"to_ft": 2 + k / 100, "class": 5}, {"class": 3}))["required_depth_ft"]
        for k in range(160)
    ]
    assert all(0 <= b - a < 0.0301 for a, b in pairwise(depths))
    assert depths[0] == pytest.approx(depth_by_hand(200), abs=5e-3)
    assert depths[-1] == pytest.approx(depth_by_hand(100), abs=5e-3)


def test_each_pole_of_a_sign_is_asked_in_layers() -> None:
    layers = [{"to_ft": 3, "class": 5}, {"class": 4}]
    document = of_sign(
        sign__poles__count=2, sign__poles__spacing_ft=12, soil={"layers": layers},
        sign__elements__0__offset_ft=2,
    )  # fmt: skip
    for constraint in ("nonconstrained", "constrained"):
        found = solved(changed(document, {"footing__constraint": constraint}))
        depths = [row["required_depth_ft"] for row in found["result"]["foundations"]]
        assert found["result"]["required_depth_ft"] == max(depths) > min(depths)
        assert found["result"]["constraint"] == constraint


def test_a_pier_held_at_grade_asks_about_its_full_depth() -> None:
    held = {**PIER, "constraint": "constrained"}
    gravel = result(of_loads(footing=held, soil={"class": 3}))["required_depth_ft"]
    clay = result(of_loads(footing=held, soil={"class": 5}))["required_depth_ft"]
    below = solved(in_layers({"to_ft": gravel - 0.1, "class": 5}, {"class": 3}, footing=held))
    assert below["result"]["required_depth_ft"] == pytest.approx(gravel)
    edge = solved(in_layers({"to_ft": gravel + 0.2, "class": 5}, {"class": 3}, footing=held))
    assert edge["result"]["required_depth_ft"] == pytest.approx(gravel + 0.2)
    above = result(in_layers({"to_ft": clay + 0.1, "class": 5}, {"class": 3}, footing=held))
    assert above["required_depth_ft"] == pytest.approx(clay)


def test_a_restraint_that_asks_for_more_is_left_alone_in_layers_too() -> None:
    tall = {"lateral_lbf": 20_000, "height_ft": 150, "level": "asd"}
    footing = {**PIER, "constraint": "constrained", "depth_limit": "d/3<=12"}
    alone = solved(of_loads(loads=tall, footing=footing))
    found = solved(in_layers({"class": 4}, loads=tall, footing=footing))
    assert found["result"]["constraint"] == alone["result"]["constraint"] == "nonconstrained"
    assert found["result"]["required_depth_ft"] == alone["result"]["required_depth_ft"]


def test_the_limit_holds_the_layer_that_is_asked_about() -> None:
    """Read as d<=12 no depth asks about more than 4 ft below grade."""
    heavy = {"lateral_lbf": 9000, "height_ft": 30, "level": "asd"}
    sand = result(of_loads(loads=heavy))
    found = result(in_layers({"to_ft": 4.1, "class": 4}, {"class": 3}, loads=heavy))
    assert found["required_depth_ft"] == sand["required_depth_ft"] > 12
    below = result(in_layers({"to_ft": 4, "class": 4}, {"class": 3}, loads=heavy))
    assert below["required_depth_ft"] < sand["required_depth_ft"]


def test_a_pier_built_deeper_is_held_against_the_weaker_ground_there() -> None:
    document = in_layers({"to_ft": 3.05, "class": 4}, {"class": 5}, footing__depth_ft=9.5)
    found = solved(document)
    assert found["result"]["required_depth_ft"] == pytest.approx(depth_by_hand(150), abs=5e-3)
    assert checks(found)["pier.depth"]["passed"]
    assert not checks(found)["pier.lateral"]["passed"]


def test_vertical_bearing_is_that_of_the_layer_at_the_bottom() -> None:
    till = {"lateral_psf_per_ft": 300, "name": "till"}
    document = in_layers({"to_ft": 8, "class": 5}, till, footing__depth_ft=7.9)
    assert result(document)["bearing"]["allowable_psf"] == 1500
    at_edge = changed(document, {"footing__depth_ft": 8})
    assert codes(solved(at_edge))["footing.vertical_bearing_not_checked"] == "warning"
    assert codes(solved(at_edge))["footing.factor_on_report_values"] == "review"
    whole = changed(at_edge, {"soil__vertical_psf": 2500})
    assert result(whole)["bearing"]["allowable_psf"] == 2500
    own = changed(whole, {"soil__layers__1__vertical_psf": 5000})
    assert result(own)["bearing"]["allowable_psf"] == 5000
    reports = in_layers({"lateral_psf_per_ft": 300})
    assert any("no report is named" in line for line in solved(reports)["assumptions"])


@pytest.mark.parametrize(
    ("soil", "pointer"),
    [
        ({"class": 4, "layers": [{"class": 4}]}, "/soil"),
        ({"lateral_psf_per_ft": 150, "layers": [{"class": 4}]}, "/soil"),
        ({"layers": []}, "/soil/layers"),
        ({"layers": [{"to_ft": 3}, {"class": 4}]}, "/soil/layers/0"),
        ({"layers": [{"class": 4, "lateral_psf_per_ft": 150}]}, "/soil/layers/0"),
        ({"layers": [{"to_ft": 3, "class": 4}]}, "/soil/layers/0/to_ft"),
        ({"layers": [{"class": 4}, {"class": 4}]}, "/soil/layers/0/to_ft"),
        ({"layers": [{"to_ft": 3, "class": 4}, {"to_ft": 3, "class": 5}, {"class": 4}]},
         "/soil/layers/1/to_ft"),
    ],
)  # fmt: skip
def test_layers_that_are_none_are_refused(soil: dict[str, Any], pointer: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        solved(of_loads(soil=soil))
    assert caught.value.faults[0].pointer == pointer


@pytest.mark.parametrize(
    "changes",
    [
        {"packs__footing": "broms-clay_v1"},
        {"packs__footing": "broms-sand_v1"},
        {"footing": {"type": "spread", "thickness_ft": 2}},
    ],
)
def test_layers_are_refused_where_nothing_reads_them(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match="layers are read by the pier equations") as caught:
        solved(in_layers({"class": 4}, **changes))
    assert caught.value.faults[0].pointer == "/soil/layers"
    assert caught.value.faults[0].hint


# Ground water --------------------------------------------------------------------------------


@pytest.mark.parametrize("water", [None, 0, 2, 100])
def test_a_pier_in_ground_water_holds_less_against_uplift(water: float | None) -> None:
    """0.6 of the concrete less 62.4 pcf of what is under water; the net bearing is the same."""
    document = of_sign(
        sign__poles__count=2, sign__poles__spacing_ft=4, sign__elements__0__offset_ft=6
    )
    document["site"]["water_depth_ft"] = water
    found = solved(document)
    depth, area = found["result"]["depth_ft"], pi * 2.5**2 / 4
    under = 0 if water is None else max(depth - water, 0)
    holds = area * (0.6 * 150 * depth - 62.4 * under)
    assert checks(found)["pier.uplift"]["capacity"] == pytest.approx(holds, rel=1e-3)
    dry = changed(document, {"site__water_depth_ft": None})
    assert found["result"]["bearing"] == solved(dry)["result"]["bearing"]
    told = any("Ground water stands" in line for line in found["assumptions"])
    assert told is (water is not None)
