"""The building that a sign hangs on or stands on, and what fastens the sign to it."""

from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.records.fields import Refused, field
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText


class Building(Model):
    """The building, as far as the wind on a sign at it asks for it."""

    mean_roof_height_ft: Annotated[float, Meta(ge=3, le=2000)] = field(
        description="h: mean roof height above grade, ft; the eave's where the roof slopes 10 "
        "degrees or less."
    )
    width_ft: Annotated[float, Meta(ge=3, le=10_000)] | None = field(
        default=None, description="Horizontal dimension of the building along the sign's faces, ft."
    )
    depth_ft: Annotated[float, Meta(ge=3, le=10_000)] | None = field(
        default=None, description="Its other horizontal dimension, ft."
    )
    wall_top_ft: Annotated[float, Meta(ge=1, le=2000)] | None = field(
        default=None,
        description="Upper edge of the wall at the sign, above grade, ft; a parapet is not part of "
        "it. Absent: the mean roof height.",
    )
    left_ft: Annotated[float, Meta(ge=0, le=10_000)] | None = field(
        default=None,
        description="From the sign's axis (offset_ft 0) to the wall's left edge, ft.",
    )
    right_ft: Annotated[float, Meta(ge=0, le=10_000)] | None = field(
        default=None, description="From the sign's axis to the wall's right edge, ft."
    )
    roof_ft: Annotated[float, Meta(ge=1, le=2000)] | None = field(
        default=None,
        description="Height of the roof at a sign upon it, above grade, ft; absent: the mean roof "
        "height.",
    )
    roof_slope_deg: Annotated[float, Meta(ge=0, le=90)] | None = field(
        default=None, description="Slope of the roof, degrees."
    )

    def consistent(self) -> None:
        """No wall is longer than the building; one that steps may be shorter than a side of it."""
        sides, edges = (self.width_ft, self.depth_ft), (self.left_ft, self.right_ft)
        if None in (*sides, *edges):
            return
        wall, most = sum(one or 0.0 for one in edges), max(one or 0.0 for one in sides)
        if wall > most * (1 + 1e-9):
            detail = (
                f"left_ft and right_ft are {wall:g} ft of wall together, and no side of the "
                f"building is longer than {most:g} ft"
            )
            raise Refused((("right_ft",), detail))


class Anchors(Model):
    """A rectangular group of equal anchors; only what is demanded of each is computed."""

    rows: Annotated[int, Meta(ge=1, le=50)] = field(description="Rows, one above the other.")
    columns: Annotated[int, Meta(ge=1, le=200)] = field(description="Columns, side by side.")
    row_spacing_in: Annotated[float, Meta(ge=0.5, le=2400)] | None = field(
        default=None, description="From row to row, in; needed for two rows and more."
    )
    column_spacing_in: Annotated[float, Meta(ge=0.5, le=2400)] | None = field(
        default=None, description="From column to column, in; needed for two columns and more."
    )
    tension_lbf: Annotated[float, Meta(ge=1, le=1_000_000)] | None = field(
        default=None, description="What one anchor may take in tension, lbf; from its source."
    )
    shear_lbf: Annotated[float, Meta(ge=1, le=1_000_000)] | None = field(
        default=None, description="What one anchor may take in shear, lbf; from its source."
    )
    level: Literal["asd", "strength"] | None = field(
        default=None,
        description="Whether these are allowable loads or design strengths (phi Rn).",
    )
    source: ShortText | None = field(
        default=None, description="Where they come from: the report and its date, or who designed."
    )

    def consistent(self) -> None:
        """Rows and columns have a spacing, and what anchors may take has a level and a source."""
        wrong = []
        for name, count in (("row", self.rows), ("column", self.columns)):
            if count > 1 and getattr(self, f"{name}_spacing_in") is None:
                wrong.append(((f"{name}_spacing_in",), f"is needed for two {name}s and more"))
        if self.tension_lbf is not None or self.shear_lbf is not None:
            wrong += [
                ((name,), "is needed beside tension_lbf and shear_lbf")
                for name in ("tension_lbf", "shear_lbf", "level", "source")
                if getattr(self, name) is None
            ]
        if wrong:
            raise Refused(*wrong)


class Brackets(Model):
    """Brackets of a projecting sign: one above the other, each held by anchors of its own."""

    count: Annotated[int, Meta(ge=1, le=20)] = field(description="How many brackets.")
    spacing_ft: Annotated[float, Meta(ge=0.1, le=200)] | None = field(
        default=None, description="From bracket to bracket, up the wall, ft; needed for two."
    )
    anchors: Anchors | None = field(
        default=None, description="The anchors of one bracket; absent: what they take is not told."
    )

    def consistent(self) -> None:
        """Several brackets have a spacing."""
        if self.count > 1 and self.spacing_ft is None:
            raise Refused((("spacing_ft",), "is needed for two brackets and more"))
