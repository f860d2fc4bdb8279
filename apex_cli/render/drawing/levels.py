"""What lies at a depth below grade: frost, ground water, and the depth that is needed."""

from collections.abc import Iterator

from apex_cli.render.drawing.styles import ACCENT, MUTED
from apex_cli.render.lengths import feet_inches, size
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject


def levels(footing: JsonObject, site: JsonObject) -> Iterator[tuple[str, float, str]]:
    """Words, depth in ft, and the colour of each.

    Args:
        footing: The result of the footing calculation.
        site: The project's `site` block, as read.
    """
    if footing["type"] == "pier":
        needed = footing["required_depth_ft"]
        yield f"required {number(needed)} ft", needed, MUTED
    if (fulcrum := footing.get("fulcrum_depth_ft")) is not None:
        yield f"fulcrum {number(fulcrum)} ft", fulcrum, MUTED
    if frost := site.get("frost_depth_in"):
        yield f"frost {size(frost)}", frost / 12, ACCENT
    if (water := site.get("water_depth_ft")) is not None:
        yield f"ground water {feet_inches(water)}", water, ACCENT
