"""Forces in random poles, and how these bend, by the solver and by statics made apart from it."""

import random
from typing import Any, NamedTuple

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.sections import SectionsPack
from apex_cli.quantities import Known
from apex_cli.solvers.acting import Blow, Hung, Load
from apex_cli.solvers.poles import Stage
from apex_cli.solvers.support.deflection import Bent
from apex_cli.solvers.support.pieces import Piece, runs_of
from apex_cli.solvers.support.properties import properties
from apex_cli.solvers.support.second_order import Frame, inertia_of
from apex_cli.solvers.support.standing import Standing, dead_at, quiet, wind_at
from apex_cli.solvers.support.tube import Tube
from tests.solvers.support import independent_statics as statics

POLES, LOOKS = 300, 6
EXACTLY = 1e-9


def rounds() -> list[tuple[float, float, float]]:
    """Diameter, wall and weight of the round sections."""
    pack, _ = Catalogue().load("sections", "us_v1")
    assert isinstance(pack, SectionsPack)
    found = [section for name in pack.names if (section := pack.section(name)) is not None]
    return sorted(
        (float(one.width), float(one.wall), float(one.weight))
        for one in found
        if one.shape == "round" and one.width >= 4
    )


ROUNDS = rounds()


class Drawn(NamedTuple):
    """A random pole as the solver has it, and as statics has it."""

    standing: Standing
    pieces: tuple[Piece, ...]
    top: float
    forces: list[statics.Force]
    weights: list[statics.Weight]
    lengths: list[statics.Piece]


def draw(chance: random.Random, steel: Any) -> Drawn:
    """One to three stages that meet or lap, the wider one below or above, and loads anywhere."""
    count, top = chance.randint(1, 3), chance.uniform(15, 60)
    joints = sorted(top * chance.uniform(0.2, 0.9) for _ in range(count - 1))
    sizes = chance.sample(sorted({row[0] for row in ROUNDS}), count)
    if chance.random() < 0.7:
        sizes.sort(reverse=True)
    pieces, lengths, weights, bottom = [], [], [], 0.0
    for n, width in enumerate(sizes):
        _, wall, weight = chance.choice([row for row in ROUNDS if row[0] == width])
        end = joints[n] if n < count - 1 else top
        stage = Stage(
            f"stage {n + 1}", "round", width, width, None, wall, Known(weight, "/weight"),
            bottom, end, None, "",
        )  # fmt: skip
        p = properties("round", width, width, 0.93 * wall, Bare())
        pieces.append(Piece(stage, Tube("round", width, width, 0.93 * wall, p), steel))
        lengths.append(statics.Piece(bottom, end, width, p.I_x))
        weights.append(statics.Weight(weight * (end - bottom), bottom, end))
        free = end - (joints[n - 1] if n else 0.0)  # no more than two stages overlap
        bottom = end - chance.choice((0.0, 0.3 * min(free, 5)))
    loads, forces = _loads(chance, top)
    hung = []
    for _ in range(chance.randint(0, 3)):
        low, size = chance.uniform(0, top), chance.uniform(50, 3000)
        offset = chance.choice((0.0, chance.uniform(-6, 6)))
        high = low + chance.uniform(0.5, 12)
        hung.append(
            Hung(Known(size, "/w"), Known(low, "/b"), Known(high, "/t"), Known(offset, "/o"))
        )
        weights.append(statics.Weight(size, low, high, offset))
    standing = Standing(
        "", None, (Blow("A", "front", tuple(loads)),), tuple(hung),
        tuple(piece.stage for piece in pieces), weighs=True, memory={},
    )  # fmt: skip
    return Drawn(standing, tuple(pieces), top, forces, weights, lengths)


def _loads(chance: random.Random, top: float) -> tuple[list[Load], list[statics.Force]]:
    """Forces up to beyond the top; some act off the middle of what takes the wind, some at a point.

    Such a force is spread as far as it can be about where it acts.
    """
    loads, forces = [], []
    for _ in range(chance.randint(1, 5)):
        low, size = chance.uniform(0, top), chance.uniform(20, 4000)
        high = low + chance.choice((0.0, chance.uniform(0.5, 15)))
        height = low + (high - low) * chance.choice((0.5, chance.uniform(0.45, 0.6)))
        half = min(height - low, high - height)
        offset = chance.choice((None, chance.uniform(-8, 8)))
        arm = chance.choice((None, chance.uniform(0, 4)))
        values = (size, height, offset, arm, low, high)
        known = [None if one is None else Known(one, "/load") for one in values]
        loads.append(Load(*known))  # type: ignore[arg-type] # - None where None was drawn
        forces.append(statics.Force(size, height - half, height + half, offset or 0.0, arm or 0.0))
    return loads, forces


def poles(bench: Any, seed: int) -> list[tuple[random.Random, Drawn]]:
    chance = random.Random(seed)
    return [(chance, draw(chance, bench.steel(46.0))) for _ in range(POLES)]


def test_what_a_height_carries_is_what_acts_above_it(bench: Any) -> None:
    """V, M, T and N, and the weights' moment, told and in silence."""
    torsions = laps = 0
    for chance, drawn in poles(bench, 1_3):
        (blow,) = drawn.standing.blows
        laps += any(
            a.top > b.bottom for a, b in zip(drawn.lengths, drawn.lengths[1:], strict=False)
        )
        for z in (0.0, *(chance.uniform(0, 1.1 * drawn.top) for _ in range(LOOKS))):
            expected = statics.inside(z, drawn.forces, drawn.weights)
            whole = statics.inside(-1.0, drawn.forces, drawn.weights)
            _, dead, (wind,) = quiet(drawn.standing, z)
            assert (*wind, *dead) == pytest.approx(
                (
                    expected.shear, expected.moment, expected.torsion,
                    expected.axial, expected.moment_of_weights,
                ),
                rel=EXACTLY, abs=EXACTLY * max(whole.moment, 1.0),
            )  # fmt: skip
            trace = Trace()
            assert wind_at(drawn.standing, blow, z, trace) == wind
            assert dead_at(drawn.standing, z, trace) == dead
            torsions += expected.torsion > 0
    assert torsions > POLES
    assert laps > POLES / 10


def test_deflection_is_curvature_integrated_twice(bench: Any) -> None:
    for chance, drawn in poles(bench, 1_4):
        (blow,) = drawn.standing.blows
        bent = Bent(
            drawn.standing, blow, runs_of(drawn.pieces, drawn.top), drawn.top, bench.packs["16"]
        )
        heights = sorted(chance.uniform(0.05, 1.2) * drawn.top for _ in range(LOOKS))
        found = [bent.at(z, Bare()) for z in heights]
        assert found == pytest.approx(
            statics.sway(heights, drawn.lengths, drawn.forces), rel=EXACTLY
        )


def test_a_pole_of_the_equivalent_stiffness_yields_as_much_at_its_tip(bench: Any) -> None:
    """A force at the tip bends a pole of one section by P H3 over 3 E I."""
    for _, drawn in poles(bench, 1_5):
        H, runs = drawn.top, runs_of(drawn.pieces, drawn.top)
        frame = Frame(runs, H, "lrfd", "direct", bench.packs["16"])
        inertia = inertia_of(frame, "front", Bare())
        (tip,) = statics.sway([H], drawn.lengths, [statics.Force(1000.0, H, H)])
        assert tip == pytest.approx((12 * H) ** 3 / (3 * 29000 * inertia), rel=EXACTLY)
