"""Rounded once, hashed once: what an envelope says of numbers, and what its digest covers."""

import hashlib
import json
import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from apex_cli.canonical import LARGEST_INTEGER
from apex_cli.envelope.build import (
    PENALTIES,
    build,
    confidence,
    content_digest,
    quote,
)
from apex_cli.envelope.numbers import NOISE, as_read, plain, significant
from apex_cli.equations import Bare, Check, Citations, Trace, equation
from apex_cli.errors import Fault, InternalFault, InvalidInput, NoAnswer
from apex_cli.quantities import Feet, Known, Psf
from apex_cli.render.json import pretty

FINITE = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12)


@equation("p", "2 * h", clause="1.1")
def twice(*, h: Feet) -> Psf:
    return 2 * h


def held(trace: Bare, *, demand: float, capacity: float) -> Check:
    return trace.hold("a", "A.", demand=demand, capacity=capacity, unit="ft", clause="4.4")


@given(value=FINITE)
def test_results_are_rounded_half_to_even(value: float) -> None:
    shown = plain(value)
    assert (
        abs(Fraction(shown) - Fraction(value)) <= Fraction(1, 2000) + abs(Fraction(value)) / 10**15
    )
    assert str(shown) not in {"-0", "-0.0"}
    assert isinstance(shown, int) or not shown.is_integer()
    assert plain(shown) == shown


def test_ties_go_to_even() -> None:
    assert [plain(x) for x in (0.0625, 0.1875, -0.0625, 2.5e-4)] == [0.062, 0.188, -0.062, 0]
    assert [plain(Decimal(x)) for x in ("0.125", "0.375", "-0.001", "7")] == [0.12, 0.38, 0, 7]


@given(value=FINITE.filter(lambda value: value == 0 or abs(value) > 1e-290))
def test_steps_keep_six_digits_and_a_number_that_jq_spells_alike(value: float) -> None:
    shown, unit = significant(value, "ft")
    scale = float(unit.split()[0]) if " " in unit else 1.0
    assert shown == 0 or abs(shown) >= 1e-4
    assert math.isclose(shown * scale, value, rel_tol=6e-6, abs_tol=NOISE)


def test_very_small_steps_go_down_by_millionths() -> None:
    assert significant(1.234567e-9, "ft") == (0.00123457, "1e-6 ft")
    assert significant(-1.234567e-10, "ft") == (-0.000123457, "1e-6 ft")


@pytest.mark.parametrize("value", [5.55e-17, -9e-11, 5e-324, -0.0])
def test_what_binary_fractions_leave_of_a_zero_is_zero(value: float) -> None:
    assert significant(value, "ft") == (0, "ft")


def test_huge_numbers_stay_floats() -> None:
    assert type(plain(float(LARGEST_INTEGER))) is int
    assert type(plain(1e20)) is float
    assert significant(1e20, "ft") == (1e20, "ft")
    assert len(build("x", result={"a": 1e20})["content_sha256"]) == 64


class Word(str):
    """A text that is more than a text."""

    __slots__ = ()


def test_kinds_of_text_and_of_integer_are_what_they_are() -> None:
    assert plain([Word("a"), True, 3, None]) == ["a", True, 3, None]


@pytest.mark.parametrize("value", [math.nan, math.inf, [-math.inf], {"a": Decimal("NaN")}])
def test_what_is_not_finite_is_a_fault_of_ours(value: Any) -> None:
    with pytest.raises(InternalFault):
        plain(value)


@pytest.mark.parametrize("value", [{1, 2}, object(), b"a", Thing := type("Thing", (), {})])
def test_what_is_not_json_is_a_fault_of_ours(value: Any) -> None:
    with pytest.raises(InternalFault, match="not JSON"):
        plain(value)


def test_records_keep_their_order() -> None:
    class Inner(Struct, frozen=True):
        z: float
        a: tuple[str, ...]

    assert list(plain({"i": Inner(1.0, ("x",)), "b": None, "c": True})["i"].items()) == [
        ("z", 1),
        ("a", ["x"]),
    ]


def test_inputs_stay_as_read_but_integral() -> None:
    assert as_read({"a": [1.0, {"b": 2.5}], "c": "1.0", "d": True, "e": None}) == {
        "a": [1, {"b": 2.5}], "c": "1.0", "d": True, "e": None,
    }  # fmt: skip


def traced() -> Trace:
    trace = Trace()
    trace.cite(Citations("Standard 1", {"twice": "2.2"}))
    trace.subject = "cabinet"
    first = trace(twice, h=Known(1.5, "/a", None))
    trace.subject = ""
    trace(twice, h=Known(first, "footing:/h", "secondary"))
    trace(twice, h=3.0)
    trace.assume("Something.")
    trace.warn("w", "warning", "A warning.", "3.3")
    held(trace, demand=2.0, capacity=1.0)
    return trace


def test_steps_tell_where_their_numbers_come_from() -> None:
    steps = build("x", trace=traced())["trace"]["steps"]
    assert [step["n"] for step in steps] == [1, 2, 3]
    assert steps[0]["terms"]["h"] == {"value": 1.5, "unit": "ft", "origin": "/a"}
    assert steps[0]["subject"] == "cabinet"
    assert "subject" not in steps[1]
    assert steps[1]["terms"]["h"]["status"] == "secondary"
    assert steps[2]["terms"]["h"]["origin"] == "computed"
    assert {step["clause"] for step in steps} == {"Standard 1 2.2"}


def test_confidence_is_one_minus_the_penalties() -> None:
    penalties = [PENALTIES[severity] for severity in ("notice", "warning", "review")]
    checks = [held(Bare(), demand=demand, capacity=2.0) for demand in (1.0, 3.0)]
    assert confidence([], [], None) == 1
    assert confidence(penalties, checks, None) == pytest.approx(1 - 0.1 - 0.3 - 0.3)
    assert confidence(penalties * 9, [], None) == 0
    assert confidence([], [], NoAnswer("")) == 1 - PENALTIES["no_feasible_answer"]
    assert confidence([], [], InvalidInput("")) == 1 - PENALTIES["abstained"]


def test_a_check_says_what_is_asked_of_what_is_there() -> None:
    trace = Trace()
    held(trace, demand=Known(1.00049, "/a"), capacity=2.0)
    held(trace, demand=1.0, capacity=0.0)
    first, second = build("x", trace=trace)["checks"]
    assert list(first.items()) == [
        ("id", "a"), ("description", "A."), ("demand", 1), ("capacity", 2), ("unit", "ft"),
        ("ratio", 0.5), ("passed", True), ("clause", "4.4"),
    ]  # fmt: skip
    assert (second["ratio"], second["passed"]) == (None, False)


def test_a_bare_run_has_an_envelope_too() -> None:
    assert build("x", result={"a": 1.0}, trace=Bare())["trace"]["steps"] == []


def test_the_margin_is_outside_of_the_digest_and_all_else_inside() -> None:
    envelope = build("x", result={"a": 1}, trace=traced(), inputs={"s": 1.0}, meta={"time": 1})
    assert (
        content_digest({**envelope, "meta": {}, "content_sha256": ""})
        == (envelope["content_sha256"])
    )
    for key in set(envelope) - {"meta", "content_sha256"}:
        other = {**envelope, key: "other"}
        assert content_digest(other) != envelope["content_sha256"], key


@given(
    inputs=st.dictionaries(
        st.text(max_size=5),
        st.none() | st.booleans() | st.text(max_size=5) | FINITE | st.lists(FINITE, max_size=3),
        max_size=4,
    ),
    result=st.dictionaries(st.text(max_size=5), FINITE | st.text(max_size=5), max_size=4),
)
def test_the_digest_is_that_of_the_authority(
    inputs: dict[str, Any], result: dict[str, Any]
) -> None:
    envelope = json.loads(json.dumps(build("x", result=result, inputs=inputs, trace=traced())))
    claimed, _ = envelope.pop("content_sha256"), envelope.pop("meta")
    assert hashlib.sha256(rfc8785.dumps(envelope)).hexdigest() == claimed
    assert envelope["trace"]["inputs_sha256"] == quote("x", inputs, {}).key


def test_an_error_says_what_where_and_how_to_mend_it() -> None:
    error = InvalidInput(
        "caf\udce9: bad",
        faults=[Fault("/a", "bad", 1, "do")],
        hint="é",
        extra={"expected": "x"},
        code="a.b",
    )
    told = build("footing", error=error, result={"never": 1})
    assert told["result"] is None
    assert told["confidence"] == 0.5
    problem = told["error"]
    assert problem["detail"] == "caf\\udce9: bad"
    assert (problem["code"], problem["type"]) == ("a.b", "urn:apex:problem:a.b")
    assert problem["errors"] == [{"pointer": "/a", "detail": "bad", "value": 1, "hint": "do"}]
    assert problem["expected"] == "x"


def test_a_fault_shows_a_number_without_its_origin() -> None:
    error = InvalidInput("bad", faults=[Fault("/a", "bad", Known(1.5, "/a"))])
    (fault,) = build("exposure", error=error)["error"]["errors"]
    assert type(fault["value"]) is float
    assert fault["value"] == 1.5


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("caf\udce9", "caf\\udce9"),
        ("é\U0001f600", "é\U0001f600"),
        (Known(1.5, "/a"), 1.5),
        (["\ud800", ("\udfff", Known(2.0, "/b")), None], ["\\ud800", ["\\udfff", 2.0], None]),
        ({"\udc00": {"a": "\udc00"}, 5: True}, {"\\udc00": {"a": "\\udc00"}, "5": True}),
        (7, 7),
        (None, None),
    ],
)
def test_what_is_no_unicode_is_spelled_out_wherever_it_stands(value: Any, shown: Any) -> None:
    error = InvalidInput("bad", faults=[Fault("/a", "bad", value)], extra={"x": value})
    told = build("exposure", error=error)["error"]
    assert told["errors"][0]["value"] == told["x"] == shown
    assert json.loads(pretty(told)) == told
    assert not isinstance(told["x"], Known)


def test_quoted_numbers_are_not_rounded_again() -> None:
    assert build("x", result={"a": 0.00256}, exact=True)["result"] == {"a": 0.00256}
    assert build("x", result={"a": 0.00256})["result"] == {"a": 0.003}
