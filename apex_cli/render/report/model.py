"""What a package is made of: sections of blocks, made once and written in three ways."""

from dataclasses import dataclass

from apex_cli.render.formula import Node


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
    block: str = "facts"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, in which unit, set right when it holds numbers.

    A wide column takes the room that the others leave.
    """

    name: str
    unit: str = ""
    numeric: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns; the last row may be a sum."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    sum: bool = False
    block: str = "table"


@dataclass(frozen=True, slots=True)
class Term:
    """A number of an equation and where it came from."""

    name: Node
    value: str
    unit: str
    origin: str
    status: str


@dataclass(frozen=True, slots=True)
class Equation:
    """A step: symbol = formula = numbers = value, its clause and its terms."""

    n: int
    symbol: Node
    formula: Node
    numbers: Node
    value: str
    unit: str
    clause: str
    terms: tuple[Term, ...]
    text: str
    block: str = "equation"


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its caption and its words for those who cannot see it."""

    svg: str
    title: str
    description: str
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
    """Whether everything passed, in one sentence."""

    passed: bool
    text: str
    block: str = "verdict"


Block = Paragraph | Heading | Facts | Table | Equation | Figure | Note | Points | Code | Verdict


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the package."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What every page says of itself."""

    project: str
    subtitle: str
    calculated_by: str
    checked_by: str
    date: str
    program: str
    digest: str


@dataclass(frozen=True, slots=True)
class Report:
    """The package."""

    head: TitleBlock
    facts: Facts
    sections: tuple[Section, ...]
