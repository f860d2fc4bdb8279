"""What a package says of itself: title block, and what the answer stands on."""

from collections.abc import Iterator, Mapping
from typing import Any

from apex_cli.render.report.answers import ReportedAnswers, Signing
from apex_cli.render.report.model import (
    Block,
    Column,
    Fact,
    Facts,
    Paragraph,
    Revision,
    Table,
    TitleBlock,
)
from apex_cli.render.report.prose import prose
from apex_cli.render.report.records import cell, tables
from apex_cli.render.text import printable

SUBTITLES = {
    "exposure": "wind exposure",
    "footing": "foundation",
    "support": "steel of the support",
    "pricing": "price",
}

_TOLD = (
    ("Project", "id"), ("Customer", "customer"), ("Site", "site"), ("Address", "address"),
    ("Jurisdiction", "jurisdiction"), ("Permit number", "permit_number"),
)  # fmt: skip


def title_block(answers: ReportedAnswers, signing: Signing, what: str) -> TitleBlock:
    """What every page says of itself.

    Args:
        answers: What was found.
        signing: Who stands for it.
        what: What the package is.
    """
    told = answers.meta.get("project") or {}
    name = told.get("name") or told.get("id") or "Sign structure"
    parts = [SUBTITLES[kind] for kind in answers.kinds]
    words = " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
    return TitleBlock(
        project=printable(str(name)),
        subtitle=f"{what}: {words}",
        calculated_by=printable(signing.calculated_by),
        checked_by=printable(signing.checked_by),
        date=printable(signing.date),
        program=f"apex {printable(str(answers.meta.get('version') or ''))}".strip(),
        digest=answers.envelopes[-1]["content_sha256"],
        permit_number=printable(str(told.get("permit_number") or "")),
        address=printable(str(told.get("address") or told.get("site") or "")),
        revisions=tuple(
            Revision(
                *(printable(str(row.get(key) or "")) for key in ("mark", "date", "text", "by"))
            )
            for row in told.get("revisions") or ()
        ),
    )


def project(answers: ReportedAnswers) -> Facts:
    """Who and where."""
    told = answers.meta.get("project") or {}
    rows = [Fact(words, printable(str(told[key]))) for words, key in _TOLD if told.get(key)]
    return Facts(tuple(rows))


def _clauses(pack: Mapping[str, Any]) -> Iterator[str]:
    """What a pack stands on, without the standard that is named beside it."""
    for ref in pack["refs"]:
        yield ref.removeprefix(pack["standard"]).removeprefix(",").strip()


def basis(answers: ReportedAnswers) -> Iterator[Block]:
    """Revisions, packs with their digests, the answer's digests, what was overridden."""
    revisions = (answers.meta.get("project") or {}).get("revisions")
    if revisions:
        yield from tables(revisions, "Revisions")
    columns = (
        Column("pack"), Column("standard"), Column("SHA-256 of its bytes", wide=True),
    )  # fmt: skip
    rows = tuple(
        (f"{kind}_{printable(pack['ref'])}", printable(pack["standard"]), pack["sha256"])
        for kind, pack in answers.packs.items()
    )
    yield Table("Packs: every constant of the calculation stands in one of these", columns, rows)
    refs = tuple(
        Fact(printable(pack["standard"]), prose("; ".join(_clauses(pack))))
        for pack in answers.packs.values()
        if pack["refs"]
    )
    if refs:
        yield Facts(refs, "What the packs stand on")
    overrides = answers.meta.get("overrides") or {}
    if overrides:
        changed = tuple((printable(key), cell("", value)) for key, value in overrides.items())
        yield Table(
            "What if: set for this calculation, not in the project file",
            (Column("path", wide=True), Column("value", wide=True)),
            changed,
        )
    if "project.edited" in (answers.meta.get("notices") or []):
        yield Paragraph("The project file was changed by hand since it was sealed.")
