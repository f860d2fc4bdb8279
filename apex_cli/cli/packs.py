"""apex packs: the versioned constants, listed, shown, proved and compared."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from apex_cli.cli.options import (
    FormatOption,
    NoColorOption,
    OutputOption,
    PacksDirOption,
)
from apex_cli.cli.output import Output, answer, write
from apex_cli.errors import ApexError, Fault, PackError
from apex_cli.exits import DIFFERENT
from apex_cli.files import shown

HELP = """The versioned constants: list, show, prove and compare them.

\b
Examples:
  apex packs list
  apex packs show exposure_asce7-22_v1
  apex packs verify
  apex packs validate my-prices/pricing_mine_v1.yaml
  apex packs diff exposure_asce7-16_v1 exposure_asce7-22_v1
"""

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)

NameArgument = Annotated[str, typer.Argument(metavar="KIND_REF", help="As in exposure_asce7-22_v1")]


def _answer(
    result: Mapping[str, Any], wish: Output, packs: Any = None, *, code: int | None = None
) -> int:
    from apex_cli.envelope.build import build  # noqa: PLC0415 - loaded when used
    from apex_cli.meta import meta  # noqa: PLC0415 - loaded when it is used

    found = answer(build("packs", result=result, packs=packs, meta=meta(), exact=True), wish)
    return found if code is None else code


def _catalogue(folders: list[Path] | None) -> Any:
    from apex_cli.packs.catalogue import Catalogue  # noqa: PLC0415 - loaded when it is used

    return Catalogue(folders or ())


@app.command("list")
def list_(
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    packs_dir: PacksDirOption = None,
    no_color: NoColorOption = False,
) -> int:
    """Every pack that can be seen, with its digest."""
    catalogue = _catalogue(packs_dir)
    rows = []
    for entry in catalogue.entries():
        row = {"name": f"{entry.kind}_{entry.ref}", "kind": entry.kind, "ref": entry.ref}
        try:
            pack, sha256 = catalogue.load(entry.kind, entry.ref)
            row |= {"standard": pack.standard, "released": pack.released, "sha256": sha256}
        except PackError as error:
            row |= {"standard": f"unusable: {error.detail}", "released": None, "sha256": None}
        rows.append({**row, "bundled": entry.bundled})
    return _answer({"packs": rows}, Output(form, output, no_color=no_color))


@app.command()
def show(
    name: NameArgument,
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    packs_dir: PacksDirOption = None,
    no_color: NoColorOption = False,
) -> int:
    """One pack, every number with its unit, clause and verification status."""
    from apex_cli.audit.packs import name_parts  # noqa: PLC0415 - loaded when it is used

    catalogue = _catalogue(packs_dir)
    kind, ref = name_parts(name)
    pack, sha256 = catalogue.load(kind, ref)
    wish = Output(form, output, no_color=no_color)
    if wish.as_table:
        write(catalogue.bytes_of(kind, ref)[0], wish)  # a pack is written to be read as it is
        return 0
    result = pack.document()
    return _answer({"pack": result}, wish, {kind: (pack, sha256)})


@app.command()
def path(name: NameArgument, *, packs_dir: PacksDirOption = None) -> int:
    """Where a pack lies, as one bare line."""
    from apex_cli.audit.packs import name_parts  # noqa: PLC0415 - loaded when it is used

    kind, ref = name_parts(name)
    _, found = _catalogue(packs_dir).bytes_of(kind, ref)
    write(f"{found}\n".encode("utf-8", "surrogateescape"), Output())
    return 0


@app.command()
def verify(
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    packs_dir: PacksDirOption = None,
    no_color: NoColorOption = False,
) -> int:
    """Every pack against its folder's SHA256SUMS, and whether it loads."""
    from apex_cli.audit.packs import proofs  # noqa: PLC0415 - loaded when it is used

    found = list(proofs(_catalogue(packs_dir)))
    code = 0 if all(proof.passed for proof in found) else PackError.exit_code
    wish = Output(form, output, no_color=no_color)
    if wish.as_table:
        from apex_cli.render.audit import examined  # noqa: PLC0415 - loaded when it is used

        rows = [{"what": name, "healthy": good, "detail": detail} for name, good, detail in found]
        write(examined(rows).encode("utf-8", "replace"), wish)
        return code
    return _answer({"packs": [proof._asdict() for proof in found]}, wish, code=code)


@app.command()
def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    *,
    form: FormatOption = "auto",
    output: OutputOption = None,
    no_color: NoColorOption = False,
) -> int:
    """Pack files on the way: every fault with its line and key."""
    from apex_cli.audit.packs import read_pack  # noqa: PLC0415 - loaded when it is used

    rows, code = [], 0
    for file in files:
        row: dict[str, Any] = {"path": shown(file), "passed": True, "name": None, "faults": []}
        try:
            pack = read_pack(str(file))
            row["name"] = f"{pack.kind}_{pack.ref}"
        except ApexError as error:
            faults = error.faults or [Fault("", error.detail, hint=error.hint)]
            row |= {"passed": False, "faults": [fault._asdict() for fault in faults]}
            code = max(code, error.exit_code)
        rows.append(row)
    return _answer({"packs": rows}, Output(form, output, no_color=no_color), code=code)


@app.command()
def diff(
    old: NameArgument,
    new: NameArgument,
    *,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 even when they differ.")
    ] = False,
    form: FormatOption = "auto",
    output: OutputOption = None,
    packs_dir: PacksDirOption = None,
    no_color: NoColorOption = False,
) -> int:
    """Every number that differs between two packs, given by name or as files."""
    from apex_cli.packs.diff import diff as difference  # noqa: PLC0415 - loaded when it is used

    catalogue = _catalogue(packs_dir)
    fields = [item._asdict() for item in difference(_pack(catalogue, old), _pack(catalogue, new))]
    result = {"old": shown(old), "new": shown(new), "same": not fields, "fields": fields}
    code = 0 if exit_zero or not fields else DIFFERENT
    return _answer(result, Output(form, output, no_color=no_color), code=code)


def _pack(catalogue: Any, name: str) -> Any:
    """The pack in a file of this name, or else the one the catalogue knows by it."""
    from apex_cli.audit.packs import name_parts, read_pack  # noqa: PLC0415 - loaded when it is used

    if name.endswith(".yaml") and Path(name).exists():
        return read_pack(name)
    return catalogue.load(*name_parts(name))[0]


def register(main: typer.Typer) -> None:
    """Hang the group on the application."""
    main.add_typer(app, name="packs")
