"""What reaches grade: several cabinets, offsets, weights, combinations, several poles."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple, replace

from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.pointer import present
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.demands import demands
from apex_cli.solvers.exposure.inputs import ALL, ExposureInputs, inputs_of, needs
from apex_cli.solvers.exposure.solve import solve

Ask = Callable[..., Any]
EXAMPLES = Path(__file__).parents[3] / "examples"
POLES = {"shape": "square", "width_in": 8, "count": 2, "spacing_ft": 8, "top_ft": 30}


def cabinet(width: float, height: float, bottom: float, **more: float) -> dict[str, float]:
    return {"width_ft": width, "height_ft": height, "bottom_ft": bottom, **more}


def test_separate_cabinets_add_up(ask: Ask) -> None:
    both, trace = ask((10, 6, 24), (8, 4, 14))
    alone = [ask((10, 6, 24))[0], ask((8, 4, 14))[0]]
    assert both.base.shear_lbf == pytest.approx(sum(one.base.shear_lbf for one in alone))
    moment = alone[0].elements[0].force_lbf * 27 + alone[1].elements[0].force_lbf * 16
    assert both.cases[0].moment_kipft == pytest.approx(moment / 1000)
    assert any("sign of its own" in sentence for sentence in trace.assumptions)
    assert both.height_ft == 30


def test_combined_equals_separate_for_one_cabinet(ask: Ask) -> None:
    one = cabinet(9, 7, 12, area_ft2=50, offset_ft=2)
    assert ask(one)[0] == ask(one, stacking="combined")[0]


def test_combined_is_one_face(ask: Ask) -> None:
    """10 by 6 over 10 by 4 with a gap of 1 ft: 10 by 11, solidity 100/110."""
    joined, trace = ask((10, 6, 19), (10, 4, 14), stacking="combined")
    (face,) = joined.elements
    assert (face.name, face.area_ft2, face.aspect_ratio) == ("combined face", 110, 10 / 11)
    assert face.clearance_ratio == pytest.approx(11 / 25)
    whole, _ = ask(cabinet(10, 11, 14, solidity=100 / 110))
    assert face.force_lbf == pytest.approx(whole.elements[0].force_lbf)
    assert any("one face" in sentence for sentence in trace.assumptions)


def test_combined_face_spans_offset_cabinets(ask: Ask) -> None:
    joined, _ = ask(
        cabinet(10, 6, 10, offset_ft=-2), cabinet(6, 6, 10, offset_ft=7), stacking="combined"
    )
    assert joined.elements[0].aspect_ratio == pytest.approx(17 / 6)
    assert joined.base.torsion_kipft > joined.cases[0].torsion_kipft > 0


def test_case_c_with_a_narrow_cabinet_keeps_its_case_b(ask: Ask) -> None:
    both, trace = ask((24, 6, 24), (8, 6, 14))
    wide, _ = ask((24, 6, 24))
    narrow, _ = ask((8, 6, 14))
    c = both.cases[2]
    assert c.case == "C"
    assert c.shear_lbf == pytest.approx(wide.cases[2].shear_lbf + narrow.cases[1].shear_lbf)
    assert c.torsion_kipft == pytest.approx(
        wide.cases[2].torsion_kipft + narrow.cases[1].torsion_kipft
    )
    assert any("load of Case B" in sentence for sentence in trace.assumptions)


def test_open_and_solid_cabinets_together(ask: Ask) -> None:
    both, _ = ask((10, 6, 24), cabinet(10, 6, 12, solidity=0.5, offset_ft=1))
    assert [case.case for case in both.cases] == ["A", "B"]
    solid, opened = both.elements
    torsion = opened.force_lbf * 1 + solid.force_lbf * 2
    assert both.cases[1].torsion_kipft == pytest.approx(torsion / 1000)


def test_offset_cabinet_twists_and_leans(ask: Ask) -> None:
    hung = cabinet(9, 5, 20, offset_ft=-5.5, weight_psf=9)
    result, _ = ask(hung)
    force = result.elements[0].force_lbf
    assert result.cases[0].torsion_kipft == pytest.approx(force * 5.5 / 1000)
    assert result.cases[1].torsion_kipft == pytest.approx(force * (5.5 + 1.8) / 1000)
    assert result.base.dead_moment_kipft == pytest.approx(-405 * 5.5 / 1000)
    d_06w = next(row for row in result.combinations if row.name == "D+0.6W")
    both = ((0.6 * result.base.moment_kipft) ** 2 + (405 * 5.5 / 1000) ** 2) ** 0.5
    assert d_06w.moment_kipft == pytest.approx(both)
    assert result.asd.load_height_ft == pytest.approx(1000 * both / result.asd.shear_lbf)
    assert result.asd.moment_kipft == pytest.approx(0.6 * result.base.moment_kipft)
    (demand,) = demands(result)
    assert demand.height_ft == result.asd.load_height_ft


def test_load_combinations(ask: Ask) -> None:
    result, trace = ask(
        cabinet(10, 6, 18, weight_psf=8),
        poles={"shape": "round", "width_in": 12, "weight_plf": 40, "top_ft": 24},
    )
    dead = 480 + 960
    assert result.base.dead_load_lbf == dead
    rows = {row.name: row for row in result.combinations}
    assert [row.axial_lbf for row in rows.values()] == pytest.approx(
        [1.2 * dead, 0.9 * dead, dead, 0.6 * dead]
    )
    assert rows["1.2D+1.0W"].moment_kipft == result.base.moment_kipft
    assert rows["0.6D+0.6W"].shear_lbf == pytest.approx(0.6 * result.base.shear_lbf)
    assert rows["1.2D+1.0W"].governs == ["bending", "bearing"]
    assert rows["0.9D+1.0W"].governs == ["overturning"]
    assert rows["D+0.6W"].governs == ["bending", "bearing"]
    assert rows["0.6D+0.6W"].governs == ["overturning"]
    assert "dead.weight_missing" not in [c.code for c in trace.cautions]


def test_without_weights_nothing_is_invented(ask: Ask) -> None:
    result, trace = ask((10, 6, 18))
    assert result.base.dead_load_lbf == 0
    assert [row.axial_lbf for row in result.combinations] == [0, 0, 0, 0]
    assert "dead.weight_missing" in [c.code for c in trace.cautions]
    assert any("No poles are given" in sentence for sentence in trace.assumptions)


def test_two_poles_by_hand(ask: Ask) -> None:
    """Case B: F at 0.2 B = 2 ft, poles 8 ft apart: 0.5 + 2/8 of the cabinet's force on one."""
    poles = POLES | {"top_ft": 24}
    result, trace = ask(cabinet(10, 6, 18, weight_psf=10), poles=poles)
    sign, pole = (e.force_lbf for e in result.elements)
    for row in result.per_pole:
        assert row.case == "B"
        assert row.shear_lbf == pytest.approx(0.75 * sign + pole / 2)
        assert row.moment_kipft == pytest.approx((0.75 * sign * 21 + pole / 2 * 9) / 1000)
        assert row.share == pytest.approx(row.shear_lbf / result.base.shear_lbf)
        assert (row.torsion_kipft, row.axial_lbf) == (0, 300)
        assert row.asd.shear_lbf == pytest.approx(0.6 * row.shear_lbf)
        assert row.asd.load_height_ft == pytest.approx(1000 * row.moment_kipft / row.shear_lbf)
    assert [row.name for row in result.per_pole] == ["pole 1", "pole 2"]
    assert any("share every force by statics" in sentence for sentence in trace.assumptions)
    assert [d.name for d in demands(result)] == ["pole 1", "pole 2"]


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("offset", [0.0, 1.5])
def test_poles_share_to_the_whole(ask: Ask, count: int, offset: float) -> None:
    """An open sign has Case A alone: shears, moments and dead loads of the poles add up."""
    element = cabinet(12, 6, 18, solidity=0.5, offset_ft=offset, weight_psf=10)
    poles = POLES | {"count": count, "spacing_ft": 4}
    result, _ = ask(element, poles=poles)
    rows = result.per_pole
    assert len(rows) == count
    assert sum(row.share for row in rows) == pytest.approx(1)
    assert sum(row.shear_lbf for row in rows) == pytest.approx(result.base.shear_lbf)
    assert sum(row.moment_kipft for row in rows) == pytest.approx(result.base.moment_kipft)
    assert sum(row.axial_lbf for row in rows) == pytest.approx(720)
    spread = [(k - (count - 1) / 2) * 4 for k in range(count)]
    couple = sum(row.shear_lbf * x for row, x in zip(rows, spread, strict=True))
    assert couple == pytest.approx(result.elements[0].force_lbf * offset, abs=1e-6)


def test_cabinet_outside_its_poles_lifts_one(ask: Ask) -> None:
    element = cabinet(6, 5, 20, offset_ft=9, weight_psf=10)
    result, trace = ask(element, poles=POLES)
    assert result.per_pole[0].axial_lbf < 0 < result.per_pole[1].axial_lbf
    assert "poles.uplift" in [c.code for c in trace.cautions]
    assert all(d.lateral_lbf > 0 and d.height_ft > 0 for d in demands(result))


def test_several_poles_need_a_spacing(ask: Ask) -> None:
    with pytest.raises(InvalidInput) as caught:
        ask((10, 6, 18), poles=POLES | {"spacing_ft": 0})
    assert caught.value.faults[0].pointer == "/sign/poles/spacing_ft"


def test_one_foundation(ask: Ask) -> None:
    result, _ = ask(cabinet(10, 6, 18, weight_psf=8))
    (demand,) = demands(result)
    assert demand.lateral_lbf == result.asd.shear_lbf
    assert demand.axial_lbf == 480
    assert demand.torsion_lbft == pytest.approx(1000 * result.asd.torsion_kipft)
    assert all(isinstance(number, Known) for number in astuple(demand)[:4])
    profile, _ = ask(site={"heights_ft": [15]})
    assert demands(profile) == ()


def test_torsion_without_a_trace_is_a_plain_number(
    pack_of: Callable[[str], Any],
) -> None:
    project = Inputs.read(
        {
            "site": {"wind_speed_mph": 115, "exposure": "C"},
            "sign": {"elements": [cabinet(10, 6, 18)]},
        }
    )
    (demand,) = demands(solve(ExposureInputs.of(project), pack_of("7-22"), Bare()))
    assert type(demand.torsion_lbft) is float


def test_a_date_is_no_edition(ask: Ask) -> None:
    source = {"wind_speed_source": "ATC Hazards by Location, ASCE 7-16, 2017-10-12"}
    _, trace = ask(site=source | {"heights_ft": [15]})
    assert trace.cautions == []


def test_the_foundation_gets_the_largest_shear_too(ask: Ask) -> None:
    """A long wall at grade and a sign above: Case C bends most, Case A pushes most."""
    result, trace = ask((80, 2, 0), (16, 6, 2.5))
    base, asd = result.base, result.asd
    assert base is not None
    assert asd is not None
    assert (base.case, base.largest_shear_case) == ("C", "A")
    assert base.largest_shear_lbf == max(case.shear_lbf for case in result.cases) > base.shear_lbf
    (demand,) = demands(result)
    assert demand.lateral_lbf == pytest.approx(0.6 * base.largest_shear_lbf)
    assert demand.lateral_lbf * demand.height_ft == pytest.approx(600 * base.moment_kipft)
    assert {row.shear_lbf for row in result.combinations} == {
        base.largest_shear_lbf,
        demand.lateral_lbf,
    }
    assert any("largest shear" in sentence for sentence in trace.assumptions)


@pytest.mark.parametrize("stacking", ["separate", "combined"])
def test_cabinets_that_overlap_need_not_be_neighbours(ask: Ask, stacking: str) -> None:
    apart = {"width_ft": 4.0, "height_ft": 3.0, "bottom_ft": 5.0, "offset_ft": 10.0}
    apart |= {"offset_ft": 4.0} if stacking == "combined" else {}
    _, trace = ask((4, 6, 4), apart, (4, 3, 5), stacking=stacking)
    told = [c.message for c in trace.cautions if c.code == "sign.cabinets_overlap"]
    # one face around all of them counts what overlaps once
    assert ["cabinet 1 and cabinet 3 overlap" in line for line in told] == (
        [True] if stacking == "separate" else []
    )


@pytest.mark.parametrize(
    ("site", "speed", "edition", "code"),
    [
        ({}, 84, "7-16", "wind.speed_below_map"),
        ({}, 201, "7-16", "wind.speed_outside_map"),
        ({"wind_speed_source": "ASCE 7-10 map"}, 115, "7-16", "wind.edition_mismatch"),
        ({"wind_speed_source": "7-05, 2025-07-16"}, 115, "7-16", "wind.edition_mismatch"),
        ({"wind_speed_source": "ASCE 7-98"}, 115, "7-16", "wind.edition_mismatch"),
        ({"risk_category": "IV"}, 115, "7-22", "wind.tornado_not_checked"),
    ],
)
def test_cautions(ask: Ask, site: dict[str, str], speed: float, edition: str, code: str) -> None:
    _, trace = ask(site=site | {"heights_ft": [15]}, speed=speed, edition=edition)
    assert [c.code for c in trace.cautions] == [code]


def test_no_cautions_without_cause(ask: Ask) -> None:
    for edition in ("7-10", "7-16", "7-22"):
        site = {"heights_ft": [15], "risk_category": "II"}
        site |= {"wind_speed_source": f"ASCE {edition} map"}
        _, trace = ask(site=site, edition=edition)
        assert not trace.cautions


def _examples() -> list[Path]:
    paths = sorted(EXAMPLES.glob("*.json"))
    named = {path: json.loads(path.read_text())["packs"] for path in paths}
    return [
        path
        for path, packs in named.items()
        if packs.get("exposure", "").startswith("asce7") and "building" not in packs
    ]


def _inputs(path: Path) -> tuple[Inputs, str]:
    document = json.loads(path.read_text(encoding="utf-8"))
    blocks = {
        name: document[name]
        for name in ("site", "local", "sign", "gust", "kz_method")
        if name in document
    }
    return Inputs.read(blocks), document["packs"]["exposure"]


@pytest.mark.parametrize(("path", "edition"), [
    pytest.param(path, edition, id=f"{edition}-{path.stem}")
    for path in _examples() for edition in ("7-10", "7-16", "7-22")
    if (path.stem, edition) != ("roof-sign", "7-10")  # which has no answer
])  # fmt: skip
def test_every_term_of_every_step_is_known(
    pack_of: Callable[[str], Any], path: Path, edition: str
) -> None:
    project, _ = _inputs(path)
    if edition == "7-22" and project.kz_method == "table":
        project = project.replace(kz_method="formula")
    trace = Trace()
    sections: Any = Catalogue().load("sections", "us_v1")[0]
    building: Any = Catalogue().load("building", f"asce{edition}_v1")[0]
    packs = pack_of(edition), trace, sections, building
    result = solve(inputs_of(located(project)), *packs)
    document = project.as_json()
    assert trace.steps
    for number, step in enumerate(trace.steps, 1):
        assert set(step.terms) == set(step.card.units)
        for term in step.terms.values():
            assert isinstance(term, Known), f"{step.card.name} has a bare term"
            kind, _, rest = term.origin.partition(" ")
            if kind == "step":
                assert 0 < int(rest) < number
                assert trace.steps[int(rest) - 1].value == term
            elif not term.origin.startswith(("exposure:/", "building:/", "sections:/")):
                assert present(document, term.origin)
                assert any(term.origin.startswith(read) for read in ALL)
    bare = Bare()
    asked = replace(result, combinations=[], alternatives=[])  # what nothing is calculated from
    assert solve(inputs_of(project), pack_of(edition), bare, sections, building) == asked


def test_needs() -> None:
    assert [*needs({})] == ["/site/wind_speed_mph", "/site/exposure", "/sign"]
    assert [*needs({"site": 3})] == ["/site/wind_speed_mph", "/site/exposure", "/sign"]
    assert [*needs({"site": {"heights_ft": [1]}})] == ["/site/wind_speed_mph", "/site/exposure"]


@settings(deadline=None, max_examples=60)
@given(
    sizes=st.lists(
        st.tuples(
            st.floats(1, 30),
            st.floats(1, 10),
            st.floats(0, 40).map(lambda x: round(x, 9)),
            st.floats(-6, 6).map(lambda x: round(x, 9)),
        ),
        min_size=1,
        max_size=4,
    ),
    edition=st.sampled_from(["7-10", "7-16", "7-22"]),
    count=st.integers(1, 3),
    stacking=st.sampled_from(["separate", "combined"]),
)
def test_any_sign_has_a_sensible_answer(
    ask: Ask,
    sizes: list[tuple[float, float, float, float]],
    edition: str,
    count: int,
    stacking: str,
) -> None:
    elements = [cabinet(w, s, b, offset_ft=x, weight_psf=8) for w, s, b, x in sizes]
    poles = POLES | {"count": count, "top_ft": 50}
    try:
        result, _ = ask(*elements, edition=edition, poles=poles, stacking=stacking)
    except NoAnswer as error:
        assert stacking == "combined"
        assert error.problem_code == "sign.not_one_face"  # noqa: PT017 - the same
        return
    base, asd = result.base, result.asd
    assert base.moment_kipft == max(case.moment_kipft for case in result.cases)
    assert 0 < base.load_height_ft < 60
    assert asd.shear_lbf == pytest.approx(0.6 * base.shear_lbf)
    assert base.torsion_kipft >= 0
    a = result.cases[0]
    assert a.shear_lbf == pytest.approx(sum(e.force_lbf for e in result.elements))
    if count > 1:
        assert sum(row.shear_lbf for row in result.per_pole) >= a.shear_lbf * (1 - 1e-9)
        assert sum(row.axial_lbf for row in result.per_pole) == pytest.approx(base.dead_load_lbf)
    for element in result.elements:
        if element.case_c:
            total = sum(region.force_lbf for region in element.case_c)
            assert 0.3 * element.force_lbf < total < 1.6 * element.force_lbf
