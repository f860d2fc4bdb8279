"""A model and its twin agree: what one takes, the other takes; nothing right is doubted."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import NODEFAULT, Meta

from apex_cli.packs.catalogue import bundled_dir
from apex_cli.packs.loader import model_of
from apex_cli.packs.pricing_rows import AnyRow, Flat
from apex_cli.project.model import Inputs, Project
from apex_cli.project.templates import TEMPLATES, template
from apex_cli.records.fields import MOST, Checked, Doubt, Number, Refused, field, whole
from apex_cli.records.model import Faulty, Model, _checks, certain
from apex_cli.records.twin import ask, twin_of
from apex_cli.units.fields import in_units
from apex_cli.vocabulary import without_nulls
from apex_cli.yaml_reader import parse

EXAMPLES = Path(__file__).parents[2] / "examples"
PROJECTS = [
    in_units(json.loads(path.read_text("utf-8"))) for path in sorted(EXAMPLES.glob("*.json"))
]
PROJECTS += [in_units(template(name)) for name in TEMPLATES]
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
        return model.accept(value).as_json()
    except Doubt:
        return None


def asked(model: type[Model], value: Any) -> dict[str, Any] | None:
    try:
        return ask(model, value).as_json()
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
        silent = {name for name, one in value.declared.items() if one.asked.default is None}
        silent |= {"shape", "solidity", "surface"} & value.declared.keys()
        silent -= {name for name, one in value.declared.items() if one.asked.default is NODEFAULT}
        own = {name for name in silent if value.states(name)}
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
    model = model_of(name.partition("_")[0], document.get("method"))  # type: ignore[arg-type] # - a kind
    assert accepted(model, document) == asked(model, document) is not None


@given(spoilt(PROJECTS))
@settings(max_examples=400, deadline=None)
def test_projects_are_judged_alike(document: Any) -> None:
    agree(Project, document)


@pytest.mark.parametrize("kind", ["exposure", "footing", "sections", "pricing"])
def test_packs_are_judged_alike(kind: str) -> None:
    @given(spoilt([document for name, document in PACKS if name.startswith(kind)]))
    @settings(max_examples=100, deadline=None)
    def judged(document: Any) -> None:
        agree(model_of(kind, document.get("method")), document)  # type: ignore[arg-type] # - a kind

    judged()


def _even(number: int) -> int:
    if number % 2:
        raise Refused("must be even")
    return number


class Small(Model):
    """Every kind of field."""

    n: Annotated[int, Meta(gt=0, lt=10), Checked(_even)] = 2
    code: Annotated[str, Meta(pattern=whole(r"^[a-z]+$"), min_length=2)] = "ab"
    flag: bool = False
    word: Literal["a", 1] = "a"
    sizes: list[Number] = field(default_factory=list)
    named: dict[Literal["x", "y"], Number] = field(default_factory=dict)
    anything: Any = None
    other: Number | None = None


@pytest.mark.parametrize(
    "value",
    [
        {"n": 4}, {"n": 3}, {"n": 0}, {"n": 10}, {"n": True}, {"n": 2.0},
        {"code": "abc"}, {"code": "a"}, {"code": "a1"}, {"code": "ab\n"}, {"code": 1},
        {"flag": True}, {"flag": 1}, {"word": 1}, {"word": True}, {"word": "b"}, {"word": []},
        {"sizes": [1, 2.5]}, {"sizes": [float("nan")]}, {"sizes": [float("inf")]},
        {"sizes": {"0": 1}}, {"sizes": 1},
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

    v: Annotated[float, Meta(ge=0, le=9)] = 1.0


class Outer(Model):
    """Every limit, and a record as a default."""

    inner: Inner = Inner(v=2.0)
    a: Annotated[float, Meta(ge=0, le=MOST)] = 1.0
    b: Annotated[float, Meta(gt=0, lt=10)] = 6.0
    text: Annotated[str, Meta(max_length=3)] = ""


@pytest.mark.parametrize(
    "value",
    [
        {}, {"a": -1}, {"a": 0}, {"b": 0}, {"b": 1}, {"b": 9.5}, {"b": 10}, {"inner": {"v": -1}},
        {"a": 2**60 + 1}, {"a": 10**400}, {"a": float("inf")}, {"b": float("nan")},
        {"text": "é"}, {"text": "abcd"}, {"unknown": 1},
    ],
)  # fmt: skip
def test_limits_are_limits_wherever_they_stand(value: Any) -> None:
    agree(Outer, value)
    assert (accepted(Outer, value) is None) == (asked(Outer, value) is None)


def test_a_fault_is_told_in_the_twins_words() -> None:
    with pytest.raises(Faulty, match="must be even") as caught:
        Small.read({"n": 3, "flag": 1, "code": "ab"})
    assert [(fault.pointer, fault.detail) for fault in caught.value.faults] == [
        ("/n", "must be even"), ("/flag", "must be true or false"),
    ]  # fmt: skip


def test_a_record_is_frozen_and_says_what_it_is() -> None:
    small = Small(n=4)
    with pytest.raises(AttributeError, match="immutable"):
        small.n = 6  # type: ignore[misc] # - what is tried
    assert repr(small).startswith("Small(n=4, code='ab'")
    assert (small.replace(n=6).n, small.n) == (6, 4)


class Pole(Model):
    """What may be silent."""

    shape: Literal["round", "square"] = field(default="round")
    width_ft: Number = field(default=1.5, alias="width")
    count: int | None = None


@pytest.mark.parametrize("read", [Pole.accept, lambda value: ask(Pole, value)])
def test_a_record_tells_a_default_from_the_same_value_said(read: Callable[[Any], Pole]) -> None:
    keys, said = ("shape", "width", "count"), {"shape": "round", "width": 1.5, "count": 1}
    assert [read({}).states(key) for key in keys] == [False, False, False]
    assert [read(said).states(key) for key in keys] == [True, True, True]
    assert [read({"shape": "square"}).states(key) for key in keys] == [True, False, False]


def test_a_replaced_value_is_stated_as_the_value_before() -> None:
    other = Pole.read({"width": 1.5}).replace(width_ft=2.5, shape="square").replace(count=3)
    assert (other.as_json(), other.states("width")) == (
        {"shape": "square", "width": 2.5, "count": 3}, True,
    )  # fmt: skip
    assert (other.states("shape"), other.states("count")) == (False, False)
    again = other.replace(shape="round", width_ft=1.5)
    assert (again.states("shape"), again.states("width")) == (False, True)


def every_model(model: type[Model] = Model) -> Iterator[type[Model]]:
    for kind in model.__subclasses__():
        if kind.__module__.startswith("apex_cli."):
            yield kind
        yield from every_model(kind)


def parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from parts(part)


def test_every_model_has_a_twin_and_every_number_is_finite() -> None:
    models = set(every_model())
    assert len(models) > 50
    for model in models:
        twin_of(model)
        _checks(model)
        for name, one in model.declared.items():
            limited = [part.__origin__ for part in parts(one.hint) if limits(part) == (True, True)]
            plain = [part for part in parts(one.hint) if part is float]
            assert len(limited) >= len(plain), f"{model.__name__}.{name} may be infinite"


class Grains(Model):
    size: Annotated[float, Meta(ge=-1, le=1)] = 0.0
    more: list[Annotated[float, Meta(gt=0, le=1)]] | None = None
    pair: list[list[Number]] | None = None
    named: dict[Literal["a", "b"], list[Number]] | None = None


@pytest.mark.parametrize("small", [5e-324, 1e-300, 9.9e-31])
def test_what_measures_nothing_is_refused_at_its_place(small: float) -> None:
    for value, place in [
        ({"size": small}, "/size"),
        ({"size": -small}, "/size"),
        ({"more": [1.0, small]}, "/more/1"),
        ({"pair": [[1.0], [0.0, -small]]}, "/pair/1/1"),
        ({"named": {"a": [1.0], "b": [0.0, small]}}, "/named/b/1"),
    ]:
        with pytest.raises(Faulty, match="nearer to 0 than 1e-30") as met:
            Grains.read(value)
        assert [fault.pointer for fault in met.value.faults] == [place]
        with pytest.raises(Doubt):
            Grains.accept(value)
    for least in (0.0, -0.0, 1e-30, -1e-30):
        assert Grains.accept({"size": least, "pair": [[least]]}).size == least


def limits(hint: Any) -> tuple[bool, bool]:
    marks = [mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Meta)]
    low = any(mark.ge is not None or mark.gt is not None for mark in marks)
    return low, any(mark.le is not None or mark.lt is not None for mark in marks)


def test_an_unknown_kind_of_field_has_no_twin() -> None:
    class Odd(Model):
        when: date

    with pytest.raises(TypeError, match="not a kind of field"):
        twin_of(Odd)


def test_only_a_field_as_a_whole_is_checked() -> None:
    class Odd(Model):
        sizes: list[Annotated[int, Checked(_even)]]

    with pytest.raises(TypeError, match="only a field as a whole"):
        Odd(sizes=[2])


def test_a_pattern_that_is_not_whole_is_found_out() -> None:
    class Odd(Model):
        code: Annotated[str, Meta(pattern="^a$")]

    with pytest.raises(TypeError, match="whole"):
        twin_of(Odd)


def test_a_default_that_is_made_is_not_shared() -> None:
    assert Small().sizes is not Small().sizes


def test_records_stand_in_the_place_of_their_documents() -> None:
    book = next(document for name, document in PACKS if name.startswith("pricing_v1"))
    rows = certain(list[AnyRow], book["rows"])
    assert isinstance(rows[0], Model)
    assert certain(list[AnyRow], rows) == rows
    with pytest.raises(Doubt):
        certain(AnyRow, {"type": ["flat"]})
    with pytest.raises(Doubt):
        certain(Flat, 3)


def test_what_only_the_twin_can_judge_is_read_by_it() -> None:
    made: Any = ask(Inputs, {"soil": {"class": 4}, "site": {"heights_ft": [15]}})
    assert (made.soil.soil_class, made.soil.states("class"), made.site.heights_ft) == (
        4,
        True,
        [15.0],
    )
