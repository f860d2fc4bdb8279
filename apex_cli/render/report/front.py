"""The first pages: title block, what was found, and what it stands on."""

from collections.abc import Iterator
from typing import Any

from apex_cli.render.report.answers import NAMES, ReportedAnswers, Signing
from apex_cli.render.report.model import (
    Block,
    Column,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Table,
    TitleBlock,
    Verdict,
)
from apex_cli.render.report.records import cell, fact, tables
from apex_cli.render.text import number, printable

SUBTITLES = {
    "exposure": "wind exposure",
    "footing": "foundation",
    "support": "steel of the support",
    "pricing": "price",
}

HEADLINES: dict[str, tuple[tuple[str, str], ...]] = {
    "exposure": (
        ("Top of the sign", "height_ft"),
        ("Velocity pressure there", "velocity_pressure_psf"),
        ("Governing case", "base/case"),
        ("Shear at grade, strength level", "base/shear_lbf"),
        ("Moment at grade, strength level", "base/moment_kipft"),
        ("Torsion at grade, strength level", "base/torsion_kipft"),
        ("Shear at grade, ASD", "asd/shear_lbf"),
        ("Moment at grade, ASD", "asd/moment_kipft"),
    ),
    "footing": (
        ("Foundation", "type"),
        ("Number of foundations", "count"),
        ("Width or diameter", "width_ft"),
        ("Thickness", "thickness_ft"),
        ("Width of the stem", "stem/width_ft"),
        ("Length of the stem", "stem/length_ft"),
        ("Required depth", "required_depth_ft"),
        ("Depth to build", "depth_ft"),
        ("Governed by", "governed_by"),
        ("Concrete, all foundations", "concrete_yd3"),
    ),
    "support": (
        ("Method", "method"),
        ("Greatest ratio", "ratio"),
        ("Governed by", "governed_by"),
        ("Second-order factor B2", "second_order"),
        ("Steel of all poles", "quantities/pole_lbf"),
    ),
    "pricing": (("Price book", "pricing_ref"), ("Total", "total_usd")),
}
"""The few numbers that a reader looks for first, by result and place in it."""


_TOLD = (
    ("Project", "id"), ("Customer", "customer"), ("Site", "site"), ("Address", "address"),
    ("Jurisdiction", "jurisdiction"), ("Permit number", "permit_number"),
)  # fmt: skip


def title_block(answers: ReportedAnswers, signing: Signing) -> TitleBlock:
    """What every page says of itself."""
    told = answers.meta.get("project") or {}
    name = told.get("name") or told.get("id") or "Sign structure"
    parts = [SUBTITLES[kind] for kind in answers.kinds]
    words = " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
    return TitleBlock(
        project=printable(str(name)),
        subtitle=f"Calculation package: {words}",
        calculated_by=printable(signing.calculated_by),
        checked_by=printable(signing.checked_by),
        date=printable(signing.date),
        program=f"apex {printable(str(answers.meta.get('version') or ''))}".strip(),
        digest=answers.envelopes[-1]["content_sha256"],
    )


def project(answers: ReportedAnswers) -> Facts:
    """Who and where."""
    told = answers.meta.get("project") or {}
    rows = [Fact(words, printable(str(told[key]))) for words, key in _TOLD if told.get(key)]
    standards = list(dict.fromkeys(pack["standard"] for pack in answers.packs.values()))
    rows.append(Fact("Codes and books", printable("; ".join(standards))))
    return Facts(tuple(rows))


def summary(answers: ReportedAnswers) -> Iterator[Block]:
    """The verdict and the headline numbers."""
    yield _verdict(answers)
    for kind in answers.kinds:
        rows = tuple(_headlines(answers.results[kind], HEADLINES[kind]))
        if rows:
            yield Heading(NAMES[kind])
            yield Facts(rows)


def _verdict(answers: ReportedAnswers) -> Verdict:
    failed = [check for check in answers.checks if not check["passed"]]
    reviews = sum(
        item["severity"] == "review" and bool(item["penalty"]) for item in answers.warnings
    )
    tail = ""
    if reviews:
        tail = f" {reviews} remark{'s ask' if reviews > 1 else ' asks'} for an engineer's review."
    confidence = f" Confidence {number(answers.confidence)}."
    count = len(answers.checks)
    if failed:
        names = ", ".join(printable(check["id"]) for check in failed)
        return Verdict(False, f"{len(failed)} of {count} checks fail: {names}.{tail}{confidence}")
    if count:
        return Verdict(True, f"All {count} checks pass.{tail}{confidence}")
    return Verdict(True, f"Nothing was to be checked.{tail}{confidence}")


def _headlines(result: Any, wanted: tuple[tuple[str, str], ...]) -> Iterator[Fact]:
    for words, place in wanted:
        value: Any = result
        for key in place.split("/"):
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None:
            made = fact(key, value)
            yield Fact(words, cell(key, value), made.unit, made.numeric)


def basis(answers: ReportedAnswers) -> Iterator[Block]:
    """Codes and packs with their digests, the answer's digests, what was overridden."""
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
        Fact(printable(pack["standard"]), printable("; ".join(pack["refs"])))
        for pack in answers.packs.values()
        if pack["refs"]
    )
    if refs:
        yield Heading("What the packs stand on")
        yield Facts(refs)
    digests = tuple((one["kind"], one["content_sha256"]) for one in answers.envelopes)
    yield Table(
        "Digest of the answer", (Column("envelope"), Column("content_sha256", wide=True)), digests
    )
    etag = answers.meta.get("project_etag")
    if etag:
        yield Paragraph(f"Etag of the project file: {printable(str(etag))}")
    overrides = answers.meta.get("overrides") or {}
    if overrides:
        changed = tuple((printable(key), cell("", value)) for key, value in overrides.items())
        yield Table(
            "What if: set for this calculation, not in the project file",
            (Column("path"), Column("value", wide=True)),
            changed,
        )
    if "project.edited" in (answers.meta.get("notices") or []):
        yield Paragraph("The project file was changed by hand since it was sealed.")
