"""A bundle proved: its sums, its signature, its answer."""

import hashlib
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from apex_cli.audit.envelopes import MAX_STREAM_BYTES, envelopes_in, parse_envelope
from apex_cli.audit.verify import row_of, unreadable
from apex_cli.errors import ApexError, InvalidInput, VerificationFailed
from apex_cli.files import read_input, shown
from apex_cli.package.archive import files_in
from apex_cli.package.beside import at_odds
from apex_cli.package.bundle import SIGNATURE, SUMS
from apex_cli.package.signed import signer
from apex_cli.packs.catalogue import Catalogue

_LINE = re.compile(r"(\\?)([0-9a-f]{64})  (.+)")
_PACK = re.compile(r"packs/([a-z0-9][a-z0-9_.-]{0,200}\.yaml)")
_ANSWERS = ("answer.json", "answer.jsonl")
_MOST = 20
"""So many names are told of what is wrong."""
_LACKS = {(True, True): "", (False, True): " (not there)", (True, False): " (not named)"}
_ESCAPES = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}


def is_bundle(path: str) -> bool:
    """Whether a path names a bundle, by its ending."""
    return PurePosixPath(path).suffix.lower() == ".zip"


def rows_of_bundle(
    path: str, folders: tuple[Path, ...], signers: Path | None, *, replay: bool
) -> Iterator[dict[str, Any]]:
    """What proving a bundle found: its sums, its signature, and each answer in it.

    The answers are replayed with the packs of the bundle, too; nothing in it is written or run.

    Args:
        path: Of the bundle.
        folders: Where packs are looked for first.
        signers: OpenSSH's file of allowed signers, to tell whose key it is.
        replay: Whether to calculate again, or only to recompute digests.

    Raises:
        InvalidInput: It is no bundle.
        FileProblem: It cannot be read.
        UsageError: It is signed, and the extra for signatures is not installed.
    """
    files = _files(path)
    sums = files.pop(SUMS, None)
    if sums is None:
        raise _refused(path, f"it has no {SUMS}")
    armoured = files.pop(SIGNATURE, None)
    yield _row(path, SUMS, *_summed(sums, files))
    yield _row(path, SIGNATURE, *_signed(sums, armoured, signers))
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            if pack := _PACK.fullmatch(name):
                (Path(folder) / pack[1]).write_bytes(data)
        catalogue = Catalogue((*folders, Path(folder)))
        proved = []
        for name in _ANSWERS:
            for which, data in envelopes_in(name, files[name]) if name in files else ():
                where = f"{shown(path)}:{which}"
                try:
                    row = row_of(where, data, catalogue, replay=replay)
                    yield row
                    proved += [parse_envelope(data)] if row["proved"] else []
                except ApexError as error:
                    yield unreadable(where, error)
        if not any(name in files for name in _ANSWERS):
            yield _row(path, _ANSWERS[0], "no_answer", "there is no answer in it to be proved")
        for name, why, wrong in at_odds(files, proved, catalogue):
            yield _row(path, name, "not_of_the_answer" if wrong else "not_known", why)


def _refused(path: str, why: str) -> InvalidInput:
    return InvalidInput(f"{shown(path)} is no bundle of apex: {why}", code="bundle.invalid")


def _files(path: str) -> dict[str, bytes]:
    """The files of a bundle.

    Raises:
        InvalidInput: It is no such archive.
    """
    try:
        return files_in(read_input(path, MAX_STREAM_BYTES))
    except ValueError as error:
        raise _refused(path, str(error)) from error


def _summed(sums: bytes, files: Mapping[str, bytes]) -> tuple[str, str]:
    """Whether the sums are those of the files, all of them and no others."""
    said: dict[str, str] = {}
    for line in sums.decode("utf-8", "replace").removesuffix("\n").split("\n"):
        if not (found := _LINE.fullmatch(line)):
            return "sums_differ", f"{SUMS} has a line that is no sum: {line[:80]}"
        escaped, sha256, name = found.groups()
        name = _unescaped(name) if escaped else name
        if name in said:
            return "sums_differ", f"{SUMS} names a file twice: {name[:80]}"
        said[name] = sha256
    computed = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    wrong = [
        f"{name[:80]}{_LACKS[name in computed, name in said]}"
        for name in sorted({*said, *computed})
        if said.get(name) != computed.get(name)
    ]
    if wrong:
        more = f" and {len(wrong) - _MOST} more" if len(wrong) > _MOST else ""
        return "sums_differ", f"not as they were put in: {', '.join(wrong[:_MOST])}{more}"
    return "sums_right", f"{len(files)} files are as they were put in"


def _unescaped(name: str) -> str:
    return re.sub(r"\\[\\nr]", lambda one: _ESCAPES[one[0]], name)


def _signed(sums: bytes, armoured: bytes | None, signers: Path | None) -> tuple[str, str]:
    """Whose signature the sums bear."""
    if armoured is None:
        wanted = "" if signers is None else f", and one of {shown(str(signers))} was to have"
        return "not_signed" if signers is None else "signature_missing", (
            f"nobody has signed it{wanted}"
        )
    try:
        found = signer(sums, armoured, signers)
    except InvalidInput as error:
        return "signature_wrong", error.detail
    if signers is None:
        return "signed", f"by the key {found.fingerprint}; --signers FILE tells whose it is"
    if not found.name:
        why = f", but {found.barred}" if found.barred else ""
        there = "is in" if found.barred else "is not in"
        return "signer_unknown", f"the key {found.fingerprint} {there} {shown(str(signers))}{why}"
    return "signed", f"by {found.name}, with the key {found.fingerprint}"


_WRONG = (
    "sums_differ", "signature_wrong", "signature_missing", "signer_unknown", "not_of_the_answer",
    "no_answer",
)  # fmt: skip


def _row(path: str, name: str, outcome: str, detail: str) -> dict[str, Any]:
    wrong = outcome in _WRONG
    return {
        "path": f"{shown(path)}:{name}",
        "proved": outcome in {"sums_right", "signed"},
        "exit_code": VerificationFailed.exit_code if wrong else 0,
        "outcome": outcome,
        "detail": shown(detail),
    }
