"""Areas in another unit, and faces that are no rectangles."""

from math import pi
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.equations import Bare, Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.model import Inputs
from apex_cli.project.sign import Element
from apex_cli.project.view import located
from apex_cli.quantities import Known
from apex_cli.records.model import Faulty
from apex_cli.render.drawing.elevation import elevation
from apex_cli.run.chain import run
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.result import ExposureResult
from apex_cli.solvers.exposure.solve import solve
from apex_cli.solvers.takeoff import TakeoffInputs, takeoff

PACK, _ = Catalogue().load("exposure", "asce7-16_v1")
FACE = {"width_ft": 10, "height_ft": 8, "bottom_ft": 20}
CORNERS = [[0, 0], [10, 0], [0, 8]]


def inputs_of(*elements: dict[str, Any], **more: Any) -> Inputs:
    site = {"wind_speed_mph": 115, "risk_category": "II", "exposure": "C", "kzt": 1.0}
    document = {"site": site, "sign": {"elements": [FACE | one for one in elements]}, **more}
    return located(Inputs.read(document))


def wind(*elements: dict[str, Any], trace: Bare | None = None, **more: Any) -> ExposureResult:
    assert isinstance(PACK, ExposurePack)
    return solve(ExposureInputs.of(inputs_of(*elements, **more)), PACK, trace or Bare())


def told(**more: Any) -> list[tuple[str, str]]:
    """The warnings of an area, with what they say."""
    trace = Trace()
    wind(more, trace=trace)
    return [(c.severity, c.message) for c in trace.cautions if c.code == "sign.area_small"]


def faults(**more: Any) -> dict[str, str]:
    with pytest.raises(Faulty) as caught:
        Element.read(FACE | more)
    return {fault.pointer: fault.detail for fault in caught.value.faults}


def test_area_in_square_metres_f07() -> None:
    """10 x 8 = 80 ft2 are 7.43 m2."""
    ((severity, message),) = told(area_ft2=7.43)
    assert severity == "warning"
    assert "7.43 ft2" in message
    assert "80 ft2" in message
    assert message.endswith("square metres?")


def test_small_areas_that_are_no_metres() -> None:
    ((_, message),) = told(area_ft2=20)
    assert "metres" not in message
    assert not told(area_ft2=40)
    assert not told(area_ft2=39.99999999999)
    assert not told(area_ft2=66)
    assert told(area_ft2=39.9)


@pytest.mark.parametrize(
    ("area", "asked"),
    [
        (200, ""),
        (80.001, ""),
        (160, "both sides counted?"),
        (80 * 144, "square inches?"),
        (80 / 0.3048**2, "width and height in metres?"),
    ],
)
def test_area_above_width_times_height_is_refused_f07(area: float, asked: str) -> None:
    (told_at,) = faults(area_ft2=area).items()
    assert told_at[0] == "/area_ft2"
    assert f"{area:g} ft2 is more than width times height, 80 ft2" in told_at[1]
    assert told_at[1].endswith(asked or "80 ft2")


def test_a_refused_area_is_exit_3_at_its_place() -> None:
    document = {
        "schema_version": 1, "name": "t", "packs": {"exposure": "asce7-16_v1"},
        "site": {"wind_speed_mph": 115, "exposure": "C"},
        "sign": {"elements": [FACE, FACE | {"area_ft2": 200}]},
    }  # fmt: skip
    with pytest.raises(Exception, match="more than width times height") as caught:
        run("exposure", document, Catalogue())
    error: Any = caught.value
    assert error.exit_code == 3
    assert [fault.pointer for fault in error.faults] == ["/sign/elements/1/area_ft2"]


def test_the_whole_area_is_a_rectangle() -> None:
    """Also with the dust of a product written out."""
    plain = wind({}).base
    assert wind({"area_ft2": 80}).base == plain
    assert wind({"area_ft2": 80 * (1 + 1e-12)}).base is not None


@pytest.mark.parametrize(
    ("outline", "area", "centroid"),
    [
        ({"outline": "rectangle"}, 80, 4),
        ({"outline": "triangle_up"}, 40, 8 / 3),
        ({"outline": "triangle_down"}, 40, 16 / 3),
        ({"outline": "ellipse"}, 20 * pi, 4),
        ({"area_ft2": 66}, 66, 4),
        ({"area_ft2": 66, "centroid_ft": 3.5}, 66, 3.5),
        ({"outline": "polygon", "points": [[0, 0], [10, 0], [5, 8]]}, 40, 8 / 3),
        ({"outline": "polygon", "points": [[5, 8], [10, 0], [0, 0]]}, 40, 8 / 3),
        # an octagon with corners of 2 ft cut off: 80 - 4 x 2
        (
            {
                "outline": "polygon",
                "points": [[2, 0], [8, 0], [10, 2], [10, 6], [8, 8], [2, 8], [0, 6], [0, 2]],
            },
            72,
            4,
        ),
        # an L: 10 x 2 below, 4 x 6 above it: (20 x 1 + 24 x 5)/44 high
        (
            {"outline": "polygon", "points": [[0, 0], [10, 0], [10, 2], [4, 2], [4, 8], [0, 8]]},
            44,
            140 / 44,
        ),
    ],
)
def test_area_and_height_by_hand(outline: dict[str, Any], area: float, centroid: float) -> None:
    """Force on its own area with the coefficient of the rectangle, at its own centroid."""
    result, plain = wind(outline), wind({})
    face, whole = result.elements[0], plain.elements[0]
    assert face.area_ft2 == pytest.approx(area)
    assert face.centroid_ft == pytest.approx(20 + centroid)
    assert face.cf == whole.cf
    assert face.force_lbf == pytest.approx(whole.force_lbf * area / 80)
    assert result.base is not None
    assert result.base.moment_kipft == pytest.approx(face.force_lbf * (20 + centroid) / 1000)


def test_a_face_on_the_ground_has_its_force_higher() -> None:
    """s/h = 1: 0.05 s above the centroid, 8/3 + 0.4."""
    result = wind({"bottom_ft": 0, "outline": "triangle_up"})
    assert result.elements[0].centroid_ft == pytest.approx(8 / 3 + 0.4)


def test_a_polygon_to_one_side_turns_and_leans() -> None:
    """A triangle with its upright side on the left: centroid 10/3 from it, 5/3 from the middle."""
    polygon = {"outline": "polygon", "points": CORNERS, "weight_psf": 10}
    trace = Trace()
    result = wind(polygon, trace=trace)
    force = result.elements[0].force_lbf
    assert result.cases[0].torsion_kipft == pytest.approx(force * 5 / 3 / 1000)
    assert result.cases[1].torsion_kipft == pytest.approx(force * (5 / 3 + 2) / 1000)
    assert result.base is not None
    assert result.base.dead_load_lbf == pytest.approx(400)
    assert result.base.dead_moment_kipft == pytest.approx(-0.4 * 5 / 3)
    assert all(isinstance(t, Known) for step in trace.steps for t in step.terms.values())
    assert any("rectangle around it" in sentence for sentence in trace.assumptions)
    balanced = wind(polygon | {"offset_ft": 5 / 3})
    assert balanced.cases[0].torsion_kipft == pytest.approx(0, abs=1e-12)


def test_weight_of_an_outline_sways_at_its_centroid() -> None:
    poles = {"shape": "round", "width_in": 12, "wall_in": 0.5, "weight_plf": 60, "top_ft": 28}

    def frequency(**outline: Any) -> float:
        trace = Trace()
        document = inputs_of({"weight_psf": 5, **outline}).as_json()
        document["sign"]["poles"] = poles
        inputs = ExposureInputs.of(located(Inputs.read(document)))
        assert isinstance(PACK, ExposurePack)
        solve(inputs, PACK, trace)
        return next(s.value for s in trace.steps if s.card.name == "centre_of_weight")

    assert frequency(outline="triangle_up") == pytest.approx(20 + 8 / 3)
    assert frequency(outline="ellipse") == pytest.approx(24)


def test_the_price_counts_the_outline() -> None:
    wanted = ["sign.area_ft2"]
    made = inputs_of({}, {"outline": "ellipse"}, {"area_ft2": 66})
    amounts = takeoff(TakeoffInputs.of(made, wanted), {}, wanted, Trace())
    assert amounts == {"sign.area_ft2": pytest.approx(80 + 20 * pi + 66)}


def test_an_area_given_has_its_middle_told() -> None:
    trace = Trace()
    wind({"area_ft2": 66}, trace=trace)
    assert any("centroid_ft is not given" in sentence for sentence in trace.assumptions)
    trace = Trace()
    wind({"area_ft2": 66, "centroid_ft": 4}, trace=trace)
    assert not any("centroid_ft is not given" in sentence for sentence in trace.assumptions)


def test_points_in_metres_are_told() -> None:
    """Within a box in ft, a polygon in m has less than half of it."""
    points = [[0, 0], [3.05, 0], [3.05, 2.44], [0, 2.44]]
    ((_, message),) = told(outline="polygon", points=points)
    assert "less than half" in message


@pytest.mark.parametrize(
    ("more", "where", "words"),
    [
        ({"outline": "ellipse", "area_ft2": 60}, "/area_ft2", "give one or the other"),
        (
            {"outline": "polygon", "points": CORNERS, "centroid_ft": 3},
            "/centroid_ft",
            "give one or the other",
        ),
        ({"centroid_ft": 4}, "/centroid_ft", "belongs to area_ft2"),
        ({"area_ft2": 40, "centroid_ft": 1.9}, "/centroid_ft", "2 to 6 ft"),
        ({"area_ft2": 40, "centroid_ft": 6.1}, "/centroid_ft", "2 to 6 ft"),
        ({"outline": "polygon"}, "/points", "needs its points"),
        ({"points": CORNERS}, "/points", "belong to the outline polygon"),
        ({"outline": "polygon", "points": CORNERS[:2]}, "/points", "at least 3"),
        ({"outline": "polygon", "points": [[0, 0], [11, 0], [0, 8]]}, "/points/1", "outside"),
        ({"outline": "polygon", "points": [[0, 0], [9, 0], [0, 9]]}, "/points/2", "outside"),
        ({"outline": "polygon", "points": [[0, 0], [9, 0], [0, -1]]}, "/points/2/1", "0"),
        ({"outline": "polygon", "points": [[0, 0], [9], [0, 8]]}, "/points/1", "2 items"),
        ({"outline": "polygon", "points": [*CORNERS, [0, 0]]}, "/points/3", "closes by itself"),
        (
            {"outline": "polygon", "points": [[0, 0], [10, 8], [10, 0], [0, 8]]},
            "/points",
            "side 1 and side 3 of the outline meet",
        ),
        (
            {"outline": "polygon", "points": [[0, 0], [10, 0], [10, 8], [5, 0], [0, 8]]},
            "/points",
            "side 1 and side 3 of the outline meet",
        ),
        (
            {"outline": "polygon", "points": [[0, 0], [10, 0], [5, 0]]},
            "/points",
            "side 1 and side 2 of the outline meet",
        ),
        (
            {"outline": "polygon", "points": [[0, 0], [3, 0], [3, 5], [6, 0]]},
            "/points",
            "side 1 and side 4",
        ),
        (
            {"outline": "polygon", "points": [[0, 0], [1e-6, 0], [1e-6, 1e-6]]},
            "/points",
            "enclose no area",
        ),
        ({"outline": "star"}, "/outline", "polygon"),
    ],
)
def test_outlines_that_do_not_fit(more: dict[str, Any], where: str, words: str) -> None:
    found = faults(**more)
    assert words in found[where]


@settings(deadline=None, max_examples=60)
@given(cut=st.floats(1, 9), high=st.floats(1, 7), step=st.floats(-0.001, 0.001))
def test_a_polygon_is_continuous_in_its_corners(cut: float, high: float, step: float) -> None:
    """An L moved by 0.001 ft moves no answer by more than 2 %."""

    def answer(x: float) -> ExposureResult:
        points = [[0, 0], [10, 0], [10, high], [x, high], [x, 8], [0, 8]]
        return wind({"outline": "polygon", "points": points})

    one, other = answer(cut), answer(cut + step)
    assert one.base is not None
    assert other.base is not None
    assert other.base.moment_kipft == pytest.approx(one.base.moment_kipft, rel=0.02)
    assert other.base.torsion_kipft == pytest.approx(one.base.torsion_kipft, rel=0.02)


@pytest.mark.parametrize(
    ("outline", "corners"),
    [
        ({"outline": "triangle_up"}, 3),
        ({"outline": "triangle_down"}, 3),
        ({"outline": "ellipse"}, 48),
        ({"outline": "polygon", "points": CORNERS}, 3),
    ],
)
def test_the_drawing_has_the_outline(outline: dict[str, Any], corners: int) -> None:
    drawing = elevation({"elements": [FACE | outline]}, None)
    shape = drawing.svg.partition('<polygon points="')[2].partition('"')[0].split()
    assert len(shape) == corners
    plain = elevation({"elements": [FACE]}, None)
    assert "<polygon" not in plain.svg or "<polygon" in drawing.svg
