"""The sections that a document names before it is known to be a project, and their pack."""

from collections.abc import Iterator
from typing import Any

from apex_cli.errors import Fault, PackError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.solvers.poles import POLES, unknown
from apex_cli.vocabulary import JsonObject, PackKind


def sections_named(document: JsonObject) -> tuple[PackKind, ...]:
    """The pack of sections, where the poles or a stage of them name one.

    >>> sections_named({"sign": {"poles": {"stages": [{"section": "PIPE12STD"}]}}})
    ('sections',)
    """
    return ("sections",) if any(_named(document)) else ()


def unknown_sections(document: JsonObject, catalogue: Catalogue) -> list[Fault]:
    """The sections that the document names and its pack has not, whatever else is wrong with it.

    Args:
        document: The project as it was read.
        catalogue: The packs that can be seen.
    """
    named = list(_named(document))
    ref = _of(document, "packs", dict).get("sections")
    if not named or not isinstance(ref, str):
        return []
    try:
        pack: Any = catalogue.load("sections", ref)[0]
    except PackError:
        return []  # told of the packs
    return [
        unknown(name, pack, where)
        for where, name in named
        if isinstance(name, str) and pack.section(name) is None
    ]


def _named(document: JsonObject) -> Iterator[tuple[str, Any]]:
    """Where a section is named, and what stands there."""
    poles = _of(_of(document, "sign", dict), "poles", dict)
    if "section" in poles:
        yield POLES, poles["section"]
    for n, stage in enumerate(_of(poles, "stages", list)):
        if isinstance(stage, dict) and "section" in stage:
            yield f"{POLES}/stages/{n}", stage["section"]


def _of(block: Any, name: str, kind: type[Any]) -> Any:
    """A block of a document that may be anything; empty if it is not of this kind."""
    found = block.get(name)
    return found if isinstance(found, kind) else kind()
