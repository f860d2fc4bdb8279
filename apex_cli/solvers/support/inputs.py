"""What the support calculation sees of a project, and what it cannot do without."""

from collections.abc import Mapping
from typing import Any, Self

from msgspec import Struct

from apex_cli.project import view
from apex_cli.project.foundation import Loads
from apex_cli.project.model import Inputs
from apex_cli.project.sign import Sign
from apex_cli.project.support import Support

HINTS: dict[str, str] = {
    "/support": "what holds the sign up is never assumed: give support, such as "
    '{"method": "lrfd", "steel": {"material": "a500c"}}, and name the section of the poles in '
    "sign.poles.section, such as HSS10.750x0.365 (apex packs show sections_us_v1 --find HSS10)",
    "/support/steel": 'give the material of the poles: {"material": "a500c"}, or a53b, a500b, '
    "a1085, custom",
    "/sign/poles": "give the poles with the section that they are of, a row of packs.sections "
    '("us_v1"): {"section": "PIPE10STD"}',
    "/sign/poles/section": 'name a section of packs.sections ("us_v1"), such as PIPE10STD or '
    "HSS10.750x0.365 (apex packs show sections_us_v1 --find PIPE10), instead of shape and "
    "width_in, or give wall_in beside them",
}
"""What to say where one of these is missing."""


class SupportInputs(Struct, frozen=True):
    """What is to be checked, and the sign whose wind it carries, or loads that are given."""

    support: Support
    sign: Sign
    loads: Loads | None

    @classmethod
    def of(cls, project: Inputs) -> Self:
        """The view of a project."""
        return view.seen(cls, project)


def reads(*_: object) -> tuple[str, ...]:
    """Pointers of what the support calculation reads of a project."""
    return view.reads(SupportInputs)


def needs(document: Mapping[str, Any]) -> dict[str, str]:
    """Pointers that must lead somewhere before the support can be checked, with what to say.

    Args:
        document: The project file without nulls.

    >>> list(needs({"sign": {"poles": {"shape": "round", "width_in": 10.75}}}))
    ['/support', '/sign', '/support/steel', '/sign/poles', '/sign/poles/section']
    """
    wanted = [*view.needs(SupportInputs), "/support/steel", "/sign/poles"]
    sign = document.get("sign")
    poles = sign.get("poles") if isinstance(sign, Mapping) else None
    if isinstance(poles, Mapping) and not {"section", "stages", "wall_in"} & poles.keys():
        wanted.append("/sign/poles/section")
    return {where: HINTS.get(where, "") for where in wanted}
