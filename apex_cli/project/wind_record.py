"""Where a wind speed comes from, as a record that can be held against the project."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.records.fields import Place, field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import IsoDate, RiskCategory, Sha256, ShortText

Edition = Literal["7-10", "7-16", "7-22"]
Interval = Literal[300, 700, 1700, 3000]
INTERVALS: dict[RiskCategory, Interval] = {"I": 300, "II": 700, "III": 1700, "IV": 3000}
"""Mean recurrence interval of the map of each risk category since 7-16, years."""


def interval_of(category: RiskCategory, edition: Edition | None) -> Interval:
    """Mean recurrence interval of a risk category's map, years; 7-10 has one for III and IV.

    >>> interval_of("IV", "7-10"), interval_of("IV", "7-22")
    (1700, 3000)
    """
    return INTERVALS["III" if category == "IV" and edition == "7-10" else category]


class WindRecord(Model):
    """The provenance of `wind_speed_mph`: who told it, when, for what."""

    source: ShortText = field(description="The tool, map or ordinance it was read in.")
    date: IsoDate | None = field(default=None, description="When it was read, YYYY-MM-DD.")
    edition: Edition | None = field(
        default=None, description="Edition of ASCE 7 whose map it is of: 7-22."
    )
    risk_category: RiskCategory | None = field(
        default=None, description="Risk category whose map it is of."
    )
    interval_years: Interval | None = field(
        default=None, description="Mean recurrence interval of the map, years."
    )
    speed_mph: Annotated[float, Meta(ge=1, le=300)] | None = field(
        default=None, description="The speed as it was read, mph."
    )
    latitude_deg: Annotated[float, Meta(ge=-90, le=90)] | None = field(
        default=None, description="Latitude of the site, degrees north."
    )
    longitude_deg: Annotated[float, Meta(ge=-180, le=180)] | None = field(
        default=None, description="Longitude of the site, degrees east: negative in America."
    )
    elevation_ft: Annotated[float, Meta(ge=-1500, le=20_000)] | None = field(
        default=None, description="Ground elevation that was told with it, ft."
    )
    special_wind_region: bool | None = field(
        default=None, description="Whether the site lies in a special wind region."
    )
    file_sha256: Sha256 | None = field(
        default=None, description="SHA-256 of the reply's file, where it was imported."
    )

    def consistent(self) -> None:
        """Category and interval are those of one map."""
        refuse(self._faults())

    def _faults(self) -> Iterator[tuple[Place, str]]:
        if self.risk_category is not None and self.interval_years is not None:
            years = interval_of(self.risk_category, self.edition)
            if self.interval_years != years:
                detail = f"the map of risk category {self.risk_category} is that of {years} years"
                yield ("interval_years",), detail
