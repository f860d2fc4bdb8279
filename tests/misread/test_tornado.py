"""A tornado speed tells whether tornado loads are asked for, and nothing else."""

import pytest

from apex_cli.equations import Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.solve import solve


def told(edition: str, category: str | None, speed: float | None) -> tuple[str, list[str]]:
    """The warning of tornadoes, or nothing; and the assumptions that speak of them."""
    pack, _ = Catalogue().load("exposure", f"asce{edition}_v1")
    assert isinstance(pack, ExposurePack)
    site = {"wind_speed_mph": 115, "exposure": "C", "kzt": 1.0, "risk_category": category,
            "tornado_speed_mph": speed, "heights_ft": [20]}  # fmt: skip
    clean = {name: value for name, value in site.items() if value is not None}
    trace = Trace()
    solve(ExposureInputs.of(located(Inputs.read({"site": clean}))), pack, trace)
    warned = [one.message for one in trace.cautions if one.code == "wind.tornado_not_checked"]
    return "".join(warned), [one for one in trace.assumptions if "ornado" in one]


@pytest.mark.parametrize("category", ["III", "IV"])
def test_from_60_mph_on_they_are_asked_for(category: str) -> None:
    warned, assumed = told("7-22", category, 60)
    assert "V_T = 60 mph is 60 mph or more" in warned
    assert "They are not computed here" in warned
    assert not assumed
    warned, assumed = told("7-22", category, 59.9)
    assert not warned
    assert "V_T = 59.9 mph is below 60 mph" in assumed[0]
    assert "Look up in chapter 32" in told("7-22", category, None)[0]


def test_in_other_categories_and_editions_it_is_told_as_not_used() -> None:
    for edition, category, words in (
        ("7-22", "II", "Risk Categories III and IV alone"),
        ("7-22", None, "Risk Categories III and IV alone"),
        ("7-16", "IV", "this edition has no tornado loads"),
    ):
        warned, assumed = told(edition, category, 90)
        assert not warned
        assert any(words in one for one in assumed)
