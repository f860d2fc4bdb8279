"""The tables of an exposure pack, each in the shape of its printed page."""

from functools import cached_property
from typing import Any, Literal

from apex_cli.packs.model import Constant, Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Checked, Positive, Refused, Unsigned
from apex_cli.records.model import Model
from apex_cli.vocabulary import ExposureCategory, ShortText

One = Constant[Literal["1"]]
Ft = Constant[Literal["ft"]]
Rows = list[list[Known]]


def require(*, holds: bool, message: str) -> None:
    """Refuse a table that is not shaped as its page."""
    if not holds:
        raise Refused(message)


def named(*names: str) -> Checked:
    """Within `Annotated`: the table has what solvers look up in it by these names."""

    def check(table: Any) -> Any:  # a record or its twin
        own = table.rows if hasattr(table, "rows") else table.values
        if missing := [name for name in names if name not in own]:
            raise Refused(f"must have {', '.join(missing)}")
        return table

    return Checked(check)


def known_cells(table: Sourced, rows: list[list[float]]) -> Rows:
    """The cells of a table, knowing their place in the pack."""
    return [
        [table.at("cells", i, j, value=cell) for j, cell in enumerate(row)]
        for i, row in enumerate(rows)
    ]


def known_list(table: Sourced, name: str, values: list[float]) -> list[Known]:
    """A row or a column of headings, knowing their place in the pack."""
    return [table.at(name, i, value=value) for i, value in enumerate(values)]


class TerrainRow(Model):
    """Terrain constants of one exposure category; exponents as printed, 1 over their value."""

    alpha: Positive
    z_g: Positive
    a_bar_denominator: Positive
    b_bar: Positive
    c: Positive
    l: Positive  # noqa: E741 - the code's own symbol
    eps_bar_denominator: Positive
    z_min: Positive


class TerrainUnits(Model):
    """Units of the terrain constants."""

    alpha: Literal["1"]
    z_g: Literal["ft"]
    a_bar_denominator: Literal["1"]
    b_bar: Literal["1"]
    c: Literal["1"]
    l: Literal["ft"]  # noqa: E741 - the code's own symbol
    eps_bar_denominator: Literal["1"]
    z_min: Literal["ft"]


class Terrain(Sourced):
    """Terrain exposure constants."""

    units: TerrainUnits
    rows: dict[ExposureCategory, TerrainRow]

    def consistent(self) -> None:
        """The table has the shape of its page."""
        require(holds=set(self.rows) == {"B", "C", "D"}, message="has rows B, C and D")

    @cached_property
    def numbers(self) -> dict[str, dict[str, Known]]:
        """Category to symbol to constant."""
        return {
            category: {
                name: self.at("rows", category, name, value=value)
                for name, value in row.as_json().items()
            }
            for category, row in self.rows.items()
        }


class KzTable(Sourced):
    """The printed velocity pressure exposure coefficients."""

    units: Literal["z in ft, K_z in 1"]
    heights_ft: list[Positive]
    cells: dict[ExposureCategory, list[Positive]]

    def consistent(self) -> None:
        """The table has the shape of its page."""
        rising = self.heights_ft == sorted(set(self.heights_ft))
        require(holds=rising and len(self.heights_ft) > 1, message="heights rise")
        even = all(len(column) == len(self.heights_ft) for column in self.cells.values())
        complete = even and set(self.cells) == {"B", "C", "D"}
        require(holds=complete, message="has a cell for each height and category")

    @cached_property
    def known_heights(self) -> list[Known]:
        """Heights, ft."""
        return known_list(self, "heights_ft", self.heights_ft)

    @cached_property
    def known_cells(self) -> dict[str, list[Known]]:
        """Category to its column."""
        return {
            category: [self.at("cells", category, i, value=v) for i, v in enumerate(column)]
            for category, column in self.cells.items()
        }


class Grid(Sourced):
    """The force coefficients for Cases A and B: rows s/h falling, columns B/s rising."""

    units: Literal["1"]
    rows_s_over_h: list[Positive]
    columns_b_over_s: list[Positive]
    cells: list[list[Positive]]

    def consistent(self) -> None:
        """The table has the shape of its page."""
        rows, columns = self.rows_s_over_h, self.columns_b_over_s
        require(holds=rows == sorted(set(rows), reverse=True), message="rows fall")
        require(holds=columns == sorted(set(columns)), message="columns rise")
        even = all(len(row) == len(columns) > 1 for row in self.cells)
        require(holds=even and len(self.cells) == len(rows) > 1, message="has a cell for each pair")

    @cached_property
    def rising(self) -> tuple[list[Known], list[Known], Rows]:
        """Rows from the smallest s/h up, columns, cells."""
        rows = known_list(self, "rows_s_over_h", self.rows_s_over_h)
        cells = known_cells(self, self.cells)
        return rows[::-1], known_list(self, "columns_b_over_s", self.columns_b_over_s), cells[::-1]


class Regions(Sourced):
    """The force coefficients for Case C: a column for each B/s, a row for each region.

    Region k goes from `starts_s[k]` to the next start (the last to the far edge), in units of s
    from the windward edge. A column gives the regions it has.
    """

    units: Literal["1"]
    starts_s: list[Unsigned]
    columns_b_over_s: list[Positive]
    cells: list[list[Positive]]

    def consistent(self) -> None:
        """The table has the shape of its page."""
        columns, starts = self.columns_b_over_s, self.starts_s
        require(holds=columns == sorted(set(columns)) and len(columns) > 1, message="columns rise")
        require(holds=starts == sorted(set(starts)) and starts[:1] == [0], message="starts rise")
        even = all(1 < len(column) <= len(starts) for column in self.cells)
        require(holds=even and len(self.cells) == len(columns), message="has cells for each column")

    @cached_property
    def numbers(self) -> tuple[list[Known], list[Known], Rows]:
        """Starts of the regions, columns, cells."""
        return (
            known_list(self, "starts_s", self.starts_s),
            known_list(self, "columns_b_over_s", self.columns_b_over_s),
            known_cells(self, self.cells),
        )


class Line(Sourced):
    """A printed line: values over rising arguments."""

    units: Literal["1"]
    arguments: list[Unsigned]
    values: list[Positive]

    def consistent(self) -> None:
        """The table has the shape of its page."""
        rising = self.arguments == sorted(set(self.arguments))
        even = len(self.values) == len(self.arguments) > 1
        require(holds=rising and even, message="has a value for each rising argument")

    @cached_property
    def numbers(self) -> tuple[list[Known], list[Known]]:
        """Arguments and values."""
        return (
            known_list(self, "arguments", self.arguments),
            known_list(self, "values", self.values),
        )


class Lines(Sourced):
    """Several printed lines over the same rising arguments."""

    units: Literal["1"]
    arguments: list[Unsigned]
    rows: dict[ShortText, list[Positive]]

    def consistent(self) -> None:
        """The table has the shape of its page."""
        rising = self.arguments == sorted(set(self.arguments)) and len(self.arguments) > 1
        even = all(len(row) == len(self.arguments) for row in self.rows.values())
        require(holds=rising and even, message="has a value for each rising argument")

    @cached_property
    def numbers(self) -> tuple[list[Known], dict[str, list[Known]]]:
        """Arguments, and the name of a line to its values."""
        rows = {
            name: [self.at("rows", name, i, value=value) for i, value in enumerate(row)]
            for name, row in self.rows.items()
        }
        return known_list(self, "arguments", self.arguments), rows


class Numbers(Sourced):
    """Dimensionless numbers of one clause, by name."""

    units: Literal["1"]
    values: dict[ShortText, Unsigned]

    @cached_property
    def numbers(self) -> dict[str, Known]:
        """Name to number."""
        return {name: self.at("values", name, value=value) for name, value in self.values.items()}
