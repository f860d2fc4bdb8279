"""The poles of a sign: of one section from grade to top, or of stages, one above the other."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.records.fields import Place, field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

MAX_STAGES = 20

PoleShape = Literal["round", "square", "square_diagonal", "hexagonal", "octagonal"]
Surface = Literal["smooth", "rough", "very_rough"]
Axis = Literal["strong", "weak"]

_SECTION = "A row of the sections pack, which gives shape, width, wall and weight: PIPE12STD."
_OF_STAGES = ("section", "shape", "width_in", "top_width_in", "wall_in", "weight_plf", "top_ft")
_OF_SECTION = ("width_in", "top_width_in", "wall_in")


class PoleStage(Model):
    """A length of a stepped pole: of a section by its name, or by shape and width."""

    section: ShortText | None = field(default=None, description=_SECTION)
    shape: PoleShape | None = field(
        default=None, description="Cross-section; needed without a section."
    )
    width_in: Annotated[float, Meta(ge=0.1, le=600)] | None = field(
        default=None,
        description="Diameter, face width, or the width across the flats of a polygon, in; "
        "needed without a section.",
    )
    wall_in: Annotated[float, Meta(ge=0.001, le=300)] | None = field(
        default=None, description="Wall thickness, in."
    )
    weight_plf: Annotated[float, Meta(ge=0, le=10_000)] | None = field(
        default=None, description="Weight, lbf per ft; beside a section: instead of the section's."
    )
    bottom_ft: Annotated[float, Meta(ge=0, le=1500)] = field(
        description="From grade to its lower end, ft: 0, or within the stage below or at its top."
    )
    top_ft: Annotated[float, Meta(ge=0.01, le=1500)] = field(
        description="From grade to its upper end, ft."
    )


class Poles(Model):
    """The supports between grade and cabinets."""

    count: Annotated[int, Meta(ge=1, le=20)] = field(default=1, description="How many poles.")
    section: ShortText | None = field(default=None, description=_SECTION)
    stages: Annotated[list[PoleStage], Meta(min_length=1, max_length=MAX_STAGES)] | None = field(
        default=None, description="A stepped pole, from grade up, instead of one section."
    )
    axis: Axis | None = field(
        default=None,
        description="Of a rectangular section: the axis about which wind on the faces bends it.",
    )
    shape: PoleShape | None = field(
        default=None,
        description="Cross-section, and for a square how the wind meets it; needed without section "
        "and stages.",
    )
    width_in: Annotated[float, Meta(ge=0.1, le=600)] | None = field(
        default=None,
        description="Diameter, face width, or the width across the flats of a polygon, in; needed "
        "without section and stages.",
    )
    top_width_in: Annotated[float, Meta(ge=0.1, le=600)] | None = field(
        default=None, description="Width at the top of a tapered pole, in."
    )
    wall_in: Annotated[float, Meta(ge=0.001, le=300)] | None = field(
        default=None, description="Wall thickness, for the estimate of the natural frequency, in."
    )
    surface: Surface = field(default="smooth", description="Surface of a round pole.")
    spacing_ft: Annotated[float, Meta(ge=0, le=500)] = field(
        default=0.0, description="Centre to centre of neighbouring poles, ft."
    )
    weight_plf: Annotated[float, Meta(ge=0, le=10_000)] | None = field(
        default=None,
        description="Weight of one pole, lbf per ft; beside a section: instead of the section's.",
    )
    top_ft: Annotated[float, Meta(ge=0.01, le=1500)] | None = field(
        default=None, description="From grade to the top of the poles, ft."
    )
    roughness_mm: Annotated[float, Meta(ge=0.0001, le=10)] | None = field(
        default=None,
        description="EN 1991-1-4: equivalent roughness k of round poles, mm; absent: the pack's, "
        "of galvanised steel.",
    )

    @property
    def end_ft(self) -> float | None:
        """Where they end above grade, ft; None: with the sign."""
        return self.top_ft if self.stages is None else self.stages[-1].top_ft

    def consistent(self) -> None:
        """A pole is told once: by hand, by its section, or by stages that meet."""
        refuse(self._faults())

    def _faults(self) -> Iterator[tuple[Place, str]]:
        if self.stages is None:
            yield from _faults_of(self, ())
        else:
            for name in _OF_STAGES:
                if getattr(self, name) is not None:
                    yield (name,), "is told by each of the stages: leave it out beside them"
            for number, stage in enumerate(self.stages):
                yield from _faults_of(stage, ("stages", number))
            yield from _apart(self.stages)
        if self.axis is not None and not self.names_section:
            yield ("axis",), "is of a rectangular section, and no section is named"

    @property
    def names_section(self) -> bool:
        """Whether a section is named, so that the sections pack is needed."""
        return any(one.section is not None for one in (self, *(self.stages or ())))


def _faults_of(piece: Poles | PoleStage, place: Place) -> Iterator[tuple[Place, str]]:
    """What a pole or a stage lacks by hand, or tells beside its section."""
    if piece.section is None:
        for name in ("shape", "width_in"):
            if getattr(piece, name) is None:
                yield (*place, name), "is missing"
        return
    for name in _OF_SECTION:
        if getattr(piece, name, None) is not None:
            yield (*place, name), "is told by the section: leave it out beside it"


def _apart(stages: list[PoleStage]) -> Iterator[tuple[Place, str]]:
    """Where stages do not stand on grade, do not rise, or do not meet."""
    if stages[0].bottom_ft > 0:
        yield ("stages", 0, "bottom_ft"), "must be 0: the first stage stands on grade"
    for n, stage in enumerate(stages):
        if stage.top_ft <= stage.bottom_ft:
            yield ("stages", n, "top_ft"), "must be above bottom_ft"
    for n, (below, above) in enumerate(pairwise(stages), 1):
        place: Place = ("stages", n)
        if above.bottom_ft > below.top_ft:
            detail = f"leaves a gap: the stage below it ends at {below.top_ft:g} ft"
            yield (*place, "bottom_ft"), detail
        for name in ("bottom_ft", "top_ft"):
            least = getattr(below, name)
            if getattr(above, name) <= least:
                yield (*place, name), f"must be above that of the stage below it, {least:g} ft"
    for n, (lowest, above) in enumerate(zip(stages, stages[2:], strict=False), 2):
        if above.bottom_ft < lowest.top_ft:
            detail = f"reaches into stage {n - 1}, which ends at {lowest.top_ft:g} ft"
            yield ("stages", n, "bottom_ft"), f"{detail}: no more than two stages overlap"
