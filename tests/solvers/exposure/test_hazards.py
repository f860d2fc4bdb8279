"""An earthquake beside the wind at grade, and the weight of ice: by hand, and their laws."""

from math import pi, sqrt
from typing import Any

import pytest

from apex_cli import calculate, compare
from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.hazards import HazardsPack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.solve import solve

Found = dict[str, Any]
CABINET = {"name": "face", "width_ft": 10, "height_ft": 6, "bottom_ft": 18, "weight_psf": 8}
POLE = {"shape": "round", "width_in": 10.75, "weight_plf": 40.5}
PIPE = {"shape": "round", "width_in": 10.75, "weight_plf": 40.5, "wall_in": 0.365}
WALL = {"name": "wall", "width_ft": 12, "height_ft": 6, "bottom_ft": 0, "weight_psf": 84}
QUAKE = {"sds": 1.0, "s1": 0.4}
SITE = {"ss": 1.0, "fa": 1.1, "s1": 0.4, "fv": 1.6}
EDITIONS = ("7-10", "7-16", "7-22")


def document(edition: str = "7-22", *, site: Found | None = None, **sign: Any) -> Found:
    return {
        "schema_version": 1,
        "packs": {
            "exposure": f"asce{edition}_v1", "hazards": f"asce{edition}_v1",
            "footing": "ibc-2024_v1", "support": "aisc360-22_v1", "sections": "us_v1",
            "pricing": "v1",
        },
        "site": {
            "wind_speed_mph": 115, "exposure": "C", "risk_category": "II", **(site or {}),
        },
        "sign": {"elements": [CABINET], "poles": POLE, **sign},
        "soil": {"class": 4},
        "footing": {"type": "pier", "width_ft": 3},
        "support": {"method": "lrfd", "steel": {"material": "a53b"}},
        "pricing": {"addons": []},
    }  # fmt: skip


def asked(kind: Any = "exposure", edition: str = "7-22", **more: Any) -> Found:
    envelope: Found = calculate(kind, document(edition, **more))
    assert envelope["error"] is None
    return envelope


def shaken(quake: Found, edition: str = "7-22", category: str = "II", **sign: Any) -> Any:
    """The comparison, its numbers not rounded."""
    given = document(edition, site={"seismic": quake, "risk_category": category}, **sign)
    inputs = ExposureInputs.of(located(Inputs.read({key: given[key] for key in ("site", "sign")})))
    packs = [Catalogue().load(kind, f"asce{edition}_v1")[0] for kind in ("exposure", "hazards")]
    trace = Trace()
    found = solve(inputs, packs[0], trace, hazards=packs[1])  # type: ignore[arg-type] # - it is that of the wind, and the other
    assert found.seismic is not None
    return found.seismic, trace


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_pole_sign_by_hand(edition: str) -> None:
    found, _ = shaken(QUAKE | {"sd1": 0.6, "period_s": 0.4}, edition)
    pole, face = 40.5 * 24, 8 * 60
    weight = pole + face
    height = (pole * 12**2 + face * 21**2) / (pole * 12 + face * 21)
    assert (found.cs, found.cs_by, found.exponent) == (1 / 3, "short periods", 1)
    assert found.weight_lbf == weight
    assert found.load_height_ft == pytest.approx(height)
    assert found.shear_lbf == pytest.approx(weight / 3)
    assert found.moment_kipft == pytest.approx(weight / 3 * height / 1000)
    strength, asd = found.levels
    assert strength.shear_lbf == found.shear_lbf
    assert asd.shear_lbf == pytest.approx(0.7 * found.shear_lbf)
    assert asd.wind_shear_lbf == pytest.approx(0.6 * strength.wind_shear_lbf)
    assert asd.shear_ratio == pytest.approx(0.7 / 0.6 * strength.shear_ratio)
    assert strength.least_axial_lbf == pytest.approx((0.9 - 0.2) * weight)
    assert asd.least_axial_lbf == pytest.approx((0.6 - 0.7 * 0.2) * weight)
    assert not found.governs
    assert found.factor == pytest.approx(1 / max(asd.shear_ratio, asd.moment_ratio))


COEFFICIENTS: list[tuple[Found, str, float, str]] = [
    (QUAKE, "II", 1 / 3, "short periods"),
    (QUAKE, "IV", 0.5, "short periods"),
    (QUAKE | {"importance": 1.25}, "II", 1.25 / 3, "short periods"),
    (QUAKE | {"response_modification": 6.5}, "II", 1 / 6.5, "short periods"),
    (QUAKE | {"sd1": 0.6, "period_s": 1.0}, "II", 0.2, "the period"),
    (QUAKE | {"sd1": 0.6, "period_s": 1.0, "tl_s": 8}, "II", 0.2, "the period"),
    (QUAKE | {"sd1": 0.6, "period_s": 2.0, "tl_s": 1}, "II", 0.05, "the period"),
    (QUAKE | {"sd1": 0.06, "approximate_period": True}, "II", 0.092225, "the period"),
    (QUAKE | {"sd1": 0.6, "period_s": 9}, "III", 0.055, "the floor"),
    ({"sds": 0.05, "s1": 0.02}, "II", 0.03, "the floor"),
    ({"sds": 1, "s1": 0.75, "sd1": 0.5, "period_s": 2}, "II", 0.2, "S1"),
    ({"sds": 1, "s1": 0.6}, "II", 1 / 3, "short periods"),
    (QUAKE | {"period_s": 0.05}, "III", 0.375, "a rigid structure"),
    (SITE | {"period_s": 0.5}, "II", 0.73333 / 3, "short periods"),
    (SITE | {"period_s": 1}, "II", 0.42667 / 3, "the period"),
]  # fmt: skip


@pytest.mark.parametrize(("quake", "category", "cs", "by"), COEFFICIENTS)
def test_the_coefficient(quake: Found, category: str, cs: float, by: str) -> None:
    found, _ = shaken(quake, category=category)
    assert (found.cs, found.cs_by) == (pytest.approx(cs, rel=1e-4), by)


def test_the_period_is_that_of_the_estimate() -> None:
    found, _ = shaken(QUAKE | {"sd1": 0.6}, poles={**POLE, "wall_in": 0.365})
    result = asked(poles={**POLE, "wall_in": 0.365})["result"]
    assert found.period_s == pytest.approx(1 / result["natural_frequency_hz"], rel=1e-3)


def test_what_is_not_known_is_taken_for_the_most() -> None:
    found, trace = shaken(QUAKE | {"sd1": 0.1})
    assert (found.period_s, found.cs, found.exponent) == (None, 1 / 3, 2)
    said = " ".join(trace.assumptions)
    assert "No period is known" in said
    assert "exponent of long periods" in said
    _, trace = shaken(QUAKE | {"period_s": 1})
    assert any("Neither sd1 nor fv" in one for one in trace.assumptions)
    envelope = asked(site={"seismic": QUAKE, "risk_category": None})
    assert "No risk category is given: Ie is that of II." in envelope["assumptions"]


def test_a_wall_of_masonry_is_governed_by_the_earthquake() -> None:
    found, trace = shaken(QUAKE, elements=[WALL], poles=None)
    assert found.load_height_ft == 3
    assert found.moment_kipft == pytest.approx(84 * 72 / 3 * 3 / 1000)
    assert found.governs
    (told,) = [one for one in trace.cautions if one.code == "seismic.governs"]
    assert found.line in told.message
    assert found.factor == max(
        ratio for row in found.levels for ratio in (row.shear_ratio, row.moment_ratio)
    )
    light = {**WALL, "weight_psf": 10}
    assert not shaken(QUAKE, elements=[light], poles=None)[0].governs


def test_twice_the_weight_is_twice_the_earthquake() -> None:
    one, _ = shaken(QUAKE, elements=[WALL], poles=None)
    other, _ = shaken(QUAKE, elements=[{**WALL, "weight_psf": 168}], poles=None)
    assert other.shear_lbf == pytest.approx(2 * one.shear_lbf)
    assert other.levels[0].moment_ratio == pytest.approx(2 * one.levels[0].moment_ratio)


def test_stages_and_attachments_are_shaken_where_they_are() -> None:
    stages = [
        {**POLE, "bottom_ft": 0, "top_ft": 10},
        {**POLE, "width_in": 8, "bottom_ft": 10, "top_ft": 24},
    ]
    light = {"epa_ft2": 0, "height_ft": 24, "weight_lbf": 100}
    cut = {**CABINET, "area_ft2": 55, "centroid_ft": 2.8}
    found, _ = shaken(
        QUAKE | {"period_s": 0.3}, elements=[cut], poles={"stages": stages}, attachments=[light]
    )
    items = [(40.5 * 10, 5), (40.5 * 14, 17), (100, 24), (8 * 55, 20.8)]
    assert found.weight_lbf == pytest.approx(sum(w for w, _ in items))
    height = sum(w * z**2 for w, z in items) / sum(w * z for w, z in items)
    assert found.load_height_ft == pytest.approx(height)


def test_weights_on_the_ground_turn_nothing() -> None:
    light = {"epa_ft2": 1, "height_ft": 0, "weight_lbf": 50}
    bare = {**POLE, "weight_plf": None, "top_ft": 20}
    found, trace = shaken(QUAKE, elements=[], poles=bare, attachments=[light])
    assert (found.load_height_ft, found.moment_kipft) == (0, 0)
    assert "seismic.weight_missing" in {one.code for one in trace.cautions}


def test_no_earthquake_is_nothing_beside_the_wind() -> None:
    bare = {**POLE, "weight_plf": 1e-9, "top_ft": 20}
    found, _ = shaken({"sds": 0, "s1": 0}, elements=[], poles=bare)
    assert found.cs == 0.03
    rigid, _ = shaken({"sds": 0, "s1": 0, "period_s": 0.01}, elements=[], poles=bare)
    assert (rigid.factor, rigid.governs) == (None, False)
    assert "nothing beside the wind" in rigid.line


def test_without_any_weight_it_is_refused() -> None:
    sign: Found = {"elements": [{**CABINET, "weight_psf": None}], "poles": None}
    with pytest.raises(InvalidInput, match="no weight of the sign is known"):
        calculate("exposure", document(site={"seismic": QUAKE}, **sign))


@pytest.mark.parametrize(
    ("quake", "place"),
    [
        ({"s1": 0.4}, "sds"), ({"sds": 1}, "s1"), ({"s1": 0.4, "ss": 1}, "sds"),
        (QUAKE | {"ss": 1}, "ss"), (QUAKE | {"fa": 1}, "fa"),
        (QUAKE | {"sd1": 1, "fv": 1}, "fv"), (QUAKE | {"sds": -1}, "sds"),
        (QUAKE | {"period_s": 0}, "period_s"),
    ],
)  # fmt: skip
def test_what_is_refused(quake: Found, place: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        calculate("exposure", document(site={"seismic": quake}))
    assert [one.pointer for one in refused.value.faults] == [f"/site/seismic/{place}"]


def test_the_pack_is_asked_for() -> None:
    given = document(site={"seismic": QUAKE})
    del given["packs"]["hazards"]
    with pytest.raises(InvalidInput) as refused:
        calculate("exposure", given)
    assert [one.pointer for one in refused.value.faults] == ["/packs/hazards"]


def test_nothing_is_read_where_nothing_is_given() -> None:
    before = document()
    del before["packs"]["hazards"]
    before["sign"]["poles"] = PIPE
    one, other = calculate("all", before), calculate("all", document(poles=PIPE))
    assert one["content_sha256"] == other["content_sha256"]
    heights = {**document(site={"heights_ft": [20], "seismic": QUAKE})}
    del heights["sign"], heights["packs"]["hazards"]
    assert calculate("exposure", heights)["result"].keys() == other["result"]["exposure"].keys()


def test_what_is_looked_at_is_not_told_as_not_checked() -> None:
    told = asked(site={"seismic": QUAKE, "ice": {"thickness_in": 1}})["result"]["not_checked"]
    assert "seismic load" not in told
    assert "ice" not in told
    assert "wind on ice" in told


def iced(thickness: float = 1.0, kind: Any = "exposure", **more: Any) -> Found:
    site = {"ice": {"thickness_in": thickness, **more.pop("ice", {})}}
    return asked(kind, site=site, **more)


def test_ice_by_hand() -> None:
    camera = {"area_ft2": 3, "height_ft": 12, "offset_ft": 4, "weight_lbf": 60}
    hung = [camera, {"epa_ft2": 0, "height_ft": 9}]
    found, before = iced(attachments=hung)["result"], asked(attachments=hung)["result"]
    face = 56 * 0.8 * pi / 12 * 60
    pole = 56 * pi * (10.75 + 1) / 144 * 24
    small = 56 * 0.8 * pi / 12 * 3
    parts = {row["name"]: row["weight_lbf"] for row in found["ice"]["parts"]}
    assert parts == pytest.approx({"face": face, "poles": pole, "attachment 1": small}, abs=1e-3)
    base, dry = found["base"], before["base"]
    assert base["dead_load_lbf"] - dry["dead_load_lbf"] == pytest.approx(
        face + pole + small, abs=2e-3
    )
    assert base["dead_moment_kipft"] == pytest.approx((60 + small) * 4 / 1000, abs=1e-3)
    assert base["moment_kipft"] == dry["moment_kipft"]


def test_ice_is_not_there_where_it_helps() -> None:
    found, before = iced(kind="all", poles=PIPE)["result"], asked("all", poles=PIPE)["result"]
    wet, dry = (
        {row["name"]: row["axial_lbf"] for row in one["exposure"]["combinations"]}
        for one in (found, before)
    )
    assert wet["1.2D+1.0W"] > dry["1.2D+1.0W"]
    assert wet["D+0.6W"] > dry["D+0.6W"]
    assert (wet["0.9D+1.0W"], wet["0.6D+0.6W"]) == (dry["0.9D+1.0W"], dry["0.6D+0.6W"])
    wet, dry = (
        {row["combination"]: row["axial_lbf"] for row in one["support"]["reactions"]}
        for one in (found, before)
    )
    assert wet["1.2D+1.0W"] == pytest.approx(
        1.2 * found["exposure"]["base"]["dead_load_lbf"], abs=0.01
    )
    assert wet["0.9D+1.0W"] == dry["0.9D+1.0W"]
    assert found["support"]["ratio"] > before["support"]["ratio"]
    assert any("wind on ice" in one for one in found["support"]["not_checked"])
    assert not any("wind on ice" in one for one in before["support"]["not_checked"])
    assert (
        found["footing"]["bearing"]["pressure_psf"] > before["footing"]["bearing"]["pressure_psf"]
    )


def test_ice_of_no_thickness_changes_no_number() -> None:
    found, before = iced(0.0, "all", poles=PIPE)["result"], asked("all", poles=PIPE)["result"]
    del found["exposure"]["ice"]
    for part in ("exposure", "support"):
        told = found[part].pop("not_checked"), before[part].pop("not_checked")
        assert [one for one in told[0] if one not in told[1]]
    assert found == before


def test_a_slab_is_held_up_by_no_ice() -> None:
    slab = {"type": "spread", "thickness_ft": 1.5, "depth_ft": 3, "width_ft": 20}
    wet = calculate("footing", {**document(site={"ice": {"thickness_in": 2}}), "footing": slab})
    dry = calculate("footing", {**document(), "footing": slab})
    one, other = wet["result"], dry["result"]
    for key in ("overturning", "sliding"):
        assert one[key] == other[key]
    assert one["bearing"]["ratio"] > other["bearing"]["ratio"]


def test_two_poles_share_the_ice_and_no_ice_holds_one_down() -> None:
    far = {**CABINET, "width_ft": 12, "offset_ft": 9}
    poles = {**PIPE, "count": 2, "spacing_ft": 6, "weight_plf": 1}
    found = iced(kind="all", elements=[far], poles=poles)["result"]
    before = asked("all", elements=[far], poles=poles)["result"]
    wet, dry = (one["exposure"]["per_pole"] for one in (found, before))
    assert sum(row["axial_lbf"] for row in wet) == pytest.approx(
        found["exposure"]["base"]["dead_load_lbf"], abs=0.01
    )
    assert wet[0]["axial_lbf"] < dry[0]["axial_lbf"] < 0 < dry[1]["axial_lbf"] < wet[1]["axial_lbf"]


SHAPES = {
    "square": sqrt(2) * 10, "square_diagonal": sqrt(2) * 10, "hexagonal": 20 / sqrt(3),
    "octagonal": 10.8239220029,
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_the_cylinder_around_a_pole(shape: str) -> None:
    found = iced(poles={**POLE, "shape": shape, "width_in": 10})["result"]["ice"]["parts"]
    weight = 56 * pi * (SHAPES[shape] + 1) / 144 * 24
    assert found[1]["weight_lbf"] == pytest.approx(weight, abs=1e-3)


def test_a_rectangle_stages_and_another_density() -> None:
    named = {"section": "HSS8x6x1/4", "axis": "strong"}
    found = iced(poles=named, ice={"density_pcf": 57, "source": "map"})
    assert found["result"]["ice"]["parts"][1]["weight_lbf"] == pytest.approx(
        57 * pi * 11 / 144 * 24, abs=1e-3
    )
    assert not any("site.ice.source" in one for one in found["assumptions"])
    stages = [
        {**POLE, "bottom_ft": 0, "top_ft": 12},
        {**POLE, "width_in": 8, "bottom_ft": 10, "top_ft": 24},
    ]
    parts = iced(poles={"stages": stages})["result"]["ice"]["parts"]
    assert [row["name"] for row in parts] == ["face", "stage 1", "stage 2"]
    assert parts[2]["weight_lbf"] == pytest.approx(56 * pi * 9 / 144 * 12, abs=1e-3)
    assert len(iced(poles=None)["result"]["ice"]["parts"]) == 1


def test_a_sweep_finds_the_same() -> None:
    site = {"ice": {"thickness_in": 1}, "seismic": QUAKE}
    given = document(site=site)
    inputs = ExposureInputs.of(Inputs.read({key: given[key] for key in ("site", "sign")}))
    wind, beside = (Catalogue().load(kind, "asce7-22_v1")[0] for kind in ("exposure", "hazards"))
    assert isinstance(beside, HazardsPack)
    told, silent = (solve(inputs, wind, trace, hazards=beside) for trace in (Trace(), Bare()))  # type: ignore[arg-type] # - it is that of the wind
    assert (told.base, told.acting, told.asd) == (silent.base, silent.acting, silent.asd)
    assert silent.seismic is None


def test_editions_go_together() -> None:
    found = compare(document(site={"seismic": QUAKE}), editions=True)
    named = [row["overrides"] for row in found["result"]["cases"][1:]]
    assert named
    for row in named:
        assert row.get("packs.exposure") == row.get("packs.hazards")
