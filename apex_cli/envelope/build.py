"""Rounds once, hashes once: from a solver's result and trace to an envelope."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple, Protocol

import orjson
from msgspec.structs import asdict

from apex_cli.canonical import canonical, canonical_around, digest
from apex_cli.envelope.numbers import as_read, plain
from apex_cli.envelope.steps import objects, written
from apex_cli.equations import Bare, Caution, Check, Trace
from apex_cli.errors import ApexError, NoAnswer
from apex_cli.packs.model import Pack
from apex_cli.vocabulary import PackKind

ENVELOPE_VERSION = "1.0"

PENALTIES = {
    "notice": 0,
    "warning": 0.1,
    "review": 0.3,
    "failed_check": 0.3,
    "no_feasible_answer": 0.4,
    "abstained": 0.5,
}
"""What each finding takes from the confidence, which starts at 1."""

Packs = Mapping[PackKind, tuple[Pack, str]]

UNHASHED = ("content_sha256", "meta")


class Quote(NamedTuple):
    """What was read, as an envelope quotes it.

    Args:
        inputs: Integral numbers as integers, however they were written.
        shown: Their JSON text, keys in the order of the project.
        spelled: Their RFC 8785 form.
        key: Digest of inputs, pack digests and kind: equal keys give equal answers.
    """

    inputs: dict[str, Any]
    shown: bytes
    spelled: bytes
    key: str


def _check(check: Check) -> dict[str, Any]:
    numbers = {name: plain(getattr(check, name)) for name in ("demand", "capacity", "ratio")}
    return {**asdict(check), **numbers}


class Reason(Protocol):
    """Why a warning is accepted, and by whom."""

    @property
    def reason(self) -> str:
        """Why."""

    @property
    def by(self) -> str | None:
        """By whom, if that is told."""


def _warning(caution: Caution, reason: Reason | None) -> dict[str, Any]:
    """A warning and what it takes from the confidence: nothing where it is accepted."""
    if reason is None:
        return {**asdict(caution), "penalty": PENALTIES[caution.severity]}
    accepted = {"reason": reason.reason, "by": reason.by}
    return {**asdict(caution), "penalty": 0, "accepted": accepted}


def confidence(
    penalties: Iterable[float], checks: Iterable[Check], error: ApexError | None
) -> float:
    """1 minus the penalties of warnings and failed checks, clamped to 0…1."""
    if error is not None:
        kind = "no_feasible_answer" if isinstance(error, NoAnswer) else "abstained"
        return 1 - PENALTIES[kind]
    lost = sum(penalties)
    lost += PENALTIES["failed_check"] * sum(not check.passed for check in checks)
    return max(0.0, 1 - lost)


def problem(error: ApexError) -> dict[str, Any]:
    """The error as a problem (RFC 9457)."""
    return {
        "type": f"urn:apex:problem:{error.problem_code}",
        "code": error.problem_code,
        "status": error.status,
        "title": error.title,
        "detail": _unicode(error.detail),
        "hint": _unicode(error.hint),
        "errors": [_shown(fault._asdict()) for fault in error.faults],
        **_shown(error.extra),
    }


def _shown(value: Any) -> Any:
    """The value as JSON: text as Unicode, of a number that knows its origin the number alone."""
    if isinstance(value, str):
        return _unicode(value)
    if isinstance(value, float):
        return value.real
    if isinstance(value, dict):
        return {_unicode(str(key)): _shown(item) for key, item in value.items()}
    return [*map(_shown, value)] if isinstance(value, list | tuple) else value


def _unicode(text: str) -> str:
    """The text with what is not Unicode in it, as in the name of a file, spelled out."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def build(
    kind: str,
    *,
    result: Any = None,
    trace: Bare | None = None,
    inputs: Mapping[str, Any] | Quote | None = None,
    packs: Packs | None = None,
    error: ApexError | None = None,
    meta: Mapping[str, Any] | None = None,
    exact: bool = False,
    stream: bool = False,
    accepted: Mapping[str, Reason] | None = None,
) -> dict[str, Any]:
    """The envelope of an answer or of an error.

    Args:
        kind: What was asked: ``exposure``, ``project``, …
        result: The solver's result, or anything JSON.
        trace: What the solver wrote down.
        inputs: What was read, as read, or quoted already.
        packs: Per kind the pack that was read and the digest of its bytes.
        error: The reason why there is no result.
        meta: What may differ between two equal runs; outside the digest.
        exact: The result is JSON that quotes numbers (a pack's constants, another envelope's
            values): it is not rounded again.
        stream: The envelope is written as one line and nothing else: its steps may be text.
        accepted: Codes of warnings that an engineer has dealt with, and why.

    Returns:
        A JSON object whose `content_sha256` is the digest of all but itself and `meta`.

    Raises:
        InternalFault: The result holds something that is not JSON, or not finite.
    """
    record = trace if isinstance(trace, Trace) else Trace()
    read = packs or {}
    quoted = inputs if isinstance(inputs, Quote) else quote(kind, inputs or {}, read)
    text = written(record.steps) if stream and record.steps else None
    reasons = accepted or {}
    warnings = [_warning(caution, reasons.get(caution.code)) for caution in record.cautions]
    penalties = [item["penalty"] for item in warnings]
    envelope = {
        "envelope_version": ENVELOPE_VERSION,
        "kind": kind,
        "result": None if error else result if exact else plain(result),
        "checks": [_check(check) for check in record.checks],
        "warnings": warnings,
        "assumptions": list(record.assumptions),
        "confidence": plain(confidence(penalties, record.checks, error)),
        "trace": {
            "inputs": quoted.inputs,
            "inputs_sha256": quoted.key,
            "steps": orjson.Fragment(text.shown) if text else objects(record.steps),
            "pack_metadata": {
                name: {
                    "ref": pack.ref,
                    "standard": pack.standard,
                    "sha256": pack_sha256,
                    "refs": list(pack.refs),
                }
                for name, (pack, pack_sha256) in read.items()
            },
        },
        "error": problem(error) if error else None,
    }
    spelled: dict[tuple[str, ...], bytes] = {("trace", "inputs"): quoted.spelled}
    if text:
        spelled["trace", "steps"] = text.canonical
    content = digest(envelope) if exact or error else _digest(envelope, spelled)
    return {**envelope, "content_sha256": content, "meta": dict(meta or {})}


def _digest(value: Mapping[str, Any], parts: Mapping[tuple[str, ...], bytes]) -> str:
    """The digest of a value whose numbers were rounded here, but for the parts spelled before."""
    return sha256(canonical_around(value, parts)).hexdigest()


def quote(kind: str, inputs: Mapping[str, Any], packs: Packs) -> Quote:
    """What was read, as an envelope of this kind quotes it."""
    read = as_read(inputs)
    spelled = canonical(read)
    digests = {name: pack_sha256 for name, (_, pack_sha256) in packs.items()}
    asked = {"kind": kind, "inputs": read, "packs": digests}
    return Quote(read, orjson.dumps(read), spelled, _digest(asked, {("inputs",): spelled}))


def content_digest(envelope: Mapping[str, Any]) -> str:
    """What `content_sha256` of this envelope must be."""
    return digest({key: item for key, item in envelope.items() if key not in UNHASHED})
