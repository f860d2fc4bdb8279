"""Answers of an earlier run: kept aside while they are taken over, so that none is lost."""

import contextlib
import errno
import gzip
import os
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path

from apex_cli import files
from apex_cli.batch.earlier import EarlierAnswers, index
from apex_cli.errors import FileProblem

_STRICT = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


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
            plain = self._output.is_file()  # a device has no end, and no earlier answers
            if plain or os.path.lexists(self.path):
                self._take_aside(_plain(self._output) if plain else iter(()))
        except OSError as error:
            raise self._not_aside(error) from error
        try:
            return index(self.path) if self.path.exists() else None
        except OSError as error:
            files.refuse(self._output, error)

    def _take_aside(self, lines: Iterator[bytes]) -> None:
        """Put lines behind what is aside.

        Nobody has told this name, so somebody else who writes in the folder may have put a link or
        a pipe there: neither is followed.

        Raises:
            OSError: The system refuses; what was aside is as it was.
            FileProblem: It is no file of its own.
        """
        with open(self.path, "ab", opener=_own) as into:
            self._held = os.fstat(into.fileno()).st_size
            try:
                into.writelines(line if line.endswith(b"\n") else line + b"\n" for line in lines)
                into.flush()
                os.fsync(into.fileno())
            except OSError:
                self.put_back()
                raise

    def _not_aside(self, error: OSError) -> FileProblem:
        """Why the answers cannot be put aside; most often, there is no room for another copy."""
        found = files.refused(self.path, error)
        if found.problem_code != "file.disk_full":
            return found
        return FileProblem(
            f"{found.detail}; {self._output} is as it was",
            code=found.problem_code,
            hint="--resume keeps a copy of the output until the new one is whole: make room for it",
        )

    def put_back(self) -> None:
        """Undo `take` for a run that wrote nothing: what is kept aside is as long as it was."""
        with contextlib.suppress(OSError, FileProblem):
            if not self._held:
                self.path.unlink()
                return
            with open(self.path, "ab", opener=_own) as kept:
                kept.truncate(self._held)

    def forget(self) -> None:
        """Nothing is missing in the output any more.

        Raises:
            FileProblem: The system does not let it be removed; the output is whole.
        """
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            files.refuse(self.path, error)


def _own(path: str, flags: int) -> int:
    """An `opener`: of a regular file with this one name, no link and nobody's pipe.

    Raises:
        OSError: It is a link, or cannot be opened.
        FileProblem: It is no such file.
    """
    foreign = FileProblem(
        f"{path} is not a file of its own; the answers of the earlier run are kept there",
        code="file.not_regular",
        hint="look who put it there, and remove it; or give -o another name",
    )
    try:
        handle = os.open(path, flags | _STRICT, 0o666)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENXIO}:  # a link; a pipe or a socket
            raise foreign from error
        raise
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        os.close(handle)
        raise foreign
    return handle


def _plain(path: Path) -> Iterator[bytes]:
    """The lines of a file, decompressed as far as it is whole."""
    with contextlib.suppress(EOFError, zlib.error, gzip.BadGzipFile), path.open("rb") as file:
        yield from gzip.GzipFile(fileobj=file) if path.suffix == ".gz" else file
