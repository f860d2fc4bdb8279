"""Envelopes read back from files: one document, or one line each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from apex_cli.canonical import digest
from apex_cli.envelope.model import Envelope
from apex_cli.errors import SHOWN_FAULTS, Fault, InvalidInput
from apex_cli.files import read_input, shown
from apex_cli.project.text import parse
from apex_cli.records.faults import faults_of

MAX_BYTES = 64 * 2**20
MAX_STREAM_BYTES = 1024 * 2**20
MAX_VALUES = 2_000_000
"""An envelope tells every step of 200 elements; a project holds far less."""


def read_envelopes(path: str) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each envelope in a file.

    Raises:
        FileProblem: It cannot be read.
        InvalidInput: It is too long.
    """
    yield from envelopes_in(path, read_input(path, MAX_STREAM_BYTES))


def envelopes_in(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """As `read_envelopes`, of what a file holds."""
    if len(data) > MAX_STREAM_BYTES:
        raise InvalidInput(
            f"{shown(path)} is longer than {MAX_STREAM_BYTES} bytes",
            code="envelope.too_large",
            hint="split it between its lines",
        )
    lines = [(n, line) for n, line in enumerate(data.split(b"\n"), 1) if line.strip()]
    if not _is_stream(lines):
        yield shown(path), data
        return
    for n, line in lines:
        yield f"{shown(path)}:{n}", line


def _is_stream(lines: Sequence[tuple[int, bytes]]) -> bool:
    """Whether these are JSON Lines: more than one, and at least one is an object by itself."""
    return len(lines) > 1 and any(
        line.startswith(b"{") and line.rstrip().endswith(b"}") for _, line in lines
    )


def parse_envelope(data: bytes) -> dict[str, Any]:
    """The envelope in these bytes; whether it is sound is not looked at yet.

    Raises:
        InvalidInput: It carries no digest, or is not JSON.
    """
    envelope = parse(data, MAX_BYTES, MAX_VALUES)
    if not isinstance(envelope.get("content_sha256"), str):
        raise InvalidInput(
            "this is not an envelope: it has no content_sha256",
            code="envelope.invalid",
            hint="apex calc … -o answer.json writes one",
        )
    return envelope


def faults(envelope: Mapping[str, Any]) -> list[Fault]:
    """What this envelope has otherwise than an envelope of this version.

    >>> [fault.pointer for fault in faults({"envelope_version": "1.0"})][:2]
    ['/kind', '/result']
    """
    try:
        Envelope.model_validate(dict(envelope))
    except ValidationError as error:
        return faults_of(error, Envelope)
    if envelope["error"] is not None and envelope["result"] is not None:
        return [Fault("/error", "stands beside a result; an envelope has one or the other")]
    return []


def require_sound(envelope: Mapping[str, Any]) -> None:
    """Refuse what has not the shape of an envelope.

    Raises:
        InvalidInput: With the first faults.
    """
    if found := faults(envelope):
        raise InvalidInput(
            f"this is not an envelope of version 1.0: {found[0].pointer}: {found[0].detail}",
            code="envelope.invalid",
            faults=found[:SHOWN_FAULTS],
        )


def key_of(envelope: Mapping[str, Any]) -> str:
    """What `inputs_sha256` of this envelope must be: the digest of kind, inputs, pack digests."""
    trace = envelope["trace"]
    packs = {kind: pack["sha256"] for kind, pack in trace["pack_metadata"].items()}
    return digest({"kind": envelope["kind"], "inputs": trace["inputs"], "packs": packs})
