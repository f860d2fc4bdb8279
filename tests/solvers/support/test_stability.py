"""Second-order effects: by hand, by both methods, and a pole that buckles."""

from math import pi
from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.errors import NoAnswer
from apex_cli.solvers.support.stability import amplification


def b2(bench: Any, axial: float, trace: Bare | None = None, **changes: Any) -> float:
    tube = bench.round(10.75, 0.34)
    given: dict[str, Any] = {
        "inertia": tube.p.I_x, "axial": axial, "method": "lrfd", "length": 24.0, "reduced": True,
    }  # fmt: skip
    return amplification(
        tube, bench.steel(35.0), bench.packs["16"],
        **(given | changes), trace=Bare() if trace is None else trace,
    )  # fmt: skip


def test_the_example_of_a_pole_sign(bench: Any) -> None:
    I = bench.round(10.75, 0.34).p.I_x  # noqa: E741 - the code's own symbol
    P_e = pi**2 * 0.8 * 29000 * I / (2 * 24 * 12) ** 2
    assert b2(bench, 2.0) == pytest.approx(1 / (1 - 2 / P_e))
    assert b2(bench, 2.0, method="asd") == pytest.approx(1 / (1 - 3.2 / P_e))
    assert b2(bench, 2.0, reduced=False) == pytest.approx(1 / (1 - 2 / (P_e / 0.8)))
    assert b2(bench, 0.0) == 1.0


def test_much_compression_takes_stiffness(bench: Any) -> None:
    tube = bench.round(10.75, 0.34)
    P_ns, length = 35 * tube.p.A, 4.0
    for share, tau in ((0.5, 1.0), (0.75, 0.75)):
        P = share * P_ns
        P_e = pi**2 * 0.8 * tau * 29000 * tube.p.I_x / (2 * length * 12) ** 2
        assert b2(bench, P, length=length) == pytest.approx(1 / (1 - P / P_e))


def test_it_grows_with_the_load_and_the_height(bench: Any) -> None:
    assert 1 < b2(bench, 1.0) < b2(bench, 2.0) < b2(bench, 2.0, length=30.0)


def test_traced_is_the_same(bench: Any) -> None:
    trace = Trace()
    assert b2(bench, 2.0, trace=trace) == b2(bench, 2.0)
    assert [step.card.symbol for step in trace.steps] == ["P_ns", "x", "P_e", "B_2"]


def test_a_pole_that_buckles_has_no_answer(bench: Any) -> None:
    with pytest.raises(NoAnswer, match="buckles under its own load"):
        b2(bench, 200.0, length=40.0)
