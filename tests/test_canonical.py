"""The fast spelling and the authority agree on every value."""

import math
import random
import struct
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.canonical import canonical, canonical_around, digest

MAX = 2**53 - 1
numbers = (
    st.integers(-MAX, MAX)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.floats(-1e6, 1e6).map(lambda x: round(x, 3))
)
leaves = st.none() | st.booleans() | numbers | st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=6)
    ),
    max_leaves=40,
)


@given(values)
@settings(max_examples=150, deadline=None)
def test_same_bytes_as_the_library(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type] # - any JSON


def test_twenty_thousand_doubles_as_the_library() -> None:
    """Of every size, and of the sizes that answers have: numbers are where spellings differ."""
    chance = random.Random(8785)
    drawn = [struct.unpack("d", chance.randbytes(8))[0] for _ in range(10_000)]
    drawn += [round(chance.uniform(-1, 1) * 10 ** chance.uniform(-8, 24), chance.randrange(12))
              for _ in range(10_000)]  # fmt: skip
    doubles = [value for value in drawn if math.isfinite(value)]
    assert len(doubles) > 19_000
    for at in range(0, len(doubles), 100):
        part: list[object] = [*doubles[at : at + 100]]
        assert canonical(part) == rfc8785.dumps(part)  # type: ignore[arg-type] # - any JSON


@pytest.mark.parametrize(
    ("value", "spelling"),
    [
        (1e21, b"1e+21"),
        (1e16, b"10000000000000000"),
        (123456789012345680.0, b"123456789012345680"),
        (-0.0, b"0"),
        ([10.0, -0.0], b"[10,0]"),
        (1e-7, b"1e-7"),
        (0.000001, b"0.000001"),
        ("3e4", b'"3e4"'),
        ({"\U0001f600": 1, "\ufb33": 2}, '{"\U0001f600":1,"\ufb33":2}'.encode()),
        ("\x7f\x1b\u2028", '"\x7f\\u001b\u2028"'.encode()),
    ],
)
def test_spellings_that_others_get_wrong(value: object, spelling: bytes) -> None:
    assert canonical(value) == spelling


@pytest.mark.parametrize(
    "value",
    [
        math.nan,
        math.inf,
        {"a": [1, -math.inf]},
        {"error": math.nan},
        2**53,
        "\ud800",
        {1: 2},
        b"bytes",
        float("nan"),
    ],
)
def test_what_has_no_spelling_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="not representable"):
        canonical(value)


def test_the_digest_is_of_the_spelling() -> None:
    assert digest({"b": 1.0, "a": 2}) == digest({"a": 2.0, "b": 1})


def is_large_enough(value: object) -> bool:
    if isinstance(value, list):
        return all(map(is_large_enough, value))
    if isinstance(value, dict):
        return all(map(is_large_enough, value.values()))
    return not isinstance(value, float) or value == 0 or abs(value) >= 1e-4


@given(values, st.dictionaries(st.sampled_from("abc"), values.filter(is_large_enough)))
@settings(max_examples=80, deadline=None)
def test_around_a_part_spelled_before(part: object, around: dict[str, object]) -> None:
    whole = {**around, "trace": {**around, "inputs": part}}
    fast = canonical_around(whole, {("trace", "inputs"): canonical(part)})
    assert fast == rfc8785.dumps(whole)  # type: ignore[arg-type] # - any JSON


@pytest.mark.parametrize("around", [{"a": 1e17}, {"\U0001f600": 1, "\uffff": 2}])
def test_around_numbers_and_keys_that_are_spelled_otherwise(around: dict[str, Any]) -> None:
    whole = {**around, "b": {"c": [1.5, 2]}}
    assert canonical_around(whole, {("b",): canonical(whole["b"])}) == rfc8785.dumps(whole)


def test_around_refuses_what_is_not_json() -> None:
    with pytest.raises(ValueError, match="not representable"):
        canonical_around({"a": object(), "b": 1}, {("b",): b"1"})
