"""What an engineer is told of a site before anything is computed."""

import re

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.solvers.exposure.inputs import ExposureInputs

EDITIONS = re.compile(r"(?<![\d-])7-(?:88|93|95|98|02|05|10|16|22)(?![\d-])")
"""An edition as it is cited; a date such as 2017-10-12 names none."""


def caution(inputs: ExposureInputs, pack: ExposurePack, trace: Bare) -> None:
    """Warn of a speed outside the maps, of another edition's map, of tornadoes not checked."""
    speed = inputs.wind_speed_mph
    least, most = pack.map_range.least, pack.map_range.most
    if not least.value <= speed <= most.value:
        trace.warn(
            "wind.speed_outside_map",
            "warning",
            f"{speed:g} mph lies outside the {least.value:g} to {most.value:g} mph that the "
            "standard's maps usually show.",
            least.clause,
        )
    source = inputs.wind_speed_source or ""
    other = [edition for edition in EDITIONS.findall(source) if edition != pack.edition]
    if other:
        trace.warn(
            "wind.edition_mismatch",
            "review",
            f"The wind speed is said to come from ASCE {other[0]}, and the pack is {pack.edition}: "
            "maps and levels differ between editions.",
            least.clause,
        )
    if pack.tornado is not None and inputs.risk_category in pack.tornado.risk_categories:
        trace.warn(
            "wind.tornado_not_checked",
            "notice",
            f"Risk Category {inputs.risk_category}: this edition asks for tornado loads too, which "
            "are not computed here.",
            pack.tornado.clause,
        )
