"""What the wind calculation sees of a project whose wind is a given pressure."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self

from msgspec import Struct

from apex_cli.project import view
from apex_cli.project.given import GivenPressure, Local
from apex_cli.project.model import Inputs
from apex_cli.project.sign import Gust, Sign
from apex_cli.project.site import Topography
from apex_cli.project.view import At
from apex_cli.vocabulary import ExposureCategory, RiskCategory

_UNUSED = (
    "risk_category", "exposure", "ground_elevation_ft", "kzt", "topography", "tornado_speed_mph",
    "wind_speed_source", "heights_ft",
)  # fmt: skip
"""Of the site: what a code's wind asks for, and a given pressure does not."""


class GivenInputs(Struct, frozen=True):
    """A pressure with its citation, and the sign; what else the site says is told as not used."""

    given: Annotated[GivenPressure, At("/site/given_pressure")]
    local: Local | None
    sign: Sign
    gust: Gust | None
    kz_method: str | None
    risk_category: Annotated[RiskCategory | None, At("/site/risk_category")]
    exposure: Annotated[ExposureCategory | None, At("/site/exposure")]
    ground_elevation_ft: Annotated[float | None, At("/site/ground_elevation_ft")]
    kzt: Annotated[float | None, At("/site/kzt")]
    topography: Annotated[Topography | None, At("/site/topography")]
    tornado_speed_mph: Annotated[float | None, At("/site/tornado_speed_mph")]
    wind_speed_source: Annotated[str | None, At("/site/wind_speed_source")]
    heights_ft: Annotated[list[float] | None, At("/site/heights_ft")]

    @classmethod
    def of(cls, project: Inputs) -> Self:
        """The view of a project."""
        return view.seen(cls, project)

    def unused(self) -> Iterator[str]:
        """Paths of what is given and does not enter."""
        for name in _UNUSED:
            if getattr(self, name) is not None:
                yield f"site.{name}"
        for name in ("gust", "kz_method"):
            if getattr(self, name) is not None:
                yield name


def is_given(document: Mapping[str, Any]) -> bool:
    """Whether the wind of a document, which may be no project yet, is a given pressure.

    >>> is_given({"site": {"given_pressure": {}}}), is_given({"site": 3})
    (True, False)
    """
    site = document.get("site")
    return isinstance(site, Mapping) and "given_pressure" in site
