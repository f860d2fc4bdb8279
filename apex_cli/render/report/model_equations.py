"""Equations of the package: a step by itself, or an equation told once with all its uses."""

from dataclasses import dataclass

from apex_cli.render.formula import Node


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
class Quantity:
    """A symbol with its unit, over a column."""

    name: Node
    unit: str


@dataclass(frozen=True, slots=True)
class Given:
    """A term that all rows share: its number, where it needs to be told, and where it is from."""

    name: Node
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A use of an equation: its steps, what it is about, its numbers in cells or in the formula."""

    steps: str
    about: str
    cells: tuple[str, ...]
    numbers: str
    value: str


@dataclass(frozen=True, slots=True)
class Family:
    """An equation told once: words, formula, clause, the rows that use it, one worked in numbers.

    One that is used once has no rows.
    """

    steps: str
    words: str
    symbol: Node
    formula: Node
    unit: str
    clause: str
    text: str
    given: tuple[Given, ...]
    columns: tuple[Quantity, ...]
    rows: tuple[FamilyRow, ...]
    worked: str
    worked_step: str
    value: str
    block: str = "family"
