"""docs/units.md: the units that a text may be written in, as a page."""

from collections.abc import Iterable
from typing import NamedTuple

from apex_cli.units.fields import SUFFIXES
from apex_cli.units.table import EXAMPLES, UNITS, named

_HEAD = """# Units

<!-- Written by `apex_cli.units.markdown`; do not edit. -->

A field that has a unit says it at the end of its key: `width_ft`, `frost_depth_in`,
`vertical_psf`. It takes a number in that unit, or a text that names another one:

```json
{"width_ft": 10.5}
{"width_ft": "10'-6\\""}
{"width_ft": "126 in"}
{"width_ft": "3.2 m"}
```

The text stays in the file as it was written, and belongs to its etag. What is calculated, what
stands in `trace.inputs` and what the digest covers is the number in the field's own unit: the
double nearest to the exact quotient, so that `"126 in"` and `10.5` are the same answer to the
last bit. A number is never read otherwise than before.

The same holds for `apex project set`, `--set`, `--vary`
(`sign.elements.0.width_ft=10ft:12ft:6in`, told in feet), the cells of tables, lines of JSON, and
the Python API.

- A number is digits with a point (`10.5`, `.5`, `1.2e3`), or a fraction: `1/2 in`, `6 1/2 in`,
  `6-1/2 in`. There are no commas, and nothing stands between thousands.
- Feet and inches: `10'-6"`, `10' 6 1/2"`, `10 ft 6 in`, `10ft 6in`, with typeset marks (′ ″ ’ ”)
  too. The feet are whole, the inches less than 12.
- Capitals and small letters are the same, a space before the unit is as you like, and ² ³ ° · are
  as good as 2, 3, deg and -.
- `points`, the corners of an outline, are in ft. What the price book asks for takes numbers only.
- Pounds are a force. Kilograms are a mass, and refused: `kgf` and `kN` are forces.
- A unit that measures something else, one that is not known, and a text without a unit are
  refused with the field's unit and an example. A key of another unit is told with what its value
  would be: `width_in: 126` is answered "did you mean width_ft: 10.5?"

Each unit is exact by its definition: a foot is 0.3048 m, a pound 0.45359237 kg under 9.80665
m/s².
"""


class Measure(NamedTuple):
    """What is measured, and how it may be written.

    Args:
        dimension: What is measured.
        fields: The ends of the keys of such fields.
        units: The units, each with its other names.
        examples: Quantities as they may be written.
    """

    dimension: str
    fields: tuple[str, ...]
    units: tuple[str, ...]
    examples: tuple[str, ...]


def measures() -> list[Measure]:
    """The table of accepted units, one row for what is measured.

    >>> measures()[2].units
    ('mph (mi/h)', 'ft/s (fps)', 'm/s', 'km/h (kmh, kph)', 'kt (knot, knots)')
    """
    return [
        Measure(
            dimension,
            tuple(end for end, unit in SUFFIXES.items() if named(unit).dimension == dimension),
            tuple(
                f"{unit.symbol} ({', '.join(unit.others)})" if unit.others else unit.symbol
                for unit in UNITS
                if unit.dimension == dimension
            ),
            examples,
        )
        for dimension, examples in EXAMPLES.items()
    ]


def units_markdown() -> str:
    """The page that is kept in docs/units.md."""
    lines = ["| measures | fields end in | units (and their other names) | for example |"]
    lines += ["|---|---|---|---|"]
    lines += [
        f"| {row.dimension} | {_code(f'_{end}' for end in row.fields)} | {', '.join(row.units)} "
        f"| {_code(row.examples)} |"
        for row in measures()
    ]
    return f"{_HEAD}\n" + "\n".join(lines) + "\n"


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
