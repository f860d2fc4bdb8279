"""The pressures of a wall at an effective wind area: both directions, zones 4 and 5."""

from bisect import bisect_left
from typing import Literal

from msgspec import Struct

from apex_cli.equations import Bare, card_of
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.building import BuildingPack, Wall
from apex_cli.project.building import Building
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.equations import walls as eq
from apex_cli.solvers.exposure.methods import METHODS
from apex_cli.solvers.exposure.placed import Placed
from apex_cli.solvers.limits import beyond, most

Zone = Literal[4, 5]


class Pressed(Struct, frozen=True):
    """Coefficients of a zone at an area, and the sizes of its pressures, psf."""

    zone: Zone
    gc_in: float
    gc_out: float
    inward: float
    outward: float


class WallPressures:
    """The pressures of the wall behind a sign.

    Args:
        placed: The sign.
        building: Its building.
        pack: What the standard says of walls.
        trace: Calls the equations.

    Raises:
        InvalidInput: A reduction for low roofs that this roof does not have.
    """

    def __init__(self, placed: Placed, building: Building, pack: BuildingPack, trace: Bare) -> None:
        self._trace = trace
        self._wall = pack.wall
        self._floor, self._top = placed.wind.floor, placed.sign.top_ft
        least: float = pack.minimum_pressure.number
        if self._floor is not None:
            least = most([least, self._floor.at(self._top)], lambda psf: psf)
        self._by_ordinance = beyond(least, pack.minimum_pressure.value)
        self._least = least
        self._equation = METHODS[placed.pack.method].wall_pressure
        self._low_roof = _low_roof(placed, building, pack.wall, trace)
        self.kd = pack.kd.number
        height: float = building.mean_roof_height_ft
        lowest = pack.wall.least_height.get(placed.inputs.exposure)
        if lowest is not None and height < lowest.value:
            trace.assume(
                f"In Exposure {placed.inputs.exposure} this edition takes Kz of components and "
                f"cladding not below its value at {lowest.value:g} ft."
            )
            height = lowest.number
        trace.subject = "mean roof height"
        self.at = placed.pressures.at(height, self.kd)
        trace.subject = ""

    def on(self, area: float, zone: Zone) -> Pressed:
        """The pressures at an effective wind area, in a zone."""
        gc_in, gc_out = self._coefficient(area, "positive"), self._coefficient(area, f"zone_{zone}")
        inward = self._trace(eq.inward_pressure, p=self._pressure(gc_in), p_min=self._least)
        outward = self._trace(eq.outward_pressure, p=self._pressure(gc_out), p_min=self._least)
        raised = self._by_ordinance and not beyond(min(inward, outward), self._least)
        if self._floor is not None and raised:
            self._floor.raise_(self._top)
        return Pressed(zone, gc_in, gc_out, inward, outward)

    def least(self, pressed: Pressed) -> bool:
        """Whether the larger of both directions is the least pressure."""
        return not beyond(max(pressed.inward, pressed.outward), self._least)

    def _pressure(self, gc_p: float) -> float:
        if "K_d" in card_of(self._equation).units:
            return self._trace(self._equation, q_h=self.at.q, K_d=self.kd, GC_p=gc_p)
        return self._trace(self._equation, q_h=self.at.q, GC_p=gc_p)

    def _coefficient(self, area: float, line: str) -> float:
        areas, rows = self._wall.gc_p.numbers
        values = rows[line]
        upper = min(max(bisect_left(areas, area), 1), len(areas) - 1)
        t = self._trace(eq.wall_fraction, A=area, A_1=areas[upper - 1], A_2=areas[upper])
        found = self._trace(eq.wall_coefficient, t=t, GC_1=values[upper - 1], GC_2=values[upper])
        if self._low_roof is None:
            return found
        return self._trace(eq.low_roof_coefficient, f=self._low_roof, GC=found)


def _low_roof(placed: Placed, building: Building, wall: Wall, trace: Bare) -> Known | None:
    """The factor for a roof that is nearly flat, where the project uses it."""
    slope, limit = building.roof_slope_deg, wall.low_roof_slope.value
    low = slope is not None and not beyond(slope, limit)
    if placed.sign.readings.low_roof_reduction:
        if not low:
            raise InvalidInput.at(
                Fault(
                    "/sign/readings/low_roof_reduction",
                    f"is for roofs of {limit:g} degrees or less, and sign.building.roof_slope_deg "
                    f"is {'not given' if slope is None else f'{slope:g}'}",
                )
            )
        trace.assume(
            f"The roof slopes {slope:g} degrees: the coefficients of its walls are reduced to "
            f"{wall.low_roof.value:g}, which is permitted."
        )
        return wall.low_roof.number
    if low:
        trace.assume(
            "The reduction that is permitted for walls below a roof of "
            f"{limit:g} degrees or less is not used."
        )
    return None
