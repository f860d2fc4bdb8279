"""What an engineer is told of a site before anything is computed."""

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.site import Site

EDITIONS = ("7-05", "7-10", "7-16", "7-22")


def caution(site: Site, pack: ExposurePack, trace: Bare) -> None:
    """Warn of a speed outside the maps, of another edition's map, of tornadoes not checked."""
    speed = site.wind_speed_mph
    assert speed is not None
    least, most = pack.map_range.least, pack.map_range.most
    if not least.value <= speed <= most.value:
        trace.warn(
            "wind.speed_outside_map",
            "warning",
            f"{speed:g} mph lies outside the {least.value:g} to {most.value:g} mph that the "
            "standard's maps usually show.",
            least.clause,
        )
    source = site.wind_speed_source or ""
    named = [edition for edition in EDITIONS if edition in source]
    if named and pack.edition not in named:
        trace.warn(
            "wind.edition_mismatch",
            "review",
            f"The wind speed is said to come from ASCE {named[0]}, and the pack is {pack.edition}: "
            "maps and levels differ between editions.",
            least.clause,
        )
    if pack.tornado is not None and site.risk_category in pack.tornado.risk_categories:
        trace.warn(
            "wind.tornado_not_checked",
            "notice",
            f"Risk Category {site.risk_category}: this edition asks for tornado loads too, which "
            "are not computed here.",
            pack.tornado.clause,
        )
