"""Lines in and lines out: a terminal with its editing of lines, or a pipe."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from apex_cli.render.text import ascii_only, visible

_LIMIT = 64 * 1024
_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32"}


class Console:
    """Where questions are asked.

    On a terminal they stand where the answers are typed; else on standard error, so that standard
    output has the answer of the command alone.

    Args:
        color: Whether colours are wanted where there is a terminal.
        plain: Whether there is nothing but ASCII.
    """

    def __init__(self, *, color: bool, plain: bool) -> None:
        self.typed = sys.stdin.isatty() and sys.stdout.isatty()
        self._out: Any = sys.stdout if self.typed else sys.stderr
        self._color = color and self._out.isatty()
        self._plain = plain
        self._words: Sequence[str] = ()
        if self.typed:
            self._edit()

    def _edit(self) -> None:
        with suppress(ImportError):
            import readline  # noqa: PLC0415 - where a person types

            readline.set_auto_history(False)
            readline.set_completer_delims("")
            readline.set_completer(self._completed)
            readline.parse_and_bind("tab: complete")

    def _completed(self, begun: str, number: int) -> str | None:
        found = [word for word in self._words if word.lower().startswith(begun.lower())]
        return found[number] if number < len(found) else None

    def say(self, text: str = "", style: str = "") -> None:
        """Write lines."""
        self._write(self._styled(self._shown(text), style) + "\n")

    def ask(self, prompt: str, words: Sequence[str] = ()) -> str:
        """One line that is typed after a prompt, without blanks around it.

        Args:
            prompt: What stands before it.
            words: What Tab completes.

        Raises:
            EOFError: There are no more lines.
            UnicodeDecodeError: It is not UTF-8.
        """
        self._words = words
        shown = self._shown(prompt)
        if not self.typed:
            self._write(shown)
            return self._line()
        return input(shown).strip()

    def _line(self) -> str:
        """A line of a pipe; no more of a long one than shows that it is too long."""
        read: Callable[[int], bytes] = sys.stdin.buffer.readline
        line = read(_LIMIT)
        if not line:
            self._write("\n")
            raise EOFError
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = read(_LIMIT)
        if not sys.stdin.isatty():
            self._write("\n")
        return line.decode("utf-8", "strict" if len(line) < _LIMIT else "replace").strip()

    def _shown(self, text: str) -> str:
        return ascii_only(visible(text)) if self._plain else visible(text)

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if style and self._color else text

    def _write(self, text: str) -> None:
        with suppress(OSError):
            self._out.write(text)
            self._out.flush()
