"""apex report and show: answers to read, print and file."""

import os
import time
from pathlib import Path
from typing import Any, Literal, NamedTuple

from apex_cli.cli.command import Command
from apex_cli.cli.options import REQUIRED, Option, argument
from apex_cli.cli.output import Output, answer, say_edited, tell, write
from apex_cli.envelope.verdict import exit_code


class Source(NamedTuple):
    """What a package is made from: its answers and the bytes that were read."""

    envelopes: list[dict[str, Any]]
    data: bytes
    stored: bool


def report(
    wish: Output,
    *,
    source: str,
    output: tuple[Path, ...],
    calc_by: str,
    checked_by: str,
    date: str,
    signature: Path | None,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
) -> int:
    """Write the calculation package: PDF, HTML, Markdown, all from one answer."""
    from apex_cli.package import signature as signatures
    from apex_cli.package import written as packages
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.render.report.answers import Signing

    catalogue = Catalogue(folders)
    signing = Signing(calc_by, checked_by, _date(date))
    found = _source(source, catalogue, settings, packs, wish)
    made = packages.package(found.envelopes, signing, catalogue, stored=found.stored)
    files = [
        (path, packages.written(made, path.name, found.envelopes, signing.date)) for path in output
    ]
    for path, data in files:
        write(data, Output(file=path))
    rows = signatures.signature(
        [(path.name, data) for path, data in files]
        + [(name, data) for name, data in _read(source, found, catalogue)]
    )
    if signature is not None:
        write(signatures.signature_text(rows).encode(), Output(file=signature))
    worst = max(exit_code(one, strict=wish.strict) for one in found.envelopes)
    return max(worst, _told(found, files, rows, wish))


def _date(given: str) -> str:
    """The date to print: the one given, else that of SOURCE_DATE_EPOCH, else none."""
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


def _source(
    path: str, catalogue: Any, settings: tuple[str, ...], packs: tuple[str, ...], wish: Output
) -> Source:
    """The answers: those in the envelope, or those that the project asks for."""
    from apex_cli.audit.envelopes import MAX_BYTES, MAX_VALUES, read_envelopes
    from apex_cli.clock import today
    from apex_cli.errors import UsageError
    from apex_cli.package import answers as packages
    from apex_cli.project.file import parsed
    from apex_cli.project.overrides import overridden
    from apex_cli.project.text import parse
    from apex_cli.run.margin import meta

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
    say_edited(path, read, wish)
    document, applied = overridden(read.document, settings, packs)
    margin = meta(read, document, applied, started=started)
    return Source(packages.envelopes_of(document, catalogue, margin, today()), data, stored=False)


def _read(path: str, found: Source, catalogue: Any) -> list[tuple[str, bytes]]:
    """The files that the package was made from: project or envelope, and packs."""
    from apex_cli.errors import PackError

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
    return tell("report", result, wish)


def show(wish: Output, *, envelope: str) -> int:
    """Show a stored envelope as a table."""
    from apex_cli.audit.envelopes import parse_envelope, read_envelopes
    from apex_cli.package.answers import unaltered

    found = [unaltered(parse_envelope(data)) for _, data in read_envelopes(envelope)]
    return max([answer(one, wish) for one in found])


COMMANDS = {
    "report": Command(
        report,
        "source output calc_by checked_by date signature "
        "format packs folders settings strict quiet no_color",
        {
            "source": argument("PROJECT|ENVELOPE", "A project file, an envelope, or -."),
            "output": Option(
                ("-o", "--output"), ".pdf, .html, .md or .json; repeatable.", "FILE", Path,
                default=REQUIRED, many=True,
            ),
            "calc_by": Option(("--calc-by",), "Calculated by.", "NAME", default=""),
            "checked_by": Option(("--checked-by",), "Checked by.", "NAME", default=""),
            "date": Option(
                ("--date",), "Date of the package; else none.", "YYYY-MM-DD", default=""
            ),
            "signature": Option(
                ("--signature",), "Write SHA-256 and SHA-1 of every file.", "FILE", Path
            ),
        },
        (
            "apex report examples/pole-sign.json -o package.pdf",
            (
                "apex report pylon.json -o package.pdf -o package.html -o answer.json "
                '--calc-by "J. Doe, PE"'
            ),
            "apex calc all pylon.json | apex report - -o package.md --date 2026-11-23",
            "apex report pylon.json -o package.pdf --signature package.sums",
        ),
    ),
    "show": Command(
        show,
        "envelope format explain where strict no_color",
        {
            "envelope": argument("ENVELOPE", "An envelope, or -."),
            "format": Option(
                ("--format",), "table, or the envelope as it is.",
                type=Literal["table", "json"], default="table",
            ),
        },
        (
            "apex show answer.json",
            "apex show answer.json --explain",
            "apex calc footing pylon.json | apex show -",
        ),
    ),
}  # fmt: skip
