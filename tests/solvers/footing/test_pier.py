"""A pier from loads to concrete: options, checks, warnings, and what is said of them."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.footing import FootingPack
from apex_cli.project.model import Inputs
from apex_cli.quantities import Known
from apex_cli.records.model import Faulty
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.inputs import FootingInputs, needs, reads
from apex_cli.solvers.footing.solve import solve

Ask = Callable[..., Any]
PackOf = Callable[[str], FootingPack]

DEEP = {"lateral_lbf": 20_000, "height_ft": 40}


def demand(P: float, h: float, name: str = "", axial: float = 0.0, torsion: float = 0.0) -> Demand:
    return Demand(
        Known(P, "test"), Known(h, "test"), Known(axial, "test"), Known(torsion, "test"), name
    )


@pytest.mark.parametrize(
    ("footing", "required"),
    [
        ({}, 8.33),
        ({"isolated_pole": True}, 6.44),
        ({"constraint": "constrained"}, 5.97),
        ({"constraint": "constrained", "isolated_pole": True}, 4.74),
    ],
)
def test_solved(ask: Ask, footing: dict[str, Any], required: float) -> None:
    answer = ask(footing)
    assert answer.result.required_depth_ft == pytest.approx(required, abs=0.005)
    assert answer.result.depth_ft == math.ceil(2 * required) / 2
    assert answer.result.governed_by == "lateral bearing"
    assert all(answer.checks.values())
    assert answer.result.lateral_capacity_lbf > 1000
    assert answer.result.single_pass_depth_ft is None


def test_every_term_knows_its_origin_and_every_text_gives_its_value(ask: Ask) -> None:
    for footing in (
        {},
        {"shape": "square", "isolated_pole": True, "pressure_increase": 1.25, "depth_ft": 7},
        {"constraint": "constrained"},
        {"depth_limit": "d/3<=12"},
    ):
        answer = ask(footing, {"level": "strength", "torsion_lbft": 500}, frost=42)
        names = {name: getattr(math, name) for name in ("sqrt", "ceil", "pi")}
        for step in answer.trace.steps:
            terms = {name: float(value) for name, value in step.terms.items()}
            assert all(isinstance(value, Known) for value in step.terms.values()), step
            value = eval(step.card.text, {"min": min, "max": max, **names}, terms)
            assert value == pytest.approx(step.value, rel=1e-12)


def test_lateral_pressure_is_that_of_the_answer(ask: Ask) -> None:
    answer = ask()
    d = answer.result.required_depth_ft
    assert answer.result.lateral_pressure_psf == pytest.approx(150 * d / 3)
    answer = ask({"constraint": "constrained"})
    assert answer.result.lateral_pressure_psf == pytest.approx(
        150 * answer.result.required_depth_ft
    )


def test_both_readings_stand_beside_each_other(ask: Ask) -> None:
    for reading, required, severity in (
        (None, 40.5, "notice"),
        ("d<=12", 40.5, "notice"),
        ("d/3<=12", 25.3, "warning"),
    ):
        answer = ask({"width_ft": 4, "depth_limit": reading}, DEEP)
        assert answer.result.required_depth_ft == pytest.approx(required, abs=0.05)
        depths = {one.reading: one.required_depth_ft for one in answer.result.alternatives}
        assert depths == pytest.approx({"d<=12": 40.495, "d/3<=12": 25.257}, abs=0.001)
        assert answer.codes["footing.depth_limit_reading"] == severity
        assert answer.says("is read as d<=12") == (reading is None)
    shallow = ask()
    assert len({one.required_depth_ft for one in shallow.result.alternatives}) == 1
    assert "footing.depth_limit_reading" not in shallow.codes


def test_a_deep_pier_warns_of_the_rig(ask: Ask) -> None:
    assert "footing.rig_depth" in ask({"width_ft": 4}, DEEP).codes
    assert "footing.rig_depth" not in ask().codes


def test_a_common_rig_drills_its_whole_reach(ask: Ask, pack_of: PackOf) -> None:
    reach = pack_of("ibc-2021_v1").construction.rig_depth.value
    for depth, warned in ((reach, False), (reach + 0.5, True)):
        assert ("footing.rig_depth" in ask({"depth_ft": depth}).codes) == warned


def test_what_is_not_given_is_said(ask: Ask) -> None:
    answer = ask()
    for name in ("constraint", "isolated_pole", "pressure_increase"):
        assert answer.says(name), name
    assert answer.codes["footing.frost_not_given"] == "review"
    given = ask(
        {"constraint": "nonconstrained", "isolated_pole": False, "pressure_increase": 1.0},
        soil={"class": 4, "unit_weight_pcf": 115},
        frost=0,
    )
    for name in ("constraint", "isolated_pole", "pressure_increase", "frost_depth", "displaced"):
        assert not given.says(name), name
    assert answer.result.required_depth_ft == given.result.required_depth_ft
    assert given.result.not_checked[0] == "strength and reinforcement of the pier's concrete"
    assert given.codes == {}


def test_options_of_spread_footings_are_not_used_and_said(ask: Ask) -> None:
    answer = ask({"thickness_ft": 2, "aspect_ratio": 2, "length_ft": 3})
    assert answer.says("thickness_ft")
    assert answer.says("aspect_ratio")
    assert answer.says("the pier is round")
    assert answer.result.required_depth_ft == ask().result.required_depth_ft


def test_increase_is_told(ask: Ask) -> None:
    answer = ask({"pressure_increase": 4 / 3})
    assert answer.codes["footing.pressure_increase"] == "review"
    assert answer.says("dead load alone")
    same = ask(soil={"lateral_psf_per_ft": 200})
    assert answer.result.required_depth_ft == pytest.approx(same.result.required_depth_ft)


def test_square_and_rectangle_bear_by_their_diagonal(ask: Ask) -> None:
    square = ask({"shape": "square"})
    round_one = ask({"width_ft": 2 * math.sqrt(2)})
    assert square.result.required_depth_ft == pytest.approx(round_one.result.required_depth_ft)
    assert square.result.concrete_yd3 == pytest.approx(4 * square.result.depth_ft / 27)
    assert "footing.rectangular_pier" not in square.codes
    rectangle = ask({"shape": "square", "width_ft": 3, "length_ft": 4})
    same = ask({"width_ft": 5})
    assert rectangle.result.required_depth_ft == pytest.approx(same.result.required_depth_ft)
    assert rectangle.codes["footing.rectangular_pier"] == "review"
    assert "footing.rectangular_pier" not in ask({"shape": "square", "length_ft": 2}).codes


def test_restraint_is_not_counted_on_where_it_would_deepen(ask: Ask) -> None:
    loads = {"lateral_lbf": 30_000, "height_ft": 150}
    options = {"width_ft": 6, "depth_limit": "d/3<=12"}
    held = ask({**options, "constraint": "constrained"}, loads)
    free = ask({**options, "constraint": "nonconstrained"}, loads)
    assert held.result.required_depth_ft == free.result.required_depth_ft
    assert held.says("restraint at grade is not counted on")
    assert held.result.constraint == "nonconstrained"


@pytest.mark.parametrize("h", [5, 20, 80, 200])
@pytest.mark.parametrize("P", [500, 5_000, 50_000])
@pytest.mark.parametrize("reading", ["d<=12", "d/3<=12"])
def test_restraint_never_deepens(ask: Ask, P: float, h: float, reading: str) -> None:
    loads = {"lateral_lbf": P, "height_ft": h}
    options = {"width_ft": 8, "depth_limit": reading}
    held = ask({**options, "constraint": "constrained"}, loads)
    free = ask(options, loads)
    assert held.result.required_depth_ft <= free.result.required_depth_ft


def test_checked_at_a_given_depth(ask: Ask) -> None:
    short, long = ask({"depth_ft": 8}), ask({"depth_ft": 9})
    for answer, passed in ((short, False), (long, True)):
        assert answer.checks["pier.depth"] is passed
        assert (answer.result.lateral_capacity_lbf >= 1000) is passed
        assert answer.result.required_depth_ft == pytest.approx(8.327, abs=0.0005)
        # S1 held at the provided depth gives the same verdict and another number.
        assert (answer.result.single_pass_depth_ft <= answer.result.depth_ft) is passed
        assert answer.result.single_pass_depth_ft != answer.result.required_depth_ft
    assert ask({"depth_ft": 7, "constraint": "constrained"}).result.single_pass_depth_ft is None


def test_the_built_depth_carries_what_it_says(ask: Ask) -> None:
    for footing in ({}, {"constraint": "constrained"}):
        capacity = ask(footing).result.lateral_capacity_lbf
        depth = ask(footing).result.depth_ft
        again = ask(footing, {"lateral_lbf": capacity})
        assert again.result.required_depth_ft == pytest.approx(depth, rel=1e-9)
        assert again.result.depth_ft == depth, "noise of the last bits digs no deeper"


def test_frost_and_minimum(ask: Ask) -> None:
    light = {"lateral_lbf": 10, "height_ft": 1}
    frozen = ask(loads=light, frost=50)
    assert (frozen.result.depth_ft, frozen.result.governed_by) == (4.5, "frost")
    least = ask({"width_ft": 10}, light, frost=0)
    assert (least.result.depth_ft, least.result.governed_by) == (1.0, "minimum")
    assert ask({"width_ft": 10}, light).result.depth_ft == 1.0
    shallow = ask({"depth_ft": 3}, light, frost=42)
    assert shallow.checks == {
        "pier.depth": True,
        "pier.minimum_depth": True,
        "pier.frost": False,
        "pier.bearing": True,
        "pier.lateral": True,
    }
    assert ask({"depth_ft": 0.5}, light).checks["pier.minimum_depth"] is False


def test_a_given_depth_is_held_against_its_capacity(ask: Ask) -> None:
    short = ask({"depth_ft": 5})
    assert short.checks["pier.lateral"] is short.checks["pier.depth"] is False
    (check,) = (one for one in short.trace.checks if one.id == "pier.lateral")
    assert (check.demand, check.capacity) == (1000, short.result.lateral_capacity_lbf)
    assert "pier.lateral" not in ask().checks


def test_a_restraint_is_to_be_looked_at(ask: Ask) -> None:
    answer = ask({"constraint": "constrained"})
    assert answer.codes["footing.restraint_relied_on"] == "review"


def test_vertical_bearing(ask: Ask) -> None:
    answer = ask({"depth_ft": 9}, {"axial_lbf": 3000}, {"class": 4, "unit_weight_pcf": 120})
    pressure = 3000 / math.pi + (150 - 120) * 9
    assert answer.result.bearing.pressure_psf == pytest.approx(pressure)
    assert answer.result.bearing.ratio == pytest.approx(pressure / 2000)
    assert ask(loads={"axial_lbf": 50_000}).checks["pier.bearing"] is False
    for axial, severity in ((0, "notice"), (100, "warning")):
        unknown = ask(loads={"axial_lbf": axial}, soil={"lateral_psf_per_ft": 150})
        assert unknown.codes["footing.vertical_bearing_not_checked"] == severity
        assert unknown.result.bearing.allowable_psf is None
        assert "pier.bearing" not in unknown.checks


def test_torsion_is_told(ask: Ask) -> None:
    assert ask(loads={"torsion_lbft": 900}).codes["footing.torsion_not_checked"] == "notice"


def test_concrete_is_exact_and_without_waste(ask: Ask) -> None:
    result = ask().result
    assert result.concrete_yd3 == pytest.approx(math.pi * 8.5 / 27)
    assert result.concrete_weight_lbf == pytest.approx(math.pi * 8.5 * 150)
    assert result.spoil_yd3 == result.concrete_yd3


def test_several_piers_are_built_like_the_worst(ask: Ask) -> None:
    demands = [
        demand(800, 15, "pole 1", axial=4000),
        demand(1000, 15, "pole 2", axial=500),
        demand(900, 15, "pole 3"),
    ]
    answer = ask(demands=demands)
    result = answer.result
    assert (result.count, result.governing) == (3, "pole 2")
    assert result.required_depth_ft == ask().result.required_depth_ft
    assert result.concrete_yd3 == pytest.approx(3 * ask().result.concrete_yd3)
    depths = [row.required_depth_ft for row in result.foundations]
    assert depths[1] == max(depths)
    assert len(set(depths)) == 3
    # The vertical check takes the heaviest, wherever it stands.
    assert result.bearing.pressure_psf == pytest.approx(4000 / math.pi + 40 * 8.5)
    assert answer.says("All 3 foundations are built like the governing one (pole 2)")
    assert {step.subject for step in answer.trace.steps} == {"pole 2"}
    assert answer.trace.subject == ""


def test_no_soil_is_never_a_default() -> None:
    project = Inputs.read({"footing": {"type": "pier", "width_ft": 2}})
    with pytest.raises(InvalidInput) as caught:
        FootingInputs.of(project)
    assert caught.value.faults[0].pointer == "/soil"
    for words in ("1 crystalline", "2 sedimentary", "3 sandy gravel", "4 sand", "5 clay"):
        assert words in needs({})["/soil"]


def test_soil_without_lateral_bearing(ask: Ask) -> None:
    with pytest.raises(InvalidInput) as caught:
        ask(soil={"vertical_psf": 2000})
    assert caught.value.faults[0].pointer == "/soil/lateral_psf_per_ft"


def test_soil_given_beats_its_class(ask: Ask) -> None:
    answer = ask(soil={"class": 4, "vertical_psf": 2500})
    assert answer.result.bearing.allowable_psf == 2500
    assert answer.says("class 4")
    named = ask(soil={"lateral_psf_per_ft": 150, "vertical_psf": 2000, "source": "report 7"})
    assert named.result.required_depth_ft == answer.result.required_depth_ft
    assert not named.says("no report")
    assert ask(soil={"lateral_psf_per_ft": 150}).says("no report")


@pytest.mark.parametrize(
    ("number", "lateral", "vertical"),
    [(1, 1200, 12000), (2, 400, 4000), (3, 200, 3000), (4, 150, 2000), (5, 100, 1500)],
)
def test_classes(ask: Ask, number: int, lateral: float, vertical: float) -> None:
    classed = ask(soil={"class": number}).result
    valued = ask(soil={"lateral_psf_per_ft": lateral, "vertical_psf": vertical}).result
    assert classed.required_depth_ft == valued.required_depth_ft
    assert classed.bearing.allowable_psf == vertical


def test_a_class_the_table_lacks(ask: Ask, pack_of: PackOf) -> None:
    pack = pack_of("ibc-2021_v1")
    assert pack.presumptive is not None
    short = pack.presumptive.replace(rows=pack.presumptive.rows[:4])
    with pytest.raises(InvalidInput, match="no class 5"):
        ask(soil={"class": 5}, pack=pack.replace(presumptive=short))
    with pytest.raises(InvalidInput, match="no class 5") as caught:
        ask(
            soil={"layers": [{"to_ft": 2, "class": 4}, {"class": 5}]},
            pack=pack.replace(presumptive=short),
        )
    assert caught.value.faults[0].pointer == "/soil/layers/1/class"


@pytest.mark.parametrize("dust", [-1e-13, 0.0, 1e-13])
def test_of_poles_alike_the_torsion_decides_then_the_order(ask: Ask, dust: float) -> None:
    first, second = demand(2000, 10, "luff", torsion=10), demand(2000 * (1 + dust), 10, "lee")
    assert ask(demands=[first, second]).result.governing == "luff"
    assert ask(demands=[second, first]).result.governing == "luff"
    calm = replace(first, torsion_lbft=0.0)
    assert ask(demands=[calm, second]).result.governing == "luff"
    deeper = replace(second, lateral_lbf=Known(2000.1, "test"))
    assert ask(demands=[first, deeper]).result.governing == "lee"


def test_missing_width_and_footing(pack_of: PackOf) -> None:
    pack = pack_of("ibc-2021_v1")
    project = Inputs.read({"soil": {"class": 4}, "footing": {"type": "pier"}})
    with pytest.raises(InvalidInput) as caught:
        solve(FootingInputs.of(project), pack, [demand(1, 1)], Bare())
    assert caught.value.faults[0].pointer == "/footing/width_ft"
    with pytest.raises(InvalidInput, match="/footing: is needed by this calculation") as caught:
        FootingInputs.of(Inputs.read({"soil": {"class": 4}}))
    assert caught.value.faults[0].hint == "add footing"


def test_a_pole_without_load_asks_for_nothing(ask: Ask) -> None:
    answer = ask(demands=[demand(0, 15, "lee"), demand(1000, 15, "luff")])
    assert [row.required_depth_ft for row in answer.result.foundations] == [
        0.0,
        ask().result.required_depth_ft,
    ]
    assert answer.result.governing == "luff"


@pytest.mark.parametrize("demands", [[], [demand(1e-9, 10)]])
def test_no_load_no_answer(ask: Ask, demands: list[Demand]) -> None:
    with pytest.raises(NoAnswer, match="no lateral load"):
        ask(demands=demands)


@pytest.mark.parametrize("P", [1e7, 1e300])
def test_no_depth_within_reach(ask: Ask, P: float) -> None:
    with pytest.raises(NoAnswer, match="no pier of this width") as caught:
        ask(demands=[demand(P, 1000)])
    assert caught.value.faults[0].pointer == "/footing/width_ft"


SIGN = {"elements": [{"width_ft": 10, "height_ft": 6, "bottom_ft": 18}]}


def test_what_is_read_and_needed() -> None:
    own = ("/soil", "/loads", "/footing", "/site/frost_depth_in", "/site/water_depth_ft")
    assert reads() == (*own, "/sign", "/local")
    assert [*needs({})] == ["/soil", "/footing"]
    assert [*needs({"footing": "pier"})] == ["/soil", "/footing"]
    assert [*needs({"footing": {"type": "pier"}})] == ["/soil", "/footing", "/footing/width_ft"]


def test_loads_are_seen_beside_a_sign_only_where_they_are_meant() -> None:
    blocks = {"soil": {"class": 4}, "footing": {"type": "pier"}, "sign": SIGN}
    loads = {"lateral_lbf": 1, "height_ft": 1, "level": "asd"}
    assert FootingInputs.of(Inputs.read(blocks)).sign is not None
    meant = Inputs.read(blocks | {"loads": loads | {"replaces_wind": True}})
    assert FootingInputs.of(meant).sign is not None
    with pytest.raises(Faulty, match="/loads"):
        Inputs.read(blocks | {"loads": loads})
    # A sweep reads the blocks one by one.
    apart = meant.replace(loads=Inputs.read({"loads": loads}).loads)
    with pytest.raises(InvalidInput, match="/loads"):
        FootingInputs.of(apart)
