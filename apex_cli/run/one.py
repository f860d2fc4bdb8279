"""One project, one answer: what `apex calc` prints and the Python API returns."""

import os
import time
from collections.abc import Iterable
from typing import Any, NamedTuple

from apex_cli.clock import today
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.file import ProjectFile
from apex_cli.project.overrides import overridden
from apex_cli.run.chain import run
from apex_cli.run.margin import meta
from apex_cli.vocabulary import CalculationKind, Selection


class Asked(NamedTuple):
    """What is asked of a project: the document with what is set in it, and an envelope's margin."""

    document: dict[str, Any]
    margin: dict[str, Any]


def asked(read: ProjectFile, settings: Iterable[str] = (), refs: Iterable[str] = ()) -> Asked:
    """What is asked of a project, for whatever has many answers of it.

    Args:
        read: The project as it was read.
        settings: ``PATH=VALUE`` each, what if.
        refs: ``KIND=REF`` each, packs to use instead.
    """
    document, applied = overridden(read.document, settings, refs)
    return Asked(document, meta(read, document, applied))


def single(
    kind: CalculationKind,
    read: ProjectFile,
    settings: Iterable[str] = (),
    refs: Iterable[str] = (),
    folders: Iterable[str | os.PathLike[str]] = (),
    *,
    select: Selection | None = None,
) -> dict[str, Any]:
    """The envelope of one calculation on one project, with its margin.

    Args:
        kind: ``exposure``, ``footing``, ``support``, ``pricing`` or ``all``.
        read: The project as it was read.
        settings: ``PATH=VALUE`` each, what if.
        refs: ``KIND=REF`` each, packs to use instead.
        folders: Folders to look for packs in first.
        select: What is to be chosen: the lightest that passes.

    Raises:
        ApexError: There is no answer.
    """
    started = time.perf_counter()
    document, applied = overridden(read.document, settings, refs)
    day = today()
    envelope = run(kind, document, Catalogue(folders), today=day, select=select)
    envelope["meta"] = meta(read, document, applied, started=started)
    if "pricing" in envelope["trace"]["pack_metadata"]:
        asked = envelope["trace"]["inputs"]["pricing"].get("as_of")
        envelope["meta"]["price_date"] = asked or day
    return envelope
