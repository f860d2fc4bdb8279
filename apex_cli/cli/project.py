"""apex project: the table of its commands, and those that only look at a file."""

from pathlib import Path
from typing import Literal

from apex_cli.cli import project_add as adding
from apex_cli.cli import project_write as writing
from apex_cli.cli.command import Command
from apex_cli.cli.options import OPTIONS, Option, argument, flag
from apex_cli.cli.output import Output, write
from apex_cli.cli.project_answer import tell, warn
from apex_cli.cli.project_import import import_wind

BRIEF = "Project files: make, look at, change and seal them."


def show(wish: Output, *, project: str) -> int:
    """Show a file: itself as a table, as trace.inputs in JSON."""
    from apex_cli.project import store

    found = store.load(project)
    if wish.form == "yaml":
        from apex_cli.project.yaml_text import written

        warn(found, wish)
        write(written(found.document).encode("utf-8"), wish)
        return 0
    if wish.as_table:
        warn(found, wish)
        write(found.data, wish)
        return 0
    return tell(found, wish, inputs=found.document)


def etag(wish: Output, *, project: str) -> int:
    """Tell the current etag; as a table it alone."""
    from apex_cli.project import store

    found = store.load(project)
    if wish.as_table:
        warn(found, wish)
        write(f"{found.etag}\n".encode(), wish)
        return 0
    return tell(found, wish)


def validate(wish: Output, *, project: str, folders: tuple[Path, ...]) -> int:
    """Tell at once all that any calculation would refuse, or none."""
    from apex_cli.audit.ready import ready
    from apex_cli.clock import today
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.project import store

    found = store.load(project)
    ends = ready(found.document, Catalogue(folders), today())
    return tell(found, wish, {"valid": True, "calculations": ends})


_LOOKS = "project format file quiet no_color"
_WRITES = "dry_run format file quiet no_color"
_FILE = {"project": argument("PROJECT", "A project file.")}

COMMANDS = {
    "project": {
        "new": Command(
            writing.new,
            f"path interactive template source project_id name settings folders {_WRITES}",
            {
                "path": argument("PROJECT", "The file to make."),
                "interactive": flag(
                    "-i", "--interactive", help_="Ask for what a calculation needs."
                ),
                "template": Option(
                    ("--template",),
                    "pole (else this), two-pole, monument, footing-only, wall, projecting, roof, "
                    "eurocode.",
                    "NAME", complete="templates",
                ),
                "source": Option(("--from",), "Copy the inputs of a project.", "FILE"),
                "project_id": Option(("--id",), "Otherwise made of the file's name.", "ID"),
                "name": Option(("--name",), "The project's name.", "TEXT"),
                "settings": OPTIONS["settings"]._replace(help="Another value; repeatable."),
            },
            (
                "apex project new pylon.json --interactive",
                "apex project new pylon.json --template pole --set site.wind_speed_mph=120",
                "apex project new pylon.yaml --template monument",
                "apex project new copy.json --from pylon.json --name 'Second pylon'",
            ),
        ),
        "show": Command(
            show,
            _LOOKS,
            {
                "format": OPTIONS["format"]._replace(
                    help="table: the file as it is; yaml: the same project, sealed as it is.",
                    type=Literal["auto", "json", "table", "yaml"],
                )
            },
            (
                "apex project show pylon.json --format table",
                "apex project show pylon.json --format yaml -o pylon.yaml",
            ),
        ),
        "set": Command(
            writing.set_,
            f"project settings folders if_match {_WRITES}",
            {
                **_FILE,
                "settings": argument(
                    "PATH=VALUE...", "As in sign.elements.0.width_ft=12", many=True,
                    complete="settings",
                ),
            },
            (
                "apex project set pylon.json footing.width_ft=3.5 sign.elements.0.name=cabinet",
                'apex project set pylon.json footing.width_ft=4 --if-match "$ETAG"',
                "apex project set pylon.json loads=null --dry-run",
            ),
        ),
        **adding.COMMANDS,
        "import-wind": Command(
            import_wind,
            f"project reply if_match {_WRITES}",
            {**_FILE, "reply": argument("REPLY", "The tool's reply, saved as plain JSON; or -.")},
            ("apex project import-wind pylon.json hazard.json --dry-run",
             "apex project import-wind pylon.json hazard.json"),
            "The reply: source, date, edition, risk_category, speeds_mph by years (300, 700, 1700, "
            "3000), latitude_deg, longitude_deg, elevation_ft, special_wind_region.",
        ),
        "seal": Command(
            writing.seal,
            f"project if_match {_WRITES}",
            _FILE,
            ("apex project seal pylon.json --dry-run", "apex project seal pylon.json"),
        ),
        "status": Command(
            writing.status,
            "project to if_match dry_run format file folders quiet no_color",
            {
                **_FILE,
                "to": argument(
                    "STATUS", "draft, estimating, submitted, accepted, rejected",
                    complete="statuses",
                ),
            },
            ("apex project status pylon.json estimating",),
        ),
        "validate": Command(
            validate,
            "project format file folders quiet no_color",
            examples=(
                "apex project validate pylon.json", "apex project validate - < pylon.json",
            ),
        ),
        "etag": Command(
            etag,
            _LOOKS,
            examples=("ETAG=$(apex project etag pylon.json --format table)",),
        ),
        "migrate": Command(
            writing.migrate,
            f"project if_match {_WRITES}",
            _FILE,
            ("apex project migrate old.json --dry-run",),
        ),
        "merge": Command(
            writing.merge,
            f"base ours theirs favor {_WRITES}",
            {
                "base": argument("BASE", "The common ancestor; %O in git."),
                "ours": argument("OURS", "Gets the result; %A in git."),
                "theirs": argument("THEIRS", "The other side; %B in git."),
                "favor": Option(
                    ("--favor",), "Whose value to take where both changed one.",
                    "ours|theirs", Literal["ours", "theirs"],
                ),
            },
            (
                "apex project merge base.json ours.json theirs.json",
                "git config merge.apex.driver 'apex project merge --format table %O %A %B'",
            ),
        ),
    }
}  # fmt: skip
