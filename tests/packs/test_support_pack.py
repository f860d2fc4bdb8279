"""The support packs: complete, sourced, different where the editions are, and refused when not."""

from pathlib import Path

import pytest

from apex_cli.errors import PackError
from apex_cli.packs.catalogue import Catalogue, bundled_dir
from apex_cli.packs.diff import diff
from apex_cli.packs.loader import load
from apex_cli.packs.model import Constant
from apex_cli.packs.support import SupportPack
from tests.packs.conftest import sourced

SHAPE = "      - shape: "
THIN = """    - thickness: {value: 0.1, unit: in, clause: a, status: derived, sources: [memory]}
      leg:"""
REFS = ["aisc360-16_v1", "aisc360-22_v1"]


def pack(ref: str) -> SupportPack:
    found, _ = Catalogue().load("support", ref)
    assert isinstance(found, SupportPack)
    return found


def text(ref: str) -> str:
    return (bundled_dir() / f"support_{ref}.yaml").read_text("utf-8")


@pytest.mark.parametrize("ref", REFS)
def test_every_number_has_its_source_and_none_is_called_printed(ref: str) -> None:
    found = pack(ref)
    numbers = sourced(found)
    assert len(numbers) > 80
    assert {key for item in numbers for key in item.sources} <= set(found.sources)
    assert {item.status for item in numbers} == {"secondary", "derived"}
    for item in numbers:
        assert item.clause
        if isinstance(item, Constant):
            assert item.number.origin.startswith("support:/")


def test_every_source_is_used() -> None:
    for ref in REFS:
        found = pack(ref)
        assert set(found.sources) == {key for item in sourced(found) for key in item.sources}


def test_what_differs_between_the_editions() -> None:
    words = ("ref", "refs", "standard", "title", "sources", "adopted_by")
    numbers = {
        change.pointer: (change.old, change.new)
        for change in diff(pack(REFS[0]), pack(REFS[1]))
        if change.pointer.split("/")[1] not in words
        and not change.pointer.endswith(("/note", "/sources/0"))
    }
    assert numbers == {
        "/methods/flange": ("f7_2016", "f7_2022"),
        "/methods/torsion_interaction": ("uniaxial", "biaxial"),
        "/methods/threads": ("nominal_area", "nominal_or_stress_area"),
        "/methods/weld": ("directional", "directional_not_at_hss_ends"),
        "/default_a500_edition": ("before_21", "21"),
    }


def test_loads_and_materials_by_name() -> None:
    found = pack(REFS[0])
    assert {name: factor.value for name, factor in found.wind_factors.items()} == {
        "1.0W": 1, "0.7W": 0.7, "0.6W": 0.6, "0.42W": 0.42,
    }  # fmt: skip
    assert list(found.material) == ["a53b", "a500b", "a500c", "a1085"]
    assert found.material["a53b"].shapes == ("round",)
    assert found.material["a500b"].shapes == ("round", "rectangular")


@pytest.mark.parametrize("ref", REFS)
def test_rods(ref: str) -> None:
    found = pack(ref).rods
    size = found.sizes.size(1.25)
    assert size is not None
    assert [*size] == [1.25, 7, 2.0, 1.625]
    assert size.nut.origin == "support:/rods/sizes/rows/6/2"
    assert found.sizes.size(1.2) is None
    for diameter, _, nut, edge in found.sizes.rows:
        assert nut == 1.5 * diameter + 0.125
        assert diameter <= edge <= 1.5 * diameter
    assert [found.steel(grade).yield_strength.value for grade in (36, 55, 105)] == [36, 55, 105]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- name: a1085", "- name: a53b", "must be a1085, a500b, a500c, a53b, each once"),
        ("- name: 0.7W", "- name: 0.6W", "must be 0.42W, 0.6W, 0.7W, 1.0W, each once"),
        ('        edition: "21"\n', "        edition: before_21\n", "one row for each edition"),
        ('        edition: "21"\n', "", "one row for each edition of A500, or one for all"),
        (f"{SHAPE}rectangular\n        yield", f"{SHAPE}round\n        yield", "twice"),
        ("families: [pipe]", "families: [square_hss]", "has no strengths as rectangular tube"),
        ("families: [pipe]", "families: [hose]", "pipe"),
        ("    - leg:", THIN, "the thicknesses must rise"),
        ("flange: f7_2016", "flange: f7_2010", "f7_2016"),
        ("unit: ksi", "unit: psi", "ksi"),
        ("\nsplices:\n", "\nsplice:\n", "unknown key"),
        ("columns: [diameter, threads", "columns: [threads, diameter", "must be diameter, threads"),
        ("- [0.5, 13, 0.875, 0.75]", "- [0.5, 13, 0.875]", "must have 4 numbers"),
        ("- [0.5, 13, 0.875, 0.75]", "- [5, 13, 0.875, 0.75]", "the diameters must rise"),
        ("- grade: 105", "- grade: 55", "must be 36, 55, 105, each once"),
        ("diameters: [0.75,", "diameters: [0.7,", "must be diameters of the table of sizes"),
    ],
)  # fmt: skip
def test_refused(old: str, new: str, words: str) -> None:
    changed = text(REFS[0]).replace(old, new, 1)
    assert changed != text(REFS[0])
    with pytest.raises(PackError) as caught:
        load(changed.encode(), "x.yaml", "support", REFS[0])
    assert words in str([fault.detail for fault in caught.value.faults])


def test_sums_name_the_packs() -> None:
    sums = Path(bundled_dir() / "SHA256SUMS").read_text("utf-8")
    assert all(f"support_{ref}.yaml" in sums for ref in REFS)
