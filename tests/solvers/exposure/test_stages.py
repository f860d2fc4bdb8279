"""Stepped poles and named sections: wind, weight and frequency, by hand and against one another."""

from math import pi, sqrt
from typing import Any

import pytest
from msgspec.structs import replace

from apex_cli import calculate
from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.exposure.equations import frequency as eq
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.solve import solve

Answer = dict[str, Any]
CABINET = {"width_ft": 10, "height_ft": 6, "bottom_ft": 24, "weight_psf": 8}
PIPES = [
    {"section": "PIPE12STD", "bottom_ft": 0, "top_ft": 16},
    {"section": "PIPE10STD", "bottom_ft": 13, "top_ft": 30},
]
TYPED = {
    "PIPE10STD": {"shape": "round", "width_in": 10.75, "wall_in": 0.365, "weight_plf": 40.5},
    "PIPE12STD": {"shape": "round", "width_in": 12.75, "wall_in": 0.375, "weight_plf": 49.6},
    "HSS8x8x1/4": {"shape": "square", "width_in": 8, "wall_in": 0.25, "weight_plf": 25.82},
}


def document(poles: Answer | None, *elements: Answer, **more: Any) -> Answer:
    return {
        "schema_version": 1,
        "packs": {"exposure": "asce7-22_v1", "footing": "ibc-2024_v1", "sections": "us_v1"},
        "site": {"wind_speed_mph": 109, "risk_category": "II", "exposure": "C", "kzt": 1.0},
        "sign": {"elements": list(elements) or [CABINET], "poles": poles},
        "soil": {"class": 4},
        "footing": {"type": "pier", "width_ft": 3},
        **more,
    }


def asked(poles: Answer | None, *elements: Answer, kind: Any = "exposure", **more: Any) -> Answer:
    envelope: Answer = calculate(kind, document(poles, *elements, **more))
    assert envelope["error"] is None
    return envelope


def winds(poles: Answer, *elements: Answer) -> dict[str, Answer]:
    found = asked(poles, *elements)["result"]["elements"]
    return {one["name"]: one for one in found if one["kind"] == "pole"}


@pytest.mark.parametrize("name", TYPED)
@pytest.mark.parametrize("kind", ["exposure", "footing"])
@pytest.mark.parametrize("count", [1, 2])
def test_a_section_gives_what_its_dimensions_give_by_hand(name: str, kind: str, count: int) -> None:
    more = {"count": count, "spacing_ft": 4.0, "top_ft": 30}
    by_name = asked({"section": name, **more}, kind=kind)
    by_hand = asked({**TYPED[name], **more}, kind=kind)
    stages = by_name["result"].pop("stages", None)
    assert by_name["result"] == by_hand["result"]
    assert by_name["checks"] == by_hand["checks"]
    values = [(step["symbol"], step["value"]) for step in by_name["trace"]["steps"]]
    assert values == [(step["symbol"], step["value"]) for step in by_hand["trace"]["steps"]]
    assert by_name["trace"]["inputs"]["sign"]["poles"]["section"] == name
    assert by_name["trace"]["pack_metadata"]["sections"]["ref"] == "us_v1"
    assert "sections" not in by_hand["trace"]["pack_metadata"]
    origins = {
        term["origin"] for step in by_name["trace"]["steps"] for term in step["terms"].values()
    }
    assert any(origin.startswith("sections:/tables/") for origin in origins)
    if kind == "exposure":
        ((stage),) = stages
        typed = TYPED[name]
        assert {key: stage[key] for key in typed} == typed
        assert (stage["section"], stage["bottom_ft"], stage["top_ft"]) == (name, 0, 30)


def test_a_pole_by_hand_tells_no_stages() -> None:
    assert "stages" not in asked({**TYPED["PIPE10STD"], "top_ft": 30})["result"]


def test_each_stage_takes_the_wind_by_its_own_width() -> None:
    found = winds({"stages": PIPES})
    assert list(found) == ["pole, stage 1", "pole, stage 2"]
    low, high = found.values()
    assert (low["area_ft2"], low["centroid_ft"]) == (17, 8)
    assert high["area_ft2"] == pytest.approx(10.75 / 12 * 8, abs=1e-3)
    assert high["centroid_ft"] == 20
    assert low["aspect_ratio"] == pytest.approx(30 / (12.75 / 12), abs=1e-3)
    assert high["aspect_ratio"] == pytest.approx(30 / (10.75 / 12), abs=1e-3)
    assert (low["cf"], high["cf"]) == (0.7, 0.7)


def test_a_thin_stage_may_be_small_where_a_wide_one_is_large() -> None:
    """D sqrt(q_z) above 2.5 is flow around a large member: each stage decides for itself."""
    stages = [
        {"section": "PIPE12STD", "bottom_ft": 0, "top_ft": 16},
        {"section": "PIPE4STD", "bottom_ft": 13, "top_ft": 30},
    ]
    low, high = winds({"stages": stages}).values()
    assert 12.75 / 12 * sqrt(low["velocity_pressure_psf"]) > 2.5
    assert 4.5 / 12 * sqrt(high["velocity_pressure_psf"]) < 2.5
    assert (low["cf"], high["cf"]) == (0.7, 1.2)


def test_cabinets_hide_their_part_of_each_stage() -> None:
    board = {**CABINET, "height_ft": 4, "bottom_ft": 14}
    low, high = winds({"stages": PIPES}, CABINET, board).values()
    assert (low["area_ft2"], high["centroid_ft"]) == (pytest.approx(12.75 / 12 * 14, abs=1e-3), 21)
    aside = {**board, "offset_ft": 7}  # its edge is 2 ft beside the axis, and hides nothing
    assert winds({"stages": PIPES}, CABINET, aside) == winds({"stages": PIPES})


def test_an_edge_behind_which_only_the_wide_stage_stands() -> None:
    """The lower pipe is 6.4 in wide either way, the upper one 5.4 in: the edge is between them."""
    edge = 5.9 / 12
    tall = {**CABINET, "height_ft": 20, "bottom_ft": 4, "width_ft": 5, "offset_ft": edge + 2.5}
    found = winds({"stages": PIPES}, CABINET, tall)
    assert list(found) == ["pole, part 1, stage 1", "pole, part 2, stage 1", "pole, stage 2"]
    assert found["pole, stage 2"]["area_ft2"] == pytest.approx(10.75 / 12 * 8, abs=1e-3)
    part = found["pole, part 2, stage 1"]
    assert part["area_ft2"] == pytest.approx((6.375 / 12 - edge) * 4, abs=1e-3)


def test_both_pieces_of_a_sleeve_weigh() -> None:
    dead = asked({"stages": PIPES})["result"]["base"]["dead_load_lbf"]
    assert dead == pytest.approx(60 * 8 + 49.6 * 16 + 40.5 * 17)


def test_a_stage_without_a_weight_counts_for_nothing_and_is_told() -> None:
    upper = {"shape": "round", "width_in": 10.75, "bottom_ft": 13, "top_ft": 30}
    envelope = asked({"stages": [PIPES[0], upper]})
    assert envelope["result"]["base"]["dead_load_lbf"] == pytest.approx(60 * 8 + 49.6 * 16)
    assert "dead.weight_missing" in {one["code"] for one in envelope["warnings"]}
    assert envelope["result"]["natural_frequency_hz"] is None


def test_two_stages_alike_sway_as_one_pole() -> None:
    whole = {**TYPED["PIPE10STD"], "count": 2, "spacing_ft": 4}
    cut = {key: whole.pop(key) for key in TYPED["PIPE10STD"]}
    halves = [
        {**cut, "bottom_ft": 0, "top_ft": 11}, {**cut, "bottom_ft": 11, "top_ft": 30},
    ]  # fmt: skip
    one = asked({**whole, **cut, "top_ft": 30})["result"]
    two = asked({**whole, "stages": halves})["result"]
    assert two["natural_frequency_hz"] == one["natural_frequency_hz"] > 0
    assert two["base"] == one["base"]
    assert two["per_pole"] == one["per_pole"]


def test_the_frequency_of_a_stepped_pole_by_hand() -> None:
    low, high = (pi / 64 * (D**4 - (D - 2 * t) ** 4) for D, t in ((12.75, 0.375), (10.75, 0.365)))
    a, L = 16 * 12, 27 * 12
    flexible = (L**3 - (L - a) ** 3) / (3 * 29e6 * low) + (L - a) ** 3 / (3 * 29e6 * high)
    parts = 2000
    curve = [((3 * s * s - s**3) / 2) ** 2 for s in ((k + 0.5) / parts for k in range(parts))]

    def share(start: float, end: float) -> float:
        near = [one for k, one in enumerate(curve) if start <= (k + 0.5) / parts * 27 < end]
        return sum(near) * 27 / parts

    moving = 480 + 49.6 * share(0, 16) + 40.5 * (share(13, 27) + 3)
    by_hand = sqrt(386.1 / flexible / moving) / (2 * pi)
    found = asked({"stages": PIPES})["result"]["natural_frequency_hz"]
    assert found == pytest.approx(by_hand, rel=1e-3)


def test_a_centre_within_the_first_stage_bends_that_alone() -> None:
    stages = [{**PIPES[0], "top_ft": 28}, {**PIPES[1], "bottom_ft": 28}]
    stiff = asked({"stages": stages})
    steps = [step for step in stiff["trace"]["steps"] if step["text"].startswith("1728")]
    assert [step["subject"] for step in steps] == ["natural frequency, stage 1"]


def test_the_share_of_a_whole_pole_is_that_of_the_pack() -> None:
    share = {"N": 1.0, "w": 40.0, "k_m": 33 / 140, "L": 21.0}
    whole = eq.moving_weight(W=0.0, H=24.0, **share)
    below, within = (eq.moving_below(z=z, L=21.0) for z in (0.0, 24.0))
    again = eq.moving_stage(psi_1=below, psi_2=within, z_1=0.0, z_2=24.0, **share)
    assert again == pytest.approx(whole, rel=1e-12)


@pytest.mark.parametrize(("axis", "width", "depth"), [("strong", 6, 10), ("weak", 10, 6)])
def test_a_rectangle_meets_each_wind_with_another_width(
    axis: str, width: float, depth: float
) -> None:
    poles = {"section": "HSS10x6x1/4", "axis": axis, "top_ft": 30}
    deep = {**CABINET, "width_ft": 2, "height_ft": 4, "bottom_ft": 26, "thickness_ft": 20}
    envelope = asked(poles, deep)
    found = {one["name"]: one for one in envelope["result"]["elements"] if one["kind"] == "pole"}
    assert found["pole"]["area_ft2"] == pytest.approx(width / 12 * 26, abs=1e-3)
    assert found["pole, side"]["area_ft2"] == pytest.approx(depth / 12 * 26, abs=1e-3)
    for one in found.values():
        assert one["aspect_ratio"] == pytest.approx(30 / 0.5)
        assert (one["cf"], one["kd"]) == (2, 0.9)
    assert any("has the force coefficients of a square one" in it for it in envelope["assumptions"])
    assert envelope["result"]["stages"][0]["width_in"] == width


def test_a_rectangle_sways_about_its_axis() -> None:
    found = [
        asked({"section": "HSS10x6x1/4", "axis": axis, "top_ft": 30})["result"]
        for axis in ("strong", "weak")
    ]
    inertia = [b * d**3 - (b - 0.5) * (d - 0.5) ** 3 for b, d in ((6, 10), (10, 6))]
    strong, weak = (one["natural_frequency_hz"] for one in found)
    assert strong / weak == pytest.approx(sqrt(inertia[0] / inertia[1]), rel=1e-3)


def test_the_poles_must_reach_the_cabinets() -> None:
    high = {**CABINET, "bottom_ft": 31}
    with pytest.raises(InvalidInput) as caught:
        calculate("exposure", document({"stages": PIPES}, high))
    (fault,) = caught.value.faults
    assert (fault.pointer, fault.value) == ("/sign/poles/stages/1/top_ft", 30)
    with pytest.raises(InvalidInput) as caught:
        calculate("exposure", document({"stages": PIPES}, CABINET, {**CABINET, "bottom_ft": 44}))
    assert "top_ft of the last stage" in caught.value.hint


def test_every_wall_that_is_too_thick_is_told() -> None:
    stages = [
        {"shape": "square", "width_in": 8, "wall_in": 4.5, "bottom_ft": 0, "top_ft": 15},
        {"shape": "round", "width_in": 6, "wall_in": 3.5, "bottom_ft": 15, "top_ft": 30},
    ]
    with pytest.raises(InvalidInput) as caught:
        calculate("exposure", document({"stages": stages}))
    assert [fault.pointer for fault in caught.value.faults] == [
        "/sign/poles/stages/0/wall_in", "/sign/poles/stages/1/wall_in",
    ]  # fmt: skip


def test_beside_a_cabinet_the_stage_at_its_height_counts() -> None:
    """It hangs beside the thin upper stage, by less than the wide lower one reaches out."""
    stages = [
        {"shape": "square", "width_in": 48, "bottom_ft": 0, "top_ft": 16},
        {"shape": "square", "width_in": 12, "bottom_ft": 16, "top_ft": 30},
    ]
    for bottom, beside in ((24, True), (8, False), (30, True)):
        hung = {**CABINET, "bottom_ft": bottom, "offset_ft": 6}
        small = {"width_ft": 2, "height_ft": 1, "bottom_ft": 20}
        codes = {one["code"] for one in asked({"stages": stages}, small, hung)["warnings"]}
        assert ("sign.arms_not_counted" in codes) == beside, bottom


@pytest.mark.parametrize(
    "poles",
    [
        {"stages": PIPES, "count": 2, "spacing_ft": 5.0},
        {"section": "HSS10x6x1/4", "axis": "weak"},
        {"stages": [{"section": "HSS8x8x1/4", "shape": "square_diagonal", "bottom_ft": 0,
                     "top_ft": 30}]},
    ],
)  # fmt: skip
def test_traced_and_bare_are_equal(poles: Answer) -> None:
    catalogue = Catalogue()
    project = Inputs.read(
        {key: document(poles, {**CABINET, "thickness_ft": 9})[key] for key in ("site", "sign")}
    )
    packs = catalogue.load("exposure", "asce7-22_v1")[0], catalogue.load("sections", "us_v1")[0]
    told = solve(ExposureInputs.of(located(project)), packs[0], Trace(), packs[1])  # type: ignore[arg-type] # - what the catalogue reads is a Pack
    bare = solve(ExposureInputs.of(project), packs[0], Bare(), packs[1])  # type: ignore[arg-type] # - the same
    assert replace(told, combinations=[], alternatives=[]) == bare
