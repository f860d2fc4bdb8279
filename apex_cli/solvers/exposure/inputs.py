"""What the wind calculation reads of a project, and what it cannot do without."""

from collections.abc import Mapping
from typing import Any

READS: tuple[str, ...] = (
    "/site/wind_speed_mph",
    "/site/wind_speed_source",
    "/site/risk_category",
    "/site/exposure",
    "/site/ground_elevation_ft",
    "/site/kzt",
    "/site/topography",
    "/site/heights_ft",
    "/sign",
    "/gust",
    "/kz_method",
)


def needs(document: Mapping[str, Any]) -> list[str]:
    """Pointers that must be present: wind speed and exposure, and a sign or heights.

    >>> needs({"site": {"heights_ft": [15]}})
    ['/site/wind_speed_mph', '/site/exposure']
    """
    wanted = ["/site/wind_speed_mph", "/site/exposure"]
    site = document.get("site")
    if not (isinstance(site, Mapping) and "heights_ft" in site):
        wanted.append("/sign")
    return wanted
