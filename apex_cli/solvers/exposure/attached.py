"""Wind on what hangs on a sign: lights, cameras, arms and flags, by effective projected area."""

from msgspec.structs import replace

from apex_cli.equations import Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.attachments import Attachment
from apex_cli.project.sign import Sign
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.result import Direction, ElementWind
from apex_cli.solvers.exposure.velocity_pressure import VelocityPressures
from apex_cli.solvers.exposure.wind import Wind, WindForces

KIND = "attachment"
"""What a result calls an attachment."""
AXIS = Known(0.0, "axis")
"""Wind along the sign passes through the support's axis."""
WITHIN = Known(1.0, "within the effective projected area")
"""The force coefficient of an effective projected area."""


def name_of(n: int, one: Attachment) -> str:
    """What the n-th attachment, from 0, is called."""
    return one.name or f"attachment {n + 1}"


def attachments_of(sign: Sign) -> list[Attachment]:
    """The attachments that take wind or weigh something."""
    return [one for one in sign.attachments or () if not one.is_nothing]


def attached_winds(
    sign: Sign, direction: Direction, pressures: VelocityPressures, wind_forces: WindForces
) -> list[Wind]:
    """The wind on each attachment, as from the front and as along the sign.

    Args:
        sign: The sign.
        direction: Of the wind; along the sign it passes through the support's axis.
        pressures: Velocity pressures at the site.
        wind_forces: Gust factor, pack and trace.
    """
    winds = []
    for n, one in enumerate(sign.attachments or ()):
        if one.facing_ft2:
            side = direction == "side"
            name = f"{name_of(n, one)}, side" if side else name_of(n, one)
            offset = AXIS if side else one.offset_ft
            wind = wind_on_attachment(name, one, offset, pressures, wind_forces)
            shown = replace(wind.result, offset_ft=None if side else offset)
            winds.append(replace(wind, result=shown))
    return winds


def wind_on_attachment(
    name: str,
    one: Attachment,
    offset: float,
    pressures: VelocityPressures,
    wind_forces: WindForces,
) -> Wind:
    """The wind on one attachment by the open figure.

    Args:
        name: What it is called.
        one: The attachment.
        offset: From the support's axis, ft.
        pressures: Velocity pressures at the site.
        wind_forces: Gust factor, pack and trace.
    """
    trace, pack = wind_forces.trace, wind_forces.pack
    trace.subject = name
    k_d = pack.kd.numbers["solid_sign"]
    area, z = one.facing_ft2, one.height_ft
    cf = WITHIN if one.area_ft2 is None else _coefficient(one, pack)
    q = pressures.at(z, k_d).q
    force = wind_forces.on_structure(q, k_d, cf, area)
    force, pressure, least = wind_forces.governing(force, area, z)
    trace.subject = ""
    result = ElementWind(name, KIND, area, z, None, None, cf, k_d, q, pressure, force, least, [])
    return Wind(result, force, z, offset, None, None, z, z)


def _coefficient(one: Attachment, pack: ExposurePack) -> float:
    """The force coefficient of an area: as given, or that of a flat-sided member by itself."""
    if one.cf is not None:
        return one.cf
    _, rows = pack.open_sign.bands.numbers
    return rows["flat"][0]


def refuse_flags(sign: Sign) -> None:
    """Refuse a flag whose drag nobody gives.

    Raises:
        NoAnswer: A flag is told by its area.
    """
    faults = [
        Fault(f"/sign/attachments/{n}/area_ft2", "is that of a flag", one.area_ft2)
        for n, one in enumerate(sign.attachments or ())
        if one.kind == "flag" and one.area_ft2 is not None
    ]
    if faults:
        raise NoAnswer(
            "the drag of a flag is not computed: it flutters, and no force coefficient of the wind "
            "standard is its own (NAAMM FP 1001 has one, and is not built in)",
            code="sign.flag_not_covered",
            faults=faults,
            hint="give epa_ft2, the flag's drag over q G as its maker or NAAMM FP 1001 has it, and "
            "source",
        )


def tell_attachments(sign: Sign, pack: ExposurePack, trace: Bare) -> None:
    """Say what the wind and the weight of attachments rest on, and warn of what looks wrong."""
    found = attachments_of(sign)
    if not found:
        if not sign.elements:
            trace.warn(
                "sign.no_cabinet",
                "warning",
                "The sign has neither cabinets nor attachments: nothing but its poles stands in "
                "the wind.",
            )
        return
    k_d = pack.kd.numbers["solid_sign"]
    trace.assume(
        "An attachment takes the velocity pressure at its own height, the gust factor of the sign, "
        f"Kd = {k_d.real:g} of a solid sign, and the same area from every side; nothing shields "
        "it and it shields nothing. The least pressure is held on the area that is given."
    )
    if any(one.area_ft2 and one.cf is None for one in found):
        _, rows = pack.open_sign.bands.numbers
        trace.assume(
            f"An attachment without cf has Cf = {rows['flat'][0].real:g}, that of a flat-sided "
            f"member standing by itself ({pack.open_sign.bands.clause})."
        )
    if any(one.epa_ft2 and not one.source for one in found):
        trace.assume("Nobody says where an effective projected area comes from (source).")
    if any(one.weight_lbf is None for one in found):
        trace.warn(
            "dead.weight_missing",
            "notice",
            "Not every attachment has weight_lbf: what has none counts as weightless in the dead "
            "load.",
        )
    _tell_places(sign, trace)


def _tell_places(sign: Sign, trace: Bare) -> None:
    poles = sign.poles
    top = sign.top_ft if poles is None else max(sign.top_ft, poles.end_ft or 0.0)
    for n, one in enumerate(sign.attachments or ()):
        if one.height_ft > top and not one.is_nothing:
            trace.warn(
                "sign.attachment_above",
                "warning",
                f"{name_of(n, one)} hangs at {one.height_ft:g} ft, above the top of sign and poles "
                f"at {top:g} ft: what carries it there takes wind that is not counted.",
            )
