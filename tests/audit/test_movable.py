"""The numbers and choices of a project: each with the limits that its field has."""

import json
from math import inf
from pathlib import Path

import pytest

from apex_cli.audit.movable import movables
from apex_cli.project.model import Inputs
from apex_cli.records.model import certain
from apex_cli.units.fields import in_units

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_the_limits_are_those_of_the_field(path: Path) -> None:
    document = in_units(json.loads(path.read_bytes()))
    found = list(movables({name: it for name, it in document.items() if name != "pricing"}))
    assert {one.parts[0] for one in found} >= {"site"}
    for one in found:
        if one.choices:
            assert one.value in one.choices
        else:
            assert -inf < one.least <= one.value <= one.greatest < inf


def test_limits_that_are_none_of_the_range() -> None:
    blocks = {
        "soil": {"lateral_psf_per_ft": 100, "friction_angle_deg": 30},
        "site": {"heights_ft": [15, 30]},
    }
    found = {one.path: one for one in movables(blocks)}
    assert list(found) == [
        "soil.lateral_psf_per_ft", "soil.friction_angle_deg", "site.heights_ft.0",
        "site.heights_ft.1",
    ]  # fmt: skip
    angle, height = found["soil.friction_angle_deg"], found["site.heights_ft.1"]
    assert (angle.unit, height.unit) == ("deg", "ft")
    for value in (angle.least, angle.greatest):
        certain(Inputs.hint_of("soil"), {"friction_angle_deg": value, "class": 4})
    certain(Inputs.hint_of("site"), {"heights_ft": [height.least, height.greatest]})


def test_choices() -> None:
    blocks = {
        "kz_method": "table",
        "soil": {"class": 4},
        "footing": {"type": "pier", "isolated_pole": True},
        "support": {
            "method": "lrfd",
            "base": {"type": "plate", "rods": {"diameter_in": 1.25, "circle_in": 20}},
            "pier": {"bars": {"count": 8, "size": 6}},
        },
        "name": "none of a calculation",
    }
    found = {one.path: one.choices for one in movables(blocks)}
    assert found["soil.class"] == (1, 2, 3, 4, 5)
    assert found["footing.isolated_pole"] == (False, True)
    assert found["kz_method"] == ("formula", "table")
    assert found["support.pier.bars.count"] == ()
    assert found["support.pier.bars.size"][-1] == 18
    assert found["support.base.rods.diameter_in"][:3] == (0.5, 0.625, 0.75)
    assert found["support.base.rods.circle_in"] == ()
    assert "name" not in found
