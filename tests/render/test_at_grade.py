"""Drawings of plate, pier and slab: to scale, on their sheet, nothing over another."""

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from math import hypot
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.package.answers import envelopes_of
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.drawing import base_plate, pier, pier_across, pier_built, slab, slab_built
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.drawing.slab_mats import mats
from apex_cli.render.report import bars
from apex_cli.render.report.model import Paragraph, Table
from apex_cli.render.report.sizes import sizes
from tests.render.test_drawing import on_sheet, parts, words
from tests.render.test_stages import apart

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("pole-sign-plate", "pole-sign-embedded", "monument-sign-slab")
ROD, TIP, STEEL, PLATE, CONCRETE = "#52606d", "#1b2733", "#aeb8c2", "#e6eaee", "#e3e1da"
Envelope = dict[str, Any]
LENGTH = re.compile(r"""(?:(\d+)'-)?(?:(\d+)(?: (\d+)/(\d+))?|(\d+\.\d+))\"""")
"""A length as it is read on a site: 1'-4 3/4"."""


def answered(name: str, **support: Any) -> Envelope:
    document = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    document["support"].update(support)
    return envelopes_of(document, Catalogue(), {})[0]


@cache
def answers() -> dict[str, Envelope]:
    return {name: answered(name) for name in NAMES}


@pytest.fixture(scope="module")
def found() -> dict[str, Envelope]:
    return answers()


def drawn(envelope: Envelope) -> Iterator[Drawing]:
    """Every drawing of what stands at grade."""
    results, inputs = envelope["result"], envelope["trace"]["inputs"]
    steps = envelope["trace"]["steps"]
    plate = base_plate.base_plate(results["support"], inputs, steps)
    if plate is not None:
        yield plate
    if (cast := pier_built.pier_of(results, inputs)) is not None:
        yield pier.along(cast, results["support"]["embedded"], steps)
        yield pier_across.across(cast, steps)
    if (laid := slab_built.slab_of(results, inputs, steps)) is not None:
        yield slab.along(laid)
        if (above := mats(laid)) is not None:
            yield above


def numbers(value: Any) -> Iterator[float]:
    """Every number in a part of an envelope, and in its words but for lengths."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from numbers(item)
    elif isinstance(value, int | float):
        yield float(value)
    elif isinstance(value, str):
        rest = LENGTH.sub(" ", value)
        yield from map(float, re.findall(r"\d+\.?\d*", rest.replace(",", "")))


def lengths(text: str) -> Iterator[float]:
    """Lengths as they are read on a site, in inches."""
    for found in LENGTH.finditer(text):
        feet, whole, over, under, decimals = (float(part or 0) for part in found.groups())
        yield 12 * feet + whole + decimals + (over / under if under else 0)


@pytest.mark.parametrize("name", NAMES)
def test_every_number_is_the_envelopes(found: dict[str, Envelope], name: str) -> None:
    envelope = found[name]
    inputs, steps = envelope["trace"]["inputs"], envelope["trace"]["steps"]
    known = {*numbers(envelope["result"]), *numbers(inputs), 1554.0}
    known |= {round(step["value"], 2) for step in steps}
    known |= {2.0, 3.0, 5.0}  # covers of the pack, and within which the ties at the top lie
    base = inputs["support"].get("base") or {}
    if "rods" in base:
        known.add(base["rods"]["embedment_in"] - inputs["support"]["pier"]["cover_in"])
    drawings = list(drawn(envelope))
    assert len(drawings) == {"pole-sign-plate": 3, "pole-sign-embedded": 2}.get(name, 2)
    for drawing in drawings:
        on_sheet(drawing)
        apart(drawing)
        assert set(numbers(words(drawing))) <= known
        assert set(numbers(drawing.description)) <= known
        for inches in lengths(" ".join([drawing.description, *words(drawing)])):
            assert {inches, round(inches / 12, 6)} & known, inches
    assert [one.svg for one in drawn(envelope)] == [one.svg for one in drawings]


def test_plate_and_rods_are_to_scale(found: dict[str, Envelope]) -> None:
    drawing = next(drawn(found["pole-sign-plate"]))
    plan, aside = [item for item in parts(drawing, "rect") if item["fill"] == PLATE]
    scale = float(plan["width"]) / 18
    assert float(plan["height"]) == float(plan["width"]) == float(aside["width"])
    assert float(aside["height"]) == pytest.approx(1.5 * scale, abs=0.01)
    circles = parts(drawing, "circle")
    middle = float(plan["x"]) + 9 * scale, float(plan["y"]) + 9 * scale
    rods = [item for item in circles if item["fill"] == ROD]
    assert len(rods) == 4
    for rod in rods:
        away = hypot(float(rod["cx"]) - middle[0], float(rod["cy"]) - middle[1])
        assert away == pytest.approx(8.5 * scale, abs=0.02)
        assert float(rod["r"]) == pytest.approx(1.25 / 2 * scale, abs=0.01)
    pole = next(item for item in circles if item["fill"] == STEEL)
    assert float(pole["r"]) == pytest.approx(10.75 / 2 * scale, abs=0.01)
    shown = words(drawing)
    assert {'4 rods Ø 1 1/4", F1554 Gr. 55', 'plate 1\'-6" × 1\'-6" × 1 1/2"'} <= set(shown)
    assert {'fillet weld 3/8", all around', 'hand hole 3" × 5" at 1\'-6"'} <= set(shown)


def test_the_cage_is_to_scale(found: dict[str, Envelope]) -> None:
    envelope = found["pole-sign-plate"]
    _, along, across = drawn(envelope)
    whole = next(item for item in parts(along, "rect") if item["fill"] == CONCRETE)
    scale = float(whole["height"]) / 84
    assert float(whole["width"]) == pytest.approx(36 * scale, abs=0.02)
    top = float(whole["y"])
    ties = sorted(
        (float(item["y1"]) - top) / scale
        for item in parts(along, "line")
        if item["stroke-width"] == "0.8" and item["y1"] == item["y2"]
    )
    assert ties == pytest.approx([3, 5.5, 8, 15, 27, 39, 51, 63, 75, 81], abs=0.01)
    assert len(ties) == envelope["result"]["support"]["pier"]["schedule"][1]["count"]
    rods = [item for item in parts(along, "rect") if item["fill"] == ROD]
    assert {round((float(one["y"]) + float(one["height"]) - top) / scale) for one in rods} == {36}
    bars_shown = [item for item in parts(across, "circle") if item["fill"] == TIP]
    scale = 140 / 36
    middle = next(item for item in parts(across, "circle") if item["fill"] == CONCRETE)
    centre = float(middle["cx"]), float(middle["cy"])
    large = [
        item for item in bars_shown if float(item["r"]) == pytest.approx(0.4375 * scale, abs=0.01)
    ]
    assert len(large) == 10
    for one in large:
        away = hypot(float(one["cx"]) - centre[0], float(one["cy"]) - centre[1])
        assert away == pytest.approx((18 - 3 - 0.5 - 0.4375) * scale, abs=0.02)


def test_the_pole_stands_in_its_pier(found: dict[str, Envelope]) -> None:
    along, across = drawn(found["pole-sign-embedded"])
    whole = next(item for item in parts(along, "rect") if item["fill"] == CONCRETE)
    pole = next(item for item in parts(along, "rect") if item["fill"] == STEEL)
    deep = float(pole["y"]) + float(pole["height"]) - float(whole["y"])
    assert deep / float(whole["height"]) == pytest.approx(5 / 7.5, abs=0.001)
    assert "pole 5'-0\" into the concrete (needs 0.831 ft)" in " ".join(words(along))
    assert "PIPE10STD" in across.description
    bars = [item for item in parts(across, "circle") if item["fill"] == TIP]
    bar = max((one for one in bars if float(one["r"]) > 2), key=lambda one: float(one["cx"]))
    lead = next(item["points"] for item in parts(across, "polyline")[1:])
    start, y = map(float, lead.split()[0].split(","))
    assert start < float(bar["cx"])
    assert abs(y - float(bar["cy"])) > 4 * float(bar["r"])  # beside the bar, not through it


def test_the_mats_are_to_scale(found: dict[str, Envelope]) -> None:
    along, above = drawn(found["monument-sign-slab"])
    whole = next(item for item in parts(along, "rect") if item["fill"] == CONCRETE)
    scale = float(whole["height"]) / 18
    levels = sorted(
        (float(item["y1"]) - float(whole["y"])) / scale
        for item in parts(along, "line")
        if item["stroke-width"] == "1.5"
    )
    assert levels == pytest.approx([2 + 0.3125, 18 - 3 - 0.3125], abs=0.02)
    strokes = [item for item in parts(above, "line") if item["stroke-width"] == "0.8"]
    assert len(strokes) == 7 + 7 + 6 + 6
    assert {"bottom", "top"} <= set(words(above))


@pytest.mark.parametrize("hooked", [True, False])
def test_dowels_go_from_the_slab_into_the_stem(found: dict[str, Envelope], hooked: bool) -> None:
    envelope = copy.deepcopy(found["monument-sign-slab"])
    told, given = envelope["result"]["support"]["slab"], envelope["trace"]["inputs"]["support"]
    given["slab"]["dowels"] = {"size": 6, "count": 8, "hooked": hooked, "lap_in": 15}
    told["dowels"] = {"count": 8, "embedment_in": 13.75, "development_in": 9.5}
    told["schedule"].append({"mark": "dowels", "size": 6, "count": 8, "length_ft": 3.15,
                             "spacing_in": None, "weight_lbf": 37.9})  # fmt: skip
    for stem in ("rectangle", "round"):
        envelope["result"]["footing"]["stem"]["shape"] = stem
        along, above = drawn(envelope)
        for drawing in (along, above):
            on_sheet(drawing)
            apart(drawing)
        what = "hooked dowels" if hooked else "dowels"
        assert f"8 #6 {what}, 3.15 ft" in " ".join(words(along))
        assert "dowels 1'-1 3/4\" in the slab (need 9.5 in)" in " ".join(words(along))
        assert len([item for item in parts(above, "circle") if item["fill"] == TIP]) == 2 * 8
    table = next(bars.schedule(envelope["result"], envelope["trace"]["inputs"]))
    assert isinstance(table, Table)
    assert table.rows[4][:2] == ("S5", "dowels")
    assert ("hook" in table.rows[4][6]) is hooked


def test_a_slab_wider_than_long_is_told_by_its_shorter_side_first() -> None:
    """Where the wind may come from any direction."""
    along = {"mark": "bottom, along the wind on the faces", "length_ft": 3.5, "count": 12}
    across = {"mark": "bottom, across it", "length_ft": 7.5, "count": 5}
    rest = {"size": 5, "spacing_in": 9, "weight_lbf": 1}
    envelope = copy.deepcopy(answers()["monument-sign-slab"])
    envelope["result"]["footing"] |= {"width_ft": 8, "length_ft": 4}
    envelope["result"]["support"]["slab"]["schedule"] = [along | rest, across | rest]
    _, above = drawn(envelope)
    whole = next(item for item in parts(above, "rect") if item["fill"] == CONCRETE)
    strokes = [item for item in parts(above, "line") if item["stroke-width"] == "0.8"]
    long = [float(one["x2"]) - float(one["x1"]) for one in strokes if one["y1"] == one["y2"]]
    assert len(long) == 5
    assert long[0] / float(whole["width"]) == pytest.approx(7.5 / 8, abs=0.001)
    assert '5 #5 at 9", 7\'-6", left to right' in words(above)


def test_what_is_not_given_is_not_drawn() -> None:
    """A pier without bars, a plate without rods, and rods without a plate."""
    base = {"type": "plate", "plate": {"shape": "round", "width_in": 18, "thickness_in": 1.5,
            "fy_ksi": 36}}  # fmt: skip
    plain = answered("pole-sign-plate", base=base, pier={"fc_psi": 4000, "fy_ksi": 60})
    plate, along, across = drawn(plain)
    assert plate.title.startswith("Base plate, ")
    assert not [item for item in parts(plate, "circle") if item["fill"] == ROD]
    assert 'plate Ø 1\'-6" × 1 1/2"' in words(plate)
    assert not [text for text in words(along) + words(across) if "#" in text]
    rods = answered("pole-sign-plate")["trace"]["inputs"]["support"]["base"]["rods"]
    alone = answered("pole-sign-plate", base={"type": "plate", "rods": rods}, pier=None)
    (only,) = drawn(alone)
    assert only.title.startswith("Rods, ")
    assert list(drawn(answered("pole-sign-plate", base=None, pier=None))) == []
    assert list(bars.schedule(plain["result"], plain["trace"]["inputs"])) == []


def test_the_schedule_adds_up(found: dict[str, Envelope]) -> None:
    envelope = found["pole-sign-plate"]
    (table,) = bars.schedule(envelope["result"], envelope["trace"]["inputs"])
    assert isinstance(table, Table)
    assert table.rows[0][:4] == ("P1", "vertical", "#7", "10")
    assert table.rows[1][6] == "closed tie, Ø 30 in outside, ends overlap"
    assert table.rows[-1][-1] == str(envelope["result"]["support"]["quantities"]["rebar_lbf"])
    many = copy.deepcopy(envelope["result"])
    many["footing"] |= {"count": 2, "shape": "square"}
    table, told = bars.schedule(many, {})
    assert isinstance(table, Table)
    assert isinstance(told, Paragraph)
    assert table.rows[1][6] == "closed tie"
    assert told.text == "Of 2 foundations: 194.47 lbf."


def test_what_is_built_is_told_in_words(found: dict[str, Envelope]) -> None:
    envelope = found["pole-sign-plate"]
    told = dict(sizes(envelope["result"], envelope["trace"]["inputs"]))
    assert told["Foundation"] == "Round pier, Ø 3'-0\", 7'-0\" deep"
    assert told["Base plate"] == '1\'-6" × 1\'-6" × 1 1/2", Fy 36 ksi'
    assert told["Clear cover of the ties"] == '3"'
    assert told["Bars"] == 'vertical 10 #7; tie 10 #4 at 12"'


SIZES = st.tuples(
    st.floats(0.5, 30), st.floats(0.5, 60), st.integers(3, 64), st.integers(3, 64),
    st.sampled_from([3, 5, 8, 11, 18]), st.floats(2, 48), st.booleans(),
)  # fmt: skip


@settings(max_examples=20)
@given(SIZES, st.sampled_from(NAMES))
def test_any_size_stays_on_its_sheet(drawn_sizes: Any, name: str) -> None:
    """Many bars in a small pier, a plate larger than the pier, few and many rods."""
    width, depth, count, many, size, spacing, round_one = drawn_sizes
    envelope = answers()[name]
    steps = envelope["trace"]["steps"]
    told = {key: envelope["result"][key] for key in ("footing", "support")}
    results, inputs = copy.deepcopy((told, envelope["trace"]["inputs"]))
    footing, support, given = results["footing"], results["support"], inputs["support"]
    footing |= {"width_ft": width, "length_ft": width, "depth_ft": depth}
    footing["shape"] = "round" if round_one else "square"
    if "stem" in footing:
        footing["shape"] = "square"
        footing["stem"] |= {"width_ft": width / 2, "length_ft": width / 3, "height_ft": depth / 2}
        footing["thickness_ft"] = depth / 2
    for kind in ("pier", "slab"):
        if kind in given and kind == "pier":
            given["pier"]["bars"] = {"count": count if round_one else 4 * count, "size": size}
            given["pier"]["top_ties"] = None if round_one else 12
            support["pier"]["bar_length_ft"] = max(depth - 0.5, 0.1)
        for row in (support[kind] or {}).get("schedule", ()):
            row |= {"count": 20 + many, "size": size, "length_ft": max(width - 0.5, 0.1)}
            row["spacing_in"] = None if row["spacing_in"] is None else spacing
    if base := given.get("base"):
        if "plate" in base:
            base["plate"] |= {"width_in": 10 * width, "shape": "round" if round_one else "square"}
            base["rods"] |= {"count": many, "circle_in": 9 * width, "embedment_in": 11 * depth}
            base["bearing"] = "grouted" if round_one else "double_nut"
        else:
            base["depth_ft"] = support["embedded"]["depth_ft"] = depth / 2
    if not round_one:
        inputs["sign"]["poles"]["shape"] = "square_diagonal"
    for drawing in drawn({"result": results, "trace": {"inputs": inputs, "steps": steps}}):
        on_sheet(drawing)
        apart(drawing)
        width, height = (float(ET.fromstring(drawing.svg).attrib[k]) for k in ("width", "height"))
        for item in parts(drawing, "rect"):
            assert float(item["x"]) + float(item["width"]) <= width
            assert float(item["y"]) + float(item["height"]) <= height
