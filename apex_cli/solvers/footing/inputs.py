"""What the footing calculation reads of a project, and what it cannot do without."""

from collections.abc import Mapping
from typing import Any

READS: tuple[str, ...] = ("/soil", "/loads", "/footing", "/site/frost_depth_in")


HINTS: dict[str, str] = {
    "/soil": "soil is never assumed: give soil.class, a row of IBC Table 1806.2 (1 crystalline "
    "bedrock; 2 sedimentary and foliated rock; 3 sandy gravel and gravel; 4 sand, silty sand, "
    "clayey sand, silty gravel and clayey gravel; 5 clay, sandy clay, silty clay, clayey silt, "
    "silt and sandy silt), or the values of a geotechnical report",
}
"""What to say where one of these is missing."""


def needs(document: Mapping[str, Any]) -> list[str]:
    """Pointers that must lead somewhere before the footing can be calculated.

    Args:
        document: The project file without nulls.

    >>> needs({"footing": {"type": "pier"}})
    ['/soil', '/footing', '/footing/width_ft']
    >>> needs({"footing": {"type": "spread"}})
    ['/soil', '/footing']
    """
    footing = document.get("footing")
    if isinstance(footing, Mapping) and footing.get("type") == "pier":
        return ["/soil", "/footing", "/footing/width_ft"]
    return ["/soil", "/footing"]
