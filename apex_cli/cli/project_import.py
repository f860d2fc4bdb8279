"""apex project import-wind: a wind speed with its record, from a saved reply of a hazard tool."""

from typing import Any

from apex_cli.cli.output import Output
from apex_cli.cli.project_write import change, changed, require_apart


def import_wind(
    wish: Output,
    *,
    project: str,
    reply: str,
    if_match: str | None,
    dry_run: bool,
) -> int:
    """Take the wind speed from a saved reply of a hazard tool, with a record of where it is from.

    The risk category picks the map; a reply without its speed is refused.
    """
    from apex_cli.files import read_input
    from apex_cli.project import lifecycle
    from apex_cli.project.wind_reply import MOST_BYTES, imported

    require_apart(wish, project, reply)
    data = read_input(reply, MOST_BYTES)

    def edit(document: dict[str, Any]) -> dict[str, Any]:
        lifecycle.require_open(document)
        return changed(document, imported(document, reply, data), ())

    return change(project, edit, if_match, wish, dry_run=dry_run)
