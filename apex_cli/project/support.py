"""What holds the sign up between the cabinet and the ground: steel, splices, base, concrete."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.project.support_readings import SupportReadings
from apex_cli.records.fields import Place, Refused, field, refuse
from apex_cli.records.model import Model

Method = Literal["lrfd", "asd"]
WindLoad = Literal["1.0W", "0.7W", "0.6W", "0.42W"]
Material = Literal["a53b", "a500b", "a500c", "a1085", "custom"]
Strength = Annotated[float, Meta(ge=20, le=150)]
BarSize = Annotated[int, Meta(ge=3, le=18)]


class Steel(Model):
    """The steel of the poles."""

    material: Material = field(description="A row of the pack's materials, or custom.")
    fy_ksi: Strength | None = field(
        default=None, description="Yield strength of a custom material, ksi."
    )
    fu_ksi: Strength | None = field(
        default=None, description="Tensile strength of a custom material, ksi."
    )
    design_wall: Annotated[float, Meta(ge=0.8, le=1)] | None = field(
        default=None, description="Design wall over nominal wall; absent: the material's (B4.2)."
    )

    def consistent(self) -> None:
        """A custom material tells its strengths, a listed one has them from the pack."""
        refuse(self._faults())

    def _faults(self) -> Iterator[tuple[Place, str]]:
        for name in ("fy_ksi", "fu_ksi"):
            given = getattr(self, name) is not None
            if self.material == "custom" and not given:
                yield (name,), "is needed for a custom material"
            elif self.material != "custom" and given:
                yield (name,), f"is the pack's for {self.material}: leave it out, or say custom"
        if self.fy_ksi is not None and self.fu_ksi is not None and self.fu_ksi < self.fy_ksi:
            yield ("fu_ksi",), "must not be below fy_ksi"


class Splice(Model):
    """How the pieces of a stepped pole are joined, all alike."""

    type: Literal["sleeve", "butt"] = field(
        description="The upper piece goes into the lower one, or stands on it, welded through."
    )
    lap_in: Annotated[float, Meta(ge=1, le=240)] | None = field(
        default=None, description="Length of a sleeve's lap, in; absent: as the stages have it."
    )
    weld_in: Annotated[float, Meta(ge=0.0625, le=2)] | None = field(
        default=None, description="Leg of the fillet weld around each end of a sleeve, in."
    )

    def consistent(self) -> None:
        """A butt splice has no lap and no fillet."""
        if self.type == "butt":
            given = [name for name in ("lap_in", "weld_in") if getattr(self, name) is not None]
            refuse(((name,), "belongs to a sleeve") for name in given)


class Opening(Model):
    """A hand hole through the wall of a pole."""

    width_in: Annotated[float, Meta(ge=0.25, le=60)] = field(description="Across the pole, in.")
    height_in: Annotated[float, Meta(ge=0.25, le=240)] = field(description="Along the pole, in.")
    height_ft: Annotated[float, Meta(ge=0, le=1500)] = field(
        description="From grade to its middle, ft."
    )


class Deflection(Model):
    """How far the wind may bend the support; the code has no limit of its own."""

    load: WindLoad = field(description="The wind under which it is told.")
    limit: Annotated[float, Meta(ge=10, le=2000)] | None = field(
        default=None, description="n of the limit: height over n; absent: reported, not checked."
    )
    at: Literal["top", "cabinet"] = field(
        default="top", description="Where the limit is held: the top, or each cabinet's middle."
    )


class Plate(Model):
    """A base plate."""

    shape: Literal["square", "round"] = field(description="Plan shape.")
    width_in: Annotated[float, Meta(ge=2, le=240)] = field(description="Side or diameter, in.")
    thickness_in: Annotated[float, Meta(ge=0.125, le=12)] = field(description="Thickness, in.")
    fy_ksi: Strength = field(description="Yield strength, ksi.")


class Rods(Model):
    """Anchor rods, evenly on a circle."""

    count: Annotated[int, Meta(ge=3, le=64)] = field(description="How many.")
    diameter_in: Annotated[float, Meta(ge=0.5, le=4)] = field(description="Diameter, in.")
    grade: Literal[36, 55, 105] = field(description="ASTM F1554 grade.")
    circle_in: Annotated[float, Meta(ge=2, le=240)] = field(description="Circle of the rods, in.")
    embedment_in: Annotated[float, Meta(ge=4, le=240)] = field(
        description="From the top of the concrete to the bearing of the rod's head, in."
    )


class BaseWeld(Model):
    """The weld between pole and base plate."""

    type: Literal["fillet", "cjp"] = field(description="Fillet, or complete penetration.")
    leg_in: Annotated[float, Meta(ge=0.0625, le=2)] | None = field(
        default=None, description="Leg of the fillet, in."
    )

    def consistent(self) -> None:
        """A fillet has a leg, and only a fillet."""
        if (self.type == "fillet") != (self.leg_in is not None):
            what = "is needed for a fillet" if self.type == "fillet" else "belongs to a fillet"
            raise Refused((("leg_in",), what))


class Base(Model):
    """The foot of the pole: a plate on anchor rods, or embedded in the concrete."""

    type: Literal["plate", "embedded"] = field(description="Plate on rods, or embedded.")
    plate: Plate | None = None
    rods: Rods | None = None
    bearing: Literal["double_nut", "grouted"] | None = field(
        default=None, description="What the plate bears on: levelling nuts, or grout."
    )
    standoff_in: Annotated[float, Meta(ge=0, le=24)] | None = field(
        default=None, description="Clear between concrete and levelling nut, in."
    )
    weld: BaseWeld | None = None
    depth_ft: Annotated[float, Meta(ge=0.5, le=100)] | None = field(
        default=None, description="How deep an embedded pole goes into the concrete, ft."
    )

    def consistent(self) -> None:
        """What belongs to the other kind of foot is not there."""
        plate = ("plate", "rods", "bearing", "standoff_in", "weld")
        idle = ("depth_ft",) if self.type == "plate" else plate
        given = [name for name in idle if getattr(self, name) is not None]
        refuse(((name,), f"does not belong to type {self.type}") for name in given)


class Bars(Model):
    """Vertical bars of a pier."""

    count: Annotated[int, Meta(ge=3, le=200)] = field(description="How many.")
    size: BarSize = field(description="Number of the bar: eighths of an inch.")


class SpacedBars(Model):
    """Ties, or the bars of a slab."""

    size: BarSize = field(description="Number of the bar: eighths of an inch.")
    spacing_in: Annotated[float, Meta(ge=1, le=48)] = field(description="Centre to centre, in.")


Concrete = Annotated[float, Meta(ge=2000, le=15_000)]
Rebar = Annotated[float, Meta(ge=40, le=100)]


class PierSteel(Model):
    """Concrete and reinforcement of a drilled pier."""

    fc_psi: Concrete = field(description="Strength of the concrete, psi.")
    fy_ksi: Rebar = field(description="Yield strength of the bars, ksi.")
    bars: Bars | None = None
    ties: SpacedBars | None = None
    cover_in: Annotated[float, Meta(ge=0.5, le=12)] | None = field(
        default=None, description="Clear cover of the ties, in."
    )
    top_ties: Annotated[int, Meta(ge=1, le=12)] | None = field(
        default=None, description="Ties within 5 in of the top that hold anchor rods."
    )


class Dowels(Model):
    """Bars from a slab into the stem on it: a row at each face that the wind meets, or a circle."""

    size: BarSize = field(description="Number of the bar: eighths of an inch.")
    count: Annotated[int, Meta(ge=4, le=100)] | None = field(
        default=None, description="How many; half of them at each face of a rectangular stem."
    )
    spacing_in: Annotated[float, Meta(ge=1, le=48)] | None = field(
        default=None, description="In place of the count: centre to centre along each face, in."
    )
    cover_in: Annotated[float, Meta(ge=0.5, le=12)] | None = field(
        default=None, description="Clear cover of the dowels in the stem, in."
    )
    hooked: bool | None = field(
        default=None, description="Whether they end in a standard hook on the bars of the slab."
    )
    lap_in: Annotated[float, Meta(ge=6, le=240)] | None = field(
        default=None, description="How far they go up beside the bars of the stem, in."
    )

    def consistent(self) -> None:
        """They are told by their number or by their spacing."""
        if (self.count is None) == (self.spacing_in is None):
            raise Refused((("count",), "or spacing_in is needed, one of them"))


class SlabSteel(Model):
    """Concrete and reinforcement of a spread footing."""

    fc_psi: Concrete = field(description="Strength of the concrete, psi.")
    fy_ksi: Rebar = field(description="Yield strength of the bars, ksi.")
    bottom: SpacedBars | None = None
    top: SpacedBars | None = None
    dowels: Dowels | None = None


class Support(Model):
    """The steel of the support and what it stands on; what is absent is not checked."""

    method: Method = field(description="Strength level (LRFD) or allowable stress (ASD); steel.")
    steel: Steel | None = None
    splice: Splice | None = None
    opening: Opening | None = None
    deflection: Deflection | None = None
    base: Base | None = None
    pier: PierSteel | None = None
    slab: SlabSteel | None = None
    readings: SupportReadings = SupportReadings()
