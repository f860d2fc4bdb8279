"""Where the lines go: only whole ones stay, whatever ends the run."""

import contextlib
import gzip
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import BinaryIO, Protocol

from apex_cli import files
from apex_cli.links import followed
from apex_cli.pipes import into

MEMBER_LINES = 4096
"""Lines in one member of a gzip file. It is fixed, so that equal lines are equal files."""


class Sink(Protocol):
    """Takes lines."""

    @property
    def begun(self) -> bool:
        """Whether what stood there before is gone."""

    def write(self, lines: bytes) -> None:
        """Write whole lines."""

    def close(self) -> None:
        """Write what is held back."""


class Pipe:
    """Lines to an open stream."""

    def __init__(self, stream: BinaryIO, name: str = "standard output") -> None:
        self._stream = stream
        self._name = name

    @property
    def begun(self) -> bool:
        """A stream is open before anything is written."""
        return True

    def write(self, lines: bytes) -> None:
        """Write whole lines.

        Raises:
            BrokenPipeError: Nobody reads.
            FileProblem: The system refuses.
        """
        try:
            self._stream.write(lines)
            self._stream.flush()
        except BrokenPipeError:  # which is no failure: `unread.Reader`
            raise
        except OSError as error:
            files.refuse(self._name, error)

    def close(self) -> None:
        """Nothing is held back."""


class Lines:
    """Lines to a file; when the disk is full, it ends with the last line that is whole.

    The file is opened by the first write: until then, what stands there stays.

    Raises:
        Conflict: There is a project file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO | None = None
        try:
            files.spare_projects(followed(path))
        except OSError as error:
            files.refuse(path, error)

    @property
    def begun(self) -> bool:
        """Whether the file was opened."""
        return self._file is not None

    def _opened(self) -> FileIO:
        if self._file is None:
            try:
                followed(self._path)
                self._file = open(self._path, "wb", buffering=0, opener=into)  # noqa: SIM115 - a path has no opener
            except OSError as error:
                files.refuse(self._path, error)
        return self._file

    def write(self, lines: bytes) -> None:
        """Write whole lines.

        Raises:
            FileProblem: The system refuses.
        """
        self._put(lines, lambda written: lines.rfind(b"\n", 0, written) + 1)

    def write_all_or_none(self, data: bytes) -> None:
        """Write bytes that mean nothing in part.

        Raises:
            FileProblem: The system refuses.
        """
        self._put(data, lambda _: 0)

    def _put(self, data: bytes, worth_keeping: Callable[[int], int]) -> None:
        """Write; when the system refuses, take back what is of no worth of what was written."""
        file = self._opened()
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[file.write(rest) :]
        except OSError as error:
            written = len(data) - len(rest)
            with contextlib.suppress(OSError):
                file.truncate(file.tell() - written + worth_keeping(written))
            files.refuse(self._path, error)

    def close(self) -> None:
        """Close the file.

        Raises:
            FileProblem: The system refuses.
        """
        if self._file is not None:
            try:
                self._file.close()
            except OSError as error:
                files.refuse(self._path, error)


class Compressed:
    """Lines to a gzip file, in members that stand alone; what is whole is readable."""

    def __init__(self, path: Path) -> None:
        self._file = Lines(path)
        self._held: list[bytes] = []

    @property
    def begun(self) -> bool:
        """Whether the file was opened."""
        return self._file.begun

    def write(self, lines: bytes) -> None:
        """Hold whole lines until there are enough for a member."""
        self._file.write(b"")
        self._held += lines.splitlines(keepends=True)
        while len(self._held) >= MEMBER_LINES:
            self._member(self._held[:MEMBER_LINES])
            del self._held[:MEMBER_LINES]

    def _member(self, lines: list[bytes]) -> None:
        self._file.write_all_or_none(gzip.compress(b"".join(lines), mtime=0))

    def close(self) -> None:
        """Write what is held back."""
        if self._held:
            self._member(self._held)
            self._held = []
        self._file.close()


def sink(path: Path) -> Sink:
    """The sink for a file, by its name.

    Raises:
        Conflict: There is a project file.
    """
    return Compressed(path) if path.suffix == ".gz" else Lines(path)
