"""Each equation once, and every number of the trace beside the number of its step."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from apex_cli.render.drawing.canvas import escaped
from apex_cli.render.report import html, markdown
from apex_cli.render.report.answers import ReportedAnswers, Signing
from apex_cli.render.report.chapters import CHAPTERS, PIER, PRICE, SPREAD, chapters
from apex_cli.render.report.content import report
from apex_cli.render.report.families import FEW_ROWS, MOST_COLUMNS, blocks
from apex_cli.render.report.model import Heading, Report
from apex_cli.render.report.model_equations import Family
from apex_cli.render.report.printed import DUST, printed
from apex_cli.render.report.results import short_names
from apex_cli.render.text import number
from apex_cli.render.where import EQUATIONS

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.json"))
SHARED = {"outlines"}
"""Modules whose equations several chapters use; their steps stand where they were needed."""


@cache
def envelope(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_bytes())
    return {"meta": {}, **found}


@cache
def made(path: Path) -> Report:
    return report([envelope(path)], Signing())


def families(path: Path) -> list[Family]:
    found = blocks(envelope(path)["trace"]["steps"], {})
    return [block for block in found if isinstance(block, Family)]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_step_is_found_by_its_number_with_its_value(path: Path) -> None:
    shown: dict[int, str] = {}
    for family in families(path):
        uses = [(row.steps, row.value) for row in family.rows] or [(family.steps, family.value)]
        for steps, value in uses:
            for n in map(int, steps.split(", ")):
                assert n not in shown
                shown[n] = value
    assert shown == {step["n"]: number(step["value"]) for step in envelope(path)["trace"]["steps"]}


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_an_equation_is_told_once(path: Path) -> None:
    keys = [(family.text, family.clause, family.unit) for family in families(path)]
    steps = envelope(path)["trace"]["steps"]
    assert len(keys) == len({(step["symbol"], step["text"], step["clause"], step["unit"],
                              str([term["unit"] for term in step["terms"].values()]))
                             for step in steps})  # fmt: skip
    assert all(family.words for family in families(path))


@pytest.mark.parametrize("name", ["two-pole-pylon.all", "pole-sign-plate.all"])
def test_html_and_markdown_tell_every_step_too(name: str) -> None:
    path = next(path for path in GOLDEN if path.stem == name)
    text, page = markdown.render(made(path)), html.render(made(path))
    for chapter, step in chapters(envelope(path)["trace"]["steps"]):
        if chapter != PRICE:
            value = number(step["value"])
            assert value in text, step
            assert escaped(value) in page, step


def test_terms_that_vary_stand_in_columns_and_many_in_the_formula() -> None:
    found = families(next(path for path in GOLDEN if path.stem == "two-pole-pylon.all"))
    pressures = next(family for family in found if family.text.startswith("q_z = "))
    assert [column.unit for column in pressures.columns] == ["", ""]
    assert len(pressures.rows) == 6
    assert [row.about for row in pressures.rows][:1] == ["anchor tenant"]
    assert pressures.worked_step == max(pressures.rows, key=lambda row: float(row.value)).steps
    torsion = next(family for family in found if family.rows and not family.columns)
    assert all(row.numbers and not row.cells for row in torsion.rows)
    assert all(len(family.columns) <= MOST_COLUMNS for family in found)
    few = [family for family in found if 0 < len(family.rows) <= FEW_ROWS]
    assert few
    assert all(row.numbers for family in few for row in family.rows)


def test_equal_uses_are_one_row_that_names_all_their_steps() -> None:
    found = families(next(path for path in GOLDEN if path.stem == "pole-sign-plate.all"))
    strength = next(family for family in found if family.text == "Pₙₛ = F_y · A")
    assert len(strength.steps.split(", ")) > 1
    assert strength.rows == ()


def test_the_solvers_artefacts_are_not_printed() -> None:
    for path in GOLDEN:
        for step in envelope(path)["trace"]["steps"]:
            symbol, text = printed(step)
            assert DUST not in text
            assert not re.search(rf"\b{re.escape(symbol)}\b", text), step
            assert not re.search(r"max\((\w+), -\1\)", next(iter(_told(step)))), step


def _told(step: dict[str, Any]) -> set[str]:
    (family,) = (block for block in blocks([step], {}) if isinstance(block, Family))
    return {family.text}


def test_every_module_of_equations_has_its_chapter() -> None:
    modules = {module.__name__.rpartition(".")[2] for _, group in EQUATIONS for module in group}
    assert modules - SHARED == {name for names in CHAPTERS.values() for name in names} - {"pricing"}


def test_posts_in_the_ground_have_no_spread_footing() -> None:
    steps = envelope(next(path for path in GOLDEN if path.name == "en-planted-posts.footing.json"))
    found = {chapter for chapter, _ in chapters(steps["trace"]["steps"])}
    assert PIER in found
    assert SPREAD not in found


def test_a_step_that_nobody_knows_is_told_all_the_same() -> None:
    step = {"n": 1, "symbol": "Q", "text": "Z_9 * 2", "value": 6, "unit": "ft", "clause": "9.9",
            "terms": {"Z_9": {"value": 3, "unit": "ft", "origin": "/site/x"}}}  # fmt: skip
    heading, family = blocks([step], {})
    assert heading == Heading("General", 3)
    assert isinstance(family, Family)
    assert (family.words, family.value, family.given[0].source) == ("", "6", "/site/x")


def test_a_long_name_stands_once_and_then_as_a_number() -> None:
    path = next(path for path in GOLDEN if path.stem == "two-cabinet-pylon.all")
    found = json.loads(json.dumps(envelope(path)).replace("upper cabinet", "W" * 200))
    faces = found["trace"]["inputs"]["sign"]["elements"]
    faces[0]["name"] = "W" * 200
    answers = ReportedAnswers([found])
    assert short_names(answers.inputs)["W" * 200] == "cabinet 1"
    for step in answers.steps:
        step["subject"] = (step.get("subject") or "").replace("main", "W" * 200)
    told = blocks(answers.steps, short_names(answers.inputs))
    assert not any("W" * 40 in row.about for family in told if isinstance(family, Family)
                   for row in family.rows)  # fmt: skip
