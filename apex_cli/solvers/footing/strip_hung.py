"""What hangs on a wall that stands on a strip: no foot of it is known to carry it."""

from apex_cli.errors import Fault, NoAnswer
from apex_cli.project.sign import Sign


def refuse_hung(sign: Sign) -> None:
    """Refuse what the strip would have to carry at one place of the wall.

    Raises:
        NoAnswer: Something hangs on it.
    """
    if any(not one.is_nothing for one in sign.attachments or ()):
        raise NoAnswer(
            "a wall on a strip is held foot by foot, and what hangs on the wall would load the "
            "foot under it: its spread along the wall is not computed",
            code="footing.attachments_on_strip",
            faults=[Fault("/sign/attachments", "are not covered on a strip footing")],
            hint="hold the piece of wall that carries them in a project of its own, or give "
            "their wind and weight to the cabinets",
        )
