"""What reaches grade, at strength and allowable-stress level."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from apex_cli.render import measures
from apex_cli.render.report import eurocode
from apex_cli.render.report.model import Block, Column, Fact, Facts, Table
from apex_cli.render.text import number, printable

LEVELS = {"strength": "strength", "asd": "ASD"}
"""The levels as ASCE 7 calls them."""


def levels_of(part: Mapping[str, Any]) -> Mapping[str, str]:
    """What the levels of a part's answer are called."""
    return eurocode.LEVELS if measures.of(part).metric else LEVELS


COLUMNS = (
    Column("combination"), Column("level"), Column("axial", "lbf", numeric=True),
    Column("shear", "lbf", numeric=True), Column("moment", "kip-ft", numeric=True),
    Column("torsion", "kip-ft", numeric=True), Column("governs", wide=True),
)  # fmt: skip

DEAD = Column("dead load", "lbf", numeric=True)
"""What a pole carries down, at either level without a factor."""

AT_WALL: Mapping[str, tuple[str, str]] = {
    "outward_lbf": ("off the wall", "lbf"),
    "along_lbf": ("along the wall", "lbf"),
    "down_lbf": ("weight", "lbf"),
    "turn_kipft": ("moment about the vertical", "kip-ft"),
    "lean_kipft": ("moment of the weight", "kip-ft"),
}
"""What the columns of the loads at a wall are called, with their units."""
ANCHOR = (
    Column("level", wide=True), Column("tension", "lbf", numeric=True),
    Column("shear", "lbf", numeric=True),
)  # fmt: skip


def at_grade(results: Mapping[str, Any]) -> Iterator[Block]:
    """The combinations of the whole sign, and the pole that carries most."""
    wind = results.get("exposure")
    if wind is not None and wind.get("at_wall"):
        yield from _at_wall(wind)
        return
    if wind is not None and wind.get("at_roof"):
        yield from _at_roof(wind)
        return
    if wind is None or not wind.get("combinations"):
        yield from _given(results)
        return
    levels = levels_of(wind)
    units = measures.of(wind)
    *heads, dead = in_units((*COLUMNS, DEAD), units)

    def told(key: str, value: float) -> str:
        return number(units.field(key, value)[0])

    rows = [
        (
            printable(row["name"]), levels.get(row["level"], row["level"]),
            *(told(key, row[key]) for key in
              ("axial_lbf", "shear_lbf", "moment_kipft", "torsion_kipft")),
            ", ".join(row["governs"]),
        )
        for row in wind["combinations"]
    ]  # fmt: skip
    base, case = wind["base"], wind["base"]["case"]
    title = f"Loads at grade, Case {printable(case)} governs"
    for word, key in (("shear", "shear_lbf"), ("torsion", "torsion_kipft")):
        if base[f"largest_{key}"] > base[key]:  # the foundation is told each at its largest
            title += f"; the {word} is of Case {printable(base[f'largest_{word}_case'])}"
    quake = wind.get("seismic")
    if quake is not None and quake["governs"]:
        title = f"Loads at grade: the earthquake governs; of the wind Case {printable(case)}"
        rows += [
            (
                printable(row["name"]), levels.get(row["level"], row["level"]),
                *(number(row[key]) for key in ("least_axial_lbf", "shear_lbf", "moment_kipft")),
                "–", "earthquake, not designed for",
            )
            for row in quake["levels"]
        ]  # fmt: skip
    yield Table(title, tuple(heads), tuple(rows))
    if poles := wind.get("per_pole"):
        worst = max(poles, key=lambda pole: pole["moment_kipft"])
        words = f"One of {len(poles)} poles"
        keys = "shear_lbf", "moment_kipft", "torsion_kipft"
        axial = told("axial_lbf", worst["axial_lbf"])
        taken = [
            ("strength", axial, *(told(key, worst[key]) for key in keys)),
            (levels["asd"], axial, *(told(key, worst["asd"][key]) for key in keys)),
        ]
        if units.metric:  # the poles' own numbers are characteristic, and stand there once
            del taken[0]
        columns = (heads[1], dead, *heads[3:6])
        yield Table(f"{words}: the most that one takes", columns, tuple(taken))


def in_units(columns: Iterable[Column], units: measures.Measures) -> tuple[Column, ...]:
    """Columns with the units that a package is written in."""
    return tuple(replace(column, unit=units.unit(column.unit)) for column in columns)


def _at_wall(wind: Mapping[str, Any]) -> Iterator[Block]:
    """What a sign at a building brings to the wall, and what the most loaded anchor takes."""
    keys = tuple(
        key for key in AT_WALL if any(row[key] not in {None, 0} for row in wind["reactions"])
    )
    columns = (Column("case", wide=True), *(Column(*AT_WALL[key], numeric=True) for key in keys))
    rows = tuple(
        (printable(row["case"]), *(number(row[key]) for key in keys)) for row in wind["reactions"]
    )
    yield Table("Loads at the wall, wind at strength level, weight without a factor", columns, rows)
    if anchors := wind.get("anchors"):
        taken = tuple(
            (words, *(number(anchors[f"{level}{key}"]) for key in ("tension_lbf", "shear_lbf")))
            for words, level in (("strength", ""), ("ASD", "asd_"))
        )
        yield Table(f"The most that one anchor of {anchors['count']} takes", ANCHOR, taken)


def _at_roof(wind: Mapping[str, Any]) -> Iterator[Block]:
    """Both readings of a roof sign, uplift and dead load, and what an outermost frame takes."""
    rows = tuple(
        (
            printable(row["reading"]), row["case"],
            *(number(row[key]) for key in ("shear_lbf", "moment_kipft", "torsion_kipft")),
        )
        for row in wind["readings"]
    )  # fmt: skip
    columns = (
        Column("reading", wide=True), Column("case"), Column("shear", "lbf", numeric=True),
        Column("moment", "kip-ft", numeric=True), Column("torsion", "kip-ft", numeric=True),
    )  # fmt: skip
    yield Table(f"Loads at the roof, strength level: taken as a {wind['taken']}", columns, rows)
    at = wind["at_roof"]
    told = (("Uplift", "uplift_lbf"), ("Dead load", "dead_load_lbf"))
    yield Facts(tuple(Fact(name, f"{number(at[key])} lbf") for name, key in told))
    if wind["frames"]:
        worst = max(wind["frames"], key=lambda frame: frame["moment_kipft"])
        columns = (
            Column("level"), Column("shear", "lbf", numeric=True),
            Column("moment", "kip-ft", numeric=True), Column("a foot presses", "lbf", numeric=True),
            Column("a foot pulls", "lbf", numeric=True),
        )  # fmt: skip
        taken = (
            ("strength", *(number(worst[key]) for key in
             ("shear_lbf", "moment_kipft", "press_lbf", "pull_lbf"))),
            ("ASD", "", "", *(number(worst[f"asd_{key}"]) for key in ("press_lbf", "pull_lbf"))),
        )  # fmt: skip
        yield Table("The most that an outermost frame takes", columns, taken)


def _given(results: Mapping[str, Any]) -> Iterator[Block]:
    """The loads of a foundation whose loads are given."""
    footing = results.get("footing")
    if footing is None:
        return
    columns = (
        Column("level"), Column("axial", "lbf", numeric=True), Column("shear", "lbf", numeric=True),
        Column("height of the shear", "ft", numeric=True),
        Column("torsion", "lbf-ft", numeric=True),
    )  # fmt: skip
    keys = "axial_lbf", "lateral_load_lbf", "load_height_ft", "torsion_lbft"
    row = (levels_of(footing)["asd"], *(number(footing[key]) for key in keys))
    yield Table("Loads at grade, as given", columns, (row,))
