"""By a tape a project has the answer that the solvers give it, to the last bit."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.equations.tape import Untaped
from apex_cli.errors import ApexError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.moved import found_at, placed
from apex_cli.records.model import Model
from apex_cli.run import tapes
from apex_cli.run.chain import solve
from apex_cli.run.prepare import Prepared, prepare
from apex_cli.run.repeat import Repeated, Solved
from apex_cli.run.tapes import Tapes
from apex_cli.vocabulary import CalculationKind, without_nulls

EXAMPLES = Path(__file__).parents[2] / "examples"
BLOCKS = ("site", "sign", "gust", "soil", "loads", "footing")


def first(name: str, kind: CalculationKind = "footing") -> tuple[Prepared, dict[str, Any]]:
    document: dict[str, Any] = without_nulls(json.loads((EXAMPLES / name).read_bytes()))
    return prepare(kind, document, Catalogue()), document


def numbers(value: Any, path: tuple[str | int, ...]) -> Any:
    """Where floats stand in a block."""
    if type(value) is float:
        yield path
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from numbers(item, (*path, place))
    elif isinstance(value, Model):
        for name in value.__struct_fields__:
            yield from numbers(getattr(value, name), (*path, name))


def spelled(value: Any) -> Any:
    """All that is in a result, every float by all its digits."""
    if isinstance(value, float):
        return float.__repr__(value)
    if isinstance(value, Struct):
        return type(value).__name__, [
            (name, spelled(getattr(value, name))) for name in value.__struct_fields__
        ]
    if isinstance(value, dict):
        return [(key, spelled(item)) for key, item in value.items()]
    if isinstance(value, list | tuple):
        return type(value).__name__, [spelled(item) for item in value]
    return repr(value)


def answers(project: Any, prepared: Prepared, repeated: Repeated) -> tuple[Any, Any]:
    """What the solvers answer, and what repeating does."""

    def alone() -> Solved:
        trace = Bare()
        return Solved(solve(prepared._replace(project=project), trace), trace.checks)

    def told(ask: Callable[[], Solved]) -> Any:
        try:
            return spelled(ask())
        except ApexError as error:
            return error.problem_code, error.detail

    return told(alone), told(lambda: repeated(project))


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("bare-footing.json", 50), ("pole-sign.json", 30), ("two-pole-pylon.json", 10),
        ("flexible-billboard-80ft.json", 10), ("rollout-monument.json", 10),
    ],
)  # fmt: skip
def test_whatever_moves_the_answer_is_that_of_the_solvers(
    name: str, least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tapes, "PATIENCE", 1)
    prepared, document = first(name)
    repeated, chance = Repeated(prepared, document), random.Random(name)
    project, given = prepared.project, 0
    paths = [path for block in BLOCKS for path in numbers(getattr(project, block), (block,))]
    for _ in range(12):
        chosen = chance.sample(paths, chance.choice((1, 2)))
        wide = chance.choice((0.02, 0.3, 2.0))
        for _ in range(5):
            values = {
                path: round(found_at(project, path) * chance.uniform(1 / (1 + wide), 1 + wide), 3)
                for path in chosen
            }
            moved = placed(project, values)
            given += repeated._tapes(moved) is not None
            alone, again = answers(moved, prepared, repeated)
            assert again == alone, values
    assert given >= least


def speeds(project: Any, *values: float) -> list[Any]:
    return [placed(project, {("site", "wind_speed_mph"): value}) for value in values]


def test_a_tape_is_made_after_some_and_answers_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tapes, "PATIENCE", 3)
    prepared, _ = first("pole-sign.json")
    ask = Tapes(prepared, BLOCKS)
    found = [ask(one) for one in speeds(prepared.project, 100.0, 101.0, 102.0, 103.0, 104.0)]
    assert [one is not None for one in found] == [False, False, True, True, True]
    deeper = placed(prepared.project, {("soil", "lateral_psf_per_ft"): 140.0})
    assert ask(deeper) is None  # the tape gives way in the wind alone


def test_a_choice_has_a_tape_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tapes, "PATIENCE", 1)
    monkeypatch.setattr(tapes, "KEPT", 2)
    prepared, _ = first("pole-sign.json")
    ask = Tapes(prepared, BLOCKS)
    other = placed(prepared.project, {("site", "exposure"): "B"})
    for project in (prepared.project, other):
        for speed in (100.0, 101.0):
            assert ask(speeds(project, speed)[0]) is not None
    assert len(ask._tapes) == 2


def test_what_has_no_tape_waits_longer_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tapes, "PATIENCE", 1)
    prepared, _ = first("pole-sign.json")
    ask = Tapes(prepared, BLOCKS)
    tried = []

    def refused(*_: object) -> None:
        tried.append(True)
        raise Untaped

    monkeypatch.setattr(tapes, "player", refused)
    many = []
    for project in speeds(prepared.project, *map(float, range(100, 116))):
        assert ask(project) is None
        many.append(len(tried))
    assert [many.index(count) for count in (1, 2, 3, 4)] == [0, 2, 6, 14]


def test_calculations_after_one_without_a_tape_are_left_to_the_solvers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tapes, "PATIENCE", 1)
    prepared, document = first("pole-sign-support.json", "all")
    ask = Tapes(prepared, BLOCKS)
    found = ask(speeds(prepared.project, 100.0)[0])
    assert found is not None
    assert list(found[0]) == ["exposure", "footing"]
    repeated = Repeated(prepared, document)
    for project in speeds(prepared.project, 100.0, 112.0):
        alone, again = answers(project, prepared, repeated)
        assert again == alone


def test_a_number_beyond_reach_is_left_to_the_solvers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tapes, "PATIENCE", 1)
    prepared, _ = first("bare-footing.json")
    ask = Tapes(prepared, BLOCKS)
    loads: Any = [placed(prepared.project, {("loads", "lateral_lbf"): one}) for one in (900.0, 0.0)]
    assert ask(loads[0]) is not None
    assert ask(loads[1]) is None
