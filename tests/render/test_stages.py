"""The diagram of the stages: to scale, on its sheet, nothing over another."""

import copy
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.package.answers import envelopes_of
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.drawing.stages import stages
from tests.render.test_drawing import on_sheet, parts, words

EXAMPLE = Path(__file__).parents[2] / "examples" / "pole-sign-support.json"
STAGES = [
    {"section": "PIPE12STD", "bottom_ft": 0, "top_ft": 12},
    {"section": "PIPE10STD", "bottom_ft": 10, "top_ft": 24},
]
STEEL = "#aeb8c2"


@pytest.fixture(scope="module")
def stepped() -> dict[str, Any]:
    document = json.loads(EXAMPLE.read_bytes())
    document["sign"]["poles"] = {"count": 1, "stages": STAGES}
    document["support"]["splice"] = {"type": "sleeve", "weld_in": 0.25}
    return envelopes_of(document, Catalogue(), {})[0]


def drawn(envelope: dict[str, Any]) -> Drawing:
    return stages(envelope["result"]["support"], envelope["trace"]["inputs"])


def rows(drawing: Drawing) -> list[tuple[float, float, float, str]]:
    """Left end, right end, baseline and words of every level text."""
    found = []
    for item in ET.fromstring(drawing.svg).iter("{http://www.w3.org/2000/svg}text"):
        if "transform" not in item.attrib:
            size, text = float(item.attrib["font-size"]), item.text or ""
            x, long = float(item.attrib["x"]), 0.5 * size * len(text)
            start = {"start": x, "middle": x - long / 2, "end": x - long}
            left = start[item.attrib["text-anchor"]]
            found.append((left, left + long, float(item.attrib["y"]), text))
    return found


def apart(drawing: Drawing) -> None:
    """No words stand over others."""
    every = rows(drawing)
    for n, (left, right, y, text) in enumerate(every):
        for other_left, other_right, other_y, other in every[n + 1 :]:
            over = left < other_right - 0.5 and other_left < right - 0.5
            assert not (over and abs(y - other_y) < 7), (text, other)


def test_stages_lap_and_opening_are_to_scale(stepped: dict[str, Any]) -> None:
    drawing = drawn(stepped)
    rects = parts(drawing, "rect")
    upper, lower = [item for item in rects if item["fill"] == STEEL]
    scale = float(lower["height"]) / 12
    assert float(upper["height"]) == pytest.approx(14 * scale, abs=0.02)
    assert float(upper["width"]) == pytest.approx(10.75 / 12 * scale, abs=0.02)
    assert float(lower["width"]) == pytest.approx(12.75 / 12 * scale, abs=0.02)
    (lap,) = [item for item in rects if "stroke-dasharray" in item]
    assert float(lap["height"]) == pytest.approx(2 * scale, abs=0.02)
    (hole,) = [item for item in rects if item["fill"] == "#ffffff"]
    assert float(hole["width"]) == pytest.approx(3 / 12 * scale, abs=0.02)
    middle = float(hole["y"]) + float(hole["height"]) / 2
    grade = float(lower["y"]) + float(lower["height"])
    assert (grade - middle) / scale == pytest.approx(1.5, abs=0.01)


def test_every_place_stands_at_its_height_and_ratio(stepped: dict[str, Any]) -> None:
    support, drawing = stepped["result"]["support"], drawn(stepped)
    lower = [item for item in parts(drawing, "rect") if item["fill"] == STEEL][1]
    grade = float(lower["y"]) + float(lower["height"])
    scale = float(lower["height"]) / 12
    dots = [item for item in parts(drawing, "circle") if item["r"] == "2.8"]
    (limit,) = {
        float(item["x1"]) for item in parts(drawing, "line")
        if item["stroke"] == "#b3261e" and item["x1"] == item["x2"]
    }  # fmt: skip
    (curve,) = [one for one in parts(drawing, "polyline") if one["stroke-width"] == "1.5"]
    zero = float(curve["points"].split()[-1].split(",")[0])  # the top carries nothing
    found = sorted(
        ((grade - float(dot["cy"])) / scale, (float(dot["cx"]) - zero) / (limit - zero))
        for dot in dots
    )
    told = sorted((row["height_ft"], row["ratio"]) for row in support["places"])
    assert [height for height, _ in found] == pytest.approx(
        [height for height, _ in told], abs=0.01
    )
    assert sorted(x for _, x in found) == pytest.approx(sorted(x for _, x in told), abs=0.001)
    assert len(curve["points"].split()) == len(support["profile"])
    on_sheet(drawing)
    apart(drawing)


def test_what_is_drawn_is_named(stepped: dict[str, Any]) -> None:
    shown = words(drawn(stepped))
    assert {"lap 2'-0\"", 'opening 3" × 5"'} <= set(shown)
    assert "PIPE12STD, 0'-0\" to 12'-0\"" in " ".join(shown)
    assert "PIPE10STD, 10'-0\" to 24'-0\"" in " ".join(shown)
    for row in stepped["result"]["support"]["places"]:
        assert f"{row['ratio']} {row['name']}" in " ".join(shown)
    assert "The highest ratio is" in drawn(stepped).description


def test_what_fails_is_marked(stepped: dict[str, Any]) -> None:
    failing = copy.deepcopy(stepped)
    support = failing["result"]["support"]
    support["pole"] = "pole 2"
    support["places"][0]["ratio"] = 25.5
    drawing = drawn(failing)
    on_sheet(drawing)
    assert [item["fill"] for item in parts(drawing, "circle")].count("#e7a29d") == 1
    assert "25.5" in " ".join(words(drawing))
    assert drawing.description.startswith("Pole 2: ")


def test_a_pole_of_one_piece_without_a_hole() -> None:
    document = json.loads(EXAMPLE.read_bytes())
    del document["support"]["opening"]
    drawing = drawn(envelopes_of(document, Catalogue(), {})[0])
    assert not [item for item in parts(drawing, "rect") if item["fill"] == "#ffffff"]
    assert not [text for text in words(drawing) if "lap" in text]
    on_sheet(drawing)
    apart(drawing)


LENGTHS = st.lists(st.floats(0.5, 60), min_size=1, max_size=8)


@settings(deadline=None)
@given(LENGTHS, st.floats(0, 0.4), st.floats(2, 100), st.floats(0, 30))
def test_any_pole_stays_on_its_sheet(
    lengths: list[float], lap: float, width: float, ratio: float
) -> None:
    pieces, bottom = [], 0.0
    for n, length in enumerate(lengths):
        start = max(bottom - lap, 0.0)
        pieces.append((f"stage {n + 1}", start, bottom + length, width * 0.9**n))
        bottom += length
    support = {
        "pole": None, "ratio": ratio, "governed_by": "steel.interaction, grade",
        "stages": [
            {"section": f"round {width:g}x0.25", "bottom_ft": low, "top_ft": high}
            for _, low, high, _ in pieces
        ],
        "steel": [{"width_in": width} for *_, width in pieces],
        "places": [
            {"name": f"{name}, base", "height_ft": low, "ratio": ratio * (1 - low / bottom)}
            for name, low, _, _ in pieces
        ],
        "profile": [{"height_ft": 0, "ratio": ratio}, {"height_ft": bottom, "ratio": 0}],
    }  # fmt: skip
    opening = {"width_in": width / 4, "height_in": 4, "height_ft": lengths[0] / 2}
    on_sheet(stages(support, {"support": {"opening": opening}}))
    on_sheet(stages(support, {}))
