"""What a trace keeps: here the checks."""

import pytest

from apex_cli.equations import Bare, Check, Citations, Trace


def held(trace: Bare, demand: float, capacity: float, unit: str = "ft") -> Check:
    return trace.hold("a", "A.", demand=demand, capacity=capacity, unit=unit, clause="")


@pytest.mark.parametrize("trace", [Bare(), Trace()])
@pytest.mark.parametrize("capacity", [0.04, 1.0, 16.5, 2e6])
@pytest.mark.parametrize("unit", ["ft", "lbf", "psf", "lbf-ft"])
def test_what_rounding_leaves_of_an_equality_passes_and_no_more(
    trace: Bare, capacity: float, unit: str
) -> None:
    slack = 1e-6 if unit == "ft" else 1e-6 * capacity
    assert held(trace, capacity, capacity, unit).ratio == 1
    assert held(trace, capacity, capacity, unit).passed
    assert held(trace, capacity + 0.99 * slack, capacity, unit).passed
    assert not held(trace, capacity + 1.01 * slack, capacity, unit).passed


def test_where_nothing_is_there_only_nothing_may_be_asked() -> None:
    trace = Bare()
    assert held(trace, 0.0, 0.0) == Check("a", "A.", 0.0, 0.0, "ft", None, True, "")
    assert not held(trace, 1e-9, 0.0, "lbf").passed
    assert [check.ratio for check in trace.checks] == [None, None]


@pytest.mark.parametrize(
    ("clause", "cited"),
    [
        ("J3", "AISC 360-22 J3"),
        ("AISC 360-22 J3", "AISC 360-22 J3"),
        ("AISC Design Guide 1 3.1", "AISC Design Guide 1 3.1"),
        ("ASME B1.1", "ASME B1.1"),
        ("IBC 1810.3", "IBC 1810.3"),
        ("", ""),
    ],
)
def test_a_clause_of_another_document_stands_alone(clause: str, cited: str) -> None:
    assert Citations("AISC 360-22", {}).cited(clause) == cited
