"""A pressure and an ordinance are refused without what they stand on."""

from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from apex_cli.project.reader import validated

GIVEN = {"pressure_psf": 30, "level": "asd", "source": "Toledo OH 1387.08"}


def faults(**blocks: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        validated({"schema_version": 1, **blocks}, {}, {"schema_version": 1, **blocks})
    return [(fault.pointer, fault.detail) for fault in caught.value.faults]


@pytest.mark.parametrize("name", ["pressure_psf", "level", "source"])
def test_a_pressure_has_a_level_and_a_citation(name: str) -> None:
    given = {key: value for key, value in GIVEN.items() if key != name}
    ((where, _),) = faults(site={"given_pressure": given})
    assert where == f"/site/given_pressure/{name}"


@pytest.mark.parametrize(("name", "value"), [
    ("source", ""), ("source", "  "), ("pressure_psf", 0), ("pressure_psf", "30 ft"),
    ("level", "service"), ("eccentricity", 0.6), ("force_coefficient", 0),
])  # fmt: skip
def test_what_is_no_pressure_is_refused(name: str, value: Any) -> None:
    ((where, _),) = faults(site={"given_pressure": {**GIVEN, name: value}})
    assert where == f"/site/given_pressure/{name}"


def test_a_wind_speed_beside_it_is_refused() -> None:
    found = faults(site={"given_pressure": GIVEN, "wind_speed_mph": 115, "kzt": 1,
                         "topography": {"feature": "hill_3d", "height_ft": 60,
                                        "half_length_ft": 200, "distance_ft": 0,
                                        "side": "upwind"}})  # fmt: skip
    assert [where for where, _ in found] == ["/site", "/site/given_pressure"]
    assert "which of them is the wind" in found[1][1]


def test_an_ordinance_asks_for_something_and_is_cited() -> None:
    assert faults(local={"source": "Pasco WA 17.30.010"})[0][0] == "/local"
    assert faults(local={"min_pressure_psf": 15, "source": " "})[0][0] == "/local/source"
    assert faults(local={"overturning_ratio": 1.5, "source": "x"})[0][0] == (
        "/local/overturning_ratio"
    )


def test_the_rows_of_an_ordinance_rise() -> None:
    rows = [{"to_ft": 50, "pressure_psf": 25}, {"to_ft": 30, "pressure_psf": 20}]
    found = faults(local={"min_pressures": rows, "source": "Baytown TX 118-241"})
    assert found[0][0] == "/local/min_pressures/1/to_ft"
    both = faults(local={"min_pressures": rows[:1], "min_pressure_psf": 20, "source": "x"})
    assert both[0][0] == "/local/min_pressures"
