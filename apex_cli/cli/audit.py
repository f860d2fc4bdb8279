"""apex lock, check, verify, diff: answers held to account."""

from pathlib import Path
from typing import Any, Literal

from apex_cli.cli.command import Command
from apex_cli.cli.options import Option, argument, flag
from apex_cli.cli.output import Output, say, tell
from apex_cli.cli.project_answer import standing
from apex_cli.exits import DIFFERENT

_IMPACT_FORMATS = ("auto", "table", "json")


def lock(wish: Output, *, project: str, if_match: str | None, folders: tuple[Path, ...]) -> int:
    """Write packs and answers, by their digests, into a project file."""
    from apex_cli.audit.locked import locked
    from apex_cli.clock import today
    from apex_cli.packs.catalogue import Catalogue

    found = locked(project, Catalogue(folders), today(), if_match)
    with standing(project, written=found["changed"]):
        return tell("lock", found, wish)


def check(
    wish: Output,
    *,
    paths: tuple[str, ...],
    impact: bool,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
) -> int:
    """Check project files: valid, sealed, packs present, lock kept, checks passed."""
    from apex_cli.audit.check import checked, worst
    from apex_cli.audit.find import files_of
    from apex_cli.audit.impact import impacts
    from apex_cli.errors import UsageError
    from apex_cli.packs.catalogue import Catalogue

    if bool(packs) != impact:
        raise UsageError("--impact and --pack go together: which packs would change what?")
    if impact and wish.format not in _IMPACT_FORMATS:
        raise UsageError(f"--impact has no format {wish.format}", hint=", ".join(_IMPACT_FORMATS))
    catalogue = Catalogue(folders)
    files = list(files_of(paths))
    if not files:
        say("apex: there are no project files in it", wish)
    if impact:
        found = impacts(files, packs, catalogue)
        return tell("impact", found, wish, worst(row["exit_code"] for row in found["impact"]))
    found = checked(files, catalogue, strict=wish.strict)
    return tell("check", found, wish, found["exit_code"])


def verify(
    wish: Output,
    *,
    envelopes: tuple[str, ...],
    digest_only: bool,
    against: str | None,
    signers: Path | None,
    folders: tuple[Path, ...],
) -> int:
    """Recompute the digest of envelopes and replay them from their own inputs and packs.

    Of a bundle (.zip) also the sums, and whose signature it bears. With --against, projects
    instead: the answers of another apex to them beside ours.
    """
    from apex_cli.packs.catalogue import Catalogue

    catalogue = Catalogue(folders)
    rows: list[dict[str, Any]] = []
    if against is not None:
        from apex_cli.audit.against import rows_against
        from apex_cli.audit.find import files_of

        rows += rows_against(against, list(files_of(envelopes)), catalogue, folders)
    else:
        from apex_cli.audit.findings import unreadable
        from apex_cli.audit.verify import rows_of
        from apex_cli.errors import ApexError
        from apex_cli.files import shown
        from apex_cli.package.proved import is_bundle, rows_of_bundle

        bundles = [path for path in envelopes if is_bundle(path)]
        for path in bundles:
            try:
                rows += rows_of_bundle(path, folders, signers, replay=not digest_only)
            except ApexError as error:
                if len(envelopes) == 1:
                    raise
                rows.append(unreadable(shown(path), error))
        others = [path for path in envelopes if path not in bundles]
        rows += rows_of(others, catalogue, replay=not digest_only)
    worst = max((int(row["exit_code"]) for row in rows), default=0)
    return tell("verify", {"envelopes": rows}, wish, worst)


def diff(
    wish: Output, *, old: str, new: str, stat: bool, exit_zero: bool, folders: tuple[Path, ...]
) -> int:
    """Say what changed between two envelopes, projects or packs, and what moved first."""
    from apex_cli.audit.difference import counted, difference
    from apex_cli.packs.catalogue import Catalogue

    found = difference(old, new, Catalogue(folders))
    code = 0 if found["same"] or exit_zero else DIFFERENT
    return tell("diff", counted(found) if stat else found, wish, code)


COMMANDS = {
    "lock": Command(
        lock,
        "project if_match format file folders quiet no_color",
        {"project": argument("PROJECT")},
        (
            "apex lock pylon.json",
            'apex lock pylon.json --if-match "$(apex project etag pylon.json --format table)"',
        ),
    ),
    "check": Command(
        check,
        "paths format file impact packs folders strict verbose quiet no_color",
        {
            "paths": argument("PATH...", many=True),
            "format": Option(
                ("--format",), "auto: a table on a terminal, else JSON.", default="auto",
                type=Literal["auto", "table", "json", "jsonl", "junit", "sarif", "github"],
            ),
            "impact": flag(
                "--impact", help_="Tell what the packs given by --pack would change."
            ),
        },
        (
            "apex check signs/",
            "apex check signs/ --format junit -o report.xml",
            "apex check 'signs/**/*.json' --impact --pack exposure=asce7-22_v1",
        ),
    ),
    "verify": Command(
        verify,
        "envelopes digest_only signers against format file folders quiet no_color",
        {
            "envelopes": argument("ENVELOPE|BUNDLE...", many=True),
            "digest_only": flag("--digest-only", help_="Do not calculate again."),
            "signers": Option(
                ("--signers",), "Names of keys, as ssh-keygen's allowed signers.", "FILE", Path
            ),
            "against": Option(
                ("--against",), "Projects instead: whose answers change from this apex to ours.",
                "PROGRAM",
            ),
        },
        (
            "apex verify answer.json",
            "apex calc all pylon.json | apex verify -",
            "apex verify pylon.zip --signers allowed_signers",
            "apex verify signs/ --against old/bin/apex",
        ),
    ),
    "diff": Command(
        diff,
        "old new stat exit_zero format file folders verbose quiet no_color",
        {
            "old": argument("A"),
            "new": argument("B"),
            "stat": flag("--stat", help_="Only how much differs."),
        },
        (
            "apex diff before.json after.json",
            "apex diff pylon.json pylon-wider.json --format table",
            "apex diff packs/exposure_asce7-16_v1.yaml packs/exposure_asce7-22_v1.yaml",
        ),
    ),
}  # fmt: skip
