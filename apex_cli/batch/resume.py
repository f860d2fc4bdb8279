"""Answers of an earlier run: kept aside while they are taken over, so that none is lost."""

import contextlib
import gzip
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from apex_cli import files
from apex_cli.batch.earlier import EarlierAnswers, index


class EarlierOutput:
    """What the output of an earlier run held, aside.

    What an interrupted run had put aside is still there: the newer answers go behind it.

    Args:
        output: The file that was written then and will be now.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._held = 0
        self.path = output.with_name(f"{output.name}.before")

    def take(self) -> EarlierAnswers | None:
        """Put the answers aside, plain, and find them by their inputs; None if there are none.

        Raises:
            FileProblem: The system refuses.
        """
        try:
            self._held = self.path.stat().st_size if self.path.exists() else 0
        except OSError as error:
            files.refuse(self.path, error)
        try:
            if self._output.is_file():  # a device has no end, and no earlier answers
                with self.path.open("ab") as into:
                    for line in _plain(self._output):
                        into.write(line if line.endswith(b"\n") else line + b"\n")
                    into.flush()
                    os.fsync(into.fileno())
        except OSError as error:
            self.put_back()
            files.refuse(self.path, error)
        try:
            return index(self.path) if self.path.exists() else None
        except OSError as error:
            files.refuse(self._output, error)

    def put_back(self) -> None:
        """Undo `take` for a run that wrote nothing: what is kept aside is as long as it was."""
        with contextlib.suppress(OSError):
            if self._held:
                os.truncate(self.path, self._held)
            else:
                self.path.unlink()

    def forget(self) -> None:
        """Nothing is missing in the output any more.

        Raises:
            FileProblem: The system does not let it be removed; the output is whole.
        """
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            files.refuse(self.path, error)


def _plain(path: Path) -> Iterator[bytes]:
    """The lines of a file, decompressed as far as it is whole."""
    with contextlib.suppress(EOFError, zlib.error, gzip.BadGzipFile), path.open("rb") as file:
        yield from gzip.GzipFile(fileobj=file) if path.suffix == ".gz" else file
