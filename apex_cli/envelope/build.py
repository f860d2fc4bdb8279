"""Rounds once, hashes once: from a solver's result and trace to an envelope."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from apex_cli.canonical import canonical, canonical_around, digest
from apex_cli.envelope.numbers import as_read, plain, significant
from apex_cli.equations import Bare, Caution, Check, Step, Trace
from apex_cli.errors import ApexError, NoAnswer
from apex_cli.packs.model import Pack
from apex_cli.quantities import Known
from apex_cli.schema import PackKind

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

UNHASHED = ("content_sha256", "meta")


def _step(n: int, step: Step) -> dict[str, Any]:
    card = step.card
    terms = {}
    units = card.units
    for name, number in step.terms.items():
        value, unit = significant(number, units[name])
        origin = number.origin if isinstance(number, Known) else "computed"
        terms[name] = {"value": value, "unit": unit, "origin": origin}
        if origin != "computed" and number.status:
            terms[name]["status"] = number.status
    value, unit = significant(step.value, card.unit)
    written = {
        "n": n,
        "symbol": card.symbol,
        "text": card.text,
        "terms": terms,
        "value": value,
        "unit": unit,
        "clause": step.clause,
    }
    if step.subject:
        written["subject"] = step.subject
    return written


def _check(check: Check) -> dict[str, Any]:
    ratio = check.demand / check.capacity if check.capacity else None
    return {
        "id": check.id,
        "description": check.description,
        "demand": plain(check.demand),
        "capacity": plain(check.capacity),
        "unit": check.unit,
        "ratio": plain(ratio),
        "passed": check.passed,
        "clause": check.clause,
    }


def _warning(caution: Caution) -> dict[str, Any]:
    return {**caution._asdict(), "penalty": PENALTIES[caution.severity]}


def confidence(warnings: list[Caution], checks: list[Check], error: ApexError | None) -> float:
    """1 minus the penalties, clamped to 0…1."""
    if error is not None:
        kind = "no_feasible_answer" if isinstance(error, NoAnswer) else "abstained"
        return 1 - PENALTIES[kind]
    lost = sum(PENALTIES[caution.severity] for caution in warnings)
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
        "errors": [fault._asdict() for fault in error.faults],
        **error.extra,
    }


def _unicode(text: str) -> str:
    """The text with what is not Unicode in it (a file's name) spelled out."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def build(
    kind: str,
    *,
    result: Any = None,
    trace: Bare | None = None,
    inputs: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, tuple[Pack, str]] | None = None,
    error: ApexError | None = None,
    meta: Mapping[str, Any] | None = None,
    exact: bool = False,
) -> dict[str, Any]:
    """The envelope of an answer or of an error.

    Args:
        kind: What was asked: ``exposure``, ``project``, …
        result: The solver's frozen result, or anything JSON.
        trace: What the solver wrote down.
        inputs: What was read, as read.
        packs: Per kind the pack that was read and the digest of its bytes.
        error: The reason why there is no result.
        meta: What may differ between two equal runs; outside the digest.
        exact: The result is JSON that quotes numbers (a pack's constants, another envelope's
            values): it is not rounded again.

    Returns:
        A JSON object whose `content_sha256` is the digest of all but itself and `meta`.

    Raises:
        InternalFault: The result holds something that is not JSON, or not finite.
    """
    record = trace if isinstance(trace, Trace) else Trace()
    read = packs or {}
    quoted = as_read(inputs or {})
    spelled = canonical(quoted)
    envelope = {
        "envelope_version": ENVELOPE_VERSION,
        "kind": kind,
        "result": None if error else result if exact else plain(result),
        "checks": [_check(check) for check in record.checks],
        "warnings": [_warning(caution) for caution in record.cautions],
        "assumptions": list(record.assumptions),
        "confidence": plain(confidence(record.cautions, record.checks, error)),
        "trace": {
            "inputs": quoted,
            "inputs_sha256": _key(kind, quoted, spelled, read),
            "steps": [_step(n, step) for n, step in enumerate(record.steps, 1)],
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
    rounded = not (exact or error)
    content = _digest(envelope, spelled, "trace", "inputs") if rounded else digest(envelope)
    return {**envelope, "content_sha256": content, "meta": dict(meta or {})}


def _digest(value: Mapping[str, Any], spelled: bytes, *way: str) -> str:
    """The digest of a value whose numbers were rounded here, but for the part spelled before."""
    text = canonical_around(value, spelled, *way)
    return digest(value) if text is None else sha256(text).hexdigest()


def calculation_key(
    kind: str, inputs: Mapping[str, Any], packs: Mapping[PackKind, tuple[Pack, str]]
) -> str:
    """Digest of inputs, pack digests and kind: equal keys give equal answers."""
    return _key(kind, inputs, canonical(dict(inputs)), packs)


def _key(
    kind: str,
    inputs: Mapping[str, Any],
    spelled: bytes,
    packs: Mapping[PackKind, tuple[Pack, str]],
) -> str:
    digests = {name: pack_sha256 for name, (_, pack_sha256) in packs.items()}
    return _digest({"kind": kind, "inputs": dict(inputs), "packs": digests}, spelled, "inputs")


def content_digest(envelope: Mapping[str, Any]) -> str:
    """What `content_sha256` of this envelope must be."""
    return digest({key: item for key, item in envelope.items() if key not in UNHASHED})
