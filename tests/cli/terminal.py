"""apex at a pseudo-terminal of 80 columns, answered prompt by prompt."""

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

PATIENCE = 60
"""Seconds until a prompt that does not come is given up."""
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """A command line that runs at a terminal.

    Args:
        words: The words after ``apex``.
        folder: Where it runs.
    """

    def __init__(self, words: Sequence[str], folder: Path) -> None:
        import fcntl  # noqa: PLC0415 - not on every system
        import pty  # noqa: PLC0415 - not on every system
        import termios  # noqa: PLC0415 - not on every system

        self._here, there = pty.openpty()
        kept = {
            name: text for name, text in os.environ.items() if name not in {"NO_COLOR", "PAGER"}
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "apex_cli", *words],
            stdin=there, stdout=there, stderr=there, cwd=folder, start_new_session=True,
            env={**kept, "TERM": "xterm", "COLUMNS": "80", "INPUTRC": os.devnull},
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no threads here
        )  # fmt: skip
        os.close(there)
        self._bytes = b""
        self._seen = 0

    @property
    def said(self) -> str:
        """All that stands on the terminal, without its colours."""
        text = _ESCAPES.sub("", self._bytes.decode("utf-8", "replace"))
        return text.replace("\r\n", "\n").replace("\r", "").replace("\a", "")

    def answer(self, text: str) -> None:
        """Type a line at the next prompt."""
        self._until_prompt()
        self._seen = len(self._bytes)
        os.write(self._here, text.encode() + b"\n")

    def press(self, key: bytes) -> None:
        """Press a key at the next prompt."""
        self._until_prompt()
        os.write(self._here, key)

    def ended(self) -> int:
        """The exit code, when it has ended."""
        while self._read():
            pass
        os.close(self._here)
        return self.process.wait(PATIENCE)

    def _until_prompt(self) -> None:
        until = time.monotonic() + PATIENCE
        while not self._bytes[self._seen :].rstrip(b"\x1b[?2004h").endswith(b"> "):
            assert time.monotonic() < until, self.said[-2000:]
            assert self._read(), self.said[-2000:]

    def _read(self) -> bool:
        """Whether anything more came."""
        ready, _, _ = select.select([self._here], [], [], PATIENCE)
        try:
            got = os.read(self._here, 65536) if ready else b""
        except OSError:  # on Linux, when nobody has the other end any more
            got = b""
        self._bytes += got
        return bool(got)
