"""The concrete packs: complete, sourced, and refused when something is missing."""

from math import pi

import pytest

from apex_cli.errors import PackError
from apex_cli.json_schemas import schema
from apex_cli.packs.catalogue import Catalogue, bundled_dir
from apex_cli.packs.concrete import ConcretePack
from apex_cli.packs.loader import load
from apex_cli.packs.model import Constant
from tests.packs.conftest import sourced

REFS = ("aci318-14_v1", "aci318-19_v1")


def pack(ref: str) -> ConcretePack:
    found, _ = Catalogue().load("concrete", ref)
    assert isinstance(found, ConcretePack)
    return found


def text(ref: str) -> str:
    return (bundled_dir() / f"concrete_{ref}.yaml").read_text("utf-8")


@pytest.mark.parametrize("ref", REFS)
def test_every_number_has_its_source_in_the_list_and_none_is_called_printed(ref: str) -> None:
    found = pack(ref)
    numbers = sourced(found)
    assert len(numbers) > 50
    assert {key for item in numbers for key in item.sources} <= set(found.sources)
    assert all(item.clause for item in numbers)
    assert {item.status for item in numbers} == {"secondary", "derived"}
    assert all(
        item.number.origin.startswith("concrete:/")
        for item in numbers
        if isinstance(item, Constant)
    )


def test_bars() -> None:
    found = pack("aci318-19_v1")
    assert found.sizes == [3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 18]
    seven = found.bars.bar(7)
    assert seven is not None
    assert (seven.diameter, seven.area, seven.weight) == (0.875, 0.6, 2.044)
    assert seven.area.origin == "concrete:/bars/rows/7/1"
    assert found.bars.bar(12) is None
    for size in found.sizes:  # steel weighs 490 pcf; area and diameter are those of one circle
        bar = found.bars.bar(size)
        assert bar is not None
        circle = pi / 4 * bar.diameter**2
        assert bar.weight == pytest.approx(490 / 144 * circle, rel=0.003)
        assert bar.area == pytest.approx(circle, abs=0.006)


def test_what_the_editions_differ_in() -> None:
    old, new = pack(REFS[0]), pack(REFS[1])
    assert (old.methods.shear, new.methods.shear) == ("axial_2014", "size_effect_2019")
    assert (old.methods.tension_controlled, old.flexure.tension_strain.value) == (
        "fixed_strain",
        0.005,
    )
    assert (new.methods.tension_controlled, new.flexure.tension_strain.value) == (
        "beyond_yield",
        0.003,
    )
    assert (old.material.yield_limit.value, new.material.yield_limit.value) == (80, 100)
    assert [new.development.grade(fy).value for fy in (40, 60, 75, 80, 100)] == [
        1, 1, 1.15, 1.15, 1.3
    ]  # fmt: skip
    assert old.development.grade(80).value == 1
    same = ("material", "flexure", "shear", "ties", "minimum_steel", "detailing", "embedment")
    differing = {
        f"{part}.{name}"
        for part in same
        for name in getattr(old, part).declared
        if getattr(old, part).as_json()[name]["value"]
        != getattr(new, part).as_json()[name]["value"]
    }
    assert differing == {"material.yield_limit", "flexure.tension_strain"}


@pytest.mark.parametrize(
    ("ref", "old", "new", "detail"),
    [
        (REFS[1], "shear: size_effect_2019", "shear: axial_2014", "needed for axial_2014"),
        (REFS[0], "shear: axial_2014", "shear: size_effect_2019", "belongs to axial_2014"),
        (REFS[1], "shear: size_effect_2019", "shear: axial_2014", "belongs to size_effect_2019"),
        (REFS[1], "value: 80\n", "value: 50\n", "must rise, and the last be null"),
        (REFS[1], "[diameter, area, weight]", "[area, diameter, weight]", "diameter, area, weight"),
        (REFS[1], '"18": [2.257, 4.0, 13.6]', '"18": [2.257, 4.0]', "must have 3 numbers"),
        (REFS[1], '"18":', '"xl":', "must be the number of a bar"),
        (REFS[1], "tie_sizes: [3,", "tie_sizes: [13,", "must be numbers of bars that there are"),
        (REFS[1], 'value: 0.65\n    unit: "1"', "value: 0.65\n    unit: psi", "should be '1'"),
    ],
)
def test_what_is_wrong_is_refused(ref: str, old: str, new: str, detail: str) -> None:
    spoilt = text(ref).replace(old, new, 1)
    assert spoilt != text(ref)
    with pytest.raises(PackError) as caught:
        load(spoilt.encode(), "it", "concrete", ref)
    told = [fault.detail for fault in caught.value.faults]
    assert any(detail in one for one in told), told


def test_it_has_a_schema() -> None:
    assert "size_effect" in schema("pack-concrete")["properties"]


@pytest.mark.parametrize(
    ("ref", "changed", "words"),
    [
        ("aci318-14_v1", ("hook: diameter_2014", "hook: power_2019"), "is needed for power_2019"),
        ("aci318-19_v1", ("hook: power_2019", "hook: diameter_2014"), "does not belong to"),
    ],
)
def test_hooks_have_what_their_method_reads(ref: str, changed: tuple[str, str], words: str) -> None:
    with pytest.raises(PackError, match=f"hooks/factors: {words}"):
        load(text(ref).replace(*changed).encode(), "a pack", "concrete", ref)
