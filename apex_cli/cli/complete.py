"""What a shell offers when Tab is pressed: packs, sections, add-ons, paths and their words.

A shell asks while somebody types: what cannot be read is not offered, and nothing is complained of.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, get_args

import typer

from apex_cli.errors import ApexError

ADDONS = "pricing.addons"
"""The path of the list of add-ons."""
BREAKS = ("=", ":")
"""Where bash breaks words, each a word of its own."""


def packs(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of packs that begin so."""
    _, entries = _seen(ctx)
    names = [f"{entry.kind}_{entry.ref}" for entry in entries]
    return [name for name in names if name.startswith(incomplete)]


def sections(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of sections that begin so, each once.

    Of all packs that can be seen: Typer does not know the words before an option that still lacks
    its value, so not which pack was named.
    """
    catalogue, entries = _seen(ctx)
    found: dict[str, None] = {}
    for entry in entries:
        if entry.kind == "sections":
            with suppress(ApexError):
                found |= dict.fromkeys(catalogue.load(entry.kind, entry.ref)[0].names)
    return [name for name in found if name.startswith(incomplete)]


def refs(ctx: typer.Context, incomplete: str) -> list[str]:
    """Kinds of packs with each of their references that begin so."""
    _, entries = _seen(ctx)
    names = [f"{entry.kind}={entry.ref}" for entry in entries]
    return [name for name in names if name.startswith(incomplete)]


def addons(ctx: typer.Context, incomplete: str) -> list[str]:
    """Codes of add-ons that begin so, of all price books that can be seen."""
    catalogue, entries = _seen(ctx)
    found: dict[str, None] = {}
    for entry in entries:
        if entry.kind == "pricing":
            with suppress(ApexError):
                book: Any = catalogue.load(entry.kind, entry.ref)[0]
                found |= dict.fromkeys(row.code for row in book.rows if row.select == "addon")
                found |= dict.fromkeys(book.options)
    return [code for code in found if code.startswith(incomplete)]


def settings(ctx: typer.Context, incomplete: str) -> list[str]:
    """Paths of a project that begin so; of a path its words, packs, sections or add-ons."""
    return _rest(incomplete, lambda begun: _settings(ctx, begun))


def cases(ctx: typer.Context, incomplete: str) -> list[str]:
    """The same of the last path of a case, behind its name and the paths before."""

    def found(begun: str) -> list[str]:
        name, colon, _ = begun.partition("=")[0].rpartition(":")
        paths, comma, _ = begun[len(name + colon) :].rpartition(",")
        before = f"{name}{colon}{paths}{comma}"
        return [f"{before}{one}" for one in _settings(ctx, begun[len(before) :])]

    return _rest(incomplete, found)


def _rest(incomplete: str, found: Callable[[str], list[str]]) -> list[str]:
    """What is found of a whole word, without what bash has parted off before."""
    parted, begun = _parted(incomplete)
    return [one[len(parted) :] for one in found(parted + begun)]


def _parted(incomplete: str) -> tuple[str, str]:
    """What bash has parted off before a word, and the word: it breaks words at = and at colons."""
    if os.environ.get("_APEX_COMPLETE") != "complete_bash":
        return "", incomplete
    words = os.environ.get("COMP_WORDS", "").split()
    before = words[: int(os.environ.get("COMP_CWORD", "0"))]
    if incomplete in BREAKS:
        before, incomplete = [*before, incomplete], ""
    parted = ""
    while before and (before[-1] in BREAKS or parted[:1] in BREAKS):
        parted = before.pop() + parted
    return parted, incomplete


def _settings(ctx: typer.Context, begun: str) -> list[str]:
    path, equals, text = begun.partition("=")
    if not equals:
        return [f"{one}=" for one in _paths(path) if one.startswith(path)]
    return [f"{path}={value}" for value in _values(ctx, path, text)]


def _values(ctx: typer.Context, path: str, text: str) -> list[str]:
    """What may stand at a path, as far as it begins so."""
    block, _, name = path.rpartition(".")
    if name == "section":
        return sections(ctx, text)
    if block == ADDONS:
        return addons(ctx, text)
    if block == "packs":
        return [one.partition("=")[2] for one in refs(ctx, f"{name}={text}")]
    return [value for value in _paths(path).get(path, ()) if value.startswith(text)]


def _paths(begun: str) -> dict[str, tuple[str, ...]]:
    """Every path that is set by hand, items numbered as in what is begun, and its words."""
    from apex_cli.audit.keys import ITEM, keys
    from apex_cli.project.edit import PROTECTED

    given = begun.split(".")
    found = {}
    for key in keys():
        path = f"{key.path}.{ITEM}" if key.path == ADDONS else key.path
        parts = path.split(".")
        for at, part in enumerate(parts):
            if part == ITEM:
                parts[at] = given[at] if at < len(given) and given[at].isdecimal() else "0"
        if parts[0] not in PROTECTED:
            found[".".join(parts)] = key.choices
    return found


def templates(_ctx: typer.Context, incomplete: str) -> list[str]:
    """Templates that begin so."""
    from apex_cli.project.templates import TEMPLATES

    return [name for name in TEMPLATES if name.startswith(incomplete)]


def statuses(_ctx: typer.Context, incomplete: str) -> list[str]:
    """States of a project that begin so."""
    from apex_cli.project.model import Status

    return [one for one in get_args(Status) if one.startswith(incomplete)]


def help_(_ctx: typer.Context, incomplete: str) -> list[str]:
    """Topics and codes that begin so."""
    from apex_cli.cli.topics import TOPICS
    from apex_cli.codes.table import CODES

    return [word for word in (*TOPICS, *CODES) if word.startswith(incomplete)]


def _seen(ctx: typer.Context) -> tuple[Any, list[Any]]:
    """The packs that can be seen and their entries; none if a folder of them is not there."""
    from apex_cli.packs.catalogue import Catalogue

    try:
        catalogue = Catalogue(ctx.params.get("folders") or ())
    except ApexError:
        return None, []
    return catalogue, catalogue.entries()


COMPLETERS: Mapping[str, Callable[[typer.Context, str], Any]] = {
    "packs": packs,
    "sections": sections,
    "settings": settings,
    "cases": cases,
    "addons": addons,
    "refs": refs,
    "templates": templates,
    "statuses": statuses,
    "help": help_,
}
"""By the word that an option has for what completes it."""
