"""Where a pointer leads in a text, held to a writer that notes it, and to cases by hand."""

import json
from collections.abc import Callable
from itertools import cycle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.pointer import step
from apex_cli.project.places import Place, Places

TEXTS = st.text(st.sampled_from('aé😀~/"\\\n{}[]:,'), max_size=4)
VALUES = st.recursive(
    TEXTS | st.integers(-9, 99) | st.booleans() | st.none() | st.floats(0, 9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXTS.filter(bool), inner, max_size=3)
    ),
    max_leaves=8,
)
SPACE = st.text(st.sampled_from(" \t\r\n"), max_size=3)


class Writer:
    """Writes JSON with any white space and notes the line and the column of every value."""

    def __init__(self, spaces: Callable[[], str], *, plain: bool) -> None:
        self.text, self._spaces, self._plain = "", spaces, plain
        self.noted: dict[str, tuple[int, int, int]] = {}

    def put(self, value: Any, where: str = "") -> None:
        self.text += self._spaces()
        if isinstance(value, dict | list):
            self._note(where, "{" if isinstance(value, dict) else "[")
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
            for n, (key, item) in enumerate(pairs):
                self.text += "," if n else ""
                if isinstance(value, dict):
                    name = json.dumps(key, ensure_ascii=self._plain)
                    self.text += self._spaces() + name + self._spaces() + ":"
                self.put(item, where + step(key))
            self.text += self._spaces() + ("}" if isinstance(value, dict) else "]")
        else:
            self._note(where, json.dumps(value, ensure_ascii=self._plain))
        self.text += self._spaces()

    def _note(self, where: str, word: str) -> None:
        lines = self.text.split("\n")
        begin, wide = (len(text.encode("utf-16-le")) // 2 for text in (lines[-1], word))
        self.noted[where] = len(lines), begin + 1, begin + 1 + wide
        self.text += word


@settings(max_examples=40)
@given(
    spaces=st.lists(SPACE, min_size=1, max_size=5),
    value=st.dictionaries(TEXTS.filter(bool), VALUES, max_size=4),
    plain=st.booleans(),
)
def test_every_value_of_any_json(spaces: list[str], value: Any, *, plain: bool) -> None:
    writer = Writer(cycle(spaces).__next__, plain=plain)
    writer.put(value)
    places = Places("a.json", writer.text.encode())
    assert {where: tuple(places.of(where)) for where in writer.noted} == writer.noted


JSON = '{\r\n "a/b": {"~": 1,\r\n  "😀": "é😀", "x": [[1,\r\n 22], 3]},\n "\\u0061": {}}'


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("", (1, 1, 2)),
        ("/a~1b/~0", (2, 15, 16)),
        ("/a~1b/😀", (3, 9, 14)),
        ("/a~1b/x/0/1", (4, 2, 4)),
        ("/a~1b/x/1", (4, 7, 8)),
        ("/a", (5, 12, 13)),
        ("/a/none/at/all", (5, 12, 13)),
        ("/a~1b/x/7", (3, 21, 22)),
        ("/none", (1, 1, 2)),
    ],
)
def test_by_hand(where: str, place: tuple[int, int, int]) -> None:
    assert Places("a.json", JSON.encode()).of(where) == place


YAML = (
    '# é\u2028# one line\r\nname: "😀 x"\r\nsite:\r\n  wind: 5 # c\r\n  h: [1, "😀", {a: 2}]\r\n'
    "sign:\r\n- a: 1\r\n  b: 😀\r\n- a: 2\r\nnone:\r\ntext: |\r\n  a\r\n  b\r\n"
)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("", (2, 1, 2)),
        ("/name", (2, 7, 13)),
        ("/site", (3, 1, 5)),
        ("/site/wind", (4, 9, 10)),
        ("/site/h/1", (5, 10, 14)),
        ("/site/h/2/a", (5, 20, 21)),
        ("/sign/1", (9, 3, 4)),
        ("/sign/0/b", (8, 6, 8)),
        ("/site/depth", (3, 1, 5)),
        ("/none", (10, 6, 6)),
        ("/text", (11, 7, 8)),
    ],
)
def test_yaml_by_hand(where: str, place: tuple[int, int, int]) -> None:
    assert Places("a.yaml", YAML.encode()).of(where) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a": 1,\n "b": }', (2, 7, 7)),
        ('{"a": 1,\r\n', (1, 9, 9)),
        ('{"a":\n [1, -Infinity]}', (2, 6, 15)),
        ('{"a": {"b": 1,\n  "b": 22}}', (2, 8, 10)),
        ("[1]", (1, 1, 2)),
        ("", (1, 1, 1)),
        pytest.param("[" * 100_000, (1, 1, 1), id="too deep"),
    ],
)
def test_where_a_text_is_no_project(text: str, place: tuple[int, int, int]) -> None:
    assert Places("a.json", text.encode()).of_fault("") == place


def test_where_yaml_breaks_off_its_reader_has_told() -> None:
    places = Places("a.yml", b"a: 1\na: 2\n")
    assert places.of_fault("line 2") == Place(2, 1, 1)
    assert places.of_fault("line 3") == Place(2, 1, 1), "there is no third"
    assert places.of_fault("") == Place(1, 1, 1)
    for name in ("a.yml", "a.json"):
        assert Places(name, "é😀\n😀".encode() + b"\xff\n").of_fault("") == Place(2, 3, 4)
    assert Places("a.yml", b"").of("/a") == Place(1, 1, 1)
