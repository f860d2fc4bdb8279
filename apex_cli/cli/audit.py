"""apex lock, check, verify, diff: answers held to account."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

import typer

from apex_cli.cli.options import (
    FormatOption,
    IfMatchOption,
    NoColorOption,
    OutputOption,
    PackOption,
    PacksDirOption,
    QuietOption,
    StrictOption,
)
from apex_cli.cli.output import Output, answer, say, write
from apex_cli.exits import DIFFERENT
from apex_cli.files import shown

LOCK_HELP = """Write packs and answers, by their digests, into a project file.

\b
Examples:
  apex lock pylon.json
  apex lock pylon.json --if-match "$(apex project etag pylon.json --format table)"
"""
CHECK_HELP = """Check project files: valid, sealed, packs present, lock kept, checks passed.

\b
Examples:
  apex check signs/
  apex check signs/ --format junit -o report.xml
  apex check 'signs/**/*.json' --impact --pack exposure=asce7-22_v1
"""
VERIFY_HELP = """Recompute the digest of envelopes and replay them from their own inputs and packs.

\b
Examples:
  apex verify answer.json
  apex calc all pylon.json | apex verify -
"""
DIFF_HELP = """Say what changed between two envelopes, projects or packs, and what moved first.

\b
Examples:
  apex diff before.json after.json
  apex diff pylon.json pylon-wider.json --format table
  apex diff packs/exposure_asce7-16_v1.yaml packs/exposure_asce7-22_v1.yaml
"""

_IMPACT_FORMATS = ("auto", "table", "json")
CheckFormat = Literal["auto", "table", "json", "jsonl", "junit", "sarif", "github"]
CheckFormatOption = Annotated[
    CheckFormat, typer.Option("--format", help="auto: a table on a terminal, else JSON.")
]


def lock(  # noqa: D103 - LOCK_HELP is what its reader sees
    project: Annotated[str, typer.Argument(metavar="PROJECT")],
    *,
    if_match: IfMatchOption = None,
    form: FormatOption = "auto",
    output: OutputOption = None,
    packs_dir: PacksDirOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli.audit.lock import answers  # noqa: PLC0415 - commands load what they use
    from apex_cli.clock import today  # noqa: PLC0415 - loaded when it is used
    from apex_cli.errors import InvalidInput  # noqa: PLC0415 - loaded when it is used
    from apex_cli.packs.catalogue import Catalogue  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project import store  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project.document import require_match  # noqa: PLC0415 - loaded when it is used
    from apex_cli.project.lock import write_lock  # noqa: PLC0415 - loaded when it is used

    read = store.load(project)
    if if_match is not None:
        require_match(read, if_match)
    current = answers(read.document, Catalogue(packs_dir or ()), today())
    if not current.envelopes:
        raise InvalidInput(
            f"{project} asks for no calculation: there is nothing to lock",
            code="lock.nothing",
            hint="name a pack, and give the blocks that its calculation reads",
        )
    done = write_lock(project, current.packs, current.results, if_match=read.etag)
    result = {
        "path": shown(project),
        "etag": done.after.etag,
        "revision": done.after.document.get("revision"),
        "changed": done.changed,
        "lock": current.lock,
        "failed_checks": current.failed,
    }
    return answer(_envelope("lock", result), Output(form, output, quiet=quiet, no_color=no_color))


def check(  # noqa: D103 - HELP is what its reader sees
    paths: Annotated[list[str], typer.Argument(metavar="PATH...")],
    *,
    form: CheckFormatOption = "auto",
    output: OutputOption = None,
    impact: Annotated[
        bool, typer.Option("--impact", help="Tell what the packs given by --pack would change.")
    ] = False,
    pack: PackOption = None,
    packs_dir: PacksDirOption = None,
    strict: StrictOption = False,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli.audit import check as checking  # noqa: PLC0415 - loaded when it is used
    from apex_cli.audit.find import files_of  # noqa: PLC0415 - loaded when it is used
    from apex_cli.errors import UsageError  # noqa: PLC0415 - loaded when it is used
    from apex_cli.packs.catalogue import Catalogue  # noqa: PLC0415 - loaded when it is used

    if bool(pack) != impact:
        raise UsageError("--impact and --pack go together: which packs would change what?")
    if impact and form not in _IMPACT_FORMATS:
        raise UsageError(f"--impact has no format {form}", hint=", ".join(_IMPACT_FORMATS))
    catalogue = Catalogue(packs_dir or ())
    files = list(files_of(paths))
    if not files:
        say("apex: there are no project files in it", Output(quiet=quiet))
    if impact:
        from apex_cli.audit import impact as effect  # noqa: PLC0415 - loaded when it is used

        effect.require_packs(pack or (), catalogue)
        effects = effect.ranked(effect.impact(file, pack or (), catalogue) for file in files)
        moved = sum(row["moved"] for row in effects)
        result = {"packs": pack, "files": len(effects), "moved": moved, "impact": effects}
        wish = Output(form, output, quiet=quiet, no_color=no_color)
        if wish.as_table:
            from apex_cli.render.audit import effects as as_text  # noqa: PLC0415 - loaded when it is used

            write(as_text(effects).encode("utf-8", "replace"), wish)
        else:
            answer(_envelope("impact", result), wish)
        return checking.worst(row["exit_code"] for row in effects)
    rows = [checking.check(file, catalogue, strict=strict) for file in files]
    code = checking.worst(row.exit_code for row in rows)
    records = [row.record for row in rows]
    _write_check(records, code, Output(form, output, quiet=quiet, no_color=no_color))
    return code


def _write_check(rows: Sequence[dict[str, Any]], code: int, wish: Output) -> None:
    """The rows in the format that was asked for."""
    from apex_cli.render import github, json, junit, sarif  # noqa: PLC0415 - loaded when it is used
    from apex_cli.version import __version__  # noqa: PLC0415 - loaded when it is used

    if wish.format == "junit":
        write(junit.render(rows), wish)
    elif wish.format == "sarif":
        write(json.document(sarif.render(rows, __version__)), wish)
    elif wish.format == "github":
        write(github.render(rows).encode("utf-8", "replace"), wish)
    elif wish.format == "jsonl":
        write(b"".join(json.line(row) for row in rows), wish)
    elif wish.as_table:
        from apex_cli.render.check import render  # noqa: PLC0415 - loaded when it is used

        write(render(rows).encode("utf-8", "replace"), wish)
    else:
        passed = sum(row["passed"] for row in rows)
        result = {"files": len(rows), "passed": passed, "exit_code": code, "rows": list(rows)}
        answer(_envelope("check", result), wish._replace(format="json"))


def verify(  # noqa: D103 - HELP is what its reader sees
    envelopes: Annotated[list[str], typer.Argument(metavar="ENVELOPE...")],
    *,
    digest_only: Annotated[
        bool, typer.Option("--digest-only", help="Do not calculate again.")
    ] = False,
    form: FormatOption = "auto",
    output: OutputOption = None,
    packs_dir: PacksDirOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli.audit.verify import rows_of  # noqa: PLC0415 - loaded when it is used
    from apex_cli.packs.catalogue import Catalogue  # noqa: PLC0415 - loaded when it is used

    catalogue = Catalogue(packs_dir or ())
    rows = list(rows_of(envelopes, catalogue, replay=not digest_only))
    wish = Output(form, output, quiet=quiet, no_color=no_color)
    if wish.as_table:
        from apex_cli.render.audit import verdicts  # noqa: PLC0415 - loaded when it is used

        write(verdicts(rows).encode("utf-8", "replace"), wish)
    else:
        answer(_envelope("verify", {"envelopes": rows}), wish)
    return max(int(row["exit_code"]) for row in rows)


def diff(  # noqa: D103 - HELP is what its reader sees
    old: Annotated[str, typer.Argument(metavar="A")],
    new: Annotated[str, typer.Argument(metavar="B")],
    *,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 even when they differ.")
    ] = False,
    form: FormatOption = "auto",
    output: OutputOption = None,
    packs_dir: PacksDirOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> int:
    from apex_cli.audit.difference import difference  # noqa: PLC0415 - loaded when it is used
    from apex_cli.packs.catalogue import Catalogue  # noqa: PLC0415 - loaded when it is used

    found = difference(old, new, Catalogue(packs_dir or ()))
    answer(_envelope("diff", found), Output(form, output, quiet=quiet, no_color=no_color))
    return 0 if found["same"] or exit_zero else DIFFERENT


def _envelope(kind: str, result: dict[str, Any]) -> dict[str, Any]:
    from apex_cli.envelope.build import build  # noqa: PLC0415 - loaded when it is used
    from apex_cli.meta import meta  # noqa: PLC0415 - loaded when it is used

    return build(kind, result=result, meta=meta(), exact=True)


def register(app: typer.Typer) -> None:
    """Hang the commands on the application."""
    app.command("lock", help=LOCK_HELP)(lock)
    app.command("check", help=CHECK_HELP)(check)
    app.command("verify", help=VERIFY_HELP)(verify)
    app.command("diff", help=DIFF_HELP)(diff)
