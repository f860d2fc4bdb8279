"""What a plan checker looks for on the first page and in the drawings, example by example."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from apex_cli.package.answers import envelopes_of
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render import measures
from apex_cli.render.brief import brief
from apex_cli.render.drawing import fixings, plots
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.report import html, markdown
from apex_cli.render.report.answers import ReportedAnswers, Signing
from apex_cli.render.report.content import Wish, report, sheets
from apex_cli.render.report.cover import _profile, cover, verdict
from apex_cli.render.report.ground import ground
from apex_cli.render.report.model import Report, Section, Table
from apex_cli.render.report.mounted import wall_pressures
from tests.render.test_drawing import on_sheet, words

EXAMPLES = Path(__file__).parents[2] / "examples"


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    return found


@cache
def answered(name: str) -> tuple[dict[str, Any], ...]:
    return tuple(envelopes_of(document(name), Catalogue(), {}))


def written(section: Section) -> str:
    """A section as it is read."""
    head = package("bare-footing").head
    made = Report(head, package("bare-footing").facts, (section,))
    return markdown.render(made).replace("\\", "")


@cache
def package(name: str) -> Report:
    return report(answered(name), Signing("", "", ""), wish=Wish())


def first_page(name: str) -> str:
    return written(cover(ReportedAnswers(answered(name))))


def drawings(name: str) -> list[Drawing]:
    return sheets(answered(name))[1]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("pole-sign", "lateral 150 psf/ft × 2 (isolated pole)"),
        ("pole-sign", "presumptive values, no geotechnical report"),
        ("bare-footing", "lateral 150 psf/ft; bearing 2,000 psf"),
        ("wall-sign", "friction 0.25"),
        ("monument-sign", "cohesion 130 psf"),
        ("escarpment-site",
         "two-dimensional escarpment, H = 90 ft, Lh = 150 ft, 60 ft downwind of the crest"),
        ("given-pressure-monument", "50 psf at strength level"),
        ("camera-pole", "1.25 in, 457.859 lbf, in the dead load where it adds; wind on ice is not"),
        ("stepped-pylon", "3 cabinets (9'-0\" × 5'-0\", 7'-0\" × 3'-0\", 6'-0\" × 2'-6\")"),
        ("wall-cabinet", "1 row, 6 columns 1'-0\" apart; one takes 32.718 lbf tension, 4.5 lbf"),
        ("wall-cabinet", "(ASD): NOT CHECKED, no capacity"),
        ("wall-cabinet", "2 rows 3'-4\" apart, 4 columns 3'-8\" apart; one may take 820 lbf"),
        ("wall-cabinet", "to the wall's edges 60'-0\" left and 13'-0\" right; zone 5 is 8'-0\""),
        ("wall-cabinet", "on a wall, without a gap"),
        ("wall-cabinet", "cabinet 29.416 psf off the wall, 22.319 psf towards it (zone 5)"),
        ("blade-sign", "projecting from a wall, 0'-6\" off it, on 2 brackets 4'-0\" apart"),
        ("roof-sign", "on a roof, on 3 frames 6'-0\" apart, from foot to foot 5'-0\""),
        ("pole-sign", "strength and reinforcement of the pier's concrete"),
        ("pole-sign", "and soil side friction is not given."),
        ("two-cabinet-pylon", "Loads at grade, Case C governs; the torsion is of Case B"),
        ("two-cabinet-pylon",
         "Read with cabinets near one another as one face, up to 157.485 kip-ft and 7,191.559 lbf"),
        ("pole-sign-plate",
         "Read with lap: offset, the anchor rods need to reach 42.923 in, more than the 36 in"),
        ("heights-profile", "Velocity pressure over the height"),
        ("en-planted-posts", "25 years: c_prob = 0.9597, v_b = 22.07 m/s"),
        ("en-hoarding", "on the sides of cabinets without thickness."),
        ("camera-pole", "41.59° N, 93.62° W, 960 ft"),
        ("camera-pole", "by a factor of 16.8 (moment, ASD)"),
        ("monument-sign-slab", "3'-6\"; sliding governs its size in plan"),
        ("monument-sign-slab", "at least 2.88 in² (16.3.4.1), developed in the slab; how the"),
        ("masonry-monument", "All 5 checks pass, for the wind alone."),
        ("monument-sign-slab", "Most used, minimum sizes aside, at 0.75:"),
    ],
)  # fmt: skip
def test_the_first_page_has(name: str, told: str) -> None:
    assert told in first_page(name)


def table(name: str, title: str) -> Table:
    blocks = cover(ReportedAnswers(answered(name))).blocks
    return next(one for one in blocks if isinstance(one, Table) and one.title.startswith(title))


def test_the_earthquake_stands_among_the_loads_where_it_governs() -> None:
    rows = table("masonry-monument", "Loads at grade: the earthquake governs").rows
    # V = Cs W = 0.5 x 4200, M = V x 2.5 ft, and 0.7 of it at ASD
    assert rows[-2][:5] == ("0.9D+1.0E", "strength", "2,520", "2,100", "5.25")
    assert rows[-1][:5] == ("0.6D+0.7E", "ASD", "1,638", "1,470", "3.675")
    assert "E" not in "".join(row[0] for row in table("camera-pole", "Loads at grade").rows)


def test_bars_count_as_concrete_of_the_pier_whatever_their_clause() -> None:
    rows = table("pole-sign-embedded", "Checks").rows
    assert [row[:2] for row in rows[:2]] == [("Pier in the ground", "4"),
                                             ("Concrete of the pier", "15")]  # fmt: skip


FIELD = re.compile(r"\b(?:footing|gust|local|plate|rod|sign|site|soil|steel|support)\.[a-z_.]+\w")


@pytest.mark.parametrize("name", ["pole-sign-plate", "pole-sign-embedded"])
def test_no_field_is_named_on_paper(name: str) -> None:
    sections = [one for one in package(name).sections if one.title != "Drawings"]
    text = "".join(map(written, sections))
    codes = {item["code"] for one in answered(name) for item in one["warnings"]}
    assert {*FIELD.findall(text)} <= codes
    assert "deflection, in" in text
    assert not re.search(r"beta_1|\bin2\b|<=|lrfd", text)
    if name == "pole-sign-plate":
        for told in (
            "middle above grade 1.5 ft",
            "method LRFD",
            "rod: standoff, AISC",
            "10.18 in²",
        ):
            assert told in text, told


def test_dashed_lines_in_cabinets_are_told_of() -> None:
    for name, told in (("two-cabinet-pylon", True), ("pole-sign", False)):
        assert drawings(name)[0].title.endswith("; dashed: strips of Case C") == told


def test_parts_of_parts_are_called_alike() -> None:
    titles = {
        block.title
        for section in package("two-pole-pylon").sections
        for block in section.blocks
        if isinstance(block, Table)
    }
    assert {"ASD: directions", "Per pole: ASD: directions", "Elements: Case C"} <= titles


def test_what_a_pole_carries_is_no_factored_load() -> None:
    found = table("two-pole-pylon", "One of 2 poles")
    assert [column.name for column in found.columns][:2] == ["level", "dead load"]


@pytest.mark.parametrize(
    ("name", "kind", "word", "told"),
    [
        ("pole-sign-support", "pass", "PASS", "All 13 checks pass"),
        ("wall-sign", "review", "PASS, STRUCTURE NOT CHECKED", "All 5 checks pass"),
        ("pole-sign", "review", "PASS, POLES NOT CHECKED", "All 5 checks pass"),
        ("stepped-pylon", "review", "PASS, POLES NOT CHECKED", "1 warning stands below."),
        ("wall-cabinet", "review", "PASS, SOME ANCHORS NOT CHECKED", "1 warning stands below."),
        ("blade-sign", "review", "PASS", "1 warning stands below."),
        ("flag-mounted-cabinet", "review", "REVIEW, POLES NOT CHECKED", "asks for an engineer"),
        ("roof-sign", "review", "LOADS ONLY", "Nothing is checked here"),
        ("en-hoarding", "review", "LOADS ONLY", "Nothing is checked here"),
    ],
)
def test_green_is_what_is_checked_and_needs_no_look(
    name: str, kind: str, word: str, told: str
) -> None:
    answer = answered(name)[-1]
    if answer["kind"] == "all":  # what the terminal says of the whole sign
        first, _, left = word.replace("LOADS", "PASS, LOADS").partition(", ")
        assert brief(answer).startswith(first)
        assert left.lower() in brief(answer)
    found = verdict(ReportedAnswers(answered(name)))
    assert (found.kind, found.word) == (kind, word)
    assert told in found.text


def moved(name: str, **footing: float) -> ReportedAnswers:
    """The answers of an example whose footing is another."""
    made = document(name)
    made["footing"] |= footing
    return ReportedAnswers(envelopes_of(made, Catalogue(), {}))


def test_a_failing_page_names_the_worst_first_and_what_is_not_checked() -> None:
    found = verdict(moved("pole-sign", depth_ft=5))
    assert (found.kind, found.word) == ("fail", "FAIL")
    assert "pier in the ground: lateral, depth. Poles not checked." in found.text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "pole-sign",
            "lateral 150 psf/ft × 2 (isolated pole) × 1.3 (increase); bearing 2,000 psf;",
        ),
        ("bare-footing", "lateral 150 psf/ft × 1.3 (increase); bearing 2,000 psf;"),
        ("monument-sign", "bearing 1,500 psf × 1.3 (increase); cohesion 130 psf;"),
    ],
)
def test_an_increase_of_bearing_stands_with_the_soil(name: str, told: str) -> None:
    answers = moved(name, pressure_increase=1.3)
    assert told in ground(answers.inputs["soil"], answers)


def test_a_eurocode_package_is_in_metres_and_kilonewtons() -> None:
    text = first_page("en-roadside-sign")
    for told in (
        "One cabinet, 3.2 m × 2 m, top 4.5 m above grade, on 2 poles", "800 mm",
        "2 spread footings, each 1.9 m × 1.9 m × 0.5 m thick, bottom 1 m below grade",
        "2 × 168 mm round", "weight 18 kN/m³ (114.6 pcf)", "3.61 m³",
    ):  # fmt: skip
        assert told in text, told
    loads = table("en-roadside-sign", "Loads at grade")
    assert [column.unit for column in loads.columns][2:6] == ["kN", "kN", "kN·m", "kN·m"]
    # 1887.685 lbf on the panel and 119.434 lbf on the poles are 8.928 kN, 1.5 times 13.39
    assert loads.rows[0][3] == "13.39"
    shown = [word for sheet in drawings("en-roadside-sign") for word in words(sheet)]
    for told in ("3.2 m", "F = 8.397 kN", "p = 1.312 kPa", "2.4 m c/c", "depth 1 m", "frost 800 mm",
                 "P = 7.263 kN (characteristic)", "1 m"):  # fmt: skip
        assert told in shown, told
    assert not any("'-" in word or "lbf" in word for word in shown)
    sections = {one.title: one for one in package("en-roadside-sign").sections}
    assert [*sections].index("Results in SI units") < [*sections].index("Results: wind")
    assert "Resistance | 66.6" in " ".join(written(sections["Results in SI units"]).split())
    assert "kN" in written(sections["Checks"])
    assert "pcf" not in written(sections["Inputs"])


def test_a_wall_sign_has_its_anchors_told_and_its_edge() -> None:
    sheet, _ = drawings("wall-cabinet")
    on_sheet(sheet)
    # the lettering ends 9 + 3 ft from the axis, the wall 13 ft
    for told in ("4 at 3'-8\"", "2 at 3'-4\"", "6 at 1'-0\"", "1'-0\"",
                 "2  lettering", "p = 35.52 psf", "F = 319.677 lbf"):  # fmt: skip
        assert told in words(sheet), told


def test_a_blade_has_its_wind_and_the_anchors_of_a_bracket() -> None:
    face, detail = drawings("blade-sign")
    for told in ("p = 23.713 psf", "F = 497.966 lbf", "B: e = 0'-8 3/8\"", "wall up to 28'-0\""):
        assert told in words(face), told
    assert {'8"', "4 anchors, 2 by 2", "edge distances: not told"} <= {*words(detail)}
    assert detail.title.startswith("One of 2 brackets")
    one = {"brackets": {"count": 1, "anchors": {"rows": 1, "columns": 1}}}
    found = fixings.bracket(one, None)
    assert found is not None
    on_sheet(found)
    assert words(found) == ["1 anchor, 1 by 1", "edge distances: not told"]
    assert fixings.bracket({"brackets": {"count": 2}}, None) is None


def test_a_roof_sign_has_a_frame_from_its_side() -> None:
    _, side = drawings("roof-sign")
    on_sheet(side)
    for told in ("5'-0\"", "4'-0\"", "one presses 3,255.875 lbf (2,008.405)",
                 "the other pulls 2,934.429 lbf (1,748.897)"):  # fmt: skip
        assert told in words(side), told
    # the couple of 15.103 kip-ft over 5 ft is 3,020.6 lbf
    sign = document("roof-sign")["sign"]
    found = fixings.frame(sign, {"roof_ft": 20, "frames": []})
    assert found is not None
    assert not any("presses" in word for word in words(found))
    assert fixings.frame(sign, None) is None
    (calculation,) = package("roof-sign").sections[-1:]
    text = written(calculation)
    assert "Moment at the roof: the sum of the forces times their heights." in text
    assert not re.search(r"\bpoles?\b|at grade", text)


def test_of_many_cabinets_on_a_wall_the_largest_pressures_are_told() -> None:
    rows = [
        {"name": f"{n}", "zones": [{"zone": 4, "outward_psf": 10 + n, "inward_psf": 20 - n}]}
        for n in range(7)
    ]
    (told,) = wall_pressures({"elements": rows})
    assert told[1] == "at most 16 psf off the wall, 20 psf towards it (zone 4)"
    assert [*wall_pressures({"elements": [{}]})] == []


def test_a_section_says_what_is_not_designed() -> None:
    titles = [sheet.title for sheet in drawings("pole-sign")]
    told = "bars, and what holds the pole in the concrete, are not designed here"
    assert any(told in title for title in titles)
    assert any("bars and dowels are not" in sheet.title for sheet in drawings("wall-sign"))
    assert not any("not designed" in sheet.title for sheet in drawings("pole-sign-plate"))
    section = next(sheet for sheet in drawings("wall-sign") if "section" in sheet.title)
    assert "1'-0\"" in words(section)


def test_a_low_wall_has_pressure_and_force_beside_its_name() -> None:
    assert "wall: p = 23.627 psf, F = 4,347.314 lbf" in words(drawings("wall-sign")[0])


def test_return_corners_stand_behind_the_ends_of_a_wall() -> None:
    plan = drawings("wall-sign")[1]
    on_sheet(plan)
    assert "return corners 4'-0\"" in words(plan)


def test_numbers_of_a_list_have_their_unit_and_what_governs_is_words() -> None:
    text = written(package("monument-sign-dowels").sections[5])
    for told in ("7.489, 7.489 kip-ft", "slab: dowels", "height over deflection", "LRFD"):
        assert told in text, told


def test_attachments_are_told_in_the_plan() -> None:
    plan = drawings("camera-pole")[1]
    assert "floodlight west, 1'-6\" off the axis" in " ".join(words(plan))


def test_every_attachment_has_a_source() -> None:
    text = written(package("camera-pole").sections[1])
    assert "none is given; Cf of a flat-sided member" in text
    assert "maker's sheet; Cf" not in text


@pytest.mark.parametrize("name", ["en-roadside-sign", "en-planted-posts", "en-hoarding"])
def test_paper_by_a_eurocode_has_its_words(name: str) -> None:
    text = "\n".join(map(written, package(name).sections))
    found = set(re.findall(r"\b(?:asd|ASD|K_zt?|C_f|char\.|[^ ]+ \| strength)(?= |\b)", text))
    assert not found
    for told in ("| 1.35G+1.5W | design |", "| Gk+Wk | characteristic |", "**Characteristic**",
                 "| c_e | ", "| c_s c_d | "):  # fmt: skip
        assert told in text, told
    assert not re.search(r"(?<!`)\b(?:site|soil|footing)\.(?!json)[a-z_]+", text)
    assert "results once more" not in text, "they stand before the others"
    american = written(package("two-pole-pylon").sections[0])
    assert "| ASD |" in american
    assert "| strength |" in american


def test_the_shop_of_a_eurocode_gets_metres() -> None:
    made = report(answered("en-roadside-sign"), Signing("", "", ""), wish=Wish(reader="shop"))
    text = "\n".join(map(written, made.sections))
    # 0.3 kPa on 6.4 m2
    assert "| panel | 3.2 m | 2 m | 0.15 m | 2.5 m | 4.5 m | 1.92 |" in text
    for told in ("weight, kN", "| Concrete | 3.61 m³ |", "| Concrete weight | 86.64 kN |",
                 "top at 4.5 m above grade", "1.9 m × 1.9 m, 1 m deep"):  # fmt: skip
        assert told in text, told
    assert not re.search(r"\d'-\d|\b(?:ft|lbf|yd³)\b", text)


def test_a_profile_by_a_eurocode_is_in_metres() -> None:
    rows = [
        {"height_ft": h, "kz": 1.3, "kzt": 1.0, "velocity_pressure_psf": 10 + h} for h in (10, 20)
    ]
    wind = {"standard": "EN 1991-1-4", "profile": rows}
    made = plots.profile(wind)
    assert made is not None
    assert {"velocity pressure, kPa", "height, m"} <= set(words(made))
    assert "from 0.9576 kPa at 3.048 m to 1.436 kPa at 6.096 m" in made.description
    (found,) = (block for block in _profile(wind) if isinstance(block, Table))
    assert [column.unit for column in found.columns] == ["m", "", "", "kPa"]
    assert found.rows[0] == ("3.048", "1.3", "1.0", "0.9576")


def test_ground_of_a_eurocode() -> None:
    soil = {"cohesion_psf": 104.427, "undrained_shear_strength_psf": 1253.13, "source": "B-1"}
    answers = ReportedAnswers(answered("en-roadside-sign"))
    assert ground(soil, answers) == ("c′ = 5 kPa (104.4 psf); c_u = 60 kPa (1,253.1 psf); B-1")


def test_columns_without_anything_are_left_out() -> None:
    text = html.render(package("wall-cabinet"))
    part = text[text.index("Cabinets, as they are numbered") :][:1500]
    assert "e, Case B" not in part
    assert "offset" in part
    assert measures.of(None, {"standard": "EN 1991-1-4"}) is measures.SI


def test_the_shop_gets_the_anchors() -> None:
    made = report(answered("wall-cabinet"), Signing("", "", ""), wish=Wish(reader="shop"))
    assert "2 rows 3'-4\" apart, 4 columns 3'-8\" apart" in written(made.sections[0])
