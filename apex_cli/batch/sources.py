"""The items that files, folders, globs and standard input hold, one after the other."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from apex_cli import files
from apex_cli.audit.find import files_of
from apex_cli.batch.item import Item
from apex_cli.batch.rows import rows
from apex_cli.errors import ApexError, FileProblem
from apex_cli.project.form import begins_yaml, ending
from apex_cli.project.text import MAX_BYTES

Form = Literal["auto", "json", "jsonl", "csv"]
FORMS: dict[str, Form] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv"}
"""What a file holds, by the ending of its name; any other is one project."""

_GZIP = b"\x1f\x8b"
_BROKEN = (OSError, EOFError, zlib.error)


def items(inputs: Iterable[str], base: dict[str, Any] | None, form: Form) -> Iterator[Item]:
    """Every item of the inputs, in order.

    Args:
        inputs: Files, folders, globs, or ``-``.
        base: What a row of a table starts from.
        form: What files hold whose name does not say it, and standard input.

    An input that cannot be read is an item that says so.
    """
    found = [_found(name) for name in inputs]  # all before the first: no output is among them
    for paths in found:
        if isinstance(paths, Item):
            yield paths
            continue
        for path in paths:
            yield from _of(path, base, form)


def _found(name: str) -> list[str] | Item:
    try:
        return list(files_of([name]))
    except ApexError as error:
        return Item(files.shown(name), None, b"", error)


def _of(path: str, base: dict[str, Any] | None, form: Form) -> Iterator[Item]:
    held = FORMS.get(ending(path), form)
    source = files.shown(path)
    if path == files.STDIN:
        yield from _read(source, files.standard_input(), base, "jsonl" if held == "auto" else held)
        return
    try:
        with files.opened(Path(path)) as file:
            yield from _read(source, file, base, "json" if held == "auto" else held)
    except OSError as error:
        yield Item(source, None, b"", _refused(source, error))
    except ApexError as error:
        yield Item(source, None, b"", error)


def _read(source: str, file: Any, base: dict[str, Any] | None, form: Form) -> Iterator[Item]:
    """The items in an open file, which may be compressed whatever it is called."""
    stream = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if file.peek(2)[:2] == _GZIP else file
    if form == "jsonl":
        yield from _lines(source, stream)
    elif form == "csv":
        yield from rows(source, stream, base)
    else:
        try:
            yield Item(source, None, stream.read(MAX_BYTES + 1))
        except _BROKEN as error:
            yield Item(source, None, b"", _refused(source, error))


def _lines(source: str, stream: BinaryIO) -> Iterator[Item]:
    """The lines that are not empty; one that is too long is read no further than it must be."""
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(MAX_BYTES + 1)
            if number == 1 and _begins_project(source, line):
                yield Item(source, None, line + stream.read(MAX_BYTES + 1))
                return
            if len(line) > MAX_BYTES:
                _skip(stream, line)
        except _BROKEN as error:
            yield Item(source, number, b"", _refused(source, error))
            return
        if not line:
            return
        if line.strip():
            yield Item(source, number, line)


def _begins_project(source: str, line: bytes) -> bool:
    """Whether this is the first line of one project that is written over several lines."""
    return line.strip() == b"{" or (source == files.STDIN and begins_yaml(line))


def _skip(stream: BinaryIO, line: bytes) -> None:
    """Read on to the end of a line that is too long."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(1024 * 1024)


def _refused(source: str, error: BaseException) -> ApexError:
    if isinstance(error, OSError) and error.errno is not None:
        try:
            files.refuse(source, error)
        except FileProblem as refused:
            return refused
    return FileProblem(f"{source} is damaged: {error}", code="file.damaged")
