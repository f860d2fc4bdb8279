"""apex report and show: answers to read, print and file."""

import os
import time
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import typer

from apex_cli.cli.options import (
    ExplainOption,
    FormatOption,
    NoColorOption,
    PackOption,
    PacksDirOption,
    QuietOption,
    SetOption,
    StrictOption,
    WhereOption,
)
from apex_cli.cli.output import Output, answer, say, write
from apex_cli.envelope.verdict import exit_code

REPORT_HELP = """Write the calculation package: PDF, HTML, Markdown, all from one answer.

\b
Examples:
  apex report examples/pole-sign.json -o package.pdf
  apex report pylon.json -o package.pdf -o package.html -o answer.json --calc-by "J. Doe, PE"
  apex calc all pylon.json | apex report - -o package.md --date 2026-11-23
  apex report pylon.json -o package.pdf --signature package.sums
"""
SHOW_HELP = """Show a stored envelope as a table.

\b
Examples:
  apex show answer.json
  apex show answer.json --explain
  apex calc footing pylon.json | apex show -
"""

SourceArgument = Annotated[
    str, typer.Argument(metavar="PROJECT|ENVELOPE", help="A project file, an envelope, or -.")
]
FilesOption = Annotated[
    list[Path],
    typer.Option("-o", "--output", metavar="FILE", help=".pdf, .html, .md or .json; repeatable."),
]
CalcByOption = Annotated[str, typer.Option("--calc-by", metavar="NAME", help="Calculated by.")]
CheckedByOption = Annotated[str, typer.Option("--checked-by", metavar="NAME", help="Checked by.")]
DateOption = Annotated[
    str, typer.Option("--date", metavar="YYYY-MM-DD", help="Date of the package; else none.")
]
SignatureOption = Annotated[
    Path | None,
    typer.Option("--signature", metavar="FILE", help="Write SHA-256 and SHA-1 of every file."),
]
ShowFormatOption = Annotated[
    Literal["table", "json"], typer.Option("--format", help="table, or the envelope as it is.")
]


class Source(NamedTuple):
    """What a package is made from: its answers and the bytes that were read."""

    envelopes: list[dict[str, Any]]
    data: bytes
    stored: bool


def report(  # noqa: D103 - REPORT_HELP is what its reader sees
    source: SourceArgument,
    *,
    output: FilesOption,
    calc_by: CalcByOption = "",
    checked_by: CheckedByOption = "",
    date: DateOption = "",
    signature: SignatureOption = None,
    form: FormatOption = "auto",
    pack: PackOption = None,
    packs_dir: PacksDirOption = None,
    settings: SetOption = None,
    strict: StrictOption = False,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli import report as packages  # noqa: PLC0415 - commands load what they use
    from apex_cli.packs.catalogue import Catalogue  # noqa: PLC0415 - loaded when it is used
    from apex_cli.render.report.content import Signing  # noqa: PLC0415 - loaded when it is used

    wish = Output(form, None, strict, quiet, no_color)
    catalogue = Catalogue(packs_dir or ())
    signing = Signing(calc_by, checked_by, _date(date))
    found = _source(source, catalogue, settings or [], pack or [], wish)
    made = packages.package(found.envelopes, signing, catalogue, stored=found.stored)
    files = [
        (path, packages.written(made, path.name, found.envelopes, signing.date)) for path in output
    ]
    for path, data in files:
        write(data, Output(file=path))
    rows = packages.signature(
        [(path.name, data) for path, data in files]
        + [(name, data) for name, data in _read(source, found, catalogue)]
    )
    if signature is not None:
        write(packages.signature_text(rows).encode(), Output(file=signature))
    worst = max(exit_code(one, strict=strict) for one in found.envelopes)
    return max(worst, _told(found, files, rows, wish))


def _date(given: str) -> str:
    """The date to print: the one given, else that of SOURCE_DATE_EPOCH, else none."""
    from datetime import date  # noqa: PLC0415 - loaded when it is used

    from apex_cli.clock import today  # noqa: PLC0415 - loaded when it is used
    from apex_cli.errors import UsageError  # noqa: PLC0415 - loaded when it is used

    if not given:
        return today() if os.environ.get("SOURCE_DATE_EPOCH") else ""
    try:
        right = date.fromisoformat(given).isoformat() == given
    except ValueError:
        right = False
    if not right:
        raise UsageError(f"--date wants a date that exists, YYYY-MM-DD, not {given!r}")
    return given


def _source(
    path: str, catalogue: Any, settings: list[str], packs: list[str], wish: Output
) -> Source:
    """The answers: those in the envelope, or those that the project asks for."""
    from apex_cli import report as packages  # noqa: PLC0415 - loaded when it is used
    from apex_cli.audit.envelopes import MAX_BYTES, MAX_VALUES, read_envelopes  # noqa: PLC0415 - loaded when it is used
    from apex_cli.clock import today  # noqa: PLC0415 - loaded when it is used
    from apex_cli.errors import UsageError  # noqa: PLC0415 - loaded when it is used
    from apex_cli.meta import meta  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project.document import parsed  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project.overrides import overridden  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project.reader import parse  # noqa: PLC0415 - loaded when it is used

    started = time.perf_counter()
    parts = [data for _, data in read_envelopes(path)]
    documents = [parse(part, MAX_BYTES, MAX_VALUES) for part in parts]
    if all(map(packages.is_envelope, documents)):
        if settings or packs:
            raise UsageError("--set and --pack change a project, not an answer that was given")
        data = parts[0] if len(parts) == 1 else b"".join(part + b"\n" for part in parts)
        return Source(packages.distinct(documents), data, stored=True)
    data = b"\n".join(parts)
    read = parsed(path, data)
    if read.notices:
        say(f"apex: {path} was changed by hand since it was sealed", wish)
    document, applied = overridden(read.document, settings, packs)
    margin = meta(
        started=started,
        project=document,
        path=path,
        etag=read.etag,
        overrides=applied,
        notices=list(read.notices),
    )
    return Source(packages.answers(document, catalogue, margin, today()), data, stored=False)


def _read(path: str, found: Source, catalogue: Any) -> list[tuple[str, bytes]]:
    """The files that the package was made from: project or envelope, and packs."""
    from apex_cli.errors import PackError  # noqa: PLC0415 - loaded when it is used

    files = [("-" if path == "-" else path, found.data)]
    for envelope in found.envelopes:
        for kind, pack in envelope["trace"]["pack_metadata"].items():
            try:
                data, where = catalogue.bytes_of(kind, pack["ref"])
            except PackError:
                continue
            if (where.name, data) not in files:
                files.append((where.name, data))
    return files


def _told(
    found: Source, files: list[tuple[Path, bytes]], rows: list[dict[str, Any]], wish: Output
) -> int:
    """The answer of the command itself: which files were written, from which answers."""
    from apex_cli.envelope.build import build  # noqa: PLC0415 - loaded when it is used
    from apex_cli.meta import meta  # noqa: PLC0415 - loaded when it is used

    checks = [check for one in found.envelopes for check in one["checks"]]
    result = {
        "written": [str(path) for path, _ in files],
        "answers": [
            {"kind": one["kind"], "content_sha256": one["content_sha256"]}
            for one in found.envelopes
        ],
        "checks": len(checks),
        "failed": sum(not check["passed"] for check in checks),
        "signature": rows,
    }
    return answer(build("report", result=result, meta=meta(), exact=True), wish)


def show(  # noqa: D103 - SHOW_HELP is what its reader sees
    envelope: Annotated[str, typer.Argument(metavar="ENVELOPE", help="An envelope, or -.")],
    *,
    form: ShowFormatOption = "table",
    explain: ExplainOption = False,
    where: WhereOption = False,
    strict: StrictOption = False,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli.audit.envelopes import parse_envelope, read_envelopes  # noqa: PLC0415 - loaded when it is used
    from apex_cli.report import unaltered  # noqa: PLC0415 - loaded when it is used

    wish = Output(form, strict=strict, no_color=no_color, explain=explain, where=where)
    found = [unaltered(parse_envelope(data)) for _, data in read_envelopes(envelope)]
    return max([answer(one, wish) for one in found])


def register(app: typer.Typer) -> None:
    """Hang the commands on the application."""
    app.command("report", help=REPORT_HELP)(report)
    app.command("show", help=SHOW_HELP)(show)
