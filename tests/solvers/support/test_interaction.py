"""All forces together: by hand, and what holds for every tube."""

from math import cos, radians, sin
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from apex_cli.equations import Bare, Trace
from apex_cli.solvers.support.interaction import Interaction, interaction
from apex_cli.solvers.support.methods import FLANGE, TORSION
from apex_cli.solvers.support.strength import States, Strengths

WORDS = States(*["yielding"] * 6)
ROUND = Strengths("round", 100.0, 100.0, 50.0, 50.0, 200.0, 80.0, WORDS)
FLAT = Strengths("rectangular", 100.0, 60.0, 50.0, 30.0, 200.0, 80.0, WORDS)
NOTHING = {
    "axial": 0.0, "shear_x": 0.0, "shear_y": 0.0,
    "moment_x": 0.0, "moment_y": 0.0, "torsion": 0.0,
}  # fmt: skip


def used(
    bench: Any, s: Strengths, *, edition: Any = "16", trace: Any = None, **load: Any
) -> Interaction:
    pack = bench.packs[edition]
    return interaction(s, **(NOTHING | load), pack=pack, trace=Bare() if trace is None else trace)


@pytest.mark.parametrize(
    ("s", "load", "equation", "ratio"),
    [
        (ROUND, {"axial": 10, "moment_x": 40}, "H1-1b", 0.025 + 0.4),
        (ROUND, {"axial": 10, "moment_x": 30, "moment_y": 40}, "H1-1b", 0.025 + 0.5),
        (ROUND, {"axial": 10, "moment_y": 40}, "H1-1b", 0.025 + 0.4),
        (ROUND, {"axial": 60, "moment_x": 45}, "H1-1a", 0.3 + 0.4),
        (ROUND, {"axial": 10, "moment_x": 40, "torsion": 16}, "H1-1b", 0.425),
        (ROUND, {"moment_x": 40, "shear_x": 5, "torsion": 24}, "H3-6", 0.4 + 0.16),
        (
            ROUND,
            {"moment_x": 30, "moment_y": 40, "shear_x": 4, "shear_y": 3, "torsion": 24},
            "H3-6",
            0.5 + 0.16,
        ),
        (FLAT, {"axial": 10, "moment_x": 40}, "H1-1b", 0.025 + 0.4),
        (FLAT, {"axial": 10, "moment_y": 30}, "H1-1b", 0.025 + 0.5),
        (FLAT, {"axial": 10, "moment_x": 40, "moment_y": 30}, "H1-1b", 0.025 + 0.9),
        (FLAT, {"axial": 60, "moment_x": 45, "moment_y": 27}, "H1-1a", 0.3 + 8 / 9 * 0.9),
        (FLAT, {"moment_x": 40, "shear_x": 5, "torsion": 24}, "H3-6", 0.4 + 0.16),
        (FLAT, {"moment_y": 30, "shear_y": 3, "torsion": 24}, "H3-6", 0.5 + 0.16),
        (
            FLAT,
            {"moment_x": 40, "shear_x": 5, "moment_y": 30, "shear_y": 6, "torsion": 24},
            "H3-6",
            0.9 + 0.25,
        ),
        (ROUND, {"torsion": 40}, "H3-6", 0.25),
        (ROUND, {}, "H1-1b", 0.0),
    ],
)
@pytest.mark.parametrize("edition", ["16", "22"])
def test_by_hand(
    *, bench: Any, edition: str, s: Strengths, load: dict[str, float], equation: str, ratio: float
) -> None:
    found = used(bench, s, edition=edition, **load)
    assert found.equation == equation
    assert found.ratio == pytest.approx(ratio)
    assert used(bench, s, edition=edition, trace=Trace(), **load) == found


def test_the_edition_before_tells_how_it_reads_h3_6_about_both_axes(bench: Any) -> None:
    both = {"moment_x": 40, "shear_x": 5, "moment_y": 30, "shear_y": 6, "torsion": 24}
    for edition, told in (("16", 1), ("22", 0)):
        trace = Trace()
        used(bench, FLAT, edition=edition, trace=trace, **both)
        assert len(trace.assumptions) == told
        used(bench, ROUND, edition=edition, trace=trace, **both)
        assert len(trace.assumptions) == told


def test_the_packs_name_methods_that_there_are(bench: Any) -> None:
    methods = [pack.methods for pack in bench.packs.values()]
    assert {one.flange for one in methods} == set(FLANGE)
    assert {one.torsion_interaction for one in methods} == set(TORSION)


sizes = st.floats(0.0, 60.0)


@settings(max_examples=100, deadline=None)
@given(
    angle=st.floats(0.0, 90.0), moment=sizes, shear=sizes, axial=sizes, torsion=st.floats(0.0, 80.0)
)
def test_the_direction_of_a_load_is_nothing_to_a_round_pole(
    *, bench: Any, angle: float, moment: float, shear: float, axial: float, torsion: float
) -> None:
    along = used(bench, ROUND, axial=axial, torsion=torsion, moment_x=moment, shear_x=shear)
    c, s = abs(cos(radians(angle))), sin(radians(angle))
    turned = used(
        bench, ROUND, axial=axial, torsion=torsion,
        moment_x=moment * c, moment_y=moment * s, shear_x=shear * c, shear_y=shear * s,
    )  # fmt: skip
    assert turned.equation == along.equation
    assert turned.ratio == pytest.approx(along.ratio)


@settings(max_examples=100, deadline=None)
@given(
    s=st.sampled_from((ROUND, FLAT)),
    load=st.fixed_dictionaries({
        "axial": st.floats(0.0, 30.0), "shear_x": sizes, "shear_y": sizes,
        "moment_x": sizes, "moment_y": sizes, "torsion": sizes,
    }),
    more=st.floats(1.0, 3.0),
    name=st.sampled_from(tuple(NOTHING)),
)  # fmt: skip
def test_more_load_never_uses_less(
    bench: Any, s: Strengths, load: dict[str, float], more: float, name: str
) -> None:
    """But for axial force on a tube that is used up: there H1-1a asks less than H1-1b."""
    before = used(bench, s, **load).ratio
    assume(name != "axial" or before <= 1)
    assert used(bench, s, **(load | {name: load[name] * more})).ratio >= before * (1 - 1e-12)
