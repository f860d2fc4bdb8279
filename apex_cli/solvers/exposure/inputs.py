"""What the wind calculation sees of a project, and what it cannot do without."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from msgspec import Struct

from apex_cli.project import view
from apex_cli.project.given import Local
from apex_cli.project.model import Inputs
from apex_cli.project.sign import Gust, Sign
from apex_cli.project.site import Topography
from apex_cli.project.view import At
from apex_cli.solvers.exposure.given_inputs import GivenInputs, is_given
from apex_cli.vocabulary import ExposureCategory, RiskCategory

_BUILDING = "/sign/building"
BUILDING_NEEDED: dict[str, dict[str, str]] = {
    "wall": {
        _BUILDING: "give the building that the sign hangs on: its mean_roof_height_ft, width_ft "
        "and depth_ft, and where the wall ends: left_ft and right_ft from the sign's axis",
    },
    "projecting": {
        _BUILDING: "give the building that the sign projects from: its mean_roof_height_ft",
        "/sign/gap_ft": "give the distance from the wall to the near edge of the sign",
    },
    "roof": {
        _BUILDING: "give the building that the sign stands on: its mean_roof_height_ft, width_ft "
        "and depth_ft",
    },
}
"""What a sign at a building cannot do without, by its mounting, and what to say of it."""


class ExposureInputs(Struct, frozen=True):
    """Wind and ground at the site, and the sign; without a sign, heights for the profile."""

    wind_speed_mph: Annotated[float, At("/site/wind_speed_mph")]
    wind_speed_source: Annotated[str | None, At("/site/wind_speed_source")]
    risk_category: Annotated[RiskCategory | None, At("/site/risk_category")]
    exposure: Annotated[ExposureCategory, At("/site/exposure")]
    ground_elevation_ft: Annotated[float | None, At("/site/ground_elevation_ft")]
    kzt: Annotated[float | None, At("/site/kzt")]
    topography: Annotated[Topography | None, At("/site/topography")]
    heights_ft: Annotated[list[float] | None, At("/site/heights_ft")]
    tornado_speed_mph: Annotated[float | None, At("/site/tornado_speed_mph")]
    local: Local | None
    sign: Sign | None
    gust: Gust | None
    kz_method: Literal["formula", "table"] | None

    @classmethod
    def of(cls, project: Inputs) -> Self:
        """The view of a project."""
        return view.seen(cls, project)


def inputs_of(project: Inputs) -> ExposureInputs | GivenInputs:
    """What the wind calculation sees of a project: a site, or a given pressure."""
    given = project.site is not None and project.site.given_pressure is not None
    return GivenInputs.of(project) if given else ExposureInputs.of(project)


def reads(*_: object) -> tuple[str, ...]:
    """Pointers of what the wind calculation reads."""
    return tuple(dict.fromkeys([*view.reads(ExposureInputs), *view.reads(GivenInputs)]))


def needs(document: Mapping[str, Any]) -> dict[str, str]:
    """Pointers that must be present, with what to say: wind, exposure, and a sign or heights.

    A given pressure needs a sign, and a sign at a building the building.

    >>> list(needs({"site": {"heights_ft": [15]}}))
    ['/site/wind_speed_mph', '/site/exposure']
    >>> list(needs({"site": {"given_pressure": {}}}))
    ['/site/given_pressure', '/sign']
    """
    if is_given(document):
        return dict.fromkeys(view.needs(GivenInputs), "")
    wanted = [*view.needs(ExposureInputs)]
    site = document.get("site")
    if not (isinstance(site, Mapping) and "heights_ft" in site):
        wanted.append("/sign")
    sign = document.get("sign")
    mounting = sign.get("mounting") if isinstance(sign, Mapping) else None
    lacking = BUILDING_NEEDED.get(mounting, {}) if isinstance(mounting, str) else {}
    return dict.fromkeys(wanted, "") | lacking
