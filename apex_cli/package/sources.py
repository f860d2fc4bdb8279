"""What a package is made from, and what its command tells of it."""

import time
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from apex_cli.audit.envelopes import MAX_BYTES, MAX_STREAM_BYTES, MAX_VALUES, envelopes_in
from apex_cli.clock import today
from apex_cli.errors import InvalidInput, PackError, UsageError
from apex_cli.files import read_input, shown
from apex_cli.package.answers import Envelope, distinct, envelopes_of, is_envelope
from apex_cli.packs.catalogue import Catalogue, require_readable
from apex_cli.project.document import document_of
from apex_cli.project.file import ProjectFile, parsed
from apex_cli.project.form import form_of
from apex_cli.project.overrides import overridden
from apex_cli.project.text import parse
from apex_cli.run.margin import meta

PROVE = "prove.py"
"""The file that proves an answer without apex, with Python's standard library alone."""


class Source(NamedTuple):
    """What a package is made from: its answers, the bytes that were read, whether as answers."""

    envelopes: list[Envelope]
    data: bytes
    stored: bool


def source(
    path: str,
    catalogue: Catalogue,
    settings: Sequence[str],
    packs: Sequence[str],
    opened: Callable[[ProjectFile], None],
) -> Source:
    """The answers: those in the envelope, or those that the project asks for.

    Args:
        path: Of an envelope or a project, or ``-``.
        catalogue: The packs that can be seen.
        settings: ``PATH=VALUE`` each, what if.
        packs: ``KIND=REF`` each, packs to use instead.
        opened: Hears of a project that was read.

    Raises:
        UsageError: Answers that were given are to be changed, or there is nothing to show.
        ApexError: There is no answer.
    """
    started = time.perf_counter()
    data = read_input(path, MAX_STREAM_BYTES)
    yaml = form_of(path, data) == "yaml"
    parts = [data] if yaml else [part for _, part in envelopes_in(path, data)]
    documents = [] if yaml else [_parsed(path, part) for part in parts]
    if documents and all(map(is_envelope, documents)):
        if settings or packs:
            raise UsageError("--set and --pack change a project, not an answer that was given")
        data = parts[0] if len(parts) == 1 else b"".join(part + b"\n" for part in parts)
        return Source(distinct(documents), data, stored=True)
    read = parsed(path, b"\n".join(parts))
    opened(read)
    document, applied = overridden(read.document, settings, packs)
    margin = meta(read, document, applied, started=started)
    return Source(envelopes_of(document, catalogue, margin, today()), read.data, stored=False)


def _parsed(path: str, part: bytes) -> dict[str, Any]:
    try:
        return parse(part, MAX_BYTES, MAX_VALUES)
    except InvalidInput:
        document_of(path, part)  # says it in the words of a project, if it is one or well known
        raise


def files_of(path: str, found: Source, catalogue: Catalogue) -> list[tuple[str, bytes]]:
    """The files that the package was made from: project or envelope, and packs."""
    files = [(path, found.data)]
    for envelope in found.envelopes:
        for kind, pack in envelope["trace"]["pack_metadata"].items():
            try:
                data, where = catalogue.bytes_of(kind, pack["ref"])
            except PackError as error:
                require_readable(error)
                continue
            if (where.name, data) not in files:
                files.append((where.name, data))
    return files


def bundle_of(
    path: str, found: Source, catalogue: Catalogue, answer: bytes
) -> list[tuple[str, bytes]]:
    """The same under the names that they have in a bundle, the answer itself, and its proof."""
    (given, data), *packs = files_of(path, found, catalogue)
    files = [("answer.json" if len(found.envelopes) == 1 else "answer.jsonl", answer)]
    if not found.stored:
        files.append((f"project/{'project.json' if path == '-' else PurePath(given).name}", data))
    files.append((PROVE, resources.files("apex_cli.data").joinpath(PROVE).read_bytes()))
    return files + [(f"packs/{name}", data) for name, data in packs]


def told(found: Source, written: Sequence[Path], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Which files were written, from which answers.

    Args:
        found: The answers.
        written: Where the package went.
        rows: The signature of every file.
    """
    checks = [check for one in found.envelopes for check in one["checks"]]
    return {
        "written": [shown(path) for path in written],
        "answers": [
            {"kind": one["kind"], "content_sha256": one["content_sha256"]}
            for one in found.envelopes
        ],
        "checks": len(checks),
        "failed": sum(not check["passed"] for check in checks),
        "signature": [{**row, "file": shown(row["file"])} for row in rows],
    }
