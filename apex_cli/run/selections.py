"""What `--select` asks for, each kind by its own search."""

from typing import Any

from apex_cli.run.choice import Choice
from apex_cli.run.select import choose_section
from apex_cli.run.select_foot import choose_foot


def choose(prepared: Any) -> Choice:
    """The lightest of what is to be chosen.

    Args:
        prepared: The project as `run.prepare.prepare` has it.

    Raises:
        ApexError: There is none, and the project leaves it open; or it cannot be looked for.
    """
    if prepared.select == "section":
        return choose_section(prepared)
    return choose_foot(prepared, prepared.select)
