"""What is in stock: lengths of sticks, and how concrete is ordered. Customs of the trade."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from apex_cli.errors import UsageError
from apex_cli.packs.sections import SectionsPack

ORDER_YD3 = 0.25
"""Concrete is ordered in quarters of a cubic yard: custom of the trade."""
MAX_FT = 200.0
_EXAMPLE = "for example --stick pipe=21,42, --stick hss=40 or --stick PIPE10STD=24"


class Sticks(Struct, frozen=True):
    """The lengths in which a section is bought.

    Args:
        lengths: ft, the shortest first.
        source: Who says so.
        status: ``given`` on the command line; ``memory``: a custom that nobody looked up.
    """

    lengths: tuple[float, ...]
    source: str
    status: Literal["given", "memory"]


_TRADE = "custom of the trade; mills and suppliers differ"
CUSTOM: Mapping[str, Sticks] = {
    "pipe": Sticks((21.0, 42.0), f"single and double random lengths of pipe: {_TRADE}", "memory"),
    "hss": Sticks((20.0, 40.0), f"stock lengths of structural tube: {_TRADE}", "memory"),
}
"""Where the command line says nothing."""


def sticks_of(section: str, family: str, given: Mapping[str, Sticks]) -> Sticks:
    """The sticks of a section: those given for it, else for its kind, else the custom."""
    kind = "pipe" if family == "pipe" else "hss"
    return given.get(section) or given.get(kind) or CUSTOM[kind]


def given_sticks(texts: Iterable[str], packs: Sequence[SectionsPack] = ()) -> dict[str, Sticks]:
    """What ``NAME=FEET[,FEET]`` says of each kind (pipe, hss) or section.

    Args:
        texts: What is said.
        packs: Have the sections.

    Raises:
        UsageError: It says no lengths, or the name is none.

    >>> given_sticks(["pipe=42,21"])["pipe"].lengths
    (21.0, 42.0)
    """
    found: dict[str, Sticks] = {}
    for text in texts:
        name, equals, said = text.partition("=")
        try:
            lengths = sorted({float(one) for one in said.split(",")})
        except ValueError:
            lengths = []
        if not equals or not lengths or not all(0 < one <= MAX_FT for one in lengths):
            detail = f"--stick wants NAME=FEET[,FEET], up to {MAX_FT:g} ft, not {text!r}"
            raise UsageError(detail, hint=_EXAMPLE)
        found[_named(name.strip(), packs)] = Sticks(tuple(lengths), "--stick", "given")
    return found


def _named(name: str, packs: Sequence[SectionsPack]) -> str:
    if name.lower() in CUSTOM:
        return name.lower()
    section = next(filter(None, (pack.section(name) for pack in packs)), None)
    if section is None:
        detail = f"--stick: {name!r} is neither pipe nor hss nor a section of the projects' pack"
        raise UsageError(detail, hint=_EXAMPLE)
    return section.name
