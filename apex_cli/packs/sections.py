"""The sections pack: what steel tubes are rolled, their dimensions and weights; no properties."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Annotated, Literal, NamedTuple, get_args

from msgspec import Meta

from apex_cli.errors import LONGEST_WORD
from apex_cli.packs.model import Constant, Pack, Sourced
from apex_cli.pointer import step
from apex_cli.quantities import Known
from apex_cli.records.fields import Place, Positive, field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

Family = Literal["pipe", "round_hss", "square_hss", "rectangular_hss"]
FAMILIES: tuple[Family, ...] = get_args(Family)
Column = Literal["height", "width", "wall", "weight"]
Name = Annotated[str, Meta(min_length=1, max_length=40)]

_ROUND: list[Column] = ["width", "wall", "weight"]
COLUMNS: dict[Family, list[Column]] = {
    "pipe": _ROUND,
    "round_hss": _ROUND,
    "square_hss": _ROUND,
    "rectangular_hss": ["height", *_ROUND],
}
"""What a row of each family gives, in this order."""


class Section(NamedTuple):
    """A section as it is rolled: nominal dimensions, in inches, and its weight.

    Args:
        name: As the AISC Manual prints it: ``PIPE12STD``, ``HSS10.750x0.365``, ``HSS8x6x1/2``.
        family: Which kind of tube it is.
        width: Outside diameter, or the outside of a side (the shorter one), in.
        height: The other outside dimension, in; the width again if round or square.
        wall: Nominal wall thickness, in.
        weight: Weight of the nominal wall, lbf/ft.
    """

    name: str
    family: Family
    width: Known
    height: Known
    wall: Known
    weight: Known

    @property
    def shape(self) -> Literal["round", "rectangular"]:
        """Whether it is round, or has sides and rounded corners."""
        return "round" if self.family in {"pipe", "round_hss"} else "rectangular"


class SectionUnits(Model):
    """Units of the columns."""

    height: Literal["in"]
    width: Literal["in"]
    wall: Literal["in"]
    weight: Literal["lbf/ft"]


class SectionTable(Sourced):
    """Sections of one family, one row a size, in the order of the printed page."""

    family: Family = field(description="Which kind of tube these are.")
    units: SectionUnits
    columns: list[Column] = field(description="What a row gives, in this order.")
    rows: dict[Name, list[Positive]] = field(description="Name of a section to its row.")

    def consistent(self) -> None:
        """Each row has a number for each column, and is a tube."""
        refuse(self._faults())

    def _faults(self) -> Iterator[tuple[Place, str]]:
        columns = COLUMNS[self.family]
        if self.columns != columns:
            yield ("columns",), f"must be {', '.join(columns)} for {self.family}"
            return
        for name, row in self.rows.items():
            if len(row) != len(columns):
                yield ("rows", name), f"must have {len(columns)} numbers: {', '.join(columns)}"
                continue
            width, wall = row[-3], row[-2]
            if 2 * wall > width:
                yield ("rows", name), "the wall is thicker than half the width"
            if row[0] < width:
                yield ("rows", name), "the height is less than the width"

    def section(self, name: str) -> Section:
        """The section in the row of this name."""
        row = self.rows[name]
        place = step(name)[1:]
        height, width, wall, weight = (
            self.at("rows", place, len(row) + n, value=row[n]) for n in (-len(row), -3, -2, -1)
        )
        return Section(name, self.family, width, height, wall, weight)


class SectionsPack(Pack):
    """Dimensions of pipe and hollow structural sections.

    `listed_wall` is for lists alone: a calculation has the wall from its material. `doubts` has the
    sections whose printed properties do not follow from their dimensions; the derived ones are
    the ones to use.
    """

    kind: Literal["sections"]
    listed_wall: Constant[Literal["1"]] = field(
        description="Part of the nominal wall that properties are listed with."
    )
    aliases: dict[Name, Name] = field(
        default_factory=dict, description="Other names of sections: name to the section's own."
    )
    doubts: dict[Name, ShortText] = field(
        default_factory=dict, description="Sections whose printed properties differ, and how."
    )
    tables: Annotated[dict[ShortText, SectionTable], Meta(min_length=1)]

    def consistent(self) -> None:
        """Every name stands for one section."""
        refuse(self._faults())

    def _faults(self) -> Iterator[tuple[Place, str]]:
        seen: dict[str, str] = {}
        for key, table in self.tables.items():
            for name in table.rows:
                other = seen.setdefault(spelled(name), name)
                if other is not name:
                    yield ("tables", key, "rows", name), f"is another name for {other!r}"
        own = {name for table in self.tables.values() for name in table.rows}
        for name, meant in self.aliases.items():
            if spelled(name) in seen:
                yield ("aliases", name), "is the name of a section itself"
            if meant not in own:
                yield ("aliases", name), f"there is no section {meant!r}"
        for name in self.doubts:
            if name not in own:
                yield ("doubts", name), f"there is no section {name!r}"

    @cached_property
    def names(self) -> list[str]:
        """The name of every section, in the order of the pack."""
        return [name for table in self.tables.values() for name in table.rows]

    @cached_property
    def families(self) -> dict[Family, list[str]]:
        """Family to the names of its sections."""
        return {
            family: [
                name
                for table in self.tables.values()
                if table.family == family
                for name in table.rows
            ]
            for family in FAMILIES
        }

    @cached_property
    def _places(self) -> dict[str, tuple[SectionTable, str]]:
        """A name as `spelled` to where its section stands."""
        own = {name: (table, name) for table in self.tables.values() for name in table.rows}
        others = {name: own[meant] for name, meant in self.aliases.items()}
        return {spelled(name): place for name, place in [*own.items(), *others.items()]}

    def section(self, name: str) -> Section | None:
        """The section of this name, however it is spelled; None if there is none."""
        found = self._places.get(spelled(name))
        return found and found[0].section(found[1])

    def found(self, text: str) -> list[str]:
        """The names of all sections with this text in their name, or as their family in words."""
        plain, alike, words = _plain(text), spelled(text), text.lower().split()
        meant = {own for name, (_, own) in self._places.items() if alike in name}
        meant |= {name for name in self.names if plain in _plain(name)}
        for family, names in self.families.items():
            if words == family.split("_")[: len(words)]:
                meant.update(names)
        return [name for name in self.names if name in meant]

    def suggestion(self, name: str) -> str:
        """The sentence "did you mean …?" with the nearest names; nothing if none is near."""
        from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

        known = list(self._places) if len(name) <= LONGEST_WORD else []
        near = get_close_matches(spelled(name), known, n=3, cutoff=0.6)
        names = [repr(own) for own in dict.fromkeys(self._places[one][1] for one in near)]
        words = " or ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
        return f"did you mean {words}?" if names else ""


_NUMBER = re.compile(r"(?:(\d{1,9})[-_])?(\d{1,9})[/_](\d{1,9})|\d*\.\d+|\d+", re.ASCII)


@lru_cache(maxsize=1024)
def spelled(name: str) -> str:
    """A name in the one spelling that names are compared in.

    Case and blanks do not matter, nor how a number is written: 3-1/2, 3_1_2 and 3.5 are one.

    >>> spelled("HSS8X8X1_2"), spelled("hss 8 x 8 x 0.500"), spelled("Pipe 3-1/2 STD")
    ('HSS8X8X0.5', 'HSS8X8X0.5', 'PIPE3.5STD')
    """
    return _NUMBER.sub(_decimal, _plain(name))


def _plain(name: str) -> str:
    return "".join(name.upper().replace("×", "X").split())


def _decimal(match: re.Match[str]) -> str:
    whole, part, parts = match.groups()
    if parts is None:
        return f"{float(match[0]):g}"
    return f"{int(whole or 0) + int(part) / int(parts):g}" if int(parts) else match[0]
