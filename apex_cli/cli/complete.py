"""What a shell offers when Tab is pressed: names of packs, and of the sections in them.

A shell asks while somebody types: what cannot be read is not offered, and nothing is complained of.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import typer

from apex_cli.errors import ApexError

SETTINGS = ("sign.poles.section",)
"""Paths of a project whose values are names of sections."""


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


def settings(ctx: typer.Context, incomplete: str) -> list[str]:
    """A path with each name of a section that begins so; of other paths nothing is known."""
    path, equals, text = incomplete.partition("=")
    if not equals:
        return [f"{one}=" for one in SETTINGS if one.startswith(path)]
    if path not in SETTINGS:
        return []
    return [f"{path}={name}" for name in sections(ctx, text)]


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
}
"""By the word that an option has for what completes it."""
