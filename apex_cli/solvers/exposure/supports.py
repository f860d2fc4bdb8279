"""The poles that carry a sign: how many, where they end, of which stages."""

from typing import TYPE_CHECKING

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.poles import Poles
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.equations import frequency
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.result import StageRow
from apex_cli.solvers.poles import POLES, Stage, stages_of

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack


class Support(Struct, frozen=True):
    """The poles: how many, their top (ft), and their stages from grade up."""

    poles: Poles
    number: Known
    top: float
    stages: tuple[Stage, ...]


def support_of(
    poles: Poles, faces: list[Face], sections: "SectionsPack | None", trace: Bare
) -> Support:
    """The poles with their top, which is the sign's where none is given.

    Raises:
        InvalidInput: They end below the lowest cabinet, or a section or a stage is refused.
    """
    top = _top(poles, faces, trace)
    stages = stages_of(poles, sections, top, trace)
    count = Known(float(poles.count), f"{POLES}/count")
    return Support(poles, count, top, stages)


def tell_shapes(support: Support, trace: Bare) -> None:
    """Tell what ASCE 7 takes the poles for, and leaves open."""
    poles, stages = support.poles, support.stages
    shapes = dict.fromkeys(stage.shape for stage in stages)
    if "round" in shapes and not poles.states("surface"):
        trace.assume("A round pole has a smooth surface where nothing else is said.")
    for shape in shapes:
        if shape in {"hexagonal", "octagonal"}:
            trace.assume(
                f"The width of the {shape} pole is that across its flats, which is the width "
                "that meets the wind on a flat; on a corner it is larger."
            )
    if "rectangular" in shapes:
        trace.assume(
            "A rectangular pole has the force coefficients of a square one with the wind normal "
            "to its face, h/D with its least width, and the directionality factor of a square: "
            "the standard has no row for it."
        )


def _top(poles: Poles, faces: list[Face], trace: Bare) -> float:
    """Where the poles end, ft."""
    where, top = f"{POLES}/top_ft", poles.top_ft
    if poles.stages is not None:
        where, top = f"{POLES}/stages/{len(poles.stages) - 1}/top_ft", poles.stages[-1].top_ft
    if top is None:
        trace.assume("The poles reach to the top of the sign where no top is given.")
        return max(face.top for face in faces)
    lowest = min([face.bottom for face in faces], default=0.0)
    if top < lowest:
        detail = f"the poles end below the lowest cabinet, whose lower edge is at {lowest:g} ft"
        raise InvalidInput.at(Fault(where, detail, top, "let them reach it"))
    return top


def width_of(stage: Stage, at: float, trace: Bare) -> float:
    """Width (in) of a stage at a height (ft); of a tapered one by its taper."""
    foot, tip = stage.width, stage.top_width
    return foot if tip is None else trace(frequency.width_at, D_0=foot, D_1=tip, L=at, H=stage.top)


def rows_of(support: Support | None) -> list[StageRow]:
    """The stages as the answer has them; none where a pole of one section is told by hand."""
    if support is None or (support.poles.stages is None and support.poles.section is None):
        return []
    return [
        StageRow(
            name=stage.name,
            section=None if stage.section is None else stage.section.name,
            shape=stage.shape,
            width_in=stage.width,
            depth_in=stage.depth,
            wall_in=stage.wall,
            weight_plf=stage.weight,
            bottom_ft=stage.bottom,
            top_ft=stage.top,
        )
        for stage in support.stages
    ]
