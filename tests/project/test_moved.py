"""Where two projects differ: what they have, and what stands there."""

from typing import Any

from apex_cli.project.model import Inputs
from apex_cli.project.moved import Moved, found_at, moved, placed

DOCUMENT: dict[str, Any] = {
    "site": {
        "wind_speed_mph": 115, "risk_category": "II", "exposure": "C",
        "wind_speed_source": "ATC Hazards", "ground_elevation_ft": 0.0, "heights_ft": [15.0, 30.0],
    },
    "sign": {
        "elements": [
            {"name": "a", "width_ft": 10, "height_ft": 6, "bottom_ft": 18},
        ],
    },
    "pricing": {"inputs": {"crane": 2.0}},
}  # fmt: skip
BLOCKS = ("site", "sign", "footing", "pricing")


def inputs(**changes: Any) -> Inputs:
    """The project with other values by their dotted paths; None takes a key away."""
    document: Any = {
        "site": {**DOCUMENT["site"]},
        "sign": {"elements": [{**DOCUMENT["sign"]["elements"][0]}]},
        "pricing": {"inputs": {**DOCUMENT["pricing"]["inputs"]}},
    }
    for path, value in changes.items():
        block, *rest = path.split("__")
        holder = document[block]
        for part in rest[:-1]:
            holder = holder[int(part) if isinstance(holder, list) else part]
        holder.pop(rest[-1], None)
        if value is not None:
            holder[rest[-1]] = value
    return Inputs.read(document)


def test_numbers_and_choices_are_told_apart() -> None:
    other = inputs(
        site__wind_speed_mph=120, site__exposure="B", site__heights_ft=[15.0, 40.0],
        sign__elements__0__width_ft=12,
    )  # fmt: skip
    assert moved(inputs(), other, BLOCKS) == Moved(
        {
            ("site", "wind_speed_mph"): 120.0,
            ("site", "heights_ft", 1): 40.0,
            ("sign", "elements", 0, "width_ft"): 12.0,
        },
        {("site", "exposure"): "B"},
    )
    assert moved(inputs(), other, ("footing",)) == Moved({}, {})


def test_the_same_values_are_no_difference_whoever_holds_them() -> None:
    assert moved(inputs(), inputs(), BLOCKS) == Moved({}, {})


def test_a_zero_has_a_sign() -> None:
    other = inputs(site__ground_elevation_ft=-0.0)
    found = moved(inputs(), other, BLOCKS)
    assert found is not None
    assert list(found.numbers) == [("site", "ground_elevation_ft")]


def test_projects_of_which_one_has_more_are_not_compared() -> None:
    for other in (
        inputs(site__heights_ft=[15.0]),
        inputs(site__ground_elevation_ft=None),
        inputs(site__frost_depth_in=30),
        inputs(sign__stacking="separate"),  # it is the default, and now it is asked
        inputs(pricing__inputs={"crane": 3.0}),
        Inputs(),
    ):
        assert moved(inputs(), other, BLOCKS) is None
        assert moved(other, inputs(), BLOCKS) is None


def test_a_value_that_was_put_there_states_no_more_than_before() -> None:
    first = inputs()
    sign: Any = first.sign
    quiet = first.replace(sign=sign.replace(stacking="combined"))
    assert moved(first, quiet, BLOCKS) is None
    assert moved(first, first.replace(sign=sign.replace(elements=sign.elements)), BLOCKS) == (
        Moved({}, {})
    )


def test_values_are_put_in_their_places() -> None:
    first = inputs()
    values: Any = {
        ("site", "wind_speed_mph"): 140.0,
        ("site", "heights_ft", 0): 20.0,
        ("sign", "elements", 0, "width_ft"): 9.0,
    }
    other = placed(first, values)
    assert moved(first, other, BLOCKS) == Moved(values, {})
    assert [found_at(other, path) for path in values] == [140.0, 20.0, 9.0]
    assert other.pricing is first.pricing
