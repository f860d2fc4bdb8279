"""apex quote: what the customer gets, and what the shop keeps to itself."""

import os
from pathlib import Path
from typing import Any, Literal

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option, argument, flag
from apex_cli.cli.output import Output, after, say, say_edited, tell, write_all
from apex_cli.envelope.verdict import exit_code


def quote(
    wish: Output,
    *,
    inputs: tuple[str, ...],
    output: tuple[Path, ...],
    internal: bool,
    paper: Literal["letter", "a4"],
    logo: Path | None,
    date: str,
    number: str,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
) -> int:
    """Write the quote of one site or of many: what the customer gets.

    It shows what is sold, options, terms, and the total of the price, to the cent; never cost,
    margin, a row that the price book hides, a digest or a path. Everything in it beside the
    project comes from the price book: the shop's name, what is included, deposit, terms.
    """
    from apex_cli.clock import today
    from apex_cli.files import require_apart
    from apex_cli.package import quoting
    from apex_cli.package.logo import logo as read_logo
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.render.quote.content import Wish
    from apex_cli.render.report.model import Paper

    catalogue, day = Catalogue(folders), dated(date)
    read = quoting.read_all(inputs, lambda path, one: say_edited(path, one, wish))
    require_apart(output, [*(one.path for one in read), *([str(logo)] if logo else [])])
    day = day or quoting.dated(read)
    asked = quoting.Asked(catalogue, settings, packs, day or today())
    found = [quoting.priced(one, asked) for one in read]
    made = quoting.put_together(found, catalogue, Wish(day, number), internal=internal)
    sheet = Paper(paper, read_logo(logo) if logo else b"")
    files = [(path, quoting.written(made, path.name, day, sheet)) for path in output]
    with after(write_all(files)) as names:
        for one in found:
            _say_failed(one, wish)
        worst = max(exit_code(one.envelope, strict=wish.strict) for one in found)
        return max(worst, tell("quote", quoting.told(found, names), wish))


def _say_failed(one: Any, wish: Output) -> None:
    """Say which checks of a project fail: what is quoted would not stand."""
    failed = [check["id"] for check in one.envelope["checks"] if not check["passed"]]
    if failed:
        name = one.read.path or one.document.get("project_id") or "the project"
        say(f"apex: {name}: quoted, but what is quoted fails: {', '.join(failed)}", wish)


def dated(given: str) -> str:
    """The date to print: the one given, else that of SOURCE_DATE_EPOCH, else none.

    Raises:
        UsageError: It is no date.
    """
    from datetime import date

    from apex_cli.clock import today
    from apex_cli.errors import UsageError

    if not given:
        return today() if os.environ.get("SOURCE_DATE_EPOCH") else ""
    try:
        right = date.fromisoformat(given).isoformat() == given
    except ValueError:
        right = False
    if not right:
        raise UsageError(f"--date wants a date that exists, YYYY-MM-DD, not {given!r}")
    return given


COMMANDS = {
    "quote": Command(
        quote,
        "inputs output internal paper logo date number format packs folders settings strict "
        "quiet no_color",
        {
            "inputs": argument("PROJECT...", "Project files, folders or globs.", many=True),
            "output": Option(
                ("-o", "--output"), ".pdf, .html or .md; repeatable.", "FILE", Path,
                default=..., many=True,
            ),
            "internal": flag(
                "--internal", help_="The shop's own sheet instead: cost, overhead, margin."
            ),
            "paper": Option(
                ("--paper",), "Of the PDF.", type=Literal["letter", "a4"], default="letter"
            ),
            "logo": Option(("--logo",), "Logo of the letterhead, .svg or .png.", "FILE", Path),
            "date": Option(
                ("--date",), "Date of the quote; else the day of the project's last write.",
                "YYYY-MM-DD", default="",
            ),
            "number": Option(
                ("--number",), "Number of the quote; else the project's.", "TEXT", default=""
            ),
        },
        (
            "apex quote pylon.json -o quote.pdf --logo logo.svg",
            "apex quote pylon.json -o quote.html --pack pricing=bright-signs_v1 --packs-dir books",
            "apex quote sites/ -o rollout.pdf --date 2026-12-01 --number 2026-114",
            "apex quote pylon.json -o cost.pdf --internal",
        ),
    ),
}  # fmt: skip
