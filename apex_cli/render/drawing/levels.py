"""What lies at a depth below grade: frost, ground water, and the depth that is needed."""

from collections.abc import Iterator

from apex_cli.render import measures
from apex_cli.render.drawing.styles import ACCENT, MUTED
from apex_cli.vocabulary import JsonObject


def levels(footing: JsonObject, site: JsonObject) -> Iterator[tuple[str, float, str]]:
    """Words, depth in ft, and the colour of each.

    Args:
        footing: The result of the footing calculation.
        site: The project's `site` block, as read.
    """
    told = measures.of(footing)
    if footing["type"] == "pier":
        needed = footing["required_depth_ft"]
        yield f"required {told.found(needed)}", needed, MUTED
    if (fulcrum := footing.get("fulcrum_depth_ft")) is not None:
        yield f"fulcrum {told.found(fulcrum)}", fulcrum, MUTED
    if frost := site.get("frost_depth_in"):
        yield f"frost {told.size(frost)}", frost / 12, ACCENT
    if (water := site.get("water_depth_ft")) is not None:
        yield f"ground water {told.length(water)}", water, ACCENT
