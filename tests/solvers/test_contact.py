"""A rigid base presses where equilibrium asks: proved by pyramids, which the code does not use."""

import random
from math import cos, inf, pi, sin

import pytest

from apex_cli.solvers.contact import Contact, circle_lever, half_angle, on_rectangle


def resultant(contact: Contact) -> tuple[float, float, float]:
    """Load and its place from the pressed corner, by one pyramid less those beyond the sides."""
    x, y = contact.intercepts
    off_x, off_y = max(0.0, 1 - 1 / x), max(0.0, 1 - 1 / y)
    whole = 1 - off_x**3 - off_y**3
    load = contact.most * x * y / 6 * whole
    at_x = x / 4 * (1 - off_x**3 * (1 + 3 / x) - off_y**4) / whole
    at_y = y / 4 * (1 - off_y**3 * (1 + 3 / y) - off_x**4) / whole
    return load, at_x, at_y


def test_the_pressure_carries_the_load_where_it_stands() -> None:
    chance = random.Random(7)
    shapes = dict.fromkeys(("triangle", "across", "five corners"), 0)
    for _ in range(2000):
        e_x, e_y = chance.uniform(0.01, 0.49), chance.uniform(0.01, 0.49)
        if 6 * (e_x + e_y) <= 1:
            continue
        contact = on_rectangle(e_x, e_y)
        assert contact is not None
        x, y = contact.intercepts
        shapes[
            "triangle" if max(x, y) <= 1 else "across" if min(x, y) <= 1 else "five corners"
        ] += 1
        assert resultant(contact) == pytest.approx((1, 0.5 - e_x, 0.5 - e_y), rel=1e-7)
        assert contact.least == 0
    assert min(shapes.values()) > 100


def test_a_published_pad_about_two_axes() -> None:
    """9 x 9 ft, 18.632 kip, 5.646 and 71.52 kip-ft: 2302 psf printed, rounded eccentricities."""
    contact = on_rectangle(71.52 / 18.632 / 9, 5.646 / 18.632 / 9)
    assert contact is not None
    assert contact.most * 18632 / 81 == pytest.approx(2302.0, rel=0.003)


def test_about_one_axis_the_triangle_is_three_times_the_edge_distance_long() -> None:
    contact = on_rectangle(0.3, 0.0)
    assert contact is not None
    assert contact.most == pytest.approx(2 / (3 * 0.2), rel=1e-12)
    assert contact.intercepts[0] == pytest.approx(0.6)
    assert contact.intercepts[1] == inf


def test_sides_and_corners_are_alike() -> None:
    chance = random.Random(8)
    for _ in range(300):
        e_x, e_y = chance.uniform(0, 0.49), chance.uniform(0, 0.49)
        one, other = on_rectangle(e_x, e_y), on_rectangle(e_y, e_x)
        assert one is not None
        assert other is not None
        assert one.most == pytest.approx(other.most, rel=1e-9)


def test_no_jump_between_the_shapes_of_contact() -> None:
    for e_y in (0.02, 0.1, 0.2, 0.24, 0.26, 0.4):
        before = None
        for n in range(1, 4900):
            contact = on_rectangle(n * 1e-4, e_y)
            assert contact is not None
            if before is not None:
                assert before <= contact.most < before * 1.012
            before = contact.most


def test_in_the_kern_the_whole_base_presses() -> None:
    contact = on_rectangle(0.1, 0.05)
    assert contact is not None
    assert contact.most == pytest.approx(1.9)
    assert contact.least == pytest.approx(0.1)


@pytest.mark.parametrize("e", [0.5, 0.6])
def test_a_load_beyond_the_edge_has_no_contact(e: float) -> None:
    assert on_rectangle(e, 0.0) is None
    assert on_rectangle(0.0, e) is None


def by_strips(e: float, strips: int = 20_000) -> float:
    """Greatest over mean pressure of a round base: the edge of contact tried until it fits."""

    def sums(edge: float) -> tuple[float, float]:
        width = (1 - edge) / strips
        load = moment = 0.0
        for n in range(strips):
            x = edge + (n + 0.5) * width
            part = (x - edge) * 2 * (1 - x * x) ** 0.5 * width
            load, moment = load + part, moment + part * x
        return load, moment

    low, high = -1.0, 1.0
    for _ in range(40):
        edge = (low + high) / 2
        load, moment = sums(edge)
        low, high = (edge, high) if moment / load < e else (low, edge)
    return (1 - edge) * pi / load


@pytest.mark.parametrize("e", [0.26, 0.4, 0.6, 0.8])
def test_a_round_base_as_by_strips(e: float) -> None:
    phi = half_angle(e)
    assert phi is not None
    assert circle_lever(phi) == pytest.approx(e, rel=1e-9)
    s, c = sin(phi), cos(phi)
    load = 2 / (1 - c) * (s**3 / 3 - c * (phi - s * c) / 2)
    assert pi / load == pytest.approx(by_strips(e, 2000), rel=1e-3)


def test_a_round_base_presses_whole_to_a_quarter_of_its_radius() -> None:
    assert half_angle(0.25) == pi
    assert half_angle(0.2) == pi
    assert half_angle(1.0) is None
