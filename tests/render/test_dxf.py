"""Drawings as DXF, read back by ezdxf and by a reader of its own: true sizes, harmless names."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from ezdxf._options import options
from ezdxf.document import Drawing as Document
from ezdxf.filemanagement import read as opened
from ezdxf.tools.text import plain_text

from apex_cli.package.answers import envelopes_of
from apex_cli.package.written import drawn
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render import dxf
from apex_cli.render.drawing.canvas import Canvas, Drawing
from apex_cli.render.drawing.primitives import Dimension, Words
from apex_cli.render.drawing.styles import STYLES
from apex_cli.render.dxf_layers import LAYER_OF, LAYERS
from apex_cli.render.report import content
from apex_cli.render.text import printable

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ["pole-sign-plate", "monument-sign-slab", "two-pole-pylon"]
BARE = """
import sys
from apex_cli.render import dxf
from apex_cli.render.drawing.canvas import Canvas
canvas = Canvas(90, 40, 2)
canvas.rect(10, 10, 20, 20, "face")
canvas.across(10, 30, 35, "10 in")
sys.stdout.buffer.write(dxf.render([canvas.drawing("Seen", "")], "sign"))
"""

_NUMBER = re.compile(r"\\U\+([0-9A-F]{4})")

Entity = list[tuple[int, str]]


@cache
def sheets(name: str) -> tuple[dict[str, Any], list[Drawing]]:
    document = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    envelope = envelopes_of(document, Catalogue(), {})[0]
    return envelope, content.sheets([envelope])[1]


@cache
def written(name: str) -> bytes:
    return dxf.render(sheets(name)[1], name)


def tags(data: bytes) -> Entity:
    """Group codes and values, as the lines of the file tell them in pairs."""
    lines = data.decode("utf-8").split("\n")
    assert lines.pop() == ""
    assert len(lines) % 2 == 0
    return [(int(a), b) for a, b in zip(lines[::2], lines[1::2], strict=True)]


def entities(data: bytes) -> list[Entity]:
    """What stands in model space, read without a library."""
    found: list[Entity] = []
    inside = False
    for code, value in tags(data):
        if code == 0:
            inside = inside and value != "ENDSEC"
            if inside:
                found.append([])
        if inside:
            found[-1].append((code, value))
        inside = inside or (code, value) == (2, "ENTITIES")
    return found


def on(data: bytes, layer: str, kind: str) -> Iterator[Entity]:
    return (one for one in entities(data) if one[0][1] == kind and (8, layer) in one)


def values(entity: Entity, code: int) -> list[float]:
    return [float(value) for at, value in entity if at == code]


def read(data: bytes) -> Document:
    document = opened(StringIO(data.decode("utf-8")))
    audit = document.audit()
    assert not audit.errors
    assert not audit.fixes
    return document


def test_a_sign_by_a_eurocode_is_drawn_in_millimetres() -> None:
    document = json.loads((EXAMPLES / "en-roadside-sign.json").read_bytes())
    data = drawn(envelopes_of(document, Catalogue(), {}))
    ((x, y),) = [(values(one, 10), values(one, 20)) for one in on(data, "SIGN", "LWPOLYLINE")][:1]
    assert (max(x) - min(x), max(y) - min(y)) == pytest.approx((3200, 2000), abs=0.01)
    header = read(data).header
    assert [header[key] for key in ("$INSUNITS", "$MEASUREMENT", "$LUNITS")] == [4, 1, 2]


def test_the_face_of_a_wall_is_of_the_building() -> None:
    document = json.loads((EXAMPLES / "blade-sign.json").read_bytes())
    data = drawn(envelopes_of(document, Catalogue(), {}))
    (y,) = [values(one, 20) + values(one, 21) for one in on(data, "BUILDING", "LINE")]
    assert abs(y[0] - y[1]) > 12 * 18  # past the top of the sign


@pytest.mark.parametrize("name", NAMES)
def test_the_sign_has_its_true_size_in_inches(name: str) -> None:
    data = written(name)
    faces = sheets(name)[0]["trace"]["inputs"]["sign"]["elements"]
    boxes = [(values(one, 10), values(one, 20)) for one in on(data, "SIGN", "LWPOLYLINE")]
    sizes = [(max(x) - min(x), max(y) - min(y)) for x, y in boxes]
    wanted = [(12 * face["width_ft"], 12 * face["height_ft"]) for face in faces]
    assert sizes[: len(faces)] == [pytest.approx(size, abs=1e-5) for size in wanted]
    above = {round(wide, 3) for wide, _ in sizes[len(faces) :]}  # the same from above
    assert above == {round(wide, 3) for wide, _ in wanted}
    grade = values(next(on(data, "GROUND", "LINE")), 20)[0]
    lows = [min(y) - grade for _, y in boxes[: len(faces)]]
    assert lows == pytest.approx([12 * face["bottom_ft"] for face in faces], abs=1e-5)
    header = tags(data)
    assert header[header.index((9, "$INSUNITS")) + 1] == (70, "1")


def test_plate_and_rods_have_their_true_size() -> None:
    base = sheets("pole-sign-plate")[0]["trace"]["inputs"]["support"]["base"]
    data = written("pole-sign-plate")
    plate = next(on(data, "PLATE", "LWPOLYLINE"))
    wide = values(plate, 10)
    assert max(wide) - min(wide) == pytest.approx(base["plate"]["width_in"], abs=1e-5)
    x0, y0 = (sum(values(plate, code)) / 4 for code in (10, 20))
    rods = list(on(data, "RODS", "CIRCLE"))[: base["rods"]["count"]]
    assert len(rods) == base["rods"]["count"]
    for rod in rods:
        (x,), (y,), (radius,) = (values(rod, code) for code in (10, 20, 40))
        assert radius == pytest.approx(base["rods"]["diameter_in"] / 2, abs=1e-5)
        apart = ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
        assert apart == pytest.approx(base["rods"]["circle_in"] / 2, abs=1e-5)


def inches(words: str) -> float:
    """The first length in words: 3'-6 1/2", or 18 in."""
    found = re.search(r"(?:(\d+)'-)?(\d+)(?: (\d+)/(\d+))?\"", words)
    if found is None:
        plain = re.search(r"([\d.,]+) in\b", words)
        assert plain, words
        return float(plain[1])
    feet, whole, part, of = (int(one or 0) for one in found.groups())
    return 12 * feet + whole + part / (of or 1)


@pytest.mark.parametrize("name", NAMES)
def test_every_dimension_measures_what_it_says(name: str) -> None:
    document, drawings = read(written(name)), sheets(name)[1]
    found = document.modelspace().query("DIMENSION")
    wanted = [
        stroke.words
        for one in drawings
        if one.inch
        for stroke in one.strokes
        if isinstance(stroke, Dimension)
    ]
    assert [one.dxf.text for one in found] == wanted
    assert found
    for one in found:
        assert one.dxf.actual_measurement == pytest.approx(inches(one.dxf.text), abs=1 / 32)
        drawn = document.blocks.get(one.dxf.geometry)
        line = drawn.query("LINE").first
        length = (line.dxf.end - line.dxf.start).magnitude
        assert length == pytest.approx(one.dxf.actual_measurement, abs=1e-5)
        assert drawn.query("TEXT").first.dxf.text == one.dxf.text


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_sheets_is_there_and_no_other(name: str) -> None:
    document, drawings = read(written(name)), sheets(name)[1]
    space = document.modelspace()
    told = Counter(one.dxf.text for one in space.query('TEXT[layer=="TEXT"]'))
    assert told == Counter(
        stroke.words
        for one in drawings
        if one.inch
        for stroke in one.strokes
        if isinstance(stroke, Words)
    )
    titles = [one.dxf.text for one in space.query('TEXT[layer=="TITLE"]')]
    scaled = [one.title for one in drawings if one.inch]
    assert titles == ["1  " + scaled[0], name, *(f"{n}  {t}" for n, t in enumerate(scaled[1:], 2))]
    assert all("to scale" in one for one in scaled)
    assert all(document.layers.has_entry(layer) for layer in LAYERS)


def test_drawings_do_not_lie_on_one_another() -> None:
    ends = 0.0
    canvas = Canvas(100, 50, 2)
    canvas.rect(0, 0, 100, 50, "face")
    for box in on(dxf.render([canvas.drawing("a", "")] * 3), "SIGN", "LWPOLYLINE"):
        x, y = values(box, 10), values(box, 20)
        assert min(x) >= ends
        assert (max(x) - min(x), min(y), max(y)) == pytest.approx((50, 0, 25))
        ends = max(x) + 1
    assert ends == pytest.approx(161)


@pytest.mark.parametrize(
    "name",
    [
        "50%%d %%%% %%u",
        r"\P{\fArial;x}\U+0041",
        "^J^I^ ^x",
        "a\n0\nEOF\n  0\r\nSECTION\u2028\x85",
        "\x00\x1b[31m\ud800\ufffe",
        "\u202eabc \u05e9\u05dc\u05d5\u05dd \U0001f600",
    ],
)
def test_a_hostile_name_is_read_as_it_is(name: str) -> None:
    canvas = Canvas(500, 50, 1)
    canvas.text(0, 20, name)
    data = dxf.render([canvas.drawing("Seen", "")], name)
    assert [one[0][1] for one in entities(data)] == ["TEXT"] * 3
    assert [value for code, value in tags(data) if (code, value) == (0, "EOF")] == ["EOF"]
    texts = [one.dxf.text for one in read(data).modelspace()]
    shown = [_NUMBER.sub(lambda m: chr(int(m[1], 16)), plain_text(text)) for text in texts]
    assert shown == [printable(name), "1  Seen", printable(name)]


def test_the_same_bytes_in_every_process() -> None:
    seed = "7" if os.environ.get("PYTHONHASHSEED") != "7" else "8"
    there = subprocess.run(
        [sys.executable, "-c", BARE], env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    canvas = Canvas(90, 40, 2)
    canvas.rect(10, 10, 20, 20, "face")
    canvas.across(10, 30, 35, "10 in")
    assert there == dxf.render([canvas.drawing("Seen", "")], "sign")


def test_what_ezdxf_does_for_others_stays() -> None:
    for state in (True, False):
        options.write_fixed_meta_data_for_testing = state
        canvas = Canvas(10, 10, 1)
        dxf.render([canvas.drawing("Seen", "")])
        assert options.write_fixed_meta_data_for_testing is state


def test_every_style_has_a_layer_or_no_edge() -> None:
    fills = {"ground", "soil", "paper"}
    plots = {"curve", "good", "bad"}
    assert set(LAYER_OF) | fills | plots == set(STYLES)
    assert all('stroke="none"' in STYLES[style] for style in fills)
    assert set(LAYER_OF.values()) | {"TEXT", "TITLE"} == set(LAYERS)
