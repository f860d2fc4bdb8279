"""What a shell offers when Tab is pressed: names of packs, and of the sections in them.

A shell asks while somebody types: what cannot be read is not offered, and nothing is complained of.
"""

from collections.abc import Callable, Mapping
from typing import Any

import typer

from apex_cli.audit.packs import name_parts
from apex_cli.errors import ApexError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.sections import SectionsPack

SETTINGS = ("sign.poles.section",)
"""Paths of a project whose values are names of sections."""


def packs(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of packs that begin so."""
    try:
        entries = _catalogue(ctx).entries()
    except ApexError:
        return []
    names = [f"{entry.kind}_{entry.ref}" for entry in entries]
    return [name for name in names if name.startswith(incomplete)]


def sections(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of sections that begin so.

    Of the packs that can be seen: Typer does not know the words before an option that still lacks
    its value, so not which pack was named.
    """
    return _sections(ctx, incomplete)


def settings(ctx: typer.Context, incomplete: str) -> list[str]:
    """A path with each name of a section that begins so; of other paths nothing is known."""
    path, equals, text = incomplete.partition("=")
    if not equals:
        return [f"{one}=" for one in SETTINGS if one.startswith(path)]
    if path not in SETTINGS:
        return []
    return [f"{path}={name}" for name in _sections(ctx, text)]


def _sections(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of sections of all packs that can be seen, each once."""
    found: dict[str, None] = {}
    for name in packs(ctx, "sections_"):
        try:
            pack, _ = _catalogue(ctx).load(*name_parts(name))
        except ApexError:
            continue
        if isinstance(pack, SectionsPack):
            found |= dict.fromkeys(pack.names)
    return [name for name in found if name.startswith(incomplete)]


def _catalogue(ctx: typer.Context) -> Catalogue:
    return Catalogue(ctx.params.get("folders") or ())


COMPLETERS: Mapping[str, Callable[[typer.Context, str], Any]] = {
    "packs": packs,
    "sections": sections,
    "settings": settings,
}
"""By the word that an option has for what completes it."""
