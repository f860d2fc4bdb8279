"""apex help: what a code means and what to do about it, or a page on a topic."""

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option
from apex_cli.cli.output import Output, tell


def help_(wish: Output, *, code: str | None) -> int:
    """Tell what the code of a problem or a warning means, or a topic; alone, list all codes.

    Topics: exit-codes, environment, config, project, packs, units.
    """
    from apex_cli.cli.topics import TOPICS
    from apex_cli.codes.table import CODES
    from apex_cli.errors import UsageError, suggestion

    if code is None:
        brief = [{"code": row.code, "kind": row.kind, "means": row.means} for row in CODES.values()]
        return tell("help", {"codes": brief}, wish, forms_of="codes")
    if code in TOPICS:
        page = TOPICS[code]()
        return tell("help", {"topic": page.record}, wish, forms_of="topic")
    if code not in CODES:
        hint = suggestion(code, [*CODES, *TOPICS]) or (
            f"topics: {', '.join(TOPICS)}; apex help lists all codes; for a command: "
            "apex COMMAND -h"
        )
        raise UsageError(f"there is no code or topic {code!r}", hint=hint)
    return tell("help", CODES[code].record, wish)


COMMANDS = {
    "help": Command(
        help_,
        "code format file no_color",
        {"code": Option((), "A code as an answer has it, or a topic.", "CODE", complete="help")},
        ("apex help footing.no_depth", "apex help exit-codes", "apex help | jq .result.codes"),
    ),
}
