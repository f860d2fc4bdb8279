"""Every section of the catalogue, in every material that it is made of."""

from itertools import groupby, pairwise
from typing import Any

import pytest

from apex_cli.equations import Bare
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.sections import Section, SectionsPack
from apex_cli.packs.support import MATERIALS
from apex_cli.solvers.support.material import made_as, material
from apex_cli.solvers.support.properties import properties
from apex_cli.solvers.support.strength import Strengths, strengths
from apex_cli.solvers.support.tube import Tube, slenderness_of

NAMES = ("flexure_x", "flexure_y", "shear_x", "shear_y", "compression", "torsion")


def sections() -> list[Section]:
    pack, _ = Catalogue().load("sections", "us_v1")
    assert isinstance(pack, SectionsPack)
    return [found for name in pack.names if (found := pack.section(name)) is not None]


def strength(bench: Any, section: Section, name: Any, edition: str) -> Strengths | None:
    """Its strengths in this material; None if the material is not made in its shape."""
    pack = bench.packs[edition]
    shape: Any = "round" if section.family in {"pipe", "round_hss"} else "rectangular"
    if name not in made_as(pack, shape):
        return None
    steel = material(pack, name, shape, None, Bare())
    t = section.wall * steel.wall_factor
    p = properties(shape, section.width, section.height, t, Bare())
    tube = Tube(shape, section.width, section.height, t, p)
    value, limit = slenderness_of(tube, steel, pack, Bare())
    assert value < limit, section.name
    return strengths(tube, steel, pack, method="lrfd", length=20.0, trace=Bare())


@pytest.mark.parametrize("edition", ["16", "22"])
@pytest.mark.parametrize("name", MATERIALS)
def test_no_section_is_too_slender_and_a_thicker_one_carries_more(
    bench: Any, name: str, edition: str
) -> None:
    """HSS have no slender webs, as the User Note of F7 says."""
    found = [(one, strength(bench, one, name, edition)) for one in sections()]
    answered = [(one, strong) for one, strong in found if strong is not None]
    assert len(answered) > 50

    def size(pair: tuple[Section, Strengths]) -> tuple[Any, ...]:
        return pair[0].family, float(pair[0].width), float(pair[0].height)

    answered.sort(key=lambda pair: (*size(pair), float(pair[0].wall)))
    compared = 0
    for _, group in groupby(answered, key=size):
        for (thin, less), (thick, more) in pairwise(group):
            compared += 1
            for one in NAMES:
                assert getattr(more, one) > getattr(less, one), f"{thin.name}, {thick.name}: {one}"
    assert compared > 30
