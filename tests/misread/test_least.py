"""The least and the most that a number of a project may be: never a fault of apex."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import inspect

from apex_cli.api import calculate
from apex_cli.errors import ApexError
from apex_cli.project.model import Project
from apex_cli.records.fields import LEAST

EXAMPLES = Path(__file__).parents[2] / "examples"
KINDS: dict[str, Any] = {
    "heights-profile": "exposure", "bare-footing": "footing", "flag-mounted-cabinet": "all",
    "two-pole-pylon": "all", "wall-sign": "all",
}  # fmt: skip
"""Examples that have between them every block, and what is asked of each."""
PROJECT = inspect.type_info(Project)
Place = tuple[str | int, ...]


def numbers(info: Any, value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every number with a fraction that may stand in a project, whether it does or not."""
    if isinstance(info, inspect.UnionType):
        for one in info.types:
            yield from numbers(one, value, place)
    elif isinstance(info, inspect.StructType) and isinstance(value, dict):
        for part in info.fields:
            key = part.encode_name
            yield from numbers(part.type, value.get(key), (*place, key))
    elif isinstance(info, inspect.ListType):
        for number, item in enumerate(value if isinstance(value, list) else [None]):
            yield from numbers(info.item_type, item, (*place, number))
    elif isinstance(info, inspect.FloatType):
        yield place, info


def extremes(info: Any) -> set[float]:
    """What a number may be at its limits, and next to nothing."""
    tried = {5e-324, LEAST}
    tried |= {float(one) for one in (info.ge, info.le) if one is not None}
    if info.gt is not None:
        tried.add(math.nextafter(info.gt, math.inf))
    return tried


def put(document: Any, place: Place, value: float) -> dict[str, Any]:
    """A copy of the document with the value at its place."""
    made: Any = json.loads(json.dumps(document))
    here = made
    for part in place[:-1]:
        if (here.get(part) if isinstance(here, dict) else here[part]) is None:
            here[part] = [None]
        here = here[part]
    here[place[-1]] = value
    return dict(made)


def outcome(kind: Any, document: dict[str, Any]) -> int:
    """The exit code of an answer, or of what is no fault of apex."""
    try:
        calculate(kind, document)
    except ApexError as error:
        return error.exit_code
    return 0


@pytest.mark.parametrize("name", KINDS)
def test_no_extreme_of_a_number_is_a_fault(name: str) -> None:
    document, kind = json.loads((EXAMPLES / f"{name}.json").read_bytes()), KINDS[name]
    for place, info in numbers(PROJECT, document):
        for value in extremes(info):
            code = outcome(kind, put(document, place, value))
            assert code in {0, 3, 5, 6}, (place, value)
            if 0 < abs(value) < LEAST:
                assert code == 3, (place, value)


def test_a_hanging_cabinet_of_no_weight_divides_by_nothing() -> None:
    document = json.loads((EXAMPLES / "flag-mounted-cabinet.json").read_bytes())
    for bottom in (0.0, 5e-324, LEAST, 1e-9):
        for weight in (0.0, 5e-324, LEAST, 1e-9):
            changed = put(document, ("sign", "elements", 0, "bottom_ft"), bottom)
            changed = put(changed, ("sign", "elements", 0, "weight_psf"), weight)
            tiny = 5e-324 in {bottom, weight}
            assert outcome("exposure", changed) == (3 if tiny else 0)
