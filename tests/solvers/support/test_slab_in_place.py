"""The slab of a project: what footing and poles tell of it, and what the answer says."""

import copy
from typing import Any

import pytest
from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.support import Base, Support
from apex_cli.run.chain import solve
from apex_cli.run.prepare import prepare
from apex_cli.solvers.poles import Stage
from apex_cli.solvers.support import at_grade_tell as tell
from apex_cli.solvers.support.slab_place import place_of
from tests.solvers.support.conftest import Pole

SLAB: dict[str, Any] = {
    "packs.concrete": "aci318-19_v1",
    "support.slab": {
        "fc_psi": 4000, "fy_ksi": 60, "bottom": {"size": 5, "spacing_in": 9},
        "top": {"size": 5, "spacing_in": 12},
    },
    "footing": {
        "type": "spread", "shape": "square", "width_ft": 10, "thickness_ft": 2, "depth_ft": 4,
        "wind_direction": "normal", "stem": {"shape": "rectangle", "width_ft": 2, "length_ft": 3},
    },
}  # fmt: skip


def slab(changes: dict[str, Any] | None = None) -> dict[str, Any]:
    """The project's changes: each with values of its own, for they are changed further."""
    return copy.deepcopy(SLAB) | (changes or {})


def footing(pole: Pole, changes: dict[str, Any]) -> Any:
    return solve(prepare("footing", pole.changed(slab(changes)), Catalogue()), Bare())["footing"]


def test_the_slab_of_a_project(pole: Pole) -> None:
    found, trace = pole.checked(slab())
    assert found.slab.moment_kipft > 0
    assert found.quantities.rebar_lbf == found.slab.rebar_lbf
    assert not any("slab's concrete" in one for one in found.not_checked)
    assert any("dowels into it (slab.dowels)" in one for one in found.not_checked)
    bottom = pole.by_id(trace, "slab.flexure", "bottom")
    assert bottom.demand == found.slab.moment_kipft
    reaction = next(one for one in found.reactions if one.combination.startswith("1.2D+1.0W"))
    steps = [step for step in trace.steps if step.card.symbol == "M_b" and "slab" in step.subject]
    moments = {round(float(step.value), 6) for step in steps}
    assert round(1000 * reaction.moment_kipft + 4 * reaction.shear_lbf, 6) in moments


@pytest.mark.parametrize("method", ["lrfd", "asd"])
def test_concrete_is_at_strength_level_whatever_the_method(pole: Pole, method: str) -> None:
    found, _ = pole.checked(slab({"support.method": method}))
    strength, _ = pole.checked(slab())
    assert found.slab.moment_kipft == pytest.approx(strength.slab.moment_kipft, rel=0.005)


def test_the_footing_leaves_the_concrete_to_the_support(pole: Pole) -> None:
    prepared = prepare("support", pole.changed(slab()), Catalogue())
    told = solve(prepared, Bare())["footing"].not_checked
    assert not any("concrete" in one for one in told)
    assert any("footing's concrete" in one for one in footing(pole, {}).not_checked)


def test_what_the_footing_tells_of_its_slab(pole: Pole) -> None:
    laid = footing(pole, {}).laid
    assert (laid.sides, laid.thickness, laid.depth) == ((10, 10), 2, 4)
    assert (laid.soil, laid.sure, laid.lift) == (220, 0, 0)
    assert (laid.stem.width, laid.stem.length, laid.stem.area) == (2, 3, 6)
    assert laid.stem.weight == pytest.approx(150 * 6 * 2)
    wet = footing(pole, {"soil.unit_weight_pcf": 120, "site.water_depth_ft": 1}).laid
    assert (wet.soil, wet.sure) == (240, 240)
    assert wet.lift == pytest.approx(62.4 * 3)
    unsure = footing(pole, {"site.water_depth_ft": 1}).laid
    assert unsure.lift == pytest.approx(62.4 * 2)
    low = footing(pole, {"site.water_depth_ft": 9}).laid
    assert low.lift == 0
    flush = footing(pole, {"footing.thickness_ft": 4, "footing.stem": pole.GONE}).laid
    assert flush.stem is None
    wide = {"footing.shape": pole.GONE, "footing.length_ft": 6}
    assert footing(pole, wide).laid.sides == (10, 6)
    assert footing(pole, wide | {"footing.wind_direction": "any"}).laid.sides == (6, 10)


def test_what_stands_on_the_slab(pole: Pole) -> None:
    laid = footing(pole, {"footing.stem": {"shape": "round", "width_ft": 2.5}}).laid
    stage = Stage("stage 1", "round", 10.75, 10.75, None, 0.365, 40.5, 0.0, 24.0, None, "")
    column = place_of(laid, stage, None).column
    assert (column.shape, column.width, column.plate) == ("round", 30.0, None)
    bare = replace(laid, stem=None)
    pipe = place_of(bare, stage, Base.read({"type": "embedded"})).column
    assert (pipe.shape, pipe.width, pipe.plate) == ("round", 10.75, None)
    for shape, seen in (("square", "rectangle"), ("round", "round")):
        plate = {"shape": shape, "width_in": 20, "thickness_in": 1, "fy_ksi": 36}
        base = Base.read({"type": "plate", "plate": plate})
        tube = place_of(bare, replace(stage, shape="square"), base).column
        assert (tube.shape, tube.plate) == ("rectangle", (seen, 20.0))


def test_what_stands_on_a_slab_is_turned_with_it(pole: Pole) -> None:
    """With the wind from anywhere the shorter side is the first: the stem stayed as it was.

    A slab of 10 ft along the wind by 6 ft, its stem 4 ft by 2 ft, is that of 6 by 10 and 2 by 4.
    """
    asked = {"footing.shape": pole.GONE, "footing.wind_direction": "any"}
    stem = {"shape": "rectangle", "width_ft": 4, "length_ft": 2}
    long = asked | {"footing.width_ft": 10, "footing.length_ft": 6, "footing.stem": stem}
    other = stem | {"width_ft": 2, "length_ft": 4}
    wide = asked | {"footing.width_ft": 6, "footing.length_ft": 10, "footing.stem": other}
    found, same = (pole.checked(slab(one))[0].slab for one in (long, wide))
    assert found == same
    laid = footing(pole, long | {"footing.depth_ft": 2, "footing.stem": pole.GONE}).laid
    assert (laid.sides, laid.swapped) == ((6, 10), True)
    stage = Stage("stage 1", "rectangular", 12.0, 8.0, None, 0.25, 30.0, 0.0, 24.0, None, "")
    column = place_of(laid, stage, None).column
    straight = place_of(replace(laid, swapped=False), stage, None).column
    assert (column.width, column.length) == (straight.length, straight.width) == (12.0, 8.0)


def test_dowels_of_a_project(pole: Pole) -> None:
    blocks = slab()
    blocks["support.slab"]["dowels"] = {"size": 6, "count": 12, "cover_in": 2, "hooked": True}
    found, trace = pole.checked(blocks)
    assert pole.by_id(trace, "slab.dowels", "moments at the top").passed
    assert found.slab.dowels.count == 12
    assert found.quantities.rebar_lbf == found.slab.rebar_lbf
    assert any("across the joint" in one for one in found.not_checked)


def test_a_square_pole_on_its_diagonal(pole: Pole) -> None:
    found, _ = pole.checked(
        slab({
            "sign.poles": {"count": 1, "section": "HSS10x10x1/2", "shape": "square_diagonal"},
            "support.steel.material": "a500c", "sign.elements.0.offset_ft": 2,
        })
    )  # fmt: skip
    assert found.slab.moment_kipft > 0


def test_a_cabinet_off_the_axis_bends_the_slab_both_ways(pole: Pole) -> None:
    _, trace = pole.checked(slab({"sign.elements.0.offset_ft": 3}))
    assert any(step.card.name == "weights_stand" for step in trace.steps)
    turning = {"sign.elements.0.offset_ft": 3, "footing.wind_direction": "any"}
    _, turned = pole.checked(slab(turning))
    assert any(step.card.name == "moment_turned_in_line" for step in turned.steps)


def test_a_slab_under_a_pier_is_not_used(pole: Pole) -> None:
    found, trace = pole.checked({name: SLAB[name] for name in ("packs.concrete", "support.slab")})
    assert found.slab is None
    assert tell.SLAB_ON_PIER in trace.assumptions
    assert tell.SLAB in found.not_checked


def test_a_slab_without_a_footing(pole: Pole) -> None:
    found, _ = pole.checked(slab({"footing": pole.GONE}))
    assert found.slab is None
    assert tell.NO_SPREAD in found.not_checked


def test_a_slab_of_a_strip_is_told() -> None:
    support = Support.read({"method": "lrfd", "slab": SLAB["support.slab"]})
    told = list(
        tell.not_checked(support, pier=False, slab=False, on=None, spread=True, embedded=False)
    )
    assert tell.SLAB_OF_STRIP in told
    assert tell.PIER in told


def test_a_round_slab_is_told(pole: Pole) -> None:
    found, _ = pole.checked(slab({"footing.shape": "round", "footing.stem": pole.GONE}))
    assert not found.concrete_held
    assert any("it is round" in one for one in found.not_checked)


RODS = {"diameter_in": 1, "grade": 55}


@pytest.mark.parametrize(
    ("footing", "rods", "width"),
    [
        ({}, {"count": 4, "circle_in": 33.9, "embedment_in": 40}, None),
        ({}, {"count": 4, "circle_in": 34, "embedment_in": 40}, 24),
        ({}, {"count": 6, "circle_in": 24, "embedment_in": 40}, 24),
        ({"stem": {"shape": "round", "width_ft": 2}},
         {"count": 4, "circle_in": 24, "embedment_in": 40}, 24),
        ({"stem": None, "depth_ft": 2}, {"count": 4, "circle_in": 34, "embedment_in": 23}, None),
        ({"stem": None, "depth_ft": 2}, {"count": 6, "circle_in": 120, "embedment_in": 23}, 120),
        ({"stem": None, "depth_ft": 2, "shape": "round"},
         {"count": 4, "circle_in": 120, "embedment_in": 23}, 120),
    ],
)  # fmt: skip
def test_rods_stand_in_the_stem(
    pole: Pole, footing: dict[str, Any], rods: dict[str, Any], width: float | None
) -> None:
    """Those of four may stand in the corners of a square."""
    changes = slab({"support.base": {"type": "plate", "rods": RODS | rods}})
    merged = changes["footing"] | footing
    changes["footing"] = {name: value for name, value in merged.items() if value is not None}
    if width is None:
        assert pole.checked(changes)[0].plate.rod_tension_lbf > 0
        return
    with pytest.raises(InvalidInput, match=f"beyond the side of the concrete, which is {width} in"):
        pole.checked(changes)


def test_nothing_goes_through_a_spread_footing(pole: Pole) -> None:
    rods = RODS | {"count": 4, "circle_in": 20, "embedment_in": 48}
    with pytest.raises(InvalidInput, match="deeper than the concrete, which is 48 in"):
        pole.checked(slab({"support.base": {"type": "plate", "rods": rods}}))
    with pytest.raises(InvalidInput, match=r"would go 4\.1 ft into a footing of 4 ft"):
        pole.checked(slab({"support.base": {"type": "embedded", "depth_ft": 4.1}}))
    found, _ = pole.checked(slab({"support.base": {"type": "embedded", "depth_ft": 4}}))
    assert tell.IN_SPREAD in found.not_checked


def test_what_a_plate_on_a_stem_leaves_open(pole: Pole) -> None:
    plate = {"shape": "square", "width_in": 20, "thickness_in": 1, "fy_ksi": 36}
    rods = RODS | {"count": 4, "circle_in": 18, "embedment_in": 40}
    base = {"type": "plate", "plate": plate, "rods": rods, "bearing": "grouted"}
    found, _ = pole.checked(slab({"support.base": base}))
    assert any("these need a pier" in one for one in found.not_checked)


@pytest.mark.parametrize(
    ("stem", "poles", "size"),
    [
        ({"width_ft": 0.89, "length_ft": 2}, {"section": "PIPE10STD"}, "10.75 in"),
        ({"width_ft": 0.9, "length_ft": 2}, {"section": "PIPE10STD"}, None),
        ({"width_ft": 1, "length_ft": 0.5}, {"section": "HSS12x6x3/8", "axis": "strong"}, None),
        ({"width_ft": 1, "length_ft": 0.5}, {"section": "HSS12x6x3/8", "axis": "weak"},
         "12 in by 6 in"),
        ({"width_ft": 1, "shape": "round"}, {"section": "HSS10x10x1/2"}, "10 in"),
        ({"width_ft": 1.2, "shape": "round"}, {"section": "HSS10x10x1/2"}, None),
    ],
)  # fmt: skip
def test_a_stem_is_as_wide_as_its_pole(
    pole: Pole, stem: dict[str, Any], poles: dict[str, Any], size: str | None
) -> None:
    changes = {"footing.stem": stem, "sign.poles": {"count": 1, "top_ft": 24} | poles}
    if size is None:
        assert footing(pole, changes).stem.width_ft == stem["width_ft"]
        return
    with pytest.raises(InvalidInput, match=f"narrower than the pole that stands on it .{size}"):
        footing(pole, changes)
