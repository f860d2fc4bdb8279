"""The plain command lines of `apex calc`, read without Typer.

A script runs one of them for each of its files, and importing Typer takes as long as the whole
calculation. Whatever is not certainly one of them is Typer's, with every complaint and all help.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from apex_cli.cli.command import Call
from apex_cli.cli.options import Option


class _Doubt(Exception):
    """It is not certain that these words are a plain call."""


def call_of(words: Sequence[str]) -> Call | None:
    """The call in these words, or None if it is not certainly one.

    >>> call = call_of(["calc", "footing", "a.json", "--set", "footing.width_ft=3"])
    >>> call.given["kind"], call.given["project"], call.given["settings"]
    ('footing', 'a.json', ('footing.width_ft=3',))
    >>> call_of(["calc", "footing", "a.json", "--hlep"])
    """
    if words[:1] != ["calc"]:
        return None
    from apex_cli.cli.calc import COMMANDS

    command = COMMANDS["calc"]
    try:
        return command.call(_said(words[1:], command.options))
    except _Doubt:
        return None


def _said(words: Iterable[str], options: Mapping[str, Option]) -> dict[str, Any]:
    """What is said for each option, on the command line or else in the environment."""
    spelled = {spelling: name for name in options for spelling in options[name].names}
    found: dict[str, Any] = {}
    plain, rest = [], iter(words)
    for word in rest:
        if name := spelled.get(word.partition("=")[0]):
            text = _taken(options[name], word, rest)
            found[name] = [*found.get(name, ()), text] if options[name].many else text
        elif word.startswith("-") and word != "-":
            raise _Doubt
        else:
            plain.append(word)
    arguments = [name for name in options if not options[name].names]
    if len(plain) != len(arguments):
        raise _Doubt
    exported = {
        name: os.environ[option.env]
        for name, option in options.items()
        if option.env and os.environ.get(option.env)
    }
    found = {**exported, **found, **dict(zip(arguments, plain, strict=True))}
    return {name: _read(options[name], text) for name, text in found.items()}


def _taken(option: Option, word: str, rest: Iterator[str]) -> str | bool:
    """The text of an option, from its own word or from the next; of a flag, that it is said."""
    spelling, equals, text = word.partition("=")
    if option.type is bool:
        if equals:
            raise _Doubt
        return True
    if not equals:
        text = next(rest, "-")
    if not text or text.startswith("-") or (equals and not spelling.startswith("--")):
        raise _Doubt
    return text


def _read(option: Option, text: Any) -> Any:
    """The value that a text stands for."""
    if option.type is Path:
        return [Path(one) for one in text] if option.many else Path(text)
    if (choices := get_args(option.type)) and text not in choices:
        raise _Doubt
    return text
