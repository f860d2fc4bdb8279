"""How far numbers may move: published inverses, closed forms, and flips on the full calculation."""

import copy
import json
import random
from math import sqrt
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.limits import envelope, exit_code, limits
from apex_cli.audit.locked import asked
from apex_cli.audit.movable import movables
from apex_cli.audit.neighbours import Neighbours
from apex_cli.errors import ApexError, InvalidInput, UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.pointer import value_at
from apex_cli.project import store
from apex_cli.project.edit import Assignment, apply
from apex_cli.run.chain import run
from apex_cli.run.prepare import prepare

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def document(name: str, **blocks: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    for block, values in blocks.items():
        found[block] |= values
    return found


def row(found: Any, path: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = found.result["limits"]
    return next(one for one in rows if one["path"] == path)


def pier(P: float, h: float, b: float, d: float, S: float) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "packs": {"footing": "ibc-2021_v1"},
        "soil": {"lateral_psf_per_ft": S},
        "loads": {"lateral_lbf": P, "height_ft": h, "level": "asd"},
        "footing": {"type": "pier", "width_ft": b, "depth_ft": d},
    }


@pytest.mark.parametrize(
    ("given", "path", "side", "printed"),
    [
        # roughlogic.com, worked example pole-embedment-depth, run backwards
        (pier(150, 4, 0.5, 4.33332, 300), "loads.lateral_lbf", "passes_to", (200, 0.01)),
        # TypeHaus, entry_column_base_fixity, run backwards: 150 psf/ft, doubled
        (pier(200, 4.54, 1, 3.39, 400), "soil.lateral_psf_per_ft", "passes_from", (300, 2.5)),
        # a public repository's test; 9.5925 before it steps by inches to 9.58333
        (pier(5400, 37.25, 12, 10, 200), "footing.width_ft", "passes_from", (9.58333, 0.05)),
    ],
)
def test_published_calculations_run_backwards(
    given: dict[str, Any], path: str, side: str, printed: tuple[float, float]
) -> None:
    (found,) = limits(given, Catalogue(), [path]).result["limits"]
    assert found[side] == pytest.approx(printed[0], abs=printed[1])
    assert found["first_to_fail"] == "pier.depth"


def test_equation_18_1_inverted(catalogue: Catalogue) -> None:
    """A = d^2 / (d + 1.09 h) is the inverse of d = 0.5 A (1 + sqrt(1 + 4.36 h / A)), exactly."""
    P, h, b, d, S = 1000.0, 15.0, 2.0, 8.5, 150.0
    found = limits(pier(P, h, b, d, S), catalogue)
    A, S1 = d**2 / (d + 1.09 * h), S * d / 3
    given, rel = 2.34 * P / (S1 * b), 2e-6
    assert row(found, "loads.lateral_lbf")["passes_to"] == pytest.approx(A * S1 * b / 2.34, rel=rel)
    least = 2.34 * P / (A * b) / (d / 3)
    assert row(found, "soil.lateral_psf_per_ft")["passes_from"] == pytest.approx(least, rel=rel)
    narrow = 2.34 * P / (A * S1)
    assert row(found, "footing.width_ft")["passes_from"] == pytest.approx(narrow, rel=rel)
    arm = (d**2 / given - d) / 1.09
    assert row(found, "loads.height_ft")["passes_to"] == pytest.approx(arm, rel=rel)


def test_a_force_grows_with_the_square_of_the_speed(catalogue: Catalogue) -> None:
    """Above the floor of 16 psf the arm stays, so that V* = V sqrt(capacity / demand)."""
    given = document("pole-sign", site={"wind_speed_mph": 160})
    found = limits(given, catalogue, ["site.wind_speed_mph"])
    check = next(one for one in found.beside["trace"].checks if one.id == "pier.lateral")
    speed = 160 * sqrt(check.capacity / check.demand)
    good = row(found, "site.wind_speed_mph")
    assert good["passes_to"] == pytest.approx(speed, rel=2e-6)
    assert good["nominal_passes_to"] == pytest.approx(speed * sqrt(0.6), rel=2e-6)


def test_a_sign_that_bears_648_lbf_is_good_up_to_155_mph(catalogue: Catalogue) -> None:
    """The published sign of 7.48 ft2 in Exposure D, run backwards: its pier bears 0.6 of 648 lbf.

    Beneath it is a pier that is as deep as Eq. 18-1 asks for that force at its height.
    """
    S, b, h, P = 150.0, 1.5, 18.5, 0.6 * 648
    given = pier(P, h, b, 1, S)
    (depth,) = limits(given, catalogue, ["footing.depth_ft"]).result["limits"]
    sign = {"width_ft": 3, "height_ft": 3, "bottom_ft": 17, "area_ft2": 7.48}
    project = {
        "schema_version": 1,
        "packs": {"footing": "ibc-2021_v1", "exposure": "asce7-10_v1"},
        "site": {"wind_speed_mph": 115, "exposure": "D"},
        "sign": {"elements": [{**sign, "weight_psf": 1}]},
        "soil": {"lateral_psf_per_ft": S},
        "footing": {"type": "pier", "width_ft": b, "depth_ft": depth["passes_from"]},
    }
    (good,) = limits(project, catalogue, ["site.wind_speed_mph"]).result["limits"]
    assert good["passes_to"] == pytest.approx(155, abs=0.1)


def test_sizes_are_held_as_the_answer_builds_them(catalogue: Catalogue) -> None:
    given = document("pole-sign")
    held = limits(given, catalogue, ["/site/wind_speed_mph", "footing.depth_ft"])
    assert held.result["held"] == [{"path": "footing.depth_ft", "value": 7.5}]
    assert [one["path"] for one in held.result["limits"]] == [
        "footing.depth_ft", "site.wind_speed_mph",
    ]  # fmt: skip
    assert held.beside["trace"].assumptions[0].startswith("footing.depth_ft is held at 7.5")
    free = limits(given, catalogue, ["site.wind_speed_mph"], free=True)
    assert free.result["held"] == []
    assert row(free, "site.wind_speed_mph")["passes_to"] is None
    pad = limits(document("monument-sign"), catalogue, ["site.kzt"]).result
    assert [one["path"] for one in pad["held"]] == ["footing.width_ft", "footing.depth_ft"]
    long = document("monument-sign")
    long["footing"] = {"type": "spread", "aspect_ratio": 1.5}
    assert [one["path"] for one in limits(long, catalogue, ["site.kzt"]).result["held"]] == [
        "footing.width_ft", "footing.depth_ft", "footing.length_ft",
    ]  # fmt: skip


def test_what_fails_now_is_told_where_it_would_pass(catalogue: Catalogue) -> None:
    found = limits(document("pole-sign", footing={"depth_ft": 6}), catalogue, ["site", "footing"])
    assert (found.result["verdict"], exit_code(found.result)) == ("FAIL", 1)
    depth, kzt = row(found, "footing.depth_ft"), row(found, "site.kzt")
    assert not depth["passes"]
    assert depth["passes_from"] == pytest.approx(7.2991, abs=1e-3)
    assert depth["first_to_fail"] == "pier.depth"
    assert depth["factor"] == pytest.approx(7.2991 / 6, abs=1e-3)
    assert (kzt["intervals"], kzt["first_to_fail"], kzt["passes_from"]) == ([], None, None)
    assert [one["intervals"] for one in found.result["limits"]][-1] == []


def test_where_passing_is_no_single_interval_all_are_told(catalogue: Catalogue) -> None:
    """From 6 ft the wall's clear height decides otherwise: it passes again up to 6.6 ft."""
    (found,) = limits(document("monument-sign"), catalogue, ["sign.elements.0.height_ft"]).result[
        "limits"
    ]
    (_, first), (second, third) = found["intervals"]
    assert first < 5.9 < second < third
    assert (found["passes_from"], found["passes_to"]) == (None, first)


def test_whole_numbers_and_refusals(catalogue: Catalogue) -> None:
    found = limits(document("pole-sign"), catalogue, ["sign.poles"])
    count, top = row(found, "sign.poles.count"), row(found, "sign.poles.top_ft")
    assert (count["passes_to"], count["above"]["at"], count["factor"]) == (1, 2, 2)
    assert (top["passes_from"], top["first_to_fail"]) == (18, "project.invalid")
    assert top["below"]["fails"] == []
    assert top["below"]["detail"]
    assert count["unit"] is None
    (stage,) = limits(
        document("stepped-pylon"), catalogue, ["sign.poles.stages.1.bottom_ft"]
    ).result["limits"]
    assert (stage["passes_to"], stage["above"]["error"]) == (16, "project.invalid")
    assert "leaves a gap" in stage["above"]["detail"]


def test_the_nearest_is_first_and_what_flips_nothing_last(catalogue: Catalogue) -> None:
    paths = ["site", "footing.thickness_ft", "sign.elements.0.bottom_ft"]
    rows = limits(document("monument-sign"), catalogue, paths).result["limits"]
    assert [(one["path"], one["factor"]) for one in rows] == [
        ("site.frost_depth_in", pytest.approx(1, abs=1e-6)),
        ("site.wind_speed_mph", pytest.approx(1.0714, abs=1e-3)),
        ("site.kzt", pytest.approx(1.148, abs=1e-3)),
        ("footing.thickness_ft", pytest.approx(4.698, abs=1e-3)),
        ("sign.elements.0.bottom_ft", None),
        ("site.ground_elevation_ft", None),
    ]
    assert (rows[4]["value"], rows[4]["passes_from"]) == (0, None)
    assert 0 < rows[4]["passes_to"] < 1
    assert rows[5]["first_to_fail"] is None


def test_choices_and_editions(catalogue: Catalogue) -> None:
    found = limits(
        document("pole-sign"), catalogue, ["site.exposure", "soil", "kz_method", "packs.exposure"]
    ).result
    told = {one["path"]: (one["passes"], one["fails"], one["no_answer"])
            for one in found["categories"]}  # fmt: skip
    assert told == {
        "site.exposure": (["B", "C"], ["D"], []),
        "kz_method": (["formula"], [], ["table"]),
        "soil.class": ([1, 2, 3, 4], [5], []),
        "packs.exposure": (["asce7-10_v1", "asce7-16_v1", "asce7-22_v1"], [], []),
    }
    assert found["limits"] == []
    assert found["under"] == {
        "standards": ["ASCE/SEI 7-22", "IBC 2024"],
        "exposure": "C", "kzt": 1, "ground_elevation_ft": 960,
    }  # fmt: skip
    packs = limits(document("pole-sign"), catalogue, ["packs"]).result["categories"]
    assert [one["no_answer"] for one in packs] == [[], ["broms-clay_v1", "broms-sand_v1"]]


def test_a_record_of_the_wind_speed_is_no_number_that_moves(catalogue: Catalogue) -> None:
    found = limits(document("camera-pole"), catalogue, ["site.wind_speed_mph", "site.ice"]).result
    assert [one["path"] for one in found["limits"]] == [
        "site.wind_speed_mph", "site.ice.thickness_in",
    ]  # fmt: skip
    with pytest.raises(UsageError):
        limits(document("camera-pole"), catalogue, ["site.wind_speed.latitude_deg"])


def test_texts_with_units_are_numbers(catalogue: Catalogue) -> None:
    texts = store.load(str(EXAMPLES / "pole-sign-notes.yaml")).document
    ends = [
        (one["path"], one["value"], one["passes_to"])
        for given in (texts, document("pole-sign"))
        for one in limits(given, catalogue, ["footing", "site.kzt"]).result["limits"]
    ]
    assert ends[: len(ends) // 2] == [
        (path, value, pytest.approx(end)) for path, value, end in ends[len(ends) // 2 :]
    ]


def test_what_cannot_be_asked(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match="is no number or choice") as caught:
        limits(document("pole-sign"), catalogue, ["site.wind_sped_mph"])
    assert "site.wind_speed_mph" in caught.value.hint
    with pytest.raises(UsageError) as caught:
        limits(document("pole-sign"), catalogue, ["q" * 30])
    assert "trace.inputs" in caught.value.hint
    for given in ({"schema_version": 1}, document("heights-profile")):
        with pytest.raises(InvalidInput) as nothing:
            limits(given, catalogue)
        assert nothing.value.problem_code == "limits.nothing"


def test_an_envelope_holds_the_checks_and_what_was_read(catalogue: Catalogue) -> None:
    found = limits(document("bare-footing"), catalogue, ["loads"])
    made = envelope(found, {})
    assert made["kind"] == "limits"
    assert made["trace"]["inputs"]["footing"]["depth_ft"] == 8.5
    assert [one["id"] for one in made["checks"]] == found.result["checked"]
    assert made["trace"]["pack_metadata"]["footing"]["ref"] == "ibc-2021_v1"
    assert json.loads(json.dumps(found.result)) == found.result


LIGHT = (
    "bare-footing",
    "monument-sign",
    "pole-sign",
    "stepped-pylon",
    "two-pole-pylon",
    "wall-sign",
)
BLOCKS = ("site", "sign", "gust", "soil", "loads", "footing")


def altered(chance: random.Random) -> dict[str, Any]:
    """An example with most of its numbers and some of its choices others."""
    given = document(chance.choice(LIGHT))
    for one in list(movables({name: given[name] for name in BLOCKS if name in given})):
        if one.choices and chance.random() < 0.2:
            apply(given, [Assignment(one.parts, chance.choice(one.choices))])
        elif not one.choices and not one.whole and chance.random() < 0.7:
            moved = round(one.value * chance.lognormvariate(0, 0.25), 3)
            moved = max(one.least, min(one.greatest, moved))
            apply(given, [Assignment(one.parts, moved)])
    if chance.random() < 0.3:
        given["footing"]["depth_ft"] = round(chance.uniform(3, 12), 2)
    return given


def answered(given: dict[str, Any], catalogue: Catalogue) -> tuple[list[str], str | None]:
    """The checks that fail on the full calculation, or the code of the error."""
    failed: list[str] = []
    for part in asked(given):
        if part != "pricing":
            try:
                checks = run(part, given, catalogue)["checks"]
            except ApexError as error:
                return [], error.problem_code
            failed += [check["id"] for check in checks if not check["passed"]]
    return list(dict.fromkeys(failed)), None


def test_at_each_end_the_full_calculation_flips(catalogue: Catalogue) -> None:
    """Two numbers each of random projects: their ends, and no other interval where one is told."""
    chance, done, ends = random.Random(18), 0, 0
    while done < 25:
        given = altered(chance)
        numbers = [one.path for one in movables({k: given[k] for k in BLOCKS if k in given})
                   if not one.choices]  # fmt: skip
        try:
            found = limits(given, catalogue, chance.sample(numbers, 2))
        except ApexError:
            continue
        done += 1
        held = [Assignment(tuple(it["path"].split(".")), it["value"])
                for it in found.result["held"]]  # fmt: skip
        given = apply(copy.deepcopy(given), held)
        assert (answered(given, catalogue) == ([], None)) == (found.result["verdict"] != "FAIL")
        for one in found.result["limits"]:
            ends += _holds(one, given, catalogue)
            _no_other(one, given, catalogue, chance)
    assert ends > 25


def _holds(one: dict[str, Any], given: dict[str, Any], catalogue: Catalogue) -> int:
    parts = tuple(one["path"].split("."))
    least, greatest = one["range"]
    told = [(one["passes_from"], one["below"]), (one["passes_to"], one["above"])]
    told = [(end, why) for end, why in told if end is not None]
    for end, why in told:
        assert least <= end <= greatest
        assert end == pytest.approx(why["at"], rel=1e-6) or isinstance(one["value"], int)
        passing, failing = (
            answered(apply(copy.deepcopy(given), [Assignment(parts, value)]), catalogue)
            for value in (end, why["at"])
        )
        assert passing == ([], None)
        assert failing == (why["fails"], why["error"])
    return len(told)


def _no_other(
    one: dict[str, Any], given: dict[str, Any], catalogue: Catalogue, chance: random.Random
) -> None:
    if len(one["intervals"]) != 1 or not isinstance(one["value"], float):
        return
    ((least, greatest),) = one["intervals"]
    parts = tuple(one["path"].split("."))
    prepared = prepare("footing", given, catalogue)
    at = Neighbours(prepared, given).along(parts)
    assert value_at(given, "/" + "/".join(parts)) == one["value"]
    low, high = one["range"]
    for n in range(30):
        value = chance.uniform(low, high) if n % 2 else one["value"] * chance.lognormvariate(0, 1)
        near = any(end is not None and abs(value - end) < 2e-6 * end for end in (least, greatest))
        if low <= value <= high and not near:
            within = (least or low) <= value <= (greatest or high)
            assert at(value).passes == within
