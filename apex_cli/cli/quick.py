"""The plain command lines of `apex calc`, read without Typer.

A script runs one of them for each of its files, and importing Typer takes as long as the whole
calculation. Whatever is not certainly one of them is Typer's, with every complaint and all help.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast, get_args

from apex_cli.cli.output import Output, answer, say
from apex_cli.schema import CalculationKind

FORMATS = ("auto", "json", "table")
FLAGS = {
    "--strict": "strict",
    "--explain": "explain",
    "--quiet": "quiet",
    "-q": "quiet",
    "--no-color": "no_color",
}
TAKE_ONE = {"--format": "format", "--output": "file", "-o": "file", "--as-of": "as_of"}
TAKE_MANY = {"--pack": "packs", "--packs-dir": "folders", "--set": "settings"}


class Call(NamedTuple):
    """What `apex calc` is asked.

    Args:
        kind: The calculation.
        project: The project file, or ``-``.
        wish: How the answer is wanted.
        settings: ``PATH=VALUE`` each.
        packs: ``KIND=REF`` each.
        folders: Folders to look for packs in first.
    """

    kind: CalculationKind
    project: str
    wish: Output
    settings: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()

    def answer(self) -> int:
        """Calculate, write the answer, and return the exit code.

        Raises:
            ApexError: There is no answer.
        """
        from apex_cli.project import store  # noqa: PLC0415 - loaded when a calculation is asked for
        from apex_cli.single import single  # noqa: PLC0415

        read = store.load(self.project)
        if read.notices:
            say(f"apex: {self.project} was changed by hand since it was sealed", self.wish)
        envelope = single(self.kind, read, self.settings, self.packs, self.folders)
        return answer(envelope, self.wish)


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
    as_of = found.pop("as_of", None)
    settings = [*found.pop("settings"), *([f"pricing.as_of={as_of}"] if as_of else ())]
    packs, folders = tuple(found.pop("packs")), tuple(map(Path, found.pop("folders")))
    if "file" in found:
        found["file"] = Path(found["file"])
    wish = Output(**found)
    return Call(cast("CalculationKind", kind), project, wish, tuple(settings), packs, folders)
