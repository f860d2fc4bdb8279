"""Signs at buildings on paper and screen: elevations, loads at the wall, one line, a sweep."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli import calculate, sweep
from apex_cli.audit.cases import editions
from apex_cli.audit.impact import impact
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.brief import brief
from apex_cli.render.csv import points
from apex_cli.render.drawing import on_wall, projecting, wall_section
from apex_cli.render.drawing.boxes import boxes, words_box
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.drawing.primitives import Rect, Words
from apex_cli.render.report.answers import ReportedAnswers
from apex_cli.render.report.cover import cover
from apex_cli.render.report.figures import Figures
from apex_cli.render.report.model import Facts, Paragraph, Table
from apex_cli.render.sweep import table
from tests.render.test_drawing import on_sheet, parts, words

EXAMPLES = Path(__file__).parents[2] / "examples"


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    return found


def drawn(name: str, **overrides: Any) -> Drawing:
    """The elevation of an example, as the package has it."""
    answer = calculate("exposure", document(name), overrides=overrides)
    inputs, steps = answer["trace"]["inputs"], answer["trace"]["steps"]
    sheets = [*Figures({"exposure": answer["result"]}, inputs, steps, [], ()).sheets()]
    for sheet in sheets:
        on_sheet(sheet)
    return sheets[0]


def test_the_wall_has_its_zone_and_its_anchors() -> None:
    sheet = drawn("wall-cabinet")
    assert "zone 5" in words(sheet)
    assert "a = 8'-0\"" in words(sheet)
    assert "20'-0\"" in words(sheet)
    faces = [item for item in parts(sheet, "rect") if item["fill"] == "#dfe9f3"]
    (strip,) = [item for item in parts(sheet, "rect") if item["fill"] == "#e4dccb"]
    # 8 ft of zone against the 12 ft of the cabinet
    assert float(strip["width"]) / float(faces[0]["width"]) == pytest.approx(8 / 12, abs=0.01)
    assert len(parts(sheet, "circle")) == 8 + 6


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("wall-cabinet", {"2  lettering", "p = 35.52 psf", "F = 319.677 lbf", "6 at 1'-0\""}),
        ("blade-sign", {"gap 0'-6\""}),
    ],
)
def test_words_beside_a_cabinet_stand_on_no_line(name: str, told: set[str]) -> None:
    strokes = [one for stroke in drawn(name).strokes for one in getattr(stroke, "parts", [stroke])]
    found = [one for one in strokes if isinstance(one, Words) and one.words in told]
    assert {one.words for one in found} == told
    for word in found:
        others = boxes(one for one in strokes if one != word)
        assert not any(words_box(word).meets(box) for box in others), word


def test_a_sign_on_a_wall_is_cut_to_scale() -> None:
    answer = calculate("exposure", document("wall-cabinet"))
    sign = answer["trace"]["inputs"]["sign"]
    sheet = wall_section.section(sign, answer["result"])
    on_sheet(sheet)
    foot = 12 * sheet.inch
    faces = [one for one in sheet.strokes if isinstance(one, Rect) and one.style == "face"]
    sizes = [size for one in faces for size in (one.width / foot, one.height / foot)]
    assert sizes == pytest.approx([0.75, 4, 0.25, 1.5])
    rows = [one.y for one in sheet.strokes if isinstance(one, Rect) and one.style == "rod"]
    assert len(rows) == 2 + 1
    assert rows[0] - rows[1] == pytest.approx(sheet.inch * 40)
    told = {"2 at 3'-4\"", "0'-9\"", "4'-0\"", "12'-0\"", "2 rows of 4 anchors, 3'-8\" apart",
            "1  cabinet", "off the wall 1,411.959 lbf", "weight 384 lbf", "0'-3\"",
            "one row of 6 anchors, 1'-0\" apart"}  # fmt: skip
    assert told <= set(words(sheet))


def test_a_section_tells_the_gap_and_what_is_not_told() -> None:
    face = {"width_ft": 2, "height_ft": 2, "bottom_ft": 9}
    faces = [{**face, "thickness_ft": 0.5}, face, {**face, "bottom_ft": 12}]
    sheet = wall_section.section({"elements": faces, "gap_ft": 0.5}, None)
    on_sheet(sheet)
    told = {"gap 0'-6\"", "out 1'-0\"", "depth not told", "anchors: none are told",
            "2  cabinet and 1 alike"}  # fmt: skip
    assert told <= set(words(sheet))
    many = [{**face, "height_ft": n} for n in range(1, 6)]
    sheet = wall_section.section({"elements": many}, None)
    assert sheet.title.endswith("; 2 more kinds of cabinets are not drawn")


def test_a_wall_without_known_edges_has_no_zone() -> None:
    sheet = drawn("wall-cabinet", **{"sign.building.right_ft": None})
    assert "zone 5" not in words(sheet)
    sheet = drawn("wall-cabinet", **{"sign.building.depth_ft": None})
    assert "zone 5" not in words(sheet)
    assert "20'-0\"" in words(sheet)


def test_a_blade_has_its_wall_brackets_and_case_b() -> None:
    sheet = drawn("blade-sign")
    shown = words(sheet)
    assert "B: e = 0'-8 3/8\"" in shown
    assert "gap 0'-6\"" in shown
    assert "4'-0\"" in shown
    assert "28'-0\"" not in shown  # the wall goes on
    assert "19'-0\"" in words(drawn("blade-sign", **{"sign.building.mean_roof_height_ft": 19}))
    steel = [item for item in parts(sheet, "rect") if item["fill"] == "#aeb8c2"]
    assert len(steel) == 2
    sheet = drawn("blade-sign", **{"sign.brackets": None, "sign.gap_ft": 0})
    assert not [item for item in parts(sheet, "rect") if item["fill"] == "#aeb8c2"]
    assert not any("gap" in text for text in words(sheet))
    single = {"count": 1}
    assert "4'-0\"" not in words(drawn("blade-sign", **{"sign.brackets": single}))


# Large enough for their anchors: others are refused before anything is drawn.
PLACES = st.fixed_dictionaries(
    {
        "width_ft": st.floats(0.9, 60),
        "height_ft": st.floats(0.6, 30),
        "bottom_ft": st.floats(0, 60),
        "offset_ft": st.floats(-30, 30),
        "anchors": st.none()
        | st.fixed_dictionaries({
            "rows": st.integers(1, 4), "columns": st.integers(1, 6),
            "row_spacing_in": st.just(2), "column_spacing_in": st.just(2),
        }),
    }
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(faces=st.lists(PLACES, min_size=1, max_size=4), edge=st.floats(0, 100), top=st.floats(3, 90))
def test_any_sign_stays_on_its_sheet(faces: list[Any], edge: float, top: float) -> None:
    told = [{key: value for key, value in face.items() if value is not None} for face in faces]
    building = {"mean_roof_height_ft": top, "left_ft": edge}
    found = on_wall.elevation({"elements": told, "building": building}, {"zone_width_ft": 4})
    assert ET.fromstring(found.svg).tag.endswith("svg")
    on_sheet(found)
    sign = {"elements": told, "building": building, "gap_ft": 1, "brackets": {"count": 1}}
    on_sheet(projecting.elevation(sign, None))
    on_sheet(wall_section.section({**sign, "gap_ft": edge}, None))


@pytest.mark.parametrize(
    ("name", "described", "columns", "anchors"),
    [
        ("wall-cabinet", "on a wall", ["off the wall", "weight", "moment of the weight"], 8),
        (
            "blade-sign",
            "projecting",
            ["along the wall", "weight", "moment about the vertical", "moment of the weight"],
            4,
        ),
    ],
)
def test_the_first_page_tells_what_reaches_the_wall(
    name: str, described: str, columns: list[str], anchors: int
) -> None:
    blocks = cover(ReportedAnswers([calculate("exposure", document(name))])).blocks
    tables = {block.title: block for block in blocks if isinstance(block, Table)}
    loads = tables["Loads at the wall, wind at strength level, weight without a factor"]
    assert [column.name for column in loads.columns][1:] == columns
    assert f"The most that one anchor of {anchors} takes" in tables
    assert any(isinstance(one, Paragraph) and described in one.text for one in blocks)
    assert not any(isinstance(one, Facts) and "Foundation" in one.title for one in blocks)
    bare = calculate("exposure", document(name), overrides={
        "sign.brackets" if name == "blade-sign" else "sign.elements.0.anchors": None,
        **({} if name == "blade-sign" else {"sign.elements.1.anchors": None}),
    })  # fmt: skip
    found = cover(ReportedAnswers([bare])).blocks
    assert not any(isinstance(one, Table) and "anchor" in one.title for one in found)


def test_one_line_tells_what_reaches_the_wall() -> None:
    line = brief(calculate("exposure", document("wall-cabinet")))
    assert "outward 1,732 lbf · anchor tension 226 lbf · anchor shear" in line
    assert "velocity pressure" not in line
    line = brief(calculate("exposure", document("blade-sign")), si=True)
    assert "along 2.21 kN · turn 1.99 kN·m" in line


def test_a_sweep_tells_it_and_what_has_no_answer() -> None:
    found = sweep("exposure", document("wall-cabinet"), {"sign.gap_ft": [0, 0.25, 5]}).result
    assert found is not None
    text = table(found, width=120)
    assert "outward" in text
    assert "anchor" in text
    assert "wall.gap" in text
    (head, first, _, last) = points(found).splitlines()
    at = head.split(",").index("outward_lbf")
    assert float(first.split(",")[at]) == found["rows"][0]["outward_lbf"]
    assert last.split(",")[at] == ""


def test_editions_are_compared_with_their_packs_of_buildings() -> None:
    cases = editions(document("wall-cabinet"), Catalogue())
    assert [one.overrides for one in cases] == [
        {"packs.exposure": ref, "packs.building": ref}
        for ref in ("asce7-10_v1", "asce7-16_v1", "asce7-22_v1")
    ]
    code = {**document("wall-cabinet"), "packs": {"footing": "broms-clay_v1"}}
    assert all("packs.building" not in one.overrides for one in editions(code, Catalogue()))
    both = {**document("wall-cabinet")["packs"], "footing": "ibc-2021_v1"}
    named = editions({**document("wall-cabinet"), "packs": both}, Catalogue())
    assert [one.overrides["packs.building"] for one in named][:2] == ["asce7-16_v1"] * 2


def test_another_edition_moves_what_reaches_the_wall(tmp_path: Path) -> None:
    for name, place in (("wall-cabinet", "/at_wall/outward_lbf"), ("blade-sign", "/at_wall/turn")):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(document(name)))
        moved = impact(str(path), ["exposure=asce7-10_v1", "building=asce7-10_v1"], Catalogue())
        assert moved["headlines"]["exposure"]["ratio"] != 1
        assert any(place in change["pointer"] for change in moved["changes"])
