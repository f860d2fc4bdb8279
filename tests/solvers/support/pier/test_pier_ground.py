"""Moment and shear of a pier below grade, by each reading."""

from random import Random

import pytest

from apex_cli.equations import Bare
from apex_cli.solvers.support.equations.pier_ground import moment_rigid
from apex_cli.solvers.support.pier.ground import Action, Clay, Ground, Rigid, Sand, actions, rigid


def found(ground: Ground, P: float, M: float, below: float = 0.0) -> dict[str, Action]:
    pier = rigid(ground, P, M, Bare())
    return {one.reading: one for one in actions(ground, pier, Bare(), below=below)}


@pytest.mark.parametrize(
    ("ratio", "moment", "depth", "shear"),
    [
        (0.5, 1.387, 0.305, 1.55),
        (1, 1.160, 0.250, 2.43),
        (2, 1.063, 0.193, 4.20),
        (3, 1.035, 0.163, 5.97),
        (4, 1.023, 0.143, 7.75),
        (6, 1.013, 0.118, 11.3),
    ],
)
def test_the_table_of_the_rigid_pier(
    ratio: float, moment: float, depth: float, shear: float
) -> None:
    d, P = 8.0, 3000.0
    h = ratio * d
    ground = Ground(d, 2.5)
    one = found(ground, P, P * h / 1000)["rigid"]
    assert 1000 * one.moment / (P * h) == pytest.approx(moment, abs=0.0006)
    assert one.depth / d == pytest.approx(depth, abs=0.0006)
    digits = 0.006 if shear < 10 else 0.06
    assert rigid(ground, P, P * h / 1000, Bare()).shear / P == pytest.approx(shear, abs=digits)


def test_the_rigid_pier_is_in_equilibrium() -> None:
    """Its pressure, summed in slices, takes shear and moment; the peaks are where they are told."""
    chance = Random(18)
    for _ in range(20):
        d, P, h = chance.uniform(3, 20), chance.uniform(500, 9000), chance.uniform(2, 60)
        pier = rigid(Ground(d, 3.0), P, P * h / 1000, Bare())
        dz, V, M, shears, moments = d / 20_000, P, P * h, [P], [P * h]
        for k in range(20_000):
            z = (k + 0.5) * dz
            M += V * dz
            V -= pier.k_p * z * (pier.z_r - z) * dz
            shears.append(V)
            moments.append(M)
        assert abs(V) < 1e-3 * P
        assert abs(M) < 1e-3 * max(moments)
        assert max(map(abs, shears)) == pytest.approx(pier.shear, rel=1e-3)
        (one,) = actions(Ground(d, 3.0), pier, Bare())
        assert max(moments) / 1000 == pytest.approx(one.moment, rel=1e-3)
        assert moments.index(max(moments)) * dz == pytest.approx(one.depth, abs=0.01)


def test_the_allowable_pressure() -> None:
    one = found(Ground(8, 2.0, lateral=300.0), 4000, 80)["ibc_limit"]
    z_0 = (2 * 4000 / 600) ** 0.5
    assert one.depth == pytest.approx(z_0)
    assert one.moment == pytest.approx(4 * (20 + 2 * z_0 / 3))


def test_the_example_of_a_pole_sign() -> None:
    """1443 lbf of 0.6 W at 19.71 ft on a pier of 2.5 by 7.5 ft in 300 psf/ft: 1.066 and 1.043."""
    P, h = 1443.3 / 0.6, 19.713
    one = found(Ground(7.5, 2.5, 300.0, level=0.6), P, P * h / 1000)
    ratios = {name: 1000 * action.moment / (P * h) for name, action in one.items()}
    assert ratios == {
        "ibc_limit": pytest.approx(1.066, abs=0.0005),
        "rigid": pytest.approx(1.043, abs=0.0005),
    }


def test_a_reading_that_ends_above_or_below_says_nothing() -> None:
    ground = Ground(8, 2.0, lateral=300.0)
    assert "ibc_limit" in found(ground, 4000, 80, below=3.6)
    assert "ibc_limit" not in found(ground, 4000, 80, below=3.7)
    assert "ibc_limit" not in found(Ground(3.6, 2.0, lateral=300.0), 4000, 80)


def test_below_a_pole_the_pier_carries_what_is_left_there() -> None:
    ground = Ground(8, 2.0)
    pier = rigid(ground, 4000, 80, Bare())
    shallow, deep = (found(ground, 4000, 80, below=z)["rigid"] for z in (1.0, 4.0))
    assert shallow.depth == pier.z_m
    assert (deep.depth, deep.moment) == (
        4.0,
        moment_rigid(P=4000, e_p=20, z_p=4, k_p=pier.k_p, z_r=pier.z_r),
    )
    assert deep.moment < shallow.moment


def test_idle_ground_is_a_longer_pole() -> None:
    idle, plain = Ground(9, 2.0, 300.0, idle=2.0), Ground(7, 2.0, 300.0)
    low, high = found(idle, 4000, 80), found(plain, 4000, 88)
    for reading in ("rigid", "ibc_limit"):
        assert low[reading].moment == pytest.approx(high[reading].moment)
        assert low[reading].depth == pytest.approx(high[reading].depth + 2)


def test_broms() -> None:
    """Clay: P (e + 1.5 D + f/2), f = P/(9 c D). Sand: P (e + 2 f/3), f = 0.816 sqrt(...)."""
    clay = found(Ground(10, 2.0, broms=Clay(1000.0)), 4000, 80)["broms"]
    f = 4000 / (9 * 1000 * 2)
    assert clay.depth == pytest.approx(3 + f)
    assert clay.moment == pytest.approx(4 * (20 + 3 + f / 2))
    sand = found(Ground(10, 2.0, broms=Sand(120.0, 30.0)), 4000, 80)["broms"]
    f = 0.8165 * (4000 / (120 * 2 * 3)) ** 0.5
    assert sand.depth == pytest.approx(f, rel=1e-4)
    assert sand.moment == pytest.approx(4 * (20 + 2 * f / 3), rel=1e-4)
    assert "broms" not in found(Ground(3.1, 2.0, broms=Clay(1000.0)), 4000, 80)


def test_a_floor_at_grade_holds_the_pier() -> None:
    ground = Ground(6, 2.0, lateral=300.0, held=True)
    assert found(ground, 4000, 80) == {"rigid": Action("rigid", 80.0, 0.0)}
    pier = rigid(ground, 4000, 80, Bare())
    assert pier == Rigid(4000, 20, 0, 0, 0, pier.shear)
    assert pier.shear == pytest.approx(4 * 80_000 / 18)
