"""The poles as the solvers see them: one stage, or several, each of one section."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput, suggestion
from apex_cli.project.poles import Axis, Poles, PoleShape, PoleStage
from apex_cli.solvers.limits import SAME

if TYPE_CHECKING:
    from apex_cli.packs.sections import Family, Section, SectionsPack

StageShape = PoleShape | Literal["rectangular"]
POLES = "/sign/poles"

SHAPES_OF: "Mapping[Family, tuple[StageShape, ...]]" = {
    "pipe": ("round",),
    "round_hss": ("round",),
    "square_hss": ("square", "square_diagonal"),
    "rectangular_hss": ("rectangular",),
}
"""How a section of each family may stand in the wind; the first where nothing is said."""

_FLAT: tuple[StageShape, ...] = ("square", "rectangular")


class Stage(Struct, frozen=True):
    """A length of a pole, of one section; a pole that has no stages is one.

    Args:
        name: ``stage 1``, from grade up.
        shape: Cross-section, and for a square how the wind on the faces meets it.
        width: Across the wind on the faces, in; of a polygon across its flats.
        depth: Along the wind on the faces, in.
        top_width: Width at the top, if it tapers, in.
        wall: Nominal thickness of the wall, in.
        weight: Weight, lbf/ft.
        bottom: From grade to its lower end, ft.
        top: From grade to its upper end, ft.
        section: What it is, if the project names it.
        where: Its place in the project.
    """

    name: str
    shape: StageShape
    width: float
    depth: float
    top_width: float | None
    wall: float | None
    weight: float | None
    bottom: float
    top: float
    section: "Section | None"
    where: str

    @property
    def least(self) -> float:
        """Its least width, in."""
        return min(self.width, self.depth)

    @property
    def turned(self) -> "Stage":
        """As wind along the sign meets it."""
        return replace(self, width=self.depth, depth=self.width)


def stages_of(
    poles: Poles, sections: "SectionsPack | None", top: float, trace: Bare
) -> tuple[Stage, ...]:
    """The stages of the poles, from grade up; each end of a stage is within the next or meets it.

    Args:
        poles: The poles.
        sections: Has the sections that they name.
        top: Where poles without stages end, ft.
        trace: Is told what wins where a section is named.

    Raises:
        InvalidInput: Every section that there is not or that is not told right, else every stage
            that does not fit into the other where they overlap.
    """
    if poles.stages is None:
        pieces: list[tuple[Poles | PoleStage, str, float, float]] = [(poles, POLES, 0.0, top)]
    else:
        pieces = [
            (piece, f"{POLES}/stages/{n}", piece.bottom_ft, piece.top_ft)
            for n, piece in enumerate(poles.stages)
        ]
    faults: list[Fault] = []
    made = []
    for n, (piece, where, bottom, end) in enumerate(pieces, 1):
        if piece.section is None:
            stage = _by_hand(piece, where)
        elif sections is None:
            detail = "is needed for the sections of sign.poles"
            faults = [Fault("/packs/sections", detail, hint="add packs.sections")]
            break
        else:
            found = sections.section(piece.section)
            if found is None:
                faults.append(unknown(piece.section, sections, where))
                continue
            faults += _disagreeing(found, piece.shape, poles.axis, where)
            stage = _of_section(found, piece, poles.axis, where, trace)
        made.append(replace(stage, name=f"stage {n}", bottom=bottom, top=end))
    if poles.axis is not None and not faults and all(one.shape != "rectangular" for one in made):
        detail = "is of a rectangular section, and none of these is one"
        faults.append(Fault(f"{POLES}/axis", detail, poles.axis, "leave it out"))
    if faults := faults or list(_misfits(made)):
        raise InvalidInput.at(*faults)
    return tuple(made)


def outside(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """The stages as they are seen: where two overlap, the inner one ends at the outer one's end."""
    seen = list(stages)
    for n, (below, above) in enumerate(pairwise(stages)):
        if _size(below) > _size(above):
            seen[n + 1] = replace(seen[n + 1], bottom=below.top)
        else:
            seen[n] = replace(seen[n], top=above.bottom)
    return tuple(seen)


def _by_hand(piece: Poles | PoleStage, where: str) -> Stage:
    width, tip = piece.width_in, piece.top_width_in if isinstance(piece, Poles) else None
    return Stage(
        "", piece.shape, width, width, tip,  # type: ignore[arg-type] # - the record asks for both
        piece.wall_in, piece.weight_plf, 0.0, 0.0, None, where,
    )  # fmt: skip


def unknown(name: str, sections: "SectionsPack", where: str) -> Fault:
    """The fault of a section that there is not, with how the pack's are found."""
    pack, letters = f"{sections.kind}_{sections.ref}", re.match(r"[A-Za-z]+", name.strip())
    look = f"apex packs show {pack} --find {letters[0] if letters else 'HSS'}"
    near = suggestion("".join(name.upper().split()), sections.names)
    detail = f"there is no section of this name in {pack}"
    return Fault(f"{where}/section", detail, name, "; ".join(filter(None, [near, look])))


def _disagreeing(
    section: "Section", shape: PoleShape | None, axis: Axis | None, where: str
) -> Iterator[Fault]:
    """What is told beside a section and is not so, or is not told."""
    may = SHAPES_OF[section.family]
    if shape is not None and shape not in may:
        hint = "leave it out: the section tells it"
        yield Fault(f"{where}/shape", f"{section.name} is {may[0]}", shape, hint)
    if may == ("rectangular",) and axis is None:
        yield Fault(
            f"{POLES}/axis",
            f"is needed by {section.name}, which is rectangular",
            hint="strong: wind on the faces bends it about its strong axis; weak: the other",
        )


def _of_section(
    section: "Section", piece: Poles | PoleStage, axis: Axis | None, where: str, trace: Bare
) -> Stage:
    width, depth = section.width, section.height
    if axis == "weak":
        width, depth = depth, width
    weight: float = section.weight
    if piece.weight_plf is not None:
        weight = piece.weight_plf
        if trace.told:
            trace.assume(
                f"{where[1:].replace('/', '.')}.weight_plf, {weight.real:g} lbf/ft, is taken and "
                f"not the {section.weight.real:g} lbf/ft of {section.name}."
            )
    shape = piece.shape or SHAPES_OF[section.family][0]
    return Stage("", shape, width, depth, None, section.wall, weight, 0.0, 0.0, section, where)


def _size(stage: Stage) -> float:
    return stage.width * stage.depth


def _misfits(stages: list[Stage]) -> Iterator[Fault]:
    """The stages that do not fit into the other where they overlap."""
    for below, above in pairwise(stages):
        if above.bottom >= below.top:
            continue
        outer, inner = (below, above) if _size(below) > _size(above) else (above, below)
        across, along = _room(outer)
        needs_across, needs_along = _needs(inner, outer)
        if needs_across > across * (1 + SAME) or needs_along > along * (1 + SAME):
            size = f"{across:.4g} in" if across == along else f"{across:.4g} by {along:.4g} in"
            detail = (
                f"overlaps {below.name}, and {inner.name} does not fit into {outer.name}, which is "
                f"{size} wide within"
            )
            hint = f"let it begin at {below.top:g} ft, or choose sections that fit"
            yield Fault(f"{above.where}/bottom_ft", detail, above.bottom, hint)


def _room(outer: Stage) -> tuple[float, float]:
    """What a stage measures within, in; without a wall that is known, without."""
    wall = 2 * (outer.wall or 0.0)
    return outer.width - wall, outer.depth - wall


def _needs(inner: Stage, outer: Stage) -> tuple[float, float]:
    """What a stage needs within another, in: its diagonal unless the two stand alike."""
    alike = inner.shape == outer.shape or (inner.shape in _FLAT and outer.shape in _FLAT)
    if alike or inner.shape == "round":
        return inner.width, inner.depth
    across = hypot(inner.width, inner.depth)
    return across, across
