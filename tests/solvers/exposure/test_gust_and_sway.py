"""Gust factors and natural frequencies, against independent sums."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.solvers.exposure.equations import frequency

Ask = Callable[..., Any]
FACE = {
    "width_ft": 48, "height_ft": 14, "bottom_ft": 66, "thickness_ft": 4, "weight_psf": 12,
}  # fmt: skip
MAST = {"shape": "round", "width_in": 36, "wall_in": 0.5, "weight_plf": 190, "top_ft": 78}


def flexible(
    n_1: float, beta: float, *, h: float, width: float = 48, depth: float = 4, v: float = 115
) -> float:
    """Gf in Exposure C of 7-22, written out on its own."""
    z = max(0.6 * h, 15)
    i_z = 0.2 * (33 / z) ** (1 / 6)
    l_z = 500 * (z / 33) ** (1 / 5)
    q2 = 1 / (1 + 0.63 * ((width + h) / l_z) ** 0.63)
    v_z = 0.66 * (z / 33) ** (1 / 6.4) * 88 / 60 * v
    n = n_1 * l_z / v_z
    r_n = 7.47 * n / (1 + 10.3 * n) ** (5 / 3)

    def r(eta: float) -> float:
        return 1 / eta - (1 - math.exp(-2 * eta)) / (2 * eta**2)

    r2 = (
        r_n
        * r(4.6 * n_1 * h / v_z)
        * r(4.6 * n_1 * width / v_z)
        * (0.53 + 0.47 * r(15.4 * n_1 * depth / v_z))
        / beta
    )
    root = math.sqrt(2 * math.log(3600 * n_1))
    g_r = root + 0.577 / root
    swing = math.sqrt(3.4**2 * q2 + g_r**2 * r2)
    factor: float = 0.925 * (1 + 1.7 * i_z * swing) / (1 + 1.7 * 3.4 * i_z)
    return factor


def test_constant_is_the_pack_s(ask: Ask) -> None:
    result, trace = ask((10, 6, 18))
    assert (result.gust_factor, result.gust_method) == (0.85, "constant")
    assert any("0.85" in sentence for sentence in trace.assumptions)
    assert any("rigid" in sentence for sentence in trace.assumptions)


def test_rigid_formula_can_exceed_the_constant(ask: Ask) -> None:
    result, _ = ask((100, 30, 0), edition="7-22", gust={"method": "rigid"})
    assert result.gust_factor == pytest.approx(0.86276, abs=1e-5)


@settings(deadline=None, max_examples=40)
@given(
    n_1=st.floats(0.2, 0.99),
    beta=st.floats(0.005, 0.05),
    bottom=st.floats(20, 100),
    speed=st.floats(90, 180),
)
def test_flexible_formula(ask: Ask, n_1: float, beta: float, bottom: float, speed: float) -> None:
    gust = {"method": "flexible", "natural_frequency_hz": n_1, "damping_ratio": beta}
    result, _ = ask(FACE | {"bottom_ft": bottom}, edition="7-22", speed=speed, gust=gust)
    expected = flexible(n_1, beta, h=bottom + 14, v=speed)
    assert result.gust_factor == pytest.approx(expected, rel=1e-12)
    assert result.elements[0].force_lbf > 0


def test_damping_is_the_pack_s_when_none_is_given(ask: Ask) -> None:
    gust = {"method": "flexible", "natural_frequency_hz": 0.5}
    result, trace = ask(FACE, edition="7-22", gust=gust)
    assert result.gust_factor == pytest.approx(flexible(0.5, 0.01, h=80))
    assert any("0.01" in sentence for sentence in trace.assumptions)


def test_centroid_reading(ask: Ask) -> None:
    gust = {"method": "rigid", "equivalent_height": "centroid"}
    _, trace = ask((50, 20, 60), edition="7-22", gust=gust)
    step = next(s for s in trace.steps if s.card.symbol == "I_z")
    assert step.terms["z_bar"] == 70
    assert any("centroid" in sentence for sentence in trace.assumptions)


def test_flexible_sign_with_a_rigid_factor_must_be_looked_at(ask: Ask) -> None:
    for method in ("constant", "rigid"):
        _, trace = ask((10, 6, 18), gust={"method": method, "natural_frequency_hz": 0.8})
        assert ("gust.flexible_sign", "review") in [(c.code, c.severity) for c in trace.cautions]
    _, trace = ask((10, 6, 18), gust={"method": "constant", "natural_frequency_hz": 1.0})
    assert not [c for c in trace.cautions if c.code.startswith("gust")]


def test_rigid_sign_with_the_flexible_formula_is_told(ask: Ask) -> None:
    gust = {"method": "flexible", "natural_frequency_hz": 2.0, "damping_ratio": 0.01}
    _, trace = ask(FACE, gust=gust)
    assert ("gust.not_flexible", "notice") in [(c.code, c.severity) for c in trace.cautions]


def test_flexible_needs_frequency_and_thickness(ask: Ask) -> None:
    with pytest.raises(InvalidInput) as caught:
        ask(FACE, gust={"method": "flexible"})
    assert caught.value.faults[0].pointer == "/gust/natural_frequency_hz"
    with pytest.raises(InvalidInput) as caught:
        ask((48, 14, 66), gust={"method": "flexible", "natural_frequency_hz": 0.5})
    assert caught.value.faults[0].pointer == "/sign/elements/0/thickness_ft"


def test_the_thinnest_cabinet_counts(ask: Ask) -> None:
    gust = {"method": "flexible", "natural_frequency_hz": 0.5, "damping_ratio": 0.01}
    thin = FACE | {"thickness_ft": 1, "bottom_ft": 40}
    result, trace = ask(FACE, thin, (10, 5, 20), edition="7-22", gust=gust)
    assert result.gust_factor == pytest.approx(flexible(0.5, 0.01, h=80, depth=1))
    assert any("thinnest" in sentence for sentence in trace.assumptions)


def test_frequency_of_a_prismatic_pole_by_hand(ask: Ask) -> None:
    """Mass on a cantilever: 672 ft2 of 12 psf at 73 ft, 33/140 of the pole, 5 ft of it above."""
    result, trace = ask(FACE, edition="7-22", poles=MAST)
    inertia = math.pi / 64 * (36**4 - 35**4)
    k = 3 * 29e6 * inertia / (73 * 12) ** 3
    weight = 8064 + 190 * (33 / 140 * 73 + 5)
    expected = math.sqrt(k * 386.088 / weight) / (2 * math.pi)
    assert result.natural_frequency_hz == pytest.approx(expected, rel=1e-6)
    assert [c.code for c in trace.cautions] == ["gust.flexible_sign"]
    assert any("estimated" in sentence for sentence in trace.assumptions)


def test_two_poles_are_stiffer(ask: Ask) -> None:
    one, _ = ask(FACE | {"weight_psf": 50}, poles=MAST | {"weight_plf": 0})
    poles = MAST | {"weight_plf": 0, "count": 2, "spacing_ft": 20}
    two, _ = ask(FACE | {"weight_psf": 50}, poles=poles)
    ratio = two.natural_frequency_hz / one.natural_frequency_hz
    assert ratio == pytest.approx(math.sqrt(2))


@pytest.mark.parametrize(("foot", "tip"), [(24, 12), (24, 20), (12, 18)])
def test_tapered_stiffness_is_the_integral_of_the_flexibility(foot: float, tip: float) -> None:
    wall, height, slices = 0.375, 40.0, 20_000
    found = frequency.tapered_stiffness(
        N=1, k_I=math.pi / 64, E=29000, t=wall, D_0=foot, D_t=tip, L=height
    )
    length = height * 12
    flexibility = 0.0
    for i in range(slices):
        u = (i + 0.5) * length / slices
        mean = tip + (foot - tip) * u / length - wall
        flexibility += u**2 / (29e6 * 8 * math.pi / 64 * wall * mean**3) * length / slices
    assert found == pytest.approx(1 / flexibility, rel=1e-6)


def test_tapered_pole_lies_between_its_ends(ask: Ask) -> None:
    def n(**change: float) -> float:
        result, _ = ask(FACE, poles=MAST | change)
        return float(result.natural_frequency_hz)

    assert n(width_in=24) < n(top_width_in=24) < n()
    assert n(top_width_in=35.99) == pytest.approx(n(), rel=2e-3)


@pytest.mark.parametrize(
    "change",
    [
        {"wall_in": None},
        {"weight_plf": None},
        {"top_ft": 67},
    ],
)
def test_no_estimate_without_what_it_needs(ask: Ask, change: dict[str, Any]) -> None:
    result, _ = ask(FACE, poles=MAST | change)
    assert result.natural_frequency_hz is None


def test_no_estimate_without_the_weight_of_a_cabinet(ask: Ask) -> None:
    result, trace = ask(FACE, (10, 5, 20), poles=MAST)
    assert result.natural_frequency_hz is None
    assert "dead.weight_missing" in [c.code for c in trace.cautions]


def test_a_wall_thicker_than_the_pole_is_refused(ask: Ask) -> None:
    with pytest.raises(InvalidInput, match="thicker") as caught:
        ask(FACE, poles=MAST | {"top_width_in": 30, "wall_in": 15.5})
    assert caught.value.faults[0].pointer == "/sign/poles/wall_in"


def test_weightless_cabinets_have_no_frequency(ask: Ask) -> None:
    result, _ = ask(FACE | {"weight_psf": 0}, poles=MAST)
    assert result.natural_frequency_hz is None


def test_a_pole_that_could_not_stand_has_no_gust_factor(ask: Ask) -> None:
    reed = MAST | {"width_in": 0.1, "wall_in": 0.05}
    with pytest.raises(NoAnswer, match="stands"):
        ask(FACE, poles=reed, gust={"method": "flexible"})


def test_the_other_equivalent_height_is_told_when_it_gives_more(ask: Ask) -> None:
    sign = {"width_ft": 50.0, "height_ft": 20.0, "bottom_ft": 60.0, "thickness_ft": 5.0}
    gust = {"method": "flexible", "natural_frequency_hz": 0.7}
    low, trace = ask(sign, speed=120, gust=gust)
    high, other = ask(sign, speed=120, gust={**gust, "equivalent_height": "centroid"})
    assert low.gust_factor is not None
    assert high.gust_factor is not None
    assert high.gust_factor > 1.05 * low.gust_factor
    (told,) = [c for c in trace.cautions if c.code == "gust.equivalent_height"]
    assert f"{high.gust_factor:.3f}" in told.message
    assert "gust.equivalent_height" not in {c.code for c in other.cautions}
