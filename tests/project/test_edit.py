"""PATH=VALUE puts a value where it says and touches nothing else."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apex_cli.errors import ApexError, UsageError
from apex_cli.project.edit import PROTECTED, Assignment, apply, assignment
from apex_cli.project.templates import TEMPLATES, template


def put(document: dict[str, Any], *texts: str) -> dict[str, Any]:
    return apply(copy.deepcopy(document), map(assignment, texts))


def places(value: Any, at: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every place of a document, as an assignment names it."""
    if isinstance(value, dict):
        inner = [place for key, item in value.items() for place in places(item, (*at, key))]
    elif isinstance(value, list):
        inner = [place for n, item in enumerate(value) for place in places(item, (*at, str(n)))]
    else:
        inner = []
    return [*([at] if at else []), *inner]


def at(document: Any, parts: tuple[str, ...]) -> Any:
    for part in parts:
        document = document[int(part)] if isinstance(document, list) else document[part]
    return document


@given(st.data(), st.sampled_from(sorted(TEMPLATES)), st.integers(0, 9) | st.text("ab", max_size=3))
def test_one_place_changes_and_no_other(data: st.DataObject, name: str, value: Any) -> None:
    document = template(name)
    parts = data.draw(st.sampled_from(places(document)))
    changed = apply(copy.deepcopy(document), [Assignment(parts, value)])
    assert at(changed, parts) == value
    at(changed, parts[:-1])[
        parts[-1] if isinstance(at(changed, parts[:-1]), dict) else int(parts[-1])
    ] = at(document, parts)
    assert changed == document


@given(st.text(max_size=20))
def test_any_text_is_an_assignment_or_refused(text: str) -> None:
    try:
        apply(template("pole"), [assignment(text)])
    except ApexError as error:
        assert error.exit_code in {2, 3}  # noqa: PT017 - a refusal is a right outcome


@pytest.mark.parametrize(
    ("document", "text", "wanted"),
    [
        ({}, "a.b=1", {"a": {"b": 1}}),
        ({}, "a.0=1", {"a": [1]}),
        ({}, "a.0.b=x", {"a": [{"b": "x"}]}),
        ({"a": None}, "a.b=1", {"a": {"b": 1}}),
        ({"a": [1]}, "a.1=2", {"a": [1, 2]}),
        ({"a": [{}]}, "a.1.b=2", {"a": [{}, {"b": 2}]}),
        ({"a": [None]}, "a.0.b=2", {"a": [{"b": 2}]}),
        ({"a": 1}, "a=null", {"a": None}),
        ({"a": [{"b": 1}]}, "a.0.b=null", {"a": [{"b": None}]}),
        ({"a": [1, 2]}, "a.0=null", {"a": [2]}),
        ({"a": [1]}, "a.1=null", {"a": [1]}),
        ({}, "a=null", {}),
        ({}, "a.b.c=null", {}),
        ({"a": None}, "a.b=null", {"a": None}),
        ({"a": None}, "a=null", {"a": None}),
        ({}, "/a/b.c/d~1e~0=1", {"a": {"b.c": {"d/e~": 1}}}),
        ({}, " a =x=y", {"a": "x=y"}),
        ({}, 'a="1"', {"a": "1"}),
        ({}, "a=[red]", {"a": "[red]"}),
    ],
)
def test_what_an_assignment_makes(
    document: dict[str, Any], text: str, wanted: dict[str, Any]
) -> None:
    assert put(document, text) == wanted


def test_several_at_once_in_order() -> None:
    assert put({}, "a.0.b=1", "a.1.b=2", "a.0.b=3") == {"a": [{"b": 3}, {"b": 2}]}


@pytest.mark.parametrize(
    ("document", "text", "said"),
    [
        ({}, "a", "PATH=VALUE"),
        ({}, "=1", "PATH=VALUE"),
        ({}, "a..b=1", "PATH=VALUE"),
        ({"a": 1}, "a.b=1", "a is not an object"),
        ({"a": "x"}, "a.b=null", "a is not an object"),
        ({"a": [1]}, "a.2=1", "'2' is not an index"),
        ({"a": [1]}, "a.7=null", "'7' is not an index"),
        ({"a": []}, "a.x=1", "0 appends"),
        ({"a": []}, "a.-1=1", "is not an index"),
        ({"a": []}, "a.²=1", "is not an index"),
        ({"a": []}, f"a.{'9' * 5000}=1", "is not an index"),
        *(({}, f"{name}=1", f"{name} is not set by hand") for name in PROTECTED),
        ({}, "lock.packs=1", "apex lock"),
    ],
)
def test_what_is_refused(document: dict[str, Any], text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        put(document, text)
    assert said in caught.value.detail + caught.value.hint
