"""What the wind calculation sees of a project, and what it cannot do without."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from msgspec import Struct

from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.model import Pack
from apex_cli.project import view
from apex_cli.project.given import Local
from apex_cli.project.model import Inputs
from apex_cli.project.sign import Gust, Sign
from apex_cli.project.site import OF_FAMILY, Topography
from apex_cli.project.view import At
from apex_cli.solvers.exposure.eurocode import inputs as eurocode
from apex_cli.solvers.exposure.given_inputs import GivenInputs, is_given
from apex_cli.vocabulary import ExposureCategory, Family, RiskCategory

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


AMERICAN = tuple(dict.fromkeys([*view.reads(ExposureInputs), *view.reads(GivenInputs)]))
"""Pointers of what the wind calculation reads by ASCE 7."""
ALL = tuple(dict.fromkeys([*AMERICAN, *view.reads(eurocode.EurocodeInputs)]))
"""Pointers of what it reads by any standard."""


def reads(project: Inputs, pack: Pack) -> tuple[str, ...]:
    """Pointers of what the wind calculation reads.

    Raises:
        InvalidInput: The project tells the wind for the other family of codes.
    """
    if faults := list(_misread(project, pack)):
        raise InvalidInput.at(*faults)
    return AMERICAN if pack.family == "american" else view.reads(eurocode.EurocodeInputs)


_MEANT: dict[Family, str] = {
    "american": "is for EN 1991-1-4, whose wind is a 10-minute mean; {} takes "
    "site.wind_speed_mph, the 3-second gust of its own map, and site.exposure",
    "european": "is for ASCE 7, whose wind is a 3-second gust; {} takes "
    "site.basic_wind_speed_mps, the 10-minute mean of the national map, and site.terrain",
}
"""What to say of a field of the other family, by the family of the pack."""


def _misread(project: Inputs, pack: Pack) -> Iterator[Fault]:
    """What the project tells of the wind that this pack would read as something else."""
    detail = _MEANT[pack.family].format(pack.standard)
    for family, names in (project.site.families if project.site else {}).items():
        if family != pack.family:
            for name in names:
                yield Fault(f"/site/{name}", detail, hint="no number is carried over")
    if pack.family == "american":
        gust, sign = project.gust, project.sign
        if gust is not None and gust.structural_factor is not None:
            yield Fault("/gust/structural_factor", "is for EN 1991-1-4", gust.structural_factor)
        if sign is not None and sign.poles is not None and sign.poles.roughness_mm is not None:
            yield Fault("/sign/poles/roughness_mm", "is for EN 1991-1-4", sign.poles.roughness_mm)
    else:
        yield from _american_only(project)


def _american_only(project: Inputs) -> Iterator[Fault]:
    """What is combined by ASCE 7 alone: a given pressure, and an ordinance."""
    if project.site is not None and project.site.given_pressure is not None:
        yield Fault("/site/given_pressure", "is combined by ASCE 7 alone",
                    hint="give site.peak_pressure_pa, or packs.exposure of ASCE 7")  # fmt: skip
    if project.local is not None:
        yield Fault("/local", "is held by ASCE 7 and the IBC alone", hint="leave it out")


def needs(document: Mapping[str, Any]) -> dict[str, str]:
    """Pointers that must be present, with what to say: wind, exposure, and a sign or heights.

    A given pressure needs a sign, and a sign at a building the building.

    >>> list(needs({"site": {"heights_ft": [15]}}))
    ['/site/wind_speed_mph', '/site/exposure']
    >>> list(needs({"site": {"given_pressure": {}}}))
    ['/site/given_pressure', '/sign']
    >>> list(needs({"site": {"heights_ft": [15], "terrain": "II"}}))
    ['/site/basic_wind_speed_mps', '/site/terrain']
    """
    if is_given(document):
        return dict.fromkeys(view.needs(GivenInputs), "")
    site = document.get("site")
    site = site if isinstance(site, Mapping) else {}
    wanted = dict.fromkeys(view.needs(ExposureInputs), "")
    if _is_european(document, site):
        wanted = eurocode.needs(site)
    if "heights_ft" not in site:
        wanted["/sign"] = ""
    sign = document.get("sign")
    mounting = sign.get("mounting") if isinstance(sign, Mapping) else None
    return wanted | (BUILDING_NEEDED.get(mounting, {}) if isinstance(mounting, str) else {})


def _is_european(document: Mapping[str, Any], site: Mapping[str, Any]) -> bool:
    """Whether the project tells the wind for EN 1991-1-4, or names a pack of it and tells none."""
    told = {family for family, names in OF_FAMILY.items() if any(name in site for name in names)}
    if told:
        return told == {"european"}
    packs = document.get("packs")
    ref = packs.get("exposure") if isinstance(packs, Mapping) else None
    return isinstance(ref, str) and ref.startswith("en1991")
