"""EN 1997-1: bearing, sliding and equilibrium by hand, the search, and what is refused."""

from math import atan, degrees, exp, pi, radians, sin, tan
from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.quantities import Known
from apex_cli.solvers.demand import Demand, Push
from apex_cli.solvers.footing.eurocode.bearing import Pressed, drained, undrained
from apex_cli.solvers.footing.eurocode.case import HOPELESS, Held, Soil
from apex_cli.solvers.footing.eurocode.solve import FootingInputs, loads_demand, solve
from apex_cli.solvers.footing.result import SpreadResult
from tests.solvers.footing.eurocode.given import KN, SITE, M, inputs_over

PACK: Any = Catalogue().load("footing", "en1997_v1")[0]
KPA = KN / M**2
SOIL = {"friction_angle_deg": 30.0, "unit_weight_pcf": 18 * KN / M**3}
FOOTING = {
    "type": "spread", "thickness_ft": 0.5 * M, "depth_ft": 1.0 * M, "width_ft": 2.0 * M,
    "approach": "DA1", "wind_direction": "normal",
}  # fmt: skip
LOADS = {"lateral_lbf": 10 * KN, "height_ft": 4.0 * M, "axial_lbf": 30 * KN,
         "level": "characteristic"}  # fmt: skip


def inputs_of(**blocks: Any) -> FootingInputs:
    return inputs_over({"soil": SOIL, "footing": FOOTING, "loads": LOADS, "site": SITE}, blocks)


def answer(
    trace: Bare | None = None, demands: tuple[Demand, ...] | None = None, **blocks: Any
) -> SpreadResult:
    inputs, trace = inputs_of(**blocks), trace or Bare()
    assert inputs.loads is not None
    given = demands or loads_demand(inputs.loads, PACK, trace)
    found = solve(inputs, PACK, given, trace)
    assert isinstance(found, SpreadResult)
    return found


def checks(**blocks: Any) -> dict[str, tuple[float, float]]:
    trace = Trace()
    answer(trace, **blocks)
    return {check.id: (check.demand, check.capacity) for check in trace.checks}


def resistance(B: float, V: float, H: float, phi: float) -> float:
    """Annex D for a strip of 2 m across a wind along B, by hand, kN."""
    L = 2.0
    t = tan(radians(phi))
    N_q = exp(pi * t) * tan(radians(45 + phi / 2)) ** 2
    N_g = 2 * (N_q - 1) * t
    m = (2 + B / L) / (1 + B / L)
    lean = 1 - H / V
    over = 18.0 * N_q * (1 + B / L * sin(radians(phi))) * lean**m
    weight = 9.0 * B * N_g * (1 - 0.3 * B / L) * lean ** (m + 1)
    found: float = B * L * (over + weight)
    return found


def test_a_footing_by_hand() -> None:
    found = checks()
    G = 30 + 4 * (0.5 * 24 + 0.5 * 18)
    phi = degrees(atan(tan(radians(30)) / 1.25))
    effective = 2 - 2 * 1.3 * 50 / G
    assert found["spread.bearing"] == pytest.approx((G, resistance(effective, G, 13, phi)))
    assert answer().eccentricity_ft == pytest.approx(1.3 * 50 / G * M)
    assert found["spread.sliding"] == pytest.approx((13, G * tan(radians(30)) / 1.25))
    assert found["spread.overturning"] == pytest.approx((1.5 * 50, 0.9 * G))


@pytest.mark.parametrize(
    ("approach", "names"),
    [("DA1", {"DA1-1", "DA1-2"}), ("DA1-1", {"DA1-1"}), ("DA1-2", {"DA1-2"}), ("DA2", {"DA2"}),
     ("DA3", {"DA3"})],
)  # fmt: skip
def test_an_approach_has_its_sets(approach: str, names: set[str]) -> None:
    trace = Trace()
    wind = answer(trace, footing={"approach": approach})
    assert wind.bearing.combination.partition(",")[0] in names
    (sentence,) = [one for one in trace.assumptions if one.startswith("Design approach")]
    assert all(name in sentence for name in names)


def test_factors_of_an_annex_are_taken() -> None:
    factors = {
        "permanent": 1.35, "permanent_favourable": 1.0, "variable": 1.5, "friction": 1.0,
        "cohesion": 1.0, "undrained": 1.0, "bearing": 1.4, "sliding": 1.1, "source": "an annex",
    }  # fmt: skip
    own = {"approach": "given", "partial_factors": factors}
    assert checks(footing=own) == checks(footing={"approach": "DA2"})
    trace = Trace()
    answer(trace, footing=own)
    assert any("(an annex)" in one for one in trace.assumptions)
    for wrong in ({"approach": "given"}, {"approach": "DA2", "partial_factors": factors}):
        with pytest.raises(ValueError, match="belong together"):
            inputs_of(footing=wrong)


UNITY = dict.fromkeys(("friction", "cohesion", "undrained", "bearing", "sliding"), 1.0)


def test_cohesion_adds_to_what_the_ground_bears() -> None:
    on = Pressed(200, 20, 1.2, 2, 2.4, 1)
    without, little, much = (
        drained(on, Soil(18, 25, c, None, None), 1, UNITY, Bare()) for c in (0.0, 1e-9, 10.0)
    )
    assert little == pytest.approx(without)
    N_q = exp(pi * tan(radians(25))) * tan(radians(57.5)) ** 2
    N_c = (N_q - 1) / tan(radians(25))
    level = Pressed(200, 0, 1.2, 2, 2.4, 1)
    plain, stuck = (
        drained(level, Soil(18, 25, c, None, None), 1, UNITY, Bare()) for c in (0.0, 10.0)
    )
    s_c = ((1 + 0.6 * sin(radians(25))) * N_q - 1) / (N_q - 1)
    assert stuck - plain == pytest.approx(2.4 * 10 * N_c * s_c)
    assert much > without


def test_undrained_ground_by_hand() -> None:
    on = Pressed(100, 20, 1, 2, 2, 1)
    found = undrained(on, Soil(18, None, 0, 40, None), 1, UNITY, Bare())
    i_c = (1 + (1 - 20 / 80) ** 0.5) / 2
    assert found == pytest.approx(2 * ((pi + 2) * 40 * 1.1 * i_c + 18))
    assert undrained(on._replace(H=90), Soil(18, None, 0, 40, None), 1, UNITY, Bare()) > 0


def test_the_exponent_lies_between_those_of_the_sides() -> None:
    along, across, between = (
        drained(Pressed(200, 40, 1, 2, 2, share), Soil(18, 30, 0, None, None), 1, UNITY, Bare())
        for share in (0, 1, 0.5)
    )
    assert across < between < along


def test_soft_ground_is_held_undrained_too() -> None:
    soil = {"undrained_shear_strength_psf": 25 * KPA}
    both = checks(soil=soil)
    alone = checks(soil={**soil, "friction_angle_deg": None})
    assert both["spread.bearing"] == alone["spread.bearing"]
    assert both["spread.sliding"][1] <= alone["spread.sliding"][1]
    G = 30 + 4 * 21
    slid = checks(soil={"undrained_shear_strength_psf": 200 * KPA, "friction_angle_deg": None})
    assert slid["spread.sliding"] == pytest.approx((15, 0.4 * G))


def test_a_given_friction_is_taken() -> None:
    found = checks(soil={"friction": 0.4})["spread.sliding"]
    assert found == pytest.approx((13, (30 + 4 * 21) * 0.4 / 1.25))


def test_a_load_beyond_the_edge_has_no_resistance() -> None:
    soil = {"undrained_shear_strength_psf": 100 * KPA}
    wind = answer(loads={"height_ft": 60.0 * M}, soil=soil)
    assert wind.bearing.ratio is None
    assert wind.bearing.pressure_psf is None
    assert wind.bearing.allowable_psf is None
    assert wind.overturning.ratio > 1
    assert Held("x", 1.0, 0.0).ratio == HOPELESS
    only = answer(loads={"height_ft": 60.0 * M}, soil={**soil, "friction_angle_deg": None})
    assert only.sliding is not None
    assert only.sliding.ratio == HOPELESS


def test_the_smallest_that_stands_is_found() -> None:
    free = {"width_ft": None}
    wind = answer(footing=free)
    step = 0.1 * M
    assert wind.width_ft == wind.length_ft == pytest.approx(round(wind.width_ft / step) * step)
    smaller = answer(footing={"width_ft": wind.width_ft - step})
    assert smaller.governed_by == "eccentricity"
    oblong = answer(footing={**free, "aspect_ratio": 1.5})
    assert oblong.length_ft == pytest.approx(1.5 * oblong.width_ft, abs=0.1 * M)
    narrow = answer(footing={**free, "length_ft": 1.0 * M})
    assert narrow.length_ft == pytest.approx(1.0 * M)
    assert narrow.width_ft > wind.width_ft
    assert answer(footing={"aspect_ratio": 2.0}).length_ft == pytest.approx(4 * M)
    with pytest.raises(NoAnswer, match="12 m wide"):
        answer(footing=free, loads={"height_ft": 90.0 * M, "lateral_lbf": 5000 * KN})


def test_a_load_far_off_the_middle_is_told() -> None:
    trace = Trace()
    answer(trace, footing={"width_ft": 1.7 * M}, loads={"torsion_lbft": 5 * KN * M})
    assert [one.code for one in trace.cautions] == [
        "footing.far_eccentricity", "footing.torsion_not_checked",
    ]  # fmt: skip
    assert "5 kN-m" in trace.cautions[1].message
    trace = Trace()
    answer(trace, footing={"width_ft": 3.0 * M})
    assert trace.cautions == []


def test_a_wind_from_anywhere_asks_for_more_than_one_on_the_faces() -> None:
    normal, anywhere = (
        answer(footing={"wind_direction": whence, "width_ft": 2.4 * M}).bearing.ratio
        for whence in ("normal", "any")
    )
    assert normal is not None
    assert anywhere is not None
    assert anywhere > normal
    usual = answer(footing={"wind_direction": None, "width_ft": 2.4 * M})
    assert "30 deg" in usual.bearing.combination  # given loads come from any direction
    oblong = answer(footing={"wind_direction": "any", "width_ft": 3 * M, "length_ft": 2 * M})
    turned = answer(footing={"wind_direction": "any", "width_ft": 2 * M, "length_ft": 3 * M})
    assert oblong.bearing.ratio == pytest.approx(turned.bearing.ratio)
    assert oblong.overturning.ratio == pytest.approx(turned.overturning.ratio)


def test_wind_along_the_sign_is_held_by_itself() -> None:
    front = Push(10 * KN, 4 * M, 0.0, 40 * KN * M / 1000)
    side = Push(9 * KN, 4 * M, 0.0, 36 * KN * M / 1000)
    still = Push(0.0, 0.0, 0.0, 0.0)
    slim = {"width_ft": 3.0 * M, "length_ft": 1.5 * M}
    for other, name in ((side, "wind along the sign"), (still, "wind on the faces")):
        demand = Demand(10 * KN, 4 * M, 30 * KN, 0.0, directions=(front, other))
        wind = answer(demands=(demand,), footing=slim)
        assert wind.bearing.combination.rpartition(", drained")[0].endswith(name)


def test_an_offset_dead_load_turns_it_across_the_wind() -> None:
    straight = Demand(10 * KN, 4 * M, 30 * KN, 0.0)
    push = Demand(
        10 * KN, 4.2 * M, 30 * KN, 0.0, sustained_kipft=-8 * KN * M / 1000,
        wind_kipft=40 * KN * M / 1000,
    )  # fmt: skip
    plain, leaning = (answer(demands=(one,)) for one in (straight, push))
    assert leaning.bearing.ratio is not None
    assert plain.bearing.ratio is not None
    assert leaning.bearing.ratio > plain.bearing.ratio
    assert leaning.sliding is not None
    assert plain.sliding is not None
    assert leaning.sliding.ratio == pytest.approx(plain.sliding.ratio)


def test_a_footing_that_is_lifted_has_no_resistance() -> None:
    wind = answer(demands=(Demand(10 * KN, 4 * M, -300 * KN, 0.0),))
    assert wind.sliding is not None
    assert wind.bearing.ratio is None
    assert wind.sliding.ratio == wind.overturning.ratio == HOPELESS
    soft = {"undrained_shear_strength_psf": 100 * KPA, "friction_angle_deg": None}
    assert (
        answer(demands=(Demand(10 * KN, 4 * M, -300 * KN, 0.0),), soil=soft).bearing.ratio is None
    )


def test_several_foundations_are_built_like_the_worst() -> None:
    rows = tuple(
        Demand(force * KN, 4 * M, 10 * KN, 0.0, name=f"pole {k}") for k, force in ((1, 5), (2, 8))
    )
    wind = answer(demands=rows)
    assert (wind.count, wind.governing) == (2, "pole 2")
    assert [row.name for row in wind.foundations] == ["pole 1", "pole 2"]
    assert wind.concrete_yd3 == pytest.approx(2 * 4 * 0.5 * (M / 3) ** 3)
    assert wind.concrete_weight_lbf == pytest.approx(2 * 48 * KN)


def test_the_moment_may_be_given_instead_of_the_height() -> None:
    moment = answer(loads={"height_ft": None, "moment_lbft": 40 * KN * M})
    assert moment.overturning.demand == pytest.approx(answer().overturning.demand)


def test_depth_is_that_of_frost_where_none_is_given() -> None:
    bare = {"depth_ft": None}
    assert answer(footing=bare).depth_ft == pytest.approx(0.5 * M)
    frozen = answer(footing=bare, site={"frost_depth_in": 36.0})
    assert frozen.depth_ft == pytest.approx(3.0)
    assert frozen.required_depth_ft == pytest.approx(3.0)
    shallow = answer(footing=bare, site={"frost_depth_in": 12.0})
    assert shallow.depth_ft == pytest.approx(0.5 * M)
    trace = Trace()
    answer(trace, site={"frost_depth_in": None}, soil={"source": "a report"})
    assert [one.code for one in trace.cautions] == ["footing.frost_not_given"]
    assert not any("no report" in one for one in trace.assumptions)


def test_a_dead_load_of_nothing_and_every_term_is_known() -> None:
    trace = Trace()
    blocks: dict[str, Any] = {
        "loads": {"axial_lbf": 0.0},
        "soil": {"cohesion_psf": 5 * KPA},
        "footing": {"wind_direction": "any"},
    }
    written, bare = answer(trace, **blocks), answer(**blocks)
    assert written == bare
    for number, step in enumerate(trace.steps, 1):
        for term in step.terms.values():
            assert isinstance(term, Known), f"{step.card.name} has a bare term"
            kind, _, rest = term.origin.partition(" ")
            if kind == "step":
                assert 0 < int(rest) < number
                assert trace.steps[int(rest) - 1].value == term


@pytest.mark.parametrize(
    ("blocks", "pointers"),
    [
        ({"footing": {"approach": None}}, ["/footing/approach"]),
        ({"footing": {"thickness_ft": None}}, ["/footing/thickness_ft"]),
        ({"footing": {"stem": {"width_ft": 2.0}}}, ["/footing/stem"]),
        ({"local": {"overturning_ratio": 0.5, "source": "Pasco"}}, ["/local"]),
        ({"soil": {"unit_weight_pcf": None}}, ["/soil/unit_weight_pcf"]),
        ({"soil": {"friction_angle_deg": None}}, ["/soil/friction_angle_deg"]),
        ({"soil": {"class": 4}}, ["/soil/class"]),
        ({"soil": {"vertical_psf": 2000.0}}, ["/soil/vertical_psf"]),
        ({"footing": {"depth_ft": 1.0}}, ["/footing/depth_ft"]),
        ({"loads": {"level": "asd"}}, ["/loads/level"]),
    ],
)
def test_what_is_incomplete_or_of_the_other_family_is_refused(
    blocks: Any, pointers: list[str]
) -> None:
    with pytest.raises(InvalidInput) as caught:
        answer(**blocks)
    assert [fault.pointer for fault in caught.value.faults] == pointers


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ({"footing": {"type": "pier"}}, "no piers"),
        ({"footing": {"shape": "round"}}, "no round footings"),
        ({"site": {"water_depth_ft": 5.0}}, "ground water"),
    ],
)
def test_what_is_not_covered_is_refused(blocks: Any, words: str) -> None:
    with pytest.raises(NoAnswer, match=words):
        answer(**blocks)
    assert answer(site={"water_depth_ft": 10.0}).depth_ft == pytest.approx(M)


def test_no_load_is_no_foundation() -> None:
    inputs = inputs_of()
    for demands in ((), (Demand(0.0, 0.0, 0.0, 0.0),)):
        with pytest.raises(NoAnswer, match="no lateral load"):
            solve(inputs, PACK, demands, Bare())


def test_a_given_depth_is_held_against_frost() -> None:
    deep, frost = 1.0 * M, 1.2 * M
    assert checks(site={"frost_depth_in": 12 * frost})["spread.frost"] == pytest.approx(
        (frost, deep)
    )
    assert "spread.frost" not in checks(site={"frost_depth_in": None})


def test_what_belongs_to_piers_is_said_or_refused() -> None:
    trace = Trace()
    answer(trace, footing={"isolated_pole": True}, soil={"side_friction_psf": 100.0})
    for place in ("footing.isolated_pole", "soil.side_friction_psf"):
        assert any(one.startswith(f"{place} is not used") for one in trace.assumptions)
    planting = {"wind_factor": 1.5, "model_factor": 1.25}
    for wrong in (
        {"footing": {"planting": planting}},
        {"soil": {"ground_factor_psf_per_ft": 99.0}},
    ):
        with pytest.raises(InvalidInput):
            answer(**wrong)
