"""Materials: the strengths of each shape and edition, and what is told of them."""

from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput
from apex_cli.quantities import Known
from apex_cli.solvers.support.material import custom, made_as, material, other_reading

YIELDS = "The yield strength of ASTM A500 Grade C"
WALL = Known(1.0, "/support/steel/design_wall")


@pytest.mark.parametrize(
    ("edition", "name", "shape", "reading", "F_y", "F_u", "wall"),
    [
        ("16", "a53b", "round", None, 35, 60, 0.93),
        ("16", "a500b", "round", None, 42, 58, 0.93),
        ("16", "a500b", "rectangular", None, 46, 58, 0.93),
        ("22", "a500b", "round", None, 46, 58, 0.93),
        ("16", "a500c", "round", None, 46, 62, 0.93),
        ("16", "a500c", "round", "21", 50, 62, 0.93),
        ("22", "a500c", "round", None, 50, 62, 0.93),
        ("22", "a500c", "round", "before_21", 46, 62, 0.93),
        ("22", "a500c", "rectangular", None, 50, 62, 0.93),
        ("16", "a1085", "round", None, 50, 65, 1.0),
    ],
)
def test_listed(
    *, bench: Any, edition: str, name: Any, shape: Any, reading: Any, F_y: float, F_u: float,
    wall: float,
) -> None:  # fmt: skip
    found = material(bench.packs[edition], name, shape, reading, Bare())
    assert [found.F_y, found.F_u, found.wall_factor] == [F_y, F_u, wall]
    assert found.F_y.origin.startswith("support:/materials/")


def test_the_edition_is_told_where_it_matters(bench: Any) -> None:
    pack = bench.packs["16"]
    told = {}
    cases: tuple[tuple[Any, Any], ...] = (("round", None), ("round", "21"), ("rectangular", None))
    for shape, reading in cases:
        trace = Trace()
        material(pack, "a500c", shape, reading, trace)
        told[shape, reading] = trace.assumptions
    assert told == {
        ("round", None): [f"{YIELDS} is 46 ksi: before A500-21, the edition that the pack takes."],
        ("round", "21"): [f"{YIELDS} is 50 ksi: A500-21."],
        ("rectangular", None): [],
    }


def test_the_other_reading(bench: Any) -> None:
    assert other_reading(bench.packs["16"], "a500c", "round", None) == "21"
    assert other_reading(bench.packs["22"], "a500c", "round", None) == "before_21"
    assert other_reading(bench.packs["22"], "a500c", "round", "before_21") == "21"
    assert other_reading(bench.packs["16"], "a500c", "rectangular", None) is None
    assert other_reading(bench.packs["16"], "a53b", "round", None) is None
    assert other_reading(bench.packs["16"], "a53b", "rectangular", None) is None


def test_a_wall_of_the_projects_own_is_told(bench: Any) -> None:
    trace = Trace()
    found = material(bench.packs["16"], "a53b", "round", None, trace, wall_factor=WALL)
    assert found.wall_factor is WALL
    (told,) = trace.assumptions
    assert told.startswith("The design wall is 1 of the nominal wall, as the project says")
    assert "0.93 (B4.2)" in told


def test_pipe_is_round(bench: Any) -> None:
    pack = bench.packs["16"]
    with pytest.raises(InvalidInput, match="not made as rectangular tubes") as caught:
        material(pack, "a53b", "rectangular", None, Bare())
    assert caught.value.hint == "made so: a500b, a500c, a1085"
    assert made_as(pack, "round") == ["a53b", "a500b", "a500c", "a1085"]


@pytest.mark.parametrize(("wall", "told"), [(None, 1), (WALL, 0)])
def test_a_material_that_is_not_listed(bench: Any, wall: Known | None, told: int) -> None:
    trace, pack = Trace(), bench.packs["22"]
    found = custom(pack, Known(45.0, "/fy"), Known(66.0, "/fu"), wall, trace)
    assert [found.F_y, found.F_u] == [45.0, 66.0]
    assert found.wall_factor == (0.93 if wall is None else wall)
    (caution,) = trace.cautions
    assert (caution.code, caution.severity) == ("support.material_not_listed", "review")
    assert "45 ksi" in caution.message
    assert len(trace.assumptions) == told
    assert custom(pack, Known(45.0, "/fy"), Known(66.0, "/fu"), wall, Bare()) == found
