"""Solid signs: Cases A, B and C of the figure, its notes, and what it leaves open."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.errors import NoAnswer
from apex_cli.solvers.exposure.strips import columns_around

Ask = Callable[..., Any]


def test_a_cabinet_by_hand(ask: Ask) -> None:
    """10 ft by 6 ft, top at 24 ft: B/s 1.667, s/h 0.25, Cf 1.80 (all four cells)."""
    result, _ = ask((10, 6, 18), edition="7-16")
    q = 0.00256 * 2.01 * (24 / 900) ** (2 / 9.5) * 0.85 * 115**2
    force = q * 0.85 * 1.8 * 60
    wind = result.elements[0]
    assert (wind.cf, wind.aspect_ratio, wind.clearance_ratio) == (1.8, 10 / 6, 0.25)
    assert wind.force_lbf == pytest.approx(force)
    assert wind.pressure_psf == pytest.approx(force / 60)
    assert result.velocity_pressure_psf == pytest.approx(q)
    assert [case.case for case in result.cases] == ["A", "B"]
    assert result.base.moment_kipft == pytest.approx(force * 21 / 1000)
    assert result.base.torsion_kipft == pytest.approx(force * 2 / 1000)
    assert (result.base.case, result.base.load_height_ft) == ("B", pytest.approx(21))
    assert result.asd.shear_lbf == pytest.approx(0.6 * force)


def test_on_the_ground_the_resultant_is_raised(ask: Ask) -> None:
    result, _ = ask((10, 10, 0))
    wind = result.elements[0]
    assert (wind.clearance_ratio, wind.cf) == (1.0, 1.45)
    assert wind.centroid_ft == pytest.approx(5.5)
    above, _ = ask((10, 10, 0.5))
    assert above.elements[0].centroid_ft == 5.5


def test_one_sign_under_two_editions_differs_only_by_the_exposure_constants(ask: Ask) -> None:
    old, _ = ask((10, 6, 18), edition="7-16")
    new, _ = ask((10, 6, 18), edition="7-22")
    ratio = new.elements[0].force_lbf / old.elements[0].force_lbf
    assert ratio == pytest.approx(new.kz / old.kz, rel=1e-12)
    assert new.velocity_pressure_psf * 0.85 == pytest.approx(
        old.velocity_pressure_psf * new.kz / old.kz
    )


def test_beyond_the_headings_their_bounds_stand(ask: Ask) -> None:
    def bounded(*cabinet: float) -> tuple[float, bool]:
        result, trace = ask(cabinet)
        told = [c.severity for c in trace.cautions if c.code == "wind.figure_bound"]
        assert set(told) <= {"notice"}
        return result.elements[0].cf, bool(told)

    at, told = bounded(10, 1.6, 8.4)
    assert not told
    below, told = bounded(10, 1.6, 8.6)
    assert told
    assert below == at
    assert bounded(0.2, 10, 10) == (1.95, True)
    assert bounded(100, 2, 8) == (1.95, True)


def test_minimum_pressure_governs_in_weak_wind(ask: Ask) -> None:
    result, _ = ask((10, 6, 18), speed=50)
    wind = result.elements[0]
    assert (wind.force_lbf, wind.pressure_psf, wind.minimum_governs) == (960, 16, True)


def test_openings_of_less_than_30_percent(ask: Ask) -> None:
    cabinet = {"width_ft": 10, "height_ft": 6, "bottom_ft": 18, "solidity": 0.75}
    result, trace = ask(cabinet)
    assert result.elements[0].cf == pytest.approx(1.8 * (1 - 0.25**1.5))
    assert result.elements[0].area_ft2 == 60
    assert any("Openings" in sentence for sentence in trace.assumptions)
    full, trace = ask(cabinet, readings={"openings_reduction": False})
    assert full.elements[0].cf == pytest.approx(1.8)
    assert any("not used" in sentence for sentence in trace.assumptions)


def test_openings_reduce_the_regions_too(ask: Ask) -> None:
    solid, _ = ask((30, 6, 18))
    cabinet = {"width_ft": 30, "height_ft": 6, "bottom_ft": 18, "solidity": 0.75}
    pierced, _ = ask(cabinet)
    for one, other in zip(solid.elements[0].case_c, pierced.elements[0].case_c, strict=True):
        assert other.cf == pytest.approx(one.cf * 0.875)


def test_regions_by_hand_at_a_printed_column(ask: Ask) -> None:
    """B/s = 5, s/h = 0.25: 3.10, 2.00, 1.45 over s each, 1.05 over the last 2 s."""
    result, _ = ask((30, 6, 18))
    wind = result.elements[0]
    regions = wind.case_c
    assert [region.cf for region in regions] == pytest.approx([3.1, 2.0, 1.45, 1.05])
    assert [(r.from_ft, r.to_ft) for r in regions] == [(0, 6), (6, 12), (12, 18), (18, 30)]
    unit = wind.velocity_pressure_psf * 0.85 * 36
    forces = [3.1 * unit, 2.0 * unit, 1.45 * unit, 1.05 * unit * 2]
    assert [region.force_lbf for region in regions] == pytest.approx(forces)
    total = result.cases[2]
    assert total.shear_lbf == pytest.approx(sum(forces))
    twist = forces[0] * 12 + forces[1] * 6 + forces[2] * 0 - forces[3] * 9
    assert total.torsion_kipft == pytest.approx(twist / 1000)


def test_near_the_ground_the_regions_are_reduced(ask: Ask) -> None:
    high, _ = ask((30, 6, 18))
    low, _ = ask((30, 6, 0))
    for one, other in zip(high.elements[0].case_c, low.elements[0].case_c, strict=True):
        assert other.cf == pytest.approx(0.8 * one.cf)
    at, _ = ask((30, 8, 2))
    assert at.elements[0].case_c[0].cf == pytest.approx(2.6 + 0.75 * 0.3)
    above, _ = ask((30, 9, 1))
    assert above.elements[0].case_c[0].cf == pytest.approx((2.6 + 0.3 / 3) * 0.9)


@pytest.mark.parametrize(
    ("corner", "factor"), [(0, 1), (1.5, 1), (1.8, 0.9), (6, 0.75), (9, 0.675), (30, 0.6)]
)
def test_return_corner(ask: Ask, corner: float, factor: float) -> None:
    cabinet = {"width_ft": 30, "height_ft": 6, "bottom_ft": 18, "return_corner_ft": corner}
    result, _ = ask(cabinet)
    regions = result.elements[0].case_c
    assert regions[0].cf == pytest.approx(3.1 * factor)
    assert regions[1].cf == pytest.approx(2.0)


def test_return_corner_counts_from_b_over_s_of_5(ask: Ask) -> None:
    cabinet = {"width_ft": 29.9, "height_ft": 6, "bottom_ft": 18, "return_corner_ft": 6}
    result, _ = ask(cabinet)
    assert result.elements[0].case_c[0].cf > 3.05


@pytest.mark.parametrize(
    ("reading", "factor"), [("none", 1.0), ("interpolate", 0.95), ("flat", 0.9), (None, 1.0)]
)
def test_short_return_corner_is_a_reading(ask: Ask, reading: str | None, factor: float) -> None:
    cabinet = {"width_ft": 30, "height_ft": 6, "bottom_ft": 18, "return_corner_ft": 0.9}
    result, trace = ask(cabinet, readings={"short_return_corner": reading})
    assert result.elements[0].case_c[0].cf == pytest.approx(3.1 * factor)
    assert any("Lr/s below 0.3" in sentence for sentence in trace.assumptions)


def test_between_two_columns_the_extra_region_takes_the_far_value(ask: Ask) -> None:
    result, trace = ask((15, 6, 18))
    assert [r.cf for r in result.elements[0].case_c] == pytest.approx([2.425, 1.6, 1.15])
    assert result.elements[0].case_c[2].to_ft == 15
    assert any("wider column" in sentence for sentence in trace.assumptions)
    _, trace = ask((18, 6, 18))
    assert not any("wider column" in sentence for sentence in trace.assumptions)


@pytest.mark.parametrize(
    ("reading", "late"),
    [
        (None, [1.5, 1.35, 0.9, 0.55]),
        ("far_column", [1.5, 1.35, 0.9, 0.55]),
        ("interpolate", [1.225, 1.15, 0.925, 0.55]),
    ],
)
def test_between_10_and_13_is_a_reading(ask: Ask, reading: str | None, late: list[float]) -> None:
    result, trace = ask((46, 4, 4), readings={"between_tables": reading})
    cfs = [region.cf for region in result.elements[0].case_c]
    assert cfs[:3] == pytest.approx([3.875, 2.525, 1.925])
    assert cfs[3:] == pytest.approx(late)
    assert any("10 < B/s < 13" in sentence for sentence in trace.assumptions)


@pytest.mark.parametrize("ratio", [2, 2.5, 3, 3.5, 4, 9.99, 10, 10.01, 12.9, 13, 30, 45, 60])
def test_regions_cover_the_whole_face(ask: Ask, ratio: float) -> None:
    result, trace = ask((4 * ratio, 4, 4))
    regions = result.elements[0].case_c
    assert regions[0].from_ft == 0
    assert regions[-1].to_ft == pytest.approx(4 * ratio)
    for left, right in pairwise(regions):
        assert left.to_ft == pytest.approx(right.from_ft)
    mean = sum(r.cf * (r.to_ft - r.from_ft) for r in regions) / (4 * ratio)
    assert 0.7 < mean < 2.2, "the mean of the regions stays near the coefficient of Case A"
    told = any("10 < B/s < 13" in sentence for sentence in trace.assumptions)
    assert told == (10 < ratio < 13)


def test_printed_columns_come_back_unchanged(ask: Ask) -> None:
    narrow = {2: [2.25, 1.5], 3: [2.6, 1.7, 1.15], 8: [3.55, 2.3, 1.7, 1.05]}
    wide = {13: [4.0, 2.6, 2.0, 1.5, 1.35, 0.9, 0.55], 45: [4.3, 2.55, 1.95, 1.85, 1.85, 1.1, 0.55]}
    for ratio, printed in (narrow | wide).items():
        result, _ = ask((4 * ratio, 4, 4))
        assert [region.cf for region in result.elements[0].case_c] == printed


def test_narrow_cabinets_have_no_case_c(ask: Ask) -> None:
    result, _ = ask((11.99, 6, 18))
    assert result.elements[0].case_c == []
    assert len(result.cases) == 2


def test_no_column_is_invented(pack_of: Callable[[str], Any]) -> None:
    figure = pack_of("7-16").sign
    for ratio in (2, 4.5, 10, 11, 13, 14, 45, 99):
        column = columns_around(figure, ratio, "far_column")
        assert len(column.values) <= len(column.starts)
        assert column.x_1 < column.x_2


@settings(deadline=None, max_examples=100)
@given(
    width=st.floats(1, 80),
    height=st.floats(1, 20),
    bottom=st.floats(0, 60).map(lambda x: round(x, 9)),
    edition=st.sampled_from(["7-10", "7-16", "7-22"]),
    more=st.floats(1.0, 1.4),
)
def test_the_governing_force_never_falls(
    ask: Ask, *, width: float, height: float, bottom: float, edition: str, more: float
) -> None:
    """Force grows with the square of speed; it never falls with exposure, height or area."""
    here, _ = ask((width, height, bottom), edition=edition, speed=150)
    faster, _ = ask((width, height, bottom), edition=edition, speed=150 * more)
    if not here.elements[0].minimum_governs:
        assert faster.base.shear_lbf == pytest.approx(here.base.shear_lbf * more**2, rel=1e-9)
    wider, _ = ask((width * more, height, bottom), edition=edition, speed=150)
    assert wider.elements[0].force_lbf >= here.elements[0].force_lbf * (1 - 1e-9)
    raised, _ = ask((width, height, bottom + 5 * more), edition=edition, speed=150)
    assert raised.base.shear_lbf >= here.base.shear_lbf * (1 - 1e-9)
    taller, _ = ask((width, height * more, bottom), edition=edition, speed=150)
    assert taller.elements[0].force_lbf >= here.elements[0].force_lbf * (1 - 1e-9)
    forces = [
        ask((width, height, bottom), edition=edition, exposure=e, speed=150)[0].base.shear_lbf
        for e in "BCD"
    ]
    assert forces == sorted(forces)


@pytest.mark.parametrize(("width", "height"), [(22.8, 2.28), (11.2, 2.24), (23.4, 1.8), (20, 10)])
def test_a_ratio_written_whole_is_whole(ask: Ask, width: float, height: float) -> None:
    """B/s of 10, 5, 13 and 2 to the letter, whatever binary fractions make of the quotient."""
    result, trace = ask({"width_ft": width, "height_ft": height, "bottom_ft": 10.0,
                         "return_corner_ft": 5.0})  # fmt: skip
    exact = round(width / height)
    twin, _ = ask({"width_ft": float(exact * 4), "height_ft": 4.0, "bottom_ft": 40.0,
                   "return_corner_ft": 20.0})  # fmt: skip
    regions = result.elements[0].case_c
    assert len(regions) == len(twin.elements[0].case_c)
    assert all(region.to_ft - region.from_ft > 0.1 for region in regions)
    assert not any(
        "10 < B/s < 13" in text or "only the wider" in text for text in trace.assumptions
    )


def test_a_corner_counts_from_five(ask: Ask) -> None:
    for width in (11.2, 11.25):
        sign = {"width_ft": width, "height_ft": width / 5, "bottom_ft": 10.0}
        with_corner, _ = ask({**sign, "return_corner_ft": 5.0})
        without, _ = ask(sign)
        ratio = with_corner.elements[0].case_c[0].cf / without.elements[0].case_c[0].cf
        assert ratio == pytest.approx(0.6)


@pytest.mark.parametrize("width", [9.2, 9.3])
def test_thirty_per_cent_open_is_open(ask: Ask, width: float) -> None:
    with pytest.raises(NoAnswer):
        ask((width, 4, 10), (width, 3, 17), stacking="combined")
