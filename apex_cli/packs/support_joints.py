"""The parts of a support pack that join steel, and the factors of resistance: welds, threads."""

from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.packs.model import Constant, Share
from apex_cli.records.fields import MOST, Refused, field
from apex_cli.records.model import Model

Plain = Constant[Literal["1"]]
Ksi = Constant[Literal["ksi"]]
Inches = Constant[Literal["in"]]


class Resistance(Model):
    """What nominal strength is multiplied by in LRFD, and divided by in ASD."""

    phi: Share
    omega: Plain


class WeldSize(Model):
    """Least leg of a fillet weld, up to a thickness of the thinner part."""

    thickness: Inches | None = field(
        default=None, description="Up to this thickness; of any if there is none."
    )
    leg: Inches


class Welds(Model):
    """Fillet welds."""

    strength: Share = field(description="Weld metal strength over its classification.")
    throat: Share = field(description="Effective throat over leg.")
    electrode: Ksi
    wall_shear: Share = field(description="Strength of a wall in shear over its tensile strength.")
    wall_factors: Resistance = field(description="Of that strength.")
    least_legs: Annotated[list[WeldSize], Meta(min_length=1)]

    def consistent(self) -> None:
        """The thicknesses rise, and the last row has none: it is for any."""
        found = [row.thickness.value if row.thickness else MOST for row in self.least_legs]
        if found != sorted(set(found)) or found[-1] != MOST:
            raise Refused("the thicknesses must rise, and the last row have none")

    def least_leg(self, thin: float) -> Inches:
        """The least leg of a fillet on a part as thin as this, in."""
        rows = self.least_legs
        return next(row.leg for row in rows if row.thickness is None or thin <= row.thickness.value)


class Threads(Model):
    """Threaded parts: stresses over the tensile strength."""

    tension: Share
    shear_included: Share
    shear_excluded: Share
