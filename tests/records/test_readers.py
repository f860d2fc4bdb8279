"""A reader and the twin agree: what one takes, the other takes; nothing right is doubted."""

import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.packs.catalogue import bundled_dir
from apex_cli.packs.loader import model_of
from apex_cli.packs.pricing_rows import AnyRow, Flat
from apex_cli.packs.yaml_reader import parse
from apex_cli.project.model import Inputs, Project
from apex_cli.project.templates import TEMPLATES, template
from apex_cli.records.fields import Checked, Doubt, Refused, field
from apex_cli.records.model import Faulty, Model
from apex_cli.records.readers import reader
from apex_cli.records.twin import ask
from apex_cli.vocabulary import without_nulls

EXAMPLES = Path(__file__).parents[2] / "examples"
PROJECTS = [json.loads(path.read_text("utf-8")) for path in sorted(EXAMPLES.glob("*.json"))]
PROJECTS += [template(name) for name in TEMPLATES]
PACKS = [
    (path.name, parse(path.read_bytes(), path.name).value)
    for path in sorted(bundled_dir().glob("*.yaml"))
]
ODD: list[Any] = [
    None, True, False, 0, 1, -1, 1.0, 0.5, -0.0, 3, 4, 1e300, 2**53, float("inf"), float("nan"),
    "", "x", "II", "C", "pier", "round", "each", "2026-02-30", "2026-11-26", "v1", "v1\n",
    "é" * 600, [], [1.0], [None], {}, {"a": 1.0}, {"value": 1.0},
]  # fmt: skip


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a JSON value with each of its keys."""
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from places(value[key])


def accepted(model: type[Model], value: Any) -> dict[str, Any] | None:
    try:
        return model.accept(value).document()
    except Doubt:
        return None


def asked(model: type[Model], value: Any) -> dict[str, Any] | None:
    try:
        return ask(model, value).document()
    except Faulty:
        return None


def agree(model: type[Model], value: Any) -> None:
    """What a reader takes without asking, the twin takes too, and alike."""
    quickly = accepted(model, value)
    if quickly is not None:
        assert json.dumps(quickly) == json.dumps(asked(model, value))


def stated(value: Any) -> Any:
    """Which fields the document of a record gives, and those of the records within it."""
    if isinstance(value, Model):
        own = {key for key in [*value.declared, "class"] if value.states(key)}
        return own, [stated(getattr(value, name)) for name in value.declared]
    if isinstance(value, dict):
        return [stated(item) for item in value.values()]
    return [stated(item) for item in value] if isinstance(value, list) else None


@st.composite
def spoilt(draw: st.DrawFn, documents: list[Any]) -> Any:
    """A document with up to two places changed, left out, or added to."""
    document = json.loads(json.dumps(draw(st.sampled_from(documents))))
    for _ in range(draw(st.integers(1, 2))):
        container, key = draw(st.sampled_from(list(places(document))))
        how = draw(st.sampled_from(["change", "change", "leave out", "add"]))
        if how == "change":
            container[key] = draw(st.sampled_from(ODD) | st.floats() | st.text(max_size=3))
        elif isinstance(container, dict) and how == "add":
            container[draw(st.sampled_from(["class", "lock", "kzt", "unknown"]))] = 1
        else:
            container.pop(key)
    return document


@pytest.mark.parametrize("document", PROJECTS, ids=lambda one: one.get("project_id", "template"))
def test_no_right_project_is_doubted(document: Any) -> None:
    clean = without_nulls(document)
    assert accepted(Project, clean) == asked(Project, clean) is not None
    assert stated(Project.accept(clean)) == stated(ask(Project, clean))


@pytest.mark.parametrize(("name", "document"), PACKS, ids=[name for name, _ in PACKS])
def test_no_bundled_pack_is_doubted(name: str, document: Any) -> None:
    model = model_of(name.partition("_")[0])  # type: ignore[arg-type] # - a kind
    assert accepted(model, document) == asked(model, document) is not None


@given(spoilt(PROJECTS))
@settings(max_examples=400, deadline=None)
def test_projects_are_judged_alike(document: Any) -> None:
    agree(Project, document)


@pytest.mark.parametrize("kind", ["exposure", "footing", "pricing"])
def test_packs_are_judged_alike(kind: str) -> None:
    @given(spoilt([document for name, document in PACKS if name.startswith(kind)]))
    @settings(max_examples=100, deadline=None)
    def judged(document: Any) -> None:
        agree(model_of(kind), document)  # type: ignore[arg-type] # - a kind

    judged()


def _even(number: int) -> int:
    if number % 2:
        raise Refused("must be even")
    return number


class Small(Model):
    """Every kind of field."""

    n: Annotated[int, field(gt=0, lt=10), Checked(_even)] = 2
    code: Annotated[str, field(pattern=r"^[a-z]+$", min_length=2)] = "ab"
    flag: bool = False
    word: Literal["a", 1] = "a"
    sizes: list[float] = field(default_factory=list)
    named: dict[Literal["x", "y"], float] = field(default_factory=dict)
    anything: Any = None
    other: float | None = None


@pytest.mark.parametrize(
    "value",
    [
        {"n": 4}, {"n": 3}, {"n": 0}, {"n": 10}, {"n": True}, {"n": 2.0},
        {"code": "abc"}, {"code": "a"}, {"code": "a1"}, {"code": "ab\n"}, {"code": 1},
        {"flag": True}, {"flag": 1}, {"word": 1}, {"word": True}, {"word": "b"}, {"word": []},
        {"sizes": [1, 2.5]}, {"sizes": [float("nan")]}, {"sizes": (1.0,)}, {"sizes": {"0": 1}},
        {"named": {"x": 1}}, {"named": {"z": 1}}, {"named": []}, {"anything": [{}]},
        {"unknown": 1}, {}, [], None, "text",
    ],
)  # fmt: skip
def test_small_models_are_judged_alike(value: Any) -> None:
    agree(Small, value)
    if value != {"word": True}:  # which Pydantic takes for 1
        assert (accepted(Small, value) is None) == (asked(Small, value) is None)


class Inner(Model):
    """A default within a default."""

    v: Annotated[float, field(ge=0)] = 1.0


class Outer(Model):
    """Limits beside the field, all four of them, and a record as a default."""

    inner: Inner = Inner(v=2.0)
    a: float = field(default=1.0, ge=0)
    b: Annotated[float, field(ge=5, gt=0, le=9, lt=10)] = 6.0
    text: Annotated[str, field(max_length=3)] = ""


@pytest.mark.parametrize(
    "value",
    [
        {}, {"a": -1}, {"a": 0}, {"b": 1}, {"b": 5}, {"b": 9}, {"b": 9.5}, {"inner": {"v": -1}},
        {"a": 10**400}, {"text": "\ud800"}, {"text": "é"}, {"text": "abcd"}, {"unknown": 1},
    ],
)  # fmt: skip
def test_limits_are_limits_wherever_they_stand(value: Any) -> None:
    agree(Outer, value)
    assert (accepted(Outer, value) is None) == (asked(Outer, value) is None)


def test_a_default_beside_the_field_only() -> None:
    class Wrong(Model):
        a: Annotated[float, field(default=1.0)]

    with pytest.raises(AssertionError):
        Wrong.read({"a": 1})


def test_a_fault_is_told_in_the_twins_words() -> None:
    with pytest.raises(Faulty, match="must be even") as caught:
        Small.read({"n": 3, "flag": 1, "code": "ab"})
    assert [(fault.pointer, fault.detail) for fault in caught.value.faults] == [
        ("/n", "must be even"), ("/flag", "must be true or false"),
    ]  # fmt: skip


def test_a_record_is_frozen_and_says_what_it_is() -> None:
    small = Small(n=4)
    with pytest.raises(AttributeError, match="frozen"):
        small.n = 6  # type: ignore[misc] # - what is tried
    with pytest.raises(AttributeError, match="frozen"):
        del small.n
    assert repr(small).startswith("Small({'n': 4, 'code': 'ab'")
    assert (small.states("n"), small.states("code")) == (True, False)
    assert (small.replace(n=6).n, small.n) == (6, 4)


def test_a_record_travels_and_outlives_its_document() -> None:
    document: dict[str, Any] = {"n": 4}
    small = pickle.loads(pickle.dumps(Small.read(document)))
    document["code"] = "xy"
    assert (small.document()["n"], small.states("code")) == (4, False)


def test_a_model_has_the_fields_of_all_its_bases() -> None:
    class Both(Inner, Small):
        pass

    assert Both.read({"v": 3.0, "n": 4}).document() == asked(Both, {"v": 3.0, "n": 4})


def test_a_default_that_is_made_is_not_shared() -> None:
    assert Small().sizes is not Small().sizes


def test_records_stand_in_the_place_of_their_documents() -> None:
    book = next(document for name, document in PACKS if name.startswith("pricing_v1"))
    rows = reader(list[AnyRow])(book["rows"])
    assert isinstance(rows[0], Model)
    assert reader(list[AnyRow])(rows) == rows
    with pytest.raises(Doubt):
        reader(AnyRow)({"type": ["flat"]})
    with pytest.raises(Doubt):
        reader(Flat)(3)


def test_what_only_the_twin_can_judge_is_read_by_it() -> None:
    made: Any = ask(Inputs, {"soil": {"class": 4}, "site": {"heights_ft": [15]}})
    assert (made.soil.soil_class, made.soil.states("class"), made.site.heights_ft) == (
        4,
        True,
        [15.0],
    )
