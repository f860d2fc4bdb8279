"""Walls on strips: where each face stands, and what the stretches carry together."""

from copy import deepcopy
from itertools import pairwise
from typing import Any

import pytest

from apex_cli.equations import Bare
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.chain import run
from apex_cli.solvers.footing import strip_stand
from apex_cli.solvers.footing.spread_case import Site, Size
from apex_cli.solvers.footing.stem import beneath
from apex_cli.solvers.footing.strip import FOOT, Piece, Wall
from apex_cli.solvers.footing.weights import area_of

PACKS = Catalogue()
WALL: dict[str, Any] = {
    "width_ft": 46, "height_ft": 4, "bottom_ft": 0, "thickness_ft": 1, "weight_psf": 80,
}  # fmt: skip
BASE: dict[str, Any] = {
    "schema_version": 1,
    "packs": {"exposure": "asce7-16_v1", "footing": "ibc-2021_v1", "pricing": "example-shop_v1"},
    "site": {
        "wind_speed_mph": 109, "wind_speed_source": "ASCE 7-16 Figure 26.5-1B",
        "risk_category": "II", "exposure": "C", "ground_elevation_ft": 720, "kzt": 1.0,
        "frost_depth_in": 18,
    },
    "gust": {"method": "constant"},
    "kz_method": "formula",
    "soil": {"class": 4},
    "pricing": {"as_of": "2026-06-01", "quantity": 1},
}  # fmt: skip


def cabinet(name: str, width: float, offset: float, **more: Any) -> dict[str, Any]:
    return {**WALL, "name": name, "width_ft": width, "offset_ft": offset, **more}


THREE = [
    cabinet("a", 10, -20),
    cabinet("b", 10, -10, weight_psf=60),
    cabinet("c", 6, 20, height_ft=6, thickness_ft=1.5),
]
TRIANGLE = [
    cabinet("a", 20, -10, outline="triangle_up", height_ft=6),
    cabinet("b", 20, 10, outline="ellipse"),
]
LAID: dict[str, tuple[list[dict[str, Any]], float, dict[str, Any]]] = {
    "one": ([cabinet("one", 46, 0)], 46, {}),
    "off its axis": ([cabinet("one", 46, 7)], 46, {}),
    "with joints": ([cabinet("one", 46, 0, joints_ft=[8, 30])], 46, {}),
    "two that touch and one apart": (THREE, 50, {}),
    "with a joint across the gap": ([*THREE[:1], {**THREE[1], "joints_ft": [5]}, THREE[2]], 50, {}),
    "all one face": (THREE[:2], 20, {"stacking": "combined"}),
    "outlined": (TRIANGLE, 40, {}),
    "one above another": (
        [cabinet("low", 20, 0), cabinet("high", 8, 5, bottom_ft=4, weight_psf=20)], 20, {},
    ),
    "open beside solid": (
        [cabinet("solid", 20, -10), cabinet("open", 10, 9, solidity=0.4)], 40, {},
    ),
}  # fmt: skip


def answer(
    elements: list[dict[str, Any]], length: float, sign: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    footing = {"type": "spread", "shape": "square", "length_ft": length, **more}
    project = deepcopy(BASE)
    project |= {"sign": {"elements": elements, **(sign or {})}, "footing": footing}
    return run("all", project, PACKS)


def calm(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The stretches of Case A, and what they carry."""
    rows = found["result"]["footing"]["stretches"]
    return [row for row in rows if row["name"].startswith("Case A")]


def added(rows: list[dict[str, Any]], key: str) -> float:
    return float(sum(row[key] * (row["to_ft"] - row["from_ft"]) for row in rows))


@pytest.mark.parametrize("name", LAID)
def test_the_stretches_carry_what_the_sign_carries(name: str) -> None:
    """Together they have 0.6 of the wind's force from the front, and the whole dead load."""
    found = answer(*LAID[name])
    wind, rows = found["result"]["exposure"], calm(found)
    force = sum(one["force_lbf"] for one in wind["elements"] if one["width_ft"] is not None)
    assert added(rows, "lateral_plf") == pytest.approx(0.6 * force, rel=1e-3)
    assert added(rows, "axial_plf") == pytest.approx(wind["base"]["dead_load_lbf"], rel=1e-3)
    assert all(one["to_ft"] <= other["from_ft"] for one, other in pairwise(rows))


def test_every_face_stands_in_its_place() -> None:
    """a and b are one face from 0 to 20 ft, c stands from 42 to 48: none is laid elsewhere."""
    found = answer(THREE, 50)
    forces = {one["name"]: one["force_lbf"] for one in found["result"]["exposure"]["elements"]}
    rows = found["result"]["footing"]["stretches"]
    assert not any(row["from_ft"] < 42 and row["to_ft"] > 20 for row in rows)
    laid = {(row["from_ft"], row["to_ft"]): row["lateral_plf"] for row in calm(found)}
    assert laid == {
        (0, 10): pytest.approx(0.6 * forces["a and b"] / 20, rel=1e-3),
        (10, 20): pytest.approx(0.6 * forces["a and b"] / 20, rel=1e-3),
        (42, 48): pytest.approx(0.6 * forces["c"] / 6, rel=1e-3),
    }


def test_the_side_of_a_block_is_no_wall() -> None:
    """4 ft wide and 12 ft thick: Case C is due on its side alone, which lies along the wind."""
    block = cabinet("block", 4, 0, height_ft=6, thickness_ft=12)
    found = answer([block], 6)
    sides = [one for one in found["result"]["exposure"]["elements"] if one["case_c"]]
    assert [one["name"] for one in sides] == ["block, side"]
    assert found["result"]["footing"]["stretches"] == []


def test_a_wall_that_shows_its_side_has_the_stretches_of_its_front() -> None:
    thick = answer([cabinet("thick", 14, 0, thickness_ft=16)], 14)
    sides = [one for one in thick["result"]["exposure"]["elements"] if one["width_ft"] is None]
    assert [one["name"] for one in sides] == ["thick, side"]
    assert calm(thick)[-1]["to_ft"] == 14
    assert len(calm(thick)) == 1


def test_an_outlined_cabinet_weighs_by_its_outline() -> None:
    """A triangle 20 ft wide and 6 ft high: 60 ft2 of 80 psf on 20 ft."""
    single = answer([cabinet("roof", 20, 0, outline="triangle_up", height_ft=6)], 20)
    assert calm(single)[0]["axial_plf"] == 240


def test_a_wall_off_its_axis_bends_nothing_across() -> None:
    """Foot by foot the dead load stands where the wall stands."""
    found = answer([cabinet("wall", 46, 7)], 46)
    assert not any("at right angles to the wind" in one for one in found["assumptions"])


def resistance(found: dict[str, Any]) -> float:
    return float(found["result"]["footing"]["overturning"]["resistance"])


@pytest.mark.parametrize(
    ("elements", "length", "stem"),
    [
        ([cabinet("one", 46, 0)], 46, None),
        ([cabinet("one", 46, 0)], 46, {"width_ft": 1}),
        ([cabinet("one", 46, 0)], 46, {"width_ft": 1.5, "length_ft": 46}),
        (THREE[:2], 20, None),
        (THREE, 48, {"width_ft": 0.5}),
        (THREE, 48, None),
        ([*THREE[:1], {**THREE[1], "joints_ft": [5]}, THREE[2]], 48, None),
        ([cabinet("low", 20, -10), cabinet("high", 26, 13, bottom_ft=0.5)], 46, None),
    ],
)
def test_the_stem_weighs_what_it_is_made_of(
    elements: list[dict[str, Any]],
    length: float,
    stem: dict[str, Any] | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Over the stretches of Case A and the gaps between them it weighs 150 pcf of its volume."""
    seen: dict[tuple[float, float], float] = {}

    def watched(site: Site, wall: Wall, piece: Piece) -> Site:
        under = beneath(site, wall, piece)
        if piece.name.startswith("Case A"):
            area = (
                0.0
                if under.stem is None
                else area_of(under.stem, "rectangle", Size(99, FOOT), Bare())
            )
            seen[piece.start, piece.end] = 150 * area * site.rise
        return under

    monkeypatch.setattr(strip_stand, "beneath", watched)
    found = answer(elements, length, width_ft=4, **({"stem": stem} if stem else {}))
    built = found["result"]["footing"]["stem"]
    weight = sum(plf * (end - start) for (start, end), plf in seen.items())
    in_gaps = 0.0
    if stem:  # a stem that is given runs under the gaps too
        gap = length - sum(end - start for start, end in seen)
        in_gaps = gap * 150 * built["width_ft"] * built["height_ft"]
    made_of = 150 * 27 * built["concrete_yd3"]
    if stem or len({one["thickness_ft"] for one in elements}) == 1:
        assert weight + in_gaps == pytest.approx(made_of, rel=2e-3)
    else:  # built as thick as the thickest; a foot counts what stands on it
        by_hand = sum(150 * built["height_ft"] * one["thickness_ft"] * one["width_ft"]
                      for one in elements if one["bottom_ft"] == 0)  # fmt: skip
        assert weight == pytest.approx(by_hand, rel=2e-3)
        assert weight < made_of


def test_a_given_stem_runs_the_wall() -> None:
    """1 ft thick: the same as the one that is taken, and told; on a shorter slab as long as it."""
    wall = [cabinet("wall", 46, 0)]
    told = answer(wall, 46, stem={"width_ft": 1}, width_ft=3)
    taken = answer(wall, 46, width_ft=3)
    assert told["result"]["footing"] == taken["result"]["footing"]
    assert any("under a wall the stem runs all of it, 46 ft" in one for one in told["assumptions"])
    short = answer(wall, 45.5, stem={"width_ft": 1})["result"]["footing"]["stem"]
    assert short["length_ft"] == 45.5
    assert resistance(told) == pytest.approx(0.6 * (320 + 450 + 0.5 * 150) * 1.5)


@pytest.mark.parametrize(
    ("stem", "words"),
    [
        ({"shape": "round", "width_ft": 1}, "a round stem does not run the wall"),
        ({"width_ft": 1, "length_ft": 1}, "the stem is 1 ft long and the wall on the strip 46 ft"),
        ({"width_ft": 1, "length_ft": 45.9}, "needs one under it"),
    ],
)
def test_a_stem_that_does_not_run_the_wall_is_refused(stem: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidInput, match=words) as caught:
        answer([cabinet("wall", 46, 0)], 46, stem=stem)
    assert caught.value.faults[0].pointer == "/footing/stem"


def test_no_stem_stands_under_what_does_not_stand_on_the_ground() -> None:
    """The high one has no stem below it: a foot of its stretch weighs cabinet and slab alone."""
    elements = [cabinet("low", 20, -10), cabinet("high", 26, 13, bottom_ft=0.5, height_ft=9)]
    found = answer(elements, 46, {"stacking": "separate"}, width_ft=4)
    governing = found["result"]["footing"]["governing"]
    rows = {row["name"]: row for row in found["result"]["footing"]["stretches"]}
    assert rows[governing]["from_ft"] >= 20
    assert resistance(found) == pytest.approx(0.6 * (9 * 80 + 4 * 150) * 2)
