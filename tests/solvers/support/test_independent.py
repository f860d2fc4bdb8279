"""The strengths of random poles by the solver and by a model that was made apart from it."""

import random
from collections import Counter
from collections.abc import Iterator
from math import pi
from typing import Any, NamedTuple

import pytest

from apex_cli.equations import Bare
from apex_cli.errors import NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.sections import Section, SectionsPack
from apex_cli.solvers.support.interaction import interaction
from apex_cli.solvers.support.material import Steel, material
from apex_cli.solvers.support.properties import properties
from apex_cli.solvers.support.stability import amplification
from apex_cli.solvers.support.strength import strengths
from apex_cli.solvers.support.tube import Tube
from tests.solvers.support import independent as model
from tests.solvers.support import independent_sections

EXACTLY = 1e-9
FAST, ALL = 400, 5500
STRENGTHS = ("flexure_x", "flexure_y", "shear_x", "shear_y", "compression", "torsion")


def book() -> list[Section]:
    pack, _ = Catalogue().load("sections", "us_v1")
    assert isinstance(pack, SectionsPack)
    return [found for name in pack.names if (found := pack.section(name)) is not None]


BOOK = book()


class Drawn(NamedTuple):
    """A random pole: of which wall and steel it is made, and what it must carry."""

    pole: model.Pole
    wall: float
    material: Any
    a500: Any
    asked: model.Demand


def draw(chance: random.Random, n: int) -> Drawn:
    """Of eleven, ten are in the book, some of them turned; one is thinner than any there."""
    shape: Any
    if n % 11:
        section = chance.choice(BOOK)
        shape, wall = section.shape, float(section.wall)
        width, height = float(section.width), float(section.height)
        if chance.random() < 0.15:
            width, height = height, width
    else:
        shape, wall = chance.choice(("round", "rectangular")), chance.choice((0.1, 0.125, 0.25))
        width = height = wall * chance.uniform(30, 230)
        if shape == "rectangular":
            width, height = wall * chance.uniform(12, 100), wall * chance.uniform(12, 110)
    name = chance.choice(("a500b", "a500c", "a1085", *(["a53b"] if shape == "round" else [])))
    a500 = chance.choice(("before_21", "21"))
    F_y, _, factor = model.grade(name, shape, a500)
    length = chance.choice((chance.uniform(6, 35), chance.uniform(6, 90)))
    method: Any = chance.choice(("lrfd", "asd"))
    edition: Any = chance.choice(("16", "22"))
    pole = model.Pole(shape, width, height, factor * wall, F_y, length, method, edition)
    return Drawn(pole, wall, name, a500, _asked(chance, pole))


def _asked(chance: random.Random, pole: model.Pole) -> model.Demand:
    """Forces of any size beside the strengths; none of some, and little axial force of many."""
    can = {name: one.value for name, one in model.strengths(pole).items()}

    def share(none: float) -> float:
        if chance.random() < none:
            return 0.0
        return 10 ** chance.uniform(-4, -1) if chance.random() < 0.3 else chance.uniform(0.02, 1.4)

    return model.Demand(
        can["compression"] * share(0.2) * chance.choice((0.05, 1.0)),
        can["shear_x"] * share(0.2),
        can["shear_y"] * share(0.4),
        can["flexure_x"] * share(0.1),
        can["flexure_y"] * share(0.4),
        can["torsion"] * share(0.3),
    )


def same_strengths(packs: Any, drawn: Drawn) -> Iterator[str]:
    """Hold every strength, limit state, ratio and B2 to the model's; tell what was met."""
    pole, pack, silent = drawn.pole, packs[drawn.pole.edition], Bare()
    steel = material(pack, drawn.material, pole.shape, drawn.a500, silent)
    assert (steel.F_y, steel.F_u, steel.wall_factor) == model.grade(
        drawn.material, pole.shape, drawn.a500
    )
    p = properties(pole.shape, pole.width, pole.height, drawn.wall * steel.wall_factor, silent)
    tube = Tube(pole.shape, pole.width, pole.height, drawn.wall * steel.wall_factor, p)
    found = strengths(tube, steel, pack, method=pole.method, length=pole.length, trace=silent)
    expected = model.strengths(pole)
    for name in STRENGTHS:
        value, state = expected[name]
        assert getattr(found, name) == pytest.approx(value, rel=EXACTLY), (drawn, name)
        assert getattr(found.states, name) == state, (drawn, name)
        yield f"{pole.shape} {name.partition('_')[0]}: {state}"
    asked = drawn.asked
    used = interaction(
        found, axial=asked.axial, shear_x=asked.v_x, shear_y=asked.v_y, moment_x=asked.m_x,
        moment_y=asked.m_y, torsion=asked.torsion, pack=pack, trace=silent,
    )  # fmt: skip
    equation, ratio = model.interaction(pole, expected, asked)
    assert used.equation == equation, drawn
    assert used.ratio == pytest.approx(ratio, rel=EXACTLY), drawn
    yield f"{pole.shape} {equation}"
    for axis in ("x", "y"):
        for direct in (True, False):
            inertia = independent_sections.properties(*pole[:4])[f"I_{axis}"]
            b2 = model.amplifier(pole, inertia, asked.axial, direct=direct)
            assert _b2(tube, steel, pack, drawn, axis, direct=direct) == (
                None if b2 is None else pytest.approx(b2, rel=EXACTLY)
            ), (drawn, axis, direct)
            yield "buckles" if b2 is None else "sways"


def _b2(
    tube: Tube, steel: Steel, pack: Any, drawn: Drawn, axis: str, *, direct: bool
) -> float | None:
    try:
        return amplification(
            tube, steel, pack, inertia=getattr(tube.p, f"I_{axis}"), axial=drawn.asked.axial,
            method=drawn.pole.method, length=drawn.pole.length, reduced=direct, trace=Bare(),
        )  # fmt: skip
    except NoAnswer:
        return None


MET = {
    *(f"round flexure: {state}" for state in ("yielding", "local buckling")),
    *(
        f"rectangular flexure: {state}"
        for state in (
            "yielding", "flange local buckling", "web local buckling",
            "lateral-torsional buckling",
        )
    ),
    *(
        f"{shape} {state}"
        for shape in ("round", "rectangular")
        for state in (
            "shear: shear yielding", "shear: shear buckling",
            "torsion: torsional yielding", "torsion: torsional buckling",
            "compression: flexural buckling",
            "compression: flexural buckling with slender walls",
            "H1-1a", "H1-1b", "H3-6",
        )
    ),
    "buckles", "sways",
}  # fmt: skip
"""All that poles come to."""


@pytest.mark.parametrize(
    ("seed", "count"), [(360_16, FAST), (360_22, ALL)], ids=["hundreds", "thousands"]
)
def test_the_solver_and_the_model_agree(bench: Any, seed: int, count: int) -> None:
    chance, met = random.Random(seed), Counter[str]()
    for n in range(count):
        met.update(same_strengths(bench.packs, draw(chance, n)))
    assert met.keys() == MET
    assert met["buckles"] + met["sways"] == 4 * count


def test_properties_of_every_section_agree() -> None:
    """With the nominal wall and with 0.93 of it, standing and turned."""
    assert len(BOOK) > 350
    for section in BOOK:
        for wall in (float(section.wall), 0.93 * section.wall):
            for width, height in {
                (float(section.width), float(section.height)),
                (float(section.height), float(section.width)),
            }:
                found = properties(section.shape, width, height, wall, Bare())._asdict()
                expected = independent_sections.properties(section.shape, width, height, wall)
                assert found == pytest.approx(expected, rel=EXACTLY), section.name


def test_a_wall_that_just_counts_as_slender_takes_nothing_off(bench: Any) -> None:
    """E7-7 gives more than the whole area from 0.110 to 0.114 E/F_y: no limit state of walls."""
    F_y, t = 50.0, 0.2
    limit = 0.110 * 29000 / F_y * t
    for more, state in ((0.99, "buckling"), (1.02, "buckling"), (1.06, "slender walls")):
        found = bench.strong(bench.round(more * limit, t), F_y)
        assert found.states.compression.endswith(state)
    squashed = bench.strong(bench.round(1.02 * limit, t), F_y, length=1e-3)
    A = pi * (1.02 * limit - t) * t
    assert squashed.compression == pytest.approx(0.9 * F_y * A, rel=1e-6)
