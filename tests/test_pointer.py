"""Pointers lead to what they were made for, whatever the keys are."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from apex_cli.pointer import parts_of, pointer, present, step


@given(st.lists(st.text()))
def test_taken_apart_as_it_was_made(parts: list[str]) -> None:
    assert list(parts_of(pointer(parts))) == parts


def test_rfc_6901_examples() -> None:
    keys = {"": "/", "a/b": "/a~1b", "c%d": "/c%d", "m~n": "/m~0n", "~1": "/~01", " ": "/ "}
    assert {key: step(key) for key in keys} == keys


def test_present_walks_lists_and_objects() -> None:
    document: dict[str, Any] = {"a": [{"b": 1}], "c": 2, "d/e": {"~": None}}
    assert present(document, "")
    assert present(document, "/a/0/b")
    assert present(document, "/d~1e/~0")
    assert not present(document, "/a/1")
    assert not present(document, "/a/x")
    assert not present(document, "/c/d")
