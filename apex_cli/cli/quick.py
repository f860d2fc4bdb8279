"""The plain command lines of `apex calc`, read without Typer.

A script runs one of them for each of its files, and importing Typer takes as long as the whole
calculation. Whatever is not certainly one of them is Typer's, with every complaint and all help.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast, get_args

from apex_cli.cli.call import Call
from apex_cli.cli.output import Output
from apex_cli.vocabulary import CalculationKind

FORMATS = ("auto", "json", "table")
FLAGS = {
    "--strict": "strict",
    "--explain": "explain",
    "--quiet": "quiet",
    "-q": "quiet",
    "--no-color": "no_color",
}
TAKE_ONE = {"--format": "format", "--output": "file", "-o": "file", "--as-of": "as_of"}
TAKE_MANY = {"--set": "settings", "--pack": "packs", "--packs-dir": "folders"}


def call_of(words: Sequence[str]) -> Call | None:
    """The call in these words, or None if it is not certainly one.

    >>> call = call_of(["calc", "footing", "a.json", "--set", "footing.width_ft=3"])
    >>> call.kind, call.project, call.settings
    ('footing', 'a.json', ('footing.width_ft=3',))
    >>> call_of(["calc", "footing", "a.json", "--hlep"])
    """
    if words[:1] != ["calc"] or "APEX_FORMAT" in os.environ:
        return None
    found: dict[str, Any] = {name: [] for name in TAKE_MANY.values()}
    plain, rest = [], iter(words[1:])
    for word in rest:
        name, equals, value = word.partition("=")
        if word in FLAGS:
            found[FLAGS[word]] = True
        elif name in TAKE_ONE or name in TAKE_MANY:
            value = value if equals else next(rest, "-")
            if not value or value.startswith("-") or (equals and not name.startswith("--")):
                return None
            if name in TAKE_ONE:
                found[TAKE_ONE[name]] = value
            else:
                found[TAKE_MANY[name]].append(value)
        elif word.startswith("-") and word != "-":
            return None
        else:
            plain.append(word)
    if len(plain) != 2 or plain[0] not in get_args(CalculationKind):  # noqa: PLR2004 - kind, project
        return None
    return _call(plain[0], plain[1], found) if found.get("format", "auto") in FORMATS else None


def _call(kind: str, project: str, found: dict[str, Any]) -> Call:
    settings, packs, folders = (tuple(found.pop(name)) for name in TAKE_MANY.values())
    as_of = found.pop("as_of", None)
    if "file" in found:
        found["file"] = Path(found["file"])
    wish = Output(**found)
    folders = tuple(map(Path, folders))
    return Call(cast("CalculationKind", kind), project, wish, settings, as_of, packs, folders)
