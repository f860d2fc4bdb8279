"""apex help: what a code means, and what to do about it."""

from typing import Annotated

import typer

from apex_cli.cli.options import FormatOption, NoColorOption, OutputOption
from apex_cli.cli.output import Output, answer, paper, write

HELP = """Tell what the code of a problem or a warning means, or list all codes.

\b
Examples:
  apex help footing.no_depth
  apex help --format table | grep gust
"""


def help_(  # noqa: D103 - HELP is what its reader sees
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="As an answer has it.")] = None,
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli.codes.table import CODES  # noqa: PLC0415 - commands load what they use
    from apex_cli.envelope.build import build  # noqa: PLC0415 - loaded when it is used
    from apex_cli.errors import UsageError, suggestion  # noqa: PLC0415 - loaded when it is used
    from apex_cli.meta import meta  # noqa: PLC0415 - loaded when it is used
    from apex_cli.render.codes import listed  # noqa: PLC0415 - loaded when it is used

    wish = Output(form, output, no_color=no_color)
    if code is not None and code not in CODES:
        hint = (
            suggestion(code, CODES) or "apex help lists all codes; for a command: apex COMMAND -h"
        )
        raise UsageError(f"there is no code {code!r}", hint=hint)
    if code is None and wish.as_table:
        sheet = paper(wish)
        text = listed(CODES.values(), sheet.width, ascii_only=sheet.ascii_only)
        write(text.encode("utf-8", "replace"), wish)
        return 0
    brief = [{"code": row.code, "kind": row.kind, "means": row.means} for row in CODES.values()]
    result = {"codes": brief} if code is None else CODES[code].record
    return answer(build("help", result=result, meta=meta(), exact=True), wish)


def register(app: typer.Typer) -> None:
    """Hang the command on the application."""
    app.command("help", help=HELP)(help_)
