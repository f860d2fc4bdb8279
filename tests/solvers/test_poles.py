"""Stages of poles: of a section or by hand, that fit into one another; what is seen of them."""

from typing import Any

import pytest
from msgspec.structs import astuple

from apex_cli.equations import Bare, Trace
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.sections import SectionsPack
from apex_cli.project.poles import Poles
from apex_cli.solvers.poles import Stage, outside, stages_of


def pack() -> SectionsPack:
    found, _ = Catalogue().load("sections", "us_v1")
    assert isinstance(found, SectionsPack)
    return found


PACK = pack()


def made(trace: Trace | None = None, **poles: Any) -> tuple[Stage, ...]:
    return stages_of(Poles.read(poles), PACK, 24.0, trace or Trace())


def sleeve(below: dict[str, Any], above: dict[str, Any], lap: float = 3) -> list[dict[str, Any]]:
    return [
        {**below, "bottom_ft": 0, "top_ft": 16}, {**above, "bottom_ft": 16 - lap, "top_ft": 30},
    ]  # fmt: skip


def refused(**poles: Any) -> list[Fault]:
    with pytest.raises(InvalidInput) as caught:
        made(**poles)
    return list(caught.value.faults)


PIPE10, PIPE12 = {"section": "PIPE10STD"}, {"section": "PIPE12STD"}


def test_a_pole_by_hand_is_one_stage() -> None:
    (found,) = made(shape="round", width_in=24, top_width_in=12, wall_in=0.5, weight_plf=90)
    assert found == Stage(
        "stage 1", "round", 24, 24, 12, 0.5, 90, 0, 24, None, "/sign/poles"
    )  # fmt: skip


def test_a_section_tells_its_dimensions_and_where_they_stand() -> None:
    (found,) = made(section="pipe 12 std")
    assert found.section is not None
    assert found.section.name == "PIPE12STD"
    assert astuple(found)[1:9] == ("round", 12.75, 12.75, None, 0.375, 49.6, 0, 24)
    for number in (found.width, found.wall, found.weight):
        assert number.origin.startswith("sections:/tables/")  # type: ignore[union-attr] # - a pack's


@pytest.mark.parametrize(
    ("poles", "shape", "width", "depth"),
    [
        ({"section": "HSS8x8x1/4"}, "square", 8, 8),
        ({"section": "HSS8x8x1/4", "shape": "square_diagonal"}, "square_diagonal", 8, 8),
        ({"section": "HSS8x4x1/4", "axis": "strong"}, "rectangular", 4, 8),
        ({"section": "HSS8x4x1/4", "axis": "weak"}, "rectangular", 8, 4),
    ],
)
def test_how_a_section_stands_in_the_wind(
    poles: dict[str, Any], shape: str, width: float, depth: float
) -> None:
    (found,) = made(**poles)
    assert (found.shape, found.width, found.depth) == (shape, width, depth)
    assert (found.turned.width, found.turned.depth) == (depth, width)
    assert found.least == min(width, depth)


def test_a_weight_by_hand_wins_and_is_told() -> None:
    trace = Trace()
    (found,) = made(trace, **PIPE12, weight_plf=55.0)
    assert found.weight == 55
    assert trace.assumptions == [
        "sign.poles.weight_plf, 55 lbf/ft, is taken and not the 49.6 lbf/ft of PIPE12STD."
    ]
    stages_of(Poles.read({**PIPE12, "weight_plf": 55.0}), PACK, 24.0, Bare())


def test_an_unknown_section_is_told_with_what_is_near() -> None:
    (fault,) = refused(section="PIPE12ST")
    assert fault == Fault(
        "/sign/poles/section",
        "there is no section of this name in sections_us_v1",
        "PIPE12ST",
        "did you mean 'PIPE12STD'?; apex packs show sections_us_v1 --find PIPE",
    )
    (fault,) = refused(section="12 in")
    assert fault.hint.endswith("apex packs show sections_us_v1 --find HSS")


def test_without_the_pack_that_is_the_fault() -> None:
    poles = Poles.read({"stages": sleeve(PIPE12, PIPE10)})
    with pytest.raises(InvalidInput, match=r"^/packs/sections: is needed") as caught:
        stages_of(poles, None, 24.0, Trace())
    assert len(caught.value.faults) == 1


def test_every_fault_of_sections_at_once() -> None:
    stages = sleeve({"section": "PIPE9"}, {"section": "HSS8x4x1/4", "shape": "round"})
    found = {fault.pointer: fault.detail for fault in refused(stages=stages)}
    assert found == {
        "/sign/poles/stages/0/section": "there is no section of this name in sections_us_v1",
        "/sign/poles/stages/1/shape": "HSS8x4x1/4 is rectangular",
        "/sign/poles/axis": "is needed by HSS8x4x1/4, which is rectangular",
    }


def test_an_axis_without_a_rectangle() -> None:
    (fault,) = refused(**PIPE12, axis="weak")
    assert (fault.pointer, fault.value) == ("/sign/poles/axis", "weak")


@pytest.mark.parametrize(
    ("below", "above", "fits"),
    [
        (PIPE12, PIPE10, True),
        (PIPE10, PIPE12, True),  # a sleeve over the lower stage
        (PIPE12, PIPE12, False),
        ({"section": "PIPE12XXS"}, {"shape": "round", "width_in": 10.75}, True),
        ({"section": "PIPE12XXS"}, {"shape": "round", "width_in": 10.751}, False),
        ({"section": "HSS10x10x1/4"}, {"section": "HSS8x8x1/2"}, True),
        ({"section": "HSS10x10x1/4"}, {"section": "PIPE8STD"}, True),
        ({"section": "HSS10x10x1/4"}, {"section": "PIPE10STD"}, False),
        (PIPE12, {"section": "HSS8x8x1/4"}, True),
        (PIPE10, {"section": "HSS8x8x1/4"}, False),
        ({"section": "HSS12x12x1/4"}, {"section": "HSS8x4x1/4"}, True),
        ({"section": "HSS12x6x1/4"}, {"section": "HSS10x4x1/4"}, True),
        ({"section": "HSS12x6x1/4"}, {"section": "HSS7x7x1/4"}, False),
        ({"shape": "octagonal", "width_in": 12}, {"shape": "octagonal", "width_in": 10}, True),
    ],
)
def test_what_overlaps_fits(below: dict[str, Any], above: dict[str, Any], fits: bool) -> None:
    rectangular = any(
        section in str((below, above)) for section in ("8x4x", "12x6x", "10x4x")
    )  # fmt: skip
    axis: dict[str, Any] = {"axis": "strong"} if rectangular else {}
    stages = sleeve(below, above)
    if fits:
        assert len(made(stages=stages, **axis)) == 2
    else:
        (fault,) = refused(stages=stages, **axis)
        assert fault.pointer == "/sign/poles/stages/1/bottom_ft"
        assert "does not fit into" in fault.detail
        assert fault.hint == "let it begin at 16 ft, or choose sections that fit"
    assert len(made(stages=sleeve(below, above, lap=0), **axis)) == 2  # butt


@pytest.mark.parametrize(("below", "above", "end"), [(PIPE12, PIPE10, 16), (PIPE10, PIPE12, 13)])
def test_where_stages_overlap_the_outer_one_is_seen(
    below: dict[str, Any], above: dict[str, Any], end: float
) -> None:
    stages = made(stages=sleeve(below, above))
    assert [(one.bottom, one.top) for one in stages] == [(0, 16), (13, 30)]
    assert [(one.bottom, one.top) for one in outside(stages)] == [(0, end), (end, 30)]
    assert outside(stages[:1]) == stages[:1]
