"""The exposure packs: numbers against formulas and identities, shapes refused, clauses real."""

import math
import re
from typing import Any

import pytest

from apex_cli.equations import Bare
from apex_cli.errors import PackError
from apex_cli.packs.catalogue import Catalogue, bundled_dir
from apex_cli.packs.exposure import ExposurePack
from apex_cli.packs.loader import load
from apex_cli.packs.model import Sourced
from apex_cli.records.model import Model
from apex_cli.solvers import shares, sums
from apex_cli.solvers.exposure.equations import (
    faces,
    frequency,
    gust,
    loads,
    poles,
    pressure,
    regions,
    signs,
    topography,
)
from apex_cli.solvers.exposure.solid import coefficient
from apex_cli.vocabulary import ExposureCategory

EDITIONS = ["asce7-10_v1", "asce7-16_v1", "asce7-22_v1"]


def pack_of(ref: str) -> ExposurePack:
    pack, _ = Catalogue().load("exposure", ref)
    assert isinstance(pack, ExposurePack)
    return pack


def text_of(ref: str) -> str:
    return (bundled_dir() / f"exposure_{ref}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("ref", EDITIONS[:2])
@pytest.mark.parametrize("category", ["B", "C", "D"])
def test_printed_kz_lies_within_0_008_of_the_formula(ref: str, category: ExposureCategory) -> None:
    pack = pack_of(ref)
    assert pack.kz.table is not None
    row = pack.terrain.rows[category]
    printed = pack.kz.table.cells[category]
    for z, cell in zip(pack.kz.table.heights_ft, printed, strict=True):
        formula = pressure.exposure_coefficient(
            z=z, z_min=15, z_g=row.z_g, c_k=pack.kz.coefficient.value, alpha=row.alpha
        )
        assert abs(cell - formula) <= 0.008


@pytest.mark.parametrize("ref", EDITIONS)
def test_the_84_cells_are_the_commentary_surface_rounded(ref: str) -> None:
    grid = pack_of(ref).sign.case_ab
    count = 0
    for y in grid.rows_s_over_h:
        for x in grid.columns_b_over_s:
            ln = math.log(x)
            fitted = 1.563 + 0.008542 * ln - 0.06148 * y + 0.009011 * ln**2
            fitted = (fitted - 0.2603 * y**2 - 0.08393 * y * ln) / 0.85
            assert coefficient(grid, x, 1, 1 / y, Bare()) == pytest.approx(
                round(fitted / 0.05) * 0.05
            )
            count += 1
    assert count == 84


def test_editions_print_the_same_figure_for_signs() -> None:
    first, *others = [pack_of(ref).sign for ref in EDITIONS]
    for other in others:
        assert other.case_ab.cells == first.case_ab.cells
        assert other.case_c.cells == first.case_c.cells
        assert other.case_c_wide.cells == first.case_c_wide.cells


def test_directionality_and_elevation_stand_where_the_edition_puts_them() -> None:
    ten, sixteen, twenty_two = (pack_of(ref) for ref in EDITIONS)
    assert ten.method == "kd_in_pressure_without_ke"
    assert ten.elevation is None
    assert sixteen.method == "kd_in_pressure"
    assert twenty_two.method == "kd_in_force"
    assert twenty_two.kz.table is None
    assert (ten.kd.values["round"], sixteen.kd.values["round"]) == (0.95, 1.0)


def test_shape_constants_follow_from_geometry() -> None:
    inertia = pack_of("asce7-22_v1").frequency.inertia.values
    cot = 1 / math.tan(math.pi / 8)
    assert inertia["round"] == pytest.approx(math.pi / 64)
    assert inertia["square"] == pytest.approx(1 / 12)
    assert inertia["hexagonal"] == pytest.approx(5 * math.sqrt(3) / 144)
    assert inertia["octagonal"] == pytest.approx(8 / 192 * cot * (3 * cot**2 + 1) / cot**4)
    assert pack_of("asce7-22_v1").frequency.pole_mass_share.value == pytest.approx(33 / 140)
    assert pack_of("asce7-22_v1").frequency.gravity.value == pytest.approx(9.80665 / 0.3048, 1e-5)


def _sourced(value: Any) -> list[Sourced]:
    if isinstance(value, Model):
        inner = [part for name in value.declared for part in _sourced(getattr(value, name))]
        return [value, *inner] if isinstance(value, Sourced) else inner
    if isinstance(value, dict):
        return [part for item in value.values() for part in _sourced(item)]
    return []


@pytest.mark.parametrize("ref", EDITIONS)
def test_every_number_names_sources_that_the_pack_lists(ref: str) -> None:
    pack = pack_of(ref)
    parts = _sourced(pack)
    used = {source for part in parts for source in part.sources}
    assert len(parts) > 30
    assert used == set(pack.sources)
    assert all(part.clause for part in parts)
    assert all(part.status != "printed" for part in parts), "no printed standard was at hand"


@pytest.mark.parametrize("ref", EDITIONS)
def test_clauses_are_those_of_equations_that_exist(ref: str) -> None:
    modules = (faces, frequency, gust, loads, poles, pressure, regions, shares, signs, topography)
    known = {name for module in modules for name in vars(module)}
    known |= {kind.name for kind in sums.ALL}
    assert set(pack_of(ref).clauses) <= known


def test_no_step_of_7_10_cites_a_clause_of_7_16() -> None:
    """Whatever an equation's own card cites beyond the topography, 7-10 cites elsewhere."""
    modules = (faces, gust, poles, regions, signs)
    cards = [f.card for m in modules for f in vars(m).values() if hasattr(f, "card")]
    cards = [card for card in cards if card.clause and not card.name.endswith("_with_kd")]
    assert {card.name for card in cards} <= set(pack_of("asce7-10_v1").clauses)


BROKEN = [
    ("heights_ft: [15, 20,", "heights_ft: [20, 15,", "heights rise"),
    ("      B: [0.57, ", "      B: [", "a cell for each height"),
    ("rows_s_over_h: [1, 0.9,", "rows_s_over_h: [0.9, 1,", "rows fall"),
    ("columns_b_over_s: [0.05, 0.1,", "columns_b_over_s: [0.1, 0.05,", "columns rise"),
    ("      - [1.8, 1.7, ", "      - [1.7, ", "a cell for each pair"),
    ("columns_b_over_s: [2, 3,", "columns_b_over_s: [3, 2,", "columns rise"),
    ("starts_s: [0, 1, 2, 3]", "starts_s: [1, 2, 3, 4]", "starts rise"),
    ("      - [2.25, 1.5]", "      - [2.25]", "cells for each column"),
    ("arguments: [0.3, 1, 2]", "arguments: [1, 0.3, 2]", "rising argument"),
    ("arguments: [1, 7, 25]", "arguments: [7, 1, 25]", "rising argument"),
    ("    D: {alpha:", "    E: {alpha:", ""),
    ('  units: {alpha: "1", z_g: ft', '  units: {alpha: "1", z_g: m', ""),
    ('unit: "psf"', 'unit: "kPa"', ""),
    ("method: kd_in_pressure", "method: kd_twice", ""),
]


@pytest.mark.parametrize(("right", "wrong", "words"), BROKEN)
def test_a_table_unlike_its_page_is_refused(right: str, wrong: str, words: str) -> None:
    text = text_of("asce7-16_v1")
    assert right in text
    with pytest.raises(PackError) as caught:
        load(text.replace(right, wrong, 1).encode(), "broken.yaml", "exposure", "asce7-16_v1")
    assert any(words in fault.detail for fault in caught.value.faults)
    assert re.search(r"line \d+", caught.value.faults[0].hint)


def test_terrain_without_a_category_is_refused() -> None:
    lines = text_of("asce7-16_v1").splitlines()
    kept = "\n".join(line for line in lines if not line.startswith("    D: {alpha"))
    with pytest.raises(PackError, match="rows B, C and D"):
        load(kept.encode(), "broken.yaml", "exposure", "asce7-16_v1")


def test_known_values_tell_where_they_stand() -> None:
    pack = pack_of("asce7-16_v1")
    cell = pack.sign.case_ab.rising[2][0][0]
    assert (cell, cell.origin, cell.status) == (1.95, "exposure:/sign/case_ab/cells/6/0", "derived")
    assert pack.kz.table is not None
    assert pack.kz.table.known_cells["C"][0].origin == "exposure:/kz/table/cells/C/0"
