"""Velocity pressure: editions, elevation, topography, table and formula."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.equations import card_of
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.exposure import Method
from apex_cli.solvers.exposure.methods import METHODS

Ask = Callable[..., Any]
HILL = {
    "feature": "escarpment_2d",
    "height_ft": 100.0,
    "half_length_ft": 150.0,
    "distance_ft": 60.0,
    "side": "downwind",
}


@pytest.mark.parametrize("exposure", ["B", "C", "D"])
def test_7_22_kz_equals_its_formula(ask: Ask, exposure: str) -> None:
    alpha, z_g = {"B": (7.5, 3280), "C": (9.8, 2460), "D": (11.5, 1935)}[exposure]
    heights = [1.0, 15.0, 15.01, 33.0, 80.0, 500.0, 1935.0, 2000.0, 3280.0]
    result, trace = ask(edition="7-22", exposure=exposure, site={"heights_ft": heights})
    for row in result.profile:
        z = min(max(row.height_ft, 15), z_g)
        assert row.kz == pytest.approx(2.41 * (z / z_g) ** (2 / alpha), abs=1e-9)
    assert not trace.cautions


def test_heights_alone_give_the_profile_and_nothing_else(ask: Ask) -> None:
    result, trace = ask(edition="7-16", site={"heights_ft": [30, 15, 30]})
    assert [row.height_ft for row in result.profile] == [15, 30]
    assert (result.base, result.asd, result.elements, result.cases) == (None, None, [], [])
    assert any("Kd = 0.85" in sentence for sentence in trace.assumptions)
    assert result.profile[1].velocity_pressure_psf == pytest.approx(
        0.00256 * 2.01 * (30 / 900) ** (2 / 9.5) * 0.85 * 115**2
    )


def test_pressure_in_si_units_is_the_same(ask: Ask) -> None:
    """0.613 V² in N/m² and m/s, converted by hand; the standards round both constants."""
    result, _ = ask(edition="7-22", site={"heights_ft": [60]})
    kz = 2.41 * ((60 * 0.3048) / (2460 * 0.3048)) ** (2 / 9.8)
    newtons = 0.613 * kz * (115 * 0.44704) ** 2
    assert result.profile[0].velocity_pressure_psf == pytest.approx(newtons / 47.880259, rel=1e-3)


def test_elevation_factor(ask: Ask) -> None:
    high, _ = ask(edition="7-16", site={"heights_ft": [15], "ground_elevation_ft": 5000})
    low, trace = ask(edition="7-16", site={"heights_ft": [15]})
    assert high.ke == pytest.approx(math.exp(-0.0000362 * 5000))
    assert high.profile[0].velocity_pressure_psf / low.profile[
        0
    ].velocity_pressure_psf == pytest.approx(high.ke)
    assert low.ke == 1.0
    assert any("Ke = 1.0" in sentence for sentence in trace.assumptions)


def test_7_10_has_no_elevation_factor(ask: Ask) -> None:
    high, trace = ask(edition="7-10", site={"heights_ft": [15], "ground_elevation_ft": 5000})
    low, _ = ask(edition="7-10", site={"heights_ft": [15]})
    assert high.ke is None
    assert high.profile == low.profile
    assert any("no ground elevation factor" in sentence for sentence in trace.assumptions)


@pytest.mark.parametrize(
    ("z", "printed"), [(10, 0.85), (15, 0.85), (20, 0.90), (35, 1.01), (500, 1.77)]
)
def test_table_is_interpolated(ask: Ask, z: float, printed: float) -> None:
    result, _ = ask(edition="7-16", kz_method="table", site={"heights_ft": [z]})
    assert result.profile[0].kz == pytest.approx(printed)


def test_table_has_an_end(ask: Ask) -> None:
    with pytest.raises(NoAnswer, match="ends at 500 ft") as caught:
        ask(edition="7-16", kz_method="table", site={"heights_ft": [501]})
    assert caught.value.problem_code == "calculation.no_answer"
    assert caught.value.faults[0].pointer == "/kz_method"


def test_table_that_the_pack_has_not_is_refused(ask: Ask) -> None:
    with pytest.raises(InvalidInput, match="no table") as caught:
        ask(edition="7-22", kz_method="table", site={"heights_ft": [15]})
    assert caught.value.faults[0].hint == "take kz_method formula"


@pytest.mark.parametrize("edition", ["7-10", "7-16"])
def test_above_the_gradient_height_an_engineer_must_look(ask: Ask, edition: str) -> None:
    result, trace = ask(edition=edition, site={"heights_ft": [901]})
    assert result.profile[0].kz == 2.01
    assert [(c.code, c.severity) for c in trace.cautions] == [
        ("wind.above_gradient_height", "review")
    ]


def test_topographic_factor_by_hand(ask: Ask) -> None:
    """H/Lh = 0.667 > 0.5: K1 with 0.5, K2 and K3 with Lh = 2 H = 200 ft."""
    result, _ = ask(site={"heights_ft": [40], "topography": HILL})
    k_1, k_2, k_3 = 0.85 * 0.5, 1 - 60 / (4 * 200), math.exp(-2.5 * 40 / 200)
    assert result.profile[0].kzt == pytest.approx((1 + k_1 * k_2 * k_3) ** 2)


def test_a_gentle_feature_keeps_its_own_length(ask: Ask) -> None:
    ridge = {**HILL, "feature": "ridge_2d", "half_length_ft": 400.0, "side": "upwind"}
    result, _ = ask(site={"heights_ft": [40], "topography": ridge})
    k_1, k_2, k_3 = 1.45 * 0.25, 1 - 60 / (1.5 * 400), math.exp(-3 * 40 / 400)
    assert result.profile[0].kzt == pytest.approx((1 + k_1 * k_2 * k_3) ** 2)


@pytest.mark.parametrize(
    ("change", "exposure", "words"),
    [({"half_length_ft": 501.0}, "C", "gentle"), ({"height_ft": 59.0}, "B", "lower than 60 ft")],
)
def test_a_feature_that_does_not_count(
    ask: Ask, change: dict[str, Any], exposure: str, words: str
) -> None:
    site = {"heights_ft": [40], "topography": HILL | change}
    result, trace = ask(exposure=exposure, site=site)
    assert result.profile[0].kzt == 1.0
    assert any(words in sentence for sentence in trace.assumptions)


def test_far_from_the_crest_the_factor_is_kept_and_told(ask: Ask) -> None:
    far = HILL | {"feature": "hill_3d", "distance_ft": 200.0}
    result, trace = ask(site={"heights_ft": [40], "topography": far})
    assert result.profile[0].kzt > 1.0
    assert [c.code for c in trace.cautions] == ["topography.below_upper_half"]
    beyond, _ = ask(site={"heights_ft": [40], "topography": far | {"distance_ft": 9000.0}})
    assert beyond.profile[0].kzt == 1.0
    _, trace = ask(site={"heights_ft": [40], "topography": HILL | {"distance_ft": 200.0}})
    assert not trace.cautions


def test_a_given_kzt_is_taken(ask: Ask) -> None:
    result, trace = ask(site={"heights_ft": [40], "kzt": 1.3})
    assert result.profile[0].kzt == 1.3
    assert not any("topography" in sentence for sentence in trace.assumptions)


@settings(deadline=None, max_examples=60)
@given(
    z=st.floats(1, 400),
    more=st.floats(0, 80),
    edition=st.sampled_from(["7-10", "7-16", "7-22"]),
    speed=st.floats(60, 200),
    factor=st.floats(1, 1.5),
)
def test_pressure_grows_with_height_roughness_and_the_square_of_speed(
    ask: Ask, *, z: float, more: float, edition: str, speed: float, factor: float
) -> None:
    def q(exposure: str, height: float, v: float) -> float:
        result, _ = ask(edition=edition, exposure=exposure, speed=v, site={"heights_ft": [height]})
        return float(result.profile[0].velocity_pressure_psf)

    rows = [q(exposure, z, speed) for exposure in "BCD"]
    assert rows == sorted(rows)
    assert q("C", z + more, speed) >= rows[1]
    assert q("C", z, speed * factor) == pytest.approx(rows[1] * factor**2, rel=1e-12)


@pytest.mark.parametrize(("height", "half"), [(15.2, 76), (15.1, 75.5), (15.6, 78), (20, 100)])
def test_a_slope_of_one_in_five_counts(ask: Ask, height: float, half: float) -> None:
    feature = {"feature": "ridge_2d", "height_ft": height, "half_length_ft": half,
               "distance_ft": 0.0, "side": "upwind"}  # fmt: skip
    result, _ = ask((10, 6, 18), site={"topography": feature})
    assert result.kzt is not None
    assert result.kzt > 1.2


@pytest.mark.parametrize("method", METHODS)
def test_the_directionality_factor_stands_once(method: Method) -> None:
    """In the velocity pressure or in the forces, never in both and never in neither."""
    algebra = METHODS[method]
    for force in (algebra.sign_force, algebra.structure_force):
        assert ("K_d" in card_of(algebra.pressure).units) != ("K_d" in card_of(force).units)
