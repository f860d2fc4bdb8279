"""From the items of a chunk to its lines: what every engine runs, wherever it runs it."""

import os
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from apex_cli.batch import summary
from apex_cli.batch.earlier import EarlierAnswers
from apex_cli.batch.item import Chunk, Item
from apex_cli.envelope.build import build, quote
from apex_cli.envelope.verdict import exit_code
from apex_cli.errors import ApexError
from apex_cli.files import unforeseen
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.file import ProjectFile, parsed
from apex_cli.project.overrides import overridden
from apex_cli.render.json import body_of, line_of
from apex_cli.render.json import line as spelled
from apex_cli.run.chain import envelope_of
from apex_cli.run.margin import PROJECT, tool
from apex_cli.run.prepare import prepare
from apex_cli.vocabulary import CalculationKind

LONGEST_TOLD = 500
REMEMBERED = 256
"""How many answers are kept, the last that were calculated; one takes about 30 kB."""


class Job(NamedTuple):
    """What is asked of every item.

    Args:
        kind: The calculation.
        folders: Folders of packs.
        settings: ``PATH=VALUE``, applied to each.
        packs: ``KIND=REF``, applied to each.
        today: The day on which a price book must be valid: one for the whole stream.
        strict: Whether warnings count.
        rows: Whether rows for a summary or a table are wanted.
        earlier: Answers of an earlier run.
    """

    kind: CalculationKind
    folders: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    today: str | None = None
    strict: bool = False
    rows: bool = False
    earlier: EarlierAnswers | None = None


class Done(NamedTuple):
    """What became of a chunk.

    Args:
        lines: Its lines.
        rows: Their rows, where rows are wanted.
        codes: Their exit codes.
        taken: How many were taken over from an earlier run.
        failures: Why those have no answer that have none, a line each.
    """

    lines: bytes
    rows: list[tuple[Any, ...]]
    codes: list[int]
    taken: int
    failures: tuple[str, ...] = ()


def joined(parts: Sequence[Done]) -> Done:
    """Parts of a chunk as one."""
    return Done(
        b"".join(part.lines for part in parts),
        [row for part in parts for row in part.rows],
        [code for part in parts for code in part.codes],
        sum(part.taken for part in parts),
        tuple(line for part in parts for line in part.failures),
    )


Calculate = Callable[[Chunk], Done]


_Asked = tuple[str, bytes]
"""The key of what is asked, and the inputs as they are shown: it does not tell their order."""


class _Kept(NamedTuple):
    """What is kept of an answer: little, so that the processor's cache has room for the next.

    Args:
        body: Its line before the margin.
        code: Its exit code.
        row: Its row, where rows are wanted, with the margin of the line that asked first.
    """

    body: bytes
    code: int
    row: tuple[Any, ...] | None


class Calculator:
    """Calculates chunks; packs are read once and kept.

    Raises:
        PackError: A folder of packs does not exist.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._catalogue = Catalogue(job.folders)
        self._kept: dict[_Asked, _Kept] = {}
        self._head = tool()

    def __call__(self, chunk: Chunk) -> Done:
        """The lines of a chunk, in its order."""
        return joined([self._one(item) for item in chunk])

    def _one(self, item: Item) -> Done:
        job = self._job
        meta = self._meta(item, {}, None, {}, ())
        try:
            read = _read(item)
            document, applied = overridden(read.document, job.settings, job.packs)
            meta = self._meta(item, document, read.etag, applied, read.notices)
            prepared = prepare(job.kind, document, self._catalogue, job.today)
            quoted = quote(job.kind, prepared.inputs, prepared.packs)
            if job.earlier is not None and (found := job.earlier.find(quoted, meta)):
                envelope, text = found
                return self._done(envelope, text, exit_code(envelope, strict=job.strict), 1)
            asked = quoted.key, quoted.shown
            kept = self._kept.get(asked)
            if kept is None:
                made = envelope_of(job.kind, prepared, meta, stream=True, quoted=quoted)
                kept = self._remember(asked, made)
            rows = [summary.with_margin(kept.row, meta)] if kept.row else []
            return Done(line_of(kept.body, meta), rows, [kept.code], 0)
        except ApexError as error:
            envelope, code = build(job.kind, error=error, meta=meta), error.exit_code
        except Exception as error:  # a fault in apex is a line too
            if os.environ.get("APEX_DEBUG") == "1":
                raise
            fault = unforeseen(error)
            envelope, code = build(job.kind, error=fault, meta=meta), fault.exit_code
        return self._done(envelope, spelled(envelope), code, 0)

    def _remember(self, asked: _Asked, made: dict[str, Any]) -> _Kept:
        """Keep an answer, for in a rollout many sites ask the same; the oldest makes room."""
        if len(self._kept) >= REMEMBERED:
            self._kept.pop(next(iter(self._kept)), None)
        code = exit_code(made, strict=self._job.strict)
        row = summary.row(made, code) if self._job.rows else None
        kept = self._kept[asked] = _Kept(body_of(made), code, row)
        return kept

    def _done(self, envelope: dict[str, Any], text: bytes, code: int, taken: int) -> Done:
        rows = [summary.row(envelope, code)] if self._job.rows else []
        return Done(text, rows, [code], taken, summary.failures(envelope))

    def _meta(
        self,
        item: Item,
        document: dict[str, Any],
        etag: str | None,
        applied: dict[str, Any],
        notices: tuple[str, ...],
    ) -> dict[str, Any]:
        """The margin of a line: no time and no duration, so that equal streams are equal bytes."""
        return {
            **self._head,
            "source": item.source,
            "line": item.line,
            "project_etag": etag,
            "project": {name: _told(document.get(key)) for name, key in PROJECT.items()},
            "overrides": applied,
            "notices": list(notices),
        }


def _read(item: Item) -> ProjectFile:
    """The item's document.

    Raises:
        ApexError: It has none, or none that can be read.
    """
    if item.error:
        raise item.error
    return parsed(item.source, item.data, None if item.line is None else "json")


def _told(value: Any) -> str | None:
    """A text of the document, unless it is none or so long that the document is refused."""
    return value if isinstance(value, str) and len(value) <= LONGEST_TOLD else None
