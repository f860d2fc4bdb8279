"""The calculation package as files: answers read or made, other widths tried, writers called."""

import copy
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, get_args

from apex_cli.audit.envelopes import require_sound
from apex_cli.audit.lock import asked
from apex_cli.envelope.build import content_digest
from apex_cli.envelope.numbers import plain
from apex_cli.equations import Bare
from apex_cli.errors import ApexError, InvalidInput, UsageError, VerificationFailed
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import SCHEMA_VERSION
from apex_cli.project.reader import validate
from apex_cli.render.report.answers import Signing
from apex_cli.render.report.content import report
from apex_cli.render.report.model import Report
from apex_cli.run import Prepared, prepare, run, solve
from apex_cli.schema import PACK_KINDS, CalculationKind

FORMATS = (".pdf", ".html", ".md", ".json")
STEPS_AROUND = 8
"""How many widths are tried below and above the chosen one."""

Document = Mapping[str, Any]
Answer = dict[str, Any]


def is_envelope(document: Document) -> bool:
    """Whether a JSON document is an envelope rather than a project."""
    return "content_sha256" in document and "trace" in document


def unaltered(envelope: Answer) -> Answer:
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


def calculated(envelope: Answer) -> Answer:
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
    validate({"schema_version": SCHEMA_VERSION, **envelope["trace"]["inputs"]})
    return envelope


def distinct(envelopes: Sequence[Answer]) -> list[Answer]:
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


def answers(
    document: Document, catalogue: Catalogue, meta: Mapping[str, Any], today: str | None = None
) -> list[Answer]:
    """Everything that a project asks for: one envelope of all, or one for each calculation.

    Raises:
        UsageError: The project asks for nothing.
        ApexError: There is no answer.
    """
    kinds: Sequence[CalculationKind] = asked(document)
    if not kinds:
        raise UsageError(
            "the project asks for no calculation: it names no pack with the blocks it needs",
            code="report.no_calculation",
            hint="give packs and the blocks site and sign, footing, or pricing",
        )
    if set(kinds) == set(PACK_KINDS):
        kinds = ("all",)
    return [run(kind, document, catalogue, meta, today) for kind in kinds]


def package(
    envelopes: Sequence[Answer], signing: Signing, catalogue: Catalogue, *, stored: bool = False
) -> Report:
    """The report of these answers, other widths of the foundation tried.

    Args:
        envelopes: Answers of one project.
        signing: Who stands for them.
        catalogue: The packs that can be seen.
        stored: Whether the answers were read from a file instead of just made.

    Raises:
        InvalidInput: A stored envelope lacks what an answer has.
    """
    try:
        return report(envelopes, signing, widths(envelopes, catalogue))
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        if not stored:
            raise
        raise InvalidInput(
            f"the envelope has its digest, but not the fields of an answer: {error!r}",
            code="envelope.invalid",
        ) from error


def written(made: Report, name: str, envelopes: Sequence[Answer], signed_on: str) -> bytes:
    """The package, or the answer itself, in the format that the file's name asks for.

    Raises:
        UsageError: The name has another ending, or PDF is asked for without Typst.
    """
    ending = PurePath(name).suffix.lower()
    if ending == ".pdf":
        from apex_cli.render.report import pdf  # noqa: PLC0415 - writers load when asked for

        return pdf.render(made, signed_on)
    if ending == ".html":
        from apex_cli.render.report import html  # noqa: PLC0415 - loaded when it is used

        return html.render(made).encode("utf-8", "replace")
    if ending == ".md":
        from apex_cli.render.report import markdown  # noqa: PLC0415 - loaded when it is used

        return markdown.render(made).encode("utf-8", "replace")
    if ending == ".json":
        from apex_cli.render import json  # noqa: PLC0415 - loaded when it is used

        write = json.document if len(envelopes) == 1 else json.line
        return b"".join(map(write, envelopes))
    raise UsageError(
        f"{name}: a package is written as {', '.join(FORMATS)}",
        code="report.unknown_format",
        hint="choose the format by the ending of the file's name",
    )


def widths(envelopes: Sequence[Answer], catalogue: Catalogue) -> list[dict[str, Any]]:
    """What other widths would ask for: depth, concrete and, where it depends on them, the total.

    Empty where there is no pier whose depth was solved, or its packs cannot be had.
    """
    envelope = next((one for one in envelopes if one["kind"] in {"all", "footing"}), None)
    if envelope is None:
        return []
    result = envelope["result"]
    footing = result["footing"] if envelope["kind"] == "all" else result
    given = envelope["trace"]["inputs"].get("footing", {})
    if footing["type"] != "pier" or given.get("depth_ft") is not None:
        return []
    packs = {kind: pack["ref"] for kind, pack in envelope["trace"]["pack_metadata"].items()}
    document = {"schema_version": SCHEMA_VERSION, **envelope["trace"]["inputs"], "packs": packs}
    rows = []
    for width in tried(footing["width_ft"]):
        changed = copy.deepcopy(document)
        changed["footing"]["width_ft"] = width
        try:
            prepared = prepare(envelope["kind"], changed, catalogue)
            if _same_packs(prepared, envelope):
                rows.append(_row(width, prepared))
        except ApexError:
            continue
    return rows


def _same_packs(prepared: Prepared, envelope: Answer) -> bool:
    """Whether the packs at hand are those of the answer."""
    metadata = envelope["trace"]["pack_metadata"]
    return all(sha256 == metadata[kind]["sha256"] for kind, (_, sha256) in prepared.packs.items())


def _row(width: float, prepared: Prepared) -> dict[str, Any]:
    found = solve(prepared, Bare())
    footing = found["footing"]
    price = found.get("pricing")
    return {
        "width_ft": width,
        "required_depth_ft": plain(footing.required_depth_ft),
        "depth_ft": plain(footing.depth_ft),
        "concrete_yd3": plain(footing.concrete_yd3),
        "total_usd": plain(price.total_usd) if price else None,
    }


def tried(width: float) -> list[float]:
    """The chosen width and others around it, in steps that a drill has.

    >>> tried(3)[:3], tried(3)[-1]
    ([1.5, 1.75, 2.0], 5.25)
    """
    step = 0.25 if width <= 4 else 0.5  # noqa: PLR2004 - 3-inch steps up to 4 ft, then 6-inch ones
    around = {round(step * k, 3) for k in range(2, 80) if 0.5 * width <= step * k}
    near = sorted(around, key=lambda other: (abs(other - width), other))[: 2 * STEPS_AROUND]
    return sorted({*near, width})


def signature(files: Sequence[tuple[str, bytes]]) -> list[dict[str, Any]]:
    """Name, size, SHA-256 and SHA-1 of each file of the package.

    >>> signature([("a.md", b"")])[0]["sha1"]
    'da39a3ee5e6b4b0d3255bfef95601890afd80709'
    """
    return [
        {
            "file": PurePath(name).name,
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
            "sha1": hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        }
        for name, data in files
    ]


def signature_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """The same as lines that ``sha256sum -c`` and ``sha1sum -c`` can check."""
    lines = [f"SHA256 ({row['file']}) = {row['sha256']}" for row in rows]
    lines += [f"SHA1 ({row['file']}) = {row['sha1']}" for row in rows]
    return "\n".join(lines) + "\n"
