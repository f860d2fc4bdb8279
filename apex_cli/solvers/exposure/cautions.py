"""What an engineer is told of a site and a sign before anything is computed, or is refused."""

from math import sqrt
from typing import NoReturn

from apex_cli.equations import Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.outline import SAME, unit_of
from apex_cli.project.sign import Sign
from apex_cli.solvers.exposure.attached import refuse_flags, tell_attachments
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.placed import Placed
from apex_cli.solvers.exposure.provenance import tell_provenance
from apex_cli.solvers.outlines import outlined

SMALL_SHARE = 0.5
"""A triangle's share of width times height: what takes less is hardly the outline of a cabinet."""

OF_ASCE7 = "their coefficients and combinations are those of ASCE/SEI 7"
"""Why attachments, bare poles, ice and earthquake are answered by no other wind."""

NOT_COVERED = {
    "parapet": "A sign that is part of a parapet takes pressure on both of its sides: the "
    "coefficients of parapets, GCpn, and the velocity pressure at the parapet's top, as they "
    "stand in the printed chapters 27 and 30, would be needed; they have not been read.",
}
"""What would be needed for a sign that is not answered, by its mounting."""


def caution(inputs: ExposureInputs, pack: ExposurePack, trace: Bare) -> None:
    """Tell what an engineer has to look at first; refuse what nobody tells.

    Raises:
        NoAnswer: A flag whose drag nobody gives; what only signs on the ground are answered with.
    """
    if inputs.sign is not None:
        refuse_flags(inputs.sign)
        _refuse_at_building(inputs, inputs.sign)
    if trace.told:
        _tell_speed(inputs, pack, trace)
        tell_provenance(inputs, pack, trace)
        _tell_tornado(inputs, pack, trace)
        tell_small_areas(inputs.sign, trace)
        if inputs.sign is not None:
            tell_attachments(inputs.sign, pack, trace)


def refuse_beside(sign: Sign, seismic: object, ice: object, detail: str, why: str) -> None:
    """Refuse what is answered in the wind of ASCE 7 on signs that stand on the ground alone.

    Args:
        sign: The sign, its attachments, and whether it is nothing but poles.
        seismic: The earthquake of the site, if it is given.
        ice: Its ice, if it is given.
        detail: What is so of each of them.
        why: The reason.

    Raises:
        NoAnswer: Attachments, ice, an earthquake, or poles without anything on them.
    """
    told = {"/sign/attachments": sign.attachments, "/site/seismic": seismic, "/site/ice": ice}
    if given := [where for where, value in told.items() if value]:
        raise NoAnswer(
            f"{', '.join(given)}: {detail}; {why}",
            code="sign.only_on_the_ground",
            faults=[Fault(where, detail) for where in given],
            hint="leave them out, and have them looked at by themselves",
        )
    if not sign.elements:
        raise NoAnswer(
            f"poles that stand bare: {detail}; {why}",
            code="sign.only_on_the_ground",
            faults=[Fault("/sign/elements", detail)],
            hint="give the cabinets, or site.wind_speed_mph and an exposure pack of ASCE/SEI 7",
        )


def _refuse_at_building(inputs: ExposureInputs, sign: Sign) -> None:
    if sign.mounting != "ground":
        refuse_beside(
            sign, inputs.seismic, inputs.ice,
            f"is not answered for sign.mounting {sign.mounting}",
            "they have their own rules at a building, an earthquake those of chapter 13",
        )  # fmt: skip


def refuse_given(sign: Sign) -> None:
    """Refuse a given pressure on a sign at a building.

    Raises:
        NoAnswer: The sign does not stand on the ground.
    """
    if sign.mounting != "ground":
        raise NoAnswer(
            f"sign.mounting is {sign.mounting}, and a given pressure is computed on signs that "
            "stand on the ground alone. On a building it would have to say what holds of wall and "
            "roof: inward and outward, by zone and by area of each anchor.",
            code="sign.mounting_not_covered",
            faults=[Fault("/sign/mounting", "is not covered with site.given_pressure",
                          sign.mounting)],
            hint="give site.wind_speed_mph, or set sign.mounting to ground",
        )  # fmt: skip


def not_covered(placed: Placed, _trace: Bare) -> NoReturn:
    """Refuse a mounting, by name and with what it would need.

    Raises:
        NoAnswer: Always.
    """
    mounting = placed.sign.mounting
    raise NoAnswer(
        f"sign.mounting is {mounting}, which is not computed. {NOT_COVERED[mounting]}",
        code="sign.mounting_not_covered",
        faults=[Fault("/sign/mounting", "is not covered", mounting)],
        hint="have it designed by the chapter on its building",
    )


def _tell_speed(inputs: ExposureInputs, pack: ExposurePack, trace: Bare) -> None:
    speed = inputs.wind_speed_mph
    least, most = pack.map_range.least, pack.map_range.most
    category = inputs.risk_category or "II"
    lowest = least.values[category]
    if speed < lowest:
        assumed = "" if inputs.risk_category else " (taken here, as none is given)"
        _, _, wind = next(row for row in pack.combinations.numbers if row[0].level == "asd")
        trace.warn(
            "wind.speed_below_map",
            "review",
            f"{speed:g} mph lies below {lowest:g} mph, the lowest speed known on the map of "
            f"{pack.edition} for Risk Category {category}{assumed}. Is it a nominal "
            "(allowable-stress) speed, or from an older map? These maps are at strength level: "
            f"V = {speed:g}/sqrt({wind:g}) = {speed / sqrt(wind):.0f} mph would belong to it. The "
            "lowest speed is from memory; Hawaii and special wind regions may have less.",
            least.clause,
        )
    if speed > most.value:
        trace.warn(
            "wind.speed_outside_map",
            "warning",
            f"{speed:g} mph lies above the {most.value:g} mph that the standard's maps usually "
            "reach.",
            most.clause,
        )


def _tell_tornado(inputs: ExposureInputs, pack: ExposurePack, trace: Bare) -> None:
    speed = inputs.tornado_speed_mph
    asked = pack.tornado is not None and inputs.risk_category in pack.tornado.risk_categories
    if speed is not None:
        _tell_tornado_speed(speed, pack, trace, asked=asked)
        if asked:
            return
    if pack.tornado is not None and inputs.risk_category is None:
        trace.assume(
            "No risk category is given: II is supposed; III and IV ask for tornado loads too."
        )
    if pack.tornado is not None and inputs.risk_category in pack.tornado.risk_categories:
        trace.warn(
            "wind.tornado_not_checked",
            "review",
            f"Risk Category {inputs.risk_category}: this edition asks for tornado loads too, which "
            "are not computed here. Look up in chapter 32 whether the site lies in the "
            "tornado-prone region and whether the tornado speed V_T for this risk category and "
            f"size is {pack.tornado.least_speed.value:g} mph or more: then they are to be computed "
            "and held against those of the wind.",
            pack.tornado.clause,
        )


def _tell_tornado_speed(speed: float, pack: ExposurePack, trace: Bare, *, asked: bool) -> None:
    """Say what a given tornado speed means: whether tornado loads are asked for, not what."""
    if pack.tornado is None:
        trace.assume("site.tornado_speed_mph is not used: this edition has no tornado loads.")
        return
    least = pack.tornado.least_speed.value
    if not asked:
        wanted = " and ".join(pack.tornado.risk_categories)
        trace.assume(
            "site.tornado_speed_mph is not used: tornado loads are asked for in Risk Categories "
            f"{wanted} alone, and their maps are of these."
        )
    elif speed < least:
        trace.assume(
            f"No tornado loads are asked for: V_T = {speed:g} mph is below {least:g} mph "
            f"({pack.tornado.least_speed.clause}, from memory)."
        )
    else:
        trace.warn(
            "wind.tornado_not_checked",
            "review",
            f"V_T = {speed:g} mph is {least:g} mph or more: this edition asks for tornado loads in "
            f"Risk Category {'/'.join(pack.tornado.risk_categories)}, unless V_T is below the "
            "share of V that chapter 32 has for the exposure. They are not computed here: "
            "compute them by chapter 32 and hold them against those of the wind.",
            pack.tornado.clause,
        )


def tell_small_areas(sign: Sign | None, trace: Bare, clause: str = "29.3.1") -> None:
    """Warn of a face that covers less than half of its width times height."""
    for i, element in enumerate(sign.elements if sign else []):
        shape, box = outlined(element, Bare()), element.width_ft * element.height_ft
        if shape is not None and shape.area < SMALL_SHARE * box * (1 - SAME):
            area = shape.area
            unit = unit_of(area, box) if element.area_ft2 is not None else ""
            asked = f" Are they {unit}?" if unit else ""
            trace.warn(
                "sign.area_small",
                "warning",
                f"{element.name or f'cabinet {i + 1}'}: its area of {area:g} ft2 is less than half "
                f"of width times height, {box:g} ft2.{asked}",
                clause,
            )
