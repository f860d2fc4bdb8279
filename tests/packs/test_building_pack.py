"""The packs of signs at buildings: alike in all editions but clauses, and refused out of shape."""

from typing import Any

import pytest

from apex_cli.errors import PackError
from apex_cli.packs.building import BuildingPack
from apex_cli.packs.catalogue import Catalogue, bundled_dir
from apex_cli.packs.loader import load

REFS = ("asce7-10_v1", "asce7-16_v1", "asce7-22_v1")


def pack(ref: str) -> BuildingPack:
    """The bundled pack of this reference."""
    found, _ = Catalogue().load("building", ref)
    assert isinstance(found, BuildingPack)
    return found


@pytest.mark.parametrize("ref", REFS)
def test_it_stands_beside_the_exposure_pack_of_its_standard(ref: str) -> None:
    wind: Any = Catalogue().load("exposure", ref)[0]
    assert pack(ref).standard == wind.standard
    assert pack(ref).edition == wind.edition


@pytest.mark.parametrize("ref", REFS)
def test_the_numbers_of_walls_are_the_same_in_every_edition(ref: str) -> None:
    areas, rows = pack(ref).wall.gc_p.numbers
    assert [*map(float, areas)] == [10.0, 500.0]
    assert rows == {"positive": [1.0, 0.7], "zone_4": [-1.1, -0.8], "zone_5": [-1.4, -0.8]}
    assert rows["zone_5"][0].origin == "building:/wall/gc_p/rows/zone_5/0"
    assert pack(ref).wall.zone_width.status == "memory"
    assert pack(ref).attached.status == "memory"
    assert (pack(ref).rooftop is None) == (ref == "asce7-10_v1")  # whose rooftops were not read


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("areas_ft2: [10, 500]", "areas_ft2: [500, 10]", "areas rise"),
        ("areas_ft2: [10, 500]", "areas_ft2: [0, 500]", "should be greater than 0"),
        ("      zone_5: [-1.4, -0.8]\n", "", "has positive, zone_4 and zone_5"),
        ("zone_5: [-1.4, -0.8]", "zone_5: [-1.4]", "has a value for each area"),
    ],
)
def test_lines_out_of_shape_are_refused(old: str, new: str, words: str) -> None:
    name = "building_asce7-16_v1.yaml"
    text = (bundled_dir() / name).read_text("utf-8")
    assert old in text
    with pytest.raises(PackError, match=words):
        load(text.replace(old, new).encode(), name, "building", "asce7-16_v1")
