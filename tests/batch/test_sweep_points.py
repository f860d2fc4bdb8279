"""A sweep remembers what neighbours share, and answers as if it did not."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apex_cli.batch.axes import Axis, axis
from apex_cli.batch.points import Points
from apex_cli.batch.sweep import sweep
from apex_cli.errors import ApexError, InvalidInput, UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import Assignment, apply
from apex_cli.run import tapes
from apex_cli.run.chain import run
from apex_cli.run.table import CALCULATIONS
from apex_cli.vocabulary import CalculationKind, without_nulls

EXAMPLES = Path(__file__).parents[2] / "examples"
CATALOGUE = Catalogue()


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = without_nulls(json.loads((EXAMPLES / f"{name}.json").read_bytes()))
    return found


@pytest.mark.parametrize(
    ("kind", "name", "vary"),
    [
        ("all", "pole-sign", ["footing.width_ft=2:4:1", "site.wind_speed_mph=90:150:30"]),
        ("all", "two-pole-pylon", ["soil.class=3,4,5", "sign.poles.count=2,3,4"]),
        ("footing", "pole-sign", ["site.exposure=B,C", "site.frost_depth_in=10,60"]),
        ("exposure", "pole-sign", ["packs.exposure=asce7-16_v1,asce7-22_v1", "gust.method=rigid"]),
        ("footing", "bare-footing", ["footing.depth_ft=null,6,20", "loads.lateral_lbf=500,5000"]),
        ("all", "pole-sign", ["sign.elements.0.width_ft=5,10", "sign.elements.0.bottom_ft=0,18"]),
        ("all", "pole-sign", ["pricing.quantity=1,2,3", "footing.width_ft=-1,3"]),
        ("footing", "bare-footing", ["footing.type=pier,spread", "footing.width_ft=4,6,9"]),
        ("support", "pole-sign-support", [
            "sign.poles.section=PIPE8STD,PIPE10STD,PIPE12STD,HSS8x8x1/4,NOPE",
            "site.wind_speed_mph=100,150",
        ]),
        ("all", "pole-sign-support", [
            "sign.poles.section=PIPE10STD,PIPE12STD", "support.method=lrfd,asd",
            "sign.poles.count=1,2",
        ]),
        ("all", "stepped-pylon", [
            "sign.poles.stages.1.section=PIPE8STD,PIPE10STD,PIPE12STD,PIPE9",
            "sign.poles.stages.0.top_ft=14,16,12",
        ]),
    ],
)  # fmt: skip
def test_every_row_is_the_answer_of_its_own_project(
    kind: CalculationKind, name: str, vary: list[str]
) -> None:
    axes = tuple(map(axis, vary))
    found = sweep(kind, document(name), axes, CATALOGUE)
    for row in found.rows:
        changes = [Assignment(one.parts, row["values"][one.path]) for one in axes]
        changed = apply(document(name), changes)
        if row["error"]:
            with pytest.raises(ApexError) as caught:
                run(kind, changed, CATALOGUE)
            assert row["error"] == caught.value.problem_code
            continue
        envelope = run(kind, changed, CATALOGUE)
        result = envelope["result"]
        footing = result.get("footing", {}) if kind == "all" else result
        exposure = result.get("exposure", {}) if kind == "all" else result
        assert row["depth_ft"] == footing.get("depth_ft")
        assert row["concrete_yd3"] == footing.get("concrete_yd3")
        support = result.get("support", {}) if kind == "all" else result
        if kind in {"all", "support"}:
            assert row["steel_ratio"] == support.get("ratio")
            assert row["pole_lbf"] == support.get("quantities", {}).get("pole_lbf")
        if kind in {"all", "exposure"}:
            assert row["velocity_pressure_psf"] == exposure.get("velocity_pressure_psf")
        failed = [check["id"] for check in envelope["checks"] if not check["passed"]]
        assert row["failed_checks"] == failed
        assert row["passes"] == (not failed)


def test_a_named_section_is_varied() -> None:
    varied = {**document("stepped-pylon")}
    varied["sign"] = {**varied["sign"], "poles": {"section": "PIPE12STD", "top_ft": 30}}
    axes = (axis("sign.poles.section=PIPE8STD,PIPE10STD,PIPE12XS"), axis("footing.width_ft=2.5,3"))
    found = sweep("all", varied, axes, CATALOGUE)
    for row in found.rows:
        changes = [Assignment(one.parts, row["values"][one.path]) for one in axes]
        result = run("all", apply(varied, changes), CATALOGUE)["result"]
        assert row["concrete_yd3"] == result["footing"]["concrete_yd3"]
        assert row["moment_kipft"] == result["exposure"]["base"]["moment_kipft"]
    assert len({row["moment_kipft"] for row in found.rows}) == 3


def test_what_no_axis_touches_is_solved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tapes, "PATIENCE", 99)  # without a tape
    solved: list[str] = []
    for part, calculation in CALCULATIONS.items():

        def counting(chain: Any, part: Any = part, solve: Any = calculation.solve) -> Any:
            solved.append(part)
            return solve(chain)

        counted = calculation._replace(solve=counting)
        monkeypatch.setitem(CALCULATIONS, part, counted)
    sweep("footing", document("pole-sign"), (axis("footing.width_ft=2:6:0.5"),), CATALOGUE)
    assert solved.count("exposure") <= 2
    assert solved.count("footing") == 9


def test_a_project_that_is_valid_nowhere_is_refused() -> None:
    with pytest.raises(InvalidInput):
        sweep("footing", document("bare-footing"), (axis("footing.width_ft=0.01"),), CATALOGUE)


def test_a_grid_without_any_answer_has_no_cheapest() -> None:
    heavy = axis("loads.lateral_lbf=5000000,6000000")
    found = sweep("footing", document("bare-footing"), (heavy,), CATALOGUE)
    assert (found.cheapest, found.cheapest_by) == (None, None)
    assert [row["error"] for row in found.rows] == ["footing.no_depth"] * 2


def test_a_path_that_is_not_read_is_refused() -> None:
    with pytest.raises(UsageError, match="does not read it"):
        sweep("exposure", document("pole-sign"), (axis("footing.width_ft=2,3"),), CATALOGUE)


@given(st.integers(-1000, 1000), st.integers(1, 500), st.integers(0, 60), st.integers(0, 3))
def test_steps_are_decimal(start: int, step: int, count: int, places: int) -> None:
    unit = 10**places
    first, last, width = (f"{n / unit:.{places}f}" for n in (start, start + step * count, step))
    found = axis(f"a.b={first}:{last}:{width}").values
    assert list(found) == [(start + step * n) / unit for n in range(count + 1)]
    assert found[-1] == float(last)


def test_the_range_stops_before_what_it_does_not_reach() -> None:
    assert axis("a.b=1:2:0.4").values == (1, 1.4, 1.8)
    assert axis("a.b=3:1:-1").values == (3, 2, 1)
    assert Axis("a/b", ("a/b", "c~"), ()).pointer == "/a~1b/c~0"
    assert Points.__doc__


@pytest.fixture
def shop(tmp_path: Path) -> Catalogue:
    """A book in which all rows but the first are add-ons: only some of them ask for a footing."""
    text = (EXAMPLES.parent / "packs" / "pricing_example-shop_v1.yaml").read_text("utf-8")
    text = text.replace("select: always", "select: addon").replace("ref: example-shop", "ref: free")
    text = text.replace("select: addon", "select: always", 1)
    (tmp_path / "pricing_free_v1.yaml").write_text(text, "utf-8")
    return Catalogue([tmp_path])


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("pricing.addons", ([], ["concrete"])),
        ("pricing.addons.0", ("calc_packet", "concrete")),
        ("pricing", ({"addons": [], "quantity": 1}, {"addons": ["concrete"], "quantity": 1})),
    ],
)
def test_addons_decide_what_is_calculated(
    shop: Catalogue, path: str, values: tuple[Any, ...]
) -> None:
    project = document("pole-sign")
    project["packs"]["pricing"] = "free_v1"
    axes = (Axis(path, tuple(path.split(".")), values), axis("footing.width_ft=3,5"))
    found = sweep("pricing", project, axes, shop)
    assert [row["error"] for row in found.rows] == [None] * 4
    for row in found.rows:
        changes = [Assignment(one.parts, row["values"][one.path]) for one in axes]
        project = document("pole-sign")
        project["packs"]["pricing"] = "free_v1"
        single = run("pricing", apply(project, changes), shop)
        assert row["total_usd"] == single["result"]["total_usd"]
    assert found.rows[2]["total_usd"] < found.rows[3]["total_usd"]


def test_what_no_point_reads_is_refused_after_the_last(shop: Catalogue) -> None:
    project = document("pole-sign")
    project["packs"]["pricing"] = "free_v1"
    none = axis("pricing.addons=[],null")
    with pytest.raises(UsageError, match=r"footing\.width_ft is varied"):
        sweep("pricing", project, (none, axis("footing.width_ft=3,5")), shop)
    unknown = Axis("pricing.addons", ("pricing", "addons"), ([], 5))
    found = sweep("pricing", project, (unknown, axis("footing.width_ft=3,5")), shop)
    assert [row["error"] for row in found.rows][2:] == ["project.invalid"] * 2


def test_loads_that_the_project_does_not_have_may_be_varied() -> None:
    given = document("bare-footing")["loads"] | {"replaces_wind": True}
    loads = (given, {**given, "lateral_lbf": 2000})
    found = sweep("footing", document("pole-sign"), (Axis("loads", ("loads",), loads),), CATALOGUE)
    assert found.rows[0]["depth_ft"] < found.rows[1]["depth_ft"]


def test_of_sections_the_lightest_that_passes_is_the_cheapest() -> None:
    sections = axis("sign.poles.section=PIPE12STD,PIPE8STD,PIPE10STD")
    found = sweep("support", document("pole-sign-support"), (sections,), CATALOGUE)
    assert found.cheapest_by == "pole_lbf"
    assert [row["passes"] for row in found.rows] == [True, False, True]
    assert found.cheapest == 2, "a 10 in pipe is lighter than one of 12 in; one of 8 in fails"
    assert [row["pole_lbf"] for row in found.rows] == pytest.approx([49.6 * 24, 28.6 * 24, 972])
