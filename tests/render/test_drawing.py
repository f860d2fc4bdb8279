"""Drawings: to scale, well-formed, nothing off the sheet, nothing over another."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.package.answers import envelopes_of
from apex_cli.package.widths import widths
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.drawing import elevation, foundation, plots, primitives
from apex_cli.render.drawing.boxes import boxes, words_box
from apex_cli.render.drawing.canvas import Canvas, Drawing, cut, spread
from apex_cli.render.drawing.primitives import Words
from apex_cli.render.drawing.styles import ACCENT
from apex_cli.render.lengths import feet_inches

EXAMPLES = Path(__file__).parents[2] / "examples"
SVG = "{http://www.w3.org/2000/svg}"


def envelope(name: str) -> dict[str, Any]:
    document = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    return envelopes_of(document, Catalogue(), {})[0]


def parts(drawing: Drawing, tag: str) -> list[dict[str, str]]:
    return [dict(item.attrib) for item in ET.fromstring(drawing.svg).iter(SVG + tag)]


def words(drawing: Drawing) -> list[str]:
    return [item.text or "" for item in ET.fromstring(drawing.svg).iter(SVG + "text")]


def on_sheet(drawing: Drawing) -> None:
    """Every coordinate is a number on the sheet, and every word ends on it."""
    root = ET.fromstring(drawing.svg)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for item in root.iter():
        for key, value in item.attrib.items():
            if key in {"x", "x1", "x2", "cx"}:
                assert -0.5 <= float(value) <= width + 0.5, ET.tostring(item)
            if key in {"y", "y1", "y2", "cy"}:
                assert -0.5 <= float(value) <= height + 0.5, ET.tostring(item)
    for item in root.iter(SVG + "text"):
        if "transform" in item.attrib or not item.text:
            continue
        long = 0.5 * float(item.attrib["font-size"]) * len(item.text)
        start = float(item.attrib["x"])
        left = {"start": start, "middle": start - long / 2, "end": start - long}
        assert left[item.attrib["text-anchor"]] >= -2, item.text
        assert left[item.attrib["text-anchor"]] + long <= width + 2, item.text


def test_the_elevation_is_to_scale() -> None:
    found = envelope("two-cabinet-pylon")
    sign = found["trace"]["inputs"]["sign"]
    drawing = elevation.elevation(sign, found["result"]["exposure"], found["trace"]["steps"])
    faces = [item for item in parts(drawing, "rect") if item["fill"] == "#dfe9f3"]
    scales = {
        round(float(face[key]) / element[f"{key}_ft"], 1)
        for face, element in zip(faces, sign["elements"], strict=True)
        for key in ("width", "height")
    }
    assert len(faces) == len(sign["elements"])
    assert max(scales) - min(scales) <= 0.11
    on_sheet(drawing)


def test_the_elevation_tells_pressures_and_eccentricity() -> None:
    found = envelope("pole-sign")
    exposure = found["result"]["exposure"]
    drawing = elevation.elevation(
        found["trace"]["inputs"]["sign"], exposure, found["trace"]["steps"]
    )
    shown = " ".join(words(drawing))
    assert f"p = {exposure['elements'][0]['pressure_psf']} psf" in shown
    assert "e ±2'-0\"" in shown
    assert feet_inches(exposure["height_ft"]) in shown


def test_a_wide_sign_tells_the_strips_of_case_c() -> None:
    found = envelope("flexible-billboard-80ft")
    exposure = found["result"].get("exposure", found["result"])
    drawing = elevation.elevation(
        found["trace"]["inputs"]["sign"], exposure, found["trace"]["steps"]
    )
    assert sum(text.startswith("C: ") for text in words(drawing)) == 3
    assert "2,507" in words(drawing)  # the narrow one; upright it would be below the label
    on_sheet(drawing)


def test_a_tapered_pole_narrows() -> None:
    found = envelope("escarpment-site")
    drawing = elevation.elevation(found["trace"]["inputs"]["sign"], found["result"]["exposure"])
    (pole,) = [
        one for one in drawing.strokes if isinstance(one, primitives.Path) and one.style == "steel"
    ]
    ends = [b[0] - a[0] for a, b in (pole.points[:2], pole.points[:1:-1])]
    assert ends == pytest.approx([14 * drawing.inch, 10 * drawing.inch], abs=0.01)
    assert '14" octagonal, 10" at its top' in words(drawing)


@pytest.mark.parametrize("name", [path.stem for path in sorted(EXAMPLES.glob("*.json"))])
def test_every_example_stays_on_its_sheet(name: str) -> None:
    found = envelope(name)
    inputs, result = found["trace"]["inputs"], found["result"]
    parts_of = result if found["kind"] == "all" else {found["kind"]: result}
    if "sign" in inputs:
        on_sheet(elevation.elevation(inputs["sign"], parts_of.get("exposure")))
    if "footing" in parts_of:
        on_sheet(foundation.section(parts_of["footing"], inputs))
        if made := plots.depths(widths([found], Catalogue()), parts_of["footing"]):
            on_sheet(made)
    if made := plots.profile(parts_of.get("exposure", {})):
        on_sheet(made)
    if made := plots.utilisation(found["checks"]):
        on_sheet(made)


def test_attachments_are_squares_of_their_area_with_their_force() -> None:
    found = envelope("camera-pole")
    sign = found["trace"]["inputs"]["sign"]
    drawing = elevation.elevation(sign, found["result"]["exposure"], found["trace"]["steps"])
    squares = [one for one in parts(drawing, "rect") if one["fill"] == "#7fa8cc"]
    sides = [float(one["width"]) for one in squares]
    assert len(sides) == 4
    assert sides[0] / sides[3] == pytest.approx((2.4 / 3) ** 0.5, rel=0.02)
    shown = words(drawing)
    assert {"floodlight east: 46.882 lbf", "camera: 30 lbf"} <= set(shown)
    assert "No cabinet" not in " ".join(shown)
    assert "no cabinet, top at 22 ft above grade, on 1 pole" in drawing.svg
    assert "4 attachments" in drawing.svg
    plain = elevation.elevation(sign, None)
    assert "camera" in words(plain)


def test_a_label_stands_on_nothing_else() -> None:
    found = envelope("camera-pole")
    sign = found["trace"]["inputs"]["sign"]
    drawing = elevation.elevation(sign, found["result"]["exposure"])
    lights = [{"name": "light", "epa_ft2": 2, "height_ft": 12, "offset_ft": x} for x in (0.1, 1, 2)]
    crowded = elevation.elevation({**sign, "attachments": [*sign["attachments"], *lights]}, None)
    for made in (drawing, crowded):
        labels = [one for one in made.strokes if isinstance(one, Words) and one.color == ACCENT]
        assert len(labels) >= 4
        for n, label in enumerate(made.strokes):
            if label in labels:
                others = boxes(one for k, one in enumerate(made.strokes) if k != n)
                assert not any(words_box(label).meets(box) for box in others), label


def test_many_attachments_with_long_names_stay_on_the_sheet() -> None:
    hung = [
        {"name": "a light of a long name " * 9, "epa_ft2": n % 3, "height_ft": n / 8,
         "offset_ft": n - 75}
        for n in range(150)
    ]  # fmt: skip
    poles = {"shape": "round", "width_in": 8, "top_ft": 18}
    on_sheet(elevation.elevation({"poles": poles, "attachments": hung}, None))
    face = {"width_ft": 10, "height_ft": 6, "bottom_ft": 10}
    on_sheet(elevation.elevation({"elements": [face], "attachments": hung[:3]}, None))


FACES = st.fixed_dictionaries(
    {
        "width_ft": st.floats(0.1, 200),
        "height_ft": st.floats(0.1, 60),
        "bottom_ft": st.floats(0, 200),
        "name": st.text(max_size=40).filter(lambda name: "nan" not in name.lower()),
        "offset_ft": st.floats(-20, 20),
    }
)
POLES = st.none() | st.fixed_dictionaries(
    {
        "count": st.integers(1, 20),
        "width_in": st.floats(1, 100),
        "spacing_ft": st.floats(0, 30),
        "top_ft": st.none() | st.floats(1, 1000),
    }
)


@settings(deadline=None)
@given(st.lists(FACES, min_size=1, max_size=13), POLES)
def test_any_sign_stays_on_its_sheet(faces: list[dict[str, Any]], poles: Any) -> None:
    drawing = elevation.elevation({"elements": faces, "poles": poles}, None)
    for rect in parts(drawing, "rect"):
        assert float(rect["width"]) > 0
        assert float(rect["x"]) >= -0.5
        assert float(rect["y"]) >= -0.5
    assert "nan" not in drawing.svg.lower().replace("nance", "")


@given(st.lists(st.floats(-1e4, 1e4), max_size=30).map(sorted), st.floats(0.1, 50))
def test_spread_keeps_order_and_distance(places: list[float], gap: float) -> None:
    found = spread(places, gap)
    assert len(found) == len(places)
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(found))


@given(st.floats(0, 1e5), st.floats(0.001, 1e5), st.integers(2, 10))
def test_ticks_hold_the_range(low: float, span: float, wanted: int) -> None:
    found = plots.ticks(low, low + span, wanted)
    assert found[0] <= low + 1e-6 * (low + span)
    assert found[-1] >= low + span - 1e-6 * (low + span)
    assert 2 <= len(found) <= wanted + 3


@given(st.text(max_size=40), st.floats(0, 200))
def test_cut_text_fits(text: str, width: float) -> None:
    assert len(cut(text, width)) <= max(len(text), 0)


def test_text_is_never_markup() -> None:
    canvas = Canvas(10, 10)
    canvas.text(1, 1, '<script>&"\x1b\ufffe')
    drawing = canvas.drawing("t", 'a "quoted" <description>')
    root = ET.fromstring(drawing.svg)
    assert root.attrib["aria-label"] == 'a "quoted" <description>'
    assert words(drawing) == ['<script>&"\\x1b\ufffd']


def test_a_pier_too_shallow_says_so() -> None:
    footing = {
        "type": "pier", "shape": "round", "width_ft": 3, "depth_ft": 5, "required_depth_ft": 9,
        "lateral_load_lbf": 100, "load_height_ft": 10, "axial_lbf": 0,
    }  # fmt: skip
    soil = {"lateral_psf_per_ft": 150, "vertical_psf": 2000}
    drawing = foundation.section(footing, {"soil": soil})
    assert any("required 9'-0\"" in text for text in words(drawing))
    assert "lateral 150 psf/ft" in words(drawing)
    footing["required_depth_ft"] = 5.1
    assert "#b3261e" in foundation.section(footing, {"soil": soil}).svg


def test_utilisation_names_what_fails() -> None:
    checks: list[dict[str, Any]] = [
        {"id": "a", "ratio": 0.5, "passed": True},
        {"id": "b", "ratio": 7.25, "passed": False},
        {"id": "c", "ratio": None, "passed": True},
    ]
    made = plots.utilisation(checks)
    assert made is not None
    assert "7.25  FAILS" in words(made)
    assert "b, 7.25" in made.description
    assert plots.utilisation(checks[2:]) is None


def test_of_many_checks_the_highest_of_each_kind_is_shown() -> None:
    """So that the bars stand on one page."""
    checks: list[dict[str, Any]] = [
        {"id": kind, "ratio": ratio, "passed": True}
        for kind, ratio in zip("ab" * 20, range(40), strict=True)
    ]
    made = plots.utilisation(checks)
    assert made is not None
    assert [word for word in words(made) if word in {"a", "b", "38", "39"}] == [
        "a",
        "38",
        "b",
        "39",
    ]
    assert "highest of each kind" in made.title
    assert "40 checks" in made.description
    few = plots.utilisation(checks[: plots.MOST_BARS])
    assert few is not None
    assert words(few).count("a") == plots.MOST_BARS / 2


def test_profile_needs_two_heights() -> None:
    row = {"height_ft": 15, "velocity_pressure_psf": 20}
    assert plots.profile({"profile": [row]}) is None
    both = {"profile": [{"height_ft": 30, "velocity_pressure_psf": 24}, row]}
    made = plots.profile(both)
    assert made is not None
    assert "from 20 psf at 15 ft to 24 psf at 30 ft" in made.description


def test_costs_are_drawn_where_they_depend_on_the_width() -> None:
    rows = [
        {"width_ft": w, "required_depth_ft": 10 - w, "depth_ft": 10.5 - w, "concrete_yd3": w,
         "total_usd": 1000 + 100 * (w - 3) ** 2}
        for w in (2, 3, 4)
    ]  # fmt: skip
    footing = {"shape": "square", "width_ft": 4, "required_depth_ft": 6}
    made = plots.depths(rows, footing)
    assert made is not None
    assert "total, USD" in words(made)
    assert "least: 1000 at 3 ft" in [text.replace(",", "") for text in words(made)]
    assert plots.depths(rows[:1], footing) is None


def test_coordinates_are_short() -> None:
    face = {"width_ft": 0.1, "height_ft": 0.2, "bottom_ft": 0.1}
    assert not re.search(r"\d\.\d{3,}", elevation.elevation({"elements": [face]}, None).svg)


def test_the_stem_stands_on_the_slab() -> None:
    footing = {
        "type": "spread", "shape": "rectangle", "width_ft": 4, "length_ft": 12, "depth_ft": 4,
        "required_depth_ft": 4, "thickness_ft": 1, "lateral_load_lbf": 600, "load_height_ft": 3,
        "axial_lbf": 2700,
    }  # fmt: skip
    stem = {"shape": "rectangle", "width_ft": 2, "length_ft": 12, "height_ft": 3}
    bare = foundation.section(footing, {})
    drawn = foundation.section({**footing, "stem": stem}, {})
    on_sheet(drawn)
    assert "with a stem 2 ft by 12 ft" in drawn.description
    assert "stem" not in bare.description
    assert drawn.svg.count("<rect") == bare.svg.count("<rect") + 1


def test_a_pier_that_stands_out_of_the_ground() -> None:
    document = json.loads((EXAMPLES / "pole-sign.json").read_bytes())
    document["footing"]["reveal_ft"] = 1.5
    found = envelopes_of(document, Catalogue(), {})[0]
    drawing = foundation.section(found["result"]["footing"], found["trace"]["inputs"])
    concrete = next(item for item in parts(drawing, "rect") if item["fill"] == "#e3e1da")
    soil = next(item for item in parts(drawing, "rect") if item["fill"] == "#f3ead9")
    depth = found["result"]["footing"]["depth_ft"]
    above = float(soil["y"]) - float(concrete["y"])
    assert above / float(concrete["height"]) == pytest.approx(1.5 / (depth + 1.5), rel=0.01)
    assert "1'-6\" above grade" in words(drawing)
    on_sheet(drawing)


def test_a_stepped_pole_is_to_scale_and_its_sections_are_named() -> None:
    found = envelope("stepped-pylon")
    sign, exposure = found["trace"]["inputs"]["sign"], found["result"]["exposure"]
    drawing = elevation.elevation(sign, exposure, found["trace"]["steps"])
    on_sheet(drawing)
    steel = [item for item in parts(drawing, "rect") if item["fill"] == "#aeb8c2"]
    face = next(item for item in parts(drawing, "rect") if item["fill"] == "#dfe9f3")
    scale = float(face["width"]) / sign["elements"][0]["width_ft"]
    upper, lower = steel
    for item, width, height in ((upper, 10.75 / 12, 17), (lower, 12.75 / 12, 16)):
        assert float(item["width"]) == pytest.approx(width * scale, abs=0.1)
        assert float(item["height"]) == pytest.approx(height * scale, abs=1.1)
    inner = [item for item in parts(drawing, "rect") if "stroke-dasharray" in item]
    assert float(inner[0]["height"]) == pytest.approx(3 * scale, abs=0.1)
    names = ["PIPE12STD, 0'-0\" to 16'-0\"", "PIPE10STD, 13'-0\" to 30'-0\""]
    assert [one for one in words(drawing) if "PIPE" in one] == names
    assert all(name in drawing.description for name in names)
    pier = foundation.section(found["result"]["footing"], found["trace"]["inputs"], exposure)
    assert names[0] in words(pier)
    on_sheet(pier)


def test_what_a_section_measures_may_not_be_known() -> None:
    """Given loads, the wind is not calculated, and of a section only its name is known."""
    found = envelope("stepped-pylon")
    sign = found["trace"]["inputs"]["sign"]
    drawing = elevation.elevation(sign, None)
    assert not [item for item in parts(drawing, "rect") if item["fill"] == "#aeb8c2"]
    assert "on 1 pole." in drawing.description
    pier = foundation.section(found["result"]["footing"], found["trace"]["inputs"])
    on_sheet(pier)
    assert not [one for one in words(pier) if "PIPE" in one]


def test_a_stage_is_named_where_there_is_room() -> None:
    """Hidden along its length it is named below the drawing; at the right edge, at the left."""
    stages = [
        {"name": "stage 1", "section": None, "shape": "square_diagonal", "width_in": 12,
         "bottom_ft": 0, "top_ft": 10},
        {"name": "stage 2", "section": "PIPE8STD", "shape": "round", "width_in": 8.625,
         "bottom_ft": 10, "top_ft": 20},
    ]  # fmt: skip
    sign = {
        "elements": [{"width_ft": 30, "height_ft": 10, "bottom_ft": 10}],
        "poles": {"count": 2, "spacing_ft": 28, "stages": stages},
    }
    drawing = elevation.elevation(sign, {"stages": stages})
    on_sheet(drawing)
    shown = [dict(item.attrib) for item in ET.fromstring(drawing.svg).iter(SVG + "text")
             if item.text == "12\" square diagonal, 0'-0\" to 10'-0\""]  # fmt: skip
    assert [item["text-anchor"] for item in shown] == ["end"]
    assert not [one for one in words(drawing) if "PIPE8STD" in one]
    assert drawing.title.endswith("; behind the cabinets: PIPE8STD, 10'-0\" to 20'-0\"")
