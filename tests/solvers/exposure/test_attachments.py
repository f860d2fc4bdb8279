"""Lights, cameras, arms and flags on a sign, and poles that stand bare."""

from typing import Any

import pytest

from apex_cli import calculate
from apex_cli.envelope.numbers import plain
from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.acting import Hung
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.solve import solve

Found = dict[str, Any]
CABINET = {"name": "face", "width_ft": 10, "height_ft": 6, "bottom_ft": 18, "weight_psf": 8}
POLE = {"shape": "round", "width_in": 10.75, "wall_in": 0.365, "weight_plf": 40.5}
CAMERA = {"name": "camera", "area_ft2": 3, "height_ft": 12, "offset_ft": 4, "weight_lbf": 60}
LIGHTS = [
    CAMERA,
    {"name": "light", "epa_ft2": 2.5, "height_ft": 22.7, "offset_ft": -3, "weight_lbf": 35},
    {"name": "arm", "area_ft2": 1.1, "cf": 1.2, "height_ft": 9, "weight_lbf": 20},
]


def document(*attachments: Found, edition: str = "7-22", **sign: Any) -> Found:
    return {
        "schema_version": 1,
        "packs": {
            "exposure": f"asce{edition}_v1", "footing": "ibc-2024_v1", "sections": "us_v1",
            "support": "aisc360-22_v1", "pricing": "v1",
        },
        "site": {"wind_speed_mph": 115, "risk_category": "II", "exposure": "C"},
        "sign": {
            "elements": [CABINET], "poles": POLE, "attachments": list(attachments), **sign,
        },
        "soil": {"class": 4},
        "footing": {"type": "pier", "width_ft": 3},
        "support": {"method": "lrfd", "steel": {"material": "a53b"}},
        "pricing": {"addons": []},
    }  # fmt: skip


def solved(
    *attachments: Found, trace: Bare | None = None, edition: str = "7-22", **sign: Any
) -> Any:
    given = document(*attachments, edition=edition, **sign)
    inputs = ExposureInputs.of(located(Inputs.read({key: given[key] for key in ("site", "sign")})))
    pack, _ = Catalogue().load("exposure", f"asce{edition}_v1")
    return solve(inputs, pack, trace or Trace())  # type: ignore[arg-type] # - it is that of the wind


def asked(kind: Any, *attachments: Found, **sign: Any) -> Found:
    envelope: Found = calculate(kind, document(*attachments, **sign))
    assert envelope["error"] is None
    return envelope


@pytest.mark.parametrize("edition", ["7-10", "7-16", "7-22"])
def test_an_area_is_the_share_of_a_small_cabinet(edition: str) -> None:
    small = {"name": "small", "width_ft": 0.5, "height_ft": 0.5, "bottom_ft": 11.75}
    both = solved(edition=edition, elements=[CABINET, small])
    cabinet = both.elements[1]
    here = {"area_ft2": 0.25, "cf": cabinet.cf, "height_ft": 12}
    alike = solved(here, edition=edition)
    assert alike.elements[-1].force_lbf == pytest.approx(cabinet.force_lbf, rel=1e-6)
    given = {"epa_ft2": 0.25 * cabinet.cf, "height_ft": 12}
    assert solved(given, edition=edition).base.shear_lbf == pytest.approx(alike.base.shear_lbf)
    plainly = solved(edition=edition)
    assert alike.base.shear_lbf - plainly.base.shear_lbf == pytest.approx(cabinet.force_lbf)


def test_by_hand() -> None:
    found, bare = solved(CAMERA), solved()
    row = found.elements[-1]
    k_z = 2.41 * (15 / 2460) ** (2 / 9.8)
    force = 0.00256 * k_z * 115**2 * 0.85 * 0.85 * 2.0 * 3
    assert (row.cf, row.kd, row.force_lbf) == (2, 0.85, pytest.approx(force))
    assert found.base.shear_lbf == pytest.approx(bare.base.shear_lbf + force)
    assert found.base.moment_kipft == pytest.approx(bare.base.moment_kipft + force * 12 / 1000)
    assert found.base.torsion_kipft == pytest.approx(bare.base.torsion_kipft + force * 4 / 1000)
    assert found.base.dead_load_lbf == pytest.approx(bare.base.dead_load_lbf + 60)
    assert found.base.dead_moment_kipft == pytest.approx(60 * 4 / 1000)
    assert found.acting.hung[-1] == Hung(60, 12, 12, 4)


def test_nothing_changes_nothing() -> None:
    before = solved()
    nothing = {"name": "none", "epa_ft2": 0, "height_ft": 40, "offset_ft": 30}
    assert plain(solved(nothing)) == plain(before)
    assert plain(solved({**nothing, "weight_lbf": 0})) == plain(before)
    assert plain(solved({"area_ft2": 0, "cf": 1, "height_ft": 9})) == plain(before)


@pytest.mark.parametrize("count", [1, 2])
def test_the_order_does_not_matter(count: int) -> None:
    poles = {**POLE, "count": count, "spacing_ft": 6}
    one, other = solved(*LIGHTS, poles=poles), solved(*LIGHTS[::-1], poles=poles)
    keys = ("base", "asd", "cases", "combinations", "per_pole", "natural_frequency_hz")
    assert [plain(getattr(one, key)) for key in keys] == [
        plain(getattr(other, key)) for key in keys
    ]


TWO: Found = {"poles": {**POLE, "count": 2, "spacing_ft": 6}}
BARE: Found = {"elements": [], "poles": {**POLE, "top_ft": 24}}


@pytest.mark.parametrize("sign", [{}, TWO, BARE])
def test_a_sweep_finds_the_same(sign: Found) -> None:
    told, silent = solved(*LIGHTS, **sign), solved(*LIGHTS, trace=Bare(), **sign)
    assert (told.base, told.asd, told.per_pole) == (silent.base, silent.asd, silent.per_pole)
    assert told.acting == silent.acting


def test_wind_along_the_sign_meets_them_too() -> None:
    thin = {**CABINET, "width_ft": 1, "thickness_ft": 3}
    found = solved({**CAMERA, "area_ft2": 40}, elements=[thin])
    side = [one for one in found.elements if one.name.endswith(", side")]
    row = next(one for one in side if one.kind == "attachment")
    front = next(one for one in found.elements if one.name == "camera")
    assert (row.force_lbf, row.offset_ft) == (front.force_lbf, None)
    blown = [blow for blow in found.acting.blows if blow.direction == "side"]
    assert all(any(load.force == row.force_lbf for load in blow.loads) for blow in blown)


def test_the_least_pressure_is_held() -> None:
    given = document({"epa_ft2": 2, "height_ft": 10})
    given["site"]["wind_speed_mph"] = 60
    row = calculate("exposure", given)["result"]["elements"][-1]
    assert (row["minimum_governs"], row["force_lbf"]) == (True, 32)


def test_the_frequency_has_their_mass() -> None:
    heavy = {**CAMERA, "epa_ft2": 0, "area_ft2": None, "height_ft": 23, "weight_lbf": 900}
    without = solved().natural_frequency_hz
    assert solved(heavy).natural_frequency_hz < 0.9 * without
    assert solved({"epa_ft2": 1, "height_ft": 20}).natural_frequency_hz is None


def test_what_is_told() -> None:
    trace = Trace()
    solved(CAMERA, {"epa_ft2": 1, "height_ft": 40}, trace=trace)
    said = " ".join(trace.assumptions)
    assert "Cf = 2, that of a flat-sided member" in said
    assert "effective projected area comes from" in said
    warned = {one.code: one.message for one in trace.cautions}
    assert "Not every attachment" in warned["dead.weight_missing"]
    assert "attachment 2 hangs at 40 ft" in warned["sign.attachment_above"]
    quiet = Trace()
    solved({"epa_ft2": 1, "height_ft": 20, "weight_lbf": 5, "source": "maker"}, trace=quiet)
    assert not any("Cf = 2" in one or "comes from" in one for one in quiet.assumptions)
    assert not quiet.cautions


def test_the_pole_feels_them_above_each_height() -> None:
    before, after = asked("all")["result"], asked("all", CAMERA)["result"]
    assert after["support"]["ratio"] > before["support"]["ratio"]
    low = asked("all", {**CAMERA, "height_ft": 0.5})["result"]["support"]
    force = after["exposure"]["elements"][-1]["force_lbf"]
    shear = [row["support"]["reactions"][0]["shear_lbf"] for row in (before, after)]
    assert shear[1] - shear[0] == pytest.approx(force, abs=0.01)
    assert low["ratio"] < after["support"]["ratio"]
    assert after["footing"]["axial_lbf"] == before["footing"]["axial_lbf"] + 60
    assert after["footing"]["required_depth_ft"] > before["footing"]["required_depth_ft"]


def test_a_weight_that_is_missing_is_missed_in_the_steel() -> None:
    found = asked("support", {"epa_ft2": 1, "height_ft": 9}, {"epa_ft2": 0, "height_ft": 9})
    told = next(one for one in found["warnings"] if one["code"] == "support.weight_missing")
    assert "known of attachment 1:" in told["message"]


def test_bare_poles_are_answered_from_every_side() -> None:
    envelope = asked("all", LIGHTS[1], **BARE)
    assert any("the poles stand bare" in one for one in envelope["assumptions"])
    found = envelope["result"]
    wind = found["exposure"]
    assert (wind["height_ft"], wind["natural_frequency_hz"]) == (24, None)
    assert [one["name"] for one in wind["elements"]] == [
        "pole", "light", "pole, side", "light, side",
    ]  # fmt: skip
    front, side = wind["asd"]["directions"]
    assert front["moment_kipft"] == side["moment_kipft"]
    assert side["load_height_ft"] > front["load_height_ft"]  # along the sign the weight leans too
    assert wind["base"]["dead_load_lbf"] == 24 * 40.5 + 35
    assert not any("along the sign" in one for one in wind["not_checked"])
    assert found["pricing"]["total_usd"] > 0
    assert found["support"]["ratio"] > 0
    row = wind["elements"][0]
    assert row["area_ft2"] == pytest.approx(24 * 10.75 / 12)


def test_two_bare_poles_share_it() -> None:
    poles = {**POLE, "count": 2, "spacing_ft": 8, "top_ft": 24}
    found = asked("exposure", CAMERA, elements=[], poles=poles)["result"]
    near, far = found["per_pole"][1], found["per_pole"][0]
    force = found["elements"][-1]["force_lbf"]
    beside = near["shear_lbf"] - far["shear_lbf"]  # wind along the sign brings half to either
    assert beside == pytest.approx(force / 2, abs=0.01)
    assert asked("exposure", elements=[], poles=poles)["result"]["per_pole"][0]["share"] == 0.5


def test_bare_poles_of_stages_say_where_they_end() -> None:
    upper = {**POLE, "width_in": 8.625, "bottom_ft": 12, "top_ft": 20}
    stages = [{**POLE, "bottom_ft": 0, "top_ft": 12}, upper]
    assert asked("exposure", elements=[], poles={"stages": stages})["result"]["height_ft"] == 20


@pytest.mark.parametrize("sign", [{"poles": None}, {"poles": POLE}])
def test_nothing_that_stands_is_refused(sign: Found) -> None:
    with pytest.raises(InvalidInput) as refused:
        calculate("exposure", document(elements=[], **sign))
    assert [fault.pointer for fault in refused.value.faults] == ["/sign/elements"]


@pytest.mark.parametrize(
    ("attachment", "place"),
    [
        ({"height_ft": 9}, "epa_ft2"),
        ({"height_ft": 9, "epa_ft2": 1, "area_ft2": 1}, "area_ft2"),
        ({"height_ft": 9, "epa_ft2": 1, "cf": 1}, "cf"),
        ({"height_ft": 9, "epa_ft2": 1, "kind": "flag"}, "source"),
        ({"height_ft": 9, "epa_ft2": -1}, "epa_ft2"),
        ({"height_ft": 9, "epa_ft2": "3 ft"}, "epa_ft2"),
        ({"epa_ft2": 1}, "height_ft"),
    ],
)
def test_what_is_refused(attachment: Found, place: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        calculate("exposure", document(attachment))
    assert [one.pointer for one in refused.value.faults] == [f"/sign/attachments/0/{place}"]


def test_a_flag_has_somebody_elses_drag() -> None:
    with pytest.raises(NoAnswer, match="NAAMM") as refused:
        solved({"kind": "flag", "area_ft2": 40, "height_ft": 20})
    assert refused.value.problem_code == "sign.flag_not_covered"
    flag = {"kind": "flag", "epa_ft2": 3, "height_ft": 20, "source": "NAAMM FP 1001-07"}
    assert solved(flag).elements[-1].force_lbf > 0


def test_quantities_are_text_too() -> None:
    one, other = {"epa_ft2": "144 in2", "height_ft": "10'"}, {"epa_ft2": 1, "height_ft": 10}
    first, second = (asked("exposure", given)["content_sha256"] for given in (one, other))
    assert first == second


def test_bare_poles_have_no_face_for_the_gust() -> None:
    for method in ("rigid", "flexible"):
        given = {**document(**BARE), "gust": {"method": method, "natural_frequency_hz": 0.8}}
        with pytest.raises(NoAnswer) as refused:
            calculate("exposure", given)
        assert refused.value.problem_code == "gust.bare_poles_not_covered"


def test_poles_that_end_below_a_cabinet_are_still_refused() -> None:
    with pytest.raises(InvalidInput, match="end below"):
        solved(poles={**POLE, "top_ft": 9})
