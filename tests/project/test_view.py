"""A view shows what it says, its numbers know their place, and what it needs is there."""

from typing import Annotated, Any

import pytest
from msgspec import Struct
from msgspec.structs import astuple

from apex_cli.errors import InvalidInput
from apex_cli.project import view
from apex_cli.project.foundation import Soil
from apex_cli.project.model import Inputs
from apex_cli.project.poles import Poles
from apex_cli.project.sign import Sign
from apex_cli.project.site import Site
from apex_cli.quantities import Known
from apex_cli.records.model import Model
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.pricing.inputs import PricingInputs
from apex_cli.solvers.takeoff import TakeoffInputs

BLOCKS: dict[str, Any] = {
    "site": {"wind_speed_mph": 115, "heights_ft": [15, 30.5], "frost_depth_in": 42},
    "sign": {
        "elements": [{"width_ft": 10, "height_ft": 6, "bottom_ft": 18}],
        "poles": {"count": 2, "shape": "round", "width_in": 10.75},
    },
    "soil": {"class": 4, "unit_weight_pcf": 110},
    "pricing": {"inputs": {"permit": 250}, "quantity": 3},
}


class Ground(Struct, frozen=True):
    """A view as a calculation has one."""

    soil: Soil
    poles: Annotated[Poles | None, view.At("/sign/poles")]
    frost_depth_in: Annotated[float, view.At("/site/frost_depth_in")]


def test_what_it_reads_and_needs_are_its_fields() -> None:
    assert view.reads(Ground) == ("/soil", "/sign/poles", "/site/frost_depth_in")
    assert view.needs(Ground) == ("/soil", "/site/frost_depth_in")


def test_it_shows_the_parts_of_a_project() -> None:
    project = Inputs.read(BLOCKS)
    assert project.sign is not None
    assert astuple(view.seen(Ground, project)) == (project.soil, project.sign.poles, 42)


def test_what_may_be_absent_is_none_with_all_that_is_above_it() -> None:
    project = Inputs.read({name: BLOCKS[name] for name in ("soil", "site")})
    assert view.seen(Ground, project).poles is None


@pytest.mark.parametrize(
    ("blocks", "where", "hint"),
    [
        (("site", "sign"), "/soil", "add soil"),
        (("soil", "sign"), "/site/frost_depth_in", "add site.frost_depth_in"),
    ],
)
def test_what_is_needed_is_asked_for(blocks: tuple[str, ...], where: str, hint: str) -> None:
    project = Inputs.read({name: BLOCKS[name] for name in blocks})
    with pytest.raises(InvalidInput, match=f"^{where}: is needed by this calculation$") as caught:
        view.seen(Ground, project)
    assert caught.value.faults == (view.missing(where),)
    assert caught.value.faults[0].hint == hint


@pytest.mark.parametrize("kind", [ExposureInputs, FootingInputs, PricingInputs, TakeoffInputs])
def test_every_field_of_a_view_is_one_of_the_project(kind: type[Struct]) -> None:
    blocks: dict[str, type[Model]] = {"": Inputs, "site": Site, "sign": Sign}
    for where in view.reads(kind):
        *block, name = where[1:].split("/")
        assert name in blocks["".join(block)].declared


def _numbers(value: Any, where: str = "") -> dict[str, float]:
    """Every number with a fraction in a document, by its place."""
    if isinstance(value, float):
        return {where: value}
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    return {k: v for key, item in items for k, v in _numbers(item, f"{where}/{key}").items()}


def test_every_number_knows_its_place() -> None:
    read = Inputs.read(BLOCKS)
    plain, known = _numbers(read.as_json()), _numbers(view.located(read).as_json())
    assert known == plain
    assert {
        where: number.origin for where, number in known.items() if isinstance(number, Known)
    } == {where: where for where in plain}
    assert {"/site/heights_ft/1", "/sign/elements/0/solidity", "/pricing/inputs/permit"} <= {*plain}
    assert not any(isinstance(number, Known) for number in plain.values())


def test_what_is_no_number_stays() -> None:
    read = Inputs.read(BLOCKS)
    project = view.located(read)
    assert project.as_json() == read.as_json()
    assert project.soil is not None
    assert type(project.soil.soil_class) is int
    assert project.soil.states("class")
    assert not project.soil.states("friction")
