"""What the footing calculation sees of a project, and what it cannot do without."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from msgspec import Struct

from apex_cli.errors import Fault, InvalidInput
from apex_cli.project import view
from apex_cli.project.foundation import Footing, Loads, Soil
from apex_cli.project.given import Local
from apex_cli.project.model import LOADS_BESIDE_SIGN, Inputs
from apex_cli.project.sign import Sign
from apex_cli.project.view import At

HINTS: dict[str, str] = {
    "/soil": "soil is never assumed: give soil.class, a row of IBC Table 1806.2 (1 crystalline "
    "bedrock; 2 sedimentary and foliated rock; 3 sandy gravel and gravel; 4 sand, silty sand, "
    "clayey sand, silty gravel and clayey gravel; 5 clay, sandy clay, silty clay, clayey silt, "
    "silt and sandy silt), or the values of a geotechnical report",
}
"""What to say where one of these is missing."""
GROUND = (
    "soil is never assumed: give soil.unit_weight_pcf with friction_angle_deg for drained ground, "
    "undrained_shear_strength_psf for undrained, each with its unit: 18 kN/m3, 30 deg, 60 kPa"
)
"""The same of EN 1997-1, which has no table of presumptive values."""
PLANTED = (
    "soil is never assumed: give soil.ground_factor_psf_per_ft, the ground factor G of the "
    "standard, with its unit, as 390 kN/m3"
)
"""The same of planted posts."""
OWN_HINTS: tuple[tuple[str, str], ...] = (("en1997", GROUND), ("planted-post", PLANTED))
"""What to say of the soil with a pack whose reference begins so."""


class FootingInputs(Struct, frozen=True):
    """Ground and footing; loads, or the sign whose wind the footing carries."""

    soil: Soil
    loads: Loads | None
    footing: Footing
    frost_depth_in: Annotated[float | None, At("/site/frost_depth_in")]
    water_depth_ft: Annotated[float | None, At("/site/water_depth_ft")]
    sign: Annotated[Sign | None, At("/sign")]
    local: Local | None

    @classmethod
    def of(cls, project: Inputs) -> Self:
        """The view of a project.

        Raises:
            InvalidInput: There are loads beside a sign, and nothing says that they are meant; a
                sweep comes here with blocks that were read one by one.
        """
        made = view.seen(cls, project)
        if made.sign is not None and made.loads is not None and not made.loads.replaces_wind:
            raise InvalidInput.at(Fault("/loads", LOADS_BESIDE_SIGN))
        return made


def reads(*_: object) -> tuple[str, ...]:
    """Pointers of what the footing calculation reads of a project."""
    return view.reads(FootingInputs)


def needs(document: Mapping[str, Any]) -> dict[str, str]:
    """Pointers that must lead somewhere before the footing can be calculated, with what to say.

    Args:
        document: The project file without nulls.

    >>> list(needs({"footing": {"type": "pier"}}))
    ['/soil', '/footing', '/footing/width_ft']
    >>> list(needs({"footing": {"type": "spread"}}))
    ['/soil', '/footing']
    >>> needs({"packs": {"footing": "en1997_v1"}})["/soil"] == GROUND
    True
    """
    wanted = [*view.needs(FootingInputs)]
    footing = document.get("footing")
    if isinstance(footing, Mapping) and footing.get("type") == "pier":
        wanted.append("/footing/width_ft")
    packs = document.get("packs")
    ref = packs.get("footing") if isinstance(packs, Mapping) else None
    own = [said for start, said in OWN_HINTS if str(ref).startswith(start)]
    hints = {"/soil": own[0]} if own else HINTS
    return {where: hints.get(where, "") for where in wanted}
