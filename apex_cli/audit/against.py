"""Two installed versions of apex held beside each other: whose answers change."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from apex_cli.audit.envelopes import MAX_BYTES, parse_envelope, require_sound
from apex_cli.audit.locked import asked
from apex_cli.audit.summary import summary
from apex_cli.envelope.build import content_digest
from apex_cli.envelope.compare import compare
from apex_cli.errors import ApexError, UsageError, VerificationFailed
from apex_cli.files import shown
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.render.difference import sentence
from apex_cli.run.chain import run
from apex_cli.vocabulary import CalculationKind

WAIT = 120
"""Seconds that the other program may take for one answer."""
_EVERY = 0.01
"""Seconds between two looks at it."""

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
            yield {"path": shown(path), "kind": kind, **_row(kind, document, theirs, catalogue)}


def _theirs(program: str, words: Sequence[str]) -> Answer:
    try:
        return _sound(_said(program, words))
    except (OSError, ValueError, ApexError) as error:
        why = error.detail if isinstance(error, ApexError) else str(error)
        raise UsageError(
            f"{shown(program)} does not answer as apex does: {why[:200]}",
            hint="name the apex of another installation: --against old/bin/apex",
        ) from error


def _sound(data: bytes) -> Answer:
    """The envelope in these bytes.

    Raises:
        InvalidInput: There is none.
        ValueError: It was altered.
    """
    found = {"error": None, **parse_envelope(data)}
    require_sound(found)
    if content_digest(found) != found["content_sha256"]:
        raise ValueError("its answer has not the digest that it claims")
    return found


def _said(program: str, words: Sequence[str]) -> bytes:
    """What a program writes, if it ends in time; it and what it began are ended with it.

    Raises:
        ValueError: It takes too long, or says too much.
        OSError: It cannot be run.
    """
    with tempfile.TemporaryFile() as said:  # no pipe, which what it began may keep open
        process = subprocess.Popen(  # noqa: S603 - the program that the user names
            [program, *words], stdin=subprocess.DEVNULL, stdout=said,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            deadline = time.monotonic() + WAIT
            while process.poll() is None and os.fstat(said.fileno()).st_size <= MAX_BYTES:
                if time.monotonic() > deadline:
                    raise ValueError(f"no answer within {WAIT} s")
                time.sleep(_EVERY)
        finally:
            _end(process)
        said.seek(0)
        data = said.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ValueError(f"it says more than {MAX_BYTES} bytes")
    return data


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it began, if it has not ended."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _row(
    kind: CalculationKind, document: Mapping[str, Any], theirs: Answer, catalogue: Catalogue
) -> dict[str, Any]:
    try:
        ours: Answer = run(kind, document, catalogue)
    except ApexError as error:
        if theirs["error"] and theirs["error"]["code"] == error.problem_code:
            return _told("identical", f"{kind}: both refuse it [{error.problem_code}]")
        return _told("changed", f"{kind}: no answer any more: {error.detail}")
    if theirs["error"]:
        return _told("changed", f"{kind}: theirs is no answer: {theirs['error']['detail']}")
    if ours["content_sha256"] == theirs["content_sha256"]:
        return _told("identical", f"{kind}: both answers have the digest {ours['content_sha256']}")
    told = compare(theirs, ours)
    short = summary([(theirs, ours, told)])
    words = sentence({"same": False, "what": "an envelope", "summary": short})
    return _told("changed", f"{kind}: {words}")


def _told(outcome: str, detail: str) -> dict[str, Any]:
    same = outcome == "identical"
    code = 0 if same else VerificationFailed.exit_code
    return {"proved": same, "exit_code": code, "outcome": outcome, "detail": detail}
