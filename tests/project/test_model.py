"""What the model of a project refuses although each value alone would do."""

from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from apex_cli.project.edit import apply, assignment
from apex_cli.project.reader import validate
from apex_cli.project.templates import template


def changed(*texts: str, name: str = "pole") -> dict[str, Any]:
    return apply(template(name), map(assignment, texts))


HILL = '{"feature":"hill_3d","height_ft":60,"half_length_ft":200,"distance_ft":0,"side":"upwind"}'


@pytest.mark.parametrize(
    ("texts", "where"),
    [
        ([f"site.topography={HILL}"], "/site"),
        (["soil.lateral_psf_per_ft=150"], "/soil"),
        (['pricing.addons=["calc_packet","calc_packet"]'], "/pricing/addons"),
        (["pricing.as_of=2026-02-30"], "/pricing/as_of"),
        (["pricing.as_of=26-02-03"], "/pricing/as_of"),
        (["sign.elements=[]", "sign.poles=null"], "/sign/elements"),
        (["project_id=Main_Street"], "/project_id"),
        (["packs.exposure=../secret"], "/packs/exposure"),
        (["site.kzt=true"], "/site/kzt"),
        (["pricing.quantity=1.5"], "/pricing/quantity"),
        (["name=5"], "/name"),
    ],
)
def test_refused_where_it_is_wrong(texts: list[str], where: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        validate(changed(*texts))
    assert [fault.pointer for fault in caught.value.faults] == [where]


def test_null_is_the_same_as_absent() -> None:
    document = template("pole")
    bare = {key: value for key, value in document.items() if value is not None}
    assert validate(document).as_json() == validate(bare).as_json()


def test_the_top_of_the_sign_is_that_of_its_highest_cabinet() -> None:
    second = '{"name":"reader board","width_ft":8,"height_ft":3,"bottom_ft":12}'
    project = validate(changed(f"sign.elements.1={second}"))
    assert project.sign is not None
    assert project.sign.top_ft == 24
