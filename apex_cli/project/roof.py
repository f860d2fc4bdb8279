"""What a roof sign stands on: frames side by side, each with a foot in front and one behind."""

from typing import Annotated

from msgspec import Meta

from apex_cli.records.fields import Refused, field
from apex_cli.records.model import Model


class Frames(Model):
    """The frames of a roof sign; only what they take is told."""

    count: Annotated[int, Meta(ge=1, le=100)] = field(description="How many frames.")
    spacing_ft: Annotated[float, Meta(ge=0.1, le=200)] | None = field(
        default=None,
        description="From frame to frame along the sign, ft, the middle of all at offset 0; needed "
        "for two and more.",
    )
    base_ft: Annotated[float, Meta(ge=0.1, le=200)] | None = field(
        default=None,
        description="From the foot in front to the foot behind, ft; absent: a single foot, whose "
        "moment is told.",
    )
    weight_lbf: Annotated[float, Meta(ge=0, le=1_000_000)] | None = field(
        default=None, description="Weight of all frames, lbf."
    )

    def consistent(self) -> None:
        """Several frames have a spacing."""
        if self.count > 1 and self.spacing_ft is None:
            raise Refused((("spacing_ft",), "is needed for two frames and more"))
