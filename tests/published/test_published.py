"""Every number of every published sheet, held against what the program makes of it."""

import pytest

from apex_cli.selftest.run import rows_of
from apex_cli.selftest.sheets import Sheet, sheets


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.id)
def test_sheet(sheet: Sheet) -> None:
    for row in rows_of(sheet):
        assert row.verdict == "pass", (
            f"{row.quantity}: sheet {row.printed}, computed {row.computed}, "
            f"tolerance {row.tolerance} ({row.reason})"
        )
