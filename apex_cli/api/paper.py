"""The calculation package, from a project or from answers; the quote of projects."""

import os
from collections.abc import Iterable, Mapping
from datetime import date as day
from pathlib import Path as File
from typing import Any, Literal

from apex_cli import files
from apex_cli.api.projects import Path, Project, loaded
from apex_cli.clock import today
from apex_cli.errors import UsageError
from apex_cli.package import quoting
from apex_cli.package.answers import distinct, envelopes_of, is_envelope
from apex_cli.package.written import package, written
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import spelled
from apex_cli.project.file import ProjectFile
from apex_cli.project.overrides import overridden, refs_of
from apex_cli.render.quote.content import Wish as Heading
from apex_cli.render.report.answers import Signing
from apex_cli.render.report.content import Wish
from apex_cli.render.report.model import Paper
from apex_cli.run.margin import meta
from apex_cli.vocabulary import PackKind


def report(
    source: Project,
    *paths: Path,
    calc_by: str = "",
    checked_by: str = "",
    date: str = "",
    reader: Literal["permit", "shop"] = "permit",
    full: bool = False,
    summary: bool = False,
    overrides: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, str] | None = None,
    packs_dir: Iterable[Path] = (),
) -> list[File]:
    """Write the calculation package of a project, or of an answer.

    Args:
        source: A project, its path or its JSON object; or an envelope of `calculate`.
        paths: Where to: .pdf, .html, .md or .json, as many as are wanted.
        calc_by: Who calculated it.
        checked_by: Who checked it.
        date: Date to print, YYYY-MM-DD; none if none is given.
        reader: For the building department, or for who builds it.
        full: Whether to tell every step by itself, other widths and prices too.
        summary: Whether the first page is all.
        overrides: Values to calculate with instead, by their paths; not of an answer.
        packs: Packs to use instead: kind to reference; not of an answer.
        packs_dir: Folders to look for packs in before the bundled ones.

    Returns:
        The files that were written.

    Raises:
        UsageError: A name has another ending, or PDF is asked for without Typst.
        ApexError: There is no answer, or the answer was altered.
    """
    catalogue, signing = Catalogue(packs_dir), Signing(calc_by, checked_by, date)
    stored = (
        isinstance(source, Mapping) and not isinstance(source, ProjectFile) and is_envelope(source)
    )
    if date and not _is_day(date):
        raise UsageError(f"the date is to be one that exists, YYYY-MM-DD, not {date!r}")
    if stored:
        if overrides or packs:
            raise UsageError("overrides and packs change a project, not an answer that was given")
        envelopes = distinct([dict(source)])  # type: ignore[arg-type] # - a mapping, as was asked
    else:
        read = loaded(source)
        document, applied = overridden(read.document, spelled(overrides), refs_of(packs))
        envelopes = envelopes_of(document, catalogue, meta(read, document, applied), today())
    made = package(envelopes, signing, catalogue, Wish(reader, full, summary), stored=stored)
    data = [(File(os.fspath(one)), written(made, File(one).name, envelopes, date)) for one in paths]
    for path, text in data:
        files.write(path, text)
    return [path for path, _ in data]


def quote(
    *projects: Project,
    paths: Iterable[Path],
    date: str = "",
    number: str = "",
    internal: bool = False,
    overrides: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, str] | None = None,
    packs_dir: Iterable[Path] = (),
) -> list[File]:
    """Write the quote of one project or of many: what the customer gets.

    Args:
        projects: Each a project, its path or its JSON object.
        paths: Where to: .pdf, .html or .md, as many as are wanted.
        date: Its date, YYYY-MM-DD; absent: the day of the last write to a project.
        number: Its number; absent: that of the project.
        internal: Whether to write the shop's own sheet instead: cost, overhead, margin.
        overrides: Values to price with instead, by their paths.
        packs: Packs to use instead: kind to reference.
        packs_dir: Folders to look for packs in before the bundled ones.

    Returns:
        The files that were written.

    Raises:
        UsageError: The projects have several books or customers, or a name has another ending.
        ApexError: One has no price.
    """
    if date and not _is_day(date):
        raise UsageError(f"the date is to be one that exists, YYYY-MM-DD, not {date!r}")
    catalogue, read = Catalogue(packs_dir), [loaded(one) for one in projects]
    if not read:
        raise UsageError("a quote is of one project at least")
    day_ = date or quoting.dated(read)
    asked = quoting.Asked(catalogue, spelled(overrides), refs_of(packs), day_ or today())
    found = [quoting.priced(one, asked) for one in read]
    made = quoting.put_together(found, catalogue, Heading(day_, number), internal=internal)
    data = [
        (File(os.fspath(one)), quoting.written(made, File(one).name, day_, Paper()))
        for one in paths
    ]
    for path, text in data:
        files.write(path, text)
    return [path for path, _ in data]


def _is_day(text: str) -> bool:
    try:
        return day.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
