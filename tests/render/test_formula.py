"""Formulas as trees: every way of writing them says the same as the text that was evaluated."""

import json
import math
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apex_cli.package.answers import envelopes_of
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.formula import Node, formula, name, symbol
from apex_cli.render.formula_text import box, line
from apex_cli.render.report.mathml import mathml

EXAMPLES = Path(__file__).parents[2] / "examples"
POWERS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))
KNOWN: dict[str, Any] = {
    "min": min, "max": max, "sqrt": math.sqrt, "exp": math.exp, "log": math.log, "ln": math.log,
    "ceil": math.ceil, "floor": math.floor, "tan": math.tan, "sin": math.sin,
    "cos": math.cos, "asin": math.asin, "pi": math.pi, "e": math.e,
}  # fmt: skip


@cache
def steps() -> list[dict[str, Any]]:
    """Every equation that an example uses, once."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(EXAMPLES.glob("*.json")):
        for envelope in envelopes_of(json.loads(path.read_bytes()), Catalogue(), {}):
            for step in envelope["trace"]["steps"]:
                found.setdefault(step["text"], step)
    return list(found.values())


def typed(text: str) -> str:
    """A formula on one line, back in the language it was evaluated in."""
    raised = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+", lambda m: f"**({''.join(POWERS[c] for c in m[0])})", text)
    for old, new in (("×", "*"), ("−", "-"), ("^", "**"), ("√(", "sqrt("), ("⌈", "ceil("),
                     ("⌉", ")"), ("⌊", "floor("), ("⌋", ")"), ("π", "pi")):  # fmt: skip
        raised = raised.replace(old, new)
    raised = re.sub(r"\|([^|]+)\|", r"abs(\1)", raised)
    return re.sub(r"√([0-9.]+)", r"sqrt(\1)", raised)


def test_numbers_on_one_line_give_the_value() -> None:
    for step in steps():
        values = {key: term["value"] for key, term in step["terms"].items()}
        wanted = eval(step["text"], KNOWN | values)
        shown = line(formula(step["text"], step["terms"]), "×")
        assert eval(typed(shown), dict(KNOWN)) == pytest.approx(wanted, rel=1e-12), shown


def test_every_equation_is_read() -> None:
    assert len(steps()) > 200
    for step in steps():
        text = step["text"]
        assert formula(text).kind != "word" or text.isidentifier(), text
        assert symbol(step["symbol"]).kind in {"symbol", "fraction", "product", "word"}, text
        ET.fromstring(f"<math>{mathml(formula(text))}</math>")


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')", "a if b else c", "[1, 2]", "x.y", "f(a=1)", "1 +", "",
        "'<script>'", "True", "(" * 300 + "1" + ")" * 300, "-" * 5000 + "1", "a\x00b", "lambda: 1",
        "f(*x)", "9" * 10_000,
    ],
)  # fmt: skip
def test_what_is_no_formula_stays_text(text: str) -> None:
    node = formula(text)
    assert node == Node("word", text)
    assert line(node) == text
    ET.fromstring(f"<math>{mathml(node)}</math>")


@given(st.text(max_size=60))
def test_any_text_is_shown(text: str) -> None:
    node = formula(text)
    ET.fromstring(f"<math>{mathml(node)}</math>")
    assert isinstance(line(node), str)


NAMES = st.sampled_from(["A", "K_z", "gamma_c", "h", "C_11", "z_min"])
TREES = st.recursive(
    NAMES | st.integers(0, 99).map(str),
    lambda inner: (
        st.tuples(inner, st.sampled_from([" + ", " - ", " * ", " / ", " ** "]), inner).map(
            lambda t: f"({t[0]}){t[1]}({t[2]})"
        )
        | inner.map(lambda t: f"sqrt({t})")
        | inner.map(lambda t: f"-({t})")
        | inner.map(lambda t: f"ceil({t})")
        | st.tuples(inner, inner).map(lambda t: f"min({t[0]}, {t[1]})")
    ),
    max_leaves=8,
)


@given(TREES)
def test_boxes_are_rectangles(text: str) -> None:
    made = box(formula(text))
    assert len({len(row) for row in made.lines}) == 1
    assert 0 <= made.base < len(made.lines)


@given(TREES, st.fixed_dictionaries({n: st.floats(1, 9) for n in
       ["A", "K_z", "gamma_c", "h", "C_11", "z_min"]}))  # fmt: skip
def test_brackets_keep_the_meaning(text: str, values: dict[str, float]) -> None:
    terms = {key: {"value": value, "unit": "1"} for key, value in values.items()}
    try:
        wanted = complex(eval(text, KNOWN | values))
        found = complex(eval(typed(line(formula(text, terms), "×")), dict(KNOWN)))
    except (ZeroDivisionError, OverflowError, ValueError, TypeError):
        return
    assert found == pytest.approx(wanted, rel=1e-9) or not math.isfinite(abs(wanted))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a - b", "3 − (−2)"), ("a + b", "3 + (−2)"), ("a * b", "3 × (−2)"), ("-b", "−(−2)"),
        ("a - b * a", "3 − (−2 × 3)"), ("a + b * a", "3 + (−2 × 3)"), ("b * a", "−2 × 3"),
        ("a - b / a", "3 − (−2 / 3)"), ("a * (b * a)", "3 × (−2 × 3)"), ("a / b", "3 / (−2)"),
        ("a + (b + a)", "3 + (−2 + 3)"), ("-(b * a)", "−(−2 × 3)"), ("b ** 2", "(−2)²"),
        ("a - b ** 2", "3 − (−2)²"), ("a + (a - b)", "3 + 3 − (−2)"), ("b - a", "−2 − 3"),
        ("a - min(b, a)", "3 − min(−2, 3)"), ("b / a", "−2 / 3"),
    ],
)  # fmt: skip
def test_a_minus_after_a_sign_stands_in_brackets(text: str, shown: str) -> None:
    terms = {"a": {"value": 3, "unit": "1"}, "b": {"value": -2, "unit": "1"}}
    assert line(formula(text, terms), "×") == shown


@given(TREES, st.lists(st.floats(-9, 9), min_size=6, max_size=6))
def test_no_sign_follows_a_sign(text: str, values: list[float]) -> None:
    names = ["A", "K_z", "gamma_c", "h", "C_11", "z_min"]
    terms = {key: {"value": value, "unit": "1"} for key, value in zip(names, values, strict=True)}
    node = formula(text, terms)
    assert not re.search(r"[−+×/] *−", line(node, "×"))
    drawn = re.sub(r"</?mrow>", "", mathml(node))
    assert not re.search(r"<mo[^>]*>[−+·/]</mo><mo [^>]*>−", drawn)


def test_a_small_fraction_keeps_its_meaning() -> None:
    raised = mathml(formula("x ** ((a + b) / (a * b))"))
    assert raised.count("<mo>(</mo>") == raised.count("<mo>)</mo>") == 2
    assert "(" not in mathml(formula("x ** (1 / alpha)"))


def test_small_and_negative_numbers() -> None:
    assert line(formula("x - 0.000001")) == "x − 0.000001"
    assert line(formula("-(a + b)")) == "−(a + b)"


def test_names() -> None:
    assert line(name("K_z")) == "K_z"
    assert line(name("x_12")) == "x₁₂"
    assert line(name("omega_D")) == "ω_D"
    assert line(name("_x")) == "x"
    assert line(name("alpha")) == "α"
