"""The shape of an envelope, from which its JSON Schema is made."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, FailFast, Field

from apex_cli.records.twin import Strict
from apex_cli.vocabulary import SHA256_PATTERN, PackKind

Sha256 = Annotated[str, Field(pattern=SHA256_PATTERN)]


class CheckRecord(Strict):
    """A demand held against a capacity."""

    id: str
    description: str
    demand: float
    capacity: float
    unit: str
    ratio: float | None
    passed: bool
    clause: str


class AcceptedRecord(Strict):
    """Why a warning is accepted, and by whom."""

    reason: str
    by: str | None


class WarningRecord(Strict):
    """Something that lowers the confidence."""

    code: str
    severity: Literal["notice", "warning", "review"]
    message: str
    clause: str
    penalty: float
    accepted: AcceptedRecord | None = None


class TermRecord(Strict):
    """A number of an equation: a project's pointer, a pack's pointer, or an earlier step."""

    value: float
    unit: str
    origin: str
    status: Literal["printed", "derived", "secondary", "memory"] | None = None


class StepRecord(Strict):
    """An equation as it was used; `text`, evaluated with `terms`, gives `value`."""

    n: int
    symbol: str
    text: str
    terms: dict[str, TermRecord]
    value: float
    unit: str
    clause: str
    subject: str | None = None


class PackRecord(Strict):
    """A pack that was read."""

    ref: str
    standard: str
    sha256: Sha256
    refs: Annotated[list[str], FailFast()]


class TraceRecord(Strict):
    """How the answer came to be."""

    inputs: dict[str, Any]
    inputs_sha256: Sha256
    steps: Annotated[list[StepRecord], FailFast()]
    pack_metadata: dict[PackKind, PackRecord]


class FaultRecord(Strict):
    """One place that is wrong."""

    pointer: str
    detail: str
    value: Any = None
    hint: str


class Problem(Strict):
    """Why there is no answer (RFC 9457)."""

    model_config = ConfigDict(extra="allow")

    type: str
    code: str
    status: int
    title: str
    detail: str
    hint: str
    errors: Annotated[list[FaultRecord], FailFast()]


class Envelope(Strict):
    """An answer that anyone can re-derive and re-hash.

    A list is read up to its first wrong item: a small file could hold a million faults.
    """

    envelope_version: Literal["1.0"]
    kind: str
    result: dict[str, Any] | None
    checks: Annotated[list[CheckRecord], FailFast()]
    warnings: Annotated[list[WarningRecord], FailFast()]
    assumptions: Annotated[list[str], FailFast()]
    confidence: Annotated[float, Field(ge=0, le=1)]
    trace: TraceRecord
    error: Problem | None
    content_sha256: Sha256
    meta: dict[str, Any]
