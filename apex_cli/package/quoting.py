"""Quotes of one site or of many: priced, put together, and written as a file's name asks for."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from apex_cli.audit.find import files_of
from apex_cli.errors import ApexError, UsageError
from apex_cli.files import read_input
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.file import ProjectFile, parsed
from apex_cli.project.overrides import overridden
from apex_cli.project.text import MAX_BYTES
from apex_cli.render.quote.content import Wish, quote
from apex_cli.render.quote.internal import sheet
from apex_cli.render.quote.model import Quote
from apex_cli.render.quote.site import Site
from apex_cli.render.report.model import Paper
from apex_cli.run.chain import run
from apex_cli.run.margin import meta
from apex_cli.units.fields import in_units
from apex_cli.vocabulary import JsonObject, without_nulls

FORMATS = (".pdf", ".html", ".md")


class Asked(NamedTuple):
    """What is to be quoted.

    Args:
        catalogue: The packs that can be seen.
        settings: ``PATH=VALUE`` each, what if.
        packs: ``KIND=REF`` each, packs to use instead.
        day: On which the price book must be valid.
    """

    catalogue: Catalogue
    settings: Sequence[str] = ()
    packs: Sequence[str] = ()
    day: str | None = None


class Priced(NamedTuple):
    """A project with its price; its quantities are numbers."""

    read: ProjectFile
    document: JsonObject
    envelope: dict[str, Any]


def read_all(paths: Iterable[str], opened: Callable[[str, ProjectFile], None]) -> list[ProjectFile]:
    """The projects that paths, folders and globs name.

    Args:
        paths: As they were given.
        opened: Hears of every project that was read.

    Raises:
        UsageError: There is none.
        ApexError: One cannot be read.
    """
    found = []
    for path in files_of(paths):
        read = parsed(path, read_input(path, MAX_BYTES))
        opened(path, read)
        found.append(read)
    if not found:
        raise UsageError("there are no project files in it", hint="name files, folders or globs")
    return found


def priced(read: ProjectFile, asked: Asked) -> Priced:
    """A project with its price.

    Raises:
        ApexError: There is none; of which project is told.
    """
    document, applied = overridden(read.document, asked.settings, asked.packs)
    margin = meta(read, document, applied)
    try:
        envelope = run("pricing", document, asked.catalogue, margin, asked.day)
    except ApexError as error:
        name = read.path or document.get("project_id") or "the project"
        error.detail = f"{name}: {error.detail}"
        raise
    return Priced(read, in_units(without_nulls(document)), envelope)


def dated(found: Sequence[ProjectFile]) -> str:
    """The day of the last write to any of these projects; empty if none tells it."""
    return max(str(read.document.get("updated_at") or "")[:10] for read in found)


def put_together(
    found: Sequence[Priced], catalogue: Catalogue, wish: Wish, *, internal: bool = False
) -> Quote:
    """The document of these prices.

    Args:
        found: One at least.
        catalogue: Has their price book.
        wish: How it is headed.
        internal: Whether it is the shop's own sheet.

    Raises:
        UsageError: They are by different books, for different customers, or tell no cost.
    """
    sites = [
        Site(
            one.document, one.envelope["result"],
            catalogue.load("pricing", one.envelope["result"]["pricing_ref"])[0],  # type: ignore[arg-type] # - a price book
        )
        for one in found
    ]  # fmt: skip
    _require_one("price book", [site.book.ref for site in sites], "--pack pricing=REF")
    if internal:
        if sites[0].book.scope is None:
            raise UsageError(
                f"the price book {sites[0].book.ref} does not tell cost from margin",
                hint="give it a scope, and its rows a role; docs/pricing-book.md tells how",
            )
        return sheet(sites, wish)
    customers = [str(site.document.get("customer") or "") for site in sites]
    _require_one("customer", customers, "--set customer=NAME")
    return quote(sites, wish)


def _require_one(what: str, names: Sequence[str], option: str) -> None:
    """Refuse a quote over several of what it has one of."""
    several = [*dict.fromkeys(names)]
    if len(several) > 1:
        told = ", ".join(name or "none" for name in several[:5])
        raise UsageError(
            f"one quote has one {what}, but the projects have {len(several)}: {told}",
            hint=f"quote them apart, or {option} for all",
        )


def written(made: Quote, name: str, date: str, paper: Paper) -> bytes:
    """The document in the format that the file's name asks for.

    Raises:
        UsageError: The name has another ending, or PDF is asked for without Typst.
    """
    ending = PurePath(name).suffix.lower()
    if ending == ".pdf":
        from apex_cli.render.quote import pdf  # noqa: PLC0415 - writers load when asked for

        return pdf.render(made, date, paper)
    if ending == ".html":
        from apex_cli.render.quote import html  # noqa: PLC0415 - loaded when it is used

        return html.render(made, paper.logo).encode("utf-8", "replace")
    if ending == ".md":
        from apex_cli.render.quote import markdown  # noqa: PLC0415 - loaded when it is used

        return markdown.render(made).encode("utf-8", "replace")
    raise UsageError(
        f"{name}: a quote is written as {', '.join(FORMATS)}",
        code="report.unknown_format",
        hint="choose the format by the ending of the file's name",
    )


def told(found: Sequence[Priced], files: Sequence[str]) -> dict[str, Any]:
    """Which files were written, of which prices."""
    checks = [check for one in found for check in one.envelope["checks"]]
    return {
        "written": list(files),
        "quoted": [
            {
                "project": one.document.get("project_id") or one.document.get("name"),
                "total_usd": one.envelope["result"]["total_usd"],
                "content_sha256": one.envelope["content_sha256"],
            }
            for one in found
        ],
        "checks": len(checks),
        "failed": sum(not check["passed"] for check in checks),
    }
