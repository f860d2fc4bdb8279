"""A command: what it does, what it may be told, and a call of it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from apex_cli.cli.defaults import filled
from apex_cli.cli.options import OPTIONS, Option
from apex_cli.cli.output import Output


class Command(NamedTuple):
    """A row of a table of commands.

    Args:
        work: Does it. It is given the wish and, by name, all that is no part of the wish, and
            returns the exit code. Its docstring is the help.
        words: What it may be told, in the order of its help: names of `OPTIONS` or of `own`.
        own: What only this command may be told, or what it tells otherwise.
        examples: Command lines for the help.
        more: Another paragraph of the help.
    """

    work: Callable[..., int]
    words: str
    own: Mapping[str, Option] | None = None
    examples: tuple[str, ...] = ()
    more: str = ""

    @property
    def options(self) -> dict[str, Option]:
        """What it may be told, by name."""
        own = self.own or {}
        return {name: own.get(name) or OPTIONS[name] for name in self.words.split()}

    def call(self, said: Mapping[str, Any]) -> "Call":
        """The call in which this was said, by name; nothing else was."""
        given: dict[str, Any] = {
            name: tuple(said.get(name) or ()) if option.many else said.get(name, option.default)
            for name, option in self.options.items()
        }
        wish = Output(**{name: given.pop(name) for name in Output._fields if name in given})
        fallbacks = {
            name: option.fallback for name, option in self.options.items() if option.fallback
        }
        return Call(self.work, wish, given, said.get("format"), fallbacks)


class Call(NamedTuple):
    """A command line that was read.

    Args:
        work: What does it.
        wish: How the answer is wanted.
        given: What it is told beside.
        format: The format that was asked for, if one was: that of an error, too.
        fallbacks: What a file of defaults may fill in, each with its key there.
    """

    work: Callable[..., int]
    wish: Output
    given: Mapping[str, Any]
    format: str | None
    fallbacks: Mapping[str, str]

    def answer(self) -> int:
        """Do it, and return the exit code.

        Raises:
            ApexError: There is no answer.
        """
        wished = {
            name: getattr(self.wish, name) for name in self.fallbacks if name in Output._fields
        }
        found = {**filled({**self.given, **wished}, self.fallbacks)}
        wish = self.wish._replace(**{name: found.pop(name) for name in wished})
        return self.work(wish, **found)
