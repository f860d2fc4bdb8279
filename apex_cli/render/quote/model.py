"""What a quote is made of: blocks that are ready to be set, in the order in which they are read."""

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from apex_cli.render.report.model import Column, Table
from apex_cli.render.text import printable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who sells: name, address and ways to reach him."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A named value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prices.

    Its kind is ``head`` (a group), ``item`` (within one), ``lump`` (a sum by itself), ``plain``,
    ``less`` (a discount or credit), ``tax``, ``total`` or ``due`` (a part of the total).
    """

    kind: str
    label: str
    note: str = ""
    text: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Prices:
    """Lines that add up, under what they are about."""

    title: str
    lines: tuple[Line, ...]
    about: tuple[str, ...] = ()
    block: str = "prices"


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences, as paragraphs or as points."""

    title: str
    items: tuple[str, ...]
    points: bool = False
    block: str = "words"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two lists side by side, where there is room."""

    left: Words
    right: Words
    block: str = "pair"


@dataclass(frozen=True, slots=True)
class Choices:
    """Options, each with a box to tick, its words and its total."""

    title: str
    lines: tuple[Line, ...]
    block: str = "choices"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Where both sides sign."""

    text: str
    sides: tuple[str, str]
    block: str = "acceptance"


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning of another part, on a new page: its title, and what it is about."""

    title: str
    items: tuple[str, ...] = ()
    block: str = "part"


Block = Prices | Table | Words | Pair | Choices | Acceptance | Part


@dataclass(frozen=True, slots=True)
class Quote:
    """A document for the customer, or the shop's own sheet."""

    title: str
    letterhead: Letterhead
    facts: tuple[Fact, ...]
    banner: str
    blocks: tuple[Block, ...]
    foot: str


def harmless(part: T) -> T:
    r"""The same with every text on one line, its control characters shown instead of obeyed.

    >>> harmless(Fact("Name", "a\x1bb"))
    Fact(name='Name', value='a\\x1bb')
    """
    made: Any = part
    if isinstance(part, str):
        made = printable(part)
    elif isinstance(part, tuple):
        made = tuple(map(harmless, part))
    elif is_dataclass(part) and not isinstance(part, type):
        told = {one.name: harmless(getattr(part, one.name)) for one in fields(part)}
        made = replace(part, **told)
    return made  # type: ignore[no-any-return] # - of the type of the part


def columns(*names: str) -> tuple[Column, ...]:
    """Columns by their names; those of numbers, which are set right, end with a bar.

    >>> [(one.name, one.numeric) for one in columns("Site", "Amount|")]
    [('Site', False), ('Amount', True)]
    """
    return tuple(Column(name.rstrip("|"), numeric=name.endswith("|")) for name in names)
