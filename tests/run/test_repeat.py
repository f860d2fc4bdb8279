"""Solved one after another, projects have the answers they have alone, and no more is solved."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from apex_cli.envelope.headline import headline
from apex_cli.equations import Bare
from apex_cli.errors import NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.run import repeat
from apex_cli.run.chain import solve
from apex_cli.run.prepare import Prepared, prepare
from apex_cli.run.repeat import Repeated
from apex_cli.run.table import CALCULATIONS
from apex_cli.vocabulary import without_nulls

EXAMPLES = Path(__file__).parents[2] / "examples"


def first(name: str) -> tuple[Prepared, dict[str, Any]]:
    document: dict[str, Any] = without_nulls(json.loads((EXAMPLES / name).read_bytes()))
    return prepare("all", document, Catalogue()), document


def other(project: Inputs, block: str, **values: Any) -> Inputs:
    return project.replace(**{block: getattr(project, block).replace(**values)})


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that were solved, in order."""
    parts: list[str] = []
    for part, calculation in CALCULATIONS.items():

        def counting(chain: Any, part: Any = part, solve: Any = calculation.solve) -> Any:
            parts.append(part)
            return solve(chain)

        monkeypatch.setitem(CALCULATIONS, part, calculation._replace(solve=counting))
    return parts


@pytest.mark.parametrize("name", ["pole-sign.json", "two-pole-pylon.json"])
def test_it_answers_as_if_each_were_solved_alone(name: str) -> None:
    prepared, document = first(name)
    repeated, chance = Repeated(prepared, document), random.Random(5)
    project: Any = prepared.project
    for _ in range(25):
        block, field, values = chance.choice(
            (
                ("site", "wind_speed_mph", (100.0, 130.0, 160.0)),
                ("site", "frost_depth_in", (10.0, 90.0)),
                ("site", "heights_ft", ([15.0], [15.0, 40.0])),
                ("footing", "width_ft", (2.0, 3.0, 4.0)),
                ("soil", "ignore_top_ft", (0.0, 2.0)),
                ("pricing", "quantity", (1, 3)),
            )
        )
        project = other(project, block, **{field: chance.choice(values)})
        again, trace = repeated(project), Bare()
        alone = solve(prepared._replace(project=project), trace)
        assert headline("all", again.found) == headline("all", alone)
        assert again.checks == trace.checks
        assert again.passes == all(check.passed for check in trace.checks)


def test_only_what_is_touched_is_solved_again(solved: list[str]) -> None:
    prepared, document = first("pole-sign.json")  # its price asks for nothing of the others
    repeated, project = Repeated(prepared, document), prepared.project
    for changed, parts in (
        (project, ["exposure", "footing", "pricing"]),
        (project, []),
        (other(project, "soil", ignore_top_ft=2.0), ["footing"]),
        (other(project, "site", wind_speed_mph=140.0), ["exposure", "footing"]),
        (other(project, "pricing", quantity=2), ["pricing"]),
        (other(project, "soil", ignore_top_ft=2.0), ["footing"]),  # another record
    ):
        solved.clear()
        repeated(changed)
        assert solved == parts


def test_what_has_no_answer_is_an_error_each_time() -> None:
    prepared, document = first("pole-sign.json")
    repeated = Repeated(prepared, document)
    flat = other(prepared.project, "sign", mounting="parapet")
    for _ in range(2):
        with pytest.raises(NoAnswer, match="parapet"):
            repeated(flat)
    assert repeated(prepared.project).found["footing"].depth_ft > 0


def test_it_remembers_so_many(monkeypatch: pytest.MonkeyPatch, solved: list[str]) -> None:
    monkeypatch.setattr(repeat, "REMEMBERED", 2)
    prepared, document = first("pole-sign.json")
    repeated, project = Repeated(prepared, document), prepared.project
    speeds = [other(project, "site", wind_speed_mph=speed) for speed in (100.0, 110.0, 120.0)]
    for one in (*speeds, speeds[2], speeds[0]):
        repeated(one)
    assert solved.count("exposure") == 4


def test_it_can_stop_at_a_part_that_fails(solved: list[str]) -> None:
    prepared, document = first("pole-sign-support.json")
    project: Any = prepared.project
    shallow = other(project, "footing", depth_ft=6.0)
    found = Repeated(prepared, document)(shallow, briefly=True)
    assert (found.passes, solved) == (False, ["exposure", "footing"])
    assert Repeated(prepared, document)(project, briefly=True).passes
    assert solved[2:] == ["exposure", "footing", "support", "pricing"]


def test_what_no_double_holds_has_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared, document = first("pole-sign.json")

    def grown(_: Any) -> Any:
        return 1e300**2

    monkeypatch.setitem(CALCULATIONS, "exposure", CALCULATIONS["exposure"]._replace(solve=grown))
    with pytest.raises(NoAnswer, match="grows beyond"):
        Repeated(prepared, document)(prepared.project)
