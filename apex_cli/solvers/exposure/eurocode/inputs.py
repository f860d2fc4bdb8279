"""What the wind calculation by EN 1991-1-4 sees of a project, and what it cannot do without."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from msgspec import Struct

from apex_cli.errors import Fault, InvalidInput
from apex_cli.project import view
from apex_cli.project.model import Inputs
from apex_cli.project.sign import Gust, Sign
from apex_cli.project.view import At
from apex_cli.vocabulary import JsonObject, TerrainCategory


class EurocodeInputs(Struct, frozen=True):
    """Wind and terrain at the site, and the sign; without a sign, heights for the profile."""

    basic_wind_speed_mps: Annotated[float | None, At("/site/basic_wind_speed_mps")]
    terrain: Annotated[TerrainCategory | None, At("/site/terrain")]
    peak_pressure_pa: Annotated[float | None, At("/site/peak_pressure_pa")]
    return_period_years: Annotated[float | None, At("/site/return_period_years")]
    direction_factor: Annotated[float | None, At("/site/direction_factor")]
    season_factor: Annotated[float | None, At("/site/season_factor")]
    orography_factor: Annotated[float | None, At("/site/orography_factor")]
    air_density_kg_per_m3: Annotated[float | None, At("/site/air_density_kg_per_m3")]
    wind_speed_source: Annotated[str | None, At("/site/wind_speed_source")]
    heights_ft: Annotated[list[float] | None, At("/site/heights_ft")]
    sign: Sign | None
    gust: Gust | None
    kz_method: Literal["formula", "table"] | None

    @classmethod
    def of(cls, project: Inputs) -> Self:
        """The view of a project.

        Raises:
            InvalidInput: The wind is not told, neither by velocity and terrain nor by pressure.
        """
        made = view.seen(cls, project)
        if made.peak_pressure_pa is None:
            lacking = [
                view.missing(f"/site/{name}", hint)
                for name, hint in WIND.items()
                if getattr(made, name) is None
            ]
            if lacking:
                raise InvalidInput.at(*lacking)
        return made


inputs_of = EurocodeInputs.of


WIND = {
    "basic_wind_speed_mps": "add site.basic_wind_speed_mps, the 10-minute mean at 10 m by the "
    "national map, or site.peak_pressure_pa where the annex gives the pressure itself",
    "terrain": "add site.terrain, a category of Table 4.1: 0 sea, I lakes and flat land, II low "
    "vegetation, III suburbs and forest, IV town",
}
"""What tells the wind, with what to say where it is missing."""


def needs(site: JsonObject) -> dict[str, str]:
    """Pointers of the wind that must be there, with what to say.

    >>> list(needs({"terrain": "II"}))
    ['/site/basic_wind_speed_mps', '/site/terrain']
    """
    if "peak_pressure_pa" in site:
        return {}
    return {f"/site/{name}": hint for name, hint in WIND.items()}


def strange(inputs: EurocodeInputs) -> Iterator[Fault]:
    """What a project asks of the other family's wind, which this one has not."""
    gust, sign = inputs.gust, inputs.sign
    if inputs.kz_method is not None:
        yield Fault("/kz_method", "belongs to ASCE 7", inputs.kz_method, "leave it out")
    if gust is not None:
        for name in ("equivalent_height", "damping_ratio"):
            if (value := getattr(gust, name)) is not None:
                yield Fault(f"/gust/{name}", "belongs to ASCE 7", value, "leave it out")
    if sign is not None:
        for name in ("between_tables", "openings_reduction"):
            if (value := getattr(sign.readings, name)) is not None:
                yield Fault(f"/sign/readings/{name}", "belongs to ASCE 7", value, "leave it out")
        if sign.readings.short_return_corner == "flat":
            detail = "is a reading of ASCE 7"
            yield Fault("/sign/readings/short_return_corner", detail, "flat", "none or interpolate")
