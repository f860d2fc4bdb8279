"""apex report and show: answers to read, print and file."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option, argument, flag
from apex_cli.cli.output import Output, after, answers, say_edited, tell, write_all
from apex_cli.cli.quote import dated
from apex_cli.cli.quote import quote as quoted
from apex_cli.envelope.verdict import exit_code


def report(
    wish: Output,
    *,
    source: str,
    output: tuple[Path, ...],
    reader: Literal["permit", "shop", "customer"],
    summary: bool,
    full: bool,
    paper: Literal["letter", "a4"],
    logo: Path | None,
    bundle: Path | None,
    dxf: Path | None,
    calc_by: str,
    checked_by: str,
    date: str,
    signature: Path | None,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
    key: Path | None,
) -> int:
    """Write the calculation package: PDF, HTML, Markdown, all from one answer."""
    from apex_cli.errors import UsageError
    from apex_cli.files import require_apart
    from apex_cli.package import signature as signatures
    from apex_cli.package import sources
    from apex_cli.package.bundle import bundle as bundled
    from apex_cli.package.logo import logo as read_logo
    from apex_cli.package.written import drawn, package, written
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.render.report.answers import Signing
    from apex_cli.render.report.content import Wish
    from apex_cli.render.report.model import Paper

    if not output and dxf is None:
        raise UsageError("report wants -o FILE, --dxf FILE, or both: what to write")
    if reader == "customer":
        _refuse_beside(
            {"--summary": summary, "--full": full, "--bundle": bundle, "--dxf": dxf,
             "--checked-by": checked_by, "--signature": signature, "--sign": key}
        )  # fmt: skip
        return quoted(
            wish, inputs=(source,), output=output, internal=False, paper=paper, logo=logo,
            date=date, number="", packs=packs, folders=folders, settings=settings,
        )  # fmt: skip
    if key is not None and bundle is None:
        raise UsageError("--sign signs the bundle: say --bundle FILE.zip")
    require_apart(
        [path for path in (*output, dxf, signature, bundle) if path is not None],
        [source, *(str(path) for path in (logo, key) if path is not None)],
    )
    sign = _signing(key) if key is not None else None
    wanted = Wish(reader, full, summary, si=wish.units == "si")
    sheet = Paper(paper, read_logo(logo) if logo else b"")
    catalogue = Catalogue(folders)
    signing = Signing(calc_by, checked_by, dated(date))
    found = sources.source(
        source, catalogue, settings, packs, lambda read: say_edited(source, read, wish)
    )
    made = package(found.envelopes, signing, catalogue, wanted, stored=found.stored)
    files = [
        (path, written(made, path.name, found.envelopes, signing.date, sheet)) for path in output
    ]
    if dxf is not None:
        files.append((dxf, drawn(found.envelopes, stored=found.stored)))
    named = [(path.name, data) for path, data in files]
    made_from = sources.files_of(source, found, catalogue)
    rows = signatures.signature(named + made_from)
    if signature is not None:
        given = [None if source == "-" else Path(source), *[None] * (len(made_from) - 1)]
        places = signatures.seen_from(signature.parent, [path for path, _ in files] + given)
        lines = signatures.signature_text(rows, places).encode("utf-8", "surrogateescape")
        files.append((signature, lines))
    if bundle is not None:
        answer_file = written(made, "answer.json", found.envelopes, signing.date)
        whole = named + sources.bundle_of(source, found, catalogue, answer_file)
        files.append((bundle, bundled(whole, sign)))
    with after(write_all(files)):  # nothing is written before all is made
        worst = max(exit_code(one, strict=wish.strict) for one in found.envelopes)
        paths = [path for path in (*output, dxf, bundle) if path is not None]
        return max(worst, tell("report", sources.told(found, paths, rows), wish))


def _signing(path: Path) -> Callable[[bytes], bytes]:
    """What signs with the key in a file; a passphrase is asked for on the terminal."""
    from functools import partial
    from getpass import getpass

    from apex_cli.package.signed import private_key, signature

    def ask(prompt: str) -> str:
        return getpass(prompt) if sys.stdin is not None and sys.stdin.isatty() else ""

    return partial(signature, private_key(path, ask))


def _refuse_beside(given: dict[str, Any]) -> None:
    """Refuse what a quote has not.

    Raises:
        UsageError: It was asked for.
    """
    from apex_cli.errors import UsageError

    if names := [name for name, value in given.items() if value]:
        raise UsageError(
            f"what a customer gets is a quote, which has no {', '.join(names)}",
            hint="--for permit is for the building department, --for shop for who builds it",
        )


def show(wish: Output, *, envelope: str) -> int:
    """Show a stored envelope as a table."""
    from apex_cli.audit.envelopes import parse_envelope, read_envelopes
    from apex_cli.package.answers import unaltered

    found = [unaltered(parse_envelope(data)) for _, data in read_envelopes(envelope)]
    return answers(found, wish)


COMMANDS = {
    "report": Command(
        report,
        "source output reader summary full paper logo bundle key dxf calc_by checked_by date "
        "signature format packs folders settings strict units quiet no_color",
        {
            "source": argument("PROJECT|ENVELOPE", "A project file, an envelope, or -."),
            "output": Option(
                ("-o", "--output"), ".pdf, .html, .md or .json; repeatable.", "FILE", Path,
                many=True,
            ),
            "reader": Option(
                ("--for",), "permit: the department; shop: sizes, materials; customer: the quote.",
                type=Literal["permit", "shop", "customer"], default="permit",
            ),
            "summary": flag("--summary", help_="The first page alone."),
            "full": flag("--full", help_="Every step by itself, other widths, prices."),
            "paper": Option(
                ("--paper",), "Of the PDF.", type=Literal["letter", "a4"], default="letter"
            ),
            "logo": Option(("--logo",), "Logo of the title block, .svg or .png.", "FILE", Path),
            "bundle": Option(
                ("--bundle",), "Write a .zip of package, answer, project, packs and sums.", "FILE",
                Path,
            ),
            "key": Option(
                ("--sign",), "Sign the bundle with this Ed25519 key of OpenSSH.", "KEY", Path
            ),
            "dxf": Option(
                ("--dxf",), "Write elevation, plan and sections as CAD drawing, 1:1, inches or mm.",
                "FILE", Path,
            ),
            "calc_by": Option(
                ("--calc-by",), "Calculated by.", "NAME", default="", fallback="calc_by"
            ),
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
            "apex report pylon.json -o shop.pdf --for shop --paper a4 --logo logo.svg",
            "apex report pylon.json -o package.pdf --bundle pylon.zip",
            "apex report pylon.json --dxf pylon.dxf",
        ),
    ),
    "show": Command(
        show,
        "envelope format brief verbose explain where units strict no_color no_pager",
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
