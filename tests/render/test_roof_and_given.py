"""Roof signs and given pressures where answers are told: line, limits, drawing, paper."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.limits import limits
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.brief import brief
from apex_cli.render.drawing import on_roof
from apex_cli.render.drawing.built import eccentricities
from apex_cli.render.limits import render
from apex_cli.render.report.answers import ReportedAnswers
from apex_cli.render.report.criteria import criteria
from apex_cli.render.report.loads import at_grade
from apex_cli.run.chain import run

EXAMPLES = Path(__file__).parents[2] / "examples"


def example(name: str, **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    return {**found, **changes}


@pytest.fixture(scope="module")
def roof() -> dict[str, Any]:
    return run("exposure", example("roof-sign"), Catalogue())


@pytest.fixture(scope="module")
def given() -> dict[str, Any]:
    return run("footing", example("given-pressure-monument"), Catalogue())


def test_the_line_of_a_roof_sign(roof: dict[str, Any]) -> None:
    assert brief(roof) == (
        "PASS  roof shear 4,111 lbf · roof moment 28.8 kip-ft · uplift 541 lbf · 1 remark"
    )


def test_the_roof_is_drawn_with_its_frames(roof: dict[str, Any]) -> None:
    sign, steps = roof["trace"]["inputs"]["sign"], roof["trace"]["steps"]
    made = on_roof.elevation(sign, roof["result"], steps)
    for words in ("roof 20'-0", "6'-0", "c/c", "cabinet"):
        assert words in made.svg
    assert "1 cabinet on a roof 20 ft up" in made.description
    assert made.svg != on_roof.elevation(sign, roof["result"]).svg, "the marks of Case B"
    bare = on_roof.elevation({"elements": sign["elements"] * 2, "mounting": "roof"}, None)
    assert "2 cabinets on a roof 24 ft up" in bare.description
    assert "c/c" not in bare.svg
    far = example("roof-sign")
    far["sign"]["elements"][0] |= {"bottom_ft": 50, "width_ft": 60, "height_ft": 20}
    high = run("exposure", far, Catalogue())
    made = on_roof.elevation(high["trace"]["inputs"]["sign"], high["result"])
    assert high["result"]["taken"] == "freestanding sign"
    assert "Case C" in made.title


def test_the_loads_at_the_roof_stand_on_the_cover(roof: dict[str, Any]) -> None:
    readings, facts, frames = at_grade({"exposure": roof["result"]})
    assert "taken as a rooftop structure" in repr(readings)
    assert "540.924 lbf" in repr(facts)
    assert "an outermost frame" in repr(frames)
    bare = {**roof["result"], "frames": []}
    assert len(list(at_grade({"exposure": bare}))) == 2


def test_a_given_pressure_says_how_much_it_may_be() -> None:
    paths = ["site", "local"]
    found = limits(example("given-pressure-monument"), Catalogue(), paths).result
    text = " ".join(render(found, width=1000).split())
    assert (
        "Good up to 37 psf (ASCE/SEI 7-22, IBC 2024; level asd, source Example: sign code of"
        in text
    )
    assert "local.overturning_ratio" in text


def test_citations_stand_among_the_criteria(given: dict[str, Any]) -> None:
    told = dict(criteria(ReportedAnswers([given])))
    assert told["Wind pressure"].startswith("p = 30 psf, ASD level (Example: sign code")
    assert told["Local ordinance"] == (
        "overturning at most 0.667 of the dead load's moment (Example: sign code of the city, "
        "1387.10)"
    )
    assert "Wind speed" not in told
    rows = [{"to_ft": 30, "pressure_psf": 20}]
    other = example("given-pressure-monument", local={"min_pressures": rows, "source": "x"})
    other["site"]["given_pressure"] |= {"force_coefficient": 1.2, "level": "strength"}
    told = dict(criteria(ReportedAnswers([run("footing", other, Catalogue())])))
    assert "C = 1.2, strength level" in told["Wind pressure"]
    assert told["Local ordinance"] == "at least 20 psf to 30 ft (x)"
    one = example("given-pressure-monument", local={"min_pressure_psf": 15, "source": "x"})
    told = dict(criteria(ReportedAnswers([run("footing", one, Catalogue())])))
    assert told["Local ordinance"] == "at least 15 psf (ASD) (x)"


def test_the_eccentricity_of_a_given_pressure_is_drawn() -> None:
    answer = run("exposure", example("given-pressure-monument"), Catalogue())
    assert eccentricities(answer["trace"]["steps"]) == {"monument": 2.4}


def test_no_edition_is_held_against_a_given_pressure() -> None:
    document = example("pole-sign", packs={"exposure": "asce7-10_v1", "footing": "ibc-2024_v1"})
    del document["site"]["wind_speed_mph"]
    document["site"]["given_pressure"] = {"pressure_psf": 20, "level": "asd", "source": "a code"}
    answer = run("footing", document, Catalogue())
    assert "footing.edition_mismatch" not in [one["code"] for one in answer["warnings"]]
