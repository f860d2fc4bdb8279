"""Two installed versions of apex held beside each other: whose answers change."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apex_cli.audit.findings import finding
from apex_cli.audit.locked import asked
from apex_cli.audit.summary import summary
from apex_cli.envelope.build import content_digest
from apex_cli.envelope.compare import compare
from apex_cli.errors import ApexError, UsageError
from apex_cli.files import shown
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.render.difference import sentence
from apex_cli.run.chain import run
from apex_cli.vocabulary import CalculationKind

WAIT = 120
"""Seconds that the other program may take for one answer."""

Answer = Mapping[str, Any]


def rows_against(
    program: str, paths: Sequence[str], catalogue: Catalogue, folders: Sequence[Any] = ()
) -> Iterator[dict[str, Any]]:
    """How the answers of another program to these projects differ from ours.

    Args:
        program: The other apex, a path or a name that the shell would find.
        paths: Of project files.
        catalogue: The packs that ours are calculated with.
        folders: Folders of packs, which the other program is told too.

    Returns:
        A row a calculation, as `verify.rows_of` tells it; from theirs (old) to ours (new).

    Raises:
        UsageError: The program cannot be run, or is none that answers.
        ApexError: A file is no project.
    """
    words = [f"--packs-dir={folder}" for folder in folders]
    for path in paths:
        document = store.load(path).document
        for kind in asked(document):
            theirs = _theirs(program, ["calc", kind, path, "--format", "json", *words])
            outcome, detail = _held(kind, document, theirs, catalogue)
            yield finding(shown(path), outcome, f"{kind}: {detail}", kind=kind)


def _theirs(program: str, words: Sequence[str]) -> Answer:
    try:
        done = subprocess.run(  # noqa: S603 - the program that the user names
            [program, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, check=False, timeout=WAIT,
        )  # fmt: skip
        found: Any = json.loads(done.stdout)
        content_digest(found)
        return {"error": None, **found, "content_sha256": found["content_sha256"]}
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{program} does not answer as apex does: {str(error)[:200]}",
            hint="name the apex of another installation: --against old/bin/apex",
        ) from error


def _held(
    kind: CalculationKind, document: Mapping[str, Any], theirs: Answer, catalogue: Catalogue
) -> tuple[str, str]:
    """Whether both answers are the same, and in words."""
    try:
        ours: Answer = run(kind, document, catalogue)
    except ApexError as error:
        if theirs["error"] and theirs["error"]["code"] == error.problem_code:
            return "identical", f"both refuse it [{error.problem_code}]"
        return "changed", f"no answer any more: {error.detail}"
    if theirs["error"]:
        return "changed", f"theirs is no answer: {theirs['error']['detail']}"
    if ours["content_sha256"] == theirs["content_sha256"]:
        return "identical", f"both answers have the digest {ours['content_sha256']}"
    told = compare(theirs, ours)
    short = summary([(theirs, ours, told)])
    words = sentence({"same": False, "what": "an envelope", "summary": short})
    return "changed", words
