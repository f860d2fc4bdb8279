"""Overturning by a local ordinance: against the dead load of a spread footing, not of a pier."""

from collections.abc import Callable
from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.footing import FootingPack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.demand import Demand, Push
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.result import OrdinanceResult, SpreadResult
from apex_cli.solvers.footing.solve import solve

PASCO = {"overturning_ratio": 2 / 3, "source": "Pasco WA 17.30.010"}
PAD = {"type": "spread", "thickness_ft": 2, "width_ft": 6}


@pytest.fixture
def held() -> Callable[..., tuple[Any, Trace]]:
    pack, _ = Catalogue().load("footing", "ibc-2021_v1")
    assert isinstance(pack, FootingPack)

    def answer(demand: Demand, local: dict[str, Any] | None = None, **footing: Any) -> Any:
        document = {
            "footing": {**PAD, **footing}, "soil": {"class": 4}, "local": local,
            "site": {"frost_depth_in": 24},
        }  # fmt: skip
        clean = {key: value for key, value in document.items() if value is not None}
        project, trace = Inputs.read(clean), Trace()
        result = solve(FootingInputs.of(located(project)), pack, [demand], trace)
        assert solve(FootingInputs.of(project), pack, [demand], Bare()) == result
        return result, trace

    return answer


def test_by_hand(held: Any) -> None:
    """6 ft square, 2 ft thick, 3000 lbf upon it: two thirds of 41,400 lbf-ft."""
    result, trace = held(Demand(1500, 10, 3000, 0), PASCO)
    W = 3000 + 36 * 2 * 150
    assert isinstance(result, OrdinanceResult)
    found = result.local_overturning
    assert found.resistance == pytest.approx(2 / 3 * W * 3)
    assert found.demand == pytest.approx(1500 * (10 + 2))
    assert found.combination == "D + 0.6W"
    check = next(one for one in trace.checks if one.id == "spread.local_overturning")
    assert (check.passed, check.clause) == (True, "Pasco WA 17.30.010")
    assert any("at most 0.666667 of the moment" in one for one in trace.assumptions)


def test_two_thirds_are_a_factor_of_safety_of_one_and_a_half(held: Any) -> None:
    for local, factor in ((PASCO, 1.5), ({**PASCO, "overturning_ratio": 0.5}, 2)):
        found = held(Demand(1500, 10, 3000, 0), local)[0].local_overturning
        resisting = (3000 + 36 * 2 * 150) * 3
        assert found.ratio == pytest.approx(factor * found.demand / resisting)


def test_without_an_ordinance_nothing_is_other(held: Any) -> None:
    plain, _ = held(Demand(1500, 10, 3000, 0))
    assert type(plain) is SpreadResult
    least, _ = held(Demand(1500, 10, 3000, 0), {"min_pressure_psf": 15, "source": "x"})
    assert least == plain


def test_the_size_is_found_with_it(held: Any) -> None:
    strict = {**PASCO, "overturning_ratio": 0.25}
    wide, trace = held(Demand(1500, 10, 3000, 0), strict, width_ft=None)
    plain, _ = held(Demand(1500, 10, 3000, 0), width_ft=None)
    assert wide.width_ft > plain.width_ft
    assert wide.governed_by == "local_overturning"
    assert all(check.passed for check in trace.checks)
    _, trace = held(Demand(1500, 10, 3000, 0), strict, width_ft=wide.width_ft - 0.5)
    assert [check.id for check in trace.checks if not check.passed] == ["spread.local_overturning"]


def test_wind_along_the_sign_is_held_too(held: Any) -> None:
    """A pad 4 ft by 8: along its shorter side the same wind overturns it more."""
    faces, along = Push(500, 10, 0, 5), Push(1500, 10, 0, 15)
    demand = Demand(1500, 10, 3000, 0, wind_kipft=15, directions=(faces, along))
    result, trace = held(demand, PASCO, width_ft=8, length_ft=4)
    W = 3000 + 32 * 2 * 150
    assert result.local_overturning.resistance == pytest.approx(2 / 3 * W * 2)
    assert any("overturning by the ordinance" in one for one in trace.assumptions)


def test_an_offset_dead_load_counts_in_full(held: Any) -> None:
    """Where the wind may turn into line with it, the whole moment of the dead load is added."""
    demand = Demand(1500, 10, 3000, 0, sustained_kipft=4, wind_kipft=15)
    result, _ = held(demand, PASCO, wind_direction="any")
    assert result.local_overturning.demand == pytest.approx(15_000 + 1500 * 2 + 4000)


def test_a_footing_that_nothing_holds(held: Any) -> None:
    result, trace = held(Demand(1500, 10, -20_000, 0), PASCO)
    assert result.local_overturning.ratio > 1e9
    assert {"spread.local_overturning", "spread.overturning"} <= {
        check.id for check in trace.checks if not check.passed
    }


def test_a_pier_is_not_held_by_its_weight(held: Any) -> None:
    pier = {"type": "pier", "width_ft": 2, "thickness_ft": None}
    _, trace = held(Demand(1500, 10, 3000, 0), PASCO, **pier)
    caution = next(one for one in trace.cautions if one.code.endswith("overturning_not_held"))
    assert (caution.severity, "Pasco" in caution.message) == ("review", True)
    _, trace = held(Demand(1500, 10, 3000, 0), {"min_pressure_psf": 15, "source": "x"}, **pier)
    assert not [one for one in trace.cautions if one.code.endswith("overturning_not_held")]
