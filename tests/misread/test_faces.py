"""Which cabinets are one face, where the force stands, both directions of wind, equal cases."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from apex_cli import calculate
from apex_cli.equations import Trace
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.result import ExposureResult
from apex_cli.solvers.exposure.solve import solve

EXAMPLES = Path(__file__).parents[2] / "examples"
Answer = dict[str, Any]


def cabinet(width: float, height: float, bottom: float, offset: float = 0, **more: Any) -> Answer:
    size = {"width_ft": width, "height_ft": height, "bottom_ft": bottom, "offset_ft": offset}
    return size | more


def project(*elements: Answer, edition: str = "7-16", **sign: Any) -> Answer:
    return {
        "schema_version": 1,
        "name": "a sign",
        "packs": {"exposure": f"asce{edition}_v1"},
        "site": {
            "wind_speed_mph": 115, "wind_speed_source": "given", "risk_category": "II",
            "exposure": "C", "kzt": 1.0,
        },
        "sign": {"elements": list(elements), **sign},
    }  # fmt: skip


def wind(*elements: Answer, edition: str = "7-16", **sign: Any) -> Answer:
    result: Answer = calculate("exposure", project(*elements, edition=edition, **sign))["result"]
    return result


def warned(document: Answer, kind: Any = "exposure") -> set[str]:
    return {warning["code"] for warning in calculate(kind, document)["warnings"]}


def told(*elements: Answer, **sign: Any) -> str:
    return " ".join(calculate("exposure", project(*elements, **sign))["assumptions"])


ROUND = {"count": 2, "shape": "round", "width_in": 24, "spacing_ft": 20, "top_ft": 30}
TWO = (cabinet(20, 12, 18, -10, weight_psf=8), cabinet(20, 12, 18, 10, weight_psf=8))


def billboard(*elements: Answer) -> Answer:
    """F01 and F13: two cabinets that touch, over two piers."""
    return {
        **project(*(elements or TWO), edition="7-22", poles=ROUND | {"weight_plf": 90}),
        "packs": {"exposure": "asce7-22_v1", "footing": "ibc-2024_v1"},
        "soil": {"class": 4},
        "footing": {
            "type": "pier", "shape": "round", "width_ft": 4, "constraint": "nonconstrained",
            "isolated_pole": True,
        },
    }  # fmt: skip


def apart(gap: float) -> tuple[Answer, Answer]:
    return cabinet(20, 12, 18, -10 - gap / 2), cabinet(20, 12, 18, 10 + gap / 2)


# F01: B = 40, s = 12, h = 30: s/h = 0.4, B/s = 3.33. Between the cells 1.70 and 1.80 of B/s = 2
# and 4: C_f = 1.75. K_z = 2.41 (30/2460)^(2/9.8) = 0.981 at 30 ft; q = 0.00256 0.981 115^2 = 33.2
# psf; F = 33.2 0.85 0.85 1.75 480 = 20.15 kip and T = 0.2 40 20.15 = 161.2 kip-ft.


def test_f01_cabinets_that_touch_are_one_face() -> None:
    envelope = calculate("footing", billboard())
    answer = calculate("exposure", billboard())["result"]
    assert answer["base"]["largest_torsion_kipft"] == pytest.approx(161.2, abs=0.05)
    assert [case["case"] for case in answer["cases"]] == ["A", "B", "C"]
    assert answer["elements"][0]["name"] == "cabinet 1 and cabinet 2"
    assert answer["elements"][0]["aspect_ratio"] == pytest.approx(40 / 12, abs=1e-3)
    assert envelope["result"]["required_depth_ft"] == pytest.approx(14.90, abs=0.005)
    assert "one face, 40 ft wide and 12 ft high" in " ".join(envelope["assumptions"])


@pytest.mark.parametrize("edition", ["7-10", "7-16", "7-22"])
def test_a_face_in_two_cabinets_is_the_face(edition: str) -> None:
    whole = wind(cabinet(40, 12, 18), edition=edition)
    for halves in (apart(0), (cabinet(40, 5, 18), cabinet(40, 7, 23))):
        parts = wind(*halves, edition=edition)
        assert parts["cases"] == whole["cases"]
        assert parts["base"] == whole["base"]
        assert parts["elements"][0]["case_c"] == whole["elements"][0]["case_c"]


def test_the_other_reading_is_told() -> None:
    (other,) = wind(*apart(0))["alternatives"]
    separate = wind(*apart(0), stacking="separate")
    assert other["torsion_kipft"] == separate["base"]["largest_torsion_kipft"]
    assert other["moment_kipft"] == separate["base"]["moment_kipft"]
    assert other["shear_lbf"] == separate["base"]["largest_shear_lbf"]
    (joint,) = separate["alternatives"]
    assert joint["torsion_kipft"] == wind(*apart(0))["base"]["largest_torsion_kipft"]


def test_separate_is_obeyed_and_looked_at() -> None:
    document = project(*apart(0), stacking="separate")
    assert "sign.faces_touch" in warned(document)
    (review,) = calculate("exposure", document)["warnings"][:1]
    assert review["severity"] == "review"
    assert "sign.faces_touch" not in warned(project(*apart(5), stacking="separate"))


@pytest.mark.parametrize(("gap", "faces"), [(0, 1), (1.19, 1), (1.2, 1), (1.21, 2), (6, 2)])
def test_nearly_touching_is_below_a_tenth_of_the_height(gap: float, faces: int) -> None:
    assert len(wind(*apart(gap))["elements"]) == faces
    above = cabinet(20, 12, 18), cabinet(20, 12, 30 + gap)
    assert len(wind(*above)["elements"]) == faces


def test_the_gap_is_measured_with_the_smaller_height() -> None:
    assert len(wind(cabinet(10, 10, 20), cabinet(10, 2, 17.5))["elements"]) == 2
    assert len(wind(cabinet(10, 10, 20), cabinet(10, 2, 17.9))["elements"]) == 1


def test_a_gap_opens_without_a_jump() -> None:
    closed, ajar = wind(*apart(0))["base"], wind(*apart(0.001))["base"]
    for key in ("shear_lbf", "moment_kipft", "largest_torsion_kipft"):
        assert ajar[key] == pytest.approx(closed[key], rel=0.02)


def test_rows_and_grids_are_one_face() -> None:
    row = [cabinet(5, 4, 20, x) for x in (-10, -5, 0, 5, 10)]
    (face,) = wind(*row)["elements"]
    assert face["name"] == "cabinet 1 to cabinet 5"
    assert face["aspect_ratio"] == pytest.approx(25 / 4)
    grid = [cabinet(5, 4, z, x) for z in (20, 24) for x in (-2.5, 2.5)]
    assert wind(*grid)["cases"] == wind(cabinet(10, 8, 20))["cases"]


def test_groups_stand_by_themselves() -> None:
    answer = wind(*apart(0), cabinet(10, 4, 5))
    assert [one["name"] for one in answer["elements"]] == ["cabinet 1 and cabinet 2", "cabinet 3"]


@pytest.mark.parametrize(
    "elements",
    [
        (cabinet(10, 6, 20, -5), cabinet(10, 6, 26, 5)),  # corner to corner
        (cabinet(10, 6, 20), cabinet(10, 6, 29.5)),
        (cabinet(10, 6, 20, -10), cabinet(10, 6, 20, 10)),
    ],
)
def test_cabinets_apart_are_signs_of_their_own(elements: tuple[Answer, ...]) -> None:
    silent = wind(*elements)
    assert silent["alternatives"] == []
    assert len(silent["elements"]) == 2
    assert "sign.faces_touch" not in warned(project(*elements))
    assert silent == wind(*elements, stacking="separate")


@pytest.mark.parametrize("gap", [1.201, 2.0, 5.9])
def test_two_faces_that_are_not_far_apart_are_told_as_one(gap: float) -> None:
    """Beyond a tenth of s they are two signs, and what they take as one face is told."""
    pair = cabinet(20, 12, 18, -10 - gap / 2), cabinet(20, 12, 18, 10 + gap / 2)
    (other,) = wind(*pair)["alternatives"]
    assert other["torsion_kipft"] > 150
    assert wind(*pair)["base"]["torsion_kipft"] < 90
    assert len(wind(*pair)["elements"]) == 2
    assert "sign.other_reading" in warned(project(*pair))


def test_an_l_has_no_figure() -> None:
    """20 by 4 with 4 by 20 on its end: 160 of 480 ft2 are solid."""
    angle = cabinet(20, 4, 10), cabinet(4, 20, 14, 8)
    assert "sign.faces_touch" in warned(project(*angle))
    assert wind(*angle)["cases"] == wind(*angle, stacking="separate")["cases"]
    assert wind(*angle)["alternatives"] == []


def test_lattices_that_touch_have_nothing_to_add() -> None:
    lattices = cabinet(10, 6, 20, solidity=0.4), cabinet(10, 6, 14, solidity=0.2)
    assert "sign.faces_touch" not in warned(project(*lattices))
    assert [one["kind"] for one in wind(*lattices)["elements"]] == ["open_sign", "open_sign"]


def test_a_reading_without_an_answer_is_left_out() -> None:
    """By itself the lattice of round members has no coefficient: no diameter is given."""
    lattice = cabinet(10, 2, 18, solidity=0.5, members="round")
    answer = wind(cabinet(10, 10, 20), lattice)
    assert len(answer["elements"]) == 1
    assert answer["alternatives"] == []


def test_what_overlaps_counts_once() -> None:
    """10 by 6 and 10 by 6 two feet into one another: 18 by 6."""
    whole = wind(cabinet(18, 6, 18, 4))
    parts = wind(cabinet(10, 6, 18), cabinet(10, 6, 18, 8))
    assert parts["cases"] == whole["cases"]
    within = wind(cabinet(18, 6, 18, 4), cabinet(3, 3, 19))
    assert within["cases"] == whole["cases"]


def test_the_more_solid_one_counts_where_two_overlap() -> None:
    """20 by 6 solid at 0.75 with 4 by 6 in its middle whole: 0.75 96 + 24 = 96 of 120 ft2."""
    answer = wind(cabinet(20, 6, 18, solidity=0.75), cabinet(4, 6, 18))
    like = wind(cabinet(20, 6, 18, solidity=96 / 120))
    assert answer["base"]["shear_lbf"] == pytest.approx(like["base"]["shear_lbf"])


def test_the_force_stands_at_the_centroid_of_what_is_solid() -> None:
    """14 by 6 at 24 ft over 14 by 4 at 19.5 ft: (84 27 + 56 21.5) / 140 = 24.8 ft."""
    answer = wind(cabinet(14, 6, 24), cabinet(14, 4, 19.5), stacking="combined")
    assert answer["elements"][0]["centroid_ft"] == pytest.approx(24.8)


def test_on_the_ground_the_centroid_is_raised() -> None:
    """10 by 4 on the ground, 6 by 4 on it: (40 2 + 24 6) / 64 = 3.5 ft, and 0.05 8 = 0.4 more."""
    answer = wind(cabinet(10, 4, 0), cabinet(6, 4, 4))
    assert answer["elements"][0]["centroid_ft"] == pytest.approx(3.9)


def test_a_joint_face_turns_about_its_centroid() -> None:
    """From -7 to 10 ft: middle 1.5, centroid (60 (-2) + 36 7) / 96 = 1.375 ft, 0.2 17 = 3.4."""
    answer = wind(cabinet(10, 6, 10, -2), cabinet(6, 6, 10, 7), stacking="combined")
    a, b, c = answer["cases"]
    force = a["shear_lbf"] / 1000
    assert a["torsion_kipft"] == pytest.approx(force * 1.375, rel=1e-4)
    assert b["torsion_kipft"] == pytest.approx(force * (1.375 + 3.4), rel=1e-4)
    regions = answer["elements"][0]["case_c"]
    arms = [8.5 - (one["from_ft"] + one["to_ft"]) / 2 for one in regions]
    turned = sum(one["force_lbf"] * arm for one, arm in zip(regions, arms, strict=True)) / 1000
    expected = turned + c["shear_lbf"] / 1000 * (1.375 + 0.125)
    assert c["torsion_kipft"] == pytest.approx(expected, rel=1e-4)


# F04: two solid cabinets of 84 and 56 ft2 in 14 by 16.5: 60.6 % solid.


def test_f04_combined_is_refused_where_it_is_no_face() -> None:
    upper, lower = cabinet(14, 6, 24), cabinet(14, 4, 13.5)
    with pytest.raises(NoAnswer, match=r"60\.6 % solid") as caught:
        wind(upper, lower, stacking="combined")
    assert caught.value.problem_code == "sign.not_one_face"
    assert caught.value.hint == "take sign.stacking separate"


@pytest.mark.parametrize("solidity", [0.69, 0.7])
def test_combined_needs_more_than_70_percent(solidity: float) -> None:
    gap = 10 / solidity - 10
    with pytest.raises(NoAnswer):
        wind(cabinet(14, 6, 24 + gap), cabinet(14, 4, 20), stacking="combined")


def test_combined_just_solid_has_case_b() -> None:
    gap = 10 / 0.701 - 10
    answer = wind(cabinet(14, 6, 24 + gap), cabinet(14, 4, 20), stacking="combined")
    assert [case["case"] for case in answer["cases"]] == ["A", "B"]


# F05: each open cabinet by its own members.

OPEN = (
    cabinet(10, 6, 12, solidity=0.4, members="flat"),
    cabinet(12, 6, 20, solidity=0.4, members="round", member_diameter_in=12),
)


def test_f05_open_cabinets_keep_their_members() -> None:
    answer = wind(*OPEN, stacking="combined")
    assert answer["cases"] == wind(*OPEN)["cases"]
    assert [one["cf"] for one in answer["elements"]] == [1.6, 1.1]
    assert "each is answered by itself" in told(*OPEN, stacking="combined")


def test_open_and_solid_cabinets_are_not_combined() -> None:
    with pytest.raises(NoAnswer):
        wind(OPEN[0], cabinet(12, 6, 20), stacking="combined")


def test_the_thinnest_cabinet_decides_in_a_joint_face_too() -> None:
    gust = {"method": "flexible", "natural_frequency_hz": 0.5}
    thick, thin = cabinet(20, 6, 24, thickness_ft=4), cabinet(20, 4, 20, thickness_ft=1)
    found = [
        calculate("exposure", project(*elements) | {"gust": gust})["result"]["gust_factor"]
        for elements in ((thick, thin), (cabinet(20, 10, 20, thickness_ft=1),))
    ]
    assert found[0] == found[1]
    none = project(cabinet(20, 6, 24), cabinet(20, 4, 20)) | {"gust": gust}
    with pytest.raises(InvalidInput):
        calculate("exposure", none)


# F08: 3 wide, 8 thick, 10 high on the ground. B/s 0.3 and 0.8 at s/h = 1: C_f 1.6167 and 1.49;
# the side takes (8 1.49) / (3 1.6167) = 2.458 times the force of the front.


def test_f08_both_directions_are_answered() -> None:
    answer = wind(cabinet(3, 10, 0, thickness_ft=8))
    rows = {(row["direction"], row["case"]): row for row in answer["cases"]}
    assert set(rows) == {("front", "A"), ("front", "B"), ("side", "A"), ("side", "B")}
    front, side = rows["front", "B"], rows["side", "B"]
    assert side["shear_lbf"] / front["shear_lbf"] == pytest.approx(2.458, abs=1e-3)
    assert side["torsion_kipft"] == pytest.approx(side["shear_lbf"] * 0.2 * 8 / 1000, rel=1e-3)
    base = answer["base"]
    assert (base["direction"], base["moment_kipft"]) == ("side", side["moment_kipft"])
    assert answer["asd"]["moment_kipft"] == pytest.approx(0.6 * side["moment_kipft"], abs=1e-3)
    assert [one["name"] for one in answer["elements"]] == ["cabinet 1", "cabinet 1, side"]
    assert "Wind along the sign asks for more shear and moment and torsion" in told(
        cabinet(3, 10, 0, thickness_ft=8)
    )


def test_the_side_is_the_sign_seen_from_there() -> None:
    """A sign turned by 90 degrees takes the same."""
    deep, wide = wind(cabinet(3, 10, 12, thickness_ft=25)), wind(cabinet(25, 10, 12))
    keys = ("case", "shear_lbf", "moment_kipft", "torsion_kipft")
    side = [row for row in deep["cases"] if row["direction"] == "side"]
    assert [[r[k] for k in keys] for r in side] == [[r[k] for k in keys] for r in wide["cases"]]


@pytest.mark.parametrize("thickness", [None, 1, 2.999, 3])
def test_where_the_front_governs_nothing_changes(thickness: float | None) -> None:
    pole = {"shape": "round", "width_in": 12}
    thick = wind(cabinet(3, 10, 10, thickness_ft=thickness), poles=pole)
    thin = wind(cabinet(3, 10, 10), poles=pole)
    assert thin.pop("not_checked")[:4] == thick.pop("not_checked")[:4]
    known = [one["direction"] for one in thick["asd"].pop("directions")]
    assert known == ([] if thickness is None else ["front", "side"])
    assert thin["asd"].pop("directions") == []
    assert thick == thin
    assert {row["direction"] for row in thick["cases"]} == {"front"}


@pytest.mark.parametrize("pole", [None, {"shape": "round", "width_in": 12, "count": 1}])
def test_the_side_comes_in_without_a_jump(pole: Answer | None) -> None:
    found = [
        wind(cabinet(3, 10, 10, thickness_ft=t), poles=pole)["base"] for t in (2.999, 3.0, 3.001)
    ]
    for key in ("shear_lbf", "moment_kipft", "largest_torsion_kipft"):
        assert found[2][key] == pytest.approx(found[0][key], rel=0.002)


def test_a_dead_load_off_the_axis_adds_to_wind_along_the_sign() -> None:
    """A flag 4 by 10, 4 ft thick, at 6 ft: the two moments of the side lie in one plane."""
    flag = cabinet(4, 10, 10, 6, thickness_ft=4, weight_psf=40)
    answer = wind(flag)
    dead = 4 * 10 * 40 * 6 / 1000
    moment = answer["cases"][-1]["moment_kipft"]
    rows = {row["name"]: row["moment_kipft"] for row in answer["combinations"]}
    assert rows["1.2D+1.0W"] == pytest.approx(moment + 1.2 * dead, abs=1e-3)
    assert rows["0.6D+0.6W"] == pytest.approx(0.6 * moment + 0.6 * dead, abs=1e-3)
    asd = answer["asd"]
    resultant = asd["largest_shear_lbf"] * asd["load_height_ft"] / 1000
    assert resultant == pytest.approx(0.6 * moment + dead, rel=1e-3)


def test_the_front_governs_what_it_asks_more_of() -> None:
    """Long poles in a row: the side has more shear by them, the front more torsion."""
    poles = {"shape": "square", "width_in": 24, "count": 3, "spacing_ft": 6, "top_ft": 40}
    answer = wind(cabinet(4, 20, 20, thickness_ft=1), poles=poles)
    base = answer["base"]
    assert base["largest_torsion_kipft"] == max(r["torsion_kipft"] for r in answer["cases"])
    assert base["largest_shear_lbf"] == max(r["shear_lbf"] for r in answer["cases"])
    assert all(row["direction"] in {"front", "side"} for row in answer["per_pole"])


def test_poles_share_the_wind_along_the_sign() -> None:
    poles = {"shape": "round", "width_in": 8, "count": 2, "spacing_ft": 2, "top_ft": 20}
    answer = wind(cabinet(3, 10, 10, thickness_ft=9), poles=poles)
    side = [row for row in answer["cases"] if row["direction"] == "side"]
    (pole,) = [one for one in answer["elements"] if one["name"] == "pole, side"]
    assert pole["area_ft2"] == pytest.approx(2 * 8 / 12 * 10, abs=1e-3)
    row = answer["per_pole"][0]
    assert row["direction"] == "side"
    assert row["moment_kipft"] >= max(r["moment_kipft"] for r in side) / 2


def test_poles_outside_of_the_cabinet_stand_in_the_wind() -> None:
    poles = {"shape": "round", "width_in": 8, "count": 2, "spacing_ft": 6, "top_ft": 20}
    answer = wind(cabinet(3, 10, 10, thickness_ft=9), poles=poles)
    (pole,) = [one for one in answer["elements"] if one["name"] == "pole, side"]
    assert pole["area_ft2"] == pytest.approx(2 * 8 / 12 * 20, abs=1e-3)


def test_a_joint_face_shows_its_thickest_cabinet() -> None:
    answer = wind(cabinet(3, 5, 10, thickness_ft=8), cabinet(3, 5, 15, thickness_ft=2))
    side = answer["elements"][1]
    assert side["name"] == "cabinet 1 and cabinet 2, side"
    assert side["area_ft2"] == pytest.approx(80)


def test_what_shows_no_side_is_told() -> None:
    elements = (
        cabinet(3, 5, 10, thickness_ft=12),
        cabinet(3, 5, 20),
        cabinet(3, 5, 30, solidity=0.3),
        cabinet(3, 5, 40, solidity=0.3, frame="trussed_square", thickness_ft=3),
    )
    names = [one["name"] for one in wind(*elements)["elements"][4:]]
    assert names == ["cabinet 1, side", "cabinet 4, side"]
    assert "shows no side" in told(*elements)


# F10: B/s = 4, s/h = 0.2: C_f of Case A and the mean of Case C are alike.


def test_f10_equal_moments_are_told_apart_by_torsion() -> None:
    pole = {"count": 1, "shape": "round", "width_in": 12, "top_ft": 15}
    base = wind(cabinet(12, 3, 12), edition="7-22", poles=pole)["base"]
    assert (base["case"], base["torsion_kipft"]) == ("B", 3.238)


def scaled(value: Any, by: float) -> Any:
    if isinstance(value, dict):
        return {
            key: by * part if key.endswith("_ft") else scaled(part, by)
            for key, part in value.items()
        }
    return [scaled(part, by) for part in value] if isinstance(value, list) else value


def same(one: Any, other: Any) -> None:
    """Alike to the last choice, and to 1e-9 in numbers."""
    if isinstance(one, Struct):
        for name in one.__struct_fields__:
            same(getattr(one, name), getattr(other, name))
    elif isinstance(one, list | tuple):
        assert len(one) == len(other)
        for part, like in zip(one, other, strict=True):
            same(part, like)
    elif isinstance(one, float):
        assert other == pytest.approx(one, rel=1e-9, abs=1e-9)
    else:
        assert one == other


def solved(pack: Any, sign: Answer) -> tuple[ExposureResult, list[str], list[str]]:
    """The answer before it is rounded, and what is told."""
    document = {"site": {"wind_speed_mph": 115, "exposure": "C"}, "sign": sign}
    trace = Trace()
    result = solve(ExposureInputs.of(located(Inputs.read(document))), pack, trace)
    return result, trace.assumptions, [one.code for one in trace.cautions]


@settings(deadline=None, max_examples=60)
@given(
    height=st.sampled_from([0.9, 1.1, 2.28, 3.0, 4.7]),
    aspect=st.sampled_from([0.3, 1, 2, 3, 4, 5, 10, 13]),
    above=st.sampled_from([0, 1, 2, 4, 9]),
    count=st.integers(1, 3),
    halves=st.booleans(),
    dust=st.sampled_from([1 + 1e-15, 1 - 1e-15, 1 + 4e-15]),
)
def test_dust_changes_no_choice(
    *, height: float, aspect: float, above: float, count: int, halves: bool, dust: float
) -> None:
    width, bottom = height * aspect, height * above
    elements = [cabinet(width, height, bottom, thickness_ft=width, weight_psf=8)]
    if halves:
        halved = [cabinet(width / 2, height, bottom, x, weight_psf=8) for x in (-0.25, 0.25)]
        elements = [one | {"offset_ft": one["offset_ft"] * width} for one in halved]
    poles = {"shape": "round", "width_in": 12, "count": count, "spacing_ft": 2.0}
    sign = {"elements": elements, "poles": poles}
    pack, _ = Catalogue().load("exposure", "asce7-22_v1")
    answer, *words = solved(pack, sign)
    moved, *same_words = solved(pack, scaled(sign, dust))
    same(answer, moved)
    assert words == same_words


def test_every_term_of_a_joint_face_and_of_a_side_is_known() -> None:
    """Overlapping cabinets deeper than wide, on two poles."""
    elements = [cabinet(3, 5, 10, thickness_ft=9, weight_psf=8), cabinet(4, 6, 13, thickness_ft=8)]
    poles = {"shape": "round", "width_in": 12, "count": 2, "spacing_ft": 6.0}
    pack: Any = Catalogue().load("exposure", "asce7-16_v1")[0]
    document = {"site": {"wind_speed_mph": 115, "exposure": "C"}}
    document["sign"] = {"elements": elements, "poles": poles}
    trace = Trace()
    result = solve(ExposureInputs.of(located(Inputs.read(document))), pack, trace)
    assert {row.direction for row in result.cases} == {"front", "side"}
    assert result.elements[0].name == "cabinet 1 and cabinet 2"
    for step in trace.steps:
        for term in step.terms.values():
            assert isinstance(term, Known), f"{step.card.name} has a bare term"


# F13: the cabinets' dead loads balance each other.


def test_f13_offsets_that_cancel_turn_nothing() -> None:
    assert "footing.sustained_moment" not in warned(billboard(), "footing")


@pytest.mark.parametrize("places", [(-0.1, 0.3, -0.2), (-0.7, 0.1, 0.6)])
def test_offsets_cancel_in_spite_of_dust(places: tuple[float, ...]) -> None:
    elements = [cabinet(3, 3, 10 + 5 * k, x, weight_psf=8) for k, x in enumerate(places)]
    document = billboard(*elements)
    document["sign"]["poles"] = {"shape": "round", "width_in": 12, "weight_plf": 40}
    assert "footing.sustained_moment" not in warned(document, "footing")
    assert calculate("exposure", document)["result"]["base"]["dead_moment_kipft"] == 0


@pytest.mark.parametrize("count", [1, 2])
def test_a_net_moment_is_sustained(count: int) -> None:
    elements = copy.deepcopy(TWO)
    elements[1]["weight_psf"] = 9
    document = billboard(*elements)
    document["sign"]["poles"]["count"] = count
    assert "footing.sustained_moment" in warned(document, "footing")


def test_the_examples_have_no_other_reading() -> None:
    for path in sorted(EXAMPLES.glob("*.json")):
        document = json.loads(path.read_bytes())
        if "sign" in document:
            answer = calculate("exposure", document)["result"]
            told = {row["reading"] for row in answer["alternatives"]}
            assert told <= {"cabinets near one another as one face"}
            assert {row["direction"] for row in answer["cases"]} <= {"front"}


@pytest.mark.parametrize(
    "pole",
    [
        {"shape": "square_diagonal", "width_in": 20},  # 28.3 in
        {"shape": "round", "width_in": 20, "top_width_in": 40},
    ],
)
def test_a_pole_that_sticks_out_of_a_cabinet_has_wind_along_the_sign(pole: Answer) -> None:
    """20 in go into a cabinet of 24 in; the pole across its corners and its top do not."""
    pole = {"count": 1, "top_ft": 20} | pole

    def beside(width: float) -> float:
        answer = wind(cabinet(width, 10, 10, thickness_ft=14), poles=pole)
        found = [one for one in answer["elements"] if one["name"] == "pole, side"]
        return sum(float(one["area_ft2"]) for one in found)

    assert beside(2) > 1.9 * beside(4) > 0
