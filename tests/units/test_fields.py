"""Every field has the unit that its key says, or none; plain numbers are left alone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from apex_cli import quantities
from apex_cli.project.model import Inputs
from apex_cli.records.model import Model
from apex_cli.units.fields import BLOCKS, SUFFIXES, in_units, unit_at, unit_of
from apex_cli.units.table import NAMES
from apex_cli.vocabulary import without_nulls

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
NUMBERS = [path for path in EXAMPLES if not path.stem.startswith("en-")]
"""The examples that write no quantity with its unit, as those in metres do."""

PURE = {
    "kzt", "solidity", "damping_ratio", "friction", "aspect_ratio", "pressure_increase",
    "design_wall", "limit", "inputs", "cf", "sds", "sd1", "s1", "ss", "fa", "fv", "importance",
    "response_modification", "tl_s", "period_s",
    "force_coefficient", "pole_coefficient", "eccentricity",
    "overturning_ratio", "return_period_years", "direction_factor", "season_factor",
    "orography_factor", "air_density_kg_per_m3", "structural_factor", "permanent",
    "permanent_favourable", "variable", "cohesion", "undrained", "bearing", "sliding",
    "wind_factor", "model_factor", "overload", "undercapacity",
}  # fmt: skip
"""Fields that hold numbers of no unit, of seconds, or of a unit that the price book says."""

IN_WORDS = {"lbf/ft": ("lbf per ft", "plf"), "deg": ("degrees",)}
"""How a field's description may name its unit, if not by its symbol."""


def models(hint: Any) -> Iterator[type[Model]]:
    if isinstance(hint, type) and issubclass(hint, Model):
        yield hint
    for part in get_args(hint):
        yield from models(part)


def holds(hint: Any, *kinds: type) -> bool:
    return hint in kinds or any(holds(part, *kinds) for part in get_args(hint))


def fields(
    model: type[Model], place: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every field that holds no records, by the way to it."""
    for name, one in model.declared.items():
        inner = list(models(one.hint))
        for kind in inner:
            yield from fields(kind, (*place, name))
        if not inner:
            yield (*place, one.asked.alias or name), one


FIELDS = dict(fields(Inputs))


@pytest.mark.parametrize("place", [key for key, one in FIELDS.items() if holds(one.hint, float)],
                         ids=".".join)  # fmt: skip
def test_a_number_has_the_unit_that_its_description_says(place: tuple[str, ...]) -> None:
    unit = unit_at(place)
    assert (unit is None) == (place[-1] in PURE)
    told = FIELDS[place].asked.description.replace(";", " ").replace(",", " ").replace(":", " ")
    if unit is not None:
        words = IN_WORDS.get(unit, (unit,))
        assert any(f" {word} " in f" {told.rstrip('.')} " for word in words), told


def test_what_is_no_measured_number_has_no_unit() -> None:
    others = [place for place, one in FIELDS.items() if not holds(one.hint, float)]
    assert not [place for place in others if unit_at(place)]
    assert not set(Inputs.declared) - set(BLOCKS) - {"kz_method", "pricing", "accepted"}


def test_units_are_named_as_they_are_printed() -> None:
    printed = {get_args(one)[1].symbol for one in vars(quantities).values() if get_args(one)}
    assert set(SUFFIXES.values()) <= printed
    assert all(NAMES[unit.lower()].symbol == unit for unit in SUFFIXES.values())
    assert unit_of("ft") is None


@pytest.mark.parametrize("path", NUMBERS, ids=lambda path: path.stem)
def test_a_document_of_numbers_is_the_same_object(path: Path) -> None:
    document = without_nulls(json.loads(path.read_bytes()))
    assert in_units(document) is document


def test_texts_become_numbers_wherever_they_stand() -> None:
    written = {
        "name": "10 ft",
        "site": {"heights_ft": [15, "30 ft", "x"], "frost_depth_in": "3.5 ft", "exposure": "C"},
        "sign": {"elements": [{"name": "6 ft", "points": [[0, 0], ["10 ft", "6 in"]]}]},
        "soil": "4 ft",
        "footing": {"depth_ft": ["6 ft", {"depth_ft": "6 ft"}]},
        "pricing": {"inputs": {"crane_ft": "10 ft"}},
    }
    assert in_units(written) == {
        **written,
        "site": {"heights_ft": [15, 30.0, "x"], "frost_depth_in": 42.0, "exposure": "C"},
        "sign": {"elements": [{"name": "6 ft", "points": [[0, 0], [10.0, 0.5]]}]},
        "footing": {"depth_ft": [6.0, {"depth_ft": 6.0}]},
    }
