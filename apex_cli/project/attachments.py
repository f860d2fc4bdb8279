"""What hangs on a sign beside its cabinets: lights, cameras, arms, flags."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.records.fields import Place, field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

MAX_ATTACHMENTS = 200


class Attachment(Model):
    """A small thing that takes wind by its effective projected area (EPA), and may weigh."""

    name: ShortText | None = field(default=None, description="What it is called.")
    kind: Literal["fixture", "flag"] = field(
        default="fixture",
        description="A light, camera or arm; of a flag epa_ft2 is its drag area, with its source.",
    )
    epa_ft2: Annotated[float, Meta(ge=0, le=10_000)] | None = field(
        default=None,
        description="Effective projected area, ft2: area times force coefficient, as makers "
        "print it.",
    )
    area_ft2: Annotated[float, Meta(ge=0, le=10_000)] | None = field(
        default=None, description="Projected area, ft2, instead of epa_ft2."
    )
    cf: Annotated[float, Meta(ge=0.1, le=5)] | None = field(
        default=None,
        description="Force coefficient of area_ft2; absent: that of a flat-sided member.",
    )
    height_ft: Annotated[float, Meta(ge=0, le=1500)] = field(
        description="From grade to its middle, ft."
    )
    offset_ft: Annotated[float, Meta(ge=-500, le=500)] = field(
        default=0.0, description="Horizontal distance of its middle from the support's axis, ft."
    )
    weight_lbf: Annotated[float, Meta(ge=0, le=1_000_000)] | None = field(
        default=None, description="Weight, lbf."
    )
    source: ShortText | None = field(
        default=None, description="Where area, coefficient or drag come from."
    )

    def consistent(self) -> None:
        """Its wind has one source, and a flag's drag is somebody's."""
        refuse(self._faults())

    def _faults(self) -> Iterator[tuple[Place, str]]:
        if self.epa_ft2 is None and self.area_ft2 is None:
            yield ("epa_ft2",), "is missing: give epa_ft2, or area_ft2"
        elif self.epa_ft2 is not None and self.area_ft2 is not None:
            yield ("area_ft2",), "is held by epa_ft2: leave one of them out"
        if self.cf is not None and self.area_ft2 is None:
            yield ("cf",), "belongs to area_ft2: an effective projected area holds it already"
        if self.kind == "flag" and self.epa_ft2 is not None and not self.source:
            yield ("source",), "is needed: the drag of a flag is as somebody else found it"

    @property
    def facing_ft2(self) -> float:
        """What the wind meets of it, ft2: an area, or an area with its coefficient."""
        return (self.epa_ft2 or 0.0) if self.area_ft2 is None else self.area_ft2

    @property
    def is_nothing(self) -> bool:
        """Whether it takes no wind and has no weight that counts."""
        return not self.facing_ft2 and not self.weight_lbf
