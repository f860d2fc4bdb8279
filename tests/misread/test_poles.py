"""Poles: cabinets that none of them reaches, and the part of a pole that stands out of a face."""

from itertools import pairwise
from math import sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.result import ElementWind, ExposureResult
from apex_cli.solvers.exposure.solve import solve

PACK, _ = Catalogue().load("exposure", "asce7-16_v1")
SITE = {"wind_speed_mph": 115, "risk_category": "II", "exposure": "C", "kzt": 1.0}
SQUARE = {"count": 1, "shape": "square", "width_in": 24, "top_ft": 24}
Q_15 = 0.00256 * 2.01 * (15 / 900) ** (2 / 9.5) * 115**2


def box(width: float, height: float, bottom: float, **more: Any) -> dict[str, Any]:
    return {"width_ft": width, "height_ft": height, "bottom_ft": bottom, **more}


def wind(
    *elements: dict[str, Any], poles: dict[str, Any], trace: Bare | None = None
) -> ExposureResult:
    assert isinstance(PACK, ExposurePack)
    document = {"site": SITE, "sign": {"elements": [*elements], "poles": poles}}
    inputs = ExposureInputs.of(located(Inputs.read(document)))
    return solve(inputs, PACK, trace or Bare())


def lengths(result: ExposureResult) -> list[ElementWind]:
    return [item for item in result.elements if item.kind == "pole"]


def area(result: ExposureResult) -> float:
    return sum(item.area_ft2 for item in lengths(result))


def test_half_a_pole_stands_out_f09() -> None:
    """The face ends 0.01 ft left of the axis, the pole reaches from -1 to 1 ft.

    Beside the face 0.99 ft of pole stand in the wind over 24 ft, behind it 1.01 ft over 18 ft:
    36 ft2 below the face, and 0.99 x 6 = 5.94 ft2 beside it. Both middles lie below 15 ft.
    """
    trace = Trace()
    result = wind(box(10, 6, 18, offset_ft=4.99), poles=SQUARE, trace=trace)
    beside, behind = lengths(result)
    assert (beside.name, behind.name) == ("pole, part 1", "pole, part 2")
    assert beside.area_ft2 == pytest.approx(0.99 * 24)
    assert behind.area_ft2 == pytest.approx(1.01 * 18)
    assert area(result) == pytest.approx(36 + 5.94)
    cf = 1.4 + 0.6 * (24 / 2 - 7) / 18
    assert beside.force_lbf == pytest.approx(Q_15 * 0.9 * 0.85 * cf * 0.99 * 24)
    cabinet = result.elements[0].force_lbf
    turned = 4.99 * cabinet - 0.505 * beside.force_lbf + 0.495 * behind.force_lbf
    assert result.cases[0].torsion_kipft == pytest.approx(turned / 1000)
    assert any("not hidden alike" in sentence for sentence in trace.assumptions)


@pytest.mark.parametrize("shape", ["square", "square_diagonal", "round"])
@pytest.mark.parametrize("top", [24, 60])
@pytest.mark.parametrize("tip", [None, 8])
def test_no_jump_where_a_face_passes_a_pole(shape: str, top: float, tip: float | None) -> None:
    """From wholly hidden to wholly in the wind, and over the axis, in steps of 0.001 ft."""
    poles = SQUARE | {"shape": shape, "top_ft": top, "top_width_in": tip}
    half = sqrt(2) if shape == "square_diagonal" else 1.0
    for edge in (-half, 0.0, half):
        at = [
            wind(box(10, 6, 18, offset_ft=5 + edge + step), poles=poles)
            for step in (-0.001, -1e-7, 0.0, 1e-7, 0.001)
        ]
        for before, after in pairwise(at):
            assert before.base is not None
            assert after.base is not None
            assert after.base.shear_lbf == pytest.approx(before.base.shear_lbf, rel=1e-3)
            assert after.base.moment_kipft == pytest.approx(before.base.moment_kipft, rel=1e-3)
            assert after.base.torsion_kipft == pytest.approx(before.base.torsion_kipft, rel=1e-3)


@pytest.mark.parametrize(("offset", "expected"), [(0.0, 36.0), (4.0, 36.0), (6.0, 48.0)])
def test_wholly_hidden_and_wholly_exposed_as_ever(offset: float, expected: float) -> None:
    result = wind(box(10, 6, 18, offset_ft=offset), poles=SQUARE)
    (pole,) = lengths(result)
    assert (pole.name, pole.area_ft2) == ("pole", expected)


def test_cabinet_narrower_than_its_pole() -> None:
    """1 ft of a pole of 2 ft is hidden: 0.5 ft stand out on either side, and nothing turns."""
    result = wind(box(1, 6, 18), poles=SQUARE)
    assert [item.area_ft2 for item in lengths(result)] == pytest.approx([12, 18, 12])
    assert result.cases[0].torsion_kipft == 0


def test_a_pole_between_two_cabinets_side_by_side() -> None:
    """Two faces that leave a slit of 0.8 ft before the pole; where they meet, there is none."""
    apart = wind(box(10, 6, 18, offset_ft=-5.4), box(10, 6, 18, offset_ft=5.4), poles=SQUARE)
    assert area(apart) == pytest.approx(36 + 0.8 * 6)
    middle = lengths(apart)[1]
    assert middle.name == "pole, part 2"
    assert middle.area_ft2 == pytest.approx(0.8 * 24)
    close = wind(box(10, 6, 18, offset_ft=-5), box(10, 6, 18, offset_ft=5), poles=SQUARE)
    assert [(item.name, item.area_ft2) for item in lengths(close)] == [("pole", 36)]


def test_one_of_two_poles_is_hidden() -> None:
    """The face covers the left pole only: the other stands in the wind to its top, and turns."""
    poles = SQUARE | {"count": 2, "spacing_ft": 12}
    result = wind(box(10, 6, 18, offset_ft=-6), poles=poles)
    left, right = lengths(result)
    assert (left.name, left.area_ft2) == ("pole 1", 36)
    assert (right.name, right.area_ft2) == ("pole 2", 48)
    turned = -6 * (result.elements[0].force_lbf + left.force_lbf) + 6 * right.force_lbf
    assert result.cases[0].torsion_kipft == pytest.approx(-turned / 1000)
    assert result.per_pole is not None
    assert sum(pole.shear_lbf for pole in result.per_pole) >= result.cases[0].shear_lbf


def test_poles_hidden_alike_are_one_row() -> None:
    """Four poles 4 ft apart, a face before the two on the right; each length a row."""
    poles = SQUARE | {"count": 4, "spacing_ft": 4, "top_ft": 30}
    result = wind(box(8, 6, 18, offset_ft=4), poles=poles)
    rows = [(item.name, item.area_ft2) for item in lengths(result)]
    assert rows == [
        ("poles 1 to 2", 120),
        ("poles 3 to 4, length 1", 72),
        ("poles 3 to 4, length 2", 24),
    ]


def test_square_pole_on_its_diagonal_stands_out_with_its_diagonal() -> None:
    """Half the diagonal of 2 x sqrt(2) ft beside the face."""
    result = wind(box(10, 6, 18, offset_ft=5), poles=SQUARE | {"shape": "square_diagonal"})
    assert area(result) == pytest.approx(2 * sqrt(2) * 18 + sqrt(2) * 6)


def test_tapered_pole_that_ends_short_of_the_gap() -> None:
    """At 30 ft of height the pole is 1 ft wide and stands behind the face's edge at 0.9 ft."""
    poles = {"shape": "round", "width_in": 36, "top_width_in": 12, "top_ft": 60}
    high = wind(box(10, 20, 40, offset_ft=-4.1), box(10, 40, 0, offset_ft=-4.1), poles=poles)
    beside = wind(box(10, 60, 0, offset_ft=-3.7), poles=poles)
    assert [item.area_ft2 for item in lengths(high)] == pytest.approx([0.1 * 60])
    assert not lengths(beside)


def test_dust_is_no_length_f12() -> None:
    """16.77 + 6.17 is 22.94, though not in binary fractions."""
    poles = SQUARE | {"width_in": 12, "top_ft": 24.94}
    result = wind(box(10, 6.17, 16.77), box(10, 2, 22.94), poles=poles)
    (pole,) = lengths(result)
    assert (pole.name, pole.area_ft2) == ("pole", 16.77)


HUNDREDTHS = st.integers(0, 6000).map(lambda n: n / 100)


@settings(deadline=None, max_examples=100)
@given(
    bottoms=st.lists(HUNDREDTHS, min_size=1, max_size=4),
    offset=st.integers(-1200, 1200).map(lambda n: n / 100),
    count=st.integers(1, 3),
    spacing=st.integers(300, 1200).map(lambda n: n / 100),
)
def test_no_row_of_dust_and_never_more_than_the_poles(
    bottoms: list[float], offset: float, count: int, spacing: float
) -> None:
    poles = {"shape": "round", "width_in": 18, "top_ft": 70, "count": count, "spacing_ft": spacing}
    result = wind(*(box(9, 5, z, offset_ft=offset) for z in bottoms), poles=poles)
    # no length is below 0.01 ft and no width below 0.005 ft, half a hundredth of a spacing
    assert all(item.area_ft2 > 0.99 * 0.01 * 0.005 for item in lengths(result))
    assert area(result) <= 1.5 * count * 70 * (1 + 1e-9)
    hidden = 5 * len(bottoms) + 0.1 * 5 * (len(bottoms) - 1)  # the gaps of one face hide too
    assert area(result) >= 1.5 * count * (70 - hidden) * (1 - 1e-9)


def refused(*elements: dict[str, Any], top: float) -> str:
    with pytest.raises(InvalidInput) as caught:
        wind(*elements, poles=SQUARE | {"top_ft": top})
    (fault,) = caught.value.faults
    assert fault.hint
    return fault.pointer


def test_a_cabinet_that_floats_is_refused_f06() -> None:
    assert refused(box(10, 6, 12), box(10, 6, 40), top=13) == "/sign/elements/1/bottom_ft"
    assert refused(box(10, 6, 40), box(10, 6, 12), top=13) == "/sign/elements/0/bottom_ft"
    assert refused(box(10, 6, 12), box(10, 6, 25), box(10, 6, 31), top=18).endswith("1/bottom_ft")
    aside = box(4, 6, 18, offset_ft=8)
    assert refused(box(10, 6, 12), aside, top=14) == "/sign/elements/1/bottom_ft"


@pytest.mark.parametrize("gap", [0.0, 1e-12, 0.5, 0.6])
def test_a_cabinet_may_stand_on_one_that_is_reached(gap: float) -> None:
    """Also with a gap of a tenth of its height, and through a third one."""
    result = wind(
        box(10, 6, 12), box(10, 6, 18 + gap), box(8, 6, 24 + 2 * gap), poles=SQUARE | {"top_ft": 13}
    )
    assert result.base is not None


def test_what_the_poles_just_reach_is_carried() -> None:
    assert wind(box(10, 6, 12), box(10, 6, 30), poles=SQUARE | {"top_ft": 30}).base
    assert refused(box(10, 6, 12), box(10, 6, 30), top=29.9) == "/sign/elements/1/bottom_ft"


@pytest.mark.parametrize(
    ("offset", "told"), [(5.0, False), (6.0, False), (6.5, True), (-9.0, True)]
)
def test_a_cabinet_on_arms_is_told(offset: float, told: bool) -> None:
    trace = Trace()
    wind(box(10, 6, 18, offset_ft=offset), poles=SQUARE, trace=trace)
    assert ("sign.arms_not_counted" in {c.code for c in trace.cautions}) == told


def test_a_cabinet_beside_one_that_is_held_has_no_arms() -> None:
    trace = Trace()
    wind(box(10, 6, 18), box(4, 6, 18, offset_ft=7.2), poles=SQUARE, trace=trace)
    assert "sign.arms_not_counted" not in {c.code for c in trace.cautions}
