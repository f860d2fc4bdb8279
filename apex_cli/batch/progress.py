"""How far a stream is, for a person who waits."""

import sys
import time

_PAUSE_S = 0.1


class Progress:
    """A count of lines, rewritten in place on a terminal.

    Args:
        shown: Whether anybody wants to see it.
    """

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._count = 0
        self._started = self._last = time.monotonic()

    def add(self, count: int) -> None:
        """Count lines, and show the count now and then."""
        self._count += count
        now = time.monotonic()
        if self._shown and now - self._last > _PAUSE_S:
            self._last = now
            rate = self._count / (now - self._started)
            sys.stderr.write(f"\r{self._count} lines, {rate:.0f} a second ")
            sys.stderr.flush()

    def close(self) -> None:
        """Wipe the line."""
        if self._shown:
            sys.stderr.write("\r" + " " * 60 + "\r")
            sys.stderr.flush()
