"""Where the sign stands: wind, terrain, elevation, frost, ground water."""

from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.project.given import GivenPressure
from apex_cli.records.fields import Place, field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import ExposureCategory, RiskCategory, ShortText

Feature = Literal["ridge_2d", "escarpment_2d", "hill_3d"]

WIND_BESIDE_PRESSURE = "give either wind_speed_mph or given_pressure: which of them is the wind?"


class Topography(Model):
    """A hill, ridge or escarpment for the topographic factor (ASCE 7 26.8)."""

    feature: Feature = field(description="Kind of feature.")
    height_ft: Annotated[float, Meta(ge=0.1, le=20_000)] = field(description="H, ft.")
    half_length_ft: Annotated[float, Meta(ge=0.1, le=100_000)] = field(
        description="Lh: from the crest to half the height, on the upwind side, ft."
    )
    distance_ft: Annotated[float, Meta(ge=0, le=500_000)] = field(
        description="x: from the crest to the site, ft."
    )
    side: Literal["upwind", "downwind"] = field(description="Side of the crest the site is on.")


class Site(Model):
    """The site. What a calculation needs of it, that calculation asks for."""

    address: ShortText | None = field(
        default=None, description="Street address of the sign, as it stands on paper."
    )
    jurisdiction: ShortText | None = field(
        default=None, description="The building department that the package is filed with."
    )
    wind_speed_mph: Annotated[float, Meta(ge=1, le=300)] | None = field(
        default=None, description="Basic wind speed V, 3-second gust, strength level, mph."
    )
    wind_speed_source: ShortText | None = field(
        default=None, description="Where the wind speed comes from."
    )
    given_pressure: GivenPressure | None = field(
        default=None, description="A cited pressure in the place of a wind speed."
    )
    tornado_speed_mph: Annotated[float, Meta(ge=0, le=400)] | None = field(
        default=None,
        description="Tornado speed V_T of chapter 32 for this risk category and size, mph; it only "
        "tells whether tornado loads are asked for.",
    )
    risk_category: RiskCategory | None = field(
        default=None, description="Risk category, which selected the wind map."
    )
    exposure: ExposureCategory | None = field(default=None, description="Exposure category.")
    ground_elevation_ft: Annotated[float, Meta(ge=-1500, le=20_000)] | None = field(
        default=None, description="Ground elevation above sea level, ft; absent: Ke = 1.0."
    )
    kzt: Annotated[float, Meta(ge=1.0, le=10.0)] | None = field(
        default=None, description="Topographic factor Kzt, when it is given instead of a feature."
    )
    topography: Topography | None = None
    heights_ft: (
        Annotated[list[Annotated[float, Meta(gt=0, le=3280)]], Meta(min_length=1, max_length=500)]
        | None
    ) = field(default=None, description="Further heights for the profile, ft.")
    frost_depth_in: Annotated[float, Meta(ge=0, le=240)] | None = field(
        default=None, description="Depth of frost below grade, in."
    )
    water_depth_ft: Annotated[float, Meta(ge=0, le=1000)] | None = field(
        default=None,
        description="Depth of ground water below grade at its high level, ft; 0: at grade.",
    )

    def consistent(self) -> None:
        """Topographic factor and wind have one source each."""
        found: list[tuple[Place, str]] = []
        if self.kzt is not None and self.topography is not None:
            found.append(((), "give either kzt or topography, not both"))
        if self.given_pressure is not None and self.wind_speed_mph is not None:
            found.append((("given_pressure",), WIND_BESIDE_PRESSURE))
        refuse(found)
