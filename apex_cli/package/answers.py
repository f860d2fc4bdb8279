"""The answers that a package shows: read from envelopes, or made for a project."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from apex_cli.audit.envelopes import require_sound
from apex_cli.audit.locked import together
from apex_cli.envelope.build import content_digest
from apex_cli.errors import UsageError, VerificationFailed
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import SCHEMA_VERSION
from apex_cli.project.reader import validate
from apex_cli.run.asked import filled, question
from apex_cli.run.chain import run
from apex_cli.vocabulary import CalculationKind, Selection

Envelope = dict[str, Any]


def is_envelope(document: Mapping[str, Any]) -> bool:
    """Whether a JSON document is an envelope rather than a project."""
    return "content_sha256" in document and "trace" in document


def unaltered(envelope: Envelope) -> Envelope:
    """The envelope, if it is whole and as it was signed.

    Raises:
        InvalidInput: It is not an envelope of this version.
        VerificationFailed: It does not have the digest that it claims.
    """
    computed = content_digest(envelope)
    if computed != envelope["content_sha256"]:
        raise VerificationFailed(
            f"the envelope was altered: what it says has the digest {computed}, "
            f"it claims {envelope['content_sha256']}",
            code="verify.digest_differs",
            hint="apex verify names what was altered; only an unaltered answer is shown",
        )
    require_sound(envelope)
    return envelope


def calculated(envelope: Envelope) -> Envelope:
    """The envelope, if it is a calculation's answer to inputs that a project may have.

    Raises:
        UsageError: It is an error, or something else than a calculation.
        InvalidInput: Its inputs are not those of a project.
    """
    if envelope["kind"] not in get_args(CalculationKind) or envelope["result"] is None:
        raise UsageError(
            f"a package shows the answer of a calculation; an envelope of kind "
            f"{envelope['kind']!r} {'with an error' if envelope['error'] else ''} holds none",
            code="report.no_calculation",
            hint="apex calc all PROJECT -o answer.json writes one",
        )
    document, select = question(envelope["trace"]["inputs"])
    if select in get_args(Selection):
        document = filled(document, select)
    validate({"schema_version": SCHEMA_VERSION, **document})
    return envelope


def distinct(envelopes: Sequence[Envelope]) -> list[Envelope]:
    """The answers of one file, if each is of another kind.

    Raises:
        UsageError: Two are of one kind: they belong to different projects or versions.
    """
    kinds = [one["kind"] for one in envelopes]
    if len(set(kinds)) < len(kinds):
        raise UsageError(
            f"one package shows one project, but there are {len(kinds)} envelopes of kinds "
            f"{', '.join(kinds)}",
            code="report.several_projects",
            hint="give one envelope, or one of each calculation",
        )
    return [calculated(unaltered(one)) for one in envelopes]


def envelopes_of(
    document: Mapping[str, Any],
    catalogue: Catalogue,
    meta: Mapping[str, Any],
    today: str | None = None,
) -> list[Envelope]:
    """Everything that a project asks for: one envelope of all, or one for each calculation.

    Raises:
        UsageError: The project asks for nothing.
        ApexError: There is no answer.
    """
    kinds = together(document)
    if not kinds:
        raise UsageError(
            "the project asks for no calculation: it names no pack with the blocks it needs",
            code="report.no_calculation",
            hint="give packs and the blocks site and sign, footing, or pricing",
        )
    return [run(kind, document, catalogue, meta, today) for kind in kinds]
