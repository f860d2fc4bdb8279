"""Quantities by hand: two cabinets on two poles."""

from types import SimpleNamespace
from typing import Any

import pytest

from apex_cli.equations import FREE, Trace
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.quantities import Known
from apex_cli.solvers.takeoff import TAKEOFFS, TakeoffInputs, takeoff

SIGN = {
    "elements": [
        {"width_ft": 10.0, "height_ft": 6.0, "bottom_ft": 18.0},
        {"width_ft": 8.0, "height_ft": 2.0, "bottom_ft": 14.0, "area_ft2": 12.5},
    ],
    "poles": {"count": 2, "shape": "round", "width_in": 10.75, "weight_plf": 40.5},
}
FOOTING = SimpleNamespace(
    concrete_yd3=Known(3.5, "step 1"),
    depth_ft=Known(8.5, "step 2"),
    width_ft=Known(3.0, "/footing/width_ft"),
    spoil_yd3=Known(3.5, "step 1"),
    count=2,
)
WEIGHTS = {"pole_lbf": 1944.0, "plate_lbf": 138.0, "rods_lbf": 59.0, "rebar_lbf": 182.0}
SUPPORT = SimpleNamespace(quantities=SimpleNamespace(**WEIGHTS))


def taken(*names: str, **poles: float) -> dict[str, float]:
    sign = {**SIGN, "poles": {**SIGN["poles"], **poles}}  # type: ignore[dict-item] # - a mapping
    inputs = TakeoffInputs.of(located(Inputs.read({"sign": sign})), names)
    return takeoff(inputs, {"footing": FOOTING, "support": SUPPORT}, names, Trace())


def test_every_quantity_by_hand() -> None:
    assert taken(*TAKEOFFS) == {
        "sign.height_ft": 24,
        "sign.area_ft2": 10 * 6 + 12.5,
        "sign.count": 2,
        "poles.count": 2,
        "poles.length_ft": 2 * 24,
        "poles.weight_lb": 2 * 24 * 40.5,
        "footing.concrete_yd3": 3.5,
        "footing.depth_ft": 8.5,
        "footing.width_ft": 3,
        "footing.count": 2,
        "footing.spoil_yd3": 3.5,
        "support.pole_lbf": 1944,
        "support.plate_lbf": 138,
        "support.rods_lbf": 59,
        "support.rebar_lbf": 182,
    }


def test_poles_that_end_below_the_top() -> None:
    assert taken("poles.length_ft", top_ft=22.0) == {"poles.length_ft": 44}


def test_every_quantity_knows_where_it_comes_from() -> None:
    assert all(isinstance(value, Known) for value in taken(*TAKEOFFS).values())


def test_only_what_is_wanted_is_written_down() -> None:
    trace = Trace()
    inputs = TakeoffInputs.of(Inputs.read({"sign": SIGN}), ["sign.height_ft"])
    takeoff(inputs, {}, ["sign.height_ft"], trace)
    assert inputs.poles is None, "no more is seen than is read"
    [step] = trace.steps
    assert (step.card.symbol, step.value, step.clause, step.subject) == ("h", 24, FREE, "takeoff")


@pytest.mark.parametrize(
    ("sign", "name", "where"),
    [
        (None, "sign.height_ft", "/sign/elements"),
        ({"elements": SIGN["elements"]}, "poles.count", "/sign/poles"),
        (
            {"elements": SIGN["elements"], "poles": {"shape": "round", "width_in": 8.0}},
            "poles.weight_lb",
            "/sign/poles/weight_plf",
        ),
    ],
)
def test_what_is_missing_is_named(sign: object, name: str, where: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        takeoff(TakeoffInputs.of(Inputs.read({"sign": sign}), [name]), {}, [name], Trace())
    assert caught.value.faults[0].pointer == where


def test_the_weight_of_stages_is_summed() -> None:
    stages = [
        {"section": "PIPE12STD", "bottom_ft": 0.0, "top_ft": 16.0},
        {
            "shape": "round",
            "width_in": 10.75,
            "weight_plf": 40.0,
            "bottom_ft": 13.0,
            "top_ft": 26.0,
        },
    ]
    sign = {**SIGN, "poles": {"count": 2, "stages": stages}}
    names = ["poles.length_ft", "poles.weight_lb"]
    inputs = TakeoffInputs.of(located(Inputs.read({"sign": sign})), names)
    sections: Any = Catalogue().load("sections", "us_v1")[0]
    trace = Trace()
    found = takeoff(inputs, {}, names, trace, sections)
    assert found == {
        "poles.length_ft": 52,
        "poles.weight_lb": pytest.approx(2 * (49.6 * 16 + 40 * 13)),
    }
    assert trace.steps[-1].terms["W_before"] == pytest.approx(2 * 49.6 * 16)


def test_a_named_section_has_its_weight() -> None:
    names = ["poles.weight_lb"]
    sign = {**SIGN, "poles": {"section": "PIPE10STD"}}
    inputs = TakeoffInputs.of(located(Inputs.read({"sign": sign})), names)
    sections: Any = Catalogue().load("sections", "us_v1")[0]
    found = takeoff(inputs, {}, names, Trace(), sections)
    assert found == {"poles.weight_lb": pytest.approx(40.5 * 24)}


def test_every_stage_without_a_weight_is_told() -> None:
    stages = [
        {"shape": "round", "width_in": 12.0, "bottom_ft": 0.0, "top_ft": 10.0},
        {"shape": "round", "width_in": 12.0, "weight_plf": 40.0, "bottom_ft": 10.0, "top_ft": 20.0},
        {"shape": "round", "width_in": 12.0, "bottom_ft": 20.0, "top_ft": 26.0},
    ]
    names = ["poles.weight_lb"]
    inputs = TakeoffInputs.of(Inputs.read({"sign": {**SIGN, "poles": {"stages": stages}}}), names)
    with pytest.raises(InvalidInput) as caught:
        takeoff(inputs, {}, names, Trace())
    assert [fault.pointer for fault in caught.value.faults] == [
        "/sign/poles/stages/0/weight_plf", "/sign/poles/stages/2/weight_plf",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("pole_lbf", ["/sign/poles/weight_plf"]),
        ("plate_lbf", ["/support/base/plate"]),
        ("rods_lbf", ["/support/base/rods"]),
        ("rebar_lbf", ["/support/pier/bars", "/support/slab/bottom"]),
    ],
)
def test_steel_of_no_known_weight_has_no_price(name: str, missing: list[str]) -> None:
    names = [f"support.{name}"]
    inputs = TakeoffInputs.of(Inputs.read({"sign": SIGN}), names)
    found = {"support": SimpleNamespace(quantities=SimpleNamespace(**{name: None}))}
    with pytest.raises(InvalidInput) as caught:
        takeoff(inputs, found, names, Trace())
    assert [fault.pointer for fault in caught.value.faults] == missing
