"""Which drawings and plots the package holds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from apex_cli.render.drawing import (
    base_plate,
    elevation,
    fixings,
    foundation,
    on_roof,
    on_wall,
    pier,
    pier_across,
    pier_built,
    plan,
    plots,
    projecting,
    slab,
    slab_built,
    slab_mats,
    stages,
    wall_section,
)
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.drawing.trim import trimmed
from apex_cli.render.report.model import Figure
from apex_cli.vocabulary import JsonObject

ELEVATIONS = {
    "wall": on_wall.elevation,
    "projecting": projecting.elevation,
    "roof": on_roof.elevation,
}
"""The elevations of signs at buildings, by their mounting."""


class Figures(NamedTuple):
    """What there is to draw.

    Args:
        results: Results by kind.
        inputs: What was read.
        steps: Every step.
        checks: Every check.
        widths: What other widths of the foundation would ask for.
    """

    results: Mapping[str, JsonObject]
    inputs: JsonObject
    steps: Sequence[JsonObject]
    checks: Sequence[JsonObject]
    widths: Sequence[JsonObject]

    def drawings(self) -> Iterator[Figure]:
        """The sheets, for the package."""
        return map(_figure, self.sheets())

    def sheets(self) -> Iterator[Drawing]:
        """The sign from the front and from above, the foundation, the pole with its stages."""
        if "sign" in self.inputs:
            sign, wind = self.inputs["sign"], self.results.get("exposure")
            mounting = sign.get("mounting", "ground")
            yield ELEVATIONS.get(mounting, elevation.elevation)(sign, wind, self.steps)
            if mounting not in ELEVATIONS:
                yield plan.plan(sign, wind, self.steps, self.results.get("footing"))
            if mounting == "wall":
                yield wall_section.section(sign, wind)
            for detail in (fixings.bracket(sign, wind), fixings.frame(sign, wind)):
                if detail is not None:
                    yield detail
        if "footing" in self.results and not self._founded:
            wind = self.results.get("exposure")
            yield foundation.section(self.results["footing"], self.inputs, wind)
        if "support" in self.results:
            yield stages.stages(self.results["support"], self.inputs)
            yield from self._at_grade()

    @property
    def _founded(self) -> bool:
        """Whether the foundation is drawn with its concrete and what stands in it."""
        if "support" not in self.results:
            return False
        pier_told = pier_built.pier_of(self.results, self.inputs) is not None
        return pier_told or slab_built.slab_of(self.results, self.inputs, self.steps) is not None

    def _at_grade(self) -> Iterator[Drawing]:
        """Base plate, pier and slab, as far as they are told."""
        support = self.results["support"]
        plate = base_plate.base_plate(support, self.inputs, self.steps)
        if plate is not None:
            yield plate
        if "footing" not in self.results:
            return
        if (found := pier_built.pier_of(self.results, self.inputs)) is not None:
            yield pier.along(found, support["embedded"], self.steps)
            yield pier_across.across(found, self.steps)
        if (laid := slab_built.slab_of(self.results, self.inputs, self.steps)) is not None:
            yield slab.along(laid)
            if (mats := slab_mats.mats(laid)) is not None:
                yield mats

    def plots(self, kind: str) -> Iterator[Figure]:
        """The plots that belong to a result."""
        made = None
        if kind == "exposure":
            made = plots.profile(self.results[kind])
        elif kind == "footing":
            made = plots.depths(self.widths, self.results[kind])
        if made:
            yield _figure(made)

    def utilisation(self) -> Iterator[Figure]:
        """The bars of all checks."""
        made = plots.utilisation(self.checks)
        if made:
            yield _figure(made)


def _figure(drawing: Drawing) -> Figure:
    svg, width = trimmed(drawing)
    return Figure(svg, drawing.title, drawing.description, width, drawing.size[1])
