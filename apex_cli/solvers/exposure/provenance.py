"""Where the wind speed comes from, held against edition and risk category of the calculation."""

import re

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.wind_record import WindRecord, interval_of
from apex_cli.solvers.exposure.equations.pressure import nominal_speed
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.limits import SAME

EDITIONS = re.compile(r"(?<![\d-])7-\d\d(?![\d-])")
"""An edition as it is cited; a date such as 2017-10-12 names none."""

NOMINAL = re.compile(
    r"\bV_?asd\b|\bASD\b|(?<!non-)(?<!non )\bnominal\b|\ballowable\b|\bservice[- ]level\b"
    r"|\bfastest[- ]mile\b|\bUBC\b|\bSBC\b|\bBOCA\b|\b7 0?[25]\b"
    r"|\b(?:IBC|IRC|FBC)[- ]?200\d\b|\b200\d[- ]?(?:IBC|IRC|FBC)\b",
    re.IGNORECASE,
)
"""Words of a source that is not a map of strength-level speeds."""


def tell_provenance(inputs: ExposureInputs, pack: ExposurePack, trace: Bare) -> None:
    """Say what is wrong with where the wind speed comes from, in words and in its record."""
    record = inputs.wind_speed
    _tell_source(inputs, pack, trace)
    if record is not None:
        _tell_speed(inputs, record, trace)
        _tell_category(inputs, record, pack, trace)
        if record.special_wind_region:
            trace.warn(
                "wind.special_region",
                "review",
                "The record of the wind speed says that the site lies in a special wind region: "
                "the map's speed is not that of the place; the jurisdiction tells it.",
                pack.map_range.least.clause,
            )


def _tell_source(inputs: ExposureInputs, pack: ExposurePack, trace: Bare) -> None:
    record = inputs.wind_speed
    told = [inputs.wind_speed_source, None if record is None else record.source]
    source = "; ".join(filter(None, told))
    if not source:
        trace.assume("site.wind_speed_source is not given: nobody says where the speed is from.")
    if nominal := NOMINAL.search(source):
        used = inputs.wind_speed_mph
        strength = used / nominal_speed(V=1.0, f_W=pack.combinations.working[0])
        trace.warn(
            "wind.nominal_speed",
            "review",
            f"The source of the wind speed speaks of {nominal[0]!r}, which belongs to nominal "
            f"(allowable-stress) or older speeds; {pack.edition} asks for the speed of its own "
            f"map, at strength level. Were {used:g} mph nominal, it would be {strength:.0f} mph.",
            pack.map_range.least.clause,
        )
    editions = [*EDITIONS.findall(source)]
    if record is not None and record.edition is not None:
        editions.insert(0, record.edition)
    other = [edition for edition in editions if edition != pack.edition]
    if other:
        trace.warn(
            "wind.edition_mismatch",
            "review",
            f"The wind speed is said to come from ASCE {other[0]}, and the pack is {pack.edition}: "
            "maps and levels differ between editions.",
            pack.map_range.least.clause,
        )


def _tell_speed(inputs: ExposureInputs, record: WindRecord, trace: Bare) -> None:
    read, used = record.speed_mph, inputs.wind_speed_mph
    if read is not None and abs(read - used) > SAME * used:
        trace.warn(
            "wind.speed_mismatch",
            "review",
            f"The record of the wind speed says {read:g} mph, and site.wind_speed_mph is {used:g} "
            "mph: the record is not that of the speed that is used.",
        )


def _tell_category(
    inputs: ExposureInputs, record: WindRecord, pack: ExposurePack, trace: Bare
) -> None:
    category = inputs.risk_category or "II"
    supposed = "" if inputs.risk_category else " (supposed, as none is given)"
    years = interval_of(category, record.edition)
    found = None
    if record.risk_category is not None and record.risk_category != category:
        found = f"Risk Category {record.risk_category}"
    elif record.interval_years is not None and record.interval_years != years:
        found = f"the map of {record.interval_years} years"
    if found is not None:
        trace.warn(
            "wind.risk_mismatch",
            "review",
            f"The record of the wind speed is of {found}, and the project has Risk Category "
            f"{category}{supposed}, whose map is that of {years} years.",
            pack.map_range.least.clause,
        )
