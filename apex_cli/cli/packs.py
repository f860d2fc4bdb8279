"""apex packs: the versioned constants, listed, shown, proved and compared."""

from pathlib import Path
from typing import Any, Literal

from apex_cli.cli.command import Command
from apex_cli.cli.options import OPTIONS, Option, argument
from apex_cli.cli.output import Output, tell, write

BRIEF = "The versioned constants: list, show, prove and compare them."

Folders = tuple[Path, ...]

NAME = argument("KIND_REF", "As in exposure_asce7-22_v1", complete="packs")


def _catalogue(folders: Folders) -> Any:
    from apex_cli.packs.catalogue import Catalogue

    return Catalogue(folders)


def list_(wish: Output, *, folders: Folders) -> int:
    """Every pack that can be seen, with its digest."""
    from apex_cli.audit.packs import seen

    return tell("packs", {"packs": seen(_catalogue(folders))}, wish)


def show(wish: Output, *, name: str, find: str | None, folders: Folders) -> int:
    """One pack, every number with its unit, clause and verification status.

    Of a pack of sections the table, with the properties that are derived; `--find` some of it.
    As yaml it is the file as it was released, byte for byte.
    """
    from apex_cli.audit.packs import name_parts

    catalogue = _catalogue(folders)
    kind, ref = name_parts(name)
    pack, sha256 = catalogue.load(kind, ref)
    if find is not None or (wish.as_table and kind == "sections"):
        from apex_cli.audit.sections import listed

        found = listed(pack, find or "")
        return tell("packs", found, wish, forms_of="sections", packs={kind: (pack, sha256)})
    if wish.form == "yaml":
        write(catalogue.bytes_of(kind, ref)[0], wish)
        return 0
    read = {"pack": pack.as_json()}
    return tell("packs", read, wish, forms_of="pack", packs={kind: (pack, sha256)})


def path(wish: Output, *, name: str, folders: Folders) -> int:
    """Where a pack lies, as one bare line."""
    from apex_cli.audit.packs import name_parts

    kind, ref = name_parts(name)
    _, found = _catalogue(folders).bytes_of(kind, ref)
    write(f"{found}\n".encode("utf-8", "surrogateescape"), wish)
    return 0


def verify(wish: Output, *, folders: Folders) -> int:
    """Every pack against its folder's SHA256SUMS, and whether it loads."""
    from apex_cli.audit.packs import proofs
    from apex_cli.errors import PackError

    found = [proof._asdict() for proof in proofs(_catalogue(folders))]
    code = 0 if all(proof["passed"] for proof in found) else PackError.exit_code
    return tell("packs", {"packs": found}, wish, code, forms_of="proofs")


def validate(wish: Output, *, files: tuple[Path, ...]) -> int:
    """Pack files on the way: every fault with its line and key."""
    from apex_cli.audit.packs import validated

    rows, code = validated(files)
    return tell("packs", {"packs": rows}, wish, code)


def diff(wish: Output, *, old: str, new: str, exit_zero: bool, folders: Folders) -> int:
    """Every number that differs between two packs, given by name or as files."""
    from apex_cli.audit.packs import named
    from apex_cli.files import shown
    from apex_cli.packs.diff import diff as difference

    catalogue = _catalogue(folders)
    changes = difference(named(old, catalogue), named(new, catalogue))
    fields = [item._asdict() for item in changes]
    result = {"old": shown(old), "new": shown(new), "same": not fields, "fields": fields}
    return tell("packs", result, wish, 0 if exit_zero or not fields else 1)


COMMANDS = {
    "packs": {
        "list": Command(
            list_, "format file folders no_color", examples=("apex packs list --format table",)
        ),
        "show": Command(
            show,
            "name find format file folders no_color",
            {
                "name": NAME,
                "format": OPTIONS["format"]._replace(
                    help="yaml: the file itself.", type=Literal["auto", "json", "table", "yaml"]
                ),
                "find": Option(
                    ("--find",),
                    "Only sections with this in their name.",
                    "TEXT",
                    complete="sections",
                ),
            },
            (
                "apex packs show exposure_asce7-22_v1",
                "apex packs show sections_us_v1 --find PIPE8",
                "apex packs show pricing_v1 --format yaml > pricing_mine_v1.yaml",
            ),
        ),
        "path": Command(
            path, "name folders", {"name": NAME}, ("less $(apex packs path footing_ibc-2021_v1)",)
        ),
        "verify": Command(verify, "format file folders no_color", examples=("apex packs verify",)),
        "validate": Command(
            validate,
            "files format file no_color",
            {"files": argument("FILE...", type_=Path, many=True)},
            ("apex packs validate my-prices/pricing_mine_v1.yaml",),
        ),
        "diff": Command(
            diff,
            "old new exit_zero format file folders no_color",
            {"old": NAME, "new": NAME},
            ("apex packs diff exposure_asce7-16_v1 exposure_asce7-22_v1",),
        ),
    }
}
