"""Pieces of a project told in words, each of a field of its model."""

from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from apex_cli.project.edit import Assignment
from apex_cli.project.pieces import PIECES, added, parts, spread
from apex_cli.units.fields import unit_of


@pytest.mark.parametrize("name", PIECES)
def test_every_part_is_a_field_with_a_word_of_its_own(name: str) -> None:
    piece = PIECES[name]
    found = parts(piece)
    assert {part.name for part in found} <= piece.model.declared.keys()
    assert len({part.word for part in found}) == len(found)
    for part in found:
        assert part.unit == unit_of(part.key)
        assert part.told
        assert part.choices if part.kind == "choice" else not part.choices


def test_what_no_option_tells() -> None:
    left = {
        (name, field)
        for name, piece in PIECES.items()
        for field in piece.model.declared.keys() - {part.name for part in parts(piece)}
    }
    assert left == {
        ("element", "points"), ("element", "joints_ft"), ("element", "anchors"), ("poles", "stages")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said", "document", "wanted"),
    [
        ("element", {"width_ft": "12 ft", "height_ft": "5", "return_tied": True}, {},
         [(("sign", "elements", "0"), {"width_ft": "12 ft", "height_ft": 5, "return_tied": True})]),
        ("element", {"name": "12"}, {"sign": {"elements": [{}]}},
         [(("sign", "elements", "1"), {"name": "12"})]),
        ("layer", {"soil_class": "4"}, {"soil": None}, [(("soil", "layers", "0"), {"class": 4})]),
        ("layer", {"to_ft": "3 ft"}, {"soil": {"layers": [1, 2]}},
         [(("soil", "layers"), [1, {"to_ft": "3 ft"}, 2])]),
        ("poles", {"count": "2", "section": "PIPE8STD"}, {"sign": {}},
         [(("sign", "poles", "count"), 2), (("sign", "poles", "section"), "PIPE8STD")]),
        ("revision", {"mark": "1"}, {"revisions": "none"}, [(("revisions", "0"), {"mark": "1"})]),
    ],
)  # fmt: skip
def test_what_is_added(
    name: str, said: dict[str, Any], document: dict[str, Any], wanted: list[Any]
) -> None:
    assert added(document, PIECES[name], said) == [Assignment(*one) for one in wanted]


def test_poles_are_there_once() -> None:
    with pytest.raises(InvalidInput, match="is there already") as caught:
        added({"sign": {"poles": {"count": 1}}}, PIECES["poles"], {"count": "2"})
    assert "project set" in caught.value.hint


@pytest.mark.parametrize(
    ("element", "psf"),
    [
        ({"weight_psf": 8}, 8),
        ({"weight_psf": "8 psf"}, "8 psf"),
        ({"weight_psf": "8 sticks"}, "8 sticks"),
        ({"weight_psf": "600 lb", "width_ft": "12 ft", "height_ft": 5}, 10),
        ({"weight_psf": "1 kip", "width_ft": 9, "height_ft": 9, "area_ft2": 50}, 20),
        ({"weight_psf": "1 kip", "area_ft2": "50 ft2", "outline": "ellipse"}, 20),
    ],
)
def test_a_weight_is_per_area_or_spread(element: dict[str, Any], psf: Any) -> None:
    assert spread(element)["weight_psf"] == psf


@pytest.mark.parametrize(
    "element",
    [
        {},
        {"width_ft": 3},
        {"width_ft": 3, "height_ft": 0},
        {"width_ft": 3, "height_ft": -1},
        {"width_ft": 3, "height_ft": "1 kg"},
        {"width_ft": 3, "height_ft": True},
        {"width_ft": 3, "height_ft": 1, "outline": "ellipse"},
    ],
)
def test_a_weight_without_an_area_is_refused(element: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match="its area is not told"):
        spread({**element, "weight_psf": "600 lb"})
