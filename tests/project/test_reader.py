"""The reader refuses what JSON permits but engineering does not, quickly and in little memory."""

import json
import resource
from collections.abc import Callable
from typing import Any

import pytest

from apex_cli.canonical import LARGEST_INTEGER
from apex_cli.errors import InvalidInput
from apex_cli.project.reader import validate
from apex_cli.project.text import MAX_BYTES, MAX_VALUES, parse, parse_value

NEARLY_FULL = MAX_BYTES - 100

Beside = Callable[[Callable[[], object], float], float]


def refusal(call: Callable[[], Any]) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        call()
    return caught.value


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"[]", "not a JSON object"),
        (b"{", "line 1, column 2"),
        (b"\xef\xbb\xbf{}", "byte-order mark"),
        (b'{"a": "\xff"}', "byte 7 is 0xff"),
        (b'{"a": 1, "b": {"c": 1, "c": 2}}', "the key 'c' stands twice"),
        (b'{"a": NaN}', "NaN is not a number"),
        (b'{"a": -Infinity}', "-Infinity is not a number"),
        (b'{"a": 1e999}', "beyond the range of a double"),
        (b'{"a": ' + b"9" * 400 + b"}", "beyond the range of a double"),
        (b'{"a": 9007199254740992}', "beyond the integers"),
        (b'{"a": "\\ud800"}', "surrogate"),
        (b'{"\\udfff": 1}', "surrogate"),
        (b'{"a":' * 65 + b"1" + b"}" * 65, "deeper than 64"),
        (b'{"a":' * 15_000 + b"1" + b"}" * 15_000, "deeper than 64"),
        (b'{"' + b"k" * 501 + b'": 1}', "a key is longer than 500"),
        (b"{}" + b" " * MAX_BYTES, "larger than 10 MiB"),
    ],
)
def test_refused_with_the_reason(data: bytes, said: str) -> None:
    error = refusal(lambda: parse(data))
    assert said in error.detail
    assert error.exit_code == 3
    assert error.faults


def test_what_is_written_is_what_is_read() -> None:
    text = '{"b": 1.0, "a": [null, true, -9007199254740991, 9007199254740991, "é\\n"], "c": {}}'
    document = parse(text.encode())
    assert list(document) == ["b", "a", "c"]
    assert document == json.loads(text)
    assert [type(item) for item in document["a"][2:4]] == [int, int]
    assert type(document["b"]) is float
    assert document["a"][3] == LARGEST_INTEGER
    parse(b'{"a":' * 64 + b"1" + b"}" * 64)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"a": [' + b"[]," * (NEARLY_FULL // 3) + b"[]]}", f"more than {MAX_VALUES} values"),
        (b'{"a": [' + b"{}," * (NEARLY_FULL // 3) + b"{}]}", f"more than {MAX_VALUES} values"),
        (b'{"a": ' + b"9" * NEARLY_FULL + b"}", "beyond the range"),
        (b'{"a": 1e' + b"9" * NEARLY_FULL + b"}", "beyond the range"),
        (b'{"description": "' + b"\\u00e9" * (NEARLY_FULL // 6) + b'"}', "and 1 more"),
        (b'{"description": "' + b"[" * NEARLY_FULL + b'"}', "and 1 more"),
        (b'{"' + b"wind_" * (NEARLY_FULL // 5) + b'": 1}', "a key is longer"),
        (
            b"{" + b"," * (MAX_VALUES + 1) + b'"' + b'\\"' * (NEARLY_FULL // 3),
            f"more than {MAX_VALUES} values",
        ),
        (b'"' * (NEARLY_FULL // 2) + b"[," * (NEARLY_FULL // 4), f"more than {MAX_VALUES} values"),
        (b'{"a":' * (NEARLY_FULL // 5), f"more than {MAX_VALUES} values"),
        (b"[" * NEARLY_FULL, f"more than {MAX_VALUES} values"),
        (b"\0" * NEARLY_FULL, "not JSON"),
        (
            b"{" + b",".join(b'"wind_speed_mphh%d": 1' % n for n in range(MAX_VALUES - 2)) + b"}",
            "and at least 999 more",
        ),
        (
            b"{" + b",".join(b'"k%d": 1' % n for n in range(MAX_VALUES - 2)) + b', "k0": 2}',
            "stands twice",
        ),
        (
            b'{"sign": {"elements": [' + b",".join([b'{"a": 1}'] * 9000) + b"]}}",
            "at most 200 items",
        ),
        (b'{"site": {"heights_ft": [' + b",".join([b'"x"'] * 19_000) + b"]}}", "at most 500"),
    ],
    ids=lambda value: value[:12].decode(errors="replace") if isinstance(value, bytes) else "",
)
def test_a_hostile_file_takes_little_time_and_memory(
    data: bytes, said: str, beside_toml: Beside
) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def read() -> None:
        assert said in refusal(lambda: validate(parse(data))).detail

    assert beside_toml(read, 20) < 20, "the worst takes five times as long as TOML"
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 150 * 1024


def test_brackets_inside_texts_are_no_values() -> None:
    document = {"description": "[" * MAX_VALUES + '\\",{' * 10}
    assert parse(json.dumps(document).encode()) == document


def test_every_fault_at_once() -> None:
    document = {"schema_version": 1, "site": {"exposure": "E", "kzt": 0.5}, "nmae": "x"}
    error = refusal(lambda: validate(document, {"/soil": "", "/site/kzt": ""}))
    found = {fault.pointer: fault for fault in error.faults}
    assert set(found) == {"/site/exposure", "/site/kzt", "/nmae", "/soil"}
    assert found["/nmae"].hint == "did you mean 'name'?"
    assert found["/soil"].hint == "add soil"
    assert error.detail.endswith("and 3 more")
    only_missing = refusal(lambda: validate({"schema_version": 1}, {"/soil": "say which"}))
    assert [(fault.pointer, fault.hint) for fault in only_missing.faults] == [
        ("/soil", "say which")
    ]


def test_not_more_than_200_faults_are_told() -> None:
    error = refusal(lambda: validate({"schema_version": 1} | {f"k{n}": 1 for n in range(500)}))
    assert len(error.faults) == 200
    assert "499 more" in error.detail


@pytest.mark.parametrize(
    ("version", "hint"),
    [(None, "migrate"), (0, "migrate"), (2, "version 1"), (False, "version 1"), ("1", "version 1")],
)
def test_another_version_is_told_the_way(version: Any, hint: str) -> None:
    document = {} if version is None else {"schema_version": version}
    [fault] = refusal(lambda: validate(document)).faults
    assert fault.pointer == "/schema_version"
    assert hint in fault.hint


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("1e3", 1000.0),
        ("no", "no"),
        ("", ""),
        ("{", "{"),
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
        ('"12"', "12"),
        ("true", True),
    ],
)
def test_values_of_a_command_line(text: str, value: Any) -> None:
    found = parse_value(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", ["1e999", '{"a": 1, "a": 2}', "[NaN]", "[" * 70 + "]" * 70,
                                  "[" * 30_000 + "]" * 30_000, "a\udcffb"])  # fmt: skip
def test_refused_values_of_a_command_line(text: str) -> None:
    refusal(lambda: parse_value(text))
