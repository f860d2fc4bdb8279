"""The plan: to scale, on its sheet, and where the wind acts."""

import json
from pathlib import Path as File
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.render.drawing.boxes import Box, boxes
from apex_cli.render.drawing.plan import plan
from apex_cli.render.drawing.primitives import Dot, Path
from tests.render.test_drawing import FACES, POLES, on_sheet, parts, words
from tests.render.test_stages import apart

GOLDEN = File(__file__).parents[1] / "golden"


def drawn(name: str) -> Any:
    found = json.loads((GOLDEN / f"{name}.all.json").read_bytes())
    trace, result = found["trace"], found["result"]
    sign = trace["inputs"]["sign"]
    return plan(sign, result["exposure"], trace["steps"], result["footing"])


def test_two_poles_stand_in_two_piers() -> None:
    drawing = drawn("two-pole-pylon")
    on_sheet(drawing)
    apart(drawing)
    faces = [item for item in parts(drawing, "rect") if "fill-opacity" in item]
    scale = float(faces[0]["width"]) / 14
    piers = [item for item in parts(drawing, "circle") if item["fill"] == "none"]
    assert [float(item["r"]) for item in piers] == pytest.approx([1.5 * scale] * 2, abs=0.02)
    assert float(piers[1]["cx"]) - float(piers[0]["cx"]) == pytest.approx(10 * scale, abs=0.02)
    shown = " ".join(words(drawing))
    for told in ("2 poles, 10'-0\" centre to centre", "pier Ø 3'-0\"", "14'-0\"",
                 "Case B, cabinet 1: e = ±2'-9 5/8\"", "wind on the faces, Case A"):  # fmt: skip
        assert told in shown, told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("flag-mounted-cabinet", "middle of the cabinet 5'-6\" off the axis"),
        ("monument-sign", "spread 2'-0\" × 12'-0\""),
        ("stepped-pylon", "cabinet 1'-6\" deep"),
    ],
)
def test_what_stands_where(name: str, told: str) -> None:
    drawing = drawn(name)
    on_sheet(drawing)
    apart(drawing)
    assert told in " ".join(words(drawing))


def test_bare_poles_have_no_faces() -> None:
    drawing = drawn("camera-pole")
    on_sheet(drawing)
    apart(drawing)
    assert "wind on the poles, Case A" in words(drawing)
    assert len([item for item in parts(drawing, "rect") if item["fill"] == "#7fa8cc"]) == 4


def test_no_line_to_the_words_crosses_a_pole() -> None:
    drawing = drawn("camera-pole")
    pole = next(one for one in drawing.strokes if isinstance(one, Dot) and one.style == "steel")
    body = Box(pole.x - pole.radius, pole.y - pole.radius, 2 * pole.radius, 2 * pole.radius)
    lines = [one for one in drawing.strokes if isinstance(one, Path) and one.style == "thin"]
    assert len(lines) == 6
    assert not any(body.meets(piece) for piece in boxes(lines))


@settings(deadline=None, max_examples=15)
@given(st.lists(FACES, min_size=1, max_size=13), POLES)
def test_any_sign_stays_on_its_sheet(faces: list[dict[str, Any]], poles: Any) -> None:
    drawing = plan({"elements": faces, "poles": poles}, None, [])
    on_sheet(drawing)
    apart(drawing)


def test_an_octagonal_pole_has_eight_corners() -> None:
    drawing = drawn("escarpment-site")
    (pole,) = [one for one in drawing.strokes if isinstance(one, Path) and one.style == "steel"]
    assert len(pole.points) == 8
    across = max(x for x, _ in pole.points) - min(x for x, _ in pole.points)
    assert across == pytest.approx(14 * drawing.inch, abs=0.01)
