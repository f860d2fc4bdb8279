"""What the support calculation makes of base and pier: grounds, poles, what is told, refused."""

import json
from math import radians, sqrt, tan
from pathlib import Path
from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.chain import run, solve
from apex_cli.run.prepare import prepare
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.reactions import Reached, worst
from tests.solvers.support.signs_at_grade import blocks

ROOT = Path(__file__).parents[3]
CONCRETE = "strength and reinforcement of the pier's concrete"
RODS = "anchor rods and base plate"


def faults(error: InvalidInput) -> dict[str, str]:
    return {fault.pointer: fault.detail for fault in error.faults}


def leaves(result: Any, words: str) -> bool:
    return any(words in one for one in result.not_checked)


def test_the_pack_of_concrete_is_asked_for(pole: Any) -> None:
    sign = blocks("plate")
    del sign["packs"]["concrete"]
    with pytest.raises(InvalidInput) as caught:
        pole.checked(sign)
    (fault,) = caught.value.faults
    assert fault.pointer == "/packs/concrete"
    assert "aci318-19_v1" in (fault.hint or "")


def test_a_plate_without_a_pier_needs_no_concrete(pole: Any) -> None:
    sign = blocks("plate")
    del sign["packs"]["concrete"], sign["support"]["pier"]
    result, trace = pole.checked(sign)
    assert result.pier is None
    assert result.plate.required_thickness_in > 1
    assert leaves(result, "packs.concrete is not given")
    assert leaves(result, "reinforcement and strength of the pier's concrete")
    assert not any(check.clause.startswith("ACI 318-") for check in trace.checks)
    named = {**sign, "packs": {**sign["packs"], "concrete": "aci318-19_v1"}}
    _, trace = pole.checked(named)
    assert pole.by_id(trace, "rod.shear", "steel of the rods").clause.startswith("ACI 318-19")


def test_without_a_footing_it_says_what_to_add(pole: Any) -> None:
    for block in ("footing", "soil"):
        plate = pole.changed(blocks("plate"))
        del plate[block]
        found = solve(prepare("support", plate, Catalogue()), Bare())
        assert "footing" not in found
        result = found["support"]
        assert result.pier is None
        assert leaves(result, "give footing (type pier), soil and packs.footing")
        assert leaves(result, "anchorage in the concrete")
    embedded = pole.changed(blocks("embedded"))
    del embedded["packs"]["footing"]
    result = solve(prepare("support", embedded, Catalogue()), Bare())["support"]
    assert result.embedded is None
    assert leaves(result, "the embedment of the pole in the concrete: the project has no pier")


def test_a_pole_embedded_in_an_unknown_pier(pole: Any) -> None:
    sign = blocks("embedded")
    del sign["support"]["pier"]
    result, _ = pole.checked(sign)
    assert leaves(result, "the embedment of the pole in the concrete: support.pier is not given")
    assert (result.pier, result.embedded) == (None, None)


def test_the_depth_of_the_footing_is_that_of_the_pole(pole: Any) -> None:
    whole, _ = pole.checked(blocks("embedded"))
    sign = blocks("embedded")
    del sign["support"]["base"]["depth_ft"]
    result, _ = pole.checked(sign)
    assert result == whole
    del sign["footing"]["pole_embedment_ft"]
    result, trace = pole.checked(sign)
    assert leaves(result, "support.base.depth_ft is not given")
    assert result.embedded is None
    assert result.pier.flexural_strength_kipft is not None
    sign["support"]["base"]["depth_ft"] = 5
    result, trace = pole.checked(sign)
    assert result.embedded == whole.embedded
    assert any("has the room of the pole in it" in one for one in trace.assumptions)


@pytest.mark.parametrize(
    ("name", "changes", "where", "words"),
    [
        ("embedded", {"support.base.depth_ft": 4}, "/support/base/depth_ft",
         "differs from footing.pole_embedment_ft, which is 5 ft"),
        ("plate", {"footing.pole_embedment_ft": 3}, "/support/base/type",
         "has the pole go 3 ft into the pier"),
    ],
)  # fmt: skip
def test_base_and_footing_must_agree(
    pole: Any, name: str, changes: dict[str, Any], where: str, words: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        pole.checked({**blocks(name), **changes})
    assert words in faults(caught.value)[where]


def test_a_pole_does_not_go_through_its_pier(pole: Any) -> None:
    sign = blocks("embedded")
    del sign["footing"]["pole_embedment_ft"]
    sign["footing"]["reveal_ft"] = 0.5
    for depth in (8.0, 8.1):
        sign["support"]["base"]["depth_ft"] = depth
        if depth == 8.0:
            result, _ = pole.checked(sign)
            assert leaves(result, "no ground resists below grade, or below the pole")
            continue
        with pytest.raises(InvalidInput) as caught:
            pole.checked(sign)
        told = "the pole would go 8.1 ft into a pier of 8 ft"
        assert faults(caught.value) == {"/support/base/depth_ft": told}


def test_a_pier_is_not_used_on_a_spread_footing(pole: Any) -> None:
    sign = blocks("plate")
    sign["footing"] = {"type": "spread", "width_ft": 8, "thickness_ft": 2, "depth_ft": 4}
    result, trace = pole.checked(sign)
    assert result.pier is None
    assert any("support.pier is not used" in one for one in trace.assumptions)
    assert leaves(result, "anchorage in the concrete")
    assert leaves(result, "reinforcement and strength of the pier's concrete")
    assert not leaves(result, "the project has no pier")
    del sign["support"]["pier"]
    _, trace = pole.checked(sign)
    assert not any("support.pier is not used" in one for one in trace.assumptions)


def test_a_rectangular_pier_is_told(pole: Any) -> None:
    sign = blocks("plate")
    sign["footing"] |= {"shape": "square", "length_ft": 4}
    result, _ = pole.checked(sign)
    assert result.pier.moment_kipft is None
    assert leaves(result, "only round and square piers are checked")
    assert leaves(result, "anchorage in the concrete")
    assert not result.concrete_held
    sign["footing"]["length_ft"] = 3
    sign["support"]["pier"]["bars"]["count"] = 12
    square, _ = pole.checked(sign)
    assert square.concrete_held
    assert square.pier.moment_kipft > 40


def test_the_ground_of_broms(pole: Any) -> None:
    """Moments by Broms' own formulas, from the shear and moment that the answer tells."""
    sign = blocks("plate")
    sign["packs"]["footing"] = "broms-clay_v1"
    sign["soil"] = {"undrained_shear_strength_psf": 1500}
    result, _ = pole.checked(sign)
    rows = {row.reading: row for row in result.pier.moments}
    assert list(rows) == ["rigid", "broms"]
    heavy = result.reactions[0]
    P, M = heavy.shear_lbf, 1000 * heavy.moment_kipft
    f = P / (9 * 1500 * 3)
    clay = M + P * (1.5 * 3 + f / 2)
    assert rows["broms"].moment_kipft == pytest.approx(clay / 1000)
    sign["packs"]["footing"] = "broms-sand_v1"
    sign["soil"] = {"unit_weight_pcf": 115, "friction_angle_deg": 32}
    result, _ = pole.checked(sign)
    rows = {row.reading: row for row in result.pier.moments}
    K_p = tan(radians(45 + 16)) ** 2
    f = sqrt(P / (1.5 * 115 * 3 * K_p))
    assert rows["broms"].moment_kipft == pytest.approx((M + P * 2 * f / 3) / 1000)


def test_layers_have_no_one_bearing(pole: Any) -> None:
    sign = blocks("plate")
    sign["soil"] = {"layers": [{"to_ft": 2, "class": 5}, {"class": 4}]}
    result, _ = pole.checked(sign)
    assert [row.reading for row in result.pier.moments] == ["rigid"]


def test_a_floor_at_grade_and_idle_ground(pole: Any) -> None:
    sign = blocks("plate")
    sign["footing"]["constraint"] = "constrained"
    held, _ = pole.checked(sign)
    heavy = held.reactions[0]
    assert held.pier.moment_kipft == pytest.approx(heavy.moment_kipft)
    idle = blocks("plate")
    idle["soil"]["ignore_top_ft"] = 2
    deep, _ = pole.checked(idle)
    assert deep.pier.moment_depth_ft > 3


def test_each_of_several_poles(pole: Any) -> None:
    """A cabinet off the middle: one pole takes more, and base and pier are held under it."""
    sign = blocks("plate")
    sign["sign"]["poles"] |= {"count": 2, "spacing_ft": 8}
    sign["sign"]["elements"][0] |= {"offset_ft": 1}
    result, trace = pole.checked(sign)
    right = [one for one in trace.assumptions if one.startswith("Of all poles")]
    assert right == [
        f"Of all poles {result.pole} asks for most of its {what}: all are built like it."
        for what in ("pier", "base")
    ]
    sign["sign"]["elements"][0] |= {"offset_ft": -1}
    mirrored, _ = pole.checked(sign)
    assert {result.pole, mirrored.pole} == {"pole 1", "pole 2"}
    assert mirrored.pier.moment_kipft == pytest.approx(result.pier.moment_kipft)
    assert mirrored.plate.rod_tension_lbf == pytest.approx(result.plate.rod_tension_lbf)
    bars = sum(row.weight_lbf for row in result.pier.schedule)
    assert result.quantities.rebar_lbf == pytest.approx(2 * bars)
    one, _ = pole.checked(blocks("plate"))
    assert result.quantities.plate_lbf == pytest.approx(2 * one.quantities.plate_lbf)
    assert result.quantities.rods_lbf == pytest.approx(2 * one.quantities.rods_lbf)


def test_the_pole_that_asks_for_most() -> None:
    """The greatest ratio decides; among equals the next; without a capacity it is endless."""

    def at(moment: float) -> Reached:
        return Reached([], [Reaction("1.2D + 1.0W", 0, 0, moment, 0)])

    def hold(one: Reached, trace: Bare) -> None:
        moment = one.strength[0].moment
        trace.hold("a", "A.", demand=1.0, capacity=1.0, unit="in", clause="")
        trace.hold("b", "B.", demand=moment, capacity=9.0, unit="kip-ft", clause="")
        if moment == 7:
            trace.hold("c", "C.", demand=moment, capacity=0.0, unit="kip-ft", clause="")

    assert worst([at(1.0)], hold) == 0
    assert worst([at(3.0), at(5.0), at(4.0)], hold) == 1
    assert worst([at(5.0), at(5.0 + 1e-12)], hold) == 0
    assert worst([at(8.0), at(7.0)], hold) == 1


def test_given_loads_stand_on_their_pier(pole: Any) -> None:
    loads = {"lateral_lbf": 2400, "height_ft": 20, "axial_lbf": 1500, "level": "strength",
             "torsion_lbft": 2000, "replaces_wind": True}  # fmt: skip
    result, _ = pole.checked({**blocks("plate"), "loads": loads})
    assert result.reactions[0].moment_kipft == pytest.approx(48, rel=0.03)
    assert result.pier.moment_kipft > result.reactions[0].moment_kipft


def test_all_leaves_out_only_what_was_checked() -> None:
    def told(kind: Any, document: dict[str, Any]) -> list[str]:
        result = run(kind, document, Catalogue())["result"]
        found: list[str] = (result if kind == "footing" else result["footing"])["not_checked"]
        return found

    example = json.loads((ROOT / "examples" / "pole-sign-plate.json").read_bytes())
    assert {CONCRETE, RODS} <= set(told("footing", example))
    assert not {CONCRETE, RODS} & set(told("all", example))
    no_rods = {**example, "support": {**example["support"], "base": {"type": "plate"}}}
    assert set(told("all", no_rods)) & {CONCRETE, RODS} == {RODS}
    no_pier = {**example, "support": {**example["support"]}}
    del no_pier["support"]["pier"]
    assert set(told("all", no_pier)) & {CONCRETE, RODS} == {CONCRETE}
    embedded = json.loads((ROOT / "examples" / "pole-sign-embedded.json").read_bytes())
    assert not {CONCRETE, RODS} & set(told("all", embedded))
    before = json.loads((ROOT / "examples" / "pole-sign-support.json").read_bytes())
    assert {CONCRETE, RODS} <= set(told("all", before))


@pytest.mark.parametrize("name", ["plate", "embedded"])
def test_all_and_support_answer_alike(name: str) -> None:
    document = json.loads((ROOT / "examples" / f"pole-sign-{name}.json").read_bytes())
    alone = run("support", document, Catalogue())["result"]
    assert run("all", document, Catalogue())["result"]["support"] == alone
    assert "buried" not in run("footing", document, Catalogue())["result"]


def test_editions_that_do_not_bind_together(pole: Any) -> None:
    def told(**packs: str) -> list[str]:
        sign = blocks("plate")
        _, trace = pole.checked({**sign, "packs": {**sign["packs"], **packs}})
        assert isinstance(trace, Trace)
        return [one.message for one in trace.cautions if one.code == "support.edition_mismatch"]

    assert told() == []
    (only,) = told(concrete="aci318-14_v1")
    assert only.startswith("ACI 318-14 is adopted by IBC 2018, and the foundation is by IBC 2024")
    assert len(told(footing="ibc-2018_v1")) == 2
