"""apex help: what a code means, and what to do about it."""

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option
from apex_cli.cli.output import Output, tell


def help_(wish: Output, *, code: str | None) -> int:
    """Tell what the code of a problem or a warning means, or list all codes."""
    from apex_cli.codes.table import CODES
    from apex_cli.errors import UsageError, suggestion

    if code is None:
        brief = [{"code": row.code, "kind": row.kind, "means": row.means} for row in CODES.values()]
        return tell("help", {"codes": brief}, wish, forms_of="codes")
    if code not in CODES:
        hint = (
            suggestion(code, CODES) or "apex help lists all codes; for a command: apex COMMAND -h"
        )
        raise UsageError(f"there is no code {code!r}", hint=hint)
    return tell("help", CODES[code].record, wish)


COMMANDS = {
    "help": Command(
        help_,
        "code format file no_color",
        {"code": Option((), "As an answer has it.", "CODE")},
        ("apex help footing.no_depth", "apex help --format table | grep gust"),
    ),
}
