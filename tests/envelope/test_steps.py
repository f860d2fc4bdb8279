"""Steps are written alike as objects and as text, whatever their numbers."""

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.canonical import canonical
from apex_cli.envelope.steps import objects, written
from apex_cli.equations import Citations, Trace, equation
from apex_cli.errors import InternalFault
from apex_cli.quantities import Feet, Known, Ratio


@equation("a × b", "a * b", clause="1.2")
def product(*, a: Feet, b: Ratio) -> Feet:
    """A product."""
    return a * b


@equation("c", "0.5", clause="")
def half() -> Ratio:
    """No terms."""
    return 0.5


numbers = st.floats(allow_nan=False, allow_infinity=False, width=64).map(lambda x: x / 1e150)
usual = (
    st.floats(-1e9, 1e9) | st.integers(-10, 10).map(float) | st.sampled_from([-0.0, 1e-11, 1e15])
)


def traced(pairs: list[tuple[float, float]], subject: str = "") -> Trace:
    trace = Trace()
    trace.cite(Citations("Standard", {"product": "9.9"}))
    trace.subject = subject
    found: float = Known(1.5, "pack:/x", "printed")
    for a, b in pairs:
        found = trace(product, a=a, b=found if b == 1 else Known(b, "/site/b"))
        trace(half)
    return trace


@given(st.lists(st.tuples(usual | numbers, usual), min_size=1, max_size=4), st.text(max_size=3))
@settings(max_examples=400, deadline=None)
def test_as_objects_and_as_text(pairs: list[tuple[float, float]], subject: str) -> None:
    steps = traced(pairs, subject).steps
    text, wanted = written(steps), objects(steps)
    if text is not None:
        assert orjson.loads(text.shown) == wanted
        assert text.shown == orjson.dumps(wanted)
        assert text.canonical == canonical(wanted)
    else:
        told = [(step["unit"], step["value"]) for step in wanted]
        told += [(t["unit"], t["value"]) for step in wanted for t in step["terms"].values()]
        assert any(unit.startswith("1e-6") or abs(value) > 2**53 for unit, value in told)


def test_a_shape_comes_again_with_other_numbers() -> None:
    for a in (1.25, 1e6, 123456.7, -0.0, 2.0):
        steps = traced([(a, 3.0)]).steps
        text = written(steps)
        assert text is not None
        assert text.shown == orjson.dumps(objects(steps))


@pytest.mark.parametrize("number", [1.25e-6, 2.0**60])
def test_what_is_too_small_or_too_large_for_text_is_left_to_objects(number: float) -> None:
    assert written(traced([(number, 3.0)]).steps) is None


@pytest.mark.parametrize("wrong", [float("nan"), float("inf")])
def test_what_is_not_finite_is_refused(wrong: float) -> None:
    with pytest.raises(InternalFault, match="finite"):
        written(traced([(wrong, 2.0)]).steps)
