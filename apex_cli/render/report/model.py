"""What a package is made of: sections of blocks, made once and written in three ways."""

from dataclasses import dataclass
from typing import NamedTuple

from apex_cli.render.report.model_equations import Equation, Family


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str
    block: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; sections have their own."""

    text: str
    level: int = 3
    block: str = "heading"


@dataclass(frozen=True, slots=True)
class Fact:
    """A named value."""

    name: str
    value: str
    unit: str = ""
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Named values, one a line."""

    rows: tuple[Fact, ...]
    title: str = ""
    block: str = "facts"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, in which unit, set right when it holds numbers.

    A wide column takes the room that the others leave. One with bars shows how near to 1 its
    numbers are.
    """

    name: str
    unit: str = ""
    numeric: bool = False
    wide: bool = False
    bar: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns; the last row may be a sum."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    sum: bool = False
    block: str = "table"


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its caption, words for those who cannot see it, and its size in points."""

    svg: str
    title: str
    description: str
    width: float = 0.0
    height: float = 0.0
    block: str = "figure"


@dataclass(frozen=True, slots=True)
class Note:
    """A warning with its severity, clause and code."""

    severity: str
    text: str
    clause: str
    code: str
    block: str = "note"


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences."""

    items: tuple[str, ...]
    block: str = "points"


@dataclass(frozen=True, slots=True)
class Code:
    """Something to be typed."""

    text: str
    block: str = "code"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether everything passed, in one sentence: ``pass``, ``review`` or ``fail``.

    The kind gives its colour. The word says more: an answer without checks is none that passes, and
    one with a warning passes, yet is looked at.
    """

    kind: str
    text: str
    word: str
    block: str = "verdict"


Block = (
    Paragraph
    | Heading
    | Facts
    | Table
    | Equation
    | Family
    | Figure
    | Note
    | Points
    | Code
    | Verdict
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the package.

    Its layout is ``cover`` (the first page, beside the title block), ``text``, ``columns`` for what
    is many and small, ``halves`` for sentences: two columns that end alike, or ``beside`` for facts
    that may stand beside the drawings before them.
    """

    title: str
    blocks: tuple[Block, ...]
    layout: str = "text"


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of the drawings: its mark, date, what changed, and by whom."""

    mark: str
    date: str
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What every page says of itself, and the first one in full."""

    project: str
    subtitle: str
    calculated_by: str
    checked_by: str
    date: str
    program: str
    digest: str
    permit_number: str
    address: str
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The package."""

    head: TitleBlock
    facts: Facts
    sections: tuple[Section, ...]


class Paper(NamedTuple):
    """What the package is printed on.

    Args:
        size: `letter` or `a4`.
        logo: Bytes of an SVG or PNG for the title block.
    """

    size: str = "letter"
    logo: bytes = b""
