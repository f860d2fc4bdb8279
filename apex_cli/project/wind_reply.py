"""A saved reply of a hazard tool, and what it makes of a project: a speed with its record.

The tools' own field names are not public, so the reply is a plain JSON that is documented here
(docs/exposure-theory.md): whoever has one with other names writes it in these. The speed is that of
the risk category's map or none: nothing is interpolated, and nothing is guessed.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Any, Literal, NoReturn

from msgspec import Meta

from apex_cli.errors import SHOWN_FAULTS, Fault, InvalidInput, and_more
from apex_cli.pointer import value_at
from apex_cli.project.edit import Assignment
from apex_cli.project.text import parse
from apex_cli.project.wind_record import Edition, WindRecord, interval_of
from apex_cli.records.fields import field
from apex_cli.records.model import Faulty, Model
from apex_cli.vocabulary import IsoDate, RiskCategory, ShortText

MOST_BYTES = 2**20
MOST_VALUES = 1000
FORMAT = (
    'as in {"source": "…", "date": "2026-11-30", "edition": "7-22", "risk_category": "II", '
    '"speeds_mph": {"300": 105, "700": 112, "1700": 120, "3000": 125}}'
)
Years = Literal["10", "25", "50", "100", "300", "700", "1700", "3000"]


class WindReply(Model):
    """What a hazard tool said of a place."""

    source: Annotated[ShortText, Meta(min_length=1)] = field(description="The tool.")
    date: IsoDate | None = field(default=None, description="When it was asked, YYYY-MM-DD.")
    edition: Edition = field(description="Edition of ASCE 7.")
    risk_category: RiskCategory | None = field(
        default=None, description="Risk category that it was asked for."
    )
    speeds_mph: Annotated[dict[Years, Annotated[float, Meta(ge=1, le=300)]], Meta(min_length=1)] = (
        field(description="Speed of each map by its mean recurrence interval in years, mph.")
    )
    latitude_deg: Annotated[float, Meta(ge=-90, le=90)] | None = None
    longitude_deg: Annotated[float, Meta(ge=-180, le=180)] | None = None
    elevation_ft: Annotated[float, Meta(ge=-1500, le=20_000)] | None = None
    special_wind_region: bool | None = None


def imported(document: Mapping[str, Any], name: str, data: bytes) -> list[Assignment]:
    """What a reply sets in a project: speed, record, and a risk category where there is none.

    Args:
        document: The project as it is.
        name: What the reply's file is called.
        data: Its bytes.

    Raises:
        InvalidInput: It is not such a reply, or has no speed for the project's risk category.
    """
    reply = _read(name, data)
    own = value_at(document, "/site/risk_category")
    asked = reply.risk_category
    if own is not None and asked is not None and own != asked:
        detail = f"is for risk category {asked}, and the project's is {own}"
        hint = "ask the tool for the project's, or correct site.risk_category"
        _refuse(name, Fault("/risk_category", detail, asked, hint))
    category: RiskCategory | None = asked if own is None else own
    if category is None:
        detail = "is needed: neither reply nor project has a risk category, which picks the map"
        _refuse(name, Fault("/risk_category", detail, hint="site.risk_category=II, for example"))
    years = interval_of(category, reply.edition)
    speeds = {int(told): speed for told, speed in reply.speeds_mph.items()}
    if years not in speeds:
        there = ", ".join(map(str, sorted(speeds)))
        detail = f"has no speed of {years} years, that of risk category {category} (has: {there})"
        _refuse(name, Fault("/speeds_mph", detail))
    record = WindRecord(
        source=reply.source, date=reply.date, edition=reply.edition, risk_category=category,
        interval_years=years, speed_mph=speeds[years], latitude_deg=reply.latitude_deg,
        longitude_deg=reply.longitude_deg, elevation_ft=reply.elevation_ft,
        special_wind_region=reply.special_wind_region, file_sha256=sha256(data).hexdigest(),
    )  # fmt: skip
    told = {key: value for key, value in record.as_json().items() if value is not None}
    made = [
        Assignment(("site", "wind_speed_mph"), speeds[years]),
        Assignment(("site", "wind_speed"), told),
        Assignment(("site", "wind_speed_source"), None),
    ]
    return made if own is not None else [*made, Assignment(("site", "risk_category"), category)]


def _read(name: str, data: bytes) -> WindReply:
    try:
        return WindReply.read(parse(data, MOST_BYTES, MOST_VALUES))
    except Faulty as error:
        _refuse(name, *error.faults)
    except InvalidInput as error:
        _refuse(name, Fault("", error.detail))


def _refuse(name: str, *faults: Fault) -> NoReturn:
    first = faults[0]
    raise InvalidInput(
        f"{name}: {first.pointer} {first.detail}{and_more(faults)}".replace(":  ", ": "),
        code="wind.reply_invalid",
        hint=first.hint or FORMAT,
        faults=faults[:SHOWN_FAULTS],
    )
