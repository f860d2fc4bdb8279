"""apex project add: a piece of a project told by options, each made of a field of its model."""

from collections.abc import Callable, Mapping
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Any, Literal

from apex_cli.cli.command import Command
from apex_cli.cli.options import REQUIRED, Option, argument
from apex_cli.cli.output import Output
from apex_cli.cli.project_write import change, changed, require_apart
from apex_cli.project.edit import Assignment
from apex_cli.project.pieces import PIECES, Part, Piece, added, parts

_WRITES = "folders if_match dry_run format file quiet no_color"
_FILE = argument("PROJECT", "A project file.")

EXAMPLES: Mapping[str, str] = {
    "element": "--name 'Main ID' --width 12ft --height \"5'-6\\\"\" --bottom 14ft --thickness 12in "
    "--weight 600lb",
    "attachment": "--name floodlight --epa 2.4ft2 --height 22ft --offset 1.5ft --weight 45lb",
    "poles": "--count 2 --section HSS10.750x0.365 --spacing 8ft",
    "stage": "--section PIPE10STD --bottom 14ft --top 30ft",
    "layer": "--to 4ft --class 5",
    "revision": "--mark A --date 2026-11-23 --text 'Wider cabinet'",
    "accepted": "--code footing.deep_pier --reason 'A deep rig is at hand.'",
}
MORE: Mapping[str, str] = {
    "element": "A weight in lb or kN is the whole cabinet's, and is spread over its area; one in "
    "psf or kPa, or a plain number, is per area.",
    "layer": "The lowest layer is added first and has no --to, for it reaches down for good; one "
    "with --to goes upon it.",
    "stage": "The first stage stands on grade: --bottom 0. Poles that have a section are told "
    "anew: apex project set FILE sign.poles=null.",
}
WHOLE = {("element", "weight_psf"): "Weight: the whole (600 lb), or per area (8 psf)."}
"""What is told otherwise than the model has it."""


def heights(
    wish: Output,
    *,
    project: str,
    height: tuple[str, ...],
    folders: tuple[Path, ...],
    if_match: str | None,
    dry_run: bool,
) -> int:
    """Add heights to the wind profile; a plain number is in ft."""
    from apex_cli.project.text import parse_value

    def made(document: Mapping[str, Any]) -> list[Assignment]:
        there = (document.get("site") or {}).get("heights_ft") or []
        values = [*there, *map(parse_value, height)]
        return [Assignment(("site", "heights_ft"), values)]

    require_apart(wish, project)
    return change(project, _edit(made, folders), if_match, wish, dry_run=dry_run)


def addon(
    wish: Output,
    *,
    project: str,
    code: str,
    quantity: str | None,
    folders: tuple[Path, ...],
    if_match: str | None,
    dry_run: bool,
) -> int:
    """Add an add-on of the price book.

    Some rows of a book ask how much: hours of a crane, the fee that a permit costs.
    """
    from apex_cli.audit.names import require_entries
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.project.text import parse_value

    def made(document: Mapping[str, Any]) -> list[Assignment]:
        there = (document.get("pricing") or {}).get("addons") or []
        found = [Assignment(("pricing", "addons"), [*there, code])]
        if quantity is not None:
            found.append(Assignment(("pricing", "inputs", code), parse_value(quantity)))
        return found

    def edit(document: dict[str, Any]) -> dict[str, Any]:
        done = _edit(made, folders)(document)
        require_entries(done, code, Catalogue(folders))
        return done

    require_apart(wish, project)
    return change(project, edit, if_match, wish, dry_run=dry_run)


def _edit(
    made: Callable[[Mapping[str, Any]], list[Assignment]], folders: tuple[Path, ...]
) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """An edit of a file that may be changed: what is made for it as it is."""
    from apex_cli.project import lifecycle

    def edit(document: dict[str, Any]) -> dict[str, Any]:
        lifecycle.require_open(document)
        return changed(document, made(document), folders)

    return edit


def _adder(piece: Piece, options_: Mapping[str, Option]) -> Callable[..., int]:
    """What adds a piece; its options have the names of its fields, and it says so."""

    def add(
        wish: Output,
        *,
        project: str,
        folders: tuple[Path, ...],
        if_match: str | None,
        dry_run: bool,
        **options: Any,
    ) -> int:
        said = {key: one for key, one in options.items() if one not in {None, False}}

        def made(document: Mapping[str, Any]) -> list[Assignment]:
            return added(document, piece, said)

        require_apart(wish, project)
        return change(project, _edit(made, folders), if_match, wish, dry_run=dry_run)

    add.__doc__ = piece.brief
    hints = {
        name: one.type | None if one.default is None else one.type for name, one in options_.items()
    }
    fixed = [one for one in signature(add).parameters.values() if one.name != "options"]
    own = [Parameter(name, Parameter.KEYWORD_ONLY, annotation=hints[name]) for name in hints]
    add.__signature__ = Signature([*fixed, *own])  # type: ignore[attr-defined] # - what tells of it
    del add.__annotations__["options"]
    add.__annotations__ |= hints
    return add


def _option(name: str, part: Part) -> Option:
    kind: Any = str
    if part.kind == "choice":
        kind = Literal[part.choices]
    elif part.kind == "flag":
        kind = bool
    default = REQUIRED if part.needed else False if kind is bool else None
    complete = "sections" if part.key == "section" else ""
    return Option(
        (f"--{part.word}",), WHOLE.get((name, part.key), part.told), _metavar(part),
        kind, default, complete=complete,
    )  # fmt: skip


def _metavar(part: Part) -> str | None:
    """What stands for its value: its unit, or that it is a number; of a text or choice nothing."""
    return part.unit.upper() if part.unit else "NUMBER" if part.kind == "number" else None


def _command(name: str, piece: Piece) -> Command:
    options = {part.name: _option(name, part) for part in parts(piece)}
    words = f"project {' '.join(options)} {_WRITES}"
    own = {"project": _FILE, **options}
    example = f"apex project add {name} pylon.json {EXAMPLES[name]}"
    return Command(_adder(piece, options), words, own, (example,), MORE.get(name, ""))


COMMANDS: Mapping[str, Command] = {
    **{f"add {name}": _command(name, piece) for name, piece in PIECES.items()},
    "add heights": Command(
        heights,
        f"project height {_WRITES}",
        {"project": _FILE, "height": argument("HEIGHT...", "As in 15, 30ft or '9 m'.", many=True)},
        ("apex project add heights pylon.json 15 30ft '12 m'",),
    ),
    "add addon": Command(
        addon,
        f"project code quantity {_WRITES}",
        {
            "project": _FILE,
            "code": argument("CODE", "The row's code in the price book.", complete="addons"),
            "quantity": Option(("--quantity",), "How much, where the row asks for it.", "NUMBER"),
        },
        (
            "apex project add addon pylon.json hard_copies",
            "apex project add addon pylon.json crane --quantity 6",
        ),
    ),
}
