"""Where the sign stands: wind, terrain, elevation, frost, ground water."""

from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.project.given import GivenPressure
from apex_cli.records.fields import Place, field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import ExposureCategory, Family, RiskCategory, ShortText, TerrainCategory

Feature = Literal["ridge_2d", "escarpment_2d", "hill_3d"]

WIND_BESIDE_PRESSURE = "give either wind_speed_mph or given_pressure: which of them is the wind?"
OF_FAMILY: dict[Family, tuple[str, ...]] = {
    "american": (
        "wind_speed_mph", "risk_category", "exposure", "ground_elevation_ft", "kzt", "topography",
    ),
    "european": (
        "basic_wind_speed_mps", "terrain", "peak_pressure_pa", "return_period_years",
        "direction_factor", "season_factor", "orography_factor", "air_density_kg_per_m3",
    ),
}  # fmt: skip
"""What of the wind only the packs of one family read."""


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
    basic_wind_speed_mps: Annotated[float, Meta(ge=1, le=100)] | None = field(
        default=None,
        description="EN 1991-1-4: fundamental basic wind velocity v_b0, the 10-minute mean at 10 m "
        "in open country, characteristic, m/s; no 3-second gust.",
    )
    terrain: TerrainCategory | None = field(
        default=None, description="EN 1991-1-4: terrain category, 0 (sea) to IV (town)."
    )
    peak_pressure_pa: Annotated[float, Meta(ge=1, le=20_000)] | None = field(
        default=None,
        description="EN 1991-1-4: peak velocity pressure q_p at the top of the sign, by a national "
        "annex, instead of terrain and wind velocity, Pa.",
    )
    return_period_years: Annotated[float, Meta(ge=2, le=10_000)] | None = field(
        default=None,
        description="EN 1991-1-4: mean return period for c_prob, years; absent: 50, c_prob = 1.",
    )
    direction_factor: Annotated[float, Meta(ge=0.5, le=1.5)] | None = field(
        default=None, description="EN 1991-1-4: c_dir; absent: 1.0, as recommended."
    )
    season_factor: Annotated[float, Meta(ge=0.5, le=1.5)] | None = field(
        default=None, description="EN 1991-1-4: c_season; absent: 1.0, as recommended."
    )
    orography_factor: Annotated[float, Meta(ge=1, le=3)] | None = field(
        default=None, description="EN 1991-1-4: c_o at the sign's height; absent: flat, 1.0."
    )
    air_density_kg_per_m3: Annotated[float, Meta(ge=0.9, le=1.5)] | None = field(
        default=None, description="EN 1991-1-4: density of the air; absent: 1.25, as recommended."
    )

    @property
    def families(self) -> dict[Family, list[str]]:
        """What is given that only one family of codes reads."""
        given = {
            family: [name for name in names if getattr(self, name) is not None]
            for family, names in OF_FAMILY.items()
        }
        return {family: names for family, names in given.items() if names}

    def consistent(self) -> None:
        """The wind is told once, for one family of codes, and each factor has one source."""
        found: list[tuple[Place, str]] = []
        if len(given := self.families) > 1:
            detail = (
                f"{', '.join(given['american'])}: for ASCE 7, whose wind is a 3-second gust; "
                f"{', '.join(given['european'])}: for EN 1991-1-4, whose wind is a 10-minute mean: "
                "give one or the other"
            )
            found.append(((), detail))
        if self.peak_pressure_pa is not None and (more := set(given.get("european", ())) - {
            "peak_pressure_pa", "air_density_kg_per_m3",
        }):  # fmt: skip
            found.append(((), f"peak_pressure_pa stands in the place of {', '.join(sorted(more))}"))
        if self.kzt is not None and self.topography is not None:
            found.append(((), "give either kzt or topography, not both"))
        if self.given_pressure is not None and self.wind_speed_mph is not None:
            found.append((("given_pressure",), WIND_BESIDE_PRESSURE))
        refuse(found)
