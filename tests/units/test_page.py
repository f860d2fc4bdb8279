"""The page of accepted units says what is accepted."""

from pathlib import Path

from apex_cli.units.fields import SUFFIXES
from apex_cli.units.markdown import measures, units_markdown
from apex_cli.units.table import EXAMPLES, UNITS, named
from apex_cli.units.text import quantity

ROOT = Path(__file__).parents[2]


def test_the_page_is_current() -> None:
    page = (ROOT / "docs" / "units.md").read_text("utf-8")
    assert page == units_markdown(), (
        "docs/units.md is stale: python -c "
        '"from apex_cli.units.markdown import units_markdown as v; '
        "print(v(), end='')\" > docs/units.md"
    )


def test_every_example_and_every_unit_is_in_one_row() -> None:
    rows = measures()
    assert sum(len(row.units) for row in rows) == len(UNITS)
    assert sorted(end for row in rows for end in row.fields) == sorted(SUFFIXES)
    for unit in SUFFIXES.values():
        for example in EXAMPLES[named(unit).dimension]:
            assert quantity(example, unit) > 0
