"""YAML in all its classes, written anew: what stands there is read, or refused with its line.

As a project and as a pack, by the fast parser and by the one where that is not built in; the latter
may refuse more (tabs beside a value), and never reads another value.
"""

from typing import Any

import pytest
import yaml

from apex_cli.errors import ApexError, InvalidInput, PackError
from apex_cli.project.document import document_of
from apex_cli.project.reader import validate
from apex_cli.project.templates import template
from apex_cli.yaml_reader import parse

VALUES: dict[bytes, Any] = {
    # plain, quoted and block texts
    b"x": "x", b"x # c": "x", b"x#c": "x#c", b"x\n  y": "x y", b"'it''s'": "it's",
    b"'x\n  y'": "x y", b'"\\x41\\u00e9\\U0001F600\\L\\N"': "A\u00e9\U0001f600\u2028\x85",
    b"'5'": "5", b'"5"': "5", b"|\n  x\n   y": "x\n y\n", b"|2\n   x": " x\n", b"|-\n  1": "1",
    b"|+\n  1\n": "1\n\n", b">\n  1\n  2": "1 2\n", b">-\n  x\n\n  y": "x\ny", b"http://x": "http://x",
    b"---": "---", b"...": "...", b"--1": "--1", b"<<": "<<", b"=": "=", b"\xc2\xa01": "\xa01",
    b"\xd9\xa3": "\u0663", b"x\xef\xbb\xbf": "x\ufeff",
    # words that a schema of YAML takes for something
    b"no": "no", b"[yes, on, off, y, n, NO, Yes]": ["yes", "on", "off", "y", "n", "NO", "Yes"],
    b"NULL": "NULL", b"True": "True", b"~": None, b"": None, b"null": None, b"true": True,
    b"2026-11-30": "2026-11-30", b"2001-12-14t21:59:43.10-05:00": "2001-12-14t21:59:43.10-05:00",
    # numbers, and what looks like one
    b"5 # c": 5, b"-1": -1, b"-0": 0, b"1e3": 1000.0, b"1E+2": 100.0, b"12e03": 12000.0,
    b"0." + b"1" * 400: float("0." + "1" * 400), b"0e-999": 0.0, b"1:30": "1:30",
    b"190:20:30": "190:20:30", b"0o7": "0o7", b"07": "07", b"08": "08", b"0x1F": "0x1F",
    b"0b11": "0b11", b"1_000": "1_000", b"685.230_15e+03": "685.230_15e+03", b"1,000": "1,000",
    b"1 000": "1 000", b"+1": "+1", b".1": ".1", b"1.": "1.", b".inf": ".inf", b"-.INF": "-.INF",
    b".NaN": ".NaN",
    # flow and block collections
    b"[1, 2,]": [1, 2], b"[\n# c\n1]": [1], b"[b: 1]": [{"b": 1}],
    b"{b: 1, c}": {"b": 1, "c": None}, b"{b:1}": {"b:1": None}, b'{"b":1}': {"b": 1},
    b"\n- 1\n- 2": [1, 2], b"\n  b: 1": {"b": 1},
    b"{<<: {b: 1}}": {"<<": {"b": 1}}, b"{no: 1, 1: 2, 1.0: 3}": {"no": 1, "1": 2, "1.0": 3},
    b"\n  ? |\n    b\n  : 1": {"b\n": 1}, b"{b: 1, B: 2}": {"b": 1, "B": 2},
}  # fmt: skip
"""What may stand after ``a: ``, and how it is read."""

WHOLE: dict[bytes, Any] = {
    b"a: 1\r\nb: 2\r\n": {"a": 1, "b": 2}, b"a: 1\rb: 2\r": {"a": 1, "b": 2},
    b"%YAML 1.1\n---\na: no\n": {"a": "no"}, b"%YAML 1.2\n---\na: 0o7\n...\n": {"a": "0o7"},
    b"%TAG ! tag:x,2000:\n---\na: 1\n": {"a": 1}, b"# c\n\n---\na: 1\n": {"a": 1},
    b"'a' : 1\n": {"a": 1}, b"? a\n: 1\n": {"a": 1}, b"---a: 1\n": {"---a": 1}, b"-: 1\n": {"-": 1},
}  # fmt: skip

BOMB = b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"
REFUSED: dict[bytes, int] = {
    # anchors, aliases, merge keys, tags, directives, documents
    BOMB: 1, b"a: *x\n": 1, b"a: &x 1\nb: *x\n": 1, b"a: 1\nb: {<<: *x}\n": 2, b"a: &\n": 1,
    b"a: !!int 1\n": 1, b"a: !!float 1\n": 1, b"a: !!binary aGk=\n": 1, b"a: !x 1\n": 1,
    b"a: ! 1\n": 1, b"a: !!set {x}\n": 1, b"a: !!omap [x: 1]\n": 1, b"a: !<tag:x> 1\n": 1,
    b"%TAG ! tag:x,2000:\n---\na: !y 1\n": 3, b"%YAML 3.0\n---\na: 1\n": 1,
    b"a: 1\n---\nb: 2\n": 2, b"---\na: 1\n---\n": 3, b"a: 1\n...\nb: 2\n": 3, b"--- a: 1\n": 1,
    # keys
    b"a: 1\na: 2\n": 2, b"a: 1\n'a': 2\n": 2, b"a: {b: 1, b: 2}\n": 1, b"? [a]\n: 1\n": 1,
    b"? {a: 1}\n: 2\n": 1, b": 1\n": 1,
    # indentation and tabs
    b"a:\n  - 1\n - 2\n": 3, b"a: 1\n b: 2\n": 2, b" a: 1\nb: 2\n": 2, b"a:\n  b: 1\n   c: 2\n": 3,
    b"\ta: 1\n": 1, b"a:\n\tb: 1\n": 2, b"a: |\n  x\n\ty\n": 3, b"a: - 1\n": 1, b"a: b: c\n": 1,
    b"a: |9\n x\n": 2,
    # what is not closed, letters that mean something, escapes
    b"a: [1\n": 2, b"a: {b: 1\n": 2, b"a: 'x\n": 2, b'a: "x\n': 2, b"a: ]\n": 1, b"a: [1,,2]\n": 1,
    b"a: @x\n": 1, b"a: `x\n": 1, b"a: %x\n": 1, b'a: "\\q"\n': 1, b'a: "\\ud800"\n': 1,
    # numbers that would be others
    b"a: 1e400\n": 1, b"a: 1\nb: 1e-400\n": 2, b"a: -0.1e-999\n": 1, b"a: 9007199254740993\n": 1,
    b"a: [" + b"9" * 400 + b"]\n": 1,
    # line ends that only some readers see
    b"# c\na: x # c\xe2\x80\xa8b: 2\n": 2, b"a: 1\xc2\x85b: 2\n": 1,
    b"\r\n\r'\xe2\x80\xa9': 2\n": 3,
    # too deep
    b"a: " + b"[" * 40 + b"]" * 40: 1, b"a: " + b"{b: " * 9_000: 1, b"- " * 9_000: 1,
    # no place: bytes that are no text
    b"a: \xff\n": 0, b"a: \xed\xa0\x80\n": 0, b"a: \x00\n": 0, b"a: \x1b[2J\n": 0,
    "a: 1\n".encode("utf-16"): 0, "a: 1\n".encode("utf-32"): 0,
}  # fmt: skip
"""What is refused, and the line that the refusal names; 0 where it names the byte or the letter."""

READ = {b"a: " + text + b"\n": {"a": value} for text, value in VALUES.items()} | WHOLE


@pytest.mark.parametrize(("data", "value"), READ.items(), ids=lambda one: repr(one)[:30])
def test_what_stands_there_is_read(data: bytes, value: dict[str, Any]) -> None:
    for got in (document_of("p.yaml", data), parse(data, "k.yaml").value):
        assert got == value
        assert repr(got) == repr(value)  # 1 is not 1.0, nor True


@pytest.mark.parametrize(("data", "line"), REFUSED.items(), ids=lambda one: repr(one)[:30])
def test_what_is_refused_names_its_line(data: bytes, line: int) -> None:
    with pytest.raises(InvalidInput) as project:
        document_of("p.yaml", data)
    with pytest.raises(PackError) as pack:
        parse(data, "k.yaml")
    place = f"line {line}: " if line else "not "
    assert project.value.detail.startswith(place)
    assert pack.value.detail.startswith(f"k.yaml{', ' if line else ': '}{place}")


def test_the_other_parser_reads_the_same_or_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    for data, value in READ.items():
        assert parse(data, "k.yaml").value == value
    for data in REFUSED:
        with pytest.raises(PackError):
            parse(data, "k.yaml")


def test_an_empty_file_and_a_mark_before_it() -> None:
    for data in (b"", b"\n", b"# c\n", b"---\n", b"null\n"):
        with pytest.raises(InvalidInput, match="the file is empty"):
            document_of("p.yaml", data)
        assert parse(data, "k.yaml").value is None
    with pytest.raises(InvalidInput, match="byte-order mark"):
        document_of("p.yaml", b"\xef\xbb\xbfa: 1\n")
    assert parse(b"\xef\xbb\xbfa: 1\n", "k.yaml").value == {"a": 1}


def test_what_only_looks_like_a_number_is_no_wind_speed() -> None:
    """Each as the wind speed of a project: the number that JSON has there, or refused."""
    for data, value in READ.items():
        if (text := document_of("p.yaml", data).get("a")) is None:
            continue  # nothing is said
        document = template("pole")
        document["site"]["wind_speed_mph"] = text
        if type(value.get("a")) in {int, float} and 1 <= value["a"] <= 300:
            site = validate(document).site
            assert site is not None
            assert site.wind_speed_mph == value["a"]
            continue
        with pytest.raises(ApexError) as caught:
            validate(document)
        assert caught.value.exit_code == 3, data
