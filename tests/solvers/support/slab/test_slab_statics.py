"""What the sections of a slab must carry, against sums in strips; and what the ground bears."""

from random import Random
from typing import Any

import pytest

from apex_cli.equations import Bare
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.slab.place import Column, Loading, Place
from apex_cli.solvers.support.slab.press import (
    Load,
    Section,
    Stand,
    moment,
    punch,
    punching,
    shear,
    stand,
)
from tests.solvers.support.slab.independent_slab import beyond, ground
from tests.solvers.support.slab.independent_slab import punching as summed


def drawn(chance: Random) -> tuple[Place, Loading, float]:
    """A pad that might be built, under a wind that lifts some of it, in any direction."""
    sides = chance.uniform(4, 16), chance.uniform(4, 16)
    t, stem = chance.uniform(1, 3.5), chance.uniform(1, 3)
    depth = t + chance.uniform(0, 4)
    column = Column("rectangle", 12 * stem, 12 * chance.uniform(1, 3))
    area = stem * column.length / 12
    place = Place(
        sides, t, depth, column, 150.0, soil_psf=chance.choice([0.0, 110 * (depth - t)]),
        stem_lbf=150 * area * (depth - t), stem_ft2=area,
        lift_psf=chance.choice([0.0, 62.4 * t]),
    )  # fmt: skip
    weight = 1.2 * 150 * t * sides[0] * sides[1]
    moment = chance.uniform(0.02, 0.42) * weight * min(sides) / 1000
    reaction = Reaction("", chance.uniform(1e3, 2e4), 1000 * moment / 20, moment, 0.0)
    theta = chance.choice([0.0, 90.0, chance.uniform(1, 89)])
    return place, Loading(reaction, chance.choice([0.9, 1.2])), theta


def test_three_hundred_pads_by_strips() -> None:
    chance, bare = Random(5), Bare()
    lifted = stood = 0
    while stood < 300:
        place, loading, theta = drawn(chance)
        under = stand(place, Load(loading, theta), bare)
        at = ground(place, loading, theta)
        if at is None:
            assert under.contact is None
            continue
        assert under.contact is not None
        assert pytest.approx(at.weight, rel=1e-12) == under.W
        stood += 1
        lifted += under.contact.least == 0
        widths = place.column.width, place.column.length
        d = 12 * place.thickness - 4
        for axis in (0, 1):
            for rising in (True, False):
                _hold_section(place, under, (axis, rising, widths[axis], d), at)
        found = punch(place, widths, d, bare)
        if found is not None:
            stress = punching(place, under, found, 2 / 3, bare)
            assert stress == pytest.approx(summed(place, at, (found.b_1, found.b_2), d), rel=1e-3)
    assert 60 < lifted < 240


def _hold_section(
    place: Place, under: Stand, at: tuple[int, bool, float, float], ground: Any
) -> None:
    (axis, rising, c, d), bare, sign = at, Bare(), 1 if at[1] else -1
    half = place.sides[axis] / 2
    if c / 24 < half:
        own = beyond(place, ground, axis, c / 24, rising=rising)
        found = moment(place, under, Section(axis, rising, c), bare)
        size = 1e-3 * max(own.moment_up, own.moment_down)
        assert found == pytest.approx(sign * (own.moment_up - own.moment_down), abs=size)
    cut = c / 24 + d / 12
    found = shear(place, under, Section(axis, rising, c, d), bare)
    if cut >= half:
        assert found == 0.0
    else:
        own = beyond(place, ground, axis, cut, rising=rising)
        size = 1e-3 * max(own.up, own.down)
        assert found == pytest.approx(sign * (own.up - own.down), abs=size)


def test_what_stands_on_the_slab_goes_through_the_section_around_it() -> None:
    """No moment: the force across the section is the pole's and the stem's, whatever the ground."""
    place = Place((8.0, 6.0), 2.0, 2.0, Column("rectangle", 12, 12), 150.0)
    under = stand(place, Load(Loading(Reaction("", 9000.0, 0.0, 0.0, 0.0), 1.2), 0.0), Bare())
    at = punch(place, (12, 12), 20.0, Bare())
    assert at is not None
    inside = 9000 / 48 * (32 / 12) ** 2
    stress = punching(place, under, at, 2 / 3, Bare())
    assert stress == pytest.approx((9000 - inside) / (4 * 32 * 20))
