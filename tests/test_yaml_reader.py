"""Hostile and surprising YAML."""

import math
from contextlib import suppress

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apex_cli.errors import PackError
from apex_cli.yaml_reader import MAX_BYTES, MAX_DEPTH, parse

BOMB = b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test with the fast parser, and with the one where that is not built in."""
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader")


REFUSED = {
    "an anchor": (b"a: 1\nb: &x 2\n", "line 2", "anchors and aliases"),
    "an alias": (b"a: *x\n", "line 1", "anchors and aliases"),
    "an anchored mapping": (b"a: &x {b: 1}\n", "line 1", "anchors and aliases"),
    "an anchored list": (b"a: &x [1]\n", "line 1", "anchors and aliases"),
    "an alias bomb": (BOMB, "line 1", "anchors and aliases"),
    "an alias for a key": (b"a: 1\n? *a\n: 2\n", "line 2", "anchors and aliases"),
    "an anchored key": (b"&k a: 1\n", "line 1", "anchors and aliases"),
    "a merge": (b"a:\n  <<: *x\n", "line 2", "anchors and aliases"),
    "a python tag": (b"a: !!python/object/apply:os.system ['true']\n", "line 1", "tag"),
    "a python name": (b"a: !!python/name:os.system\n", "line 1", "tag"),
    "a known tag": (b"a: !!str 1\n", "line 1", "tag"),
    "a set": (b"!!set {a, b}\n", "line 1", "tag"),
    "binary": (b"x: 1\na: !!binary aGk=\n", "line 2", "tag"),
    "a private tag": (b"a: !x 1\n", "line 1", "tag"),
    "a tagged key": (b"!x a: 1\n", "line 1", "tag"),
    "a duplicate key": (b"a: 1\nb:\n  c: 1\n  c: 2\n", "line 4", "'c' stands twice"),
    "a duplicate key, quoted": (b'a: 1\n"a": 2\n', "line 2", "'a' stands twice"),
    "a list for a key": (b"? [1, 2]\n: 3\n", "line 1", "a key must be a plain text"),
    "a mapping for a key": (b"{{a: 1}: 2}\n", "line 1", "a key must be a plain text"),
    "two documents": (b"a: 1\n---\nb: 2\n", "line 2", "one YAML document"),
    "an infinite number": (b"a: 1e999\n", "line 1", "beyond the range"),
    "a negative infinite number": (b"a: -1e999\n", "line 1", "beyond the range"),
    "a long infinite number": (b"a: " + b"9" * 400 + b"\n", "line 1", "beyond the range"),
    "an integer of 54 bits": (b"x: 1\na: 9007199254740992\n", "line 2", "2^53 - 1"),
    "a negative one": (b"a: -9007199254740992\n", "line 1", "beyond the integers"),
    "a long integer": (b"a: [99999999999999999999]\n", "line 1", "beyond the integers"),
    "a tab": (b"a:\n\t- 1\n", "line 2", "not YAML"),
    "an open bracket": (b"a: [1, 2\n", "line 2", "not YAML"),
    "an open quote": (b"a: 'x\n", "not YAML", ""),
    "a control character": (b"a: \x01\n", "not YAML", ""),
    "a null byte": (b"a: \x00\n", "not YAML", ""),
    "not UTF-8": (b"a: \xff\n", "byte 3 is 0xff", ""),
    "UTF-16": ("a: 1".encode("utf-16"), "not UTF-8", ""),
    "half a surrogate pair": (b"a: \xed\xa0\x80\n", "not UTF-8", ""),
    "an escaped surrogate": (b'a: "\\ud800"\n', "not YAML", "line 1"),
    "an escaped surrogate for a key": (b'"\\udc00": 1\n', "not YAML", "line 1"),
    "too large": (b"#" * (MAX_BYTES + 1), "larger than 1024 KiB", ""),
    "too deep": (b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), "nested deeper", "line 1"),
    "very deep": (b"[" * 20_000, "nested deeper", "line 1"),
    "very deep mappings": (b"{a: " * 10_000, "nested deeper", "line 1"),
}


@pytest.mark.parametrize(("data", "one", "other"), REFUSED.values(), ids=list(REFUSED))
def test_refused_with_the_place(data: bytes, one: str, other: str) -> None:
    with pytest.raises(PackError) as caught:
        parse(data, "bad.yaml")
    assert caught.value.exit_code == 4
    assert caught.value.detail.startswith("bad.yaml")
    assert one in caught.value.detail
    assert other in caught.value.detail
    assert caught.value.faults[0].hint.startswith("bad.yaml")


SCALARS = {
    "no": "no", "yes": "yes", "on": "on", "off": "off", "Yes": "Yes", "NO": "NO", "y": "y",
    "12:30": "12:30", "1:30:00": "1:30:00", "2026-11-23": "2026-11-23", "0x1F": "0x1F",
    "0o17": "0o17", "017": "017", "1_000": "1_000", "+1": "+1", ".5": ".5", "5.": "5.",
    ".inf": ".inf", "-.inf": "-.inf",
    ".nan": ".nan", "NaN": "NaN", "Infinity": "Infinity", "True": "True",
    "TRUE": "TRUE", "Null": "Null",
    "1e3": 1000.0, "1E-3": 0.001, "1.5": 1.5, "-0.0": -0.0, "0": 0, "-7": -7, "25": 25,
    "true": True, "false": False, "null": None, "~": None, "": None,
    "'1'": "1", '"true"': "true", "'null'": "null", "=": "=", "<<": "<<",
    "9007199254740991": 9007199254740991, "-9007199254740991": -9007199254740991,
    "9007199254740992.0": 2.0**53, "1e20": 1e20,
    "\u0661": "\u0661", "\uff11": "\uff11", "x y": "x y",
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), SCALARS.items())
def test_a_scalar_is_what_it_looks_like(text: str, value: object) -> None:
    got = parse(f"a: {text}\n".encode(), "x").value["a"]
    assert got == value
    assert type(got) is type(value)


def test_keys_are_always_text() -> None:
    assert parse(b"1: a\nno: b\nnull: c\n2.5: d\n", "x").value == {
        "1": "a", "no": "b", "null": "c", "2.5": "d",
    }  # fmt: skip


def test_every_pointer_knows_its_line() -> None:
    located = parse(b"# head\na:\n  b: 1\n  c:\n    - x\n    - {d: 2}\ne/f~g: 3\n", "x")
    assert located.value == {"a": {"b": 1, "c": ["x", {"d": 2}]}, "e/f~g": 3}
    assert located.lines == {
        "/a": 2, "/a/b": 3, "/a/c": 4, "/a/c/0": 5, "/a/c/1": 6, "/a/c/1/d": 6, "/e~1f~0g": 7,
    }  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"\n", b"---\n", b"---\n...\n", b"null\n"])
def test_an_empty_document_is_null(data: bytes) -> None:
    assert parse(data, "x").value is None


@pytest.mark.parametrize(("data", "value"), [(b"- 1\n- 2\n", [1, 2]), (b"text\n", "text")])
def test_a_document_need_not_be_a_mapping(data: bytes, value: object) -> None:
    assert parse(data, "x").value == value


def test_block_texts() -> None:
    assert parse(b"a: |\n  1\nb: >-\n  x\n  y\n", "x").value == {"a": "1\n", "b": "x y"}


def test_line_ends_do_not_matter() -> None:
    assert parse(b"a: 1\r\nb:\r\n  - 2\r\n", "x").value == {"a": 1, "b": [2]}


def test_as_deep_as_allowed() -> None:
    assert parse(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "x").value is not None


@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(PackError):
        parse(data, "x")


@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_read_as_json_writes_it(number: float) -> None:
    got = parse(f"a: {number!r}\n".encode(), "x").value["a"]
    assert got == number or math.isclose(got, number)
